"""Presenting when things go wrong: nothing is lost, and the window is itself again in the end."""

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from bertscope.gui.engine_outcome import ProcessOutcome
from bertscope.gui.lesson.lesson import Lesson
from bertscope.gui.main_window import MainWindow
from bertscope.gui.presenting import presenting as stage
from bertscope.gui.presenting.presenting import Presenting
from bertscope.gui.theme import Mode
from bertscope.wire import messages as m
from tests.gui.conftest import FakeEngine

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
BOTH = CTRL | Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


def press(qtbot: QtBot, key: Qt.Key) -> None:
    """As the system does: the key goes to the widget that has the focus."""
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, key)


def shown_of(window: MainWindow) -> list[str]:
    """Everything that can be seen in the window."""
    return sorted(
        f"{type(widget).__name__} {widget.objectName()} {widget.accessibleName()}"
        for widget in window.findChildren(QWidget)
        if widget.isVisible() and not widget.objectName().startswith("qt_")
    )


def test_f5_again_and_again_leaves_the_window_as_it_was(qtbot: QtBot, playing: MainWindow) -> None:
    window = playing
    window.page.setFocus()
    QApplication.processEvents()
    before = window.geometry(), window.appearance.theme.scale, shown_of(window)
    for _ in range(10):
        qtbot.keyClick(window, Key.Key_F5)
    assert not window.presenting.is_on
    assert QApplication.overrideCursor() is None
    qtbot.waitUntil(lambda: window.geometry() == before[0])
    assert (window.appearance.theme.scale, shown_of(window)) == before[1:]


def test_to_begin_again_before_the_size_is_back_remembers_the_first_size(
    qtbot: QtBot, window: MainWindow
) -> None:
    before = window.geometry()
    qtbot.keyClick(window, Key.Key_F5)
    qtbot.keyClick(window, Key.Key_F5)
    window.resize(1920, 1080)  # As on a system that gives it back late.
    qtbot.keyClick(window, Key.Key_F5)
    qtbot.keyClick(window, Key.Key_F5)
    assert window.geometry() == before


def test_what_was_dismissed_meanwhile_does_not_come_back(qtbot: QtBot, window: MainWindow) -> None:
    window.banner.tell("Take the tour.", calm=True)
    window.presenting.begin()
    window.tell("The engine has ended.")
    qtbot.mouseClick(window.banner.dismiss, LEFT)
    window.presenting.end()
    assert window.banner.isHidden()


def test_what_is_pointed_at_behind_a_blank_screen_is_not_seen(
    qtbot: QtBot, presenting: Presenting, playing: MainWindow
) -> None:
    player, presenter = playing.lessons.player, presenting.presenter
    presenter.open()
    player.go(1)
    presenting.cover("black")
    qtbot.mouseClick(presenter.back, LEFT)
    qtbot.waitUntil(lambda: bool(playing.lessons.pointer.rings))
    (ring,) = playing.lessons.pointer.rings
    qtbot.waitUntil(ring.isVisible)
    picture = playing.grab().toImage()
    edge = ring.geometry().intersected(playing.rect())
    shades = {picture.pixelColor(x, edge.top() + 6).name() for x in range(edge.width())}
    assert shades == {"#000000"}


def test_f5_waits_for_a_dialog(qtbot: QtBot, window: MainWindow) -> None:
    dialog = QDialog(window)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog, Key.Key_F5)
    assert "presenting" not in vars(window)
    dialog.close()


def test_over_an_open_sheet_it_begins_and_escape_closes_the_sheet_first(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.page.setFocus()
    qtbot.keyClick(window, Key.Key_F1)
    qtbot.keyClick(window, Key.Key_F5)
    assert window.presenting.is_on
    press(qtbot, Key.Key_Escape)
    assert window.presenting.is_on
    window.presenting.end()


def test_an_engine_that_dies_is_told_of_and_the_lesson_goes_on(
    qtbot: QtBot, presenting: Presenting, playing: MainWindow, fake: FakeEngine
) -> None:
    fake.die(ProcessOutcome(crashed=True, code=9, expected=False))
    assert playing.banner.isVisible()
    assert playing.banner.words.text().endswith(".")
    assert presenting.is_on
    press(qtbot, Key.Key_Right)
    assert playing.lessons.player.number == 1
    corner = playing.banner.mapTo(playing, QPoint())
    slide = presenting.form.slide
    assert not slide.geometry().contains(slide.parentWidget().mapFrom(playing, corner))


def test_to_leave_the_lesson_leaves_the_views_on_the_screen(
    qtbot: QtBot, presenting: Presenting, playing: MainWindow
) -> None:
    playing.lessons.end()
    assert presenting.is_on
    assert presenting.form.slide.isHidden()
    qtbot.waitUntil(lambda: playing.page.panels["training"].isVisible())
    presenting.end()
    assert playing.lessons.pane.isHidden()
    assert playing.head.isVisible()


def test_a_lesson_that_is_opened_meanwhile_is_shown_and_stays_open(
    qtbot: QtBot, window: MainWindow, lesson: Lesson
) -> None:
    window.presenting.begin()
    with qtbot.waitSignal(window.lessons.player.ready):
        window.lessons.play(lesson, "three")
    assert window.lessons.pane.isHidden()
    assert window.presenting.form.slide.title.text() == "The first"
    with qtbot.waitSignal(window.lessons.player.ready):
        window.lessons.play(lesson, "three", 1)
    assert window.presenting.form.slide.title.text() == "The second"
    window.presenting.end()
    assert window.lessons.pane.isVisible()


def test_the_tour_ends_presenting(
    qtbot: QtBot, presenting: Presenting, playing: MainWindow
) -> None:
    playing.tour.begin()
    assert not presenting.is_on
    assert playing.head.isVisible()
    assert playing.tour.card.isVisible()
    playing.presenting.begin()
    assert not playing.tour.is_on
    assert playing.tour.card.isHidden()


def test_colours_change_and_strokes_stay(
    qtbot: QtBot, presenting: Presenting, playing: MainWindow
) -> None:
    press(qtbot, Key.Key_P)
    qtbot.mousePress(presenting.glass, LEFT, pos=QPoint(200, 300))
    qtbot.mouseRelease(presenting.glass, LEFT, pos=QPoint(300, 300))
    scale = playing.appearance.theme.scale
    playing.appearance.set_mode(Mode.DARK)
    assert len(presenting.glass.strokes) == 1
    assert playing.appearance.theme.scale == scale
    playing.close()
    assert not presenting.is_on


def test_other_colours_leave_the_text_as_large_as_fits(
    presenting: Presenting, playing: MainWindow
) -> None:
    playing.resize(1920, 1080)
    large = playing.appearance.theme.scale
    playing.appearance.set_mode(Mode.DARK)
    playing.resize(900, 600)
    assert playing.appearance.theme.scale < large


def test_a_text_size_by_hand_is_for_that_page(
    qtbot: QtBot, presenting: Presenting, playing: MainWindow
) -> None:
    fitted = playing.appearance.theme.scale
    qtbot.keyClick(playing, Key.Key_Minus, CTRL)
    chosen = playing.appearance.theme.scale
    assert chosen < fitted
    playing.resize(1300, 790)
    assert playing.appearance.theme.scale == chosen
    playing.resize(1280, 800)
    press(qtbot, Key.Key_Right)
    press(qtbot, Key.Key_Left)
    assert playing.appearance.theme.scale >= fitted


def test_the_presenters_window_again_and_again(
    qtbot: QtBot, presenting: Presenting, playing: MainWindow
) -> None:
    for _ in range(11):
        qtbot.keyClick(playing, Key.Key_P, BOTH)
    assert presenting.presenter.isVisible()
    assert presenting.is_on


def test_a_screen_that_goes_takes_the_presenters_window_along(
    qtbot: QtBot, presenting: Presenting, playing: MainWindow
) -> None:
    presenting.presenter.open()
    presenting.presenter.is_apart = True  # As it is where there are two screens.
    QApplication.instance().screenRemoved.emit(playing.screen())
    qtbot.waitUntil(lambda: not presenting.presenter.isVisible())
    assert playing.banner.words.text() == stage.SCREEN_GONE
    assert presenting.is_on


def test_letters_digits_and_arrows_are_the_fields_that_is_typed_into(
    qtbot: QtBot, presenting: Presenting, playing: MainWindow
) -> None:
    field, player = playing.views.sentences.a, playing.lessons.player
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "BWLPSbwlps.123?e")
    for key in (Key.Key_Left, Key.Key_Right, Key.Key_Home, Key.Key_End):
        press(qtbot, key)
    assert playing.session.state.a == "BWLPSbwlps.123?e"
    glass = presenting.glass
    assert (glass.pen, glass.laser, glass.spot, player.number) == (None, False, None, 0)
    assert presenting.blank.isHidden()
    assert "sheet" not in vars(presenting)


@pytest.mark.slow
def test_fifty_pages_quickly_while_the_model_learns(
    qtbot: QtBot, presenting: Presenting, playing: MainWindow, fake: FakeEngine
) -> None:
    press(qtbot, Key.Key_Space)
    assert fake.take(m.Train)
    for number in range(50):
        press(qtbot, Key.Key_Right if number // 2 % 2 == 0 else Key.Key_Left)
    player = playing.lessons.player
    assert player.number == 2
    assert presenting.form.slide.title.text() == "The third"
    assert playing.training.phase.name != "IDLE"


def test_news_after_a_lessons_player_is_gone_reach_nobody(
    qtbot: QtBot, playing: MainWindow
) -> None:
    player = vars(playing).pop("lessons").player  # As while the window itself goes.
    shiboken6.delete(player)
    playing.page.panels["attention"].hide()
    playing.session.changed.emit()


def test_the_menu_steps_and_resets_where_the_buttons_stand_nowhere(
    qtbot: QtBot, playing: MainWindow, fake: FakeEngine
) -> None:
    entries = {c.action.text(): c.action for c in playing.menus.commands}
    assert playing.page.panels["training"].isHidden()
    entries["Single &step"].trigger()
    assert fake.take(m.Train)
    entries["&Reset the run"].trigger()
    assert fake.take(m.EndRun)
