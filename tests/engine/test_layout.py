"""Tokens in a flat row and in padded rows: there and back, with gradients."""

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from bertscope.engine.layout import ROUND, Layout


@pytest.mark.parametrize("bf16", [False, True])
@given(lengths=st.lists(st.integers(1, 40), min_size=1, max_size=6))
def test_tokens_go_to_their_places_and_back(lengths: list[int], bf16: bool):
    rows, length = len(lengths), max(lengths)
    with torch.autocast("cpu", torch.bfloat16, enabled=bf16):
        layout = Layout.of(torch.zeros(rows, length, dtype=torch.long), torch.tensor(lengths))
    places_BL = torch.arange(rows * length).view(rows, length)
    place_T = layout.flat(places_BL)
    x_TD = torch.randn(len(place_T), 3, dtype=torch.float64)

    x_BLD = layout.in_rows(x_TD)

    expected = torch.zeros(rows * length, 3, dtype=torch.float64)
    expected[place_T] = x_TD
    assert torch.equal(x_BLD, expected.view(rows, length, 3))
    assert torch.equal(layout.in_row(x_BLD), x_TD)
    assert torch.equal(layout.in_row(layout.spread(x_TD)), x_TD)
    assert torch.equal(x_TD[layout.start_B], x_BLD[:, 0])
    real = torch.cat([row[:own] for row, own in zip(places_BL, lengths, strict=True)])
    assert torch.equal(place_T[layout.in_flat(real)], real)
    # Round in bf16, as far as there is padding to fill it up with, and never more than that.
    multiple = ROUND if bf16 else 1
    assert len(place_T) % multiple == 0 or len(place_T) == rows * length
    assert len(place_T) < sum(lengths) + multiple


def test_gradients_of_both_ways_are_right():
    lengths = [20, 50, 7]
    layout = Layout.of(torch.zeros(3, 50, dtype=torch.long), torch.tensor(lengths))
    assert layout.place_T is not None
    tokens = len(layout.place_T)
    x_TD = torch.randn(tokens, 2, dtype=torch.float64, requires_grad=True)
    x_BLD = torch.randn(3, 50, 2, dtype=torch.float64, requires_grad=True)
    assert tokens == sum(lengths)
    assert torch.autograd.gradcheck(layout.in_rows, (x_TD,))
    assert torch.autograd.gradcheck(layout.in_row, (x_BLD,))


def test_what_stands_at_padding_gives_no_gradient():
    layout = Layout.of(torch.zeros(2, 3, dtype=torch.long), torch.tensor([1, 3]))
    x_TD = torch.randn(4, 5, requires_grad=True)
    given_BLD = torch.randn(2, 3, 5)
    torch.autograd.backward(layout.spread(x_TD), given_BLD)
    assert x_TD.grad is not None
    assert torch.equal(x_TD.grad, layout.in_row(given_BLD))


def test_full_rows_are_not_copied():
    layout = Layout.of(torch.zeros(2, 3, dtype=torch.long), None)
    x_TD = torch.randn(6, 5)
    assert layout.in_rows(x_TD).data_ptr() == x_TD.data_ptr()
    assert layout.spread(x_TD).data_ptr() == x_TD.data_ptr()
    assert layout.in_row(layout.in_rows(x_TD)).data_ptr() == x_TD.data_ptr()
    assert layout.scores_padding(like=x_TD) is None
