"""The files of snapshots: which are kept, writing one whole, and reading one back."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import safetensors.torch
from safetensors import SafetensorError, safe_open
from torch import Tensor

from bertscope.engine import disk
from bertscope.engine.folder import LoadedModel, load_model, load_with
from bertscope.errors import ModelError
from bertscope.places import located
from bertscope.run_folder import SNAPSHOTS, snapshot_file, source_of, step_in

EARLY = 20
"""The steps up to which snapshots lie about equally dense: c in ``ln(s + c)``."""
MOST = 1000
"""Snapshots that are kept at the most, however small they are."""
TEMPORARY = ".tmp"
_DIGEST = "sha256"


def surplus(sizes: Mapping[int, int], budget: int) -> list[int]:
    """The steps to remove so that the others take no more than `budget` bytes.

    Again and again that one goes without which the gap between its neighbours is least, on the
    scale of ``ln(s + c)``; the newest goes before the first only where there is room for one.

    Parameters
    ----------
    sizes
        Bytes of each kept step.
    """
    steps, total = np.array(sorted(sizes)), sum(sizes.values())
    gone: list[int] = []
    while len(steps) and (total > budget or len(steps) > MOST):
        u = np.log(steps + EARLY)
        at = int(np.argmin(u[2:] - u[:-2])) + 1 if len(steps) > 2 else len(steps) - 1
        gone.append(int(steps[at]))
        total -= sizes[gone[-1]]
        steps = np.delete(steps, at)
    return gone


def write_snapshot(path: Path, weights: dict[str, Tensor]) -> int:
    """Write weights so that the file is whole or not there; its size in bytes.

    Raises
    ------
    OSError
        If it can't be written.
    """
    temporary = path.with_name(path.name + TEMPORARY)
    try:
        try:
            safetensors.torch.save_file(weights, temporary, {_DIGEST: _digest(weights)})
        except SafetensorError as error:
            raise OSError(str(error)) from error
        disk.sync_file(temporary)
        size = temporary.stat().st_size
        disk.move(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)
    return size


def load_snapshot(folder: Path, step: int) -> LoadedModel:
    """The model of a run as it was at a step, equal to the last bit.

    Raises
    ------
    ModelError
        If the step isn't kept, or what was kept is damaged.
    TextError
        If its vocabulary can't be used.
    """
    path = snapshot_file(folder, step)
    try:
        # Read, not mapped: thinning may remove the file at any time.
        with safe_open(path, framework="pt", backend="pread") as file:
            weights, about = file.get_tensors(), file.metadata() or {}
    except FileNotFoundError as error:
        raise ModelError(
            f"The weights of step {step} are not kept: choose another step."
        ) from error
    except (OSError, SafetensorError) as error:
        raise ModelError(_damaged(step)) from error
    if about.get(_DIGEST) != _digest(weights):
        raise ModelError(_damaged(step))
    return load_with(folder / SNAPSHOTS, weights)


def load_named(name: str | Path) -> LoadedModel:
    """The model of a folder, the newest one of a run, or by its name one that ships.

    Raises
    ------
    ModelError, TextError
        As `load_model` and `load_snapshot`.
    """
    return load_source(source_of(located(str(name))))


def load_source(source: Path) -> LoadedModel:
    """The model that `source_of` found.

    Raises
    ------
    ModelError, TextError
        As `load_model` and `load_snapshot`.
    """
    step = step_in(source)
    if step is None or source.parent.name != SNAPSHOTS:
        return load_model(source)
    return load_snapshot(source.parent.parent, step)


def _damaged(step: int) -> str:
    return f"The weights kept of step {step} are damaged: choose another step."


def _digest(weights: Mapping[str, Tensor]) -> str:
    """sha256 of names, shapes and numbers."""
    digest = hashlib.sha256()
    for name in sorted(weights):
        digest.update(f"{name} {tuple(weights[name].shape)} {weights[name].dtype}\n".encode())
        digest.update(weights[name].numpy().data)
    return digest.hexdigest()
