"""The score against the number of labelled examples, from pre-trained and from random weights."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, log10

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPolygonF

from bertscope.gui.curves.labels import Labels
from bertscope.gui.curves.names import Ending, names_width
from bertscope.gui.curves.outline import Floats
from bertscope.gui.curves.quantities import Unit
from bertscope.gui.curves.several import PRETRAINED, RANDOM
from bertscope.gui.curves.task_quantities import unit_of, value_words
from bertscope.gui.curves.words import GuessLine
from bertscope.gui.language import tr
from bertscope.gui.task.results_plot import NumberAxis, TaskPlot
from bertscope.gui.theme import Appearance, colour
from bertscope.task import Metric, Start, TaskFacts
from bertscope.wire.messages import WorthPoint

SERIES = {
    Start.PRETRAINED: (PRETRAINED, "segment_a", "o"),
    Start.RANDOM: (RANDOM, "segment_b", "t1"),
}
"""Of each beginning its name, the attribute of `Palette` with its colour, and its marker."""
FAINT, BAND = 0.5, 0.16
"""How much of its colour a single training has, and the range of all."""
SMALL, LARGE = 6, 10
"""Design pixels of a single training's marker, and of a mean's."""
SIDE, TOP = 0.12, 0.04
"""Powers of ten left and right of the sizes, and the share of the axis over its greatest value."""
NAMED_AT = 0.99
"""Where along its line the baseline is named."""


@dataclass(frozen=True)
class Series:
    """All trainings from one beginning: rising sizes, their means and their extremes."""

    start: Start
    sizes: Floats
    means: Floats
    least: Floats
    most: Floats

    @classmethod
    def of(cls, points: Sequence[WorthPoint], start: Start) -> "Series":
        found: dict[int, list[float]] = defaultdict(list)
        for point in points:
            if point.start is start:
                found[point.size].append(point.score)
        sizes = sorted(found)
        columns = [[reduce(found[size]) for size in sizes] for reduce in (np.mean, min, max)]
        return cls(start, np.array(sizes, np.float64), *(np.array(c, np.float64) for c in columns))


class SizeAxis(NumberAxis):
    """A logarithmic axis that names the sizes that are trained on; places are powers of ten."""

    def __init__(self) -> None:
        super().__init__("bottom", tr("labelled examples"))
        self.sizes: Sequence[int] = ()

    def tickValues(
        self, low: float, high: float, _size: float
    ) -> list[tuple[float | None, list[float]]]:
        return [(None, [log10(size) for size in self.sizes if low <= log10(size) <= high])]

    def words(self, value: float) -> str:
        return f"{10**value:,.0f}"


class WorthPlot(TaskPlot):
    """Each training a faint marker, means bold, and a band from the least to the greatest."""

    def __init__(self, appearance: Appearance) -> None:
        self.values, self.sizes = NumberAxis("left", ""), SizeAxis()
        name = tr("Score against the number of labelled examples")
        super().__init__(appearance, self.values, self.sizes, name)
        self._points: Sequence[WorthPoint] = ()
        self._facts: TaskFacts | None = None
        self._marks = pg.ScatterPlotItem(hoverable=True, tip=_tip, useCache=False)
        self._bands = {start: pg.QtWidgets.QGraphicsPolygonItem() for start in SERIES}
        self._lines = {start: pg.PlotCurveItem(antialias=True) for start in SERIES}
        self._baseline = GuessLine()
        for item in (*self._bands.values(), self._baseline, *self._lines.values(), self._marks):
            self.box.addItem(item, ignoreBounds=True)
        self._labels = Labels(self.box)
        self.set_ink(self.devicePixelRatioF())

    def show_points(self, points: Sequence[WorthPoint], facts: TaskFacts | None) -> None:
        """Show what was measured, on that data."""
        self._points, self._facts = tuple(points), facts
        self.draw()

    @property
    def _metric(self) -> Metric | None:
        metrics = self._facts.metrics if self._facts else ()
        return next(iter(metrics), None)

    @property
    def _is_share(self) -> bool:
        return self._metric is None or unit_of(self._metric) is Unit.SHARE

    def _said(self, value: float) -> str:
        return value_words(self._metric, value)

    def _called(self, series: Series) -> str:
        """The name at a line's end, with its last mean."""
        name = tr(SERIES[series.start][0])
        return f"{name} {self._said(series.means[-1])}" if len(series.means) else name

    def draw(self) -> None:
        if not self._points or self.box.width() < 1:
            return
        series = [Series.of(self._points, start) for start in SERIES]
        self.values.is_share = self._is_share
        self.sizes.sizes = sorted({point.size for point in self._points})
        self._fit(series)
        self._draw_baseline()
        for one in series:
            self._draw_series(one)
        self._marks.setData(self._spots(series))
        self._name(series)

    def _fit(self, series: Sequence[Series]) -> None:
        """Set both axes: room for the names at the right, and values up to 1."""
        theme = self.ink.theme
        baseline = self._facts.baselines[0][1] if self._facts and self._facts.baselines else 1.0
        least = min([point.score for point in self._points] + [baseline])
        low = floor(10 * least - 0.25) / 10
        low = max(low, 0.0) if self._is_share else low
        first, last = log10(self.sizes.sizes[0]) - SIDE, log10(self.sizes.sizes[-1]) + SIDE
        names = names_width([self._called(one) for one in series], self.box.rect(), theme)
        share = min((names + theme.px(8)) / self.box.width(), 0.5)
        last += share / (1 - share) * (last - first)
        reach = (1.0 - low) * (1 + TOP)
        self.values.most = 1.0
        self.box.setRange(xRange=(first, last), yRange=(low, low + reach), padding=0)

    def _draw_baseline(self) -> None:
        told = self._facts.baselines[:1] if self._facts else ()
        self._baseline.set_ink(self.ink)
        self._baseline.setVisible(bool(told))
        for name, value in told:
            self._baseline.setPos(value)
            self._baseline.label.setFormat(f"{tr(name)}: {self._said(value)}")
            self._baseline.label.setPosition(NAMED_AT)

    def _draw_series(self, one: Series) -> None:
        _, meaning, _ = SERIES[one.start]
        shade, places = str(getattr(self.ink.theme.palette, meaning)), np.log10(one.sizes)
        self._lines[one.start].setData(places, one.means, pen=self.ink.pen(shade, 2))
        around = [
            *zip(places, one.most, strict=True),
            *zip(places[::-1], one.least[::-1], strict=True),
        ]
        band = self._bands[one.start]
        band.setPolygon(QPolygonF([QPointF(x, y) for x, y in around]))
        band.setPen(pg.mkPen(None))
        band.setBrush(colour(shade, BAND))

    def _spots(self, series: Sequence[Series]) -> list[dict[str, object]]:
        """Single trainings faint, over them the means."""
        palette, spots = self.ink.theme.palette, []
        for one in series:
            words, meaning, symbol = SERIES[one.start]
            name = tr(words)
            shade = str(getattr(palette, meaning))
            single = {"symbol": symbol, "size": self.marker(SMALL), "brush": pg.mkBrush(None)}
            for point in self._points:
                if point.start is one.start:
                    at = (log10(point.size), point.score)
                    told = self._told(name, point)
                    pen = self.ink.pen(colour(shade, FAINT))
                    spots.append({"pos": at, "data": told, "pen": pen, **single})
            for size, mean in zip(one.sizes, one.means, strict=True):
                told = tr(
                    "{name}, {size:,.0f} examples, mean: {score}",
                    name=name,
                    size=size,
                    score=self._said(mean),
                )
                bold = {"symbol": symbol, "size": self.marker(LARGE), "brush": colour(shade)}
                at = (log10(size), mean)
                spots.append({"pos": at, "data": told, "pen": self.ink.pen(palette.card), **bold})
        return spots

    def _told(self, name: str, point: WorthPoint) -> str:
        """What a single training is and what it reached."""
        return tr(
            "{name}, {size:,} examples, seed {seed}: {score}",
            name=name,
            size=point.size,
            seed=point.seed,
            score=self._said(point.score),
        )

    def _name(self, series: Sequence[Series]) -> None:
        """Write at each line's end what it is."""
        endings, theme = [], self.ink.theme
        for one in series:
            if len(one.sizes):
                end = QPointF(log10(one.sizes[-1]), one.means[-1])
                at = self.box.mapFromView(end) + QPointF(theme.px(4), 0)
                shade = str(getattr(theme.palette, SERIES[one.start][1]))
                endings.append(Ending(self._called(one), at, shade))
        words = self._baseline.label
        taken = [self.box.mapRectFromItem(words, words.boundingRect())] if words.isVisible() else []
        self._labels.show_all((), endings, taken, theme)


def _tip(data: object, **_place: float) -> str:
    return str(data)
