"""A run's ``metrics.jsonl`` for those who read it, also while it is being written."""

import os
import re
from itertools import chain
from math import nan
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from bertscope.errors import RunError
from bertscope.run_folder.layout import METRICS

PORTION = 5000
"""Rows that are read at once, unless told otherwise: some milliseconds' work."""
_CHUNK = 1 << 20
_SECONDS = re.compile(rb'"seconds":([^,}]+)')
_HELD_OUT = b'"held_out_'


class StepRow(msgspec.Struct, frozen=True):
    """The metrics of one step: losses in nats, accuracies 0 to 1; held-out values alone at step 0.

    A line of ``metrics.jsonl`` holds these and more. `loss` is what is minimised: in pre-training
    both parts, each times its weight; of a task its own, which in regression is a squared error.
    `score` is a task's first metric and `second_score` its second one, where it has two; a step
    tells the first of its own batch where that can be said of a batch.
    """

    step: int
    mlm_loss: float | None = None
    nsp_loss: float | None = None
    mlm_accuracy: float | None = None
    nsp_accuracy: float | None = None
    held_out_mlm_loss: float | None = None
    held_out_nsp_loss: float | None = None
    held_out_mlm_accuracy: float | None = None
    held_out_nsp_accuracy: float | None = None
    held_out_nsp_decoy_accuracy: float | None = None
    tokens: int = 0
    pairs: int = 0
    seconds: float = 0.0
    loss: float | None = None
    held_out_loss: float | None = None
    learning_rate: float | None = None
    score: float | None = None
    held_out_score: float | None = None
    held_out_second_score: float | None = None


COLUMNS: tuple[str, ...] = StepRow.__struct_fields__
"""The columns of a table of metrics."""


def as_table(rows: list[StepRow]) -> NDArray[np.float64]:
    """The metrics of some steps as (steps, `COLUMNS`); what wasn't measured is NaN."""
    values = [[np.nan if v is None else v for v in msgspec.structs.astuple(row)] for row in rows]
    return np.array(values, np.float64).reshape(len(rows), len(COLUMNS))


# A line's numbers with NaN where there is none: five times as fast as by way of `StepRow`.
_Line = msgspec.defstruct(
    "_Line",
    [
        ("step", float),
        *(
            (name, float, 0.0 if name in ("tokens", "pairs", "seconds") else nan)
            for name in COLUMNS[1:]
        ),
    ],
    gc=False,
)
_lines = msgspec.json.Decoder(_Line)


class MetricsTail:
    """Reads a run's metrics a portion at a time, and what is added later.

    A run that is gone on with measures its last steps again: its file is cut back and grows anew.
    So a step that comes again takes its place and that of all behind it.

    Parameters
    ----------
    folder
        Of the run; there need be nothing in it yet.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / METRICS
        self._marks: list[tuple[int, bytes]] = [(0, b"")]

    def read(self, most: int = PORTION) -> NDArray[np.float64]:
        """The next rows as (rows, `COLUMNS`), `most` at the most; none where there is no more yet.

        Raises
        ------
        RunError
            If the file can't be read.
        """
        try:
            return _table(self._next_lines(most))
        except FileNotFoundError:
            return as_table([])
        except (OSError, msgspec.MsgspecError) as error:
            raise RunError(f"{self._path} is damaged: its curves can't be shown.") from error

    def skip(self) -> None:
        """Take all that is there as read, if it can be."""
        try:
            with self._path.open("rb") as file:
                size = file.seek(0, os.SEEK_END)
                start = file.seek(max(0, size - _CHUNK))
                whole = file.read(size - start).rpartition(b"\n")[0]
        except OSError:
            return
        if whole:
            last = whole.rpartition(b"\n")[2] + b"\n"
            self._marks = [(0, b""), (start + len(whole) + 1, last)]

    def _next_lines(self, most: int) -> list[bytes]:
        with self._path.open("rb") as file:
            # What was read last still stands where it was, unless the file was cut back.
            while True:
                offset, last = self._marks[-1]
                file.seek(offset - len(last))
                if file.read(len(last)) == last:
                    break
                self._marks.pop()
            *lines, _ = file.read(_CHUNK).split(b"\n", most)[: most + 1]
        if lines:
            self._mark(offset + sum(map(len, lines)) + len(lines), lines[-1] + b"\n")
        return lines

    def _mark(self, offset: int, last: bytes) -> None:
        """Remember how far it was read; of earlier marks one for each chunk is enough."""
        if len(self._marks) > 1 and offset - self._marks[-2][0] < _CHUNK:
            self._marks.pop()
        self._marks.append((offset, last))


def _table(lines: list[bytes]) -> NDArray[np.float64]:
    try:
        rows = [_lines.decode(line) for line in lines]
    except msgspec.ValidationError:
        # JSON has no word for a loss that was no number: it stands there as null.
        return as_table([msgspec.json.decode(line, type=StepRow) for line in lines])
    flat = chain.from_iterable(map(msgspec.structs.astuple, rows))
    count = len(rows) * len(COLUMNS)
    return np.fromiter(flat, np.float64, count).reshape(len(rows), len(COLUMNS))


class Standing(msgspec.Struct, frozen=True):
    """How far a run is.

    Attributes
    ----------
    step
        Steps done.
    rows
        Lines of metrics.
    mlm_loss, nsp_loss
        The last held-out losses in nats; None where none was measured yet, and of a task.
    seconds
        Of training.
    score
        A task's last one on what is held out.
    """

    step: int = 0
    rows: int = 0
    mlm_loss: float | None = None
    nsp_loss: float | None = None
    seconds: float = 0.0
    score: float | None = None


def read_standing(folder: Path) -> Standing:
    """How far a run is, without reading all of each line.

    Raises
    ------
    RunError
        If its metrics can't be read.
    """
    path, rows, seconds = folder / METRICS, 0, 0.0
    rest = held_out = last = b""
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                whole, newline, rest = (rest + chunk).rpartition(b"\n")
                if not newline:
                    continue
                rows += whole.count(b"\n") + 1
                seconds += sum(map(float, _SECONDS.findall(whole)))
                last = whole.rpartition(b"\n")[2]
                held_out = _line_with(_HELD_OUT, whole) or held_out
        row = msgspec.json.decode(last, type=StepRow) if last else StepRow(0)
        held = msgspec.json.decode(held_out, type=StepRow) if held_out else StepRow(0)
    except FileNotFoundError:
        return Standing()
    except (OSError, ValueError) as error:
        raise RunError(f"{path} is damaged: its curves can't be shown.") from error
    return Standing(
        row.step,
        rows,
        held.held_out_mlm_loss,
        held.held_out_nsp_loss,
        seconds,
        held.held_out_score,
    )


def _line_with(words: bytes, lines: bytes) -> bytes:
    """The last of the lines that has the words in it; empty where none has."""
    at = lines.rfind(words)
    if at < 0:
        return b""
    end = lines.find(b"\n", at)
    return lines[lines.rfind(b"\n", 0, at) + 1 : end if end >= 0 else None]
