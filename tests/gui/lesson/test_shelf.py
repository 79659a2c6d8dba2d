"""The shelf: what ships in its order, the user's own, and files that are taken in."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bertscope.errors import BertscopeError
from bertscope.gui.lesson.shelf import SUFFIX, entries, entry_of, safe_name, take_in
from bertscope.places import lessons_folder

TEXT = '+++\ntitle = "{}"\n+++\n# Page\n'


def written(path: Path, title: str = "Mine") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(TEXT.format(title), "utf-8")
    return path


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Resources with three lessons, one of them in two languages."""
    folder = tmp_path / "resources"
    for name in ("10-last", "02-second", "00-tour"):
        written(folder / "lessons" / name / "lesson.md", name)
    written(folder / "lessons" / "02-second" / "lesson.de.md", "Zweite")
    written(folder / "lessons" / "README.md")
    (folder / "lessons" / "11-empty").mkdir()
    monkeypatch.setattr("bertscope.gui.lesson.shelf.resources", lambda: folder)
    return folder


def test_what_ships_stands_in_its_order_before_the_users_own(shipped: Path):
    written(lessons_folder() / f"b{SUFFIX}")
    written(lessons_folder() / f"A{SUFFIX}")
    written(lessons_folder() / "no lesson.md")
    found = [(entry.name, entry.own) for entry in entries()]
    assert found == [("tour", False), ("second", False), ("last", False), ("A", True), ("b", True)]


def test_a_lesson_in_a_language_or_else_in_english(shipped: Path):
    second = entry_of("second")
    assert second is not None
    assert second.title("de") == "Zweite"
    assert second.title("zh") == second.title() == "02-second"
    assert entry_of("none") is None


def test_a_damaged_lesson_stays_on_the_shelf_and_says_why():
    path = written(lessons_folder() / f"odd{SUFFIX}")
    path.write_text("# no head")
    (entry,) = (entry for entry in entries() if entry.own)
    assert entry.title() == "odd"
    assert entry.trouble().startswith(f"odd{SUFFIX}, line 1: ")
    with pytest.raises(BertscopeError):
        entry.open()


def test_taking_in_overwrites_nothing(tmp_path: Path, shipped: Path):
    names = [
        take_in(written(tmp_path / folder / name, folder)).name
        for folder, name in (
            ("one", f"My lesson{SUFFIX}"),
            ("two", f"my lesson{SUFFIX}"),
            ("three", "My lesson.md"),
            ("four", f"second{SUFFIX}"),
        )
    ]
    assert names == ["My lesson", "my lesson-2", "My lesson-3", "second-2"]
    titles = {entry.name: entry.title() for entry in entries() if entry.own}
    assert titles == dict(zip(names, ("one", "two", "three", "four"), strict=True))


def test_what_is_no_lesson_is_not_taken_in(tmp_path: Path):
    path = tmp_path / f"x{SUFFIX}"
    path.write_text("nothing")
    with pytest.raises(BertscopeError, match="line 1"):
        take_in(path)
    assert not lessons_folder().exists()


def test_a_shelf_that_can_not_be_written(tmp_path: Path, home: Path):
    home.mkdir()
    (home / "lessons").write_text("a file")
    with pytest.raises(BertscopeError, match="can't be written"):
        take_in(written(tmp_path / f"x{SUFFIX}"))
    assert not [entry for entry in entries() if entry.own]


@given(st.text())
def test_names_are_safe_on_any_system(wish: str):
    name = safe_name(wish)
    assert name == name.strip()
    assert 1 <= len(name) <= 70
    assert not set(name) & set('<>:"/\\|?*.\0\n')


def test_names_that_windows_keeps_for_itself():
    assert (safe_name("con"), safe_name("../..")) == ("lesson con", "lesson")
