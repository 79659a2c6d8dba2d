"""The weights that are shown as a table, of one model or of two."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

import numpy as np

from bertscope.gui.attention.facts import listed
from bertscope.gui.attention.shown import Shown
from bertscope.gui.table import Cell, Table

T = TypeVar("T")
LAYER = "layer"
COLUMNS = ("query position", "query", "key position", "key")


def weight_table(shown: Shown) -> Table:
    """A row a query and key: the layer, the tokens, each head's weight and ``q·k / sqrt(H)``."""
    return Table((LAYER, *COLUMNS, *_names(shown)), WeightRows(shown))


def compared_weights(a: Shown, b: Shown) -> Table:
    """The same of two models, side by side; a layer that one of them lacks is its last one."""
    names = _interleaved(
        [f"{name} A" for name in (LAYER, *_names(a))], [f"{name} B" for name in (LAYER, *_names(b))]
    )
    return Table((*COLUMNS, *names), _BothRows(WeightRows(a), WeightRows(b)))


def _names(shown: Shown) -> tuple[str, ...]:
    rows = range(len(shown.weights))
    names = [f"weight ({_head(shown, row)})" for row in rows]
    if not shown.is_mean:
        names += [f"q·k/√d ({_head(shown, row)})" for row in rows]
    return tuple(names)


def _head(shown: Shown, row: int) -> str:
    """Which head a row of the weights is of, in English as all names of columns."""
    if shown.is_mean:
        return f"mean of heads {listed(shown.numbers)}"
    return f"head {shown.numbers[row] + 1}"


class WeightRows:
    """A row a query and key, made only as it is asked for: of 512 tokens there are 262,144."""

    def __init__(self, shown: Shown) -> None:
        self._shown = shown

    def __len__(self) -> int:
        return len(self._shown.queries) * len(self._shown.keys)

    def __iter__(self) -> Iterator[list[Cell]]:
        shown, keys = self._shown, self._shown.keys
        numbers = shown.weights
        if not shown.is_mean:
            scores = [shown.scores(row) for row in range(len(shown.weights))]
            numbers = np.concatenate([numbers, scores])
        for query in shown.queries.tolist():
            cells = np.round(numbers[:, query, keys].T.astype(np.float64), 6).tolist()
            for key, row in zip(keys.tolist(), cells, strict=True):
                yield [shown.layer + 1, query, shown.tokens[query], key, shown.tokens[key], *row]


class _BothRows:
    """A's row and B's of the same query and key as one."""

    def __init__(self, a: WeightRows, b: WeightRows) -> None:
        self._a, self._b = a, b

    def __len__(self) -> int:
        return len(self._a)

    def __iter__(self) -> Iterator[list[Cell]]:
        for a, b in zip(self._a, self._b, strict=True):
            values = _interleaved([a[0], *a[5:]], [b[0], *b[5:]])
            yield [*a[1:5], *values]


def _interleaved(a: Sequence[T], b: Sequence[T]) -> list[T]:
    """The first of each, then the second, and so on; what one has more comes at the end."""
    both = [value for pair in zip(a, b, strict=False) for value in pair]
    return [*both, *a[len(b) :], *b[len(a) :]]
