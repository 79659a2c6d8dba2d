"""A row of dots, one a page: which is turned to, and which are done."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from bertscope.gui.language import tr
from bertscope.gui.theme import Appearance

DOT, BETWEEN = 14, 6
"""Across a dot, and between two, where there is room; design pixels."""
TICK = ((0.27, 0.53), (0.44, 0.69), (0.74, 0.34))
"""On a dot of one across."""


class Dots(QWidget):
    """Paints the dots; a click on one turns to its page.

    The menu of the lesson's title does the same for the keyboard.

    Signals
    -------
    wanted(int)
        A page was clicked, from 0.
    """

    wanted = Signal(int)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._done: tuple[bool, ...] = ()
        self._number = 0
        self.setToolTip(
            tr("A dot for each page, with a tick where all is done; a click turns to it")
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self.updateGeometry)

    def show_pages(self, done: tuple[bool, ...], number: int) -> None:
        """Show for each page whether it is done, and which one is turned to."""
        self._done, self._number = done, number
        told = tr(
            "Page {number} of {count}, {done} done",
            number=number + 1,
            count=len(done),
            done=sum(done),
        )
        self.setAccessibleName(told)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(0, self._appearance.theme.px(DOT + 2))

    def spot(self, number: int) -> QRectF:
        """Where a dot is; they come closer where there are many."""
        px, count = self._appearance.theme.px, max(1, len(self._done))
        step = min(px(DOT + BETWEEN), (self.width() - 2) / count)
        across = min(px(DOT), step * DOT / (DOT + BETWEEN))
        return QRectF(1 + number * step, (self.height() - across) / 2, across, across)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        half = self._appearance.theme.px(BETWEEN) / 2
        for number in range(len(self._done)):
            if self.spot(number).adjusted(-half, -half, half, half).contains(event.position()):
                self.wanted.emit(number)
                return

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, is_done in enumerate(self._done):
            self._paint(painter, self.spot(number), number, is_done)
        painter.end()

    def _paint(self, painter: QPainter, spot: QRectF, number: int, is_done: bool) -> None:
        palette, is_here = self._appearance.theme.palette, number == self._number
        if is_done:
            tick(painter, spot, palette.token_ink, palette.card)
        elif not is_here:
            painter.setPen(QPen(QColor(palette.edge), 1.2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(spot.adjusted(2, 2, -2, -2))
        if is_here:
            painter.setPen(QPen(QColor(palette.text), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush if is_done else QColor(palette.text))
            painter.drawEllipse(spot if is_done else spot.adjusted(2, 2, -2, -2))


def tick(painter: QPainter, spot: QRectF, shade: str, ink: str) -> None:
    """Draw a tick on a round ground."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(shade))
    painter.drawEllipse(spot.adjusted(1, 1, -1, -1))
    pen = QPen(QColor(ink), max(1.4, spot.width() / 9))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(
        QPolygonF(
            [QPointF(spot.x() + x * spot.width(), spot.y() + y * spot.height()) for x, y in TICK]
        )
    )
