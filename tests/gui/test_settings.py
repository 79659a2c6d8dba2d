"""Settings come back, and a damaged file costs nothing."""

import json
from pathlib import Path

import pytest

from bertscope.gui.recent import There
from bertscope.gui.settings import FILE, Settings
from bertscope.gui.theme import Mode

SSH = "ssh gpu-box bertscope engine"
ALL = Settings(
    Mode.DARK, 1.3, 1000, 700, "x", ["/a", "/b"], "AAAA", 3.0, SSH, [There(SSH, "/runs/1", True)]
)


def test_they_come_back(home: Path) -> None:
    ALL.save()
    assert Settings.load() == ALL
    assert [path.name for path in home.iterdir()] == [FILE]


def test_the_file_can_be_read_by_people(home: Path) -> None:
    ALL.save()
    text = (home / FILE).read_text("utf-8")
    assert '\n  "recent": [\n' in text
    assert json.loads(text)["mode"] == "dark"


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b"{", b'{"mode": "pink"}', b'{"recent": 1}', b"\xff", b'{"folder": "\xff"}'),
        *(b'{"width": -5}', b'{"height": 1000000000000}', b'{"picture_zoom": 0}'),
        *(b'{"engine": 1}', b'{"there": [1]}'),
        b'{"x":' * 5000,
    ],
)
def test_a_damaged_file_gives_the_defaults(home: Path, content: bytes) -> None:
    home.mkdir()
    (home / FILE).write_bytes(content)
    assert Settings.load() == Settings()


def test_a_file_of_another_version_is_read(home: Path) -> None:
    home.mkdir()
    (home / FILE).write_text('{"scale": 1.6, "of_a_later_version": {"x": [1]}}')
    assert Settings.load() == Settings(scale=1.6)


def test_a_folder_that_cannot_be_written_costs_nothing(home: Path) -> None:
    home.write_text("a file where the folder should be")
    Settings().save()
    assert Settings.load() == Settings()


def test_what_was_opened_is_remembered(home: Path, tmp_path: Path) -> None:
    settings = Settings()
    settings.remember(tmp_path / "one")
    settings.remember(tmp_path / "two")
    settings.save()
    assert Settings.load().recent == [str(tmp_path / "two"), str(tmp_path / "one")]
    assert Settings().recent == []
