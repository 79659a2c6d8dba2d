"""The card at the left of the views that a lesson is read in."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout, QWidget

from bertscope.gui.controls import label, mark, push_button, tool_button
from bertscope.gui.language import marked, tr
from bertscope.gui.lesson.checklist import Checklist
from bertscope.gui.lesson.dots import Dots
from bertscope.gui.lesson.narration import PAGE_KEYS, Narration
from bertscope.gui.lesson.pane_parts import MARGIN, MENU_WIDTH, ReadArea, TitleButton, row_of
from bertscope.gui.lesson.player import LessonPlayer
from bertscope.gui.page_area import lay_out
from bertscope.gui.run.lines import elided
from bertscope.gui.theme import Appearance

WIDTH, WIDEST_USUAL, MOST, LEAST = 340, 400, 560, 300
"""Pixels: at the usual text size, at larger ones, and the bounds of who draws it wider."""
BESIDE = 8
LEAVE_TIP = marked("Close the lesson; the window becomes again what it was before")
AGAIN_TIP = marked("Set sentences, masks and panels once more as this page has them")
TO_DO_TIP = marked("Scroll to what is to be done on this page")
BACK_TIP = marked("The page before (Ctrl+PgUp)")
NEXT_TIP = marked("The page behind this one (Ctrl+PgDown)")
FINISH_TIP = marked("Close the lesson: this was its last page")


class LessonPane(QFrame):
    """Title, pages, words, what is to be done, and the buttons that turn pages.

    Parameters
    ----------
    player
        Whose lesson is shown.
    appearance
        Colours and sizes.

    Signals
    -------
    left
        The lesson is to end.
    lesson_wanted(str, int)
        As of `Narration`.
    """

    left = Signal()
    lesson_wanted = Signal(str, int)

    def __init__(self, player: LessonPlayer, appearance: Appearance) -> None:
        super().__init__()
        self._player, self._appearance = player, appearance
        self._shown: tuple[object, int] = (None, -1)
        self.setObjectName("card")
        self.setAccessibleName(tr("Lesson"))
        self._make()
        self._lay_out()
        self._connect()
        self._set_sizes()

    def _make(self) -> None:
        self.title = TitleButton()
        self.contents = QMenu(self.title)
        self.title.setMenu(self.contents)
        self.leave = tool_button("✕", tr("Leave the lesson"), tr(LEAVE_TIP))
        self.leave.setProperty("role", "header")
        self.where = label("")
        self.dots = Dots(self._appearance)
        self.heading = label("", "page-title")
        self.heading.setWordWrap(True)
        self.heading.setMinimumWidth(1)  # Whatever words a stranger writes in one.
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.words = Narration(self._appearance, tr("Narration"))
        self.asks = Checklist(self._appearance)
        self.again = push_button(tr("Set the page again"), tr(AGAIN_TIP))
        self.again.setProperty("role", "link")
        self.to_do = push_button(tr("To do ↓"), tr(TO_DO_TIP))
        self.to_do.setProperty("role", "link")
        self.back = push_button(tr("Back"), tr(BACK_TIP))
        self.next = push_button(tr("Next"), tr(NEXT_TIP))
        self.area = ReadArea()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 10)
        column.setSpacing(6)
        column.addLayout(row_of(self.title, self.leave, left=MARGIN - 1, right=6))
        pages = row_of(self.dots, self.where)
        pages.setStretch(0, 1)
        column.addLayout(pages)
        inside = QWidget()
        inside.setObjectName("sheetPage")
        page = QVBoxLayout(inside)
        page.setContentsMargins(MARGIN, 8, MARGIN - 4, 8)
        page.setSpacing(8)
        for part in (self.heading, self.words, self.asks):
            page.addWidget(part)
        page.addStretch(1)
        self.area.setWidget(inside)
        column.addWidget(self.area, 1)
        column.addLayout(row_of(self.again, None, self.to_do, left=MARGIN - 4))
        turning = row_of(self.back, self.next)
        turning.setStretch(0, 1)
        turning.setStretch(1, 2)
        column.addLayout(turning)

    def _connect(self) -> None:
        player = self._player
        player.changed.connect(self.show_page)
        self.contents.aboutToShow.connect(self._fill_contents)
        self.leave.clicked.connect(self.left)
        self.again.clicked.connect(player.set_again)
        self.back.clicked.connect(lambda: player.turn(-1))
        self.next.clicked.connect(self._go_on)
        self.dots.wanted.connect(player.go)
        self.to_do.clicked.connect(self._scroll_to_do)
        self.asks.unfolded.connect(self._scroll_to_do)
        for moved in (self.area.verticalScrollBar().valueChanged, self.area.resized):
            moved.connect(self._offer_to_do)
        for part in (self.words, self.asks):
            part.lesson_wanted.connect(self.lesson_wanted)
        self._appearance.changed.connect(self._set_sizes)

    # --- Showing --------------------------------------------------------------------------------

    def show_page(self) -> None:
        """Show the page that is turned to, and how far it is."""
        player, lesson = self._player, self._player.lesson
        if lesson is None:
            self.asks.show_asks((), ())
            self.contents.clear()
            return
        count, number = len(lesson.pages), player.number
        is_other = (lesson, number) != self._shown
        self._shown = lesson, number
        self.title.say(lesson.head.title)
        self.where.setText(tr("Page {number} of {count}", number=number + 1, count=count))
        self.dots.show_pages(tuple(player.is_done(n) for n in range(count)), number)
        self.heading.setText(player.page.title)
        self.words.say(player.page.words)
        self.words.setVisible(bool(player.page.words))
        self.asks.show_asks(player.page.asks, player.done)
        self.asks.setVisible(bool(player.page.asks))
        self._show_turning()
        if is_other:
            self.asks.forget()
            self.area.verticalScrollBar().setValue(0)
        elif any(player.done):
            self._scroll_to_do()
        else:
            lay_out()
        self._offer_to_do()

    def _scroll_to_do(self) -> None:
        """Bring what is to be done now into sight, with what was just done over it."""
        done = sum(self._player.done)
        lay_out()
        for row in self.asks.rows[max(0, done - 1) : done + 1]:
            self.area.ensureWidgetVisible(row, 0, BESIDE)

    def _offer_to_do(self) -> None:
        """Where it is out of sight there is a way to it; that keeps its place when it is gone."""
        row = next((row for row in self.asks.rows if row.is_next), None)
        seen = self.area.viewport().height()
        is_below = row is not None and row.mapTo(self.area.viewport(), QPoint(0, 40)).y() > seen
        self.to_do.setVisible(is_below)

    def _show_turning(self) -> None:
        player = self._player
        is_done = player.is_done(player.number)
        self.back.setEnabled(player.number > 0)
        self.next.setText(tr("Finish" if player.is_last else "Next"))
        self.next.setToolTip(tr(FINISH_TIP if player.is_last else NEXT_TIP))
        mark(self.next, "primary", is_done)

    def _fill_contents(self) -> None:
        lesson, theme = self._player.lesson, self._appearance.theme
        assert lesson is not None
        self.contents.clear()
        for number, page in enumerate(lesson.pages):
            title = elided(self.contents, page.title, theme.px(MENU_WIDTH)).replace("&", "&&")
            entry = self.contents.addAction(f"{number + 1}  {title}")
            entry.setCheckable(True)
            entry.setChecked(self._player.is_done(number))
            entry.setFont(theme.bold() if number == self._player.number else theme.sans())
            entry.triggered.connect(lambda _=False, to=number: self._player.go(to))

    def _go_on(self) -> None:
        if self._player.is_last:
            self.left.emit()
        else:
            self._player.turn(1)

    # --- Sizes ----------------------------------------------------------------------------------

    @property
    def usual_width(self) -> int:
        """Pixels: wider for larger text, and yet beside the views."""
        return usual_width(self._appearance.theme.scale)

    def _set_sizes(self) -> None:
        self.setMinimumWidth(LEAST)
        self.setMaximumWidth(MOST)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self.usual_width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """It is never what makes the window higher: what doesn't fit can be scrolled to."""
        return QSize(LEAST, self._appearance.theme.px(200))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in PAGE_KEYS:
            self._player.turn(1 if event.key() == Qt.Key.Key_PageDown else -1)
        else:
            super().keyPressEvent(event)


def usual_width(scale: float) -> int:
    """How wide the pane is at a text size before anyone has drawn it, in pixels."""
    return min(WIDEST_USUAL, max(WIDTH, round(WIDTH + 85 * (scale - 1))))
