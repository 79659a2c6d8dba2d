"""A bubble with an arrow towards what it tells of."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from bertscope.gui.lesson.places import in_sight
from bertscope.gui.palette import colour
from bertscope.gui.theme import Appearance
from bertscope.gui.welcome.placing import Side, Spot, best_spot
from bertscope.gui.welcome.watch import Watch

WIDTHS = (340, 290, 440)
"""Of a bubble, the best first; the others where there is no room for it."""
MARGIN, ARROW, RADIUS, INSIDE, EDGE = 11, 12, 10, 16, 6
"""Around the bubble for its shadow, from it to what it points at, of its corners, around its words,
and from the edge of the window; design pixels."""
SHADOW = {False: 0.035, True: 0.10}
"""How dark each of the rings of the shadow is, in light and in dark."""


class Bubble(QWidget):
    """Stands in a window beside some of its widgets, hides none of them, and follows them.

    It is a part of the window and no window of its own, so it can't get lost behind it.

    Attributes
    ----------
    around
        Design pixels around what it points at that are kept free too.
    column
        What is in it, for subclasses to fill.
    spot
        Where it stands; None while nothing that it points at can be seen.
    """

    around: ClassVar[int] = 0

    def __init__(self, window: QWidget, appearance: Appearance, name: str) -> None:
        super().__init__(window)
        self.appearance = appearance
        self.spot: Spot | None = None
        self._targets: Sequence[QWidget] = ()
        self.setAccessibleName(name)
        self.column = QVBoxLayout(self)
        self._watch = Watch(self)
        self._watch.moved.connect(self.arrange)
        appearance.taken_on.connect(self.arrange)
        self.hide()

    # --- Showing --------------------------------------------------------------------------------

    def point_at(self, targets: Sequence[QWidget]) -> None:
        """Stand beside the first of these, in its window, and hide none of them."""
        self._targets = targets
        if targets and self.parentWidget() is not targets[0].window():
            self.setParent(targets[0].window())
        self._watch.follow([*targets, self._home])
        self.show()
        self.arrange()
        self.raise_()

    def arrange(self) -> None:
        """Stand where there is room now."""
        if self.isHidden():
            return
        self._watch.follow([*self._targets, self._home])
        self._set_distances()
        px, seen, room = self.appearance.theme.px, self._seen_targets(), self._room
        sizes = [self._size(min(px(width), room.width())) for width in WIDTHS]
        if seen:
            self.spot = best_spot(seen, sizes, room, px(ARROW), px(RADIUS + ARROW))
            box = self.spot.box
        else:
            self.spot = None
            box = QRect(QPoint(), sizes[0])
            box.moveBottomRight(room.bottomRight())
        margin = self._margin
        self.setGeometry(box.adjusted(-margin, -margin, margin, margin))
        self.update()

    @property
    def box(self) -> QRect:
        """Where it stands in its window, without arrow and shadow."""
        margin = self._margin
        return self.geometry().adjusted(margin, margin, -margin, -margin)

    @property
    def _margin(self) -> int:
        return self.appearance.theme.px(MARGIN)

    @property
    def _home(self) -> QWidget:
        home = self.parentWidget()
        assert home is not None
        return home

    @property
    def _room(self) -> QRect:
        """All of the window but menus and status bar."""
        home, edge = self._home, self.appearance.theme.px(EDGE)
        inner = home.centralWidget() if isinstance(home, QMainWindow) else None
        room = inner.geometry() if inner is not None else home.rect()
        return room.adjusted(edge, edge, -edge, -edge)

    def _seen_targets(self) -> list[QRect]:
        """What can be seen of what it points at, in its window, with what is drawn around it."""
        away = self.appearance.theme.px(self.around)
        seen = []
        for widget in self._targets:
            part = in_sight(widget)
            if widget.window() is self._home and not part.isEmpty():
                place = QRect(widget.mapTo(self._home, part.topLeft()), part.size())
                seen.append(place.adjusted(-away, -away, away, away))
        return seen

    def _size(self, width: int) -> QSize:
        """Its size at a width, without the margin."""
        wide = width + 2 * self._margin
        return QSize(width, self.column.totalHeightForWidth(wide) - 2 * self._margin)

    def _set_distances(self) -> None:
        px = self.appearance.theme.px
        around = px(MARGIN + INSIDE)
        self.column.setContentsMargins(around, around - px(2), around, around - px(4))
        self.column.setSpacing(px(8))

    # --- Painting -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.appearance.theme
        shape = self._shape()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            dark = colour("#000000", SHADOW[theme.palette.is_dark])
            for ring in range(theme.px(MARGIN) - 2, 0, -2):
                painter.setPen(QPen(dark, 2 * ring, j=Qt.PenJoinStyle.RoundJoin))
                painter.drawPath(shape.translated(0, theme.px(1)))
            painter.setPen(QPen(QColor(theme.palette.edge), 1))
            painter.setBrush(QColor(theme.palette.card))
            painter.drawPath(shape)

    def _shape(self) -> QPainterPath:
        """The bubble with its arrow."""
        px, margin = self.appearance.theme.px, self._margin
        box = QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)
        box.adjust(0.5, 0.5, -0.5, -0.5)
        shape = QPainterPath()
        shape.addRoundedRect(box, px(RADIUS), px(RADIUS))
        if self.spot is None or self.spot.covered:
            return shape
        arrow = QPainterPath()
        arrow.addPolygon(self._arrow(box, self.spot))
        arrow.closeSubpath()
        return shape.united(arrow)

    def _arrow(self, box: QRectF, spot: Spot) -> QPolygonF:
        """From the edge towards the tip, as far as the margin lets it."""
        half, into = self.appearance.theme.px(8), 1.0
        tip = QPointF(spot.tip - self.pos())
        if spot.side in (Side.RIGHT, Side.LEFT):
            edge = box.left() + into if spot.side is Side.RIGHT else box.right() - into
            end = max(1.0, tip.x()) if spot.side is Side.RIGHT else min(self.width() - 1.0, tip.x())
            ends = (QPointF(edge, tip.y() - half), QPointF(end, tip.y()))
            return QPolygonF([*ends, QPointF(edge, tip.y() + half)])
        edge = box.top() + into if spot.side is Side.BELOW else box.bottom() - into
        end = max(1.0, tip.y()) if spot.side is Side.BELOW else min(self.height() - 1.0, tip.y())
        ends = (QPointF(tip.x() - half, edge), QPointF(tip.x(), end))
        return QPolygonF([*ends, QPointF(tip.x() + half, edge)])
