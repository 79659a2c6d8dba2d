"""One weight taken apart: the query, the key, their product, its scaled sum, and the softmax."""

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from bertscope.gui.attention.change import change_words
from bertscope.gui.attention.closely import Closely, Ends
from bertscope.gui.attention.facts import Floats, Link
from bertscope.gui.attention.layout import thinned
from bertscope.gui.attention.shown import Shown
from bertscope.gui.heat_map import heat_map
from bertscope.gui.language import tr
from bertscope.gui.painting import fitting, text
from bertscope.gui.state import Side
from bertscope.gui.theme import Theme, colour
from bertscope.gui.token_names import sentence_shade

TITLE, LINE, NAMES = 17, 15, 13
STRIP, STRIP_GAP = 18, 4
LOWEST_STRIP, LOWEST_CHART = 7, 18
CLOSE, BETWEEN = 16, 18
LABEL, SHORT_LABEL = 72, 40
"""Design pixels of the names before the strips: with their token, and beside those of B."""


def close_rect(theme: Theme, area: QRectF) -> QRectF:
    """Where a click ends the close look."""
    side = theme.px(CLOSE)
    return QRectF(area.right() - side, area.top(), side, side)


def paint_link(
    painter: QPainter, theme: Theme, area: QRectF, shown: Shown, closely: Closely
) -> None:
    """Paint how the weight comes about; in A and in B side by side where both are asked for."""
    painter.save()
    painter.setClipRect(area)
    _paint_title(painter, theme, area, shown, closely)
    count, gap = len(closely.links), theme.px(BETWEEN)
    wide = (area.width() - (count - 1) * gap) / count
    for place in range(count):
        left = area.left() + place * (wide + gap)
        column = QRectF(left, area.top(), wide, area.height())
        _paint_column(painter, theme, column, shown, closely, place)
    painter.restore()


def _paint_column(
    painter: QPainter, theme: Theme, area: QRectF, shown: Shown, closely: Closely, place: int
) -> None:
    """Paint one model's weight from top to bottom; what has no room is left out."""
    link = closely.links[place]
    letter = closely.letters[place] if len(closely.links) > 1 else ""
    fixed = theme.px(TITLE + LINE) + 3 * theme.px(STRIP_GAP)
    strip = (area.height() - fixed) * 0.13
    strip = min(max(strip, theme.px(LOWEST_STRIP)), float(theme.px(STRIP)))
    top = area.top() + theme.px(TITLE)
    rows = (
        (f"q {shown.tokens[link.query]}", link.query_vector, closely.vector),
        (f"k {shown.tokens[link.key]}", link.key_vector, closely.vector),
        ("q∘k", link.product, closely.product),
    )
    for words, vector, end in rows:
        rect = QRectF(area.left(), top, area.width(), strip)
        name = f"{letter} {words.split(' ')[0]}" if letter else words
        label = theme.px(SHORT_LABEL if letter else LABEL)
        _paint_strip(painter, theme, rect, label, name, vector, end)
        top += strip + theme.px(STRIP_GAP)
    line = QRectF(area.left(), top, area.width(), theme.px(LINE))
    _paint_formula(painter, theme, line, link, letter)
    top += theme.px(LINE + 2)
    charts = QRectF(area.left(), top, area.width(), area.bottom() - top)
    _paint_charts(painter, theme, charts, shown, closely, place)


def _paint_title(
    painter: QPainter, theme: Theme, area: QRectF, shown: Shown, closely: Closely
) -> None:
    palette, close, link = theme.palette, close_rect(theme, area), closely.links[0]
    words = tr(
        "{query} → {key} · head {head}",
        query=shown.tokens[link.query],
        key=shown.tokens[link.key],
        head=link.head + 1,
    )
    if len(closely.links) > 1:
        a, b = (float(found.weights[found.key]) for found in closely.links)
        words += f" · {Side.DIFFERENCE.value} {change_words(b - a)}"
    elif closely.letters[0]:
        words = f"{closely.letters[0]} · {words}"
    if len(shown.numbers) > 1:
        words = tr("{link}, the first of {count} shown", link=words, count=len(shown.numbers))
    title = QRectF(area.left(), area.top(), close.left() - area.left() - 4, theme.px(LINE))
    text(painter, title, words, theme.bold(12), palette.text)
    painter.setPen(QPen(colour(palette.muted), 1.5))
    cross = close.adjusted(*(theme.px(4) * sign for sign in (1, 1, -1, -1)))
    painter.drawLine(QLineF(cross.topLeft(), cross.bottomRight()))
    painter.drawLine(QLineF(cross.bottomLeft(), cross.topRight()))


def _paint_strip(
    painter: QPainter, theme: Theme, rect: QRectF, wide: float, words: str, vector: Floats,
    limit: float,
) -> None:  # fmt: skip
    label = QRectF(rect.left(), rect.center().y() - theme.px(7), wide, theme.px(14))
    text(painter, label, words, theme.mono(10), theme.palette.muted)
    strip = QRectF(label.right() + 4, rect.top(), rect.right() - label.right() - 5, rect.height())
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    painter.drawImage(strip, heat_map(vector[None], limit, theme.palette, fold=len(vector)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(colour(theme.palette.line))
    painter.drawRect(strip)


def _paint_formula(painter: QPainter, theme: Theme, rect: QRectF, link: Link, letter: str) -> None:
    font = theme.bold(11)
    wordings = [f"{letter}: {words}" if letter else words for words in link.words]
    text(painter, rect, fitting(wordings, rect.width(), font), font, theme.palette.text)


def _paint_charts(
    painter: QPainter, theme: Theme, area: QRectF, shown: Shown, closely: Closely, place: int
) -> None:
    """The scores and the weights of this query with every key."""
    link = closely.links[place]
    if area.height() < theme.px(LOWEST_CHART):
        return
    winner = int(link.weights.argmax())
    named = [link.key, winner]
    if area.height() >= theme.px(LOWEST_CHART + NAMES):
        names = QRectF(area.left(), area.bottom() - theme.px(NAMES), area.width(), theme.px(NAMES))
        _paint_names(painter, theme, names, shown, named)
        area = area.adjusted(0, 0, 0, -theme.px(NAMES))
    if area.height() < theme.px(2 * (LINE + LOWEST_CHART)):
        _paint_bars(painter, theme, area, link.weights, closely.weights, link.key, shown)
        return
    half = area.height() / 2
    root = len(link.query_vector)
    for top, words, values, ends in (
        (area.top(), tr("q·k / √{root} with every key", root=root), link.scores, closely.scores),
        (
            area.top() + half,
            tr(
                "after softmax: {token} wins with {weight:.3f}",
                token=shown.tokens[winner],
                weight=link.weights[winner],
            ),
            link.weights,
            closely.weights,
        ),
    ):
        line = QRectF(area.left(), top, area.width(), theme.px(LINE))
        text(painter, line, words, theme.sans(11), theme.palette.muted)
        chart = QRectF(area.left(), line.bottom(), area.width(), half - line.height() - 2)
        _paint_bars(painter, theme, chart, values, ends, link.key, shown)


def _paint_bars(
    painter: QPainter, theme: Theme, area: QRectF, values: Floats, ends: Ends, key: int,
    shown: Shown,
) -> None:  # fmt: skip
    """A bar a key, from zero up or down, in the colour of its sentence; this key's has a frame."""
    low, high = ends
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
