"""The figure as a table."""

import csv
from io import StringIO

import numpy as np

from bertscope.gui.figure.content import figure_content
from bertscope.gui.figure.numbers import figure_table
from bertscope.gui.session import Session
from bertscope.text.masking import Action
from tests.gui.looks import seen_of


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
