"""Neighbours and the map of the token embeddings, against numpy's ways to the same."""

import numpy as np
import pytest
import torch
from hypothesis import assume, given
from hypothesis import strategies as st
from torch import Tensor

from bertscope.engine.vocabulary_map import map_table, nearest
from bertscope.errors import ModelError


def table_of(rows: int, width: int, seed: int = 0) -> Tensor:
    generator = torch.Generator().manual_seed(seed)
    stretch = torch.linspace(3, 0.5, width)
    return torch.randn(rows, width, generator=generator) * stretch + stretch.flip(0)


def neighbours(table: Tensor, token: int) -> list[tuple[int, float]]:
    return nearest(table, torch.linalg.vector_norm(table, dim=1), token)


# --- Neighbours -------------------------------------------------------------------------------


@given(st.integers(2, 60), st.integers(2, 20), st.data())
def test_they_are_what_a_loop_finds(rows: int, width: int, data: st.DataObject):
    table = table_of(rows, width, data.draw(st.integers(0, 99)))
    token = data.draw(st.integers(0, rows - 1))
    exact = table.double().numpy()
    cosines = {
        i: row @ exact[token] / np.linalg.norm(row) / np.linalg.norm(exact[token])
        for i, row in enumerate(exact)
        if i != token
    }
    best = sorted(cosines, key=lambda i: (-cosines[i], i))[:10]
    found = neighbours(table, token)
    assert [i for i, _ in found] == best
    np.testing.assert_allclose([cosine for _, cosine in found], [cosines[i] for i in best])


@pytest.mark.parametrize("width", [7, 64, 768])
def test_equally_near_ones_stand_by_their_ids(width: int):
    table = table_of(4, width)[torch.arange(1003) % 4]
    found = neighbours(table, 40)
    assert [i for i, _ in found] == [i for i in range(0, 44, 4) if i != 40][:10]
    assert {round(cosine, 12) for _, cosine in found} == {1.0}


def test_zeros_have_no_direction():
    table = torch.tensor([[1.0, 0], [0, 0], [-1, 0.5]])
    assert [i for i, _ in neighbours(table, 0)] == [1, 2]
    assert neighbours(table, 1) == [(0, 0.0), (2, 0.0)]


# --- The map ----------------------------------------------------------------------------------


@given(st.integers(3, 80), st.integers(2, 12), st.integers(0, 99))
def test_the_map_is_the_singular_value_decomposition(rows: int, width: int, seed: int):
    table = table_of(rows, width, seed)
    plane = map_table(table)
    centred = table.double().numpy() - table.double().numpy().mean(0)
    left, sizes, right = np.linalg.svd(centred, full_matrices=False)
    # Directions of equal variance may be any.
    assume(np.diff(-sizes[:3]).min() > 1e-2 * sizes[0])
    signs = np.sign([direction[np.abs(direction).argmax()] for direction in right[:2]])
    expected = (left * sizes)[:, :2] * signs
    np.testing.assert_allclose(plane.points_V2.numpy(), expected, atol=1e-3 * sizes[0])
    np.testing.assert_allclose(plane.shares, (sizes**2 / (sizes**2).sum())[:2], atol=1e-4)


def test_far_from_the_origin_and_in_many_rows_it_stays_exact():
    table = table_of(9000, 16) + 100
    plane = map_table(table)
    points = plane.points_V2.double().numpy()
    np.testing.assert_allclose(points.mean(0), 0, atol=1e-3)
    variance = table.double().numpy().var(0).sum()
    np.testing.assert_allclose(points.var(0) / variance, plane.shares, rtol=1e-3)
    assert plane.shares[0] > plane.shares[1] > 1 / 16


def test_the_same_table_gives_the_same_map_whichever_way_it_is_turned():
    table = table_of(50, 8)
    ones = map_table(table).points_V2
    torch.testing.assert_close(map_table(table.clone()).points_V2, ones, rtol=0, atol=0)
    moved = map_table(table + 5).points_V2
    torch.testing.assert_close(moved, ones, rtol=1e-3, atol=1e-4)


def test_a_table_of_equal_rows_is_one_point():
    plane = map_table(torch.ones(20, 6))
    assert plane.shares == (0.0, 0.0)
    assert not plane.points_V2.any()


def test_what_is_no_number_has_no_map():
    table = table_of(20, 6)
    table[3, 1] = torch.nan
    with pytest.raises(ModelError, match="learning rate"):
        map_table(table)
