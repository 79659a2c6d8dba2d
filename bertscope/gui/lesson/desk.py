"""What the window has of lessons: where they are read, played, pointed out and remembered."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from bertscope.errors import BertscopeError
from bertscope.gui.language import marked, tr
from bertscope.gui.language.chosen import spoken
from bertscope.gui.lesson.checks import holds
from bertscope.gui.lesson.lesson import Lesson
from bertscope.gui.lesson.menu import TOUR
from bertscope.gui.lesson.pane import LessonPane
from bertscope.gui.lesson.places import bring_into_sight, widget_of
from bertscope.gui.lesson.player import LessonPlayer
from bertscope.gui.lesson.pointer import Pointer
from bertscope.gui.lesson.reading import open_lesson
from bertscope.gui.lesson.shelf import entry_of, take_in
from bertscope.gui.lesson.situation import Situation
from bertscope.gui.lesson.stranger import StrangerDialog
from bertscope.gui.tab_order import read_in_order
from bertscope.places import LESSON_SUFFIX

if TYPE_CHECKING:
    from bertscope.gui.main_window import MainWindow

KINDS = marked("Lessons (*.md);;All files (*)")


class LessonDesk(QObject):
    """Lessons, on behalf of the window; made when the first one is wanted.

    Attributes
    ----------
    stagehand, player, pane, pointer
        Its parts.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._is_kept, self._width = False, 0
        self.stagehand = window.stagehand
        self.player = LessonPlayer(self.stagehand, partial(Situation.now, window), holds)
        self.pane = LessonPane(self.player, window.appearance)
        self.pointer = Pointer(self, window.appearance)
        self.pane.hide()
        window.row.insertWidget(0, self.pane)
        for number in range(window.row.count()):
            window.row.setCollapsible(number, False)
            window.row.setStretchFactor(number, number)
        self._pointing = QTimer(self, singleShot=True, interval=0)
        self._pointing.timeout.connect(self._point)
        self._page: tuple[Lesson | None, int] = (None, 0)
        self._connect()
        self._listen()

    def _connect(self) -> None:
        player, pane, window = self.player, self.pane, self._window
        player.changed.connect(self._show)
        player.ready.connect(self._pointing.start)
        player.failed.connect(window.tell)
        pane.left.connect(self.end)
        pane.lesson_wanted.connect(self._follow)
        window.appearance.taken_on.connect(self._fit)

    def _listen(self) -> None:
        """Look at what is asked for whenever something is otherwise in the window."""
        window, notice = self._window, self.player.notice
        session, training = window.session, window.training
        for changed in (
            session.changed,
            session.viewed,
            session.focused,
            window.showing.shown,
            window.prober.seen,
            training.changed,
            training.stepped,
            training.reported,
            training.cleared,
            window.comparison.changed,
            window.worth.changed,
            window.films.travel.changed,
            window.models.opened,
            window.page.revealed,
        ):
            changed.connect(notice)
        for panel in window.page.panels.values():
            panel.visibilityChanged.connect(notice)

    # --- Lessons --------------------------------------------------------------------------------

    @property
    def is_open(self) -> bool:
        """Whether a lesson is read."""
        return self.player.lesson is not None

    def begin(self, name: str, number: int | None = None) -> None:
        """Open a lesson of the shelf at a page, from 0; at none where it was left last.

        One that can't be read says so in the banner, and what was open stays.
        """
        if name == TOUR:
            self._window.tour.begin()
            return
        entry = entry_of(name)
        if entry is None:
            self._window.tell(
                tr("There is no lesson {name}: choose one of the menu Lessons.", name=name)
            )
            return
        try:
            lesson = entry.open(spoken())
        except BertscopeError as error:
            self._window.tell(str(error))
            return
        if number is None:
            reached = self._window.settings.lessons.get(name, 0)
            number = reached if reached < len(lesson.pages) else 0
        self.play(lesson, name, number, is_kept=True)

    def open_file(self, path: Path) -> None:
        """Open a lesson that lies anywhere, once it was said what it will open and do."""
        try:
            lesson = open_lesson(path)
        except BertscopeError as error:
            self._window.tell(str(error))
        else:
            dialog = StrangerDialog(lesson, path, self._window)
            dialog.accepted.connect(lambda: self._begin_file(lesson, path, keep=dialog.keeps))
            dialog.open()

    def _begin_file(self, lesson: Lesson, path: Path, *, keep: bool) -> None:
        name = path.name.removesuffix(LESSON_SUFFIX)
        try:
            name = take_in(path).name if keep else name
        except BertscopeError as error:
            keep = False
            self._window.tell(str(error))
        self.play(lesson, name, is_kept=keep)

    def choose_file(self) -> None:
        """Ask for a lesson's file and open it."""
        if path := self._window.asking.file_to_open(tr("Open a lesson"), tr(KINDS)):
            self.open_file(path)

    def play(self, lesson: Lesson, name: str, number: int = 0, *, is_kept: bool = False) -> None:
        """Show a lesson from a page on; how far it is gets remembered only for one of the shelf."""
        self._window.show_page()
        self._window.end_tour()
        self._is_kept = is_kept
        self.player.begin(lesson, name, number)

    def end(self, *, at_once: bool = False) -> None:
        """Close the lesson; the window becomes again what it was before, as `LessonPlayer.end`."""
        self.player.end(at_once=at_once)

    def _follow(self, name: str, number: int) -> None:
        self.begin(name, number if number >= 0 else None)

    # --- Showing --------------------------------------------------------------------------------

    def _show(self) -> None:
        """Follow the player: a page is turned, something is done, or all is over."""
        page, before = (self.player.lesson, self.player.number), self._page
        is_other, self._page = page != before, page
        if is_other:
            self.pointer.clear()
            self._pointing.stop()
        if self.is_open:
            self._remember()
            if before[0] is None:
                self.pane.show()
                self._share_out()
                self._window.set_tab_order()
            elif is_other:
                read_in_order([self.pane])
        else:
            self._put_away()
        self._window.menus.refresh()

    def _put_away(self) -> None:
        """The keys go back to where something can be typed, if the pane had them."""
        focus = QApplication.focusWidget()
        if focus is not None and self.pane.isAncestorOf(focus):
            self._window.views.sentences.a.setFocus()
        self.pane.hide()

    def _share_out(self) -> None:
        """Give the pane the width that fits the text."""
        self._width = self.pane.usual_width
        self.share_out(self._width)

    def share_out(self, wide: int) -> None:
        """Give the pane so many pixels of the width, and the views the rest."""
        row = self._window.row
        row.setSizes([wide, max(1, row.width() - wide - row.handleWidth())])

    def _fit(self) -> None:
        """Other text has another width; in other colours the one that was drawn stays."""
        if self.pane.usual_width != self._width:
            self._share_out()

    def _point(self) -> None:
        """Point at what the page points at, in sight."""
        if not self.is_open:
            return
        window = self._window
        places = self.player.page.scene.point
        widgets = [found for place in places if (found := widget_of(window, place)) is not None]
        for widget in reversed(widgets):
            bring_into_sight(window, widget)
        self.pointer.point(widgets)

    def _remember(self) -> None:
        """Keep how many pages are done, for the menu and the next time."""
        player, lessons = self.player, self._window.settings.lessons
        done = player.number + player.is_done(player.number)
        if self._is_kept and done > lessons.get(player.name, 0):
            self._window.settings.lessons = {**lessons, player.name: done}
