"""The input figure as a canvas: what it shows, where, and what stands under a point."""

from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap

from bertscope.gui.canvas import Canvas
from bertscope.gui.figure.content import FigureContent
from bertscope.gui.figure.geometry import Geometry, Level
from bertscope.gui.figure.numbers import figure_table
from bertscope.gui.figure.painter import FigurePainter
from bertscope.gui.figure.showing import Showing
from bertscope.gui.figure.strips import Strips, strips_of
from bertscope.gui.figure.words import (
    INPUT_TIP,
    line_tip,
    scale_tip,
    strip_tip,
    token_tip,
)
from bertscope.gui.language import tr
from bertscope.gui.masks.drawn import drawn_words
from bertscope.gui.prober import Seen
from bertscope.gui.session import Session
from bertscope.gui.table import Table
from bertscope.gui.theme import Appearance, colour


class Still(NamedTuple):
    """The figure without lights, as painted last, and for what."""

    painter: FigurePainter
    geometry: Geometry
    scroll: float
    width: int
    height: int
    ratio: float


class FigureCanvas(Canvas):
    """Shows the session's pair as the classic figure; what is done to it is its heir's.

    Parameters
    ----------
    session
        What is shown.
    appearance
        Colours and sizes.
    """

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__(appearance, tr("Input figure: tokens and their embeddings"))
        self._session = session
        self._painter: FigurePainter | None = None
        self._strips: Strips | None = None
        self._still: tuple[Still, QPixmap] | None = None
        self._fits_all = False
        self.showing = Showing(session)
        self.showing.changed.connect(self._content_changed)

    def show_seen(self, seen: Seen | None) -> None:
        self.showing.show_seen(seen)

    def _content_changed(self) -> None:
        self._painter = None
        self.refresh()

    def fit_all(self, on: bool) -> None:
        """Let all tokens be seen at once where nobody has zoomed, or give them their width."""
        self._fits_all = on
        self.refresh()

    @property
    def is_crowded(self) -> bool:
        """Whether columns are too narrow for their tokens to be written."""
        return self.geometry_now.level is Level.BANDS

    @property
    def zoom(self) -> float:
        """As of the session; 0 where all tokens are to be seen at once."""
        zoom = self.showing.content.view.zoom
        return 0.0 if self._fits_all and zoom == 1.0 else zoom

    @property
    def span(self) -> range:
        """The tokens that are being chosen."""
        return range(0)

    # --- Painting -------------------------------------------------------------------------------

    @property
    def figure(self) -> FigurePainter:
        """The painter for what is shown now."""
        if self._painter is None or self._painter.theme != self.theme:
            content = self.showing.content
            self._painter = FigurePainter(content, self.theme, self._strips_of(content))
        return self._painter

    def _strips_of(self, content: FigureContent) -> Strips | None:
        """The images of a look; they outlive edits of masks and steps of the sum."""
        made, palette = self._strips, self.theme.palette
        wanted = content.seen, palette, content.side
        if made is None or (made.seen, made.palette, made.side) != wanted:
            self._strips = strips_of(content, palette)
        return self._strips

    def geometry_for(self, width: float, height: float) -> Geometry:
        return Geometry.of(self.figure.content, self.theme, width, height, self.zoom)

    @property
    def geometry_now(self) -> Geometry:
        return self.geometry_for(self.viewport().width(), self.viewport().height())

    @property
    def _lit(self) -> int:
        """The column that is lit; none while what is shown isn't what the focus is about."""
        return -1 if self.showing.is_held else self._session.focus

    def content_width(self, available: float) -> float:
        return self.geometry_for(available, self.viewport().height()).width

    def paint(self, painter: QPainter, width: float, height: float, scroll: float) -> None:
        geometry = self.geometry_for(min(width, self.viewport().width()), height)
        self.figure.paint(painter, geometry, scroll, self._lit, width)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lay the light of the mouse over the figure as it was painted last."""
        geometry, width = self.geometry_now, self.viewport().width()
        with QPainter(self.viewport()) as painter:
            sharpness = painter.deviceTransform().m11()  # Of a picture of the window, its zoom.
            painter.drawPixmap(0, 0, self._still_picture(geometry, sharpness))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.figure.paint_lit(painter, geometry, self.scrolled, self._lit, width, self.span)

    def _still_picture(self, geometry: Geometry, ratio: float) -> QPixmap:
        view = self.viewport()
        wanted = Still(self.figure, geometry, self.scrolled, view.width(), view.height(), ratio)
        if self._still is None or self._still[0] != wanted:
            picture = QPixmap(view.size() * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(colour(self.theme.palette.card))
            with QPainter(picture) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                self.figure.paint_still(painter, geometry, self.scrolled, view.width())
            self._still = wanted, picture
        return self._still[1]

    def numbers(self) -> Table:
        """A row a token, with the lengths of its vectors and the values of their sum."""
        return figure_table(self.figure.content)

    # --- Where things are -----------------------------------------------------------------------

    def _column(self, point: QPointF) -> int | None:
        geometry = self.geometry_now
        inside = point.x() >= geometry.left
        return geometry.column_at(point.x() + self.scrolled) if inside else None

    def _label(self, point: QPointF) -> int | None:
        """The row whose label is under a point."""
        geometry = self.geometry_now
        return geometry.line_at(point.y()) if point.x() < geometry.left else None

    def _reveal(self, position: int) -> None:
        """Scroll so that the token can be seen."""
        geometry, bar = self.geometry_now, self.horizontalScrollBar()
        left, right = geometry.column_left(position), geometry.column_left(position + 1)
        if left - bar.value() < geometry.left:
            bar.setValue(int(left - geometry.left))
        elif right - bar.value() > self.viewport().width():
            bar.setValue(ceil(right - self.viewport().width()))

    def tip(self, point: QPointF) -> str:
        geometry, content = self.geometry_now, self.figure.content
        if point.y() >= geometry.scale_top - self.theme.px(4):
            below = point.y() >= geometry.height
            drawn = drawn_words(content.plan, content.rule)
            right = point.x() > self.viewport().width() / 2
            return "" if below else drawn if right else scale_tip(content)
        line, column = geometry.line_at(point.y()), self._column(point)
        if point.x() < geometry.left:
            return tr(INPUT_TIP) if line is None else line_tip(line, content.view.stage)
        if column is None:
            return ""
        if line is None:
            return token_tip(content, column)
        return strip_tip(content, line, column)
