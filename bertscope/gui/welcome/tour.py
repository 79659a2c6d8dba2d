"""The tour: a few stops through the window, told in a bubble beside what they are about."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from bertscope.gui.language.chosen import spoken
from bertscope.gui.lesson.checks import holds
from bertscope.gui.lesson.places import bring_into_sight, widget_of
from bertscope.gui.lesson.player import LessonPlayer
from bertscope.gui.lesson.pointer import Pointer
from bertscope.gui.lesson.shelf import entry_of
from bertscope.gui.lesson.situation import Situation
from bertscope.gui.presenting.listening import is_typed_into
from bertscope.gui.welcome.tour_card import TourCard

if TYPE_CHECKING:
    from bertscope.gui.main_window import MainWindow

NAME = "tour"


class Tour(QObject):
    """Plays the lesson of that name beside the widgets it points at; the window stays usable.

    Attributes
    ----------
    stagehand, player, card, pointer
        What sets the window, which stop it is at, what tells it, and the rings around what it tells
        of.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.stagehand = window.stagehand
        self.player = LessonPlayer(self.stagehand, partial(Situation.now, window), holds)
        self.card = TourCard(window, window.appearance, self.player)
        self.pointer = Pointer(self, window.appearance)
        self._pointed = -1
        self.card.left.connect(self.end)
        self.player.changed.connect(self._show)
        self.player.ready.connect(self._point)
        self.player.failed.connect(window.note)
        session, training = window.session, window.training
        for news in (
            session.changed,
            session.viewed,
            training.changed,
            training.stepped,
            training.reported,
            window.prober.seen,
            window.aiming.aimed,
        ):
            news.connect(self.player.notice)

    @property
    def is_on(self) -> bool:
        """Whether someone is on it."""
        return self.player.lesson is not None

    def begin(self) -> None:
        """Begin at the first stop, and remember the window as it is."""
        entry = entry_of(NAME)
        assert entry is not None
        if self._window.has_lessons:
            self._window.lessons.end()
        self._window.end_presenting()
        self._window.show_page()
        self._window.installEventFilter(self)
        self.player.begin(entry.open(spoken()), NAME)
        self.card.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self, *, at_once: bool = False) -> None:
        """Leave, and give the window back as it was, as `LessonPlayer.end` does."""
        self.player.end(at_once=at_once)

    # --- Showing --------------------------------------------------------------------------------

    def _show(self) -> None:
        if self.player.lesson is None:
            self._window.removeEventFilter(self)
            self._pointed = -1
            self.pointer.clear()
            self.card.hide()
            self._window.views.sentences.a.setFocus()
            return
        self.card.show_stop()
        if self.player.number != self._pointed:
            self._pointed = self.player.number
            self._point()
        else:
            self.card.arrange()

    def _point(self) -> None:
        """Bring what this stop is about into sight, and stand beside it."""
        targets = self.targets
        for target in reversed(targets):
            bring_into_sight(self._window, target)
        self.pointer.point(targets)
        self.card.point_at(targets)

    @property
    def targets(self) -> list[QWidget]:
        """The widgets that this stop is about, as far as they are there."""
        found = [widget_of(self._window, place) for place in self.player.page.scene.point]
        return [widget for widget in found if widget is not None]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys that nothing in the window wants are for the tour."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            is_typing = is_typed_into(self._window.focusWidget())
            if event.key() == Qt.Key.Key_Escape or not is_typing:
                return self.card.take(event)
        return super().eventFilter(watched, event)
