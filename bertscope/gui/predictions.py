"""What the model says at each chosen position T_i: five bars, the original marked, its loss."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter

from bertscope.gui.canvas import Canvas, rounded, text, text_width
from bertscope.gui.prober import Seen
from bertscope.gui.theme import Appearance
from bertscope.wire.messages import Prediction

CARD, GAP, HEAD, LINE = 168, 10, 26, 22
CARD_HEIGHT = HEAD + 6 * LINE + 10
EMPTY = "Click a token above, or press Roll: here BERT guesses what stood there."


@dataclass(frozen=True)
class Guess:
    """One line of a card; `rank` where the original is added below the likeliest."""

    token: str
    probability: float
    is_original: bool
    rank: int | None = None

    @property
    def words(self) -> str:
        if self.rank is not None:
            return f"{self.token} #{self.rank:,}"
        return f"{self.token} ✓" if self.is_original else self.token


@dataclass(frozen=True)
class Card:
    """The predictions at one position, in words."""

    position: int
    title: str
    loss: str
    guesses: tuple[Guess, ...]

    @classmethod
    def of(cls, prediction: Prediction, vocabulary: tuple[str, ...]) -> "Card":
        original = prediction.original_id
        guesses = [
            Guess(vocabulary[i], p, i == original)
            for i, p in zip(prediction.top_ids, prediction.top_probabilities, strict=True)
        ]
        title, loss = f"T{_subscript(prediction.position)}", ""
        if original is not None and prediction.loss is not None:
            title += f" · was “{vocabulary[original]}”"
            loss = f"loss {prediction.loss:.2f}"
            if original not in prediction.top_ids and prediction.original_probability is not None:
                guesses.append(
                    Guess(
                        vocabulary[original],
                        prediction.original_probability,
                        True,
                        prediction.rank,
                    )
                )
        return cls(prediction.position, title, loss, tuple(guesses))


def _subscript(number: int) -> str:
    return str(number).translate(str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉"))


def percent(share: float) -> str:
    """A probability for people: never 100 % or 0 % where it isn't."""
    if 0.0 < share < 0.001:
        return "<0.1 %"
    if 0.999 < share < 1.0:
        return ">99.9 %"
    near_an_end = share < 0.0995 or 0.9945 < share < 1.0
    return f"{100 * share:.1f} %" if near_an_end else f"{100 * share:.0f} %"


class PredictionsView(Canvas):
    """One card a chosen position, side by side.

    Signals
    -------
    picked(int, str)
        A prediction was clicked: its position and token.
    hovered(int)
        The position of the card under the mouse, -1 for none.
    """

    picked = Signal(int, str)
    hovered = Signal(int)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance, "Predictions at the chosen positions")
        self.cards: tuple[Card, ...] = ()
        self._lit = -1
        self._under: tuple[int, int] | None = None

    def show_seen(self, seen: Seen | None) -> None:
        if seen is None:
            self.cards = ()
        else:
            words = seen.question.reader.tokenizer.vocabulary
            self.cards = tuple(Card.of(p, words) for p in seen.look.predictions)
        self.refresh()

    def light(self, position: int) -> None:
        if position != self._lit:
            self._lit = position
            self.viewport().update()

    # --- Geometry -------------------------------------------------------------------------------

    def _card_rect(self, index: int, available: float) -> QRectF:
        theme = self.theme
        gap = theme.px(GAP)
        shown = max(1, len(self.cards))
        wide = max(theme.px(CARD), min((available + gap) / shown - gap, theme.px(720)))
        high = theme.px(CARD_HEIGHT)
        return QRectF(index * (wide + gap) + 0.5, 0.5, wide - 1, high - 1)

    def _line_rect(self, card: QRectF, line: int) -> QRectF:
        theme = self.theme
        top = card.top() + theme.px(HEAD + 4) + line * theme.px(LINE)
        return QRectF(card.left() + theme.px(10), top, card.width() - theme.px(20), theme.px(LINE))

    def content_width(self, available: float) -> float:
        if not self.cards:
            return available
        return self._card_rect(len(self.cards) - 1, available).right() + 1

    # --- Painting -------------------------------------------------------------------------------

    def paint(self, painter: QPainter, width: float, height: float, scroll: float) -> None:
        if not self.cards:
            empty = QRectF(0.5, 0.5, width - 1, height - 1)
            rounded(painter, empty, self.theme.px(8), None, self.theme.palette.line)
            centre, muted = Qt.AlignmentFlag.AlignHCenter, self.theme.palette.muted
            text(painter, empty, EMPTY, self.theme.sans(13), muted, centre)
            return
        painter.translate(-scroll, 0)
        view = min(width, float(self.viewport().width()))
        for index, card in enumerate(self.cards):
            rect = self._card_rect(index, view)
            if rect.right() >= scroll and rect.left() <= scroll + width:
                self._paint_card(painter, rect, index, card)

    def _paint_card(self, painter: QPainter, rect: QRectF, index: int, card: Card) -> None:
        theme, palette = self.theme, self.theme.palette
        lit = card.position == self._lit
        edge = palette.chosen if lit else palette.line
        rounded(painter, rect, theme.px(8), palette.card, edge, width=2 if lit else 1)
        font, muted = theme.bold(12), palette.muted
        head = QRectF(
            rect.left() + theme.px(10), rect.top() + 4, rect.width() - theme.px(20), theme.px(HEAD)
        )
        text(painter, head, card.loss, font, muted, Qt.AlignmentFlag.AlignRight)
        head.setWidth(head.width() - text_width(card.loss, font) - theme.px(6))
        text(painter, head, card.title, font, muted)
        mono = theme.mono(12)
        longest = max(text_width(guess.words, mono) for guess in card.guesses)
        for line, guess in enumerate(card.guesses):
            room = self._line_rect(rect, line)
            if self._under == (index, line):
                rounded(painter, room, theme.px(3), palette.chip)
            self._paint_guess(painter, room, guess, min(longest, room.width() * 0.56))

    def _paint_guess(
        self, painter: QPainter, line: QRectF, guess: Guess, token_width: float
    ) -> None:
        theme, palette = self.theme, self.theme.palette
        shade = palette.right if guess.is_original else palette.text
        token = QRectF(line.left() + theme.px(3), line.top(), token_width, line.height())
        text(painter, token, guess.words, theme.mono(12), shade)
        right = theme.px(54)
        track = QRectF(
            line.left() + token_width + theme.px(8),
            line.center().y() - theme.px(5),
            line.width() - token_width - right - theme.px(12),
            theme.px(10),
        )
        rounded(painter, track, theme.px(2), palette.track)
        full = QRectF(track)
        full.setWidth(track.width() * guess.probability)
        rounded(painter, full, theme.px(2), palette.right if guess.is_original else palette.mlm)
        share = QRectF(line.right() - right, line.top(), right, line.height())
        align = Qt.AlignmentFlag.AlignRight
        text(painter, share, percent(guess.probability), theme.mono(12), palette.text, align)

    # --- Mouse ----------------------------------------------------------------------------------

    def _hit(self, point: QPointF) -> tuple[int, int] | None:
        """Card and line under a point; the line is -1 beside the guesses."""
        at = QPointF(point.x() + self.scrolled, point.y())
        for index, card in enumerate(self.cards):
            rect = self._card_rect(index, self.viewport().width())
            if rect.contains(at):
                lines = range(len(card.guesses))
                hits = [n for n in lines if self._line_rect(rect, n).contains(at)]
                return index, hits[0] if hits else -1
        return None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hit = self._hit(event.position())
        self.hovered.emit(self.cards[hit[0]].position if hit else -1)
        if hit != self._under:
            self._under = hit
            pointing = hit is not None and hit[1] >= 0
            self.viewport().setCursor(
                Qt.CursorShape.PointingHandCursor if pointing else Qt.CursorShape.ArrowCursor
            )
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        hit = self._hit(event.position())
        if hit is not None and hit[1] >= 0:
            card = self.cards[hit[0]]
            self.picked.emit(card.position, card.guesses[hit[1]].token)

    def leaveEvent(self, event: QEvent) -> None:
        self._under = None
        self.hovered.emit(-1)
        self.viewport().update()
