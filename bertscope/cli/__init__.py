"""The verbs of the command line; each has a module, loaded when it is called."""

import sys
from collections.abc import Sequence

from bertscope.errors import BertscopeError


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments say; exit code 2 means that the user has to change something."""
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    if arguments == ["engine"]:
        from bertscope.wire.server import main as serve

        return serve()
    from bertscope.cli.parser import parse

    parsed = parse(arguments)
    try:
        code: int = parsed.verb(parsed)
    except BertscopeError as error:
        print(f"bertscope: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    return code


def window_main() -> int:
    """Open the window; for desktop launchers, and for `python main.py`."""
    return main()
