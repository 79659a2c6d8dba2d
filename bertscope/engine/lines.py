"""Lines of metrics and events on their way to a file: none is lost, and none is written in part."""

import os
from collections.abc import Iterator
from io import FileIO
from math import isfinite
from pathlib import Path

import msgspec

from bertscope.engine.reports import StepMetrics


class Lines:
    """Lines that wait to be added to a file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._waiting: list[bytes] = []

    def add(self, line: bytes) -> None:
        self._waiting.append(line)

    def clear(self) -> None:
        self._waiting.clear()

    def flush(self) -> None:
        """Write them.

        Raises
        ------
        OSError
            If they can't be written: they still wait, and the file is as it was.
        """
        if not self._waiting:
            return
        with self.path.open("a+b", buffering=0) as file:
            size = file.seek(0, os.SEEK_END)
            data = memoryview(b"".join([*_rest_of_line(file, size), *self._waiting]))
            try:
                while data:
                    data = data[file.write(data) :]
            except OSError:
                # A part of a line would spoil the next one too.
                file.truncate(size)
                raise
        self._waiting.clear()


def _rest_of_line(file: FileIO, size: int) -> Iterator[bytes]:
    """The end of a line that is there without one: its writer was killed, or lost its power."""
    if size:
        file.seek(size - 1)
        if file.read(1) != b"\n":
            yield b"\n"


def line_of(metrics: StepMetrics) -> bytes:
    """A step's metrics as a line."""
    # JSON has no word for what is no number: it counts as not measured.
    known = {name: value for name, value in metrics.flat().items() if isfinite(value)}
    return msgspec.json.encode(known) + b"\n"


def step_of(line: bytes) -> float:
    """The step of a line of metrics; infinite where the line is broken."""
    try:
        return int(msgspec.json.decode(line)["step"])
    except (msgspec.DecodeError, KeyError, TypeError, ValueError):
        return float("inf")
