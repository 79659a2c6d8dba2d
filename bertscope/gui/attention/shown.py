"""What the views of attention show of a look: heads, filters, lines, shares, one pair."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

import numpy as np

from bertscope.gui.attention.change import both_words, change_words
from bertscope.gui.attention.facts import QUARTERS, Floats, Link, listed, weight_words
from bertscope.gui.attention.weight_lines import Lines, Positions, lines_of
from bertscope.gui.compare.agree import why_no_attention
from bertscope.gui.language import marked, tr
from bertscope.gui.prober import Seen
from bertscope.gui.state import Form, ViewState
from bertscope.gui.state import Side as Of
from bertscope.text.pair import Source


class Side(Enum):
    """Where a token stands: it asks, or it is looked at."""

    QUERY = 0
    KEY = 1


LOOKS_MOST_AT = marked("{token} ({position}) looks most at: {others}")
LOOKED_AT_MOST_BY = marked("{token} ({position}) is looked at most by: {others}")
TO_MOST_CHANGED = marked("{token} ({position}) changed most to: {others}")
FROM_MOST_CHANGED = marked("{token} ({position}) changed most from: {others}")


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
    side
        Whether these are the weights of A, of B, or B's less A's.
    limit
        Where the scale of changes ends; None where these are weights.
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
    side: Of = Of.A
    limit: float | None = None

    @classmethod
    def of(
        cls, seen: Seen | None, view: ViewState, side: Of = Of.A, limit: float = 1.0
    ) -> "Shown | None":
        """What is shown; None while the look has no heads, or they have no difference.

        Parameters
        ----------
        side
            Whose heads.
        limit
            Where the scale of changes ends.
        """
        heads = None if seen is None else seen.shown(side).heads
        if seen is not None and seen.side(side) is Of.DIFFERENCE and not _are_alike(seen):
            return None
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
            seen.side(side),
            limit if seen.side(side) is Of.DIFFERENCE else None,
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
        if len(self.numbers) == 1:
            return self.head_words(0)
        return tr(
            "mean of heads {heads}" if self.is_mean else "heads {heads}", heads=listed(self.numbers)
        )

    def head_words(self, row: int) -> str:
        """Which head a row of the weights is of."""
        return self.heads_words if self.is_mean else tr("head {head}", head=self.numbers[row] + 1)

    @property
    def place_words(self) -> str:
        """Which heads these are, and of two models that are compared whose."""
        return tr(
            "{side} · layer {layer} · {heads}" if self.is_compared else "Layer {layer} · {heads}",
            side=self.side.value,
            layer=self.layer + 1,
            heads=self.heads_words,
        )

    def pair_words(self, row: int, query: int, key: int) -> str:
        """The read-out of one weight; of two models that are compared that of both."""
        weight = weight_words(float(self.weights[row, query, key]))
        both = self._in_both(row, query, key)
        if both is not None:
            weight = both_words(*both)
        return tr(
            "{query} → {key}: {weight} (layer {layer}, {heads})",
            query=self.tokens[query],
            key=self.tokens[key],
            weight=weight,
            layer=self.layer + 1,
            heads=self.head_words(row),
        )

    @property
    def is_compared(self) -> bool:
        return self.seen.other is not None

    @property
    def is_alike(self) -> bool:
        """Whether two models are compared of which each head is the same one's in the other."""
        return _are_alike(self.seen)

    def _in_both(self, row: int, query: int, key: int) -> tuple[float, float] | None:
        """A weight in A and in B; None where only one of them has this head."""
        looks = (self.seen.look, self.seen.other) if self.is_alike else ()
        found = [look.heads for look in looks if look is not None and look.heads is not None]
        numbers = self.numbers if self.is_mean else self.numbers[row : row + 1]
        if len(found) < 2 or any(
            heads.layer != self.layer or not set(numbers) <= set(heads.numbers) for heads in found
        ):
            return None
        a, b = (
            float(
                heads.weights.numpy()[[heads.numbers.index(n) for n in numbers], query, key].mean()
            )
            for heads in found
        )
        return a, b

    def token_words(self, side: Side, position: int) -> str:
        """Whom a token looks at most, or who looks at it most; or where that changed most."""
        mean = self.weights.mean(0)
        row = mean[position] if side is Side.QUERY else mean[:, position]
        if self.limit is not None:
            most = np.argsort(-np.abs(row), kind="stable")[:3]
            others = ", ".join(f"{self.tokens[i]} {change_words(float(row[i]))}" for i in most)
            told = TO_MOST_CHANGED if side is Side.QUERY else FROM_MOST_CHANGED
        else:
            most = np.argsort(row)[::-1][:3]
            others = ", ".join(f"{self.tokens[i]} {row[i]:.2f}" for i in most)
            told = LOOKS_MOST_AT if side is Side.QUERY else LOOKED_AT_MOST_BY
        words = tr(told, token=self.tokens[position], position=position, others=others)
        return tr("{told} on the mean", told=words) if len(self.weights) > 1 else words

    def link(self, ends: tuple[int, int] | None) -> Link | None:
        """How the first head's weight from a query to a key comes about."""
        if ends is None or max(ends) >= len(self):
            return None
        query, key = ends
        vector, keys = self.query_vectors[0, query], self.key_vectors[0]
        scores: Floats = keys @ vector / np.float32(np.sqrt(len(vector)))
        heads = self.seen.shown(self.side).heads
        assert heads is not None
        weights = heads.weights.numpy()[heads.numbers.index(self.numbers[0]), query]
        return Link(self.numbers[0], query, key, vector, keys[key], scores, weights)

    def scores(self, row: int) -> Floats:
        """``q·k / sqrt(H)`` of one head, (L, L)."""
        queries, keys = self.query_vectors[row], self.key_vectors[row]
        scores: Floats = queries @ keys.T / np.float32(np.sqrt(queries.shape[1]))
        return scores

    def strongest(self, side: Side, position: int) -> tuple[int, int]:
        """The query and key of the greatest weight, or change, of a token on one side."""
        mean = np.abs(self.weights.mean(0))
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
        return lines_of(self.weights, queries, keys, self.limit)


def _are_alike(seen: Seen) -> bool:
    return seen.other is not None and not why_no_attention(seen.look, seen.other)


def _filtered(sources: Sequence[Source], view: ViewState) -> tuple[Positions, Positions]:
    """Which queries and which keys are shown."""
    source = np.array([int(s) for s in sources])
    if view.quarter in QUARTERS:
        query, key = QUARTERS[view.quarter]
        return np.flatnonzero(source == query), np.flatnonzero(source == key)
    shown = np.flatnonzero(view.specials | (source != Source.SPECIAL))
    return shown, shown
