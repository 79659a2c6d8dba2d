"""How a fine-tuned model answers labelled examples, and the sentences behind each number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from bertscope.gui.controls import label
from bertscope.gui.language import marked, tr
from bertscope.gui.painting import paragraph, text
from bertscope.gui.session import Session
from bertscope.gui.table import Table
from bertscope.gui.task.results_canvas import CellsCanvas
from bertscope.gui.task.results_cells import Cell, Results, summary
from bertscope.gui.task.results_groups import GroupsCanvas
from bertscope.gui.task.results_judge import Judge
from bertscope.gui.task.results_list import ExampleList, paint_example, row_height
from bertscope.gui.task.results_matrix import MatrixCanvas
from bertscope.gui.theme import Appearance, Theme
from bertscope.task import Kind
from bertscope.wire.messages import Judged

if TYPE_CHECKING:
    from bertscope.gui.task.results_scatter import Scatter

BESIDE, LINE, GAP, LEAST = 460, 18, 12, 60
"""Design pixels: of width from which on the list stands beside, of a line of words, between the
parts, and of the height of each at the least where one is below the other."""
MOST_ROWS = 12
"""Examples in a picture at the most."""
_MATRIX = marked(
    "Each labelled example is counted where its row, the class that is right, meets the column of "
    "the class that was said. What lies off the diagonal is wrong: click a cell to read it, and a "
    "sentence to put it into the window."
)
TITLES: dict[Kind | None, tuple[str, str]] = {
    None: (marked("Right and wrong"), _MATRIX),
    Kind.CLASSIFICATION: (marked("Confusion matrix"), _MATRIX),
    Kind.REGRESSION: (
        marked("Right and said"),
        marked(
            "Each labelled example is a point: across, the number that is right, and up, the one "
            "that was said. On the diagonal both are the same. Click a sentence to put it into the "
            "window."
        ),
    ),
    Kind.QA: (
        marked("Right and wrong"),
        marked(
            "Each question is counted by how its answer went; an answer may also be that there is "
            "none. Click a line to read the questions behind it, and one to put it into the window."
        ),
    ),
}
"""What the view is called for each kind of task, and what it teaches; None while none is known."""


class ResultsView(QWidget):
    """A matrix, groups or a scatter, and a list of examples.

    Parameters
    ----------
    session
        Says which cell is looked at; takes the example that is picked.
    judge
        Tells the answers.

    Signals
    -------
    called(str, str)
        It has another title, and teaches something else: another kind of task is shown.
    """

    called = Signal(str, str)

    TITLE, TEACHES = TITLES[None]

    def __init__(self, session: Session, judge: Judge, appearance: Appearance) -> None:
        super().__init__()
        self._session, self._judge, self._appearance = session, judge, appearance
        self.results: Results | None = None
        self.matrix, self.groups = MatrixCanvas(appearance), GroupsCanvas(appearance)
        self.examples = ExampleList(appearance)
        self.heading, self.empty = label("", "title"), label("")
        self._make()
        self._connect()
        self._set_sizes()
        self._show()

    def _make(self) -> None:
        self._figure = QStackedWidget()
        for view in (self.matrix, self.groups):
            self._figure.addWidget(view)
        for words in (self.heading, self.empty):
            words.setTextFormat(Qt.TextFormat.PlainText)
            words.setMinimumWidth(1)
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        beside = QWidget()
        column = QVBoxLayout(beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.heading)
        column.addWidget(self.examples, 1)
        self._body = QWidget()
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._body)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(GAP)
        self._sides.addWidget(self._figure, 1)
        self._sides.addWidget(beside, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._body)
        column.addWidget(self.empty, 1)

    def _connect(self) -> None:
        self._judge.changed.connect(self._show)
        self._session.viewed.connect(self._show_cell)
        self._appearance.changed.connect(self._set_sizes)
        self.examples.picked.connect(self.pick)
        for canvas in (self.matrix, self.groups):
            canvas.chosen.connect(self._choose)

    def _choose(self, cell: Cell | None) -> None:
        self._session.set_view(marked("Look behind a number"), cell=cell)

    def pick(self, example: Judged) -> None:
        """Put an example into the window, with the class that is right."""
        number = self.results.label_of(example) if self.results else None
        self._session.set_example(example.a, example.b, number)

    # --- What is shown --------------------------------------------------------------------------

    @property
    def figure(self) -> QWidget:
        """The matrix, the groups, or the scatter."""
        if self.results is not None and self.results.kind is Kind.REGRESSION:
            return self._scatter()
        is_qa = self.results is not None and self.results.kind is Kind.QA
        return self.groups if is_qa else self.matrix

    def _scatter(self) -> Scatter:
        """Made when there is a regression: pyqtgraph takes a while to load."""
        from bertscope.gui.task.results_scatter import Scatter

        for number in range(self._figure.count()):
            there = self._figure.widget(number)
            if isinstance(there, Scatter):
                return there
        made = Scatter(self._appearance)
        made.picked.connect(self.pick)
        self._figure.addWidget(made)
        return made

    @property
    def _cell(self) -> Cell | None:
        cell = self._session.view.cell
        return cell if self.results is not None and self.results.has(cell) else None

    def _show(self) -> None:
        told = self._judge.judged
        if told is None or not told.examples:
            self.results = None
        elif self.results is None or self.results.told is not told:
            self.results = Results(told)
        is_there = self.results is not None
        self._body.setVisible(is_there)
        self.empty.setVisible(not is_there)
        self.empty.setText(self._judge.why or tr("There are no such examples."))
        if self.results is not None:
            self._figure.setCurrentWidget(self.figure)
        facts = self._judge.facts
        kind = facts.kind if facts is not None else None
        title, teaches = TITLES[self.results.kind if self.results is not None else kind]
        self.called.emit(tr(title), tr(teaches))
        self._show_cell()

    def _show_cell(self) -> None:
        results, cell, figure = self.results, self._cell, self.figure
        if isinstance(figure, CellsCanvas):
            figure.show_results(results, cell)
        elif results is not None:
            self._scatter().show_results(results)
        listed = results.listed(cell) if results is not None else []
        self.heading.setText(results.heading(cell) if results is not None else "")
        self.examples.show_examples(results, listed)

    def _set_sizes(self) -> None:
        px = self._appearance.theme.px
        is_beside = self.width() >= px(BESIDE)
        ways = QBoxLayout.Direction
        self._sides.setDirection(ways.LeftToRight if is_beside else ways.TopToBottom)
        for part in (self._figure, self.examples):
            part.setMinimumHeight(px(LEAST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_sizes()

    # --- Getting it out -------------------------------------------------------------------------

    @property
    def theme(self) -> Theme:
        return self._appearance.theme

    def numbers(self) -> Table | None:
        return self.results.table() if self.results is not None else None

    @property
    def _pictured(self) -> list[Judged]:
        """The examples that a picture has: those behind a cell, if one is chosen."""
        if self.results is None or self._cell is None:
            return []
        return self.results.listed(self._cell)[:MOST_ROWS]

    def _figure_size(self) -> QSize:
        figure = self.figure
        return figure.whole_size() if isinstance(figure, CellsCanvas) else figure.size()

    def whole_size(self) -> QSize:
        """The figure, and beside it the examples behind a cell."""
        if self.results is None:
            return self.size()
        size, px, rows = self._figure_size(), self.theme.px, self._pictured
        wide, high = size.width(), size.height()
        if rows:
            wide += px(GAP) + self.examples.width()
            high = max(high, len(rows) * row_height(self.results, self.theme))
        return QSize(max(wide, px(BESIDE)), high + px(LINE))

    def paint_whole(self, painter: QPainter, width: float, height: float, /) -> None:
        theme, results = self.theme, self.results
        palette, line = theme.palette, theme.px(LINE)
        if results is None:
            rect = QRectF(0, 0, width, height)
            paragraph(painter, rect, self.empty.text(), theme.sans(13), palette.muted)
            return
        size = self._figure_size()
        left = size.width() + theme.px(GAP)
        room = size.width() if self._pictured else width
        text(
            painter, QRectF(0, 0, room, line), summary(results.told), theme.sans(12), palette.muted
        )
        self._paint_examples(painter, QRectF(left, 0, width - left, height), results)
        painter.translate(0, line)
        figure = self.figure
        assert isinstance(figure, CellsCanvas) or figure is self._scatter()
        figure.paint_whole(painter, size.width(), size.height())

    def _paint_examples(self, painter: QPainter, place: QRectF, results: Results) -> None:
        if not self._pictured:
            return
        theme, high = self.theme, row_height(results, self.theme)
        head = QRectF(place.left(), 0, place.width(), theme.px(LINE))
        words, shown = results.heading(self._cell), self._pictured
        if len(shown) == MOST_ROWS < len(results.listed(self._cell)):
            words = tr("{heading}, the first {count}", heading=words, count=MOST_ROWS)
        text(painter, head, words, theme.bold(12), theme.palette.text)
        row = QRectF(place.left(), head.bottom(), place.width(), high)
        for example in shown:
            paint_example(painter, row, example, results, theme)
            row.translate(0, high)
