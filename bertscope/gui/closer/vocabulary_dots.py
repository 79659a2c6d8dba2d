"""A whole vocabulary as one picture, and the search in it."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from bertscope.gui.closer.map_frame import Frame
from bertscope.gui.theme import Palette


def dots(frame: Frame, points: NDArray[np.float64], palette: Palette) -> QImage:
    """All points that can be seen as one picture of the plot: the more in a place, the stronger."""
    wide, high = max(1, int(frame.plot.width())), max(1, int(frame.plot.height()))
    corner = (frame.plot.left(), frame.plot.top())
    cells = np.floor(frame.place(points) - corner).astype(np.intp)
    inside = ((cells >= 0) & (cells < (wide, high))).all(axis=1)
    cells = cells[inside]
    side = int(np.clip(np.sqrt(wide * high / max(1, len(cells))) / 3, 1, 5))
    counts = np.zeros((high + side, wide + side), np.int32)
    single = np.bincount(cells[:, 1] * wide + cells[:, 0], minlength=wide * high)
    for dy, dx in np.ndindex(side, side):
        is_corner = dy in (0, side - 1) and dx in (0, side - 1)
        if side < 4 or not is_corner:
            counts[dy : dy + high, dx : dx + wide] += single.reshape(high, wide)
    shift = side // 2
    shown = counts[shift : shift + high, shift : shift + wide]
    strength = np.where(shown > 0, np.minimum(0.4 + 0.15 * np.log2(np.maximum(shown, 1)), 1), 0)
    alpha = np.rint(255 * strength).astype(np.uint32)
    ink = np.uint32(QColor(palette.token).rgb() & 0xFFFFFF)
    pixels = np.ascontiguousarray(alpha << 24 | ink)
    return QImage(pixels.data, wide, high, 4 * wide, QImage.Format.Format_ARGB32).copy()


def search(vocabulary: Sequence[str], prefix: str) -> list[int]:
    """The entries that begin with a prefix, the one that it is first, then the shorter ones."""
    if not prefix:
        return []
    wanted = prefix.casefold()
    found = [i for i, word in enumerate(vocabulary) if word.casefold().startswith(wanted)]
    return sorted(found, key=lambda i: (len(vocabulary[i]), i))
