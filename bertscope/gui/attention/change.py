"""How attention differs between two models: where its scale ends, and what is told of it."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from bertscope.gui.attention.facts import Floats, shares, weight_words
from bertscope.gui.heat_map import scale_end
from bertscope.gui.language import tr
from bertscope.gui.state import Side
from bertscope.gui.wording import signed

ENDS = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0)
"""Where a scale may end: round numbers, so that it is quiet while a model learns."""
SAMPLED = 200_000
"""Where the scale ends is told from so many changes at the most, evenly spaced."""


def change_limit(changes: NDArray[np.floating[Any]]) -> float:
    """Where the symmetric scale of changes ends: the first of `ENDS` that hardly any exceeds."""
    values = changes.reshape(-1)
    end = scale_end(values[:: max(1, len(values) // SAMPLED)]) - 1e-9
    return next(limit for limit in ENDS if limit >= min(end, ENDS[-1]))


def change_words(change: float) -> str:
    """The change of a weight: as many decimals as a weight has, and its sign."""
    return signed(change, 4 if abs(change) < 0.0095 else 3)


def both_words(a: float, b: float) -> str:
    """A weight in A and in B, and by how much it changed."""
    return (
        f"A {weight_words(a)} · B {weight_words(b)} · {Side.DIFFERENCE.value} {change_words(b - a)}"
    )


def points(a: float, b: float) -> str:
    """The change of a share, in percentage points."""
    return signed(100 * (b - a), 0)


def share_change_words(a: Floats, b: Floats) -> tuple[str, str, str]:
    """The shares of a head, from A's to B's: with the changes, without, and the changes alone."""
    before, after = shares(a), shares(b)
    rows = [(name, before[name], after[name]) for name in before]
    both = [(f"{name} {100 * x:.0f} → {100 * y:.0f} %", points(x, y)) for name, x, y in rows]
    return (
        " · ".join(f"{words} ({change})" for words, change in both),
        " · ".join(words for words, _ in both),
        tr(
            "{changes} %-points",
            changes=" · ".join(f"{name} {points(x, y)}" for name, x, y in rows[:4]),
        ),
    )
