"""All words that a window shows, and those of them that were never translated."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtGui import QAction, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from bertscope.gui.language import CONTEXT
from bertscope.gui.language.said import CONTEXT as SENTENCES

OPEN, CLOSE = "⟦", "⟧"
INSIDE = re.compile(rf"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}")
TAG = re.compile(r"</?\w+[^>]*>|&\w+;")
OF_QT = re.compile("qt_|Scroll(Left|Right)Button")
"""Parts of Qt's own widgets, whose words are Qt's."""
WORD = re.compile(r"[A-Za-z]{3,}")


class Marking(QTranslator):
    """Translates all words by putting them into brackets."""

    def isEmpty(self) -> bool:  # noqa: N802 -- Qt's name
        return False

    def translate(
        self, context: str, words: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        return f"{OPEN}{words}{CLOSE}" if context in (CONTEXT, SENTENCES) else None


def left(words: str) -> list[str]:
    """The words outside all brackets."""
    words = TAG.sub(" ", words)
    while (inner := INSIDE.sub(" ", words)) != words:
        words = inner
    return WORD.findall(words)


def words_of(widget: QWidget) -> Iterator[tuple[str, str]]:
    """What a widget says, each with where it says it."""
    yield "tooltip", widget.toolTip()
    yield "accessible name", widget.accessibleName()
    yield "accessible description", widget.accessibleDescription()
    yield "status tip", widget.statusTip()
    if widget.isWindow():
        yield "title", widget.windowTitle()
    match widget:
        case QLabel() | QAbstractButton():
            yield "text", widget.text()
        case QLineEdit() | QPlainTextEdit():
            yield "placeholder", widget.placeholderText()
        case QComboBox():
            for number in range(widget.count()):
                yield "entry", widget.itemText(number)
        case QAbstractSpinBox():
            yield "special", widget.specialValueText()
        case QTabBar():
            for number in range(widget.count()):
                yield "tab", widget.tabText(number)
        case QMenu():
            yield "menu", widget.title()


def all_words(window: QWidget) -> Iterator[tuple[str, str]]:
    """What all in a window says, seen or not."""
    for widget in [window, *window.findChildren(QWidget)]:
        if OF_QT.match(widget.objectName()):
            continue
        for where, words in words_of(widget):
            yield f"{type(widget).__name__} {widget.objectName()} {where}", words
    for action in window.findChildren(QAction):
        if isinstance(action.parent(), QWidget) and OF_QT.match(action.parent().objectName()):
            continue
        yield "action", action.text()
        yield "action's status tip", action.statusTip()


@contextmanager
def painted(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Catches what is painted meanwhile."""
    said: list[str] = []
    paint: Callable[..., object] = QPainter.drawText

    def draw(painter: QPainter, *arguments: object) -> object:
        said.extend(each for each in arguments if isinstance(each, str))
        return paint(painter, *arguments)

    with monkeypatch.context() as patch:
        patch.setattr(QPainter, "drawText", draw)
        yield said
