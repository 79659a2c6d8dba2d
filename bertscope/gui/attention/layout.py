"""Where the parts of the attention view stand, in pixels."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSizeF

from bertscope.gui.theme import Theme

HEAD, FOOT = 18, 16
LABELS = 18
LARGEST, SMALLEST = 92, 22
"""Sides of a thumbnail: none is larger; it is square unless it would be smaller than this."""
GAP_AFTER = 26
ROOMY = 900
"""From this width on there is room for shares or a pair beside the lines."""
WIDEST_PLOT = 720


@dataclass(frozen=True)
class Grid:
    """The thumbnails: a row a layer, a column a head; they fill whole pixels."""

    layers: int
    heads: int
    left: float
    top: float
    pitch_x: float
    pitch_y: float
    gap: int

    @classmethod
    def fit(cls, theme: Theme, layers: int, heads: int, width: float, height: float) -> "Grid":
        left, top = theme.px(LABELS), theme.px(HEAD)
        wide = min((width - left) / heads, theme.px(LARGEST))
        tall = min((height - top) / layers, theme.px(LARGEST))
        side = max(min(wide, tall), theme.px(SMALLEST))
        wide, tall = min(wide, side), min(tall, side)
        least = min(wide, tall)
        gap = 5 if least > 40 else 3 if least > 16 else 1
        return cls(layers, heads, left, top, wide, tall, gap)

    @property
    def right(self) -> float:
        return self.left + self.heads * self.pitch_x

    @property
    def bottom(self) -> float:
        return self.top + self.layers * self.pitch_y

    def cell(self, layer: int, head: int) -> QRectF:
        """Where a thumbnail is painted."""
        x, right = (round(self.left + i * self.pitch_x) for i in (head, head + 1))
        y, bottom = (round(self.top + i * self.pitch_y) for i in (layer, layer + 1))
        return QRectF(x, y, max(1, right - self.gap - x), max(1, bottom - self.gap - y))

    def at(self, point: QPointF) -> tuple[int, int] | None:
        """The layer and head under a point; the gaps count, so that small ones can be hit."""
        layer = int((point.y() - self.top) // self.pitch_y)
        head = int((point.x() - self.left) // self.pitch_x)
        inside = 0 <= layer < self.layers and 0 <= head < self.heads
        return (layer, head) if inside else None


@dataclass(frozen=True)
class Layout:
    """Thumbnails left, then one line of words, the plot below it, and a side where there is room.

    Attributes
    ----------
    grid
        None where there are no thumbnails, or no room for them at all or beside a pair.
    foot
        The line of the read-out; empty in a very low view.
    side
        For the shares, or for a pair that is looked at closely.
    """

    grid: Grid | None
    head: QRectF
    plot: QRectF
    foot: QRectF
    side: QRectF | None

    @classmethod
    def fit(
        cls,
        theme: Theme,
        width: float,
        height: float,
        size: tuple[int, int] | None,
        linked: bool,
        is_pair: bool = False,
    ) -> "Layout":
        """Divide the view.

        Parameters
        ----------
        size
            Layers and heads of the thumbnails, if there are any.
        linked
            Whether a pair of tokens is looked at closely.
        is_pair
            Whether the side holds what is of two models.
        """
        roomy = width >= theme.px(ROOMY)
        grid = None
        if size is not None and (roomy or not linked):
            share = 0.42 if width >= theme.px(700) else 0.37
            share = 0.34 if roomy and linked else share
            grid = Grid.fit(theme, *size, width * share, height)
            grid = grid if min(grid.pitch_x, grid.pitch_y) > 0 else None
        left = 0.0 if grid is None else grid.right + theme.px(GAP_AFTER)
        side = _side(theme, QSizeF(width, height), left, roomy, linked, is_pair)
        right = width if side is None else side.left() - theme.px(GAP_AFTER)
        right = min(right, left + theme.px(WIDEST_PLOT))
        top, foot = theme.px(HEAD), theme.px(FOOT) if height >= theme.px(100) else 0
        return cls(
            grid,
            QRectF(left, 0, right - left, top - theme.px(3)),
            QRectF(left, top, right - left, max(1.0, height - top - foot)),
            QRectF(left, height - foot, width - left, foot),
            side,
        )


def _side(
    theme: Theme, size: QSizeF, left: float, roomy: bool, linked: bool, is_pair: bool
) -> QRectF | None:
    if not linked and not roomy:
        return None
    width, height = size.width(), size.height()
    if not linked:
        spare = width - left - theme.px(260)
        wide = min(max(spare, theme.px(270)), theme.px(376)) if is_pair else float(theme.px(270))
    elif roomy:
        wide = max(theme.px(300), (0.62 if is_pair else 0.5) * (width - left))
    else:
        wide = (0.64 if is_pair else 0.54) * width
    if width - wide - left < theme.px(260) and not linked:
        return None
    foot = theme.px(FOOT) if height >= theme.px(100) else 0
    return QRectF(width - wide, 0, wide, height - foot)


def thinned(count: int, pitch: float, least: float, first: Sequence[int] = ()) -> list[int]:
    """Which of `count` labels, `pitch` apart, can be written where each needs `least`.

    Those named `first` come before the others; after them every second, every third, and so on.
    """
    step = max(1, ceil(least / pitch - 1e-6))
    kept: list[int] = []
    for index in first:
        if 0 <= index < count and all(abs(index - other) >= step for other in kept):
            kept.append(index)
    crowd = range(0, count, step)
    free = [i for i in crowd if all(abs(i - other) >= step for other in kept)]
    return sorted(kept + free)
