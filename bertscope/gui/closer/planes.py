"""The planes that the map shows, held still while a model learns."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from bertscope.gui.closer.layers import states_of_both
from bertscope.gui.closer.projection import Plane, aligned, principal_plane
from bertscope.gui.closer.vectors import Floats
from bertscope.gui.prober import Seen
from bertscope.gui.state import Projection, Side
from bertscope.gui.token_names import is_same_input, is_same_look
from bertscope.wire.messages import VocabularyMap


class TokenPlanes:
    """The plane of all hidden states of the last look; those of A and of B lie in one.

    While a model learns, looks of the same tokens follow each other, and each plane is turned to
    lie upon the one before. Any other look is shown as it is, so that the same session shows the
    same picture whenever it is opened.
    """

    def __init__(self) -> None:
        self.seen: Seen | None = None
        self._made: tuple[Seen, Projection, Side | None, Plane] | None = None

    def see(self, seen: Seen | None) -> None:
        """Take a look; one without hidden states is passed over if it shows nothing new."""
        holds = seen is not None and seen.look.hidden_states is not None
        if seen is None or holds or self.seen is None or not is_same_look(self.seen, seen):
            self.seen = seen

    def plane(self, projection: Projection, side: Side = Side.A) -> Plane | None:
        """Points of shape ``(states, L, 2)``; None where the look has no hidden states.

        Parameters
        ----------
        side
            Whose states, where A's and B's can't lie in one plane. Where they can, there are those
            of A, from the input to the last layer, and behind them those of B.
        """
        seen, made = self.seen, self._made
        states = None if seen is None else _states(seen, side)
        if seen is None or states is None:
            return None
        of = None if is_joint(seen) else side
        if made is not None and made[0] is seen and made[1:3] == (projection, of):
            return made[3]
        directions = projection is Projection.DIRECTIONS
        plane = principal_plane(states, directions=directions)
        if made is not None and made[1:3] == (projection, of) and _follows(made[0], seen):
            plane = aligned(plane, made[3]) if _fits(plane, made[3]) else plane
        self._made = (seen, projection, of, plane)
        return plane


def is_joint(seen: Seen) -> bool:
    """Whether A's and B's hidden states are as wide, so that they lie in one plane."""
    both = states_of_both(seen)
    return len(both) == 2 and both[0].shape[1:] == both[1].shape[1:]


def _states(seen: Seen, side: Side) -> Floats | None:
    if is_joint(seen):
        return np.concatenate(states_of_both(seen))
    array = seen.shown(side).hidden_states
    return None if array is None else array.numpy()


def _fits(plane: Plane, before: Plane) -> bool:
    return plane.points.shape == before.points.shape


def _follows(before: Seen, after: Seen) -> bool:
    """Whether a look is of the same tokens in the same run as the one before."""
    is_live = before.look.step is not None and after.look.step is not None
    other = before.question.other, after.question.other
    return is_live and is_same_input(before, after) and other[0] == other[1]


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
