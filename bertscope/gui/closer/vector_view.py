"""The vector inspector: one vector of one token, close up, with what can be said of it."""

from typing import ClassVar

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter

from bertscope.gui.canvas import Canvas
from bertscope.gui.closer.bars import cell_at, index_at
from bertscope.gui.closer.inspected import Inspected
from bertscope.gui.closer.inspected_pair import InspectedPair
from bertscope.gui.closer.vector_blocks import (
    BlockPainter,
    bars_plot,
    cosines_plot,
    heat_of,
    heat_target,
)
from bertscope.gui.closer.vector_ladder import Ladder, paint_name
from bertscope.gui.closer.vector_layout import Blocks, Shown, arrange, is_tall, least_width
from bertscope.gui.closer.vector_pair_blocks import PairPainter, heat_of_pair
from bertscope.gui.closer.vector_tips import tip_at
from bertscope.gui.closer.vectors import rung_of, rungs
from bertscope.gui.compare.tables import side_by_side
from bertscope.gui.language import marked, tr
from bertscope.gui.painting import text
from bertscope.gui.prober import Seen
from bertscope.gui.session import Session
from bertscope.gui.state import Row, Side, Vector
from bertscope.gui.table import Table
from bertscope.gui.theme import Appearance, Palette
from bertscope.wire.messages import Look, Neighbour

INVITATION = marked("Click a strip in the figure: its numbers open here.")
WAITING = marked("Waiting for the numbers of this vector.")


class VectorView(Canvas):
    """Shows the vector that the session inspects, from the last look."""

    TEACHES: ClassVar[str] = marked(
        "One vector close up. The input of a token is the sum of three: x = E_token + E_segment + "
        "E_position; then LayerNorm, then a hidden state a layer."
    )

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__(appearance, tr("Vector: its values, measures and nearest tokens"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._session = session
        self._seen: Seen | None = None
        self._side = Side.A
        self._shown: Inspected | None = None
        self._pair: InspectedPair | None = None
        self._key: tuple[Seen | None, Vector | None, Side] = (None, None, Side.A)
        self._image: tuple[Inspected, Palette, QImage] | None = None
        self._hovered: int | None = None
        session.changed.connect(self._session_changed)
        session.focused.connect(self.viewport().update)

    def show_seen(self, seen: Seen | None) -> None:
        self._seen = seen
        self._side = Side.A if seen is None else seen.side(self._session.view.side)
        self.refresh()

    def _session_changed(self) -> None:
        if self._session.view.vector != self._key[1]:
            self._hovered = None
        self.refresh()

    # --- What is shown --------------------------------------------------------------------------

    @property
    def shown(self) -> Inspected | None:
        """The vector with its measures, A's where both are shown; None while there is none."""
        key = (self._seen, self._session.view.vector, self._side)
        if key[0] is not self._key[0] or key[1:] != self._key[1:]:
            self._key, self._pair = key, InspectedPair.of(*key[:2])
            pair = self._pair
            self._shown = Inspected.of(*key[:2]) if pair is None else pair.alone(self._side)
        return self._shown

    @property
    def pair(self) -> InspectedPair | None:
        """The vector in A and in B, where both are to be shown."""
        is_wanted = self.shown is not None and self._side is Side.DIFFERENCE
        return self._pair if is_wanted else None

    @property
    def hovered(self) -> int | None:
        """The dimension under the mouse, which the vector of another model may not have."""
        there, shown = self._hovered, self.shown
        if there is None or shown is None or there >= shown.values.size:
            return None
        return there

    @property
    def neighbours(self) -> list[Neighbour]:
        """The nearest vocabulary entries, where the look was asked for this token's."""
        shown = self.shown
        return [] if shown is None else self._neighbours_in(shown, shown.seen.look)

    def _neighbours_in(self, shown: Inspected, look: Look) -> list[Neighbour]:
        if shown.vector.row is not Row.TOKEN:
            return []
        question = shown.seen.question
        if question.wants.neighbours_of != question.ids[shown.vector.position]:
            return []
        named = len(shown.seen.question.reader.tokenizer)
        return [n for n in look.neighbours or [] if n.token_id < named]

    @property
    def _layers(self) -> int:
        """The model's layers; as long as no look says, one more than is looked at."""
        vector = self._session.view.vector
        if self._seen is not None:
            there = self._seen.other if self._side is Side.B else None
            return (there or self._seen.look).layers
        return max(1, vector.layer if vector else 1)

    @property
    def _arranged(self) -> Shown:
        vector = self._session.view.vector
        row = Row.TOKEN if vector is None else vector.row
        is_pair = self._side is Side.DIFFERENCE
        return Shown(row is not Row.HIDDEN, row is Row.TOKEN, is_pair=is_pair)

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
        """A line a dimension: the value, and those of the rows of the same token.

        Of two models that are compared those of both, whichever is shown.
        """
        shown, pair = self.shown, self._pair
        if shown is None or pair is None:
            return None if shown is None else _table(shown)
        return side_by_side(_table(pair.a), _table(pair.b), ("dimension",))

    # --- Painting -------------------------------------------------------------------------------

    def paint(self, painter: QPainter, width: float, height: float, scroll: float) -> None:
        shown, theme = self.shown, self.theme
        if shown is None:
            words = tr(INVITATION if self._session.view.vector is None else WAITING)
            line = QRectF(0, 0, width, min(height, theme.px(60)))
            text(painter, line, words, theme.sans(13), theme.palette.muted)
            return
        self._paint_head(painter, shown, width)
        painter.save()
        painter.translate(-scroll, 0)
        blocks, pair = self.blocks_for(width, height), self.pair
        if pair is None:
            self._paint_blocks(BlockPainter(painter, theme, shown), blocks)
            if blocks.neighbours is not None:
                BlockPainter(painter, theme, shown).neighbours(blocks.neighbours, self.neighbours)
        else:
            self._paint_pair(PairPainter(painter, theme, pair), blocks)
        painter.restore()

    def _head(self, width: float) -> QRectF:
        return QRectF(0, 0, width, self.theme.px(20))

    def _paint_head(self, painter: QPainter, shown: Inspected, width: float) -> None:
        """The token's name in the colour of its row, its position, and the ladder; not scrolled."""
        theme, head = self.theme, self._head(width)
        ladder = Ladder.of(theme, head, self._layers)
        ladder.paint(painter, theme, rung_of(shown.vector, self._layers))
        model = "" if self._pair is None else self._side.value
        paint_name(painter, theme, ladder.beside(head), shown, model)

    def _paint_pair(self, block: PairPainter, blocks: Blocks) -> None:
        self._paint_blocks(block, blocks)
        if blocks.neighbours is not None:
            both = (self._neighbours_in(one, one.seen.look) for one in (block.pair.a, block.pair.b))
            block.both_neighbours(blocks.neighbours, *both)

    def _paint_blocks(self, block: BlockPainter, blocks: Blocks) -> None:
        block.bars(blocks.bars, self.hovered)
        if blocks.heat is not None:
            block.heat(blocks.heat, self._heat_image(block.shown), self.hovered)
        if blocks.stats is not None:
            block.stats(blocks.stats)
        if blocks.shares is not None:
            block.shares(blocks.shares)
        block.cosines(blocks.cosines, self._session.focus)

    def _heat_image(self, shown: Inspected) -> QImage:
        palette = self.theme.palette
        if self._image is None or self._image[0] is not shown or self._image[1] != palette:
            pair = self.pair
            image = heat_of(shown, palette) if pair is None else heat_of_pair(pair, palette)
            self._image = (shown, palette, image)
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
            ""
            if shown is None
            else tip_at(shown, self.blocks, point + QPointF(self.scrolled, 0), self.pair)
        )


def _table(shown: Inspected) -> Table:
    look, at = shown.seen.look, shown.vector.position
    rows = (look.token_rows, look.segment_rows, look.position_rows, look.sum, look.normalized)
    columns = [shown.values.tolist(), *(row.numpy()[at].tolist() for row in rows)]
    names = ("dimension", "value", "token", "segment", "position", "sum", "normalized")
    return Table(names, [(i, *cells) for i, cells in enumerate(zip(*columns, strict=True))])
