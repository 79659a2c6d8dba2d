"""The figure in words."""

import pytest

from bertscope.gui.figure.content import figure_content
from bertscope.gui.figure.words import line_tip, spoken, strip_tip, token_tip
from bertscope.gui.session import Session
from bertscope.gui.state import Stage
from bertscope.text.masking import Action
from tests.gui.looks import seen_of
from tests.gui.task.answers import of_classes, of_span, tuned


def test_a_token_tells_its_id_and_its_characters(session: Session) -> None:
    tip = token_tip(figure_content(session, None), 9)
    assert f"id {session.pair.ids[9]}" in tip
    assert "characters 13–16 of sentence B" in tip
    assert "a piece of “playing”" in tip


def test_an_unknown_word_tells_why(session: Session) -> None:
    session.set_pair("a ☃ fell", "")
    tip = token_tip(figure_content(session, None), 2)
    assert "“☃” is not in the vocabulary" in tip


def test_a_mask_tells_what_was_there(session: Session) -> None:
    session.set_action([2], Action.MASK)
    content = figure_content(session, None)
    assert "“dog” becomes [MASK]" in token_tip(content, 2)
    assert "dog becomes [MASK]" in spoken(content, 2)


def test_a_token_tells_what_the_next_click_does(session: Session) -> None:
    told = []
    for action in (None, Action.MASK, Action.RANDOM, Action.KEEP):
        session.set_action([2], action)
        told.append(token_tip(figure_content(session, None), 2).rsplit("<br>", 1)[-1])
    assert [tip.split(" · ")[0] for tip in told] == [
        "Click: [MASK] instead",
        "Click: a random token instead",
        "Click: kept, yet to be guessed",
        "Click: as it was",
    ]
    assert "Click" not in token_tip(figure_content(session, None), 0)


def test_what_is_typed_is_no_markup(session: Session) -> None:
    session.set_pair("a < b", "")
    content = figure_content(session, None)
    at = content.pair.tokens.index("<")
    assert "<b>&lt;</b>" in token_tip(content, at)


def test_a_strip_tells_its_length(session: Session) -> None:
    seen = seen_of(session)
    content = figure_content(session, seen)
    # Twelve ones: the segment rows of B in the look by rule.
    assert f"length {12**0.5:.3g}" in strip_tip(content, 1, 7)
    assert "length" not in strip_tip(figure_content(session, None), 1, 7)


@pytest.mark.parametrize("line", range(4))
def test_every_row_explains_itself_at_every_stage(line: int) -> None:
    assert all(len(line_tip(line, stage)) > 20 for stage in Stage)


def test_where_a_fine_tuned_model_reads_is_told(session: Session) -> None:
    tuned_tip = token_tip(figure_content(session, tuned(session, of_classes([1.0, 0.0]))), 0)
    assert "the fine-tuned model answers from" in tuned_tip
    asked = figure_content(session, tuned(session, of_span(session, 7, 8)))
    assert [c for c in range(len(session.pair)) if asked.is_read_at(c)] == []
