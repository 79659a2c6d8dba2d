"""What a run that plays is on its way to, and how far that is."""

from dataclasses import dataclass

import numpy as np

from bertscope.gui.curves.history import History
from bertscope.gui.language import tr
from bertscope.gui.wording import duration
from bertscope.gui.wording import loss as loss_words
from bertscope.wire import messages as m

TO_END, ONE_STEP, HOLD = m.Goal(), m.Goal(steps=1), m.Goal(steps=0)
SERIES = {m.Loss.MLM: "mlm_loss", m.Loss.NSP: "nsp_loss", m.Loss.TOTAL: "loss"}


@dataclass(frozen=True)
class Target:
    """A goal, and where the run stood when it was set.

    Attributes
    ----------
    goal
        When the run holds again.
    step, seconds
        Finished steps, and seconds of training, at that time.
    """

    goal: m.Goal = TO_END
    step: int = 0
    seconds: float = 0.0

    @property
    def end(self) -> int | None:
        """The step at which the run holds; None where that isn't known beforehand."""
        ends = [self.goal.step] if self.goal.step is not None else []
        if self.goal.steps is not None:
            ends.append(self.step + self.goal.steps)
        return min(ends, default=None)

    def seconds_left(self, step: int, seconds: float, pace: float | None) -> float | None:
        """Until it is reached; None where that isn't known.

        Parameters
        ----------
        step, seconds
            Where the run stands.
        pace
            Steps a second.
        """
        if self.goal.seconds is not None:
            return max(0.0, self.goal.seconds - (seconds - self.seconds))
        if self.end is None or not pace:
            return None
        return max(0, self.end - step) / pace

    def words(self, history: History, pace: float | None) -> str:
        """What is still missing; empty where the goal is the end of the run."""
        goal = self.goal
        if goal.loss is not None:
            mean = self.mean_loss(history)
            words = tr("until {loss} < {below:g}", loss=tr(goal.loss.value), below=goal.below)
            if mean is None:
                return words
            return tr("{goal}, now {loss}", goal=words, loss=loss_words(mean))
        left = self.seconds_left(history.last_step, history.seconds, pace)
        if goal.seconds is not None:
            if left is None:
                return ""
            return tr("{left} of {all} to go", left=duration(left), all=duration(goal.seconds))
        if self.end is None:
            return ""
        if left is None:
            return tr("to step {step:,}", step=self.end)
        return tr("to step {step:,} in {time}", step=self.end, time=duration(left))

    def mean_loss(self, history: History) -> float | None:
        """The mean that the goal is about; None before enough steps were done from here."""
        if self.goal.loss is None:
            return None
        series = history.series[SERIES[self.goal.loss]]
        values = series.values[np.searchsorted(series.steps, self.step, side="right") :]
        return float(values[-m.GOAL_STEPS :].mean()) if len(values) >= m.GOAL_STEPS else None
