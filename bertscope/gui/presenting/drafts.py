"""Files and folders that are there whole or not at all."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from bertscope.errors import BertscopeError
from bertscope.gui.language import tr


@contextmanager
def draft_of(path: Path) -> Iterator[Path]:
    """A place beside `path` to write to; what lies there takes its place in the end.

    Raises
    ------
    BertscopeError
        If it can't be written, or a folder of that name holds something. Nothing is left then.
    """
    draft = draft_path(path)
    try:
        if path.is_dir() and any(path.iterdir()):
            raise BertscopeError(
                tr("{name} is there already: choose a new folder's name.", name=path.name)
            )
        remove(draft)
        yield draft
        if path.is_dir():
            path.rmdir()  # It is empty.
        draft.replace(path)
    except OSError as error:
        raise BertscopeError(
            tr(
                "{path} can't be written ({reason}): choose another place.",
                path=path,
                reason=error.strerror,
            )
        ) from error
    finally:
        remove(draft)


def draft_path(path: Path) -> Path:
    """Where the draft of a file or folder lies."""
    return path.with_name(f"{path.name}.tmp")


def remove(draft: Path) -> None:
    """Take a file or folder away, if it is there."""
    with suppress(OSError):
        if draft.is_dir():
            shutil.rmtree(draft)
        else:
            draft.unlink(missing_ok=True)
