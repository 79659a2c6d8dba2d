"""The tokens beside the lines and along the matrix, thinned out where there are many."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from bertscope.gui.attention.layout import thinned
from bertscope.gui.attention.shown import Shown, Side
from bertscope.gui.painting import text, text_width
from bertscope.gui.theme import Theme, colour
from bertscope.gui.token_names import sentence_shade
from bertscope.text.pair import Source

NAME, SMALL = 11.5, 10
"""Points a name needs, and the smallest letters."""
WIDEST_NAME = 110
MOST_THINNED, MANY = 4, 24
"""Of many tokens of which fewer than every fourth name fits, only those that are lit are named."""
BAND = 4


@dataclass(frozen=True)
class Marks:
    """What is lit.

    Attributes
    ----------
    lit
        Tokens under the mouse, on the sides where they stand.
    link
        The pair that is looked at closely.
    under
        The weight under the mouse: head, query and key.
    """

    lit: tuple[tuple[Side, int], ...] = ()
    link: tuple[int, int] | None = None
    under: tuple[int, int, int] | None = None

    def named(self, side: Side) -> list[int]:
        """Positions whose names come first on a side."""
        ends = [] if self.under is None else [self.under[1 + side.value]]
        ends += [position for where, position in self.lit if where is side]
        return ends if self.link is None else [*ends, self.link[side.value]]


@dataclass(frozen=True, eq=False)
class Track:
    """Tokens in a row or a column, each as long as all others."""

    positions: NDArray[np.intp]
    start: float
    pitch: float

    @cached_property
    def _places(self) -> dict[int, int]:
        return {int(position): place for place, position in enumerate(self.positions)}

    @property
    def end(self) -> float:
        return self.start + len(self.positions) * self.pitch

    def edge(self, position: int) -> float:
        return self.start + self._places[position] * self.pitch

    def middles(self, positions: NDArray[np.intp]) -> NDArray[np.float64]:
        places = np.searchsorted(self.positions, positions)
        return np.asarray(self.start + (places + 0.5) * self.pitch, np.float64)

    def at(self, coordinate: float) -> int | None:
        """The position at a coordinate."""
        place = int((coordinate - self.start) // self.pitch)
        return int(self.positions[place]) if 0 <= place < len(self.positions) else None

    def labelled(self, least: float, first: Collection[int]) -> list[int]:
        """The positions whose names can be written where each needs `least`."""
        places = [self._places[position] for position in first if position in self._places]
        crowd = thinned(len(self.positions), self.pitch, least, places)
        if self.is_crowded(least):
            crowd = [place for place in crowd if place in places]
        return [int(self.positions[place]) for place in crowd]

    def is_crowded(self, least: float) -> bool:
        """Whether too few names would fit to be of use."""
        return len(self.positions) > MANY and least > MOST_THINNED * self.pitch

    def __contains__(self, position: int) -> bool:
        return position in self._places


def name_width(shown: Shown, theme: Theme, room: float) -> float:
    """How wide a column of names is that may take up to three tenths of the room."""
    font = theme.mono(13)
    longest = max(shown.tokens, key=len)
    return min(text_width(longest, font) + theme.px(6), 0.3 * room, theme.px(WIDEST_NAME))


def paint_names(
    painter: QPainter, theme: Theme, shown: Shown, track: Track, area: QRectF, side: Side,
    marks: Marks,
) -> None:  # fmt: skip
    """Names down a column; queries end at its right side, keys begin at its left one."""
    palette, line = theme.palette, track.pitch
    crowded = line < theme.px(NAME)
    first = marks.named(side)
    tall = max(line, float(theme.px(NAME)))
    font_size = SMALL if crowded else min(13.0, max(SMALL, line / theme.scale * 0.78))
    align = Qt.AlignmentFlag.AlignRight if side is Side.QUERY else Qt.AlignmentFlag.AlignLeft
    for position in set(shown.chosen) & set(track.positions.tolist()):
        rect = QRectF(area.left(), track.edge(position), area.width(), line)
        painter.fillRect(rect, colour(palette.chosen, 0.16))
    for position in track.labelled(theme.px(NAME), first):
        top = track.edge(position) + (line - tall) / 2
        rect = QRectF(area.left(), top, area.width(), tall)
        strong = position in first
        if strong:
            alpha = 0.22 if marks.link and position == marks.link[side.value] else 0.35
            painter.fillRect(rect, colour(palette.chosen, alpha))
        shade = palette.text if strong else sentence_shade(shown.sources[position], palette)
        font = theme.mono(font_size)
        text(painter, rect.adjusted(2, 0, -2, 0), shown.tokens[position], font, shade, align)
    if track.is_crowded(theme.px(NAME)):
        _paint_runs(painter, theme, shown, track, area, align, first)


def _paint_runs(
    painter: QPainter, theme: Theme, shown: Shown, track: Track, area: QRectF,
    align: Qt.AlignmentFlag, avoid: list[int],
) -> None:  # fmt: skip
    """Where names don't fit, what a stretch of tokens is of."""
    taken = [track.edge(position) for position in avoid if position in track]
    for source, start, end in runs(shown, track):
        middle, tall = (start + end) / 2, theme.px(14)
        clear = all(abs(edge - middle) > 1.5 * tall for edge in taken)
        if source is Source.SPECIAL or end - start < tall or not clear:
            continue
        words = f"{source.name} · {round((end - start) / track.pitch)}"
        rect = QRectF(area.left(), middle - tall / 2, area.width(), tall)
        shade = sentence_shade(source, theme.palette)
        text(painter, rect.adjusted(2, 0, -2, 0), words, theme.bold(SMALL), shade, align)


def paint_bands(painter: QPainter, theme: Theme, shown: Shown, track: Track, left: float) -> None:
    """A thin upright band in the colours of the sentences."""
    for source, start, end in runs(shown, track):
        shade = colour(sentence_shade(source, theme.palette))
        painter.fillRect(QRectF(left, start, theme.px(BAND), max(1.0, end - start)), shade)


def runs(shown: Shown, track: Track) -> list[tuple[Source, float, float]]:
    """Stretches of neighbours of one sentence, from where to where."""
    found: list[tuple[Source, float, float]] = []
    start = track.start
    for source, group in groupby(track.positions.tolist(), key=lambda p: shown.sources[p]):
        end = start + len(list(group)) * track.pitch
        found.append((source, start, end))
        start = end
    return found
