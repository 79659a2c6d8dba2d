"""The verbs of the command line; each has a module, loaded when it is called."""

import importlib
import os
import sys
from collections.abc import Sequence

from bertscope.errors import BertscopeError

BLAS_THREADS = "OPENBLAS_NUM_THREADS"
"""Read by numpy's library when it is loaded, and never again."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments say; exit code 2 means that the user has to change something."""
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    if arguments == ["engine"]:
        from bertscope.wire.child import main as serve

        return serve()
    _load_numpy()
    from bertscope.cli.parser import parse

    try:
        _require_text(arguments)
        parsed = parse(arguments)
        code: int = parsed.verb(parsed)
    except BertscopeError as error:
        return _refuse(str(error))
    except OSError as error:
        # What has no sentence of its own: a folder that may not be entered, a name too long.
        if error.filename is None:
            raise
        return _refuse(f"{error.filename} can't be used ({error.strerror}): choose another.")
    except KeyboardInterrupt:
        return 130
    return code


def _load_numpy() -> None:
    """Load numpy with one thread for its products.

    Its threads wait spinning for the next product: beside a window they would take the core that
    the engine computes on. What is started from here, and PyTorch, are free to use all.
    """
    before = os.environ.get(BLAS_THREADS)
    os.environ[BLAS_THREADS] = before or "1"
    importlib.import_module("numpy")
    if before is None:
        del os.environ[BLAS_THREADS]


def window_main() -> int:
    """Open the window; for desktop launchers, and for `python main.py`."""
    return main()


def _require_text(arguments: Sequence[str]) -> None:
    """Refuse bytes that are no text: neither a recipe nor a picture could hold them.

    Raises
    ------
    BertscopeError
        If an argument isn't UTF-8.
    """
    for argument in arguments:
        try:
            argument.encode("utf-8")
        except UnicodeEncodeError as error:
            raise BertscopeError(
                f"{argument!r} is not UTF-8: rename it or type it anew."
            ) from error


def _refuse(sentence: str) -> int:
    print(f"bertscope: {sentence}", file=sys.stderr)
    return 2
