"""Boxes one after the other in lines, as words on a page."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF


def flow(
    sizes: Sequence[tuple[float, float]], width: float, high: float, left: float = 0.0
) -> list[QRectF]:
    """Where boxes stand.

    Parameters
    ----------
    sizes
        Of each box what is left free before it, unless it begins a line, and its width.
    width
        Of a line; a box that is wider is cut to it.
    high
        Of a line.
    left
        Where lines begin.

    Returns
    -------
    list of QRectF
        A box each, as high as its line.
    """
    boxes: list[QRectF] = []
    right, top = 0.0, 0.0
    for gap, wide in sizes:
        wide = min(wide, width)
        if right and right + gap + wide > width:
            right, top = 0.0, top + high
        start = right + gap if right else 0.0
        boxes.append(QRectF(left + start, top, wide, high))
        right = start + wide
    return boxes


def box_at(boxes: Sequence[QRectF], x: float, y: float) -> int | None:
    """The box under a point."""
    return next((n for n, box in enumerate(boxes) if box.contains(x, y)), None)
