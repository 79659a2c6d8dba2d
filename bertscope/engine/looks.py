"""What a look at a model returns: plain values.

Axes: L length, D model width, H head width, S side of a thumbnail, V vocabulary.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bertscope.looks import Answer, Prediction

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
        The last hidden state of [CLS], and the pooler's tanh of it, (D,) each; no `pooled` without
        a pooler.
    predictions
        One for each chosen position and each wanted one, by position. None by a fine-tuned model.
    nsp_logits
        Index 0 says that B is next, (2,). None of a fine-tuned model.
    is_next_probability
        That B is next, 0 to 1. Without meaning where there is no B; None of a fine-tuned model.
    mlm_loss, nsp_loss
        The objective's parts in nats; None where nothing is chosen, there is no B, or the model
        was fine-tuned.
    answer
        What a fine-tuned model answers; None of one with the heads of pre-training.
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
        Probabilities at the wanted position, (V,). None of a fine-tuned model.
    attention
        Of all heads, from row to column, (layers, heads, L, L).
    mlm_logits
        At all positions, (L, V). None of a fine-tuned model.
    """

    layers: int
    token_rows: Floats
    segment_rows: Floats
    position_rows: Floats
    sum: Floats
    normalized: Floats
    c: Floats
    pooled: Floats | None
    predictions: tuple[Prediction, ...] = ()
    nsp_logits: Floats | None = None
    is_next_probability: float | None = None
    mlm_loss: float | None = None
    nsp_loss: float | None = None
    answer: Answer | None = None
    thumbnails: Floats | None = None
    blocks: Floats | None = None
    heads: Heads | None = None
    hidden_states: Floats | None = None
    neighbours: tuple[tuple[int, float], ...] | None = None
    distribution: Floats | None = None
    attention: Floats | None = None
    mlm_logits: Floats | None = None
