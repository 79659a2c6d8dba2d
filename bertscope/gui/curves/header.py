"""The words over a plot: what it shows, and the newest number of each line."""

from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QGraphicsSceneResizeEvent

from bertscope.gui.curves.history import History
from bertscope.gui.curves.quantities import ACCURACIES, NSP, Quantity
from bertscope.gui.curves.scene import Scene
from bertscope.gui.painting import text, text_width
from bertscope.gui.theme import Theme
from bertscope.gui.wording import percent

LINE, GAP, SAMPLE = 18, 12, 16
"""Design pixels: the height of a line of words, between parts, of a sample of a line."""


@dataclass(frozen=True)
class Part:
    """Words that stay together; `sample` names the line that they are of."""

    words: str
    shade: str
    strong: bool = False
    sample: str = ""

    def font(self, theme: Theme) -> QFont:
        return theme.bold(12) if self.strong else theme.sans(12)

    def width(self, theme: Theme) -> float:
        room = theme.px(SAMPLE + 4) if self.sample else 0
        return room + text_width(self.words, self.font(theme))


def parts_of(quantity: Quantity, scene: Scene, theme: Theme) -> list[Part]:
    """All that is said over a plot."""
    palette = theme.palette
    parts = [Part(quantity.title, palette.text, strong=True)]
    if scene.run is None:
        return parts
    history = scene.run.history
    train, held = history.series[quantity.train], history.series[quantity.held]
    if len(train):
        last = train.smooth_at(len(train) - 1, scene.view.smoothing)
        hue = quantity.hue(palette)
        parts.append(Part(f"train {quantity.words(last)}", hue, strong=True, sample="train"))
    if held.last is not None:
        words = f"held out {quantity.words(held.last)}"
        parts.append(Part(words, palette.text, strong=True, sample="held"))
    if not scene.view.accuracy:
        parts += [Part(words, palette.muted) for words in _accuracies(quantity, history)]
    return parts


def _accuracies(quantity: Quantity, history: History) -> list[str]:
    accuracy = ACCURACIES.get(quantity)
    last = None if accuracy is None else history.series[accuracy.held].last
    if last is None:
        return []
    words = [f"held-out accuracy {percent(last)}"]
    by_content = history.series["held_out_nsp_decoy_accuracy"].last
    if quantity is NSP and by_content is not None:
        words.append(f"by content alone {percent(by_content)}")
    return words


def least_lines(quantity: Quantity, scene: Scene) -> int:
    """Two where accuracies will be said below the losses."""
    return 2 if quantity in ACCURACIES and not scene.view.accuracy else 1


class Header(pg.GraphicsWidget):  # type: ignore[misc]  # pyqtgraph has no types.
    """The words over a plot, in as many lines as its width wants.

    Signals
    -------
    grew
        It needs another height.
    """

    grew = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[Part] = []
        self._least = 1
        self._theme = Theme()
        self.lines: list[list[tuple[float, Part]]] = []

    def show_parts(self, parts: list[Part], least: int, theme: Theme) -> None:
        """Room is kept for `least` lines from the start, so that the plot doesn't jump."""
        if (parts, least, theme) != (self._parts, self._least, self._theme):
            self._parts, self._least, self._theme = parts, least, theme
            self._lay_out()

    def _lay_out(self) -> None:
        self.lines, left = [[]], 0.0
        for part in self._parts:
            wide = part.width(self._theme)
            if self.lines[-1] and left + wide > self.size().width():
                self.lines.append([])
                left = 0.0
            self.lines[-1].append((left, part))
            left += wide + self._theme.px(GAP)
        high = max(self._least, len(self.lines)) * self._theme.px(LINE)
        if high != self.minimumHeight():
            self.setFixedHeight(high)
            self.grew.emit()
        self.update()

    def resizeEvent(self, event: QGraphicsSceneResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def paint(self, painter: QPainter, *_options: object) -> None:
        """A part that is wider than the plot is cut with an ellipsis."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high = self._theme.px(LINE)
        for number, line in enumerate(self.lines):
            for left, part in line:
                room = min(part.width(self._theme), self.size().width() - left)
                _paint_part(painter, part, QRectF(left, number * high, room, high), self._theme)


def _paint_part(painter: QPainter, part: Part, place: QRectF, theme: Theme) -> None:
    if part.sample:
        _paint_sample(painter, part, place, theme)
        place = place.adjusted(theme.px(SAMPLE + 4), 0, 0, 0)
    text(painter, place, part.words, part.font(theme), part.shade)


def _paint_sample(painter: QPainter, part: Part, place: QRectF, theme: Theme) -> None:
    """A piece of the line itself: bold, or thin with a dot."""
    y, right = place.center().y(), place.left() + theme.px(SAMPLE)
    painter.setPen(QPen(QColor(part.shade), 3 if part.sample == "train" else 1))
    painter.drawLine(QPointF(place.left(), y), QPointF(right, y))
    if part.sample == "held":
        painter.setBrush(QColor(theme.palette.card))
        painter.drawEllipse(QPointF((place.left() + right) / 2, y), 2.5, 2.5)
    painter.setBrush(Qt.BrushStyle.NoBrush)
