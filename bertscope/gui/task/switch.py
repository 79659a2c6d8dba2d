"""Pre-training or fine-tuning: what is trained, in two segments side by side."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from bertscope.gui.controls import lay_in_row, tool_button
from bertscope.gui.language import marked, tr
from bertscope.gui.run.training import Training
from bertscope.gui.task.task_menu import TaskMenu

PRETRAINING_TIP = marked(
    "Learn from text alone: guess masked words, and whether B follows A. BERT's first step"
)
FINE_TUNING_TIP = marked(
    "Go on from pre-trained weights with labelled examples, all weights at once. BERT's second "
    "step: choose a task"
)


class TaskSwitch(QWidget):
    """Shows which of the two is wanted; the second opens the menu of tasks.

    Signals
    -------
    pretraining_wanted
        The first segment was pressed.
    """

    pretraining_wanted = Signal()

    def __init__(self, training: Training) -> None:
        super().__init__()
        self._training = training
        self.setAccessibleName(tr("What is trained"))
        self.pretraining = _segment(tr("Pre-training"), tr(PRETRAINING_TIP), "first")
        self.fine_tuning = _segment(f"{tr('Fine-tuning')}  ▾", tr(FINE_TUNING_TIP), "last")
        self.fine_tuning.setAccessibleName(tr("Fine-tuning: choose a task"))
        self.fine_tuning.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = TaskMenu(self)
        self.menu.wanted = lambda: training.wanted.task
        self.fine_tuning.setMenu(self.menu)
        lay_in_row(self, (self.pretraining, self.fine_tuning), spacing=0)
        self.pretraining.clicked.connect(self._pressed)
        training.changed.connect(self.show_training)
        self.show_training()

    def show_training(self) -> None:
        is_task = self._training.wanted.task is not None
        self.pretraining.setChecked(not is_task)
        self.fine_tuning.setChecked(is_task)

    def _pressed(self) -> None:
        """A press turns a segment by itself; it shows what is wanted, and nothing else."""
        self.pretraining_wanted.emit()
        self.show_training()


def _segment(words: str, tip: str, end: str) -> QToolButton:
    button = tool_button(words, words, tip)
    button.setCheckable(True)
    button.setProperty("role", "switch")
    button.setProperty("end", end)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    return button
