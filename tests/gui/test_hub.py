"""Loading from the Hub in the window: the process, and the dialog that asks for a name."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QObject, QProcess, Qt, Signal
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from bertscope import hub as words
from bertscope.events import Refused
from bertscope.gui import hub_dialog
from bertscope.gui.hub import HubFetch, has_package
from bertscope.gui.hub_dialog import HINT, HubDialog, Pace
from tests.hub_server import LocalHub, local_hub
from tests.wire.small import make_model

NAME = "anna/small-bert"
WEIGHTS = "model.safetensors"
LONG_MS = 60_000


# --- The process ------------------------------------------------------------------------------


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LocalHub]:
    """A Hub on this machine, which child processes of this test take for the real one."""
    with local_hub() as served:
        served.add(NAME, make_model(tmp_path / "model"))
        for variable, value in served.variables(tmp_path / "hf").items():
            if value is None:
                monkeypatch.delenv(variable, raising=False)
            else:
                monkeypatch.setenv(variable, value)
        yield served


def fetch_that(program: str) -> HubFetch:
    """One whose process is this script; it is given the options and the name."""
    return HubFetch([sys.executable, "-c", program])


def says(*events: words.Event, then: str = "") -> str:
    """A script that says events, then does something."""
    lines = [json.dumps(msgspec.to_builtins(event)) for event in events]
    return f"import sys, time\nfor line in {lines!r}: print(line, flush=True)\n{then}"


SIZED = words.Sized(NAME, 400, 100, [words.HubFile("config.json", 100, True)])
WAITS = "time.sleep(600)"


def test_a_model_is_looked_up_then_loaded(qtbot: QtBot, hub: LocalHub) -> None:
    fetch = HubFetch()
    with qtbot.waitSignal(fetch.sized, timeout=LONG_MS) as sized:
        fetch.look_up(NAME)
    total, cached, files = sized.args
    assert files == 5
    assert 0 < cached < total
    qtbot.waitUntil(lambda: not fetch.is_running, timeout=LONG_MS)
    assert not hub.loaded(WEIGHTS)
    progress = QSignalSpy(fetch.progressed)
    with qtbot.waitSignal(fetch.finished, timeout=LONG_MS) as finished:
        fetch.start(NAME)
    (folder,) = finished.args
    assert (folder / WEIGHTS).is_file()
    assert words.model_name(folder) == NAME
    assert progress.at(0)[1] == total
    assert not fetch.is_running


def test_what_cannot_be_had_is_said(qtbot: QtBot, hub: LocalHub) -> None:
    fetch = HubFetch()
    for name in ("anna/other", "--help"):
        with qtbot.waitSignal(fetch.failed, timeout=LONG_MS) as failed:
            fetch.start(name)
        assert name in failed.args[0]
        assert not fetch.is_running


def test_a_cancel_ends_the_process_and_nothing_more_is_heard(
    qtbot: QtBot, hub: LocalHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bertscope.gui.hub.PATIENCE_MS", LONG_MS)
    hub.gates[WEIGHTS] = threading.Event()
    fetch = HubFetch()
    spies = [QSignalSpy(signal) for signal in (fetch.finished, fetch.failed)]
    fetch.start(NAME)
    (process,) = fetch.findChildren(QProcess)
    qtbot.waitUntil(hub.halfway.is_set, timeout=LONG_MS)
    with qtbot.waitSignal(process.destroyed, timeout=LONG_MS):
        fetch.cancel()
        assert not fetch.is_running
    assert [spy.count() for spy in spies] == [0, 0]
    assert not list((tmp_path / "hf").rglob("*.incomplete"))


def test_one_that_will_not_end_is_ended(qtbot: QtBot) -> None:
    stubborn = "import signal; signal.signal(15, signal.SIG_IGN)\n"
    fetch = fetch_that(stubborn + says(SIZED, then=WAITS))
    with qtbot.waitSignal(fetch.sized, timeout=LONG_MS):
        fetch.start(NAME)
    (process,) = fetch.findChildren(QProcess)
    with qtbot.waitSignal(process.destroyed, timeout=LONG_MS):
        fetch.cancel()


def test_asking_anew_ends_what_was_asked_before(qtbot: QtBot) -> None:
    program = says(SIZED, then=f"if '--size' in sys.argv: {WAITS}\n")
    program += f"print({json.dumps(msgspec.to_builtins(words.Fetched('/m')))!r})"
    fetch = fetch_that(program)
    with qtbot.waitSignal(fetch.sized, timeout=LONG_MS):
        fetch.look_up(NAME)
    with qtbot.waitSignal(fetch.finished, timeout=LONG_MS) as finished:
        fetch.start(NAME)
    assert finished.args == [Path("/m")]


@pytest.mark.parametrize(
    ("program", "what"),
    [
        (says(then="sys.exit('oh no')"), "broke off (oh no)"),
        (says(SIZED, then="sys.exit(3)"), "broke off (exit code 3)"),
        (says(then="import os; os.abort()"), "broke off"),
        ("print('a stray word')", "broke off (exit code 0)"),
        (says(Refused("It can't be had.")), "It can't be had."),
    ],
)
def test_each_bad_end_has_its_sentence(qtbot: QtBot, program: str, what: str) -> None:
    fetch = fetch_that(program)
    with qtbot.waitSignal(fetch.failed, timeout=LONG_MS) as failed:
        fetch.start(NAME)
    assert what in failed.args[0]


def test_a_missing_program_is_said(qtbot: QtBot) -> None:
    fetch = HubFetch(["/nowhere/python"])
    with qtbot.waitSignal(fetch.failed) as failed:
        fetch.start(NAME)
    assert "could not be started" in failed.args[0]
    assert not fetch.is_running


def test_sizes_beyond_32_bits_arrive(qtbot: QtBot) -> None:
    fetch = fetch_that(says(words.Sized(NAME, 1 << 40, 1 << 39, [])))
    with qtbot.waitSignal(fetch.sized, timeout=LONG_MS) as sized:
        fetch.look_up(NAME)
    assert sized.args == [1 << 40, 1 << 39, 0]
    qtbot.waitUntil(lambda: not fetch.is_running, timeout=LONG_MS)


QUITS_MEANWHILE = f"""
import sys
from PySide6.QtCore import QCoreApplication, QProcess
from bertscope.gui.hub import HubFetch
application = QCoreApplication([])
fetch = HubFetch([sys.executable, "-c", {says(SIZED, then=WAITS)!r}])
fetch.sized.connect(lambda *_: application.quit())
fetch.start("a/b")
print(fetch.findChild(QProcess).processId())
application.exec()
"""


def test_a_program_that_quits_meanwhile_leaves_no_process_behind() -> None:
    done = subprocess.run(
        [sys.executable, "-c", QUITS_MEANWHILE],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    with pytest.raises(ProcessLookupError):
        os.kill(int(done.stdout), 0)


# --- The dialog -------------------------------------------------------------------------------


class FakeFetch(QObject):
    """Has a fetch's face; says what a test tells it to."""

    sized = Signal(object, object, int)
    progressed = Signal(object, object)
    finished = Signal(object)
    failed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[str, str]] = []
        self.cancels = 0

    def look_up(self, name: str) -> None:
        self.asked.append(("look up", name))

    def start(self, name: str) -> None:
        self.asked.append(("load", name))

    def cancel(self) -> None:
        self.cancels += 1


@pytest.fixture
def fake(qapp: object) -> FakeFetch:
    return FakeFetch()


@pytest.fixture
def dialog(qtbot: QtBot, fake: FakeFetch) -> HubDialog:
    made = HubDialog(fetch=fake)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def press(qtbot: QtBot, button: QObject) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def looked_up(qtbot: QtBot, dialog: HubDialog, fake: FakeFetch, cached: int = 0) -> None:
    dialog.name.clear()
    qtbot.keyClicks(dialog.name, NAME)
    press(qtbot, dialog.look_up)
    fake.sized.emit(440_000_000, cached, 5)


def test_nothing_is_asked_until_look_up_is_pressed(
    qtbot: QtBot, dialog: HubDialog, fake: FakeFetch
) -> None:
    assert dialog.words.text() == HINT
    assert not dialog.isModal()
    assert not dialog.look_up.isEnabled()
    qtbot.keyClicks(dialog.name, f" {NAME}")
    assert not fake.asked
    assert not dialog.load.isEnabled()
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert fake.asked == [("look up", NAME)]
    assert dialog.leave.text() == "Cancel"


def test_the_size_is_shown_before_loading(qtbot: QtBot, dialog: HubDialog, fake: FakeFetch) -> None:
    looked_up(qtbot, dialog, fake, cached=20_000_000)
    assert dialog.words.text() == "420 MB to load, in 5 files; 20 MB are here already."
    press(qtbot, dialog.load)
    assert fake.asked[-1] == ("load", NAME)
    assert dialog.bar.isVisible()


def test_progress_and_the_end(qtbot: QtBot, dialog: HubDialog, fake: FakeFetch) -> None:
    looked_up(qtbot, dialog, fake)
    press(qtbot, dialog.load)
    fake.sized.emit(440_000_000, 0, 5)
    fake.progressed.emit(110_000_000, 440_000_000)
    assert dialog.bar.value() == dialog.bar.maximum() / 4
    assert f"{NAME}: 110 MB of 440 MB" in dialog.words.text()
    fetched = QSignalSpy(dialog.fetched)
    fake.finished.emit(Path("/m"))
    assert fetched.at(0) == [Path("/m")]
    assert not dialog.isVisible()


def test_what_is_here_already_is_just_opened(
    qtbot: QtBot, dialog: HubDialog, fake: FakeFetch
) -> None:
    looked_up(qtbot, dialog, fake, cached=440_000_000)
    assert "All of it (440 MB) is here already." in dialog.words.text()
    assert dialog.load.text() == "Open"
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert fake.asked[-1] == ("load", NAME)


def test_another_name_has_to_be_looked_up(qtbot: QtBot, dialog: HubDialog, fake: FakeFetch) -> None:
    looked_up(qtbot, dialog, fake)
    qtbot.keyClicks(dialog.name, "x")
    assert not dialog.load.isEnabled()
    assert dialog.words.text() == HINT


def test_a_refusal_stands_until_the_next_try(
    qtbot: QtBot, dialog: HubDialog, fake: FakeFetch
) -> None:
    qtbot.keyClicks(dialog.name, "nonsense")
    press(qtbot, dialog.look_up)
    fake.failed.emit("There is no nonsense on the Hub.")
    assert dialog.words.text() == "There is no nonsense on the Hub."
    assert dialog.frame.property("calm") is False
    assert dialog.look_up.isEnabled()
    looked_up(qtbot, dialog, fake)
    assert dialog.frame.property("calm") is True


def test_a_cancel_stays_and_can_be_taken_back(
    qtbot: QtBot, dialog: HubDialog, fake: FakeFetch
) -> None:
    looked_up(qtbot, dialog, fake)
    press(qtbot, dialog.load)
    before = fake.cancels
    press(qtbot, dialog.leave)
    assert fake.cancels == before + 1
    assert dialog.isVisible()
    assert "Cancelled" in dialog.words.text()
    assert dialog.look_up.isEnabled()
    assert dialog.name.text() == NAME


@pytest.mark.parametrize("way", ["escape", "close"])
def test_closed_in_the_middle_it_cancels_and_can_be_shown_again(
    qtbot: QtBot, dialog: HubDialog, fake: FakeFetch, way: str
) -> None:
    looked_up(qtbot, dialog, fake)
    press(qtbot, dialog.load)
    before = fake.cancels
    if way == "escape":
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    else:
        dialog.close()
    assert fake.cancels > before
    assert not dialog.isVisible()
    with qtbot.waitExposed(dialog):
        dialog.show()
    assert dialog.words.text() == HINT
    assert not dialog.bar.isVisible()


def test_the_missing_package_is_said_at_once(
    qtbot: QtBot, fake: FakeFetch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hub_dialog, "has_package", lambda: False)
    dialog = HubDialog(fetch=fake)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    assert dialog.words.text() == words.NEEDS_EXTRA
    assert not dialog.name.isEnabled()
    assert not dialog.look_up.isEnabled()
    dialog.close()
    with qtbot.waitExposed(dialog):
        dialog.show()
    assert dialog.words.text() == words.NEEDS_EXTRA


def test_where_it_is_of_no_use_it_says_so(qtbot: QtBot, fake: FakeFetch) -> None:
    why = ["The engine is on gpu-box."]
    dialog = HubDialog(fetch=fake, refuse=lambda: why[0])
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    assert dialog.words.text() == why[0]
    assert not dialog.name.isEnabled()
    dialog.close()
    why[0] = ""
    with qtbot.waitExposed(dialog):
        dialog.show()
    assert dialog.words.text() == HINT
    assert dialog.name.isEnabled()


def test_looking_for_the_package_does_not_load_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, words.PACKAGE, raising=False)
    assert has_package()
    assert words.PACKAGE not in sys.modules


def test_all_of_it_with_a_real_process(qtbot: QtBot, hub: LocalHub) -> None:
    dialog = HubDialog()
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    qtbot.keyClicks(dialog.name, NAME)
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.load.isEnabled, timeout=LONG_MS)
    with qtbot.waitSignal(dialog.fetched, timeout=LONG_MS) as fetched:
        qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert (fetched.args[0] / "config.json").is_file()


# --- Time left --------------------------------------------------------------------------------


def test_time_left_is_told_once_the_pace_is_known() -> None:
    pace = Pace()
    assert pace.seconds_left(0, 1000, 10.0) is None
    assert pace.seconds_left(50, 1000, 10.5) is None
    assert pace.seconds_left(100, 1000, 12.0) == pytest.approx(18.0)


def test_what_was_here_before_is_no_pace() -> None:
    pace = Pace()
    pace.seconds_left(500, 1000, 0.0)
    assert pace.seconds_left(500, 1000, 5.0) is None
    assert pace.seconds_left(600, 1000, 5.0) == pytest.approx(20.0)
