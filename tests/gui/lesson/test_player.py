"""Pages are turned, scenes set, and what is asked is done in order."""

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bertscope.gui.lesson.lesson import Place, Scene, Training
from bertscope.gui.lesson.player import LessonPlayer
from bertscope.gui.lesson.scenes import scene_at
from tests.gui.lesson.played import NotedStage, Now, holds, lesson


class Room:
    """A player, its stage, and what it sees."""

    def __init__(self) -> None:
        self.stage, self.now = NotedStage(), Now()
        self.player = LessonPlayer(self.stage, lambda: self.now, holds)

    def see(self, rolls: int = 0, chosen: int = 0) -> None:
        self.now = Now(rolls, chosen)
        self.player.check()


@pytest.fixture
def room(qapp: QApplication) -> Room:
    made = Room()
    made.player.begin(lesson(), "masks")
    return made


def test_the_first_page_is_set_once_the_window_is_remembered(room: Room) -> None:
    assert room.stage.begun == 1
    assert [scene.a for scene in room.stage.scenes] == ["a b"]
    assert (room.player.name, room.player.number, room.player.page.title) == ("masks", 0, "First")


def test_nothing_counts_before_the_scene_is_set(room: Room) -> None:
    room.see(rolls=3, chosen=2)
    assert room.player.done == (False, False)
    room.stage.done.emit()  # Rolls of before are not the learner's.
    assert room.player.done == (False, False)
    room.see(rolls=4, chosen=2)
    assert room.player.done == (True, True)


def test_asks_are_done_in_their_order_and_stay_done(room: Room) -> None:
    room.stage.done.emit()
    changed = QSignalSpy(room.player.changed)
    room.see(chosen=2)
    assert room.player.done == (False, False)
    assert changed.count() == 0
    room.see(rolls=1)
    assert room.player.done == (True, False)
    assert changed.count() == 1
    room.see(rolls=0, chosen=2)
    assert room.player.done == (True, True)
    room.see()
    assert room.player.done == (True, True)
    assert room.player.is_done(0)


def test_what_is_noticed_in_a_burst_is_looked_at_once(qtbot: QtBot, room: Room) -> None:
    room.stage.done.emit()
    room.now = Now(rolls=1, chosen=2)
    with qtbot.waitSignal(room.player.changed):
        for _ in range(50):
            room.player.notice()
    assert room.player.done == (True, True)


def test_pages_can_be_turned_whatever_is_done(room: Room) -> None:
    player = room.player
    player.turn(1)
    assert (player.number, player.done, player.is_done(0)) == (1, (), False)
    assert player.is_done(1)  # It asks for nothing.
    assert room.stage.scenes[-1] == lesson().pages[1].scene  # The next page: what it says, alone.
    player.turn(1)
    assert player.is_last
    player.turn(1)
    assert player.number == 2
    player.turn(-1)
    player.turn(-1)
    player.turn(-1)
    assert player.number == 0


def test_what_is_done_on_a_page_is_still_done_when_one_comes_back(room: Room) -> None:
    room.stage.done.emit()
    room.see(rolls=1)
    room.player.turn(1)
    room.player.turn(-1)
    assert room.player.done == (True, False)


def test_a_jump_sets_what_the_pages_between_would_have_set(room: Room) -> None:
    room.player.go(2)
    scene = room.stage.scenes[-1]
    assert (scene.a, scene.b, scene.masks) == ("d e", "c", None)
    assert scene.view == {"layer": 1, "stage": 3}
    assert scene.show == (Place.INPUT,)
    assert scene.training == Training(steps=5)
    assert (scene.focus, scene.point) == (None, ())


def test_a_page_before_is_as_it_was_and_set_again_sets_it_whole(room: Room) -> None:
    room.player.turn(1)
    room.player.set_again()
    scene = room.stage.scenes[-1]
    assert (scene.a, scene.masks, scene.focus) == ("a b", {"a": "mask"}, "b")
    assert scene == scene_at(lesson(), 1)


def test_the_end_gives_the_window_back_and_what_comes_late_is_nothing(room: Room) -> None:
    room.player.end()
    room.player.end()
    assert room.stage.ended == 1
    room.stage.done.emit()
    room.stage.failed.emit("too late")
    room.player.notice()
    room.player.turn(1)
    assert room.player.lesson is None
    assert len(room.stage.scenes) == 1


def test_another_lesson_takes_the_place_of_the_first(room: Room) -> None:
    room.player.begin(lesson(), "again", 99)
    assert (room.stage.begun, room.stage.ended) == (2, 1)
    assert (room.player.name, room.player.number) == ("again", 2)


def test_a_scene_that_fails_is_told_and_the_page_can_be_worked_on(room: Room) -> None:
    told = QSignalSpy(room.player.failed)
    room.stage.failed.emit("There is no model there.")
    assert told.at(0) == ["There is no model there."]
    room.stage.done.emit()  # The rest is set.
    room.see(rolls=1)
    assert room.player.done == (True, False)


def test_a_scene_of_nothing_changes_nothing_over_another() -> None:
    assert scene_at(lesson(), 0) == lesson().pages[0].scene
    assert Scene().show is None  # else a page that says nothing of panels would show all
