"""The two loss curves, live. Imported only after the window has been painted: pyqtgraph is slow."""

from math import log

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPoint, QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from bertscope.gui.palette import ink_of
from bertscope.gui.run.history import Floats, History, metrics_table, smoothed, thinned
from bertscope.gui.session import Session
from bertscope.gui.state import MOST_SMOOTHING
from bertscope.gui.table import Table
from bertscope.gui.theme import Appearance, Theme, colour

FRAME_MS = 33
GAP = 16
SMOOTH_BUCKETS = 200
"""The bold line is smooth and may be thinner than the raw one: wide antialiased pens are slow."""

CONTENT_HELP = (
    "By content alone: where a false B differs from the true one in what it is about, and not in "
    "its form. Guessing is 50 %."
)


class LossPlot(QWidget):
    """One loss: raw and smoothed training values, held-out values, the line for guessing.

    Parameters
    ----------
    title
        The loss's name.
    name
        The prefix of its series in `History`.
    guess_name
        How the value for guessing is written.

    Signals
    -------
    pointed(float)
        The step under the mouse.
    """

    pointed = Signal(float)

    def __init__(self, title: str, name: str, guess_name: str) -> None:
        super().__init__()
        self._title, self._name, self._guess_name = title, name, guess_name
        self._guess: float | None = None
        self.header = QLabel()
        self.header.setTextFormat(Qt.TextFormat.RichText)
        self.header.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.plot = pg.PlotWidget(background=None, enableMenu=False)
        self.plot.setAccessibleName(f"{title} curve")
        self.plot.hideButtons()
        self.plot.setLabel("bottom", "step")
        self.plot.setLabel("left", "nats")
        self.plot.setMinimumHeight(84)
        item = self.plot.getPlotItem()
        # pyqtgraph makes this menu without a parent, and it would outlive the window.
        item.ctrlMenu.setParent(self, item.ctrlMenu.windowFlags())
        for side in ("left", "bottom"):
            # Called later it would freeze the scale of the moment, and 0.7 nats would read 700.
            item.getAxis(side).enableAutoSIPrefix(False)
        item.showGrid(x=False, y=True, alpha=0.15)
        item.getViewBox().setDefaultPadding(0.02)
        self._raw = item.plot(skipFiniteCheck=True)
        self._smooth = item.plot(antialias=True, skipFiniteCheck=True)
        self._held_out = item.plot(antialias=True, symbol="o", symbolSize=5)
        self._guess_line = pg.InfiniteLine(angle=0)
        self._guess_words = pg.TextItem(anchor=(1, 1))
        self._cursor = pg.InfiniteLine(angle=90)
        for extra in (self._guess_line, self._guess_words, self._cursor):
            item.addItem(extra, ignoreBounds=True)
            extra.hide()
        self.plot.scene().sigMouseMoved.connect(self._moved)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.header)
        column.addWidget(self.plot, 1)

    # --- Look -----------------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        palette = theme.palette
        hue = palette.mlm if self._name == "mlm" else palette.nsp
        self._raw.setPen(pg.mkPen(colour(hue, 0.35), width=1))
        self._smooth.setPen(pg.mkPen(hue, width=2))
        self._held_out.setPen(pg.mkPen(palette.text, width=1, style=Qt.PenStyle.DashLine))
        self._held_out.setSymbolBrush(QColor(palette.card))
        self._held_out.setSymbolPen(pg.mkPen(palette.text, width=1))
        self._guess_line.setPen(pg.mkPen(palette.muted, style=Qt.PenStyle.DotLine))
        self._guess_words.setColor(QColor(palette.muted))
        self._guess_words.setFont(theme.sans(11))
        self._cursor.setPen(pg.mkPen(palette.chosen_edge, width=1))
        self.plot.setBackground(palette.card)
        item = self.plot.getPlotItem()
        for side in ("left", "bottom"):
            axis = item.getAxis(side)
            axis.setPen(pg.mkPen(palette.line))
            axis.setTextPen(pg.mkPen(palette.muted))
            axis.setTickFont(theme.mono(11))
            axis.label.setFont(theme.sans(11))
            axis.label.setDefaultTextColor(QColor(palette.muted))
        item.getAxis("left").setWidth(theme.px(52))

    def set_guess(self, value: float | None) -> None:
        """Where the loss of mere guessing lies."""
        self._guess = value
        self._place_guess()

    def set_log(self, log_scale: bool) -> None:
        self.plot.setLogMode(x=False, y=log_scale)
        self._place_guess()

    def _place_guess(self) -> None:
        shown = self._guess is not None
        self._guess_line.setVisible(shown)
        self._guess_words.setVisible(shown)
        if self._guess is not None:
            logged = self.plot.getPlotItem().getAxis("left").logMode
            height = log(self._guess, 10) if logged else self._guess
            self._guess_line.setPos(height)
            self._guess_words.setText(f"guessing: {self._guess_name} = {self._guess:.2f}")
            right = self.plot.getPlotItem().getViewBox().viewRange()[0][1]
            self._guess_words.setPos(right, height)

    # --- Numbers --------------------------------------------------------------------------------

    def show_history(self, history: History, window: float, steps: int, theme: Theme) -> None:
        series = history.series[f"{self._name}_loss"]
        held = history.series[f"held_out_{self._name}_loss"]
        self._raw.setData(*thinned(series.steps, series.values))
        smooth = smoothed(series.values, window)
        self._smooth.setData(*_every(series.steps, smooth))
        self._held_out.setData(*_every(held.steps, held.values))
        item = self.plot.getPlotItem()
        reached = float(series.steps[-1]) if len(series) else 0.0
        item.getViewBox().setXRange(0, max(steps, reached, 1), padding=0.01)
        guess = [] if self._guess is None else [self._guess]
        if item.getAxis("left").logMode:
            ends = _log_ends(np.concatenate([guess, held.values, series.values]))
        else:
            ends = 0.0, float(np.concatenate([guess, held.values, smooth]).max(initial=0)) * 1.16
        item.getViewBox().setYRange(ends[0], ends[1] or 1.0, padding=0)
        self._place_guess()
        self._show_header(history, smooth, theme)

    def _show_header(self, history: History, smooth: Floats, theme: Theme) -> None:
        palette = theme.palette
        hue = palette.mlm if self._name == "mlm" else palette.nsp
        held = history.series[f"held_out_{self._name}_loss"].last
        accuracy = history.series[f"held_out_{self._name}_accuracy"].last
        parts = [_strong(self._title, palette.text)]
        if len(smooth):
            parts.append(_strong(f"━ train {smooth[-1]:.3f}", ink_of(hue)))
        if held is not None:
            parts.append(_strong(f"┅ held out {held:.3f}", palette.text))
        words = "&nbsp;"  # The line is there from the start, so that the plot doesn't jump.
        if accuracy is not None:
            words = f"held out: accuracy {accuracy:.0%}"
            by_content = history.series["held_out_nsp_decoy_accuracy"].last
            if self._name == "nsp" and by_content is not None:
                words += f", by content alone {by_content:.0%}"
        second = f"<span style='color:{palette.muted}'>{words}</span>"
        self.header.setText("&nbsp;&nbsp;".join(parts) + "<br>" + second)
        if self._name == "nsp":
            self.header.setToolTip(CONTENT_HELP)

    # --- Cursor ---------------------------------------------------------------------------------

    def show_cursor(self, step: float | None) -> None:
        self._cursor.setVisible(step is not None)
        if step is not None:
            self._cursor.setPos(step)

    def _moved(self, point: QPointF) -> None:
        box = self.plot.getPlotItem().getViewBox()
        if box.sceneBoundingRect().contains(point):
            self.pointed.emit(box.mapSceneToView(point).x())


def _strong(words: str, shade: str) -> str:
    return f"<span style='color:{shade}; font-weight:600'>{words}</span>"


def _log_ends(values: Floats) -> tuple[float, float]:
    """Where a logarithmic axis begins and ends, as powers of ten: a decade at the least."""
    positive = values[values > 0]
    if not len(positive):
        return -1.0, 1.0
    low, high = log(positive.min(), 10), log(positive.max(), 10)
    return min(low, high - 1) - 0.1, high + 0.1


def _every(steps: Floats, values: Floats) -> tuple[Floats, Floats]:
    """Evenly picked points of a smooth curve, the last one among them."""
    if len(values) <= SMOOTH_BUCKETS:
        return steps, values
    kept = np.linspace(0, len(values) - 1, SMOOTH_BUCKETS).astype(np.intp)
    return steps[kept], values[kept]


class CurvesView(QWidget):
    """Masked-LM and next-sentence loss over the steps, with one cursor."""

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__()
        pg.setConfigOptions(antialias=False)
        self._session = session
        self._appearance = appearance
        self._history = History()
        self._steps = 1
        self._shown: tuple[int, bool] = (-1, False)
        self.mlm = LossPlot("Masked LM loss", "mlm", "ln V")
        self.nsp = LossPlot("Next sentence loss", "nsp", "ln 2")
        self.nsp.plot.setXLink(self.mlm.plot)
        self.readout = QLabel()
        self.readout.setProperty("role", "muted")
        self.readout.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._smoothing = QSlider(Qt.Orientation.Horizontal)
        self._smoothing.setAccessibleName("Smoothing of the bold line, in steps")
        self._smoothing.setRange(0, MOST_SMOOTHING)
        self._smoothing.setMaximumWidth(120)
        self._log = QCheckBox("log")
        self._log.setToolTip("Logarithmic loss axis")
        self._lay_out()
        self._dirty = True
        self._frame = QTimer(self, interval=FRAME_MS)
        self._frame.timeout.connect(self._draw_if_dirty)
        self._frame.start()
        self._smoothing.valueChanged.connect(
            lambda steps: session.set_view("Smooth the curves", smoothing=steps)
        )
        self._log.toggled.connect(
            lambda on: session.set_view("Change the axis of the losses", log_loss=on)
        )
        session.changed.connect(self._show_view)
        appearance.changed.connect(self._set_theme)
        for plot in (self.mlm, self.nsp):
            plot.pointed.connect(self._read_out)
        self._set_theme()
        self._show_view()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.mlm, 1)
        column.addWidget(self.nsp, 1)
        row = QHBoxLayout()
        label = QLabel("smoothing")
        label.setProperty("role", "muted")
        row.addWidget(label)
        row.addWidget(self._smoothing)
        row.addWidget(self._log)
        row.addWidget(self.readout, 1)
        column.addLayout(row)

    def show_run(self, history: History, steps: int, vocabulary_size: int | None) -> None:
        """Draw another run, or the same one with new numbers."""
        self._history, self._steps = history, steps
        if vocabulary_size is not None:
            self.mlm.set_guess(log(vocabulary_size))
            self.nsp.set_guess(log(2))
        self.mark_dirty()

    def mark_dirty(self) -> None:
        self._dirty = True

    def _draw_if_dirty(self) -> None:
        if self._dirty:
            self.draw()

    def draw(self) -> None:
        """Draw now; otherwise the next frame does."""
        self._dirty = False
        for plot in (self.mlm, self.nsp):
            plot.show_history(self._history, self._shown[0], self._steps, self._appearance.theme)

    def _set_theme(self) -> None:
        for plot in (self.mlm, self.nsp):
            plot.set_theme(self._appearance.theme)
        self.mark_dirty()

    def _show_view(self) -> None:
        """Smooth and scale as the session says."""
        view = self._session.view
        if self._shown == (view.smoothing, view.log_loss):
            return
        self._shown = view.smoothing, view.log_loss
        self._smoothing.setValue(view.smoothing)
        self._log.setChecked(view.log_loss)
        for plot in (self.mlm, self.nsp):
            plot.set_log(view.log_loss)
        self.mark_dirty()

    def _read_out(self, step: float) -> None:
        steps = self._history.series["mlm_loss"].steps
        if not len(steps):
            return
        nearest = int(steps[np.abs(steps - step).argmin()])
        values = self._history.at(nearest)
        for plot in (self.mlm, self.nsp):
            plot.show_cursor(nearest)
        self.readout.setText(
            f"step {nearest:,}: {values['mlm_loss']:.3f} + {values['nsp_loss']:.3f} = "
            f"{values['mlm_loss'] + values['nsp_loss']:.3f}"
        )

    # --- Getting them out -----------------------------------------------------------------------

    @property
    def theme(self) -> Theme:
        return self._appearance.theme

    def whole_size(self) -> QSize:
        return QSize(self.width(), self.mlm.height() + GAP + self.nsp.height())

    def paint_whole(self, painter: QPainter, width: float, height: float, /) -> None:
        """Paint both plots, the newest numbers in them."""
        self.draw()
        for plot in (self.mlm, self.nsp):
            plot.render(painter, QPoint(), renderFlags=QWidget.RenderFlag.DrawChildren)
            painter.translate(0, plot.height() + GAP)

    def numbers(self) -> Table | None:
        return metrics_table(self._history) if self._history.rows else None
