"""Examples that are drawn to train on, and those that are held out."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bertscope.task import Kind
from bertscope.text.tasks.drawing import draw_examples, hold_out
from bertscope.text.tasks.examples import Example, GoldAnswer

LABELS = st.lists(st.integers(0, 3), min_size=1, max_size=60)
SEEDS = st.integers(0, 100)


def _examples(labels: list[int]) -> list[Example]:
    return [Example(f"Text {number}", label=label) for number, label in enumerate(labels)]


@given(LABELS, SEEDS, st.integers(1, 70), st.integers(1, 70))
def test_fewer_are_the_first_of_more(labels: list[int], seed: int, one: int, other: int) -> None:
    train = _examples(labels)
    less, more = (draw_examples(train, count, seed) for count in sorted((one, other)))
    assert more[: len(less)] == less
    assert len(set(more)) == len(more) == min(max(one, other), len(train))


@given(LABELS, SEEDS)
def test_as_many_as_classes_hold_each(labels: list[int], seed: int) -> None:
    drawn = draw_examples(_examples(labels), len(set(labels)), seed)
    assert {example.label for example in drawn} == set(labels)


@pytest.mark.parametrize("count", [30, 100, 300])
def test_classes_keep_their_shares(count: int) -> None:
    drawn = draw_examples(_examples([0] * 700 + [1] * 200 + [2] * 100), count, 3)
    shares = Counter(example.label for example in drawn)
    wanted = [0.7 * count, 0.2 * count, 0.1 * count]
    assert all(abs(shares[label] - want) <= 2 for label, want in enumerate(wanted))


def test_other_seeds_draw_others_and_none_draws_all() -> None:
    train = _examples([0, 1] * 50)
    assert draw_examples(train, 10, 0) == draw_examples(train, 10, 0)
    assert draw_examples(train, 10, 0) != draw_examples(train, 10, 1)
    assert draw_examples(train, 0, 0) == train


@given(LABELS, SEEDS)
def test_what_is_held_out_is_not_trained_on(labels: list[int], seed: int) -> None:
    examples = _examples(labels)
    train, dev = hold_out(examples, Kind.CLASSIFICATION, seed)
    assert sorted(train + dev, key=lambda example: int(example.a[5:])) == examples
    assert {example.label for example in train} == set(labels)
    assert len(dev) <= max(1, round(len(labels) / 10))
    assert dev or max(Counter(labels).values()) == 1


def test_at_most_a_thousand_are_held_out() -> None:
    train, dev = hold_out(_examples([0, 1] * 10_000), Kind.CLASSIFICATION, 0)
    assert (len(train), len(dev)) == (19_000, 1_000)


def test_the_same_text_is_on_one_side() -> None:
    examples = [Example(f"Text {number % 5}", label=number % 2) for number in range(40)]
    for seed in range(10):
        train, dev = hold_out(examples, Kind.CLASSIFICATION, seed)
        assert dev
        assert not {example.a for example in train} & {example.a for example in dev}


def test_a_passage_is_on_one_side_unless_it_is_the_only_one() -> None:
    examples = [
        Example(f"Who {number}?", f"Passage {number % 4}", 0, answers=(GoldAnswer(0, "Passage"),))
        for number in range(20)
    ]
    for seed in range(10):
        train, dev = hold_out(examples, Kind.QA, seed)
        assert not {example.b for example in train} & {example.b for example in dev}
    train, dev = hold_out(examples[::4], Kind.QA, 0)
    assert (len(train), len(dev)) == (4, 1)
