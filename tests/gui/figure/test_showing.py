"""While words are typed the figure shows no mixture of old and new."""

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from bertscope.gui.figure.showing import Showing
from bertscope.gui.session import Session
from bertscope.text.masking import Action
from bertscope.text.pair import Source
from tests.gui.looks import seen_of


@pytest.fixture
def showing(session: Session) -> Showing:
    made = Showing(session)
    made.show_seen(seen_of(session))
    return made


def test_old_tokens_stay_with_their_numbers_until_the_new_look(
    showing: Showing, session: Session
) -> None:
    before = showing.content
    session.set_sentence(Source.A, "my dog is cut")
    assert showing.is_held
    assert showing.content is before
    showing.show_seen(seen_of(session))
    assert not showing.is_held
    assert showing.content.pair == session.pair
    assert showing.content.is_whole


def test_without_a_look_the_new_tokens_come_soon(
    qtbot: QtBot, showing: Showing, session: Session
) -> None:
    spy = QSignalSpy(showing.changed)
    session.set_sentence(Source.A, "my cat is cute")
    assert spy.count() == 0
    qtbot.waitUntil(lambda: spy.count() == 1)
    assert showing.content.pair == session.pair
    assert not showing.content.is_true(2)


def test_a_late_look_at_older_words_is_not_shown_as_the_new_ones(
    showing: Showing, session: Session
) -> None:
    session.set_sentence(Source.A, "my")
    late = seen_of(session)
    session.set_sentence(Source.A, "my dog barks")
    showing.show_seen(late)
    assert showing.is_held
    showing.catch_up()
    assert showing.content.pair == session.pair
    assert [showing.content.is_true(column) for column in (0, 1, 2)] == [True, True, False]


def test_typing_back_is_shown_at_once(showing: Showing, session: Session) -> None:
    session.set_sentence(Source.A, "my dog is cut")
    session.undo_stack.undo()
    assert not showing.is_held
    assert showing.content.is_whole


def test_masks_are_shown_at_once(showing: Showing, session: Session) -> None:
    session.set_action([2], Action.MASK)
    assert not showing.is_held
    assert showing.content.tokens[2] == "[MASK]"


def test_before_the_first_look_words_are_shown_at_once(session: Session) -> None:
    showing = Showing(session)
    session.set_sentence(Source.A, "a cat")
    assert not showing.is_held
    assert showing.content.tokens[1:3] == ("a", "cat")
