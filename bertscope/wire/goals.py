"""Whether a run that plays has come to where it was to hold."""

from collections import deque

from bertscope.run_folder import StepRow
from bertscope.wire import messages as m

AT_ONCE = m.Goal(steps=0)
"""The goal of a run that holds."""


class GoalWatch:
    """Counts the steps that a run does from where play began.

    Parameters
    ----------
    goal
        When to hold.
    step
        Finished steps when play began.
    """

    def __init__(self, goal: m.Goal, step: int) -> None:
        self.goal = goal
        self._began = self._step = step
        self._seconds = 0.0
        self._losses: deque[float] = deque(maxlen=m.GOAL_STEPS)

    def take(self, row: StepRow) -> None:
        """Count a step; that where play began was not done from here."""
        if row.step <= self._began:
            return
        self._step = row.step
        self._seconds += row.seconds
        loss = _loss_of(row, self.goal.loss)
        if loss is not None:
            self._losses.append(loss)

    @property
    def reached(self) -> bool:
        """Whether to hold now."""
        goal, done = self.goal, self._step - self._began
        return (
            (goal.steps is not None and done >= goal.steps)
            or (goal.step is not None and self._step >= goal.step)
            or (goal.seconds is not None and self._seconds >= goal.seconds)
            or self._is_below()
        )

    def _is_below(self) -> bool:
        losses = self._losses
        return len(losses) == m.GOAL_STEPS and sum(losses) / m.GOAL_STEPS < self.goal.below


def _loss_of(row: StepRow, which: m.Loss | None) -> float | None:
    match which:
        case m.Loss.MLM:
            return row.mlm_loss
        case m.Loss.NSP:
            return row.nsp_loss
        case m.Loss.TOTAL:
            return row.loss
    return None
