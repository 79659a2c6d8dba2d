"""The dialog that chooses where the engine runs, and the trial of a command."""

import shlex
import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, QProcess, Qt, Signal
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from bertscope.gui.engine_dialog import HINT, EngineDialog
from bertscope.gui.engine_process import EngineState
from bertscope.gui.engine_trial import EngineTrial
from bertscope.wire import messages as m
from tests.gui.conftest import FakeEngine
from tests.gui.test_engine_process import ANSWERS, ROOT, STUBBORN, WAITS, command_that

SSH = "ssh gpu-box bertscope engine"
H200 = m.DeviceInfo("cuda:0", "NVIDIA H200")
INFO = m.Ready(m.PROTOCOL, "0.1", "2.15", 1, [H200], "gpu-box")
LONG_MS = 30_000


class FakeTrial(QObject):
    """Keeps what was tried; a test says how it went."""

    worked = Signal(object, float)
    failed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.tried: list[str] = []
        self.is_running = False

    def begin(self, words: str) -> None:
        self.tried.append(words)
        self.is_running = True

    def cancel(self) -> None:
        self.is_running = False

    def end(self, tell: Callable[[], None]) -> None:
        self.is_running = False
        tell()


@pytest.fixture
def trial(fake: FakeEngine) -> FakeTrial:
    return FakeTrial()


@pytest.fixture
def dialog(qtbot: QtBot, fake: FakeEngine, trial: FakeTrial) -> EngineDialog:
    made = EngineDialog(fake, trial=trial)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def press(qtbot: QtBot, button: QObject) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_it_begins_with_what_is_used_now(dialog: EngineDialog) -> None:
    assert dialog.command.text() == ""
    assert SSH in dialog.command.placeholderText()
    assert dialog.now.text() == "Now: the engine of this computer"
    assert dialog.words.text() == HINT
    assert not dialog.use_it.isEnabled()  # It is used already.


def test_a_command_is_tried_then_used(qtbot: QtBot, dialog: EngineDialog, trial: FakeTrial) -> None:
    wanted = QSignalSpy(dialog.wanted)
    qtbot.keyClicks(dialog.command, f" {SSH} ")
    qtbot.keyClick(dialog.command, Qt.Key.Key_Return)
    assert trial.tried == [SSH]
    assert dialog.bar.isVisible()
    assert not dialog.use_it.isEnabled()
    trial.end(lambda: trial.worked.emit(INFO, 0.0421))
    assert dialog.words.text() == (
        "gpu-box answers: bertscope 0.1 with PyTorch 2.15, on NVIDIA H200. A question takes 42 ms "
        "there and back."
    )
    assert dialog.frame.property("calm") is True
    press(qtbot, dialog.use_it)
    assert wanted.at(0) == [SSH]
    assert not dialog.isVisible()


def test_why_it_does_not_work_stands_until_something_is_typed(
    qtbot: QtBot, dialog: EngineDialog, trial: FakeTrial
) -> None:
    qtbot.keyClicks(dialog.command, SSH)
    press(qtbot, dialog.try_it)
    trial.end(lambda: trial.failed.emit("There is no ssh."))
    assert dialog.words.text() == "There is no ssh."
    assert dialog.frame.property("calm") is False
    assert dialog.frame.accessibleName() == "There is no ssh."
    qtbot.keyClicks(dialog.command, "x")
    assert dialog.words.text() == HINT


def test_a_trial_can_be_cancelled(qtbot: QtBot, dialog: EngineDialog, trial: FakeTrial) -> None:
    qtbot.keyClicks(dialog.command, SSH)
    press(qtbot, dialog.try_it)
    assert dialog.leave.text() == "Cancel"
    press(qtbot, dialog.leave)
    assert not trial.is_running
    assert dialog.isVisible()
    press(qtbot, dialog.try_it)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not trial.is_running
    assert not dialog.isVisible()


def test_an_engine_that_is_gone_can_be_used_again(dialog: EngineDialog, fake: FakeEngine) -> None:
    fake.state = EngineState.ENDED
    fake.ended.emit(None)
    assert dialog.now.text() == "Now: no engine"
    assert dialog.use_it.isEnabled()


# --- The trial --------------------------------------------------------------------------------


def leave(qtbot: QtBot, trial: EngineTrial) -> None:
    """Nothing of it is left."""
    assert not trial.is_running
    qtbot.waitUntil(lambda: not trial.findChildren(QProcess), timeout=LONG_MS)


def said(qtbot: QtBot, words: str, patience: float = 30.0) -> str:
    trial = EngineTrial(patience=patience)
    with qtbot.waitSignal(trial.failed, timeout=LONG_MS) as failed:
        trial.begin(words)
    leave(qtbot, trial)
    return str(failed.args[0])


def test_an_engine_that_answers_says_who_it_is(qtbot: QtBot) -> None:
    trial = EngineTrial(patience=LONG_MS / 1000)
    with qtbot.waitSignal(trial.worked, timeout=LONG_MS) as worked:
        trial.begin(shlex.join(command_that(ANSWERS.format(root=str(ROOT)))))
    info, seconds = worked.args
    assert info.host == "gpu-box"
    assert 0 < seconds < LONG_MS / 1000
    leave(qtbot, trial)


@pytest.mark.parametrize("does", [WAITS, STUBBORN])
def test_one_that_says_nothing_is_given_up(qtbot: QtBot, does: str) -> None:
    sentence = said(qtbot, shlex.join(command_that(does, b"")), patience=0.2)
    assert sentence.startswith("No engine answered within 0 s")
    assert "password" in sentence


def test_another_version_a_greeting_and_no_program_are_said(qtbot: QtBot) -> None:
    from bertscope.wire.frames import encode

    stranger = encode(m.Ready(m.PROTOCOL + 1, "9.9", "0", 1, [], "gpu-box"))
    assert "bertscope 9.9" in said(qtbot, shlex.join(command_that(WAITS, stranger)))
    assert "“Hello!”" in said(qtbot, shlex.join(command_that(WAITS, b"Hello!\n")))
    assert "could not be started" in said(qtbot, "no-such-program")
    assert sys.executable.rpartition("/")[2] in said(qtbot, f"{sys.executable} -c 'exit(3)'")


def test_one_that_is_cancelled_says_no_more(qtbot: QtBot) -> None:
    trial = EngineTrial()
    spies = [QSignalSpy(trial.failed), QSignalSpy(trial.worked)]
    trial.begin(shlex.join(command_that(WAITS)))
    trial.cancel()
    leave(qtbot, trial)
    assert [spy.count() for spy in spies] == [0, 0]
