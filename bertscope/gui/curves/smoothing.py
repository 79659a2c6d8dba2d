"""The bold line: an exponential moving average, reckoned only where it is drawn."""

from collections.abc import Iterator
from math import ceil

import numpy as np

from bertscope.gui.curves.outline import Floats, Indices

REACH = 20
"""Windows after which an old value counts for nothing: it weighs 2e-9."""
PART = 1 << 18
"""Numbers that are gathered at once, so that they stay in a processor's cache."""


def smoothed(values: Floats, window: float) -> Floats:
    """All of the exponential moving average, without the pull of its start.

    Parameters
    ----------
    window
        The number of steps after which an old value weighs 1/e; 0 leaves the values as they are.

    Notes
    -----
    ``y_t = sum_i k^(t-i) x_i / sum_i k^(t-i)`` with ``k = exp(-1/window)``, computed in blocks
    short enough that ``k^-i`` stays far from overflow.
    """
    if window <= 0 or len(values) == 0:
        return values
    k = np.exp(-1.0 / window)
    block = max(1, int(window * 200))
    out = np.empty_like(values)
    weighted = weight = 0.0
    for start in range(0, len(values), block):
        part = values[start : start + block]
        powers = k ** np.arange(1, len(part) + 1)
        sums = powers * (weighted + np.cumsum(part / powers))
        weights = powers * (weight + np.cumsum(1 / powers))
        out[start : start + block] = sums / weights
        weighted, weight = float(sums[-1]), float(weights[-1])
    return out


def smoothed_at(values: Floats, indices: Indices, window: float) -> Floats:
    """The same average at some points alone: its cost doesn't grow with what lies before them.

    Parameters
    ----------
    indices
        Where; rising.
    window
        As for `smoothed`.
    """
    if window <= 0 or len(indices) == 0:
        return values[indices]
    reach = ceil(window * REACH)
    early = int(np.searchsorted(indices, reach))
    out = np.empty(len(indices))
    out[:early] = smoothed(values[:reach], window)[indices[:early]]
    weights = np.exp(-np.arange(reach)[::-1] / window)
    weights /= weights.sum()
    for part in _parts(early, len(indices), max(1, PART // reach)):
        out[part] = _gathered(values, indices[part], reach) @ weights
    return out


def _parts(first: int, last: int, size: int) -> Iterator[slice]:
    return (slice(start, min(start + size, last)) for start in range(first, last, size))


def _gathered(values: Floats, indices: Indices, reach: int) -> Floats:
    """The `reach` values up to each of some points, a row each."""
    windows = np.lib.stride_tricks.sliding_window_view(values, reach)
    return np.asarray(windows[indices - reach + 1])


class Smooth:
    """Points of the bold line, kept once they were reckoned.

    Of a long stretch every 2nd, 4th, 8th ... point is taken, always the same ones; each is the
    true average there.
    """

    def __init__(self) -> None:
        self._window = -1.0
        self._kept: dict[int, Floats] = {}

    def cut_back(self, size: int) -> None:
        """Only so many of the values still hold."""
        for stride, kept in self._kept.items():
            kept[-(-size // stride) :] = np.nan

    def pick(
        self, values: Floats, window: float, first: int, last: int, columns: int
    ) -> tuple[Indices, Floats]:
        """At the most `columns` points of ``[first, last)``, and the newest: where, and how high.

        Parameters
        ----------
        window
            As for `smoothed`.
        """
        if window != self._window:
            self._window = window
            self._kept.clear()
        stride = 1
        while last - first > stride * columns:
            stride *= 2
        indices = np.arange(-(-first // stride) * stride, last, stride)
        heights = self._at(values, indices, stride)
        if last == len(values) and last > first and (last - 1) % stride:
            newest = np.array([last - 1])
            indices = np.append(indices, newest)
            heights = np.append(heights, smoothed_at(values, newest, window))
        return indices, heights

    def _at(self, values: Floats, indices: Indices, stride: int) -> Floats:
        if not len(indices):
            return np.empty(0)
        kept = self._kept.get(stride, np.empty(0))
        slots = indices // stride
        if slots[-1] >= len(kept):
            room = np.full(2 * int(slots[-1]) + 64, np.nan)
            room[: len(kept)] = kept
            self._kept[stride] = kept = room
        missing = indices[np.isnan(kept[slots])]
        if len(missing):
            kept[missing // stride] = smoothed_at(values, missing, self._window)
        return kept[slots]
