"""A page that is jumped to gets what those before it set, and keeps the run that it is of."""

import pytest
from PySide6.QtWidgets import QApplication

from bertscope.gui.lesson.lesson import Head, Lesson, Page, Rule, Run, Scene, Training
from bertscope.gui.lesson.player import LessonPlayer
from bertscope.gui.lesson.scenes import run_of, scene_at
from bertscope.text.masking import Unit
from tests.gui.lesson.played import NotedStage, Now, holds

LOOK, MAKE, GO_ON, REST, LATER, MAKE_ANOTHER, NO_RUN, STILL_NONE = range(8)
LESSON = Lesson(
    Head("Runs"),
    (
        Page("Look", scene=Scene(model="@small", rule=Rule(rate=0.2, unit=Unit.WORD))),
        Page("Make", scene=Scene(run=Run.PLAY, training=Training(steps=9))),
        Page("Go on", scene=Scene(a="b", training=Training(seed=2))),
        Page("Rest", scene=Scene(run=Run.PAUSE, rule=Rule(rate=0.3))),
        Page("Later", scene=Scene()),
        Page("Make another", scene=Scene(model="@tiny", run=Run.NEW)),
        Page("No run", scene=Scene(run=Run.NONE)),
        Page("Still none", scene=Scene()),
    ),
)


class Room:
    """A player of these pages, and what it has set last."""

    def __init__(self) -> None:
        self.stage = NotedStage()
        self.player = LessonPlayer(self.stage, Now, holds)

    def go(self, *numbers: int) -> Scene:
        for number in numbers:
            self.player.go(number)
        return self.stage.scenes[-1]


@pytest.fixture
def room(qapp: QApplication) -> Room:
    made = Room()
    made.player.begin(LESSON, "runs")
    return made


def test_which_page_made_a_run() -> None:
    made_by = [run_of(LESSON, number) for number in range(8)]
    assert made_by == [None, MAKE, MAKE, MAKE, MAKE, MAKE_ANOTHER, None, None]


def test_a_model_that_is_set_later_is_looked_at_without_the_run() -> None:
    pages = (LESSON.pages[MAKE], Page("Model", scene=Scene(model="@tiny")), LESSON.pages[LATER])
    lesson = Lesson(LESSON.head, pages)
    assert [run_of(lesson, number) for number in range(3)] == [0, None, None]
    scene = scene_at(lesson, 2)
    assert (scene.model, scene.run) == ("@tiny", None)


def test_a_jump_makes_the_run_anew_and_does_not_play_it(room: Room) -> None:
    scene = room.go(REST)
    assert (scene.run, scene.model) == (Run.NEW, "@small")
    assert scene.training == Training(steps=9, seed=2)
    assert scene.rule == Rule(rate=0.3, unit=Unit.WORD)


def test_turning_page_by_page_sets_what_a_page_says_alone(room: Room) -> None:
    assert room.go(MAKE) == LESSON.pages[MAKE].scene
    assert room.go(GO_ON) == LESSON.pages[GO_ON].scene


def test_pages_of_one_run_keep_it_when_they_are_set_again_or_gone_back_to(room: Room) -> None:
    room.go(MAKE, GO_ON, REST)
    room.player.set_again()
    assert (room.stage.scenes[-1].run, room.stage.scenes[-1].model) == (Run.PAUSE, None)
    scene = room.go(GO_ON)
    assert (scene.run, scene.a, scene.training) == (Run.KEEP, "b", Training(steps=9, seed=2))
    assert room.go(LATER).run is Run.KEEP


def test_back_from_another_run_makes_that_of_the_page_anew(room: Room) -> None:
    room.go(MAKE, GO_ON, REST, LATER, MAKE_ANOTHER)
    scene = room.go(LATER)
    assert (scene.run, scene.model) == (Run.NEW, "@small")


def test_a_page_that_makes_a_run_makes_it_whenever_it_is_set(room: Room) -> None:
    room.go(MAKE, GO_ON)
    scene = room.go(MAKE)
    assert (scene.run, scene.model) == (Run.PLAY, "@small")


def test_where_a_page_has_let_go_of_runs_there_is_none(room: Room) -> None:
    scene = room.go(MAKE, STILL_NONE)
    assert (scene.run, scene.model) == (Run.NONE, "@tiny")
