"""What is this? A popover beside a view tells it in two sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from bertscope.gui.controls import label, push_button, tool_button
from bertscope.gui.language import tr
from bertscope.gui.language.chosen import spoken
from bertscope.gui.lesson.narration import Narration
from bertscope.gui.lesson.shelf import entry_of
from bertscope.gui.panels import WHAT, Header, Panel
from bertscope.gui.welcome.about import abouts
from bertscope.gui.welcome.bubble import Bubble

if TYPE_CHECKING:
    from bertscope.gui.main_window import MainWindow

SLOW = "slow motion"
LEAVING = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Popover(Bubble):
    """Tells what a view is; Escape, or a click anywhere else, closes it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window, window.appearance, tr(WHAT))
        self._window = window
        self._name, self._lesson = "", ""
        self._beside: QWidget | None = None
        self._focus_before: QWidget | None = None
        self.title = label("", "title")
        self.words = Narration(window.appearance, tr("What this view shows"), 14)
        self.lesson = push_button("", tr("Opens the lesson beside the views"))
        self.lesson.setProperty("role", "link")
        self.lesson.clicked.connect(self._open_lesson)
        self.leave = tool_button("×", tr("Close"), tr("Close this (Esc)"))
        self.leave.setProperty("role", "header")
        self.leave.clicked.connect(self.close_popover)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.leave)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(self.lesson)
        foot.addStretch(1)
        self.column.addLayout(head)
        self.column.addWidget(self.words)
        self.column.addLayout(foot)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    # --- Telling --------------------------------------------------------------------------------

    def tell_of(self, header: Header) -> None:
        """Tell of the view below a header; once more closes it."""
        panel = header.parentWidget()
        view = panel.widget() if isinstance(panel, Panel) else panel
        assert view is not None
        self._tell(header.name, header.title.text(), header.about, view)

    def tell_of_slow_motion(self, beside: QWidget) -> None:
        """Tell of slow motion; once more closes it."""
        self._tell(SLOW, tr("Slow motion"), beside, self._window.slow.canvas)

    def tell_of_focused(self) -> None:
        """Tell of the view that has the focus, or of the input."""
        window = self._window
        if "slow" in vars(window) and window.stage.currentWidget() is window.slow:
            self.tell_of_slow_motion(window.slow.about)
            return
        widget: QWidget | None = QApplication.focusWidget()
        while widget is not None and not isinstance(widget, Panel):
            widget = widget.parentWidget()
        part = widget or window.page.centralWidget()
        assert part is not None
        self.tell_of(part.findChildren(Header)[0])

    def _tell(self, name: str, title: str, beside: QWidget, view: QWidget) -> None:
        """Point at a button, and leave the view that it is about free where that can be."""
        if self.isVisible() and self._name == name:
            self.close_popover()
            return
        if self.isHidden():
            self._focus_before = QApplication.focusWidget()
            _application().installEventFilter(self)
        about = abouts()[name]
        entry = entry_of(about.lesson)
        self._name, self._beside, self._lesson = name, beside, about.lesson
        self.title.setText(title)
        self.words.say(about.words)
        if entry is not None:
            self.lesson.setText(tr("Lesson: {title}", title=entry.title(spoken())))
        self.lesson.setVisible(entry is not None)
        self.setAccessibleName(f"{tr(WHAT)} {title}")
        self.setAccessibleDescription(self.words.accessibleDescription())
        self.point_at([beside, view])
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_popover(self) -> None:
        """Go, and give the keys back to where they were, unless they are elsewhere already."""
        if self.isHidden():
            return
        _application().removeEventFilter(self)
        focus, before = QApplication.focusWidget(), self._focus_before
        had_keys = focus is self or (focus is not None and self.isAncestorOf(focus))
        self.hide()
        if had_keys and before is not None and shiboken6.isValid(before):
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._focus_before = None

    def _open_lesson(self) -> None:
        self.close_popover()
        self._window.lessons.begin(self._lesson)

    def arrange(self) -> None:
        """What it tells of may be put away meanwhile: then it goes too."""
        super().arrange()
        if self.spot is None:
            self.close_popover()

    # --- Qt -------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click elsewhere closes it, and does there what it does."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            at = event.globalPosition().toPoint()
            inside = (self, self._beside) if self._beside is not None else (self,)
            if not any(_on_screen(widget).contains(at) for widget in inside):
                self.close_popover()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in LEAVING:
            self.close_popover()
        else:
            super().keyPressEvent(event)


def _application() -> QCoreApplication:
    application = QApplication.instance()
    assert application is not None
    return application


def _on_screen(widget: QWidget) -> QRect:
    return QRect(widget.mapToGlobal(QPoint()), widget.size())
