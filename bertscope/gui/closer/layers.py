"""The hidden states of a look, of one model or of two, with what is measured of them."""

from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from bertscope.gui.closer.layers_layout import Grid
from bertscope.gui.closer.vectors import Floats, cosines, cosines_to_before, norms
from bertscope.gui.closer.words import layer_name
from bertscope.gui.compare.tables import side_by_side
from bertscope.gui.heat_map import block_width, heat_map, scale_end
from bertscope.gui.language import tr
from bertscope.gui.prober import Seen
from bertscope.gui.state import Side
from bertscope.gui.table import Table
from bertscope.gui.theme import Palette
from bertscope.gui.token_names import token_at
from bertscope.gui.wording import number
from bertscope.wire.messages import Look

SAMPLED = 200_000
"""Where the colour scale ends is told from so many values at the most, evenly spaced."""
KEYS = ("layer", "position", "token")
Numbers = NDArray[np.float64]


class Layers:
    """The hidden states of a look, and their images at the size they are drawn in.

    Attributes
    ----------
    side
        Whether the strips show A, B, or B − A.
    states
        What they show, ``(layers + 1, L, D)``.
    models
        The states that are measured: those of A and of B where they have as many layers, else
        the one model's that is shown.
    """

    def __init__(self, seen: Seen, side: Side, states: Floats) -> None:
        self.seen = seen
        self.side = side
        self.states = states
        both = states_of_both(seen)
        is_pair = len(both) == 2 and len(both[0]) == len(both[1])
        self.models = both if is_pair else (states,)
        self._images: tuple[tuple[object, ...], list[QImage]] | None = None

    @classmethod
    def of(cls, seen: Seen | None, wanted: Side = Side.A) -> "Layers | None":
        """None where the look has no hidden states, or they have no difference."""
        states = None if seen is None else seen.shown(wanted).hidden_states
        if seen is None or states is None:
            return None
        return cls(seen, seen.side(wanted), states.numpy())

    @property
    def is_compared(self) -> bool:
        return self.seen.other is not None

    @property
    def is_pair(self) -> bool:
        """Whether what is measured is measured of two models."""
        return len(self.models) > 1

    @cached_property
    def limit(self) -> float:
        """One symmetric scale for all strips, of A and of B alike."""
        on_scale: tuple[Floats, ...] = (self.states,)
        if self.side is not Side.DIFFERENCE:
            on_scale = states_of_both(self.seen) or on_scale
        return max(_end(states) for states in on_scale)

    @cached_property
    def changes(self) -> tuple[Numbers, ...]:
        """1 − cosine to the layer before, of each model, ``(layers, L)``."""
        return tuple(1 - cosines_to_before(states) for states in self.models)

    @cached_property
    def norms(self) -> tuple[Numbers, ...]:
        return tuple(norms(states) for states in self.models)

    def images(self, grid: Grid, palette: Palette) -> list[QImage]:
        """A row of strips a layer; where there are more values than pixels, evenly spaced ones."""
        key = (palette, grid.column - grid.gap, grid.strip)
        if self._images is None or self._images[0] != key:
            size = self.states.shape[-1]
            fold = min(block_width(size), max(1, int(grid.column - grid.gap)))
            lines = min(size // fold, max(1, int(grid.strip)))
            shown = np.linspace(0, size - 1, fold * lines).round().astype(np.intp)
            images = [
                heat_map(state[:, shown], self.limit, palette, fold=fold) for state in self.states
            ]
            self._images = (key, images)
        return self._images[1]

    def words(self, layer: int, position: int) -> str:
        """What is measured of a state; of two models the numbers of both."""
        norm = self._each([f"{number(found[layer, position], 1)}" for found in self.norms])
        length = tr("norm {norm}", norm=norm) + self._likeness(layer, position)
        if layer == 0:
            return f"{layer_name(layer)} · {length}"
        cosine = self._each([number(1 - found[layer - 1, position]) for found in self.changes])
        likeness = tr("cosine to {layer} {cosine}", layer=layer_name(layer - 1), cosine=cosine)
        return f"{layer_name(layer)} · {likeness} · {length}"

    def _each(self, values: list[str]) -> str:
        return values[0] if len(values) == 1 else f"A {values[0]} B {values[1]}"

    def _likeness(self, layer: int, position: int) -> str:
        """How alike A's state and B's are."""
        if not self.is_pair or self.models[0].shape != self.models[1].shape:
            return ""
        a, b = (states[layer, position] for states in self.models)
        return f" · cos(A, B) {number(float(cosines(a, b[None])[0]))}"

    def table(self) -> Table:
        """A line a layer and token; of two models the numbers of both."""
        looks = [look for look in (self.seen.look, self.seen.other) if look is not None]
        tables = [_table(self.seen, look) for look in looks if look.hidden_states is not None]
        return tables[0] if len(tables) == 1 else side_by_side(tables[0], tables[1], KEYS)


def states_of_both(seen: Seen) -> tuple[Floats, ...]:
    """A's hidden states and B's; nothing where one model is looked at, or one has none."""
    if seen.other is None or seen.look.hidden_states is None or seen.other.hidden_states is None:
        return ()
    return seen.look.hidden_states.numpy(), seen.other.hidden_states.numpy()


def _end(states: Floats) -> float:
    values = states.reshape(-1)
    return scale_end(values[:: max(1, len(values) // SAMPLED)])


def _table(seen: Seen, look: Look) -> Table:
    assert look.hidden_states is not None
    states = look.hidden_states.numpy()
    lengths, cosine = norms(states).tolist(), cosines_to_before(states).tolist()
    rows, columns, _ = states.shape
    lines = [
        (
            layer,
            position,
            token_at(seen, position),
            lengths[layer][position],
            cosine[layer - 1][position] if layer else None,
        )
        for layer in range(rows)
        for position in range(columns)
    ]
    return Table((*KEYS, "norm", "cosine to the layer before"), lines)
