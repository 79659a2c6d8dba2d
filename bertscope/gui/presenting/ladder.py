"""Text sizes for a class: the largest at which a page can be seen as a whole."""

from collections.abc import Hashable, Iterator

from bertscope.gui.theme import SCALES

SIZES = (1.6, 1.45, 1.3, 1.15, 1.0, 0.9, 0.8)
"""Times the usual text, the largest first; below 1 only where nothing else lets all be seen."""
SLACK = 1.3
"""A smaller size may need so much less than in proportion, for views can stand otherwise then."""


class Ladder:
    """Says which sizes are to be tried, and remembers what was found.

    Parameters
    ----------
    scale
        The text size of whoever presents, times which the first size is the largest.
    """

    def __init__(self, scale: float) -> None:
        most = min(SIZES[0] * scale, SCALES[-1])
        self.sizes = (most, *(size for size in SIZES if size < most))
        self._found: dict[Hashable, float] = {}
        self._need = 0.0

    def tries(self, shown: Hashable) -> Iterator[float]:
        """Sizes to be tried one after another, each to be noted; the last one is to stay.

        Parameters
        ----------
        shown
            What stands there, by which it is known again.
        """
        size: float | None = self._found.get(shown, self.sizes[0])
        while size is not None:
            self._found[shown] = size
            yield size
            size = self._next(size) if self._need > 1 else None

    def note(self, need: float) -> None:
        """At the size that was tried it needs that share of the room."""
        self._need = need

    def _next(self, size: float) -> float | None:
        """The next smaller size that is worth a try; the smallest where none seems to be."""
        smaller = [other for other in self.sizes if other < size]
        worth = (other for other in smaller if self._need * other / size <= SLACK)
        return next(worth, smaller[-1] if smaller else None)
