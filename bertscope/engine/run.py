"""Writes a run's folder, and reads back what resuming needs; `run_folder` says what lies there."""

import os
import platform
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import safetensors.torch
import torch

from bertscope import __version__
from bertscope.engine import disk
from bertscope.engine.checkpoint import list_checkpoints, newest_whole, write_checkpoint
from bertscope.engine.folder import LoadedModel, load_model, write_model
from bertscope.engine.trainer import Position, StepMetrics, TrainerState
from bertscope.errors import RunError
from bertscope.recipe import Recipe
from bertscope.run_folder import CHECKPOINTS, METRICS, MODEL, RUN

_OPTIMIZERS = "optimizers.safetensors"
_POSITION = "position.json"


class Description(msgspec.Struct, kw_only=True, frozen=True):
    """The content of ``run.json``; `created` is a time in UTC."""

    recipe: Recipe
    bertscope: str
    torch: str
    python: str
    created: str
    parameters: int
    model: dict[str, Any]


class Run:
    """An open run folder."""

    def __init__(self, folder: Path, description: Description) -> None:
        self.folder = folder
        self.description = description

    @classmethod
    def create(cls, folder: Path, recipe: Recipe, loaded: LoadedModel) -> "Run":
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
            created=datetime.now(UTC).isoformat(timespec="seconds"),
            parameters=sum(parameter.numel() for parameter in loaded.model.parameters()),
            model=loaded.config.to_dict(),
        )
        run = cls(folder, description)
        with _writing(folder):
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
            return cls(folder, msgspec.json.decode(path.read_bytes(), type=Description))
        except (OSError, msgspec.MsgspecError) as error:
            raise RunError(
                f"{path} is damaged, so the run can't go on: begin a new one."
            ) from error

    @property
    def recipe(self) -> Recipe:
        return self.description.recipe

    def set_recipe(self, recipe: Recipe) -> None:
        """Go on with another recipe."""
        self.description = msgspec.structs.replace(self.description, recipe=recipe)
        with _writing(self.folder):
            self._write_description()

    def _write_description(self) -> None:
        content = msgspec.json.format(msgspec.json.encode(self.description))
        disk.replace_file(self.folder / RUN, content + b"\n")

    def append(self, metrics: StepMetrics) -> None:
        """Add a line of metrics."""
        path = self.folder / METRICS
        size = path.stat().st_size if path.exists() else 0
        with _writing(path):
            try:
                with path.open("ab") as file:
                    file.write(_line(metrics))
            except OSError:
                # A part of a line would spoil the next one too.
                if path.exists():
                    os.truncate(path, size)
                raise

    def cut_metrics(self, position: Position) -> None:
        """Forget what was measured after `position`: it will be measured again."""
        path = self.folder / METRICS
        with _writing(path):
            lines = path.read_bytes().splitlines(keepends=True) if path.exists() else []
            disk.replace_file(
                path, b"".join(line for line in lines if _step_of(line) < position.next_reported)
            )

    def save_checkpoint(self, loaded: LoadedModel, state: TrainerState) -> Path:
        """Write a checkpoint; at every moment an earlier one is whole.

        Raises
        ------
        RunError
            If it can't be written; the earlier ones are still there.
        """

        def write_files(folder: Path) -> None:
            write_model(folder, loaded.model, loaded.config, loaded.tokenizer)
            disk.require_room(folder, sum(value.nbytes for value in state.optimizers.values()))
            disk.write_file(folder / _OPTIMIZERS, safetensors.torch.save(state.optimizers))
            disk.write_file(folder / _POSITION, msgspec.json.encode(state.position))

        parent = self.folder / CHECKPOINTS
        with _writing(parent):
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
        with _writing(parent):
            folder, passed_over = newest_whole(parent)
        if folder is None:
            raise RunError(f"{' '.join(passed_over)} None is left: begin a new run.")
        position = msgspec.json.decode((folder / _POSITION).read_bytes(), type=Position)
        optimizers = safetensors.torch.load_file(folder / _OPTIMIZERS)
        return load_model(folder), TrainerState(position, optimizers), passed_over

    def save_model(self, loaded: LoadedModel) -> None:
        """Write ``model/`` in place of the one before.

        Raises
        ------
        RunError
            If it can't be written.
        """
        final, new, old = (self.folder / name for name in (MODEL, MODEL + ".tmp", MODEL + ".old"))
        with _writing(final):
            for folder in (new, old):
                shutil.rmtree(folder, ignore_errors=True)
            try:
                write_model(new, loaded.model, loaded.config, loaded.tokenizer)
                disk.sync_folder(new)
                if final.exists():
                    final.rename(old)
                new.rename(final)
            finally:
                for folder in (new, old):
                    shutil.rmtree(folder, ignore_errors=True)
            disk.sync_folder(self.folder)


def require_free(folder: Path) -> None:
    """Look whether a run may begin in a folder.

    Raises
    ------
    RunError
        If it holds a run, or anything else.
    """
    with _writing(folder):
        if (folder / RUN).exists():
            raise RunError(f"{folder} holds a run already: go on with it or choose another folder.")
        if folder.exists() and not folder.is_dir():
            raise RunError(f"{folder} is a file: choose a folder for the run.")
        if folder.exists() and any(folder.iterdir()):
            raise RunError(f"{folder} is not empty: choose a new folder for the run.")


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise RunError(disk.cannot_write(path, error)) from error


def _line(metrics: StepMetrics) -> bytes:
    values = msgspec.to_builtins(metrics)
    held_out = values.pop("held_out") or {}
    values.update({f"held_out_{name}": value for name, value in held_out.items()})
    known = {name: value for name, value in values.items() if value is not None}
    return msgspec.json.encode(known) + b"\n"


def _step_of(line: bytes) -> float:
    """The step of a line of metrics; infinite where the line is broken."""
    try:
        return int(msgspec.json.decode(line)["step"])
    except (msgspec.DecodeError, KeyError, TypeError, ValueError):
        return float("inf")
