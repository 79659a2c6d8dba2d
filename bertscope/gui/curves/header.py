"""The words over a plot: what it shows, and the newest number of each line."""

from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QGraphicsSceneResizeEvent

from bertscope.gui.curves.lines import series_of, shows_held_alone
from bertscope.gui.curves.quantities import ACCURACIES, MLM, NSP, Quantity
from bertscope.gui.curves.scene import Scene
from bertscope.gui.curves.several import dashes_of, hue_of, names_of, why_apart
from bertscope.gui.curves.task_quantities import is_score, second_score
from bertscope.gui.language import tr
from bertscope.gui.painting import text, text_width
from bertscope.gui.run.record import RunRecord
from bertscope.gui.theme import Theme
from bertscope.gui.wording import percent

LINE, GAP, SAMPLE = 18, 12, 16
"""Design pixels: the height of a line of words, between parts, of a sample of a line."""


@dataclass(frozen=True)
class Part:
    """Words that stay together; `sample` names the line that they are of, `dash` its dashes."""

    words: str
    shade: str
    strong: bool = False
    sample: str = ""
    dash: tuple[float, ...] = ()

    def font(self, theme: Theme) -> QFont:
        return theme.bold(12) if self.strong else theme.sans(12)

    def width(self, theme: Theme) -> float:
        room = theme.px(SAMPLE + 4) if self.sample else 0
        return room + text_width(self.words, self.font(theme))


def parts_of(quantity: Quantity, scene: Scene, theme: Theme) -> list[Part]:
    """All that is said over a plot."""
    palette = theme.palette
    parts = [Part(tr(quantity.title), palette.text, strong=True)]
    if is_score(quantity) and scene.others:
        return [*parts, *_legend(quantity, scene, theme)]
    if scene.run is not None:
        parts += _newest(quantity, scene.run, scene, theme)
        if not scene.view.accuracy:
            parts += [Part(words, palette.muted) for words in _accuracies(quantity, scene.run)]
    if is_first(quantity):
        apart = [why_apart(run, scene.run) for run in scene.apart]
        parts += [Part(tr("not drawn: {why}", why=why), palette.muted) for why in apart]
    return parts


def is_first(quantity: Quantity) -> bool:
    """Whether its plot is the uppermost one."""
    return quantity is MLM or (quantity.held == "held_out_loss" and not quantity.meaning)


def _newest(quantity: Quantity, run: RunRecord, scene: Scene, theme: Theme) -> list[Part]:
    """The last number of each line."""
    parts, (train, held) = [], series_of(quantity, run)
    hue = hue_of(quantity, run, scene.runs, theme.palette)
    alone = shows_held_alone(quantity, run, scene)
    if len(train) and not alone:
        last = train.smooth_at(len(train) - 1, scene.view.smoothing)
        words = tr("train {value}", value=quantity.words(last))
        parts.append(Part(words, hue, strong=True, sample="train"))
    if held.last is not None:
        words = tr("held out {value}", value=quantity.words(held.last))
        shade, sample = (hue, "train") if alone else (theme.palette.text, "held")
        parts.append(Part(words, shade, strong=True, sample=sample))
    return parts


def _legend(quantity: Quantity, scene: Scene, theme: Theme) -> list[Part]:
    """Each run with its line and its newest held-out value."""
    parts, names = [], names_of(scene.runs)
    for run, dash in zip(scene.runs, dashes_of(scene.run, scene.others), strict=True):
        last = series_of(quantity, run)[1].last
        words = names[run.folder] + ("" if last is None else f" {quantity.words(last)}")
        hue = hue_of(quantity, run, scene.runs, theme.palette)
        parts.append(Part(words, hue, strong=True, sample="train", dash=dash))
    return parts


def _accuracies(quantity: Quantity, run: RunRecord) -> list[str]:
    history, second = run.history, second_score(run)
    if quantity.held == "held_out_score" and second is not None:
        last = history.series[second.held].last
        return [] if last is None else [f"{tr(second.title)} {second.words(last)}"]
    accuracy = ACCURACIES.get(quantity)
    last = None if accuracy is None else history.series[accuracy.held].last
    if last is None:
        return []
    words = [tr("held-out accuracy {share}", share=percent(last))]
    by_content = history.series["held_out_nsp_decoy_accuracy"].last
    if quantity is NSP and by_content is not None:
        words.append(tr("by content alone {share}", share=percent(by_content)))
    return words


def least_lines(quantity: Quantity, scene: Scene) -> int:
    """Two where accuracies will be said below the losses of pre-training."""
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
    pen = QPen(QColor(part.shade), 3 if part.sample == "train" else 1)
    if part.dash:
        pen.setWidth(2)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([length / 2 for length in part.dash])
    painter.setPen(pen)
    painter.drawLine(QPointF(place.left(), y), QPointF(right, y))
    if part.sample == "held":
        painter.setBrush(QColor(theme.palette.card))
        painter.drawEllipse(QPointF((place.left() + right) / 2, y), 2.5, 2.5)
    painter.setBrush(Qt.BrushStyle.NoBrush)
