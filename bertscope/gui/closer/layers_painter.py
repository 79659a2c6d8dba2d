"""Paints the hidden states of all layers as strips, with what each layer changed."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from bertscope.gui.closer.layers import Layers
from bertscope.gui.closer.layers_layout import BESIDE, Grid
from bertscope.gui.closer.words import layer_name
from bertscope.gui.compare.marks import side_bar
from bertscope.gui.heat_map import colour_ramp, draw_part
from bertscope.gui.language import marked, tr
from bertscope.gui.painting import rounded, text, text_width
from bertscope.gui.state import Side
from bertscope.gui.theme import Theme, colour
from bertscope.gui.token_names import ink_at, is_chosen, shade_at, token_at
from bertscope.gui.wording import number

LEGEND = marked("bar: 1 − cosine to the layer before")
PAIR_LEGEND = marked("bars: 1 − cosine to the layer before, A above B")
_CENTRE, _RIGHT = Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight


class LayersPainter:
    """Paints what can be seen of the layers."""

    def __init__(self, painter: QPainter, theme: Theme, layers: Layers, grid: Grid) -> None:
        self.painter = painter
        self.theme = theme
        self.palette = theme.palette
        self.layers = layers
        self.grid = grid

    # --- Strips ---------------------------------------------------------------------------------

    def strips(self, shown: range, layers: range) -> None:
        """The strips and changes of the tokens and layers that can be seen."""
        grid, painter = self.grid, self.painter
        images = self.layers.images(grid, self.palette)
        for layer in layers:
            image = images[layer]
            block = image.width() // grid.columns
            pieces = [range(p, p + 1) for p in shown] if grid.gap else [shown]
            for piece in pieces:
                target = grid.cell(layer, piece.start)
                target.setRight(grid.cell(layer, piece.stop - 1).right())
                part = QRect(piece.start * block, 0, len(piece) * block, image.height())
                draw_part(painter, target, image, part)
            if layer > 0:
                self._changes(layer, shown)

    def _changes(self, layer: int, shown: range) -> None:
        for model, found in enumerate(self.layers.changes):
            change = found[layer - 1]
            if not self.grid.gap:
                self._change_row(layer, model, shown, change)
                continue
            of = Side.B if model else Side.A
            for position in shown:
                place = self.grid.changes_of(layer, position)[model]
                self._change(place, float(change[position]), of)

    def _change(self, place: QRectF, change: float, of: Side) -> None:
        """A bar that is full where the state was turned by a right angle, and the number."""
        grid, theme = self.grid, self.theme
        bar = place.adjusted(0, 1, 0, -1)
        if grid.is_numbered:
            font = theme.mono(10)
            wide = text_width("0.00", font) + theme.px(4)
            words = QRectF(place.right() - wide, place.top(), wide, place.height())
            text(self.painter, words, number(change, 2), font, self.palette.muted, _RIGHT)
            bar = QRectF(place.left(), 0, place.width() - wide - 2, theme.px(4))
            bar.moveTop(place.center().y() - bar.height() / 2)
        if grid.is_pair:
            bar = bar if grid.is_numbered else place.adjusted(0, 0, 0, -0.5)
            colours = self.palette.track, self.palette.muted
            side_bar(self.painter, bar, min(change, 1.0), 0.0, colours, of)
            return
        self.painter.fillRect(bar, colour(self.palette.track))
        bar.setWidth(bar.width() * min(change, 1.0))
        self.painter.fillRect(bar, colour(self.palette.muted))

    def _change_row(
        self, layer: int, model: int, shown: range, change: NDArray[np.float64]
    ) -> None:
        """Too narrow for bars: how dark it is says how much."""
        place = self.grid.changes_of(layer, shown.start)[model]
        place.setRight(self.grid.change_of(layer, shown.stop - 1).right())
        low, high = (
            np.array([shade.red(), shade.green(), shade.blue()])
            for shade in map(colour, (self.palette.track, self.palette.text))
        )
        strength = np.clip(change[shown.start : shown.stop], 0, 1)[:, None]
        rgb = np.rint(low + (high - low) * strength).astype(np.uint8)
        row = np.ascontiguousarray(rgb[None])
        image = QImage(row.data, len(shown), 1, 3 * len(shown), QImage.Format.Format_RGB888)
        self.painter.drawImage(place, image.copy())

    # --- Around them ----------------------------------------------------------------------------

    def names(self, shown: range, focus: int) -> None:
        """The tokens over their columns; where those are narrow, the sentences' colours."""
        grid, palette = self.grid, self.palette
        line = QRectF(0, 0, grid.column - grid.gap, grid.top - 3)
        for position in shown:
            line.moveLeft(grid.left + position * grid.column)
            if grid.is_named:
                self._name(position, line)
            else:
                mark = QRectF(line.left(), line.bottom() - 4, line.width(), 4)
                self.painter.fillRect(mark, colour(shade_at(self.layers.seen, position, palette)))
        if focus in shown and not grid.is_named:
            self._name_over(focus, shown)

    def _name(self, position: int, line: QRectF) -> None:
        seen, palette = self.layers.seen, self.palette
        if is_chosen(seen, position):
            rounded(self.painter, line, 3, palette.chosen, alpha=0.35)
        ink = ink_at(seen, position, palette)
        text(self.painter, line, token_at(seen, position), self.theme.mono(11), ink, _CENTRE)

    def _name_over(self, position: int, shown: range) -> None:
        """The name of one token, wider than its column."""
        grid, font = self.grid, self.theme.mono(11)
        words = token_at(self.layers.seen, position)
        wide = text_width(words, font) + self.theme.px(8)
        left = grid.left + shown.start * grid.column
        right = max(left, grid.left + shown.stop * grid.column - wide)
        at = grid.left + (position + 0.5) * grid.column - wide / 2
        place = QRectF(min(max(at, left), right), 0, wide, grid.top - 2)
        rounded(self.painter, place, 3, self.palette.chosen)
        text(self.painter, place, words, font, self.palette.on_chosen, _CENTRE)

    def labels(self, top: float, bottom: float, shift: float) -> None:
        """Which layer a row is; every second or third where the rows are low."""
        grid, theme = self.grid, self.theme
        every = next(n for n in (1, 2, 3, 4, 6, 100) if n * grid.row >= theme.px(12))
        for layer in range(0, grid.rows, every):
            middle = grid.cell(layer, 0).center().y() + shift
            if top <= middle <= bottom:
                place = QRectF(0, middle - theme.px(8), grid.left - theme.px(BESIDE), theme.px(16))
                text(
                    self.painter,
                    place,
                    layer_name(layer),
                    theme.sans(11),
                    self.palette.muted,
                    _RIGHT,
                )

    def marks(self, focus: int, looked_at: tuple[int, int] | None) -> None:
        """The column of the token in focus, and the strip that is looked at closely."""
        grid, palette = self.grid, self.palette
        if 0 <= focus < grid.columns:
            column = grid.cell(0, focus)
            column.setBottom(grid.cell(grid.rows - 1, focus).bottom() + grid.change)
            column.setWidth(max(column.width(), 3.0))
            rounded(
                self.painter, column.adjusted(-1, -1, 1, 1), 2, None, palette.chosen_edge, width=2
            )
        if looked_at is not None:
            cell = grid.cell(*looked_at)
            cell.setWidth(max(cell.width(), 4.0))
            rounded(self.painter, cell, 2, None, palette.text, width=2)

    def foot(self, place: QRectF, read_out: str) -> None:
        """The colour bar, and what is under the mouse or the legend; both where they fit."""
        font, wide = self.theme.sans(11), place.width() - self.grid.left
        room = QRectF(place.right() - wide, place.top(), wide, place.height())
        needed = text_width(read_out, font)
        right = room.left() + self._scale_width()
        if not read_out or needed <= room.right() - right:
            self._scale(room)
            room.setLeft(right)
        shade = self.palette.text if read_out else self.palette.muted
        legend = tr(PAIR_LEGEND if self.layers.is_pair else LEGEND)
        text(self.painter, room, read_out or legend, font, shade, _RIGHT)

    def _scale_width(self) -> float:
        words = sum(text_width(words, self.theme.mono(10)) for words in self._limits)
        return self._side_width() + words + self.theme.px(70 + 6 + 6 + 14)

    def _side_width(self) -> float:
        """What the model's letter takes before the scale; nothing where nothing is compared."""
        if not self.layers.is_compared:
            return 0.0
        return text_width(self.layers.side.value, self.theme.bold(11)) + self.theme.px(8)

    @property
    def _limits(self) -> tuple[str, str]:
        limit = self.layers.limit
        return f"≤ {number(-limit, 1)}", f"≥ {number(limit, 1)}"

    def _scale(self, place: QRectF) -> None:
        theme, palette, (low, high) = self.theme, self.palette, self._limits
        font, gap, named = theme.mono(10), theme.px(6), self._side_width()
        if named:
            text(self.painter, place, self.layers.side.value, theme.bold(11), palette.muted)
            place = place.adjusted(named, 0, 0, 0)
        text(self.painter, place, low, font, palette.muted)
        left = place.left() + text_width(low, font) + gap
        bar = QRectF(left, place.center().y() - theme.px(4), theme.px(70), theme.px(8))
        self.painter.drawImage(bar, colour_ramp(palette))
        room = place.adjusted(bar.right() + gap - place.left(), 0, 0, 0)
        text(self.painter, room, high, font, palette.muted)
