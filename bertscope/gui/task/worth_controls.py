"""Measuring what pre-training is worth: how far it is, and the button that begins or stops it."""

from PySide6.QtWidgets import QWidget

from bertscope.gui.controls import label, lay_in_row, tool_button
from bertscope.gui.language import marked, tr
from bertscope.gui.task.worth_measure import SEEDS, Worth
from bertscope.gui.wording import duration

TIP = marked(
    "Train the task on ever more labelled examples, from pre-trained and from random weights, "
    "{times} times each"
)
STOP_TIP = marked("Measure no further; what was measured stays")


class WorthControls(QWidget):
    """Progress and one button."""

    def __init__(self, worth: Worth) -> None:
        super().__init__()
        self._worth = worth
        self.progress = label("")
        self.button = tool_button(tr("Measure"), "", tr(TIP, times=SEEDS))
        self.button.setProperty("role", "small")
        lay_in_row(self, (self.progress, self.button), 8)
        self.button.clicked.connect(self._press)
        worth.changed.connect(self._show)
        self._show()

    def _press(self) -> None:
        if self._worth.is_running:
            self._worth.stop()
        else:
            self._worth.measure()

    def _show(self) -> None:
        """Say how far it is, and why nothing can be measured where that is so."""
        worth = self._worth
        self.progress.setText(progress_words(worth))
        self.button.setText(tr("Stop" if worth.is_running else "Measure"))
        why_not = "" if worth.is_running else worth.why_not
        self.button.setEnabled(not why_not and not (worth.is_running and worth.is_stopping))
        tip = tr(STOP_TIP) if worth.is_running else why_not or tr(TIP, times=SEEDS)
        self.button.setToolTip(tip)


def progress_words(worth: Worth) -> str:
    """How many trainings are done, and how long the others take by their measured pace."""
    if not worth.total:
        return ""
    done = tr("{done} of {total}", done=worth.done, total=worth.total)
    left = worth.seconds_left
    if left is None:
        return done
    seconds, is_all = left
    words = marked("about {time} left") if is_all else marked("at least {time} left")
    return f"{done} · {tr(words, time=duration(seconds))}"
