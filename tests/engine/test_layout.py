"""Tokens in a flat row and in padded rows: there and back, with gradients."""

import torch
from hypothesis import given
from hypothesis import strategies as st

from bertscope.engine.layout import ROUND, Layout


@given(st.lists(st.integers(1, 40), min_size=1, max_size=6))
def test_tokens_go_to_their_places_and_back(lengths: list[int]):
    rows, length = len(lengths), max(lengths)
    layout = Layout.of(torch.zeros(rows, length, dtype=torch.long), torch.tensor(lengths))
    places_BL = torch.arange(rows * length).view(rows, length)
    place_T = layout.flat(places_BL)
    x_TD = torch.randn(len(place_T), 3, dtype=torch.float64)

    x_BLD = layout.in_rows(x_TD)

    expected = torch.zeros(rows * length, 3, dtype=torch.float64)
    expected[place_T] = x_TD
    assert torch.equal(x_BLD, expected.view(rows, length, 3))
    assert torch.equal(layout.in_row(x_BLD), x_TD)
    assert torch.equal(x_TD[layout.start_B], x_BLD[:, 0])
    real = torch.cat([row[:own] for row, own in zip(places_BL, lengths, strict=True)])
    assert torch.equal(place_T[layout.in_flat(real)], real)
    # Round, as far as there is padding to fill it up with, and never more than that.
    assert len(place_T) % ROUND == 0 or len(place_T) == rows * length
    assert len(place_T) < sum(lengths) + ROUND


def test_gradients_of_both_ways_are_right():
    layout = Layout.of(torch.zeros(3, 50, dtype=torch.long), torch.tensor([20, 50, 7]))
    assert layout.place_T is not None
    tokens = len(layout.place_T)
    x_TD = torch.randn(tokens, 2, dtype=torch.float64, requires_grad=True)
    x_BLD = torch.randn(3, 50, 2, dtype=torch.float64, requires_grad=True)
    assert tokens == 2 * ROUND
    assert torch.autograd.gradcheck(layout.in_rows, (x_TD,))
    assert torch.autograd.gradcheck(layout.in_row, (x_BLD,))


def test_full_rows_are_not_copied():
    layout = Layout.of(torch.zeros(2, 3, dtype=torch.long), None)
    x_TD = torch.randn(6, 5)
    assert layout.in_rows(x_TD).data_ptr() == x_TD.data_ptr()
    assert layout.in_row(layout.in_rows(x_TD)).data_ptr() == x_TD.data_ptr()
    assert layout.scores_padding(like=x_TD) is None
