"""Files that are whole once they are there, and sentences for when they can't be written."""

import errno
import hashlib
import os
import shutil
import sys
from pathlib import Path

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
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


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


def require_room(folder: Path, size: int) -> None:
    """Look before a long write.

    Raises
    ------
    OSError
        If fewer than `size` bytes are free.
    """
    if shutil.disk_usage(folder).free < size:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(folder))


def cannot_write(path: Path, error: OSError) -> str:
    """What to tell someone whose file could not be written."""
    if error.errno in _NO_ROOM:
        return f"There is no room to write {path}: free some space on that disk, then go on."
    reason = error.strerror or str(error)
    return f"{path} can't be written ({reason}): check the folder's permissions or choose another."
