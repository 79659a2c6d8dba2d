"""What is seen gets out: as a picture, as numbers, to the clipboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from pytestqt.qtbot import QtBot

from bertscope.errors import BertscopeError
from bertscope.gui.canvas import Canvas
from bertscope.gui.export import copy_numbers, copy_picture, picture_of, save_view
from bertscope.gui.painting import text
from bertscope.gui.table import Table
from bertscope.gui.theme import Appearance


class Plain(Canvas):
    """Paints a word on a coloured half, wider than it is seen."""

    table: Table | None = Table(("token", "loss"), [("dog, the", 0.5), ("[MASK]", None)])

    def content_width(self, available: float) -> float:
        return 2 * available

    def paint(self, painter: QPainter, width: float, height: float, scroll: float) -> None:
        palette = self.theme.palette
        painter.fillRect(QRectF(width / 2, 0, width / 2, height), palette.chosen)
        text(painter, QRectF(0, 0, width, 20), "a word", self.theme.sans(13), palette.text)

    def numbers(self) -> Table | None:
        return self.table


@pytest.fixture
def view(qtbot: QtBot, appearance: Appearance) -> Plain:
    made = Plain(appearance, "Plain")
    qtbot.addWidget(made)
    made.resize(120, 60)
    made.show()
    return made


def test_a_picture_holds_what_is_scrolled_away(view: Plain, tmp_path: Path) -> None:
    save_view(tmp_path / "a.png", view, 3.0)
    picture = QImage(str(tmp_path / "a.png"))
    height = view.viewport().height()
    assert (picture.width(), picture.height()) == (3 * (240 + 24), 3 * (height + 24))
    assert picture.pixelColor(750, 60).name().upper() == view.theme.palette.chosen
    for outside in (QPoint(780, 60), QPoint(750, 30), QPoint(300, 130)):
        assert picture.pixelColor(outside).name().upper() == view.theme.palette.card


def test_an_svg_holds_the_words(view: Plain, tmp_path: Path) -> None:
    save_view(tmp_path / "a.svg", view, 2.0)
    content = (tmp_path / "a.svg").read_text("utf-8")
    assert "a word" in content
    assert f'viewBox="0 0 264 {view.viewport().height() + 24}"' in content


def test_numbers_are_a_table(view: Plain, tmp_path: Path) -> None:
    save_view(tmp_path / "a.csv", view, 2.0)
    assert (tmp_path / "a.csv").read_bytes() == b'token,loss\n"dog, the",0.5\n[MASK],\n'


def test_the_clipboard_takes_both(view: Plain) -> None:
    copy_numbers(view)
    assert QGuiApplication.clipboard().text().startswith("token,loss\n")
    copy_picture(view, 2.0)
    assert QGuiApplication.clipboard().image() == picture_of(view, 2.0)


@pytest.mark.parametrize("name", ["a.jpg", "a", "no/folder/a.png", "no/folder/a.csv", "no/a.svg"])
def test_what_can_not_be_written_is_said(view: Plain, tmp_path: Path, name: str) -> None:
    with pytest.raises(BertscopeError, match="choose"):
        save_view(tmp_path / name, view, 2.0)
    assert list(tmp_path.iterdir()) == []


def test_a_view_without_numbers_says_so(view: Plain, tmp_path: Path) -> None:
    view.table = None
    with pytest.raises(BertscopeError, match="no numbers"):
        save_view(tmp_path / "a.csv", view, 2.0)
    with pytest.raises(BertscopeError, match="no numbers"):
        copy_numbers(view)
