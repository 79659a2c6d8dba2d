"""Paints maps: tokens on their way through the layers, words beside their points."""

from collections.abc import Mapping, Sequence
from itertools import product

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from bertscope.gui.closer.map_frame import Frame, Labels
from bertscope.gui.painting import rounded, text, text_width
from bertscope.gui.prober import Seen
from bertscope.gui.state import Side
from bertscope.gui.theme import Theme, colour
from bertscope.gui.token_names import ink_at, shade_at, token_at

FOOT, LOW = 18, 220
"""Design pixels of the line below the plot, which a view as low as that goes without."""
DOTTED = 24
"""Tokens up to which every layer has a dot of its own."""
MODELS = {Side.A: "solid", Side.B: "dashed"}
"""Marks of a legend: how the ways of two models are drawn."""
NO_MARK = "none"
_CENTRE = Qt.AlignmentFlag.AlignHCenter


def plot_of(theme: Theme, width: float, height: float) -> QRectF:
    """Where the points are; below them is the legend, but over them in a low view."""
    foot = 0 if height < theme.px(LOW) else theme.px(FOOT)
    return QRectF(0, 0, width, height - foot)


class MapPainter:
    """Paints into one frame of a map."""

    def __init__(self, painter: QPainter, theme: Theme, frame: Frame) -> None:
        self.painter = painter
        self.theme = theme
        self.palette = theme.palette
        self.frame = frame
        self.labels = Labels(frame.plot)

    # --- Around the points ----------------------------------------------------------------------

    def axes(self, titles: tuple[str, str]) -> None:
        """The lines through the origin, with what the axes are at their ends."""
        painter, plot, theme = self.painter, self.frame.plot, self.theme
        painter.setPen(QPen(QColor(self.palette.line), 1))
        x, y = self.frame.place(np.zeros(2)).tolist()
        x, y = min(max(x, plot.left()), plot.right()), min(max(y, plot.top()), plot.bottom())
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        font, line = theme.sans(11), theme.px(15)
        wides = [min(text_width(title, font) + 4, plot.width()) for title in titles]
        top = min(max(y - line, plot.top() + line), plot.bottom() - line)
        beside = QRectF(plot.right() - wides[0], top, wides[0], line)
        left = min(x + 5, plot.right() - wides[1])
        for title, place in zip(
            titles, (beside, QRectF(left, plot.top(), wides[1], line)), strict=True
        ):
            text(painter, place, title, font, self.palette.muted)
            self.labels.keep_free(place)

    def legend(self, entries: Sequence[tuple[str, str]]) -> None:
        """What the colours mean: in a line below the plot, or down its left side in a low view.

        An entry without a colour is a line; one of `MODELS` is drawn as that model's way is.
        """
        theme, plot, font = self.theme, self.frame.plot, self.theme.sans(11)
        line, at = theme.px(16), QPointF(plot.left() + 2, plot.bottom() + 2)
        is_low = plot.height() < theme.px(LOW - FOOT)
        if is_low:
            at.setY(plot.bottom() - line * len(entries))
        for words, shade in entries:
            wide = theme.px(12) + text_width(words, font) + theme.px(4)
            place = QRectF(at.x(), at.y(), wide, line)
            if place.top() >= plot.top() and place.right() <= plot.right():
                self._entry(place, words, shade)
            at += QPointF(0, line) if is_low else QPointF(wide + theme.px(8), 0)

    def _entry(self, place: QRectF, words: str, shade: str) -> None:
        theme = self.theme
        middle = QPointF(place.left() + theme.px(5), place.center().y())
        if shade in MODELS.values():
            self._sample(middle, is_dashed=shade == MODELS[Side.B])
        elif shade == NO_MARK:
            place = place.adjusted(-theme.px(8), 0, 0, 0)
        elif shade:
            self._dot(middle, theme.px(3.5), shade)
        else:
            away = QPointF(theme.px(5), 0)
            self.painter.setPen(QPen(QColor(self.palette.muted), 1))
            self.painter.drawLine(middle - away, middle + away)
        named = place.adjusted(theme.px(12), 0, 0, 0)
        text(self.painter, named, words, theme.sans(11), self.palette.muted)
        self.labels.keep_free(place)

    def _sample(self, middle: QPointF, *, is_dashed: bool) -> None:
        """A piece of a way, with its end."""
        muted, away = self.palette.muted, QPointF(self.theme.px(5), 0)
        self.painter.setPen(_way_pen(muted, 1.0, is_dashed))
        self.painter.drawLine(middle - away, middle + away)
        self._end(middle + away / 3, self.theme.px(3), muted, is_hollow=is_dashed)

    def read_out(self, words: str) -> None:
        """What is under the mouse, at the bottom right."""
        if not words:
            return
        theme, plot = self.theme, self.frame.plot
        font = theme.mono(11)
        wide = min(text_width(words, font) + theme.px(12), plot.width())
        place = QRectF(plot.right() - wide, plot.bottom() - theme.px(18), wide, theme.px(18))
        rounded(self.painter, place, 4, self.palette.card, self.palette.line)
        text(self.painter, place, words, font, self.palette.text, _CENTRE)

    # --- Tokens through the layers --------------------------------------------------------------

    def paths(
        self, seen: Seen, points: NDArray[np.float64], focus: int, *, is_dashed: bool = False
    ) -> None:
        """A line a token from the input to the last layer, with a dot at its end.

        Parameters
        ----------
        points
            Shape ``(layers + 1, L, 2)``.
        is_dashed
            Whether these are B's: dashed, and with hollow dots.
        """
        places, count = self.frame.place(points), points.shape[1]
        shades = [shade_at(seen, p, self.palette) for p in range(count)]
        faded = 0.3 if 0 <= focus < count else 1.0
        for shade in dict.fromkeys(shades):
            here = [p for p in range(count) if shades[p] == shade and p != focus]
            # Many lines are a cloud: it must not hide their ends.
            alpha = 0.55 * faded * min(1.0, (60 / count) ** 0.5)
            self._lines(places[:, here], shade, alpha, is_dashed)
            radius = self.theme.px(3.5) if count <= 128 else self.theme.px(2.5)
            for x, y in places[-1, here].tolist():
                self._end(QPointF(x, y), radius, shade, max(faded, 0.45), is_hollow=is_dashed)
            if count <= DOTTED:
                for x, y in places[:-1, here].reshape(-1, 2).tolist():
                    radius = self.theme.px(1.6)
                    self._end(QPointF(x, y), radius, shade, 0.8 * faded, is_hollow=is_dashed)
        if 0 <= focus < count:
            self._path_in_focus(places[:, focus], shades[focus], is_dashed)

    def _lines(
        self, places: NDArray[np.float64], shade: str, alpha: float, is_dashed: bool
    ) -> None:
        path = QPainterPath()
        for column in places.transpose(1, 0, 2).tolist():
            path.moveTo(*column[0])
            for x, y in column[1:]:
                path.lineTo(x, y)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.setPen(_way_pen(shade, alpha, is_dashed))
        self.painter.drawPath(path)

    def _path_in_focus(self, places: NDArray[np.float64], shade: str, is_dashed: bool) -> None:
        """One token's way, with the numbers of its layers."""
        self._lines(places[:, None], shade, 1.0, is_dashed)
        last = len(places) - 1
        for layer, (x, y) in enumerate(places.tolist()):
            radius = self.theme.px(4.5 if layer == last else 2.5)
            if is_dashed:
                self._end(QPointF(x, y), radius, shade, is_hollow=True)
            else:
                self._dot(QPointF(x, y), radius, shade, edge=self.palette.text)
            if layer < last:
                self.label(QPointF(x, y), str(layer), self.theme.sans(10), self.palette.muted)

    def names(self, seen: Seen, ends: Mapping[str, NDArray[np.float64]], focus: int) -> None:
        """The tokens' names at their ends: first the one in focus, then the chosen ones.

        Parameters
        ----------
        ends
            (L, 2), by the letter of the model, which stands behind the name; it may be empty.
        """
        chosen, places = (
            seen.question.plan.chosen,
            {k: self.frame.place(p) for k, p in ends.items()},
        )
        count = len(next(iter(places.values())))
        order = sorted(range(count), key=lambda p: (p != focus, p not in chosen, p))
        for position, (letter, found) in product(order, places.items()):
            shade = ink_at(seen, position, self.palette)
            words = f"{token_at(seen, position)} {letter}".rstrip()
            at = QPointF(*found[position].tolist())
            if position == focus:
                self.label(at, words, self.theme.mono(12), self.palette.text, forced=True)
            elif self.frame.plot.contains(at):
                self.label(at, words, self.theme.mono(11), shade)

    # --- Vocabulary -----------------------------------------------------------------------------

    def rings(self, points: NDArray[np.float64], shade: str) -> None:
        """Mark points of the vocabulary."""
        painter, radius = self.painter, self.theme.px(3.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(shade), 1.5))
        for x, y in self.frame.place(points).tolist():
            if self.frame.plot.contains(x, y):
                painter.drawEllipse(QPointF(x, y), radius, radius)

    def mark(self, point: NDArray[np.float64], shade: str) -> None:
        """Mark one point with a dot that stands out."""
        x, y = self.frame.place(point).tolist()
        if self.frame.plot.contains(x, y):
            self._dot(QPointF(x, y), self.theme.px(3.5), shade, edge=self.palette.card)

    def words(
        self, points: NDArray[np.float64], named: Sequence[str], shade: str, font: QFont
    ) -> None:
        """Write words beside their points, first come first served."""
        for (x, y), word in zip(self.frame.place(points).tolist(), named, strict=True):
            if self.frame.plot.contains(x, y):
                self.label(QPointF(x, y), word, font, shade)

    # --- Parts ----------------------------------------------------------------------------------

    def label(
        self, at: QPointF, words: str, font: QFont, shade: str, *, forced: bool = False
    ) -> None:
        """Write words beside a point, unless there is no room."""
        size = (text_width(words, font) + 2, float(font.pixelSize() + 3))
        away = float(self.theme.px(7))
        place = self.labels.force(at, size, away) if forced else self.labels.take(at, size, away)
        if place is None:
            return
        behind = place.adjusted(-2, 1, 2, -1)
        rounded(self.painter, behind, 3, self.palette.card, alpha=0.9 if forced else 0.6)
        text(self.painter, place, words, font, shade, _CENTRE)

    def _end(
        self, at: QPointF, radius: float, shade: str, alpha: float = 1.0, *, is_hollow: bool
    ) -> None:
        """A dot; a ring for B's, so that it is told from A's without its line."""
        if not is_hollow:
            self._dot(at, radius, shade, alpha)
            return
        self.painter.setPen(QPen(colour(shade, alpha), 1.5 if radius > 2 else 1.0))
        self.painter.setBrush(colour(self.palette.card, alpha))
        self.painter.drawEllipse(at, radius, radius)

    def _dot(
        self, at: QPointF, radius: float, shade: str, alpha: float = 1.0, edge: str | None = None
    ) -> None:
        self.painter.setPen(QPen(QColor(edge), 1) if edge else Qt.PenStyle.NoPen)
        self.painter.setBrush(colour(shade, alpha))
        self.painter.drawEllipse(at, radius, radius)


def _way_pen(shade: str, alpha: float, is_dashed: bool) -> QPen:
    """Of a way: A's is solid, B's is dashed."""
    style = Qt.PenStyle.DashLine if is_dashed else Qt.PenStyle.SolidLine
    return QPen(colour(shade, alpha), 1, style)
