"""All plots with one axis of steps as one picture."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain
from typing import ClassVar

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent

from bertscope.gui.curves.marks import Events
from bertscope.gui.curves.plot import LEAST, Plot
from bertscope.gui.curves.quantities import CONTENT_HELP, NSP, Quantity, rows_of
from bertscope.gui.curves.scene import Scene
from bertscope.gui.curves.several import sorted_out
from bertscope.gui.curves.strokes import Ink
from bertscope.gui.curves.task_quantities import task_rows
from bertscope.gui.language import marked, tr
from bertscope.gui.run.record import RunRecord
from bertscope.gui.session import Session
from bertscope.gui.state import ViewState
from bertscope.gui.theme import Appearance
from bertscope.gui.wording import escaped

SIDE_BY_SIDE = 330
"""Design pixels from which on a plot is wide enough to stand beside another one."""


class PlotsPicture(pg.GraphicsLayoutWidget):  # type: ignore[misc]  # pyqtgraph has no types.
    """The plots, laid out by pyqtgraph; `Plots` lets hands at them.

    A change of the window or of the text size gives them several sizes in a row; they are drawn
    for the last of them, before they are painted.
    """

    TEACHES: ClassVar[str] = marked(
        "Drag the amber line: every view shows the model as it was at that step. The wheel zooms, "
        "Ctrl and a drag choose a stretch, Shift and a drag move along; a double click follows "
        "the run again. Ticks on the axis are steps whose weights are kept."
    )
    _sized = Signal()

    def __init__(self, session: Session, appearance: Appearance) -> None:
        # pyqtgraph leaves out moves of the mouse that come quickly; Qt does that better.
        pg.setConfigOptions(antialias=False, mouseRateLimit=0)
        super().__init__()
        self.session, self._appearance = session, appearance
        self.now = Scene(view=session.view)
        self.hovered: int | None = None
        self._plots: dict[Quantity, Plot] = {}
        self._rows: list[list[Quantity]] = []
        self._events, self._events_of = Events(()), self.now.run
        self._span = session.view.span
        self._is_late = False
        self._sized.connect(self._catch_up, Qt.ConnectionType.QueuedConnection)
        self.setAccessibleName(tr("Curves of the losses"))
        self.ci.setContentsMargins(0, 0, 0, 0)
        self.ci.setSpacing(0)
        session.viewed.connect(self._show_view)
        appearance.changed.connect(self._set_theme)
        appearance.taken_on.connect(self._catch_up)
        self._take_span()
        self._set_theme()

    # --- What is shown --------------------------------------------------------------------------

    def show_runs(
        self, main: RunRecord | None, others: Sequence[RunRecord], vocabulary_size: int | None
    ) -> None:
        """Draw these; the same ones with new numbers too."""
        if main is not self.now.run:
            self.hovered = None
            self._take_span()
        fitting, apart = sorted_out(main, others)
        now = replace(self.now, run=main, others=fitting, apart=apart)
        self.now = replace(now, vocabulary_size=vocabulary_size)
        if self._wanted() != self._rows:
            self._arrange()
        else:
            self._draw()

    def _show_view(self) -> None:
        """Redraw what has changed: where only the time cursor moves, that is little."""
        before, view = self.now.view, self.session.view
        self.now = replace(self.now, view=view)
        moved = view.span != self._span or view.log_steps != before.log_steps
        if moved:
            self._take_span()
        if (view.accuracy, view.total) != (before.accuracy, before.total):
            self._arrange()
        elif moved or _lines_of(view) != _lines_of(before):
            self._draw()
        else:
            for plot in self.shown:
                plot.show_cursor(self.now)

    def _take_span(self) -> None:
        """Show the stretch of steps that the session says."""
        self._span = span = self.session.view.span
        stretch = None if span is None else (self.now.place(span[0]), self.now.place(span[1]))
        self.now = replace(self.now, stretch=stretch)

    def _draw(self) -> None:
        for plot in self.shown:
            plot.draw(self.now, self._happened())
            plot.show_reading(self.hovered)

    def _happened(self) -> Events:
        """What happened in the run; sorted anew only when something has."""
        run = self.now.run
        told = [] if run is None else run.events
        if run is not self._events_of or len(told) != self._events.size:
            self._events, self._events_of = Events(told), run
        return self._events

    # --- Where the plots stand ------------------------------------------------------------------

    @property
    def shown(self) -> list[Plot]:
        """Those that are shown, from the top."""
        return [self._plots[quantity] for quantity in chain(*self._rows)]

    def _set_theme(self) -> None:
        self.setBackground(self._appearance.theme.palette.card)
        if self._wanted() != self._rows:
            self._arrange()
        else:
            self._set_ink(self.devicePixelRatioF())
            self._be_late()

    def _arrange(self) -> None:
        """Lay out the plots that are wanted; those of one row stand side by side."""
        was_late, self._is_late = self._is_late, True
        for plot in self.shown:
            plot.show_reading(None)
        self.ci.clear()
        rows = self._wanted()
        for quantity in chain(*rows):
            if quantity not in self._plots:
                self._plots[quantity] = self._made(quantity)
        self._rows = rows
        for row, quantities in enumerate(rows):
            for column, quantity in enumerate(quantities):
                plot = self._plots[quantity]
                self.ci.addItem(plot.header, 2 * row, column)
                self.ci.addItem(plot, 2 * row + 1, column)
        self._put_by()
        self._set_ink(self.devicePixelRatioF())
        self._draw()
        if not was_late:
            self._catch_up()

    def _put_by(self) -> None:
        """Leave plots that aren't wanted now to the scene, which takes them along when it goes."""
        for plot in self._plots.values():
            is_shown = plot in self.shown
            for part in (plot.header, plot):
                part.setVisible(is_shown)
                if not is_shown and part.scene() is None:
                    self.scene().addItem(part)

    def _wanted(self) -> list[list[Quantity]]:
        """The plots in rows, each alone in its row where two would be too narrow."""
        view = self.now.view
        first = next(iter(self.now.runs), None)
        if first is not None and first.recipe.task is not None:
            rows = task_rows(first, second=view.accuracy)
        else:
            rows = rows_of(accuracy=view.accuracy, total=view.total)
        if self.width() >= 2 * self._appearance.theme.px(SIDE_BY_SIDE):
            return rows
        return [[quantity] for row in rows for quantity in row]

    def _made(self, quantity: Quantity) -> Plot:
        plot = Plot(quantity)
        plot.header.grew.connect(self._be_late)
        plot.box.sigResized.connect(self._be_late)
        taught = [tr(self.TEACHES), *([tr(CONTENT_HELP)] if quantity is NSP else [])]
        plot.header.setToolTip(f"<p>{escaped(' '.join(taught))}</p>")
        return plot

    def _be_late(self) -> None:
        """Draw anew once all that is under way has its size, and before it is painted."""
        if not self._is_late:
            self._is_late = True
            self._sized.emit()

    def _catch_up(self) -> None:
        if self._is_late:
            around = None
            while around != (now := [plot.around for plot in self.shown]):
                around = now
                self._share_room()  # Another width may want other lines of words.
            self._draw()
            self._is_late = False

    def _share_room(self) -> None:
        """All plots are equally high within their axes; headers are as high as their words.

        What is too high for the panel is scrolled rather than pressed together.
        """
        layout, columns = self.ci.layout, max(len(row) for row in self._rows)
        plots = [self._plots[row[0]] for row in self._rows]
        around = [plot.around for plot in plots]
        least = self._appearance.theme.px(LEAST)
        self.setMinimumHeight(int(sum(around)) + least * len(plots))
        each = max(least, (self.height() - sum(around)) / len(plots))
        for row in range(layout.rowCount()):
            plot = plots[row // 2] if row % 2 and row // 2 < len(plots) else None
            high = each + plot.around - plot.header.minimumHeight() if plot else 0
            layout.setRowMinimumHeight(row, high)
        for column in range(layout.columnCount()):
            layout.setColumnMinimumWidth(column, self.width() / columns * (column < columns))
        # pyqtgraph gives its layout the size of the view only where that changes.
        self.ci.setGeometry(QRectF(self.viewport().rect()))
        layout.activate()

    def _set_ink(self, weight: float, *, is_quick: bool = True) -> None:
        ink = Ink(self._appearance.theme, weight)
        for number, row in enumerate(self._rows):
            below = self._rows[number + 1] if number + 1 < len(self._rows) else []
            for column, quantity in enumerate(row):
                is_last = column >= len(below)
                self._plots[quantity].set_ink(ink, names_steps=is_last, is_quick=is_quick)

    def paint_whole(self, painter: QPainter, width: float, height: float) -> None:
        """Paint all plots without what is under the mouse, lines as wide as the picture wants."""
        self._set_ink(abs(painter.deviceTransform().m11()), is_quick=False)
        for plot in self.shown:
            plot.show_reading(None)
        self.ci.layout.activate()
        for plot in self.shown:
            plot.redraw()
        self.render(painter, QRectF(0, 0, width, height), self.viewport().rect())
        self._set_ink(self.devicePixelRatioF())
        self._draw()

    # --- Qt -------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        if event is None:  # pyqtgraph is still making it.
            super().resizeEvent(event)
            return
        was_late, self._is_late = self._is_late, True
        super().resizeEvent(event)
        if self._wanted() != self._rows:
            self._arrange()
        if not was_late:
            self._catch_up()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._set_ink(self.devicePixelRatioF())
            self._be_late()
        return bool(super().event(event))


def _lines_of(view: ViewState) -> tuple[object, ...]:
    """All of a view that the lines depend on."""
    return view.smoothing, view.log_loss, view.log_steps, view.beside
