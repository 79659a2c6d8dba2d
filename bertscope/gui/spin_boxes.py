"""Boxes for numbers, made alike: what is typed counts when it is entered, or the box is left.

The wheel turns the number only of the box that has the focus, so that scrolling changes nothing.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QSpinBox

from bertscope.gui.controls import named


class WholeBox(QSpinBox):
    """A whole number."""

    def __init__(self, name: str, tip: str, least: int, most: int, suffix: str = "") -> None:
        super().__init__()
        self.setRange(least, most)
        self.setSuffix(suffix)
        self.setGroupSeparatorShown(True)
        _make_alike(self, name, tip)

    def put(self, value: int) -> None:
        """Show a number; the same one leaves what is being typed."""
        if self.value() != value:
            blocked = self.blockSignals(True)
            self.setValue(value)
            self.blockSignals(blocked)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class FineBox(QDoubleSpinBox):
    """A number of any size, with no more digits than it needs; the arrows move it by a tenth."""

    DIGITS = 4
    """That are shown; one that has more is kept as it is until it is edited."""

    def __init__(
        self, name: str, tip: str, least: float, most: float, decimals: int, suffix: str = ""
    ) -> None:
        super().__init__()
        self.setDecimals(decimals)
        self.setRange(least, most)
        self.setSuffix(suffix)
        self.setStepType(QAbstractSpinBox.StepType.AdaptiveDecimalStepType)
        _make_alike(self, name, tip)

    def put(self, value: float) -> None:
        """Show a number; the same one leaves what is being typed."""
        if self.value() != round(value, self.decimals()):
            blocked = self.blockSignals(True)
            self.setValue(value)
            self.blockSignals(blocked)

    def textFromValue(self, value: float) -> str:
        short = float(f"{value:.{self.DIGITS}g}")
        words = self.locale().toString(short, "f", self.decimals())
        return words.rstrip("0").rstrip(self.locale().decimalPoint())

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


def _make_alike(box: WholeBox | FineBox, name: str, tip: str) -> None:
    named(box, name, tip)
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    box.setKeyboardTracking(False)
    box.setAlignment(Qt.AlignmentFlag.AlignHCenter)
