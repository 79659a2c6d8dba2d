"""Two programs that train one run would spoil it: the one that does holds a lock."""

import errno
from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

from bertscope.engine import disk
from bertscope.errors import RunError
from bertscope.places import runs_folder
from bertscope.run_folder import LOCK

PATIENCE = 0.3
"""Seconds; somebody who only looks whether a run is busy holds its lock for some microseconds."""
_NO_LOCKS = (errno.ENOSYS, errno.ENOLCK, errno.ENOTSUP)


class RunLock:
    """The lock of one run's folder, which is made where it isn't there. It ends with the process.

    Parameters
    ----------
    folder
        Of the run.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made = False
        self._lock = _lock(folder)

    def take(self) -> None:
        """Hold it; again where its file was deleted meanwhile.

        Raises
        ------
        RunError
            If another program holds it, or the folder can't be written.
        """
        if self._lock.is_locked and (self._folder / LOCK).exists():
            return
        self._lock.release()
        self._made |= not self._folder.exists()
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._lock.acquire(timeout=PATIENCE)
        except Timeout as error:
            raise RunError(
                f"{self._folder} is being trained by another program: end it there, or wait until "
                "it is done."
            ) from error
        except OSError as error:
            if error.errno not in _NO_LOCKS:
                raise RunError(disk.cannot_write(self._folder, error)) from error

    def let_go(self) -> None:
        """Hold it no longer. A folder that was made for it and holds nothing goes too."""
        if not self._lock.is_locked:
            return
        self._lock.release()
        made = self._made or self._folder.parent == runs_folder()
        if made and [path.name for path in _listed(self._folder)] == [LOCK]:
            with suppress(OSError):
                (self._folder / LOCK).unlink()
                self._folder.rmdir()


def is_busy(folder: Path) -> bool:
    """Whether a process, this one or another, trains the run in a folder now."""
    if not (folder / LOCK).exists():
        return False
    lock = _lock(folder)
    try:
        lock.acquire(blocking=False)
    except Timeout:
        return True
    except OSError:
        return False  # a folder of somebody else's
    lock.release()
    return False


def _lock(folder: Path) -> FileLock:
    # A lock of another kind, in its place where the system has none, would outlive its process.
    return FileLock(folder / LOCK, thread_local=False, fallback_to_soft=False)


def _listed(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []
