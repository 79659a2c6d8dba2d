"""Which rows a step takes; those of the next one are prepared while this one is computed."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from bertscope.engine.background import Background
from bertscope.engine.distributed import Ranks
from bertscope.engine.subject import ORDER, EpochRows, Rows, Work, draw
from bertscope.recipe import Recipe


@dataclass(frozen=True, eq=False)
class _Epoch:
    number: int
    rows: EpochRows
    order: NDArray[np.int64]


class Feed:
    """Hands out what steps are done on.

    Parameters
    ----------
    rows
        Gives the rows of an epoch, of which there is at least one.
    seed
        Of all that is drawn.
    device
        Where the micro-batches go.
    ranks
        The processes that share them.
    """

    def __init__(
        self, rows: Callable[[int], EpochRows], seed: int, device: torch.device, ranks: Ranks
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

    def _begin(self, rows: Rows) -> tuple[Rows, Background[Work]]:
        epoch = self._open(rows.epoch)
        return rows, Background(lambda: self._prepare(epoch, rows))

    def _prepare(self, epoch: _Epoch, rows: Rows) -> Work:
        drawn = epoch.order[rows.first : rows.end]
        own = self._ranks.share(drawn, epoch.rows.lengths, rows.micro_batch)
        return epoch.rows.work(own, rows, self._device)

    def _open(self, number: int) -> _Epoch:
        if self._epoch is None or self._epoch.number != number:
            rows = self._rows_of(number)
            order = draw(self._seed, number, ORDER).permutation(len(rows))
            self._epoch = _Epoch(number, rows, order)
        return self._epoch
