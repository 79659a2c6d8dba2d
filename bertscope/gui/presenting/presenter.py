"""The window that only whoever presents sees: notes, what comes next, and the time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTime, QTimer
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent, QScreen
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from bertscope.gui.controls import label, push_button
from bertscope.gui.language import marked, tr
from bertscope.gui.lesson.lesson import Page
from bertscope.gui.lesson.markdown import plain_words
from bertscope.gui.lesson.narration import Narration
from bertscope.gui.presenting.keys import Deed, deed_of

if TYPE_CHECKING:
    from bertscope.gui.main_window import MainWindow
    from bertscope.gui.presenting.presenting import Presenting

SIZE, WIDTH, HEIGHT = 18, 720, 520
"""Of the notes and of the window; design pixels."""
FIRST_WORDS = 140
NO_NOTES = marked("*This page has no notes.*")
DONE, OPEN = marked("✓ done"), marked("○ not done yet")
"""How an ask stands."""
PASSED_ON = (Deed.NEXT, Deed.BACK, Deed.FIRST, Deed.LAST)


class PresenterWindow(QDialog):
    """Beside what the class sees; it stands on a screen of its own where there is one.

    Attributes
    ----------
    notes
        Those of the page.
    next_page, number, ask, elapsed, clock
        What comes next, where we are, how the ask stands, and the time.
    back, forward, blank
        Buttons.
    is_apart
        Whether it stands on a screen of its own.
    """

    def __init__(self, window: MainWindow, presenting: Presenting) -> None:
        super().__init__(window)
        self._window, self._presenting = window, presenting
        self.setWindowTitle(tr("Presenter's window"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.notes = Narration(window.appearance, tr("Notes"), SIZE)
        self.title, self.next_page = label("", "heading"), label("", "large")
        self.number, self.ask = label("", "large"), label("", "large")
        self.elapsed, self.clock = label("", "step"), label("", "step")
        self.back = push_button(tr("← Back"), tr("Turn to the page before"))
        self.forward = push_button(tr("Next →"), tr("Turn to the next page"))
        self.blank = push_button(tr("Blank"), tr("Make the class's screen black, or bring it back"))
        self.is_apart = False
        self._tick = QTimer(self, interval=1000)
        self._tick.timeout.connect(self._show_time)
        self._lay_out()
        self.back.clicked.connect(lambda: presenting.turn(-1))
        self.forward.clicked.connect(lambda: presenting.turn(1))
        self.blank.clicked.connect(self._toggle_blank)
        presenting.changed.connect(self.show_state)

    def _lay_out(self) -> None:
        column, px = QVBoxLayout(self), self._window.appearance.theme.px
        column.setContentsMargins(px(16), px(12), px(16), px(12))
        top, bottom = QHBoxLayout(), QHBoxLayout()
        self.elapsed.setToolTip(tr("Since presenting began"))
        self.clock.setToolTip(tr("The time of day"))
        for part in (self.number, self.elapsed, self.clock):
            top.addWidget(part)
            top.addStretch(part is self.number)
        top.setSpacing(px(16))
        for button in (self.back, self.forward, self.blank):
            bottom.addWidget(button)
        bottom.addStretch(1)
        for words in (self.title, self.ask, self.next_page):
            words.setWordWrap(True)
            words.setMinimumWidth(1)  # Whatever words a stranger writes in one.
        column.addLayout(top)
        column.addWidget(self.title)
        column.addWidget(_scrolled(self.notes), 1)
        column.addWidget(self.ask)
        column.addWidget(self.next_page)
        column.addLayout(bottom)

    # --- Opening --------------------------------------------------------------------------------

    def open(self) -> None:
        """Show it, on the other screen where there is one."""
        px, screen = self._window.appearance.theme.px, other_screen(self._window.screen())
        self.resize(px(WIDTH), px(HEIGHT))
        self.show_state()
        self._tick.start()
        self.is_apart = screen is not None
        if screen is not None:
            self.setGeometry(screen.availableGeometry())
            self.showMaximized()
        else:
            self.show()

    def hideEvent(self, event: QHideEvent) -> None:
        self._tick.stop()
        self.is_apart = False
        super().hideEvent(event)

    # --- Showing --------------------------------------------------------------------------------

    def show_state(self) -> None:
        """Show the page that the class sees."""
        self._show_time()
        self.blank.setText(tr("Picture" if self._presenting.blank.isVisible() else "Blank"))
        player = self._window.lessons.player
        lesson = player.lesson
        for part in (self.back, self.forward, self.number, self.ask, self.next_page):
            part.setVisible(lesson is not None)
        if lesson is None:
            self.title.setText(tr("No lesson is open"))
            self.notes.say(tr("The class sees the views as they stand."))
            return
        self.title.setText(player.page.title)
        self.number.setText(
            tr("Page {number} of {count}", number=player.number + 1, count=len(lesson.pages))
        )
        self.notes.say(player.page.notes or tr(NO_NOTES))
        self.ask.setText("\n".join(_asked(player.page, player.done)))
        self.ask.setVisible(bool(player.page.asks))
        following = lesson.pages[player.number + 1 : player.number + 2]
        self.next_page.setText(
            _announced(following[0]) if following else tr("This is the last page.")
        )
        self.back.setEnabled(player.number > 0)
        self.forward.setEnabled(bool(following))

    def _show_time(self) -> None:
        minutes, seconds = divmod(round(self._presenting.seconds), 60)
        self.elapsed.setText(f"{minutes}:{seconds:02}")
        self.clock.setText(QTime.currentTime().toString("HH:mm"))

    def _toggle_blank(self) -> None:
        if self._presenting.blank.isVisible():
            self._presenting.show_picture()
        else:
            self._presenting.cover("black")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pages are turned and the screen is blanked from here too; a clicker may end up here."""
        deed = deed_of(event, pages=True, pen=False)
        if self._presenting.blank.isVisible():
            self._presenting.show_picture()
        elif deed in (*PASSED_ON, Deed.BLACK, Deed.WHITE) and deed is not None:
            self._presenting.do(deed)
        else:
            super().keyPressEvent(event)


def other_screen(own: QScreen) -> QScreen | None:
    """The first screen that isn't one's own; None where there is one screen."""
    return next((screen for screen in QGuiApplication.screens() if screen != own), None)


def _asked(page: Page, done: tuple[bool, ...]) -> list[str]:
    return [
        f"{tr(DONE if is_done else OPEN)}: {plain_words(ask.say)}"
        for ask, is_done in zip(page.asks, done, strict=True)
    ]


def _announced(page: Page) -> str:
    words = plain_words(page.words)
    cut = words if len(words) <= FIRST_WORDS else words[:FIRST_WORDS].rsplit(" ", 1)[0] + " …"
    return "\n".join([tr("Next: {title}", title=page.title), cut]).strip()


def _scrolled(widget: QWidget) -> QScrollArea:
    area, inside = QScrollArea(), QWidget()
    inside.setObjectName("sheetPage")
    column = QVBoxLayout(inside)
    column.setContentsMargins(8, 8, 8, 8)
    column.addWidget(widget)
    column.addStretch(1)
    area.setObjectName("card")
    area.setWidgetResizable(True)
    area.setWidget(inside)
    area.setAccessibleName(tr("Notes of this page"))
    return area
