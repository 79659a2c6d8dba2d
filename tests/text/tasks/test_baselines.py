"""Simple rules on labelled data, against hand-computed scores."""

import pytest

from bertscope.task import BUILT_IN_TASKS, Columns, Kind, Metric, Task
from bertscope.text.tasks.baselines import MAJORITY, MEAN, NO_ANSWER, OVERLAP, baselines
from bertscope.text.tasks.examples import Example, GoldAnswer, TaskData
from bertscope.text.tasks.opening import open_task


def data(kind: Kind, metric: Metric, train: list[Example], dev: list[Example]) -> TaskData:
    labels = ("bad", "good") if kind is Kind.CLASSIFICATION else ()
    return TaskData("", kind, labels, (metric,), train, dev, [], Columns(), (), (), ())


def test_a_sentence_is_what_the_training_sentence_with_most_words_in_common_is():
    train = [
        Example("the dog was good", label=1),
        Example("the cat was bad", label=0),
        Example("rain again", label=0),
    ]
    dev = [
        Example("The dog was here", label=1),
        Example("A cat, was it bad?", label=0),
        Example("The dog was bad", label=0),  # 3 of 5 words of the first, 3 of 5 of the second
        Example("nothing in common", label=0),
    ]
    scores = dict(baselines(data(Kind.CLASSIFICATION, Metric.ACCURACY, train, dev)))
    assert scores == {MAJORITY: 3 / 4, OVERLAP: 2 / 4}


def test_a_pair_is_what_most_training_pairs_of_its_overlap_are():
    train = [
        Example("a b c", "a b c", label=1),
        Example("d e f", "d e f", label=1),
        Example("a b c", "x y z", label=0),
        Example("a b", "x y", label=0),
        Example("g h", "i j", label=0),
    ]
    dev = [
        Example("p q", "p q", label=1),
        Example("p q", "r s", label=0),
        Example("p q r", "q s t", label=1),  # of an overlap that training has not
    ]
    scores = dict(baselines(data(Kind.CLASSIFICATION, Metric.ACCURACY, train, dev)))
    assert scores == {MAJORITY: pytest.approx(1 / 3), OVERLAP: pytest.approx(2 / 3)}


def test_values_of_pairs_are_the_mean_of_their_overlap():
    train = [Example("a", "a", value=4.0), Example("a", "a", value=5.0), Example("a", "b", value=1)]
    dev = [Example("c d", "c d", value=5.0), Example("c", "e", value=0.0)]
    scores = dict(baselines(data(Kind.REGRESSION, Metric.PEARSON, train, dev)))
    assert scores == {MEAN: 0.0, OVERLAP: pytest.approx(1.0)}


def test_an_answer_is_what_is_new_in_the_sentence_that_has_most_of_the_question():
    passage = "Ben sang. Anna bought a lamp at the market. It rained."
    dev = [
        Example("What did Anna buy at the market?", passage, answers=(GoldAnswer(24, "a lamp"),)),
        Example("Who sang?", passage, answers=(GoldAnswer(0, "Ben"),)),
        Example("Who sold the hat?", passage),
        Example("Who?", "", label=0),
    ]
    scores = dict(baselines(data(Kind.QA, Metric.ANSWER_F1, dev, dev)))
    # "bought a lamp" has both words of "a lamp" but for the article: F1 2/3; "Ben" is right, the
    # empty answer to an empty passage too.
    assert scores == {NO_ANSWER: 2 / 4, OVERLAP: pytest.approx((2 / 3 + 1 + 0 + 1) / 4)}


def test_without_a_dev_part_there_are_no_scores():
    assert baselines(data(Kind.CLASSIFICATION, Metric.ACCURACY, [Example("a", label=0)], [])) == ()


@pytest.mark.parametrize(
    ("name", "least", "most"),
    [("feelings", 0.5, 0.75), ("follows", 1 / 3, 0.5), ("who-what-where", 0.2, 0.4)],
)
def test_rules_leave_room_on_the_data_that_ships(name: str, least: float, most: float):
    assert name in BUILT_IN_TASKS
    for _, score in baselines(open_task(Task(data=name))):
        assert least <= score <= most
