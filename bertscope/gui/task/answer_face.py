"""What the answer looks like: another face for each kind of task."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from bertscope.gui.painting import paragraph
from bertscope.gui.prober import Seen
from bertscope.gui.state import Side
from bertscope.gui.theme import Theme
from bertscope.wire.messages import Answer


@dataclass(frozen=True)
class Room:
    """What a face has to itself, in pixels.

    Attributes
    ----------
    height
        What can be seen at once.
    down
        How far is scrolled to what doesn't fit.
    """

    theme: Theme
    width: float
    height: float
    down: float = 0.0


class Face(Protocol):
    """One way to show what is answered."""

    @property
    def words(self) -> str:
        """What is answered, in a sentence for those who hear it."""
        ...

    def height(self, room: Room) -> float:
        """How high all of it is."""
        ...

    def paint(self, painter: QPainter, room: Room, focus: int) -> None:
        """Paint all of it, the token `focus` lit; -1 for none."""
        ...

    def tip(self, point: QPointF, room: Room) -> str:
        """What a tooltip says of a point; empty for the view's own."""
        ...

    def position_at(self, point: QPointF, room: Room) -> int:
        """The token under a point, -1 for none."""
        ...

    def bottom_of_answer(self, room: Room) -> float:
        """Where what is answered ends: so far is scrolled to see it."""
        ...


class NothingToRead:
    """What is said where a question or its passage is missing."""

    def __init__(self, words: str) -> None:
        self.words = words

    def height(self, room: Room) -> float:
        return 0.0

    def bottom_of_answer(self, room: Room) -> float:
        return 0.0

    def paint(self, painter: QPainter, room: Room, focus: int) -> None:
        whole = QRectF(0, 0, room.width, room.height)
        paragraph(painter, whole, self.words, room.theme.sans(13), room.theme.palette.muted)

    def tip(self, point: QPointF, room: Room) -> str:
        return self.words

    def position_at(self, point: QPointF, room: Room) -> int:
        return -1


def answers_of(seen: Seen, side: Side) -> dict[Side, Answer]:
    """What is answered by each model that is shown; of B − A by both."""
    sides = (Side.A, Side.B) if side is Side.DIFFERENCE else (side,)
    found = {side: seen.shown(side).answer for side in sides}
    return {side: answer for side, answer in found.items() if answer is not None}
