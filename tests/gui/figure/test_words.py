"""The figure in words and as a table."""

import csv
from io import StringIO

import numpy as np
import pytest

from bertscope.gui.figure.content import figure_content
from bertscope.gui.figure.words import figure_table, line_tip, spoken, strip_tip, token_tip
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


def test_the_table_holds_every_value_of_the_sum(session: Session) -> None:
    session.set_action([2], Action.MASK)
    seen = seen_of(session)
    table = figure_table(figure_content(session, seen))
    rows = list(csv.DictReader(StringIO(table.csv())))
    assert [row["token"] for row in rows[:3]] == ["[CLS]", "my", "[MASK]"]
    assert (rows[2]["action"], rows[2]["original"]) == ("mask", "dog")
    assert (rows[9]["span_start"], rows[9]["span_end"]) == ("13", "16")
    assert (rows[0]["word"], rows[0]["span_start"]) == ("", "")
    total = seen.look.sum.numpy()
    values = [[float(row[f"x_{d}"]) for d in range(total.shape[1])] for row in rows]
    np.testing.assert_allclose(values, total, rtol=1e-6)
    norms = [float(row["norm_sum"]) for row in rows]
    np.testing.assert_allclose(norms, np.sqrt((total.astype(float) ** 2).sum(1)), rtol=1e-5)


def test_the_table_has_no_numbers_of_other_tokens(session: Session) -> None:
    seen = seen_of(session)
    session.set_action([2], Action.MASK)
    table = figure_table(figure_content(session, seen))
    rows = list(csv.DictReader(StringIO(table.csv())))
    assert rows[2]["norm_sum"] == rows[2]["x_0"] == ""
    assert rows[3]["x_0"] != ""


def test_without_a_look_the_table_still_tells_the_tokens(session: Session) -> None:
    rows = list(csv.DictReader(StringIO(figure_table(figure_content(session, None)).csv())))
    assert [row["token"] for row in rows] == list(session.pair.tokens)


def test_where_a_fine_tuned_model_reads_is_told(session: Session) -> None:
    tuned_tip = token_tip(figure_content(session, tuned(session, of_classes([1.0, 0.0]))), 0)
    assert "the fine-tuned model answers from" in tuned_tip
    asked = figure_content(session, tuned(session, of_span(session, 7, 8)))
    assert [c for c in range(len(session.pair)) if asked.is_read_at(c)] == []
