"""The recent models, runs and sessions: the list, and the menu that shows it."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from bertscope.gui.recent import (
    MOST,
    There,
    fill_menu,
    newest_first,
    newest_there,
    without,
    words,
    words_there,
)
from bertscope.gui.settings import Settings

NAMES = st.sampled_from([f"/models/{letter}" for letter in "abcdefghijklmnop"])


@given(st.lists(NAMES, max_size=30))
def test_the_newest_is_on_top_and_none_is_there_twice(opened: list[str]) -> None:
    recent: list[str] = []
    for name in opened:
        recent = newest_first(recent, Path(name))
        assert Path(recent[0]) == Path(name).absolute()
    assert len(set(recent)) == len(recent) == min(MOST, len(set(opened)))


def test_one_folder_in_two_spellings_is_one(tmp_path: Path, monkeypatch) -> None:
    (tmp_path / "m").mkdir()
    monkeypatch.chdir(tmp_path)
    recent = newest_first([str(tmp_path / "m")], Path("m"))
    assert recent == newest_first(recent, tmp_path / "x" / ".." / "m") == [str(tmp_path / "m")]
    assert without(recent, Path("m")) == []


def test_each_is_called_by_its_name_and_place(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert words(tmp_path / "models" / "mine") == "mine · ~/models"
    assert words(tmp_path / "lesson.bertscope") == "lesson · ~"
    assert words(Path("/hub/models--google--bert/snapshots/0123")) == "google/bert · from the Hub"
    far = words(Path("/", *["very long names of folders"] * 9, "mine"))
    assert far.startswith("mine · … ")
    assert len(far) < 70


def test_the_menu_opens_what_is_there(qtbot: QtBot, tmp_path: Path) -> None:
    for name in ("b&w", "gone", "old"):
        (tmp_path / name).mkdir()
    settings, opened, menu = Settings(), [], QMenu()
    qtbot.addWidget(menu)
    for name in ("old", "gone", "b&w"):
        settings.remember(tmp_path / name)
    (tmp_path / "gone").rmdir()
    fill_menu(menu, settings, opened.append, print)
    first, second, third = menu.actions()[:3]
    assert [action.isEnabled() for action in (first, second, third)] == [True, False, True]
    assert "b&&w" in first.text()
    assert "isn't there any more" in second.toolTip()
    assert third.toolTip() == str(tmp_path / "old")
    third.trigger()
    assert opened == [tmp_path / "old"]


def test_what_goes_while_the_menu_is_open_is_taken_off_the_list(
    qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "m").mkdir()
    settings, opened, menu = Settings(), [], QMenu()
    qtbot.addWidget(menu)
    settings.remember(tmp_path / "m")
    fill_menu(menu, settings, opened.append, print)
    (tmp_path / "m").rmdir()
    menu.actions()[0].trigger()
    assert opened == [tmp_path / "m"]  # the opener says what is wrong
    assert settings.recent == []


def test_the_list_can_be_forgotten(qtbot: QtBot, tmp_path: Path) -> None:
    settings, menu = Settings(recent=[str(tmp_path)]), QMenu()
    qtbot.addWidget(menu)
    fill_menu(menu, settings, print, print)
    menu.actions()[-1].trigger()
    assert settings.recent == []
    fill_menu(menu, settings, print, print)
    assert not any(action.isEnabled() for action in menu.actions() if action.text())


SSH = "ssh gpu-box bertscope engine"


def test_an_engine_elsewhere_has_its_own_list(qtbot: QtBot, tmp_path: Path) -> None:
    for name in ("model", "lesson.bertscope"):
        (tmp_path / name).mkdir()
    settings, opened, menu = Settings(engine=SSH), [], QMenu()
    qtbot.addWidget(menu)
    settings.remember(tmp_path / "model")
    settings.remember(tmp_path / "lesson.bertscope")
    for visited in (There("other", "/x"), There(SSH, "/data/m"), There(SSH, "/data/r", True)):
        settings.remember_there(visited)
    fill_menu(menu, settings, opened.append, opened.append)
    entries = [action for action in menu.actions() if action.text()]
    assert [entry.text() for entry in entries[:2]] == ["&1  r · /data", "&2  m · /data"]
    assert "lesson · " in entries[2].text()
    assert len(entries) == 4  # The folder of this machine is of no use there.
    entries[0].trigger()
    entries[2].trigger()
    assert opened == [There(SSH, "/data/r", True), tmp_path / "lesson.bertscope"]
    entries[-1].trigger()
    assert settings.there == [There("other", "/x")]
    assert settings.recent == [str(tmp_path / "model")]


def test_folders_elsewhere_are_listed_once_and_called_by_their_names() -> None:
    there = [There(SSH, f"/runs/{number}") for number in range(MOST)]
    there = newest_there([There("other", "/x"), *there], There(SSH, "/runs/3", True))
    assert [visited.folder for visited in there[:2]] == ["/runs/3", "/runs/0"]
    assert len(there) == MOST + 1
    assert words_there(There(SSH, "C:\\models\\mine")) == "mine · C:/models"
    assert words_there(There(SSH, "/h/models--a--b/snapshots/01")) == "a/b · from the Hub"
