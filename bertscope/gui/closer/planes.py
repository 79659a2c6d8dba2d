"""The planes that the map shows, held still while a model learns."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from bertscope.gui.closer.projection import Plane, aligned, principal_plane
from bertscope.gui.prober import Seen
from bertscope.gui.state import Projection
from bertscope.gui.token_names import is_same_input, is_same_look
from bertscope.wire.messages import VocabularyMap


class TokenPlanes:
    """The plane of all hidden states of the last look.

    While a model learns, looks of the same tokens follow each other, and each plane is turned to
    lie upon the one before. Any other look is shown as it is, so that the same session shows the
    same picture whenever it is opened.
    """

    def __init__(self) -> None:
        self.seen: Seen | None = None
        self._made: tuple[Seen, Projection, Plane] | None = None

    def see(self, seen: Seen | None) -> None:
        """Take a look; one without hidden states is passed over if it shows nothing new."""
        holds = seen is not None and seen.look.hidden_states is not None
        if seen is None or holds or self.seen is None or not is_same_look(self.seen, seen):
            self.seen = seen

    def plane(self, projection: Projection) -> Plane | None:
        """Points of shape ``(layers + 1, L, 2)``; None where the look has no hidden states."""
        seen, made = self.seen, self._made
        if seen is None or seen.look.hidden_states is None:
            return None
        if made is not None and made[0] is seen and made[1] is projection:
            return made[2]
        directions = projection is Projection.DIRECTIONS
        plane = principal_plane(seen.look.hidden_states.numpy(), directions=directions)
        if made is not None and made[1] is projection and _follows(made[0], seen):
            plane = aligned(plane, made[2])
        self._made = (seen, projection, plane)
        return plane


def _follows(before: Seen, after: Seen) -> bool:
    """Whether a look is of the same tokens in the same run as the one before."""
    is_live = before.look.step is not None and after.look.step is not None
    return is_live and is_same_input(before, after)


class VocabularyPlane:
    """The last map of the vocabulary, laid upon the one before where both are of one run."""

    def __init__(self) -> None:
        self.message: VocabularyMap | None = None
        self.plane: Plane | None = None

    def take(self, message: VocabularyMap) -> None:
        points: NDArray[np.floating[Any]] = message.points.numpy()
        plane, before = Plane(points.astype(np.float64), message.shares), self.message
        if before is not None and self.plane is not None and message.step is not None:
            same = (before.model, before.points.shape) == (message.model, message.points.shape)
            if same and before.step is not None:
                plane = aligned(plane, self.plane)
        self.message, self.plane = message, plane

    def of(self, seen: Seen | None) -> Plane | None:
        """The map of the model that was looked at, be it of an earlier step."""
        if self.message is None or seen is None or self.message.model != seen.question.model:
            return None
        return self.plane

    def is_up_to_date(self, seen: Seen) -> bool:
        message, step = self.message, seen.look.step
        if message is None or message.model != seen.question.model:
            return False
        return step is None or (message.step is not None and message.step >= step)
