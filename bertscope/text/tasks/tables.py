"""The rows of .tsv, .csv and .jsonl files, each with its line.

In tab-separated values a quote is a character like all others, as in the files of GLUE. In
comma-separated ones it may hold commas and line ends together; one that is never closed costs its
own line alone and none of those behind it.
"""

import csv
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from bertscope.errors import TaskError
from bertscope.text.files import whole_lines
from bertscope.text.tasks.problems import Problems, quoted, reading

_JSON, _COMMAS, _TABS = SUFFIXES = (".jsonl", ".csv", ".tsv")
LOOKED_AT = 1_000
"""So many rows tell what a table's columns are."""
_LINES_A_ROW = 100
"""Of a table of commas: a quote that is open for longer was never meant as one."""
_LONGEST_FIELD = 1 << 24
_MOST_DIGITS = 1e15
"""Numbers from here on are no labels, and a float no longer counts them."""

Cells = Sequence[str | None]
"""The texts of a row; None for what is no text, such as a list in a .jsonl file."""


class Row(NamedTuple):
    line: int
    cells: Cells


class Table:
    """A file that is being read.

    Attributes
    ----------
    file
        Its path.
    keys
        The names of the columns of a .jsonl file; None for tables, where they may stand in the
        first row.
    first
        Its first rows, for who wants to know what the columns are; `rows` has them too.
    """

    def __init__(self, file: Path, problems: Problems) -> None:
        self.file = file
        self.keys: tuple[str, ...] | None = None
        lines = whole_lines(file)
        kind = suffix_of(file)
        with reading():
            if kind == _JSON:
                rows = self._records(lines, problems)
            elif kind == _TABS:
                rows = _of_width(file, _tab_rows(lines), problems)
            else:
                rows = _of_width(file, _comma_rows(file, lines, problems), problems)
            self.first = list(islice(rows, LOOKED_AT))
        # What holds the file open may not hold the table: a circle would keep it open for long.
        self._rest = rows
        if not self.first:
            problems.refuse()
            raise TaskError(f"{file} is empty: choose a file with labelled rows.")

    def rows(self) -> Iterator[Row]:
        """All of them, once.

        Raises
        ------
        TaskError
            If the file can't be read to its end.
        """
        with reading():
            yield from chain(self.first, self._rest)

    def _records(self, lines: Iterable[str], problems: Problems) -> Iterator[Row]:
        records = _json_records(self.file, lines, problems)
        first = list(islice(records, LOOKED_AT))
        self.keys = keys = tuple(dict.fromkeys(key for _, record in first for key in record))
        return (
            Row(line, [_text_of(record.get(key)) for key in keys])
            for line, record in chain(first, records)
        )


def suffix_of(file: Path) -> str:
    """The format its name tells, such as ``.tsv``, also of one that is packed."""
    return Path(file.name.lower().removesuffix(".gz")).suffix


def _of_width(file: Path, rows: Iterable[Row], problems: Problems) -> Iterator[Row]:
    width = 0
    for row in rows:
        width = width or len(row.cells)
        if len(row.cells) == width:
            yield row
        else:
            problems.add(file, row.line, _of_other_width(len(row.cells), width))


def _tab_rows(lines: Iterable[str]) -> Iterator[Row]:
    for number, line in enumerate(lines, 1):
        if line and not line.isspace():
            yield Row(number, line.split("\t"))


def _comma_rows(file: Path, lines: Iterable[str], problems: Problems) -> Iterator[Row]:
    csv.field_size_limit(_LONGEST_FIELD)
    waiting: deque[str] = deque()
    source = iter(lines)
    number, width = 1, 0
    while waiting or _wait_for_one(waiting, source):
        taken, cells = _comma_row(waiting, source)
        if taken > 1 and width and cells is not None and len(cells) != width:
            taken, cells = 1, None
        if cells is None:
            problems.add(file, number, "a quote that is not closed as it should be")
        elif any(map(str.strip, cells)):
            width = width or len(cells)
            yield Row(number, cells)
        for _ in range(taken):
            waiting.popleft()
        number += taken


def _comma_row(waiting: deque[str], source: Iterator[str]) -> tuple[int, list[str] | None]:
    """How many of the waiting lines are the next row, and its fields; None if it is damaged."""
    if '"' not in waiting[0]:
        return 1, waiting[0].split(",")
    rows = csv.reader(_ahead(waiting, source), strict=True)
    try:
        cells = next(rows)
    except csv.Error:
        return 1, None
    return rows.line_num, cells


def _ahead(waiting: deque[str], source: Iterator[str]) -> Iterator[str]:
    for place in range(_LINES_A_ROW):
        if place == len(waiting) and not _wait_for_one(waiting, source):
            return
        yield waiting[place] + "\n"


def _wait_for_one(waiting: deque[str], source: Iterator[str]) -> bool:
    line = next(source, None)
    if line is not None:
        waiting.append(line)
    return line is not None


def _json_records(
    file: Path, lines: Iterable[str], problems: Problems
) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(lines, 1):
        if not line or line.isspace():
            continue
        try:
            yield number, msgspec.json.decode(line, type=dict[str, Any])
        except (msgspec.MsgspecError, RecursionError, UnicodeError):
            problems.add(file, number, f"no JSON object, but {quoted(line)}")


def _of_other_width(fields: int, width: int) -> str:
    if fields == 1:
        return f"1 field instead of {width} as in the first row"
    return f"{fields:,} fields instead of {width} as in the first row"


def _text_of(value: object) -> str | None:
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float) and abs(value) < _MOST_DIGITS:
        return str(value)
    return None
