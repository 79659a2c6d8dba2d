"""Vectors become points in the plane: PCA, and holding the map still while the model learns."""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating[Any]]

MOST_ROWS = 400
"""Rows the directions are fitted on where there are both more rows and more dimensions than that:
the eigenvectors of a larger matrix take too long for a map that follows a model."""
REFINED, ROUNDS = 8, 3
"""Directions that are refined together, and how often."""
SLIGHT = 0.02
"""An axis turned by less (as a sine) is still called a principal direction."""


@dataclass(frozen=True)
class Plane:
    """Points in a plane and what part of the variance its axes hold.

    Attributes
    ----------
    points
        Shape ``(..., 2)``, centred.
    shares
        Of the variance of all vectors, along each axis.
    turned
        Whether the axes were turned away from the principal directions.
    """

    points: NDArray[np.float64]
    shares: tuple[float, float]
    turned: bool = False


def principal_plane(vectors: Floats, *, directions: bool = False) -> Plane:
    """Project vectors onto the plane of their two principal directions.

    Parameters
    ----------
    vectors
        Shape ``(..., D)``; all of them are fitted together.
    directions
        Fit unit vectors, so that only directions count and norms don't.

    Returns
    -------
    Plane
        Its points have the leading shape of `vectors`. Each axis points to where the greatest
        loading is positive, so that the same vectors always give the same picture.

    Notes
    -----
    The eigenvectors are those of the D x D or of the n x n matrix, whichever is smaller. Beyond
    `MOST_ROWS` rows and as many dimensions the fit starts from `MOST_ROWS` rows, evenly spaced, and
    all rows refine it by subspace iteration (Halko, Martinsson and Tropp 2011).
    """
    flat = np.asarray(vectors, dtype=np.float32).reshape(-1, vectors.shape[-1])
    if directions:
        lengths = np.linalg.norm(flat, axis=1, keepdims=True)
        flat = np.divide(flat, lengths, np.zeros_like(flat), where=lengths > 0)
    centred = flat - flat.mean(axis=0)
    axes = _signed(_two_directions(centred))
    points = (centred @ axes.T).astype(np.float64)
    total = float(np.einsum("nd,nd->n", centred, centred).sum(dtype=np.float64))
    held = np.square(points).sum(axis=0) / total if total else np.zeros(2)
    shares = (float(held[0]), float(held[1]))
    return Plane(points.reshape(*vectors.shape[:-1], 2), shares)


def aligned(plane: Plane, before: Plane) -> Plane:
    """Turn and mirror a plane so that its points lie as near as they can to those before.

    The rotation or reflection is the orthogonal Procrustes solution: ``R = U V'`` where
    ``U S V'`` is the singular value decomposition of ``points' before`` (Schönemann 1966).
    """
    new = plane.points.reshape(-1, 2)
    u, _, v = np.linalg.svd(new.T @ before.points.reshape(-1, 2))
    points = new @ (u @ v)
    held = np.square(points).sum(axis=0)
    first, second = held * sum(plane.shares) / (held.sum() or 1.0)
    return replace(
        plane,
        points=points.reshape(plane.points.shape),
        shares=(float(first), float(second)),
        turned=bool(abs((u @ v)[0, 1]) > SLIGHT),
    )


def _two_directions(centred: NDArray[np.float32]) -> NDArray[np.float32]:
    """The two principal directions, ``(2, D)``; a direction without variance is zero."""
    if min(centred.shape) <= MOST_ROWS:
        return _directions(centred, 2)
    rows = centred[np.linspace(0, len(centred) - 1, MOST_ROWS).astype(np.intp)]
    basis = _directions(rows, REFINED)
    for _ in range(ROUNDS):
        basis = np.linalg.qr(centred.T @ (centred @ basis.T))[0].T
    return _directions(centred @ basis.T, 2) @ basis


def _directions(rows: NDArray[np.float32], count: int) -> NDArray[np.float32]:
    """The first eigenvectors of ``rows' rows``, ``(count, D)``, the greatest first."""
    length, size = rows.shape
    if size <= length:
        axes = np.linalg.eigh(rows.T @ rows)[1][:, ::-1][:, :count].T
    else:
        axes = np.linalg.eigh(rows @ rows.T)[1][:, ::-1][:, :count].T @ rows
    lengths = np.linalg.norm(axes, axis=1, keepdims=True)
    least = 1e-6 * np.linalg.norm(rows) if size > length else 0.0
    axes = np.divide(axes, lengths, np.zeros_like(axes), where=lengths > least)
    return np.vstack([axes, np.zeros((count - len(axes), size), np.float32)])


def _signed(axes: NDArray[np.float32]) -> NDArray[np.float32]:
    """Mirror each axis so that its greatest loading is positive."""
    greatest = np.take_along_axis(axes, np.abs(axes).argmax(axis=1)[:, None], axis=1)
    return axes * np.where(greatest < 0, np.float32(-1), np.float32(1))
