"""Words and bars as every view paints them."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from bertscope.gui.palette import ink_of
from bertscope.gui.theme import colour


def text(
    painter: QPainter,
    rect: QRectF,
    words: str,
    font: QFont,
    shade: str,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Draw one line of text, cut with an ellipsis where it is too long.

    In the colour of a meaning it is painted in that meaning's ink, which can be read.
    """
    painter.setFont(font)
    painter.setPen(QColor(ink_of(shade)))
    shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, rect.width() + 0.5)
    painter.drawText(rect, align | Qt.AlignmentFlag.AlignVCenter, shown)


def paragraph(painter: QPainter, rect: QRectF, words: str, font: QFont, shade: str) -> None:
    """Draw text in as many lines as it needs, in the middle of ``rect``."""
    painter.setFont(font)
    painter.setPen(QColor(ink_of(shade)))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)


def text_width(words: str, font: QFont) -> float:
    return QFontMetricsF(font).horizontalAdvance(words)


def fitting(wordings: Sequence[str], width: float, font: QFont) -> str:
    """The first of some wordings that fits; the last where none does."""
    return next((w for w in wordings if text_width(w, font) <= width), wordings[-1])


def share_bar(
    painter: QPainter, track: QRectF, share: float, radius: float, ground: str, shade: str
) -> None:
    """Draw a bar that fills a share of its track, from the left."""
    rounded(painter, track, radius, ground)
    full = QRectF(track)
    full.setWidth(track.width() * share)
    rounded(painter, full, radius, shade)


def rounded(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: str | None,
    edge: str | None = None,
    *,
    width: float = 1.0,
    alpha: float = 1.0,
) -> None:
    """Draw a rectangle with round corners."""
    painter.setPen(QPen(QColor(edge), width) if edge else Qt.PenStyle.NoPen)
    painter.setBrush(colour(fill, alpha) if fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect, radius, radius)
