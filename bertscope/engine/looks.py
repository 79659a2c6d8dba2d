"""What a look at a model may want, and what it returns: plain values.

Axes: L length, D model width, H head width, S side of a thumbnail, V vocabulary.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Wants:
    """What a look holds beside the embeddings, the predictions and the losses.

    Attributes
    ----------
    positions
        Where predictions are wanted beside the chosen positions.
    top_k
        Tokens a prediction lists at the most.
    thumbnails
        The side of the heads' thumbnails at the most; 0 for none.
    layer, heads
        The heads wanted whole, of one layer, from 0; those that the model hasn't are left out, and
        where none is left it is the first; a layer beyond the last one is the last one.
    hidden_states
        Whether the hidden states of all layers are wanted.
    neighbours_of
        A token whose nearest vocabulary entries are wanted, by its id.
    distribution_at
        A position at which the probabilities of the whole vocabulary are wanted.
    attention, logits
        Whether all heads are wanted whole, and the logits at all positions.
    """

    positions: Sequence[int] = ()
    top_k: int = 5
    thumbnails: int = 0
    layer: int = 0
    heads: Sequence[int] = ()
    hidden_states: bool = False
    neighbours_of: int | None = None
    distribution_at: int | None = None
    attention: bool = False
    logits: bool = False


@dataclass(frozen=True)
class Prediction:
    """What the model says at one position T_i.

    Attributes
    ----------
    top_ids, top_probabilities
        The likeliest tokens, likeliest first.
    original_id, original_probability, rank, loss
        The token that stood there, its probability, its place among all tokens (1 is best) and
        its cross entropy in nats. Where the position isn't chosen it is the token that is read.
    chosen
        Whether the loss there is part of the objective.
    """

    position: int
    top_ids: tuple[int, ...]
    top_probabilities: tuple[float, ...]
    original_id: int
    original_probability: float
    rank: int
    loss: float
    chosen: bool


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
