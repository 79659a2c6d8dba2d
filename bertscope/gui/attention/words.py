"""The lines of words around attention: what is shown, its legend, and the read-out."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from bertscope.gui.attention.facts import Floats, share_words
from bertscope.gui.attention.image import image_of, ink_on, sequential
from bertscope.gui.attention.shown import Shown
from bertscope.gui.painting import fitting, rounded, text, text_width
from bertscope.gui.theme import Theme

FILTERED = "weights as they are: hidden ones are not redistributed"
CHIP, NARROWEST_CHIP = 22, 15


def paint_title(
    painter: QPainter, theme: Theme, rect: QRectF, shown: Shown, blocks: Floats | None
) -> None:
    """Which head is shown and where it looks; `blocks` are its shares, (3, 3)."""
    words = f"Layer {shown.layer + 1} · {shown.heads_words}"
    font = theme.bold(12)
    wide = min(text_width(words, font), rect.width())
    text(painter, QRectF(rect.left(), rect.top(), wide, rect.height()), words, font,
         theme.palette.text)  # fmt: skip
    rest = rect.adjusted(wide + theme.px(12), 0, 0, 0)
    if blocks is not None and rest.width() > theme.px(60):
        told = fitting(share_words(blocks), rest.width(), theme.sans(11))
        text(painter, rest, told, theme.sans(11), theme.palette.muted)


def paint_legend(
    painter: QPainter, theme: Theme, rect: QRectF, shown: Shown, shades: Sequence[str]
) -> None:
    """The heads that are shown, each number on its colour; how many more where there is no room."""
    words, font = f"Layer {shown.layer + 1} · heads", theme.bold(12)
    text(painter, rect, words, font, theme.palette.text)
    left = rect.left() + text_width(words, font) + theme.px(8)
    count = len(shown.numbers)
    room = rect.right() - left
    wide = min(room / count, float(theme.px(CHIP)))
    if wide < theme.px(NARROWEST_CHIP):
        wide = float(theme.px(NARROWEST_CHIP + 1))
        count = max(0, int((room - theme.px(34)) // wide))
    for number, shade in zip(shown.numbers[:count], shades, strict=False):
        chip = QRectF(left, rect.top(), wide - 2, rect.height())
        rounded(painter, chip, theme.px(3), shade)
        ink = ink_on(shade)
        text(painter, chip, str(number + 1), theme.bold(10), ink, Qt.AlignmentFlag.AlignHCenter)
        left += wide
    if count < len(shown.numbers):
        more = QRectF(left + 2, rect.top(), rect.right() - left, rect.height())
        words = f"+{len(shown.numbers) - count}"
        text(painter, more, words, theme.sans(11), theme.palette.muted)


def paint_scale(painter: QPainter, theme: Theme, rect: QRectF) -> float:
    """The colours of weights at the right end of a line; tells how much of it they take."""
    font, muted = theme.mono(10), theme.palette.muted
    bar = QRectF(0, rect.top() + 3, theme.px(64), rect.height() - 6)
    bar.moveRight(rect.right() - theme.px(12))
    painter.drawImage(bar, image_of(sequential(theme.palette)[None]))
    align = Qt.AlignmentFlag.AlignRight
    text(painter, rect, "1", font, muted, align)
    zero = QRectF(bar.left() - theme.px(14), rect.top(), theme.px(11), rect.height())
    text(painter, zero, "0", font, muted, align)
    return rect.right() - zero.left() + theme.px(8)
