"""What the mouse and the keyboard do to the curves."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter

from bertscope.gui.canvas import KEYS
from bertscope.gui.curves.box import StepsBox
from bertscope.gui.curves.picture import PlotsPicture
from bertscope.gui.curves.plot import Plot
from bertscope.gui.curves.quantities import Quantity
from bertscope.gui.language import marked
from bertscope.gui.painting import rounded
from bertscope.gui.session import Session
from bertscope.gui.theme import Appearance

REST_MS = 250
"""After so long without a turn of the wheel the new stretch is one step of undo."""
WHOLE = 0.999
"""The share of the whole that is as good as the whole."""
TRAVEL, ZOOM = marked("Travel to a step"), marked("Show other steps")
FOLLOW = marked("Follow the run")


class Plots(PlotsPicture):
    """The plots, whose steps can be looked at closely and travelled to.

    Signals
    -------
    travelled(float)
        The time cursor is being dragged: the step it is at, which need not be a kept one.
    """

    travelled = Signal(float)

    def __init__(self, session: Session, appearance: Appearance) -> None:
        self._step_before: int | None = None
        self._reached_by_key = False
        super().__init__(session, appearance)
        self._rest = QTimer(self, interval=REST_MS, singleShot=True)
        self._rest.timeout.connect(self.settle)
        self.scene().setMoveDistance(2)

    def _made(self, quantity: Quantity) -> Plot:
        plot = super()._made(quantity)
        box = plot.box
        box.travelled.connect(self._travel)
        box.pressed.connect(self._remember_step)
        box.followed.connect(self._follow_again)
        box.released.connect(self.settle)
        box.pointed.connect(partial(self._point, plot))
        box.sigRangeChangedManually.connect(partial(self._moved, box))
        return plot

    # --- Stretch of steps -----------------------------------------------------------------------

    def zoom(self, factor: float) -> None:
        """Show `factor` times as many steps."""
        self._change(lambda box: box.scaleBy(x=factor))

    def pan(self, share: float) -> None:
        """Move along by a share of the width."""
        self._change(lambda box: box.translateBy(x=share * box.viewRect().width()))

    def _change(self, change: Callable[[StepsBox], None]) -> None:
        box = self.shown[0].box
        change(box)
        self._moved(box)

    def _moved(self, box: StepsBox, *_axes: object) -> None:
        """Show a plot's stretch in all; it is one step of undo when the hand rests."""
        first, last = box.viewRange()[0]
        whole = self.now.whole
        covers = last - first >= WHOLE * (whole[1] - whole[0])
        self.now = replace(self.now, stretch=None if covers else (first, last))
        self._rest.start()
        self._draw()

    def settle(self) -> None:
        """What has been shown at last is what the session says."""
        self._rest.stop()
        stretch, now = self.now.stretch, self.now
        span = None if stretch is None else (now.step_at(stretch[0]), now.step_at(stretch[1]))
        if span != self._span:
            self._span = span
            self.session.set_view(FOLLOW if span is None else ZOOM, span=span)

    def follow(self) -> None:
        """Show the whole run, and its new steps as they come."""
        self.now = replace(self.now, stretch=None)
        self._draw()
        self.settle()

    # --- Mouse ----------------------------------------------------------------------------------

    def _travel(self, place: float) -> None:
        run = self.now.run
        if run is not None and len(run.history):
            self.travelled.emit(min(max(self.now.step_at(place), 0.0), float(run.step)))

    def _remember_step(self) -> None:
        self._step_before = self.session.view.step

    def _follow_again(self) -> None:
        """Take back the step that the first of two clicks travelled to."""
        self.session.set_view(TRAVEL, step=self._step_before)
        self.follow()

    def _point(self, plot: Plot, at: QPointF | None) -> None:
        """Say what is under the mouse: all numbers of its step, and what its sign means."""
        step = None
        if at is not None:
            step = self.now.nearest(self.now.step_at(plot.box.mapToView(at).x()))
            plot.box.setToolTip(plot.labels.tip_at(at))
        if step != self.hovered:
            self.hovered = step
            for shown in self.shown:
                shown.show_reading(step)

    # --- Keyboard -------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End):
            self._travel_by_key(key)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(0.5)
        elif key == Qt.Key.Key_Minus:
            self.zoom(2.0)
        elif key == Qt.Key.Key_0:
            self.follow()
        else:
            event.ignore()

    def _travel_by_key(self, key: Qt.Key) -> None:
        now, at = self.now, self.now.cursor
        if at is None or not now.stops:
            return
        steps = {
            Qt.Key.Key_Left: now.before(at),
            Qt.Key.Key_Right: now.after(at),
            Qt.Key.Key_Home: now.stops[0],
            Qt.Key.Key_End: None,
        }
        self.session.set_view(TRAVEL, step=steps[key])

    # --- Focus ----------------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._reached_by_key = event.reason() in KEYS
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.settle()
        super().focusOutEvent(event)
        self._reached_by_key = False
        self.viewport().update()

    def drawForeground(self, painter: QPainter, _part: QRectF) -> None:
        """Where the keyboard is; the mouse needs no such mark."""
        if self._reached_by_key:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            theme, ring = self._appearance.theme, QRectF(self.viewport().rect())
            edge = theme.palette.segment_a
            rounded(painter, ring.adjusted(1, 1, -1, -1), theme.px(6), None, edge, width=2)
