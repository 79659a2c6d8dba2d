"""What a trainer trains on, and by what it is judged: masked pairs, or labelled examples."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Generator, Sequence
from contextlib import AbstractContextManager
from typing import Any, ClassVar, NamedTuple, Protocol, Self

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from bertscope.engine.config import BertConfig
from bertscope.engine.distributed import Ranks
from bertscope.engine.model import HeadedBert
from bertscope.engine.reports import HeldOut
from bertscope.recipe import Recipe
from bertscope.text.masking import MaskRule

# What is drawn, besides pairs and masks: the last part of a key, so that no two draws share one.
ORDER, DROPOUT, HELD_OUT = range(3)


def draw(*key: int) -> np.random.Generator:
    """Random numbers that depend on what they are drawn for alone."""
    return np.random.Generator(np.random.Philox(np.random.SeedSequence(key)))


class Rows(NamedTuple):
    """Which rows of an epoch in their drawn order a step takes, how masked, and cut into what."""

    epoch: int
    first: int
    end: int
    mask: MaskRule
    micro_batch: int


class Work(NamedTuple):
    """A step's micro-batches, with how many chosen positions, rows and tokens they hold."""

    parts: Sequence[Any]
    chosen: int
    pairs: int
    tokens: int


class EpochRows(Protocol):
    """The rows of one epoch."""

    @property
    def lengths(self) -> NDArray[np.int64]:
        """Tokens of each."""

    def __len__(self) -> int: ...

    def work(self, own: NDArray[np.int64], rows: Rows, device: torch.device) -> Work:
        """Some of them as micro-batches on the device."""


class Tally(ABC):
    """What some rows of a step come to: sums, which add up to those of the whole step.

    Attributes
    ----------
    MEASURES
        The fields of `StepMetrics` that `numbers` tells.
    """

    MEASURES: ClassVar[tuple[str, ...]]

    @property
    @abstractmethod
    def loss(self) -> Tensor:
        """What is minimised, of these rows."""

    @abstractmethod
    def share_of(self, chosen: int, pairs: int) -> Tensor:
        """What they add to the loss of a step of so many chosen positions and rows."""

    @abstractmethod
    def numbers(self) -> list[Tensor]:
        """Those of `MEASURES`, of one type."""

    @property
    @abstractmethod
    def sums(self) -> Tensor:
        """All sums; the counts are not among them."""

    @abstractmethod
    def detach(self) -> Self:
        """Without gradients."""

    @abstractmethod
    def __add__(self, other: Self) -> Self: ...


Looking = Callable[[], AbstractContextManager[None]]
"""Holds what a forward pass without training is done in."""


class Subject(ABC):
    """What a model learns.

    Attributes
    ----------
    SUMS
        How many `Tally.sums` there are.
    """

    SUMS: ClassVar[int]

    @abstractmethod
    def rows(self, epoch: int) -> EpochRows:
        """What one epoch trains on.

        Raises
        ------
        BertscopeError
            If there is nothing.
        """

    @abstractmethod
    def micro_batch_size(
        self, recipe: Recipe, config: BertConfig, device: torch.device, *, interactive: bool
    ) -> int:
        """Rows a forward pass, at the most."""

    @abstractmethod
    def hold_out(
        self, recipe: Recipe, micro_batch: int, device: torch.device, ranks: Ranks
    ) -> None:
        """Prepare what is only measured on; called once.

        Raises
        ------
        BertscopeError
            If there is nothing.
        """

    @abstractmethod
    def judge(self, model: HeadedBert, part: Any, recipe: Recipe) -> Tally:
        """Compare what the model makes of a part with what is right."""

    @abstractmethod
    def tally(self, sums: Tensor, chosen: int, pairs: int, recipe: Recipe) -> Tally:
        """Sums over all processes, of so many chosen positions and rows."""

    @abstractmethod
    def evaluate(
        self, model: HeadedBert, recipe: Recipe, looking: Looking
    ) -> Generator[None, None, HeldOut]:
        """Measure what is held out; yields between parts, where others may have their turn."""

    @abstractmethod
    def loss_of_guessing(self, config: BertConfig) -> float:
        """What a model reaches that knows nothing, in nats; infinite where that can't be said."""
