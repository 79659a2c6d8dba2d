"""Files that are whole once they are there, and sentences for when they can't be written."""

import errno
import hashlib
import os
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bertscope.errors import RunError

_WAITS = (0.01, 0.05, 0.2, 0.5) if sys.platform == "win32" else ()
"""Seconds after which what is read by somebody is tried again."""
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def write_file(path: Path, data: bytes) -> None:
    """Write a file down to the disk.

    Raises
    ------
    OSError
        If it can't be written; what was written so far is still there.
    """
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def replace_file(path: Path, data: bytes) -> None:
    """Write a file so that at every moment the old or the new one is there."""
    temporary = path.with_name(path.name + ".tmp")
    try:
        write_file(temporary, data)
        move(temporary, path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def move(path: Path, to: Path) -> None:
    """Give a file or a folder another name, in the place of a file that has it.

    Windows refuses while somebody reads either: so it is tried again.
    """
    for seconds in _WAITS:
        try:
            path.replace(to)
        except PermissionError:
            time.sleep(seconds)
        else:
            return
    path.replace(to)


def sync_file(path: Path) -> None:
    """Wait until a file that is written lies on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder lie on the disk. Windows keeps them without being asked."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def free(folder: Path) -> int:
    """Bytes that are free on the disk of a folder."""
    return shutil.disk_usage(folder).free


def require_room(folder: Path, size: int) -> None:
    """Look before a long write.

    Raises
    ------
    OSError
        If fewer than `size` bytes are free.
    """
    if free(folder) < size:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(folder))


@contextmanager
def writing(path: Path, kind: type[RunError] = RunError) -> Iterator[None]:
    """For what writes to `path`.

    Raises
    ------
    RunError
        Of that kind, if it can't be written.
    """
    try:
        yield
    except OSError as error:
        raise kind(cannot_write(path, error)) from error


def is_full(error: OSError) -> bool:
    """Whether there was no room; libraries in Rust tell the number in words alone."""
    return error.errno in _NO_ROOM or any(f"(os error {n})" in str(error) for n in _NO_ROOM)


def cannot_write(path: Path, error: OSError) -> str:
    """What to tell someone whose file could not be written."""
    if is_full(error):
        return f"There is no room to write {path}: free some space on that disk, then go on."
    reason = error.strerror or str(error)
    return f"{path} can't be written ({reason}): check the folder's permissions or choose another."
