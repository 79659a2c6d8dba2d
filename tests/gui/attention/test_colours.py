"""Heads have colours that can be told apart."""

import numpy as np
import pytest
from PySide6.QtGui import QColor

from bertscope.gui.attention.colours import head_colours, perceived
from bertscope.gui.theme import DARK, LIGHT, Palette


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize("count", [16, 32])
def test_no_colour_comes_twice(palette: Palette, count: int) -> None:
    assert len(set(head_colours(count, palette))) == count


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_sixteen_heads_can_be_told_apart_by_colour_blind_eyes(palette: Palette) -> None:
    names = head_colours(16, palette)
    seen = perceived(np.array([QColor(name).getRgbF()[:3] for name in names]))
    for one in range(16):
        for other in range(one):
            # 0.02 in OKLab is what can just be told apart side by side.
            assert np.linalg.norm(seen[one] - seen[other], axis=-1).min() > 0.06


def test_a_head_keeps_its_colour_whoever_is_beside_it() -> None:
    assert head_colours(4, LIGHT) == head_colours(16, LIGHT)[:4]
    assert head_colours(1, LIGHT) == ("#0072B2",)


def test_the_colour_blind_see_red_and_green_alike() -> None:
    red_and_green = np.array([[0.8, 0.0, 0.0], [0.0, 0.42, 0.0]])
    all_cones, _, no_green = (perceived(red_and_green)[:, eye] for eye in range(3))
    apart = [np.linalg.norm(lab[0] - lab[1]) for lab in (all_cones, no_green)]
    assert apart[1] < 0.5 * apart[0]
