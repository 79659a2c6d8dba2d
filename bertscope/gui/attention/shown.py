"""What the views of attention show of a look: heads, filters, lines, shares, one pair."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from bertscope.gui.attention.facts import QUARTERS, Floats, Link, listed, weight_words
from bertscope.gui.prober import Seen
from bertscope.gui.state import Form, ViewState
from bertscope.text.pair import Source

Positions = NDArray[np.intp]

STEPS = (0.04, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9)
"""Weights from which lines are drawn: the first that leaves no more than `MOST_LINES`."""
MOST_LINES = 2000


class Side(Enum):
    """Where a token stands: it asks, or it is looked at."""

    QUERY = 0
    KEY = 1


@dataclass(frozen=True, eq=False)
class Lines:
    """The weights that are drawn as lines, the faintest first; one entry a line each.

    Attributes
    ----------
    head
        Index into the weights of what is shown.
    threshold
        The weight from which lines are drawn.
    total
        How many there would be from zero.
    """

    head: Positions
    query: Positions
    key: Positions
    weight: Floats
    threshold: float
    total: int

    def __len__(self) -> int:
        return len(self.weight)

    @property
    def words(self) -> str:
        return f"lines from {self.threshold:.0%}: {len(self):,} of {self.total:,}".replace(
            "%", " %"
        )


@dataclass(frozen=True, eq=False)
class Shown:
    """The heads of a look that are shown, and which of their rows and columns.

    Attributes
    ----------
    numbers
        Of the heads, from 0.
    weights
        (heads, L, L), or (1, L, L) where it is their mean.
    query_vectors, key_vectors
        (heads, L, H).
    queries, keys
        Positions that the filter leaves.
    """

    seen: Seen
    layer: int
    numbers: tuple[int, ...]
    weights: Floats
    is_mean: bool
    query_vectors: Floats
    key_vectors: Floats
    queries: Positions
    keys: Positions

    @classmethod
    def of(cls, seen: Seen | None, view: ViewState) -> "Shown | None":
        """What is shown; None while the look has no heads."""
        heads = None if seen is None else seen.look.heads
        if seen is None or heads is None or not heads.numbers:
            return None
        wanted = [i for i, number in enumerate(heads.numbers) if number in view.heads]
        rows = wanted or list(range(len(heads.numbers)))
        weights = heads.weights.numpy()[rows]
        is_mean = len(rows) > 1 and (view.average or view.form is Form.MATRIX)
        queries, keys = _filtered(seen.question.pair.sources, view)
        return cls(
            seen,
            heads.layer,
            tuple(heads.numbers[i] for i in rows),
            weights.mean(0, keepdims=True) if is_mean else weights,
            is_mean,
            heads.queries.numpy()[rows],
            heads.keys.numpy()[rows],
            queries,
            keys,
        )

    def __len__(self) -> int:
        return int(self.weights.shape[1])

    @cached_property
    def tokens(self) -> tuple[str, ...]:
        """What the model read."""
        vocabulary = self.seen.question.reader.tokenizer.vocabulary
        return tuple(vocabulary[i] for i in self.seen.question.ids)

    @property
    def sources(self) -> tuple[Source, ...]:
        return self.seen.question.pair.sources

    @property
    def chosen(self) -> tuple[int, ...]:
        """The positions that the mask plan chose."""
        return self.seen.question.plan.positions

    @property
    def is_filtered(self) -> bool:
        return len(self.queries) < len(self) or len(self.keys) < len(self)

    @property
    def heads_words(self) -> str:
        words = f"head{'s' * (len(self.numbers) > 1)} {listed(self.numbers)}"
        return f"mean of {words}" if self.is_mean else words

    def head_words(self, row: int) -> str:
        """Which head a row of the weights is of."""
        return self.heads_words if self.is_mean else f"head {self.numbers[row] + 1}"

    def pair_words(self, row: int, query: int, key: int) -> str:
        """The read-out of one weight."""
        weight = weight_words(float(self.weights[row, query, key]))
        where = f"layer {self.layer + 1}, {self.head_words(row)}"
        return f"{self.tokens[query]} → {self.tokens[key]}: {weight} ({where})"

    def token_words(self, side: Side, position: int) -> str:
        """Whom a token looks at most, or who looks at it most."""
        mean = self.weights.mean(0)
        row = mean[position] if side is Side.QUERY else mean[:, position]
        most = np.argsort(row)[::-1][:3]
        others = ", ".join(f"{self.tokens[i]} {row[i]:.2f}" for i in most)
        means = " on the mean" if len(self.weights) > 1 else ""
        verb = "looks most at" if side is Side.QUERY else "is looked at most by"
        return f"{self.tokens[position]} ({position}) {verb}: {others}{means}"

    def link(self, ends: tuple[int, int] | None) -> Link | None:
        """How the first head's weight from a query to a key comes about."""
        if ends is None or max(ends) >= len(self):
            return None
        query, key = ends
        vector, keys = self.query_vectors[0, query], self.key_vectors[0]
        scores: Floats = keys @ vector / np.float32(np.sqrt(len(vector)))
        heads = self.seen.look.heads
        assert heads is not None
        weights = heads.weights.numpy()[heads.numbers.index(self.numbers[0]), query]
        return Link(self.numbers[0], query, key, vector, keys[key], scores, weights)

    def scores(self, row: int) -> Floats:
        """``q·k / sqrt(H)`` of one head, (L, L)."""
        queries, keys = self.query_vectors[row], self.key_vectors[row]
        scores: Floats = queries @ keys.T / np.float32(np.sqrt(queries.shape[1]))
        return scores

    def strongest(self, side: Side, position: int) -> tuple[int, int]:
        """The query and key of the greatest weight of a token on one side."""
        mean = self.weights.mean(0)
        if side is Side.QUERY:
            return position, int(self.keys[mean[position, self.keys].argmax()])
        return int(self.queries[mean[self.queries, position].argmax()]), position

    def lines(self, only: tuple[Side, int] | None = None) -> Lines:
        """The weights to draw as lines; of one token alone where `only` says so."""
        queries, keys = self.queries, self.keys
        if only is not None and only[0] is Side.QUERY:
            queries = queries[queries == only[1]]
        elif only is not None:
            keys = keys[keys == only[1]]
        part = self.weights[:, queries][:, :, keys]
        head, query, key = np.nonzero(part >= STEPS[0])
        weight = part[head, query, key]
        threshold = _threshold(weight)
        order = np.argsort(weight, kind="stable")[-MOST_LINES:]
        order = order[weight[order] >= threshold]
        return Lines(
            head[order],
            queries[query[order]],
            keys[key[order]],
            weight[order],
            threshold,
            part.size,
        )


def _threshold(weight: Floats) -> float:
    fitting = (step for step in STEPS if np.count_nonzero(weight >= step) <= MOST_LINES)
    return next(fitting, STEPS[-1])


def _filtered(sources: Sequence[Source], view: ViewState) -> tuple[Positions, Positions]:
    """Which queries and which keys are shown."""
    source = np.array([int(s) for s in sources])
    if view.quarter in QUARTERS:
        query, key = QUARTERS[view.quarter]
        return np.flatnonzero(source == query), np.flatnonzero(source == key)
    shown = np.flatnonzero(view.specials | (source != Source.SPECIAL))
    return shown, shown
