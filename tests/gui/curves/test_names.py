"""Names at the ends of lines leave each other room."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from bertscope.gui.curves.names import placed

FRAME = QRectF(0, 0, 300, 100)
SPOTS = st.tuples(st.floats(0, 250), st.floats(-30, 130), st.floats(10, 50))


@given(st.lists(SPOTS, max_size=12))
def test_they_lie_within_and_over_no_other(spots: list[tuple[float, float, float]]) -> None:
    taken: list[QRectF] = []
    for left, top, wide in spots:
        place = placed(QRectF(left, top, wide, 14), taken, FRAME)
        if place is not None:
            taken.append(place)
            assert place.top() >= -0.5
            assert place.bottom() <= 100.5
    inner = [place.adjusted(0, 0.1, 0, -0.1) for place in taken]
    assert not any(one.intersects(other) for one, other in combinations(inner, 2))


def test_they_stay_where_there_is_room() -> None:
    taken = [QRectF(0, 40, 50, 14)]
    beside = QRectF(60, 42, 50, 14)
    assert placed(beside, taken, FRAME) == beside
    assert placed(QRectF(10, 42, 50, 14), taken, FRAME) == QRectF(10, 54, 50, 14)
    assert placed(QRectF(10, 38, 50, 14), taken, FRAME) == QRectF(10, 26, 50, 14)


def test_where_all_is_full_there_is_none() -> None:
    taken = [QRectF(0, 14 * n, 300, 14) for n in range(7)]
    assert placed(QRectF(10, 38, 50, 14), taken, FRAME) is None
