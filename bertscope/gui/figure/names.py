"""What stands under the strips of the input figure: E with its subscript, x, LN(x)."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from bertscope.gui.figure.content import BOTTOM, FigureContent
from bertscope.gui.painting import text_width
from bertscope.gui.palette import ink_of
from bertscope.gui.state import Side, Stage
from bertscope.gui.theme import Palette, Theme, colour


class Name(NamedTuple):
    """A name: ``base``, its subscript, what follows, its colour; ``kept`` ends the subscript."""

    base: str
    below: str
    after: str
    shade: str
    kept: str = ""


def name_of(content: FigureContent, palette: Palette, line: int, column: int) -> Name:
    """The name of one vector at the stage shown; Δ stands before that of a difference."""
    name = _plain_name(content, palette, line, column)
    return name._replace(base=f"Δ{name.base}") if content.side is Side.DIFFERENCE else name


def _plain_name(content: FigureContent, palette: Palette, line: int, column: int) -> Name:
    segment = content.pair.segments[column]
    token, letter = content.tokens[column], "AB"[segment]
    if line < BOTTOM:
        shade = palette.segment_b if segment else palette.segment_a
        below = (token, letter, str(column))[line]
        return Name("E", below, "", (palette.token, shade, palette.position)[line])
    match content.view.stage:
        case Stage.TOKEN:
            return Name("E", token, "", palette.token)
        case Stage.SEGMENT:
            return Name("E", token, "", palette.text, f"+{letter}")
        case Stage.LAYER_NORM:
            return Name("LN(x", str(column), ")", palette.text)
        case _:
            return Name("x", str(column), "", palette.text)


def paint_name(painter: QPainter, rect: QRectF, name: Name, theme: Theme) -> None:
    """Draw a name centred; where it is too long, its subscript is cut."""
    font, small = theme.mono(12), theme.mono(10)
    base_width, after_width = text_width(name.base, font), text_width(name.after, font)
    room = max(0.0, rect.width() - base_width - after_width - text_width(name.kept, small) - 4)
    below = QFontMetricsF(small).elidedText(name.below, Qt.TextElideMode.ElideRight, room)
    below += name.kept
    below_width = text_width(below, small)
    left = rect.center().x() - (base_width + below_width + after_width) / 2
    line = rect.center().y() + QFontMetricsF(font).ascent() * 0.36
    lower = line + QFontMetricsF(font).height() * 0.16
    painter.setPen(colour(ink_of(name.shade)))
    for words, at, face in (
        (name.base, QPointF(left, line), font),
        (below, QPointF(left + base_width, lower), small),
        (name.after, QPointF(left + base_width + below_width, line), font),
    ):
        if words:
            painter.setFont(face)
            painter.drawText(at, words)
