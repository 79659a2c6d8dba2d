"""One registry: menus, keys and words come from the same commands."""

from typing import ClassVar

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtGui import QUndoCommand, QUndoStack
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from bertscope.gui.commands.registry import Commands, plain


class Window(QMainWindow):
    """Notes what its commands did."""

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []
        self.commands = Commands(self)

    def add(self, menu: str, words: str, keys: str | tuple[str, ...] = ()) -> None:
        self.commands.add(menu, words, lambda: self.done.append(plain(words)), keys)


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("&Save session …", "Save session"),
        ("Ro&ll masks", "Roll masks"),
        ("Question && answer", "Question & answer"),
        ("&View/&Panels", "View/Panels"),
        ("打开会话(&O) …", "打开会话"),
        ("视图(&V)/面板(&P)", "视图/面板"),
    ],
)
def test_words_are_read_without_their_marks(words: str, read: str) -> None:
    assert plain(words) == read


def test_menus_hold_the_commands_in_order(window: Window) -> None:
    window.add("&File", "&Open …")
    window.add("&View", "&Dark")
    window.commands.separate("&File")
    window.add("&File", "&Quit")
    window.add("&View/&Panels", "&Attention")
    menus = window.commands.fill(window.menuBar())
    assert [action.text() for action in window.menuBar().actions()] == ["&File", "&View"]
    file = menus["&File"].actions()
    assert [action.text() for action in file] == ["&Open …", "", "&Quit"]
    assert file[1].isSeparator()
    assert [a.text() for a in menus["&View"].actions()] == ["&Dark", "&Panels"]
    assert [a.text() for a in menus["&View/&Panels"].actions()] == ["&Attention"]
    assert [(c.menu, c.words) for c in window.commands] == [
        ("File", "Open"),
        ("View", "Dark"),
        ("File", "Quit"),
        ("View/Panels", "Attention"),
    ]
    assert {title: len(group) for title, group in window.commands.by_menu().items()} == {
        "File": 2,
        "View": 2,
    }


class Chinese(QTranslator):
    """Knows the titles of two menus."""

    WORDS: ClassVar = {"&View": "视图(&V)", "&Panels": "面板(&P)"}

    def isEmpty(self) -> bool:  # noqa: N802 -- Qt's name
        return False

    def translate(
        self, _context: str, words: str, _disambiguation: str | None = None, _n: int = -1
    ) -> str | None:
        return self.WORDS.get(words)


def test_menus_are_called_by_the_language_in_use(qapp: QApplication, window: Window) -> None:
    window.add("&View/&Panels", "&Attention")
    chinese = Chinese()
    qapp.installTranslator(chinese)
    try:
        menus = window.commands.fill(window.menuBar())
        assert [command.menu for command in window.commands] == ["视图/面板"]
        assert list(window.commands.by_menu()) == ["视图"]
    finally:
        qapp.removeTranslator(chinese)
    assert menus["&View"].title() == "视图(&V)"
    assert menus["&View/&Panels"].title() == "面板(&P)"


def test_each_of_its_keys_does_it_though_no_menu_is_seen(qtbot: QtBot, window: Window) -> None:
    window.add("&View", "L&arger text", ("Ctrl+L", "Ctrl+Shift+L"))
    window.commands.fill(window.menuBar())
    window.menuBar().hide()
    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_L, both)
    assert window.done == ["Larger text", "Larger text"]
    (command,) = window.commands
    assert command.keys == ["Ctrl+L", "Ctrl+Shift+L"]


def test_what_it_teaches_is_told(window: Window) -> None:
    tip = "Draws masks by the rule."
    action = window.commands.add("&Edit", "Ro&ll masks", list, "Ctrl+R", tip)
    (command,) = window.commands
    assert command.teaches == action.toolTip() == action.statusTip() == tip


def test_what_can_be_on_is_switched(window: Window) -> None:
    dark = window.commands.add("&View", "&Dark", list, checked=True)
    once = window.commands.add("&Edit", "Ro&ll masks", list)
    assert dark.isChecked()
    dark.trigger()
    assert not dark.isChecked()
    assert not once.isCheckable()


def test_actions_made_elsewhere_stay_what_they_are(window: Window) -> None:
    stack = QUndoStack(window)
    window.commands.add_action("&Edit", stack.createUndoAction(window, "&Undo"))
    (undo,) = window.commands
    assert not undo.can_be_done
    stack.push(QUndoCommand("roll"))
    assert undo.can_be_done
    assert undo.words == "Undo roll"
