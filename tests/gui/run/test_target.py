"""How far a run is from its goal."""

import pytest

from bertscope.gui.curves.history import History
from bertscope.gui.run.target import Target
from bertscope.run_folder import StepRow, as_table
from bertscope.wire import messages as m


def history(losses: list[float], seconds: float = 2.0) -> History:
    made = History()
    rows = [
        StepRow(step, loss, 0.5, seconds=seconds, loss=loss + 0.5)
        for step, loss in enumerate(losses, 1)
    ]
    made.append(as_table(rows))
    return made


def test_the_end_of_the_run_is_no_goal_of_its_own() -> None:
    target = Target(m.Goal(), 3, 6.0)
    assert (target.end, target.words(history([5.0] * 4), 1.0)) == (None, "")


def test_steps_count_from_where_play_began() -> None:
    target = Target(m.Goal(steps=20), 3, 6.0)
    assert target.end == 23
    assert target.seconds_left(13, 26.0, 0.5) == 20
    assert target.seconds_left(13, 26.0, None) is None
    assert target.words(history([5.0] * 13), 0.5) == "to step 23 in 0:20"


def test_of_two_ends_the_nearer_one_counts() -> None:
    assert Target(m.Goal(steps=20, step=10), 3, 0.0).end == 10


def test_time_counts_from_where_play_began() -> None:
    target = Target(m.Goal(seconds=60), 3, 6.0)
    assert target.end is None
    assert target.words(history([5.0] * 8), 0.5) == "0:50 of 1:00 to go"
    assert target.seconds_left(90, 99.0, 0.5) == 0


@pytest.mark.parametrize(
    ("loss", "mean"), [(m.Loss.MLM, 3.0), (m.Loss.NSP, 0.5), (m.Loss.TOTAL, 3.5)]
)
def test_a_loss_is_the_mean_of_the_last_steps_from_here(loss: m.Loss, mean: float) -> None:
    losses = [9.0] * 5 + [8.0] + [3.0] * m.GOAL_STEPS
    target = Target(m.Goal(loss=loss, below=2.5), 5, 10.0)
    assert target.mean_loss(history(losses)) == pytest.approx(mean)
    assert target.words(history(losses), 1.0) == f"until {loss} < 2.5, now {mean:.3f}"


def test_a_mean_of_fewer_steps_is_not_told() -> None:
    target = Target(m.Goal(loss=m.Loss.MLM, below=2.0), 5, 10.0)
    losses = [3.0] * (5 + m.GOAL_STEPS - 1)
    assert target.mean_loss(history(losses)) is None
    assert target.words(history(losses), 1.0) == "until masked LM loss < 2"
