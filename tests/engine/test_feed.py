"""Steps are fed by what their rows are alone, however these were asked for."""

import msgspec
import pytest
import torch

from bertscope.engine.distributed import Ranks
from bertscope.engine.feed import Feed, Rows, Work
from bertscope.engine.masked_pairs import MaskedRows
from bertscope.recipe import Recipe
from bertscope.text.masking import MaskRule
from bertscope.text.pairs import PairRows

RECIPE = Recipe(batch_size=6, seed=3)
EVERYTHING = MaskRule(rate=1.0)


@pytest.fixture
def feed(pair_rows: PairRows) -> Feed:
    return new_feed(pair_rows)


def new_feed(pair_rows: PairRows) -> Feed:
    return Feed(
        lambda _: MaskedRows(pair_rows, RECIPE.seed), RECIPE.seed, torch.device("cpu"), Ranks()
    )


def same(first: Work, second: Work) -> bool:
    return first[1:] == second[1:] and all(
        torch.equal(one.ids_BL, other.ids_BL) and torch.equal(one.chosen_M, other.chosen_M)
        for one, other in zip(first.parts, second.parts, strict=True)
    )


def test_batches_follow_each_other_and_an_epochs_rest_is_left_out(feed: Feed, pair_rows: PairRows):
    end = len(pair_rows)
    assert feed.rows_from(0, 0, RECIPE, 4) == Rows(0, 0, 6, RECIPE.mask, 4)
    assert feed.rows_from(0, end - 6, RECIPE, 4)[:3] == (0, end - 6, end)
    assert feed.rows_from(0, end - 5, RECIPE, 4)[:3] == (1, 0, 6)
    large = msgspec.structs.replace(RECIPE, batch_size=end + 1)
    assert feed.rows_from(0, 0, large, 4)[:3] == (0, 0, end)


def test_what_is_prepared_ahead_is_what_it_would_be_alone(feed: Feed, pair_rows: PairRows):
    rows = [Rows(0, first, first + 6, RECIPE.mask, 4) for first in (0, 6, 12)]
    for one in rows:
        assert same(feed.take(one, last=one is rows[-1]), new_feed(pair_rows).take(one, last=True))


@pytest.mark.parametrize(
    "wanted",
    [
        Rows(0, 6, 12, EVERYTHING, 4),
        Rows(0, 6, 9, RECIPE.mask, 4),
        Rows(0, 6, 12, RECIPE.mask, 2),
        Rows(1, 6, 12, RECIPE.mask, 4),
    ],
)
def test_work_that_was_prepared_for_other_choices_is_dropped(
    feed: Feed, pair_rows: PairRows, wanted: Rows
):
    feed.take(Rows(0, 0, 6, RECIPE.mask, 4), last=False)
    expected = feed.peek(Rows(0, 6, 12, RECIPE.mask, 4))
    found = feed.take(wanted, last=False)
    assert same(found, new_feed(pair_rows).take(wanted, last=True))
    assert len(found.parts) != len(expected.parts) or not same(found, expected)


def test_who_peeks_sees_the_very_work_that_is_done(feed: Feed):
    rows = feed.rows_from(0, 0, RECIPE, 4)
    seen = feed.peek(rows)
    assert feed.peek(rows) is seen
    assert feed.take(rows, last=True) is seen
