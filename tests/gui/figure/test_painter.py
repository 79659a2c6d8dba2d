"""The figure shows the numbers of the look, and none that are no longer true."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage, QPainter

from bertscope.gui.figure.content import FigureContent, figure_content
from bertscope.gui.figure.geometry import Geometry, Level
from bertscope.gui.figure.painter import FigurePainter
from bertscope.gui.figure.token_bar import TokenBar
from bertscope.gui.painting import text_width
from bertscope.gui.session import Session
from bertscope.gui.state import Row, Stage
from bertscope.gui.theme import LIGHT, Theme
from bertscope.text.masking import Action
from bertscope.text.pair import Source
from tests.gui.looks import seen_of

THEME = Theme(LIGHT)


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
    image, geometry = painted(content)
    assert strip_colour(image, geometry, 3, 3) == QColor(LIGHT.track)


def test_what_did_not_fit_is_said_where_it_is_missing(session: Session) -> None:
    session.set_pair("dog " * 80, "cat")
    content = figure_content(session, None)
    first_sep = content.pair.tokens.index("[SEP]")
    assert content.cut_before(first_sep) == 80 - content.pair.tokens.count("dog")
    assert content.cut_before(len(content.pair) - 1) == 0
    assert content.cut_before(0) == 0


def test_rows_that_are_not_added_yet_are_pale(session: Session) -> None:
    session.set_view(stage=Stage.TOKEN)
    image, geometry = painted(figure_content(session, seen_of(session)))
    strong = QColor(LIGHT.positive)
    b = 7
    assert strip_colour(image, geometry, 1, b).lightnessF() > strong.lightnessF() + 0.2
    session.set_view(stage=Stage.SEGMENT)
    image, geometry = painted(figure_content(session, seen_of(session)))
    assert strip_colour(image, geometry, 1, b) != QColor(LIGHT.track)
    assert strip_colour(image, geometry, 1, b).lightnessF() < strong.lightnessF() + 0.2


def test_the_vector_looked_at_is_framed(session: Session) -> None:
    seen = seen_of(session)
    before, geometry = painted(figure_content(session, seen))
    session.inspect(Row.POSITION, 4)
    after, _ = painted(figure_content(session, seen))
    edge = QPoint(round(geometry.cell(2, 4).center().x()), round(geometry.cell(2, 4).top()))
    assert before.pixelColor(edge) != after.pixelColor(edge)
    assert figure_content(session, seen).marked == (2, 4)


def test_the_mark_is_only_where_that_vector_stands(session: Session) -> None:
    session.inspect(Row.SUM, 4)
    marks = {}
    for stage in Stage:
        session.set_view(stage=stage)
        marks[stage] = figure_content(session, None).marked
    assert marks == dict.fromkeys(Stage) | {Stage.POSITION: (3, 4), Stage.SUM: (3, 4)}


@pytest.mark.parametrize("zoom", [0.0, 0.3, 0.6, 1.0, 4.0])
def test_numbers_are_painted_at_every_width(session: Session, zoom: float) -> None:
    session.set_pair("dog " * 40, "cat " * 40)
    session.set_view(zoom=zoom)
    seen = seen_of(session)
    image, geometry = painted(figure_content(session, seen))
    first_b = session.pair.segments.index(1)
    shown = strip_colour(image, geometry, 1, 1)
    assert shown == QColor(LIGHT.zero)
    if geometry.chip(first_b).right() < 1000:
        assert strip_colour(image, geometry, 1, first_b) != shown


def test_a_mask_is_written_whole_in_a_narrow_column(session: Session) -> None:
    session.set_pair("the dog found a ball at home", "he gave the ball to the girl and ran")
    session.set_action([2], Action.MASK)
    content = figure_content(session, None)
    written = set()
    for width in range(700, 1100, 25):
        geometry = Geometry.of(content, THEME, width, 400, 0.0)
        token = TokenBar(content, THEME).token_in(geometry, 2)
        written.add(token)
        if geometry.level is not Level.VERTICAL:
            assert text_width(token, THEME.sans(10)) <= geometry.chip(2).width() - 2
    assert written == {"[MASK]", "MASK"}


def test_where_all_fit_a_changed_token_shows_no_old_numbers(session: Session) -> None:
    session.set_pair("dog " * 40, "cat " * 40)
    session.set_view(zoom=0.0)
    seen = seen_of(session)
    session.set_action([50], Action.MASK)
    image, geometry = painted(figure_content(session, seen))
    assert strip_colour(image, geometry, 0, 50) == QColor(LIGHT.track)
    assert strip_colour(image, geometry, 0, 51) != QColor(LIGHT.track)


def test_pieces_of_one_word_touch(session: Session) -> None:
    session.set_view(zoom=4.0)
    content = figure_content(session, None)
    assert content.pair.tokens[8:10] == ("play", "##ing")
    assert [content.is_joined(column) for column in (8, 9, 10)] == [False, True, False]


def test_unknown_words_are_marked_with_what_they_were(session: Session) -> None:
    session.set_pair("a ☃ fell", "")
    content = figure_content(session, None)
    at = content.pair.tokens.index("[UNK]")
    assert content.is_unknown(at)
    assert content.characters(at) == "☃"
    session.set_action([at], Action.MASK)
    assert not figure_content(session, None).is_unknown(at)
