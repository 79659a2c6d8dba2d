"""Verdict, attention, mask bar, transport and banner."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from bertscope.gui.attention import AttentionView
from bertscope.gui.banner import Banner
from bertscope.gui.figure import chosen_words
from bertscope.gui.mask_bar import MaskBar
from bertscope.gui.session import Session
from bertscope.gui.theme import Appearance
from bertscope.gui.verdict import VerdictView
from bertscope.text.masking import Action, Chosen, MaskPlan, Unit
from bertscope.text.pair import Source
from tests.gui.test_figure import seen_of


def test_what_was_chosen_is_counted() -> None:
    plan = MaskPlan(
        {1: Chosen(Action.MASK, 4), 2: Chosen(Action.MASK, 4), 3: Chosen(Action.KEEP, 9)}
    )
    assert chosen_words(plan, 8) == "chosen 3/8 = 37.5 % · 2 MASK · 1 KEEP"
    assert chosen_words(MaskPlan(), 8) == "none of 8 chosen"


class TestMaskBar:
    @pytest.fixture
    def bar(self, qtbot: QtBot, session: Session, appearance: Appearance) -> MaskBar:
        made = MaskBar(session, appearance)
        qtbot.addWidget(made)
        made.show()
        return made

    def test_numbers_change_the_rule(self, bar: MaskBar, session: Session) -> None:
        bar._rate.setValue(40)
        bar._unit.setCurrentText("span")
        bar._seed.setValue(3)
        rule = session.state.rule
        assert (rule.rate, rule.unit, session.state.seed) == (0.4, Unit.SPAN, 3)

    def test_shares_never_pass_the_whole(self, bar: MaskBar, session: Session) -> None:
        bar._mask.setValue(95)
        rule = session.state.rule
        assert (rule.mask, rule.random) == (0.95, 0.05)
        bar._random.setValue(50)
        rule = session.state.rule
        assert (rule.mask, rule.random) == (0.5, 0.5)
        assert bar._keep.text() == "0 %"

    def test_it_rolls_with_a_seed_that_is_still_being_typed(
        self, qtbot: QtBot, bar: MaskBar, session: Session
    ) -> None:
        bar._seed.selectAll()
        qtbot.keyClicks(bar._seed, "42")
        bar.roll.click()
        assert (session.state.seed, session.state.plan) == (43, session.draw(42))

    def test_it_shows_what_undo_brings_back(self, bar: MaskBar, session: Session) -> None:
        bar._rate.setValue(40)
        session.undo_stack.undo()
        assert bar._rate.value() == 15


class TestAttention:
    @pytest.fixture
    def view(self, qtbot: QtBot, session: Session, appearance: Appearance) -> AttentionView:
        made = AttentionView(session, appearance)
        qtbot.addWidget(made)
        made.resize(800, 240)
        made.show()
        made.show_seen(seen_of(session))
        return made

    def test_a_click_opens_a_head(
        self, qtbot: QtBot, view: AttentionView, session: Session
    ) -> None:
        rect = view._thumbnail_rect(1, 1, view.viewport().width(), view.viewport().height())
        spot = rect.center().toPoint()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        assert (session.state.layer, session.state.head) == (1, 1)

    def test_hover_lights_the_token(
        self, qtbot: QtBot, view: AttentionView, session: Session
    ) -> None:
        width, height = view.viewport().width(), view.viewport().height()
        rect = view._lines_rect(width, height)
        line = view._line_height(rect, len(session.pair))
        spot = QPoint(round(rect.left() + 5), round(rect.top() + 3.5 * line))
        qtbot.mouseMove(view.viewport(), spot)
        assert session.focus == 3

    def test_a_head_that_the_model_has_not_is_replaced(
        self, view: AttentionView, session: Session
    ) -> None:
        session.set_head(11, 11)
        assert view.head == (1, 1)
        view.grab()

    def test_weights_are_those_of_the_look(self, view: AttentionView) -> None:
        assert view.weights is not None
        assert np.allclose(view.weights.sum(-1), 1)


class TestVerdict:
    def test_without_b_it_says_so(
        self, qtbot: QtBot, session: Session, appearance: Appearance
    ) -> None:
        view = VerdictView(appearance)
        qtbot.addWidget(view)
        view.resize(250, 160)
        view.grab()
        session.set_sentence(Source.B, "")
        view.show_seen(seen_of(session))
        before = view.grab().toImage()
        session.set_sentence(Source.B, "he likes playing")
        view.show_seen(seen_of(session))
        assert view.grab().toImage() != before


class TestBanner:
    def test_it_stays_until_dismissed(self, qtbot: QtBot) -> None:
        banner = Banner()
        qtbot.addWidget(banner)
        banner.tell("Something went wrong.")
        assert not banner.way_on.isVisible()
        banner.dismiss.click()
        assert not banner.isVisible()

    def test_the_way_on_is_taken_once(self, qtbot: QtBot) -> None:
        banner = Banner()
        qtbot.addWidget(banner)
        taken: list[int] = []
        banner.tell("Something went wrong.", "Mend", lambda: taken.append(1))
        spy = QSignalSpy(banner.way_on.clicked)
        banner.way_on.click()
        assert (spy.count(), taken, banner.isVisible()) == (1, [1], False)
