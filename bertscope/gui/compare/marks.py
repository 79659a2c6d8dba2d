"""How A's and B's bars are told apart: not by hue, which says what is measured."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from bertscope.gui.painting import rounded, share_bar
from bertscope.gui.state import Side

PALE = 0.28
"""Opacity of B's bars in their outline."""


def side_bar(
    painter: QPainter,
    track: QRectF,
    share: float,
    radius: float,
    colours: tuple[str, str],
    of: Side,
) -> None:
    """Draw a bar that fills a share of its track: full for A, pale in an outline for B.

    Parameters
    ----------
    colours
        Of the track, and of the bar.
    """
    ground, shade = colours
    if of is not Side.B:
        share_bar(painter, track, share, radius, ground, shade)
        return
    rounded(painter, track, radius, ground)
    full = QRectF(track)
    full.setWidth(track.width() * share)
    rounded(painter, full, radius, shade, alpha=PALE)
    if full.width() > 1:
        rounded(painter, full.adjusted(0.5, 0.5, -0.5, -0.5), radius, None, shade)
