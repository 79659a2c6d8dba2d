"""What the model says at the chosen positions and at those asked for: read, picked, looked into."""

from PySide6.QtCore import QEvent, QPointF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QSpinBox, QWidget

from bertscope.gui.controls import label, lay_in_row, named
from bertscope.gui.language import marked, tr
from bertscope.gui.outputs.card import Guess
from bertscope.gui.outputs.card_layout import Part, Spot
from bertscope.gui.outputs.cards_view import CardsView
from bertscope.gui.session import Session
from bertscope.gui.state import MOST_GUESSES
from bertscope.gui.theme import Appearance
from bertscope.gui.wording import escaped, signed

TOP_K_TIP = marked(
    "How many of the likeliest tokens are listed, of all that softmax gives a probability"
)


class PredictionsView(CardsView):
    """The cards, by mouse and by keyboard.

    Signals
    -------
    picked(int, str)
        A guess was clicked: its position and token.
    """

    TEACHES = marked(
        "What the masked-LM head says at each position: p = softmax(E·h + b) over the whole "
        "vocabulary, with E the token embeddings and h from T_i. Click a guess to put it into the "
        "sentence."
    )
    picked = Signal(int, str)

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__(session, appearance)
        session.focused.connect(self._focus_moved)

    # --- Mouse ----------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        spot = self.spot_at(event.position())
        self.session.set_focus(self.card(spot.card).position if spot else -1)
        self._point_at(spot)

    def _point_at(self, spot: Spot | None) -> None:
        if spot != self.spot:
            self.spot = spot
            acts = spot is not None and spot.part in (Part.GUESS, Part.CURVE, Part.CLOSE)
            self.viewport().setCursor(
                Qt.CursorShape.PointingHandCursor if acts else Qt.CursorShape.ArrowCursor
            )
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._press(self.spot_at(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        spot = self.spot_at(event.position())
        if spot is not None and spot.part is Part.TITLE:
            self._show_all(self.card(spot.card).position)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Up and down through the guesses where they are many; else sideways through the cards."""
        bar, turn = self.verticalScrollBar(), event.angleDelta().y()
        sideways = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if bar.maximum() == 0 or turn == 0 or sideways:
            super().wheelEvent(event)
            return
        bar.setValue(bar.value() - round(turn / 60))
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(None)
        self.session.set_focus(-1)

    def tip(self, point: QPointF) -> str:
        """What a tooltip says of a point, as rich text."""
        spot = self.spot_at(point)
        if spot is None:
            return tr(self.TEACHES) if self.count else self.instead
        if spot.part is Part.CURVE:
            return tr("Show the probability of every token of the vocabulary here (D)")
        if spot.part is Part.CLOSE:
            return tr("Ask no longer what the model says here (Delete)")
        card = self.card(spot.card)
        if spot.part is Part.GUESS:
            guess = card.guesses[spot.guess]
            return f"{_share_words(guess)}<br>{tr('Click to put it into the sentence')}"
        return card.tip

    # --- Keyboard -------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from card to card and from guess to guess."""
        if not self.count:
            super().keyPressEvent(event)
            return
        at = self.spot or Spot(0, Part.CARD)
        steps = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }
        parts = {Qt.Key.Key_D: Part.CURVE, Qt.Key.Key_Delete: Part.CLOSE}
        key = Qt.Key(event.key())
        if key in steps:
            self._step(at, *steps[key])
        elif key in parts:
            self._press(Spot(at.card, parts[key]))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._press(at)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._point_at(None)
        super().focusOutEvent(event)

    def _step(self, at: Spot, cards: int, guesses: int) -> None:
        number = min(max(at.card + (cards if self.spot else 0), 0), self.count - 1)
        card = self.card(number)
        guess = min(max(at.guess + guesses, -1), len(card.guesses) - 1)
        self._point_at(Spot(number, Part.GUESS if guess >= 0 else Part.CARD, guess))
        self.session.set_focus(card.position)
        self.reveal(number)
        if guess >= 0:
            layout, bar = self.layout_of(number), self.verticalScrollBar()
            row = guess % layout.rows
            bar.setValue(min(max(bar.value(), row - layout.rows + layout.hidden + 1), row))

    # --- What is done ---------------------------------------------------------------------------

    def _press(self, spot: Spot | None) -> None:
        """Do what a click on a spot does, unless the sentence is another one by now."""
        if spot is None or self.seen is None or self.seen.question.pair != self.session.pair:
            return
        card, view = self.card(spot.card), self.session.view
        shown = view.distribution_at == card.position
        if spot.part is Part.GUESS:
            self.picked.emit(card.position, card.guesses[spot.guess].token)
        elif spot.part is Part.CURVE:
            self._show_all(None if shown else card.position)
        elif spot.part is Part.CLOSE and card.position in view.asked:
            self.session.set_view(
                marked("Close a prediction"),
                asked=tuple(p for p in view.asked if p != card.position),
                distribution_at=None if shown else view.distribution_at,
            )

    def _show_all(self, position: int | None) -> None:
        self.session.set_view(marked("Show a distribution"), distribution_at=position)

    def _focus_moved(self, position: int) -> None:
        if position in self.positions and self.spot is None:
            self.reveal(self.positions.index(position))
        self.viewport().update()


def _share_words(guess: Guess) -> str:
    """A guess with its probability, or with both models'."""
    token, shares = f"<b>{escaped(guess.token)}</b>", guess.shares
    if len(shares) == 1:
        return f"{token} · p {shares[0].fine}"
    a, b = shares
    words = f"{token} · A: p {a.fine} · B: p {b.fine}"
    if a.is_bound or b.is_bound:
        bound = tr("≤: it isn't among the likeliest that were asked for")
        return f"{words}<br>{bound}"
    return f"{words} · B − A = {signed(b.value - a.value, 6)}"


class PredictionControls(QWidget):
    """How many guesses a card lists."""

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__()
        self._session = session
        self._appearance = appearance
        self.top_k = named(QSpinBox(), tr("Guesses that each prediction lists"), tr(TOP_K_TIP))
        self.top_k.setRange(1, MOST_GUESSES)
        self.top_k.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        lay_in_row(self, (label(tr("top")), self.top_k))
        self.top_k.valueChanged.connect(self._set)
        session.changed.connect(self._show)
        appearance.changed.connect(self._set_width)
        self._set_width()
        self._show()

    def _set(self, count: int) -> None:
        self._session.set_view(marked("Change how many guesses are listed"), top_k=count)

    def _show(self) -> None:
        with QSignalBlocker(self.top_k):
            self.top_k.setValue(self._session.view.top_k)

    def _set_width(self) -> None:
        self.top_k.setFixedWidth(self._appearance.theme.px(44))
