"""All hidden states at once: what each layer makes of each token."""

from typing import ClassVar

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QWheelEvent

from bertscope.gui.canvas import Canvas
from bertscope.gui.closer.layers import Layers
from bertscope.gui.closer.layers_layout import PROFILE, PROFILE_FROM, Grid
from bertscope.gui.closer.layers_painter import LayersPainter
from bertscope.gui.closer.layers_profile import PROFILE_TIP, paint_profile
from bertscope.gui.compare.agree import why_no_layers
from bertscope.gui.language import marked, tr
from bertscope.gui.painting import paragraph, text
from bertscope.gui.prober import Seen
from bertscope.gui.session import Session
from bertscope.gui.state import Row, Side
from bertscope.gui.table import Table
from bertscope.gui.theme import Appearance
from bertscope.gui.token_names import is_same_look, token_at

WAITING = marked("Waiting for the engine: here stands each token's vector after every layer.")


class LayersView(Canvas):
    """A strip a token and layer, from the input to the last layer."""

    TEACHES: ClassVar[str] = marked(
        "Every layer reads the states of all tokens and writes new ones: h_l = Layer_l(h_(l−1)), "
        "h_0 the sum after LayerNorm. Below each strip stands how much the layer changed it: "
        "1 − cos(h_l, h_(l−1)). A click opens the vector."
    )

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__(appearance, tr("Hidden states of every layer"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._session = session
        self._seen: Seen | None = None
        self._why = ""
        self._layers: Layers | None = None
        self._hovered_layer = 0
        session.changed.connect(self.viewport().update)
        session.focused.connect(self.viewport().update)

    def show_seen(self, seen: Seen | None) -> None:
        side = self._session.view.side
        self._why = "" if seen is None else _why_none(seen, side)
        layers, before = Layers.of(seen, side), self._layers
        if layers is None and seen is not None and before is not None and not self._why:
            # A look that was asked for while the view was hidden; the next one is whole.
            layers = before if is_same_look(before.seen, seen) else None
        self._seen, self._layers = seen, layers
        self.refresh()

    # --- Geometry -------------------------------------------------------------------------------

    def grid_for(self, width: float, height: float) -> Grid | None:
        if self._layers is None:
            return None
        layers = self._layers
        rows, columns, _ = layers.states.shape
        width -= self._profile_width(width)
        return Grid.of(self.theme, rows, columns, width, height, is_pair=layers.is_pair)

    def _profile_width(self, width: float) -> float:
        """What the curves of two models take at the right; nothing where there is one."""
        is_pair = self._layers is not None and self._layers.is_pair
        return self.theme.px(PROFILE) if is_pair and width >= self.theme.px(PROFILE_FROM) else 0.0

    @property
    def grid(self) -> Grid | None:
        return self.grid_for(self.viewport().width(), self.viewport().height())

    def content_width(self, available: float) -> float:
        grid = self.grid_for(available, self.viewport().height())
        return grid.width + self._profile_width(available) if grid else available

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
        if point.y() >= self.viewport().height() - self.theme.px(20) or self._on_profile(point):
            return None
        scrolled = QPointF(self.scrolled, self.verticalScrollBar().value())
        cell = grid.at(point + scrolled)
        return cell if cell is not None and cell[1] < len(self._session.pair) else None

    def _on_profile(self, point: QPointF) -> bool:
        width = self.viewport().width()
        return point.x() >= width - self._profile_width(width)

    # --- Painting -------------------------------------------------------------------------------

    def paint(self, painter: QPainter, width: float, height: float, scroll: float) -> None:
        self._paint(painter, width, height, QPointF(scroll, self.verticalScrollBar().value()))

    def paint_whole(self, painter: QPainter, width: float, height: float) -> None:
        self._paint(painter, width, height, QPointF(0, 0))

    def _paint(self, painter: QPainter, width: float, height: float, scroll: QPointF) -> None:
        layers, grid = self._layers, self.grid_for(min(width, self.viewport().width()), height)
        if layers is None or grid is None:
            self._paint_nothing(painter, width, height)
            return
        profile = self._profile_width(min(width, self.viewport().width()))
        whole, width = width, width - profile
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
        at.foot(QRectF(0, height - foot + 2, whole, foot - 2), self.read_out)
        if profile:
            room = QRectF(width, grid.top, profile, height - foot - grid.top)
            focus = self._session.focus
            paint_profile(painter, self.theme, room, layers, grid, focus, -scroll.y())

    def _paint_nothing(self, painter: QPainter, width: float, height: float) -> None:
        theme, muted = self.theme, self.theme.palette.muted
        if self._why:
            paragraph(painter, QRectF(0, 0, width, height), self._why, theme.sans(12), muted)
            return
        line = QRectF(0, 0, width, min(height, theme.px(60)))
        text(painter, line, tr(WAITING), theme.sans(13), muted)

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
        named = f"{token_at(layers.seen, position)} · {position}"
        return f"{named} · {layers.words(layer, position)}"

    def numbers(self) -> Table | None:
        """A line a layer and token; of two models the numbers of both."""
        seen = self._seen if self._layers is None else self._layers.seen
        layers = self._layers or Layers.of(seen)
        return None if layers is None else layers.table()

    def tip(self, point: QPointF) -> str:
        """What the curves of two models are."""
        return tr(PROFILE_TIP) if self._on_profile(point) else ""

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


def _why_none(seen: Seen, wanted: Side) -> str:
    """Why there is no difference, where that is wanted; empty where there is one."""
    if seen.other is None or wanted is not Side.DIFFERENCE:
        return ""
    return why_no_layers(seen.look, seen.other)


def _seen_rows(grid: Grid, scroll: float, height: float) -> range:
    first = int(scroll // grid.row)
    last = int((scroll + height - grid.top) // grid.row) + 1
    return range(max(0, first), min(grid.rows, last))
