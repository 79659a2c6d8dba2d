"""PCA against numpy's singular value decomposition, and maps that hold still."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bertscope.gui.closer.projection import MOST_ROWS, Plane, aligned, principal_plane


def vectors(*shape: int, seed: int = 0) -> np.ndarray:
    """Random vectors whose variance falls off from direction to direction."""
    random = np.random.default_rng(seed)
    size = shape[-1]
    turn = np.linalg.qr(random.normal(size=(size, size)))[0]
    return (random.normal(size=shape) / (1 + np.arange(size)) @ turn + 1).astype(np.float32)


def by_svd(flat: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    centred = flat.astype(np.float64) - flat.mean(axis=0, dtype=np.float64)
    u, s, _ = np.linalg.svd(centred, full_matrices=False)
    return u[:, :2] * s[:2], s[:2] ** 2 / (s**2).sum()


BEYOND = MOST_ROWS + 10
"""So many rows and dimensions are not decomposed whole."""


@pytest.mark.parametrize("shape", [(3, 5, 40), (4, 30, 24), (2, BEYOND, BEYOND)])
def test_it_is_the_plane_of_the_svd(shape: tuple[int, ...]) -> None:
    given_vectors = vectors(*shape)
    plane = principal_plane(given_vectors)
    points, shares = by_svd(given_vectors.reshape(-1, shape[-1]))
    assert plane.points.shape == (*shape[:-1], 2)
    assert plane.shares == pytest.approx(shares, abs=1e-4)
    mine = plane.points.reshape(-1, 2)
    signs = np.sign((mine * points).sum(axis=0))
    assert mine == pytest.approx(points * signs, abs=2e-3 * np.abs(points).max())
    assert not plane.turned


def test_directions_do_not_know_of_norms() -> None:
    given_vectors = vectors(3, 6, 16)
    longer = given_vectors * np.linspace(1, 5, 6, dtype=np.float32)[None, :, None]
    one = principal_plane(given_vectors, directions=True)
    other = principal_plane(longer, directions=True)
    assert one.points == pytest.approx(other.points, abs=1e-5)
    assert principal_plane(longer).points != pytest.approx(one.points, abs=1e-2)


@given(st.integers(0, 50), st.sampled_from([(2, 4, 30), (3, 20, 8)]))
def test_its_axes_have_signs_of_their_own(seed: int, shape: tuple[int, ...]) -> None:
    """Rows in another order are the same plane, not a mirrored one."""
    given_vectors = vectors(*shape, seed=seed)
    there = principal_plane(given_vectors).points
    back = principal_plane(given_vectors[:, ::-1]).points[:, ::-1]
    assert there == pytest.approx(back, abs=1e-3 * np.abs(there).max())


@pytest.mark.parametrize("shape", [(1, 1, 4), (2, 1, 4), (2, 3, 1)])
def test_too_little_for_a_plane_is_a_line_or_a_point(shape: tuple[int, ...]) -> None:
    plane = principal_plane(vectors(*shape))
    assert np.isfinite(plane.points).all()
    assert plane.points[..., 1] == pytest.approx(0, abs=1e-6)
    assert principal_plane(np.ones(shape, np.float32)).shares == (0, 0)


@given(st.floats(-3.1, 3.1), st.booleans())
def test_a_turned_or_mirrored_map_is_laid_upon_the_one_before(angle: float, mirror: bool) -> None:
    before = principal_plane(vectors(3, 6, 16))
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    turn[0] *= -1 if mirror else 1
    after = aligned(Plane(before.points @ turn, before.shares), before)
    assert after.points == pytest.approx(before.points, abs=1e-9)


def test_a_turned_axis_is_no_principal_direction() -> None:
    now = principal_plane(vectors(3, 6, 16))
    mirrored = aligned(now, Plane(-now.points, now.shares))
    assert not mirrored.turned
    assert mirrored.shares == pytest.approx(now.shares)
    half = np.sqrt(0.5)
    turned = aligned(now, Plane(now.points @ np.array([[half, -half], [half, half]]), now.shares))
    assert turned.turned
    assert sum(turned.shares) == pytest.approx(sum(now.shares))
    assert turned.shares[0] == pytest.approx(turned.shares[1])
