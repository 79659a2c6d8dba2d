"""A step's batch is cut into micro-batches, so that the engine can answer in between.

Axes: B batch, L length, M chosen positions.
"""

import math
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from bertscope.engine.config import BertConfig
from bertscope.recipe import Recipe
from bertscope.text.pairs import Batch

CPU_FLOPS_A_MICRO_BATCH = 2e9
"""Some 50 to 100 ms of one core: short enough to answer while someone types."""


@dataclass(frozen=True, eq=False)
class MicroBatch:
    """Part of a batch on the device; as `Batch`, but `lengths_B` is None where all are equal."""

    ids_BL: Tensor
    segments_BL: Tensor
    lengths_B: Tensor | None
    chosen_M: Tensor
    targets_M: Tensor
    labels_B: Tensor


def cut_batch(batch: Batch, size: int, device: torch.device) -> list[MicroBatch]:
    """Cut a batch into parts of `size` rows, each trimmed to its longest row.

    Rows of like length come together: what is not padding need not be computed.
    """
    order = np.argsort(batch.lengths_B, kind="stable")
    return [_part(batch, order[i : i + size], device) for i in range(0, len(order), size)]


def _part(batch: Batch, rows: NDArray[np.intp], device: torch.device) -> MicroBatch:
    lengths_B = batch.lengths_B[rows]
    width, length = batch.ids_BL.shape[1], int(lengths_B.max())
    place_of = np.full(len(batch.lengths_B), -1, np.int64)
    place_of[rows] = np.arange(len(rows))
    place_M = place_of[batch.chosen_M // width]
    here_M = place_M >= 0
    chosen_M = place_M * length + batch.chosen_M % width

    def tensor(array: NDArray[np.int64]) -> Tensor:
        return torch.from_numpy(np.ascontiguousarray(array)).to(device)

    return MicroBatch(
        tensor(batch.ids_BL[rows, :length]),
        tensor(batch.segments_BL[rows, :length]),
        None if (lengths_B == length).all() else tensor(lengths_B),
        tensor(chosen_M[here_M]),
        tensor(batch.targets_M[here_M]),
        tensor(batch.labels_B[rows]),
    )


def micro_batch_size(recipe: Recipe, config: BertConfig, device: torch.device) -> int:
    """Pairs a forward pass, of parts as equal as can be.

    Where the recipe leaves it open, a GPU takes the whole batch and a CPU about
    `CPU_FLOPS_A_MICRO_BATCH`. Nothing is timed, so that the same recipe gives the same run.
    """
    size = recipe.micro_batch or recipe.batch_size
    if not recipe.micro_batch and device.type == "cpu":
        size = int(CPU_FLOPS_A_MICRO_BATCH / training_flops(recipe, config))
    parts = math.ceil(recipe.batch_size / min(max(size, 1), recipe.batch_size))
    return math.ceil(recipe.batch_size / parts)


def training_flops(recipe: Recipe, config: BertConfig) -> float:
    """Useful FLOPs of training on one pair of full length: three times the forward pass's."""
    width, inner, length = config.hidden_size, config.intermediate_size, recipe.max_length
    projections = 2 * length * (4 * width**2 + 2 * width * inner)
    attention = 4 * width * length**2
    chosen = recipe.mask.rate * length
    masked_lm = 2 * chosen * (width**2 + width * config.vocab_size)
    next_sentence = 2 * (width**2 + 2 * width)
    layers = config.num_hidden_layers * (projections + attention)
    return 3 * (layers + masked_lm + next_sentence)
