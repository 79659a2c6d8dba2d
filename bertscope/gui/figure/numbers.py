"""The input figure as a table of its numbers."""

from collections.abc import Iterator, Sequence

import numpy as np

from bertscope.gui.compare.tables import side_by_side
from bertscope.gui.figure.content import FigureContent
from bertscope.gui.figure.strips import embeddings_of
from bertscope.gui.table import Cell, Table
from bertscope.text.pair import Source
from bertscope.wire.messages import Look

FACTS = (
    *("position", "token", "id", "segment", "word", "span_start", "span_end"),
    *("action", "original"),
)
NORMS = ("norm_token", "norm_segment", "norm_position", "norm_sum", "norm_layer_norm")


def figure_table(content: FigureContent) -> Table:
    """A row a token: what it is, the lengths of its vectors, and all values of their sum.

    Where the look isn't of the token as it is now, the numbers are left empty. Of two models that
    are compared the numbers of both are there, whichever is shown.
    """
    seen = content.seen
    if seen is None:
        return _table(content, None, 0)
    size = seen.look.sum.shape[1]
    if seen.other is None:
        return _table(content, seen.look, size)
    size = max(size, seen.other.sum.shape[1])
    a, b = _table(content, seen.look, size), _table(content, seen.other, size)
    return side_by_side(a, b, FACTS)


def _table(content: FigureContent, look: Look | None, size: int) -> Table:
    values = _values(content, look, size)
    return Table(
        (*FACTS, *NORMS, *(f"x_{d}" for d in range(size))),
        [[*_facts(content, c), *values[c]] for c in range(len(content.pair))],
    )


def _facts(content: FigureContent, column: int) -> Iterator[Cell]:
    pair, choice = content.pair, content.plan.chosen.get(column)
    special = pair.sources[column] is Source.SPECIAL
    yield from (column, content.tokens[column], content.ids[column])
    yield "AB"[pair.segments[column]]
    yield None if special else pair.words[column]
    yield from (None, None) if special else pair.spans[column]
    yield choice.action.value if choice else None
    yield pair.tokens[column] if choice else None


def _values(content: FigureContent, look: Look | None, size: int) -> Sequence[Sequence[Cell]]:
    """For each token the lengths of its vectors, and its sum in `size` cells."""
    empty: Sequence[Cell] = [None] * (len(NORMS) + size)
    if look is None:
        return [empty] * len(content.pair)
    total = look.sum.numpy()
    rows = (*embeddings_of(look), total, look.normalized.numpy())
    rest: Sequence[Cell] = [None] * (size - total.shape[1])
    return [
        [*(float(np.linalg.norm(row[c])) for row in rows), *total[c].tolist(), *rest]
        if content.is_true(c)
        else empty
        for c in range(len(content.pair))
    ]
