"""One vector in A and in B, and how it differs."""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from bertscope.gui.closer.inspected import Inspected
from bertscope.gui.closer.vectors import Floats, cosines, summary
from bertscope.gui.closer.words import dimension_words, measure_names
from bertscope.gui.compare.agree import why_no_layers, why_no_rows
from bertscope.gui.heat_map import scale_end
from bertscope.gui.language import tr
from bertscope.gui.prober import Seen
from bertscope.gui.state import Row, Side, Vector
from bertscope.gui.wording import number, signed

DELTA = "Δ"
"""B − A where there is room for one letter."""


@dataclass(frozen=True)
class InspectedPair:
    """The same vector in two looks; A and B are drawn on one scale.

    Attributes
    ----------
    why
        Why they have no difference; empty where they have one.
    """

    a: Inspected
    b: Inspected
    why: str

    @classmethod
    def of(cls, seen: Seen | None, vector: Vector | None) -> "InspectedPair | None":
        """None where one model is looked at, or one of two has no such vector."""
        if seen is None or seen.other is None or vector is None:
            return None
        a, b = (Inspected.of(seen.alone(side), vector) for side in (Side.A, Side.B))
        if a is None or b is None:
            return None
        disagree = why_no_layers if vector.row is Row.HIDDEN else why_no_rows
        both = a.values, b.values
        a, b = (replace(one, on_scale=both) for one in (a, b))
        return cls(a, b, disagree(seen.look, seen.other))

    def alone(self, side: Side) -> Inspected:
        """That of A, unless it is B's that is wanted."""
        return self.b if side is Side.B else self.a

    @cached_property
    def change(self) -> Floats | None:
        """B − A; None where there is no such thing."""
        return None if self.why else self.b.values - self.a.values

    @cached_property
    def limit(self) -> float:
        """Where the colour scale of the heat-map ends: of the change, else of A."""
        return self.a.limit if self.change is None else scale_end(self.change)

    def value_words(self, dimension: int) -> tuple[str, ...]:
        """One value in both, and its change: at length and shorter."""
        a = f"A {number(self.a.values[dimension])}"
        if self.change is None:
            return (dimension_words(dimension, a),)
        both = f"{a} · B {number(self.b.values[dimension])}"
        change = signed(self.change[dimension])
        return (
            dimension_words(dimension, f"{both} · {Side.DIFFERENCE.value} {change}"),
            f"{dimension}: {both} · {DELTA} {change}",
            f"{dimension}: {both}",
        )

    @cached_property
    def measures(self) -> tuple[str, str, str]:
        """Mean, deviation, norm of both, and how alike they are: at length and shorter."""
        a, b = summary(self.a.values), summary(self.b.values)
        rows = [
            f"{name} A {number(x)} B {number(y)}"
            for name, x, y in zip(measure_names(), a, b, strict=True)
        ]
        if self.change is None:
            norms = tr("norm {norm}", norm=f"{number(a.norm, 1)}, {number(b.norm, 1)}")
            return " · ".join(rows), rows[2], norms
        away = number(float(np.linalg.norm(self.change)))
        like = number(float(cosines(self.a.values, self.b.values[None])[0]))
        likeness = f"|{Side.DIFFERENCE.value}| {away} · cos(A, B) {like}"
        return (
            " · ".join([*rows, likeness]),
            f"{rows[2]} · {likeness}",
            f"|{Side.DIFFERENCE.value}| {away} · cos {like}",
        )
