"""When a run that plays holds."""

import math

import pytest

from bertscope.run_folder import StepRow
from bertscope.wire import messages as m
from bertscope.wire.goals import AT_ONCE, GoalWatch


def held_at(goal: m.Goal, rows: list[StepRow], step: int = 0) -> int | None:
    """The step at which the run holds, None where it goes on."""
    watch = GoalWatch(goal, step)
    if watch.reached:
        return step
    for row in rows:
        watch.take(row)
        if watch.reached:
            return row.step
    return None


def steps(losses: list[float], first: int = 1) -> list[StepRow]:
    return [
        StepRow(first + i, mlm_loss=loss, nsp_loss=loss / 10, loss=loss + loss / 10, seconds=0.5)
        for i, loss in enumerate(losses)
    ]


FALLING = [10.0 - i / 2 for i in range(20)]


def test_without_a_goal_it_goes_on():
    assert held_at(m.Goal(), steps(FALLING)) is None


def test_the_goal_of_one_that_holds():
    assert held_at(AT_ONCE, [], step=7) == 7


def test_so_many_steps_from_where_play_began():
    # Where play begins is told once more by a run that was taken up again.
    assert held_at(m.Goal(steps=3), steps(FALLING, first=5), step=5) == 8


@pytest.mark.parametrize(("step", "held"), [(5, 8), (8, 8), (9, 9)])
def test_a_step_is_reached_once(step: int, held: int):
    assert held_at(m.Goal(step=8), steps(FALLING, first=step + 1), step=step) == held


def test_seconds_are_those_of_training():
    assert held_at(m.Goal(seconds=1.5), steps(FALLING)) == 3


@pytest.mark.parametrize(
    ("loss", "scale"), [(m.Loss.MLM, 1.0), (m.Loss.NSP, 0.1), (m.Loss.TOTAL, 1.1)]
)
def test_the_mean_of_a_loss_and_not_one_lucky_batch(loss: m.Loss, scale: float):
    lucky = [10.0] * 5 + [0.0] + [10.0] * 14
    goal = m.Goal(loss=loss, below=8.0 * scale)
    assert held_at(goal, steps(lucky)) is None
    means = [math.fsum(FALLING[i - 10 : i]) / 10 for i in range(10, 21)]
    first = next(i for i, mean in enumerate(means, 10) if mean < 8.0)
    assert held_at(goal, steps(FALLING)) == first


def test_losses_from_before_play_do_not_count():
    low = m.Goal(loss=m.Loss.MLM, below=5.0)
    watch = GoalWatch(low, 30)
    for row in steps([1.0] * 30) + steps([1.0] * 9, first=31):
        watch.take(row)
    assert not watch.reached
    watch.take(StepRow(40, mlm_loss=1.0))
    assert watch.reached


def test_whichever_comes_first():
    goal = m.Goal(steps=9, seconds=2.0, loss=m.Loss.MLM, below=1.0)
    assert held_at(goal, steps(FALLING)) == 4
