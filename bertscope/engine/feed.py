"""Which pairs a step takes; those of the next one are prepared while this one is computed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray

from bertscope.engine.background import Background
from bertscope.engine.batches import MicroBatch, cut_batch
from bertscope.engine.distributed import Ranks
from bertscope.errors import CorpusError
from bertscope.recipe import Recipe
from bertscope.text.masking import MaskRule
from bertscope.text.pairs import PairRows

# What is drawn, besides pairs and masks: the last part of a key, so that no two draws share one.
_ORDER, DROPOUT, _HELD_OUT = range(3)


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
    """A step's micro-batches, with how many chosen positions, pairs and tokens they hold."""

    parts: list[MicroBatch]
    chosen: int
    pairs: int
    tokens: int


@dataclass(frozen=True, eq=False)
class _Epoch:
    number: int
    rows: PairRows
    order: NDArray[np.int64]


class Feed:
    """Hands out what steps are done on.

    Parameters
    ----------
    rows
        Gives the pairs of an epoch.
    seed
        Of all that is drawn.
    device
        Where the micro-batches go.
    ranks
        The processes that share them.
    """

    def __init__(
        self, rows: Callable[[int], PairRows], seed: int, device: torch.device, ranks: Ranks
    ) -> None:
        self._rows_of = rows
        self._seed = seed
        self._device = device
        self._ranks = ranks
        self._epoch: _Epoch | None = None
        self._ahead: tuple[Rows, Background[Work]] | None = None

    def rows_from(self, epoch: int, row: int, recipe: Recipe, micro_batch: int) -> Rows:
        """What a step takes of which so many rows of an epoch were read before.

        The rest of an epoch that fills no batch is left out.
        """
        opened, first = self._open(epoch), row
        size = min(recipe.batch_size, len(opened.order))
        if first + size > len(opened.order):
            opened, first = self._open(epoch + 1), 0
            size = min(recipe.batch_size, len(opened.order))
        return Rows(opened.number, first, first + size, recipe.mask, micro_batch)

    def take(self, rows: Rows, *, last: bool) -> Work:
        """The work on these rows; unless it is the last, that on those behind them is begun."""
        ahead, self._ahead = self._ahead, None
        epoch = self._open(rows.epoch)
        # Whoever changes the recipe or goes back to a checkpoint needs other work than expected.
        work = ahead[1].result() if ahead and ahead[0] == rows else self._prepare(epoch, rows)
        later = rows._replace(first=rows.end, end=2 * rows.end - rows.first)
        if later.end <= len(epoch.order) and not last:
            self._ahead = self._begin(later)
        return work

    def peek(self, rows: Rows) -> Work:
        """The very work on these rows that `take` will give."""
        if self._ahead is None or self._ahead[0] != rows:
            self._ahead = self._begin(rows)
        return self._ahead[1].result()

    def held_out(self, rows: PairRows, recipe: Recipe, micro_batch: int) -> list[MicroBatch]:
        """Pairs to measure on.

        Raises
        ------
        CorpusError
            If there is none.
        """
        _require_pairs(rows)
        drawn = draw(self._seed, _HELD_OUT).permutation(len(rows))[: recipe.held_out_pairs]
        own = self._ranks.share(drawn, rows.lengths, micro_batch)
        batch = rows.batch(own, recipe.mask, seed=self._seed, epoch=0)
        return cut_batch(batch, micro_batch, self._device)

    def _begin(self, rows: Rows) -> tuple[Rows, Background[Work]]:
        epoch = self._open(rows.epoch)
        return rows, Background(lambda: self._prepare(epoch, rows))

    def _prepare(self, epoch: _Epoch, rows: Rows) -> Work:
        drawn = epoch.order[rows.first : rows.end]
        own = self._ranks.share(drawn, epoch.rows.lengths, rows.micro_batch)
        batch = epoch.rows.batch(own, rows.mask, seed=self._seed, epoch=rows.epoch)
        return Work(
            cut_batch(batch, rows.micro_batch, self._device),
            len(batch.chosen_M),
            len(batch.labels_B),
            int(batch.lengths_B.sum()),
        )

    def _open(self, number: int) -> _Epoch:
        if self._epoch is None or self._epoch.number != number:
            rows = self._rows_of(number)
            _require_pairs(rows)
            order = draw(self._seed, number, _ORDER).permutation(len(rows))
            self._epoch = _Epoch(number, rows, order)
        return self._epoch


def _require_pairs(rows: PairRows) -> None:
    if not len(rows):
        raise CorpusError("The corpus is too small to make pairs of: choose a longer text.")
