"""The window with a real engine at the other end of a slow line, which a test cuts."""

import os
import shlex
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from bertscope.gui.engine_process import EngineProcess, EngineState
from bertscope.gui.life import RECONNECT
from bertscope.gui.main_window import MainWindow
from bertscope.gui.run.training import Phase
from bertscope.gui.settings import Settings
from bertscope.gui.theme import Appearance, Mode
from bertscope.recipe import LITTLE_STORIES, Recipe
from bertscope.run_folder import Happening
from bertscope.wire import messages as m
from bertscope.wire.frames import encode

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="the line is cut by a signal"),
]

RELAY = Path(__file__).parent / "relay.py"
LONG_MS = 60_000
RECIPE = Recipe(
    corpus=LITTLE_STORIES,
    stories=200,
    batch_size=4,
    max_length=32,
    steps=100_000,
    evaluate_every=100_000,
    held_out_pairs=8,
    checkpoint_seconds=0.5,
)


def ssh(*options: str) -> str:
    """What is typed to reach an engine by a line of 1 MB/s and 100 ms there and back."""
    engine = ["--", sys.executable, "-m", "bertscope", "engine"]
    return shlex.join([sys.executable, str(RELAY), *options, *engine])


@pytest.fixture
def far(qtbot: QtBot) -> Iterator[MainWindow]:
    """The main window on an engine that calls its machine gpu-box, its first look taken."""
    engine = EngineProcess(words=ssh())
    engine.start()
    made = MainWindow(engine, Appearance(Mode.LIGHT), Settings(engine=engine.words))
    qtbot.addWidget(made)
    made.resize(1280, 800)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: made.prober.latest is not None, timeout=LONG_MS)
    qtbot.waitUntil(lambda: made.curves is not None)
    yield made
    made.close()
    qtbot.waitUntil(lambda: engine.state is EngineState.ENDED, timeout=LONG_MS)


def is_gone(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return True
    return state == "Z"  # It has ended, and waits for someone to take note.


def wait(qtbot: QtBot, done: Callable[[], bool]) -> None:
    qtbot.waitUntil(done, timeout=LONG_MS)


def checkpoint(window: MainWindow) -> int:
    """The step of the newest checkpoint that was told of."""
    events = window.training.record.events if window.training.record else []
    return max((e.step for e in events if e.what is Happening.CHECKPOINT), default=0)


def test_typing_and_training_go_on_and_a_cut_leaves_a_way_back(
    qtbot: QtBot, far: MainWindow
) -> None:
    training, engine = far.training, far.engine
    assert engine.info is not None
    pid = engine.info.pid
    training.set_recipe(RECIPE)
    training.play()
    wait(qtbot, lambda: training.phase is Phase.RUNNING and checkpoint(far) > 0)

    QTest.keyClicks(far.views.sentences.b, " now")
    wait(qtbot, lambda: far.prober.latest.question.ids == tuple(far.session.model_ids))
    assert training.phase is Phase.RUNNING

    os.kill(engine.pid, signal.SIGUSR1)
    wait(qtbot, lambda: engine.state is EngineState.ENDED)
    assert far.banner.words.text() == (
        "The connection to gpu-box was cut (client_loop: send disconnect: Broken pipe). "
        "Everything on the screen is kept."
    )
    assert far.banner.way_on.text() == RECONNECT
    told, folder, saved = training.history.last_step, training.folder, checkpoint(far)
    assert told >= saved
    wait(qtbot, lambda: is_gone(pid))  # An engine that nobody hears ends.

    far.banner.way_on.click()
    wait(qtbot, lambda: training.phase is Phase.PAUSED)
    assert training.folder == folder
    assert "the run is back at step" in far.banner.words.text()
    assert training.step == training.history.last_step >= saved
    back_at = training.step
    far.banner.way_on.click()
    wait(qtbot, lambda: training.step > back_at)


def test_an_engine_that_is_cut_off_while_it_starts_is_said(qtbot: QtBot) -> None:
    engine = EngineProcess(words=ssh())
    ended = QSignalSpy(engine.ended)
    engine.start()
    wait(qtbot, lambda: engine.pid > 0)
    engine._process.terminate()
    wait(qtbot, lambda: ended.count() == 1)
    outcome = ended.at(0)[0]
    assert not outcome.started
    assert outcome.sentence.startswith("No engine came up by")


def test_a_damaged_answer_ends_the_connection_not_the_window(qtbot: QtBot) -> None:
    ready = encode(m.Ready(m.PROTOCOL, "0", "0", 1, [], "gpu-box"))
    says = f"import sys; sys.stdout.buffer.write({ready + bytes([0, 0, 0, 2, 193, 193])!r})"
    says += "; sys.stdout.flush(); sys.stdin.read()"
    engine = EngineProcess(words=shlex.join([sys.executable, "-c", says]))
    with qtbot.waitSignal(engine.ended, timeout=LONG_MS) as ended:
        engine.start()
    assert "damaged" in ended.args[0].sentence
