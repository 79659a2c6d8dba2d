"""What is asked of a look at a model, and what a look or a step tells: values that engine and
messages share."""

import msgspec

from bertscope.task import Kind, Metric


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
    attribution
        Whether it is wanted how much each token counts for the answer of a fine-tuned model.
    """

    positions: list[int] = []
    top_k: int = 5
    thumbnails: int = 0
    layer: int = 0
    heads: list[int] = []
    hidden_states: bool = False
    neighbours_of: int | None = None
    distribution_at: int | None = None
    attribution: bool = False


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


class Span(msgspec.Struct, frozen=True, array_like=True):
    """An answer: tokens `start` to `end`, both within; no answer is (0, 0), at [CLS].

    `score` is the sum of both logits, `probability` the product of both probabilities.
    """

    start: int
    end: int
    score: float
    probability: float


class Answer(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a fine-tuned model answers.

    Attributes
    ----------
    kind
        Of its head.
    labels
        The names of its classes; empty but for classification.
    logits, probabilities
        Of the classes. In regression the first holds the number itself, and the second is empty.
    starts, ends
        Of question answering: the probability that the answer starts or ends there, for each token.
        [CLS] stands for no answer; elsewhere only tokens of the passage can be part of one.
    spans
        Answers, the best first, no answer among them.
    said
        The class that is answered, or in question answering the place in `spans`; -1 in regression.
    label, loss
        The class that is right and ``-ln p`` of it in nats; None where it isn't known.
    attribution
        Gradient times input for each token: the slope of the answer's logit along the token's own
        embedding, times that embedding, while segment and position stay. (Along the sum of the
        three it would be 0, for LayerNorm takes out how long the sum is.) Empty where it isn't
        wanted. In question answering the logit is the answer's score.
    """

    kind: Kind
    labels: list[str] = []
    logits: list[float] = []
    probabilities: list[float] = []
    starts: list[float] = []
    ends: list[float] = []
    spans: list[Span] = []
    said: int = -1
    label: int | None = None
    loss: float | None = None
    attribution: list[float] = []

    @property
    def best(self) -> Span | None:
        """The span that is answered; None where the answer isn't one."""
        return self.spans[self.said] if 0 <= self.said < len(self.spans) else None


class Score(msgspec.Struct, frozen=True, array_like=True):
    """How well labelled examples are answered, by one metric; 1 at best."""

    metric: Metric
    value: float


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
