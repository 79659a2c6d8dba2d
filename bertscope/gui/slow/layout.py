"""Where tokens stand: in columns above their vectors, or running like words on a page."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from bertscope.gui.painting import text_width
from bertscope.gui.theme import Theme

NAMES, LEAST, MOST, GAP = 128, 58, 118, 6
"""Design pixels: the names of rows, the least and the most width of a column, what lies between."""
SIZES = (30, 26, 22, 18, 15, 12, 10)
"""Of the type of running tokens: the largest that fits is taken."""


@dataclass(frozen=True)
class Columns:
    """A column a token; those that don't fit are scrolled to."""

    theme: Theme
    width: float
    count: int

    @property
    def pitch(self) -> float:
        """From one column to the next."""
        room = (self.width - self.theme.px(NAMES)) / max(1, self.count)
        return min(max(room, self.theme.px(LEAST)), self.theme.px(MOST))

    @property
    def whole(self) -> float:
        """The width of all of them, with the names of the rows."""
        return self.theme.px(NAMES) + self.pitch * self.count

    def cell(self, column: int, top: float, height: float, scroll: float = 0.0) -> QRectF:
        left = self.theme.px(NAMES) + self.pitch * column - scroll
        gap = self.theme.px(GAP)
        return QRectF(left + gap / 2, top, self.pitch - gap, height)


@dataclass(frozen=True)
class Flow:
    """Tokens in lines: their boxes, the size of their type, and how many found no room."""

    boxes: tuple[QRectF, ...]
    size: int
    left_out: int


def flow(theme: Theme, tokens: Sequence[str], room: QRectF) -> Flow:
    """Lay tokens out in lines, in type as large as the room allows."""
    for size in SIZES:
        boxes = _lines(theme, tokens, room, size)
        if not boxes or boxes[-1].bottom() <= room.bottom():
            return Flow(tuple(boxes), size, 0)
    fitting = [box for box in boxes if box.bottom() <= room.bottom()]
    return Flow(tuple(fitting), size, len(boxes) - len(fitting))


def _lines(theme: Theme, tokens: Sequence[str], room: QRectF, size: int) -> list[QRectF]:
    font, pad, gap = theme.mono(size), theme.px(size * 0.55), theme.px(GAP)
    height, x, y = theme.px(size * 1.9), room.left(), room.top()
    boxes = []
    for token in tokens:
        width = text_width(token, font) + 2 * pad
        if x > room.left() and x + width > room.right():
            x, y = room.left(), y + height + theme.px(size * 0.9)
        boxes.append(QRectF(x, y, width, height))
        x += width + gap
    return boxes
