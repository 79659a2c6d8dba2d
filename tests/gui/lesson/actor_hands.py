"""The hands of the actor of lessons: mouse and keys on any of the window's widgets."""

from enum import StrEnum
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from bertscope.text.words import positions_of

if TYPE_CHECKING:
    from bertscope.gui.main_window import MainWindow

LEFT = Qt.MouseButton.LeftButton
SOON, TRAINED, MEASURED = 10_000, 240_000, 400_000
"""Milliseconds: for an answer of the engine, for a loss, and for what pre-training is worth."""


class Hands:
    """Presses buttons and types.

    Parameters
    ----------
    window
        On a real engine.
    """

    def __init__(self, qtbot: QtBot, window: "MainWindow") -> None:
        self.bot, self.window = qtbot, window

    def positions(self, word: str) -> list[int]:
        """Where a word stands among the tokens."""
        session = self.window.session
        return positions_of(word, session.state.a, session.state.b, session.pair)

    def click(self, widget: QWidget) -> None:
        """Press a button that can be pressed."""
        self.bot.waitUntil(lambda: widget.isEnabled() and widget.isVisible(), timeout=SOON)
        self.bot.mouseClick(widget, LEFT)

    # --- Typing ---------------------------------------------------------------------------------

    def write(self, line: QLineEdit, text: str) -> None:
        """Type what is other in a line: masks stay at words that do."""
        before = line.text()
        start = alike(before, text)
        end = alike(before[start:][::-1], text[start:][::-1])
        line.setFocus()
        line.setSelection(start, len(before) - start - end)
        if len(text) > start + end:
            type_in(line, text[start : len(text) - end])
        elif before != text:
            self.bot.keyClick(line, Qt.Key.Key_Delete)

    def add_word(self, line: QLineEdit, word: str) -> None:
        """Type a word at the end."""
        line.setFocus()
        self.bot.keyClick(line, Qt.Key.Key_End)
        type_in(line, f" {word}")

    def enter(self, box: Any, value: float) -> None:
        """Type a number into a box."""
        box.setFocus()
        box.selectAll()
        type_in(box, f"{value:g}")
        self.bot.keyClick(box, Qt.Key.Key_Return)

    def pick(self, box: QComboBox, choice: StrEnum) -> None:
        """An entry of a box, by the value that it stands for."""
        at = box.findData(choice.value)
        if at < 0:  # It offers the values of its enumeration in their order.
            at = list(type(choice)).index(choice)
        box.setFocus()
        for _ in range(abs(at - box.currentIndex())):
            down = at > box.currentIndex()
            self.bot.keyClick(box, Qt.Key.Key_Down if down else Qt.Key.Key_Up)


def type_in(widget: QWidget, text: str) -> None:
    """Type a text of any letters.

    Qt's own `keyClicks` ends the process at a letter that is on none of its keys.
    """
    key, plain = Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier
    for letter in text:
        if letter.isascii():
            QTest.keyClicks(widget, letter)
        else:
            QTest.sendKeyEvent(QTest.KeyAction.Click, widget, key, letter, plain)


def alike(one: str, other: str) -> int:
    """How many letters both begin with."""
    return len(list(takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))))
