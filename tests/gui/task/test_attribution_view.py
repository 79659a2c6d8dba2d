"""What each token counts is the model's number, whichever way it is counted."""

from dataclasses import replace
from typing import Any

import msgspec
import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from bertscope.gui.prober import Seen
from bertscope.gui.session import Session
from bertscope.gui.state import Side, Weighing
from bertscope.gui.task.attribution_controls import AttributionControls
from bertscope.gui.task.attribution_painter import ink_on
from bertscope.gui.task.attribution_values import NOT_TUNED, ON_THE_WAY, Counted
from bertscope.gui.task.attribution_view import AttributionView
from bertscope.gui.theme import DARK, LIGHT, Appearance, diverging
from bertscope.gui.wording import WAITING
from bertscope.wire import messages as m
from tests.gui.looks import seen_of
from tests.gui.task import answers as a
from tests.gui.test_contrast import contrast


@pytest.fixture
def view(qtbot: QtBot, session: Session, appearance: Appearance) -> AttributionView:
    made = AttributionView(session, appearance)
    qtbot.addWidget(made)
    made.resize(360, 200)
    with qtbot.waitExposed(made):
        made.show()
    return made


def weighed(session: Session, logits: tuple[float, float] = (2.0, 0.0)) -> Seen:
    """A look in which the token at i counts (i − 2)/10."""
    values = [(p - 2) / 10 for p in range(len(session.pair))]
    return a.tuned(session, a.of_classes(logits, attribution=values))


def found(view: AttributionView) -> Counted:
    assert isinstance(view._counted, Counted)
    return view._counted


def middle(view: AttributionView, position: int) -> QPointF:
    boxes, _ = view._boxes(view.viewport().width(), view.viewport().height())
    point = boxes[position].center()
    return QPointF(point.x(), point.y() - view.down)


def rows(view: AttributionView) -> list[Any]:
    table = view.numbers()
    assert table is not None
    return list(table.rows)


def test_it_says_why_nothing_is_counted(view: AttributionView, session: Session) -> None:
    assert view.tip(QPointF(5, 5)) == WAITING
    view.show_seen(seen_of(session))
    assert view.tip(QPointF(5, 5)) == NOT_TUNED
    view.show_seen(a.tuned(session, a.of_classes([2.0, 0.0])))
    assert view.tip(QPointF(5, 5)) == ON_THE_WAY
    view.grab()
    assert view.numbers() is None


def test_the_numbers_are_the_models_and_the_scale_is_symmetric(
    view: AttributionView, session: Session
) -> None:
    view.show_seen(weighed(session))
    view.grab()
    assert [row[:2] for row in rows(view)] == list(enumerate(session.pair.tokens))
    assert [row[2] for row in rows(view)] == pytest.approx([(p - 2) / 10 for p in range(11)])
    assert found(view).limit == pytest.approx(0.8)
    assert found(view).sum == pytest.approx(3.3)
    assert "“negative”" in found(view).meaning
    assert found(view).words(0) == "−0.200"


def test_a_token_is_lit_in_all_views_and_says_its_number(
    qtbot: QtBot, view: AttributionView, session: Session
) -> None:
    view.show_seen(weighed(session))
    qtbot.mouseMove(view.viewport(), middle(view, 4).toPoint())
    assert session.focus == 4
    assert "<b>cute</b> · T₄ · +0.200" in view.tip(middle(view, 4))
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert session.focus == 3


def test_a_long_pair_is_scrolled_and_its_numbers_stand_in_the_tips(
    qtbot: QtBot, view: AttributionView, session: Session
) -> None:
    session.set_pair("dog " * 60, "")
    view.show_seen(weighed(session))
    view.grab()
    assert view.verticalScrollBar().maximum() > 0
    assert view.whole_size().height() > view.height()
    session.set_focus(58)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert 0 < middle(view, 59).y() < view.viewport().height()


# --- Attention ----------------------------------------------------------------------------------


def attended(session: Session, answer: m.Answer) -> Seen:
    """A look with two heads: the query at i looks at i alone, in the second one at 1 alone."""
    size = len(session.pair)
    weights = np.stack([np.eye(size), np.tile(np.eye(size)[1], (size, 1))]).astype(np.float32)
    vectors = m.Array.of(np.ones((2, size, 4), np.float32))
    heads = m.Heads(1, [0, 1], m.Array.of(weights), vectors, vectors)
    seen = a.tuned(session, answer)
    return Seen(seen.question, msgspec.structs.replace(seen.look, heads=heads))


def test_attention_is_that_of_cls_in_the_heads_that_are_shown(
    view: AttributionView, session: Session
) -> None:
    session.set_view(weighing=Weighing.ATTENTION, layer=1, heads=(0, 1))
    view.show_seen(attended(session, a.of_classes([2.0, 0.0])))
    view.grab()
    assert found(view).values[:3] == pytest.approx([0.5, 0.5, 0.0])
    assert found(view).sum == pytest.approx(1.0)
    assert found(view).meaning == "attention of “[CLS]” in layer 2, mean of heads 1, 2"
    session.set_view(heads=(1,))
    assert found(view).values[:3] == pytest.approx([0.0, 1.0, 0.0])


def test_of_an_answer_in_a_passage_it_is_that_of_its_first_token(
    view: AttributionView, session: Session
) -> None:
    a.asking(session)
    dog = session.pair.tokens.index("dog")
    session.set_view(weighing=Weighing.ATTENTION)
    view.show_seen(attended(session, a.of_span(session, dog, dog + 1)))
    assert found(view).values[dog] == 1.0
    assert "“dog”" in found(view).meaning


def test_the_switch_changes_by_what_is_counted(qtbot: QtBot, session: Session) -> None:
    controls = AttributionControls(session)
    qtbot.addWidget(controls)
    controls.show()
    controls.weighing.setFocus()
    qtbot.keyClick(controls.weighing, Qt.Key.Key_Down)
    assert session.view.weighing is Weighing.ATTENTION
    session.undo_stack.undo()
    assert controls.weighing.currentText() == Weighing.ATTRIBUTION.value


# --- Two models ---------------------------------------------------------------------------------


def test_the_difference_is_b_less_a(view: AttributionView, session: Session) -> None:
    seen = weighed(session)
    size = len(session.pair)
    seen = a.beside(seen, a.of_classes([1.0, 0.0], attribution=[0.5] * size))
    session.set_view(side=Side.DIFFERENCE)
    view.show_seen(seen)
    view.grab()
    assert found(view).values[2] == pytest.approx(0.5)
    assert rows(view)[2] == (2, "dog", 0.0, 0.5)
    assert "A: 0.000 · B: +0.500" in view.tip(middle(view, 2))


def test_two_that_answer_differently_have_no_difference(
    view: AttributionView, session: Session
) -> None:
    other = a.of_classes([0.0, 3.0], attribution=[0.5] * len(session.pair))
    seen = a.beside(weighed(session), other)
    session.set_view(side=Side.DIFFERENCE)
    view.show_seen(seen)
    assert "A and B answer differently" in view.tip(QPointF(5, 5))
    session.set_view(side=Side.B)
    view.show_seen(seen)
    assert "“positive”" in found(view).meaning


def test_beside_a_model_of_pre_training_it_says_which_one_answers_nothing(
    view: AttributionView, session: Session
) -> None:
    seen = a.beside(weighed(session), a.of_classes([0.0, 3.0]))
    assert seen.other is not None
    seen = replace(seen, other=msgspec.structs.replace(seen.other, answer=None))
    session.set_view(side=Side.DIFFERENCE)
    view.show_seen(seen)
    assert "B has the heads of pre-training" in view.tip(QPointF(5, 5))


def test_words_can_be_read_on_every_colour_of_the_map() -> None:
    for palette in (LIGHT, DARK):
        for shade in diverging(palette):
            ground = QColor.fromRgb(int(shade))
            assert contrast(ink_on(ground), ground.name()) >= 4.5
