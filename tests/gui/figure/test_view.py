"""Masking by mouse and by keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QWheelEvent
from PySide6.QtSvg import QSvgGenerator, QSvgRenderer
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bertscope.gui.figure.view import FigureView
from bertscope.gui.session import Session
from bertscope.gui.state import Row, Stage, Vector
from bertscope.gui.theme import LIGHT, Appearance
from bertscope.text.masking import Action
from bertscope.text.pair import Source
from tests.gui.looks import seen_of

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def view(qtbot: QtBot, session: Session, appearance: Appearance) -> FigureView:
    made = FigureView(session, appearance)
    qtbot.addWidget(made)
    made.resize(1000, 300)
    made.show()
    return made


def chip(view: FigureView, column: int) -> QPoint:
    centre = view.geometry_now.chip(column).center().toPoint()
    return QPoint(centre.x() - int(view.scrolled), centre.y())


def strip(view: FigureView, line: int, column: int) -> QPoint:
    centre = view.geometry_now.cell(line, column).center().toPoint()
    return QPoint(centre.x() - int(view.scrolled), centre.y())


def label(view: FigureView, line: int) -> QPoint:
    return QPoint(40, strip(view, line, 0).y())


def zoom(view: FigureView, x: int, notches: int) -> None:
    at = QPointF(x, 100)
    wheel = QWheelEvent(
        at,
        view.viewport().mapToGlobal(at),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), wheel)


def action(session: Session, position: int) -> Action | None:
    choice = session.state.plan.chosen.get(position)
    return choice.action if choice else None


def test_clicks_cycle(qtbot: QtBot, view: FigureView, session: Session) -> None:
    seen = []
    for _ in range(4):
        qtbot.mouseClick(view.viewport(), LEFT, pos=chip(view, 2))
        seen.append(action(session, 2))
    assert seen == [Action.MASK, Action.RANDOM, Action.KEEP, None]


def test_a_drag_masks_a_span(qtbot: QtBot, view: FigureView, session: Session) -> None:
    qtbot.mousePress(view.viewport(), LEFT, pos=chip(view, 3))
    qtbot.mouseMove(view.viewport(), chip(view, 5))
    qtbot.mouseMove(view.viewport(), chip(view, 7))
    qtbot.mouseRelease(view.viewport(), LEFT, pos=chip(view, 7))
    assert session.state.plan.positions == (3, 4, 6, 7)


@pytest.mark.parametrize("column", [0, 5, 10])
def test_frame_tokens_say_why_not(
    qtbot: QtBot, view: FigureView, session: Session, column: int
) -> None:
    spy = QSignalSpy(view.refused)
    qtbot.mouseClick(view.viewport(), LEFT, pos=chip(view, column))
    assert spy.count() == 1
    assert "never chooses [CLS] and [SEP]" in spy.at(0)[0]
    assert not session.state.plan.chosen


def test_keys_move_and_mask(qtbot: QtBot, view: FigureView, session: Session) -> None:
    view.setFocus()
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_M):
        qtbot.keyClick(view, key)
    assert (session.focus, action(session, 2)) == (2, Action.MASK)
    qtbot.keyClick(view, Qt.Key.Key_R)
    assert action(session, 2) is Action.RANDOM
    qtbot.keyClick(view, Qt.Key.Key_K)
    assert action(session, 2) is Action.KEEP
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert action(session, 2) is None
    qtbot.keyClick(view, Qt.Key.Key_M)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert action(session, 2) is None


def test_the_cursor_stops_at_the_ends(qtbot: QtBot, view: FigureView, session: Session) -> None:
    qtbot.keyClick(view, Qt.Key.Key_End)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert session.focus == len(session.pair) - 1


def test_the_token_under_the_mouse_is_lit(qtbot: QtBot, view: FigureView, session: Session) -> None:
    spy = QSignalSpy(session.focused)
    qtbot.mouseMove(view.viewport(), chip(view, 7))
    assert session.focus == 7
    assert spy.count() >= 1


def test_a_long_pair_scrolls_to_the_cursor(
    qtbot: QtBot, view: FigureView, session: Session
) -> None:
    session.set_pair("dog " * 50, "")
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.scrolled > 0
    last = len(session.pair) - 2
    qtbot.mouseClick(view.viewport(), LEFT, pos=chip(view, last))
    assert action(session, last) is Action.MASK


def test_fast_clicks_are_all_counted(qtbot: QtBot, view: FigureView, session: Session) -> None:
    qtbot.mouseClick(view.viewport(), LEFT, pos=chip(view, 2))
    # To Qt the second press of two fast ones is another kind of event.
    qtbot.mouseDClick(view.viewport(), LEFT, pos=chip(view, 2))
    qtbot.mouseRelease(view.viewport(), LEFT, pos=chip(view, 2))
    assert action(session, 2) is Action.RANDOM


@pytest.mark.parametrize(
    ("line", "row"), list(enumerate([Row.TOKEN, Row.SEGMENT, Row.POSITION, Row.SUM]))
)
def test_a_click_on_a_strip_looks_at_its_vector(
    qtbot: QtBot, view: FigureView, session: Session, line: int, row: Row
) -> None:
    qtbot.mouseClick(view.viewport(), LEFT, pos=strip(view, line, 3))
    assert session.view.vector == Vector(row, 3)
    assert not session.state.plan.chosen
    assert session.focus == 3


def test_a_part_of_the_sum_is_no_vector_to_look_at(
    qtbot: QtBot, view: FigureView, session: Session
) -> None:
    session.set_view(stage=Stage.SEGMENT)
    spy = QSignalSpy(view.refused)
    qtbot.mouseClick(view.viewport(), LEFT, pos=strip(view, 3, 3))
    assert session.view.vector is None
    assert "part of the sum" in spy.at(0)[0]


def test_labels_step_through_the_sum(qtbot: QtBot, view: FigureView, session: Session) -> None:
    seen = []
    for line in (0, 1, 2, 3, 3, 3):
        qtbot.mouseClick(view.viewport(), LEFT, pos=label(view, line))
        seen.append(session.view.stage)
    assert seen == [
        *(Stage.TOKEN, Stage.SEGMENT, Stage.POSITION),
        *(Stage.SUM, Stage.LAYER_NORM, Stage.SUM),
    ]


def test_brackets_step_through_the_sum(qtbot: QtBot, view: FigureView, session: Session) -> None:
    qtbot.keyClick(view, Qt.Key.Key_BracketRight)
    qtbot.keyClick(view, Qt.Key.Key_BracketRight)
    assert session.view.stage is Stage.LAYER_NORM
    for _ in range(9):
        qtbot.keyClick(view, Qt.Key.Key_BracketLeft)
    assert session.view.stage is Stage.TOKEN


def test_shift_spans_tokens_and_keys_act_on_them(
    qtbot: QtBot, view: FigureView, session: Session
) -> None:
    session.set_focus(1)
    for _ in range(2):
        qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(view, Qt.Key.Key_M)
    assert session.state.plan.positions == (1, 2, 3)
    qtbot.keyClick(view, Qt.Key.Key_K)
    assert {action(session, p) for p in (1, 2, 3)} == {Action.KEEP}
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert session.state.plan.positions == (1, 2, 3)
    assert session.focus == 4


def test_a_drag_shows_its_span(qtbot: QtBot, view: FigureView, session: Session) -> None:
    before = view.grab().toImage()
    qtbot.mousePress(view.viewport(), LEFT, pos=chip(view, 1))
    qtbot.mouseMove(view.viewport(), chip(view, 3))
    assert view.hand.span == range(1, 4)
    assert view.grab().toImage() != before
    qtbot.mouseMove(view.viewport(), chip(view, 2))
    qtbot.mouseRelease(view.viewport(), LEFT, pos=chip(view, 2))
    assert session.state.plan.positions == (1, 2)
    assert not view.hand.span


def test_keys_look_at_the_rows_of_a_token(qtbot: QtBot, view: FigureView, session: Session) -> None:
    session.set_focus(2)
    rows = []
    for key in (Qt.Key.Key_V, Qt.Key.Key_V, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up):
        qtbot.keyClick(view, key)
        assert session.view.vector is not None
        rows.append(session.view.vector.row)
    assert rows == [Row.TOKEN, Row.SEGMENT, Row.POSITION, Row.SEGMENT, Row.TOKEN]
    assert session.focus == 2


def test_t_asks_and_i_shows_ids(qtbot: QtBot, view: FigureView, session: Session) -> None:
    session.set_focus(3)
    qtbot.keyClick(view, Qt.Key.Key_T)
    assert session.view.asked == (3,)
    qtbot.keyClick(view, Qt.Key.Key_I)
    assert session.view.details
    assert view.geometry_now.details
    qtbot.keyClick(view, Qt.Key.Key_T)
    assert session.view.asked == ()


def test_keys_with_ctrl_are_for_others(qtbot: QtBot, view: FigureView, session: Session) -> None:
    session.set_focus(2)
    qtbot.keyClick(view, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert not session.state.plan.chosen


def test_the_wheel_zooms_around_the_mouse(qtbot: QtBot, view: FigureView, session: Session) -> None:
    session.set_pair("dog " * 80, "cat " * 30)
    view.horizontalScrollBar().setValue(900)
    x = 500
    before = view.geometry_now.column_at(x + view.scrolled)
    width = view.geometry_now.column
    zoom(view, x, 3)
    assert view.geometry_now.column > 1.5 * width
    assert view.geometry_now.column_at(x + view.scrolled) == before
    zoom(view, x, -30)
    assert session.view.zoom == 0.0
    assert view.horizontalScrollBar().maximum() == 0


def test_the_light_moves_without_the_figure_being_painted_again(
    view: FigureView, session: Session
) -> None:
    view.show_seen(seen_of(session))
    view.grab()
    picture = view._still_picture(view.geometry_now, 1.0).cacheKey()
    unlit = view.viewport().grab().toImage()
    session.set_focus(3)
    assert view.viewport().grab().toImage() != unlit
    assert view._still_picture(view.geometry_now, 1.0).cacheKey() == picture
    session.set_view(stage=Stage.TOKEN)
    view.grab()
    assert view._still_picture(view.geometry_now, 1.0).cacheKey() != picture


def test_a_hover_does_not_scroll_but_a_key_does(
    qtbot: QtBot, view: FigureView, session: Session
) -> None:
    session.set_pair("dog " * 80, "")
    view.horizontalScrollBar().setValue(30)
    qtbot.mouseMove(view.viewport(), chip(view, 1))
    assert view.scrolled == 30
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.scrolled == 0


def test_the_light_goes_with_the_mouse_and_keys_mean_the_token_clicked(
    qtbot: QtBot, view: FigureView, session: Session
) -> None:
    qtbot.mouseClick(view.viewport(), LEFT, pos=chip(view, 2))
    qtbot.mouseMove(view.viewport(), chip(view, 4))
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert session.focus == -1
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert session.focus == 2
    assert not session.state.plan.chosen


def test_clicks_on_what_is_no_longer_typed_are_ignored(
    qtbot: QtBot, view: FigureView, session: Session
) -> None:
    view.show_seen(seen_of(session))
    target = chip(view, 2)
    session.set_sentence(Source.A, "the big old dog is cute")
    assert view.figure.content.pair != session.pair
    qtbot.mouseMove(view.viewport(), target)
    assert session.focus == -1
    qtbot.mouseClick(view.viewport(), LEFT, pos=target)
    assert not session.state.plan.chosen
    assert view.figure.content.pair == session.pair


def test_a_drag_ends_where_its_tokens_do(qtbot: QtBot, view: FigureView, session: Session) -> None:
    qtbot.mousePress(view.viewport(), LEFT, pos=chip(view, 1))
    qtbot.mouseMove(view.viewport(), chip(view, 3))
    session.set_pair("he sat", "")
    qtbot.mouseRelease(view.viewport(), LEFT, pos=chip(view, 3))
    assert not session.state.plan.chosen


def test_a_moved_cursor_is_said(qtbot: QtBot, view: FigureView, session: Session) -> None:
    session.set_action([2], Action.MASK)
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    qtbot.keyClick(view, Qt.Key.Key_Home)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.accessibleDescription() == "Token 2 of 11: [MASK], segment A, dog becomes [MASK]"


def test_screen_and_picture_are_the_same(view: FigureView, session: Session) -> None:
    view.show_seen(seen_of(session))
    shown = view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    drawn = QImage(shown.size(), QImage.Format.Format_RGB32)
    drawn.fill(QColor(view.theme.palette.card))
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    view.paint(painter, view.viewport().width(), view.viewport().height(), 0.0)
    painter.end()
    assert drawn == shown


def test_an_svg_shows_each_column_its_own_numbers(
    view: FigureView, session: Session, tmp_path: Path
) -> None:
    view.show_seen(seen_of(session))
    generator = QSvgGenerator()
    generator.setFileName(str(tmp_path / "figure.svg"))
    generator.setSize(view.whole_size())
    generator.setViewBox(view.viewport().rect())
    painter = QPainter(generator)
    view.paint_whole(painter, view.viewport().width(), view.viewport().height())
    painter.end()
    image = QImage(view.viewport().size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    QSvgRenderer(str(tmp_path / "figure.svg")).render(painter)
    painter.end()
    shades = []
    for column in (1, 7):
        cell = view.geometry_now.cell(1, column)
        y = round(cell.top() + view.geometry_now.strip / 2)
        shades += [
            image.pixelColor(round(cell.left() + share * cell.width()), y) for share in (0.2, 0.8)
        ]
    # Segment rows are 0 for A and 1 for B in the look by rule.
    assert shades[:2] == [QColor(LIGHT.zero)] * 2
    assert shades[2] == shades[3] != QColor(LIGHT.zero)
