"""What is read stands side by side, what is seen is the difference; tables hold both models."""

import csv
from collections.abc import Callable
from io import StringIO

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF
from pytestqt.qtbot import QtBot

from bertscope.gui.canvas import Canvas
from bertscope.gui.figure.content import figure_content
from bertscope.gui.figure.names import name_of
from bertscope.gui.figure.numbers import figure_table
from bertscope.gui.figure.strips import Strips, strips_of
from bertscope.gui.figure.view import FigureView
from bertscope.gui.figure.words import scale_tip, strip_tip
from bertscope.gui.outputs.card import Card, Share
from bertscope.gui.outputs.card_layout import Layout
from bertscope.gui.outputs.distribution_view import DistributionView
from bertscope.gui.outputs.objective import ObjectiveView
from bertscope.gui.outputs.predictions import PredictionsView
from bertscope.gui.outputs.verdict import VerdictView
from bertscope.gui.outputs.verdict_geometry import Geometry
from bertscope.gui.prober import Seen
from bertscope.gui.session import Session
from bertscope.gui.state import Side, Stage
from bertscope.gui.theme import LIGHT, SCALES, Appearance, Theme
from bertscope.text.masking import Action
from bertscope.text.pair import Source
from bertscope.wire import messages as m
from tests.gui.compare.pairs import beside, compared, narrow
from tests.gui.looks import seen_of, with_distribution

Show = Callable[[type[Canvas], int, int], Canvas]


@pytest.fixture
def show(qtbot: QtBot, session: Session, appearance: Appearance) -> Show:
    def made(kind: type[Canvas], width: int, height: int) -> Canvas:
        view = kind(session, appearance)
        qtbot.addWidget(view)
        view.resize(width, height)
        view.show()
        return view

    return made


def turn(session: Session, side: Side) -> None:
    session.set_view("Show", side=side)


def rows_of(view: Canvas) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(view.numbers().csv())))


class TestFigure:
    def test_strips_show_a_b_or_the_difference(self, session: Session) -> None:
        seen = compared(session)
        a, b, d = (Strips(seen, LIGHT, side) for side in Side)
        assert (a.look, b.look) == (seen.look, seen.other)
        np.testing.assert_array_equal(d.look.sum.numpy(), b.look.sum.numpy() - a.look.sum.numpy())
        assert a.image(3, Stage.SUM, 1) != b.image(3, Stage.SUM, 1) != d.image(3, Stage.SUM, 1)

    def test_a_and_b_share_a_scale_and_the_difference_has_its_own(self, session: Session) -> None:
        seen = compared(session)
        a, b, d = (Strips(seen, LIGHT, side).shared_limit for side in Side)
        assert a == b == Strips(seen_of(session), LIGHT).shared_limit
        assert d == pytest.approx(a / 2)

    def test_names_say_that_it_is_a_difference(self, session: Session) -> None:
        seen = compared(session)
        names = []
        for side in Side:
            turn(session, side)
            names.append(name_of(figure_content(session, seen), LIGHT, 3, 2).base)
        assert names == ["x", "x", "Δx"]
        assert "B − A" in scale_tip(figure_content(session, seen))

    def test_a_strip_tells_both_lengths_and_that_of_the_difference(self, session: Session) -> None:
        tip = strip_tip(figure_content(session, compared(session)), 1, 7)
        assert [line.split(",")[0] for line in tip.split("<br>")[-3:]] == [
            "A: 12 values from 1 to 1",
            "B: 12 values from 0.5 to 0.5",
            "B − A: 12 values from -0.5 to -0.5",
        ]

    def test_without_a_difference_it_says_why_and_shows_no_colours(
        self, session: Session, show: Show
    ) -> None:
        view, seen = show(FigureView, 900, 280), compared(session, turn=narrow)
        view.show_seen(seen)
        turn(session, Side.DIFFERENCE)
        content = figure_content(session, seen)
        assert content.why_no_difference.startswith("A is 12 wide and B 6")
        assert strips_of(content, LIGHT) is None
        assert scale_tip(content) == content.why_no_difference
        assert not view.grab().isNull()
        turn(session, Side.B)
        assert strips_of(figure_content(session, seen), LIGHT).size == 6

    def test_the_table_has_both_models_whatever_is_shown(self, session: Session) -> None:
        seen = compared(session)
        table = figure_table(figure_content(session, seen))
        row = next(csv.DictReader(StringIO(table.csv())))
        assert float(row["x_3 A"]) == pytest.approx(2 * float(row["x_3 B"]))
        assert float(row["norm_sum A"]) == pytest.approx(2 * float(row["norm_sum B"]))
        assert row["token"] == "[CLS]"
        wide = figure_table(figure_content(session, compared(session, turn=narrow)))
        row = next(csv.DictReader(StringIO(wide.csv())))
        assert (row["x_11 A"] != "", row["x_11 B"], row["x_5 B"] != "") == (True, "", True)

    def test_a_turn_repaints(self, session: Session, show: Show) -> None:
        view = show(FigureView, 900, 280)
        view.show_seen(compared(session))
        pictures = []
        for side in Side:
            turn(session, side)
            pictures.append(view.grab().toImage())
        assert pictures[0] != pictures[1] != pictures[2] != pictures[0]


def prediction(ids: list[int], shares: list[float], original: int = 3) -> m.Prediction:
    return m.Prediction(2, ids, shares, original, 0.02, 40, 3.91, True)


class TestCards:
    WORDS = ("zero", "one", "two", "three", "four", "five")

    def card(self, most: int = 2) -> Card:
        a = prediction([1, 2, 5], [0.6, 0.3, 0.01])
        b = m.Prediction(2, [4, 1, 2], [0.8, 0.1, 0.05], 3, 0.04, 7, 3.2, True)
        return Card.of_two(a, b, None, self.WORDS, most)

    def test_the_likeliest_of_both_stand_in_one_list(self) -> None:
        card = self.card()
        assert [guess.token for guess in card.guesses] == ["four", "one", "two"]
        assert card.guesses[1].shares == (Share(0.6), Share(0.1))

    def test_what_one_model_does_not_list_is_only_bounded(self) -> None:
        a, b = self.card().guesses[0].shares
        assert (a, b) == (Share(0.01, is_bound=True), Share(0.8))
        assert (a.words, Share(0.0002, is_bound=True).words) == ("≤1.0 %", "<0.1 %")

    def test_of_the_original_both_are_known(self) -> None:
        a, b = prediction([1, 3], [0.6, 0.02]), prediction([1, 2], [0.6, 0.3])
        card = Card.of_two(a, b, None, self.WORDS, 2)
        (original,) = [guess for guess in card.guesses if guess.is_original]
        assert original.shares == (Share(0.02), Share(0.02))

    def test_rank_and_loss_of_both_are_said_with_the_change(self) -> None:
        card = self.card()
        assert card.facts[0] == "A #40 · −ln p 3.91 | B #7 · −ln p 3.20 (−0.71)"
        assert [words[0].split(" · ")[2] for words in card.each] == [
            "rank 40 of 6",
            "rank 7 of 6",
        ]

    @pytest.mark.parametrize("scale", SCALES)
    def test_the_bars_of_both_find_room(self, scale: float) -> None:
        theme, card = Theme(scale=scale), self.card()
        layout = Layout.of(card, QRectF(0, 0, theme.px(250), theme.px(168)), theme)
        line = layout.guess(0, 0)
        first, second = layout.halves(line, line.width() * 0.3)
        assert first.width() == second.width() >= theme.px(66)
        assert first.right() < second.left()
        assert second.right() <= line.right() + 1
        assert layout.legend.bottom() <= layout.middle.top() + 1

    def test_each_side_shows_its_model(self, session: Session, show: Show) -> None:
        session.set_action([2], Action.MASK)
        view, seen = show(PredictionsView, 700, 180), compared(session)
        shown = []
        for side in Side:
            turn(session, side)
            view.show_seen(seen)
            assert not view.grab().isNull()
            shown.append([[share.value for share in g.shares] for g in view.card(0).guesses])
        assert shown[0][0] == [0.5]
        assert shown[1][0] == pytest.approx([0.9 * 0.5])
        assert shown[2][0] == pytest.approx([0.5, 0.9 * 0.5 / 2**4])

    def test_more_guesses_need_no_new_look(self, session: Session, show: Show) -> None:
        session.set_action([2], Action.MASK)
        view = show(PredictionsView, 700, 180)
        view.show_seen(compared(session, wants=m.Wants(top_k=100)))
        assert len(view.card(0).guesses) == 5
        session.set_view("More", top_k=12)
        assert len(view.card(0).guesses) == 12

    def test_a_tip_tells_both_and_the_change(self, session: Session, show: Show) -> None:
        session.set_action([2], Action.MASK)
        turn(session, Side.DIFFERENCE)
        view = show(PredictionsView, 700, 180)
        view.show_seen(compared(session))
        tip = view.tip(view.layout_of(0).guess(0, 0).center())
        assert "A: p = 0.500000" in tip
        assert "B − A = −0.471875" in tip

    def test_the_table_has_both_lists(self, session: Session, show: Show) -> None:
        session.set_action([2], Action.MASK)
        view = show(PredictionsView, 700, 180)
        view.show_seen(compared(session, [2.0]))
        first = rows_of(view)[0]
        assert (first["position"], first["guess"], first["original"]) == ("2", "1", "dog")
        assert (first["loss A"], first["loss B"]) == ("2.0", "1.5")
        assert first["guessed token A"] != first["guessed token B"]
        assert len(rows_of(view)) == 5


class TestVerdict:
    @pytest.mark.parametrize("scale", SCALES)
    def test_four_bars_fit_a_small_room(self, scale: float) -> None:
        theme = Theme(scale=scale)
        geometry = Geometry.of(theme, theme.px(230), theme.px(120), is_pair=True)
        assert geometry.line(3).bottom() <= theme.px(120) + 2
        start, end = geometry.track
        assert end - start >= theme.px(35)

    def test_each_side_is_another_picture_and_the_tip_tells_both(
        self, session: Session, show: Show
    ) -> None:
        view, seen = show(VerdictView, 262, 150), compared(session)
        pictures = []
        for side in Side:
            turn(session, side)
            view.show_seen(seen)
            pictures.append(view.grab().toImage())
        assert pictures[0] != pictures[1] != pictures[2] != pictures[0]
        assert view.tip(QPointF(100, 140)).startswith(
            "P(IsNext): A 0.7500 · B 0.4000 · B − A = −0.3500. "
        )

    def test_without_a_difference_the_strips_say_why(self, session: Session, show: Show) -> None:
        view = show(VerdictView, 262, 150)
        turn(session, Side.DIFFERENCE)
        view.show_seen(compared(session, turn=narrow))
        assert not view.grab().isNull()
        assert view.tip(QPointF(60, 5)).startswith("A is 12 wide and B 6")
        assert view.tip(QPointF(100, 140)).startswith("P(IsNext)")

    def test_the_table_has_both_models(self, session: Session, show: Show) -> None:
        view = show(VerdictView, 262, 150)
        view.show_seen(compared(session))
        (row,) = [
            r for r in rows_of(view) if (r["quantity"], r["index"]) == ("probability", "IsNext")
        ]
        assert (float(row["value A"]), float(row["value B"])) == (0.75, 0.4)


class TestObjective:
    def words(self, view: ObjectiveView, width: int = 1300, height: int = 56) -> str:
        return " ".join(p.piece.words + p.piece.sub for p in view.placed(width, height))

    def test_each_loss_stands_beside_the_others_with_its_change(
        self, session: Session, show: Show
    ) -> None:
        session.set_action([2, 4], Action.MASK)
        view, seen = show(ObjectiveView, 1300, 56), compared(session, [1.0, 2.0])
        turn(session, Side.DIFFERENCE)
        view.show_seen(seen)
        assert self.words(view) == (
            "LMLM = 1.500 → 1.000 (−0.500) LNSP = 0.250 → 0.900 (+0.650) L = 1.750 → 1.900 (+0.150)"
        )
        below = [p.piece.below for p in view.placed(1300, 56) if p.piece.below]
        assert below == ["A", "B", "B − A"] * 3

    def test_b_alone_is_its_equation(self, session: Session, show: Show) -> None:
        view = show(ObjectiveView, 1300, 56)
        turn(session, Side.B)
        view.show_seen(compared(session))
        assert self.words(view).endswith("−ln P(IsNext) = 0.900 L = 0.900")

    @pytest.mark.parametrize(
        ("width", "height", "last"),
        [(780, 44, "(+0.150)"), (520, 46, "1.900"), (400, 70, "(+0.150)"), (900, 50, "(+0.150)")],
    )
    def test_all_of_it_stays_in_its_room(
        self, session: Session, show: Show, width: int, height: int, last: str
    ) -> None:
        session.set_action([2, 4], Action.MASK)
        view = show(ObjectiveView, 1300, 56)
        turn(session, Side.DIFFERENCE)
        view.show_seen(compared(session, [1.0, 2.0]))
        placed = view.placed(width, height)
        assert max(p.rect.right() for p in placed) <= width + 1
        assert max(p.below.bottom() for p in placed) <= height + 1
        assert placed[-1].piece.words == last

    def test_what_there_is_not_is_left_out(self, session: Session, show: Show) -> None:
        session.set_action([2], Action.MASK)
        session.set_sentence(Source.B, "")
        turn(session, Side.DIFFERENCE)
        view = show(ObjectiveView, 1300, 56)
        view.show_seen(compared(session, [1.0]))
        assert self.words(view) == "LMLM = 1.000 → 0.500 (−0.500) L = 1.000 → 0.500 (−0.500)"

    def test_the_table_has_both_models(self, session: Session, show: Show) -> None:
        session.set_action([2], Action.MASK)
        view = show(ObjectiveView, 1300, 56)
        view.show_seen(compared(session, [1.0]))
        last = rows_of(view)[-1]
        assert (last["position"], last["loss A"], last["loss B"]) == ("total", "1.25", "1.4")


class TestDistribution:
    def seen(self, session: Session) -> Seen:
        size = len(session.reader.tokenizer)
        falling = (1.0 / np.arange(1, size + 1) ** 1.5).astype(np.float32)
        shares = np.random.default_rng(3).permutation(falling / falling.sum())
        seen = with_distribution(seen_of(session), 4, shares)
        there = with_distribution(seen, 4, shares[::-1].copy())
        return beside(seen, lambda _: there.look)

    def test_the_sides_are_one_curve_or_two(self, session: Session, show: Show) -> None:
        session.set_action([4], Action.MASK)
        session.set_view("Show a distribution", distribution_at=4)
        view, seen = show(DistributionView, 560, 240), self.seen(session)
        pictures = []
        for side in Side:
            turn(session, side)
            view.show_seen(seen)
            pictures.append(view.grab().toImage())
        assert pictures[0] != pictures[1] != pictures[2] != pictures[0]

    def test_the_table_has_both_orders(self, session: Session, show: Show) -> None:
        session.set_action([4], Action.MASK)
        session.set_view("Show a distribution", distribution_at=4)
        view = show(DistributionView, 560, 240)
        view.show_seen(self.seen(session))
        first = rows_of(view)[0]
        size = len(session.reader.tokenizer)
        assert int(first["id A"]) == size - 1 - int(first["id B"])
        assert first["probability A"] == first["probability B"]
        assert len(rows_of(view)) == size

    def test_where_b_holds_none_it_waits(self, session: Session, show: Show) -> None:
        session.set_action([4], Action.MASK)
        session.set_view("Show a distribution", distribution_at=4)
        turn(session, Side.DIFFERENCE)
        view, seen = show(DistributionView, 560, 240), self.seen(session)
        view.show_seen(Seen(seen.question, seen.look, seen_of(session).look))
        assert view.numbers() is None
        assert not view.grab().isNull()
