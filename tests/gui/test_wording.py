"""Numbers in words never claim too much."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bertscope.gui.wording import (
    duration,
    escaped,
    fine_percent,
    loss,
    number,
    output,
    percent,
    plain_percent,
    power_of_ten,
)


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (1.0, "100 %"),
        (0.9999, ">99.9 %"),
        (0.997, "99.7 %"),
        (0.994, "99 %"),
        (0.62, "62 %"),
        (0.0991, "9.9 %"),
        (0.0004, "<0.1 %"),
        (0.0, "0.0 %"),
    ],
)
def test_no_percentage_claims_too_much(share: float, words: str) -> None:
    assert percent(share) == words


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (0.62, "62 %"),
        (0.0573, "5.7 %"),
        (0.0042, "0.42 %"),
        (0.000012, "0.0012 %"),
        (1e-9, "<0.0001 %"),
        (0.0, "0.0 %"),
    ],
)
def test_a_small_share_keeps_two_digits(share: float, words: str) -> None:
    assert fine_percent(share) == words


@given(st.floats(0, 1))
def test_only_nothing_is_zero_percent(share: float) -> None:
    zero = fine_percent(share).removesuffix(" %").strip("0.") == ""
    assert zero == (share == 0.0)


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, "0:00"), (59.6, "1:00"), (754, "12:34"), (3661, "1:01:01")]
)
def test_durations(seconds: float, words: str) -> None:
    assert duration(seconds) == words


def test_a_number_that_rounds_to_nothing_has_no_sign() -> None:
    assert (number(-0.0004), number(-0.0012, 3), number(2.5, 1)) == ("0.000", "−0.001", "2.5")


def test_the_shares_of_a_rule_have_no_needless_digits() -> None:
    assert (plain_percent(0.15), plain_percent(1 / 15)) == ("15 %", "6.67 %")


def test_names_and_numbers() -> None:
    assert (output(12), power_of_ten(-3), loss(0.0004)) == ("T₁₂", "10⁻³", "0.000")
    assert escaped("a<b & c") == "a&lt;b &amp; c"
