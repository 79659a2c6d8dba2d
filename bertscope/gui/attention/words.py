"""The lines of words around attention: what is shown, its legend, and the read-out."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from bertscope.gui.attention.image import image_of, ink_on, sequential
from bertscope.gui.attention.lines import FELL
from bertscope.gui.attention.shown import Shown
from bertscope.gui.heat_map import colour_ramp
from bertscope.gui.language import marked, tr
from bertscope.gui.painting import fitting, rounded, text, text_width
from bertscope.gui.theme import Theme, colour

FILTERED = marked("weights as they are: hidden ones are not redistributed")
CHIP, NARROWEST_CHIP = 22, 15
RAMP, SAMPLE = 64, 22
"""Design pixels of a scale's colours, and of a line that shows how lines are drawn."""


def paint_title(
    painter: QPainter, theme: Theme, rect: QRectF, shown: Shown, shares: Sequence[str]
) -> None:
    """Which head is shown and where it looks; `shares` says that, at length and shorter."""
    words, font = shown.place_words, theme.bold(12)
    wide = min(text_width(words, font), rect.width())
    text(painter, QRectF(rect.left(), rect.top(), wide, rect.height()), words, font,
         theme.palette.text)  # fmt: skip
    rest = rect.adjusted(wide + theme.px(12), 0, 0, 0)
    if shares and rest.width() > theme.px(60):
        told = fitting(shares, rest.width(), theme.sans(11))
        text(painter, rest, told, theme.sans(11), theme.palette.muted)


def paint_legend(
    painter: QPainter, theme: Theme, rect: QRectF, shown: Shown, shades: Sequence[str]
) -> None:
    """The heads that are shown, each number on its colour; how many more where there is no room."""
    font = theme.bold(12)
    words = tr(
        "{side} · layer {layer} · heads" if shown.is_compared else "Layer {layer} · heads",
        side=shown.side.value,
        layer=shown.layer + 1,
    )
    text(painter, rect, words, font, theme.palette.text)
    left = rect.left() + text_width(words, font) + theme.px(8)
    count = len(shown.numbers)
    room = rect.right() - left
    wide = min(room / count, float(theme.px(CHIP)))
    if wide < theme.px(NARROWEST_CHIP):
        wide = float(theme.px(NARROWEST_CHIP + 1))
        count = max(0, int((room - theme.px(34)) // wide))
    for head, shade in zip(shown.numbers[:count], shades, strict=False):
        chip = QRectF(left, rect.top(), wide - 2, rect.height())
        rounded(painter, chip, theme.px(3), shade)
        ink = ink_on(shade)
        text(painter, chip, str(head + 1), theme.bold(10), ink, Qt.AlignmentFlag.AlignHCenter)
        left += wide
    if count < len(shown.numbers):
        more = QRectF(left + 2, rect.top(), rect.right() - left, rect.height())
        words = f"+{len(shown.numbers) - count}"
        text(painter, more, words, theme.sans(11), theme.palette.muted)


def paint_scale(painter: QPainter, theme: Theme, rect: QRectF) -> float:
    """The colours of weights at the right end of a line; tells how much of it they take."""
    font, muted = theme.mono(10), theme.palette.muted
    bar = QRectF(0, rect.top() + 3, theme.px(RAMP), rect.height() - 6)
    bar.moveRight(rect.right() - theme.px(12))
    painter.drawImage(bar, image_of(sequential(theme.palette)[None]))
    align = Qt.AlignmentFlag.AlignRight
    text(painter, rect, "1", font, muted, align)
    zero = QRectF(bar.left() - theme.px(14), rect.top(), theme.px(11), rect.height())
    text(painter, zero, "0", font, muted, align)
    return rect.right() - zero.left() + theme.px(8)


def paint_change_scale(
    painter: QPainter, theme: Theme, rect: QRectF, limit: float, *, with_lines: bool
) -> float:
    """The colours of changes, and how lines are drawn; tells how much of the line they take.

    Where there is no room for all, the lines are left out first, then the colours.
    """
    ends = ("−1", "1") if limit >= 1.0 else (f"≤ −{limit:g}", f"≥ {limit:g}")
    ramp = _ramp_width(theme, ends)
    fell_words, grew_words = tr("fell"), tr("grew")
    fell, grew = (_sample_width(theme, words) for words in (fell_words, grew_words))
    if ramp > rect.width():
        return 0.0
    if not with_lines or ramp + fell + grew > rect.width():
        return _paint_ramp(painter, theme, rect, ends)
    palette, room = theme.palette, QRectF(rect)
    _paint_sample(painter, theme, room, (grew_words, palette.positive), fell=False)
    room.setRight(rect.right() - grew)
    _paint_ramp(painter, theme, room, ends)
    room.setRight(room.right() - ramp)
    _paint_sample(painter, theme, room, (fell_words, palette.negative), fell=True)
    return ramp + fell + grew


def _ramp_width(theme: Theme, ends: tuple[str, str]) -> float:
    words = sum(text_width(end, theme.mono(10)) for end in ends)
    return words + theme.px(RAMP) + 2 * theme.px(5) + theme.px(8)


def _paint_ramp(painter: QPainter, theme: Theme, rect: QRectF, ends: tuple[str, str]) -> float:
    """The colours of changes between the ends of their scale, at the right end of a line."""
    font, muted, right = theme.mono(10), theme.palette.muted, Qt.AlignmentFlag.AlignRight
    low, high = (text_width(words, font) for words in ends)
    text(painter, rect, ends[1], font, muted, right)
    bar = QRectF(0, rect.top() + 3, theme.px(RAMP), rect.height() - 6)
    bar.moveRight(rect.right() - high - theme.px(5))
    painter.drawImage(bar, colour_ramp(theme.palette))
    start = QRectF(bar.left() - low - theme.px(5), rect.top(), low + 1, rect.height())
    text(painter, start, ends[0], font, muted)
    return _ramp_width(theme, ends)


def _sample_width(theme: Theme, words: str) -> float:
    return text_width(words, theme.sans(11)) + theme.px(SAMPLE) + theme.px(4) + theme.px(10)


def _paint_sample(
    painter: QPainter, theme: Theme, rect: QRectF, meaning: tuple[str, str], *, fell: bool
) -> None:
    """A line as it is drawn, with what it means, at the right end of a line."""
    (words, shade), font = meaning, theme.sans(11)
    text(painter, rect, words, font, theme.palette.muted, Qt.AlignmentFlag.AlignRight)
    pen = QPen(colour(shade), 1.5)
    if fell:
        pen.setDashPattern(FELL)
    painter.setPen(pen)
    end, middle = rect.right() - text_width(words, font) - theme.px(4), rect.center().y()
    painter.drawLine(QLineF(end - theme.px(SAMPLE), middle, end, middle))
