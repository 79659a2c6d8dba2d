"""The choices of a fine-tuning, in the controls of the run."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bertscope.gui.run.goal_box import GoalBox
from bertscope.gui.run.goal_box import Kind as Goal
from bertscope.gui.run.recipe_controls import RecipeControls
from bertscope.gui.run.record import Records
from bertscope.gui.run.telling import brief, where
from bertscope.gui.run.training import Training
from bertscope.gui.task.worth_line import WorthLine
from bertscope.gui.theme import Appearance
from bertscope.recipe import Recipe
from bertscope.task import Start, Task
from tests.gui.conftest import FakeEngine
from tests.gui.run.driving import begin, want
from tests.gui.task.told import FEELINGS

LEFT = Qt.MouseButton.LeftButton
TASK = Task(data="feelings")


@pytest.fixture
def training(fake: FakeEngine) -> Training:
    return Training(fake, Records(fake), Recipe(task=TASK, start="@stories-small", batch_size=32))


@pytest.fixture
def controls(qtbot: QtBot, training: Training, appearance: Appearance) -> RecipeControls:
    made = RecipeControls(training, appearance)
    qtbot.addWidget(made)
    made.resize(392, 300)
    with qtbot.waitExposed(made):
        made.show()
    return made


def task_of(training: Training) -> Task:
    assert training.wanted.task is not None
    return training.wanted.task


def test_what_only_one_of_both_has_is_hidden_in_the_other(
    controls: RecipeControls, training: Training
) -> None:
    of_both: tuple[QWidget, ...] = (controls.rate, controls.batch, controls.seed, controls.budget)
    of_pretraining = (controls.losses, controls.mask_rate, controls.unit, controls.preset)
    for task in (TASK, None, TASK):
        want(training, task=task)
        assert controls.task.isVisible() == (task is not None)
        assert {part.isVisible() for part in of_pretraining} == {task is None}
        assert all(part.isVisible() for part in of_both)


def test_start_and_what_is_trained_are_chosen_by_keys(
    qtbot: QtBot, controls: RecipeControls, training: Training
) -> None:
    task = controls.task
    assert task.start.itemText(0) == "pre-trained stories-small"
    task.start.setFocus()
    qtbot.keyClick(task.start, Qt.Key.Key_Down)
    assert task_of(training).start is Start.RANDOM
    task.trained.setFocus()
    qtbot.keyClick(task.trained, Qt.Key.Key_Down)
    assert task_of(training).head_only
    qtbot.keyClick(task.trained, Qt.Key.Key_Up)
    assert task_of(training) == Task(data="feelings", start=Start.RANDOM)


def test_how_many_examples_and_how_often(
    qtbot: QtBot, controls: RecipeControls, training: Training
) -> None:
    task = controls.task
    assert task.examples.text() == "all"
    assert not task.epochs.isVisible()  # Of how many isn't known.
    task.show_facts(FEELINGS)
    assert task.of_all.text() == "of 1,200"
    want(training, steps=75)
    assert task.epochs.value() == pytest.approx(2.0)  # 75 × 32 ÷ 1,200
    for box, typed in ((task.examples, "100"), (task.epochs, "16")):
        box.selectAll()
        qtbot.keyClicks(box, typed)
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert task_of(training).examples == 100
    assert training.wanted.steps == 50  # 16 × 100 ÷ 32
    task.examples.selectAll()
    qtbot.keyClicks(task.examples, "0")
    controls.interpret()
    assert (task_of(training).examples, task.examples.text()) == (0, "all")


def test_what_waits_for_reset_says_so_beside_it(
    controls: RecipeControls, training: Training, fake: FakeEngine
) -> None:
    begin(training, fake)
    want(training, task=Task(data="feelings", examples=30))
    marks = controls.task._after
    assert {name for name, mark in marks.items() if mark.isVisible()} == {"examples"}
    want(training, task=Task(data="follows", examples=30))
    assert not any(mark.isVisible() for mark in marks.values())  # All of it waits.
    training.reset()
    assert training.recipe.task == Task(data="follows", examples=30)


def test_a_task_is_told_in_brief() -> None:
    task = Task(data="feelings", examples=30, head_only=True)
    recipe = Recipe(task=task, batch_size=16, learning_rate=2e-4)
    assert brief(recipe) == "Feelings · only the head · 30 examples · rate 0.0002 · 16 a step"
    started = msgspec.structs.replace(recipe, start="/models/bert-mini")
    assert brief(started).startswith("Feelings · only the head · bert-mini · 30 examples")
    run = msgspec.structs.replace(recipe, start="/runs/2026-11-22-200455 tiny little-stories")
    assert brief(run).startswith("Feelings · only the head · tiny little-stories · 30 examples")
    task = msgspec.structs.replace(task, start=Start.RANDOM)
    assert "bert-mini" not in brief(msgspec.structs.replace(started, task=task))


def test_what_play_will_do_is_told(training: Training) -> None:
    assert where(training) == "press play: Feelings is learned from labelled examples"


def test_a_task_has_no_goal_of_the_losses_it_lacks(
    qtbot: QtBot, training: Training, appearance: Appearance
) -> None:
    want(training, task=None)
    goal = GoalBox(training, appearance)
    qtbot.addWidget(goal)
    goal.choose(Goal.MLM)
    want(training, task=TASK)
    assert goal.chosen is Goal.TOTAL
    goal.kind.setFocus()
    qtbot.keyClick(goal.kind, Qt.Key.Key_Up)
    assert goal.chosen is Goal.STEP  # Past the two that are not offered.


def test_the_worth_line_asks_and_then_says_which_run_is_on(
    qtbot: QtBot, training: Training
) -> None:
    line = WorthLine(training)
    qtbot.addWidget(line)
    with qtbot.waitExposed(line):
        line.show()
    wanted, stop = QSignalSpy(line.worth_wanted), QSignalSpy(line.stop_wanted)
    qtbot.mouseClick(line.worth, LEFT)
    line.show_series("2 of 3: random weights")
    assert line.words.text() == "Run 2 of 3: random weights"
    assert not line.worth.isVisible()
    qtbot.mouseClick(line.stop, LEFT)
    assert (wanted.count(), stop.count()) == (1, 1)
    line.show_series("")
    assert line.worth.isVisible()
    assert not line.stop.isVisible()
    want(training, task=None)
    assert not line.isVisible()
