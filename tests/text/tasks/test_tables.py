"""Rows of tables: what their fields are, and what a damaged row costs."""

import csv
import gc
import gzip
import io
import json
from pathlib import Path

import psutil
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bertscope.errors import TaskError
from bertscope.text import files
from bertscope.text.tasks.problems import Problems
from bertscope.text.tasks.tables import Table

FIELDS = st.text(st.sampled_from('ab ,"\n\té'), max_size=6)


def _rows(path: Path, raw: str | bytes) -> tuple[list[tuple[int, list[str | None]]], list[str]]:
    path.write_bytes(raw.encode() if isinstance(raw, str) else raw)
    problems = Problems()
    rows = [(line, list(cells)) for line, cells in Table(path, problems).rows()]
    return rows, list(problems.told())


def test_quotes_between_tabs_are_text(tmp_path: Path) -> None:
    raw = '"He said\t1\r\nand "left\t0\r\n\r\nat "" once"\t1'
    rows, problems = _rows(tmp_path / "a.tsv", raw)
    assert rows == [(1, ['"He said', "1"]), (2, ['and "left', "0"]), (4, ['at "" once"', "1"])]
    assert not problems


def test_quotes_between_commas_hold_commas_and_lines(tmp_path: Path) -> None:
    raw = 'text,label\n"One, two\nthree ""four""",a\nfive,b\n'
    rows, problems = _rows(tmp_path / "a.csv", raw)
    assert rows == [
        (1, ["text", "label"]),
        (2, ['One, two\nthree "four"', "a"]),
        (4, ["five", "b"]),
    ]
    assert not problems


@pytest.mark.parametrize(
    "after",
    [
        ["fine,a", "good,b"],
        ["fine,a", '"good, too",b'],
        ['"good, too",b', "fine,a"],
        [f"row {number},a" for number in range(150)] + ['"good, too",b'],
        # Here the quote is closed, but what it holds is no row of two fields.
        ['fine,a"', "good,b"],
    ],
)
def test_a_quote_left_open_costs_its_own_line_alone(tmp_path: Path, after: list[str]) -> None:
    rows, problems = _rows(tmp_path / "a.csv", "\n".join(["text,label", '"open,a', *after]))
    assert [line for line, _ in rows] == [1, *range(3, len(after) + 3)]
    assert problems == ["a.csv, line 2: a quote that is not closed as it should be."]


@given(st.lists(st.tuples(FIELDS, FIELDS), min_size=1, max_size=5))
def test_what_is_written_as_csv_is_read_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str]]
) -> None:
    rows = [("text", "label"), *(row for row in rows if any(map(str.strip, row)))]
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    read, problems = _rows(tmp_path_factory.getbasetemp() / "written.csv", text.getvalue())
    assert [tuple(cells) for _, cells in read] == rows
    assert not problems


@pytest.mark.parametrize(("suffix", "sign"), [(".tsv", "\t"), (".csv", ",")])
def test_rows_of_another_width_are_named(tmp_path: Path, suffix: str, sign: str) -> None:
    raw = "text,label\nfine,a\nshort\nlong,b,c\ngood,b\n".replace(",", sign)
    rows, problems = _rows(tmp_path / f"a{suffix}", raw)
    assert [line for line, _ in rows] == [1, 2, 5]
    assert problems == [
        f"a{suffix}, line 3: 1 field instead of 2 as in the first row.",
        f"a{suffix}, line 4: 3 fields instead of 2 as in the first row.",
    ]


def test_records_have_keys_in_any_order(tmp_path: Path) -> None:
    records = [{"text": "One.", "label": 3}, {"label": True, "text": None}, {"text": ["x"]}]
    raw = "\n".join(map(json.dumps, records)) + '\n[1]\n{"text": \n'
    rows, problems = _rows(tmp_path / "a.jsonl", raw)
    assert rows == [(1, ["One.", "3"]), (2, ["", "true"]), (3, [None, ""])]
    assert problems == [
        "a.jsonl, line 4: no JSON object, but '[1]'.",
        "a.jsonl, line 5: no JSON object, but '{\"text\": '.",
    ]


def test_marks_and_packing_are_not_part_of_the_text(tmp_path: Path) -> None:
    raw = "\ufeffQuality\tText\n1\tÇa va?\n".encode()
    want = [(1, ["Quality", "Text"]), (2, ["1", "Ça va?"])]
    assert _rows(tmp_path / "a.tsv", raw)[0] == want
    assert _rows(tmp_path / "b.TSV.gz", gzip.compress(raw))[0] == want


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf\n \n\t\n", "is empty"),
        (b"%PDF-1.7\n\0\1\2", "not a text file"),
        (b"text\tlabel\nf\xfcnf\t1\n", r"not UTF-8 \(byte 13, in line 2\)"),
        ("text\tlabel\n".encode("utf-16"), "is UTF-16"),
        (b"word " * 30_000, "Line 1 of .* is longer than 100,000 characters"),
    ],
)
def test_what_is_no_table_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, raw: bytes, words: str
) -> None:
    monkeypatch.setattr(files, "LONGEST_RECORD", 100_000)
    with pytest.raises(TaskError, match=words):
        _rows(tmp_path / "a.tsv", raw)


def test_damage_far_down_is_an_error_of_the_task(tmp_path: Path) -> None:
    with pytest.raises(TaskError, match="line 20,001"):
        _rows(tmp_path / "a.tsv", b"a\tb\n" * 20_000 + b"\xff\tb\n")


@pytest.mark.parametrize("suffix", [".tsv", ".csv", ".jsonl"])
def test_a_table_that_is_not_read_on_lets_go_of_its_file(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"many{suffix}"
    line = json.dumps({"a": "word"}) if suffix == ".jsonl" else "word"
    file.write_text(f"{line}\n" * 100_000)

    def opened() -> list[str]:
        return [each.path for each in psutil.Process().open_files() if Path(each.path) == file]

    gc.collect()
    gc.disable()
    try:
        table = Table(file, Problems())
        assert opened() == [str(file)]
        del table
        assert opened() == []
    finally:
        gc.enable()
