"""All hidden states at once: what each layer makes of each token."""

from typing import ClassVar

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QWheelEvent

from bertscope.gui.canvas import Canvas
from bertscope.gui.closer.layers_layout import Grid
from bertscope.gui.closer.layers_painter import Layers, LayersPainter
from bertscope.gui.painting import text
from bertscope.gui.prober import Seen
from bertscope.gui.session import Session
from bertscope.gui.state import Row
from bertscope.gui.table import Table
from bertscope.gui.theme import Appearance
from bertscope.gui.token_names import is_same_look, token_at
from bertscope.gui.wording import number

WAITING = "Waiting for the hidden states."


class LayersView(Canvas):
    """A strip a token and layer, from the input to the last layer."""

    TEACHES: ClassVar[str] = (
        "Every layer reads the states of all tokens and writes new ones: h_l = Layer_l(h_(l−1)), "
        "h_0 the sum after LayerNorm. Below each strip stands how much the layer changed it: "
        "1 − cos(h_l, h_(l−1)). A click opens the vector."
    )

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__(appearance, "Hidden states of every layer")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._session = session
        self._layers: Layers | None = None
        self._hovered_layer = 0
        session.changed.connect(self.viewport().update)
        session.focused.connect(self.viewport().update)

    def show_seen(self, seen: Seen | None) -> None:
        layers = Layers.of(seen)
        if layers is None and seen is not None and self._layers is not None:
            # A look that was asked for while the view was hidden; the next one is whole.
            layers = self._layers if is_same_look(self._layers.seen, seen) else None
        self._layers = layers
        self.refresh()

    # --- Geometry -------------------------------------------------------------------------------

    def grid_for(self, width: float, height: float) -> Grid | None:
        if self._layers is None:
            return None
        rows, columns, _ = self._layers.states.shape
        return Grid.of(self.theme, rows, columns, width, height)

    @property
    def grid(self) -> Grid | None:
        return self.grid_for(self.viewport().width(), self.viewport().height())

    def content_width(self, available: float) -> float:
        grid = self.grid_for(available, self.viewport().height())
        return grid.width if grid else available

    def refresh(self) -> None:
        super().refresh()
        grid, bar, height = self.grid, self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(height)
        bar.setSingleStep(max(1, height // 6))
        bar.setRange(0, max(0, round(grid.height) - height) if grid else 0)

    def whole_size(self) -> QSize:
        size, grid = super().whole_size(), self.grid
        return QSize(size.width(), max(size.height(), round(grid.height))) if grid else size

    def cell_at(self, point: QPointF) -> tuple[int, int] | None:
        """Layer and token under a point of the viewport."""
        grid = self.grid
        if grid is None or point.x() < grid.left or point.y() < grid.top:
            return None
        if point.y() >= self.viewport().height() - self.theme.px(20):
            return None
        scrolled = QPointF(self.scrolled, self.verticalScrollBar().value())
        cell = grid.at(point + scrolled)
        return cell if cell is not None and cell[1] < len(self._session.pair) else None

    # --- Painting -------------------------------------------------------------------------------

    def paint(self, painter: QPainter, width: float, height: float, scroll: float) -> None:
        self._paint(painter, width, height, QPointF(scroll, self.verticalScrollBar().value()))

    def paint_whole(self, painter: QPainter, width: float, height: float) -> None:
        self._paint(painter, width, height, QPointF(0, 0))

    def _paint(self, painter: QPainter, width: float, height: float, scroll: QPointF) -> None:
        layers, grid = self._layers, self.grid_for(min(width, self.viewport().width()), height)
        if layers is None or grid is None:
            line = QRectF(0, 0, width, min(height, self.theme.px(60)))
            text(painter, line, WAITING, self.theme.sans(13), self.theme.palette.muted)
            return
        shown = grid.seen_columns(scroll.x(), width)
        at = LayersPainter(painter, self.theme, layers, grid)
        foot = self.theme.px(20)
        inner = QRectF(grid.left - 2, grid.top - 2, width, height - foot - grid.top + 2)
        painter.save()
        painter.setClipRect(inner)
        painter.translate(-scroll)
        at.strips(shown, _seen_rows(grid, scroll.y(), height))
        at.marks(self._session.focus, self._looked_at(grid))
        painter.restore()
        painter.save()
        painter.setClipRect(QRectF(grid.left - 2, 0, width, grid.top))
        painter.translate(-scroll.x(), 0)
        at.names(shown, self._session.focus)
        painter.restore()
        at.labels(grid.top, height - foot, -scroll.y())
        at.foot(QRectF(0, height - foot + 2, width, foot - 2), self.read_out)

    def _looked_at(self, grid: Grid) -> tuple[int, int] | None:
        vector = self._session.view.vector
        if vector is None or vector.row not in (Row.HIDDEN, Row.NORMALIZED):
            return None
        if vector.position >= grid.columns:
            return None
        layer = vector.layer if vector.row is Row.HIDDEN else 0
        return min(layer, grid.rows - 1), vector.position

    @property
    def read_out(self) -> str:
        """What is said of the strip under the mouse or the keyboard's cursor."""
        layers, position = self._layers, self._session.focus
        if layers is None or not 0 <= position < layers.states.shape[1]:
            return ""
        layer = min(self._hovered_layer, len(layers.states) - 1)
        named = f"{token_at(layers.seen, position)} · {position} · "
        norm = f"norm {number(layers.norms[layer, position], 1)}"
        if layer == 0:
            return f"{named}input · {norm}"
        cosine = layers.cosines[layer - 1, position]
        before = f"layer {layer - 1}" if layer > 1 else "input"
        return f"{named}layer {layer} · cosine to {before} {number(cosine)} · {norm}"

    def numbers(self) -> Table | None:
        """A line a layer and token."""
        layers = self._layers
        if layers is None:
            return None
        rows, columns, _ = layers.states.shape
        lines = [
            (
                layer,
                position,
                token_at(layers.seen, position),
                float(layers.norms[layer, position]),
                float(layers.cosines[layer - 1, position]) if layer else None,
            )
            for layer in range(rows)
            for position in range(columns)
        ]
        return Table(("layer", "position", "token", "norm", "cosine to the layer before"), lines)

    # --- Mouse and keyboard ---------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position())
        if cell is not None and cell[0] != self._hovered_layer:
            self._hovered_layer = cell[0]
            self.viewport().update()
        self._session.set_focus(-1 if cell is None else cell[1])

    def leaveEvent(self, event: QEvent) -> None:
        self._session.set_focus(-1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position())
        if cell is not None and event.button() is Qt.MouseButton.LeftButton:
            layer, position = cell
            self._session.inspect(Row.HIDDEN, position, layer)

    def wheelEvent(self, event: QWheelEvent) -> None:
        bar, turn = self.verticalScrollBar(), event.angleDelta().y()
        if turn and bar.maximum():
            bar.setValue(bar.value() - turn)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        grid, key, position = self.grid, event.key(), self._session.focus
        if grid is None:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._session.step_focus(1 if key == Qt.Key.Key_Right else -1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = 1 if key == Qt.Key.Key_Down else -1
            self._hovered_layer = min(max(self._hovered_layer + step, 0), grid.rows - 1)
            self.viewport().update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and position >= 0:
            self._session.inspect(Row.HIDDEN, position, self._hovered_layer)
        else:
            super().keyPressEvent(event)


def _seen_rows(grid: Grid, scroll: float, height: float) -> range:
    first = int(scroll // grid.row)
    last = int((scroll + height - grid.top) // grid.row) + 1
    return range(max(0, first), min(grid.rows, last))
