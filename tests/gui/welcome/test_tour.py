"""The tour: its stops point at real widgets, hide none of them, and leave the window as it was."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bertscope.gui.lesson.lesson import Head, Lesson, Page, Scene
from bertscope.gui.lesson.places import in_sight, widget_of
from bertscope.gui.lesson.shelf import entries, entry_of
from bertscope.gui.main_window import MainWindow
from bertscope.gui.run.goal_box import Kind as GoalKind
from bertscope.gui.welcome.tour import NAME, Tour
from bertscope.text.masking import Action
from bertscope.wire import messages as m
from tests.gui.accessibility import unnamed_controls
from tests.gui.conftest import FakeEngine, opened

Key, LEFT = Qt.Key, Qt.MouseButton.LeftButton


@pytest.fixture
def lesson() -> Lesson:
    entry = entry_of(NAME)
    assert entry is not None
    return entry.open()


@pytest.fixture
def tour(window: MainWindow) -> Tour:
    """On its first stop."""
    window.tour.begin()
    return window.tour


def seen(window: MainWindow, widget: QWidget) -> QRect:
    part = in_sight(widget)
    return QRect(widget.mapTo(window, part.topLeft()), part.size())


def test_it_has_seven_short_stops_and_stands_first_on_the_shelf(lesson: Lesson) -> None:
    assert len(lesson.pages) == 7
    assert all(len(page.words.split()) <= 45 for page in lesson.pages)
    assert entries()[0].name == NAME


def test_every_stop_points_at_real_widgets(window: MainWindow, lesson: Lesson) -> None:
    for page in lesson.pages:
        assert page.scene.point, page.title
        for place in page.scene.point:
            widget = widget_of(window, place)
            assert widget is not None, place
            assert widget.window() is window, place


@pytest.mark.parametrize(("size", "scale"), [((1280, 800), 1.0), ((1920, 1080), 1.3)])
def test_no_stop_hides_what_it_points_at(
    window: MainWindow, qtbot: QtBot, size: tuple[int, int], scale: float
) -> None:
    window.resize(*size)
    window.appearance.set_scale(scale)
    window.tour.begin()
    tour, inside = window.tour, window.rect()
    for number in range(7):
        qtbot.waitUntil(lambda n=number: tour.card.where.text() == f"{n + 1} of 7")
        tour.card.arrange()
        assert inside.contains(tour.card.box)
        for target in tour.targets:
            assert not tour.card.box.intersects(seen(window, target)), tour.player.page.title
        assert tour.card.words.height() >= tour.card.words.document().size().height()
        tour.card.go_on()
    assert not tour.is_on


def test_keys_turn_it_and_leave_it(window: MainWindow, tour: Tour, qtbot: QtBot) -> None:
    card = tour.card
    assert card.hasFocus()
    for key, number in ((Key.Key_Right, 1), (Key.Key_Return, 2), (Key.Key_Left, 1)):
        qtbot.keyClick(card, key)
        assert tour.player.number == number
    assert card.where.text() == "2 of 7"
    qtbot.keyClick(card.back, Key.Key_Right)
    assert tour.player.number == 2
    qtbot.keyClick(card.back, Key.Key_Return)
    assert tour.player.number == 1
    qtbot.keyClick(card, Key.Key_Escape)
    assert card.isHidden()
    assert not tour.is_on
    assert window.views.sentences.a.hasFocus()


def test_buttons_turn_it_and_leave_it(tour: Tour, qtbot: QtBot) -> None:
    card = tour.card
    assert not card.back.isEnabled()
    qtbot.mouseClick(card.next, LEFT)
    assert tour.player.number == 1
    qtbot.mouseClick(card.back, LEFT)
    assert tour.player.number == 0
    tour.player.go(6)
    assert card.next.text() == "Done"
    qtbot.mouseClick(card.next, LEFT)
    assert card.isHidden()
    assert not tour.pointer.rings


def test_the_window_can_be_used_meanwhile(window: MainWindow, tour: Tour, qtbot: QtBot) -> None:
    edit = window.views.sentences.a
    edit.setFocus()
    edit.end(False)
    qtbot.keyClicks(edit, " today")
    assert window.session.state.a == "my dog is cute today"
    for key in (Key.Key_Left, Key.Key_Right, Key.Key_Return):
        qtbot.keyClick(edit, key)
    assert tour.player.number == 0
    qtbot.keyClick(edit, Key.Key_Escape)
    assert not tour.is_on


def test_what_was_tried_is_ticked(window: MainWindow, tour: Tour, qtbot: QtBot) -> None:
    assert "Try it" in tour.card.say.words
    qtbot.keyClicks(window.views.sentences.a, "!")
    qtbot.waitUntil(lambda: "Done" in tour.card.say.words)


def test_it_gives_the_window_back(window: MainWindow, qtbot: QtBot) -> None:
    session = window.session
    session.set_pair("a cat sat", "it was late")
    session.set_action([2], Action.MASK)
    before = session.state
    window.tour.begin()
    window.tour.player.go(4)
    assert session.state.a == "my dog is cute"
    window.tour.end()
    qtbot.waitUntil(lambda: session.state == before)


def test_it_follows_what_it_points_at(window: MainWindow, tour: Tour, qtbot: QtBot) -> None:
    tour.player.go(1)
    window.resize(1700, 950)
    figure = window.views.figure
    qtbot.waitUntil(lambda: tour.card.box.left() > seen(window, figure).right())
    figure.setMinimumHeight(figure.height() + 60)
    qtbot.waitUntil(
        lambda: abs(tour.card.box.center().y() - seen(window, figure).center().y()) < 40
    )


def test_only_one_of_tour_and_lesson_is_on(window: MainWindow, tour: Tour) -> None:
    window.lessons.begin("masking")
    assert not tour.is_on
    assert tour.card.isHidden()
    tour.begin()
    assert not window.lessons.is_open


def test_enter_in_a_box_of_numbers_is_for_the_box(
    window: MainWindow, tour: Tour, qtbot: QtBot
) -> None:
    goal = window.views.transport.goal
    goal.choose(GoalKind.STEPS)
    box = goal.boxes[GoalKind.STEPS]
    box.setFocus()
    for key in (Key.Key_Return, Key.Key_End, Key.Key_Right):
        qtbot.keyClick(box, key)
    assert tour.player.number == 0


def test_the_window_is_given_back_as_it_was_before_lesson_and_tour(
    window: MainWindow, fake: FakeEngine
) -> None:
    before = window.session.state.a, window.models.folder
    scene = Scene(model="@stories-tiny", a="words of the lesson")
    window.lessons.play(Lesson(Head("A lesson"), (Page("One", scene=scene),)), "one")
    _open_asked(fake)
    assert window.session.state.a == "words of the lesson"
    window.tour.begin()  # The model of before is still being read.
    window.session.put_b("tried on the tour")
    window.tour.end()
    _open_asked(fake)
    assert (window.session.state.a, window.models.folder) == before


def _open_asked(fake: FakeEngine) -> None:
    while asked := fake.take(m.OpenModel):
        for each in asked:
            fake.received.emit(opened(each))


def test_a_screen_reader_is_told_the_stop(tour: Tour) -> None:
    assert tour.card.accessibleName() == "Tour, 1 of 7: Two sentences"
    assert "BERT reads two sentences" in tour.card.accessibleDescription()
    assert unnamed_controls(tour.card) == []


def test_the_menu_begins_it(window: MainWindow) -> None:
    command = next(c for c in window.menus.commands if c.words == "Tour of bertscope")
    command.action.trigger()
    assert window.tour.is_on
    assert window.tour.card.isVisible()
    assert QRect(QPoint(), window.size()).contains(window.tour.card.box)
