"""A tally is nothing but the plans that the same seeds draw, counted."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bertscope.text.masking import Action, MaskPlan, MaskRule, Unit, draw_plan
from bertscope.text.rolls import SEEDS, Tally, next_seed, seeds_from, tally

IDS = list(range(100, 111))
WORDS = [-1, 0, 1, 2, 3, -1, 4, 5, 6, 6, -1]
"""``[CLS] my dog is cute [SEP] he likes play ##ing [SEP]``."""

RULES = st.builds(
    MaskRule,
    rate=st.floats(0, 1),
    mask=st.floats(0, 0.6),
    random=st.floats(0, 0.4),
    unit=st.sampled_from(Unit),
)


def roll(rule: MaskRule, seed: int, words: list[int] = WORDS) -> MaskPlan:
    ids = list(range(100, 100 + len(words)))
    return draw_plan(rule, ids, words, mask_id=4, vocabulary_size=1000, key=(seed,))


def count(rule: MaskRule, seeds: list[int], words: list[int] = WORDS) -> Tally:
    ids = list(range(100, 100 + len(words)))
    return tally(rule, ids, words, mask_id=4, vocabulary_size=1000, seeds=seeds)


@settings(max_examples=50)
@given(rule=RULES, first=st.integers(0, SEEDS - 1), rolls=st.integers(1, 12))
def test_totals_agree_with_the_plans(rule: MaskRule, first: int, rolls: int) -> None:
    seeds = seeds_from(first, rolls)
    plans = [roll(rule, seed) for seed in seeds]
    counted = count(rule, seeds)
    chosen = Counter((p, c.action) for plan in plans for p, c in plan.chosen.items())
    for number, action in enumerate(Action):
        for position in range(len(WORDS)):
            assert counted.at_LA[position, number] == chosen[position, action]
        assert counted.counts[action] == sum(n for (_, done), n in chosen.items() if done is action)
    assert counted.drawn_RA.sum(axis=1).tolist() == [len(plan) for plan in plans]
    assert (counted.total, counted.rolls) == (chosen.total(), rolls)
    assert counted.at_LA.sum() == chosen.total()


@settings(max_examples=30)
@given(rule=RULES, words=st.lists(st.integers(-1, 4), min_size=1, max_size=9).map(sorted))
def test_running_shares_are_those_of_shorter_tallies(rule: MaskRule, words: list[int]) -> None:
    seeds = seeds_from(5, 6)
    running = count(rule, seeds, words).running
    for rolls in range(1, 7):
        shorter = count(rule, seeds[:rolls], words)
        if shorter.total:
            shares = [n / shorter.total for n in shorter.counts.values()]
            assert running[rolls - 1] == pytest.approx(shares)
        else:
            assert np.isnan(running[rolls - 1]).all()


@given(rule=RULES, split=st.integers(0, 8))
def test_slices_follow_each_other(rule: MaskRule, split: int) -> None:
    seeds = seeds_from(3, 8)
    joined = count(rule, seeds[:split]).followed_by(count(rule, seeds[split:]))
    whole = count(rule, seeds)
    assert np.array_equal(joined.at_LA, whole.at_LA)
    assert np.array_equal(joined.drawn_RA, whole.drawn_RA)


def test_80_10_10_emerges_from_a_thousand_rolls() -> None:
    counted = count(MaskRule(rate=0.5), seeds_from(0, 1000))
    shares = {action: n / counted.total for action, n in counted.counts.items()}
    # Four of eight tokens a roll, 4,000 draws: four standard deviations of 80 % are 2.5 %.
    assert shares[Action.MASK] == pytest.approx(0.8, abs=0.025)
    assert shares[Action.RANDOM] == pytest.approx(0.1, abs=0.02)
    assert shares[Action.KEEP] == pytest.approx(0.1, abs=0.02)
    assert not counted.at_LA[[0, 5, 10]].any()


def test_nothing_to_choose_is_nothing_chosen() -> None:
    counted = count(MaskRule(), seeds_from(0, 3), [-1, -1])
    assert (counted.total, counted.rolls) == (0, 3)
    assert np.isnan(counted.running).all()


def test_after_the_last_seed_comes_the_first() -> None:
    assert seeds_from(SEEDS - 2, 4) == [SEEDS - 2, SEEDS - 1, 0, 1]
    assert next_seed(SEEDS - 1) == 0
    assert seeds_from(7, 1) == [7]


def test_a_tally_of_no_roll_has_a_row_a_token() -> None:
    none = Tally.none(len(IDS))
    assert (none.rolls, none.total, len(none.at_LA)) == (0, 0, len(IDS))
