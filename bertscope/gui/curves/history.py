"""The numbers behind the curves: they grow by appending and are drawn thinned."""

from collections.abc import Iterator, Sequence

import numpy as np

from bertscope.gui.curves.outline import Floats, Indices, Outline
from bertscope.gui.curves.smoothing import Smooth, smoothed_at
from bertscope.gui.table import Cell, Table
from bertscope.run_folder import COLUMNS

COUNTS = ("step", "tokens", "pairs")
"""Columns of whole numbers."""
PART = 4096
"""Rows of a table that are made at once."""


class Series:
    """One curve: rising steps and finite values, in a buffer that doubles when it is full."""

    def __init__(self) -> None:
        self._data = np.empty((2, 1024))
        self._size = 0
        self._outline = Outline()
        self._smooth = Smooth()

    def __len__(self) -> int:
        return self._size

    def extend(self, steps: Floats, values: Floats) -> None:
        """Add points behind the last one."""
        size = self._size + len(steps)
        if size > self._data.shape[1]:
            room = np.empty((2, max(size, 2 * self._data.shape[1])))
            room[:, : self._size] = self._data[:, : self._size]
            self._data = room
        self._data[0, self._size : size], self._data[1, self._size : size] = steps, values
        self._size = size

    def cut_back(self, step: float) -> None:
        """Forget what lies behind `step`."""
        self._size = int(np.searchsorted(self.steps, step, side="right"))
        self._outline.cut_back(self._size)
        self._smooth.cut_back(self._size)

    @property
    def steps(self) -> Floats:
        return self._data[0, : self._size]

    @property
    def values(self) -> Floats:
        return self._data[1, : self._size]

    @property
    def last(self) -> float | None:
        return float(self.values[-1]) if self._size else None

    def best(self, *, greatest: bool) -> tuple[float, float] | None:
        """The step and the value of the least point, or the greatest; the first of equal ones."""
        if not self._size:
            return None
        index = self._outline.extreme(self.values, greatest=greatest)
        return float(self.steps[index]), float(self.values[index])

    def until(self, step: float) -> int | None:
        """The index of the last point up to a step; None where there is none yet."""
        index = int(np.searchsorted(self.steps, step, side="right")) - 1
        return index if index >= 0 else None

    def outline(self, first: float, last: float, columns: int) -> Indices:
        """The points to draw of steps `first` to `last`, at the most two a column.

        The neighbours outside are among them, so that the line leaves the plot.
        """
        return self._outline.pick(self.values, *self._range(first, last), columns)

    def smooth(self, window: float, first: float, last: float, columns: int) -> tuple[Floats, ...]:
        """The bold line from step `first` to `last`: steps and heights, at the most one a column.

        Parameters
        ----------
        window
            Steps after which an old value weighs 1/e.
        """
        begin, end = self._range(first, last)
        indices, heights = self._smooth.pick(self.values, window, begin, end, columns)
        return self.steps[indices], heights

    def smooth_at(self, index: int, window: float) -> float:
        """How high the bold line is at a point."""
        return float(smoothed_at(self.values, np.array([index]), window)[0])

    def _range(self, first: float, last: float) -> tuple[int, int]:
        begin = int(np.searchsorted(self.steps, first)) - 1
        end = int(np.searchsorted(self.steps, last, side="right")) + 1
        return max(begin, 0), min(end, self._size)


class History:
    """All curves of one run by the names of `bertscope.run_folder.COLUMNS`: nats and shares.

    `series[name]` holds a value for each step at which that was measured. Where the run doesn't
    say what was minimised, as old ones don't, the losses are the sums of both parts.
    """

    NAMES = tuple(name for name in COLUMNS if name != "step")

    def __init__(self) -> None:
        self.series = {name: Series() for name in self.NAMES}
        self._seconds = 0.0

    @property
    def seconds(self) -> float:
        """Seconds of training."""
        return self._seconds

    @property
    def last_step(self) -> int:
        """The newest step, 0 where there is none."""
        steps = self.series["seconds"].steps  # It is measured at every step.
        return int(steps[-1]) if len(steps) else 0

    def __len__(self) -> int:
        """Steps that were told."""
        return len(self.series["seconds"])

    def append(self, rows: Floats) -> None:
        """Take (steps, `COLUMNS`); a step that is there already replaces it and what came after."""
        if not len(rows):
            return
        rows = _with_sums(rows)
        steps = rows[:, 0]
        if len(self) and steps[0] <= self.last_step:
            self.cut_back(steps[0] - 1)
        for column, name in enumerate(COLUMNS):
            if name != "step":
                there = np.isfinite(rows[:, column])
                self.series[name].extend(steps[there], rows[there, column])
        self._seconds += float(np.nansum(rows[:, COLUMNS.index("seconds")]))

    def at(self, step: int) -> dict[str, float]:
        """The values of one step by name."""
        values = {}
        for name, series in self.series.items():
            index = series.until(step)
            if index is not None and series.steps[index] == step:
                values[name] = float(series.values[index])
        return values

    def cut_back(self, step: float) -> None:
        """Forget what lies behind `step`."""
        for series in self.series.values():
            series.cut_back(step)
        self._seconds = float(self.series["seconds"].values.sum())

    def table(self, first: int, last: int) -> Floats:
        """Rows `first` to `last` as (steps, `COLUMNS`); what wasn't measured is NaN."""
        steps = self.series["seconds"].steps[first:last]
        made = np.full((len(steps), len(COLUMNS)), np.nan)
        if len(steps):
            made[:, 0] = steps
            for column, name in enumerate(COLUMNS[1:], start=1):
                series = self.series[name]
                begin, end = np.searchsorted(series.steps, (steps[0], steps[-1] + 0.5))
                rows = np.searchsorted(steps, series.steps[begin:end])
                made[rows, column] = series.values[begin:end]
        return made


def _with_sums(rows: Floats) -> Floats:
    """The rows with both parts added up where no total was told."""
    rows = rows.copy()
    for prefix in ("", "held_out_"):
        names = f"{prefix}loss", f"{prefix}mlm_loss", f"{prefix}nsp_loss"
        total, mlm, nsp = (COLUMNS.index(name) for name in names)
        untold = np.isnan(rows[:, total])
        rows[untold, total] = rows[untold, mlm] + rows[untold, nsp]
    return rows


class _Rows:
    """The rows of some runs, made only as they are written."""

    def __init__(self, histories: Sequence[tuple[tuple[str, ...], History]]) -> None:
        self._histories = [(names, history, len(history)) for names, history in histories]

    def __len__(self) -> int:
        return sum(size for _, _, size in self._histories)

    def __iter__(self) -> Iterator[Sequence[Cell]]:
        for names, history, size in self._histories:
            for first in range(0, size, PART):
                for row in history.table(first, min(first + PART, size)).tolist():
                    yield (*names, *map(_cell, row, _IS_COUNT))


_IS_COUNT = [name in COUNTS for name in COLUMNS]


def _cell(value: float, is_count: bool) -> Cell:
    if value != value:
        return None
    return int(value) if is_count else value


def metrics_table(history: History) -> Table:
    """A row a step."""
    return Table(COLUMNS, _Rows([((), history)]))


def runs_table(runs: Sequence[tuple[str, History]]) -> Table:
    """A row a step of each of some runs, with the run's name first."""
    return Table(("run", *COLUMNS), _Rows([((name,), history) for name, history in runs]))
