"""Presenting: the window fills the screen, and keys turn pages, point and draw."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from bertscope.gui.language import marked, tr
from bertscope.gui.presenting.blank import Blank
from bertscope.gui.presenting.form import Form
from bertscope.gui.presenting.glass import Glass
from bertscope.gui.presenting.keys import Deed
from bertscope.gui.presenting.listening import Listening
from bertscope.gui.presenting.mouse import Mouse
from bertscope.gui.presenting.presenter import PresenterWindow, other_screen
from bertscope.gui.presenting.standing import Standing
from bertscope.gui.presenting.tools import Tools

if TYPE_CHECKING:
    from bertscope.gui.lesson.player import LessonPlayer
    from bertscope.gui.main_window import MainWindow
    from bertscope.gui.presenting.sheet import KeysSheet

SCREEN_GONE = marked(
    "The second screen is gone: the presenter's window is closed, Ctrl+Shift+P shows it here."
)


class Presenting(QObject):
    """Before a class: with a lesson its pages, without one the views as they stand.

    Signals
    -------
    changed
        It has begun or ended, or the screen is blank or no longer.

    Attributes
    ----------
    form, glass, blank
        How the window looks, what lies over it, and what covers it.
    """

    changed = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.form = Form(window)
        self.glass = Glass(window, window.appearance)
        self.blank = Blank(window)
        self.mouse = Mouse(window)
        self.tools = Tools(window, self.glass)
        self._listening = Listening(window, self)
        self._standing = Standing(window)
        self._began: float | None = None
        self._page: object = None
        self.glass.hide()
        self.mouse.moved.connect(self.glass.point_at)
        self.blank.clicked.connect(self.show_picture)
        # When it goes, not all is told by then: the screens there are count a turn later.
        application = QGuiApplication.instance()
        application.screenRemoved.connect(self._count_screens)  # type: ignore[union-attr]

    @property
    def is_on(self) -> bool:
        return self._began is not None

    @property
    def seconds(self) -> float:
        """Since it began; 0 while it is off."""
        return 0.0 if self._began is None else time.monotonic() - self._began

    @cached_property
    def sheet(self) -> KeysSheet:
        """The keys; made when they are first asked for."""
        from bertscope.gui.presenting.sheet import KeysSheet

        return KeysSheet(self._window, self._window.appearance)

    @cached_property
    def presenter(self) -> PresenterWindow:
        """Made when it is first wanted."""
        return PresenterWindow(self._window, self)

    # --- From begin to end ----------------------------------------------------------------------

    def toggle(self) -> None:
        """Begin, or leave."""
        if self.is_on:
            self.end()
        else:
            self.begin()

    def begin(self) -> None:
        """Fill the screen."""
        if self.is_on:
            return
        window = self._window
        window.end_tour()
        self._standing.remember()
        self._began = time.monotonic()
        self._page = self._player.lesson and self._player.page
        self.form.put_on()
        window.showFullScreen()
        window.installEventFilter(self)
        self._cover()
        self.glass.show()
        self.glass.raise_()
        self.glass.greet()
        self.mouse.begin()
        self._listening.begin()
        self._player.changed.connect(self._turned)
        if other_screen(window.screen()) is not None:
            self.presenter.open()
        self.changed.emit()

    def end(self) -> None:
        """Give the window back as it was."""
        if not self.is_on:
            return
        self._began = None
        self._listening.end()
        self._player.changed.disconnect(self._turned)
        self.mouse.end()
        self.glass.rest()
        self.glass.hide()
        self.blank.hide()
        if "sheet" in vars(self):
            self.sheet.hide()
        if "presenter" in vars(self):
            self.presenter.close()
        self.form.take_off()
        self._window.removeEventFilter(self)
        self._standing.give_back()
        self.changed.emit()

    @property
    def _player(self) -> LessonPlayer:
        return self._window.lessons.player

    # --- Pages ----------------------------------------------------------------------------------

    def turn(self, by: int) -> None:
        """Turn to a page before or behind this one."""
        self._player.turn(by)

    def turn_to(self, number: int) -> None:
        """Turn to a page, from 0; a number beyond the last is the last."""
        self._player.go(number)

    def _turned(self) -> None:
        """Strokes belong to a page."""
        page = self._player.lesson and self._player.page
        if page is not self._page:
            self._page = page
            self.glass.erase()
            self.glass.light(None)
        self.changed.emit()

    # --- The screen -----------------------------------------------------------------------------

    def cover(self, shade: str) -> None:
        """Make the screen black or white; the views live on behind it."""
        self.blank.cover(shade)
        self.changed.emit()

    def show_picture(self) -> None:
        """The screen is blank no more."""
        self.blank.hide()
        self.changed.emit()

    def toggle_presenter(self) -> None:
        """Show the presenter's window, or put it away; presenting begins with it."""
        if not self.is_on:
            self.begin()
            self.presenter.open()
        elif self.presenter.isVisible():
            self.presenter.close()
        else:
            self.presenter.open()

    # --- Tools ----------------------------------------------------------------------------------

    def do(self, deed: Deed) -> None:
        """Do what a key means."""
        deeds: dict[Deed, Callable[[], object]] = {
            Deed.NEXT: partial(self.turn, 1),
            Deed.BACK: partial(self.turn, -1),
            Deed.FIRST: partial(self.turn_to, 0),
            Deed.LAST: self._turn_to_last,
            Deed.BLACK: partial(self.cover, "black"),
            Deed.WHITE: partial(self.cover, "white"),
            Deed.LASER: self.tools.toggle_laser,
            Deed.PEN: self.tools.toggle_pen,
            Deed.SPOTLIGHT: self.tools.toggle_spotlight,
            Deed.KEYS: self.sheet.open,
            Deed.LEAVE: self.end,
            Deed.COLOUR_1: partial(self.glass.take_pen, 0),
            Deed.COLOUR_2: partial(self.glass.take_pen, 1),
            Deed.COLOUR_3: partial(self.glass.take_pen, 2),
            Deed.TAKE_BACK: self.glass.take_back,
            Deed.ERASE: self.glass.erase,
        }
        deeds[deed]()

    def _turn_to_last(self) -> None:
        if self._player.lesson is not None:
            self.turn_to(len(self._player.lesson.pages) - 1)

    # --- The window -----------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._cover()
        elif event.type() == QEvent.Type.Close:
            self.end()  # What is remembered of the window is how it was.
        return super().eventFilter(watched, event)

    def _cover(self) -> None:
        self.glass.setGeometry(self._window.rect())
        self.blank.setGeometry(self._window.rect())

    def _count_screens(self) -> None:
        QTimer.singleShot(0, self, self._mind_screens)

    def _mind_screens(self) -> None:
        """Without a second screen the presenter's window would lie over what the class sees."""
        is_there = "presenter" in vars(self) and self.presenter.is_apart
        if is_there and other_screen(self._window.screen()) is None:
            self.presenter.close()
            self._window.banner.tell(tr(SCREEN_GONE), calm=True)
