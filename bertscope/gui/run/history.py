"""The numbers behind the curves: they grow by appending and are drawn thinned."""

import numpy as np
from numpy.typing import NDArray

from bertscope.gui.table import Table
from bertscope.run_folder import StepRow

BUCKETS = 2000
"""A curve is drawn with the least and the greatest value of each of so many stretches."""

Floats = NDArray[np.float64]


class Series:
    """One curve: steps and values, in a buffer that doubles when it is full."""

    def __init__(self) -> None:
        self._data = np.empty((2, 1024))
        self._size = 0

    def __len__(self) -> int:
        return self._size

    def append(self, step: float, value: float) -> None:
        if self._size == self._data.shape[1]:
            self._data = np.concatenate([self._data, np.empty_like(self._data)], axis=1)
        self._data[:, self._size] = step, value
        self._size += 1

    def cut_back(self, step: float) -> None:
        """Forget what lies behind `step`."""
        self._size = int(np.searchsorted(self.steps, step, side="right"))

    @property
    def steps(self) -> Floats:
        return self._data[0, : self._size]

    @property
    def values(self) -> Floats:
        return self._data[1, : self._size]

    @property
    def last(self) -> float | None:
        return float(self.values[-1]) if self._size else None


class History:
    """All curves of one run, in nats and as shares."""

    NAMES = (
        "mlm_loss",
        "nsp_loss",
        "mlm_accuracy",
        "nsp_accuracy",
        "held_out_mlm_loss",
        "held_out_nsp_loss",
        "held_out_mlm_accuracy",
        "held_out_nsp_accuracy",
        "held_out_nsp_decoy_accuracy",
    )

    def __init__(self) -> None:
        self.series = {name: Series() for name in self.NAMES}
        self.rows: list[StepRow] = []
        self.seconds = 0.0

    def append(self, row: StepRow) -> None:
        """Take one step; a step that is there already replaces it and what came after."""
        if self.rows and row.step <= self.rows[-1].step:
            self.cut_back(row.step - 1)
        self.rows.append(row)
        self.seconds += row.seconds
        for name, series in self.series.items():
            value = getattr(row, name)
            if value is not None:
                series.append(row.step, value)

    def at(self, step: int) -> dict[str, float]:
        """The values of one step by name."""
        values = {}
        for name, series in self.series.items():
            index = int(np.searchsorted(series.steps, step))
            if index < len(series) and series.steps[index] == step:
                values[name] = float(series.values[index])
        return values

    def cut_back(self, step: int) -> None:
        """Forget what lies behind `step`."""
        while self.rows and self.rows[-1].step > step:
            self.seconds -= self.rows.pop().seconds
        for series in self.series.values():
            series.cut_back(step)


def thinned(steps: Floats, values: Floats, buckets: int = BUCKETS) -> tuple[Floats, Floats]:
    """A curve of at most ``2 * buckets`` points with the same outline.

    Of each stretch of neighbouring points the least and the greatest are kept, in their order.
    """
    per_bucket = -(-len(values) // buckets)
    if per_bucket <= 2:
        return steps, values
    whole = len(values) // per_bucket * per_bucket
    stretches = values[:whole].reshape(-1, per_bucket)
    ends = np.sort(np.stack([stretches.argmin(1), stretches.argmax(1)], 1), axis=1)
    kept = (ends + np.arange(len(stretches))[:, None] * per_bucket).ravel()
    kept = np.concatenate([kept, np.arange(whole, len(values))])
    return steps[kept], values[kept]


def smoothed(values: Floats, window: float) -> Floats:
    """Exponential moving average without the pull of its start.

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


def metrics_table(history: History) -> Table:
    """A row a step."""
    columns = ("step", *history.NAMES)
    return Table(columns, [[getattr(row, name) for name in columns] for row in history.rows])
