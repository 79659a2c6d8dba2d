"""What the benchmarks share: spreads, tables, the machine, and a real window that is driven.

A benchmark is run as ``python -m tests.benchmarks.NAME``; it prints a table and, with ``--json
FILE``, writes its figures. It judges nothing: aims stand beside the figures.
"""

import argparse
import json
import os
import platform
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from rich.box import MARKDOWN
from rich.console import Console
from rich.table import Table

from bertscope.gui.app import HEIGHT, WIDTH, make_application
from bertscope.gui.engine_process import EngineProcess, EngineState
from bertscope.gui.main_window import MainWindow
from bertscope.gui.settings import Settings
from bertscope.gui.theme import Appearance, Mode
from bertscope.gui.training import Phase
from bertscope.places import HOME_VARIABLE

PATIENCE_SECONDS = 60.0
FIRST_STEP_SECONDS = 600.0
"""The largest model measures its held-out pairs for a minute or more before its first step."""
POLL_MS = 20
SETTLE_SECONDS = 4.0
"""What the engine loads behind the first look, so that training begins at once, is over then."""
ENDLESS = 1_000_000
"""Steps of a run that has to outlast what is measured."""
PACKAGES = ("PySide6-Essentials", "pyqtgraph", "torch", "numpy", "tokenizers")


# --- Figures ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Spread:
    """The median of some measurements, and how far they lie apart."""

    count: int
    least: float
    lower_quartile: float
    median: float
    upper_quartile: float
    p95: float
    p99: float
    most: float

    @classmethod
    def of(cls, values: Sequence[float]) -> "Spread":
        """Of one value or more."""
        quantiles = np.quantile(values, [0, 0.25, 0.5, 0.75, 0.95, 0.99, 1])
        return cls(len(values), *(round(float(q), 6) for q in quantiles))

    def words(self, digits: int = 0) -> str:
        """Median, then least and most."""
        return f"{self.median:.{digits}f} ({self.least:.{digits}f}–{self.most:.{digits}f})"


def machine() -> dict[str, object]:
    """What the figures were measured on."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return {
        "cpu": _cpu_name(),
        "cores": cores,
        "load": [round(load, 2) for load in os.getloadavg()] if hasattr(os, "getloadavg") else [],
        "system": platform.platform(),
        "python": platform.python_version(),
        **{name: version(name) for name in PACKAGES},
    }


def _cpu_name() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor()
    names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor()


def arguments_of(description: str | None) -> argparse.ArgumentParser:
    """A parser with what all benchmarks take."""
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there")
    return parser


class Report:
    """Prints tables as they come and keeps the figures for ``--json``.

    Parameters
    ----------
    name
        The benchmark's.
    arguments
        As parsed; they are written beside the figures.
    """

    def __init__(self, name: str, arguments: argparse.Namespace) -> None:
        self._console = Console(width=160, highlight=False)
        self._file: Path | None = arguments.json
        self._content: dict[str, object] = {
            "benchmark": name,
            "arguments": {k: v for k, v in vars(arguments).items() if k != "json"},
            "machine": machine(),
        }
        self.say(", ".join(f"{key} {value}" for key, value in machine().items()))

    def say(self, words: str) -> None:
        self._console.print(words)

    def table(self, title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        table = Table(box=MARKDOWN)
        for name in head:
            table.add_column(name, overflow="fold")
        for row in rows:
            table.add_row(*row)
        self.say(f"\n{title}")
        self._console.print(table)

    def keep(self, name: str, figures: object) -> None:
        """Keep figures under a name; the file is written at once, so that none is lost."""
        self._content[name] = figures
        if self._file is not None:
            self._file.write_text(json.dumps(self._content, indent=2, default=_plain) + "\n")


def _plain(value: object) -> object:
    return asdict(value) if isinstance(value, Spread) else str(value)


# --- The window -------------------------------------------------------------------------------


@contextmanager
def environment(values: Mapping[str, str]) -> Iterator[None]:
    """Set environment variables for a while."""
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


@contextmanager
def opened(command: list[str] | None = None) -> Iterator["Driver"]:
    """A real window with a real engine, settings and runs of its own, closed in the end.

    Offscreen unless QT_QPA_PLATFORM says otherwise. `command` starts another engine.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with TemporaryDirectory() as home, environment({HOME_VARIABLE: home}):
        make_application()
        engine = EngineProcess(command)
        engine.start()
        window = MainWindow(engine, Appearance(Mode.LIGHT), Settings())
        window.resize(WIDTH, HEIGHT)
        window.show()
        driver = Driver(window)
        try:
            driver.wait(lambda: window.prober.latest is not None and window.curves is not None)
            yield driver
        finally:
            window.close()
            driver.wait(lambda: engine.state is EngineState.ENDED)
            window.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class Driver:
    """Uses a window as a person would."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    def wait(self, done: Callable[[], bool], seconds: float = PATIENCE_SECONDS) -> None:
        """Let the window live until `done` says so.

        Raises
        ------
        TimeoutError
            If it doesn't in time.
        """
        if not done() and not self._live(seconds, done) and not done():
            said = self.window.banner.words.text()
            raise TimeoutError(f"The window didn't get there in {seconds:.0f} s. {said}")

    def live(self, seconds: float) -> None:
        """Let the window live for a while."""
        self._live(seconds, lambda: False)

    def _live(self, seconds: float, done: Callable[[], bool]) -> bool:
        loop = QEventLoop()
        limit, look = QTimer(singleShot=True), QTimer(interval=POLL_MS)
        limit.timeout.connect(loop.quit)
        look.timeout.connect(lambda: loop.quit() if done() else None)
        limit.start(round(seconds * 1000))
        look.start()
        loop.exec()
        return limit.isActive()

    def train(self, preset: str) -> None:
        """Begin to train the default recipe at that size, and wait for its first step.

        It doesn't stop by itself, so its learning rate hardly falls; a step costs the same.
        """
        training = self.window.training
        recipe = msgspec.structs.replace(training.recipe, preset=preset, steps=ENDLESS)
        training.set_recipe(recipe)
        training.play()
        over = (Phase.BROKEN, Phase.IDLE)
        self.wait(lambda: training.step > 0 or training.phase in over, FIRST_STEP_SECONDS)
        if training.phase in over:
            raise RuntimeError(self.window.banner.words.text())
