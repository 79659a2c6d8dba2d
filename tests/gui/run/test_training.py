"""What the transport's buttons do, and what the window makes of what the engine says."""

from pathlib import Path

import msgspec
import pytest
from PySide6.QtTest import QSignalSpy

from bertscope.errors import WireError
from bertscope.gui.engine_process import EngineState, ProcessOutcome
from bertscope.gui.run.training import Phase, Training
from bertscope.gui.run.transport import where
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


def test_a_run_that_was_reset_does_not_come_back(training: Training, fake: FakeEngine) -> None:
    begin(training, fake)
    fake.die(KILLED)
    training.reset()
    fake.get_ready()
    training.restore()
    assert fake.take(m.Train) == []
    assert training.phase is Phase.IDLE


def test_a_run_cannot_stop_before_the_step_it_has_reached(
    training: Training, fake: FakeEngine
) -> None:
    folder = begin(training, fake)
    fake.received.emit(m.Metrics(folder, rows(60)))
    training.set_recipe(msgspec.structs.replace(training.recipe, steps=20))
    assert (training.recipe.steps, fake.take(m.StopAt)) == (60, [m.StopAt(60)])
    # The engine was some steps ahead of what it had told.
    fake.received.emit(m.Metrics(folder, rows(61, 62)))
    fake.received.emit(m.RunPaused(folder, 62, finished=True))
    assert (training.recipe.steps, training.phase) == (62, Phase.FINISHED)


def test_after_a_crash_the_curves_end_where_the_run_does(
    training: Training, fake: FakeEngine
) -> None:
    folder = begin(training, fake)
    fake.received.emit(m.Metrics(folder, rows(*range(1, 31))))
    fake.die(KILLED)
    fake.get_ready()
    training.restore()
    (train,) = fake.take(m.Train)
    fake.received.emit(m.RunStarted(train.id, folder, info(m.ModelRef(folder)), CPU, 20, 100))
    assert training.history.rows[-1].step == 20
    assert training.seconds_elapsed == pytest.approx(2.0)


def test_a_run_of_before_that_cannot_go_on_is_still_shown(
    training: Training, fake: FakeEngine, tmp_path: Path
) -> None:
    (tmp_path / "run.json").write_bytes(msgspec.json.encode({"recipe": Recipe()}))
    (tmp_path / "metrics.jsonl").write_text('{"step": 3, "mlm_loss": 5.0, "nsp_loss": 0.6}\n')
    training.adopt(tmp_path)
    training.play()
    (train,) = fake.take(m.Train)
    fake.received.emit(m.RunFailed(train.folder, 3, "Its checkpoints are damaged."))
    assert (training.phase, training.folder, training.step) == (Phase.BROKEN, tmp_path, 3)


def test_slow_steps_have_a_pace_too(
    training: Training, fake: FakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = begin(training, fake)
    for step, now in ((1, 0.0), (2, 10.0), (3, 20.0)):
        monkeypatch.setattr("bertscope.gui.run.training.time.monotonic", lambda now=now: now)
        fake.received.emit(m.Metrics(folder, rows(step)))
    assert training.steps_per_second == pytest.approx(0.1)
    assert training.seconds_left == pytest.approx(970)


def test_what_cannot_be_sent_is_said(
    training: Training, fake: FakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(message: m.Message) -> bool:
        raise WireError("This can't be passed to the engine.")

    monkeypatch.setattr(fake, "send", refuse)
    told = QSignalSpy(training.failed)
    training.play()
    assert told.at(0) == ["This can't be passed to the engine."]
    assert training.phase is Phase.IDLE


def test_a_long_name_of_a_corpus_makes_a_folder_that_can_be(
    training: Training, fake: FakeEngine
) -> None:
    recipe = msgspec.structs.replace(training.recipe, corpus=f"/texts/{'n' * 250}.txt")
    training.set_recipe(recipe)
    training.play()
    (train,) = fake.take(m.Train)
    assert len(Path(train.folder).name) < 120
