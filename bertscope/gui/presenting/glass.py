"""What lies over the picture: strokes of a pen, a laser's dot, a spotlight's shade.

It is painted over the views, which live on under it, and takes the mouse only while the pen is on.
"""

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QRadialGradient,
)
from PySide6.QtWidgets import QWidget

from bertscope.gui.controls import label
from bertscope.gui.language import marked, tr
from bertscope.gui.theme import Appearance, colour

PEN_WIDTH, DOT, GLOW, SPOT_MARGIN = 4.0, 5.0, 14.0, 6.0
"""Design pixels: of a stroke, the laser's dot and its glow, and around what is in the spotlight."""
TRAIL_SECONDS = 0.3
FRAME_MS = 16
SHADE = {False: 0.62, True: 0.72}
"""How dark all else is beside a spotlight, in light and in dark."""
LASER = "#FF2A1F"
PEN_HINT = marked("Pen · {colour} · 1 2 3 colour · Ctrl+Z takes back · E erases · P puts it away")
GREETING = marked("Esc: leave · ?: all keys")
GREETING_MS = 5000
COLOURS = (marked("red"), marked("blue"), marked("amber"))


@dataclass
class Stroke:
    """One line of the pen."""

    shade: str
    path: QPainterPath
    last: QPointF = field(default_factory=QPointF)


class Glass(QWidget):
    """Lies over a window.

    Attributes
    ----------
    strokes
        The lines on this page, oldest first.
    pen
        The number of the pen's colour; None while it is put away.
    laser
        Whether the dot follows the mouse.
    spot
        What alone is lit; None for all.
    """

    def __init__(
        self,
        window: QWidget,
        appearance: Appearance,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(window)
        self._appearance, self._clock = appearance, clock
        self.strokes: list[Stroke] = []
        self.pen: int | None = None
        self.laser = False
        self.spot: QWidget | None = None
        self._trail: deque[tuple[QPointF, float]] = deque()
        self._fading = QTimer(self, interval=FRAME_MS)
        self._fading.timeout.connect(self._fade)
        self.hint = label("", "key")
        self.hint.setParent(self)
        self.setAccessibleName(tr("Drawn on the picture"))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hint.hide()
        appearance.taken_on.connect(self._place_hint)
        self._greeting = QTimer(self, interval=GREETING_MS, singleShot=True)
        self._greeting.timeout.connect(self.hint.hide)

    def greet(self) -> None:
        """Say for a while how to leave: no menu is in sight that would."""
        self.hint.setText(tr(GREETING))
        self.hint.show()
        self._place_hint()
        self._greeting.start()

    # --- Tools ----------------------------------------------------------------------------------

    def take_pen(self, number: int | None) -> None:
        """Draw in a colour from now on; None puts the pen away."""
        self.pen = number
        self._greeting.stop()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, number is None)
        if number is None:
            self.unsetCursor()
        else:
            self.setCursor(Qt.CursorShape.CrossCursor)
            self.hint.setText(tr(PEN_HINT, colour=tr(COLOURS[number])))
        self.hint.setVisible(number is not None)
        self._place_hint()

    def take_back(self) -> None:
        """Take the newest stroke away."""
        if self.strokes:
            self.strokes.pop()
            self.update()

    def erase(self) -> None:
        """Take all strokes away."""
        self.strokes.clear()
        self.update()

    def set_laser(self, on: bool) -> None:
        """Show the dot, or no longer."""
        self.laser = on
        self._trail.clear()
        self._fading.stop()
        self.update()

    def point_at(self, point: QPointF) -> None:
        """The mouse is there now."""
        if self.laser:
            self._trail.append((point, self._clock()))
            self.update(self._trail_rect())
            if not self._fading.isActive():
                self._fading.start()

    def light(self, widget: QWidget | None) -> None:
        """Dim everything but a view; None lights all again."""
        if self.spot is not None:
            self.spot.removeEventFilter(self)
        self.spot = widget
        if widget is not None:
            widget.installEventFilter(self)
        self.update()

    def rest(self) -> None:
        """Put everything away."""
        self.take_pen(None)
        self.set_laser(False)
        self.light(None)
        self.erase()

    # --- The mouse, while the pen is on ---------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.pen is not None and event.button() == Qt.MouseButton.LeftButton:
            path = QPainterPath(event.position())
            path.lineTo(event.position() + QPointF(0.1, 0))  # A dot, where it doesn't move on.
            self.strokes.append(Stroke(self._shades[self.pen], path, event.position()))
            self._touch(event.position(), event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.strokes and event.buttons() & Qt.MouseButton.LeftButton:
            stroke, point = self.strokes[-1], event.position()
            middle = (stroke.last + point) / 2
            stroke.path.quadTo(stroke.last, middle)  # Through the middles: a line without corners.
            self._touch(stroke.last, point)
            stroke.last = point

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.strokes:
            self.strokes[-1].path.lineTo(event.position())
            self._touch(self.strokes[-1].last, event.position())

    def _touch(self, begin: QPointF, end: QPointF) -> None:
        """Paint anew what lies around a piece of a stroke, which bends over both neighbours."""
        margin = 8 * self._px(PEN_WIDTH)
        around = QRectF(begin, end).normalized().adjusted(-margin, -margin, margin, margin)
        self.update(around.toAlignedRect())

    # --- Qt -------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self.spot and kind in (QEvent.Type.Resize, QEvent.Type.Move):
            self.update()
        elif watched is self.spot and kind == QEvent.Type.Hide:
            self.light(None)
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not (self.spot or self.strokes or self._trail):
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.spot is not None:
                self._paint_shade(painter, self.spot)
            for stroke in self.strokes:
                painter.strokePath(stroke.path, self._ink(stroke.shade))
            self._paint_laser(painter)

    def _ink(self, shade: str) -> QPen:
        round_cap, round_join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        line = Qt.PenStyle.SolidLine
        return QPen(QColor(shade), self._px(PEN_WIDTH), line, round_cap, round_join)

    def _paint_shade(self, painter: QPainter, spot: QWidget) -> None:
        margin = self._px(SPOT_MARGIN)
        corner = self.mapFromGlobal(spot.mapToGlobal(QPoint()))
        lit = QRectF(QRect(corner, spot.size())).adjusted(-margin, -margin, margin, margin)
        shade, hole = QPainterPath(), QPainterPath()
        shade.addRect(QRectF(self.rect()))
        hole.addRoundedRect(lit, 2 * margin, 2 * margin)
        strength = SHADE[self._appearance.theme.palette.is_dark]
        painter.fillPath(shade.subtracted(hole), colour("#000000", strength))

    def _paint_laser(self, painter: QPainter) -> None:
        now, dot = self._clock(), self._px(DOT)
        painter.setPen(Qt.PenStyle.NoPen)
        for point, then in list(self._trail)[:-1]:
            left = max(0.0, 1 - (now - then) / TRAIL_SECONDS)
            painter.setBrush(colour(LASER, 0.5 * left))
            painter.drawEllipse(point, dot * left, dot * left)
        if self._trail:
            point, glow = self._trail[-1][0], self._px(GLOW)
            soft = QRadialGradient(point, glow)
            for at, alpha in ((0.0, 1.0), (dot / glow, 0.9), (0.5, 0.35), (1.0, 0.0)):
                soft.setColorAt(at, colour(LASER, alpha))
            painter.setBrush(soft)
            painter.drawEllipse(point, glow, glow)

    # --- Parts ----------------------------------------------------------------------------------

    def _fade(self) -> None:
        """Let go of the end of the trail; the dot itself stays."""
        before, now = self._trail_rect(), self._clock()
        while len(self._trail) > 1 and now - self._trail[0][1] >= TRAIL_SECONDS:
            self._trail.popleft()
        if len(self._trail) <= 1:
            self._fading.stop()
        self.update(before)

    def _trail_rect(self) -> QRect:
        glow, around = self._px(GLOW) + 2, QRectF()
        for point, _ in self._trail:
            around |= QRectF(point.x() - glow, point.y() - glow, 2 * glow, 2 * glow)
        return around.toAlignedRect()

    @property
    def _shades(self) -> tuple[str, str, str]:
        palette = self._appearance.theme.palette
        return palette.error, palette.segment_a, palette.chosen_edge

    def _px(self, size: float) -> float:
        return size * self._appearance.theme.scale

    def _place_hint(self) -> None:
        self.hint.adjustSize()
        margin = round(self._px(10))
        room = self.rect().adjusted(margin, margin, -margin, -margin)
        self.hint.move(room.right() - self.hint.width(), room.bottom() - self.hint.height())
