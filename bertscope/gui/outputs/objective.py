"""The objective of the pair as one equation with its real numbers."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter

from bertscope.gui.canvas import Canvas
from bertscope.gui.compare.tables import side_by_side
from bertscope.gui.language import marked, tr
from bertscope.gui.outputs.equation import Meaning, Piece, pair, summed
from bertscope.gui.outputs.equation_layout import Placed, font_of, place
from bertscope.gui.painting import paragraph, rounded, text, text_width
from bertscope.gui.prober import Seen
from bertscope.gui.session import Session
from bertscope.gui.state import Side
from bertscope.gui.table import Table
from bertscope.gui.theme import Appearance
from bertscope.gui.wording import WAITING, escaped
from bertscope.wire.messages import Answer, Look

COLUMNS = ("position", "token", "probability", "loss")
NONE_IN_COMMON = marked("There is no loss that both A and B have: look at A or at B.")
NOTHING = marked(
    "Choose a token, or type a sentence B: without both there is nothing to learn from."
)


class ObjectiveView(Canvas):
    """Masked-LM loss, next-sentence loss and their sum, on one line or, if narrow, on more."""

    TEACHES = marked(
        "The objective of this pair: L = −(1/|M|) Σ_{i∈M} ln p(w_i | masked pair) − "
        "ln P(label | C), with M the chosen positions, w_i the tokens that stood there and C "
        "the vector of [CLS] (Devlin et al. 2018)."
    )

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__(appearance, tr("The objective of this pair"))
        self._session = session
        self._seen: Seen | None = None
        self._shown: Seen | None = None
        self._room: tuple[float, float, float] | None = None
        self._placed: list[Placed] = []
        session.focused.connect(self.viewport().update)

    def show_seen(self, seen: Seen | None) -> None:
        self._seen = self._shown = seen
        if seen is not None and (side := seen.side(self._session.view.side)) is not Side.DIFFERENCE:
            self._shown = seen.alone(side)
        self._room = None
        self.viewport().update()

    def numbers(self) -> Table | None:
        seen = self._seen
        if seen is None:
            return None
        words = seen.question.reader.tokenizer.vocabulary
        a = _table(seen.look, words)
        if seen.other is None:
            return a
        return side_by_side(a, _table(seen.other, words), ("position", "token"))

    # --- Geometry -------------------------------------------------------------------------------

    def placed(self, width: float, height: float) -> list[Placed]:
        """The pieces of the equation where they stand in a room of this size."""
        room = (width, height, self.theme.scale)
        if self._room != room:
            assert self._shown is not None
            self._room = room
            self._placed = place(self._shown, self.theme, width, height)
        return self._placed

    @property
    def _instead(self) -> str:
        """What is said where there is no equation."""
        seen = self._shown
        if seen is None:
            return tr(WAITING)
        if seen.other is not None:
            return "" if pair(seen, seen.other, lettered=False) else tr(NONE_IN_COMMON)
        return "" if seen.look.answer or summed(seen.look) is not None else tr(NOTHING)

    # --- Painting -------------------------------------------------------------------------------

    def paint(self, painter: QPainter, width: float, height: float, scroll: float) -> None:
        theme = self.theme
        if self._instead:
            whole = QRectF(0, 0, width, height)
            paragraph(painter, whole, self._instead, theme.sans(13), theme.palette.muted)
            return
        for placed in self.placed(width, height):
            self._piece(painter, placed)

    def _piece(self, painter: QPainter, placed: Placed) -> None:
        theme, palette, piece = self.theme, self.theme.palette, placed.piece
        if piece.position >= 0 and piece.position == self._session.focus:
            lit = placed.rect.united(placed.below).adjusted(-3, 0, 3, 0)
            rounded(painter, lit, theme.px(4), palette.chip, palette.chosen_edge)
        shade = {
            Meaning.MLM: palette.mlm,
            Meaning.NSP: palette.nsp,
            Meaning.TASK: palette.nsp,
            Meaning.TOTAL: palette.text,
            Meaning.SIGN: palette.muted,
            Meaning.WORDS: palette.muted,
        }[piece.meaning]
        font = font_of(piece, theme)
        if piece.sub:
            sub = placed.rect.adjusted(text_width(piece.words, font), theme.px(5), 0, theme.px(5))
            text(painter, sub, piece.sub, theme.bold(10), shade)
            text(painter, placed.rect, piece.words, font, shade)
        else:
            text(painter, placed.rect, piece.words, font, shade, Qt.AlignmentFlag.AlignHCenter)
        if placed.below.height():
            centre = Qt.AlignmentFlag.AlignHCenter
            text(painter, placed.below, piece.below, theme.sans(11), palette.muted, centre)

    # --- Mouse ----------------------------------------------------------------------------------

    def _piece_at(self, point: QPointF) -> Piece | None:
        if self._instead:
            return None
        view = self.viewport()
        return next(
            (
                placed.piece
                for placed in self.placed(view.width(), view.height())
                if placed.rect.united(placed.below).adjusted(-3, 0, 3, 0).contains(point)
            ),
            None,
        )

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        piece = self._piece_at(event.position())
        self._session.set_focus(piece.position if piece else -1)

    def leaveEvent(self, event: QEvent) -> None:
        self._session.set_focus(-1)

    def tip(self, point: QPointF) -> str:
        """What a tooltip says of a point, as rich text."""
        piece = self._piece_at(point)
        return escaped(piece.tip if piece and piece.tip else tr(self.TEACHES))


def _table(look: Look, words: Sequence[str]) -> Table:
    """A row a chosen token, then the losses."""
    if look.answer is not None:
        return Table(COLUMNS, [_task_row(look.answer)])
    rows: list[tuple[int | str, str, float | None, float | None]] = [
        (p.position, words[p.original_id], p.original_probability, p.loss)
        for p in look.predictions
        if p.chosen
    ]
    rows += [
        ("masked LM", "", None, look.mlm_loss),
        ("next sentence", "", None, look.nsp_loss),
        ("total", "", None, summed(look)),
    ]
    return Table(COLUMNS, rows)


def _task_row(answer: Answer) -> tuple[str, str, float | None, float | None]:
    """The loss of a fine-tuned model; the cells are empty where no label is set."""
    if answer.label is None:
        return ("task", "", None, None)
    return ("task", answer.labels[answer.label], answer.probabilities[answer.label], answer.loss)
