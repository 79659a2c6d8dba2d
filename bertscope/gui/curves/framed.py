"""A view with an axis at its left and one below it."""

import pyqtgraph as pg
from PySide6.QtWidgets import QGraphicsGridLayout

MOST = 100
"""How much more of the room is the view's than the axes', which say themselves what they need."""


class Framed(pg.GraphicsWidget):  # type: ignore[misc]  # pyqtgraph has no types.
    """What is shown of `pyqtgraph.PlotItem`, without its menus.

    Those are some fifty widgets, which nobody is shown, and which Qt would dress and lay out with
    the window at each change of theme and text size.
    """

    def __init__(self, box: pg.ViewBox, left: pg.AxisItem, below: pg.AxisItem) -> None:
        super().__init__()
        self.box = box
        self.layout = QGraphicsGridLayout(self)
        self.layout.setSpacing(0)
        self.layout.setRowStretchFactor(0, MOST)
        self.layout.setColumnStretchFactor(1, MOST)
        for axis, row, column in ((left, 0, 0), (below, 1, 1)):
            axis.linkToView(box)
            self.layout.addItem(axis, row, column)
        self.layout.addItem(box, 0, 1)
