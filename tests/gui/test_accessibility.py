"""The helper that finds controls without a name."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QSlider,
    QSpinBox,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from bertscope.gui.canvas import Canvas
from bertscope.gui.theme import Appearance
from tests.gui.accessibility import unnamed_controls


class Page(QWidget):
    """Controls of each kind without a name."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.button, self.spin, self.combo = QToolButton(), QSpinBox(), QComboBox()
        self.slider, self.edit = QSlider(Qt.Orientation.Horizontal), QLineEdit()
        self.canvas = Canvas(appearance, "")
        self.canvas.paint = lambda *_: None  # type: ignore[method-assign]
        self.controls = (
            self.button,
            self.spin,
            self.combo,
            self.slider,
            self.edit,
            self.canvas,
        )
        self.form = QFormLayout(self)
        for control in self.controls:
            self.form.addRow(control)


def test_each_kind_of_control_needs_a_name(qtbot: QtBot, appearance: Appearance) -> None:
    page = Page(appearance)
    qtbot.addWidget(page)
    page.button.setObjectName("play")
    assert unnamed_controls(page) == [
        "QToolButton 'play' in Page",
        *(f"{type(control).__name__} in Page" for control in page.controls[1:]),
    ]
    for control in page.controls:
        control.setAccessibleName("its name")
    assert unnamed_controls(page) == []


def test_words_a_label_or_being_hidden_will_do(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    form = QFormLayout(page)
    hidden = QLineEdit()
    form.addRow(QPushButton("Roll"))
    form.addRow("Seed", QSpinBox())
    form.addRow(hidden)
    assert unnamed_controls(page) == ["QLineEdit in QWidget"]
    hidden.hide()
    assert unnamed_controls(page) == []
