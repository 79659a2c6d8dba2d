"""The points of a plot's lines, thinned to what its width can show."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from bertscope.gui.curves.history import Series
from bertscope.gui.curves.outline import Floats
from bertscope.gui.curves.quantities import Guess, Quantity
from bertscope.gui.curves.scene import Scene
from bertscope.gui.curves.task_quantities import is_score
from bertscope.gui.run.record import RunRecord

STRIP = 32
"""Pixels of a logarithmic axis in which points are thinned as on an even one."""
SMOOTH_PIXELS = 2
"""The bold line has a point in so many: wide lines are slow to paint."""
FINE_PIXELS = 3
"""The held-out line has two in so many: smooth edges are slow too."""

Points = tuple[Floats, Floats]
NONE: Points = np.empty(0), np.empty(0)


@dataclass(frozen=True)
class RunLines:
    """One run's lines: steps and values of each; if `held_alone` the bold one is held out."""

    run: RunRecord
    raw: Points
    smooth: Points
    held: Points
    held_alone: bool = False

    @classmethod
    def of(cls, run: RunRecord, quantity: Quantity, scene: Scene, width: int) -> "RunLines":
        """A run that is laid over another one has no raw line."""
        train, held = series_of(quantity, run)
        if shows_held_alone(quantity, run, scene):
            points = _outline(held, _strips(scene, width, SMOOTH_PIXELS))
            return cls(run, NONE, points, NONE, held_alone=True)
        raw = _outline(train, _strips(scene, width, 1)) if run is scene.run else NONE
        smooth = _smooth(train, scene.view.smoothing, _strips(scene, width, SMOOTH_PIXELS))
        return cls(run, raw, smooth, _outline(held, _strips(scene, width, FINE_PIXELS)))


def series_of(quantity: Quantity, run: RunRecord) -> tuple[Series, Series]:
    """What was measured of training, which may be nothing, and of what isn't trained on."""
    series = run.history.series
    return series[quantity.train] if quantity.train else Series(), series[quantity.held]


def shows_held_alone(quantity: Quantity, run: RunRecord, scene: Scene) -> bool:
    """Whether a score has but the held-out line, which is bold then.

    Where runs are laid over each other it is what they are compared by, and a batch's own score is
    but noise; of some scores a batch tells none.
    """
    return is_score(quantity) and bool(scene.others or not len(series_of(quantity, run)[0]))


def _strips(scene: Scene, width: int, pixels: int) -> list[tuple[float, float, int]]:
    """Stretches of steps, and their widths, in which places go evenly with steps."""
    first, last = scene.shown
    if not scene.view.log_steps:
        return [(first, last, max(1, width // pixels))]
    edges = [scene.step_at(place) for place in np.linspace(first, last, width // STRIP + 2)]
    return [(one, other, max(1, STRIP // pixels)) for one, other in pairwise(edges)]


def _outline(series: Series, strips: Sequence[tuple[float, float, int]]) -> Points:
    picked = [series.outline(*strip) for strip in strips]
    indices = picked[0] if len(picked) == 1 else np.unique(np.concatenate(picked))
    return series.steps[indices], series.values[indices]


def _smooth(series: Series, window: float, strips: Sequence[tuple[float, float, int]]) -> Points:
    picked = [series.smooth(window, *strip) for strip in strips]
    at, heights = (np.concatenate(parts) for parts in zip(*picked, strict=True))
    if len(picked) == 1:
        return at, heights
    kept, first = np.unique(at, return_index=True)
    return kept, heights[first]


def heights(
    quantity: Quantity, lines: Sequence[RunLines], guesses: Sequence[Guess], scene: Scene
) -> tuple[float, float, bool]:
    """The least and the greatest value to show, and whether their axis is logarithmic."""
    first, last = (scene.step_at(place) for place in scene.shown)
    smooth = _seen([points for run in lines for points in (run.smooth, run.held)], first, last)
    if quantity.rises:
        return float(smooth.min(initial=0.0)), 1.0, False
    raw = _seen([run.raw for run in lines], first, last)
    is_following = scene.stretch is None
    known = np.array([guess.value for guess in guesses] if is_following else [])
    if scene.view.log_loss:
        return *_log_ends(np.concatenate([smooth, raw, known])), True
    if is_following:
        return 0.0, float(np.concatenate([smooth, known]).max(initial=0.0)) or 1.0, False
    return *_close_ends(np.concatenate([smooth, raw])), False


def _seen(lines: Sequence[Points], first: float, last: float) -> Floats:
    """The values in a stretch of steps."""
    seen = [values[(steps >= first) & (steps <= last)] for steps, values in lines]
    return np.concatenate(seen) if seen else np.empty(0)


def _log_ends(values: Floats) -> tuple[float, float]:
    """A decade at the least where there are numbers."""
    positive = values[values > 0]
    if not len(positive):
        return 0.1, 10.0
    low, high = float(positive.min()), float(positive.max())
    return min(low, high / 10) * 0.8, high


def _close_ends(values: Floats) -> tuple[float, float]:
    """Near around what is seen, so that little things can be seen."""
    if not len(values):
        return 0.0, 1.0
    low, high = float(values.min()), float(values.max())
    room = 0.06 * (high - low) or 0.1 * abs(high) or 1.0
    return max(0.0, low - room), high + room
