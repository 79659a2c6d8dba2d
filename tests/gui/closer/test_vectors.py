"""The measures of vectors, against their definitions."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from bertscope.gui.closer.vectors import (
    cosines,
    cosines_to_before,
    rows_of,
    rung_of,
    rungs,
    shares,
    summary,
)
from bertscope.gui.state import Row, Vector
from bertscope.wire import messages as m
from tests.gui.conftest import LAYERS, look_for

NUMBERS = st.floats(-10, 10, width=32)


def look(**wants: bool) -> m.Look:
    wanted = m.Wants(**wants)  # type: ignore[arg-type]
    return look_for(m.Probe(1, "main", m.ModelRef(""), [5, 6, 7], [0, 0, 1], wants=wanted))


def test_a_summary_says_mean_deviation_and_norm() -> None:
    assert summary(np.array([1, 2, 3, 4], np.float32)) == pytest.approx((2.5, 5**0.5 / 2, 30**0.5))


@given(arrays(np.float32, (3, 8), elements=NUMBERS))
def test_shares_add_up_to_one(parts: np.ndarray) -> None:
    total = parts.astype(np.float64).sum(axis=0)
    found = shares(parts, total)
    if total @ total > 1e-3:
        assert found is not None
        assert found.sum() == pytest.approx(1)


def test_a_part_against_the_sum_has_a_negative_share() -> None:
    found = shares(np.array([[3, 1], [-1, 0], [0, 0]], np.float32), np.array([2, 1], np.float32))
    assert found == pytest.approx([7 / 5, -2 / 5, 0])
    assert shares(np.zeros((3, 2), np.float32), np.zeros(2, np.float32)) is None


def test_cosines_are_those_of_the_angles() -> None:
    rows = np.array([[1, 0], [0, 2], [-3, 0], [1, 1], [0, 0]], np.float32)
    assert cosines(rows[0], rows) == pytest.approx([1, 0, -1, 0.5**0.5, 0])


def test_each_layer_is_compared_with_the_one_before() -> None:
    hidden = np.array([[[1, 0], [0, 1]], [[2, 0], [1, 0]], [[-1, 0], [1, 1]]], np.float32)
    expected = [[1, 0], [-1, 0.5**0.5]]
    assert cosines_to_before(hidden) == pytest.approx(np.array(expected))


def test_rows_come_from_the_look() -> None:
    seen = look(hidden_states=True)
    for row, array in ((Row.TOKEN, seen.token_rows), (Row.NORMALIZED, seen.normalized)):
        assert np.array_equal(rows_of(seen, row), array.numpy())
    assert seen.hidden_states is not None
    hidden = seen.hidden_states.numpy()
    assert np.array_equal(rows_of(seen, Row.HIDDEN, 1), hidden[1])
    assert np.array_equal(rows_of(seen, Row.HIDDEN, 99), hidden[LAYERS])


def test_what_the_look_does_not_hold_is_none() -> None:
    assert rows_of(look(), Row.HIDDEN, 1) is None


def test_rungs_lead_from_the_token_to_the_last_layer() -> None:
    ladder = rungs(2)
    assert [row for row, _ in ladder[:5]] == list(Row)[:5]
    assert ladder[5:] == [(Row.HIDDEN, 1), (Row.HIDDEN, 2)]
    for rung, (row, layer) in enumerate(ladder):
        assert rung_of(Vector(row, 0, layer), 2) == rung
    assert rung_of(Vector(Row.HIDDEN, 0, 0), 2) == rung_of(Vector(Row.NORMALIZED, 0), 2)
    assert rung_of(Vector(Row.HIDDEN, 0, 12), 2) == 6
