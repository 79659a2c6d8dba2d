"""Boxes for numbers."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bertscope.gui.spin_boxes import FineBox, WholeBox


def turn(box: WholeBox | FineBox) -> None:
    """The wheel, one notch up, over the box."""
    middle, is_inverted = QPointF(box.rect().center()), False
    event = QWheelEvent(
        middle,
        box.mapToGlobal(middle),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        is_inverted,
    )
    QApplication.sendEvent(box, event)


@pytest.mark.parametrize("kind", ["whole", "fine"])
def test_scrolling_past_a_box_leaves_its_number(qtbot: QtBot, kind: str) -> None:
    box = WholeBox("n", "", 0, 9) if kind == "whole" else FineBox("x", "", 0, 9, 1)
    qtbot.addWidget(box)
    box.setValue(3)
    with qtbot.waitActive(box):
        box.show()
    box.clearFocus()
    turn(box)
    assert box.value() == 3
    qtbot.mouseClick(box.lineEdit(), Qt.MouseButton.LeftButton)
    assert box.hasFocus()  # A click is there to type.
    turn(box)
    assert box.value() > 3


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.003, "0.003"),
        (2.0, "2"),
        (0.0000001, "0.0000001"),
        (0.0066666667, "0.006667"),
        (10, "10"),
    ],
)
def test_a_fine_number_has_no_more_digits_than_it_needs(
    qtbot: QtBot, value: float, text: str
) -> None:
    box = FineBox("x", "", 0, 99, 7)
    qtbot.addWidget(box)
    box.put(value)
    assert box.text() == text
