"""Real child processes that end in all the ways there are."""

import os
import shlex
import signal
import sys
from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

import bertscope
from bertscope.gui.engine_process import EngineProcess, EngineState, ProcessOutcome
from bertscope.wire import messages as m
from bertscope.wire.frames import encode

READY = encode(m.Ready(m.PROTOCOL, "0", "0", 1, [m.DeviceInfo("cpu", "CPU")], "gpu-box"))
ROOT = Path(bertscope.__file__).parent.parent
WAITS = "import sys, time; sys.stdin.buffer.read()"
LONG_MS = 30_000
STUBBORN = "import signal, time; signal.signal(15, signal.SIG_IGN); time.sleep(600)"


def command_that(does: str, says: bytes = READY) -> list[str]:
    program = f"import sys; sys.stdout.buffer.write({says!r}); sys.stdout.flush()\n{does}"
    return [sys.executable, "-c", program]


def engine_that(does: str, says: bytes = READY) -> EngineProcess:
    return EngineProcess(command_that(does, says))


def far_engine_that(does: str, says: bytes = READY) -> EngineProcess:
    """One that is reached by a command that was typed."""
    return EngineProcess(words=shlex.join(command_that(does, says)))


def outcome_of(qtbot: QtBot, engine: EngineProcess) -> ProcessOutcome:
    ended = QSignalSpy(engine.ended)
    if engine.state is EngineState.ENDED:
        engine.start()
    qtbot.waitUntil(lambda: ended.count() > 0, timeout=LONG_MS)
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


# --- Elsewhere ------------------------------------------------------------------------------------


def test_one_elsewhere_says_where_it_is(qtbot: QtBot) -> None:
    engine = far_engine_that("sys.stdin.buffer.read(4)")
    assert engine.is_remote
    assert engine.words in engine.host
    with qtbot.waitSignal(engine.ready):
        engine.start()
    assert engine.host == "gpu-box"
    engine.stop()
    assert outcome_of(qtbot, engine).expected
    assert not EngineProcess().is_remote


LOST = "print('client_loop: send disconnect: Broken pipe', file=sys.stderr); sys.exit(255)"


@pytest.mark.parametrize(
    ("does", "sentence"),
    [
        (
            LOST,
            "The connection to gpu-box was cut (client_loop: send disconnect: Broken pipe). "
            "Everything on the screen is kept.",
        ),
        (
            "sys.exit(255)",
            "The connection to gpu-box was cut, or the engine there was killed. Everything on the "
            "screen is kept.",
        ),
        (
            "sys.exit(3)",
            "The engine on gpu-box stopped by itself (exit code 3): see Help › Engine log.",
        ),
    ],
)
def test_a_cut_connection_is_said(qtbot: QtBot, does: str, sentence: str) -> None:
    assert outcome_of(qtbot, far_engine_that(does)).sentence == sentence


def test_one_that_never_comes_up_is_said_with_its_last_words(qtbot: QtBot) -> None:
    does = "print('Permission denied (publickey).', file=sys.stderr); sys.exit(255)"
    outcome = outcome_of(qtbot, far_engine_that(does, b""))
    assert not outcome.started
    assert "it ended with exit code 255 and said “Permission denied (publickey)”" in (
        outcome.sentence
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("no-such-ssh gpu-box", "“no-such-ssh” could not be started"),
        ("ssh 'gpu-box", "a quotation mark"),
    ],
)
def test_a_command_that_is_none_is_said(qtbot: QtBot, words: str, said: str) -> None:
    outcome = outcome_of(qtbot, EngineProcess(words=words))
    assert not outcome.started
    assert said in outcome.sentence


@pytest.mark.parametrize("greeting", [b"Welcome to gpu-box!\nbye\n", b"0 new mails\n"])
@pytest.mark.parametrize("does", [WAITS, ""])
def test_a_greeting_in_the_engines_place_is_said(qtbot: QtBot, greeting: bytes, does: str) -> None:
    outcome = outcome_of(qtbot, far_engine_that(does, greeting + READY))
    first = greeting.partition(b"\n")[0].decode()
    assert f"beginning with “{first}”" in outcome.sentence


def test_a_question_that_has_no_line_of_its_own_is_said_at_the_end(qtbot: QtBot) -> None:
    outcome = outcome_of(qtbot, far_engine_that("", b"password: "))
    assert "beginning with “password:”" in outcome.sentence


@pytest.mark.skipif(sys.platform == "win32", reason="terminals are otherwise there")
def test_one_elsewhere_can_not_ask_on_our_terminal(qtbot: QtBot) -> None:
    outcome = outcome_of(qtbot, far_engine_that("open('/dev/tty')"))
    assert "/dev/tty" in outcome.last_words


def test_another_one_takes_its_place_after_it_has_saved(qtbot: QtBot) -> None:
    saves = "sys.stdin.buffer.read(4); print('saved', file=sys.stderr)"
    engine = engine_that(saves)
    with qtbot.waitSignal(engine.ready):
        engine.start()
    outcomes, there = QSignalSpy(engine.ended), far_engine_that("sys.stdin.buffer.read(4)").words
    with qtbot.waitSignal(engine.ready):
        engine.use(there, LONG_MS)
    assert outcomes.count() == 1
    assert outcomes.at(0)[0].again
    assert outcomes.at(0)[0].sentence == ""
    assert outcomes.at(0)[0].last_words == "saved"
    assert (engine.words, engine.host) == (there, "gpu-box")
    engine.stop()
    assert not outcome_of(qtbot, engine).again


def test_one_that_is_ended_for_good_is_not_followed(qtbot: QtBot) -> None:
    engine = engine_that(STUBBORN)
    with qtbot.waitSignal(engine.ready):
        engine.start()
    engine.use("ssh gpu-box")
    engine.kill()
    outcome = outcome_of(qtbot, engine)
    assert outcome.expected
    assert not outcome.again
    assert engine.state is EngineState.ENDED


# --- Silence --------------------------------------------------------------------------------------

ANSWERS = """
sys.path.insert(0, {root!r})
from bertscope.wire import messages as m
from bertscope.wire.frames import encode, request_reader
reader = request_reader()
import os
while portion := os.read(0, 4096):
    for request in reader.feed(portion):
        if isinstance(request, m.Shutdown): sys.exit(0)
        if isinstance(request, m.Ping): os.write(1, encode(m.Pong(request.id)))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGSTOP")
def test_one_that_hangs_is_told_and_can_be_started_again(qtbot: QtBot) -> None:
    engine = EngineProcess(command_that(ANSWERS.format(root=str(ROOT))), patience=0.2)
    with qtbot.waitSignal(engine.ready, timeout=LONG_MS):
        engine.start()
    hung = engine.pid
    os.kill(hung, signal.SIGSTOP)
    with qtbot.waitSignal(engine.silent, timeout=LONG_MS) as silence:
        pass
    assert silence.args[0] >= 0.2
    with qtbot.waitSignal(engine.spoke, timeout=LONG_MS):
        os.kill(hung, signal.SIGCONT)
    os.kill(hung, signal.SIGSTOP)
    with qtbot.waitSignal(engine.silent, timeout=LONG_MS):
        pass
    with qtbot.waitSignals([engine.ended, engine.ready], timeout=LONG_MS):
        engine.restart()
    assert engine.pid != hung
    with pytest.raises(ProcessLookupError):
        os.kill(hung, 0)
    engine.stop()
    assert outcome_of(qtbot, engine).expected
