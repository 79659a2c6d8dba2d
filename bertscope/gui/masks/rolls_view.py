"""A hundred rolls of the dice at once: one roll says little of a rule, many say it all."""

from time import perf_counter

from PySide6.QtCore import QEvent, QPointF, QTimer
from PySide6.QtGui import QHideEvent, QMouseEvent, QPainter, QShowEvent
from PySide6.QtWidgets import QComboBox, QWidget

from bertscope.gui.canvas import Canvas
from bertscope.gui.controls import lay_in_row, named
from bertscope.gui.language import marked, tr
from bertscope.gui.masks.drawn import rolls_words
from bertscope.gui.masks.rolls_areas import Areas
from bertscope.gui.masks.rolls_content import RollsContent
from bertscope.gui.masks.rolls_figure import RollsPainter
from bertscope.gui.session import Session
from bertscope.gui.table import Table
from bertscope.gui.theme import Appearance
from bertscope.gui.wording import escaped
from bertscope.text.masking import MaskRule
from bertscope.text.rolls import Tally, seeds_from, tally

SLICE_S = 0.012
"""The window is kept busy for so long at a time, and about one batch more."""
BATCH = 4
CHOICES = (1, 10, 100, 1000)
ROLLS_TIP = marked(
    "How often is rolled: four times as many rolls halve the distance from 80/10/10, which falls "
    "as 1/√n"
)

Key = tuple[MaskRule, tuple[int, ...], tuple[int, ...], int, int, int]


class RollsView(Canvas):
    """What so many rolls of the present pair, rule and seed choose.

    They are the very rolls that pressing Roll as often would give. They are counted while the view
    can be seen, a slice at a time, so that the window never waits.
    """

    TEACHES = marked(
        "Rolls the rule many times for this pair: each token is chosen at the rule's rate, and the "
        "shares of MASK, RANDOM and KEEP settle at 80/10/10, with an error of about √(p(1−p)/n) "
        "after n chosen tokens."
    )

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__(appearance, tr("Many rolls of the mask rule"))
        self._session = session
        self._key: Key | None = None
        self._left: list[int] = []
        self.content: RollsContent | None = None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)
        session.changed.connect(self._follow)
        session.focused.connect(self.viewport().update)

    # --- Rolling --------------------------------------------------------------------------------

    def _follow(self) -> None:
        """Begin anew where something has changed that rolls depend on."""
        if not self.isVisible():
            return
        state, pair = self._session.state, self._session.pair
        wanted = state.view.rolls
        size = len(self._session.reader.tokenizer)
        key = (state.rule, pair.ids, pair.words, size, state.seed, wanted)
        if key != self._key:
            self._key, self._left = key, seeds_from(state.seed, wanted)
            self.content = RollsContent(Tally.none(len(pair)), wanted, state.rule, pair)
            self._go_on()
        elif self._left:
            self._timer.start()

    def _go_on(self) -> None:
        """Roll for a slice of time; the timer calls again as long as seeds are left."""
        if self.content is None:
            return
        until = perf_counter() + SLICE_S
        counted = self.content.tally
        while self._left and perf_counter() < until:
            counted = counted.followed_by(self._rolled(self.content, self._left[:BATCH]))
            self._left = self._left[BATCH:]
        content = self.content
        self.content = RollsContent(counted, content.wanted, content.rule, content.pair)
        if self._left:
            self._timer.start()
        else:
            self._timer.stop()
        self.refresh()

    def _rolled(self, content: RollsContent, seeds: list[int]) -> Tally:
        tokenizer, pair = self._session.reader.tokenizer, content.pair
        return tally(
            content.rule,
            pair.ids,
            pair.words,
            mask_id=tokenizer.mask_id,
            vocabulary_size=len(tokenizer),
            seeds=seeds,
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow()

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)

    # --- Canvas ---------------------------------------------------------------------------------

    def content_width(self, available: float) -> float:
        if self.content is None or self.content.instead:
            return available
        areas = self._areas(available, self.viewport().height())
        return max(available, areas.content_width(len(self.content.pair)))

    def paint(self, painter: QPainter, width: float, height: float, scroll: float) -> None:
        if self.content is not None:
            areas, focus = self._areas(width, height), self._session.focus
            RollsPainter(self.content, self.theme).paint(painter, areas, scroll, focus)

    def numbers(self) -> Table | None:
        if self.content is None or self.content.instead:
            return None
        return self.content.table()

    def _areas(self, width: float, height: float) -> Areas:
        count = len(self.content.pair) if self.content else 1
        return Areas.of(self.theme, count, width, height, self.viewport().width())

    # --- The mouse ------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._session.set_focus(self._position_at(event.position()))

    def _position_at(self, point: QPointF) -> int:
        content, view = self.content, self.viewport()
        if content is None or content.instead:
            return -1
        areas = self._areas(view.width(), view.height())
        return areas.column_at(point, self.scrolled, len(content.pair))

    def tip(self, point: QPointF) -> str:
        position = self._position_at(point)
        if position < 0 or self.content is None:
            return ""
        token, counted = self.content.pair.tokens[position], self.content.tally
        mask, random, keep = counted.at_LA[position].tolist()
        chosen = tr(
            "<b>{token}</b>: chosen in {times:,} of {rolls:,} rolls",
            token=escaped(token),
            times=mask + random + keep,
            rolls=counted.rolls,
        )
        return f"{chosen}<br>{mask:,} MASK · {random:,} RANDOM · {keep:,} KEEP"

    def leaveEvent(self, event: QEvent) -> None:
        self._session.set_focus(-1)


class RollsControls(QWidget):
    """How often is rolled."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.rolls = named(QComboBox(), tr("Number of rolls"), tr(ROLLS_TIP))
        for number in CHOICES:
            self.rolls.addItem(rolls_words(number), number)
        lay_in_row(self, [self.rolls])
        self.rolls.activated.connect(self._choose)
        session.changed.connect(self._show)
        self._show()

    def _choose(self, index: int) -> None:
        self._session.set_view(
            marked("Change the number of rolls"), rolls=self.rolls.itemData(index)
        )

    def _show(self) -> None:
        number = self._session.view.rolls
        self.rolls.setPlaceholderText(rolls_words(number))
        self.rolls.setCurrentIndex(self.rolls.findData(number))
