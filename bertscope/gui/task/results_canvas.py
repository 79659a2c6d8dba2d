"""What can be chosen among judged examples: a matrix of cells, or a bar each for how it went."""

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter

from bertscope.gui.canvas import Canvas
from bertscope.gui.language import tr
from bertscope.gui.task.results_cells import Cell, Results
from bertscope.gui.theme import Appearance

STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class CellsCanvas(Canvas):
    """Base of both: cells that mouse and keyboard walk through and choose.

    Signals
    -------
    chosen(object)
        A cell whose examples should be listed; None for all mistakes.
    """

    chosen = Signal(object)

    def __init__(self, appearance: Appearance, name: str) -> None:
        super().__init__(appearance, name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.results: Results | None = None
        self.cell: Cell | None = None
        self._under: Cell | None = None

    def show_results(self, results: Results | None, cell: Cell | None) -> None:
        """Show these, and which cell is chosen."""
        self.results, self.cell = results, cell
        if results is None or not results.has(self._under):
            self._under = None
        self.refresh()

    # --- For subclasses -------------------------------------------------------------------------

    def content_size(self, width: float, height: float) -> tuple[float, float]:
        """How large all of it is in a view of a size."""
        raise NotImplementedError

    def cell_at(self, point: QPointF, width: float, height: float) -> Cell | None:
        """The cell at a point of the content, in a view of a size."""
        raise NotImplementedError

    def words_of(self, cell: Cell) -> str:
        """What a cell says, for a tooltip and for a screen reader."""
        raise NotImplementedError

    def paint_cells(self, painter: QPainter, width: float, height: float) -> None:
        """Paint all of it, for a view of a size."""
        raise NotImplementedError

    # --- Canvas ---------------------------------------------------------------------------------

    def content_width(self, available: float) -> float:
        return self.content_size(available, self.viewport().height())[0]

    def refresh(self) -> None:
        super().refresh()
        view, bar = self.viewport(), self.verticalScrollBar()
        high = self.content_size(view.width(), view.height())[1]
        bar.setPageStep(view.height())
        bar.setSingleStep(max(1, view.height() // 10))
        bar.setRange(0, max(0, round(high) - view.height()))

    def paint(self, painter: QPainter, width: float, height: float, scroll: float) -> None:
        if self.results is not None:
            painter.translate(-scroll, -self.verticalScrollBar().value())
            self.paint_cells(painter, width, height)

    def paint_whole(self, painter: QPainter, width: float, height: float) -> None:
        if self.results is not None:
            self.paint_cells(painter, width, height)

    def whole_size(self) -> QSize:
        """As large as the content alone."""
        view = self.viewport()
        wide, high = self.content_size(view.width(), view.height())
        return QSize(round(wide), round(high))

    def tip(self, point: QPointF) -> str:
        cell = self._cell_under(point)
        return "" if cell is None else f"{self.words_of(cell)}<br>{tr('Click to list them')}"

    # --- Mouse and keyboard ---------------------------------------------------------------------

    def _cell_under(self, point: QPointF) -> Cell | None:
        if self.results is None:
            return None
        view = self.viewport()
        at = QPointF(point.x() + self.scrolled, point.y() + self.verticalScrollBar().value())
        return self.cell_at(at, view.width(), view.height())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self._cell_under(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        cell = self._cell_under(event.position())
        if event.button() is Qt.MouseButton.LeftButton and cell is not None:
            self._choose(cell)

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk through the cells, Enter lists one, Escape lists all mistakes."""
        key = Qt.Key(event.key())
        if self.results is not None and key in STEPS:
            self._walk(*STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._under is not None:
            self._choose(self._under)
        elif key == Qt.Key.Key_Escape and self.cell is not None:
            self.chosen.emit(None)
        else:
            super().keyPressEvent(event)

    def _walk(self, down: int, across: int) -> None:
        row, column = self._under or self.cell or (0, 0)
        there = self._under is not None or self.cell is not None
        wanted = (row + down * there, column + across * there)
        if self.results is not None and min(wanted) >= 0 and self.results.has(wanted):
            self._point_at(wanted)
            self.setAccessibleDescription(self.words_of(wanted))

    def _choose(self, cell: Cell) -> None:
        self.chosen.emit(None if cell == self.cell else cell)

    def _point_at(self, cell: Cell | None) -> None:
        if cell != self._under:
            self._under = cell
            self.viewport().update()
