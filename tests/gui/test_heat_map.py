"""Colours say the values, each in its place."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor

from bertscope.gui.heat_map import block_width, heat_map
from bertscope.gui.theme import LIGHT


@given(st.integers(1, 2000), st.floats(0.01, 10), st.none() | st.floats(0.1, 100))
def test_blocks_hold_every_value(size: int, aspect: float, widest: float | None) -> None:
    width = block_width(size, aspect, widest)
    assert size % width == 0
    assert widest is None or width <= max(1, widest)


@pytest.mark.parametrize(("size", "width"), [(128, 16), (256, 32), (768, 48), (1, 1)])
def test_blocks_are_wide(size: int, width: int) -> None:
    assert block_width(size) == width


def test_thin_columns_let_a_vector_run_down() -> None:
    assert block_width(768, aspect=0.04, widest=1.6) == 1


def test_heat_map_colours_say_the_values() -> None:
    vectors = np.array([[-1.0, 0.0, 0.5, 9.0]], np.float32)
    image = heat_map(vectors, 1.0, LIGHT, fold=4)
    shades = [image.pixelColor(x, 0) for x in range(4)]
    assert shades[0] == QColor(LIGHT.negative)
    assert shades[1] == QColor(LIGHT.zero)
    assert shades[2] not in (QColor(LIGHT.zero), QColor(LIGHT.positive))
    assert shades[3] == QColor(LIGHT.positive)


def test_heat_map_folds_each_vector_into_its_own_block() -> None:
    vectors = np.array([[1.0] * 4, [-1.0] * 4], np.float32)
    image = heat_map(vectors, 1.0, LIGHT, fold=2)
    assert (image.width(), image.height()) == (4, 2)
    assert image.pixelColor(1, 1) == QColor(LIGHT.positive)
    assert image.pixelColor(2, 0) == QColor(LIGHT.negative)
