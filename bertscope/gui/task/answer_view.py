"""What a fine-tuned model answers of one's own sentences."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QWheelEvent

from bertscope.gui.canvas import Canvas
from bertscope.gui.compare.agree import why_no_answers
from bertscope.gui.language import marked, tr
from bertscope.gui.painting import paragraph
from bertscope.gui.prober import Seen
from bertscope.gui.session import Session
from bertscope.gui.state import Side
from bertscope.gui.table import Table
from bertscope.gui.task.answer_classes import ClassesFace
from bertscope.gui.task.answer_face import Face, NothingToRead, Room, answers_of
from bertscope.gui.task.answer_number import NumberFace
from bertscope.gui.task.answer_span import SpanFace
from bertscope.gui.task.answer_table import answer_table
from bertscope.gui.task.passage import Passage
from bertscope.gui.theme import Appearance
from bertscope.gui.wording import WAITING
from bertscope.text.pair import Source
from bertscope.wire.messages import Kind

NOT_TUNED = marked(
    "This model has the heads of pre-training. Fine-tune it on a task, and here stands what it "
    "answers of your own sentences."
)
NO_PASSAGE = marked("B is empty: type a passage there, and its question into A.")
NO_QUESTION = marked("A is empty: type a question there that the passage in B may answer.")
TURN = 0.5
"""Pixels that a step of the wheel's turn scrolls."""


class AnswerView(Canvas):
    """A class with all bars, a number on its scale, or an answer marked in the passage.

    Where B − A is to be shown the strips of vectors are that, and the bars are both models'.
    """

    TEACHES = marked(
        "A fine-tuned model has one new layer on top: classes and numbers come from C, "
        "softmax(W·C′ + b) with C′ = tanh(pooler of C); an answer in a passage from all T, with a "
        "start vector S and an end vector E: P(start at i) = softmax_i(S·T_i) (Devlin et al. 2018)."
    )

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__(appearance, tr("What the fine-tuned model answers"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._session = session
        self._seen: Seen | None = None
        self._face: Face | None = None
        self._kept = -1
        session.focused.connect(self.viewport().update)

    def show_seen(self, seen: Seen | None) -> None:
        before, self._seen = self._seen, seen
        self._face = self._face_of(seen) if seen else None
        self.setAccessibleDescription(self._face.words if self._face else self.instead)
        self.refresh()
        if seen and (before is None or before.question.pair != seen.question.pair):
            self._reveal_answer()

    def _face_of(self, seen: Seen) -> Face | None:
        """How what is answered is shown; None where nothing is, or it can't be compared."""
        side = seen.side(self._session.view.side)
        answers = answers_of(seen, side)
        if not answers or self._why_not_both(seen, side):
            return None
        kind = next(iter(answers.values())).kind
        if kind is Kind.CLASSIFICATION:
            return ClassesFace(seen, side, answers)
        if kind is Kind.REGRESSION:
            return NumberFace(seen, side, answers)
        for source, words in ((Source.B, NO_PASSAGE), (Source.A, NO_QUESTION)):
            if source not in seen.question.pair.sources:
                return NothingToRead(tr(words))
        return SpanFace(seen, Passage.of(self._session, seen), answers)

    def _why_not_both(self, seen: Seen, side: Side) -> str:
        if seen.other is None or side is not Side.DIFFERENCE:
            return ""
        return why_no_answers(seen.look, seen.other)

    @property
    def instead(self) -> str:
        """What is said where there is no answer."""
        seen = self._seen
        if seen is None:
            return tr(WAITING)
        return self._why_not_both(seen, seen.side(self._session.view.side)) or tr(NOT_TUNED)

    def numbers(self) -> Table | None:
        return answer_table(self._session, self._seen) if self._seen else None

    # --- Geometry -------------------------------------------------------------------------------

    @property
    def room(self) -> Room:
        """What can be seen at once."""
        view = self.viewport()
        return Room(self.theme, view.width(), view.height(), self.down)

    @property
    def down(self) -> float:
        """Pixels scrolled."""
        return float(self.verticalScrollBar().value())

    def refresh(self) -> None:
        """The content is another one now."""
        super().refresh()
        room, bar = self.room, self.verticalScrollBar()
        high = self._face.height(room) if self._face else 0.0
        bar.setPageStep(round(room.height))
        bar.setSingleStep(self.theme.px(20))
        bar.setRange(0, max(0, round(high - room.height)))

    def _reveal_answer(self) -> None:
        """Scroll to what is answered of another pair."""
        room = self.room
        bottom = self._face.bottom_of_answer(room) if self._face else 0.0
        self.verticalScrollBar().setValue(max(0, round(bottom - room.height)))

    def whole_size(self) -> QSize:
        """The size of the picture with nothing scrolled away."""
        size, room = super().whole_size(), self.room
        high = self._face.height(room) if self._face else 0.0
        return QSize(size.width(), max(size.height(), round(high) + 1))

    # --- Painting -------------------------------------------------------------------------------

    def paint(self, painter: QPainter, width: float, height: float, scroll: float) -> None:
        if self._face is None:
            theme, whole = self.theme, QRectF(0, 0, width, height)
            paragraph(painter, whole, self.instead, theme.sans(13), theme.palette.muted)
            return
        painter.translate(0, -self.down)
        room = Room(self.theme, width, height, self.down)
        self._face.paint(painter, room, self._session.focus)

    def paint_whole(self, painter: QPainter, width: float, height: float) -> None:
        if self._face is None:
            self.paint(painter, width, height, 0.0)
            return
        room = Room(self.theme, width, self.viewport().height())
        self._face.paint(painter, room, self._session.focus)

    # --- Mouse and keyboard ---------------------------------------------------------------------

    def _within(self, point: QPointF) -> QPointF:
        return QPointF(point.x(), point.y() + self.down)

    def _position_at(self, point: QPointF) -> int:
        face = self._face
        return face.position_at(self._within(point), self.room) if face else -1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self._position_at(event.position())
        self._session.set_focus(at if at >= 0 else self._kept)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A word that is clicked stays lit; a click elsewhere, or again, lets it go."""
        if event.button() is Qt.MouseButton.LeftButton:
            at = self._position_at(event.position())
            self._kept = -1 if at == self._kept else at
            self._session.set_focus(self._kept)

    def leaveEvent(self, event: QEvent) -> None:
        self._session.set_focus(self._kept)

    def wheelEvent(self, event: QWheelEvent) -> None:
        bar, turn = self.verticalScrollBar(), event.angleDelta().y()
        if bar.maximum() == 0 or turn == 0:
            super().wheelEvent(event)
            return
        bar.setValue(bar.value() - round(turn * TURN))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go from token to token, the others scroll."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key = Qt.Key(event.key())
        if self._face is not None and key in steps:
            self._session.step_focus(steps[key])
        else:
            super().keyPressEvent(event)

    def tip(self, point: QPointF) -> str:
        """What a tooltip says of a point, as rich text."""
        if self._face is None:
            return self.instead
        return self._face.tip(self._within(point), self.room) or tr(self.TEACHES)
