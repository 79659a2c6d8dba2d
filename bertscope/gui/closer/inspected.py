"""One vector of a look, with what is said of it."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from bertscope.gui.closer.bars import extent
from bertscope.gui.closer.vectors import cosines, rows_of, shares
from bertscope.gui.heat_map import scale_end
from bertscope.gui.prober import Seen
from bertscope.gui.state import Row, Vector
from bertscope.gui.theme import Palette
from bertscope.gui.token_names import token_at


@dataclass(frozen=True)
class Inspected:
    """One vector of a look, with all that is said of it.

    Attributes
    ----------
    rows
        The same of all tokens, (L, D).
    on_scale
        The vectors that are drawn on the same scale; without any it has its own.
    """

    seen: Seen
    vector: Vector
    rows: NDArray[np.float32]
    on_scale: tuple[NDArray[np.float32], ...] = ()

    @classmethod
    def of(cls, seen: Seen | None, vector: Vector | None) -> "Inspected | None":
        """What there is to show; None where the look holds no such vector."""
        if seen is None or vector is None or vector.position >= len(seen.question.ids):
            return None
        rows = rows_of(seen.look, vector.row, vector.layer)
        return None if rows is None else cls(seen, vector, rows)

    @property
    def values(self) -> NDArray[np.float32]:
        values: NDArray[np.float32] = self.rows[self.vector.position]
        return values

    @property
    def token(self) -> str:
        return token_at(self.seen, self.vector.position)

    @cached_property
    def limit(self) -> float:
        """Where the colour scale of the heat-map ends."""
        return max(scale_end(values) for values in self.on_scale or (self.values,))

    @cached_property
    def extent(self) -> tuple[float, float]:
        """The range of the bars."""
        return extent(np.concatenate(self.on_scale or (self.values,)))

    @cached_property
    def cosines(self) -> NDArray[np.float64]:
        """To every token's vector of the same row."""
        return cosines(self.values, self.rows)

    @cached_property
    def shares(self) -> NDArray[np.float64] | None:
        """Of token, segment and position in the token's sum."""
        look, position = self.seen.look, self.vector.position
        parts = [a.numpy()[position] for a in (look.token_rows, look.segment_rows)]
        parts.append(look.position_rows.numpy()[position])
        return shares(np.array(parts), look.sum.numpy()[position])


def row_shade(row: Row, segment: int, palette: Palette) -> str:
    """The colour that a row has in the figure."""
    if row is Row.SEGMENT:
        return palette.segment_b if segment else palette.segment_a
    return {Row.TOKEN: palette.token, Row.POSITION: palette.position}.get(row, palette.text)
