"""Tab goes from control to control as the page is read."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

INSIDE = "qt_"
"""How Qt names the parts of its own controls, which are reached with their control."""


def read_in_order(parts: Iterable[QWidget]) -> None:
    """Let Tab go through the controls of one part after another."""
    controls = [control for part in parts for control in reachable(part)]
    for one, after in pairwise(controls):
        if one.window() is after.window():  # A panel may be out of the window.
            QWidget.setTabOrder(one, after)


def reachable(part: QWidget) -> list[QWidget]:
    """The controls of a part that Tab can stop at, in the order in which they were made."""
    return [
        widget
        for widget in (part, *part.findChildren(QWidget))
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.objectName().startswith(INSIDE)
        and widget.window() is part.window()  # The list of a combo box is a window of its own.
    ]
