"""What is asked of a look at a model, and what a look or a step tells: values that engine and
messages share."""

import msgspec


class Wants(msgspec.Struct, frozen=True, omit_defaults=True):
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
    """

    positions: list[int] = []
    top_k: int = 5
    thumbnails: int = 0
    layer: int = 0
    heads: list[int] = []
    hidden_states: bool = False
    neighbours_of: int | None = None
    distribution_at: int | None = None


class Prediction(msgspec.Struct, frozen=True, array_like=True):
    """What the model says at one position T_i.

    Attributes
    ----------
    top_ids, top_probabilities
        The likeliest tokens, likeliest first.
    original_id, original_probability, rank, loss
        The token that stood there, its probability, its rank from 1, and the cross entropy
        ``-ln p`` in nats. Where the position isn't chosen it is the token that the model reads.
    chosen
        Whether the loss there is part of the objective.
    """

    position: int
    top_ids: list[int]
    top_probabilities: list[float]
    original_id: int
    original_probability: float
    rank: int
    loss: float
    chosen: bool


class WeightGroup(msgspec.Struct, frozen=True):
    """A part of the model in one training step: Euclidean lengths over all its parameters.

    Attributes
    ----------
    name
        "embeddings", "layer 1" and so on, "pooler", "masked LM head", "next sentence head". The
        token embeddings, which are the decoder too, belong to the embeddings alone.
    parameters
        How many numbers it has.
    gradient, update, weights
        Lengths of the loss's gradient before clipping, of what the step added, and of the weights
        before it.
    """

    name: str
    parameters: int
    gradient: float
    update: float
    weights: float


class OneWeight(msgspec.Struct, frozen=True):
    """One number of the model in one training step.

    Attributes
    ----------
    name
        Of its parameter in the checkpoint.
    index
        Where it stands there.
    before, gradient, after
        Its value, the loss's slope along it before clipping, and its new value.
    """

    name: str
    index: tuple[int, ...]
    before: float
    gradient: float
    after: float
