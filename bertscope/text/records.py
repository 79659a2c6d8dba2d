"""Texts out of files with a record a line: JSON lines, comma- and tab-separated values."""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from bertscope.errors import CorpusError

_JSON, _COMMAS, _TABS = SUFFIXES = (".jsonl", ".csv", ".tsv")
_LONGEST_FIELD = 1 << 24
"""Characters: a quote that is never closed would otherwise take the whole file."""


def texts_of(file: Path, lines: Iterable[str], column: str) -> Iterator[str]:
    """The texts under a key or in a column, one a record; empty ones are left out.

    Parameters
    ----------
    file
        Its name tells the format.
    lines
        Without their ends.

    Raises
    ------
    CorpusError
        If a record is damaged, or there is no such key or column.
    """
    kind = Path(file.name.lower().removesuffix(".gz")).suffix
    return _json_texts(file, lines, column) if kind == _JSON else _table(file, lines, column, kind)


def _json_texts(file: Path, lines: Iterable[str], column: str) -> Iterator[str]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = msgspec.json.decode(line)
        except (msgspec.DecodeError, RecursionError) as error:
            raise CorpusError(
                f"Line {number:,} of {file} is no JSON: a .jsonl file has a JSON object a line."
            ) from error
        text = record.get(column) if isinstance(record, dict) else None
        if not isinstance(text, str):
            keys = _listed(record) if isinstance(record, dict) else "no keys"
            raise CorpusError(
                f"Line {number:,} of {file} has no text under {column!r}, but {keys}: name the "
                "key that holds the text as the column."
            )
        if text:
            yield text


def _table(file: Path, lines: Iterable[str], column: str, kind: str) -> Iterator[str]:
    csv.field_size_limit(_LONGEST_FIELD)
    ended = (line + "\n" for line in lines)
    if kind == _TABS:  # The format knows no quotes: they are part of the text.
        rows = csv.reader(ended, delimiter="\t", quoting=csv.QUOTE_NONE)
    else:
        rows = csv.reader(ended)
    try:
        head = next(rows, [])
        place = place_of(file, column, head)
        for row in rows:
            if len(row) > place and row[place]:
                yield row[place]
    except csv.Error as error:
        raise CorpusError(
            f"{file} is damaged near line {rows.line_num:,} ({error}): check its quotes."
        ) from error


def place_of(file: Path, column: str, head: list[str]) -> int:
    """Which column it is.

    Raises
    ------
    CorpusError
        If there is none of that name.
    """
    if column in head:
        return head.index(column)
    raise CorpusError(
        f"{file} has no column {column!r}, but {_listed(head)}: name the one that holds the text."
    )


def _listed(names: Iterable[str]) -> str:
    return ", ".join(map(repr, names)) or "none"
