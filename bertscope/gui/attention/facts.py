"""What is told of attention in words and numbers: one weight taken apart, and shares."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bertscope.gui.language import tr
from bertscope.gui.state import Quarter
from bertscope.gui.wording import number
from bertscope.text.pair import Source

Floats = NDArray[np.float32]

QUARTERS = {
    Quarter.A_A: (Source.A, Source.A),
    Quarter.A_B: (Source.A, Source.B),
    Quarter.B_A: (Source.B, Source.A),
    Quarter.B_B: (Source.B, Source.B),
}
"""From where to where each one is."""


@dataclass(frozen=True, eq=False)
class Link:
    """How one weight comes about, in one head.

    Attributes
    ----------
    head
        Its number, from 0.
    query_vector, key_vector
        (H,).
    scores, weights
        Of this query with every key, (L,): ``q·k / sqrt(H)``, and their softmax.
    """

    head: int
    query: int
    key: int
    query_vector: Floats
    key_vector: Floats
    scores: Floats
    weights: Floats

    @property
    def product(self) -> Floats:
        """Element by element; its sum is q·k."""
        return self.query_vector * self.key_vector

    @property
    def words(self) -> tuple[str, str, str]:
        """The formula with its numbers: at length, shorter, and without names."""
        dot, root, score, weight = self._numbers
        return (
            tr(
                "q·k = {dot} · / {root} = {score} · softmax over {keys} keys → {weight}",
                dot=dot,
                root=root,
                score=score,
                keys=len(self.weights),
                weight=weight,
            ),
            f"q·k {dot} / {root} = {score} → softmax {weight}",
            f"{dot} / {root} = {score} → {weight}",
        )

    @property
    def _numbers(self) -> tuple[str, str, str, str]:
        dot = float(self.product.sum(dtype=np.float64))
        score, weight = float(self.scores[self.key]), float(self.weights[self.key])
        return number(dot, 2), f"√{len(self.query_vector)}", number(score), weight_words(weight)


def shares(blocks: Floats) -> dict[str, float]:
    """A head's attention, which sums to one, by quarter; the rest is to and from specials."""
    found = {
        quarter.value: float(blocks[int(ends[0]), int(ends[1])])
        for quarter, ends in QUARTERS.items()
    }
    return {**found, "[CLS],[SEP]": max(0.0, 1.0 - sum(found.values()))}


def share_words(blocks: Floats) -> tuple[str, str, str]:
    """The shares in one line: at length, shorter, and without the special tokens."""
    parts = [(name, f"{100 * share:.0f}") for name, share in shares(blocks).items()]
    long = " · ".join(f"{name} {share} %" for name, share in parts[:4])
    short = [" ".join(part) for part in parts]
    return (
        tr("{quarters} · to/from {specials} %", quarters=long, specials=short[4]),
        " · ".join(short) + " %",
        " · ".join(short[:4]) + " %",
    )


def listed(numbers: Sequence[int]) -> str:
    """Heads from 0 as people count them, neighbours drawn together: 1–3, 5."""
    runs: list[list[int]] = []
    for head in sorted(numbers):
        if runs and runs[-1][-1] == head - 1:
            runs[-1].append(head)
        else:
            runs.append([head])
    words = [
        f"{run[0] + 1}–{run[-1] + 1}" if len(run) > 2 else ", ".join(str(n + 1) for n in run)
        for run in runs
    ]
    return ", ".join(words)


def weight_words(weight: float) -> str:
    """A weight for people: three decimals, one more for small ones, never zero where it isn't."""
    if 0.0 < weight < 0.0001:
        return "<0.0001"
    return f"{weight:.4f}" if weight < 0.0095 else f"{weight:.3f}"
