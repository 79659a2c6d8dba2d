"""What pre-training is worth, as a plot over the number of labelled examples."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from bertscope.gui.controls import label
from bertscope.gui.curves.several import PRETRAINED, RANDOM
from bertscope.gui.language import marked, tr
from bertscope.gui.painting import paragraph, text
from bertscope.gui.table import Table
from bertscope.gui.task.words import facts_name
from bertscope.gui.task.worth_measure import SEEDS, Worth
from bertscope.gui.theme import Appearance, Theme
from bertscope.task import Start

if TYPE_CHECKING:
    from bertscope.gui.task.worth_plot import WorthPlot

_NAMES = {Start.PRETRAINED: PRETRAINED, Start.RANDOM: RANDOM}
LINE = 18
"""Design pixels of the line over the plot."""
EMPTY = marked(
    "Measure trains the task on 10, 30, 100, 300 and 1000 labelled examples, from the pre-trained "
    "and from random weights, three times each. What pre-training is worth is the gap between them."
)


class WorthView(QWidget):
    """A plot once there are points, and before them what it would be.

    Parameters
    ----------
    worth
        Tells what was measured.
    """

    TEACHES: ClassVar[str] = marked(
        "Pre-training has seen no label. What it is worth with few labels and with many: the score "
        "on examples that are not trained on, against how many are. Faint: single trainings; bold: "
        "their mean; the band reaches from the worst to the best of them."
    )

    def __init__(self, worth: Worth, appearance: Appearance) -> None:
        super().__init__()
        self._worth, self._appearance = worth, appearance
        self.plot: WorthPlot | None = None
        self.heading, self.empty = label(""), label("")
        for words in (self.heading, self.empty):
            words.setTextFormat(Qt.TextFormat.PlainText)
            words.setMinimumWidth(1)
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self.heading)
        self._column.addWidget(self.empty, 1)
        worth.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        worth = self._worth
        has_points = bool(worth.points)
        self.heading.setVisible(has_points)
        self.empty.setVisible(not has_points)
        if has_points:
            self._made().show_points(worth.points, worth.facts)
            self.heading.setText(self._title)
        self.empty.setText(" ".join(filter(None, (worth.trouble or tr(EMPTY), self._why_not))))
        if self.plot is not None:
            self.plot.setVisible(has_points)

    @property
    def _why_not(self) -> str:
        return "" if self._worth.is_running else self._worth.why_not

    @property
    def _title(self) -> str:
        """What is measured, and any trouble with it."""
        facts, trouble = self._worth.facts, self._worth.trouble
        if facts is None:
            return trouble
        words = tr(
            "{metric} of {task} on held-out examples, {seeds} seeds each, {steps} steps at the "
            "most",
            metric=tr(facts.metrics[0].value) if facts.metrics else tr("score"),
            task=facts_name(facts),
            seeds=SEEDS,
            steps=max((point.steps for point in self._worth.points), default=0),
        )
        return f"{words} · {trouble}" if trouble else words

    def _made(self) -> WorthPlot:
        """Made with the first point: pyqtgraph takes a while to load."""
        if self.plot is None:
            from bertscope.gui.task.worth_plot import WorthPlot

            self.plot = WorthPlot(self._appearance)
            self._column.addWidget(self.plot, 1)
        return self.plot

    # --- Getting it out -------------------------------------------------------------------------

    @property
    def theme(self) -> Theme:
        return self._appearance.theme

    def whole_size(self) -> QSize:
        if self.plot is None or not self._worth.points:
            return self.size()
        return QSize(self.plot.width(), self.plot.height() + self.theme.px(LINE))

    def paint_whole(self, painter: QPainter, width: float, height: float, /) -> None:
        theme, palette = self.theme, self.theme.palette
        if self.plot is None or not self._worth.points:
            rect = QRectF(0, 0, width, height)
            paragraph(painter, rect, self.empty.text(), theme.sans(13), palette.muted)
            return
        line = theme.px(LINE)
        text(painter, QRectF(0, 0, width, line), self._title, theme.sans(12), palette.muted)
        painter.translate(0, line)
        self.plot.paint_whole(painter, width, height - line)

    def numbers(self) -> Table | None:
        """A row a training."""
        points = self._worth.points
        rows = [(_NAMES[p.start], p.size, p.seed, p.steps, p.score) for p in points]
        names = ("weights", "labelled examples", "seed", "steps", "score")
        return Table(names, rows) if rows else None
