"""A lesson of three pages, and a window that plays it."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bertscope.gui.lesson.lesson import Lesson
from bertscope.gui.lesson.reading import read_lesson
from bertscope.gui.main_window import MainWindow
from bertscope.gui.presenting.presenting import Presenting

LESSON = """+++
title = "Three pages"
about = "What a page can do."
+++

# The first

Look at *both* sentences.

```window
a = "the dog barks"
b = "it is loud"
show = ["input", "attention"]
point = ["attention"]
```

```notes
Ask who has a dog.
```

# The second

```window
show = ["input"]
```

```do
say = "Empty sentence B."
until.b_empty = true
```

# The third

The end.
"""


@pytest.fixture
def lesson() -> Lesson:
    return read_lesson(LESSON)


@pytest.fixture
def playing(qtbot: QtBot, window: MainWindow, lesson: Lesson) -> MainWindow:
    """The window on the first page of the lesson, its scene set."""
    with qtbot.waitSignal(window.lessons.player.ready):
        window.lessons.play(lesson, "three")
    return window


@pytest.fixture
def presenting(qtbot: QtBot, playing: MainWindow) -> Iterator[Presenting]:
    """The lesson before a class."""
    playing.page.setFocus()
    playing.presenting.begin()
    qtbot.waitUntil(playing.isActiveWindow)
    playing.resize(1280, 800)  # The screen that isn't there is smaller.
    yield playing.presenting
    playing.presenting.end()
    assert QApplication.overrideCursor() is None
