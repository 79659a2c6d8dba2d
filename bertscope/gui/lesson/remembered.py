"""The window as it stood before a lesson, and what it takes to let it stand so again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bertscope.gui.language import marked
from bertscope.gui.run.goal_box import Kind
from bertscope.gui.run.phase import Phase
from bertscope.gui.session_file import SessionFile
from bertscope.gui.spin_boxes import WholeBox
from bertscope.recipe import Recipe

if TYPE_CHECKING:
    from bertscope.gui.main_window import MainWindow

LABEL = marked("Leave the lesson")


@dataclass(frozen=True)
class Remembered:
    """The window at one time.

    Attributes
    ----------
    file
        Sentences, masks, view and layout.
    model
        Folder of the model that is open.
    has_run, run
        Whether there is a run, and its folder; empty for one that is only being prepared.
    wanted, pretraining
        What the next run is to be, and what it was to be before a task was wanted.
    goal
        How far play goes.
    """

    file: SessionFile
    model: str
    has_run: bool
    run: str
    wanted: Recipe
    pretraining: Recipe | None
    goal: tuple[Kind, float]

    @classmethod
    def of(cls, window: MainWindow) -> Remembered:
        """The window as it stands."""
        training, goal = window.training, window.views.transport.goal
        return cls(
            file=window.saving.session_file(),
            model=window.models.folder,
            has_run=training.phase is not Phase.IDLE,
            run=training.folder,
            wanted=training.wanted,
            pretraining=window.menus.tasks.pretraining,
            goal=(goal.chosen, goal.boxes[goal.chosen].value()),
        )

    def is_run_there(self, window: MainWindow) -> bool:
        """Whether the run at hand may be the one that was there, which had no folder at first."""
        return self.has_run and self.run in ("", window.training.folder)

    def give_back(self, window: MainWindow) -> None:
        """Let all stand as it did; model and run are there again."""
        training = window.training
        window.menus.tasks.pretraining = self.pretraining
        if training.wanted != self.wanted:
            training.set_recipe(self.wanted)
        self._give_back_goal(window)
        window.session.replace(self.file.state, LABEL)
        self.give_back_layout(window)
        window.scrolling.restore(self.file.scrolled)

    def give_back_layout(self, window: MainWindow) -> None:
        """Let the panels stand where they stood."""
        file, page = self.file, window.page
        page.show_only(None)
        if (page.places, page.is_own) != (file.layout, file.is_own):
            page.restore(file.layout, is_own=file.is_own)

    def _give_back_goal(self, window: MainWindow) -> None:
        kind, value = self.goal
        goal = window.views.transport.goal
        goal.choose(kind)
        box = goal.boxes[kind]
        if kind is Kind.END:
            return  # That is part of what is wanted.
        if isinstance(box, WholeBox):
            box.setValue(int(value))
        else:
            box.setValue(value)
