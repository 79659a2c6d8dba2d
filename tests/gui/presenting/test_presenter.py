"""The presenter's window."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from bertscope.gui.main_window import MainWindow
from bertscope.gui.presenting.presenter import PresenterWindow
from bertscope.gui.presenting.presenting import Presenting

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


def opened(qtbot: QtBot, window: MainWindow) -> PresenterWindow:
    qtbot.keyClick(window, Qt.Key.Key_P, BOTH)
    assert window.presenting.presenter.isVisible()
    return window.presenting.presenter


def test_it_shows_notes_place_and_what_comes_next(
    qtbot: QtBot, presenting: Presenting, playing: MainWindow
) -> None:
    seen = opened(qtbot, playing)
    assert seen.notes.toPlainText() == "Ask who has a dog."
    assert seen.number.text() == "Page 1 of 3"
    assert seen.next_page.text() == "Next: The second"
    assert seen.elapsed.text().startswith("0:0")
    assert not seen.back.isEnabled()
    qtbot.mouseClick(seen.forward, LEFT)
    assert presenting.form.slide.title.text() == "The second"
    assert seen.notes.toPlainText() == "This page has no notes."
    assert seen.ask.text() == "○ not done yet: Empty sentence B."
    assert seen.next_page.text() == "Next: The third\nThe end."
    qtbot.keyClick(seen, Qt.Key.Key_PageDown)  # A clicker that ended up there.
    assert seen.number.text() == "Page 3 of 3"
    assert not seen.forward.isEnabled()


def test_it_blanks_the_screen_and_brings_it_back(
    qtbot: QtBot, presenting: Presenting, playing: MainWindow
) -> None:
    seen = opened(qtbot, playing)
    qtbot.mouseClick(seen.blank, LEFT)
    assert presenting.blank.isVisible()
    qtbot.mouseClick(seen.blank, LEFT)
    assert presenting.blank.isHidden()


def test_to_close_it_leaves_the_class_its_picture(
    qtbot: QtBot, presenting: Presenting, playing: MainWindow
) -> None:
    seen = opened(qtbot, playing)
    qtbot.keyClick(seen, Qt.Key.Key_Escape)
    assert not seen.isVisible()
    assert presenting.is_on


def test_it_goes_when_presenting_ends(
    qtbot: QtBot, presenting: Presenting, playing: MainWindow
) -> None:
    seen = opened(qtbot, playing)
    qtbot.keyClick(playing, Qt.Key.Key_Escape)
    assert not seen.isVisible()
    assert not presenting.is_on


def test_presenting_begins_with_it(qtbot: QtBot, window: MainWindow) -> None:
    seen = opened(qtbot, window)
    assert window.presenting.is_on
    assert seen.title.text() == "No lesson is open"
    window.presenting.end()
