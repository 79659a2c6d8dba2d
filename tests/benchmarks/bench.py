"""What all benchmarks share: spreads, tables and the machine.

A benchmark is run as ``python -m tests.benchmarks.NAME``; it prints a table and, with ``--json
FILE``, writes its figures. It judges nothing: aims stand beside the figures.

Nothing here needs Qt, so that what is measured without a window runs where there is none.
"""

import argparse
import json
import os
import platform
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import numpy as np
from rich.box import MARKDOWN
from rich.console import Console
from rich.table import Table

PACKAGES = ("PySide6-Essentials", "pyqtgraph", "torch", "numpy", "tokenizers")


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
        **{name: _version(name) for name in PACKAGES},
    }


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "missing"


def _cpu_name() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor()
    names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor()


def memory_megabytes() -> tuple[float, float]:
    """This process's memory, resident and with shared pages counted by share; 0 if not Linux."""
    resident, proportional = Path("/proc/self/status"), Path("/proc/self/smaps_rollup")
    return _kilobytes(resident, "VmRSS:") / 1e3, _kilobytes(proportional, "Pss:") / 1e3


def _kilobytes(file: Path, name: str) -> float:
    try:
        words = file.read_text().split()
        return 1.024 * int(words[words.index(name) + 1])
    except (OSError, ValueError):
        return 0.0


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
