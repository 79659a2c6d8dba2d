"""What was said of each example against what is right, for a task with numbers."""

from functools import partial

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Signal

from bertscope.gui.language import tr
from bertscope.gui.task.results_cells import Results, values, verdict
from bertscope.gui.task.results_plot import NumberAxis, TaskPlot
from bertscope.gui.theme import Appearance, colour
from bertscope.wire.messages import Judged

DASH = (4.0, 3.0)
SIZE = 7
"""Design pixels of a point."""
MARGIN = 0.05
"""The share of the numbers' range that lies around them."""


class Scatter(TaskPlot):
    """A point an example; on the dashed line what is said is right.

    Signals
    -------
    picked(Judged)
        The example of a point should be put into the window.
    """

    picked = Signal(object)

    def __init__(self, appearance: Appearance) -> None:
        left, below = NumberAxis("left", tr("said")), NumberAxis("bottom", tr("right"))
        super().__init__(appearance, left, below, tr("What was said against what is right"))
        self._results: Results | None = None
        self._diagonal = pg.PlotCurveItem()
        self._points = pg.ScatterPlotItem(hoverable=True, tip=None, useCache=False)
        for part in (self._diagonal, self._points):
            self.box.addItem(part)
        self._points.sigClicked.connect(self._pick)
        self._points.sigHovered.connect(self._point)
        self.set_ink(self.devicePixelRatioF())

    def show_results(self, results: Results) -> None:
        self._results = results
        self.draw()

    def draw(self) -> None:
        if self._results is None:
            return
        examples, palette = self._results.told.examples, self.ink.theme.palette
        right, said = values(examples)
        low, high = float(min(right.min(), said.min())), float(max(right.max(), said.max()))
        room = MARGIN * (high - low) or 1.0
        ends = np.array([low - room, high + room])
        self._diagonal.setData(ends, ends, pen=self.ink.pen(palette.muted, 1, DASH))
        self._points.setData(
            x=right,
            y=said,
            data=examples,
            size=self.marker(SIZE),
            pen=self.ink.pen(palette.segment_a),
            brush=colour(palette.segment_a, 0.35),
            hoverBrush=colour(palette.chosen),
        )
        self.box.setRange(xRange=ends.tolist(), yRange=ends.tolist(), padding=0)

    def _pick(self, _item: object, points: np.ndarray, _event: object) -> None:
        if len(points):
            self.picked.emit(points[0].data())

    def _point(self, _item: object, points: np.ndarray, _event: object) -> None:
        found = [point.data() for point in points]
        self.box.setToolTip("\n".join(map(partial(_words, self._results), found[:3])))


def _words(results: Results | None, example: Judged) -> str:
    assert results is not None
    texts = " | ".join(filter(None, (example.a, example.b)))
    return f"{texts}: {verdict(results, example)}"
