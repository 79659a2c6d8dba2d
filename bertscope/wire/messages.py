"""What window and engine say to each other: typed values, no pickle, no torch, no Qt.

The window sends a `Request`, the engine sends a `Reply`. Arrays travel as bytes with their shape.
"""

import math
from typing import TYPE_CHECKING

import msgspec
import numpy as np

from bertscope.recipe import Recipe
from bertscope.run_folder import StepRow as StepRow  # part of a message too

if TYPE_CHECKING:
    from numpy.typing import NDArray

PROTOCOL = 2
"""Raised whenever a message changes its meaning; window and engine must agree on it."""
_FLOATS = ("<f4", ">f4")
_MOST_AXES = 4


class Message(msgspec.Struct, frozen=True, tag=True, omit_defaults=True):
    """One message; its class name travels as its tag."""


class Array(msgspec.Struct, frozen=True, array_like=True):
    """A C-contiguous array of float32; `dtype` tells the order of its bytes.

    Raises
    ------
    ValueError
        If the bytes are not those of such an array; to a decoder that is a damaged message.
    """

    shape: tuple[int, ...]
    dtype: str
    data: bytes

    def __post_init__(self) -> None:
        count = math.prod(self.shape) if len(self.shape) <= _MOST_AXES else -1
        fits = min(self.shape, default=0) >= 0 and 4 * count == len(self.data)
        if self.dtype not in _FLOATS or not fits:
            raise ValueError("An array's bytes are not those of its shape")

    @classmethod
    def of(cls, array: "NDArray[np.float32]") -> "Array":
        return cls(array.shape, array.dtype.str, np.ascontiguousarray(array).tobytes())

    def numpy(self) -> "NDArray[np.float32]":
        """A read-only view of the bytes."""
        return np.frombuffer(self.data, self.dtype).reshape(self.shape)


class ModelRef(msgspec.Struct, frozen=True):
    """What a probe is aimed at: a model folder, or the model of the run in that folder."""

    folder: str


# --- Requests ---------------------------------------------------------------------------------


class OpenModel(Message, frozen=True):
    """Load a model folder, so that probes of it are answered at once."""

    id: int
    model: ModelRef


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


class Probe(Message, frozen=True):
    """One look at one model with one pair and one mask plan.

    A newer probe of the same view takes the place of one that has not started.

    Attributes
    ----------
    ids, segments
        What the model reads, mask plan applied.
    labels
        For each chosen position the id that stood there.
    nsp_label
        0 if B follows A, 1 if not, None without B.
    sources
        For each token 0 if it is of A, 1 of B, 2 if it is [CLS] or [SEP]; needed for thumbnails.
    wants
        What else is looked at.
    """

    id: int
    view: str
    model: ModelRef
    ids: list[int]
    segments: list[int]
    labels: dict[int, int] = {}
    nsp_label: int | None = None
    sources: list[int] = []
    wants: Wants = Wants()


class MapVocabulary(Message, frozen=True):
    """Where all token embeddings of a model lie in the plane of their two main directions."""

    id: int
    model: ModelRef


class PickSentence(Message, frozen=True):
    """Pick a sentence of a corpus at random; the same seed picks the same one.

    Attributes
    ----------
    corpus
        As in a recipe: the name of a built-in corpus, or a file or folder.
    """

    id: int
    corpus: str
    seed: int


class Train(Message, frozen=True):
    """Begin a run in `folder`, or continue the one that is there. It starts paused at `play` 0.

    Attributes
    ----------
    play
        Steps to do before pausing; None for all.
    """

    id: int
    recipe: Recipe
    folder: str
    resume: bool = False
    play: int | None = None


class Play(Message, frozen=True):
    """Go on with the run: for `steps` steps, or to its end."""

    steps: int | None = None


class Pause(Message, frozen=True):
    """Hold the run after the step at hand."""


class StopAt(Message, frozen=True):
    """Move the run's last step."""

    steps: int


class EndRun(Message, frozen=True):
    """Save the run's model and checkpoint and let go of it."""


class Shutdown(Message, frozen=True):
    """End the engine; a run is saved first."""


Request = (
    OpenModel
    | Probe
    | MapVocabulary
    | PickSentence
    | Train
    | Play
    | Pause
    | StopAt
    | EndRun
    | Shutdown
)


# --- Replies ----------------------------------------------------------------------------------


class DeviceInfo(msgspec.Struct, frozen=True):
    """A device to train on: its name for a recipe, and its name for people."""

    name: str
    label: str


class Ready(Message, frozen=True):
    """The engine has started."""

    protocol: int
    version: str
    torch: str
    pid: int
    devices: list[DeviceInfo]


class ModelInfo(msgspec.Struct, frozen=True):
    """What a model is."""

    ref: ModelRef
    name: str
    layers: int
    width: int
    heads: int
    parameters: int
    vocabulary_size: int
    max_length: int
    new_heads: list[str] = []


class ModelOpened(Message, frozen=True):
    """A model is loaded."""

    id: int
    model: ModelInfo


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


class Neighbour(msgspec.Struct, frozen=True, array_like=True):
    """An entry of the vocabulary, and the cosine between its embedding and the one looked at."""

    token_id: int
    cosine: float


class Heads(msgspec.Struct, frozen=True):
    """The heads of a layer that were wanted whole.

    Attributes
    ----------
    layer, numbers
        Which they are, from 0.
    weights
        Attention, from row to column, (heads, L, L); rows sum to one.
    queries, keys
        (heads, L, H). A weight is the softmax over the keys of ``q·k / sqrt(H)``.
    """

    layer: int
    numbers: list[int]
    weights: Array
    queries: Array
    keys: Array


class Look(Message, frozen=True):
    """The answer to a `Probe`; what it didn't want is None.

    Attributes
    ----------
    step
        Of the run whose model was looked at; None for a model folder.
    layers
        Of the model.
    token_rows, segment_rows, position_rows, sum, normalized
        The embeddings, their sum, and the sum after LayerNorm, (L, D) each.
    pooled
        What the next-sentence head reads: the pooler's tanh of the vector C, (D,).
    c
        The last hidden state of [CLS], (D,).
    nsp_logits
        Index 0 says that B is next, (2,).
    thumbnails
        Attention of every head, (layers, heads, S, S): the weights themselves up to S tokens,
        beyond that the greatest of each block of neighbours.
    blocks
        Share of each head's attention from rows to columns of A, B, and [CLS] with [SEP],
        (layers, heads, 3, 3); the nine sum to one.
    hidden_states
        The encoder's input and every layer's output, (layers + 1, L, D).
    distribution
        Probabilities at the wanted position, (V,).
    """

    id: int
    view: str
    model: ModelRef
    step: int | None
    layers: int
    token_rows: Array
    segment_rows: Array
    position_rows: Array
    sum: Array
    normalized: Array
    c: Array
    pooled: Array
    nsp_logits: Array
    predictions: list[Prediction]
    is_next_probability: float
    mlm_loss: float | None = None
    nsp_loss: float | None = None
    thumbnails: Array | None = None
    blocks: Array | None = None
    heads: Heads | None = None
    hidden_states: Array | None = None
    neighbours: list[Neighbour] | None = None
    distribution: Array | None = None


class VocabularyMap(Message, frozen=True):
    """The answer to `MapVocabulary`.

    Attributes
    ----------
    points
        (V, 2), in the plane of the two main directions of the centred table.
    shares
        Of the table's variance that each direction holds.
    """

    id: int
    model: ModelRef
    step: int | None
    points: Array
    shares: tuple[float, float]


class Sentence(Message, frozen=True):
    """The answer to `PickSentence`."""

    id: int
    text: str


class Failed(Message, frozen=True):
    """A request that can't be met, in a sentence; `id` is 0 where the request has none."""

    id: int
    sentence: str


class Progress(Message, frozen=True):
    """How far a long preparation is; `fraction` 0 to 1, or None where the end isn't known."""

    text: str
    fraction: float | None


class RunStarted(Message, frozen=True):
    """The run's model is there and can be probed.

    Attributes
    ----------
    random_share
        The share of the first epoch's pairs whose B is random.
    notes
        What the user should know of corpus and model, a sentence each.
    """

    id: int
    folder: str
    model: ModelInfo
    device: DeviceInfo
    step: int
    steps: int
    random_share: float = 0.0
    notes: list[str] = []


class Metrics(Message, frozen=True):
    """The steps that the run in `folder` has done since the last such message."""

    folder: str
    rows: list[StepRow]


class RunPaused(Message, frozen=True):
    """The run in `folder` holds at `step`: it was asked to, or it is `finished`."""

    folder: str
    step: int
    finished: bool = False


class RunFailed(Message, frozen=True):
    """The run could not go on; what it had saved is in its `folder`."""

    folder: str
    step: int
    sentence: str


class RunEnded(Message, frozen=True):
    """The run is let go of; it is saved, unless a `Failed` follows that says why not."""

    folder: str


Reply = (
    Ready
    | ModelOpened
    | Look
    | VocabularyMap
    | Sentence
    | Failed
    | Progress
    | RunStarted
    | Metrics
    | RunPaused
    | RunFailed
    | RunEnded
)
