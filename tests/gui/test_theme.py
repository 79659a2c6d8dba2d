"""The map for vectors, sizes that grow, light and dark, and the style sheet."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFontInfo
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from bertscope.gui.application import dress
from bertscope.gui.theme import DARK, LIGHT, SCALES, Appearance, Mode, Palette, Theme, diverging


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_zero_is_in_the_middle_of_the_vector_map(palette: Palette) -> None:
    colours = diverging(palette)
    assert len(colours) == 255
    assert QColor(int(colours[127])) == QColor(palette.zero)
    assert QColor(int(colours[0])) == QColor(palette.negative)
    assert QColor(int(colours[-1])) == QColor(palette.positive)


def test_sizes_follow_the_scale() -> None:
    assert Theme(scale=1.6).px(10) == 16
    assert Theme(scale=1.6).mono(10).pixelSize() == 16


def test_the_fonts_that_ship_are_used(qapp: QApplication) -> None:
    assert QFontInfo(Theme().sans()).family() == "Inter"
    assert QFontInfo(Theme().mono()).family() == "JetBrains Mono"


def test_larger_and_smaller_stop_at_the_ends(qapp: QApplication) -> None:
    appearance = Appearance(Mode.LIGHT)
    for _ in range(20):
        appearance.step_scale(1)
    assert appearance.theme.scale == SCALES[-1]
    for _ in range(20):
        appearance.step_scale(-1)
    assert appearance.theme.scale == SCALES[0]


def test_a_chosen_mode_wins(qapp: QApplication) -> None:
    appearance = Appearance(Mode.DARK)
    assert appearance.theme.palette == DARK
    appearance.set_mode(Mode.LIGHT)
    assert appearance.theme.palette == LIGHT


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("scale", SCALES)
def test_the_style_sheet_is_whole(palette: Palette, scale: float) -> None:
    sheet = Theme(palette, scale).style_sheet
    assert sheet.count("{") == sheet.count("}")
    assert not re.search(r"\d(dp|\.\d)", sheet)  # no design pixels, no fractions are left
    icons = re.findall(r'url\("(.+?)"\)', sheet)
    assert icons
    assert all(Path(icon).is_file() for icon in icons)


def test_controls_grow_with_the_text(qtbot: QtBot) -> None:
    heights = []
    for theme in (Theme(scale=scale) for scale in (0.8, 1.0, 1.6, 2.0)):
        dress(theme)
        page = QWidget()
        qtbot.addWidget(page)
        controls = [
            QPushButton("Roll", page),
            QLineEdit("dog", page),
            QComboBox(page),
            QLabel("A", page),
        ]
        page.setStyleSheet(theme.style_sheet)
        heights.append([control.sizeHint().height() for control in controls])
    for smaller, larger in pairwise(heights):
        assert all(a < b for a, b in zip(smaller, larger, strict=True))
