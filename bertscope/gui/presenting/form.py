"""How a window looks before a class: large text, no bars, the page's words and its views."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMargins, QObject, QRect, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bertscope.gui.presenting.ladder import Ladder
from bertscope.gui.presenting.slide import LARGE_LINES, Slide, sizes_for
from bertscope.gui.presenting.trim import Trim

if TYPE_CHECKING:
    from bertscope.gui.main_window import MainWindow

SHARES = (0.32, 0.38)
"""Of the width that the words take beside the views: more where they need it."""
ROOMY = 0.85
"""Of their room, what views need at the most for more of it to go to the words."""
CROWDED = 1.1
"""Of the room, what a figure needs whose tokens have none to be written."""
EDGE = 10
"""Pixels around the words, as around the page."""


@dataclass(frozen=True)
class _Before:
    """What is given back.

    Attributes
    ----------
    scale
        Text size.
    margins
        Around the page.
    hidden
        Bars that stood there.
    pane
        How wide the lesson's pane was, pixels; 0 where it wasn't there.
    """

    scale: float
    margins: QMargins
    hidden: tuple[QWidget, ...]
    pane: int


class Form(QObject):
    """Puts a window into that form, and back.

    The words stand above the views where both fit below each other, and beside them elsewhere; the
    views' text is as large as lets all of them be seen at once.

    Attributes
    ----------
    slide
        The words; hidden while no lesson is open.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.slide = Slide(window.whole, window.appearance)
        self._trim = Trim(window)
        self._before: _Before | None = None
        self._ladder = Ladder(1.0)
        self._wished: float | None = None
        self._scale = 1.0
        self._is_fitting = False
        self._page: object = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._look_again)

    @property
    def is_on(self) -> bool:
        return self._before is not None

    def put_on(self) -> None:
        """Take away what only whoever works needs, and enlarge the rest."""
        window, player = self._window, self._window.lessons.player
        bars: tuple[QWidget, ...] = (window.head, window.status)
        if window.banner.property("calm"):  # An invitation; trouble is told to a class as well.
            bars += (window.banner,)
        hidden = tuple(bar for bar in bars if not bar.isHidden())
        scale = window.appearance.theme.scale
        pane = window.lessons.pane
        wide = 0 if pane.isHidden() else pane.width()
        self._before = _Before(scale, self._column.contentsMargins(), hidden, wide)
        self._ladder, self._wished, self._scale = Ladder(scale), None, scale
        for bar in hidden:
            bar.hide()
        for watched in self._watched:
            watched.installEventFilter(self)
        player.changed.connect(self.show_page)
        player.ready.connect(self.arrange)
        window.appearance.taken_on.connect(self._taken_on)
        self.show_page()

    def take_off(self) -> None:
        """Give everything back."""
        if self._before is None:
            return
        before, self._before = self._before, None
        window = self._window
        self._soon.stop()
        for watched in self._watched:
            watched.removeEventFilter(self)
        window.lessons.player.changed.disconnect(self.show_page)
        window.lessons.player.ready.disconnect(self.arrange)
        window.appearance.taken_on.disconnect(self._taken_on)
        self.slide.hide()
        self._trim.take_off()
        self._column.setContentsMargins(before.margins)
        for bar in before.hidden:
            bar.show()
        window.lessons.pane.setVisible(window.lessons.is_open)
        window.appearance.set_scale(before.scale)
        if before.pane and window.lessons.is_open:
            window.lessons.share_out(before.pane)

    def show_page(self) -> None:
        """Show the words of the page that the lesson is at now."""
        desk = self._window.lessons
        desk.pane.hide()
        lesson, player = desk.player.lesson, desk.player
        page = player.page if lesson is not None else None
        if page is not self._page:
            self._page, self._wished = page, None
        self._trim.put_on(page)
        if self._before is not None and self._window.head in self._before.hidden:
            self._window.head.setVisible(self._trim.needs_head)
        self.slide.setVisible(lesson is not None)
        if lesson is not None:
            self.slide.show_page(player.page, player.number, len(lesson.pages), player.done)
        self.arrange()

    # --- Room -----------------------------------------------------------------------------------

    def arrange(self) -> None:
        """Share the room out between words and views, in the largest text that lets all be seen."""
        if self._before is None or self._is_fitting:
            return
        appearance, shown = self._window.appearance, self._shown
        with self._fitting():
            if self._wished is not None:
                self._stand()
                return
            for scale in self._ladder.tries(shown):
                self._scale = scale
                appearance.set_scale(scale)
                self._ladder.note(self._stand())

    @contextmanager
    def _fitting(self) -> Iterator[None]:
        """Nothing is painted before all stands where it will stay."""
        self._is_fitting = True
        self._window.setUpdatesEnabled(False)
        try:
            yield
        finally:
            self._window.setUpdatesEnabled(True)
            self._is_fitting = False

    @property
    def _shown(self) -> Hashable:
        """What the text size depends on."""
        page, player = self._window.page, self._window.lessons.player
        room = self._window.whole.size().toTuple()
        return player.name, player.number, room, frozenset(page.in_front), page.is_task

    def _stand(self) -> float:
        """Put words and views where they stand at this text size.

        Returns
        -------
        float
            What they need of the room; 1 and less where all of it can be seen.
        """
        if self.slide.isHidden():
            assert self._before is not None
            self._column.setContentsMargins(self._before.margins)
            return self._needed_by_views()
        room = self._window.whole.rect().adjusted(EDGE, EDGE, -EDGE, -EDGE)
        above = self._stand_above(room)
        if above <= ROOMY:
            return above
        beside = self._stand_beside(room)
        return beside if beside < above else self._stand_above(room)

    def _stand_above(self, room: QRect) -> float:
        """Words over the views; they are large there, or they stand beside them."""
        *larger, smallest = sizes_for(room.height(), LARGE_LINES)
        need = self._stand_below(room, smallest)
        needed = need * self._window.row.height()
        for size in larger:
            tall = self.slide.fit(room.width(), room.height(), (size,))
            if needed <= ROOMY * (room.height() - tall - EDGE):
                return self._stand_below(room, size)
        return self._stand_below(room, smallest)

    def _stand_below(self, room: QRect, size: float) -> float:
        """Views under words of a size."""
        tall = self.slide.fit(room.width(), room.height(), (size,))
        if tall > room.height() // 2:
            return 2.0
        self._place(QRect(room.left(), room.top(), room.width(), tall), top=tall + EDGE)
        return self._needed_by_views()

    def _stand_beside(self, room: QRect) -> float:
        """Words left of the views; they take more of the width where they are many."""
        sizes = sizes_for(room.height())
        for share in SHARES:
            wide = round(share * room.width())
            taken = self.slide.fit(wide, room.height(), sizes)
            if taken <= room.height():
                break
        else:
            taken = self.slide.fit(wide, room.height())
        self._place(QRect(room.left(), room.top(), wide, room.height()), left=wide + EDGE)
        return max(self._needed_by_views(), taken / room.height())

    def _place(self, slide: QRect, *, left: int = 0, top: int = 0) -> None:
        self._column.setContentsMargins(EDGE + left, EDGE + top, EDGE, EDGE)
        self.slide.setGeometry(slide)
        self.slide.raise_()

    def _needed_by_views(self) -> float:
        """The larger share of width and height that the views need of what they have."""
        self._column.activate()
        page, curves = self._window.page, self._window.curves
        need = page.needed_share()
        if curves is not None and "training" in page.in_front:
            need = max(need, curves.needed_share())
        if page.card.isVisible() and self._window.views.figure.is_crowded:
            need = max(need, CROWDED)
        return need

    # --- What happens meanwhile -----------------------------------------------------------------

    def _taken_on(self) -> None:
        """Other colours; or another size, which is somebody's wish for this page."""
        if self._is_fitting:
            return
        scale = self._window.appearance.theme.scale
        if scale != self._scale:
            self._wished = self._scale = scale
        self.arrange()

    def _tell_on(self) -> None:
        """Something is told meanwhile: the invitation that was taken away is gone for good."""
        if self._before is not None:
            hidden = (bar for bar in self._before.hidden if bar is not self._window.banner)
            self._before = replace(self._before, hidden=tuple(hidden))

    def _look_again(self) -> None:
        """Views come and grow by themselves: what was chosen for others may be too large."""
        if self._before is not None and self._wished is None and self._needed_by_views() > 1:
            self.arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._window.banner:
            if kind == QEvent.Type.ShowToParent:
                self._tell_on()
        elif kind == QEvent.Type.Resize and watched is self._window.whole:
            self.arrange()
        elif kind in (QEvent.Type.Resize, QEvent.Type.LayoutRequest) and not self._is_fitting:
            self._soon.start()
        return super().eventFilter(watched, event)

    @property
    def _watched(self) -> tuple[QWidget, ...]:
        window = self._window
        return window.whole, window.row, window.page, window.banner

    @property
    def _column(self) -> QVBoxLayout:
        column = self._window.whole.layout()
        assert isinstance(column, QVBoxLayout)
        return column
