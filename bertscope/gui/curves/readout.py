"""The numbers under the mouse."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetricsF, Qt

from bertscope.gui.curves.lines import series_of, shows_held_alone
from bertscope.gui.curves.quantities import Quantity
from bertscope.gui.curves.scene import Scene
from bertscope.gui.curves.several import hue_of, names_of
from bertscope.gui.curves.strokes import Ink, Kind, Stroke, Strokes, polygon
from bertscope.gui.language import tr
from bertscope.gui.palette import Palette, ink_of
from bertscope.gui.theme import Theme
from bertscope.gui.wording import escaped

NAME = 130
"""Design pixels of a run's name at the most."""
AWAY, BELOW_FLAGS = 8, 22
"""Design pixels between the line and the box, and from the top, where the cursor's flag stands."""


@dataclass(frozen=True)
class Reading:
    """One number at a step: of which line, and what it says."""

    name: str
    words: str
    shade: str
    height: float


def readings(quantity: Quantity, scene: Scene, step: int, palette: Palette) -> list[Reading]:
    """All that is known of a quantity at a step."""
    if scene.run is None:
        return []
    found, hue = [], hue_of(quantity, scene.run, scene.runs, palette)
    train, held = series_of(quantity, scene.run)
    index = train.until(step)
    if index is not None and not shows_held_alone(quantity, scene.run, scene):
        raw = float(train.values[index])
        found.append(Reading(tr("train"), quantity.words(raw), hue, raw))
        bold = train.smooth_at(index, scene.view.smoothing)
        if scene.view.smoothing:
            found.append(Reading(tr("smoothed"), quantity.words(bold), hue, bold))
    index = held.until(step)
    if index is not None:
        height, at = float(held.values[index]), int(held.steps[index])
        words = quantity.words(height)
        if at != step:
            words = tr("{value} (step {step:,})", value=words, step=at)
        found.append(Reading(tr("held out"), words, palette.text, height))
    return [*found, *_others(quantity, scene, step, palette)]


def _others(quantity: Quantity, scene: Scene, step: int, palette: Palette) -> list[Reading]:
    found, names = [], names_of(scene.runs)
    for run in scene.others:
        is_held, (train, held) = shows_held_alone(quantity, run, scene), series_of(quantity, run)
        series = held if is_held else train
        index = series.until(step)
        if index is not None:
            height = series.smooth_at(index, 0 if is_held else scene.view.smoothing)
            hue = hue_of(quantity, run, scene.runs, palette)
            found.append(Reading(names[run.folder], quantity.words(height), hue, height))
    return found


class Readout:
    """A fine line at a step, dots where it meets the lines, and their numbers in a box.

    The box lies over all plots, for it may be higher than its own.
    """

    def __init__(self, box: pg.ViewBox) -> None:
        self._box = box
        self._line, self._dots = pg.InfiniteLine(angle=90), Strokes()
        self._words = pg.TextItem()
        self._words.setZValue(100)
        for part in (self._line, self._dots):
            part.setZValue(1)
            self._box.addItem(part, ignoreBounds=True)
        self.hide()

    def hide(self) -> None:
        for part in (self._line, self._dots, self._words):
            part.hide()

    def show_at(
        self,
        place: float,
        title: str,
        found: Sequence[Reading],
        rise: Callable[[Sequence[float]], np.ndarray],
        ink: Ink,
    ) -> None:
        """Stand at a place of the axis of steps.

        Parameters
        ----------
        rise
            Tells where values lie on their axis.
        """
        if self._words.scene() is None:
            self._box.scene().addItem(self._words)
        card = ink.theme.palette.card
        self._line.setPen(ink.pen(ink.theme.palette.edge))
        self._line.setPos(place)
        dots = []
        for reading, height in zip(found, rise([one.height for one in found]), strict=True):
            at = polygon(np.array([place]), np.array([height]))
            dots += [
                Stroke(at, ink.dot(card, 8), Kind.DOTS),
                Stroke(at, ink.dot(reading.shade, 6.5), Kind.DOTS),
            ]
        self._dots.show_strokes(dots)
        for part in (self._line, self._dots, self._words):
            part.show()
        self._show_words(place, _table(title, found, ink.theme), ink.theme)

    def _show_words(self, place: float, html: str, theme: Theme) -> None:
        palette, words = theme.palette, self._words
        words.fill, words.border = pg.mkBrush(f"{palette.card}F0"), pg.mkPen(palette.edge)
        words.setFont(theme.sans(11))
        words.setColor(palette.text)
        words.setHtml(html)
        frame, away = self._box.sceneBoundingRect(), theme.px(AWAY)
        x = self._box.mapToScene(self._box.mapFromView(QPointF(place, 0.0))).x()
        wide = words.boundingRect().width()
        fits = x + away + wide <= frame.right()
        left = x + away if fits else max(frame.left(), x - away - wide)
        words.setPos(left, frame.top() + theme.px(BELOW_FLAGS))


def _table(title: str, found: Sequence[Reading], theme: Theme) -> str:
    metrics, most = QFontMetricsF(theme.sans(11)), theme.px(NAME)
    rows = []
    for one in found:
        name = escaped(metrics.elidedText(one.name, Qt.TextElideMode.ElideRight, most))
        style = f"color:{ink_of(one.shade)}"
        mono = f"{style}; font-family:'{theme.mono().family()}'"
        rows.append(
            f"<tr><td style='{style}'>{name}</td>"
            f"<td align='right' style='{mono}'>&nbsp;{one.words}</td></tr>"
        )
    return f"<b>{title}</b><table cellspacing='0' cellpadding='0'>{''.join(rows)}</table>"
