"""The demonstration without a screen does the main job and leaves its pictures."""

import csv
import re
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from bertscope.errors import BertscopeError
from bertscope.gui import demo


@pytest.mark.usefixtures("qapp")
def test_it_leaves_pictures_and_numbers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert demo.run(tmp_path / "demo", 6, 0, "1280x800", dark=True) == 0
    pictures = {n: QImage(str(tmp_path / "demo" / f"window-{n}.png")) for n in ("before", "after")}
    assert all(p.size().toTuple() == (1280, 800) for p in pictures.values())
    assert pictures["before"] != pictures["after"]
    assert not QImage(str(tmp_path / "demo" / "curves.png")).isNull()
    with (tmp_path / "demo" / "metrics.csv").open() as file:
        rows = list(csv.DictReader(file))
    assert [int(row["step"]) for row in rows] == list(range(7))
    assert re.search(r"finished in \d+:\d\d", capsys.readouterr().out)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("size", ["", "1280", "axb"])
def test_a_size_that_is_none_is_said(tmp_path: Path, size: str) -> None:
    with pytest.raises(BertscopeError, match="1440x900"):
        demo.run(tmp_path, 6, 0, size, dark=False)


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(BertscopeError, match="can't be made"):
        demo.run(tmp_path / "file" / "demo", 6, 0, "1280x800", dark=False)
