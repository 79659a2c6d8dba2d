"""A small plot with two axes, in the ink of the theme: for what isn't a curve over steps."""

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QResizeEvent

from bertscope.gui.curves.axes import LEFT, ROOM, Axis, plain
from bertscope.gui.curves.framed import Framed
from bertscope.gui.curves.strokes import Ink
from bertscope.gui.painting import text_width
from bertscope.gui.theme import Appearance

BELOW, NAME_AT, MARGIN = 34, 18, 8
"""Design pixels of the axis below, from its top to its name, and right of the plot."""


class NumberAxis(Axis):
    """Numbers, or shares in percent; the left one has a line across the plot at each."""

    def __init__(self, side: str, name: str, *, is_share: bool = False) -> None:
        super().__init__(side, name)
        self.is_share = is_share
        if self._is_left:
            self.setGrid(255)
            self.setZValue(-200)

    @property
    def _is_left(self) -> bool:
        return bool(self.orientation == "left")

    def set_size(self) -> None:
        """Take as much room as the text size wants."""
        px = self.theme.px
        if self._is_left:
            self.setWidth(px(LEFT))
        else:
            self.setHeight(px(BELOW))

    def words(self, value: float) -> str:
        return f"{100 * value:g} %" if self.is_share else plain(value).replace("-", "−")

    def room(self) -> float:
        return (
            self.theme.px(ROOM) if self._is_left else 2 * text_width("−0.00", self.theme.mono(11))
        )

    def resizeEvent(self, event: QResizeEvent | None = None) -> None:
        super().resizeEvent(event)
        if self._is_left:
            wide = self.label.boundingRect().width() + self.style["tickTextOffset"][0]
            self.label.setPos(self.size().width() - wide, 0)
        else:
            wide = self.label.boundingRect().width()
            self.label.setPos((self.size().width() - wide) / 2, self.theme.px(NAME_AT))


class TaskPlot(pg.GraphicsLayoutWidget):  # type: ignore[misc]  # pyqtgraph has no types.
    """One plot; subclasses fill it and `draw` it anew in an ink."""

    def __init__(self, appearance: Appearance, left: Axis, below: Axis, name: str) -> None:
        pg.setConfigOptions(antialias=False, mouseRateLimit=0)
        super().__init__()
        self.appearance = appearance
        self.box = pg.ViewBox(enableMenu=False, enableMouse=False, defaultPadding=0.0)
        self.box.disableAutoRange()
        self.item = Framed(self.box, left, below)
        self.axes = left, below
        self.ci.setContentsMargins(0, 0, 0, 0)
        self.ci.setSpacing(0)
        self.ci.addItem(self.item, 1, 0)
        self.ink, self.zoom = Ink(appearance.theme), 1.0
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        appearance.changed.connect(self._set_theme)
        self.box.sigResized.connect(self.draw)

    def marker(self, size: float) -> float:
        """The size of a marker in design pixels, which pyqtgraph paints in a picture's own."""
        return self.ink.theme.px(size) * self.zoom

    def draw(self) -> None:
        """Show what there is in the present ink."""
        raise NotImplementedError

    def _set_theme(self) -> None:
        self.set_ink(self.devicePixelRatioF())

    def set_ink(self, weight: float) -> None:
        """Take on the theme, with so many pixels a point."""
        theme = self.appearance.theme
        self.ink = Ink(theme, weight)
        self.setBackground(theme.palette.card)
        self.item.layout.setContentsMargins(0, 0, theme.px(MARGIN), 0)
        for axis in self.axes:
            axis.set_theme(theme)
            if isinstance(axis, NumberAxis):
                axis.set_size()
        self.draw()

    def paint_whole(self, painter: QPainter, width: float, height: float, /) -> None:
        """Paint all of it, its lines as wide as the picture wants."""
        self.zoom = abs(painter.deviceTransform().m11())
        self.set_ink(self.zoom)
        self.ci.layout.activate()
        self.render(painter, QRectF(0, 0, width, height), self.viewport().rect())
        self.zoom = 1.0
        self.set_ink(self.devicePixelRatioF())
