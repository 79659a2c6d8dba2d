"""One of some classes, from C: the vectors as strips, and a bar for each class."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from bertscope.gui.language import tr
from bertscope.gui.outputs.answer_bars import AnswerBars, Bar, Line
from bertscope.gui.outputs.verdict_geometry import NAMES, Geometry
from bertscope.gui.outputs.way_from_c import WayFromC
from bertscope.gui.painting import text, text_width
from bertscope.gui.prober import Seen
from bertscope.gui.state import Side
from bertscope.gui.task.answer_face import Room
from bertscope.gui.theme import Theme
from bertscope.gui.wording import escaped, fine_percent, loss, percent, signed
from bertscope.wire.messages import Answer

IN_ORDER = 6
"""So many classes keep their places while the model learns; of more the likeliest come first."""
LOSS = 18
"""Design pixels: the line of the loss."""


class ClassesFace:
    """The way from C to the classes.

    Parameters
    ----------
    seen, side
        The look, and whose vectors are shown.
    answers
        Of each model that is shown.
    """

    def __init__(self, seen: Seen, side: Side, answers: Mapping[Side, Answer]) -> None:
        self._answers, self._is_pair = answers, side is Side.DIFFERENCE
        self._way = WayFromC(seen, side)
        self._first = next(iter(answers.values()))
        count, shares = len(self._first.labels), self._first.probabilities
        self._order = list(range(count))
        if count > IN_ORDER:
            self._order.sort(key=lambda label: -shares[label])

    @property
    def words(self) -> str:
        said = [f"{a.labels[a.said]}, {percent(a.probabilities[a.said])}" for a in self._each]
        if not self._is_pair:
            return tr("The answer is {answer}.", answer=said[0])
        return tr("A answers {a}. B answers {b}.", a=said[0], b=said[1])

    @property
    def _each(self) -> list[Answer]:
        return list(self._answers.values())

    def _line(self, label: int) -> Line:
        return Line(
            self._first.labels[label],
            [Bar(side, a.logits[label], a.probabilities[label]) for side, a in self._each_side],
            is_right=label == self._first.label,
            is_said=any(a.said == label for a in self._each),
        )

    @property
    def _each_side(self) -> list[tuple[Side, Answer]]:
        return list(self._answers.items())

    # --- Geometry -------------------------------------------------------------------------------

    def _geometry(self, room: Room) -> Geometry:
        theme, lines = room.theme, [self._line(label) for label in self._order]
        font = theme.mono(12, theme.bold(12).weight())
        widest = max(text_width(line.words, font) for line in lines) + theme.px(8)
        names = min(max(widest, theme.px(NAMES)), room.width * 0.4)
        return Geometry.of(
            theme,
            room.width,
            room.height - theme.px(LOSS),
            is_pair=self._is_pair,
            answers=len(lines),
            names=names,
        )

    def height(self, room: Room) -> float:
        bars = len(self._order) * len(self._answers)
        return self._geometry(room).line(bars).top() + room.theme.px(LOSS)

    def bottom_of_answer(self, room: Room) -> float:
        return 0.0

    def _label_at(self, y: float, geometry: Geometry) -> int | None:
        place = int((y - geometry.line(0).top()) // (geometry.bar * len(self._answers)))
        return self._order[place] if 0 <= place < len(self._order) else None

    # --- Painting -------------------------------------------------------------------------------

    def paint(self, painter: QPainter, room: Room, focus: int) -> None:
        geometry = self._geometry(room)
        self._way.paint(painter, room.theme, geometry)
        bars = AnswerBars(painter, room.theme, geometry)
        bars.heads()
        for place, label in enumerate(self._order):
            bars.line(place, self._line(label))
        self._loss(painter, room.theme, geometry)

    def _loss(self, painter: QPainter, theme: Theme, geometry: Geometry) -> None:
        """−ln p of the label, or how to have one."""
        top = geometry.line(len(self._order) * len(self._answers)).top()
        line = QRectF(0, top, geometry.width, theme.px(LOSS))
        text(painter, line, self._loss_words, theme.sans(11), theme.palette.muted)

    @property
    def _loss_words(self) -> str:
        label = self._first.label
        if label is None:
            return tr("▸ is the answer · no label is set: choose above which class is right")
        losses = [(side, a.loss) for side, a in self._each_side if a.loss is not None]
        told = " · ".join(
            f"{f'{side.value}: ' if self._is_pair else ''}{loss(value)}" for side, value in losses
        )
        return tr(
            "▸ is the answer, ✓ the label · loss −ln p({label}) = {losses}",
            label=self._first.labels[label],
            losses=told,
        )

    # --- Words ----------------------------------------------------------------------------------

    def tip(self, point: QPointF, room: Room) -> str:
        geometry = self._geometry(room)
        if on_strips := self._way.tip(point, geometry):
            return on_strips
        label = self._label_at(point.y(), geometry)
        if label is None:
            return ""
        told = [self._told(side, a, label) for side, a in self._each_side]
        if self._is_pair:
            a, b = (x.probabilities[label] for x in self._each)
            told.append(f"B − A = {signed(b - a, 4)}")
        name = f"<b>{escaped(self._first.labels[label])}</b>"
        return "<br>".join([name, *told, tr("p = e^logit / Σ e^logit over all classes")])

    def _told(self, side: Side, answer: Answer, label: int) -> str:
        """The numbers of a class in one model."""
        share = fine_percent(answer.probabilities[label])
        words = tr("logit {logit:.4f}, p {share}", logit=answer.logits[label], share=share)
        return f"{side.value}: {words}" if self._is_pair else words

    def position_at(self, point: QPointF, room: Room) -> int:
        """[CLS] under the strips of C, which is its last hidden state."""
        return 0 if point.y() < self._geometry(room).vector(0).bottom() else -1
