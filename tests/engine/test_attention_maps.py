"""Small pictures of attention, against what a loop over all cells finds."""

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from torch import Tensor

from bertscope.engine.attention_maps import block_shares, thumbnails

LAYERS, HEADS = 2, 3


def attention_of(length: int) -> list[Tensor]:
    generator = torch.Generator().manual_seed(length)
    scores = torch.randn(LAYERS, HEADS, length, length, generator=generator)
    return list((3 * scores).softmax(-1))


def numbers(attention: list[Tensor]) -> NDArray[np.float32]:
    return torch.stack(attention).numpy()


@pytest.mark.parametrize("side", [5, 6, 48])
def test_a_short_pair_is_seen_as_it_is(side: int):
    attention = attention_of(5)
    np.testing.assert_array_equal(thumbnails(attention, side), numbers(attention))


@given(st.integers(2, 40), st.integers(1, 12))
def test_of_a_long_pair_each_cell_is_the_greatest_of_its_block(length: int, side: int):
    attention = attention_of(length)
    small = thumbnails(attention, side).numpy()
    side = min(side, length)
    assert small.shape == (LAYERS, HEADS, side, side)
    # numpy's own division into even parts has the same sizes, the longer ones first.
    starts = [i * length // side for i in range(side)]
    sizes = np.diff([*starts, length])
    assert sorted(sizes) == sorted(len(part) for part in np.array_split(range(length), side))
    whole = numbers(attention)
    for row, top in enumerate(starts):
        for column, left in enumerate(starts):
            block = whole[..., top : top + sizes[row], left : left + sizes[column]]
            np.testing.assert_array_equal(small[..., row, column], block.max((-2, -1)))


def test_the_longest_pair_loses_no_bright_cell():
    weights = torch.zeros(1, 512, 512)
    weights[0, 511, 0] = weights[0, 17, 300] = 1.0
    small = thumbnails([weights], 48)[0, 0]
    assert small.shape == (48, 48)
    assert small.sum() == 2
    assert small[47, 0] == 1


@given(st.lists(st.integers(0, 2), min_size=1, max_size=12))
def test_shares_are_what_a_loop_adds_up(sources: list[int]):
    attention = attention_of(len(sources))
    whole, expected = numbers(attention), np.zeros((LAYERS, HEADS, 3, 3))
    for row, source in enumerate(sources):
        for column, target in enumerate(sources):
            expected[:, :, source, target] += whole[:, :, row, column] / len(sources)
    found = block_shares(attention, sources).numpy()
    np.testing.assert_allclose(found, expected, atol=1e-6)
    np.testing.assert_allclose(found.sum((-2, -1)), 1, atol=1e-5)
