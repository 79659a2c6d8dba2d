"""Marks of what happened don't crowd."""

from itertools import pairwise

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from bertscope.gui.curves.marks import MARKED, Events, paint_mark, sign_rect
from bertscope.gui.curves.outline import Floats
from bertscope.gui.theme import Theme
from bertscope.run_folder import Happening, RunEvent

WIDTH = 500.0


def where(steps: Floats) -> Floats:
    """A thousand steps on 500 pixels."""
    return steps / 2


def test_marks_that_would_touch_become_one() -> None:
    told = [RunEvent(step, Happening.PAUSED) for step in (300, 100, 110, 120, 900)]
    marks = Events(told).marks(where, WIDTH, 16)
    assert [[event.step for event in mark.events] for mark in marks] == [
        [100, 110, 120],
        [300],
        [900],
    ]
    assert all(b.x - a.x >= 16 for a, b in pairwise(marks))
    assert marks[0].words.splitlines()[1] == "step 110: paused"


def test_many_events_of_one_place_are_counted() -> None:
    told = [RunEvent(5, Happening.CHANGED, f"{n}") for n in range(1200)]
    (mark,) = Events(told).marks(where, WIDTH, 16)
    assert mark.words.splitlines()[0] == "step 5: changed, 0"
    assert mark.words.splitlines()[-1] == "and 1,192 more"


def test_words_of_a_file_are_no_markup() -> None:
    (mark,) = Events([RunEvent(5, Happening.CHANGED, "<b>a & b")]).marks(where, WIDTH, 16)
    assert "&lt;b>a &amp; b" in mark.tip


def test_checkpoints_have_no_sign() -> None:
    events = Events([RunEvent(step, Happening.CHECKPOINT) for step in (9, 3)])
    assert events.marks(where, WIDTH, 16) == []
    assert events.checkpoints.tolist() == [3, 9]


def test_only_what_is_in_the_stretch_is_marked() -> None:
    told = [RunEvent(step, Happening.PAUSED) for step in (100, 300, 500)]
    (mark,) = Events(told).marks(lambda steps: 2 * (steps - 200), 400, 16)
    assert [event.step for event in mark.events] == [300]
    assert mark.x == 200


def test_every_kind_has_a_sign_of_its_own(qapp: QApplication) -> None:
    theme, frame = Theme(), QRectF(0, 40, 100, 40)
    pictures = set()
    for what in MARKED:
        (mark,) = Events([RunEvent(500, what)]).marks(lambda steps: steps / 10, 100, 16)
        image = QImage(100, 100, QImage.Format.Format_RGB32)
        image.fill(QColor(theme.palette.card))
        with QPainter(image) as painter:
            paint_mark(painter, mark, frame, theme)
        sign = image.copy(sign_rect(mark, frame, theme).toAlignedRect())
        pictures.add(bytes(sign.convertToFormat(QImage.Format.Format_Mono).constBits()))
    assert len(pictures) == len(MARKED)
