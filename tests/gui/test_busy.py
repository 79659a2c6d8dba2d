"""Progress of what takes longer than a moment."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from bertscope.gui.busy import Busy


class Clock:
    """Says what it is told."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


class Bar(QWidget):
    """A place for the progress strip, as the status bar is."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__()
        self.clock = Clock()
        self.busy = Busy(self.clock)
        QHBoxLayout(self).addWidget(self.busy)
        qtbot.addWidget(self)
        self.show()


def test_what_is_done_at_once_shows_nothing(qtbot: QtBot) -> None:
    bar = Bar(qtbot)
    bar.busy.begin("Reading the model")
    assert not bar.busy.isVisible()
    bar.busy.end()
    assert not any(timer.isActive() for timer in bar.busy.findChildren(QTimer))
    assert not bar.busy.isVisible()


def test_what_takes_longer_is_told(qtbot: QtBot) -> None:
    bar = Bar(qtbot)
    busy = bar.busy
    busy.begin("Reading the model")
    qtbot.waitUntil(busy.isVisible)
    assert busy.words.text() == "Reading the model"
    assert not busy.cancel.isVisible()
    assert busy.bar.maximum() == 0
    busy.progress(0.25)
    assert busy.bar.value() == busy.bar.maximum() / 4
    busy.end()
    assert not busy.isVisible()


def test_the_time_left_is_told_after_some_seconds(qtbot: QtBot) -> None:
    bar = Bar(qtbot)
    bar.busy.begin("Cutting the text")
    qtbot.waitUntil(bar.busy.isVisible)
    bar.clock.now += 2
    bar.busy.progress(0.1)
    assert not bar.busy.left.isVisible()
    for passed, fraction, words in (
        (3, 0.1, "45 s left"),
        (15, 0.25, "1 min left"),
        (0, 0.001, "5 h 33 min left"),
        (0, 1.0, ""),
    ):
        bar.clock.now += passed
        bar.busy.progress(fraction)
        assert bar.busy.left.text() == words
        assert bar.busy.left.isVisible() == bool(words)
    bar.busy.end()


def test_cancel_ends_it(qtbot: QtBot) -> None:
    bar, asked = Bar(qtbot), []
    bar.busy.begin("Cutting the text", lambda: asked.append("cancel"))
    qtbot.waitUntil(bar.busy.isVisible)
    assert bar.busy.cancel.accessibleName() == "Cancel: Cutting the text"
    qtbot.mouseClick(bar.busy.cancel, Qt.MouseButton.LeftButton)
    assert asked == ["cancel"]
    assert not bar.busy.isVisible()
