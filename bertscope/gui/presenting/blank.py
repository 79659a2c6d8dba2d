"""A black or a white screen, while a class is to look at whoever speaks."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from bertscope.gui.language import tr


class Blank(QWidget):
    """Covers a window with one colour.

    Signals
    -------
    clicked
        The picture is wanted back.
    """

    clicked = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window, self._shade = window, "black"
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(tr("The screen is blank: any key brings the picture back"))
        self.hide()

    def cover(self, shade: str) -> None:
        """Cover the window, black or white."""
        self._shade = shade
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.clicked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(self._shade))
