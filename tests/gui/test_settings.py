"""Settings come back, and a damaged file costs nothing."""

from pathlib import Path

import pytest

from bertscope.gui.settings import FILE, Settings
from bertscope.gui.theme import Mode


def test_they_come_back(home: Path) -> None:
    Settings(Mode.DARK, 1.3, 1000, 700, "x").save()
    assert Settings.load() == Settings(Mode.DARK, 1.3, 1000, 700, "x")


@pytest.mark.parametrize("content", [b"", b"{", b'{"mode": "pink"}', b"\xff"])
def test_a_damaged_file_gives_the_defaults(home: Path, content: bytes) -> None:
    home.mkdir()
    (home / FILE).write_bytes(content)
    assert Settings.load() == Settings()


def test_a_folder_that_cannot_be_written_costs_nothing(home: Path) -> None:
    home.write_text("a file where the folder should be")
    Settings().save()
    assert Settings.load() == Settings()
