"""What a look at a model returns: plain values.

Axes: L length, D model width, H head width, S side of a thumbnail, V vocabulary.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bertscope.looks import Prediction

Floats = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Heads:
    """Some heads of a layer, whole.

    Attributes
    ----------
    layer, numbers
        Which they are, from 0.
    weights
        Attention, from row to column, (heads, L, L).
    queries, keys
        (heads, L, H). A weight is the softmax over the keys of ``q·k / sqrt(H)``.
    """

    layer: int
    numbers: tuple[int, ...]
    weights: Floats
    queries: Floats
    keys: Floats


@dataclass(frozen=True, eq=False)
class Look:
    """What one look returns; what wasn't wanted is None.

    Attributes
    ----------
    layers
        Of the model.
    token_rows, segment_rows, position_rows, sum, normalized
        The embeddings, their sum, and the sum after LayerNorm, (L, D) each.
    c, pooled
        The last hidden state of [CLS], and the pooler's tanh of it, (D,) each.
    nsp_logits
        Index 0 says that B is next, (2,).
    predictions
        One for each chosen position and each wanted one, by position.
    is_next_probability
        That B is next, 0 to 1. Without meaning where there is no B.
    mlm_loss, nsp_loss
        The objective's parts in nats; None where nothing is chosen, or there is no B.
    thumbnails
        Attention of every head made small, (layers, heads, S, S).
    blocks
        Shares of each head's attention from part to part of the pair, (layers, heads, 3, 3).
    heads
        Those that were wanted whole.
    hidden_states
        The encoder's input and every layer's output, (layers + 1, L, D).
    neighbours
        Nearest vocabulary entries by id, each with the cosine.
    distribution
        Probabilities at the wanted position, (V,).
    attention
        Of all heads, from row to column, (layers, heads, L, L).
    mlm_logits
        At all positions, (L, V).
    """

    layers: int
    token_rows: Floats
    segment_rows: Floats
    position_rows: Floats
    sum: Floats
    normalized: Floats
    c: Floats
    pooled: Floats
    nsp_logits: Floats
    predictions: tuple[Prediction, ...]
    is_next_probability: float
    mlm_loss: float | None
    nsp_loss: float | None
    thumbnails: Floats | None
    blocks: Floats | None
    heads: Heads | None
    hidden_states: Floats | None
    neighbours: tuple[tuple[int, float], ...] | None
    distribution: Floats | None
    attention: Floats | None
    mlm_logits: Floats | None
