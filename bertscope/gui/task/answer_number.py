"""A number, from C: the vectors as strips, and the number on a scale."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from bertscope.gui.compare.marks import side_bar
from bertscope.gui.language import marked, tr
from bertscope.gui.outputs.verdict_geometry import Geometry
from bertscope.gui.outputs.way_from_c import WayFromC, arrow
from bertscope.gui.painting import text
from bertscope.gui.prober import Seen
from bertscope.gui.state import Side
from bertscope.gui.task.answer_face import Room
from bertscope.gui.theme import Theme
from bertscope.gui.wording import number, signed
from bertscope.wire.messages import Answer

ENDS = (1.0, 5.0, 10.0, 100.0, 1000.0)
"""Where scales end; beyond the last one at the number itself."""
NUMBER = marked("A linear layer turns the pooled vector into one number: w·tanh(W·C + b) + d.")


def scale_of(values: list[float]) -> tuple[float, float]:
    """The ends of a scale that holds numbers: from 0, or on both sides of it."""
    most = max(abs(value) for value in values)
    end = next((end for end in ENDS if most <= end), most)
    return (-end if min(values) < 0 else 0.0), end


class NumberFace:
    """The way from C to a number.

    Parameters
    ----------
    seen, side
        The look, and whose vectors are shown.
    answers
        Of each model that is shown.
    """

    def __init__(self, seen: Seen, side: Side, answers: Mapping[Side, Answer]) -> None:
        self._is_pair, self._way = side is Side.DIFFERENCE, WayFromC(seen, side)
        self._values = {side: answer.logits[0] for side, answer in answers.items()}

    @property
    def words(self) -> str:
        values = [number(value) for value in self._values.values()]
        if not self._is_pair:
            return tr("The answer is {answer}.", answer=values[0])
        return tr("A answers {a}. B answers {b}.", a=values[0], b=values[1])

    def _geometry(self, room: Room) -> Geometry:
        theme = room.theme
        return Geometry.of(
            theme,
            room.width,
            room.height,
            is_pair=self._is_pair,
            answers=2 if not self._is_pair else 1,
            names=theme.px(8),
        )

    def height(self, room: Room) -> float:
        return self._geometry(room).line(2).top()

    def bottom_of_answer(self, room: Room) -> float:
        return 0.0

    def paint(self, painter: QPainter, room: Room, focus: int) -> None:
        theme, geometry = room.theme, self._geometry(room)
        self._way.paint(painter, theme, geometry)
        arrow(painter, theme, geometry.between(1), tr("w·pooled + d, a number"))
        for place, (side, value) in enumerate(self._values.items()):
            self._bar(painter, theme, geometry, place, side, value)
        if not self._is_pair:
            self._ends(painter, theme, geometry)

    def _bar(
        self,
        painter: QPainter,
        theme: Theme,
        geometry: Geometry,
        place: int,
        side: Side,
        value: float,
    ) -> None:
        """The scale filled up to the number, from the left, with the number before it."""
        palette, line = theme.palette, geometry.line(place)
        start, end = geometry.letter
        if self._is_pair:
            letter = QRectF(start, line.top(), end - start, line.height())
            text(painter, letter, side.value, theme.bold(11), palette.muted)
        start, end = geometry.logit
        there = QRectF(0 if not self._is_pair else start, line.top(), 0, line.height())
        there.setRight(end)
        font, right = theme.mono(15, theme.bold(15).weight()), Qt.AlignmentFlag.AlignRight
        text(painter, there, number(value, 2), font, palette.text, right)
        low, high = scale_of(list(self._values.values()))
        start, end = geometry.track
        thick = min(theme.px(12), line.height() * 0.6)
        track = QRectF(start, line.center().y() - thick / 2, max(1.0, end - start), thick)
        of = side if self._is_pair else Side.A
        share = (value - low) / (high - low)
        side_bar(painter, track, share, theme.px(2), (palette.track, palette.nsp), of)
        if self._is_pair:
            rest = QRectF(end, line.top(), geometry.width - end, line.height())
            text(painter, rest, f"{low:g}…{high:g}", theme.mono(11), palette.muted, right)

    def _ends(self, painter: QPainter, theme: Theme, geometry: Geometry) -> None:
        """The numbers at which the scale begins and ends, below it."""
        (start, end), line = geometry.track, geometry.line(1)
        room = QRectF(start, line.top(), end - start, theme.px(14))
        font, muted = theme.mono(11), theme.palette.muted
        low, high = scale_of(list(self._values.values()))
        text(painter, room, number(low, 0), font, muted)
        text(painter, room, f"{high:g}", font, muted, Qt.AlignmentFlag.AlignRight)

    def tip(self, point: QPointF, room: Room) -> str:
        if on_strips := self._way.tip(point, self._geometry(room)):
            return on_strips
        values = list(self._values.values())
        if not self._is_pair:
            return f"{number(values[0], 4)}. {tr(NUMBER)}"
        a, b = values
        change = signed(b - a, 4)
        both = f"A: {number(a, 4)} · B: {number(b, 4)} · B − A = {change}"
        return f"{both}<br>{tr(NUMBER)}"

    def position_at(self, point: QPointF, room: Room) -> int:
        """[CLS] under the strips of C, which is its last hidden state."""
        return 0 if point.y() < self._geometry(room).vector(0).bottom() else -1
