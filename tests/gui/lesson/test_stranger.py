"""A lesson of someone else says what it does before it does it."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from bertscope.gui.dropping import Kind, kind_of
from bertscope.gui.lesson.reading import read_lesson
from bertscope.gui.lesson.shelf import entries
from bertscope.gui.lesson.stranger import NOTHING_MORE, StrangerDialog, promises

if TYPE_CHECKING:
    from bertscope.gui.main_window import MainWindow

LEFT = Qt.MouseButton.LeftButton
TEXT = '+++\ntitle = "<b>Theirs</b>"\n+++\n# One\n```window\na = "a cat"\n```\n'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "theirs.lesson.md"
    path.write_text(TEXT)
    return path


def asked(window: "MainWindow") -> StrangerDialog:
    (dialog,) = window.findChildren(StrangerDialog)
    return dialog


def test_a_file_of_a_lesson_is_one(path: Path):
    assert kind_of(path).kind is Kind.LESSON
    assert kind_of(path).promise == "Open the lesson theirs"


def test_nothing_happens_before_it_is_agreed_to(window: "MainWindow", path: Path, qtbot: QtBot):
    before = window.session.state
    window.files.open_path(path)
    dialog = asked(window)
    assert window.session.state == before
    assert dialog.title.text() == "<b>Theirs</b>"
    assert dialog.title.textFormat() is Qt.TextFormat.PlainText
    qtbot.mouseClick(dialog.leave, LEFT)
    assert not window.lessons.is_open
    assert window.session.state == before


def test_agreed_to_it_begins(window: "MainWindow", path: Path, qtbot: QtBot):
    window.files.open_path(path)
    qtbot.mouseClick(asked(window).begin, LEFT)
    assert window.lessons.player.name == "theirs"
    assert not [entry for entry in entries() if entry.own]


def test_it_can_be_kept(window: "MainWindow", path: Path, qtbot: QtBot):
    window.files.open_path(path)
    dialog = asked(window)
    qtbot.keyClick(dialog.keep, Qt.Key.Key_Space)
    qtbot.mouseClick(dialog.begin, LEFT)
    assert [entry.name for entry in entries() if entry.own] == ["theirs"]


def test_a_file_that_is_no_lesson_is_told_of(window: "MainWindow", path: Path):
    path.write_text("nothing")
    window.files.open_path(path)
    assert window.banner.words.text().startswith("theirs.lesson.md, line 1: ")
    assert not window.findChildren(StrangerDialog)


def test_all_that_it_opens_is_said():
    scene = 'model = "/m"\nrun = "play"\ntraining.corpus = "/c.txt"\ntraining.task = "/d.tsv"'
    lesson = read_lesson(f'+++\ntitle = "T"\n+++\n# P\n```window\n{scene}\n```')
    assert list(promises(lesson)) == [
        "• Opens the model /m",
        "• Trains on the text /c.txt",
        "• Reads the labelled data /d.tsv",
        "• Trains models; each run takes time and room on the disk.",
    ]
    assert list(promises(read_lesson(TEXT))) == [f"• {NOTHING_MORE}"]
