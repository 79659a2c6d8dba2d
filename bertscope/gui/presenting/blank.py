"""A black or a white screen, while a class is to look at whoever speaks."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QHideEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from bertscope.gui.language import tr

COMES_FORWARD = (QEvent.Type.Show, QEvent.Type.ZOrderChange)


class Blank(QWidget):
    """Covers a window with one colour, and stays on top of whatever comes forward meanwhile.

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
        self._watch()
        self.show()
        self.raise_()
        self.update()

    def _watch(self) -> None:
        """Hear of all that stands in the window; what is watched already is so only once."""
        for watched in (self._window, *self._others):
            watched.installEventFilter(self)

    @property
    def _others(self) -> list[QWidget]:
        """What stands in the window beside it."""
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        found = self._window.findChildren(QWidget, options=direct)
        return [widget for widget in found if widget is not self]

    def hideEvent(self, event: QHideEvent) -> None:
        for watched in (self._window, *self._others):
            watched.removeEventFilter(self)
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A page may be turned behind it, and what points at something there is raised."""
        if event.type() == QEvent.Type.ChildPolished:
            self._watch()  # Something new, which is about to be shown.
        elif watched is not self._window and event.type() in COMES_FORWARD:
            self.raise_()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.clicked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(self._shade))
