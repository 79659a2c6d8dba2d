"""A mask plan follows its tokens through edits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bertscope.text.carry import carry_plan
from bertscope.text.masking import Action, Chosen, MaskPlan
from bertscope.text.pair import Pair, encode_pair
from bertscope.text.tokenizer import SPECIAL_TOKENS, WordPieceTokenizer

LETTERS = WordPieceTokenizer([*SPECIAL_TOKENS, *"abcd"])
WORDS = st.lists(st.sampled_from("abcd"), max_size=8).map(" ".join)


def read(a: str, b: str = "") -> Pair:
    return encode_pair(LETTERS, a, b, 64)


def mask(*positions: int) -> MaskPlan:
    return MaskPlan({p: Chosen(Action.MASK, LETTERS.mask_id) for p in positions})


@pytest.mark.parametrize(
    ("before", "after", "positions", "kept"),
    [
        ("a b c", "a b c d", (1, 3), (1, 3)),
        ("a b c", "d a b c", (1, 3), (2, 4)),
        ("a b c", "a d c", (1, 2, 3), (1, 3)),
        ("a b c", "", (1, 2), ()),
        ("a a a", "a a", (3,), ()),
    ],
)
def test_what_outlives_an_edit_keeps_its_choice(
    before: str, after: str, positions: tuple[int, ...], kept: tuple[int, ...]
) -> None:
    assert carry_plan(mask(*positions), read(before), read(after)).positions == kept


def test_masks_in_b_move_with_a() -> None:
    plan = carry_plan(mask(3), read("a", "b"), read("a c d", "b"))
    assert plan.positions == (5,)


@given(st.tuples(WORDS, WORDS, WORDS, WORDS))
def test_carried_masks_stand_on_the_same_tokens(words: tuple[str, str, str, str]) -> None:
    before, after = read(words[0], words[1]), read(words[2], words[3])
    carried = carry_plan(mask(*before.maskable), before, after)
    assert set(carried.positions) <= set(after.maskable)
    assert len(carried) <= len(before.maskable)
    if words[:2] == words[2:]:
        assert carried.positions == before.maskable
