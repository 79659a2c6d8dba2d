"""Head by head: whose attention differs most between A and B."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from bertscope.gui.compare.agree import why_no_attention
from bertscope.gui.language import marked, tr
from bertscope.gui.prober import Seen
from bertscope.gui.table import Table

COLUMNS = ("rank", "layer", "head", "mean |change|", "greatest |change|")


@dataclass(frozen=True)
class Change:
    """How far one head's attention is from the other model's; layer and head count from 0."""

    layer: int
    head: int
    mean: float
    greatest: float

    @property
    def name(self) -> str:
        """As people count: layer, then head."""
        return f"{self.layer + 1}.{self.head + 1}"


@dataclass(frozen=True, eq=False)
class HeadChanges:
    """All heads of two looks.

    Attributes
    ----------
    weights
        Of B less those of A, (layers, heads, S, S): the weights themselves up to S tokens, beyond
        that the difference of the greatest of each block of neighbours.
    tokens
        Of the pair.
    """

    weights: NDArray[np.float32]
    tokens: int

    @classmethod
    def of(cls, seen: Seen | None) -> "HeadChanges | None":
        """Those of a look at two models; None where it is of one, or no heads are alike."""
        if seen is None or seen.other is None or why_no_attention(seen.look, seen.other):
            return None
        a, b = seen.look.thumbnails, seen.other.thumbnails
        if a is None or b is None:
            return None
        return cls(b.numpy() - a.numpy(), len(seen.question.ids))

    @property
    def is_exact(self) -> bool:
        """Whether these are the weights themselves."""
        return bool(self.weights.shape[-1] == self.tokens)

    @cached_property
    def ranked(self) -> tuple[Change, ...]:
        """The heads, the most changed first."""
        away = np.abs(self.weights)
        means, greatest = away.mean((2, 3)), away.max((2, 3))
        order = np.argsort(-means, axis=None, kind="stable")
        places = zip(*np.unravel_index(order, means.shape), strict=True)
        return tuple(
            Change(int(n), int(h), float(means[n, h]), float(greatest[n, h])) for n, h in places
        )

    def table(self) -> Table:
        """A row a head, the most changed first; layers and heads count from 1."""
        rows = [
            (place, c.layer + 1, c.head + 1, c.mean, c.greatest)
            for place, c in enumerate(self.ranked, 1)
        ]
        return Table(COLUMNS, rows)

    def words_of(self, change: Change) -> str:
        """One head, as a tooltip tells it."""
        size = self.weights.shape[-1]
        words = marked(
            "<b>Layer {layer}, head {head}</b><br>mean |B − A| = {mean:.4f} over {size} × {size} "
            "weights, the greatest {greatest:.3f}"
        )
        if not self.is_exact:
            words = marked(
                "<b>Layer {layer}, head {head}</b><br>mean |B − A| = {mean:.4f} over {size} × "
                "{size} blocks, the greatest {greatest:.3f}"
            )
        return tr(
            words,
            layer=change.layer + 1,
            head=change.head + 1,
            mean=change.mean,
            size=size,
            greatest=change.greatest,
        )
