"""The lines of the transport."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from bertscope.gui.run.lines import FoldLine, GoalBar, QuietLine

LEFT = Qt.MouseButton.LeftButton


def test_words_that_dont_fit_are_in_the_tooltip(qtbot: QtBot) -> None:
    line = QuietLine("Share and memory.")
    qtbot.addWidget(line)
    line.say("computing 93% of the time · memory 640 MB")
    line.resize(60, 20)
    with qtbot.waitExposed(line):
        line.show()
    assert line.text().endswith("…")
    assert line.toolTip() == f"{line.words}\nShare and memory."
    line.resize(600, 20)
    qtbot.waitUntil(lambda: line.text() == line.words)
    assert line.toolTip() == "Share and memory."
    assert line.accessibleName() == line.words


@pytest.mark.parametrize("mark", [0.25, 0.9])
def test_the_goal_is_marked_where_it_is(qtbot: QtBot, mark: float) -> None:
    bar = GoalBar("How far the run is")
    qtbot.addWidget(bar)
    bar.setStyleSheet("QProgressBar { border: none; background: #ffffff; }")
    bar.set_shade("#ff0000")
    bar.resize(400, 6)
    bar.set_mark(mark)
    picture = bar.grab().toImage()
    red = [x for x in range(picture.width()) if picture.pixelColor(x, 2) == QColor("#ff0000")]
    assert red[0] == pytest.approx(mark * 400, abs=3)
    bar.set_mark(None)
    assert bar.grab().toImage().pixelColor(red[0], 2) != QColor("#ff0000")


def test_a_fold_says_what_is_in_it_until_it_is_open(qtbot: QtBot) -> None:
    body = QLabel("inside")
    fold = FoldLine("Choices", "What can be chosen", lambda: body)
    qtbot.addWidget(fold)
    qtbot.addWidget(body)
    fold.resize(300, 20)
    fold.say("tiny · rate 0.003")
    with qtbot.waitExposed(fold):
        fold.show()
    assert (fold.text(), body.isVisible()) == ("▸ tiny · rate 0.003", False)
    qtbot.mouseClick(fold, LEFT)
    assert (fold.text(), body.isVisible()) == ("▾ Choices", True)
    qtbot.mouseClick(fold, LEFT)
    assert not body.isVisible()
