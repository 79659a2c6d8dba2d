"""The values that messages are made of."""

import math
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec
import numpy as np

from bertscope.recipe import Recipe
from bertscope.run_folder import About
from bertscope.task import Kind
from bertscope.text.reader import Reader
from bertscope.text.tokenizer import WordPieceTokenizer

if TYPE_CHECKING:
    from numpy.typing import NDArray

_SIZES = {"<f4": 4, ">f4": 4, "<f8": 8, ">f8": 8}
_MOST_AXES = 4


class Message(msgspec.Struct, frozen=True, tag=True, omit_defaults=True):
    """One message; its class name travels as its tag."""


class Array(msgspec.Struct, frozen=True, array_like=True):
    """A C-contiguous array of float32 or float64; `dtype` tells which, and the order of its bytes.

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
        size = _SIZES.get(self.dtype, 0)
        if not size or min(self.shape, default=0) < 0 or size * count != len(self.data):
            raise ValueError("An array's bytes are not those of its shape")

    @classmethod
    def of(cls, array: "NDArray[np.floating]") -> "Array":
        return cls(array.shape, array.dtype.str, np.ascontiguousarray(array).tobytes())

    def numpy(self) -> "NDArray[np.floating]":
        """A read-only view of the bytes."""
        return np.frombuffer(self.data, self.dtype).reshape(self.shape)


class ModelRef(msgspec.Struct, frozen=True):
    """What a probe is aimed at.

    Attributes
    ----------
    folder
        Of a model or a run, on the engine's machine; or the name of a model that ships, see
        `bertscope.places.located`.
    step
        Of a run: the step whose weights are meant, which must be kept. None for the newest ones,
        and for a model folder.
    """

    folder: str
    step: int | None = None


class Words(msgspec.Struct, frozen=True):
    """A model's tokenizer and positions: what it takes to turn sentences into its input.

    Attributes
    ----------
    pieces
        The vocabulary in the order of its ids.
    lowercase, strip_accents, handle_chinese_chars
        As of `WordPieceTokenizer`.
    max_length
        The model's positions.
    """

    pieces: list[str]
    lowercase: bool
    strip_accents: bool | None
    handle_chinese_chars: bool
    max_length: int

    @classmethod
    def of(cls, tokenizer: WordPieceTokenizer, max_length: int) -> "Words":
        return cls(
            list(tokenizer.vocabulary),
            tokenizer.lowercase,
            tokenizer.strip_accents,
            tokenizer.handle_chinese_chars,
            max_length,
        )

    def reader(self) -> Reader:
        """What reads pairs with them.

        Raises
        ------
        TextError
            If the vocabulary is none of BERT's.
        """
        tokenizer = WordPieceTokenizer(
            self.pieces,
            lowercase=self.lowercase,
            strip_accents=self.strip_accents,
            handle_chinese_chars=self.handle_chinese_chars,
        )
        return Reader(tokenizer, self.max_length)


class Loss(StrEnum):
    """A part of the objective, or the whole."""

    MLM = "masked LM loss"
    NSP = "next sentence loss"
    TOTAL = "total loss"


class Split(StrEnum):
    """Parts of labelled data: what is measured on while it trains, and what is kept for the end."""

    DEV = "dev"
    TEST = "test"


class TaskRow(msgspec.Struct, frozen=True, array_like=True):
    """A labelled example as people read it; `label` is the class, the number or the answer."""

    a: str
    b: str
    label: str


class Judged(msgspec.Struct, frozen=True, array_like=True):
    """A labelled example and what a model answers.

    Attributes
    ----------
    a, b
        Its texts.
    right, said
        The label and the answer in words; of question answering no answer is empty.
    probability
        Of what was said; None in regression.
    score
        1 where it is right; in question answering its F1, in regression the squared difference.
    """

    a: str
    b: str
    right: str
    said: str
    probability: float | None
    score: float


class Goal(msgspec.Struct, frozen=True, omit_defaults=True):
    """When a run that plays holds again: as soon as one of these is so; without any, at its end.

    Attributes
    ----------
    steps
        So many steps were done from here; 0 holds at once.
    step
        That step was reached.
    seconds
        So many seconds of training were spent from here, pauses left out.
    loss, below
        The mean of that loss over the last `GOAL_STEPS` training steps from here is below a value.
    """

    steps: int | None = None
    step: int | None = None
    seconds: float | None = None
    loss: Loss | None = None
    below: float = 0.0


GOAL_STEPS = 10
"""A goal's loss is the mean over so many steps: one batch alone may be lucky."""


class DeviceInfo(msgspec.Struct, frozen=True):
    """A device to train on: its name for a recipe, and its name for people."""

    name: str
    label: str


class ModelInfo(msgspec.Struct, frozen=True):
    """What a model is.

    Attributes
    ----------
    new_heads
        Those that its folder lacked: they have random weights.
    task, labels
        What it was fine-tuned for, and its classes; None of one with the heads of pre-training.
    """

    ref: ModelRef
    name: str
    layers: int
    width: int
    heads: int
    parameters: int
    vocabulary_size: int
    max_length: int
    new_heads: list[str] = []
    task: Kind | None = None
    labels: list[str] = []


class RunInfo(msgspec.Struct, frozen=True):
    """A run as a list shows it.

    Attributes
    ----------
    folder
        On the engine's machine.
    name, note
        As someone has called it, else the folder's name.
    recipe
        What it was made with; None where `trouble` says why that can't be read.
    created
        In UTC, as ISO 8601 writes it.
    step
        Steps done.
    losses
        The last held-out losses, masked LM and next sentence; None where not measured yet.
    seconds
        Of training.
    size
        Bytes on disk.
    kept
        Of how many steps the weights are kept.
    parameters
        Of its model.
    busy
        Whether another process is training it, or this one.
    trouble
        What is wrong with the folder, in a sentence.
    score
        Of a fine-tuning, the last of its first metric on examples that are not trained on.
    """

    folder: str
    about: About
    recipe: Recipe | None = None
    created: str = ""
    step: int = 0
    losses: tuple[float | None, float | None] = (None, None)
    seconds: float = 0.0
    size: int = 0
    kept: int = 0
    parameters: int = 0
    busy: bool = False
    trouble: str = ""
    score: float | None = None


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
