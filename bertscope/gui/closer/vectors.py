"""Measures of the vectors of a look: numbers alone, nothing painted."""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from bertscope.gui.state import Row, Vector
from bertscope.wire.messages import Look

Floats = NDArray[np.float32]


class Summary(NamedTuple):
    """Mean, standard deviation (over all dimensions, not a sample) and Euclidean norm."""

    mean: float
    deviation: float
    norm: float


def summary(vector: Floats) -> Summary:
    values = np.asarray(vector, dtype=np.float64)
    return Summary(float(values.mean()), float(values.std()), float(np.linalg.norm(values)))


def shares(parts: Floats, total: Floats) -> NDArray[np.float64] | None:
    """How much of a sum each of its parts contributes, along the sum.

    ``share_r = <e_r, x> / <x, x>``: as the parts add up to x, their shares add up to one; a part
    that points away from the sum has a negative share.

    Parameters
    ----------
    parts
        Shape ``(R, D)``.
    total
        Their sum x, shape ``(D,)``.

    Returns
    -------
    ndarray or None
        Shape ``(R,)``; None where the sum is zero.
    """
    x = np.asarray(total, dtype=np.float64)
    square = float(x @ x)
    return np.asarray(parts, dtype=np.float64) @ x / square if square else None


def cosines(vector: Floats, rows: Floats) -> NDArray[np.float64]:
    """The cosine between a vector ``(D,)`` and each of the rows ``(L, D)``; 0 for a zero vector."""
    lengths = np.linalg.norm(rows, axis=1) * np.linalg.norm(vector)
    products = (rows @ vector).astype(np.float64)
    return _quotient(products, lengths)


def cosines_to_before(hidden: Floats) -> NDArray[np.float64]:
    """How little each layer changes each token: the cosine to its state in the layer before.

    Parameters
    ----------
    hidden
        Shape ``(layers + 1, L, D)``.

    Returns
    -------
    ndarray
        Shape ``(layers, L)``; 0 where a state is zero.
    """
    lengths = norms(hidden)
    below = lengths[1:] * lengths[:-1]
    products = np.einsum("nld,nld->nl", hidden[1:], hidden[:-1]).astype(np.float64)
    return _quotient(products, below)


def norms(hidden: Floats) -> NDArray[np.float64]:
    """The Euclidean norm of each state, ``(layers + 1, L)``."""
    squares: NDArray[np.float32] = np.einsum("nld,nld->nl", hidden, hidden)
    return np.sqrt(squares, dtype=np.float64)


def _quotient(
    products: NDArray[np.float64], lengths: NDArray[np.floating[Any]]
) -> NDArray[np.float64]:
    cosines = np.zeros(products.shape)
    np.divide(products, lengths, cosines, where=lengths > 0)
    return np.clip(cosines, -1, 1, out=cosines)


def rows_of(look: Look, row: Row, layer: int = 0) -> Floats | None:
    """The vectors of all tokens in a row, ``(L, D)``; None where the look doesn't hold them.

    A layer beyond the last one is the last one.
    """
    if row is Row.HIDDEN:
        if look.hidden_states is None:
            return None
        states = look.hidden_states.numpy()
        state: Floats = states[min(layer, len(states) - 1)]
        return state
    arrays = {
        Row.TOKEN: look.token_rows,
        Row.SEGMENT: look.segment_rows,
        Row.POSITION: look.position_rows,
        Row.SUM: look.sum,
        Row.NORMALIZED: look.normalized,
    }
    return arrays[row].numpy()


INPUT_ROWS = (Row.TOKEN, Row.SEGMENT, Row.POSITION, Row.SUM, Row.NORMALIZED)


def rungs(layers: int) -> list[tuple[Row, int]]:
    """What a token goes through, first to last: the rows of its input, then the layers."""
    return [(row, 0) for row in INPUT_ROWS] + [(Row.HIDDEN, n) for n in range(1, layers + 1)]


def rung_of(vector: Vector, layers: int) -> int:
    """Where a vector stands among the `rungs`; hidden state 0 is the input after LayerNorm."""
    if vector.row is Row.HIDDEN:
        return len(INPUT_ROWS) - 1 + min(vector.layer, layers)
    return INPUT_ROWS.index(vector.row)
