"""The bubble that a stop of the tour is told in."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bertscope.gui.controls import label, mark, push_button
from bertscope.gui.language import tr
from bertscope.gui.lesson.dots import Dots
from bertscope.gui.lesson.lesson import Ask
from bertscope.gui.lesson.narration import Narration
from bertscope.gui.lesson.player import LessonPlayer
from bertscope.gui.theme import Appearance
from bertscope.gui.welcome.bubble import Bubble

RING, ASK_MARGIN = 10, 10
"""What the rings around widgets take outside of them, and from the edge of what is asked to its
words; design pixels."""
BACK, ON = (Qt.Key.Key_Left,), (Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TourCard(Bubble):
    """Title, words, something to try, and how to go on.

    Signals
    -------
    left
        The tour is to end.
    """

    left = Signal()
    around = RING

    def __init__(self, window: QWidget, appearance: Appearance, player: LessonPlayer) -> None:
        super().__init__(window, appearance, tr("Tour"))
        self._player = player
        self.title = label("", "heading")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.where = label("")
        self.words = Narration(appearance, tr("What is seen here"), 14)
        self.ask = QFrame()
        self.ask.setObjectName("tryIt")
        self.say = Narration(appearance, tr("To try"), 13)
        self.dots = Dots(appearance)
        self.leave = push_button(
            tr("Leave"), tr("End the tour; the window is then as it was before (Esc)")
        )
        self.leave.setProperty("role", "link")
        self.back = push_button(tr("Back"), tr("The stop before (Left)"))
        self.next = push_button(tr("Next"), "")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out_parts()
        self._connect()

    def _lay_out_parts(self) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.where)
        inside = QVBoxLayout(self.ask)
        inside.setContentsMargins(ASK_MARGIN, 6, ASK_MARGIN, 0)
        inside.addWidget(self.say)
        foot.setSpacing(8)
        foot.addWidget(self.leave)
        foot.addStretch(1)
        foot.addWidget(self.back)
        foot.addWidget(self.next)
        self.column.addLayout(head)
        self.column.addWidget(self.words)
        self.column.addWidget(self.ask)
        self.column.addWidget(self.dots)
        self.column.addLayout(foot)

    def _connect(self) -> None:
        player = self._player
        self.leave.clicked.connect(self.left)
        self.back.clicked.connect(lambda: player.turn(-1))
        self.next.clicked.connect(self.go_on)
        self.dots.wanted.connect(player.go)
        for button in self.buttons:
            button.installEventFilter(self)

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """As they are read."""
        return self.leave, self.back, self.next

    def go_on(self) -> None:
        """To the next stop; behind the last one the tour ends."""
        if self._player.is_last:
            self.left.emit()
        else:
            self._player.turn(1)

    # --- Showing --------------------------------------------------------------------------------

    def show_stop(self) -> None:
        """Show the stop that is turned to, and what is done there."""
        player, lesson = self._player, self._player.lesson
        assert lesson is not None
        number, count = player.number, len(lesson.pages)
        self.title.setText(player.page.title)
        self.where.setText(tr("{number} of {count}", number=number + 1, count=count))
        self.words.say(player.page.words)
        self._show_ask(player.page.asks, player.done)
        done = [bool(page.asks) and player.is_done(n) for n, page in enumerate(lesson.pages)]
        self.dots.show_pages(tuple(done), number)
        self.back.setEnabled(number > 0)
        self.next.setText(tr("Done" if player.is_last else "Next"))
        self.next.setToolTip(
            tr("End the tour (Right)" if player.is_last else "The next stop (Right, Enter)")
        )
        mark(self.next, "primary", True)
        self.setAccessibleName(
            tr(
                "Tour, {number} of {count}: {title}",
                number=number + 1,
                count=count,
                title=player.page.title,
            )
        )
        self.setAccessibleDescription(self.words.accessibleDescription())

    def _show_ask(self, asks: Sequence[Ask], done: Sequence[bool]) -> None:
        """What is to be tried now, or the last that was."""
        self.ask.setVisible(bool(asks))
        if asks:
            is_done = all(done)
            ask = asks[-1] if is_done else asks[sum(done)]
            done_words = tr("**✓ Done.** {words}", words=ask.well)
            self.say.say(done_words if is_done else tr("**Try it:** {words}", words=ask.say))

    # --- Keys -----------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows turn even where a button has the focus; Enter presses it."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                assert isinstance(watched, QPushButton)
                watched.click()
                return True
            return self.take(event)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.take(event):
            super().keyPressEvent(event)

    def take(self, event: QKeyEvent) -> bool:
        """Whether a key was for the tour."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in BACK:
            self._player.turn(-1)
        elif event.key() in ON:
            self.go_on()
        else:
            return False
        return True
