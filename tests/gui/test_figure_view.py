"""Masking by mouse and by keyboard."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from bertscope.gui.figure_view import FigureView
from bertscope.gui.session import Session
from bertscope.gui.theme import Appearance
from bertscope.text.masking import Action

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
