"""The cards say what the look says, and do what is asked of them."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from bertscope.gui.outputs.card import Card
from bertscope.gui.outputs.card_layout import SEEN_AT_LEAST, Layout, Part
from bertscope.gui.outputs.cards_view import FINE_TUNED
from bertscope.gui.outputs.predictions import PredictionControls, PredictionsView
from bertscope.gui.painting import text_width
from bertscope.gui.session import Session
from bertscope.gui.state import Side
from bertscope.gui.theme import SCALES, Appearance, Theme
from bertscope.text.masking import Action, Chosen
from bertscope.text.pair import Source
from bertscope.wire.messages import Prediction
from tests.gui.looks import seen_of
from tests.gui.task.answers import beside, of_classes, tuned

VOCABULARY = ("zero", "one", "two", "three", "four", "five")
LEFT = Qt.MouseButton.LeftButton


def prediction(original: int = 1, rank: int = 2, *, chosen: bool = True) -> Prediction:
    return Prediction(12, [2, 1], [0.6, 0.3], original, 0.0042, rank, 5.4727, chosen)


class TestCard:
    def test_the_original_is_marked(self) -> None:
        card = Card.of(prediction(), Chosen(Action.MASK, 0), VOCABULARY)
        assert card.title == "T₁₂ · was “one”"
        assert [(g.words, g.is_original) for g in card.guesses] == [("two", False), ("one ✓", True)]

    def test_the_original_is_said_though_it_is_not_among_the_likeliest(self) -> None:
        card = Card.of(prediction(original=5, rank=1234), Chosen(Action.MASK, 0), VOCABULARY)
        assert card.facts[0] == "p 0.42 % · rank 1,234 of 6 · −ln p = 5.47"
        assert not any(guess.is_original for guess in card.guesses)

    def test_an_asked_token_is_read_and_adds_no_loss(self) -> None:
        card = Card.of(prediction(chosen=False), None, VOCABULARY)
        assert card.title == "T₁₂ · reads “one”"
        assert "no part of the loss" in card.why

    def test_what_was_done_is_said(self) -> None:
        masked, kept, random = (
            Card.of(prediction(), Chosen(action, 3), VOCABULARY)
            for action in (Action.MASK, Action.KEEP, Action.RANDOM)
        )
        assert masked.notes == ()
        assert kept.notes[0].startswith("Kept")
        assert all("“three”" in note for note in random.notes)


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("action", list(Action))
@pytest.mark.parametrize("height", [150, 168, 260])
def test_five_guesses_and_all_words_find_room(
    session: Session, scale: float, action: Action, height: int
) -> None:
    theme = Theme(scale=scale)
    top = Prediction(12, [2, 1, 0, 3, 4], [0.2] * 5, 5, 0.0042, 1234, 5.47, True)
    vocabulary = ("zero", "one", "two", "sleeping", "four", "five", *["x"] * 30_516)
    card = Card.of(top, Chosen(action, 3), vocabulary)
    rect = QRectF(0, 0, theme.px(168), theme.px(height))
    layout = Layout.of(card, rect, theme)
    assert layout.hidden == 0
    lines = [layout.guess(n, 0) for n in range(5)]
    assert all(layout.middle.adjusted(0, -1, 0, 1).contains(line) for line in lines)
    assert min(line.height() for line in lines) >= theme.px(14)
    small = theme.sans(11)
    assert all(text_width(w, small) <= layout.width for w in (*layout.notes, *layout.facts))
    facts = [layout.fact(n) for n in range(len(layout.facts))]
    assert rect.contains(facts[-1])
    assert facts[0].top() >= lines[-1].bottom() - 1


def test_in_a_high_card_the_facts_stand_by_the_guesses() -> None:
    theme = Theme()
    card = Card.of(prediction(), Chosen(Action.MASK, 3), VOCABULARY)
    high, higher = (Layout.of(card, QRectF(0, 0, 400, height), theme) for height in (400, 800))
    last = high.guess(high.guesses - 1, 0)
    assert high.fact(0) == higher.fact(0)
    assert last.bottom() <= high.fact(0).top() <= last.bottom() + theme.px(14)


@pytest.fixture
def view(qtbot: QtBot, session: Session, appearance: Appearance) -> PredictionsView:
    made = PredictionsView(session, appearance)
    qtbot.addWidget(made)
    made.resize(800, 180)
    made.show()
    session.set_action([2, 4], Action.MASK)
    session.toggle_asked(7)
    made.show_seen(seen_of(session))
    return made


def spot(view: PredictionsView, card: int, rect: Callable[[Layout], QRectF]) -> QPoint:
    return (rect(view.layout_of(card)).center() - QPointF(view.scrolled, 0)).toPoint()


def test_there_is_a_card_a_chosen_and_an_asked_position(view: PredictionsView) -> None:
    cards = [view.card(n) for n in range(view.count)]
    assert [(card.position, card.is_chosen) for card in cards] == [
        (2, True),
        (4, True),
        (7, False),
    ]


def test_a_click_on_a_guess_picks_it(qtbot: QtBot, view: PredictionsView) -> None:
    spy = QSignalSpy(view.picked)
    at = spot(view, 1, lambda layout: layout.guess(3, 0))
    qtbot.mouseClick(view.viewport(), LEFT, pos=at)
    assert spy.at(0) == [4, view.card(1).guesses[3].token]


def test_nothing_is_picked_for_a_sentence_that_is_gone(
    qtbot: QtBot, view: PredictionsView, session: Session
) -> None:
    spy = QSignalSpy(view.picked)
    session.set_sentence(Source.B, "")
    at = spot(view, 1, lambda layout: layout.guess(3, 0))
    qtbot.mouseClick(view.viewport(), LEFT, pos=at)
    assert spy.count() == 0


def test_hover_lights_the_token(qtbot: QtBot, view: PredictionsView, session: Session) -> None:
    qtbot.mouseMove(view.viewport(), spot(view, 1, lambda layout: layout.head))
    assert session.focus == 4


def test_the_curve_shows_the_distribution_and_hides_it(
    qtbot: QtBot, view: PredictionsView, session: Session
) -> None:
    at = spot(view, 2, lambda layout: layout.curve)
    qtbot.mouseClick(view.viewport(), LEFT, pos=at)
    assert session.view.distribution_at == 7
    qtbot.mouseClick(view.viewport(), LEFT, pos=at)
    assert session.view.distribution_at is None


def test_a_double_click_on_the_title_shows_the_distribution(
    qtbot: QtBot, view: PredictionsView, session: Session
) -> None:
    at = spot(view, 0, lambda layout: layout.head)
    qtbot.mouseDClick(view.viewport(), LEFT, pos=at)
    assert session.view.distribution_at == 2


def test_an_asked_card_is_closed_and_comes_back_by_undo(
    qtbot: QtBot, view: PredictionsView, session: Session
) -> None:
    session.set_view("Show a distribution", distribution_at=7)
    qtbot.mouseClick(view.viewport(), LEFT, pos=spot(view, 2, lambda layout: layout.close))
    assert (session.view.asked, session.view.distribution_at) == ((), None)
    session.undo_stack.undo()
    assert (session.view.asked, session.view.distribution_at) == ((7,), 7)


def test_a_chosen_card_is_not_closed(qtbot: QtBot, view: PredictionsView, session: Session) -> None:
    layout = view.layout_of(0)
    assert layout.part_at(layout.close.center(), 0)[0] is not Part.CLOSE
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert session.view.asked == (7,)


def test_keys_walk_pick_and_close(qtbot: QtBot, view: PredictionsView, session: Session) -> None:
    spy = QSignalSpy(view.picked)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(view, key)
    assert session.focus == 4
    assert spy.at(0) == [4, view.card(1).guesses[0].token]
    qtbot.keyClick(view, Qt.Key.Key_D)
    assert session.view.distribution_at == 4
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert session.view.asked == ()


def test_many_guesses_are_scrolled_by_whole_lines(
    qtbot: QtBot, view: PredictionsView, session: Session
) -> None:
    session.set_view("More", top_k=50)
    view.show_seen(seen_of(session))
    bar = view.verticalScrollBar()
    assert bar.maximum() > 0
    bar.setValue(bar.maximum())
    layout = view.layout_of(0)
    last = layout.guess(layout.rows - 1, view.down)
    assert layout.middle.adjusted(0, -1, 0, 1).contains(last)
    assert view.whole_size().height() > view.viewport().height() + 20 * SEEN_AT_LEAST


def test_a_card_is_no_higher_than_what_stands_on_it(
    view: PredictionsView, session: Session
) -> None:
    view.resize(view.width(), 900)
    few = view.layout_of(0)
    assert few.rect.bottom() < view.viewport().height() / 2
    assert few.guess(few.rows - 1, 0).bottom() < few.fact(0).top()
    assert few.rect.contains(few.fact(len(few.facts) - 1))
    assert view.hidden == 0
    session.set_view("More", top_k=50)
    view.show_seen(seen_of(session))
    assert view.layout_of(0).rect.bottom() > view.viewport().height() - 2


def test_only_cards_that_are_seen_are_made(view: PredictionsView, session: Session) -> None:
    session.set_pair("dog " * 60, "")
    session.set_action(list(session.pair.maskable), Action.MASK)
    view.show_seen(seen_of(session))
    view.grab()
    assert view.count > 40
    assert len(view._cards) < 10


def test_the_keyboards_token_is_scrolled_into_view(view: PredictionsView, session: Session) -> None:
    session.set_pair("dog " * 60, "")
    session.set_action(list(session.pair.maskable), Action.MASK)
    view.show_seen(seen_of(session))
    session.set_focus(40)
    rect = view.rect_of(39, view.viewport().width(), view.viewport().height())
    left = rect.left() - view.scrolled
    assert 0 <= left <= view.viewport().width() - rect.width()


def test_a_look_with_fewer_cards_leaves_nothing_behind(
    qtbot: QtBot, view: PredictionsView, session: Session
) -> None:
    qtbot.mouseMove(view.viewport(), spot(view, 2, lambda layout: layout.guess(1, 0)))
    session.set_pair("hello", "")
    view.show_seen(seen_of(session))
    view.grab()
    assert (view.count, view.numbers()) == (0, None)


def test_numbers_are_those_of_the_look(view: PredictionsView) -> None:
    table = view.numbers()
    assert table is not None
    lines = table.csv().splitlines()
    assert lines[0].startswith("position,chosen,original,probability,rank,loss,guess")
    assert len(lines) == 1 + 3 * 5
    assert lines[1].startswith("2,1,dog,0.001,77,3.0,1,")


def test_the_spin_box_sets_and_follows_how_many_are_listed(
    qtbot: QtBot, session: Session, appearance: Appearance
) -> None:
    controls = PredictionControls(session, appearance)
    qtbot.addWidget(controls)
    controls.show()
    controls.top_k.selectAll()
    qtbot.keyClicks(controls.top_k, "12")
    assert session.view.top_k == 12
    session.undo_stack.undo()
    assert controls.top_k.value() == 5


def test_before_the_first_look_a_chosen_token_is_waited_for(
    qtbot: QtBot, session: Session, appearance: Appearance
) -> None:
    """As while the engine starts; "click a token" would be wrong advice."""
    view = PredictionsView(session, appearance)
    qtbot.addWidget(view)
    assert view.instead.startswith("Click a token")
    session.set_action([2], Action.MASK)
    assert view.instead == "Waiting for the engine."
    assert view.tip(QPointF(5, 5)) == "Waiting for the engine."
    view.show_seen(seen_of(session))
    assert view.tip(QPointF(-5, 5)) == view.TEACHES


def test_a_fine_tuned_model_predicts_no_tokens_and_says_so(
    qtbot: QtBot, session: Session, appearance: Appearance
) -> None:
    view = PredictionsView(session, appearance)
    qtbot.addWidget(view)
    session.set_action([2], Action.MASK)
    view.show_seen(tuned(session, of_classes([1.0, 0.0])))
    view.grab()
    assert view.tip(QPointF(5, 5)) == FINE_TUNED


def test_beside_a_fine_tuned_model_only_the_pre_trained_one_predicts(
    qtbot: QtBot, session: Session, appearance: Appearance
) -> None:
    view = PredictionsView(session, appearance)
    qtbot.addWidget(view)
    session.set_action([2], Action.MASK)
    seen, counts = beside(seen_of(session), of_classes([1.0, 0.0])), []
    for side in Side:
        session.set_view(side=side)
        view.show_seen(seen)
        view.grab()
        counts.append((side, view.count, view.tip(QPointF(5, 5)) == FINE_TUNED))
    assert counts == [(Side.A, 1, False), (Side.B, 0, True), (Side.DIFFERENCE, 0, True)]
    session.set_view(side=Side.A)
    view.show_seen(seen)
    beside_it = view.numbers()
    view.show_seen(seen.alone(Side.A))
    assert beside_it == view.numbers()
    assert beside_it is not None
