"""The vectors of a story as pictures: a row of strips for each step of the way."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from bertscope.gui.heat_map import block_width, draw_part, heat_map, scale_end
from bertscope.gui.language import tr
from bertscope.gui.painting import text
from bertscope.gui.slow.layout import NAMES, Columns
from bertscope.gui.slow.story import Scene, Story
from bertscope.gui.slow.tokens import HEAD
from bertscope.gui.theme import Palette, Theme
from bertscope.gui.wording import number

Floats = NDArray[np.float32]
MOST_HEIGHT = 74
"""Design pixels of a strip: higher ones say no more."""


@dataclass(frozen=True)
class StripRow:
    """A vector a token, (L, D), under one symmetric scale; `sign` joins it to the row above."""

    name: str
    values: Floats
    limit: float
    shade: str
    sign: str = ""


class Strips:
    """The rows that a scene shows, as images made once.

    Parameters
    ----------
    story
        Whose vectors.
    palette
        Whose diverging colours are used.
    """

    def __init__(self, story: Story, palette: Palette) -> None:
        self.story, self.palette = story, palette
        self._images: dict[tuple[Scene, int], QImage] = {}

    def rows(self, scene: Scene) -> list[StripRow]:
        look, p = self.story.told.before, self.palette
        token, segment, position, total = (
            x.numpy() for x in (look.token_rows, look.segment_rows, look.position_rows, look.sum)
        )
        shared = scale_end(np.stack([token, segment, position, total]))
        embeddings = [
            StripRow(tr("token"), token, shared, p.token),
            StripRow(tr("segment"), segment, shared, p.segment_a, "+"),
            StripRow(tr("position"), position, shared, p.position, "+"),
        ]
        match scene:
            case Scene.EMBED:
                return embeddings
            case Scene.ADD:
                return [*embeddings, StripRow(tr("sum"), total, shared, p.text, "=")]
            case Scene.GRADIENT:
                slope = self.story.told.row_gradient.numpy()
                return [
                    StripRow(tr("sum"), total, shared, p.text),
                    StripRow(tr("slope"), slope, scale_end(slope), p.chosen),
                ]
        return self._layers()

    def _layers(self) -> list[StripRow]:
        hidden = self.story.told.before.hidden_states
        assert hidden is not None
        layers = (tr("layer {number}", number=n) for n in range(1, hidden.shape[0]))
        names = [tr("input"), *layers]
        return [
            StripRow(name, x, scale_end(x), self.palette.text, "↓" if n else "")
            for n, (name, x) in enumerate(zip(names, hidden.numpy(), strict=True))
        ]

    def image(self, scene: Scene, number: int, row: StripRow, fold: int) -> QImage:
        key = scene, number
        if key not in self._images:
            self._images[key] = heat_map(row.values, row.limit, self.palette, fold)
        return self._images[key]

    def paint(
        self,
        painter: QPainter,
        theme: Theme,
        scene: Scene,
        columns: Columns,
        room: QRectF,
        scroll: float,
    ) -> None:
        """Paint the rows of a scene below the heads of their columns."""
        rows = self.rows(scene)
        pitch = min(room.height() / len(rows), theme.px(MOST_HEIGHT))
        fold = block_width(rows[0].values.shape[1])
        for number_, row in enumerate(rows):
            top = room.top() + number_ * pitch
            image = self.image(scene, number_, row, fold)
            for position in range(columns.count):
                cell = columns.cell(position, top, pitch - theme.px(6), scroll)
                if cell.right() > theme.px(NAMES) and cell.left() < room.right():
                    part = QRect(position * fold, 0, fold, image.height())
                    draw_part(painter, cell, image, part)
            self._name(painter, theme, row, QRectF(0, top, theme.px(NAMES), pitch))

    def _name(self, painter: QPainter, theme: Theme, row: StripRow, room: QRectF) -> None:
        painter.fillRect(room, theme.palette.card)
        sign = QRectF(0, room.top(), theme.px(20), room.height())
        text(painter, sign, row.sign, theme.bold(16), theme.palette.muted)
        words = room.adjusted(theme.px(20), 0, -theme.px(8), -theme.px(6))
        half = words.height() / 2
        text(painter, words.adjusted(0, 0, 0, -half), row.name, theme.bold(13), row.shade)
        scale = f"±{number(row.limit, 2 if row.limit >= 0.01 else 4)}"
        shade = theme.palette.muted
        text(painter, words.adjusted(0, half, 0, 0), scale, theme.mono(11), shade)
        painter.setPen(Qt.PenStyle.NoPen)


def heads_height(theme: Theme) -> int:
    """What the heads of the columns take, and the room below them."""
    return theme.px(HEAD + 14)
