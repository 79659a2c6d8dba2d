"""A window in another language: nothing stays English, and nothing is cut off."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QStyleOptionComboBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from bertscope.gui.language.chosen import speak
from bertscope.gui.main_window import MainWindow
from bertscope.gui.run.lines import QuietLine
from tests.gui.language.seen import WORD, Marking, all_words, left, painted

NAMES = set(
    WORD.findall(
        "bertscope BERT CPU CLS SEP MASK UNK RANDOM KEEP RAND IsNext NotNext softmax logits tanh "
        "tok seg pos stories small auto cpu tiny mini base medium Muon AdamW English Deutsch "
        "Sprache Language dog cute likes play playing ing MLM NSP LayerNorm PCA "
        "Ctrl Alt Shift Space Del Home End Left Right cores Export"
    )
)
"""What is called the same in all languages: names, tokens, units, keys."""


@pytest.fixture
def marking(qapp: QApplication) -> Iterator[None]:
    translator = Marking()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.fixture(params=["de", "zh"])
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    speak(request.param)
    yield request.param
    speak("en")


def test_all_that_is_said_is_translated(marking: None, window: MainWindow) -> None:
    said = {f"{where}: {words}" for where, words in all_words(window) if set(left(words)) - NAMES}
    assert not said, "\n".join(sorted(said))


def test_all_that_is_painted_is_translated(
    marking: None, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    with painted(monkeypatch) as said:
        for panel in window.page.panels:
            window.page.reveal(panel)
            window.grab()
    english = {words for words in said if set(left(words)) - NAMES}
    assert not english, "\n".join(sorted(english))
    assert len(said) > 50


@pytest.mark.parametrize("scale", [1.0, 1.6])
def test_no_words_are_cut_off(language: str, window: MainWindow, scale: float) -> None:
    window.appearance.set_scale(scale)
    too_long = set[str]()
    for panel in window.page.panels:
        window.page.reveal(panel)
        window.grab()
        too_long |= set(map(cut, window.findChildren(QWidget))) - {""}
    assert not too_long, "\n".join(sorted(too_long))


def test_no_words_of_a_lesson_are_cut_off(language: str, qtbot: QtBot, window: MainWindow) -> None:
    window.lessons.begin("masking")
    assert_whole(qtbot, window)


def test_no_words_of_a_dialog_are_cut_off(language: str, qtbot: QtBot, window: MainWindow) -> None:
    for open_dialog in (window.runs.show, window.engine_choice.open, window.menus.shortcuts.open):
        open_dialog()
    window.menus.hub.show()
    window.lesson_editor.edit(None)
    dialogs = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not window]
    assert len(dialogs) >= 3
    for dialog in dialogs:
        assert_whole(qtbot, dialog)
        dialog.close()


def assert_whole(qtbot: QtBot, window: QWidget) -> None:
    """No words of it are cut off, once it is laid out with those it has now."""

    def is_whole() -> None:
        too_long = set(map(cut, window.findChildren(QWidget))) - {""}
        assert not too_long, "\n".join(sorted(too_long))

    qtbot.wait(50)  # Turns of the event loop lay it out; a loaded machine needs more of them.
    qtbot.waitUntil(is_whole)


def cut(widget: QWidget) -> str:
    """The words of a widget that has less room than they need; empty where that isn't so."""
    if not widget.isVisible() or isinstance(widget, QuietLine):
        return ""
    match widget:
        case QLabel() if widget.text() and not widget.wordWrap():
            words, room = widget.text(), widget.contentsRect().width()
        case QAbstractButton() if widget.text():
            words, room = widget.text().replace("&", ""), widget.width()
        case QComboBox() if widget.currentText():
            option = QStyleOptionComboBox()
            widget.initStyleOption(option)
            words, room = option.currentText, widget.width()
        case _:
            return ""
    metrics = QFontMetricsF(widget.font())
    needed = max(metrics.horizontalAdvance(line) for line in words.split("\n"))
    return f"{words} needs {needed:.0f} of {room}" if needed > room + 1 and "<" not in words else ""
