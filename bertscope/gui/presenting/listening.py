"""Which keys are presenting's, wherever in the window the focus is."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from bertscope.gui.commands.overlay import Overlay
from bertscope.gui.presenting.keys import deed_of

if TYPE_CHECKING:
    from bertscope.gui.main_window import MainWindow
    from bertscope.gui.presenting.presenting import Presenting

CLICKER = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
"""Means nothing in a line that is typed, so a clicker works on there."""
HEARD = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)


class Listening(QObject):
    """Hears the keys of the widget that has the focus, and keeps those that presenting means."""

    def __init__(self, window: MainWindow, presenting: Presenting) -> None:
        super().__init__(presenting)
        self._window, self._presenting = window, presenting
        self._watched: QWidget | None = None

    def begin(self) -> None:
        """Hear keys from now on; a field that is typed into gives them away."""
        self._window.installEventFilter(self)  # Keys come there while nothing has the focus.
        self._watch(None, QApplication.focusWidget())
        QApplication.instance().focusChanged.connect(self._watch)  # type: ignore[union-attr]
        if is_typed_into(QApplication.focusWidget()):
            self._window.page.setFocus()

    def end(self) -> None:
        """Hear them no more."""
        QApplication.instance().focusChanged.disconnect(self._watch)  # type: ignore[union-attr]
        self._watch(self._watched, None)
        self._window.removeEventFilter(self)

    def _watch(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Hear the widget that has the focus now, if it is one of the window."""
        if self._watched is not None:
            self._watched.removeEventFilter(self)
        is_inside = new is not None and new.window() is self._window and new is not self._window
        self._watched = new if is_inside else None
        if self._watched is not None:
            self._watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep a key from views and shortcuts where it is presenting's, and do what it means."""
        if event.type() not in HEARD or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        act = self._act_of(event)
        if act is None:
            return False
        event.accept()
        # Held a moment too long a key does it once: Esc would leave a field, and then presenting.
        if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
            act()
        return True

    def _act_of(self, event: QKeyEvent) -> Callable[[], object] | None:
        presenting, focus = self._presenting, QApplication.focusWidget()
        if presenting.blank.isVisible():
            return presenting.show_picture
        if _is_in_sheet(focus):
            return None
        if is_typed_into(focus):
            if event.key() == Qt.Key.Key_Escape:
                return self._window.page.setFocus
            if not (event.key() in CLICKER and isinstance(focus, QLineEdit)):
                return None
        has_pages = self._window.lessons.is_open
        deed = deed_of(event, pages=has_pages, pen=presenting.glass.pen is not None)
        return None if deed is None else partial(presenting.do, deed)


def is_typed_into(widget: QWidget | None) -> bool:
    """Whether keys are letters there."""
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        return not widget.isReadOnly()
    if isinstance(widget, QComboBox):
        return widget.isEditable()
    return isinstance(widget, QLineEdit | QAbstractSpinBox)


def _is_in_sheet(widget: QWidget | None) -> bool:
    """Whether it stands in something that lies over the window and has keys of its own."""
    while widget is not None and not isinstance(widget, Overlay):
        widget = widget.parentWidget()
    return widget is not None
