"""The vector inspector: one vector of one token, close up, with what can be said of it."""

from typing import ClassVar

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter

from bertscope.gui.canvas import Canvas
from bertscope.gui.closer.bars import cell_at, index_at
from bertscope.gui.closer.inspected import Inspected
from bertscope.gui.closer.vector_blocks import (
    BlockPainter,
    bars_plot,
    cosines_plot,
    heat_of,
    heat_target,
)
from bertscope.gui.closer.vector_ladder import Ladder, paint_name
from bertscope.gui.closer.vector_layout import Blocks, Shown, arrange, is_tall, least_width
from bertscope.gui.closer.vector_tips import tip_at
from bertscope.gui.closer.vectors import rung_of, rungs
from bertscope.gui.painting import text
from bertscope.gui.prober import Seen
from bertscope.gui.session import Session
from bertscope.gui.state import Row, Vector
from bertscope.gui.table import Table
from bertscope.gui.theme import Appearance, Palette
from bertscope.wire.messages import Neighbour

INVITATION = "Click a strip in the figure: its numbers open here."
WAITING = "Waiting for the numbers of this vector."


class VectorView(Canvas):
    """Shows the vector that the session inspects, from the last look."""

    TEACHES: ClassVar[str] = (
        "One vector close up. The input of a token is the sum of three: x = E_token + E_segment + "
        "E_position; then LayerNorm, then a hidden state a layer."
    )

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__(appearance, "Vector: its values, measures and nearest tokens")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._session = session
        self._seen: Seen | None = None
        self._shown: Inspected | None = None
        self._key: tuple[Seen | None, Vector | None] = (None, None)
        self._image: tuple[Inspected, Palette, QImage] | None = None
        self._hovered: int | None = None
        session.changed.connect(self._session_changed)
        session.focused.connect(self.viewport().update)

    def show_seen(self, seen: Seen | None) -> None:
        self._seen = seen
        self.refresh()

    def _session_changed(self) -> None:
        if self._session.view.vector != self._key[1]:
            self._hovered = None
        self.refresh()

    # --- What is shown --------------------------------------------------------------------------

    @property
    def shown(self) -> Inspected | None:
        """The vector with its measures; None while there is none."""
        key = (self._seen, self._session.view.vector)
        if key[0] is not self._key[0] or key[1] != self._key[1]:
            self._key, self._shown = key, Inspected.of(*key)
        return self._shown

    @property
    def neighbours(self) -> list[Neighbour]:
        """The nearest vocabulary entries, where the look was asked for this token's."""
        shown = self.shown
        if shown is None or shown.vector.row is not Row.TOKEN:
            return []
        question = shown.seen.question
        if question.wants.neighbours_of != question.ids[shown.vector.position]:
            return []
        named = len(shown.seen.question.reader.tokenizer)
        return [n for n in shown.seen.look.neighbours or [] if n.token_id < named]

    @property
    def _layers(self) -> int:
        """The model's layers; as long as no look says, one more than is looked at."""
        vector = self._session.view.vector
        if self._seen is not None:
            return self._seen.look.layers
        return max(1, vector.layer if vector else 1)

    @property
    def _arranged(self) -> Shown:
        vector = self._session.view.vector
        row = Row.TOKEN if vector is None else vector.row
        return Shown(shares=row is not Row.HIDDEN, neighbours=row is Row.TOKEN)

    def blocks_for(self, width: float, height: float) -> Blocks:
        """Where the blocks stand."""
        return arrange(self.theme, self.content_width(width), height, self._arranged)

    @property
    def blocks(self) -> Blocks:
        return self.blocks_for(self.viewport().width(), self.viewport().height())

    @property
    def ladder(self) -> Ladder:
        return Ladder.of(self.theme, self._head(self.viewport().width()), self._layers)

    def content_width(self, available: float) -> float:
        height = self.viewport().height()
        if self.shown is None or is_tall(self.theme, available, height):
            return available
        return max(available, least_width(self.theme, height, self._arranged))

    def numbers(self) -> Table | None:
        """A line a dimension: the value, and those of the rows of the same token."""
        shown = self.shown
        if shown is None:
            return None
        look, at = shown.seen.look, shown.vector.position
        rows = (look.token_rows, look.segment_rows, look.position_rows, look.sum, look.normalized)
        columns = [shown.values.tolist(), *(row.numpy()[at].tolist() for row in rows)]
        names = ("dimension", "value", "token", "segment", "position", "sum", "normalized")
        return Table(names, [(i, *cells) for i, cells in enumerate(zip(*columns, strict=True))])

    # --- Painting -------------------------------------------------------------------------------

    def paint(self, painter: QPainter, width: float, height: float, scroll: float) -> None:
        shown, theme = self.shown, self.theme
        if shown is None:
            words = INVITATION if self._session.view.vector is None else WAITING
            line = QRectF(0, 0, width, min(height, theme.px(60)))
            text(painter, line, words, theme.sans(13), theme.palette.muted)
            return
        self._paint_head(painter, shown, width)
        painter.save()
        painter.translate(-scroll, 0)
        self._paint_blocks(BlockPainter(painter, theme, shown), self.blocks_for(width, height))
        painter.restore()

    def _head(self, width: float) -> QRectF:
        return QRectF(0, 0, width, self.theme.px(20))

    def _paint_head(self, painter: QPainter, shown: Inspected, width: float) -> None:
        """The token's name in the colour of its row, its position, and the ladder; not scrolled."""
        theme, head = self.theme, self._head(width)
        ladder = Ladder.of(theme, head, self._layers)
        ladder.paint(painter, theme, rung_of(shown.vector, self._layers))
        paint_name(painter, theme, ladder.beside(head), shown)

    def _paint_blocks(self, block: BlockPainter, blocks: Blocks) -> None:
        block.bars(blocks.bars, self._hovered)
        if blocks.heat is not None:
            block.heat(blocks.heat, self._heat_image(block.shown), self._hovered)
        if blocks.stats is not None:
            block.stats(blocks.stats)
        if blocks.shares is not None:
            block.shares(blocks.shares)
        block.cosines(blocks.cosines, self._session.focus)
        if blocks.neighbours is not None:
            block.neighbours(blocks.neighbours, self.neighbours)

    def _heat_image(self, shown: Inspected) -> QImage:
        palette = self.theme.palette
        if self._image is None or self._image[0] is not shown or self._image[1] != palette:
            self._image = (shown, palette, heat_of(shown, palette))
        return self._image[2]

    # --- Mouse ----------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position() + QPointF(self.scrolled, 0)
        hovered = self._dimension_at(point)
        if hovered != self._hovered:
            self._hovered = hovered
            self.viewport().update()
        position = self._position_at(point)
        self._session.set_focus(-1 if position is None else position)

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = None
        self._session.set_focus(-1)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or self.shown is None:
            return
        rung = self.ladder.at(event.position())
        position = self._position_at(event.position() + QPointF(self.scrolled, 0))
        if rung is not None:
            self._climb_to(rung)
        elif position is not None:
            self._go_to(position)

    def _dimension_at(self, point: QPointF) -> int | None:
        if self.shown is None:
            return None
        count, blocks = len(self.shown.values), self.blocks
        plot = bars_plot(self.theme, blocks.bars)
        if plot.contains(point):
            return index_at(plot, point.x(), count)
        if blocks.heat is not None and self._image is not None:
            image = self._image[2]
            target = heat_target(self.theme, blocks.heat)
            return cell_at(target, image.width(), image.height(), point)
        return None

    def _position_at(self, point: QPointF) -> int | None:
        if self.shown is None or not self.blocks.cosines.contains(point):
            return None
        plot = cosines_plot(self.theme, self.blocks.cosines, named=False)
        position = index_at(plot, point.x(), len(self.shown.cosines))
        return position if position is not None and position < len(self._session.pair) else None

    # --- Keyboard -------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        vector = self._session.view.vector
        if vector is None:
            super().keyPressEvent(event)
            return
        rung = rung_of(vector, self._layers)
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if key == Qt.Key.Key_Right else -1
            self._go_to(min(max(vector.position + step, 0), len(self._session.pair) - 1))
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = 1 if key == Qt.Key.Key_Down else -1
            self._climb_to(min(max(rung + step, 0), len(rungs(self._layers)) - 1))
        else:
            super().keyPressEvent(event)

    def _go_to(self, position: int) -> None:
        vector = self._session.view.vector
        if vector is not None:
            self._session.inspect(vector.row, position, vector.layer)

    def _climb_to(self, rung: int) -> None:
        vector = self._session.view.vector
        if vector is not None:
            row, layer = rungs(self._layers)[rung]
            self._session.inspect(row, vector.position, layer)

    # --- Read-out -------------------------------------------------------------------------------

    def tip(self, point: QPointF) -> str:
        """What the block under a point means."""
        shown = self.shown
        return (
            "" if shown is None else tip_at(shown, self.blocks, point + QPointF(self.scrolled, 0))
        )
