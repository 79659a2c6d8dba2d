"""Cards of predictions side by side: where they stand and how they are painted."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter

from bertscope.gui.canvas import Canvas
from bertscope.gui.compare.tables import side_by_side
from bertscope.gui.language import marked, tr
from bertscope.gui.outputs.card import Card
from bertscope.gui.outputs.card_layout import LINE, SEEN_AT_LEAST, Layout, Spot, highest
from bertscope.gui.outputs.card_painter import CardPainter
from bertscope.gui.painting import paragraph, rounded
from bertscope.gui.prober import Seen
from bertscope.gui.session import Session
from bertscope.gui.state import Side
from bertscope.gui.table import Table
from bertscope.gui.theme import Appearance
from bertscope.gui.wording import WAITING
from bertscope.wire.messages import Look, Prediction

CARD, PAIR_CARD, GAP, WIDEST = 160, 250, 8, 720
"""Design pixels: the least width of a card, and of one that shows two models; the gap between
cards; their greatest width."""
FINE_TUNED = marked(
    "Fine-tuning has put another head in the place of the masked-LM head: what the model answers "
    "stands in the panel Answer. A token that is masked above is hidden from it."
)
EMPTY = marked(
    "Click a token above to mask it, or press T on one: here BERT says what stands there."
)
NO_WORDS = marked("Type a sentence above and mask a token of it: here BERT says what stands there.")


class CardsView(Canvas):
    """One card a chosen or asked position, side by side.

    Where B − A is to be shown each card has both models.
    """

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__(appearance, tr("Predictions at the chosen and the asked positions"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.session = session
        self.seen: Seen | None = None
        self._side, self._most = Side.A, session.view.top_k
        self._cards: dict[int, Card] = {}
        self.spot: Spot | None = None
        session.viewed.connect(self._viewed)
        session.changed.connect(self._wait)
        session.focused.connect(self.viewport().update)

    def show_seen(self, seen: Seen | None) -> None:
        self.seen = seen
        self._side = seen.side(self.session.view.side) if seen else Side.A
        self._make_anew()

    def _make_anew(self) -> None:
        self._cards, self._most = {}, self.session.view.top_k
        if self.spot is not None and self.spot.card >= self.count:
            self.spot = None
        self.refresh()

    def _viewed(self) -> None:
        """While two models are compared the look at hand may have more guesses to list."""
        if self._most != self.session.view.top_k and self.is_compared:
            self._make_anew()
        self.viewport().update()

    @property
    def is_compared(self) -> bool:
        """Whether there is a look at B, too."""
        return self.seen is not None and self.seen.other is not None

    @property
    def is_pair(self) -> bool:
        """Whether each card shows two models."""
        return self._side is Side.DIFFERENCE

    def refresh(self) -> None:
        """The content is another one now."""
        super().refresh()
        bar = self.verticalScrollBar()
        bar.setRange(0, self.hidden)
        bar.setPageStep(SEEN_AT_LEAST)

    def _wait(self) -> None:
        """Where there is no card yet, what is said instead may be something else now."""
        if not self.count:
            self.viewport().update()

    @property
    def instead(self) -> str:
        """What is said where there is no card."""
        if any(look.answer is not None for look in self._looks):
            return tr(FINE_TUNED)
        is_wanted = self.session.state.plan.chosen or self.session.view.asked
        if is_wanted:
            return tr(WAITING)
        return tr(EMPTY if self.session.pair.maskable else NO_WORDS)

    @property
    def count(self) -> int:
        """The number of cards."""
        return min((len(look.predictions) for look in self._looks), default=0)

    @property
    def positions(self) -> list[int]:
        """What each card is a prediction of."""
        return [look.predictions[n].position for look in self._looks[:1] for n in range(self.count)]

    @property
    def _looks(self) -> tuple[Look, ...]:
        """What the cards are of: one look, or two; one at a fine-tuned model has no predictions."""
        seen = self.seen
        if seen is None:
            return ()
        if self.is_pair and seen.other is not None:
            return seen.look, seen.other
        return (seen.shown(self._side),)

    def card(self, number: int) -> Card:
        """A card, made when it is first looked at."""
        assert self.seen is not None
        if number not in self._cards:
            self._cards[number] = self._card(self.seen, number)
        return self._cards[number]

    def _card(self, seen: Seen, number: int) -> Card:
        first, *others = (look.predictions[number] for look in self._looks)
        choice = seen.question.plan.chosen.get(first.position)
        words = seen.question.reader.tokenizer.vocabulary
        if others:
            return Card.of_two(first, others[0], choice, words, self._most)
        return Card.of(first, choice, words, self._most if self.is_compared else None)

    def numbers(self) -> Table | None:
        seen = self.seen
        if not seen or not self.count:
            return None
        words = seen.question.reader.tokenizer.vocabulary
        told = [look for look in (seen.look, seen.other) if look is not None and look.predictions]
        if len(told) == 1:
            return _table(told[0].predictions, words, None)
        a, b = (_table(look.predictions, words, self._most) for look in told)
        return side_by_side(a, b, ("position", "chosen", "original", "guess"))

    # --- Geometry -------------------------------------------------------------------------------

    def rect_of(self, number: int, available: float, height: float) -> QRectF:
        """Where a card stands, with nothing scrolled."""
        theme = self.theme
        gap = theme.px(GAP)
        fitted = (available + gap) / max(1, self.count) - gap
        least = PAIR_CARD if self.is_pair else CARD
        wide = max(theme.px(least), min(fitted, theme.px(WIDEST)))
        high = min(height, self._highest)
        return QRectF(number * (wide + gap) + 0.5, 0.5, wide - 1, high - 1)

    @property
    def _highest(self) -> float:
        """No card is higher than all that may stand on it.

        The word that stood there may be one more guess; of two looks each has its own.
        """
        guesses = (self._most + 1) * (2 if self.is_pair else 1)
        return highest(guesses, self.theme)

    def layout_of(self, number: int) -> Layout:
        view = self.viewport()
        return Layout.of(
            self.card(number), self.rect_of(number, view.width(), view.height()), self.theme
        )

    @property
    def hidden(self) -> int:
        """How many rows of guesses find no room in the card that has least of it."""
        if self.seen is None:
            return 0
        chosen = self.seen.question.plan.chosen
        alike: dict[object, int] = {}
        for number, position in enumerate(self.positions):
            kind = chosen[position].action if position in chosen else None
            size = len(self.card(number).guesses) if self.is_pair else 0
            alike[kind, size] = number
        return max((self.layout_of(number).hidden for number in alike.values()), default=0)

    def whole_size(self) -> QSize:
        """The size of the picture with nothing scrolled away."""
        size = super().whole_size()
        return QSize(size.width(), size.height() + self.hidden * self.theme.px(LINE))

    def content_width(self, available: float) -> float:
        return self.rect_of(self.count - 1, available, 1).right() + 1 if self.count else available

    @property
    def down(self) -> int:
        """How many rows the guesses are scrolled."""
        return self.verticalScrollBar().value()

    def spot_at(self, point: QPointF) -> Spot | None:
        """What of which card is under a point of the viewport."""
        at = QPointF(point.x() + self.scrolled, point.y())
        for number in range(self.count):
            if self.rect_of(number, self.viewport().width(), self.viewport().height()).contains(at):
                return Spot(number, *self.layout_of(number).part_at(at, self.down))
        return None

    def reveal(self, number: int) -> None:
        """Scroll so that the card can be seen."""
        view, bar = self.viewport(), self.horizontalScrollBar()
        rect = self.rect_of(number, view.width(), view.height())
        least, most = int(rect.right()) + 1 - view.width(), int(rect.left())
        bar.setValue(min(max(bar.value(), least), most))

    # --- Painting -------------------------------------------------------------------------------

    def paint(self, painter: QPainter, width: float, height: float, scroll: float) -> None:
        if not self.count:
            self._paint_empty(painter, width, height)
            return
        painter.translate(-scroll, 0)
        view = min(width, float(self.viewport().width()))
        cards = CardPainter(painter, self.theme, self.down)
        for number in range(self.count):
            rect = self.rect_of(number, view, height)
            if rect.right() >= scroll and rect.left() <= scroll + width:
                card = self.card(number)
                cards.paint(
                    card,
                    Layout.of(card, rect, self.theme),
                    self.spot if self.spot and self.spot.card == number else None,
                    lit=card.position == self.session.focus,
                    opened=card.position == self.session.view.distribution_at,
                )

    def _paint_empty(self, painter: QPainter, width: float, height: float) -> None:
        theme = self.theme
        empty = QRectF(0.5, 0.5, width - 1, height - 1)
        rounded(painter, empty, theme.px(8), None, theme.palette.line)
        inner = empty.adjusted(theme.px(8), 0, -theme.px(8), 0)
        paragraph(painter, inner, self.instead, theme.sans(13), theme.palette.muted)


def _table(predictions: Sequence[Prediction], words: Sequence[str], most: int | None) -> Table:
    """A row a guess; `most` of each position."""
    return Table(
        (
            *("position", "chosen", "original", "probability", "rank", "loss"),
            *("guess", "guessed token", "guessed id", "guessed probability"),
        ),
        [
            (
                *(p.position, int(p.chosen), words[p.original_id], p.original_probability),
                *(p.rank, p.loss, n, words[token_id], token_id, share),
            )
            for p in predictions
            for n, (token_id, share) in enumerate(
                zip(p.top_ids[:most], p.top_probabilities[:most], strict=True), 1
            )
        ],
    )
