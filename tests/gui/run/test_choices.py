"""What is wanted of another task leaves the run alone."""

import pytest

from bertscope.gui.run.choices import Choices
from bertscope.recipe import Recipe
from bertscope.task import Task

RUN = Recipe(steps=100, learning_rate=1e-3, device="cpu")
OTHER = Recipe(task=Task(data="feelings"), steps=30, learning_rate=1e-4, device="cpu")


@pytest.fixture
def choices() -> Choices:
    made = Choices(RUN)
    made.want(OTHER, step=80)
    return made


def test_the_engine_is_told_nothing_of_another_task(choices: Choices) -> None:
    assert choices.unsent() is None
    assert choices.waiting(movable=False) == ("task",)
    assert choices.wanted.steps == 30  # Though the run is at step 80 already.
    choices.want(RUN, step=80)
    assert choices.waiting(movable=False) == ()


def test_what_the_run_becomes_leaves_it_alone_too(choices: Choices) -> None:
    choices.settle(Recipe(steps=120, device="cpu"))
    choices.reach(150)
    choices.take_back()
    assert (choices.held.steps, choices.wanted) == (150, OTHER)


def test_a_run_that_is_taken_up_again_keeps_its_own(choices: Choices) -> None:
    assert choices.take_up() == RUN
    assert choices.wanted == OTHER
    assert choices.take_over() == OTHER


def test_for_the_same_data_choices_act_at_once() -> None:
    choices = Choices(OTHER)
    choices.want(Recipe(task=Task(data="feelings", examples=10), steps=20), step=25)
    sent = choices.unsent()
    assert sent is not None
    assert (sent.steps, sent.learning_rate) == (25, Recipe().learning_rate)
    assert "task" in choices.waiting(movable=False)
