"""Exact match and F1 of answers, by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bertscope.looks import Score
from bertscope.task import Metric
from bertscope.text.tasks.squad_scores import answer_f1, exact_match, normalised, score_answers

BOTH = [Metric.EXACT_MATCH, Metric.ANSWER_F1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Denver  Broncos.", "denver broncos"),
        ("a well-known\tU.S. state", "wellknown us state"),
        ("another theatre, an ant", "another theatre ant"),
        ("A.", ""),
        ("the a an", ""),
        ("“quoted”", "“quoted”"),
        ("Ärger — naïve", "ärger — naïve"),
        ("$1,000", "1000"),
        ("the-cat", "thecat"),
    ],
)
def test_normalisation(text: str, expected: str) -> None:
    assert normalised(text) == expected


@pytest.mark.parametrize(
    ("said", "gold", "exact", "f1"),
    [
        ("the Denver Broncos!", ["Denver Broncos"], 1, 1),
        # 2 words in common of 4 and 2.
        ("Denver Broncos football team", ["the Denver Broncos"], 0, 2 / 3),
        # A word counts as often as it stands in both: 2 of 3 and 2.
        ("New New York", ["New York"], 0, 4 / 5),
        ("Paris", ["London"], 0, 0),
        # The best of the right answers: 1 of 1 and 2, against 0.
        ("1066", ["in October", "October 1066"], 0, 2 / 3),
        ("October 1066", ["in October", "October 1066"], 1, 1),
        # The order of the words is nothing to F1.
        ("York New", ["New York"], 0, 1),
        # No answer.
        ("", [], 1, 1),
        ("", [""], 1, 1),
        ("Paris", [], 0, 0),
        ("", ["Paris"], 0, 0),
        # Nothing is left of "the": it is as no answer, on either side.
        ("the", [], 1, 1),
        ("", ["the"], 1, 1),
        ("", ["the", "Paris"], 0, 0),
    ],
)
def test_answers_by_hand(said: str, gold: list[str], exact: float, f1: float) -> None:
    assert exact_match(said, gold) == exact
    assert answer_f1(said, gold) == pytest.approx(f1)


def test_scores_are_means_over_the_questions() -> None:
    said = ["Denver Broncos football team", "", "a dog"]
    gold = [["the Denver Broncos"], [], ["the dog", "cat"]]
    assert score_answers(BOTH, said, gold) == [
        Score(Metric.EXACT_MATCH, pytest.approx(2 / 3)),
        Score(Metric.ANSWER_F1, pytest.approx((2 / 3 + 1 + 1) / 3)),
    ]
    assert score_answers(BOTH, [], []) == [Score(metric, 0.0) for metric in BOTH]


WORDS = st.lists(st.sampled_from(["the", "a", "dog", "Dog.", "cat", ",", "sat"]), max_size=6).map(
    " ".join
)


@given(WORDS, st.lists(WORDS, max_size=3), WORDS)
def test_more_right_answers_never_make_it_worse(said: str, gold: list[str], more: str) -> None:
    assert 0 <= exact_match(said, gold) <= answer_f1(said, gold) <= 1
    if normalised(" ".join(gold)) or not normalised(more):
        assert answer_f1(said, [*gold, more]) >= answer_f1(said, gold)
    assert exact_match(said.upper() + " the !", [said]) == 1
