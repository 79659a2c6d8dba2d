"""Parts of the card that a lesson is read in."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QSizePolicy, QWidget

from bertscope.gui.controls import named
from bertscope.gui.language import marked, tr
from bertscope.gui.lesson.narration import PAGE_KEYS
from bertscope.gui.run.lines import elided

MARGIN = 14
MENU_WIDTH = 480
"""Of a title in a menu, design pixels; what is longer is cut."""
CONTENTS_TIP = marked("All pages of the lesson: turn to any of them")


class TitleButton(QPushButton):
    """The title of the lesson, with the list of its pages; cut where it is too long."""

    def __init__(self) -> None:
        super().__init__()
        named(self, "", tr(CONTENTS_TIP))
        self._words = ""
        self.setObjectName("lessonTitle")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, words: str) -> None:
        self._words = words
        self.setAccessibleName(tr("{words}: contents", words=words))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - self.fontMetrics().horizontalAdvance("mmm")
        self.setText(f"{elided(self, self._words, room).replace('&', '&&')}  ▾")


class ReadArea(QScrollArea):
    """The words scroll where they are too long; the keys that turn pages go to who turns them.

    Signals
    -------
    resized
        It is higher or lower now, or what is in it.
    """

    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Page of the lesson"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setObjectName("lessonPage")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.resized.emit()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in PAGE_KEYS:
            event.ignore()
        else:
            super().keyPressEvent(event)


def row_of(*parts: QWidget | None, left: int = MARGIN, right: int = MARGIN) -> QHBoxLayout:
    """Parts side by side; None takes the room that is left."""
    row = QHBoxLayout()
    row.setContentsMargins(left, 0, right, 0)
    row.setSpacing(8)
    for part in parts:
        if part is None:
            row.addStretch(1)
        else:
            row.addWidget(part)
    return row
