"""Where everything of the input figure stands: from wide cells with names to 512 thin columns."""

from dataclasses import dataclass, replace
from enum import IntEnum
from math import floor, log

from PySide6.QtCore import QRectF

from bertscope.gui.figure.content import BOTTOM, LINES, FigureContent
from bertscope.gui.theme import Theme

LABELS, NAME, ROW_GAP, TIGHT_GAP, SCALE, DETAIL = 92, 17, 7, 3, 24, 13
BADGE = 17
NARROWEST, WIDEST = 58, 120
"""Between these the columns are read best."""
COUNTS = (4, 6, 8, 12, 16, 20, 24)
"""The widths are made for these numbers of tokens, so that they don't jitter while one types."""
NARROWEST_DETAILS = 36
TALLEST_STRIP, LOW_STRIP, SHORTEST_STRIP = 58, 14, 8
"""Below the second the rows move together."""
WIDEST_ZOOM = 4.0


class Level(IntEnum):
    """How much is written at a column; each as wide as its number or wider, in design pixels."""

    BANDS = 0
    VERTICAL = 13
    CHIPS = 36
    FULL = 52


GAPS = {Level.BANDS: 0, Level.VERTICAL: 2, Level.CHIPS: 4, Level.FULL: 6}
CHIP_HEIGHTS = {Level.BANDS: 12, Level.VERTICAL: 64, Level.CHIPS: 30, Level.FULL: 30}


@dataclass(frozen=True)
class Widths:
    """How wide columns can be in a view.

    Attributes
    ----------
    natural
        As they are read best.
    fit
        As all of them can be seen; never wider than the natural width.
    """

    natural: float
    fit: float

    @classmethod
    def of(cls, theme: Theme, count: int, width: float) -> "Widths":
        room = max(1.0, width - theme.px(LABELS) - theme.px(2))
        step = next((step for step in COUNTS if step >= count), count)
        natural = max(float(theme.px(NARROWEST)), min(room / step, float(theme.px(WIDEST))))
        return cls(natural, min(natural, room / count))

    def column(self, zoom: float) -> float:
        """The width at a zoom: 0 fits, 1 is natural, between them it grows evenly, then times."""
        if zoom >= 1:
            return self.natural * zoom
        return float(self.fit ** (1 - zoom) * self.natural**zoom)

    def zoom(self, column: float) -> float:
        """The zoom at which columns are that wide, or the nearest that there is."""
        if column >= self.natural or self.fit >= self.natural:
            return min(max(column / self.natural, 1.0), WIDEST_ZOOM)
        return max(0.0, log(column / self.fit) / log(self.natural / self.fit))


@dataclass(frozen=True)
class Geometry:
    """Where everything stands, in pixels; the label column does not scroll.

    Attributes
    ----------
    column
        Width of a column, its gap included.
    strip
        Height of a vector's picture.
    details
        Whether ids and character spans stand under the chips: where they have room.
    row_gap
        What is left free between rows.
    """

    theme: Theme
    count: int
    column: float
    strip: float
    level: Level = Level.FULL
    details: bool = False
    row_gap: float = ROW_GAP

    @classmethod
    def of(
        cls,
        content: FigureContent,
        theme: Theme,
        width: float,
        height: float,
        zoom: float | None = None,
    ) -> "Geometry":
        """In so many pixels; without a zoom at that of the session."""
        zoom = content.view.zoom if zoom is None else zoom
        count = len(content.pair)
        column = Widths.of(theme, count, width).column(zoom)
        level = max(level for level in Level if column >= level * theme.scale)
        if level is not Level.BANDS:
            column = float(floor(column))
        details = content.view.details and column >= NARROWEST_DETAILS * theme.scale
        bare = cls(theme, count, column, 0.0, level, details, theme.px(ROW_GAP))
        made = bare._filled(height, zoom)
        if details and made.height > height:
            made = replace(bare, details=False)._filled(height, zoom)
        return made

    def _filled(self, height: float, zoom: float) -> "Geometry":
        """With strips as high as there is room for."""
        px = self.theme.px
        bare = self
        if (height - bare.height) / LINES < px(LOW_STRIP):
            bare = replace(self, row_gap=px(TIGHT_GAP))
        most = px(TALLEST_STRIP) * max(1.0, zoom)
        if self.level is Level.FULL:
            most = min(most, self.column * 0.62)
        strip = max(px(SHORTEST_STRIP), min((height - bare.height) / LINES, most))
        return replace(bare, strip=strip)

    @property
    def left(self) -> float:
        return self.theme.px(LABELS)

    @property
    def width(self) -> float:
        return self.left + self.count * self.column + self.theme.px(2)

    @property
    def height(self) -> float:
        return self.scale_top + self.theme.px(SCALE) - self.theme.px(ROW_GAP)

    @property
    def gap(self) -> float:
        return self.theme.px(GAPS[self.level])

    @property
    def chip_top(self) -> float:
        return self.theme.px(BADGE)

    @property
    def chip_bottom(self) -> float:
        return self.chip_top + self.theme.px(CHIP_HEIGHTS[self.level])

    @property
    def rows_top(self) -> float:
        """Where chips and details end."""
        return self.chip_bottom + (2 * self.theme.px(DETAIL) if self.details else 0)

    @property
    def name(self) -> float:
        """Height of the name under a strip."""
        return self.theme.px(NAME) if self.level is Level.FULL else 0

    @property
    def scale_top(self) -> float:
        return self.line_top(BOTTOM) + self.strip + self.name + self.row_gap

    def column_left(self, column: int) -> float:
        return self.left + column * self.column

    def line_top(self, line: int) -> float:
        return self.rows_top + self.row_gap + line * (self.strip + self.name + self.row_gap)

    def chip(self, column: int) -> QRectF:
        return QRectF(
            self.column_left(column) + self.gap / 2,
            self.chip_top,
            max(1.0, self.column - self.gap),
            self.chip_bottom - self.chip_top,
        )

    def cell(self, line: int, column: int) -> QRectF:
        """The card of one vector: its strip with its name below."""
        chip = self.chip(column)
        return QRectF(chip.left(), self.line_top(line), chip.width(), self.strip + self.name)

    def columns(self, first: int, last: int) -> QRectF:
        """All that stands over and under each other from one column to another, both included."""
        left = self.column_left(first)
        right = self.column_left(last + 1)
        bottom = self.line_top(BOTTOM) + self.strip + self.name
        return QRectF(left, self.chip_top, right - left, bottom - self.chip_top)

    def visible(self, scroll: float, width: float) -> range:
        """The columns that can be seen in a view of this width."""
        first = max(0, int(scroll // self.column))
        last = int((scroll + width - self.left) // self.column) + 1
        return range(first, max(first, min(self.count, last)))

    def column_at(self, x: float) -> int | None:
        """The column under a point, scrolling taken into account."""
        column = int((x - self.left) // self.column)
        return column if x >= self.left and 0 <= column < self.count else None

    def line_at(self, y: float) -> int | None:
        """The row under a point; None over the chips and under the last row."""
        step = self.strip + self.name + self.row_gap
        line = int((y - self.rows_top) // step)
        return line if 0 <= line < LINES else None
