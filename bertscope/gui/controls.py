"""Small controls, made alike everywhere: named, with a tooltip, reached by Tab alone.

A click leaves the focus where it was, so that keys go on meaning what they did.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStyle,
    QStyleOptionComboBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from bertscope.gui.language import tr

AnyWidget = TypeVar("AnyWidget", bound=QWidget)


def named(control: AnyWidget, name: str, tip: str) -> AnyWidget:
    """A control with the name that a screen reader says; none where its words say it all."""
    control.setAccessibleName(name)
    control.setToolTip(tip)
    control.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return control


def push_button(words: str, tip: str) -> QPushButton:
    return named(QPushButton(words), "", tip)


def tool_button(words: str, name: str, tip: str) -> QToolButton:
    button = named(QToolButton(), name, tip)
    button.setText(words)
    return button


def combo(entries: Iterable[str], name: str, tip: str) -> QComboBox:
    box = named(QComboBox(), name, tip)
    box.addItems(list(entries))
    return box


class ShrinkingBox(QComboBox):
    """May be made narrower than its words, which then end in dots."""

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            self,
        )
        option.currentText = option.fontMetrics.elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, field.width()
        )


def choices(
    entries: Iterable[StrEnum], name: str, tip: str, box: QComboBox | None = None
) -> QComboBox:
    """Values to choose from, said in the user's language; an entry's data is its value."""
    box = named(box or QComboBox(), name, tip)
    for entry in entries:
        box.addItem(tr(entry.value), entry.value)
    return box


def choose(box: QComboBox, value: object) -> None:
    """Choose the entry whose data is a value."""
    box.setCurrentIndex(box.findData(value))


def label(words: str, role: str = "muted", tip: str = "") -> QLabel:
    """Words in one of the roles that the style sheet knows."""
    words_there = QLabel(words)
    words_there.setProperty("role", role)
    words_there.setToolTip(tip)
    return words_there


def mark(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at, and let it look."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def word_frame(words: QLabel) -> QFrame:
    """Words of several lines in a frame, as a dialog says how it goes; they can be copied."""
    words.setWordWrap(True)
    words.setTextFormat(Qt.TextFormat.PlainText)
    words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    frame = QFrame()
    frame.setObjectName("banner")
    inside = QVBoxLayout(frame)
    inside.setContentsMargins(12, 8, 12, 8)
    inside.addWidget(words)
    return frame


def quiet_bar(name: str) -> QProgressBar:
    """A bar without numbers. It keeps its place, so that nothing moves when it comes and goes."""
    bar = QProgressBar()
    bar.setTextVisible(False)
    bar.setAccessibleName(name)
    policy = bar.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    bar.setSizePolicy(policy)
    return bar


def lay_in_row(widget: QWidget, parts: Iterable[QWidget], spacing: int = 6) -> QHBoxLayout:
    """Lay parts out side by side, as they stand in the line of a panel's title."""
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(spacing)
    for part in parts:
        row.addWidget(part)
    return row
