"""Where the strips of the layers stand: a row a layer, a column a token."""

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF

from bertscope.gui.closer.words import layer_name
from bertscope.gui.painting import text_width
from bertscope.gui.theme import Theme

LABELS, BESIDE, NAMES, FOOT = 58, 8, 18, 20
NARROWEST, WIDEST, LOWEST, HIGHEST = 2.0, 150, 6.0, 84
NAMED = 26
"""Design pixels of a column that a token's name needs."""
NUMBERED, NUMBERED_HIGH, PAIR_HIGH = 34, 34, 48
"""Design pixels of a cell, wide and high, from which its change is written out; of two models, for
one stands below the other."""
PROFILE, PROFILE_FROM = 120, 480
"""Design pixels of the curves beside the grid, and of the view from which they have room."""


@dataclass(frozen=True)
class Grid:
    """The grid of strips in a view; the labels at the left don't scroll.

    Attributes
    ----------
    rows, columns
        States a token has, and tokens.
    left
        The width of the labels, with the gap beside them.
    column, row
        The width and the height of a cell, its change included.
    is_pair
        Whether the changes of two models stand below a strip.
    """

    theme: Theme
    rows: int
    columns: int
    left: float
    column: float
    row: float
    is_pair: bool = False

    @classmethod
    def of(
        cls,
        theme: Theme,
        rows: int,
        columns: int,
        width: float,
        height: float,
        *,
        is_pair: bool = False,
    ) -> "Grid":
        left = _labels_width(theme, rows)
        column = min(max((width - left) / columns, NARROWEST), theme.px(WIDEST))
        free = height - theme.px(NAMES + FOOT)
        row = min(max(free / rows, LOWEST), theme.px(HIGHEST))
        return cls(theme, rows, columns, left, column, row, is_pair)

    @property
    def top(self) -> float:
        return self.theme.px(NAMES)

    @property
    def width(self) -> float:
        return self.left + self.columns * self.column

    @property
    def height(self) -> float:
        return self.top + self.rows * self.row + self.theme.px(FOOT)

    @property
    def gap(self) -> float:
        """Between columns; narrow ones touch."""
        return 4.0 if self.column >= 24 else 1.0 if self.column >= 10 else 0.0

    @property
    def is_named(self) -> bool:
        return self.column >= self.theme.px(NAMED)

    @property
    def is_numbered(self) -> bool:
        theme = self.theme
        high = PAIR_HIGH if self.is_pair else NUMBERED_HIGH
        return self.column >= theme.px(NUMBERED) and self.row >= theme.px(high)

    @property
    def change(self) -> float:
        """The height below a strip that shows how much the layer changed it."""
        if self.is_numbered:
            return float(self.theme.px(25 if self.is_pair else 14))
        if self.is_pair:
            return min(max(2.0, 0.34 * self.row), self.theme.px(11))
        return min(max(1.0, 0.22 * self.row), self.theme.px(6))

    @property
    def strip(self) -> float:
        """The height of a strip."""
        between = 3.0 if self.row >= 20 else 1.0
        return self.row - self.change - between

    def cell(self, layer: int, position: int) -> QRectF:
        """The strip of a token after a layer; layer 0 is the input."""
        return QRectF(
            self.left + position * self.column,
            self.top + layer * self.row,
            self.column - self.gap,
            self.strip,
        )

    def change_of(self, layer: int, position: int) -> QRectF:
        """What stands below that strip."""
        cell = self.cell(layer, position)
        return QRectF(cell.left(), cell.bottom(), cell.width(), self.change)

    def changes_of(self, layer: int, position: int) -> list[QRectF]:
        """The same divided, A's place above B's, where both are shown."""
        place = self.change_of(layer, position)
        if not self.is_pair:
            return [place]
        half = QRectF(place.left(), place.top(), place.width(), place.height() / 2)
        return [half, half.translated(0, half.height())]

    def seen_columns(self, scroll: float, width: float) -> range:
        first = int(scroll // self.column)
        last = int((scroll + width - self.left) // self.column) + 1
        return range(max(0, first), min(self.columns, last))

    def at(self, point: QPointF) -> tuple[int, int] | None:
        """Layer and token under a point of the whole grid."""
        layer = int((point.y() - self.top) // self.row)
        position = int((point.x() - self.left) // self.column)
        inside = 0 <= layer < self.rows and 0 <= position < self.columns
        return (layer, position) if inside else None


def _labels_width(theme: Theme, rows: int) -> float:
    """As much as the last layer's name takes in the user's language, with the gap beside it."""
    needed = ceil(text_width(layer_name(rows - 1), theme.sans(11))) + theme.px(BESIDE)
    return float(max(theme.px(LABELS), needed))
