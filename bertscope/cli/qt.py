"""Qt, where the machine may lack what it needs."""

from collections.abc import Iterator
from contextlib import contextmanager

from bertscope.errors import BertscopeError


@contextmanager
def qt_needed() -> Iterator[None]:
    """For the import of what needs Qt.

    Raises
    ------
    BertscopeError
        If Qt, or a library of the system that it needs, isn't there.
    """
    try:
        yield
    except ImportError as error:
        if not is_qts(error):
            raise
        raise BertscopeError(
            f"Qt can't be loaded ({error}): install the missing library (on Debian and Ubuntu: "
            "sudo apt install libgl1 libegl1 libxkbcommon0 libfontconfig1 libdbus-1-3)."
        ) from error


def is_qts(error: ImportError) -> bool:
    """Whether Qt or a library of the system is missing, and not a part of bertscope."""
    return (error.name or "").startswith("PySide6") or ".so" in str(error)
