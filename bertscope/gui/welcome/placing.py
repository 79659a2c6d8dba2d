"""Where a bubble stands beside what it points at."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPoint, QRect, QSize


class Side(Enum):
    """On which side of what it points at a bubble stands; tried in this order."""

    RIGHT = "right"
    BELOW = "below"
    LEFT = "left"
    ABOVE = "above"


@dataclass(frozen=True)
class Spot:
    """Where a bubble stands.

    Attributes
    ----------
    box
        Its own rectangle, without the arrow.
    side
        Of what it points at.
    tip
        Where the arrow ends.
    covered
        Pixels of what is pointed at that it hides; 0 wherever there is room on any side.
    """

    box: QRect
    side: Side
    tip: QPoint
    covered: int


def best_spot(
    targets: Sequence[QRect], sizes: Sequence[QSize], room: QRect, gap: int, corner: int
) -> Spot:
    """The first side of the first target where a bubble hides none of all targets.

    Parameters
    ----------
    targets
        What is pointed at, the first with the arrow; at least one.
    sizes
        Those that the bubble may have, the best first.
    room
        Where it may stand.
    gap
        Pixels between the bubble and the first target.
    corner
        Pixels from the bubble's corners that the arrow keeps away.

    Returns
    -------
    Spot
        Where every side is too narrow, the one that hides least.
    """
    seen = targets[0] & room
    target = seen if seen.isValid() else targets[0]
    spots = [
        _spot(target, targets, _inside(_box(target, size, side, gap), room), side, corner)
        for size in sizes
        for side in Side
    ]
    return min(spots, key=lambda spot: spot.covered)


def _box(target: QRect, size: QSize, side: Side, gap: int) -> QRect:
    box = QRect(QPoint(), size)
    box.moveCenter(target.center())
    match side:
        case Side.RIGHT:
            box.moveLeft(target.right() + 1 + gap)
        case Side.LEFT:
            box.moveRight(target.left() - 1 - gap)
        case Side.BELOW:
            box.moveTop(target.bottom() + 1 + gap)
        case Side.ABOVE:
            box.moveBottom(target.top() - 1 - gap)
    return box


def _inside(box: QRect, room: QRect) -> QRect:
    """The box, pushed into the room; its upper left corner where it is too large for it."""
    left = max(room.left(), min(box.left(), room.right() + 1 - box.width()))
    top = max(room.top(), min(box.top(), room.bottom() + 1 - box.height()))
    return QRect(QPoint(left, top), box.size())


def _spot(target: QRect, targets: Sequence[QRect], box: QRect, side: Side, corner: int) -> Spot:
    covered = sum(hidden.width() * hidden.height() for hidden in (box & t for t in targets))
    centre = target.center()
    x = max(box.left() + corner, min(centre.x(), box.right() - corner))
    y = max(box.top() + corner, min(centre.y(), box.bottom() - corner))
    tip = {
        Side.RIGHT: QPoint(target.right() + 1, y),
        Side.LEFT: QPoint(target.left() - 1, y),
        Side.BELOW: QPoint(x, target.bottom() + 1),
        Side.ABOVE: QPoint(x, target.top() - 1),
    }[side]
    return Spot(box, side, tip, covered)
