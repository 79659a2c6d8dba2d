"""The runs there are: what a list shows of each, what it is called, and how it goes to the bin."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from send2trash import send2trash

from bertscope import places
from bertscope.engine.run_lock import is_busy
from bertscope.errors import BertscopeError, RunError
from bertscope.run_folder import (
    LOCK,
    METRICS,
    Standing,
    is_run,
    kept_steps,
    read_about,
    read_description,
    read_standing,
    size_of,
    write_about,
)
from bertscope.wire import messages as m
from bertscope.wire.chores import aside

_WAIT = 0.001
"""Seconds for which others wait each time that it is looked whether a thread is done."""

Send = Callable[[m.Message], None]
Stamp = tuple[int, int]


class RunList:
    """Knows how far runs were when they were last listed, so that only those that grew are read."""

    def __init__(self) -> None:
        self._standings: dict[Path, tuple[Stamp, Standing]] = {}

    def tell(self, request: m.ListRuns, send: Send) -> Iterator[None]:
        """List the runs in a thread."""
        found: list[m.RunInfo] = []
        yield from aside(lambda: found.extend(map(self._describe, _folders())), _WAIT)
        found.sort(key=lambda info: (info.created, info.folder), reverse=True)
        send(m.Runs(request.id, found))

    def _describe(self, path: Path) -> m.RunInfo:
        info = m.RunInfo(str(path), read_about(path), created=_changed_at(path), size=size_of(path))
        try:
            description = read_description(path)
            standing = self._standing(path)
        except BertscopeError as error:
            return msgspec.structs.replace(info, trouble=str(error))
        return msgspec.structs.replace(
            info,
            recipe=description.newest,
            created=description.created or info.created,
            step=standing.step,
            losses=(standing.mlm_loss, standing.nsp_loss),
            score=standing.score,
            seconds=standing.seconds,
            kept=len(kept_steps(path)),
            parameters=description.parameters,
            busy=is_busy(path),
        )

    def _standing(self, path: Path) -> Standing:
        stamp = _stamp(path / METRICS)
        known = self._standings.get(path)
        if known is None or known[0] != stamp:
            known = self._standings[path] = stamp, read_standing(path)
        return known[1]


def describe_run(request: m.DescribeRun) -> m.RunDescribed:
    """Call a run otherwise.

    Raises
    ------
    RunError
        If there is no run, or it can't be written.
    """
    path = places.located(request.folder)
    if not is_run(path):
        raise RunError(f"There is no run in {path}: it may have been deleted. List the runs again.")
    write_about(path, request.about)
    return m.RunDescribed(request.id, request.folder, request.about)


def delete_run(request: m.DeleteRun, forget: Callable[[], None], send: Send) -> Iterator[None]:
    """Move a run to the bin in a thread: across disks that is a copy.

    `forget` is called before it, so that nobody misses the run, and again when it is gone.

    Raises
    ------
    RunError
        If it is no run, is being trained, or can't be moved there.
    """
    path = places.located(request.folder)
    if not is_run(path) and path.parent != places.runs_folder():
        raise RunError(f"There is no run in {path}: it may have been deleted. List the runs again.")
    if is_busy(path):
        raise RunError("Another program is training this run: end it there, then delete the run.")
    forget()
    yield from aside(lambda: _bin(path), _WAIT)
    forget()
    send(m.RunDeleted(request.id, request.folder))


def _bin(path: Path) -> None:
    try:
        send2trash(path)
    except OSError as error:
        reason = error.strerror or str(error)
        raise RunError(
            f"{path} can't be moved to the bin ({reason}): delete the folder by hand."
        ) from error


def _folders() -> list[Path]:
    """The folders that hold a run, whole or damaged; not one that is only being begun."""
    try:
        inside = [path for path in places.runs_folder().iterdir() if path.is_dir()]
    except OSError:
        return []
    return [
        path
        for path in inside
        if _is_text(path.name) and not path.name.startswith(".") and not _is_bare(path)
    ]


def _is_text(name: str) -> bool:
    """Whether it can be sent: a name of other bytes could spoil the list of all."""
    return not any("\ud800" <= character <= "\udfff" for character in name)


def _is_bare(path: Path) -> bool:
    try:
        return all(inner.name == LOCK for inner in path.iterdir())
    except OSError:
        return False


def _changed_at(path: Path) -> str:
    """When the folder was last changed, in UTC; empty where it is gone."""
    try:
        changed = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except OSError:
        return ""
    return changed.isoformat(timespec="seconds")


def _stamp(path: Path) -> Stamp:
    try:
        stat = path.stat()
    except OSError:
        return 0, 0
    return stat.st_mtime_ns, stat.st_size
