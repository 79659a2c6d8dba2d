"""Judged examples stand where they belong, the most surely wrong ones first."""

import pytest

from bertscope.gui.task.results_cells import Results, score_words, summary, surety, verdict
from bertscope.looks import Score
from bertscope.task import Kind, Metric
from bertscope.wire import messages as m
from tests.gui.task.judgements import answered, classified, measured

HERE = m.ModelRef("/runs/1")


def test_counts_stand_where_right_meets_said() -> None:
    results = Results(classified(1, HERE))
    assert results.kind is Kind.CLASSIFICATION
    assert results.counts.tolist() == [[2, 2, 0], [0, 1, 1], [0, 0, 1]]


@pytest.mark.parametrize(
    ("cell", "texts"),
    [
        (None, ["not bad at all", "nobody came to the party", "I could not stop laughing"]),
        ((0, 1), ["not bad at all", "I could not stop laughing"]),
        ((0, 0), ["what a lovely day", "we smiled all the way"]),
        ((2, 0), []),
    ],
)
def test_the_most_confident_come_first(cell: tuple[int, int] | None, texts: list[str]) -> None:
    results = Results(classified(1, HERE))
    assert [one.a for one in results.listed(cell)] == texts


def test_a_cell_of_another_task_is_none() -> None:
    results = Results(classified(1, HERE))
    assert not results.has((7, 1))
    assert len(results.listed((7, 1))) == 3
    assert results.heading((7, 1)) == "3 wrong, the most confident first"


def test_a_class_that_the_model_does_not_know_has_a_row() -> None:
    told = classified(1, HERE)
    odd = m.Judged("so", "", "sour", "good", 0.9, 0.0)
    results = Results(m.TaskJudged(1, HERE, None, told.labels, told.scores, [*told.examples, odd]))
    assert results.labels == ("good", "bad", "neither", "sour")
    assert results.counts[3].tolist() == [1, 0, 0, 0]


def test_answers_go_five_ways() -> None:
    results = Results(answered(1, HERE))
    assert results.kind is Kind.QA
    assert results.outcomes == [2, 1, 1, 1, 1]
    assert [one.a for one in results.listed((3, 0))] == ["Who danced?"]
    assert [one.a for one in results.listed((4, 0))] == ["Who slept?"]
    assert results.listed(None)[0].a == "Who slept?"
    assert verdict(results, results.listed((4, 0))[0]) == "said no answer · right The dog"


def test_numbers_that_are_furthest_off_come_first() -> None:
    results = Results(measured(1, HERE))
    assert results.kind is Kind.REGRESSION
    first = results.listed(None)[0]
    assert (first.a, surety(first)) == ("pair 3", "±0.30")


def test_scores_are_said_as_what_they_are() -> None:
    assert score_words(Score(Metric.ACCURACY, 0.875)) == "accuracy 88 %"
    assert score_words(Score(Metric.MATTHEWS, -0.25)) == "Matthews −0.250"
    told = classified(1, HERE, step=1200)
    assert summary(told) == "accuracy 57 % · F1 50 % · 7 examples · step 1,200"
