"""The page in a frame that scrolls where the window is too small for it, as at large text."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QMainWindow, QScrollArea

from bertscope.gui.panels import Panel

LAYOUT = QEvent.Type.LayoutRequest.value


class PageArea(QScrollArea):
    """Scrolls the page, and brings a panel of it into sight.

    A page that becomes larger shares its room out only in the next turn of the event loop, and the
    window would be painted before that and after it. So this turn is taken at once.
    """

    def __init__(self, page: QMainWindow) -> None:
        super().__init__()
        self._page = page
        self._sought: Panel | None = None
        self.setObjectName("page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(page)
        self.verticalScrollBar().rangeChanged.connect(self._grew)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Let the page be changed without laying it out; it is laid out once in the end."""
        layout = self._page.layout()
        assert layout is not None
        self.setWidgetResizable(False)
        layout.setEnabled(False)
        try:
            yield
            lay_out()
        finally:
            layout.setEnabled(True)
            self.setWidgetResizable(True)
        lay_out()

    def scroll_to(self, panel: Panel) -> None:
        """Bring a panel into sight; where it makes the page grow, once that has happened."""
        self._sought = panel
        self.ensureWidgetVisible(panel)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        lay_out(self._page)

    def _grew(self) -> None:
        if self._sought is not None:
            self.ensureWidgetVisible(self._sought)
            self._sought = None


def lay_out(widget: QObject | None = None) -> None:
    """Do now what layouts have put off to the next turn: those of one widget, or all."""
    QCoreApplication.sendPostedEvents(widget, LAYOUT)
