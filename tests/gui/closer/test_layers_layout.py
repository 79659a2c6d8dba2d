"""Where the strips of the layers stand."""

import pytest
from PySide6.QtWidgets import QApplication

from bertscope.gui.closer.layers_layout import BESIDE, Grid
from bertscope.gui.closer.words import layer_name
from bertscope.gui.painting import text_width
from bertscope.gui.theme import LIGHT, SCALES, Theme
from tests.gui.language.seen import Marking


@pytest.mark.parametrize("scale", [SCALES[0], 1.0, SCALES[-1]])
def test_the_name_of_the_last_layer_has_room_in_every_language(
    qapp: QApplication, scale: float
) -> None:
    theme, marking = Theme(LIGHT, scale), Marking()
    english = Grid.of(theme, 13, 11, 800, 300)
    qapp.installTranslator(marking)
    grid, name = Grid.of(theme, 13, 11, 800, 300), layer_name(12)
    qapp.removeTranslator(marking)
    assert english.left == theme.px(58)
    assert theme.px(50) < text_width(name, theme.sans(11)) <= grid.left - theme.px(BESIDE)
    assert grid.cell(12, 0).left() >= grid.left
    assert grid.width <= 800
