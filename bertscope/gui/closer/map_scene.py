"""What all that can be on the map has in common."""

from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QPainter

from bertscope.gui.closer.map_frame import Frame
from bertscope.gui.closer.projection import Plane
from bertscope.gui.language import tr
from bertscope.gui.prober import Seen
from bertscope.gui.state import Side
from bertscope.gui.table import Table
from bertscope.gui.theme import Palette, Theme
from bertscope.text.pair import Source


class Scene(Protocol):
    """Points in a plane that know what they are."""

    seen: Seen
    plane: Plane

    @property
    def points(self) -> NDArray[np.float64]:
        """Those that are shown, ``(..., 2)``; they are counted flat."""
        ...

    def is_of(self, seen: Seen, plane: Plane, search: str, side: Side) -> bool:
        """Whether it shows this and nothing else."""
        ...

    def position_of(self, point: int) -> int | None:
        """The token of the pair that a point is one of."""
        ...

    def numbers(self) -> Table: ...

    def paint(
        self, painter: QPainter, theme: Theme, frame: Frame, focus: int, hovered: int | None
    ) -> None: ...


class SceneBase:
    """What both scenes have in common."""

    def __init__(self, seen: Seen, plane: Plane, search: str, side: Side = Side.A) -> None:
        self.seen = seen
        self.plane = plane
        self.searched = search
        self.side = side

    @property
    def is_compared(self) -> bool:
        return self.seen.other is not None

    def is_of(self, seen: Seen, plane: Plane, search: str, side: Side) -> bool:
        same = seen is self.seen, plane is self.plane, search == self.searched, side is self.side
        return same == (True,) * 4

    def legend(self, palette: Palette) -> list[tuple[str, str]]:
        """What the colours mean of those that are there."""
        sources, chosen = self.seen.question.pair.sources, self.seen.question.plan.chosen
        there = {source for p, source in enumerate(sources) if p not in chosen}
        a, b = ("A", "B")
        if self.is_compared:
            a, b = (tr("sentence {name}", name=name) for name in (a, b))
        named = (
            (a, palette.segment_a, Source.A in there),
            (b, palette.segment_b, Source.B in there),
            ("[CLS] [SEP]", palette.muted, Source.SPECIAL in there),
            (tr("chosen"), palette.chosen, bool(chosen)),
        )
        return [(name, shade) for name, shade, is_there in named if is_there]


def axis_titles(plane: Plane, short: bool) -> tuple[str, str]:
    """What the axes are; turned ones are no principal directions any more."""
    first, second = (
        f"{100 * share:.0f} %" if short else tr("{share:.0f} % of the variance", share=100 * share)
        for share in plane.shares
    )
    if plane.turned:
        turned = tr("PC 1 & 2, turned")
        return f"{turned} · {first}", f"{turned} · {second}"
    return f"PC 1 · {first}", f"PC 2 · {second}"
