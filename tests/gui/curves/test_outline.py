"""Few points with the outline of many."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bertscope.gui.curves.outline import Outline

VALUES = st.lists(st.floats(-1e3, 1e3), min_size=1, max_size=400)


@given(VALUES, st.integers(1, 20), st.data())
def test_every_extreme_of_the_range_is_picked(
    values: list[float], columns: int, data: st.DataObject
) -> None:
    array = np.array(values)
    first = data.draw(st.integers(0, len(values) - 1))
    last = data.draw(st.integers(first + 1, len(values)))
    picked = Outline().pick(array, first, last, columns)
    assert np.all(np.diff(picked) > 0)
    assert array[picked].min() <= array[first:last].min()
    assert array[picked].max() >= array[first:last].max()


@given(st.lists(st.integers(1, 60), max_size=12), st.integers(1, 9), st.data())
def test_growing_and_cutting_back_leave_what_a_new_one_has(
    sizes: list[int], columns: int, data: st.DataObject
) -> None:
    grown, values = Outline(), np.empty(0)
    draw = np.random.default_rng(len(sizes))
    for size in sizes:
        if data.draw(st.booleans()):
            values = values[: data.draw(st.integers(0, len(values)))]
            grown.cut_back(len(values))
        values = np.append(values, draw.normal(size=size))
        fresh = Outline().pick(values, 0, len(values), columns)
        assert np.array_equal(grown.pick(values, 0, len(values), columns), fresh)


def test_a_million_points_become_two_a_column_at_the_most() -> None:
    values = np.random.default_rng(0).normal(size=1_000_003)
    outline = Outline()
    for first, last in ((0, len(values)), (123_456, 789_012), (500_000, 502_000)):
        picked = outline.pick(values, first, last, 700)
        assert len(picked) <= 2 * 700 + 50
        assert values[picked].max() >= values[first:last].max()


def test_what_is_drawn_stays_the_same_while_it_is_moved() -> None:
    values = np.random.default_rng(0).normal(size=100_000)
    outline = Outline()
    here, there = outline.pick(values, 1000, 41_000, 300), outline.pick(values, 1100, 41_100, 300)
    assert set(here[here > 1200]) >= set(there[(there > 1200) & (there < 40_000)])


@given(VALUES)
def test_the_first_of_the_extremes_is_found(values: list[float]) -> None:
    array, outline = np.array(values), Outline()
    assert outline.extreme(array, greatest=True) == int(array.argmax())
    assert outline.extreme(array, greatest=False) == int(array.argmin())
