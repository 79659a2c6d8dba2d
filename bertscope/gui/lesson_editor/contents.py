"""The list of a lesson's pages, and what can be done to them."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from bertscope.gui.controls import label, tool_button
from bertscope.gui.language import tr

LEAST_WIDTH = 150


class Contents(QWidget):
    """The pages by their titles; they are dragged, or moved with buttons.

    Signals
    -------
    chosen(int)
        A page is to be seen.
    moved(int, int)
        A page is to stand at another place among the others.
    added(int), doubled(int), removed(int)
        A page is to come behind this one; to be there twice; to go.
    """

    chosen, added, doubled, removed = Signal(int), Signal(int), Signal(int), Signal(int)
    moved = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Pages of the lesson"))
        self.list.setToolTip(tr("Choose a page to go to its text; drag it to another place"))
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setMinimumWidth(LEAST_WIDTH)
        self.list.currentRowChanged.connect(self._choose)
        # Not from within the moving, which the list is in the midst of.
        queued = Qt.ConnectionType.QueuedConnection
        self.list.model().rowsMoved.connect(self._drag, queued)
        self.add = tool_button("+", tr("Add a page"), tr("Put a new page behind this one"))
        self.double = tool_button("×2", tr("Duplicate the page"), tr("Put a copy behind this page"))
        self.up = tool_button(
            "↑", tr("Move the page up"), tr("Let this page come before the one above it")
        )
        self.down = tool_button(
            "↓", tr("Move the page down"), tr("Let this page come behind the next one")
        )
        self.remove = tool_button(
            "✕", tr("Delete the page"), tr("Take this page out; undo brings it back")
        )
        self.buttons = (self.add, self.double, self.up, self.down, self.remove)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(4)
        for button in self.buttons:
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label(tr("Pages"), "title"))
        column.addWidget(self.list, 1)
        column.addLayout(row)

    def _connect(self) -> None:
        self.add.clicked.connect(lambda: self.added.emit(self.row))
        self.double.clicked.connect(lambda: self.doubled.emit(self.row))
        self.remove.clicked.connect(lambda: self.removed.emit(self.row))
        self.up.clicked.connect(lambda: self.moved.emit(self.row, self.row - 1))
        self.down.clicked.connect(lambda: self.moved.emit(self.row, self.row + 1))

    @property
    def row(self) -> int:
        """The page that is chosen, from 0; -1 where there is none."""
        return self.list.currentRow()

    def show_pages(self, titles: Sequence[str], row: int) -> None:
        """Show these, and that one of them is looked at; nothing is told of it."""
        numbered = [f"{number}  {title}" for number, title in enumerate(titles, 1)]
        self.list.blockSignals(True)
        if numbered != [self.list.item(at).text() for at in range(self.list.count())]:
            self.list.clear()
            self.list.addItems(numbered)
        self.list.setCurrentRow(row)
        self.list.blockSignals(False)
        self.double.setEnabled(row >= 0)
        self.remove.setEnabled(len(titles) > 1)
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < len(titles) - 1)

    def _choose(self, row: int) -> None:
        if row >= 0:
            self.chosen.emit(row)

    def _drag(
        self, _: QModelIndex, begin: int, _end: int, _other: QModelIndex, before: int
    ) -> None:
        self.moved.emit(begin, before - 1 if before > begin else before)
