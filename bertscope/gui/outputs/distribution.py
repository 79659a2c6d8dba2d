"""The probabilities of the whole vocabulary at one position, sorted, and what they add up to."""

from dataclasses import dataclass
from functools import cached_property
from math import exp

import numpy as np
from numpy.typing import NDArray

from bertscope.gui.prober import Seen
from bertscope.wire.messages import Prediction

HEADS = (1, 10, 100, 1000)
"""The likeliest so many tokens whose probabilities are added up."""


@dataclass(frozen=True, eq=False)
class Distribution:
    """What the model says at one position, about every token.

    Attributes
    ----------
    order, shares
        Ids and their probabilities, likeliest first, (V,).
    vocabulary
        The tokens by id.
    prediction
        Of the same position: the original with its probability and rank.
    """

    order: NDArray[np.intp]
    shares: NDArray[np.float64]
    vocabulary: tuple[str, ...]
    prediction: Prediction

    @classmethod
    def of(cls, seen: Seen | None, position: int | None) -> "Distribution | None":
        """The distribution of a look at a position, or None where the look doesn't hold it."""
        if seen is None or seen.look.distribution is None:
            return None
        if seen.question.wants.distribution_at != position:
            return None
        at = [p for p in seen.look.predictions if p.position == position]
        vocabulary = seen.question.reader.tokenizer.vocabulary
        shares = seen.look.distribution.numpy()
        if not at or len(shares) != len(vocabulary):
            return None
        order = np.argsort(-shares, kind="stable")
        return cls(order, shares[order].astype(np.float64), vocabulary, at[0])

    @property
    def original(self) -> str:
        return self.vocabulary[self.prediction.original_id]

    @cached_property
    def entropy(self) -> float:
        """H = −Σ p ln p, in nats."""
        positive = self.shares[self.shares > 0]
        return float(-(positive * np.log(positive)).sum())

    @property
    def perplexity(self) -> float:
        """e^H: as many equally likely tokens would be as uncertain."""
        return exp(self.entropy)

    @cached_property
    def masses(self) -> dict[int, float]:
        """What the likeliest 1, 10, 100, 1000 add up to; those that the vocabulary has."""
        sums = np.minimum(np.cumsum(self.shares), 1.0)
        return {n: float(sums[n - 1]) for n in HEADS if n <= len(sums)}

    def token(self, rank: int) -> str:
        return self.vocabulary[int(self.order[rank - 1])]

    def share(self, rank: int) -> float:
        return float(self.shares[rank - 1])
