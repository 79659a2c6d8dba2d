"""BERT's 15 % and 80/10/10, whole words and SpanBERT's spans, judged over many drawn rows."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bertscope.errors import TextError
from bertscope.text.masking import Action, Chosen, MaskPlan, MaskRule, Unit, draw_plan

MASK_ID, VOCABULARY_SIZE = 4, 50_000
WORD_LENGTHS = (1, 1, 2, 1, 3, 1, 1, 2)


def _row(word_lengths: Sequence[int]) -> tuple[list[int], list[int]]:
    """Ids and words of ``[CLS] A [SEP] B [SEP]``, the words divided evenly between A and B."""
    words = [-1]
    for number, length in enumerate(word_lengths):
        if number == len(word_lengths) // 2:
            words.append(-1)
        words += [number] * length
    words.append(-1)
    return list(range(100, 100 + len(words))), words


def _draw(
    rule: MaskRule, row: tuple[list[int], list[int]], *key: int, vocabulary_size: int = 50_000
) -> MaskPlan:
    ids, words = row
    return draw_plan(rule, ids, words, mask_id=MASK_ID, vocabulary_size=vocabulary_size, key=key)


def _spans(plan: MaskPlan) -> Iterator[list[int]]:
    """Runs of neighbouring chosen positions."""
    run: list[int] = []
    for position in plan.positions:
        if run and position != run[-1] + 1:
            yield run
            run = []
        run.append(position)
    if run:
        yield run


@pytest.mark.parametrize("unit", list(Unit))
def test_shares_of_mask_random_and_keep(unit: Unit) -> None:
    row = _row(WORD_LENGTHS * 8)
    counts: Counter[Action] = Counter()
    groups = 0
    for seed in range(600):
        plan = _draw(MaskRule(unit=unit), row, seed)
        counts.update(choice.action for choice in plan.chosen.values())
        groups += sum(1 for _ in _spans(plan)) if unit is Unit.SPAN else len(plan)
    total = counts.total()
    # In spans one draw decides on several tokens, so the deviation is that of fewer draws.
    for action, share in ((Action.MASK, 0.8), (Action.RANDOM, 0.1), (Action.KEEP, 0.1)):
        sigma = (share * (1 - share) / groups) ** 0.5 * (1.5 if unit is Unit.SPAN else 1)
        assert abs(counts[action] / total - share) < 4 * sigma


def test_each_real_position_is_chosen_equally_often() -> None:
    row = _row((1,) * 40)
    rows = 4000
    counts: Counter[int] = Counter()
    for seed in range(rows):
        counts.update(_draw(MaskRule(), row, seed).positions)
    real = [i for i, word in enumerate(row[1]) if word >= 0]
    assert set(counts) == set(real)
    sigma = (0.15 * 0.85 / rows) ** 0.5
    assert all(abs(counts[i] / rows - 0.15) < 4.5 * sigma for i in real)


def test_random_tokens_come_from_the_whole_vocabulary() -> None:
    row = _row((1,) * 100)
    rule = MaskRule(rate=1.0, mask=0.0, random=1.0)
    drawn = [
        choice.token_id
        for seed in range(20)
        for choice in _draw(rule, row, seed, vocabulary_size=20).chosen.values()
    ]
    counts = Counter(drawn)
    assert set(counts) == set(range(20))
    assert all(abs(count - 100) < 45 for count in counts.values())


@given(
    rate=st.floats(0, 1),
    mask=st.floats(0, 1),
    unit=st.sampled_from(Unit),
    lengths=st.lists(st.integers(1, 5), max_size=30),
    seed=st.integers(0, 2**32),
)
def test_what_holds_for_every_plan(
    rate: float, mask: float, unit: Unit, lengths: list[int], seed: int
) -> None:
    row = _row(lengths)
    ids, words = row
    rule = MaskRule(rate=rate, mask=mask, random=(1 - mask) / 2, unit=unit).check()
    plan = _draw(rule, row, seed)
    real = sum(word >= 0 for word in words)
    budget = min(real, max(1, round(rate * real))) if rate > 0 else 0
    assert len(plan) <= budget
    if unit is Unit.TOKEN or set(lengths) <= {1}:
        assert len(plan) == budget
    assert list(plan.positions) == sorted(plan.chosen)
    assert all(words[position] >= 0 for position in plan.positions)
    if unit is not Unit.TOKEN:
        chosen_words = {words[position] for position in plan.positions}
        assert plan.positions == tuple(i for i, word in enumerate(words) if word in chosen_words)
    masked = plan.apply(ids)
    for position, (before, after) in enumerate(zip(ids, masked, strict=True)):
        choice = plan.chosen.get(position)
        if choice is None or choice.action is Action.KEEP:
            assert after == before
        elif choice.action is Action.MASK:
            assert after == MASK_ID
        else:
            assert 0 <= after < VOCABULARY_SIZE


def test_a_plan_depends_on_its_whole_key_alone() -> None:
    row = _row(WORD_LENGTHS * 4)
    rule = MaskRule()
    plan = _draw(rule, row, 1, 2, 3)
    _draw(rule, row, 9)
    assert _draw(rule, row, 1, 2, 3) == plan
    others = [_draw(rule, row, *key) for key in ((1, 2, 4), (1, 3, 3), (2, 2, 3), (1,))]
    assert all(other != plan for other in others)


def test_a_whole_word_that_passes_the_budget_is_passed_over() -> None:
    row = _row((4, 4, 4, 1, 4, 4))  # 21 tokens: a budget of 3
    for seed in range(50):
        assert _draw(MaskRule(unit=Unit.WORD), row, seed).positions == (14,)


def test_span_lengths_are_spanberts() -> None:
    # Joshi et al. 2019, section 3.1: geometric, p = 0.2, at most 10 words, mean 3.8.
    words = 4000
    row = _row((1,) * words)
    lengths: list[int] = []
    for seed in range(40):
        # So few that two spans rarely touch.
        lengths += map(len, _spans(_draw(MaskRule(rate=0.02, unit=Unit.SPAN), row, seed)))
    assert sum(lengths) / len(lengths) == pytest.approx(3.8, abs=0.35)
    assert Counter(lengths).most_common(1)[0][0] == 1
    assert sum(length > 10 for length in lengths) < 0.03 * len(lengths)


def test_a_span_is_replaced_as_one_and_never_crosses_sep() -> None:
    row = _row((1,) * 12)
    sep = row[1].index(-1, 1)
    for seed in range(300):
        plan = _draw(MaskRule(rate=0.1, unit=Unit.SPAN), row, seed)
        assert len({choice.action for choice in plan.chosen.values()}) == 1
        assert sep not in plan.chosen
        plan = _draw(MaskRule(rate=0.9, unit=Unit.SPAN), row, seed)
        assert sep not in plan.chosen


def test_editing_makes_a_new_plan() -> None:
    plan = MaskPlan({5: Chosen(Action.KEEP, 9)})
    edited = plan.with_choice(2, Chosen(Action.MASK, MASK_ID))
    assert plan.positions == (5,)
    assert edited.positions == (2, 5)
    assert edited.apply([10, 11, 12, 13, 14, 9]) == [10, 11, MASK_ID, 13, 14, 9]
    assert edited.with_choice(2, None) == plan
    assert plan.with_choice(7, None) == plan
    replaced = edited.with_choice(5, Chosen(Action.RANDOM, 77))
    assert replaced.apply([0] * 6) == [0, 0, MASK_ID, 0, 0, 77]
    assert all(a < b for a, b in pairwise(replaced.chosen))


@pytest.mark.parametrize("position", [-1, 3])
def test_a_position_outside_the_pair_is_refused(position: int) -> None:
    with pytest.raises(TextError, match="positions 0 to 2"):
        MaskPlan({position: Chosen(Action.MASK, MASK_ID)}).apply([1, 2, 3])


@pytest.mark.parametrize(
    "rule",
    [
        MaskRule(rate=1.1),
        MaskRule(mask=-0.1),
        MaskRule(mask=0.8, random=0.3),
        MaskRule(rate=float("nan")),
    ],
)
def test_impossible_rules_are_refused(rule: MaskRule) -> None:
    with pytest.raises(TextError):
        rule.check()


def test_what_is_neither_mask_nor_random_is_kept() -> None:
    assert MaskRule().keep == pytest.approx(0.1)
    assert MaskRule(mask=0.9, random=0.1).check().keep == 0.0
