"""Judged examples in a list: what was said of each, and how surely."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from bertscope.gui.language import marked, tr
from bertscope.gui.painting import rounded, text
from bertscope.gui.task.results_cells import Results, surety, verdict
from bertscope.gui.theme import Appearance, Theme
from bertscope.gui.wording import escaped
from bertscope.wire.messages import Judged

LINE, AROUND, SURETY = 17, 4, 56
"""Design pixels of a line of words, above and below them, and of how sure the model is."""
TIP = marked("Click to put it into the window, with the class that is right")
Index = QModelIndex | QPersistentModelIndex


class ExamplesModel(QAbstractListModel):
    """The examples that are listed."""

    def __init__(self) -> None:
        super().__init__()
        self.results: Results | None = None
        self.examples: Sequence[Judged] = ()

    def show_examples(self, results: Results | None, examples: Sequence[Judged]) -> None:
        self.beginResetModel()
        self.results, self.examples = results, examples
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- as Qt declares it
        return 0 if parent.isValid() else len(self.examples)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self.results is None or not 0 <= index.row() < len(self.examples):
            return None
        example = self.examples[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            texts = (escaped(words) for words in (example.a, example.b) if words)
            parts = "<br>".join(texts), escaped(self._told(example)), tr(TIP)
            return "".join(f"<p>{part}</p>" for part in parts)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{example.a} {example.b}: {self._told(example)}"
        return None

    def _told(self, example: Judged) -> str:
        assert self.results is not None
        return f"{verdict(self.results, example)}, {surety(example)}"


def row_height(results: Results | None, theme: Theme) -> int:
    """How high an example is in a list."""
    lines = 3 if results is not None and results.has_b else 2
    return lines * theme.px(LINE) + 2 * theme.px(AROUND)


def paint_example(
    painter: QPainter, rect: QRectF, example: Judged, results: Results, theme: Theme
) -> None:
    """How sure the model was, the texts in their colours, and what was said."""
    palette, px = theme.palette, theme.px
    line, top = px(LINE), rect.top() + px(AROUND)
    sure = QRectF(rect.left(), top, px(SURETY), line)
    text(painter, sure, surety(example), theme.mono(11), palette.text, Qt.AlignmentFlag.AlignRight)
    left = sure.right() + px(10)
    lines = [(example.a, palette.segment_a)]
    if results.has_b:
        lines.append((example.b, palette.segment_b))
    for words, shade in lines:
        rounded(painter, QRectF(left, top + px(2), px(3), line - px(4)), 1, shade)
        place = QRectF(left + px(8), top, rect.right() - left - px(12), line)
        text(painter, place, words, theme.sans(13), palette.text)
        top += line
    place = QRectF(left + px(8), top, rect.right() - left - px(12), line)
    text(painter, place, verdict(results, example), theme.sans(11), palette.muted)


class _Delegate(QStyledItemDelegate):
    """Paints an example as pictures have it, too."""

    def __init__(self, examples: "ExampleList") -> None:
        super().__init__(examples)
        self._list = examples

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(1, row_height(self._list.told.results, self._list.theme))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        told, theme = self._list.told, self._list.theme
        if told.results is None:
            return
        rect, state = QRectF(option.rect), option.state
        is_current = state & QStyle.StateFlag.State_HasFocus
        if is_current or state & QStyle.StateFlag.State_MouseOver:
            edge = theme.palette.segment_a if is_current else None
            ground = rect.adjusted(1, 1, -1, -1)
            rounded(painter, ground, theme.px(4), theme.palette.chip, edge, width=1.5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_example(painter, rect, told.examples[index.row()], told.results, theme)


class ExampleList(QListView):
    """The examples behind what was chosen.

    Signals
    -------
    picked(Judged)
        An example should be put into the window.
    """

    picked = Signal(object)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.told = ExamplesModel()
        self.told.setParent(self)
        self.setModel(self.told)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(tr("Examples, click one to put it into the window"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._pick)
        appearance.changed.connect(self.scheduleDelayedItemsLayout)

    @property
    def theme(self) -> Theme:
        return self._appearance.theme

    def show_examples(self, results: Results | None, examples: Sequence[Judged]) -> None:
        """List these, from the first."""
        if examples != self.told.examples or results is not self.told.results:
            self.told.show_examples(results, examples)

    def _pick(self, index: Index) -> None:
        self.picked.emit(self.told.examples[index.row()])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter picks what the arrows have walked to."""
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self._pick(index)
        else:
            super().keyPressEvent(event)
