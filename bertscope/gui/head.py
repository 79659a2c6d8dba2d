"""The top of the window: menus, and beside them what is looked at and trained on."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QMenuBar, QSizePolicy

from bertscope.gui.top_bar import TopBar


class Head(QFrame):
    """A menu bar with a bar beside it, or below it where both are too wide for one line.

    Before it goes below, the bar says less.
    """

    def __init__(self, menus: QMenuBar, bar: TopBar) -> None:
        super().__init__()
        self.setObjectName("bar")
        self._menus, self._bar = menus, bar
        # Where the system shows the menus at the top of the screen, theirs is an empty place.
        menus.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(menus, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(bar, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # A name or the text size has changed.
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        room = self.width() - self._menus.sizeHint().width()
        fits = self._bar.least_width <= room
        self._bar.fit(room if fits else self.width())
        way = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if way != self._row.direction():
            self._row.setDirection(way)
