"""Handing a lesson out from the window, with a process that says what it is told to."""

import errno
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bertscope.errors import BertscopeError
from bertscope.gui.lesson.lesson import Lesson
from bertscope.gui.lesson.reading import read_lesson
from bertscope.gui.main_window import MainWindow
from bertscope.gui.presenting.drafts import draft_of, draft_path
from bertscope.gui.presenting.exports import NO_LESSON, PDF, Exports

MAKES = """
import sys, json
lesson, pdf = sys.argv[3], sys.argv[5]
print(json.dumps({"event": "painted", "pages": 1, "of": 3}), flush=True)
open(pdf, "w").write(open(lesson, encoding="utf-8").read())
print(json.dumps({"event": "made", "path": pdf}), flush=True)
"""
REFUSES = 'print(\'{"event": "refused", "sentence": "The disk is full: take another."}\')'
BREAKS = "import sys; sys.exit('no memory')"
WAITS = """
import time
print('{"event": "painted", "pages": 1, "of": 3}', flush=True)
time.sleep(60)
"""


def exports(window: MainWindow, program: str) -> Exports:
    return Exports(window, [sys.executable, "-c", program])


@pytest.fixture
def quiet(playing: MainWindow) -> Iterator[MainWindow]:
    yield playing
    playing.busy.end()


def test_the_lesson_that_is_open_is_handed_over_and_the_file_is_told(
    qtbot: QtBot, quiet: MainWindow, lesson: Lesson, tmp_path: Path
) -> None:
    made = exports(quiet, MAKES)
    with qtbot.waitSignal(made.done):
        made.make(PDF, tmp_path / "out.pdf")
    handed = read_lesson((tmp_path / "out.pdf").read_text("utf-8"))
    assert [page.title for page in handed.pages] == [page.title for page in lesson.pages]
    assert quiet.status.notes.text() == "The lesson is in out.pdf."
    assert not quiet.busy.isVisible()


@pytest.mark.parametrize(
    ("program", "sentence"),
    [
        (REFUSES, "The disk is full: take another."),
        (BREAKS, "The lesson could not be saved (no memory): try again."),
    ],
)
def test_why_it_is_not_there_stands_in_the_banner(
    qtbot: QtBot, quiet: MainWindow, tmp_path: Path, program: str, sentence: str
) -> None:
    made = exports(quiet, program)
    with qtbot.waitSignal(made.failed):
        made.make(PDF, tmp_path / "out.pdf")
    assert quiet.banner.words.text() == sentence


def test_cancel_ends_it_and_the_window_is_free(
    qtbot: QtBot, quiet: MainWindow, tmp_path: Path
) -> None:
    made = exports(quiet, WAITS)
    made.make(PDF, tmp_path / "out.pdf")
    draft = draft_path(tmp_path / "out.pdf")
    draft.write_bytes(b"half")
    qtbot.waitUntil(lambda: quiet.busy.isVisible() and quiet.busy.bar.value() > 0)
    quiet.busy.cancel.click()
    assert not made.is_under_way
    assert not quiet.busy.isVisible()
    qtbot.waitUntil(lambda: not draft.exists())


def test_without_a_lesson_it_says_what_to_do(window: MainWindow) -> None:
    window.exports.save_handout()
    assert window.status.notes.text() == NO_LESSON


def test_a_draft_takes_its_place_only_in_the_end(tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    path.write_text("before")
    with draft_of(path) as draft:
        draft.write_text("after")
        assert path.read_text() == "before"
    assert path.read_text() == "after"
    assert list(tmp_path.iterdir()) == [path]


def test_what_fails_leaves_nothing_and_says_why(tmp_path: Path) -> None:
    with pytest.raises(BertscopeError, match="No space left on device"):
        fill_the_disk(tmp_path / "pages")
    assert list(tmp_path.iterdir()) == []


def fill_the_disk(path: Path) -> None:
    with draft_of(path) as draft:
        draft.mkdir()
        (draft / "page-01.png").write_bytes(b"half")
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_folder_that_holds_something_is_kept(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("mine")
    with pytest.raises(BertscopeError, match="is there already"), draft_of(tmp_path):
        pass
    assert (tmp_path / "page.txt").read_text() == "mine"
