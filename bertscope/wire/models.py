"""The models that can be looked at without being read again."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bertscope.run_folder import model_of

if TYPE_CHECKING:
    from bertscope.engine.folder import LoadedModel

MODELS_KEPT = 3

Stamp = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True)
class KeptModel:
    """A model in memory; `step` is that of a run which could not go on, None for a folder's."""

    loaded: "LoadedModel"
    step: int | None = None
    stamp: Stamp = ()


class Models:
    """The last few models by their folder; the one not used for longest goes first."""

    def __init__(self) -> None:
        self._kept: dict[str, KeptModel] = {}

    def open(self, folder: str) -> "LoadedModel":
        """Read a folder, unless its files are those that were read before.

        Raises
        ------
        BertscopeError
            If it can't be read.
        """
        kept = self._kept.get(folder)
        if kept is None or kept.stamp != _stamp(model_of(Path(folder))):
            kept = _read(folder)
        self._keep(folder, kept)
        return kept.loaded

    def get(self, folder: str) -> KeptModel:
        """The model of a folder as it was opened; it is read where that is not so yet.

        Raises
        ------
        BertscopeError
            If it can't be read.
        """
        kept = self._kept.get(folder) or _read(folder)
        self._keep(folder, kept)
        return kept

    def keep(self, folder: str, loaded: "LoadedModel", step: int) -> None:
        """Keep the model of a run that can't go on, so that it can still be looked at."""
        self._keep(folder, KeptModel(loaded, step))

    def forget(self, folder: str) -> None:
        """Read the folder anew when it is asked for next."""
        self._kept.pop(folder, None)

    def _keep(self, folder: str, kept: KeptModel) -> None:
        self._kept.pop(folder, None)
        self._kept[folder] = kept
        while len(self._kept) > MODELS_KEPT:
            del self._kept[next(iter(self._kept))]


def _read(folder: str) -> KeptModel:
    from bertscope.engine.folder import load_model

    path = model_of(Path(folder))
    stamp = _stamp(path)
    return KeptModel(load_model(path), stamp=stamp)


def _stamp(folder: Path) -> Stamp:
    """What changes when a file in the folder is written anew."""
    try:
        with os.scandir(folder) as entries:
            found = [(entry.name, entry.stat()) for entry in entries]
    except OSError:
        return ()
    return tuple(sorted((name, stat.st_mtime_ns, stat.st_size) for name, stat in found))
