"""Lessons in the language that the window speaks, wherever one begins."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from bertscope.gui.language.chosen import LANGUAGES, speak
from bertscope.gui.lesson.formula import FORMULA
from bertscope.gui.lesson.reading import read_lesson
from bertscope.gui.lesson.shelf import entries, entry_of
from bertscope.gui.lesson_editor.pages import new_lesson
from bertscope.gui.main_window import MainWindow
from bertscope.gui.presenting.exports import PDF, Exports
from bertscope.gui.welcome.about import About, abouts

OTHERS = [language for language in LANGUAGES if language != "en"]
EACH = pytest.mark.parametrize("language", OTHERS)
TELLS_ITS_ARGUMENTS = """
import json, pathlib, sys
pathlib.Path(sys.argv[5]).write_text(" ".join(sys.argv))
print(json.dumps({"event": "made", "path": sys.argv[5]}))
"""


@pytest.fixture
def spoken(window: MainWindow, language: str) -> Iterator[MainWindow]:
    """A window whose lessons are in a language from now on."""
    speak(language)
    yield window
    speak("en")


def title(name: str, language: str) -> str:
    entry = entry_of(name)
    assert entry is not None
    assert language in entry.files
    return entry.title(language)


@EACH
def test_the_menu_names_lessons_in_the_language(spoken: MainWindow, language: str) -> None:
    menu = next(m for m in spoken.menu_bar.findChildren(QMenu) if m.title() == "&Lessons")
    menu.aboutToShow.emit()
    words = "\n".join(action.text() for action in menu.actions())
    for entry in entries():
        if language in entry.files and entry.name != "tour":
            assert entry.title(language) in words


@EACH
def test_a_lesson_begins_in_the_language(spoken: MainWindow, language: str, qtbot: QtBot) -> None:
    with qtbot.waitSignal(spoken.lessons.player.ready):
        spoken.lessons.begin("the-input")
    lesson = spoken.lessons.player.lesson
    assert lesson is not None
    assert lesson.head.title == title("the-input", language) != title("the-input", "en")


@EACH
def test_the_tour_is_in_the_language(spoken: MainWindow, language: str, qtbot: QtBot) -> None:
    with qtbot.waitSignal(spoken.tour.player.ready):
        spoken.tour.begin()
    lesson = spoken.tour.player.lesson
    assert lesson is not None
    assert lesson.head.language == language
    assert spoken.tour.card.title.text() == lesson.pages[0].title


@EACH
def test_an_export_is_made_in_the_language(
    spoken: MainWindow, language: str, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(spoken.lessons.player.ready):
        spoken.lessons.begin("the-input")
    exports = Exports(spoken, [sys.executable, "-c", TELLS_ITS_ARGUMENTS])
    with qtbot.waitSignal(exports.done):
        exports.make(PDF, tmp_path / "out.pdf")
    assert f"--language {language}" in (tmp_path / "out.pdf").read_text()


@EACH
def test_a_new_lesson_says_its_language(spoken: MainWindow, language: str) -> None:
    assert read_lesson(new_lesson()).head.language == language


@EACH
def test_views_are_explained_in_the_language(qapp: object, language: str) -> None:
    english = abouts()
    speak(language)
    try:
        other = abouts()
    finally:
        speak("en")
    assert other.keys() == english.keys()
    for name, about in english.items():
        assert other[name].words != about.words
        assert (other[name].lesson, formulas(other[name])) == (about.lesson, formulas(about))


def formulas(about: About) -> list[str]:
    return sorted(found["inner"] for found in FORMULA.finditer(about.words) if found["inner"])
