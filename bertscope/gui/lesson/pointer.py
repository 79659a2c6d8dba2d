"""Rings around real widgets: they say *here*, and are in nobody's way."""

from collections.abc import Iterable

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, QTimer, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QWidget

from bertscope.gui.lesson.places import in_sight
from bertscope.gui.theme import Appearance, colour

AWAY, LINE, HALO, ROUND = 3, 3, 4, 9
"""From the widget to the ring, the ring, the glow around it, and its corners; design pixels."""
APPEAR_MS, FROM_AFAR = 260, 10
"""How long a ring takes to come, and from how many design pixels further out."""
FOLLOWED = (
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.ZOrderChange,
    QEvent.Type.ParentChange,
)


class Pointer(QObject):
    """Points at widgets, wherever they are moved to.

    Parameters
    ----------
    owner
        With which the rings go.
    appearance
        Colours and sizes.
    """

    def __init__(self, owner: QObject, appearance: Appearance) -> None:
        super().__init__(owner)
        self._appearance = appearance
        self.rings: list[Ring] = []

    def point(self, widgets: Iterable[QWidget]) -> None:
        """Point at these, and at nothing else."""
        self.clear()
        self.rings = [Ring(widget, self._appearance) for widget in widgets]

    def clear(self) -> None:
        """Point at nothing."""
        for ring in self.rings:
            if shiboken6.isValid(ring):  # It goes with the window that it stands in.
                ring.leave()
        self.rings = []


class Ring(QWidget):
    """A ring around one widget, in the window where that is now.

    It is nothing but the ring: inside of it there is no widget that takes a mouse or is painted.
    """

    def __init__(self, around: QWidget, appearance: Appearance) -> None:
        super().__init__(around.window())
        self._around, self._appearance = around, appearance
        self._followed: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._place)
        self._coming = QVariantAnimation(self)
        self._coming.setDuration(APPEAR_MS)
        self._coming.setStartValue(0.0)
        self._coming.setEndValue(1.0)
        self._coming.valueChanged.connect(self._place)
        around.destroyed.connect(self.leave)
        appearance.changed.connect(self._soon.start)
        self._follow()
        self.hide()
        self._place()

    @property
    def around(self) -> QWidget:
        """The widget that is pointed at."""
        return self._around

    def leave(self) -> None:
        """Go, and follow nothing any more."""
        self._let_go()
        self._soon.stop()
        self._coming.stop()
        self.hide()
        self.deleteLater()

    # --- Following ------------------------------------------------------------------------------

    def _follow(self) -> None:
        """Listen to the widget and to all that it stands in."""
        self._let_go()
        self._followed = [self._around]
        while not self._followed[-1].isWindow():
            outer = self._followed[-1].parentWidget()
            if outer is None:
                break
            self._followed.append(outer)
        for widget in self._followed:
            widget.installEventFilter(self)

    def _let_go(self) -> None:
        for widget in self._followed:
            if shiboken6.isValid(widget):
                widget.removeEventFilter(self)
        self._followed = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in FOLLOWED:
            self._soon.start()
        return False

    def _place(self) -> None:
        """Stand around what can be seen of the widget now."""
        window, px = self._around.window(), self._appearance.theme.px
        if window is not self.window():
            self.setParent(window)  # A panel was taken out of the window, or put back.
        self._follow()
        seen = in_sight(self._around)
        if seen.isEmpty():
            self._coming.stop()
            self.hide()
            return
        spot = QRect(self._around.mapTo(window, seen.topLeft()), seen.size())
        away = px(AWAY + LINE + HALO) + round((1 - self._come) * px(FROM_AFAR))
        self.setGeometry(spot.adjusted(-away, -away, away, away) & window.rect())
        inner = px(HALO + LINE) + px(1)
        hole = self.rect().adjusted(inner, inner, -inner, -inner)
        corner = px(ROUND)
        self.setMask(
            QRegion(self.rect())
            - QRegion(hole.adjusted(corner, 0, -corner, 0))
            - QRegion(hole.adjusted(0, corner, 0, -corner))
        )
        if self.isHidden():
            self.show()
            self.raise_()
            self._coming.start()
        self.update()

    @property
    def _come(self) -> float:
        """How far it has come, 0 to 1."""
        is_under_way = self._coming.state() is QVariantAnimation.State.Running
        return float(self._coming.currentValue()) if is_under_way else 1.0

    # --- Painting -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line that has 3:1 on every ground, with a glow that parts it from what is there."""
        theme = self._appearance.theme
        px, shade = theme.px, theme.palette.chosen_edge
        line, halo, corner = px(LINE), px(HALO), px(ROUND)
        half = halo + line / 2
        ring = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(self._come)
        for wide, alpha in ((line + 2 * halo, 0.12), (line + halo, 0.22), (line, 1.0)):
            painter.setPen(QPen(colour(shade, alpha), wide))
            painter.drawRoundedRect(ring, corner, corner)
        painter.end()
