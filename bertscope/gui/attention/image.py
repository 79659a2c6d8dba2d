"""Weights as images: darker on light, lighter on dark, is more."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage, QPaintEngine, QPainter

from bertscope.gui.theme import Palette

Floats = NDArray[np.float32]
SHADES = 256


@lru_cache(maxsize=4)
def sequential(palette: Palette) -> NDArray[np.uint32]:
    """The map for weights: colours as 0xffRRGGBB from nothing to one, by the square root.

    The root lets small weights be seen: 4 % is a fifth of the way.
    """
    low, high = (
        np.array([shade.red(), shade.green(), shade.blue()], dtype=np.float64)
        for shade in map(QColor, (palette.chip, palette.mlm))
    )
    strength = np.sqrt(np.linspace(0, 1, SHADES))[:, None]
    rgb = np.rint(low + (high - low) * strength).astype(np.uint32)
    opaque = np.uint32(0xFF000000)
    return (opaque | rgb[:, 0] << 16 | rgb[:, 1] << 8 | rgb[:, 2]).astype(np.uint32)


def mixed(ground: str, shade: str, share: float) -> QColor:
    """What is seen where a shade covers the ground by a share."""
    parts = zip(_parts(ground), _parts(shade), strict=True)
    return QColor(*(round(a + (b - a) * share) for a, b in parts))


def ink_on(shade: str) -> str:
    """White or black, whichever is read better on a colour."""
    red, green, blue = _parts(shade)
    return "#FFFFFF" if 0.299 * red + 0.587 * green + 0.114 * blue < 140 else "#10141A"


def _parts(name: str) -> tuple[int, int, int]:
    shade = QColor(name)
    return shade.red(), shade.green(), shade.blue()


def shaded(weights: Floats, palette: Palette) -> NDArray[np.uint32]:
    """Weights from 0 to 1 as pixels."""
    indices = np.clip(weights * (SHADES - 1) + 0.5, 0, SHADES - 1).astype(np.intp)
    pixels: NDArray[np.uint32] = sequential(palette)[indices]
    return pixels


def image_of(pixels: NDArray[np.uint32]) -> QImage:
    """An image of its own of pixels ``(rows, columns)``; 0 is seen through."""
    pixels = np.ascontiguousarray(pixels)
    height, width = pixels.shape
    form = QImage.Format.Format_ARGB32_Premultiplied
    return QImage(pixels.data, width, height, pixels.strides[0], form).copy()


def pooled(weights: Floats, rows: int, columns: int) -> Floats:
    """The last two axes cut down to `rows` and `columns`: the greatest of each block stays."""
    for axis, size in ((-2, rows), (-1, columns)):
        length = weights.shape[axis]
        if size < length:
            starts = np.arange(size) * length // size
            weights = np.maximum.reduceat(weights, starts, axis=axis)
    return weights


def sharpness(painter: QPainter) -> float:
    """Pixels a point; a vector picture gets three, for it will be looked at closely."""
    if painter.paintEngine().type() == QPaintEngine.Type.SVG:
        return 3.0
    return painter.deviceTransform().m11()
