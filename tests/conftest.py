"""What every test starts from, and what none may leave behind.

Nothing here waits for luck: what a test left is given some seconds to end by itself, then named.
"""

import gc
import logging
import os
import signal
import sys
import threading
import time
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path

# Read when Qt, torch and transformers are imported, so set before any of them is.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
os.environ.setdefault("HF_HUB_OFFLINE", "1")

import hypothesis
import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QThread, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from bertscope.places import HOME_VARIABLE

GRACE_SECONDS, END_SECONDS = 5.0, 30.0
"""For what ends by itself, and for threads and processes: a loaded machine ends them late."""
ALLOWED_WIDGETS = {"QTipLabel"}  # Qt keeps the last tooltip for the next one.

hypothesis.settings.register_profile(
    "house",
    derandomize=True,
    deadline=None,
    # How long examples take to draw is the machine's speed.
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.load_profile("house")

_started: weakref.WeakKeyDictionary[QTimer | QThread, str] = weakref.WeakKeyDictionary()
"""The timers and threads of Qt that the running test started, and where."""


@pytest.fixture(autouse=True)
def nothing_left() -> Iterator[None]:
    """Fail a test that leaves windows, timers, threads or child processes behind."""
    _started.clear()
    widgets, threads, children = _windows(), set(threading.enumerate()), _children()

    def at_work() -> list[str]:
        now = _children()
        return [
            *(f"the thread {t.name}" for t in set(threading.enumerate()) - threads if not t.daemon),
            *(f"the process {pid}: {now[pid]}" for pid in now.keys() - children),
        ]

    def left() -> list[str]:
        return [
            *(f"the window {text}" for at, text in _windows().items() if at not in widgets),
            *(f"a {type(o).__name__} started at {at}" for o, at in _started.items() if _runs(o)),
            *at_work(),
        ]

    yield
    _settle(at_work, END_SECONDS)
    rest = _settle(left, GRACE_SECONDS)
    for pid in _children().keys() - children:
        os.kill(pid, signal.SIGKILL)
    if rest:
        pytest.fail("This test left behind " + "; ".join(rest), pytrace=False)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings and runs of this test alone."""
    folder = tmp_path / "home"
    monkeypatch.setenv(HOME_VARIABLE, str(folder))
    return folder


@pytest.fixture(autouse=True)
def quiet_logs(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test that logs a warning; one that means to asserts it, then calls `caplog.clear`."""
    yield
    records = caplog.get_records("setup") + caplog.get_records("call")
    loud = [record for record in records if record.levelno >= logging.WARNING]
    if loud:
        text = "; ".join(f"{record.levelname} {record.getMessage()}" for record in loud)
        pytest.fail(f"This test logged {text}", pytrace=False)


@pytest.fixture(scope="session", autouse=True)
def _note_starts() -> Iterator[None]:
    """Remember which line starts each timer and thread of Qt."""
    originals = {kind: kind.start for kind in (QTimer, QThread)}
    for kind, original in originals.items():
        kind.start = _noting(original)  # type: ignore[method-assign]
    yield
    for kind, original in originals.items():
        kind.start = original  # type: ignore[method-assign]


def _noting(start: Callable[..., None]) -> Callable[..., None]:
    def noted(self: QTimer | QThread, *arguments: object) -> None:
        caller = sys._getframe(1)
        _started[self] = f"{caller.f_code.co_filename}:{caller.f_lineno}"
        start(self, *arguments)

    return noted


def _settle(left: Callable[[], list[str]], seconds: float) -> list[str]:
    """What is left once everything that ends by itself has ended."""
    if not left():
        return []
    gc.collect()  # windows that only a cycle of references keeps
    deadline = time.monotonic() + seconds
    while (rest := left()) and time.monotonic() < deadline:
        if QCoreApplication.instance() is not None:
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            QCoreApplication.processEvents()
        time.sleep(0.01)
    return rest


def _windows() -> dict[int, str]:
    """The top-level widgets that belong to no other, by their address."""
    if not isinstance(QCoreApplication.instance(), QApplication):
        return {}
    return {
        shiboken6.getCppPointer(widget)[0]: f"{type(widget).__name__} {widget.windowTitle()!r}"
        for widget in QApplication.topLevelWidgets()
        if _belongs_to_none(widget)
    }


def _belongs_to_none(widget: QWidget) -> bool:
    return widget.parent() is None and type(widget).__name__ not in ALLOWED_WIDGETS


def _runs(thing: QTimer | QThread) -> bool:
    if not shiboken6.isValid(thing):
        return False
    return thing.isActive() if isinstance(thing, QTimer) else thing.isRunning()


def _text_of(path: Path) -> str:
    """What a file of /proc says; nothing where its thread or process has just ended."""
    try:
        return path.read_text()
    except OSError:
        return ""


def _children() -> dict[int, str]:
    """Our living child processes and their command lines; on Linux, elsewhere none are seen."""
    found = {}
    for children in Path("/proc/self/task").glob("*/children"):
        for pid in _text_of(children).split():
            command = _text_of(Path(f"/proc/{pid}/cmdline")).replace("\0", " ").strip()
            # A process that has ended but wasn't waited for has no command line. Python's own
            # tracker of shared memory lives as long as we do.
            if command and "resource_tracker" not in command:
                found[int(pid)] = command
    return found
