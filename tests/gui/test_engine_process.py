"""Real child processes that end in all the ways there are."""

import signal
import sys

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from bertscope.gui.engine_process import EngineProcess, EngineState, ProcessOutcome
from bertscope.wire import messages as m
from bertscope.wire.frames import encode

READY = encode(m.Ready(m.PROTOCOL, "0", "0", 1, [m.DeviceInfo("cpu", "CPU")]))
WAITS = "import sys, time; sys.stdin.buffer.read()"
STUBBORN = "import signal, time; signal.signal(15, signal.SIG_IGN); time.sleep(600)"


def engine_that(does: str, says: bytes = READY) -> EngineProcess:
    program = f"import sys; sys.stdout.buffer.write({says!r}); sys.stdout.flush()\n{does}"
    return EngineProcess([sys.executable, "-c", program])


def outcome_of(qtbot: QtBot, engine: EngineProcess) -> ProcessOutcome:
    ended = QSignalSpy(engine.ended)
    if engine.state is EngineState.ENDED:
        engine.start()
    qtbot.waitUntil(lambda: ended.count() > 0, timeout=30_000)
    return ended.at(0)[0]


def test_it_gets_ready_and_ends_when_asked(qtbot: QtBot) -> None:
    engine = engine_that("sys.stdin.buffer.read(4)")
    with qtbot.waitSignal(engine.ready):
        engine.start()
    assert engine.state is EngineState.READY
    engine.stop()
    outcome = outcome_of(qtbot, engine)
    assert outcome.expected
    assert outcome.sentence == ""


@pytest.mark.parametrize(
    ("does", "words"),
    [
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "killed, perhaps because"),
        ("import os; os.abort()", "SIGABRT"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", "SIGSEGV"),
        ("sys.exit(3)", "exit code 3"),
    ],
)
def test_each_end_has_its_sentence(qtbot: QtBot, does: str, words: str) -> None:
    assert words in outcome_of(qtbot, engine_that(does)).sentence


def test_a_missing_program_is_said(qtbot: QtBot) -> None:
    outcome = outcome_of(qtbot, EngineProcess(["/nowhere/bertscope"]))
    assert not outcome.started
    assert "could not be started" in outcome.sentence


def test_a_damaged_frame_ends_the_engine_not_the_window(qtbot: QtBot) -> None:
    outcome = outcome_of(qtbot, engine_that(WAITS, READY + b"\x00\x00\x00\x02hi"))
    assert outcome.crashed
    assert outcome.code == signal.SIGKILL


def test_another_version_is_told(qtbot: QtBot) -> None:
    stranger = encode(m.Ready(m.PROTOCOL + 1, "9.9", "0", 1, []))
    engine = engine_that(WAITS, stranger)
    outcome = outcome_of(qtbot, engine)
    assert not outcome.started
    assert "9.9" in outcome.last_words


def test_one_that_will_not_end_is_ended(qtbot: QtBot) -> None:
    engine = engine_that(STUBBORN)
    with qtbot.waitSignal(engine.ready):
        engine.start()
    engine.stop()
    assert outcome_of(qtbot, engine).expected


def test_what_it_writes_to_stderr_is_kept(qtbot: QtBot) -> None:
    outcome = outcome_of(qtbot, engine_that("print('oh no', file=sys.stderr); sys.exit(1)"))
    assert outcome.last_words == "oh no"


def test_nothing_is_sent_to_an_engine_that_is_not_there(qtbot: QtBot) -> None:
    assert not EngineProcess(["x"]).send(m.Pause())


def test_it_can_be_started_again(qtbot: QtBot) -> None:
    engine = engine_that("sys.stdin.buffer.read(4)")
    for _ in range(2):
        with qtbot.waitSignal(engine.ready):
            engine.start()
        engine.stop()
        assert outcome_of(qtbot, engine).expected
