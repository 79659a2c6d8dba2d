"""Going back and forth between kept steps."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from bertscope.gui.session import Session
from bertscope.gui.state import Stage
from bertscope.run_folder import StepRow
from bertscope.text.pair import Source
from bertscope.wire import messages as m
from tests.gui.conftest import FakeEngine, info, metrics
from tests.gui.travelling import RUN, Bench


@pytest.fixture
def bench(session: Session, fake: FakeEngine) -> Iterator[Bench]:
    made = Bench(session, fake)
    yield made
    made.close()


def test_it_goes_to_the_kept_step_that_is_nearest(bench: Bench) -> None:
    bench.train(100, 0, 10, 40, 100)
    for step, stop in ((24.0, 10), (26.0, 40), (-5.0, 0), (69.0, 40), (71.0, None), (1e9, None)):
        bench.travel.to(step)
        assert bench.session.view.step == stop


def test_the_newest_step_is_followed_whether_it_is_kept_or_not(bench: Bench) -> None:
    bench.train(100, 0, 50, 100)
    assert bench.travel.stops == (0, 50)
    bench.grow(101, 0, 50, 100)
    assert bench.travel.stops == (0, 50, 100)
    bench.travel.to(101)
    assert bench.travel.step is None


def test_step_by_step(bench: Bench) -> None:
    bench.train(100, 0, 10, 40, 100)
    travel, seen = bench.travel, []
    for go in (travel.previous, travel.previous, travel.previous, travel.previous):
        go()
        seen.append(travel.step)
    assert seen == [40, 10, 0, 0]
    travel.next()
    assert travel.step == 10
    travel.next()
    travel.next()
    assert travel.step is None
    travel.next()
    assert travel.step is None
    travel.first()
    assert travel.step == 0
    travel.newest()
    assert travel.step is None


def test_a_drag_is_one_step_of_undo(bench: Bench) -> None:
    bench.train(100, 0, 10, 40, 100)
    bench.session.set_view("Change the stage", stage=Stage.TOKEN)
    for step in range(100, -1, -1):
        bench.travel.to(step)
    assert bench.travel.step == 0
    bench.session.undo_stack.undo()
    assert bench.travel.step is None
    assert bench.session.view.stage is Stage.TOKEN
    bench.session.undo_stack.redo()
    assert bench.travel.step == 0


def test_without_a_run_there_is_nowhere_to_go(bench: Bench) -> None:
    for go in (bench.travel.first, bench.travel.previous, bench.travel.next, bench.travel.newest):
        go()
        assert bench.session.view.step is None
    assert bench.travel.kept == ()
    assert not bench.session.undo_stack.canUndo()


def test_a_run_that_keeps_nothing_is_followed(bench: Bench) -> None:
    bench.train(100)
    bench.travel.to(3)
    assert bench.session.view.step is None


def test_it_tells_when_steps_come_go_or_are_travelled_to(qtbot: QtBot, bench: Bench) -> None:
    bench.train(100, 0, 10)
    for act in (
        lambda: bench.keep(0, 10, 100),
        lambda: bench.grow(101, 0, 10, 100),
        lambda: bench.travel.to(10),
        bench.training.reset,
    ):
        with qtbot.waitSignal(bench.travel.changed):
            act()
    with qtbot.assertNotEmitted(bench.travel.changed):
        bench.session.set_sentence(Source.A, "my cat sleeps")


def test_a_run_made_before_and_one_that_another_program_trains(bench: Bench) -> None:
    folder = "/elsewhere/2"
    bench.adopt(
        info(m.ModelRef(folder)),
        metrics(folder, *map(row, range(1, 31))),
        m.Kept(folder, [0, 10, 20], 3, 512),
        folder=folder,
    )
    bench.travel.to(9)
    assert bench.asked()[-1] == m.ModelRef(folder, 10)
    bench.fake.received.emit(metrics(folder, row(31)))
    bench.fake.received.emit(m.Kept(folder, [0, 10, 20, 30], 4, 512))
    assert bench.travel.kept == (0, 10, 20, 30)
    assert bench.travel.step == 10
    bench.travel.to(30)
    assert bench.travel.step == 30


def row(step: int) -> StepRow:
    return StepRow(step, 7.0, 0.7, tokens=9, seconds=0.1)


kept_sets = st.sets(st.integers(0, 500), max_size=30)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(kept_sets, st.integers(1, 500), st.floats(-100, 1000))
def test_wherever_one_points_it_goes_to_what_is_kept(
    bench: Bench, kept: set[int], newest: int, step: float
) -> None:
    bench.training.reset()
    bench.train(newest, *sorted(k for k in kept if k <= newest))
    bench.travel.to(step)
    stop, stops = bench.travel.step, bench.travel.stops
    assert stop is None or stop in stops
    reached = newest if stop is None else stop
    others = [abs(other - step) for other in (*stops, newest)]
    assert step > newest or abs(reached - step) == min(others)
    assert bench.session.view.step == stop


def test_the_run_ends_where_it_stands(bench: Bench) -> None:
    bench.train(20, 0, 10, 20)
    bench.travel.to(10)
    bench.fake.received.emit(m.RunPaused(RUN, 20, finished=True))
    assert bench.travel.step == 10
    bench.travel.next()
    assert bench.travel.step is None
