"""All heads of a look: of A, of B, or how those of B differ from A's."""

from collections.abc import Sequence
from functools import cached_property

from bertscope.gui.attention.change import change_limit, share_change_words
from bertscope.gui.attention.facts import Floats, share_words
from bertscope.gui.compare.agree import why_no_attention
from bertscope.gui.language import marked, tr
from bertscope.gui.prober import Seen
from bertscope.gui.state import Side
from bertscope.wire.messages import Look

WAITING = marked("Waiting for the engine: here stands which token looks at which.")


class SeenHeads:
    """What a look says of every head.

    Parameters
    ----------
    seen
        The look; None while there is none.
    wanted
        Whose heads are to be shown, where two models are compared.
    """

    def __init__(self, seen: Seen | None, wanted: Side) -> None:
        self.seen = seen
        self.side = Side.A if seen is None else seen.side(wanted)

    @property
    def is_change(self) -> bool:
        """Whether it is B − A that is shown."""
        return self.side is Side.DIFFERENCE

    @property
    def look(self) -> Look | None:
        return None if self.seen is None else self.seen.shown(self.side)

    @cached_property
    def limit(self) -> float | None:
        """Where the scale of changes ends, in all that is seen; None where weights are shown."""
        if not self.is_change:
            return None
        return 1.0 if self.thumbnails is None else change_limit(self.thumbnails)

    @cached_property
    def thumbnails(self) -> Floats | None:
        """(layers, heads, S, S); None where the look has none, or they have no difference."""
        array = None if self.look is None else self.look.thumbnails
        return None if array is None else array.numpy()

    @property
    def is_blocked(self) -> bool:
        """Whether thumbnails show how the greatest weights of blocks of neighbours changed."""
        if self.seen is None or self.thumbnails is None or not self.is_change:
            return False
        return bool(self.thumbnails.shape[-1] < len(self.seen.question.ids))

    @property
    def size(self) -> tuple[int, int] | None:
        """Layers and heads, of A where there is no difference."""
        if self.seen is None:
            return None
        weights = self.seen.shown(Side.A if self.is_change else self.side).thumbnails
        return None if weights is None else (weights.shape[0], weights.shape[1])

    @property
    def form(self) -> tuple[object, ...]:
        """What must stay the same for what is under the mouse to stay there."""
        look = self.look
        if look is None:
            return ()
        heads, thumbnails = look.heads, look.thumbnails
        return heads and heads.weights.shape[1:], thumbnails and thumbnails.shape[:2]

    @property
    def why_none(self) -> str:
        """Why there is nothing to be shown large."""
        seen = self.seen
        if seen is None or seen.other is None or not self.is_change:
            return tr(WAITING)
        return why_no_attention(seen.look, seen.other) or tr(WAITING)

    # --- Shares ---------------------------------------------------------------------------------

    @cached_property
    def blocks(self) -> tuple[Floats, ...]:
        """Shares of all heads, (layers, heads, 3, 3): of the look; of B − A both A's and B's."""
        if self.seen is None:
            return ()
        sides = (Side.A, Side.B) if self.is_change else (self.side,)
        looks = [self.seen.shown(side) for side in sides]
        blocks = tuple(look.blocks.numpy() for look in looks if look.blocks is not None)
        alike = len(blocks) == len(sides) and len({found.shape for found in blocks}) == 1
        return blocks if alike else ()

    def share_wordings(self, layer: int, heads: Sequence[int]) -> tuple[str, ...]:
        """Where heads look, on the mean, at length and shorter; or how that changed."""
        if not self.blocks or layer >= len(self.blocks[0]):
            return ()
        own = [found[layer, list(heads)].mean(0) for found in self.blocks]
        if len(own) == 1:
            return share_words(own[0])
        return (*share_change_words(own[0], own[1]), "")
