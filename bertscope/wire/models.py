"""The models that can be looked at without being read again."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from bertscope.errors import BertscopeError
from bertscope.places import located
from bertscope.run_folder import is_run, snapshot_file, source_of, step_in

if TYPE_CHECKING:
    from bertscope.engine.folder import LoadedModel

MODELS_KEPT = 3
"""So many models stay, however large they are."""
BYTES_KEPT = 1 << 30
"""More of them stay while all together take no more, as the snapshots of a small run do."""

Stamp = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True)
class KeptModel:
    """A model in memory.

    Attributes
    ----------
    loaded
        The model itself.
    step
        That of its run; None where it is of none, or where that isn't known.
    source, stamp
        Where it was read, and what the files there were then; None of a run that couldn't go on.
    """

    loaded: "LoadedModel"
    step: int | None = None
    source: Path | None = None
    stamp: Stamp = ()

    @cached_property
    def size(self) -> int:
        """Bytes of its weights."""
        return sum(parameter.nbytes for parameter in self.loaded.model.parameters())

    @property
    def is_current(self) -> bool:
        """Whether its files are those that were read; files that are gone can't be newer."""
        found = _stamp(self.source) if self.source else ()
        return not found or found == self.stamp


class Models:
    """Models by their folder and step; those not used for longest go first."""

    def __init__(self) -> None:
        self._kept: dict[tuple[Path, int | None], KeptModel] = {}

    def open(self, folder: str, step: int | None = None) -> KeptModel:
        """Read a folder, unless its files are those that were read before.

        Raises
        ------
        BertscopeError
            If it can't be read, or the step isn't kept.
        """
        path = located(folder)
        kept = self._kept.get((path, step))
        if kept is None or kept.stamp != _stamp(_source(path, step)):
            kept = _read(path, step)
        return self._keep(path, step, kept)

    def get(self, folder: str, step: int | None = None) -> KeptModel:
        """As it was opened; it is read where that is not so yet, or a run has come further.

        Raises
        ------
        BertscopeError
            If it can't be read, or the step isn't kept.
        """
        path = located(folder)
        kept = self._kept.get((path, step))
        if kept is None or (step is not None and not kept.is_current):
            kept = _read(path, step)
        elif step is None and kept.source is not None and is_run(path):
            kept = _newest(path, kept)
        return self._keep(path, step, kept)

    def keep(self, folder: str, loaded: "LoadedModel", step: int) -> None:
        """Keep the model of a run that can't go on, so that it can still be looked at."""
        self._keep(located(folder), None, KeptModel(loaded, step))

    def forget(self, folder: str) -> None:
        """Read what lies in the folder anew when it is asked for next."""
        path = located(folder)
        self._kept = {key: kept for key, kept in self._kept.items() if key[0] != path}

    def _keep(self, path: Path, step: int | None, kept: KeptModel) -> KeptModel:
        self._kept.pop((path, step), None)
        self._kept[path, step] = kept
        total = sum(other.size for other in self._kept.values())
        while len(self._kept) > MODELS_KEPT and total > BYTES_KEPT:
            total -= self._kept.pop(next(iter(self._kept))).size
        return kept


def _newest(folder: Path, kept: KeptModel) -> KeptModel:
    """The run's newest model, read if it is another than the one kept."""
    if kept.source == _source(folder, None):
        return kept
    try:
        return _read(folder, None)
    except BertscopeError:
        # Whoever trains it may remove a checkpoint while it is read; the next look finds the next.
        return kept


def _source(folder: Path, step: int | None) -> Path:
    """The model folder, or the file of weights, that is meant."""
    return source_of(folder) if step is None else snapshot_file(folder, step)


def _read(folder: Path, step: int | None) -> KeptModel:
    from bertscope.engine.snapshot_files import load_source

    source = _source(folder, step)
    stamp = _stamp(source)
    return KeptModel(load_source(source), step_in(source), source, stamp)


def _stamp(path: Path) -> Stamp:
    """What changes when a file in a folder, or a file by itself, is written anew."""
    try:
        found = [(entry.name, entry.stat()) for entry in _entries(path)]
    except (OSError, ValueError):
        return ()
    return tuple(sorted((name, stat.st_mtime_ns, stat.st_size) for name, stat in found))


def _entries(path: Path) -> list[Path]:
    return list(path.iterdir()) if path.is_dir() else [path]
