"""One weight taken apart: the query, the key, their product, its scaled sum, and the softmax."""

import numpy as np
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from bertscope.gui.attention.facts import Floats, Link
from bertscope.gui.attention.layout import thinned
from bertscope.gui.attention.shown import Shown
from bertscope.gui.heat_map import heat_map
from bertscope.gui.painting import fitting, text
from bertscope.gui.theme import Theme, colour
from bertscope.gui.token_names import sentence_shade

TITLE, LINE, NAMES = 17, 15, 13
STRIP, STRIP_GAP = 18, 4
LOWEST_STRIP, LOWEST_CHART = 7, 18
CLOSE = 16


def close_rect(theme: Theme, area: QRectF) -> QRectF:
    """Where a click ends the close look."""
    side = theme.px(CLOSE)
    return QRectF(area.right() - side, area.top(), side, side)


def paint_link(painter: QPainter, theme: Theme, area: QRectF, shown: Shown, link: Link) -> None:
    """Paint from top to bottom how the weight comes about; what has no room is left out."""
    painter.save()
    painter.setClipRect(area)
    _paint_title(painter, theme, area, shown, link)
    fixed = theme.px(TITLE + LINE) + 3 * theme.px(STRIP_GAP)
    strip = (area.height() - fixed) * 0.13
    strip = min(max(strip, theme.px(LOWEST_STRIP)), float(theme.px(STRIP)))
    top = area.top() + theme.px(TITLE)
    limit = float(max(np.abs(link.query_vector).max(), np.abs(link.key_vector).max())) or 1.0
    rows = (
        (f"q {shown.tokens[link.query]}", link.query_vector, limit),
        (f"k {shown.tokens[link.key]}", link.key_vector, limit),
        ("q∘k", link.product, float(np.abs(link.product).max()) or 1.0),
    )
    for words, vector, end in rows:
        rect = QRectF(area.left(), top, area.width(), strip)
        _paint_strip(painter, theme, rect, words, vector, end)
        top += strip + theme.px(STRIP_GAP)
    _paint_formula(painter, theme, QRectF(area.left(), top, area.width(), theme.px(LINE)), link)
    top += theme.px(LINE + 2)
    _paint_charts(painter, theme, QRectF(area.left(), top, area.width(), area.bottom() - top),
                  shown, link)  # fmt: skip
    painter.restore()


def _paint_title(painter: QPainter, theme: Theme, area: QRectF, shown: Shown, link: Link) -> None:
    palette, close = theme.palette, close_rect(theme, area)
    words = f"{shown.tokens[link.query]} → {shown.tokens[link.key]} · head {link.head + 1}"
    if len(shown.numbers) > 1:
        words += f", the first of {len(shown.numbers)} shown"
    title = QRectF(area.left(), area.top(), close.left() - area.left() - 4, theme.px(LINE))
    text(painter, title, words, theme.bold(12), palette.text)
    painter.setPen(QPen(colour(palette.muted), 1.5))
    cross = close.adjusted(*(theme.px(4) * sign for sign in (1, 1, -1, -1)))
    painter.drawLine(QLineF(cross.topLeft(), cross.bottomRight()))
    painter.drawLine(QLineF(cross.bottomLeft(), cross.topRight()))


def _paint_strip(
    painter: QPainter, theme: Theme, rect: QRectF, words: str, vector: Floats, limit: float
) -> None:
    label = QRectF(rect.left(), rect.center().y() - theme.px(7), theme.px(72), theme.px(14))
    text(painter, label, words, theme.mono(10), theme.palette.muted)
    strip = QRectF(label.right() + 4, rect.top(), rect.right() - label.right() - 5, rect.height())
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    painter.drawImage(strip, heat_map(vector[None], limit, theme.palette, fold=len(vector)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(colour(theme.palette.line))
    painter.drawRect(strip)


def _paint_formula(painter: QPainter, theme: Theme, rect: QRectF, link: Link) -> None:
    font = theme.bold(11)
    text(painter, rect, fitting(link.words, rect.width(), font), font, theme.palette.text)


def _paint_charts(painter: QPainter, theme: Theme, area: QRectF, shown: Shown, link: Link) -> None:
    """The scores and the weights of this query with every key."""
    if area.height() < theme.px(LOWEST_CHART):
        return
    winner = int(link.weights.argmax())
    named = [link.key, winner]
    if area.height() >= theme.px(LOWEST_CHART + NAMES):
        names = QRectF(area.left(), area.bottom() - theme.px(NAMES), area.width(), theme.px(NAMES))
        _paint_names(painter, theme, names, shown, named)
        area = area.adjusted(0, 0, 0, -theme.px(NAMES))
    if area.height() < theme.px(2 * (LINE + LOWEST_CHART)):
        _paint_bars(painter, theme, area, link.weights, link.key, shown)
        return
    half = area.height() / 2
    root = len(link.query_vector)
    for top, words, values in (
        (area.top(), f"q·k / √{root} with every key", link.scores),
        (
            area.top() + half,
            f"after softmax: {shown.tokens[winner]} wins with {link.weights[winner]:.3f}",
            link.weights,
        ),
    ):
        line = QRectF(area.left(), top, area.width(), theme.px(LINE))
        text(painter, line, words, theme.sans(11), theme.palette.muted)
        chart = QRectF(area.left(), line.bottom(), area.width(), half - line.height() - 2)
        _paint_bars(painter, theme, chart, values, link.key, shown)


def _paint_bars(
    painter: QPainter, theme: Theme, area: QRectF, values: Floats, key: int, shown: Shown
) -> None:
    """A bar a key, from zero up or down, in the colour of its sentence; this key's has a frame."""
    low, high = min(0.0, float(values.min())), max(0.0, float(values.max()))
    scale = area.height() / ((high - low) or 1.0)
    zero, pitch = area.bottom() + low * scale, area.width() / len(values)
    gap = min(3.0, 0.2 * pitch)
    for place, value in enumerate(values.tolist()):
        top = zero - max(value, 0.0) * scale
        left = area.left() + place * pitch
        bar = QRectF(left + gap / 2, top, max(pitch - gap, 0.7), max(abs(value) * scale, 0.5))
        shade = colour(sentence_shade(shown.sources[place], theme.palette), 0.9)
        painter.fillRect(bar, shade)
        if place == key:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour(theme.palette.text), 1.5))
            painter.drawRect(bar.adjusted(-1, -1, 1, 1))
    painter.setPen(colour(theme.palette.muted))
    painter.drawLine(QLineF(area.left(), zero, area.right(), zero))


def _paint_names(
    painter: QPainter, theme: Theme, area: QRectF, shown: Shown, named: list[int]
) -> None:
    pitch, least = area.width() / len(shown), theme.px(34)
    places = thinned(len(shown), pitch, least, named)
    if pitch * 4 < least:
        places = [place for place in places if place in named]
    for place in places:
        wide = max(pitch, float(least))
        left = area.left() + (place + 0.5) * pitch - wide / 2
        left = min(max(left, area.left()), area.right() - wide)
        shade = sentence_shade(shown.sources[place], theme.palette)
        font = theme.mono(10)
        rect = QRectF(left, area.top(), wide, area.height())
        text(painter, rect, shown.tokens[place], font, shade, Qt.AlignmentFlag.AlignHCenter)
