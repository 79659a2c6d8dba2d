"""Tokens in a flat row and in padded rows: there and back, with gradients."""

import torch
from hypothesis import given
from hypothesis import strategies as st

from bertscope.engine.layout import Layout


@given(st.lists(st.integers(1, 7), min_size=1, max_size=5))
def test_tokens_go_to_their_places_and_back(lengths: list[int]):
    lengths_B = torch.tensor(lengths)
    rows, length = len(lengths), max(lengths)
    layout = Layout.of(torch.zeros(rows, length, dtype=torch.long), lengths_B)
    x_TD = torch.randn(sum(lengths), 3, dtype=torch.float64)

    x_BLD = layout.in_rows(x_TD)

    expected = torch.zeros(rows, length, 3, dtype=torch.float64)
    for b, part in enumerate(x_TD.split(lengths)):
        expected[b, : len(part)] = part
    assert torch.equal(x_BLD, expected)
    assert torch.equal(layout.in_row(x_BLD), x_TD)
    places_BL = torch.arange(rows * length).view(rows, length)
    assert torch.equal(layout.in_flat(layout.flat(places_BL)), torch.arange(sum(lengths)))
    assert torch.equal(x_TD[layout.start_B], expected[:, 0])


def test_gradients_of_both_ways_are_right():
    layout = Layout.of(torch.zeros(3, 4, dtype=torch.long), torch.tensor([2, 4, 1]))
    x_TD = torch.randn(7, 2, dtype=torch.float64, requires_grad=True)
    x_BLD = torch.randn(3, 4, 2, dtype=torch.float64, requires_grad=True)
    assert torch.autograd.gradcheck(layout.in_rows, (x_TD,))
    assert torch.autograd.gradcheck(layout.in_row, (x_BLD,))


def test_full_rows_are_not_copied():
    layout = Layout.of(torch.zeros(2, 3, dtype=torch.long), None)
    x_TD = torch.randn(6, 5)
    assert layout.in_rows(x_TD).data_ptr() == x_TD.data_ptr()
    assert layout.in_row(layout.in_rows(x_TD)).data_ptr() == x_TD.data_ptr()
    assert layout.scores_padding(like=x_TD) is None
