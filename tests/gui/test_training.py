"""What the transport's buttons do, and what the window makes of what the engine says."""

from pathlib import Path

import msgspec
import pytest
from PySide6.QtTest import QSignalSpy

from bertscope.gui.engine_process import EngineState, ProcessOutcome
from bertscope.gui.training import Phase, Training
from bertscope.gui.transport import duration, where
from bertscope.recipe import Recipe
from bertscope.wire import messages as m
from tests.gui.conftest import FakeEngine, info

KILLED = ProcessOutcome(crashed=True, code=9, expected=False)
CPU = m.DeviceInfo("cpu", "CPU")


@pytest.fixture
def training(fake: FakeEngine) -> Training:
    return Training(fake, Recipe(steps=100))


def begin(training: Training, fake: FakeEngine, step: int = 0) -> str:
    """Press play and let the engine take the run up; its folder."""
    training.play()
    (train,) = fake.take(m.Train)
    ref = m.ModelRef(train.folder)
    fake.received.emit(m.RunStarted(train.id, train.folder, info(ref), CPU, step, 100))
    return train.folder


def rows(*steps: int) -> list[m.StepRow]:
    return [m.StepRow(step, 5.0, 0.6, 0.1, 0.5, tokens=100, seconds=0.1) for step in steps]


def test_play_begins_a_run_of_its_own(training: Training, fake: FakeEngine, home: Path) -> None:
    training.play()
    (train,) = fake.take(m.Train)
    assert train.recipe == training.recipe
    assert Path(train.folder).parent == home / "runs"
    assert not train.resume
    assert training.phase is Phase.PREPARING


def test_progress_is_told_while_preparing(training: Training, fake: FakeEngine) -> None:
    training.play()
    fake.received.emit(m.Progress("Reading the corpus", 0.5))
    assert where(training) == "Reading the corpus …"


def test_a_run_goes_from_start_to_finish(training: Training, fake: FakeEngine) -> None:
    folder = begin(training, fake)
    assert training.phase is Phase.RUNNING
    fake.received.emit(m.Metrics(folder, rows(1, 2, 3)))
    assert (training.step, len(training.history.rows)) == (3, 3)
    training.pause()
    assert len(fake.take(m.Pause)) == 1
    fake.received.emit(m.RunPaused(folder, 3))
    assert training.phase is Phase.PAUSED
    training.single_step()
    assert fake.take(m.Play) == [m.Play(1)]
    fake.received.emit(m.RunPaused(folder, 100, finished=True))
    assert training.phase is Phase.FINISHED
    assert not training.can_play


def test_more_steps_wake_a_finished_run(training: Training, fake: FakeEngine) -> None:
    folder = begin(training, fake)
    fake.received.emit(m.Metrics(folder, rows(100)))
    fake.received.emit(m.RunPaused(folder, 100, finished=True))
    training.set_recipe(msgspec.structs.replace(training.recipe, steps=150))
    assert fake.take(m.StopAt) == [m.StopAt(150)]
    assert training.can_play


def test_reset_lets_go(training: Training, fake: FakeEngine) -> None:
    folder = begin(training, fake)
    fake.received.emit(m.Metrics(folder, rows(1)))
    cleared = QSignalSpy(training.cleared)
    training.reset()
    assert len(fake.take(m.EndRun)) == 1
    assert cleared.count() == 1
    assert (training.phase, training.step, training.history.rows) == (Phase.IDLE, 0, [])


def test_late_words_of_an_old_run_are_not_taken(training: Training, fake: FakeEngine) -> None:
    old = begin(training, fake)
    training.reset()
    training.play()
    fake.received.emit(m.Metrics(old, rows(9)))
    fake.received.emit(m.RunFailed(old, 9, "too late"))
    assert training.phase is Phase.PREPARING
    assert training.history.rows == []


def test_a_corpus_that_cannot_be_read_leaves_all_as_it_was(
    training: Training, fake: FakeEngine
) -> None:
    told = QSignalSpy(training.failed)
    training.play()
    (train,) = fake.take(m.Train)
    fake.received.emit(m.RunFailed(train.folder, 0, "The corpus is empty."))
    assert told.at(0) == ["The corpus is empty."]
    assert training.phase is Phase.IDLE
    assert training.folder is None


def test_a_refused_run_leaves_all_as_it_was(training: Training, fake: FakeEngine) -> None:
    training.play()
    (train,) = fake.take(m.Train)
    fake.received.emit(m.Failed(train.id, "There is no device cuda:7 here."))
    assert training.phase is Phase.IDLE


def test_a_crash_keeps_the_curves_and_comes_back(training: Training, fake: FakeEngine) -> None:
    folder = begin(training, fake)
    fake.received.emit(m.Metrics(folder, rows(*range(1, 31))))
    fake.die(KILLED)
    assert training.phase is Phase.BROKEN
    assert len(training.history.rows) == 30
    fake.get_ready()
    training.restore()
    (train,) = fake.take(m.Train)
    assert (train.folder, train.resume, train.play) == (folder, True, 0)
    ref = m.ModelRef(folder)
    fake.received.emit(m.RunStarted(train.id, folder, info(ref), CPU, 20, 100))
    fake.received.emit(m.RunPaused(folder, 20))
    assert (training.phase, training.step) == (Phase.PAUSED, 20)
    fake.received.emit(m.Metrics(folder, rows(21)))
    assert [r.step for r in training.history.rows] == list(range(1, 22))


def test_play_before_the_engine_is_up_says_so(training: Training, fake: FakeEngine) -> None:
    fake.state = EngineState.STARTING
    told = QSignalSpy(training.failed)
    training.play()
    assert "not ready yet" in told.at(0)[0]
    assert training.phase is Phase.IDLE


def test_nan_stops_with_a_sentence_and_a_way_on(training: Training, fake: FakeEngine) -> None:
    folder = begin(training, fake)
    fake.received.emit(m.RunFailed(folder, 12, "Training stopped at step 12."))
    assert training.phase is Phase.BROKEN
    training.play()
    (train,) = fake.take(m.Train)
    assert train.resume


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, "0:00"), (59.6, "1:00"), (754, "12:34"), (3661, "1:01:01")]
)
def test_durations(seconds: float, words: str) -> None:
    assert duration(seconds) == words
