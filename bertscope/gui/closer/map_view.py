"""The map: where tokens go through the layers, and where the whole vocabulary lies."""

from typing import ClassVar

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QShowEvent, QWheelEvent

from bertscope.gui.canvas import Canvas
from bertscope.gui.closer.map_frame import Frame
from bertscope.gui.closer.map_painter import plot_of
from bertscope.gui.closer.map_scene import Scene
from bertscope.gui.closer.map_wish import MapWish
from bertscope.gui.closer.planes import TokenPlanes, VocabularyPlane, is_joint
from bertscope.gui.closer.token_scene import KEYS, TokenScene
from bertscope.gui.closer.vocabulary_scene import VocabularyScene
from bertscope.gui.compare.agree import why_no_rows
from bertscope.gui.compare.tables import side_by_side
from bertscope.gui.language import marked, tr
from bertscope.gui.painting import paragraph, text
from bertscope.gui.prober import Seen
from bertscope.gui.session import Session
from bertscope.gui.state import Camera, Row, Side, Space
from bertscope.gui.table import Table
from bertscope.gui.theme import Appearance
from bertscope.wire.messages import VocabularyMap

WAITING = {
    Space.TOKENS: marked("Waiting for the engine: here goes each token's way through the layers."),
    Space.VOCABULARY: marked("Waiting for the engine: here stands every token of the vocabulary."),
}
REACH, DRAG = 14, 4
"""Design pixels from which a point is under the mouse, and from which a press is a drag."""
_STEPS = {
    Qt.Key.Key_Left: QPointF(40, 0),
    Qt.Key.Key_Right: QPointF(-40, 0),
    Qt.Key.Key_Up: QPointF(0, 40),
    Qt.Key.Key_Down: QPointF(0, -40),
}


class MapView(Canvas):
    """A plane in which near means alike, as far as two directions can show it.

    Signals
    -------
    map_wanted
        The map of the vocabulary is missing or out of date; `show_map` takes it.
    """

    TEACHES: ClassVar[str] = marked(
        "The two directions along which the vectors differ most (PCA): "
        "point = (u₁·(h − mean), u₂·(h − mean)). A line follows a token from the input to the last "
        "layer; the axes say what share of the variance they show. Wheel and drag look closer."
    )
    map_wanted = Signal()

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__(appearance, tr("Map of tokens and of the vocabulary"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._session = session
        self._seen: Seen | None = None
        self._side = Side.A
        self._tokens = TokenPlanes()
        self._vocabulary = VocabularyPlane()
        self._wish = MapWish(self)
        self._wish.due.connect(self._want)
        self._scene: Scene | None = None
        self._space = session.view.space
        self._pressed: QPointF | None = None
        self._dragged = False
        self._hovered: int | None = None
        session.changed.connect(self._session_changed)
        session.focused.connect(self.viewport().update)

    def show_seen(self, seen: Seen | None) -> None:
        self._seen = seen
        self._side = Side.A if seen is None else seen.side(self._session.view.side)
        self._tokens.see(seen)
        if seen is None:
            self._wish.answered()
        self._want()
        self.viewport().update()

    def show_map(self, message: VocabularyMap | None) -> None:
        """Take the map of the vocabulary; None says that this wish can't be met."""
        self._wish.answered()
        if message is not None:
            self._vocabulary.take(message)
        self._want()
        self.viewport().update()

    def _session_changed(self) -> None:
        if self._session.view.space is not self._space:
            self._space = self._session.view.space
            self._hovered = None
        self._want()
        self.viewport().update()

    def _want(self) -> None:
        """Wish for the vocabulary's map where it is looked at and isn't that of the last look."""
        if not self.isVisible() or self._space is not Space.VOCABULARY or self._seen is None:
            return
        if not self._vocabulary.is_up_to_date(self._seen) and self._wish.may_ask():
            self.map_wanted.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._want()

    # --- What is shown --------------------------------------------------------------------------

    @property
    def scene(self) -> Scene | None:
        """What is on the map; None while there is nothing."""
        view, side = self._session.view, self._side
        if view.space is Space.TOKENS:
            if self._why:
                return None
            seen, plane = self._tokens.seen, self._tokens.plane(view.projection, side)
        else:
            seen, plane = self._seen, self._vocabulary.of(self._seen)
        if seen is None or plane is None:
            return None
        made = self._scene
        if made is None or not made.is_of(seen, plane, view.search, side):
            kind = TokenScene if view.space is Space.TOKENS else VocabularyScene
            self._scene = kind(seen, plane, view.search, side)
            self._hovered = None
        return self._scene

    @property
    def _why(self) -> str:
        """Why A's ways and B's can't be on one map; empty where they can, or needn't."""
        seen = self._seen
        if seen is None or seen.other is None or self._side is not Side.DIFFERENCE:
            return ""
        return why_no_rows(seen.look, seen.other)

    def frame_for(self, width: float, height: float) -> Frame | None:
        """How the map lies in a view of a size."""
        scene = self.scene
        if scene is None:
            return None
        plot, margin = plot_of(self.theme, width, height), self.theme.px(14)
        return Frame.of(plot, scene.plane.points, self._camera, margin)

    @property
    def _camera(self) -> Camera:
        return self._session.view.camera

    @property
    def frame(self) -> Frame | None:
        return self.frame_for(self.viewport().width(), self.viewport().height())

    def numbers(self) -> Table | None:
        """Where the points stand; of two models both, each in its own plane if need be."""
        seen, view = self._tokens.seen, self._session.view
        if view.space is Space.VOCABULARY or seen is None or seen.other is None or is_joint(seen):
            return None if self.scene is None else self.scene.numbers()
        tables = []
        for side in (Side.A, Side.B):
            plane = self._tokens.plane(view.projection, side)
            if plane is None:
                return None
            tables.append(TokenScene(seen, plane, "", side).numbers())
        return side_by_side(tables[0], tables[1], KEYS)

    def paint(self, painter: QPainter, width: float, height: float, scroll: float) -> None:
        scene, frame = self.scene, self.frame_for(width, height)
        if scene is None or frame is None:
            self._paint_nothing(painter, width, height)
            return
        scene.paint(painter, self.theme, frame, self._session.focus, self._hovered)

    def _paint_nothing(self, painter: QPainter, width: float, height: float) -> None:
        theme, muted, space = self.theme, self.theme.palette.muted, self._session.view.space
        if self._why and space is Space.TOKENS:
            paragraph(painter, QRectF(0, 0, width, height), self._why, theme.sans(12), muted)
            return
        line = QRectF(0, 0, width, min(height, theme.px(60)))
        text(painter, line, tr(WAITING[space]), theme.sans(13), muted)

    # --- Mouse ----------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed, self._dragged = event.position(), False
            event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        frame, scene = self.frame, self.scene
        if frame is None or scene is None:
            return
        if self._pressed is not None:
            self._drag(frame, event.position())
            return
        hovered = frame.nearest(scene.points, event.position(), self.theme.px(REACH))
        if hovered != self._hovered:
            self._hovered = hovered
            self.viewport().update()
        position = None if hovered is None else scene.position_of(hovered)
        self._session.set_focus(-1 if position is None else position)

    def _drag(self, frame: Frame, to: QPointF) -> None:
        assert self._pressed is not None
        by = to - self._pressed
        if self._dragged or by.manhattanLength() >= self.theme.px(DRAG):
            self._dragged, self._pressed = True, to
            self._look(frame.panned(self._camera, by))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        clicked = self._pressed is not None and not self._dragged
        self._pressed = None
        if clicked and isinstance(self.scene, TokenScene) and self._hovered is not None:
            layer, position = self.scene.state_of(self._hovered)
            if position < len(self._session.pair):
                self._session.inspect(Row.HIDDEN, position, layer)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._look(Camera())

    def wheelEvent(self, event: QWheelEvent) -> None:
        turn = event.angleDelta().y() / 120
        if turn:
            self._zoom(1.25**turn, event.position())
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = None
        self._session.set_focus(-1)
        self.viewport().update()

    # --- Keyboard -------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, frame = event.key(), self.frame
        centre = QPointF(self.viewport().rect().center())
        if frame is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            self._zoom(1.25 if key == Qt.Key.Key_Plus else 0.8, centre)
        elif key in (Qt.Key.Key_0, Qt.Key.Key_Home):
            self._look(Camera())
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self._camera == Camera():
            self._session.step_focus(1 if key == Qt.Key.Key_Right else -1)
        elif key in _STEPS:
            self._look(frame.panned(self._camera, _STEPS[Qt.Key(key)]))
        else:
            super().keyPressEvent(event)

    def _zoom(self, factor: float, at: QPointF) -> None:
        frame = self.frame
        if frame is not None:
            self._look(frame.zoomed(self._camera, factor, at))

    def _look(self, camera: Camera) -> None:
        self._session.set_view(marked("Look closer at the map"), camera=camera)
