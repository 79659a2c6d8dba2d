"""Colours that can be read and told apart, sizes that grow."""

from itertools import combinations

import numpy as np
import pytest
from PySide6.QtGui import QColor, QFontInfo
from PySide6.QtWidgets import QApplication

from bertscope.gui.theme import DARK, LIGHT, SCALES, Appearance, Mode, Palette, Theme, diverging

AA_TEXT, AA_LARGE = 4.5, 3.0
"""WCAG 2.2, 1.4.3 and 1.4.11: contrast of text, and of large text and graphics."""


def luminance(name: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    channels = QColor(name).getRgbF()[:3]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return float(np.dot([0.2126, 0.7152, 0.0722], linear))


def contrast(one: str, other: str) -> float:
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
class TestPalette:
    def test_text_can_be_read(self, palette: Palette) -> None:
        for ink in (palette.text, palette.muted):
            for paper in (palette.card, palette.ground):
                assert contrast(ink, paper) >= AA_TEXT, (ink, paper)
        assert contrast(palette.text, palette.chip) >= AA_TEXT
        assert contrast(palette.on_chosen, palette.chosen) >= AA_TEXT
        assert contrast(palette.error, palette.card) >= AA_TEXT

    def test_meanings_stand_out_from_the_card(self, palette: Palette) -> None:
        for shade in (palette.segment_a, palette.segment_b, palette.token, palette.position):
            assert contrast(shade, palette.card) >= AA_LARGE, shade

    def test_meanings_differ(self, palette: Palette) -> None:
        shades = (
            palette.segment_a,
            palette.segment_b,
            palette.token,
            palette.position,
            palette.chosen,
        )
        for one, other in combinations(shades, 2):
            distance = np.subtract(QColor(one).getRgb()[:3], QColor(other).getRgb()[:3])
            assert np.abs(distance).max() >= 40, (one, other)

    def test_zero_is_in_the_middle_of_the_vector_map(self, palette: Palette) -> None:
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
