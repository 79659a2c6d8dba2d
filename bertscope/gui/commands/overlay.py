"""A sheet over the window that a click beside it or Escape closes."""

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from bertscope.gui.theme import Appearance, colour

DIM = {False: 0.18, True: 0.45}
"""How much darker the window is behind the sheet, in light and in dark."""


class Overlay(QWidget):
    """Covers a window while it is open; subclasses fill `sheet` and say where it lies.

    It is a part of the window and no window of its own, so it can't get lost behind it.
    """

    def __init__(self, window: QWidget, appearance: Appearance, name: str) -> None:
        super().__init__(window)
        self.appearance, self._covered = appearance, window
        self.setAccessibleName(name)
        self.sheet = QFrame(self)
        self.sheet.setObjectName("sheet")
        self.column = QVBoxLayout(self.sheet)
        self._focus_before: QWidget | None = None
        window.installEventFilter(self)
        appearance.changed.connect(self.arrange)
        self.hide()

    # --- For subclasses -------------------------------------------------------------------------

    def sheet_place(self) -> QRect:
        """Where the sheet lies in the window."""
        raise NotImplementedError

    def first_focus(self) -> QWidget:
        """What takes the keys once it is open."""
        raise NotImplementedError

    # --- Opening and closing --------------------------------------------------------------------

    def open(self) -> None:
        """Show it on top; once more closes it."""
        if self.isVisible():
            self.close_sheet()
            return
        self._focus_before = QApplication.focusWidget()
        self.show()
        self.arrange()
        self.raise_()
        self.window().activateWindow()
        self.first_focus().setFocus(Qt.FocusReason.PopupFocusReason)

    def close_sheet(self) -> None:
        """Hide it and give the keys back to where they were."""
        self.hide()
        if self._focus_before is not None and shiboken6.isValid(self._focus_before):
            self._focus_before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._focus_before = None

    def arrange(self) -> None:
        """Cover the window, with the sheet in its place."""
        if self.isVisible():
            self.setGeometry(self._covered.rect())
            self.sheet.setGeometry(self.sheet_place())

    # --- Qt -------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.arrange()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Letters and Space are no shortcuts while the window lies behind."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            command = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
            if event.text().isprintable() and event.text() and not event.modifiers() & command:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.sheet.geometry().contains(event.position().toPoint()):
            self.close_sheet()
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays in the sheet, which has one thing that takes keys."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        strength = DIM[self.appearance.theme.palette.is_dark]
        painter.fillRect(self.rect(), colour(QColor(0, 0, 0).name(), strength))
        painter.end()
