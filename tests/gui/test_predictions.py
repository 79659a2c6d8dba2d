"""The cards say what the look says."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from bertscope.gui.predictions import Card, PredictionsView, percent
from bertscope.gui.session import Session
from bertscope.gui.theme import Appearance
from bertscope.text.masking import Action
from bertscope.wire.messages import Prediction
from tests.gui.test_figure import seen_of

VOCABULARY = ("zero", "one", "two", "three", "four", "five")


def test_the_original_is_marked_among_the_five() -> None:
    card = Card.of(Prediction(12, [2, 1], [0.6, 0.3], 1, 0.3, 2, 1.204), VOCABULARY)
    assert (card.title, card.loss) == ("T₁₂ · was “one”", "loss 1.20")
    assert [(g.token, g.is_original) for g in card.guesses] == [("two", False), ("one", True)]


def test_the_original_is_said_when_it_is_not_among_the_five() -> None:
    card = Card.of(Prediction(1, [2], [0.6], 5, 0.01, 57, 4.6), VOCABULARY)
    last = card.guesses[-1]
    assert (last.token, last.probability, last.rank) == ("five", 0.01, 57)


def test_without_an_original_there_is_no_loss() -> None:
    card = Card.of(Prediction(1, [2], [0.6], None, None, None, None), VOCABULARY)
    assert (card.title, card.loss) == ("T₁", "")


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (1.0, "100 %"),
        (0.9999, ">99.9 %"),
        (0.997, "99.7 %"),
        (0.994, "99 %"),
        (0.62, "62 %"),
        (0.0991, "9.9 %"),
        (0.0004, "<0.1 %"),
        (0.0, "0.0 %"),
    ],
)
def test_no_percentage_claims_too_much(share: float, words: str) -> None:
    assert percent(share) == words


def test_a_click_on_a_guess_picks_it(
    qtbot: QtBot, session: Session, appearance: Appearance
) -> None:
    view = PredictionsView(appearance)
    qtbot.addWidget(view)
    view.resize(800, 180)
    view.show()
    session.set_action([2, 4], Action.MASK)
    view.show_seen(seen_of(session))
    assert [card.position for card in view.cards] == [2, 4]
    spy = QSignalSpy(view.picked)
    spot = view._line_rect(view._card_rect(1, view.viewport().width()), 1).center().toPoint()
    qtbot.mouseMove(view.viewport(), spot)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert spy.at(0) == [4, view.cards[1].guesses[1].token]
