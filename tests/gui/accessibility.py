"""What a screen reader would find without a name."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollBar,
    QTabBar,
    QWidget,
)

from bertscope.gui.canvas import Canvas

CONTROLS = (QAbstractButton, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit, Canvas)
FOCUSABLE = (QAbstractScrollArea, *CONTROLS)
PARTS_OF = (QAbstractSpinBox, QComboBox, QTabBar)
"""Their own parts, such as the field in a spin box, are named by them."""


def unnamed_controls(widget: QWidget) -> list[str]:
    """The controls in `widget` that can be seen there but have neither name nor text."""
    labelled = {label.buddy() for label in widget.findChildren(QLabel) if label.text()}
    return [
        _where(child, widget)
        for child in [widget, *widget.findChildren(QWidget)]
        if _is_control(child)
        and (child is widget or child.isVisibleTo(widget))
        and child not in labelled
        and not _name(child)
    ]


def _is_control(widget: QWidget) -> bool:
    if isinstance(widget, QScrollBar) or isinstance(widget.parentWidget(), PARTS_OF):
        return False
    focusable = widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    return isinstance(widget, CONTROLS) or (isinstance(widget, FOCUSABLE) and focusable)


def _name(widget: QWidget) -> str:
    own = widget.accessibleName()
    return own or (widget.text() if isinstance(widget, QAbstractButton) else "")


def _where(widget: QWidget, top: QWidget) -> str:
    """Its class and where it is: ``QToolButton 'play' in Transport in Panel``."""
    name = widget.objectName()
    words, parent = type(widget).__name__ + (f" {name!r}" if name else ""), widget.parentWidget()
    while parent is not None and widget is not top:
        words += f" in {type(parent).__name__}"
        if parent is top:
            break
        parent = parent.parentWidget()
    return words
