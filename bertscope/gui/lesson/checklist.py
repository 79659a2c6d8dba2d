"""What a page asks for, one below the other: done, to be done now, to come."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from bertscope.gui.controls import mark, push_button
from bertscope.gui.language import marked, tr
from bertscope.gui.lesson.dots import tick
from bertscope.gui.lesson.lesson import Ask
from bertscope.gui.lesson.markdown import plain_words
from bertscope.gui.lesson.narration import Narration
from bertscope.gui.run.lines import QuietLine
from bertscope.gui.theme import Appearance

SIDE = 20
"""Of the mark in front of an ask, design pixels."""
HINT_TIP = marked("What helps whoever hasn't found it yet")


class Checklist(QWidget):
    """The asks of a page.

    Signals
    -------
    lesson_wanted(str, int)
        As of `Narration`.
    unfolded(AskRow)
        Its hint is shown.
    """

    lesson_wanted = Signal(str, int)
    unfolded = Signal(object)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.rows: list[AskRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)

    def show_asks(self, asks: Sequence[Ask], done: Sequence[bool]) -> None:
        """Show these, and how far they are."""
        if [row.ask for row in self.rows] != [*asks]:
            self._fill(asks)
        for row, is_done in zip(self.rows, done, strict=True):
            row.show_state(is_done=is_done, is_next=row.number == sum(done))

    def forget(self) -> None:
        """Fold all hints: another page has been turned to."""
        for row in self.rows:
            row.hint_button.setChecked(False)

    def _fill(self, asks: Sequence[Ask]) -> None:
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [AskRow(self._appearance, ask, number) for number, ask in enumerate(asks)]
        for row in self.rows:
            self._column.addWidget(row)
            row.lesson_wanted.connect(self.lesson_wanted)
            row.hint_button.clicked.connect(partial(self.unfolded.emit, row))


class AskRow(QFrame):
    """One thing to do; only the present one is open."""

    lesson_wanted = Signal(str, int)

    def __init__(self, appearance: Appearance, ask: Ask, number: int) -> None:
        super().__init__()
        self.ask, self.number = ask, number
        self.setObjectName("ask")
        self.mark = _Mark(appearance, number + 1)
        self.brief = QuietLine()
        self.brief.say(plain_words(ask.say))
        self.say = Narration(appearance, tr("To do"))
        self.hint = Narration(appearance, tr("Hint"), 14, "muted")
        self.well = Narration(appearance, tr("Done"), 14)
        for part, words in ((self.say, ask.say), (self.hint, ask.hint), (self.well, ask.well)):
            part.say(words)
            part.lesson_wanted.connect(self.lesson_wanted)
        self.hint_button = push_button(tr("Hint"), tr(HINT_TIP))
        self.hint_button.setProperty("role", "link")
        self.hint_button.setCheckable(True)
        self.hint_button.toggled.connect(self._show_parts)
        self._state = (False, False)
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 8, 10, 6)
        row.setSpacing(8)
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        for part in (self.brief, self.say, self.hint, self.well):
            column.addWidget(part)
        column.addWidget(self.hint_button, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(column, 1)

    @property
    def is_next(self) -> bool:
        """Whether it is to be done now."""
        return self._state[1]

    def show_state(self, *, is_done: bool, is_next: bool) -> None:
        """Show it as done, as what is to be done now, or as something to come."""
        self._state = is_done, is_next
        mark(self, "next", is_next)
        self.mark.show_state(is_done=is_done, is_next=is_next)
        words = tr("Done" if is_done else "To do now" if is_next else "To do later")
        self.setAccessibleName(f"{words}: {self.brief.words}")
        self._show_parts()

    def _show_parts(self) -> None:
        is_done, is_next = self._state
        has_hint = bool(self.ask.hint) and is_next
        self.say.setVisible(is_next)
        self.brief.setVisible(not is_next)
        self.hint_button.setVisible(has_hint)
        unfolded = self.hint_button.isChecked()
        self.hint_button.setText(tr("Hide the hint" if unfolded else "Hint"))
        self.hint.setVisible(has_hint and unfolded)
        self.well.setVisible(is_done and bool(self.ask.well))


class _Mark(QWidget):
    """The number of an ask, or a tick once it is done."""

    def __init__(self, appearance: Appearance, number: int) -> None:
        super().__init__()
        self._appearance, self._number = appearance, number
        self._state = (False, False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self._fit)
        self._fit()

    def show_state(self, *, is_done: bool, is_next: bool) -> None:
        self._state = is_done, is_next
        self.update()

    def _fit(self) -> None:
        side = self._appearance.theme.px(SIDE)
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, (is_done, is_next) = self._appearance.theme, self._state
        palette, spot = theme.palette, QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_done:
            tick(painter, spot, palette.token_ink, palette.card)
        else:
            painter.setPen(QPen(QColor(palette.segment_a if is_next else palette.edge), 1.6))
            painter.setBrush(QColor(palette.card))
            painter.drawEllipse(spot.adjusted(1.5, 1.5, -1.5, -1.5))
            painter.setPen(QColor(palette.segment_a_ink if is_next else palette.muted))
            painter.setFont(theme.bold(11))
            painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.end()
