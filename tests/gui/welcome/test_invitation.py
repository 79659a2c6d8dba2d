"""The invitation: once, quiet, and never again unless asked for."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from bertscope.gui.main_window import MainWindow
from bertscope.gui.settings import Settings
from bertscope.gui.welcome.invitation import ACCEPT, REFUSE, invite_once

LEFT = Qt.MouseButton.LeftButton


def test_it_comes_once_and_is_remembered(window: MainWindow, qtbot: QtBot) -> None:
    invite_once(window)
    banner = window.banner
    assert banner.isVisible()
    assert (banner.way_on.text(), banner.dismiss.text()) == (ACCEPT, REFUSE)
    assert Settings.load().invited
    qtbot.mouseClick(banner.dismiss, LEFT)
    invite_once(window)
    assert banner.isHidden()


def test_it_leads_to_the_tour(window: MainWindow, qtbot: QtBot) -> None:
    invite_once(window)
    qtbot.mouseClick(window.banner.way_on, LEFT)
    assert window.banner.isHidden()
    assert window.tour.is_on


def test_what_comes_after_it_can_be_dismissed_as_ever(window: MainWindow) -> None:
    invite_once(window)
    window.tell("Something went wrong: try again.")
    assert window.banner.dismiss.text() == "Dismiss"


def test_a_window_by_itself_neither_invites_nor_makes_the_tour(window: MainWindow) -> None:
    assert window.banner.isHidden()
    assert not {"tour", "popover"} & set(vars(window))
