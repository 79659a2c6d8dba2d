"""A step's batch is cut into micro-batches, so that the engine can answer in between.

Axes: B batch, L length, M chosen positions.
"""

from dataclasses import dataclass, replace

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from bertscope.engine.config import BertConfig
from bertscope.engine.devices import from_array, send
from bertscope.recipe import Recipe
from bertscope.text.pairs import Batch

INTERACTIVE_FLOPS = 2e9
"""Of a micro-batch: some 20 to 50 ms of one core, so that typing is answered in between."""
ALONE_FLOPS = 256e9
"""Of a micro-batch where nobody types: larger products are faster, stopping may take seconds."""


@dataclass(frozen=True, eq=False)
class MicroBatch:
    """Part of a batch on the device, as `Batch`.

    `lengths_B` stays on the host, where layouts are made; it is None where all are equal.
    """

    ids_BL: Tensor
    segments_BL: Tensor
    lengths_B: Tensor | None
    chosen_M: Tensor
    targets_M: Tensor
    labels_B: Tensor


SENT = ("ids_BL", "segments_BL", "chosen_M", "targets_M", "labels_B")
"""What of it goes to the device."""


def cut_batch(batch: Batch, size: int, device: torch.device) -> list[MicroBatch]:
    """Cut a batch into parts of `size` rows, each trimmed to its longest row.

    Rows of like length come together, so that attention sees little padding. All parts go to the
    device in one transfer, which on a GPU nothing waits for.
    """
    parts = [_part(batch, rows) for rows in by_length(batch.lengths_B, size)]
    sent = iter(send([getattr(part, name) for part in parts for name in SENT], device))
    return [replace(part, **{name: next(sent) for name in SENT}) for part in parts]


def by_length(lengths: NDArray[np.int64], size: int) -> list[NDArray[np.intp]]:
    """The indices of `lengths` in parts of `size`, from short to long."""
    order = np.argsort(lengths, kind="stable")
    return [order[i : i + size] for i in range(0, len(order), size)]


def _part(batch: Batch, rows: NDArray[np.intp]) -> MicroBatch:
    """It is on the host."""
    lengths_B = batch.lengths_B[rows]
    width, length = batch.ids_BL.shape[1], int(lengths_B.max())
    place_of = np.full(len(batch.lengths_B), -1, np.int64)
    place_of[rows] = np.arange(len(rows))
    place_M = place_of[batch.chosen_M // width]
    chosen_M = place_M * length + batch.chosen_M % width
    # Rising whichever rows stood beside them, for dropout is drawn in their order.
    here_M = np.flatnonzero(place_M >= 0)
    here_M = here_M[np.argsort(chosen_M[here_M])]

    return MicroBatch(
        ids_BL=from_array(batch.ids_BL[rows, :length]),
        segments_BL=from_array(batch.segments_BL[rows, :length]),
        lengths_B=None if (lengths_B == length).all() else from_array(lengths_B),
        chosen_M=from_array(chosen_M[here_M]),
        targets_M=from_array(batch.targets_M[here_M]),
        labels_B=from_array(batch.labels_B[rows]),
    )


def pairs_a_pass(
    recipe: Recipe, config: BertConfig, device: torch.device, *, interactive: bool = True
) -> int:
    """Pairs a forward pass, of parts as equal as can be.

    Where the recipe leaves it open, a GPU takes the whole batch and a CPU about
    `INTERACTIVE_FLOPS` or `ALONE_FLOPS`. Nothing is timed, so that the same recipe gives the same
    run.
    """
    size = recipe.micro_batch or recipe.batch_size
    if not recipe.micro_batch and device.type == "cpu":
        length = np.array([recipe.max_length])
        pair = training_flops(config, length, recipe.mask.rate * recipe.max_length)
        size = int((INTERACTIVE_FLOPS if interactive else ALONE_FLOPS) / pair)
    return even_part(size, recipe.batch_size)


def even_part(size: int, batch_size: int) -> int:
    """Rows a part where a batch is cut into parts as equal as can be, of `size` at the most."""
    parts = -(-batch_size // min(max(size, 1), batch_size))
    return -(-batch_size // parts)


def training_flops(
    config: BertConfig, lengths_B: NDArray[np.int64], chosen: float, *, all_tokens: bool = False
) -> float:
    """Useful FLOPs of training on rows of such lengths: three times the forward pass's.

    `chosen` is the number of positions to predict in all of them. Padding isn't useful, neither is
    projecting other positions to the vocabulary, nor what the last layer does behind its attention
    for tokens that no head reads; `all_tokens` says that one reads them all.
    """
    width, inner = config.hidden_size, config.intermediate_size
    tokens = float(lengths_B.sum())
    read = tokens if all_tokens else chosen + len(lengths_B)
    behind_attention = width**2 + 2 * width * inner
    projections = 2.0 * tokens * (3 * width**2 + behind_attention)
    saved = 2.0 * (tokens - read) * behind_attention
    attention = 4.0 * width * float(np.square(lengths_B).sum())
    masked_lm = 2 * chosen * (width**2 + width * config.vocab_size)
    next_sentence = 2 * len(lengths_B) * (width**2 + 2 * width)
    layers = config.num_hidden_layers * (projections + attention) - saved
    return 3 * (layers + masked_lm + next_sentence)
