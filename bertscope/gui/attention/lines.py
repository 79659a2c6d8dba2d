"""Attention as lines between two columns of tokens: queries left, keys right."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from bertscope.gui.attention.image import mixed
from bertscope.gui.attention.shown import Shown, Side
from bertscope.gui.attention.tokens import (
    BAND,
    NAME,
    Marks,
    Track,
    name_width,
    paint_bands,
    paint_names,
)
from bertscope.gui.attention.weight_lines import Lines
from bertscope.gui.painting import text
from bertscope.gui.theme import Theme, colour

TALLEST = 32
LEVELS = 8
"""Shades of a colour: lines of one shade are drawn at once."""
FEW = 700
"""So many lines are drawn smoothly, the strong ones wide; more are drawn thin and quick."""
STRONG = 0.25
FELL = (4.0, 3.0)
"""Dashes of a line whose weight fell, and the gaps between them, in widths of the line."""
REACH = 6
"""How near a line the mouse is taken to be on it."""


@dataclass(frozen=True, eq=False)
class LinesFigure:
    """Where the two columns stand and the lines between them."""

    theme: Theme
    shown: Shown
    lines: Lines
    area: QRectF
    queries: Track
    keys: Track
    left: float
    right: float

    @classmethod
    def fit(cls, theme: Theme, shown: Shown, lines: Lines, area: QRectF) -> "LinesFigure":
        longest = max(len(shown.queries), len(shown.keys), 1)
        line = min(area.height() / longest, float(theme.px(TALLEST)))
        over = max(0.0, theme.px(NAME) - line)  # names reach beyond their lines
        line = min(line, (area.height() - over) / longest)
        words = name_width(shown, theme, area.width())
        band = theme.px(BAND + 4)
        return cls(
            theme,
            shown,
            lines,
            area,
            Track(shown.queries, area.top() + over / 2, line),
            Track(shown.keys, area.top() + over / 2, line),
            area.left() + words + band,
            area.right() - words - band,
        )

    # --- What is under the mouse ----------------------------------------------------------------

    def token_at(self, point: QPointF) -> tuple[Side, int] | None:
        """The token whose name is under a point."""
        if not self.area.contains(point) or self.left < point.x() < self.right:
            return None
        side = Side.QUERY if point.x() <= self.left else Side.KEY
        position = (self.queries if side is Side.QUERY else self.keys).at(point.y())
        return None if position is None else (side, position)

    def weight_at(self, point: QPointF) -> tuple[int, int, int] | None:
        """The head, query and key of the line nearest to a point, if there is one near it."""
        if not len(self.lines) or not self.left < point.x() < self.right:
            return None
        start, end = self._ends()
        rise = (end - start) / (self.right - self.left)
        away = np.abs(start + rise * (point.x() - self.left) - point.y()) / np.hypot(1, rise)
        nearest = int(away.argmin())
        if away[nearest] > self.theme.px(REACH):
            return None
        lines = self.lines
        return int(lines.head[nearest]), int(lines.query[nearest]), int(lines.key[nearest])

    def _ends(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        return self.queries.middles(self.lines.query), self.keys.middles(self.lines.key)

    # --- Painting -------------------------------------------------------------------------------

    def paint(self, painter: QPainter, shades: Sequence[str], marks: Marks) -> None:
        """Paint names and lines; a colour for each kind of them."""
        self._paint_lines(painter, shades)
        if not len(self.lines):
            self._paint_nothing(painter)
        for weight in (marks.under, None if marks.link is None else (0, *marks.link)):
            if weight is not None:
                self._paint_strong(painter, weight)
        band = self.theme.px(BAND)
        columns = (
            (self.queries, Side.QUERY, self.area.left(), self.left - 2 * band),
            (self.keys, Side.KEY, self.right + 2 * band, self.area.right()),
        )
        for track, side, left, right in columns:
            area = QRectF(left, self.area.top(), right - left, self.area.height())
            paint_names(painter, self.theme, self.shown, track, area, side, marks)
            if track.pitch < self.theme.px(NAME):
                edge = self.left - 1.5 * band if side is Side.QUERY else self.right + 0.5 * band
                paint_bands(painter, self.theme, self.shown, track, edge)

    def _paint_lines(self, painter: QPainter, shades: Sequence[str]) -> None:
        lines, few = self.lines, len(self.lines) <= FEW
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, few)
        level = np.minimum(lines.strength * LEVELS, LEVELS - 1).astype(np.intp)
        kinds = lines.kind
        start, end = self._ends()
        # The strong ones of all heads lie above the faint ones.
        for strength in range(LEVELS):
            for kind in np.unique(kinds[level == strength]):
                these = np.flatnonzero((level == strength) & (kinds == kind))
                pen = self._pen(shades[kind], (strength + 0.5) / LEVELS, few)
                if lines.limit is not None and kind == 0:
                    pen.setDashPattern(FELL)
                painter.setPen(pen)
                painter.drawLines(
                    [QLineF(self.left, start[i], self.right, end[i]) for i in these.tolist()]
                )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _pen(self, shade: str, weight: float, few: bool) -> QPen:
        width = 1.0
        if few and weight > STRONG:
            width = min(1 + 2.5 * weight, max(1.0, 0.5 * self.queries.pitch))
        # Lines that let the ground through take twenty times as long as lines of the mixed colour.
        ground = self.theme.palette.card
        return QPen(mixed(ground, shade, 0.15 + 0.85 * weight), width)

    def _paint_strong(self, painter: QPainter, weight: tuple[int, int, int]) -> None:
        _, query, key = weight
        if query not in self.queries or key not in self.keys:
            return
        start, end = self.queries.middles(np.array([query])), self.keys.middles(np.array([key]))
        line = QLineF(self.left, start[0], self.right, end[0])
        painter.setPen(QPen(colour(self.theme.palette.card), 5))
        painter.drawLine(line)
        painter.setPen(QPen(colour(self.theme.palette.text), 2))
        painter.drawLine(line)

    def _paint_nothing(self, painter: QPainter) -> None:
        rect = QRectF(self.left, self.area.top(), self.right - self.left, self.area.height())
        rect.setHeight(min(rect.height(), self.queries.end - self.queries.start))
        centre, muted = Qt.AlignmentFlag.AlignHCenter, self.theme.palette.muted
        text(painter, rect, self.lines.none_words, self.theme.sans(12), muted, centre)
