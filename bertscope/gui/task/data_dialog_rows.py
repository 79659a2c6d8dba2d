"""The first labelled examples, as a table that Qt shows."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from bertscope.gui.language import marked, tr
from bertscope.task import Kind, TaskFacts
from bertscope.wire.messages import TaskRow

Index = QModelIndex | QPersistentModelIndex
HEADS = {
    Kind.CLASSIFICATION: ("A", "B", marked("class")),
    Kind.REGRESSION: ("A", "B", marked("number")),
    Kind.QA: (marked("question, A"), marked("passage, B"), marked("answer")),
}
NO_ANSWER = marked("no answer in the passage")


class DataRows(QAbstractTableModel):
    """A row for each example: its texts and its label, the column's own name beside the role."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[TaskRow] = []
        self._heads: tuple[str, ...] = ("A", "B", tr("label"))
        self._is_qa = False

    def show_rows(self, rows: list[TaskRow], facts: TaskFacts | None) -> None:
        """Take other examples; None for no facts clears the names of the columns."""
        self.beginResetModel()
        self._rows = rows
        self._is_qa = facts is not None and facts.kind is Kind.QA
        self._heads = _heads(facts) if facts else ("A", "B", tr("label"))
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        is_head = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self._heads[section] if is_head else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        row = self._rows[index.row()]
        words = (row.a, row.b, row.label)[index.column()]
        return tr(NO_ANSWER) if self._is_qa and index.column() == 2 and not words else words


def _heads(facts: TaskFacts) -> tuple[str, ...]:
    columns = facts.columns
    named = zip(HEADS[facts.kind], (columns.a, columns.b, columns.label), strict=True)
    return tuple(f"{tr(role)} · {column}" if column else tr(role) for role, column in named)
