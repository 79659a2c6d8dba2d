"""Vectors as pictures: one pixel a value, on one symmetric scale."""

from math import sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPaintEngine, QPainter

from bertscope.gui.theme import Palette, diverging

PERCENTILE = 99.0
FINE = 3
"""Pixels a point of an image in an SVG."""


def heat_map(
    vectors: NDArray[np.float32], limit: float, palette: Palette, fold: int | None = None
) -> QImage:
    """An image of vectors side by side, each folded row by row into a block.

    Parameters
    ----------
    vectors
        Shape ``(L, D)``.
    limit
        The absolute value at which the scale ends.
    fold
        Values a line of a block, a divisor of D; by default the width that makes blocks about 3:1.

    Returns
    -------
    QImage
        ``L * fold`` wide and ``D / fold`` high.
    """
    length, size = vectors.shape
    fold = fold or block_width(size)
    lines = size // fold
    indices = np.rint(np.clip(vectors * (127 / limit), -127, 127) + 127).astype(np.intp)
    blocks = indices.reshape(length, lines, fold).transpose(1, 0, 2).reshape(lines, length * fold)
    pixels = np.ascontiguousarray(diverging(palette)[blocks])
    image = QImage(
        pixels.data, pixels.shape[1], pixels.shape[0], pixels.strides[0], QImage.Format.Format_RGB32
    )
    return image.copy()


def block_width(size: int, aspect: float = 3.0, widest: float | None = None) -> int:
    """The divisor of `size` that folds a vector into a block nearest to ``aspect : 1``.

    Parameters
    ----------
    widest
        Values a line at the most, such as the pixels there are; at least one is allowed.
    """
    most = size if widest is None else max(1, int(widest))
    divisors = [d for d in range(1, min(size, most) + 1) if size % d == 0]
    return min(divisors, key=lambda d: abs(d - sqrt(aspect * size)))


def scale_end(values: NDArray[np.floating[Any]]) -> float:
    """The absolute value at which a symmetric scale ends; never zero.

    What lies beyond the percentile is drawn as the end, so that one outlier doesn't wash the rest
    out.
    """
    return float(np.percentile(np.abs(values), PERCENTILE)) or 1.0


def colour_ramp(palette: Palette) -> QImage:
    """The colours of the scale from one end to the other, one pixel each."""
    shades = len(diverging(palette))
    return heat_map(np.linspace(-1, 1, shades, dtype=np.float32)[None], 1.0, palette, fold=shades)


def draw_part(painter: QPainter, target: QRectF, image: QImage, part: QRect) -> None:
    """Draw a part of an image with sharp pixels, on the screen and in an SVG alike.

    Qt's SVG knows no parts and leaves it to the reader to blur what is enlarged: so the part is
    cut out, and in an SVG enlarged beforehand.
    """
    if part != image.rect():
        image = image.copy(part)
    if painter.paintEngine().type() is QPaintEngine.Type.SVG:
        size = target.size() * FINE
        image = image.scaled(size.toSize(), Qt.AspectRatioMode.IgnoreAspectRatio)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    painter.drawImage(target, image)
