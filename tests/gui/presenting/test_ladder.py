"""Which text sizes are tried until a page can be seen as a whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bertscope.gui.presenting.ladder import Ladder


def found(ladder: Ladder, fixed: float, growing: float) -> tuple[float, int]:
    """The size that is left, and after how many tries, where so much of the room is needed."""
    size, tries = 0.0, 0
    for size in ladder.tries("page"):
        ladder.note(fixed + growing * size)
        tries += 1
    return size, tries


@given(st.floats(0, 0.3), st.floats(0.1, 3))
def test_the_largest_that_fits_is_left(fixed: float, growing: float) -> None:
    ladder = Ladder(1.0)
    fitting = [size for size in ladder.sizes if fixed + growing * size <= 1]
    assert found(ladder, fixed, growing)[0] == max(fitting, default=0.8)


@pytest.mark.parametrize(("growing", "size"), [(0.3, 1.6), (0.9, 1.0), (5.0, 0.8)])
def test_what_was_found_is_found_again_at_once(growing: float, size: float) -> None:
    ladder = Ladder(1.0)
    assert found(ladder, 0.0, growing)[0] == size
    assert found(ladder, 0.0, growing) == (size, 1)


def test_what_grows_meanwhile_gets_smaller_text() -> None:
    ladder = Ladder(1.0)
    assert found(ladder, 0.0, 0.6)[0] == 1.6
    assert found(ladder, 0.0, 0.9)[0] == 1.0


def test_who_reads_large_text_is_shown_larger_text_still() -> None:
    assert Ladder(1.0).sizes[0] == 1.6
    assert Ladder(1.3).sizes[0] == 2.0
    assert Ladder(0.8).sizes[0] == pytest.approx(1.28)
