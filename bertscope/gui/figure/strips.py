"""The rows of the input figure as images, made once a look."""

from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from bertscope.gui.figure.content import BOTTOM, FigureContent
from bertscope.gui.heat_map import heat_map, scale_end
from bertscope.gui.prober import Seen
from bertscope.gui.state import Side, Stage
from bertscope.gui.theme import Palette
from bertscope.wire.messages import Look

Floats = NDArray[np.float32]


class Strips:
    """The rows of one look in the colours of one palette.

    The three embeddings, their partial sums and their sum share one symmetric scale, at every
    stage the same; the normalized rows have their own. Of two models that are compared each is
    shown on the scale that does for both, so that they can be told apart by eye.

    Parameters
    ----------
    seen
        The look.
    palette
        Whose diverging colours are used.
    side
        Whether A, B or B − A is shown.
    """

    def __init__(self, seen: Seen, palette: Palette, side: Side = Side.A) -> None:
        self.seen = seen
        self.palette = palette
        self.side = seen.side(side)
        self.look = seen.shown(side)
        self._images: dict[tuple[int, Stage, int], QImage] = {}

    @property
    def size(self) -> int:
        """Values a vector."""
        return self.look.sum.shape[1]

    @property
    def _on_scale(self) -> tuple[Look, ...]:
        """The looks that share the scale."""
        other = self.seen.other
        alone = other is None or self.side is Side.DIFFERENCE
        return (self.look,) if alone or other is None else (self.seen.look, other)

    @cached_property
    def shared_limit(self) -> float:
        return max(
            scale_end(np.array([*embeddings_of(look), look.sum.numpy()])) for look in self._on_scale
        )

    @cached_property
    def normalized_limit(self) -> float:
        return max(scale_end(look.normalized.numpy()) for look in self._on_scale)

    def limit(self, line: int, stage: Stage) -> float:
        """The absolute value at which the scale of a line ends."""
        own = line == BOTTOM and stage is Stage.LAYER_NORM
        return self.normalized_limit if own else self.shared_limit

    def image(self, line: int, stage: Stage, fold: int) -> QImage:
        """All vectors of a line side by side, `fold` pixels each."""
        key = (line, stage if line == BOTTOM else Stage.SUM, fold)
        if key not in self._images:
            values, limit = row_values(self.look, line, stage), self.limit(line, stage)
            self._images[key] = heat_map(values, limit, self.palette, fold)
        return self._images[key]


def strips_of(content: FigureContent, palette: Palette) -> Strips | None:
    """The rows that a figure shows; none where there is no look, or no difference."""
    if content.seen is None or content.why_no_difference:
        return None
    return Strips(content.seen, palette, content.side)


def embeddings_of(look: Look) -> tuple[Floats, ...]:
    """Token, segment and position embeddings, (L, D) each."""
    return look.token_rows.numpy(), look.segment_rows.numpy(), look.position_rows.numpy()


def row_values(look: Look, line: int, stage: Stage) -> Floats:
    """What a line shows, (L, D); the bottom one depends on the stage."""
    rows = embeddings_of(look)
    if line < BOTTOM:
        return rows[line]
    if stage is Stage.TOKEN:
        return rows[0]
    if stage is Stage.SEGMENT:
        return rows[0] + rows[1]
    values: Floats = (look.normalized if stage is Stage.LAYER_NORM else look.sum).numpy()
    return values
