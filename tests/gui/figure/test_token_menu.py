"""The menu on a token does what its words say."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from bertscope.gui.figure.token_menu import CHOICE, TokenPicker
from bertscope.gui.figure.view import FigureView
from bertscope.gui.session import Session
from bertscope.gui.state import Row, Vector
from bertscope.gui.theme import Appearance
from bertscope.text.masking import Action

NO_GRAB = "^This plugin does not support grabbing the keyboard$"
"""Said by the offscreen platform of every popup."""


@pytest.fixture
def view(qtbot: QtBot, session: Session, appearance: Appearance) -> FigureView:
    made = FigureView(session, appearance)
    qtbot.addWidget(made)
    made.resize(1000, 300)
    made.show()
    return made


def offer(menu: QMenu, words: str) -> QAction:
    (found,) = [action for action in menu.actions() if action.text().split("\t")[0] == words]
    return found


@pytest.mark.parametrize(
    ("words", "action"),
    [
        ("Mask", Action.MASK),
        ("Random token", Action.RANDOM),
        ("Keep, but guess it", Action.KEEP),
    ],
)
def test_masks(view: FigureView, session: Session, words: str, action: Action) -> None:
    offer(view.menu_at(2), words).trigger()
    assert session.state.plan.chosen[2].action is action
    offer(view.menu_at(2), "Clear").trigger()
    assert not session.state.plan.chosen


def test_the_token_is_the_one_that_was_clicked(view: FigureView, session: Session) -> None:
    menu = view.menu_at(2)
    session.set_focus(7)
    offer(menu, "Mask").trigger()
    assert session.state.plan.positions == (2,)


def test_the_frame_can_be_looked_at_but_not_masked(view: FigureView, session: Session) -> None:
    menu = view.menu_at(0)
    assert not offer(menu, "Mask").isEnabled()
    assert "never chooses [CLS]" in offer(menu, "Mask").toolTip()
    offer(menu, "Look at its vector").trigger()
    assert session.view.vector == Vector(Row.TOKEN, 0)


def test_the_model_is_asked_at_a_token_that_is_not_masked(
    view: FigureView, session: Session
) -> None:
    offer(view.menu_at(3), "What does the model say here").trigger()
    assert session.view.asked == (3,)
    assert offer(view.menu_at(3), "What does the model say here").isChecked()


def test_the_views_own_actions_come_last(view: FigureView) -> None:
    save = QAction("Save picture …", view)
    view.addAction(save)
    assert view.menu_at(3).actions()[-1] is save
    assert view.menu_at(-1).actions() == [save]


@pytest.mark.qt_log_ignore(NO_GRAB, extend=True)
def test_a_token_of_ones_own_choice(qtbot: QtBot, view: FigureView, session: Session) -> None:
    menu = view.menu_at(2)
    offer(menu, CHOICE).trigger()
    (picker,) = view.findChildren(TokenPicker)
    qtbot.keyClicks(picker.line, "zzzz")
    qtbot.keyClick(picker.line, Qt.Key.Key_Return)
    assert "not in the vocabulary" in picker.note.text()
    assert not session.state.plan.chosen
    picker.line.clear()
    qtbot.keyClicks(picker.line, "cat")
    qtbot.keyClick(picker.line, Qt.Key.Key_Return)
    choice = session.state.plan.chosen[2]
    cat = session.reader.tokenizer.ids["cat"]
    assert (choice.action, choice.token_id) == (Action.RANDOM, cat)


@pytest.mark.qt_log_ignore(NO_GRAB, extend=True)
def test_a_choice_for_a_pair_that_is_gone_does_nothing(
    qtbot: QtBot, view: FigureView, session: Session
) -> None:
    picker = TokenPicker(view, session, 2)
    session.set_pair("the sun is red", "")
    qtbot.keyClicks(picker.line, "cat")
    qtbot.keyClick(picker.line, Qt.Key.Key_Return)
    assert not session.state.plan.chosen
