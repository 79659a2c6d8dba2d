"""The whole vocabulary on the map."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QImage, QPainter

from bertscope.gui.closer.map_frame import Frame
from bertscope.gui.closer.map_painter import NO_MARK, MapPainter
from bertscope.gui.closer.map_scene import SceneBase, axis_titles
from bertscope.gui.closer.projection import Plane
from bertscope.gui.closer.vocabulary_dots import dots, search
from bertscope.gui.language import marked, tr
from bertscope.gui.prober import Seen
from bertscope.gui.state import Side
from bertscope.gui.table import Table
from bertscope.gui.theme import Palette, Theme
from bertscope.gui.token_names import ink_at, shade_at

OF_A = marked("these are A's alone")
"""Where two models are compared: the map is of one."""
ALL_NAMED, FOUND_NAMED = 300, 60
"""Points in view up to which all of the vocabulary may be named; entries found that may be."""


class _Dots(NamedTuple):
    palette: Palette
    frame: Frame
    image: QImage


class VocabularyScene(SceneBase):
    """All token embeddings as dots; named are those of the pair and those that were found."""

    def __init__(self, seen: Seen, plane: Plane, search_for: str, side: Side = Side.A) -> None:
        super().__init__(seen, plane, search_for, side)
        entries = seen.question.reader.tokenizer.vocabulary
        self.vocabulary = entries[: len(plane.points)]
        self.found = search(self.vocabulary, search_for)
        ids = seen.question.ids
        first = {token: p for p, token in reversed(list(enumerate(ids)))}
        self.positions = {i: first[i] for i in first if i < len(plane.points)}
        self._dots: _Dots | None = None

    @property
    def points(self) -> NDArray[np.float64]:
        return self.plane.points

    def position_of(self, point: int) -> int | None:
        return self.positions.get(point)

    def numbers(self) -> Table:
        named = enumerate(zip(self.vocabulary, self.plane.points.tolist(), strict=False))
        return Table(("id", "token", "x", "y"), [(i, word, x, y) for i, (word, (x, y)) in named])

    def paint(
        self, painter: QPainter, theme: Theme, frame: Frame, focus: int, hovered: int | None
    ) -> None:
        at = MapPainter(painter, theme, frame)
        painter.drawImage(frame.plot.topLeft(), self._image(frame, theme.palette))
        at.axes(axis_titles(self.plane, frame.plot.width() < theme.px(500)))
        note = [(tr(OF_A), NO_MARK)] if self.is_compared else []
        at.legend([(self.counted, theme.palette.token), *note, *self.legend(theme.palette)])
        painter.save()
        painter.setClipRect(frame.plot)
        self._marks(at, theme, self._lit(focus, hovered))
        painter.restore()
        if hovered is not None and hovered < len(self.vocabulary):
            at.read_out(tr("{token} · id {id}", token=self.vocabulary[hovered], id=hovered))

    @property
    def counted(self) -> str:
        """How many entries there are, and how many of them were found."""
        every = len(self.vocabulary)
        if self.searched:
            return tr("{count:,} of {total:,} found", count=len(self.found), total=every)
        return tr("{count:,} entries", count=every)

    def _lit(self, focus: int, hovered: int | None) -> int | None:
        """The entry in focus, or under the mouse."""
        ids = self.seen.question.ids
        lit = ids[focus] if 0 <= focus < len(ids) else hovered
        return lit if lit is not None and lit < len(self.vocabulary) else None

    def _marks(self, at: MapPainter, theme: Theme, lit: int | None) -> None:
        """Mark and name, in the order of importance: the one lit, those found, the pair's, all."""
        palette, points = theme.palette, self.plane.points
        if lit is not None:
            at.rings(points[[lit]], palette.text)
            place = QPointF(*at.frame.place(points[lit]).tolist())
            at.label(place, self.vocabulary[lit], theme.mono(12), palette.text, forced=True)
        at.rings(points[self.found], palette.text)
        for token, position in self.positions.items():
            at.mark(points[token], shade_at(self.seen, position, palette))
        named = {lit}
        self._name(at, self.found[:FOUND_NAMED], named, palette.text, theme.bold(11))
        for token, position in self.positions.items():
            ink = ink_at(self.seen, position, palette)
            self._name(at, [token], named, ink, theme.mono(11))
        self._name(at, self._in_view(at.frame), named, palette.muted, theme.mono(10))

    def _name(
        self, at: MapPainter, entries: list[int], named: set[int | None], shade: str, font: QFont
    ) -> None:
        new = [i for i in entries if i not in named]
        named.update(new)
        at.words(self.plane.points[new], [self.vocabulary[i] for i in new], shade, font)

    def _in_view(self, frame: Frame) -> list[int]:
        """Everything in view, once it is few enough to be named."""
        places = frame.place(self.plane.points[: len(self.vocabulary)])
        low, high = frame.plot.topLeft(), frame.plot.bottomRight()
        inside = (places >= (low.x(), low.y())) & (places <= (high.x(), high.y()))
        found: list[int] = np.flatnonzero(inside.all(axis=1)).tolist()
        return found if len(found) <= ALL_NAMED else []

    def _image(self, frame: Frame, palette: Palette) -> QImage:
        made = self._dots
        if made is None or made.palette != palette or made.frame != frame:
            made = self._dots = _Dots(palette, frame, dots(frame, self.plane.points, palette))
        return made.image
