"""On a projector all of a page is in sight, and only what the page is about."""

import os
import signal

import pytest
from PySide6.QtWidgets import QAbstractScrollArea
from pytestqt.qtbot import QtBot

from bertscope.gui.lesson.reading import read_lesson
from bertscope.gui.main_window import MainWindow

PAGE = """+++
title = "One page"
+++

# Everything at once

{words}

```window
a = "emma put the guitar on the sofa ."
b = "emma played the guitar until the evening ."
show = {show}
point = {point}
```
"""
WORDS = "A probability of 1 costs nothing, 0.5 costs 0.69, and 0.01 costs 4.61. " * 5


def present(
    qtbot: QtBot, window: MainWindow, show: list[str], point: list[str], size: tuple[int, int]
) -> None:
    lesson = read_lesson(PAGE.format(words=WORDS, show=show, point=point).replace("'", '"'))
    with qtbot.waitSignal(window.lessons.player.ready):
        window.lessons.play(lesson, "one")
    window.presenting.begin()
    qtbot.waitUntil(window.isActiveWindow)
    window.resize(*size)


def scrolled(window: MainWindow) -> list[str]:
    """What can't be seen without scrolling."""
    areas = window.findChildren(QAbstractScrollArea)
    return [
        f"{type(area).__name__} {area.accessibleName()}"
        for area in areas
        if area.isVisible()
        and (area.verticalScrollBar().maximum() or area.horizontalScrollBar().maximum())
    ]


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
@pytest.mark.parametrize(
    "show",
    [
        ["input", "predictions", "verdict", "training"],
        ["predictions", "verdict", "objective", "training"],
        ["input", "attention"],
    ],
)
def test_nothing_has_to_be_scrolled(
    qtbot: QtBot, window: MainWindow, show: list[str], size: tuple[int, int]
) -> None:
    present(qtbot, window, show, ["figure"], size)
    qtbot.waitUntil(lambda: not scrolled(window))
    assert window.appearance.theme.scale >= (1.0 if size[1] < 1080 else 1.6)
    window.presenting.end()


def test_controls_that_the_page_is_not_about_are_away_until_the_end(
    qtbot: QtBot, window: MainWindow
) -> None:
    views = window.views
    spare = (views.mask_bar, views.sentences.swap, views.figure_controls, window.head)
    present(qtbot, window, ["input", "training"], ["play"], (1280, 720))
    assert not any(part.isVisible() for part in spare)
    assert views.transport.play.isVisible()
    window.presenting.end()
    assert all(part.isVisible() for part in spare)


@pytest.mark.parametrize("place", ["mask bar", "swap", "stages", "task"])
def test_what_the_page_points_at_is_there(qtbot: QtBot, window: MainWindow, place: str) -> None:
    bar, views = window.top_bar, window.views
    parts = {
        "mask bar": views.mask_bar,
        "swap": views.sentences.swap,
        "stages": views.figure_controls,
        "task": bar.switch,
    }
    present(qtbot, window, ["input"], [place], (1280, 720))
    assert [name for name, part in parts.items() if part.isVisible()] == [place]
    window.presenting.end()


def test_an_engine_that_is_killed_leaves_the_picture_on_the_screen(
    qtbot: QtBot, real_window: MainWindow
) -> None:
    present(qtbot, real_window, ["input", "training"], ["play"], (1280, 720))
    pid = real_window.engine.pid
    os.kill(pid, signal.SIGKILL)
    qtbot.waitUntil(lambda: real_window.banner.isVisible(), timeout=20_000)
    assert real_window.banner.words.text()
    assert real_window.presenting.is_on
    assert real_window.presenting.form.slide.isVisible()
    real_window.presenting.end()
