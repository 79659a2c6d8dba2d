"""Writes a run's folder, and reads back what resuming needs; `run_folder` says what lies there."""

import platform
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import safetensors.torch
import torch

from bertscope import __version__
from bertscope.engine import disk
from bertscope.engine.checkpoint import (
    checkpoint_folder,
    list_checkpoints,
    newest_whole,
    set_aside,
    write_checkpoint,
)
from bertscope.engine.folder import LoadedModel, load_model, write_model
from bertscope.engine.lines import Lines, line_of, step_of
from bertscope.engine.reports import Position, StepMetrics, TrainerState
from bertscope.engine.run_place import require_free
from bertscope.errors import PausedError, RunError
from bertscope.recipe import Recipe
from bertscope.run_folder import (
    CHECKPOINTS,
    EVENTS,
    METRICS,
    MODEL,
    RUN,
    Change,
    Description,
    RunEvent,
    read_description,
)
from bertscope.task import TaskFacts

_OPTIMIZERS = "optimizers.safetensors"
_POSITION = "position.json"


class Run:
    """An open run folder.

    What is added to it waits in memory until `flush` has written it.
    """

    def __init__(self, folder: Path, description: Description) -> None:
        self.folder = folder
        self.description = description
        self._is_described = True
        self._is_said_gone = False
        self._metrics = Lines(folder / METRICS)
        self._events = Lines(folder / EVENTS)

    @classmethod
    def create(
        cls, folder: Path, recipe: Recipe, loaded: LoadedModel, facts: TaskFacts | None = None
    ) -> "Run":
        """Begin a run in a folder that is new or empty.

        Raises
        ------
        RunError
            If there is something in it, or it can't be written.
        """
        require_free(folder)
        description = Description(
            recipe=recipe,
            bertscope=__version__,
            torch=str(torch.__version__),
            python=platform.python_version(),
            created=now(),
            parameters=sum(parameter.numel() for parameter in loaded.model.parameters()),
            model=loaded.config.to_dict(),
            facts=facts,
        )
        run = cls(folder, description)
        with disk.writing(folder):
            folder.mkdir(parents=True, exist_ok=True)
            run._write_description()
        return run

    @classmethod
    def open(cls, folder: Path) -> "Run":
        """Open a run that was begun.

        Raises
        ------
        RunError
            If there is none.
        """
        path = folder / RUN
        if not path.is_file():
            raise RunError(f"There is no run in {folder}: choose a folder with a {RUN}.")
        try:
            return cls(folder, read_description(folder))
        except RunError as error:
            raise RunError(
                f"{path} is damaged, so the run can't go on: begin a new one."
            ) from error

    @property
    def recipe(self) -> Recipe:
        """What holds since the last change."""
        return self.description.newest

    @property
    def is_gone(self) -> bool:
        """Whether the folder was deleted; one that can't be looked into is there."""
        try:
            return not (self.folder / RUN).is_file()
        except OSError:
            return False

    def change(self, step: int, recipe: Recipe) -> None:
        """Go on with a recipe behind a step; changes that were made behind it count no more."""
        kept = [change for change in self.description.changes if change.step <= step]
        before = msgspec.structs.replace(self.description, changes=kept)
        change = Change.between(step, before.newest, recipe)
        changes = [*kept, change] if change.fields else kept
        self.description = msgspec.structs.replace(before, changes=changes)
        self._is_described = False

    def append(self, metrics: StepMetrics) -> None:
        """Add a line of metrics."""
        self._metrics.add(line_of(metrics))

    def note(self, event: RunEvent) -> None:
        """Add what happened."""
        self._events.add(msgspec.json.encode(event) + b"\n")

    def flush(self) -> None:
        """Write what waits.

        Raises
        ------
        PausedError
            If it can't be written, or the folder is gone: it still waits.
        """
        self._is_said_gone = self.is_gone
        with self._pausing(self.folder):
            if not self._is_described:
                self._write_description()
            self._metrics.flush()
            self._events.flush()

    @property
    def is_said_gone(self) -> bool:
        """Whether the folder was deleted and somebody was told, who has asked to go on."""
        return self._is_said_gone and self.is_gone

    def make_again(self, events: list[RunEvent]) -> None:
        """Write what is known into the folder that was deleted; its metrics are lost.

        Raises
        ------
        PausedError
            If it can't be written.
        """
        self._events.clear()
        for event in events:
            self.note(event)
        with disk.writing(self.folder, PausedError):
            self.folder.mkdir(parents=True, exist_ok=True)
            self._write_description()

    def _write_description(self) -> None:
        content = msgspec.json.format(msgspec.json.encode(self.description))
        disk.replace_file(self.folder / RUN, content + b"\n")
        self._is_described = True

    @contextmanager
    def _pausing(self, path: Path) -> Iterator[None]:
        """For what is written while training goes on.

        Raises
        ------
        PausedError
            If it can't be.
        """
        try:
            if self.is_gone:
                raise FileNotFoundError
            with disk.writing(path, PausedError):
                yield
        except (FileNotFoundError, PausedError) as error:
            if not self.is_gone:
                raise
            raise PausedError(
                f"The run's folder {self.folder} is gone, and its metrics so far with it. Nothing "
                "is lost of the model: go on, and the folder is made again."
            ) from error

    def cut_metrics(self, position: Position) -> None:
        """Forget what was measured after `position`: it will be measured again."""
        path = self.folder / METRICS
        with disk.writing(path):
            lines = path.read_bytes().splitlines(keepends=True) if path.exists() else []
            disk.replace_file(
                path, b"".join(line for line in lines if step_of(line) < position.next_reported)
            )

    def save_checkpoint(self, loaded: LoadedModel, state: TrainerState) -> Path:
        """Write a checkpoint; at every moment an earlier one is whole.

        Raises
        ------
        PausedError
            If it can't be written; the earlier ones are still there.
        """

        def write_files(folder: Path) -> None:
            write_model(folder, loaded.model, loaded.config, loaded.tokenizer)
            disk.require_room(folder, sum(value.nbytes for value in state.optimizers.values()))
            disk.write_file(folder / _OPTIMIZERS, safetensors.torch.save(state.optimizers))
            disk.write_file(folder / _POSITION, msgspec.json.encode(state.position))

        parent = self.folder / CHECKPOINTS
        with self._pausing(parent):
            if (self.folder / METRICS).exists():
                disk.sync_file(self.folder / METRICS)
            return write_checkpoint(parent, state.position.step, write_files)

    def load_checkpoint(self) -> tuple[LoadedModel, TrainerState, list[str]] | None:
        """The newest whole checkpoint, and a sentence on each that was passed over.

        None where the run has no checkpoint yet.

        Raises
        ------
        RunError
            If it has some, and none is whole.
        """
        parent = self.folder / CHECKPOINTS
        if not list_checkpoints(parent):
            return None
        with disk.writing(parent):
            folder, passed_over = newest_whole(parent)
        if folder is None:
            raise RunError(" ".join((*passed_over, "None is left: begin a new run.")))
        position = msgspec.json.decode((folder / _POSITION).read_bytes(), type=Position)
        optimizers = safetensors.torch.load_file(folder / _OPTIMIZERS)
        return load_model(folder), TrainerState(position, optimizers), passed_over

    def forsake_checkpoints(self, steps: Iterable[int]) -> None:
        """Go on from none of these any more, where there are such."""
        for step in steps:
            with suppress(OSError):
                set_aside(checkpoint_folder(self.folder / CHECKPOINTS, step))

    def save_model(self, loaded: LoadedModel) -> None:
        """Write ``model/`` in place of the one before.

        Raises
        ------
        PausedError
            If it can't be written.
        """
        final, new, old = (self.folder / name for name in (MODEL, MODEL + ".tmp", MODEL + ".old"))
        with self._pausing(final):
            for folder in (new, old):
                shutil.rmtree(folder, ignore_errors=True)
            try:
                write_model(new, loaded.model, loaded.config, loaded.tokenizer)
                disk.sync_folder(new)
                if final.exists():
                    disk.move(final, old)
                disk.move(new, final)
            finally:
                if old.exists() and not final.exists():
                    disk.move(old, final)
                for folder in (new, old):
                    shutil.rmtree(folder, ignore_errors=True)
            disk.sync_folder(self.folder)


def now() -> str:
    """The time in UTC, as ISO 8601 writes it."""
    return datetime.now(UTC).isoformat(timespec="seconds")
