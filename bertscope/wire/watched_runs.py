"""Runs that are told of from their folders, and followed while another process adds to them."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from bertscope.engine.run_lock import is_busy
from bertscope.errors import BertscopeError, RunError
from bertscope.places import located
from bertscope.recipe import Recipe
from bertscope.run_folder import (
    CONFIG,
    METRICS,
    Description,
    MetricsTail,
    is_run,
    kept_steps,
    newest_model,
    read_about,
    read_description,
    read_events,
    snapshot_file,
    words_of,
)
from bertscope.text.reader import Reader
from bertscope.wire import messages as m
from bertscope.wire.active_run import ActiveRun
from bertscope.wire.replies import run_model_info
from bertscope.wire.troubles import sentence_of

FOLLOW_SECONDS = 0.5
"""How often it is looked for what was added."""
_CHUNK = 1 << 20

Send = Callable[[m.Message], None]


class WatchedRuns:
    """Tells of runs a portion at a time.

    Parameters
    ----------
    send
        Takes each message.
    """

    def __init__(self, send: Send) -> None:
        self._send = send
        self._runs: dict[Path, _WatchedRun] = {}
        self._resting: dict[Path, _WatchedRun] = {}
        self._looked_at = 0.0

    @property
    def patience(self) -> float | None:
        """How many seconds they can be left alone; None if there is none."""
        if not self._runs:
            return None
        if any(run.is_behind for run in self._runs.values()):
            return 0.0
        return max(0.0, self._looked_at + FOLLOW_SECONDS - time.monotonic())

    def open(self, request: m.OpenRun) -> None:
        """Begin to tell of a run, from its start.

        Raises
        ------
        RunError
            If there is none.
        """
        run = _WatchedRun(request, self._send)
        run.open()
        self.close(request.folder)
        self._runs[located(request.folder)] = run

    def rest(self, request: m.OpenRun) -> None:
        """Tell of the run at hand, which tells of itself, once it is let go of."""
        self._resting[located(request.folder)] = _WatchedRun(request, self._send)

    def close(self, folder: str) -> None:
        """Tell no more of a run."""
        for runs in (self._runs, self._resting):
            runs.pop(located(folder), None)

    def finish(self, folder: str) -> None:
        """Tell what there is of a run, and no more for now: it is taken up here."""
        path = located(folder)
        while (run := self._runs.get(path)) is not None and run.is_behind:
            self._do(path, run, run.advance)
        if run is not None:
            self._resting[path] = self._runs.pop(path)

    def go_on(self, folder: str, *, told: bool) -> None:
        """Tell again of a run that rested, for it was let go of or could not be taken up.

        Parameters
        ----------
        told
            Whether it has told all that there is itself.
        """
        path = located(folder)
        run = self._resting.pop(path, None)
        if run is not None:
            self._runs[path] = run
            if told:
                self._do(path, run, run.skip)

    def advance(self) -> None:
        """Tell a portion of what is behind, or look for what was added once that is due."""
        if self.patience != 0.0:
            return
        runs = [(path, run) for path, run in self._runs.items() if run.is_behind]
        if not runs:
            self._looked_at = time.monotonic()
        for path, run in runs[:1] or list(self._runs.items()):
            self._do(path, run, run.advance)

    def _do(self, path: Path, run: "_WatchedRun", work: Callable[[], None]) -> None:
        try:
            work()
        except Exception as error:
            # Whatever another program does to a folder, the engine goes on.
            del self._runs[path]
            self._send(m.RunGone(run.folder, sentence_of(error)))


class _WatchedRun:
    """One of them.

    Attributes
    ----------
    folder
        As the window knows it.
    is_behind
        Whether there may be more metrics to read at once.
    """

    def __init__(self, request: m.OpenRun, send: Send) -> None:
        self.folder = request.folder
        self._id = request.id
        self._send = send
        self._path = located(request.folder)
        self.is_behind = True
        self._tail = MetricsTail(self._path)
        self._events = 0
        self._kept = m.Kept(self.folder, [], 0, 0)
        self._recipe: Recipe | None = None
        self._busy = self._has_model = False

    def open(self) -> None:
        """Tell what it is; all of it is to be told then.

        Raises
        ------
        RunError
            If there is no run.
        """
        description = read_description(self._path)
        self.is_behind = True
        self._tail = MetricsTail(self._path)
        self._events, self._kept = 0, m.Kept(self.folder, [], 0, 0)
        self._recipe, self._busy = description.newest, is_busy(self._path)
        model, words = _model_in(self.folder, self._path, description)
        self._has_model = model is not None
        self._send(
            m.RunOpened(
                id=self._id,
                folder=self.folder,
                about=read_about(self._path),
                recipe=self._recipe,
                model=model,
                words=words,
                rows=_rows_in(self._path),
                busy=self._busy,
                facts=description.facts,
            )
        )

    def skip(self) -> None:
        """Take all that there is as told.

        Raises
        ------
        RunError
            If it can't be read.
        """
        self.is_behind = False
        self._recipe = read_description(self._path).newest
        self._has_model = _has_weights(self._path)
        self._events = len(read_events(self._path))
        self._kept = m.Kept(self.folder, kept_steps(self._path), 0, self._recipe.snapshot_bytes)
        self._tail.skip()

    def advance(self) -> None:
        """Tell a portion, and with the last one all else that is new.

        Raises
        ------
        RunError
            If it can't be read any more.
        """
        if not is_run(self._path):
            raise RunError(f"The folder of this run is gone: {self._path}.")
        rows = self._tail.read()
        self.is_behind = len(rows) > 0
        if self.is_behind:
            self._send(m.Metrics(self.folder, m.Array.of(rows)))
        else:
            self._tell_rest()

    def _tell_rest(self) -> None:
        description = read_description(self._path)
        if not self._has_model and _has_weights(self._path):
            self.open()
            return
        self._tell_changes(description)
        self._tell_events()
        self._tell_kept(description.newest)
        if self._busy != (busy := is_busy(self._path)):
            self._busy = busy
            self._send(m.RunBusy(self.folder, busy))

    def _tell_changes(self, description: Description) -> None:
        recipe = description.newest
        if recipe != self._recipe:
            self._recipe = recipe
            step = description.changes[-1].step if description.changes else 0
            self._send(m.RunChanged(self.folder, step, recipe))

    def _tell_events(self) -> None:
        events = read_events(self._path)
        if new := events[self._events :]:
            self._events = len(events)
            self._send(m.Happened(self.folder, new))

    def _tell_kept(self, recipe: Recipe) -> None:
        steps, budget = kept_steps(self._path), recipe.snapshot_bytes
        if (steps, budget) != (self._kept.steps, self._kept.budget):
            size = sum(_size_of(snapshot_file(self._path, step)) for step in steps)
            self._kept = m.Kept(self.folder, steps, size, budget)
            self._send(self._kept)


def tell_live(request: m.OpenRun, run: ActiveRun, send: Send) -> Iterator[None]:
    """Tell all of the run at hand from its folder; then it goes on telling of itself.

    Raises
    ------
    RunError
        If the folder can't be read.
    """
    path, session = located(run.folder), run.session
    description, tail, last = read_description(path), MetricsTail(path), -1
    run.news.hold_back()
    try:
        model, words = _model_in(run.folder, path, description)
        send(
            m.RunOpened(
                request.id,
                run.folder,
                about=read_about(path),
                recipe=session.recipe,
                model=model,
                words=words,
                rows=_rows_in(path),
                facts=description.facts,
            )
        )
        while len(portion := tail.read()):
            last = int(portion[-1, 0])
            send(m.Metrics(run.folder, m.Array.of(portion)))
            yield
    finally:
        run.news.go_on(last)


def _model_in(
    folder: str, path: Path, description: Description
) -> tuple[m.ModelInfo | None, m.Words | None]:
    """What a run's model is and reads; None where it has no weights yet."""
    if not _has_weights(path):
        return None, None
    try:
        reader = Reader.load(words_of(path))
        info = run_model_info(m.ModelRef(folder), description)
    except BertscopeError:
        return None, None
    return info, m.Words.of(reader.tokenizer, reader.max_length)


def _has_weights(path: Path) -> bool:
    return (newest_model(path) / CONFIG).exists() or bool(kept_steps(path))


def _rows_in(path: Path) -> int:
    """How many steps' metrics there are."""
    try:
        with (path / METRICS).open("rb") as file:
            return sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(_CHUNK), b""))
    except OSError:
        return 0


def _size_of(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
