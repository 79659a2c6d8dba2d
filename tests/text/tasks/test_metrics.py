"""Metrics against values computed by hand, and what must not change them."""

import math
import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bertscope.looks import Score
from bertscope.task import Metric
from bertscope.text.tasks.metrics import confusion, score_classes, score_values

OF_CLASSES = [Metric.ACCURACY, Metric.F1, Metric.MATTHEWS]
OF_VALUES = [Metric.PEARSON, Metric.SPEARMAN]


def classes_of(right: list[int], said: list[int], classes: int) -> list[float]:
    return [score.value for score in score_classes(OF_CLASSES, right, said, classes)]


def values_of(right: list[float], said: list[float]) -> list[float]:
    return [score.value for score in score_values(OF_VALUES, right, said)]


def test_two_classes_by_hand() -> None:
    # TP 2, FN 1, FP 1, TN 4: F1 4 / 6, Matthews (2 * 4 - 1 * 1) / sqrt(3 * 3 * 5 * 5).
    right, said = [1, 1, 1, 0, 0, 0, 0, 0], [1, 1, 0, 0, 0, 0, 0, 1]
    assert classes_of(right, said, 2) == pytest.approx([6 / 8, 2 / 3, 7 / 15])


def test_three_classes_by_hand() -> None:
    # F1 1, 2 / 3 and 4 / 5; R_K (4 * 5 - 9) / sqrt((25 - 11) (25 - 9)).
    expected = [4 / 5, (1 + 2 / 3 + 4 / 5) / 3, 11 / math.sqrt(14 * 16)]
    assert classes_of([0, 1, 2, 2, 1], [0, 2, 2, 2, 1], 3) == pytest.approx(expected)


def test_f1_is_of_the_second_of_two_classes() -> None:
    assert score_classes([Metric.F1], [0, 0, 0, 1], [0, 0, 0, 0], 2) == [Score(Metric.F1, 0.0)]
    assert score_classes([Metric.F1], [1, 1, 1, 0], [1, 1, 1, 1], 2)[0].value == 6 / 7


def test_macro_f1_leaves_out_classes_that_occur_nowhere() -> None:
    assert classes_of([0, 2], [0, 2], 4)[1] == 1
    assert classes_of([0, 2], [0, 3], 4)[1] == pytest.approx(1 / 3)


def test_the_confusion_has_a_row_for_each_right_class() -> None:
    assert confusion([0, 0, 1, 2], [1, 1, 1, 0], 3).tolist() == [[0, 2, 0], [0, 1, 0], [1, 0, 0]]


def test_metrics_come_in_the_order_asked_for() -> None:
    scores = score_classes([Metric.MATTHEWS, Metric.ACCURACY], [0, 1], [0, 1], 2)
    assert scores == [Score(Metric.MATTHEWS, 1.0), Score(Metric.ACCURACY, 1.0)]


@pytest.mark.parametrize(("right", "said"), [([], []), ([1, 1], [0, 0])])
def test_classes_where_it_is_undefined(right: list[int], said: list[int]) -> None:
    assert classes_of(right, said, 2) == [0, 0, 0]


def test_one_class_alone_has_no_correlation() -> None:
    assert classes_of([1, 1], [1, 1], 2) == [1, 1, 0]
    assert classes_of([0, 0], [0, 0], 3) == [1, 1, 0]


CLASSES = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=30)


@given(CLASSES, st.permutations(range(4)))
def test_names_of_classes_and_order_of_examples_change_nothing(
    pairs: list[tuple[int, int]], name: list[int]
) -> None:
    right, said = map(list, zip(*pairs, strict=True))
    renamed = random.Random(0).sample([(name[r], name[s]) for r, s in pairs], len(pairs))
    other_right, other_said = map(list, zip(*renamed, strict=True))
    expected = classes_of(right, said, 4)
    assert classes_of(other_right, other_said, 4) == pytest.approx(expected, abs=1e-12)


@given(st.lists(st.integers(0, 1), min_size=1), st.data())
def test_matthews_of_two_classes_is_pearsons_of_0_and_1(
    right: list[int], data: st.DataObject
) -> None:
    said = data.draw(st.lists(st.integers(0, 1), min_size=len(right), max_size=len(right)))
    pearson = values_of([float(r) for r in right], [float(s) for s in said])[0]
    assert classes_of(right, said, 2)[2] == pytest.approx(pearson, abs=1e-9)


def test_correlations_by_hand() -> None:
    # Pearson: products 3.5 over sqrt(2 * 6.5); ranks 1, 2.5, 2.5, 4 against 1, 3, 2, 4.
    right, said = [1.0, 2.0, 2.0, 3.0], [1.0, 3.0, 2.0, 4.0]
    expected = [3 / math.sqrt(2 * 5), 4.5 / math.sqrt(4.5 * 5)]
    assert values_of(right, said) == pytest.approx(expected)


def test_ranks_see_order_alone() -> None:
    pearson, spearman = values_of([0.0, 1.0, 2.0, 3.0], [0.0, 1.0, 10.0, 1000.0])
    assert spearman == pytest.approx(1)
    assert pearson < 0.8


@pytest.mark.parametrize(
    ("right", "said"),
    [
        ([], []),
        ([2.5], [2.5]),
        ([1.0, 2.0, 3.0], [0.1, 0.1, 0.1]),
        ([0.7, 0.7, 0.7], [1.0, 2.0, 3.0]),
        ([1.0, 2.0], [math.nan, 1.0]),
        ([1.0, 2.0], [math.inf, 1.0]),
    ],
)
def test_values_where_it_is_undefined(right: list[float], said: list[float]) -> None:
    assert values_of(right, said) == [0, 0]


VALUES = st.lists(
    st.tuples(st.integers(-50, 50), st.integers(-50, 50)), min_size=2, max_size=30
).filter(lambda pairs: all(len(set(side)) > 1 for side in zip(*pairs, strict=True)))


@given(VALUES, st.floats(0.1, 100), st.floats(-100, 100))
def test_scale_and_origin_change_no_correlation(
    pairs: list[tuple[int, int]], scale: float, origin: float
) -> None:
    right, said = (np.array(side, float) for side in zip(*pairs, strict=True))
    expected = values_of(right.tolist(), said.tolist())
    assert values_of((scale * right + origin).tolist(), said.tolist()) == pytest.approx(
        expected, abs=1e-6
    )
    mirrored = values_of(right.tolist(), (-said).tolist())
    assert mirrored == pytest.approx([-value for value in expected], abs=1e-9)
    assert values_of(right.tolist(), right.tolist()) == pytest.approx([1, 1])
    cubes = values_of((right**3).tolist(), said.tolist())
    assert cubes[1] == pytest.approx(expected[1], abs=1e-9)


@given(VALUES)
def test_pearson_is_what_numpy_has(pairs: list[tuple[int, int]]) -> None:
    right, said = (np.array(side, float) for side in zip(*pairs, strict=True))
    expected = np.corrcoef(right, said)[0, 1]
    assert values_of(right.tolist(), said.tolist())[0] == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize("classes", [2, 3])
def test_a_score_can_be_sent_and_written(classes: int) -> None:
    right, said = [0, 1, 1], [0, 1, 0]
    scores = score_classes(OF_CLASSES, right, said, classes) + score_values(OF_VALUES, right, said)
    assert [type(score.value) for score in scores] == [float] * 5
