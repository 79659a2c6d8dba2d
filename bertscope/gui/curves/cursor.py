"""The time cursor: the line at the step that all views look at."""

import pyqtgraph as pg
from PySide6.QtCore import QPointF

from bertscope.gui.curves.box import StepsBox
from bertscope.gui.curves.strokes import Ink
from bertscope.gui.curves.words import set_words

DASHES = (4.0, 3.0)


class TimeCursor(pg.InfiniteLine):  # type: ignore[misc]  # pyqtgraph has no types.
    """An amber line with a grip at its top; while the newest step is followed it is quieter."""

    def __init__(self, box: StepsBox) -> None:
        super().__init__(angle=90)
        self._box = box
        self.grip = pg.TextItem()
        self.grip.setParentItem(box)
        for part in (self, self.grip):
            part.setZValue(2)
        box.addItem(self, ignoreBounds=True)

    def set_ink(self, ink: Ink, *, is_chosen: bool) -> None:
        """How it is drawn: as a step that was chosen, or as the newest."""
        palette = ink.theme.palette
        edge = palette.chosen_edge
        self.setPen(ink.pen(edge, 2) if is_chosen else ink.pen(edge, 1, DASHES))
        shade = palette.on_chosen if is_chosen else palette.chosen_ink
        set_words(self.grip, ink, shade, is_bold=True)
        self.grip.fill = pg.mkBrush(palette.chosen if is_chosen else palette.card)
        self.grip.border = pg.mkPen(edge)

    def show_at(self, place: float | None, words: str) -> None:
        """Stand at a place of the axis of steps; None is nowhere."""
        box = self._box
        first, last = box.viewRange()[0]
        is_seen = place is not None and first <= place <= last
        box.cursor_at = place if is_seen else None
        self.setVisible(is_seen)
        self.grip.setVisible(is_seen)
        if place is None or not is_seen:
            return
        self.setPos(place)
        self.grip.setText(f" {words} ")
        wide = self.grip.boundingRect().width()
        left = box.mapFromView(QPointF(place, 0.0)).x() - wide / 2
        self.grip.setPos(min(max(left, 0.0), max(box.width() - wide, 0.0)), 1.0)
