"""Any command, found by some of its letters, done by keyboard or mouse."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QMainWindow
from pytestqt.qtbot import QtBot

from bertscope.gui.commands.palette import CommandPalette
from bertscope.gui.commands.registry import Commands
from bertscope.gui.theme import Appearance

WORDS = ("Roll masks", "Clear masks", "Larger text", "Smaller text", "Undo")


class Window(QMainWindow):
    """Has a field to type in, some commands and the palette."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.done: list[str] = []
        self.commands = Commands(self)
        self.actions_by_words = {
            words: self.commands.add("&Edit", words, lambda words=words: self.done.append(words))
            for words in WORDS
        }
        self.palette_of_commands = CommandPalette(self, self.commands, appearance)
        self.commands.add("&Help", "&Find …", self.palette_of_commands.open, "Ctrl+K")
        self.field = QLineEdit(self)
        self.setCentralWidget(self.field)
        self.resize(800, 500)


@pytest.fixture
def window(qtbot: QtBot, appearance: Appearance) -> Window:
    made = Window(appearance)
    made.setStyleSheet(appearance.theme.style_sheet)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    made.field.setFocus()
    return made


def press(qtbot: QtBot, window: Window, key: Qt.Key, control: bool = False) -> None:
    modifier = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    qtbot.keyClick(window.focusWidget() or window, key, modifier)


def found(window: Window) -> list[str]:
    rows = window.palette_of_commands.list
    return [rows.item(row).text() for row in range(rows.count())]


def test_typing_and_enter_do_a_command(qtbot: QtBot, window: Window) -> None:
    press(qtbot, window, Qt.Key.Key_K, control=True)
    qtbot.keyClicks(window.focusWidget(), "clm")
    assert found(window)[0] == "Clear masks"
    press(qtbot, window, Qt.Key.Key_Return)
    assert window.done == ["Clear masks"]
    assert not window.palette_of_commands.isVisible()
    assert window.focusWidget() is window.field


def test_arrows_choose_and_stop_at_the_ends(qtbot: QtBot, window: Window) -> None:
    window.palette_of_commands.open()
    press(qtbot, window, Qt.Key.Key_Up)
    press(qtbot, window, Qt.Key.Key_Down)
    press(qtbot, window, Qt.Key.Key_Down)
    assert window.palette_of_commands.search.accessibleDescription() == WORDS[2]
    press(qtbot, window, Qt.Key.Key_Return)
    assert window.done == [WORDS[2]]


def test_a_click_does_a_command(qtbot: QtBot, window: Window) -> None:
    window.palette_of_commands.open()
    rows = window.palette_of_commands.list
    centre = rows.visualItemRect(rows.item(1)).center()
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    assert window.done == [WORDS[1]]


def test_escape_and_a_click_beside_it_do_nothing(qtbot: QtBot, window: Window) -> None:
    palette = window.palette_of_commands
    palette.open()
    press(qtbot, window, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    palette.open()
    qtbot.mouseClick(palette, Qt.MouseButton.LeftButton, pos=QPoint(5, palette.height() - 5))
    assert not palette.isVisible()
    assert window.done == []
    assert window.focusWidget() is window.field


def test_what_cannot_be_done_is_not_offered(window: Window) -> None:
    window.actions_by_words["Undo"].setEnabled(False)
    window.palette_of_commands.open()
    assert "Undo" not in found(window)


def test_it_remembers_nothing(qtbot: QtBot, window: Window) -> None:
    palette = window.palette_of_commands
    palette.open()
    qtbot.keyClicks(palette.search, "qqq")
    assert found(window) == []
    assert palette.nothing.isVisible()
    press(qtbot, window, Qt.Key.Key_Return)
    press(qtbot, window, Qt.Key.Key_K, control=True)
    press(qtbot, window, Qt.Key.Key_K, control=True)
    assert found(window) == [*WORDS, "Find"]


def test_it_stays_in_the_window(window: Window, appearance: Appearance) -> None:
    palette = window.palette_of_commands
    palette.open()
    for width, height, scale in ((800, 500, 1.6), (420, 260, 2.0), (1600, 900, 0.8)):
        appearance.set_scale(scale)
        window.resize(width, height)
        assert palette.geometry() == window.rect()
        assert window.rect().contains(palette.sheet.geometry())
