"""A painted view that scrolls sideways and can be saved as a picture."""

from pathlib import Path
from typing import ClassVar, Protocol

from PySide6.QtCore import QBuffer, QEvent, QIODevice, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip

from bertscope.errors import BertscopeError
from bertscope.gui.language import tr
from bertscope.gui.painting import rounded
from bertscope.gui.table import Table
from bertscope.gui.theme import Appearance, Theme

KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


DOTS_AN_INCH = 96
"""As readers of SVG count: so a drawing is as large as the view."""


class Painting(Protocol):
    """A function that paints into ``(0, 0, width, height)``."""

    def __call__(self, painter: QPainter, width: float, height: float, /) -> None: ...


class Canvas(QAbstractScrollArea):
    """Base of the painted views: subclasses say how wide they are and paint themselves.

    What a view paints on the screen and what it saves as a picture come from the same `paint`.
    """

    TEACHES: ClassVar[str] = ""
    """A sentence or two with the formula, for who asks what is seen."""

    def __init__(self, appearance: Appearance, name: str) -> None:
        super().__init__()
        self.appearance = appearance
        self._reached_by_key = False
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        appearance.changed.connect(self.refresh)

    # --- For subclasses -------------------------------------------------------------------------

    @property
    def theme(self) -> Theme:
        return self.appearance.theme

    def content_width(self, available: float) -> float:
        """How wide the whole content is where `available` can be seen."""
        return available

    def paint(self, painter: QPainter, width: float, height: float, scroll: float) -> None:
        """Paint into ``(0, 0, width, height)`` what is seen when scrolled by `scroll`."""
        raise NotImplementedError

    def numbers(self) -> Table | None:
        """What the view shows as a table; None while it shows none."""
        return None

    def tip(self, point: QPointF) -> str:
        """What a tooltip says of a point, as rich text; empty for the view's own."""
        return ""

    def refresh(self) -> None:
        """The content is another one now."""
        width = self.viewport().width()
        bar = self.horizontalScrollBar()
        bar.setPageStep(width)
        bar.setSingleStep(max(1, width // 10))
        bar.setRange(0, max(0, int(self.content_width(width) - 1) - width))
        self.viewport().update()

    @property
    def scrolled(self) -> float:
        return float(self.horizontalScrollBar().value())

    # --- Qt -------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        # Ended in any case: a painter left open over an error takes the whole process with it.
        view = self.viewport()
        with QPainter(view) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.paint(painter, view.width(), view.height(), self.scrolled)
        if self._reached_by_key:
            self._paint_ring()

    def _paint_ring(self) -> None:
        """Where the keyboard is; the mouse needs no such mark."""
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ring = QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1)
            rounded(painter, ring, self.theme.px(6), None, self.theme.palette.segment_a, width=2)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._reached_by_key = event.reason() in KEYS
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._reached_by_key = False
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.refresh()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            words = self.tip(QPointF(event.pos()))
            if words:
                QToolTip.showText(event.globalPos(), words, self)
                return True
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        bar = self.horizontalScrollBar()
        turn = event.angleDelta().y() or event.angleDelta().x()
        if bar.maximum() == 0:
            event.ignore()
            return
        bar.setValue(bar.value() - turn)
        event.accept()

    # --- Pictures -------------------------------------------------------------------------------

    def whole_size(self) -> QSize:
        """The size of the picture with nothing scrolled away."""
        width = self.viewport().width()
        return QSize(round(max(width, self.content_width(width))), self.viewport().height())

    def paint_whole(self, painter: QPainter, width: float, height: float) -> None:
        self.paint(painter, width, height, 0.0)


def save_painting(path: Path, size: QSize, theme: Theme, paint: Painting, zoom: float) -> None:
    """Write what `paint` paints, on the theme's card colour."""
    if path.suffix.lower() not in (".png", ".svg"):
        raise BertscopeError(tr("{name}: choose a name that ends in .png or .svg.", name=path.name))
    content = QBuffer()
    content.open(QIODevice.OpenModeFlag.WriteOnly)
    if path.suffix.lower() == ".svg":
        _write_svg(content, size, theme, paint)
    else:
        paint_image(size, theme, paint, zoom).save(content, "PNG")  # type: ignore[call-overload]
    try:
        path.write_bytes(content.data().data())
    except OSError as error:
        raise BertscopeError(
            tr(
                "{path} can't be written ({error}): choose another place.",
                path=path,
                error=error.strerror,
            )
        ) from error


def _write_svg(device: QIODevice, size: QSize, theme: Theme, paint: Painting) -> None:
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)  # Tiny, the default, can't clip.
    generator.setOutputDevice(device)
    generator.setSize(size)
    generator.setResolution(DOTS_AN_INCH)
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    generator.setTitle("bertscope")
    _paint_on(QPainter(generator), size, theme, paint)


def paint_image(size: QSize, theme: Theme, paint: Painting, zoom: float) -> QImage:
    """An image of what `paint` paints, `zoom` pixels a point."""
    image = QImage(size * zoom, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.scale(zoom, zoom)
    _paint_on(painter, size, theme, paint)
    return image


def _paint_on(painter: QPainter, size: QSize, theme: Theme, paint: Painting) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRectF(0, 0, size.width(), size.height()), QColor(theme.palette.card))
    paint(painter, size.width(), size.height())
    painter.end()
