"""The one button that shows what pre-training is worth, and how far that is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bertscope.gui.controls import label, lay_in_row, push_button
from bertscope.gui.language import marked, tr
from bertscope.gui.run.training import Training

WORTH = marked("What is pre-training worth?")
WORTH_TIP = marked(
    "Trains the task from random weights, then only the head on pre-trained ones, then all of "
    "them, on the same batches, and lays the curves over one another"
)
STOP_TIP = marked("Begin no other of the three runs; the one that is on holds where it is")


class WorthLine(QWidget):
    """Stands where a task is wanted; while the three runs are on it says which.

    Signals
    -------
    worth_wanted, stop_wanted
        The three runs are to be trained, or no more of them.
    """

    worth_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, training: Training) -> None:
        super().__init__()
        self._training = training
        self.worth = push_button(tr(WORTH), tr(WORTH_TIP))
        self.words = label("")
        self.stop = push_button(tr("Stop"), tr(STOP_TIP))
        self.stop.setAccessibleName(tr("Stop the series of runs"))
        lay_in_row(self, (self.worth, self.words, self.stop)).addStretch(1)
        self.worth.clicked.connect(self.worth_wanted)
        self.stop.clicked.connect(self.stop_wanted)
        training.changed.connect(self._show_training)
        self.show_series("")
        self._show_training()

    def show_series(self, words: str) -> None:
        """Say which of the three runs is on; empty words for none."""
        self.words.setText(tr("Run {which}", which=words))
        self.worth.setVisible(not words)
        for part in (self.words, self.stop):
            part.setVisible(bool(words))

    def _show_training(self) -> None:
        self.setVisible(self._training.wanted.task is not None)
