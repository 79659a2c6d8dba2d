"""What the window does when something else is to be trained."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject

from bertscope.gui.commands.registry import Commands
from bertscope.gui.language import marked, tr
from bertscope.gui.task.fitting import is_untouched, put_fitting
from bertscope.gui.task.recent_data import OwnData
from bertscope.gui.task.series import Series
from bertscope.gui.task.switch import PRETRAINING_TIP
from bertscope.gui.task.task_menu import (
    EXAMPLE_TIP,
    EXAMPLE_WORDS,
    FILE_TIP,
    FILE_WORDS,
    FOLDER_TIP,
    FOLDER_WORDS,
)
from bertscope.gui.task.words import BUILT_IN_WORDS, task_name
from bertscope.gui.task.worth_line import WORTH, WORTH_TIP
from bertscope.recipe import Recipe
from bertscope.task import BUILT_IN_TASKS, Task, TaskFacts
from bertscope.text.tasks.defaults import fine_tuning

if TYPE_CHECKING:
    from bertscope.gui.main_window import MainWindow
    from bertscope.gui.task.data_dialog import DataDialog

CHOOSE_FIRST = marked("Choose a task first, under Fine-tuning: then its worth can be shown.")


class TaskDesk(QObject):
    """Lets the next run be pre-training, or fine-tuning for a task.

    Attributes
    ----------
    known
        What is known of the data that is wanted.
    series
        The runs that show what pre-training is worth.
    pretraining
        The pre-training that was wanted before a task; None where none was.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.pretraining: Recipe | None = None
        self.known = window.known
        self.series = Series(window.engine, window.session, window.training)
        self._connect()

    def _connect(self) -> None:
        window, switch = self._window, self._window.top_bar.switch
        worth = window.views.transport.worth
        switch.menu.recent = self._recent
        switch.menu.chosen.connect(self.choose)
        switch.menu.file_wanted.connect(lambda: self.open_data())
        switch.menu.folder_wanted.connect(self.open_folder)
        switch.menu.example_wanted.connect(self.show_fitting)
        switch.pretraining_wanted.connect(self.choose_pretraining)
        worth.worth_wanted.connect(self.show_worth)
        worth.stop_wanted.connect(self.series.stop)
        self.known.changed.connect(self._show_known)
        self.known.failed.connect(window.tell)
        window.training.changed.connect(self._show_known)
        self.series.changed.connect(lambda: worth.show_series(self.series.words))
        self.series.finished.connect(self._series_finished)

    def fill(self, commands: Commands, menu: str) -> None:
        """Add what can be done here, by its name."""
        add = commands.add
        teaches = tr(PRETRAINING_TIP)
        add(menu, tr("Task: &Pre-training"), self.choose_pretraining, teaches=teaches)
        for name, words in BUILT_IN_TASKS.items():
            choose = partial(self.choose, Task(data=name))
            teaches = tr("Fine-tuning: {task}.", task=tr(BUILT_IN_WORDS[name]))
            add(menu, tr("Task: &{name}", name=tr(words)), choose, teaches=teaches)
        commands.separate(menu)
        add(menu, tr(FILE_WORDS), lambda: self.open_data(), teaches=tr(FILE_TIP))
        add(menu, tr(FOLDER_WORDS), self.open_folder, teaches=tr(FOLDER_TIP))
        commands.separate(menu)
        add(menu, tr(EXAMPLE_WORDS), self.show_fitting, teaches=tr(EXAMPLE_TIP))
        add(menu, tr(WORTH), self.show_worth, teaches=tr(WORTH_TIP))

    # --- Choosing -------------------------------------------------------------------------------

    def choose(self, task: Task) -> None:
        """Let the next run be trained for a task, by the choices that suit it."""
        wanted = self._window.training.wanted
        if wanted.task is None:
            self.pretraining = wanted
        elif wanted.task.data == task.data and wanted.task == _trained_as(task, wanted.task):
            return
        self._follow_sentences(task.data)
        self._want(self._recipe(task), wanted)

    def choose_pretraining(self) -> None:
        """Let the next run be pre-training, as it was wanted before."""
        window = self._window
        wanted, before = window.training.wanted, self.pretraining or Recipe()
        if wanted.task is None:
            return
        folder = window.models.folder
        before = msgspec.structs.replace(
            before, vocabulary=folder, start=folder if before.start else ""
        )
        self._follow_sentences(None)
        self._want(before, wanted)

    def _want(self, recipe: Recipe, before: Recipe) -> None:
        """Take a recipe, with what belongs to the machine and not to what is trained."""
        recipe = msgspec.structs.replace(
            recipe,
            device=before.device,
            precision=before.precision,
            snapshot_bytes=before.snapshot_bytes,
        )
        self._window.training.set_recipe(recipe)

    def _recipe(self, task: Task) -> Recipe:
        start = self._start
        recipe = fine_tuning(task, start, seed=self._window.training.wanted.seed)
        length = min(recipe.max_length, self._longest(start))
        return msgspec.structs.replace(recipe, vocabulary=start, max_length=length)

    def _longest(self, start: str) -> int:
        """Tokens that the model it starts from can read; of another than is open, as it was."""
        window, record = self._window, self._window.training.record
        if record is not None and record.reader is not None and start == record.folder:
            return record.reader.max_length
        if start == window.models.folder:
            return window.models.reader.max_length
        return window.training.wanted.max_length

    @property
    def _start(self) -> str:
        """Folder of the pre-trained model: the run's that is looked at, or the open one.

        From a fine-tuned model another task begins where that one did.
        """
        window, training = self._window, self._window.training
        if training.wanted.task is not None and training.wanted.start:
            return training.wanted.start
        record = training.record
        if record is None or record.model is None:
            return window.models.folder
        return record.folder if record.recipe.task is None else record.recipe.start

    # --- One's own data -------------------------------------------------------------------------

    @cached_property
    def dialog(self) -> DataDialog:
        """Made when it is first wanted."""
        from bertscope.gui.task.data_dialog import DataDialog

        window = self._window
        dialog = DataDialog(window.engine, window.appearance, window.asking, window)
        dialog.chosen.connect(self._take_own)
        return dialog

    def open_data(self, path: str = "") -> None:
        """Ask which labelled data; with a `path`, show what is there."""
        self.dialog.ask_for(path)

    def open_folder(self) -> None:
        """Ask which folder of labelled data, and show what is in it."""
        self.dialog.choose_folder()

    def _take_own(self, task: Task, facts: TaskFacts) -> None:
        window = self._window
        window.settings.remember_data(OwnData.of(window.engine.words, task))
        self.known.take(task, facts)
        self.choose(task)

    def _recent(self) -> list[OwnData]:
        engine = self._window.engine.words
        return [own for own in self._window.settings.data if own.engine == engine]

    # --- Sentences ------------------------------------------------------------------------------

    def show_fitting(self) -> None:
        """Put sentences in place that fit what is wanted."""
        task = self._window.training.wanted.task
        put_fitting(self._window.session, task.data if task else None)

    def _follow_sentences(self, data: str | None) -> None:
        """Let sentences that nobody wrote be of what is chosen."""
        session = self._window.session
        if is_untouched(session.state):
            put_fitting(session, data)

    # --- What pre-training is worth -------------------------------------------------------------

    def show_worth(self) -> None:
        """Train what is wanted from three beginnings, one after the other."""
        wanted = self._window.training.wanted
        if wanted.task is None:
            self._window.tell(tr(CHOOSE_FIRST))
        elif not self.series.is_on:
            self.series.start(wanted)

    def _series_finished(self, sentence: str) -> None:
        """Say that it is over; why a run failed is said where each run's failure is."""
        task = self._window.training.wanted.task
        if not sentence and task is not None:
            name = task_name(task)
            self._window.note(tr("The runs of {task} are laid over one another.", task=name))

    # --- Showing --------------------------------------------------------------------------------

    def _show_known(self) -> None:
        facts = self.known.facts
        self._window.top_bar.show_facts(facts)
        self._window.views.transport.show_facts(facts)


def _trained_as(task: Task, wanted: Task) -> Task:
    """The task, trained as another one is."""
    return msgspec.structs.replace(
        task, examples=wanted.examples, start=wanted.start, head_only=wanted.head_only
    )
