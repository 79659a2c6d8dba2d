"""What goes wrong with an engine, a disk or a run leaves the window alive, and a way on.

Real engines train real runs here; they are killed, stopped and starved for real.
"""

import os
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import msgspec
import psutil
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bertscope.engine.run_lock import is_busy
from bertscope.gui.engine_process import EngineProcess, EngineState
from bertscope.gui.life import RESTART
from bertscope.gui.main_window import MainWindow
from bertscope.gui.run.training import Phase
from bertscope.gui.run.transport import Transport
from bertscope.gui.settings import Settings
from bertscope.gui.slow.view import ROW
from bertscope.gui.theme import Appearance, Mode
from bertscope.places import DEFAULT_MODEL
from bertscope.recipe import LITTLE_STORIES, Optimizer, Recipe
from bertscope.run_folder import Happening, StepRow, read_recipe
from bertscope.wire import messages as m
from tests.gui.conftest import LONG_SECONDS, FakeEngine, metrics, started

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="signals and limits of Linux"),
]

LONG_MS = 60_000
LONG_AGO = -1e9
RECIPE = Recipe(
    vocabulary=DEFAULT_MODEL,
    corpus=LITTLE_STORIES,
    stories=200,
    batch_size=4,
    max_length=16,
    steps=100_000,
    evaluate_every=50,
    held_out_pairs=8,
    checkpoint_seconds=0.3,
)


def wait(qtbot: QtBot, done: Callable[[], bool]) -> None:
    qtbot.waitUntil(done, timeout=LONG_MS)


def train(qtbot: QtBot, window: MainWindow, steps: int = 5, **changes: object) -> Path:
    """Train until so many steps are done and a checkpoint lies there; the run's folder."""
    training = window.training
    training.set_recipe(msgspec.structs.replace(RECIPE, **changes))
    window.views.transport.play.click()
    wait(qtbot, lambda: training.step >= steps and bool(checkpoints(window)))
    return Path(training.folder)


def checkpoints(window: MainWindow) -> list[int]:
    record = window.training.record
    events = record.events if record else []
    return [event.step for event in events if event.what is Happening.CHECKPOINT]


def curve(window: MainWindow) -> list[float]:
    """The steps of the curve, which may have no gap."""
    steps: list[float] = window.training.history.series["mlm_loss"].steps.tolist()
    assert steps == [float(step) for step in range(1, len(steps) + 1)]
    return steps


def delete(folder: Path) -> None:
    """Delete it, though an engine may be writing into it."""
    while folder.exists():
        shutil.rmtree(folder, ignore_errors=True)


def steps_in(folder: Path) -> list[int]:
    lines = (folder / "metrics.jsonl").read_bytes().splitlines()
    return [msgspec.json.decode(line)["step"] for line in lines]


def taken_up_by_another_program(folder: Path, steps: int = 2) -> None:
    """The run is whole: the command line trains it further."""
    before = steps_in(folder)[-1]
    bertscope = [sys.executable, "-m", "bertscope", "pretrain", "--resume", "--out", str(folder)]
    done = subprocess.run(
        [*bertscope, "--steps", str(before + steps)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert steps_in(folder)[-1] == before + steps


def goes_on(qtbot: QtBot, window: MainWindow) -> None:
    """The window answers, and the run goes further without a gap."""
    training = window.training
    wait(qtbot, lambda: training.phase is Phase.RUNNING)
    at = training.step
    wait(qtbot, lambda: training.step > at + 2)
    assert curve(window)
    looked_at = window.session
    looked_at.set_pair("my cat sleeps", "")
    wait(qtbot, lambda: window.prober.latest.question.ids == tuple(looked_at.model_ids))


@contextmanager
def another_window(qtbot: QtBot, patience: float = LONG_SECONDS) -> Iterator[MainWindow]:
    engine = EngineProcess(patience=patience)
    engine.start()
    window = MainWindow(engine, Appearance(Mode.LIGHT), Settings())
    window.show()
    try:
        wait(qtbot, lambda: window.prober.latest is not None and window.curves is not None)
        yield window
    finally:
        window.close()
        wait(qtbot, lambda: engine.state is EngineState.ENDED)
        window.deleteLater()


# --- The engine ends ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "said"),
    [(signal.SIGKILL, "killed"), (signal.SIGSEGV, "SIGSEGV"), (signal.SIGABRT, "SIGABRT")],
)
def test_an_engine_that_ends_in_training_comes_back_with_its_run(
    qtbot: QtBot, real_window: MainWindow, number: int, said: str
) -> None:
    window, training = real_window, real_window.training
    train(qtbot, window)
    known = len(curve(window))
    window.life.began_at = LONG_AGO
    os.kill(window.engine.pid, number)
    wait(qtbot, lambda: window.engine.state is not EngineState.READY)
    assert len(curve(window)) >= known
    wait(qtbot, lambda: training.phase is Phase.PAUSED)
    words = window.banner.words.text()
    assert said in words
    assert f"back at step {training.step:,}" in words
    assert len(curve(window)) == training.step > 0
    window.banner.way_on.click()
    goes_on(qtbot, window)


# --- Memory and numbers run out -------------------------------------------------------------------


def test_where_memory_runs_out_smaller_parts_go_on_in_a_new_engine(
    qtbot: QtBot, real_window: MainWindow
) -> None:
    window, training, many = real_window, real_window.training, 8192
    train(qtbot, window, max_length=64, micro_batch=many)
    starved, known = window.engine.pid, len(curve(window))
    size = psutil.Process(starved).memory_info().vms
    resource.prlimit(starved, resource.RLIMIT_AS, (size + (64 << 20), resource.RLIM_INFINITY))
    window.views.transport.controls.batch.setValue(many)
    wait(qtbot, lambda: training.phase is Phase.BROKEN)
    assert "ran out of memory" in window.banner.words.text()
    assert window.banner.way_on.text() == f"Go on with {many // 2:,} pairs a micro-batch"
    assert len(curve(window)) >= known
    window.views.transport.controls.batch.setValue(4)  # So that the test needn't wait for it.
    window.banner.way_on.click()
    goes_on(qtbot, window)
    assert training.recipe.micro_batch == many // 2
    assert window.engine.pid != starved


def test_a_device_that_is_lost_is_told_and_another_engine_started(
    window: MainWindow, fake: FakeEngine
) -> None:
    window.training.play()
    (train_,) = fake.take(m.Train)
    fake.received.emit(started(train_, "/runs/1"))
    fake.received.emit(metrics("/runs/1", StepRow(1, 5.0, 0.6)))
    fake.received.emit(m.RunFailed("/runs/1", 1, "The device no longer answers.", spent=True))
    assert window.banner.words.text() == "The device no longer answers."
    assert (fake.starts, len(curve(window))) == (1, 1)
    fake.get_ready()
    window.views.transport.play.click()
    (again,) = fake.take(m.Train)
    assert (again.folder, again.resume) == ("/runs/1", True)
    assert not window.banner.isVisible()


def test_a_loss_that_is_no_number_stops_and_a_lower_rate_goes_on(
    qtbot: QtBot, real_window: MainWindow
) -> None:
    window, training = real_window, real_window.training
    train(qtbot, window, optimizer=Optimizer.ADAMW)
    sound = checkpoints(window)[-1]
    training.set_recipe(msgspec.structs.replace(training.wanted, learning_rate=1e6))
    wait(qtbot, lambda: training.phase is Phase.BROKEN)
    assert "no longer a finite number" in window.banner.words.text()
    assert "lower learning rate" in window.banner.words.text()
    assert training.record.events[-1].what is Happening.NOT_FINITE
    assert len(curve(window)) == training.step > sound
    training.set_recipe(msgspec.structs.replace(training.wanted, learning_rate=1e-3))
    window.views.transport.play.click()
    goes_on(qtbot, window)
    assert not window.banner.isVisible()
    # Not from weights that had been spoiled by then, though a checkpoint of them was written.
    losses = training.history.series["mlm_loss"].values
    assert losses.max() < 20


# --- The disk is full, or a folder is gone --------------------------------------------------------


def test_a_full_disk_holds_and_play_goes_on(qtbot: QtBot, real_window: MainWindow) -> None:
    window, training = real_window, real_window.training
    folder, engine = train(qtbot, window), window.engine.pid
    full = (folder / "metrics.jsonl").stat().st_size
    resource.prlimit(engine, resource.RLIMIT_FSIZE, (full, resource.RLIM_INFINITY))
    wait(qtbot, lambda: training.phase is Phase.PAUSED)
    assert "free some space" in window.banner.words.text()
    window.banner.way_on.click()
    wait(qtbot, lambda: training.phase is Phase.PAUSED and window.banner.isVisible())
    resource.prlimit(engine, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)
    window.banner.way_on.click()
    goes_on(qtbot, window)
    training.pause()
    wait(qtbot, lambda: training.phase is Phase.PAUSED)
    assert steps_in(folder) == list(range(training.step + 1))


@pytest.mark.parametrize("phase", [Phase.RUNNING, Phase.PAUSED])
def test_a_folder_deleted_is_told_and_made_again(
    qtbot: QtBot, real_window: MainWindow, phase: Phase
) -> None:
    window, training = real_window, real_window.training
    folder = train(qtbot, window)
    if phase is Phase.PAUSED:
        training.pause()
        wait(qtbot, lambda: training.phase is Phase.PAUSED)
    delete(folder)
    if phase is Phase.PAUSED:
        window.views.transport.play.click()
    wait(qtbot, lambda: training.phase is Phase.PAUSED and window.banner.isVisible())
    assert "is gone" in window.banner.words.text()
    window.views.transport.play.click()
    goes_on(qtbot, window)
    assert not window.banner.isVisible()
    known = training.step
    wait(qtbot, lambda: checkpoints(window)[-1] > known)
    training.reset()
    wait(qtbot, lambda: (folder / "model").is_dir() and not is_busy(folder))
    taken_up_by_another_program(folder)


def test_a_run_that_is_only_shown_stays_on_the_screen_without_its_folder(
    qtbot: QtBot, real_window: MainWindow
) -> None:
    window, training = real_window, real_window.training
    folder = train(qtbot, window)
    training.reset()
    window.files.open_run(str(folder))
    wait(qtbot, lambda: training.phase is Phase.BROKEN and len(training.history) > 5)
    known = curve(window)
    delete(folder)
    wait(qtbot, lambda: "folder of this run is gone" in window.banner.words.text())
    assert curve(window) == known
    window.views.transport.play.click()
    wait(qtbot, lambda: "There is no run in" in window.banner.words.text())
    assert window.banner.way_on.text() == "Begin a new run"
    window.banner.way_on.click()
    assert training.phase is Phase.IDLE
    window.views.transport.play.click()
    goes_on(qtbot, window)


# --- Leaving --------------------------------------------------------------------------------------


def in_training(qtbot: QtBot, window: MainWindow) -> None:
    train(qtbot, window)


def in_a_film(qtbot: QtBot, window: MainWindow) -> None:
    train(qtbot, window, steps=20)
    window.films.film.play()
    wait(qtbot, lambda: window.session.view.step is not None)


def in_slow_motion(qtbot: QtBot, window: MainWindow) -> None:
    train(qtbot, window)
    window.show_slow_motion()
    window.slow.source.setCurrentText(ROW)
    window.slow.do.click()


def with_the_list_of_runs(qtbot: QtBot, window: MainWindow) -> None:
    train(qtbot, window)
    window.runs.show()


@pytest.mark.parametrize(
    "busy",
    [in_training, in_a_film, in_slow_motion, with_the_list_of_runs],
    ids=lambda f: f.__name__,
)
def test_closing_asks_nothing_saves_and_leaves_no_process(
    qtbot: QtBot, real_window: MainWindow, busy: Callable[[QtBot, MainWindow], None]
) -> None:
    window, training = real_window, real_window.training
    busy(qtbot, window)
    engine, folder = psutil.Process(window.engine.pid), Path(training.folder)
    closed = QSignalSpy(window.closed)
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    wait(qtbot, lambda: closed.count() == 1)
    assert not window.isVisible()
    assert not engine.is_running()
    assert QApplication.activeModalWidget() is None
    steps = steps_in(folder)
    assert steps == list(range(training.step + 1))
    assert (folder / "checkpoints" / f"step-{steps[-1]:06d}").is_dir()
    assert (folder / "model" / "model.safetensors").is_file()
    if busy is in_training:
        taken_up_by_another_program(folder)


def test_closing_twice_ends_at_once_and_the_last_checkpoint_is_whole(
    qtbot: QtBot, real_window: MainWindow
) -> None:
    window = real_window
    folder, engine = train(qtbot, window), window.engine.pid
    os.kill(engine, signal.SIGSTOP)  # It saves for ever.
    closed = QSignalSpy(window.closed)
    window.close()
    assert window.isVisible()
    window.close()
    wait(qtbot, lambda: closed.count() == 1)
    assert not psutil.pid_exists(engine)
    taken_up_by_another_program(folder)


def test_closing_while_a_run_is_prepared_leaves_nothing(
    qtbot: QtBot, real_window: MainWindow, home: Path
) -> None:
    window, training = real_window, real_window.training
    training.set_recipe(msgspec.structs.replace(RECIPE, stories=5000))
    window.views.transport.play.click()
    wait(qtbot, lambda: training.preparing.text not in ("", "Starting"))
    assert training.phase is Phase.PREPARING
    engine, closed = window.engine.pid, QSignalSpy(window.closed)
    window.close()
    wait(qtbot, lambda: closed.count() == 1)
    assert not psutil.pid_exists(engine)
    assert list((home / "runs").iterdir()) == []


# --- The engine hangs, the computer sleeps --------------------------------------------------------


def test_an_engine_that_hangs_in_training_is_told_and_the_run_comes_back(qtbot: QtBot) -> None:
    with another_window(qtbot, patience=1.0) as window:
        training = window.training
        train(qtbot, window)
        known, hung = len(curve(window)), window.engine.pid
        os.kill(hung, signal.SIGSTOP)
        wait(qtbot, lambda: "has not answered" in window.banner.words.text())
        assert window.banner.way_on.text() == RESTART
        assert len(curve(window)) >= known
        window.banner.way_on.click()
        wait(qtbot, lambda: training.phase is Phase.PAUSED)
        assert not psutil.pid_exists(hung)
        window.views.transport.play.click()
        goes_on(qtbot, window)


def test_a_short_sleep_is_no_news(qtbot: QtBot) -> None:
    with another_window(qtbot, patience=10.0) as window:
        train(qtbot, window)
        told: list[str] = []
        window.engine.silent.connect(lambda _: told.append("silent"))
        os.kill(window.engine.pid, signal.SIGSTOP)
        qtbot.wait(3000)  # It is asked meanwhile, and all this is well within the patience.
        os.kill(window.engine.pid, signal.SIGCONT)
        goes_on(qtbot, window)
        assert told == []
        assert not window.banner.isVisible()


# --- Two windows on one run -----------------------------------------------------------------------


def test_a_second_window_follows_a_run_and_has_it_once_the_first_lets_go(
    qtbot: QtBot, real_window: MainWindow
) -> None:
    first, folder = real_window, train(qtbot, real_window)
    with another_window(qtbot) as second:
        training = second.training
        second.files.open_run(str(folder))
        wait(qtbot, lambda: training.step > 5)
        wait(qtbot, lambda: "another program trains" in second.views.transport.where.text())
        second.views.transport.play.click()
        wait(qtbot, lambda: second.banner.isVisible())
        assert "is being trained by another program" in second.banner.words.text()
        follows(qtbot, second)
        assert first.training.phase is Phase.RUNNING
        first.views.transport.reset.click()
        wait(qtbot, lambda: "play goes on" in second.views.transport.where.text())
        second.views.transport.play.click()
        goes_on(qtbot, second)
        assert not second.banner.isVisible()

        first.files.open_run(str(folder))
        wait(qtbot, lambda: first.training.step > 5)
        follows(qtbot, first)
        os.kill(second.engine.pid, signal.SIGKILL)
        wait(qtbot, lambda: "play goes on" in first.views.transport.where.text())
        first.views.transport.play.click()
        goes_on(qtbot, first)


def follows(qtbot: QtBot, window: MainWindow) -> None:
    """What another program adds to the run is seen here."""
    at = window.training.step
    wait(qtbot, lambda: window.training.step > at + 2)
    assert window.training.phase is Phase.BROKEN
    assert curve(window)


# --- Haste ----------------------------------------------------------------------------------------


def test_buttons_pressed_in_haste_leave_window_and_engine_of_one_mind(
    qtbot: QtBot, real_window: MainWindow
) -> None:
    window, training = real_window, real_window.training
    transport, controls = window.views.transport, window.views.transport.controls
    training.set_recipe(msgspec.structs.replace(RECIPE, checkpoint_seconds=5.0))
    random = Random(4)
    presses = {transport.play: 8, transport.step: 4, transport.reset: 1}
    actions = [
        *(button.click for button, weight in presses.items() for _ in range(weight)),
        controls.half.click,
        controls.twice.click,
        lambda: controls.batch.setValue(random.randint(1, 9)),
        lambda: controls.mask_rate.setValue(random.randint(5, 60)),
    ]
    for _ in range(50):
        random.choice(actions)()
        qtbot.wait(random.choice((0, 0, 1, 30, 150)))
    wait(qtbot, lambda: training.phase not in (Phase.PREPARING, Phase.IDLE) or press(transport))
    hold(qtbot, window)
    transport.play.click()
    goes_on(qtbot, window)
    of_one_mind(qtbot, window)


def test_a_hundred_changes_while_it_trains_all_arrive(
    qtbot: QtBot, real_window: MainWindow
) -> None:
    window, training = real_window, real_window.training
    train(qtbot, window)
    controls = window.views.transport.controls
    for number in range(100):
        controls.rate.setValue(1e-3 * (1 + number / 100))
        controls.mask_rate.setValue(10 + number / 10)
        if number % 10 == 0:
            qtbot.wait(1)
    goes_on(qtbot, window)
    of_one_mind(qtbot, window)
    assert training.recipe.learning_rate == pytest.approx(1.99e-3)
    assert training.recipe.mask.rate == pytest.approx(0.199)


def press(transport: Transport) -> bool:
    transport.play.click()
    return False


def hold(qtbot: QtBot, window: MainWindow) -> None:
    window.training.pause()
    wait(qtbot, lambda: window.training.phase is Phase.PAUSED)


def of_one_mind(qtbot: QtBot, window: MainWindow) -> None:
    """What the controls say holds, and is what the engine has written down for the run."""
    training = window.training
    hold(qtbot, window)
    wait(qtbot, lambda: training.recipe == training.wanted)
    assert training.needs_reset == ()
    wait(qtbot, lambda: read_recipe(Path(training.folder)) == training.recipe)
    assert curve(window)
