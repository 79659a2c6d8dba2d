import pytest
from PySide6.QtGui import QPainter
from pytestqt.qtbot import QtBot

from bertscope.gui.canvas import Canvas
from bertscope.gui.theme import Appearance


class Broken(Canvas):
    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance, "Broken")
        self.painter: QPainter | None = None

    def paint(self, painter: QPainter, width: float, height: float, scroll: float) -> None:
        self.painter = painter
        raise ValueError("no such colour")


def test_an_error_in_painting_leaves_no_painter_behind(
    qtbot: QtBot, appearance: Appearance
) -> None:
    """Qt would end the process once the view is painted again."""
    view = Broken(appearance)
    qtbot.addWidget(view)
    with pytest.raises(ValueError, match="no such colour"):
        view.grab()
    assert view.painter is not None
    assert not view.painter.isActive()
