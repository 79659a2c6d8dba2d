"""The bold line is the weighted mean of what came before."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bertscope.gui.curves.smoothing import Smooth, smoothed, smoothed_at

VALUES = st.lists(st.floats(-1e3, 1e3), min_size=1, max_size=300)


@given(VALUES, st.floats(0.5, 50))
def test_it_is_the_weighted_mean_of_what_came_before(values: list[float], window: float) -> None:
    k = np.exp(-1 / window)
    top = bottom = 0.0
    expected = []
    for value in values:
        top, bottom = top * k + value, bottom * k + 1
        expected.append(top / bottom)
    assert smoothed(np.array(values), window) == pytest.approx(expected, abs=1e-6)


def test_no_smoothing_changes_nothing() -> None:
    values = np.array([3.0, 1.0, 2.0])
    assert np.array_equal(smoothed(values, 0), values)
    assert smoothed_at(values, np.array([0, 2]), 0).tolist() == [3.0, 2.0]


@pytest.mark.parametrize("window", [1, 8, 100])
def test_at_some_points_it_is_what_it_is_as_a_whole(window: int) -> None:
    values = np.random.default_rng(0).normal(5, 1, 6000)
    indices = np.array([0, 1, 19, 20, 1999, 2000, 2001, 5999])
    whole = smoothed(values, window)[indices]
    assert smoothed_at(values, indices, window) == pytest.approx(whole, abs=1e-7)


def test_picked_points_are_true_whatever_was_picked_before() -> None:
    draw = np.random.default_rng(0)
    values, smooth = draw.normal(size=5000), Smooth()
    for window, first, last in ((8, 0, 5000), (8, 100, 300), (50, 90, 4000), (8, 0, 5000)):
        indices, heights = smooth.pick(values, window, first, last, 100)
        assert len(indices) <= 101
        assert heights == pytest.approx(smoothed(values, window)[indices], abs=1e-7)
    assert indices[-1] == 4999  # The newest is always there.
    smooth.cut_back(1000)
    values = np.append(values[:1000], draw.normal(9, 1, 3000))
    indices, heights = smooth.pick(values, 8, 0, 4000, 100)
    assert heights == pytest.approx(smoothed(values, 8)[indices], abs=1e-7)
