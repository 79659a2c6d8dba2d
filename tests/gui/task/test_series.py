"""The same task from three beginnings, one run after the other."""

import msgspec
import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from bertscope.gui.engine_process import EngineState, ProcessOutcome
from bertscope.gui.run.record import Records
from bertscope.gui.run.training import Phase, Training
from bertscope.gui.session import Session
from bertscope.gui.task.series import ENDED, Series
from bertscope.recipe import Recipe
from bertscope.task import Start, Task
from bertscope.wire import messages as m
from tests.gui.conftest import FakeEngine, started
from tests.gui.run.driving import begin

WISH = Recipe(task=Task(data="feelings", examples=100), start="/models/m", seed=3, steps=8)


@pytest.fixture
def training(fake: FakeEngine) -> Training:
    return Training(fake, Records(fake), WISH)


@pytest.fixture
def series(fake: FakeEngine, session: Session, training: Training) -> Series:
    return Series(fake, session, training)


def take_up(fake: FakeEngine, folder: str) -> Recipe:
    """Let the engine begin the run that is asked for."""
    (train,) = fake.take(m.Train)
    fake.received.emit(started(train, folder))
    return train.recipe


def finish(qtbot: QtBot, fake: FakeEngine, series: Series, folder: str) -> None:
    """Let a run end, and wait for what the series does then."""
    with qtbot.waitSignal(series.changed):
        fake.received.emit(m.RunPaused(folder, 8, finished=True))


def test_three_runs_differ_in_what_they_begin_with_and_nothing_else(
    qtbot: QtBot, fake: FakeEngine, session: Session, training: Training, series: Series
) -> None:
    over = QSignalSpy(series.finished)
    session.set_view(beside=("/runs/other",))
    series.start(WISH)
    recipes, said, laid = [], [], []
    for folder in ("/runs/1", "/runs/2", "/runs/3"):
        said.append(series.words)
        laid.append(session.view.beside)
        recipes.append(take_up(fake, folder))
        finish(qtbot, fake, series, folder)
    tasks = [recipe.task for recipe in recipes]
    assert [(task.start, task.head_only) for task in tasks if task] == [
        (Start.RANDOM, False),
        (Start.PRETRAINED, True),
        (Start.PRETRAINED, False),
    ]
    assert {msgspec.json.encode(msgspec.structs.replace(r, task=None)) for r in recipes} == {
        msgspec.json.encode(msgspec.structs.replace(WISH, task=None))
    }
    assert {task.examples for task in tasks if task} == {100}
    assert said == ["1 of 3: random weights", "2 of 3: only the head", "3 of 3: pre-trained"]
    assert laid == [(), ("/runs/1",), ("/runs/1", "/runs/2")]
    assert not series.is_on
    assert [over.at(i) for i in range(over.count())] == [[""]]
    assert (training.folder, training.wanted) == ("/runs/3", WISH)
    assert training.needs_reset == ()


def test_each_run_is_named_by_what_it_begins_with(
    qtbot: QtBot, fake: FakeEngine, series: Series
) -> None:
    series.start(WISH)
    for folder in ("/runs/1", "/runs/2", "/runs/3"):
        take_up(fake, folder)
        finish(qtbot, fake, series, folder)
    names = [(d.folder, d.about.name) for d in fake.take(m.DescribeRun)]
    assert names == [
        ("/runs/1", "Feelings · random weights"),
        ("/runs/2", "Feelings · only the head"),
        ("/runs/3", "Feelings · pre-trained"),
    ]


def test_the_run_at_hand_is_let_go_of_first(
    fake: FakeEngine, training: Training, series: Series
) -> None:
    begin(training, fake)
    series.start(WISH)
    assert len(fake.take(m.EndRun)) == 1
    task = take_up(fake, "/runs/2").task
    assert task is not None
    assert task.data == "feelings"
    assert series.is_on


def test_stop_holds_the_run_and_begins_no_other(
    qtbot: QtBot, fake: FakeEngine, training: Training, series: Series
) -> None:
    series.start(WISH)
    take_up(fake, "/runs/1")
    series.stop()
    assert len(fake.take(m.Pause)) == 1
    assert not series.is_on
    fake.received.emit(m.RunPaused("/runs/1", 8, finished=True))
    qtbot.wait(1)
    assert fake.take(m.Train) == []
    assert training.phase is Phase.FINISHED


def test_a_run_that_is_only_prepared_is_let_go_of_by_stop(
    fake: FakeEngine, training: Training, series: Series
) -> None:
    series.start(WISH)
    series.stop()
    assert len(fake.take(m.EndRun)) == 1
    assert (training.phase, training.wanted) == (Phase.IDLE, WISH)


def test_a_pause_holds_the_series_up_and_play_goes_on_with_it(
    qtbot: QtBot, fake: FakeEngine, training: Training, series: Series
) -> None:
    series.start(WISH)
    take_up(fake, "/runs/1")
    fake.received.emit(m.RunPaused("/runs/1", 4))
    assert series.is_on
    training.play()
    finish(qtbot, fake, series, "/runs/1")
    assert series.words == "2 of 3: only the head"


@pytest.mark.parametrize("early", [True, False])
def test_a_run_that_fails_ends_it_with_its_sentence(
    fake: FakeEngine, training: Training, series: Series, *, early: bool
) -> None:
    over = QSignalSpy(series.finished)
    series.start(WISH)
    if early:
        (train,) = fake.take(m.Train)
        fake.received.emit(m.Failed(train.id, "All examples have one class."))
    else:
        take_up(fake, "/runs/1")
        fake.received.emit(m.RunFailed("/runs/1", 3, "All examples have one class."))
    assert [over.at(i) for i in range(over.count())] == [["All examples have one class."]]
    assert not series.is_on
    assert fake.take(m.Train) == []


def test_a_reset_by_hand_ends_it(fake: FakeEngine, training: Training, series: Series) -> None:
    over = QSignalSpy(series.finished)
    series.start(WISH)
    take_up(fake, "/runs/1")
    training.reset()
    assert not series.is_on
    assert over.count() == 1
    assert training.wanted == WISH


def test_without_an_engine_it_ends_at_once(fake: FakeEngine, series: Series) -> None:
    over = QSignalSpy(series.finished)
    fake.state = EngineState.ENDED
    series.start(WISH)
    assert not series.is_on
    assert over.count() == 1


def test_after_a_crash_it_goes_on_with_the_run_that_is_brought_back(
    qtbot: QtBot, fake: FakeEngine, training: Training, series: Series
) -> None:
    crash = ProcessOutcome(crashed=True, code=9, expected=False)
    series.start(WISH)
    take_up(fake, "/runs/1")
    fake.die(crash)
    assert series.is_on
    fake.get_ready()
    training.restore()
    take_up(fake, "/runs/1")
    finish(qtbot, fake, series, "/runs/1")
    assert series.words == "2 of 3: only the head"
    fake.take(m.Train)
    over = QSignalSpy(series.finished)
    fake.die(crash)  # Before the second run has begun, there is nothing to bring back.
    assert [over.at(i) for i in range(over.count())] == [[ENDED]]
    assert not series.is_on
