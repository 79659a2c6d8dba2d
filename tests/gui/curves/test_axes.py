"""What is written at the ticks of an axis."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bertscope.gui.curves.axes import log_ticks, plain, round_gap


@given(st.floats(1e-6, 1e9), st.floats(1, 20))
def test_a_gap_is_round_and_no_more_often_in_the_span_than_wanted(span: float, most: float) -> None:
    gap = round_gap(span, most, 0)
    assert span / gap <= most * (1 + 1e-6)
    assert f"{gap:.0e}"[0] in "125"


def test_steps_are_whole() -> None:
    assert round_gap(3, 10, 1) == 1


@given(st.floats(-3, 6), st.floats(0.1, 8), st.integers(2, 12), st.booleans())
def test_ticks_lie_within_and_are_not_too_many(
    low: float, powers: float, most: int, of_steps: bool
) -> None:
    high = low + powers
    ticks = log_ticks(low, high, most, 1.0 if of_steps else 0.0)
    assert len(ticks) <= most + 2
    assert ticks == sorted(ticks)
    assert all(low - 1e-6 <= tick <= high + 1e-6 for tick in ticks)


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [(-1.3, 1.3, ["0.1", "1", "10"]), (0.5, 0.7, ["3.5", "4", "4.5", "5"])],
)
def test_a_logarithmic_axis_of_losses_says_plain_numbers(
    low: float, high: float, words: list[str]
) -> None:
    assert [plain(10**tick) for tick in log_ticks(low, high, 4, 0.0)] == words


def test_step_0_has_a_place_among_powers_of_ten() -> None:
    ticks = log_ticks(-0.35, 4, 6, 1.0)
    assert [10**tick for tick in ticks] == pytest.approx([0.5, 1, 10, 100, 1000, 10_000])
    assert all(other - one > 0.2 for one, other in pairwise(ticks))


def test_a_loss_is_said_as_short_as_it_can_be() -> None:
    assert [plain(value) for value in (0.30000000000000004, 2.0, 0.0, 1234567.0)] == [
        "0.3",
        "2",
        "0",
        "1.23e+06",
    ]
