"""What a fine-tuned model answers is shown as it is: bars, a number, words of the passage."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from bertscope.gui.export import save_view
from bertscope.gui.prober import Seen
from bertscope.gui.session import Session
from bertscope.gui.state import Side
from bertscope.gui.task.answer_classes import ClassesFace
from bertscope.gui.task.answer_controls import NOT_KNOWN, AnswerControls
from bertscope.gui.task.answer_number import scale_of
from bertscope.gui.task.answer_span import SpanFace
from bertscope.gui.task.answer_view import NO_PASSAGE, NO_QUESTION, NOT_TUNED, AnswerView
from bertscope.gui.theme import Appearance
from bertscope.gui.wording import WAITING
from bertscope.text.masking import Action
from bertscope.text.pair import Source
from bertscope.wire import messages as m
from tests.gui.looks import seen_of
from tests.gui.task import answers as a

THREE = ["contradiction", "entailment", "neutral"]


@pytest.fixture
def view(qtbot: QtBot, session: Session, appearance: Appearance) -> AnswerView:
    made = AnswerView(session, appearance)
    qtbot.addWidget(made)
    made.resize(447, 196)
    with qtbot.waitExposed(made):
        made.show()
    return made


def rows(view: AnswerView) -> list[Any]:
    table = view.numbers()
    assert table is not None
    return list(table.rows)


def class_at(view: AnswerView, place: int) -> QPointF:
    """A point on the line of a class, in the viewport; of two models on A's bar."""
    face = view._face
    assert isinstance(face, ClassesFace)
    middle = face._geometry(view.room).line(place * len(face._answers)).center()
    return QPointF(30, middle.y() - view.down)


def box_of(view: AnswerView, word: str) -> QPointF:
    """The middle of a word of the passage, in the viewport."""
    face = view._face
    assert isinstance(face, SpanFace)
    number = next(n for n, w in enumerate(face._words) if w.text == word)
    middle = face.boxes(view.room)[number].center()
    return QPointF(middle.x(), middle.y() - view.down)


# --- Nothing to show ----------------------------------------------------------------------------


def test_what_can_not_be_answered_yet_is_said(view: AnswerView, session: Session) -> None:
    assert view.tip(QPointF(5, 5)) == WAITING
    view.show_seen(seen_of(session))
    assert view.tip(QPointF(5, 5)) == NOT_TUNED
    assert view.numbers() is None
    view.grab()


@pytest.mark.parametrize(
    ("question", "passage", "words"), [("who ?", "", NO_PASSAGE), ("", "the dog", NO_QUESTION)]
)
def test_a_question_or_passage_that_is_missing_is_asked_for(
    view: AnswerView, session: Session, question: str, passage: str, words: str
) -> None:
    session.set_pair(question, passage)
    view.show_seen(a.tuned(session, a.of_span(session, 0, 0)))
    view.grab()
    assert view.tip(QPointF(5, 5)) == words


# --- Classes ------------------------------------------------------------------------------------


def test_each_class_has_its_logit_and_probability(view: AnswerView, session: Session) -> None:
    view.show_seen(a.tuned(session, a.of_classes([2.0, 0.0, 1.0], THREE, label=1)))
    told = {(quantity, name): value for quantity, name, value in rows(view)}
    assert told["logit", "neutral"] == 1.0
    assert told["probability", "contradiction"] == pytest.approx(0.6652, abs=1e-4)
    assert told["loss", "entailment"] == pytest.approx(2.4076, abs=1e-4)
    assert view.accessibleDescription() == "The answer is contradiction, 67 %."


def test_what_is_said_and_what_is_right_are_signs_and_not_only_colours(
    view: AnswerView, session: Session
) -> None:
    view.show_seen(a.tuned(session, a.of_classes([2.0, 0.0, 1.0], THREE, label=1)))
    assert isinstance(view._face, ClassesFace)
    words = [view._face._line(label).words for label in range(3)]
    assert words == ["▸ contradiction", "entailment ✓", "neutral"]


def test_of_many_classes_the_likeliest_comes_first_and_all_can_be_reached(
    view: AnswerView, session: Session
) -> None:
    labels = [f"intent {n}" for n in range(50)]
    view.show_seen(a.tuned(session, a.of_classes([n / 10 for n in range(50)], labels)))
    view.grab()
    bar = view.verticalScrollBar()
    assert bar.maximum() > 300
    assert view.whole_size().height() > 700
    assert "<b>intent 49</b>" in view.tip(class_at(view, 0))
    bar.setValue(bar.maximum())
    assert class_at(view, 49).y() < view.viewport().height()
    assert "<b>intent 0</b>" in view.tip(class_at(view, 49))


def test_under_c_the_classifier_token_is_lit(
    qtbot: QtBot, view: AnswerView, session: Session
) -> None:
    view.show_seen(a.tuned(session, a.of_classes([2.0, 0.0])))
    qtbot.mouseMove(view.viewport(), QPointF(60, 6).toPoint())
    assert session.focus == 0
    assert "last hidden state of [CLS]" in view.tip(QPointF(60, 6))


def test_both_models_bars_stand_side_by_side(view: AnswerView, session: Session) -> None:
    session.set_view(side=Side.DIFFERENCE)
    seen = a.beside(a.tuned(session, a.of_classes([2.0, 0.0])), a.of_classes([0.0, 1.0]))
    view.show_seen(seen)
    view.grab()
    assert view.accessibleDescription() == "A answers negative, 88 %. B answers positive, 73 %."
    table = view.numbers()
    assert table is not None
    assert list(table.columns) == ["quantity", "name", "value A", "value B"]
    assert ("logit", "positive", 0.0, 1.0) in list(table.rows)
    assert "B − A" in view.tip(class_at(view, 1))


def test_other_classes_are_not_set_side_by_side(view: AnswerView, session: Session) -> None:
    session.set_view(side=Side.DIFFERENCE)
    seen = a.beside(a.tuned(session, a.of_classes([2.0, 0.0])), a.of_classes([1, 2, 3], THREE))
    view.show_seen(seen)
    view.grab()
    assert "A tells negative, positive apart" in view.tip(QPointF(5, 5))
    session.set_view(side=Side.B)
    view.show_seen(seen)
    assert view.accessibleDescription() == "The answer is neutral, 67 %."


# --- A number -----------------------------------------------------------------------------------


def test_a_number_stands_on_a_scale(view: AnswerView, session: Session) -> None:
    view.show_seen(a.tuned(session, a.of_number(3.25)))
    view.grab()
    assert view.accessibleDescription() == "The answer is 3.250."
    assert ("answer", "", 3.25) in rows(view)
    assert "3.2500" in view.tip(QPointF(60, 180))


@pytest.mark.parametrize(
    ("values", "ends"),
    [([0.4], (0, 1)), ([3.2, 0.1], (0, 5)), ([-2.0, 1.0], (-5, 5)), ([4321.0], (0, 4321.0))],
)
def test_the_scale_holds_every_number(values: list[float], ends: tuple[float, float]) -> None:
    assert scale_of(values) == ends


# --- Passages -----------------------------------------------------------------------------------


def list_share(view: AnswerView) -> float:
    """What the list of answers takes of the width."""
    face = view._face
    assert isinstance(face, SpanFace)
    return face._list_room(view.room).width() / view.room.width


def test_beside_a_short_passage_the_list_has_more_room(view: AnswerView, session: Session) -> None:
    a.asking(session)
    view.show_seen(a.tuned(session, a.of_span(session, 6, 7)))
    view.resize(800, 196)
    view.grab()
    assert 0.35 < list_share(view) <= 0.4
    session.set_sentence(Source.B, " ".join([session.state.b] * 12))
    view.show_seen(a.tuned(session, a.of_span(session, 6, 7)))
    view.grab()
    assert list_share(view) < 0.22


def test_an_answer_has_a_line_of_its_own_over_its_numbers(
    view: AnswerView, session: Session, tmp_path: Path
) -> None:
    a.asking(session)
    pieces = [p for p, token in enumerate(session.pair.tokens) if token.startswith("##")]
    view.show_seen(a.tuned(session, a.of_span(session, pieces[0] - 2, pieces[-1])))
    save_view(tmp_path / "answer.svg", view, 1.0)
    drawing = (tmp_path / "answer.svg").read_text("utf-8")
    assert "sleeps unbelievingly" in drawing
    assert "9.50 ·  64 %" in drawing


def test_the_answer_is_words_as_they_were_typed(view: AnswerView, session: Session) -> None:
    a.asking(session)
    first = session.pair.tokens.index("dog")
    view.show_seen(a.tuned(session, a.of_span(session, first - 1, first)))
    view.grab()
    assert view.accessibleDescription() == "The answer is The Dog, 64 %."
    assert ("answer", first - 1, first, "The Dog", 9.5, pytest.approx(0.64)) in rows(view)
    assert "start 0.0 % · end 80 %" in view.tip(box_of(view, "Dog"))


def test_a_word_of_several_pieces_has_the_sum_of_their_probabilities(
    view: AnswerView, session: Session
) -> None:
    a.asking(session)
    pieces = [p for p, t in enumerate(session.pair.tokens) if t.startswith("##")]
    assert len(pieces) > 1
    view.show_seen(a.tuned(session, a.of_span(session, pieces[0], pieces[1])))
    tip = view.tip(box_of(view, "unbelievingly"))
    assert "start 80 % · end 80 %" in tip
    assert session.pair.tokens[pieces[0]] in tip


def test_no_answer_is_an_answer(view: AnswerView, session: Session) -> None:
    a.asking(session)
    dog = session.pair.tokens.index("dog")
    view.show_seen(a.tuned(session, a.of_span(session, dog, dog, share=0.2)))
    assert view.accessibleDescription() == "The answer is no answer, 64 %."
    assert "start 80 % · end 80 %" in view.tip(box_of(view, "∅ no answer"))


def test_a_word_lights_its_token_and_a_click_keeps_it_lit(
    qtbot: QtBot, view: AnswerView, session: Session
) -> None:
    a.asking(session)
    cat = session.pair.tokens.index("cat")
    view.show_seen(a.tuned(session, a.of_span(session, cat, cat)))
    at = box_of(view, "cat").toPoint()
    qtbot.mouseMove(view.viewport(), at)
    assert session.focus == cat
    qtbot.mouseMove(view.viewport(), QPointF(2, 1).toPoint())
    assert session.focus == -1
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseMove(view.viewport(), QPointF(2, 1).toPoint())
    assert session.focus == cat
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert session.focus == -1


def test_arrows_go_from_token_to_token(qtbot: QtBot, view: AnswerView, session: Session) -> None:
    view.show_seen(a.tuned(session, a.of_classes([1.0, 0.0])))
    session.set_focus(3)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert session.focus == 4


def test_a_long_passage_is_scrolled_to_its_answer_but_not_while_a_model_learns(
    view: AnswerView, session: Session
) -> None:
    session.set_pair("who plays ?", "the dog sleeps . " * 9 + "my cat plays .")
    cat, bar = session.pair.tokens.index("cat"), view.verticalScrollBar()
    view.show_seen(a.tuned(session, a.of_span(session, cat, cat)))
    assert bar.value() > 0
    assert 0 < box_of(view, "cat").y() < view.viewport().height()
    bar.setValue(0)
    view.show_seen(a.tuned(session, a.of_span(session, cat - 1, cat)))
    assert bar.value() == 0


def test_a_masked_word_is_hidden_from_the_model_and_says_so(
    view: AnswerView, session: Session
) -> None:
    a.asking(session)
    dog = session.pair.tokens.index("dog")
    session.set_action([dog], Action.MASK)
    view.show_seen(a.tuned(session, a.of_span(session, dog, dog)))
    view.grab()
    assert "hidden from the model" in view.tip(box_of(view, "Dog"))


def test_what_is_typed_on_does_not_cut_the_words_of_the_look_before(
    view: AnswerView, session: Session
) -> None:
    a.asking(session)
    dog = session.pair.tokens.index("dog")
    seen = a.tuned(session, a.of_span(session, dog, dog))
    session.set_sentence(Source.B, "x")
    view.show_seen(seen)
    view.grab()
    assert view.accessibleDescription() == "The answer is dog, 64 %."


def test_two_answers_are_listed_of_both_models(view: AnswerView, session: Session) -> None:
    a.asking(session)
    dog, cat = (session.pair.tokens.index(word) for word in ("dog", "cat"))
    session.set_view(side=Side.DIFFERENCE)
    seen = a.beside(a.tuned(session, a.of_span(session, dog, dog)), a.of_span(session, cat, cat))
    view.show_seen(seen)
    view.grab()
    assert view.accessibleDescription() == "A answers Dog, 64 %. B answers cat, 64 %."
    assert "B − A: start −0.8000" in view.tip(box_of(view, "Dog"))


# --- The label ----------------------------------------------------------------------------------


def test_the_label_is_one_of_the_models_classes(qtbot: QtBot, session: Session) -> None:
    controls = AnswerControls(session)
    qtbot.addWidget(controls)
    controls.show()
    assert not controls.label.isVisible()
    controls.show_seen(a.tuned(session, a.of_classes([1, 2, 3], THREE)))
    box = controls.label
    assert [box.itemText(n) for n in range(box.count())] == [NOT_KNOWN, *THREE]
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert session.state.label == 1
    session.undo_stack.undo()
    assert box.currentText() == "contradiction"


def test_a_label_that_another_model_does_not_know_is_not_shown(
    qtbot: QtBot, session: Session
) -> None:
    controls = AnswerControls(session)
    qtbot.addWidget(controls)
    session.set_label(2)
    controls.show_seen(a.tuned(session, a.of_classes([1.0, 2.0])))
    assert controls.label.currentText() == NOT_KNOWN
    controls.show_seen(a.tuned(session, a.of_classes([1, 2, 3], THREE)))
    assert controls.label.currentText() == "neutral"


@pytest.mark.parametrize("scale", [0.8, 1.0, 2.0])
def test_it_is_painted_at_every_text_size(
    view: AnswerView, session: Session, appearance: Appearance, scale: float
) -> None:
    appearance.set_scale(scale)
    answers: list[Seen] = [
        a.tuned(session, a.of_classes([1, 2, 3], THREE)),
        a.tuned(session, a.of_number(0.5)),
    ]
    a.asking(session)
    answers.append(a.tuned(session, a.of_span(session, 5, 6)))
    pictures = []
    for seen in answers:
        view.show_seen(seen)
        pictures.append(view.grab().toImage())
    assert all(one != other for one, other in pairwise(pictures))


def test_regression_needs_no_label(qtbot: QtBot, session: Session) -> None:
    controls = AnswerControls(session)
    qtbot.addWidget(controls)
    controls.show()
    controls.show_seen(a.tuned(session, m.Answer(m.Kind.REGRESSION, logits=[1.0])))
    assert not controls.label.isVisible()
