"""Ctrl+K: find any command by some of its letters."""

from itertools import groupby

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from bertscope.gui.commands.overlay import Overlay
from bertscope.gui.commands.rank import rank
from bertscope.gui.commands.registry import Command, Commands
from bertscope.gui.language import tr
from bertscope.gui.painting import rounded, text, text_width
from bertscope.gui.theme import Appearance

WIDTH, ROW, ROWS = 620, 34, 10
"""Of the sheet, of an entry, and how many are seen at once; design pixels."""
ROLE = Qt.ItemDataRole.UserRole
STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: ROWS,
    Qt.Key.Key_PageUp: -ROWS,
}


class CommandPalette(Overlay):
    """A search field over a list of all that can be done now; it remembers nothing."""

    def __init__(self, window: QWidget, commands: Commands, appearance: Appearance) -> None:
        super().__init__(window, appearance, tr("Command palette"))
        self._commands = commands
        self.search = QLineEdit()
        self.search.setObjectName("search")
        self.search.setAccessibleName(tr("Find a command"))
        self.search.setPlaceholderText(tr("What do you want to do?"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Commands found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(_Row(appearance, self.list))
        self.nothing = QLabel(tr("No command has these letters."))
        self.nothing.setProperty("role", "muted")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for widget in (self.search, self.list, self.nothing):
            self.column.addWidget(widget)
        self.search.textChanged.connect(self._find)
        self.search.installEventFilter(self)
        self.list.itemEntered.connect(self.list.setCurrentItem)
        self.list.itemClicked.connect(self._do)
        self.list.currentItemChanged.connect(self._say)

    def open(self) -> None:
        self.search.clear()
        self._find("")
        super().open()

    def first_focus(self) -> QWidget:
        return self.search

    def sheet_place(self) -> QRect:
        px = self.appearance.theme.px
        edge = px(12)
        self.column.setContentsMargins(edge, edge, edge, edge)
        self.column.setSpacing(px(8))
        wide = min(px(WIDTH), self.width() - 2 * edge)
        top = min(px(56), self.height() // 8)
        rows = min(ROWS, max(1, self.list.count())) * px(ROW)
        head = self.search.sizeHint().height() + self.column.spacing()
        tall = min(head + rows + 2 * edge + px(4), self.height() - top - edge)
        return QRect((self.width() - wide) // 2, top, wide, tall)

    def _find(self, query: str) -> None:
        found = []
        for command in self._commands:
            fits = rank(query, command.words, command.menu)
            if fits is not None and command.can_be_done:
                found.append((fits, command))
        found.sort(key=lambda pair: -pair[0].score)
        self.list.clear()
        for fits, command in found:
            item = QListWidgetItem(command.words, self.list)
            item.setData(ROLE, (command, fits.places))
        self.list.setVisible(bool(found))
        self.nothing.setVisible(not found)
        self.list.setCurrentRow(0)
        self.arrange()

    def _say(self, item: QListWidgetItem | None) -> None:
        """For who can't see the list: the field that has the focus tells what Enter would do."""
        self.search.setAccessibleDescription(item.text() if item else self.nothing.text())

    def _do(self, item: QListWidgetItem) -> None:
        command: Command = item.data(ROLE)[0]
        self.close_sheet()
        command.action.trigger()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search and event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            return self._key(event.key())
        return super().eventFilter(watched, event)

    def _key(self, key: int) -> bool:
        """Whether the key was for the list."""
        item = self.list.currentItem()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if item is not None:
                self._do(item)
            return True
        if key not in STEPS:
            return False
        row, last = self.list.currentRow() + STEPS[Qt.Key(key)], self.list.count() - 1
        self.list.setCurrentRow(min(max(row, 0), last))
        return True


class _Row(QStyledItemDelegate):
    """Paints a command: its words, what was found of them marked, its menu and its keys."""

    def __init__(self, appearance: Appearance, parent: QObject) -> None:
        super().__init__(parent)
        self._appearance = appearance

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, self._appearance.theme.px(ROW))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme = self._appearance.theme
        command, places = index.data(ROLE)
        row = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            rounded(painter, row, theme.px(6), theme.palette.chip)
            mark = QRectF(
                row.left(), row.top() + theme.px(7), theme.px(3), row.height() - theme.px(14)
            )
            rounded(painter, mark, theme.px(1.5), theme.palette.segment_a)
        inner = row.adjusted(theme.px(12), 0, -theme.px(8), 0)
        self._end(painter, inner, command)
        self._words(painter, inner, command, places)
        painter.restore()

    def _end(self, painter: QPainter, inner: QRectF, command: Command) -> None:
        """Menu and keys at the right; takes their room from `inner`."""
        theme, align = self._appearance.theme, Qt.AlignmentFlag.AlignRight
        keys = command.keys[0] if command.keys else ""
        for words, font, shade in (
            (keys, theme.sans(12), theme.palette.text),
            (command.menu.replace("/", " › "), theme.sans(12), theme.palette.muted),
        ):
            if words:
                text(painter, inner, words, font, shade, align)
                inner.setRight(inner.right() - text_width(words, font) - theme.px(14))

    def _words(
        self, painter: QPainter, inner: QRectF, command: Command, places: frozenset[int]
    ) -> None:
        theme, left = self._appearance.theme, inner.left()
        words = f"✓ {command.words}" if command.action.isChecked() else command.words
        shift = len(words) - len(command.words)
        font = theme.sans(14)
        line = inner.center().y() + QFontMetricsF(font).ascent() * 0.36
        painter.setClipRect(inner)
        for found, run in groupby(range(len(words)), lambda place: place - shift in places):
            part = "".join(words[place] for place in run)
            painter.setFont(theme.bold(14) if found else font)
            ink = theme.palette.segment_a_ink if found else theme.palette.text
            painter.setPen(QColor(ink))
            painter.drawText(QPointF(left, line), part)
            left += text_width(part, painter.font())
