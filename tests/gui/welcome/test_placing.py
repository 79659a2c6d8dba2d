"""Where a bubble stands: beside, in the room, and on nothing it points at."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, QSize

from bertscope.gui.welcome.placing import Side, best_spot

ROOM, SIZE = QRect(0, 0, 1000, 700), QSize(300, 200)


def spot_of(*targets: QRect, sizes: tuple[QSize, ...] = (SIZE,)):  # type: ignore[no-untyped-def]
    return best_spot(targets, sizes, ROOM, 12, 20)


def test_the_first_side_with_room_is_taken() -> None:
    assert spot_of(QRect(100, 300, 200, 100)).side is Side.RIGHT
    assert spot_of(QRect(0, 0, 1000, 100)).side is Side.BELOW
    assert spot_of(QRect(700, 0, 300, 700)).side is Side.LEFT
    assert spot_of(QRect(0, 400, 1000, 300)).side is Side.ABOVE


def test_the_arrow_ends_at_the_edge_and_within_the_bubble() -> None:
    spot = spot_of(QRect(100, 0, 200, 40))
    assert spot.tip == QPoint(300, 20)
    low = spot_of(QRect(100, 680, 200, 20))
    assert low.box.bottom() == ROOM.bottom()
    assert low.tip.y() <= low.box.bottom() - 20


def test_what_is_pointed_at_too_stays_free() -> None:
    beside = QRect(360, 0, 300, 700)
    assert spot_of(QRect(100, 300, 200, 100)).box.intersects(beside)
    assert spot_of(QRect(100, 300, 200, 100), beside).covered == 0


def test_a_narrower_bubble_is_tried_before_something_is_hidden() -> None:
    wide = QRect(0, 0, 750, 700)
    assert spot_of(wide).covered > 0
    slim = spot_of(wide, sizes=(SIZE, QSize(220, 300)))
    assert (slim.covered, slim.box.width()) == (0, 220)


@given(
    x=st.integers(-50, 990), y=st.integers(-50, 690), w=st.integers(1, 400), h=st.integers(1, 300)
)
def test_it_is_always_in_the_room_and_hides_nothing_small(x: int, y: int, w: int, h: int) -> None:
    target = QRect(x, y, w, h)
    spot = spot_of(target)
    assert ROOM.contains(spot.box)
    if w <= 300 and h <= 200:
        assert not spot.box.intersects(target & ROOM)
