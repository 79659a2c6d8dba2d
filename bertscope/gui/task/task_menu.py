"""The menu of what a model can be fine-tuned for."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from bertscope.gui.language import marked, tr
from bertscope.gui.recent import shortened
from bertscope.gui.task.recent_data import OwnData
from bertscope.gui.task.words import BUILT_IN_WORDS, task_name
from bertscope.task import BUILT_IN_TASKS, Task

FILE_WORDS, FOLDER_WORDS = marked("Open labelled data …"), marked("Open a folder …")
FILE_TIP = marked(
    "Train on a table, JSON lines, a task of GLUE or SQuAD's files; you see what is in it"
)
FOLDER_TIP = marked("A folder with train, dev and test files, such as one of GLUE's")
EXAMPLE_WORDS = marked("Set sentences that fit")
EXAMPLE_TIP = marked("Replaces A and B by an example of the task; Undo brings yours back")


class TaskMenu(QMenu):
    """The tasks that ship, one's own data, and what opens more; filled whenever it is shown.

    Signals
    -------
    chosen(Task)
        Labelled data is to be trained on.
    file_wanted, folder_wanted
        Data is to be opened.
    example_wanted
        A sentence that fits the task is wanted.
    """

    chosen = Signal(object)
    file_wanted = Signal()
    folder_wanted = Signal()
    example_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.recent: Callable[[], list[OwnData]] = list
        self.wanted: Callable[[], Task | None] = lambda: None
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self.fill)
        self.fill()

    def fill(self) -> None:
        """What there is now."""
        self.clear()
        wanted = self.wanted()
        for name, words in BUILT_IN_TASKS.items():
            task = Task(data=name)
            said = f"{tr(words)} · {tr(BUILT_IN_WORDS[name])}"
            self._offer(said, tr("It ships with bertscope"), task)
        own = self.recent()
        if own:
            self.addSeparator()
        for data in own:
            place = shortened(data.data)
            self._offer(f"{task_name(data.task)} · {place}", data.data, data.task)
        self.addSeparator()
        self.addAction(tr(FILE_WORDS), self.file_wanted.emit).setToolTip(tr(FILE_TIP))
        self.addAction(tr(FOLDER_WORDS), self.folder_wanted.emit).setToolTip(tr(FOLDER_TIP))
        if wanted is not None and wanted.data in BUILT_IN_TASKS:
            self.addSeparator()
            action = self.addAction(tr(EXAMPLE_WORDS), self.example_wanted.emit)
            action.setToolTip(tr(EXAMPLE_TIP))

    def _offer(self, words: str, tip: str, task: Task) -> None:
        wanted = self.wanted()
        action = self.addAction(words.replace("&", "&&"), partial(self.chosen.emit, task))
        action.setToolTip(tip)
        action.setCheckable(True)
        action.setChecked(wanted is not None and wanted.data == task.data)
