"""Which weights, or which changes of weights, are drawn as lines."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bertscope.gui.attention.facts import Floats
from bertscope.gui.language import tr

Positions = NDArray[np.intp]

STEPS = (0.04, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9)
"""Weights from which lines are drawn: the first that leaves no more than `MOST_LINES`."""
CHANGE_STEPS = (0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5)
"""The same for changes, up or down, beginning at `FAINTEST` of their scale."""
FAINTEST = 0.04
MOST_LINES = 2000


@dataclass(frozen=True, eq=False)
class Lines:
    """The weights that are drawn as lines, the faintest first; one entry a line each.

    Attributes
    ----------
    head
        Index into the weights of what is shown.
    threshold
        The weight, or the change, from which lines are drawn.
    total
        How many there would be from zero.
    limit
        Where the scale of changes ends; None where these are weights.
    """

    head: Positions
    query: Positions
    key: Positions
    weight: Floats
    threshold: float
    total: int
    limit: float | None = None

    def __len__(self) -> int:
        return len(self.weight)

    @property
    def strength(self) -> Floats:
        """How strongly each is drawn, from 0 to 1 or beyond it."""
        if self.limit is None:
            return self.weight
        return np.divide(np.abs(self.weight), np.float32(self.limit), dtype=np.float32)

    @property
    def kind(self) -> Positions:
        """Those of one kind look alike: of one head; or that fell, 0, and that grew, 1."""
        return self.head if self.limit is None else (self.weight > 0).astype(np.intp)

    @property
    def words(self) -> str:
        if self.limit is not None:
            return tr(
                "changes from ±{least:g}: {count:,} of {total:,}",
                least=self.threshold,
                count=len(self),
                total=self.total,
            )
        return tr(
            "lines from {share:.0f} %: {count:,} of {total:,}",
            share=100 * self.threshold,
            count=len(self),
            total=self.total,
        )

    @property
    def none_words(self) -> str:
        """What is said where there are none."""
        if self.limit is not None:
            return tr("no weight changed by {least:g}", least=self.threshold)
        return tr("no weight reaches {share:.0f} %", share=100 * self.threshold)


def lines_of(weights: Floats, queries: Positions, keys: Positions, limit: float | None) -> Lines:
    """The lines between some queries and some keys.

    Parameters
    ----------
    weights
        (heads, L, L).
    queries, keys
        Positions whose lines are wanted.
    limit
        Where the scale of changes ends; None where these are weights.
    """
    part = weights[:, queries][:, :, keys]
    size: Floats = part
    steps: tuple[float, ...] = STEPS
    if limit is not None:
        size, steps = np.abs(part), _change_steps(limit)
    head, query, key = np.nonzero(size >= steps[0])
    size = size[head, query, key]
    threshold = _threshold(size, steps)
    order = np.argsort(size, kind="stable")[-MOST_LINES:]
    order = order[size[order] >= threshold]
    head, query, key = head[order], query[order], key[order]
    drawn = part[head, query, key]
    return Lines(head, queries[query], keys[key], drawn, threshold, part.size, limit)


def _change_steps(limit: float) -> tuple[float, ...]:
    return tuple(step for step in CHANGE_STEPS if step >= FAINTEST * limit)


def _threshold(size: Floats, steps: Sequence[float]) -> float:
    fitting = (step for step in steps if np.count_nonzero(size >= step) <= MOST_LINES)
    return next(fitting, steps[-1])
