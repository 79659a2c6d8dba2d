"""Numbers in words never claim too much."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bertscope.gui.wording import escaped, fine_percent, loss, output, percent, power_of_ten


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


def test_names_and_numbers() -> None:
    assert (output(12), power_of_ten(-3), loss(0.0004)) == ("T₁₂", "10⁻³", "0.000")
    assert escaped("a<b & c") == "a&lt;b &amp; c"
