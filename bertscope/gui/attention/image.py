"""Weights as images: darker on light, lighter on dark, is more; changes about zero."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage, QPaintEngine, QPainter

from bertscope.gui.theme import Palette, diverging

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


def pixels_of(
    weights: Floats, rows: int, columns: int, palette: Palette, limit: float | None = None
) -> NDArray[np.uint32]:
    """Weights as pixels, no more than `rows` by `columns` of them.

    Parameters
    ----------
    weights
        (..., queries, keys), from 0 to 1; or changes of weights, where there is a limit.
    limit
        Of changes: the absolute value at which their symmetric scale ends.
    """
    if limit is None:
        weights = pooled(weights, rows, columns)
        indices = np.clip(weights * (SHADES - 1) + 0.5, 0, SHADES - 1).astype(np.intp)
        return _looked_up(sequential(palette), indices)
    most, least = pooled(weights, rows, columns), -pooled(-weights, rows, columns)
    changes = np.where(most >= -least, most, least)
    indices = np.rint(np.clip(changes * (127 / limit), -127, 127) + 127).astype(np.intp)
    return _looked_up(diverging(palette), indices)


def _looked_up(shades: NDArray[np.uint32], indices: NDArray[np.intp]) -> NDArray[np.uint32]:
    pixels: NDArray[np.uint32] = shades[indices]
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
