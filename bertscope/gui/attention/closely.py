"""One pair of tokens looked at closely, in one model or in two."""

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
import numpy as np

from bertscope.gui.attention.facts import Floats, Link
from bertscope.gui.attention.shown import Shown
from bertscope.gui.state import Side, ViewState

Ends = tuple[float, float]
"""The least and the greatest value that a chart has room for."""


@dataclass(frozen=True, eq=False)
class Closely:
    """How a weight comes about.

    Attributes
    ----------
    links
        As what is shown has it; where that is B − A, in A and in B.
    letters
        Whose they are; empty where nothing is compared.
    vector, product
        The absolute values at which the scales of q and k, and of their product, end: the same for
        A and for B.
    scores, weights
        What the charts have room for, also the same.
    """

    links: tuple[Link, ...]
    letters: tuple[str, ...]
    vector: float
    product: float
    scores: Ends
    weights: Ends

    @classmethod
    def of(cls, shown: Shown | None, view: ViewState) -> "Closely | None":
        """The pair that the session looks at closely; None where the look hasn't got it."""
        if shown is None or view.link is None or max(view.link) >= len(shown):
            return None
        both = _both(shown, view) if shown.is_alike else ()
        if not both:
            one = shown.link(view.link)
            return None if one is None else cls._scaled((one,), ("",), (one,))
        places = {Side.A: (0,), Side.B: (1,), Side.DIFFERENCE: (0, 1)}[shown.side]
        links, letters = tuple(both[n] for n in places), tuple("AB"[n] for n in places)
        return cls._scaled(links, letters, both)

    @classmethod
    def _scaled(
        cls, links: tuple[Link, ...], letters: tuple[str, ...], on_scale: Sequence[Link]
    ) -> "Closely":
        vectors = [v for link in on_scale for v in (link.query_vector, link.key_vector)]
        return cls(
            links,
            letters,
            _limit(vectors),
            _limit([link.product for link in on_scale]),
            _ends([link.scores for link in on_scale]),
            _ends([link.weights for link in on_scale]),
        )


def _both(shown: Shown, view: ViewState) -> tuple[Link, ...]:
    """The same pair in A and in B; nothing where one of them has no such head."""
    alone = msgspec.structs.replace(view, heads=shown.numbers[:1])
    found = [Shown.of(shown.seen, alone, side) for side in (Side.A, Side.B)]
    place = shown.layer, shown.numbers[:1]
    links = [one.link(view.link) for one in found if one and (one.layer, one.numbers) == place]
    both = tuple(link for link in links if link is not None)
    return both if len(both) == len(found) else ()


def _limit(vectors: Sequence[Floats]) -> float:
    return max(float(np.abs(vector).max()) for vector in vectors) or 1.0


def _ends(values: Sequence[Floats]) -> Ends:
    low, high = (min(float(v.min()) for v in values), max(float(v.max()) for v in values))
    return min(0.0, low), max(0.0, high)
