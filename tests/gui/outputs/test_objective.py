"""The equation is the look's: only chosen tokens count, and its numbers agree."""

import pytest
from PySide6.QtCore import QPoint, QPointF
from pytestqt.qtbot import QtBot

from bertscope.gui.outputs.equation import NO_LABEL, UNLABELLED
from bertscope.gui.outputs.objective import ObjectiveView
from bertscope.gui.session import Session
from bertscope.gui.state import Side
from bertscope.gui.theme import Appearance
from bertscope.text.masking import Action
from bertscope.text.pair import Source
from tests.gui.looks import seen_of
from tests.gui.task.answers import beside, of_classes, of_number, tuned


@pytest.fixture
def view(qtbot: QtBot, session: Session, appearance: Appearance) -> ObjectiveView:
    made = ObjectiveView(session, appearance)
    qtbot.addWidget(made)
    made.resize(1300, 56)
    made.show()
    return made


def words(view: ObjectiveView) -> str:
    placed = view.placed(view.viewport().width(), view.viewport().height())
    return " ".join(p.piece.words + p.piece.sub for p in placed)


def lines(view: ObjectiveView) -> int:
    placed = view.placed(view.viewport().width(), view.viewport().height())
    return len({p.rect.top() for p in placed})


def test_it_is_one_line_with_real_numbers(view: ObjectiveView, session: Session) -> None:
    session.set_action([2, 4, 8], Action.MASK)
    session.toggle_asked(7)
    view.show_seen(seen_of(session, [0.48, 0.89, 1.27]))
    assert words(view) == (
        "LMLM = ( 0.480 + 0.890 + 1.270 ) / 3 = 0.880 "
        "LNSP = −ln P(IsNext) = 0.250 L = 0.880 + 0.250 = 1.130"
    )
    assert lines(view) == 1


def test_one_term_needs_no_mean(view: ObjectiveView, session: Session) -> None:
    session.set_action([2], Action.MASK)
    view.show_seen(seen_of(session, [0.48]))
    assert words(view).startswith("LMLM = 0.480 LNSP")


def test_a_wrong_pair_is_judged_by_the_other_probability(
    view: ObjectiveView, session: Session
) -> None:
    session.set_is_next(False)
    view.show_seen(seen_of(session))
    assert "−ln P(NotNext)" in words(view)
    placed = view.placed(1300, 56)
    assert "P = 25 %" in [p.piece.below for p in placed]


def test_many_terms_are_left_out_in_the_middle(view: ObjectiveView, session: Session) -> None:
    session.set_pair("dog " * 60, "he likes playing")
    session.set_action(list(session.pair.maskable), Action.MASK)
    count = len(session.state.plan)
    view.show_seen(seen_of(session, [1.0 + n / 100 for n in range(count)]))
    said = words(view)
    assert said.startswith("LMLM = ( 1.000 + 1.010 + ")
    assert said.index("…") > said.index("1.010")
    assert f"{1 + (count - 1) / 100:.3f} ) / {count} = " in said


@pytest.mark.parametrize(("width", "height"), [(520, 46), (520, 60), (400, 70), (900, 50)])
def test_all_of_it_stays_in_its_room(
    view: ObjectiveView, session: Session, width: int, height: int
) -> None:
    session.set_action([2, 4, 8], Action.MASK)
    view.show_seen(seen_of(session, [0.48, 0.89, 1.27]))
    placed = view.placed(width, height)
    assert max(p.rect.right() for p in placed) <= width + 1
    assert max(p.below.bottom() for p in placed) <= height + 1
    assert placed[-1].piece.words == "1.130"


def test_nothing_chosen_and_no_b_are_said(view: ObjectiveView, session: Session) -> None:
    view.show_seen(seen_of(session))
    assert "no token is chosen: no masked-LM loss" in words(view)
    assert words(view).endswith("L = 0.250")
    session.set_action([2], Action.MASK)
    session.set_sentence(Source.B, "")
    view.show_seen(seen_of(session, [0.48]))
    assert "B is empty: no next-sentence loss" in words(view)
    assert words(view).endswith("L = 0.480")


def test_without_any_loss_it_says_what_to_do(view: ObjectiveView, session: Session) -> None:
    session.set_sentence(Source.B, "")
    view.show_seen(seen_of(session))
    view.grab()
    table = view.numbers()
    assert table is not None
    assert [row[-1] for row in table.rows] == [None, None, None]


def test_hover_lights_the_token_and_teaches(
    qtbot: QtBot, view: ObjectiveView, session: Session
) -> None:
    session.set_action([2, 4], Action.MASK)
    view.show_seen(seen_of(session, [0.48, 0.89]))
    placed = view.placed(view.viewport().width(), view.viewport().height())
    (term,) = [p for p in placed if p.piece.position == 4]
    qtbot.mouseMove(view.viewport(), term.rect.center().toPoint())
    assert session.focus == 4
    assert "“cute”" in view.tip(term.rect.center())
    qtbot.mouseMove(view.viewport(), QPoint(1295, 2))
    assert session.focus == -1
    assert view.tip(QPointF(1295, 2)).startswith("The objective of this pair")


def test_numbers_end_with_the_sum(view: ObjectiveView, session: Session) -> None:
    session.set_action([2, 4], Action.MASK)
    session.toggle_asked(7)
    view.show_seen(seen_of(session, [0.5, 1.0]))
    table = view.numbers()
    assert table is not None
    rows = list(table.rows)
    assert [(row[0], row[1], row[3]) for row in rows] == [
        (2, "dog", 0.5),
        (4, "cute", 1.0),
        ("masked LM", "", 0.75),
        ("next sentence", "", 0.25),
        ("total", "", 1.0),
    ]


def test_of_a_fine_tuned_model_it_is_the_loss_of_the_label(
    view: ObjectiveView, session: Session
) -> None:
    view.show_seen(tuned(session, of_classes([2.0, 0.0], label=1)))
    view.grab()
    assert words(view) == "L = −ln P(positive) = 2.127"
    table = view.numbers()
    assert table is not None
    assert next(iter(table.rows))[:2] == ("task", "positive")


def test_without_a_label_it_says_where_to_set_one(view: ObjectiveView, session: Session) -> None:
    view.show_seen(tuned(session, of_classes([2.0, 0.0])))
    view.grab()
    assert words(view) == f"L – {NO_LABEL}"
    view.show_seen(tuned(session, of_number(0.5)))
    assert words(view) == f"L – {UNLABELLED}"


def test_the_losses_of_two_fine_tuned_models_stand_side_by_side(
    view: ObjectiveView, session: Session
) -> None:
    seen = tuned(session, of_classes([2.0, 0.0], label=1))
    session.set_view(side=Side.DIFFERENCE)
    view.show_seen(beside(seen, of_classes([0.0, 0.0], label=1)))
    view.grab()
    assert words(view) == "L = 2.127 → 0.693 (−1.434)"
    view.show_seen(beside(seen_of(session), of_classes([0.0, 0.0], label=1)))
    view.grab()
    assert view.tip(QPointF(5, 5)).startswith("The objective of this pair")
