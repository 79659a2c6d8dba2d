"""The symbols of the buttons that train and travel, drawn so that every machine shows the same."""

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF

SIDE = 64


class Symbol(StrEnum):
    """What a button does."""

    RESET = "reset"
    STEP = "step"
    FIRST = "first"
    PREVIOUS = "previous"
    PLAY = "play"
    PAUSE = "pause"
    NEXT = "next"
    NEWEST = "newest"
    EXPORT = "export"


_SHAPES: dict[Symbol, tuple[tuple[tuple[int, int], ...], ...]] = {
    Symbol.RESET: (((44, 2), (46, 24), (24, 18)),),
    Symbol.STEP: (((14, 6), (44, 32), (14, 58)), ((46, 6), (54, 6), (54, 58), (46, 58))),
    Symbol.FIRST: (((50, 12), (24, 32), (50, 52)), ((12, 12), (19, 12), (19, 52), (12, 52))),
    Symbol.PREVIOUS: (((44, 12), (16, 32), (44, 52)),),
    Symbol.PLAY: (((15, 7), (55, 32), (15, 57)),),
    Symbol.PAUSE: (
        ((15, 9), (27, 9), (27, 55), (15, 55)),
        ((37, 9), (49, 9), (49, 55), (37, 55)),
    ),
    Symbol.NEXT: (((20, 12), (48, 32), (20, 52)),),
    Symbol.NEWEST: (((14, 12), (40, 32), (14, 52)), ((45, 12), (52, 12), (52, 52), (45, 52))),
    Symbol.EXPORT: (
        ((28, 6), (36, 6), (36, 26), (48, 26), (32, 44), (16, 26), (28, 26)),
        ((10, 50), (54, 50), (54, 57), (10, 57)),
    ),
}
"""Filled shapes on a square of `SIDE`."""


def icon(symbol: Symbol, shade: str, faded: str = "", dot: str = "") -> QIcon:
    """A symbol in a colour.

    Parameters
    ----------
    faded
        The colour where its button can't be pressed; empty to leave it to the style.
    dot
        The colour of a dot in its middle; empty for none.
    """
    made = QIcon(_picture(symbol, shade, dot))
    if faded:
        made.addPixmap(_picture(symbol, faded, dot), QIcon.Mode.Disabled)
    return made


def _picture(symbol: Symbol, shade: str, dot: str) -> QPixmap:
    picture = QPixmap(SIDE, SIDE)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(shade))
        for shape in _SHAPES[symbol]:
            painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in shape]))
        if dot:
            painter.setBrush(QColor(dot))
            painter.drawEllipse(QRectF(24, 24, 16, 16))
        if symbol is Symbol.RESET:  # An arrow that turns back.
            painter.setPen(QPen(QColor(shade), 7))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawArc(12, 12, 40, 40, 60 * 16, 290 * 16)
    return picture
