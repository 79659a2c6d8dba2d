"""The figure shows the numbers of the look, and none that are no longer true."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage, QPainter

from bertscope.gui.figure import FigureContent, FigurePainter, Geometry, block_width, heat_map
from bertscope.gui.figure_view import figure_content
from bertscope.gui.prober import Question, Seen
from bertscope.gui.session import Session
from bertscope.gui.theme import LIGHT, Theme
from bertscope.text.masking import Action
from bertscope.text.pair import Source
from bertscope.wire import messages as m
from tests.gui.conftest import look_for

THEME = Theme(LIGHT)


def seen_of(session: Session) -> Seen:
    ref, label = m.ModelRef(""), session.nsp_label
    ids = tuple(session.model_ids)
    probe = m.Probe(1, "main", ref, list(ids), list(session.pair.segments), session.labels, label)
    question = Question(1, ref, session.reader, session.pair, session.state.plan, ids, label)
    return Seen(question, look_for(probe))


def painted(content: FigureContent) -> tuple[QImage, Geometry]:
    geometry = Geometry.of(content, THEME, 1000, 400)
    image = QImage(1000, 400, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    FigurePainter(content, THEME).paint(painter, geometry, 0.0, -1, 1000)
    painter.end()
    return image, geometry


def strip_colour(image: QImage, geometry: Geometry, row: int, column: int) -> QColor:
    cell = geometry.cell(row, column)
    point = QPoint(round(cell.center().x()), round(cell.top() + geometry.strip / 2))
    return image.pixelColor(point)


@given(st.integers(1, 2000))
def test_blocks_hold_every_value(size: int) -> None:
    assert size % block_width(size) == 0


@pytest.mark.parametrize(("size", "width"), [(128, 16), (256, 32), (768, 48), (1, 1)])
def test_blocks_are_wide(size: int, width: int) -> None:
    assert block_width(size) == width


def test_heat_map_colours_say_the_values() -> None:
    vectors = np.array([[-1.0, 0.0, 0.5, 9.0]], np.float32)
    image = heat_map(vectors, 1.0, LIGHT, fold=4)
    shades = [image.pixelColor(x, 0) for x in range(4)]
    assert shades[0] == QColor(LIGHT.negative)
    assert shades[1] == QColor(LIGHT.zero)
    assert shades[2] not in (QColor(LIGHT.zero), QColor(LIGHT.positive))
    assert shades[3] == QColor(LIGHT.positive)


def test_heat_map_folds_each_vector_into_its_own_block() -> None:
    vectors = np.array([[1.0] * 4, [-1.0] * 4], np.float32)
    image = heat_map(vectors, 1.0, LIGHT, fold=2)
    assert (image.width(), image.height()) == (4, 2)
    assert image.pixelColor(1, 1) == QColor(LIGHT.positive)
    assert image.pixelColor(2, 0) == QColor(LIGHT.negative)


def test_strips_are_painted_where_the_look_is_true(session: Session) -> None:
    seen = seen_of(session)
    image, geometry = painted(figure_content(session, seen))
    # Segment rows are 0 for A and 1 for B, the largest value there is.
    assert strip_colour(image, geometry, 1, 1) == QColor(LIGHT.zero)
    assert strip_colour(image, geometry, 1, 7) != QColor(LIGHT.zero)


def test_changed_tokens_show_no_old_numbers(session: Session) -> None:
    seen = seen_of(session)
    session.set_sentence(Source.A, "my cat is cute")
    content = figure_content(session, seen)
    assert [content.is_true(column) for column in range(4)] == [True, True, False, True]
    image, geometry = painted(content)
    assert strip_colour(image, geometry, 0, 2) == QColor(LIGHT.track)


def test_a_mask_makes_its_column_wait(session: Session) -> None:
    seen = seen_of(session)
    session.set_action([2], Action.MASK)
    content = figure_content(session, seen)
    assert content.tokens[2] == "[MASK]"
    assert not content.is_true(2)
    assert content.is_true(3)


def test_without_a_look_there_are_no_numbers(session: Session) -> None:
    content = figure_content(session, None)
    assert content.rows is None
    image, geometry = painted(content)
    assert strip_colour(image, geometry, 3, 3) == QColor(LIGHT.track)


def test_all_columns_fit_or_scroll(session: Session) -> None:
    few = Geometry.of(figure_content(session, None), THEME, 1000, 300)
    assert few.width <= 1000
    session.set_sentence(Source.A, "dog " * 60)
    many = Geometry.of(figure_content(session, None), THEME, 1000, 300)
    assert many.width > 1000
    assert many.column_at(many.chip(17).center().x()) == 17
    assert many.column_at(5) is None


def test_what_did_not_fit_is_said_where_it_is_missing(session: Session) -> None:
    session.set_pair("dog " * 80, "cat")
    content = figure_content(session, None)
    first_sep = content.pair.tokens.index("[SEP]")
    assert content.cut_before(first_sep) == 80 - content.pair.tokens.count("dog")
    assert content.cut_before(len(content.pair) - 1) == 0
    assert content.cut_before(0) == 0
