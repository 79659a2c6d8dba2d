"""Columns of any width and number stand where they can be found again."""

from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bertscope.gui.figure.content import figure_content
from bertscope.gui.figure.geometry import Geometry, Level, Widths
from bertscope.gui.session import Session
from bertscope.gui.theme import Theme

THEME = Theme()
counts = st.integers(2, 512)
rooms = st.floats(500, 2000)


@given(counts, rooms, st.floats(0, 4), st.floats(0, 4))
def test_more_zoom_is_never_narrower(count: int, room: float, one: float, other: float) -> None:
    widths = Widths.of(THEME, count, room)
    low, high = sorted((one, other))
    assert widths.column(low) <= widths.column(high) * (1 + 1e-9)


@given(counts, rooms, st.floats(0, 4))
def test_the_zoom_of_a_width_gives_that_width(count: int, room: float, zoom: float) -> None:
    widths = Widths.of(THEME, count, room)
    column = widths.column(zoom)
    assert isclose(widths.column(widths.zoom(column)), column, rel_tol=1e-6)


@given(counts, rooms)
def test_zoom_0_shows_all(count: int, room: float) -> None:
    widths = Widths.of(THEME, count, room)
    assert THEME.px(92) + count * widths.column(0) <= room


def test_columns_keep_their_width_while_words_are_typed() -> None:
    widths = {count: Widths.of(THEME, count, 930).natural for count in range(2, 60)}
    changes = [n for n in range(3, 60) if widths[n] != widths[n - 1]]
    assert len(changes) <= 4


@pytest.mark.parametrize("zoom", [0.0, 0.2, 0.5, 1.0, 3.0])
@pytest.mark.parametrize("scale", [0.8, 1.0, 2.0])
def test_what_is_painted_there_is_found_there(session: Session, zoom: float, scale: float) -> None:
    session.set_pair("dog " * 60, "cat " * 60)
    session.set_view(zoom=zoom, details=True)
    geometry = Geometry.of(figure_content(session, None), Theme(scale=scale), 1000, 300)
    for column in (0, 17, geometry.count - 1):
        assert geometry.column_at(geometry.chip(column).center().x()) == column
        assert geometry.line_at(geometry.chip(column).center().y()) is None
        for line in range(4):
            assert geometry.line_at(geometry.cell(line, column).center().y()) == line
    assert geometry.column_at(5) is None
    assert geometry.column_at(geometry.width + 5) is None


def test_only_columns_that_can_be_seen_are_painted(session: Session) -> None:
    session.set_pair("dog " * 60, "cat " * 60)
    geometry = Geometry.of(figure_content(session, None), THEME, 1000, 300)
    columns = geometry.visible(10.5 * geometry.column, 1000)
    assert columns[0] == 10
    assert geometry.chip(columns[-1]).left() - 10.5 * geometry.column <= 1000
    assert len(columns) < 20


@pytest.mark.parametrize("height", [192, 226, 300, 420])
@pytest.mark.parametrize("zoom", [0.0, 0.4, 1.0])
@pytest.mark.parametrize("details", [False, True])
def test_nothing_is_cut_off_below(
    session: Session, height: int, zoom: float, details: bool
) -> None:
    session.set_pair("dog " * 60, "cat " * 60)
    session.set_view(zoom=zoom, details=details)
    geometry = Geometry.of(figure_content(session, None), THEME, 830, height)
    assert geometry.height <= height


def test_the_narrower_the_less_is_written(session: Session) -> None:
    session.set_pair("dog " * 60, "cat " * 60)
    levels = []
    for zoom in (1.0, 0.85, 0.4, 0.0):
        session.set_view(zoom=zoom)
        levels.append(Geometry.of(figure_content(session, None), THEME, 1000, 300).level)
    assert levels == [Level.FULL, Level.CHIPS, Level.VERTICAL, Level.BANDS]
