"""The curves of a run, live, and of other runs laid over it."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from bertscope.gui.curves.controls import CurvesControls
from bertscope.gui.curves.differences import DifferencesDialog
from bertscope.gui.curves.history import metrics_table, runs_table
from bertscope.gui.curves.plots import Plots
from bertscope.gui.run.record import RunRecord
from bertscope.gui.session import Session
from bertscope.gui.table import Table
from bertscope.gui.theme import Appearance, Theme

FRAME_MS = 33
"""New numbers are painted this often at the most; what the hand does, at once."""
LEAST = 190
"""Design pixels from which on the plots are scrolled rather than pressed together."""


class CurvesView(QWidget):
    """Losses and accuracies over the steps, with one axis of steps and one time cursor.

    Signals
    -------
    travelled(float)
        The time cursor is being dragged: the step it is at, which need not be a kept one.
    """

    travelled = Signal(float)

    TEACHES = Plots.TEACHES

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.plots = Plots(session, appearance)
        self.controls = CurvesControls(session, appearance)
        self.dialog: DifferencesDialog | None = None
        self._area = QScrollArea()
        self._area.setWidget(self.plots)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.viewport().setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area, 1)
        column.addWidget(self.controls)
        self._frame = QTimer(self, interval=FRAME_MS, singleShot=True)
        self._frame.timeout.connect(self.draw)
        self.plots.travelled.connect(self.travelled)
        self.controls.followed.connect(self.plots.follow)
        self.controls.differences_wanted.connect(self.show_differences)
        appearance.changed.connect(self._set_theme)
        self._set_theme()
        self.show_runs(None, (), None)

    def _set_theme(self) -> None:
        self._area.setMinimumHeight(self._appearance.theme.px(LEAST))

    def needed_share(self) -> float:
        """What the plots need of the height in sight; above 1 they are scrolled."""
        return float(self.plots.minimumHeight() / max(1, self._area.height()))

    # --- What is shown --------------------------------------------------------------------------

    def show_runs(
        self, main: RunRecord | None, others: Sequence[RunRecord], vocabulary_size: int | None
    ) -> None:
        """Draw a run and others over it; the same ones again where they have new numbers.

        Parameters
        ----------
        main
            The run that the time cursor is of; None where there is none.
        vocabulary_size
            Of its model, for the line of guessing.
        """
        self._shown = main, tuple(others), vocabulary_size
        self.controls.show_runs(self.runs)
        self.mark_dirty()

    def mark_dirty(self) -> None:
        """There are new numbers; the next frame shows them."""
        if not self._frame.isActive():
            self._frame.start()

    @property
    def is_dirty(self) -> bool:
        """Whether there are numbers that the next frame will show."""
        return self._frame.isActive()

    def draw(self) -> None:
        """Show the newest numbers now; otherwise the next frame does."""
        self._frame.stop()
        self.plots.show_runs(*self._shown)

    @property
    def runs(self) -> list[RunRecord]:
        """Those that are shown, the run itself first."""
        main, others, _ = self._shown
        return [*([main] if main else []), *others]

    def show_differences(self) -> None:
        """Open a table of what differs between the runs that are shown."""
        if self.dialog is None:
            self.dialog = DifferencesDialog(self._appearance, self)
        self.dialog.show_runs(self.runs)

    # --- Getting them out -----------------------------------------------------------------------

    @property
    def theme(self) -> Theme:
        return self._appearance.theme

    def whole_size(self) -> QSize:
        return QSize(self.plots.size())

    def paint_whole(self, painter: QPainter, width: float, height: float, /) -> None:
        """Paint all plots, the newest numbers in them."""
        self.draw()
        self.plots.paint_whole(painter, width, height)

    def numbers(self) -> Table | None:
        """A row a step of each run that is shown; with its name where they are several."""
        told = [run for run in self.runs if len(run.history)]
        if not told:
            return None
        if len(self.runs) == 1:
            return metrics_table(told[0].history)
        return runs_table([(run.name, run.history) for run in told])
