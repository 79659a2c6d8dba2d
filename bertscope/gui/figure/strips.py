"""The rows of the input figure as images, made once a look."""

from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from bertscope.gui.figure.content import BOTTOM
from bertscope.gui.heat_map import heat_map, scale_end
from bertscope.gui.prober import Seen
from bertscope.gui.state import Stage
from bertscope.gui.theme import Palette


class Strips:
    """The rows of one look in the colours of one palette.

    The three embeddings, their partial sums and their sum share one symmetric scale, at every
    stage the same; the normalized rows have their own.

    Parameters
    ----------
    seen
        The look.
    palette
        Whose diverging colours are used.
    """

    def __init__(self, seen: Seen, palette: Palette) -> None:
        self.seen = seen
        self.palette = palette
        self._images: dict[tuple[int, Stage, int], QImage] = {}

    @property
    def size(self) -> int:
        """Values a vector."""
        return self.seen.look.sum.shape[1]

    @cached_property
    def embeddings(self) -> tuple[NDArray[np.float32], ...]:
        """Token, segment and position embeddings, (L, D) each."""
        look = self.seen.look
        return look.token_rows.numpy(), look.segment_rows.numpy(), look.position_rows.numpy()

    @cached_property
    def normalized(self) -> NDArray[np.float32]:
        return self.seen.look.normalized.numpy()

    def row(self, line: int, stage: Stage) -> NDArray[np.float32]:
        """What a line shows, (L, D); the bottom one depends on the stage."""
        token, segment, _ = self.embeddings
        if line < BOTTOM:
            return self.embeddings[line]
        if stage is Stage.TOKEN:
            return token
        if stage is Stage.SEGMENT:
            return token + segment
        return self.normalized if stage is Stage.LAYER_NORM else self.seen.look.sum.numpy()

    @cached_property
    def shared_limit(self) -> float:
        return scale_end(np.array([*self.embeddings, self.seen.look.sum.numpy()]))

    @cached_property
    def normalized_limit(self) -> float:
        return scale_end(self.normalized)

    def limit(self, line: int, stage: Stage) -> float:
        """The absolute value at which the scale of a line ends."""
        own = line == BOTTOM and stage is Stage.LAYER_NORM
        return self.normalized_limit if own else self.shared_limit

    def image(self, line: int, stage: Stage, fold: int) -> QImage:
        """All vectors of a line side by side, `fold` pixels each."""
        key = (line, stage if line == BOTTOM else Stage.SUM, fold)
        if key not in self._images:
            values, limit = self.row(line, stage), self.limit(line, stage)
            self._images[key] = heat_map(values, limit, self.palette, fold)
        return self._images[key]
