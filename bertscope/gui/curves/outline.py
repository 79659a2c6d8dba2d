"""The least and the greatest of each stretch of a curve, so that a million points draw as few."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Indices = NDArray[np.intp]

FINEST = 8
"""Points in a stretch of the lowest level; each level above has twice as many."""


class Outline:
    """A pyramid over values that grow by appending.

    A level keeps, for each whole stretch, where its least and its greatest value stand. Stretches
    begin at multiples of their length, so that what is drawn stays the same while it is moved.
    """

    def __init__(self) -> None:
        self._levels: list[_Level] = []

    def cut_back(self, size: int) -> None:
        """Only so many of the values still hold."""
        for number, level in enumerate(self._levels):
            level.size = min(level.size, size // (FINEST << number))

    def pick(self, values: Floats, first: int, last: int, columns: int) -> Indices:
        """The points that have the outline of ``values[first:last]``, rising.

        Of each column the least and the greatest value are picked, at the most two points for
        each of about `columns` columns; all points where they are no more. Stretches that begin or
        end outside of the range are picked too.
        """
        if last - first <= 2 * columns:
            return np.arange(first, last)
        self._grow(values)
        parts: list[Indices] = []
        for number in range(self._coarsest((last - first) / columns), -1, -1):
            if first >= last:
                break
            width = FINEST << number
            level = self._levels[number]
            stop = min(-(-last // width), level.size)
            parts.append(level.ends(first // width, stop))
            first = max(first, stop * width)
        return np.concatenate([*parts, np.arange(first, last)])

    def extreme(self, values: Floats, *, greatest: bool) -> int:
        """Where the least or the greatest of all values stands, the first of equal ones."""
        picked = self.pick(values, 0, len(values), 1)
        found = values[picked]
        return int(picked[found.argmax() if greatest else found.argmin()])

    def _coarsest(self, points: float) -> int:
        """The level whose stretches have at least so many points, if there is one."""
        number = 0
        while FINEST << number < points and number < len(self._levels) - 1:
            number += 1
        return min(number, len(self._levels) - 1)

    def _grow(self, values: Floats) -> None:
        """Take in the stretches that have become whole."""
        number = 0
        while len(values) >= FINEST << number:
            if number == len(self._levels):
                self._levels.append(_Level())
            level = self._levels[number]
            stop = len(values) // (FINEST << number)
            if stop > level.size:
                level.extend(self._found(values, number, level.size, stop))
            number += 1

    def _found(self, values: Floats, number: int, first: int, stop: int) -> Indices:
        """Where the ends of stretches stand, ``(2, stop - first)``: least, greatest."""
        if number == 0:
            block = values[first * FINEST : stop * FINEST].reshape(-1, FINEST)
            begins = np.arange(first, stop) * FINEST
            return np.stack([block.argmin(1) + begins, block.argmax(1) + begins])
        below = self._levels[number - 1].places[:, 2 * first : 2 * stop].reshape(2, -1, 2)
        (least, greatest), at = below, values[below]
        return np.stack(
            [
                np.where(at[0, :, 0] <= at[0, :, 1], least[:, 0], least[:, 1]),
                np.where(at[1, :, 0] >= at[1, :, 1], greatest[:, 0], greatest[:, 1]),
            ]
        )


class _Level:
    """Where the ends of equally long stretches stand, in a buffer that doubles."""

    def __init__(self) -> None:
        self.places = np.empty((2, 64), np.intp)
        self.size = 0

    def extend(self, places: Indices) -> None:
        size = self.size + places.shape[1]
        if size > self.places.shape[1]:
            room = np.empty((2, max(size, 2 * self.places.shape[1])), np.intp)
            room[:, : self.size] = self.places[:, : self.size]
            self.places = room
        self.places[:, self.size : size] = places
        self.size = size

    def ends(self, first: int, stop: int) -> Indices:
        """The ends of some stretches in their order; one that is both is there once."""
        found = np.sort(self.places[:, first:stop], axis=0).T.ravel()
        return found[np.diff(found, prepend=-1) > 0]
