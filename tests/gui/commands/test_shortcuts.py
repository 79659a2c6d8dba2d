"""All keys at a glance."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QMainWindow, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from bertscope.gui.commands.registry import Commands
from bertscope.gui.commands.shortcuts import FIGURE_KEYS, Shortcuts
from bertscope.gui.theme import Appearance


class Window(QMainWindow):
    """Has a field to type in, a button, some commands and the overview."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.played = 0
        commands = Commands(self)
        commands.add("&File", "&Save session …", list, "Ctrl+S")
        commands.add("&File", "Save &picture …", list)
        commands.add("&View/&Panels", "&Attention", list, ("Ctrl+1", "Ctrl+Shift+1"))
        commands.add("&Training", "&Play", self.play, "Space")
        self.keys = Shortcuts(self, commands, appearance)
        commands.add("&Help", "&Keys", self.keys.open, ("?", "F1"))
        self.field, self.button = QLineEdit(), QPushButton("Roll")
        page = QWidget()
        column = QVBoxLayout(page)
        column.addWidget(self.field)
        column.addWidget(self.button)
        self.setCentralWidget(page)
        self.resize(900, 600)

    def play(self) -> None:
        self.played += 1


@pytest.fixture
def window(qtbot: QtBot, appearance: Appearance) -> Window:
    made = Window(appearance)
    made.setStyleSheet(appearance.theme.style_sheet)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def shown(window: Window) -> list[str]:
    return [label.text() for label in window.keys.area.widget().findChildren(QLabel)]


def test_it_lists_the_keys_by_menu_and_those_of_the_figure(window: Window) -> None:
    window.keys.open()
    words = shown(window)
    for expected in (
        "File",
        "Ctrl+S",
        "Save session",
        "View",
        "Ctrl+1 · Ctrl+Shift+1",
        "Attention",
    ):
        assert expected in words
    assert "Save picture" not in words
    for keys, meaning in FIGURE_KEYS:
        assert words[words.index(keys) + 1] == meaning


def test_a_question_mark_opens_and_closes_it(qtbot: QtBot, window: Window) -> None:
    window.button.setFocus()
    qtbot.keyClick(window.button, "?")
    assert window.keys.isVisible()
    qtbot.keyClick(window.focusWidget(), "?")
    assert not window.keys.isVisible()
    assert window.focusWidget() is window.button


def test_f1_opens_it_and_escape_closes_it(qtbot: QtBot, window: Window) -> None:
    qtbot.keyClick(window.field, Qt.Key.Key_F1)
    assert window.keys.isVisible()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert not window.keys.isVisible()


def test_a_question_mark_can_be_typed(qtbot: QtBot, window: Window) -> None:
    window.field.setFocus()
    qtbot.keyClicks(window.field, "is it?")
    assert window.field.text() == "is it?"
    assert not window.keys.isVisible()


def test_letters_are_no_shortcuts_while_it_is_open(qtbot: QtBot, window: Window) -> None:
    window.keys.open()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    assert window.played == 0
    window.keys.close_sheet()
    window.field.clearFocus()
    qtbot.keyClick(window, Qt.Key.Key_Space)
    assert window.played == 1


def test_it_scrolls_where_it_does_not_fit(window: Window, appearance: Appearance) -> None:
    window.resize(1600, 1000)
    window.keys.open()
    bar = window.keys.area.verticalScrollBar()
    assert bar.maximum() == 0
    appearance.set_scale(2.0)
    window.setStyleSheet(appearance.theme.style_sheet)
    window.resize(500, 300)
    assert window.rect().contains(window.keys.sheet.geometry())
    assert bar.maximum() > 0
