"""The words of a page: Markdown with formulas, and nothing that reaches out of it."""

import math

from PySide6.QtCore import QEvent, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser

from bertscope.gui.lesson.markdown import SCHEME, Look, write
from bertscope.gui.theme import Appearance

SIZE = 15
"""Of the words, design pixels."""
USUAL_WIDTH, LEAST_WIDTH = 300, 60
COPY = QKeySequence.StandardKey.Copy
PAGE_KEYS = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Narration(QTextBrowser):
    """Shows Markdown as high as it is.

    HTML in it is shown as it is written, pictures by their words; nothing is ever loaded. Only
    links to lessons lead anywhere.

    Parameters
    ----------
    appearance
        Colours and sizes.
    name
        What a screen reader calls it.
    size, ink
        Of the words: design pixels, and the name of a colour of the palette.

    Signals
    -------
    lesson_wanted(str, int)
        A link to a lesson was followed: its name, and the page from 0; -1 where it says none.
    """

    lesson_wanted = Signal(str, int)

    def __init__(
        self, appearance: Appearance, name: str, size: float = SIZE, ink: str = "text"
    ) -> None:
        super().__init__()
        self._appearance, self._size, self._ink = appearance, size, ink
        self._words = ""
        self.setObjectName("narration")
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._heights: dict[int, int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(0)
        self.anchorClicked.connect(self._follow)
        appearance.changed.connect(self._render)

    @property
    def words(self) -> str:
        """What is shown, as it is written."""
        return self._words

    def say(self, words: str) -> None:
        """Show Markdown."""
        if words != self._words:
            self._words = words
            self._render()

    def set_size(self, size: float) -> None:
        """Show the words larger or smaller, in design pixels."""
        if size != self._size:
            self._size = size
            self._render()

    def _render(self) -> None:
        document = self.document()
        write(document, self._words, Look(self._appearance.theme, self._size, self._ink))
        self.setAccessibleDescription(document.toPlainText())
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        self.setTextCursor(cursor)
        self._heights.clear()
        self.updateGeometry()

    # --- Qt -------------------------------------------------------------------------------------

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Nothing is loaded, from nowhere."""
        return None

    def _follow(self, address: QUrl) -> None:
        if address.scheme() == SCHEME:
            name, _, page = address.toString().removeprefix(f"{SCHEME}:").partition("#")
            number = int(page) - 1 if page.isascii() and page.isdigit() else -1
            self.lesson_wanted.emit(name, max(-1, number))

    def event(self, event: QEvent) -> bool:
        """What is selected is copied; else the key is the window's, which copies a picture."""
        override = QEvent.Type.ShortcutOverride
        if event.type() == override and isinstance(event, QKeyEvent) and self._copies(event):
            event.accept()
            return True
        return super().event(event)

    def _copies(self, event: QKeyEvent) -> bool:
        return event.matches(COPY) and self.textCursor().hasSelection()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pages are turned by whoever holds this, and all of it is seen: there is no scrolling."""
        if event.key() in (*PAGE_KEYS, Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the words are at a width, in pixels."""
        if width not in self._heights:
            # A copy: of its own document the browser sets the width in between.
            document = self.document().clone()
            document.setDocumentMargin(0)
            document.setTextWidth(width)
            self._heights[width] = math.ceil(document.size().height())
            document.deleteLater()
        return self._heights[width]

    def sizeHint(self) -> QSize:
        wide = self._appearance.theme.px(USUAL_WIDTH)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._appearance.theme.px(LEAST_WIDTH), 0)
