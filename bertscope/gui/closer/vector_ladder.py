"""The head of the vector view: whose vector it is, and the way through its rows and layers."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from bertscope.gui.closer.inspected import Inspected, row_shade
from bertscope.gui.closer.vectors import rungs
from bertscope.gui.language import marked, tr
from bertscope.gui.painting import rounded, text, text_width
from bertscope.gui.state import Row
from bertscope.gui.theme import Theme

LONG = {
    Row.TOKEN: marked("token"),
    Row.SEGMENT: marked("segment"),
    Row.POSITION: marked("position"),
    Row.SUM: marked("sum"),
    Row.NORMALIZED: "LayerNorm",
}
SHORT = {
    Row.TOKEN: marked("tok"),
    Row.SEGMENT: marked("seg"),
    Row.POSITION: marked("pos"),
    Row.SUM: marked("sum"),
    Row.NORMALIZED: "LN",
}
NAME_ROOM = 96
"""Design pixels that the token's name keeps for itself."""


@dataclass(frozen=True)
class Ladder:
    """The rungs as they are drawn: a name and a place each."""

    names: list[str]
    places: list[QRectF]

    @classmethod
    def of(cls, theme: Theme, head: QRectF, layers: int) -> "Ladder":
        """As much of the ladder as has room: with long names, with short ones, or none."""
        steps = rungs(layers)
        for inputs in (LONG, SHORT):
            names = [str(layer) if row is Row.HIDDEN else tr(inputs[row]) for row, layer in steps]
            wides = [text_width(name, theme.bold(11)) + theme.px(10) for name in names]
            if sum(wides) <= head.width() - theme.px(NAME_ROOM):
                return cls(names, _places(theme, head, wides))
        return cls([], [])

    def at(self, point: QPointF) -> int | None:
        """The rung under a point."""
        found = (i for i, place in enumerate(self.places) if place.contains(point))
        return next(found, None)

    def beside(self, head: QRectF) -> QRectF:
        """What the ladder leaves of the head."""
        room = QRectF(head.left(), head.top(), head.width() - 8, head.height())
        if self.places:
            room.setRight(self.places[0].left() - 8)
        return room

    def paint(self, painter: QPainter, theme: Theme, rung: int) -> None:
        """Draw it, with the rung marked that the vector stands on."""
        palette = theme.palette
        for i, (name, place) in enumerate(zip(self.names, self.places, strict=True)):
            if i == rung:
                rounded(painter, place.adjusted(1, 1, -1, -1), 4, palette.chip, palette.chosen_edge)
            font = theme.bold(11) if i == rung else theme.sans(11)
            shade = palette.text if i == rung else palette.muted
            text(painter, place, name, font, shade, Qt.AlignmentFlag.AlignHCenter)


def paint_name(
    painter: QPainter, theme: Theme, room: QRectF, shown: Inspected, model: str = ""
) -> None:
    """The token in the colour of its row, its position, and whose it is of two models."""
    vector = shown.vector
    segment = shown.seen.question.pair.segments[vector.position]
    shade = row_shade(vector.row, segment, theme.palette)
    font, line = theme.mono(13), theme.px(18)
    wide = min(text_width(shown.token, font) + theme.px(8), 0.75 * room.width())
    text(painter, QRectF(room.left(), room.top(), wide, line), shown.token, font, shade)
    where = f"{vector.position}"
    if room.width() > theme.px(160):
        where = tr("position {position}", position=vector.position)
    where = f"{model} · {where}" if model else where
    rest = QRectF(room.left() + wide, room.top(), room.width() - wide, line)
    text(painter, rest, where, theme.sans(11), theme.palette.muted)


def _places(theme: Theme, head: QRectF, wides: list[float]) -> list[QRectF]:
    left, places = head.right() - sum(wides), []
    for wide in wides:
        places.append(QRectF(left, head.top(), wide, theme.px(18)))
        left += wide
    return places
