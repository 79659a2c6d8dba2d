"""Corpora in the formats that people have, read a block at a time."""

import csv
import gzip
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bertscope.errors import CorpusError
from bertscope.text import files, sentences
from bertscope.text.corpus import load_documents, read_sentences
from bertscope.text.files import Source
from bertscope.text.sentences import read_parts

TEXTS = ['Dr. Smith said "no".\n\nHe left, then.', "One, two.\tThree. Ça va?"]
DOCUMENTS = [['Dr. Smith said "no".', "He left, then."], ["One, two.", "Three.", "Ça va?"]]


def _write_json(path: Path, key: str = "text") -> None:
    lines = [json.dumps({"id": i, key: text}) for i, text in enumerate(TEXTS)]
    path.write_text("\n\n".join(lines) + "\n", "utf-8")


def _write_table(path: Path, key: str = "text") -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerows([["id", key], *enumerate(TEXTS), ["short row"], ["9", ""]])


@pytest.mark.parametrize("key", ["text", "the story"])
@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("suffix", [".jsonl", ".csv"])
def test_a_record_is_a_document(tmp_path: Path, suffix: str, key: str, packed: bool) -> None:
    path = tmp_path / f"a{suffix}"
    (_write_json if suffix == ".jsonl" else _write_table)(path, key)
    if packed:
        path = tmp_path / f"b{suffix}.gz"
        path.write_bytes(gzip.compress((tmp_path / f"a{suffix}").read_bytes()))
    assert load_documents(str(path), 0, column=key).documents == DOCUMENTS


def test_in_a_tsv_quotes_are_text(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text('n\ttext\r\n1\t"Yes, he said. No.\r\n2\tOne. Two.\r\n', "utf-8")
    assert load_documents(str(path), 0).documents == [['"Yes, he said.', "No."], ["One.", "Two."]]


def test_packed_text_is_read_as_text(tmp_path: Path) -> None:
    path = tmp_path / "a.TXT.gz"
    path.write_bytes(gzip.compress(b"One. Two.\n\nThree. Four."))
    assert load_documents(str(path), 0).documents == [["One.", "Two."], ["Three.", "Four."]]
    path.write_bytes(path.read_bytes()[:-12])
    with pytest.raises(CorpusError, match="damaged"):
        load_documents(str(path), 0)
    path.write_bytes(b"One. Two.\n\nThree. Four.")
    with pytest.raises(CorpusError, match="damaged"):
        load_documents(str(path), 0)


def test_a_folder_holds_all_formats(tmp_path: Path) -> None:
    _write_json(tmp_path / "b.jsonl")
    _write_table(tmp_path / "c.csv")
    (tmp_path / "a.txt").write_text("First. One.", "utf-8")
    (tmp_path / "readme.md").write_text("Not this.", "utf-8")
    assert load_documents(str(tmp_path), 0).documents == [["First.", "One."], *DOCUMENTS * 2]


@pytest.mark.parametrize(
    ("name", "raw", "words"),
    [
        ("a.jsonl", b'{"text": "a"}\n{"text": ', r"Line 2 of .* is no JSON"),
        ("a.jsonl", b'{"txt": "a", "id": 1}', r"no text under 'text', but 'txt', 'id'"),
        ("a.jsonl", b'{"text": 3}', "Line 1 .* no text under 'text'"),
        ("a.jsonl", b'["a"]', "no keys"),
        ("a.csv", b"id,body\n1,a\n", r"no column 'text', but 'id', 'body'"),
        ("a.csv", b"", "no column 'text', but none"),
        ("a.tsv", b"id\tbody\n1\ta\n", r"no column 'text'"),
        ("a.jsonl", b'{"text": "caf\xe9"}', "not UTF-8"),
        ("a.csv", b"PK\x00\x01", "not a text file"),
    ],
)
def test_records_that_cannot_be_used_are_refused(
    tmp_path: Path, name: str, raw: bytes, words: str
) -> None:
    (tmp_path / name).write_bytes(raw)
    with pytest.raises(CorpusError, match=words):
        load_documents(str(tmp_path / name), 0)


def test_a_quote_that_never_closes_and_a_line_that_never_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bertscope.text.records._LONGEST_FIELD", 1000)
    monkeypatch.setattr(files, "LONGEST_RECORD", 100_000)
    (tmp_path / "a.csv").write_text('text\n"One. Two.\n' + "More of it.\n" * 500, "utf-8")
    with pytest.raises(CorpusError, match=r"damaged near line .*quotes"):
        load_documents(str(tmp_path / "a.csv"), 0)
    (tmp_path / "a.jsonl").write_text('{"text": "' + "x " * 100_000, "utf-8")
    with pytest.raises(CorpusError, match=r"Line 1 of .* longer than 100,000"):
        load_documents(str(tmp_path / "a.jsonl"), 0)


# --- One sentence a line ----------------------------------------------------------------------


def test_each_line_is_a_sentence_and_only_blank_lines_end_documents(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One. Still  one\ntwo\r\n\n \nthree\nfour", "utf-8")
    (tmp_path / "b.txt").write_text("five\n\nsix\nseven\n", "utf-8")
    corpus = load_documents(str(tmp_path), 0, one_sentence_a_line=True)
    # As in google-research/bert a file's end ends no document.
    assert corpus.documents == [
        ["One. Still one", "two"],
        ["three", "four", "five"],
        ["six", "seven"],
    ]


def test_sentences_are_handed_on_one_by_one(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a b. c\n\nd. e", "utf-8")
    path = str(tmp_path / "a.txt")
    lines = read_sentences(path, 0, column="text", one_sentence_a_line=True)
    assert list(lines) == ["a b. c", "d. e"]
    assert len(list(read_sentences("stories", 1, column="", one_sentence_a_line=False))) > 40_000
    (tmp_path / "a.txt").write_text("\n \n", "utf-8")
    with pytest.raises(CorpusError, match="no text"):
        list(read_sentences(path, 0, column="text", one_sentence_a_line=True))


# --- Streaming --------------------------------------------------------------------------------


def _all_at_once(text: str) -> list[list[str]]:
    """Documents as a reader would find that holds the whole text."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    found = (sentences._find_sentences([p]) for p in re.split(r"\n(?:[^\S\n]*\n)+", text))
    return [document for document in found if document]


def _streamed(path: Path) -> list[list[str]]:
    documents: list[list[str]] = [[]]
    for part in read_parts(Source(path), lambda share: None):
        documents[-1] += part.sentences
        if part.ends:
            documents.append([])
    assert documents.pop() == []
    return documents


@given(
    pieces=st.lists(
        st.sampled_from(
            [
                "One two.",
                "Ça é 犬😀.",
                "\n",
                "\r\n",
                "\r",
                " ",
                "\n\n",
                "\t",
                "\x0c",
                "\u2028",
                "No?",
            ]
        ),
        max_size=40,
    ),
    block=st.integers(1, 9),
)
def test_blocks_of_any_size_give_the_same_documents(
    tmp_path_factory: pytest.TempPathFactory, pieces: list[str], block: int
) -> None:
    path = tmp_path_factory.getbasetemp() / "blocks.txt"
    text = "".join(pieces)
    path.write_bytes(text.encode())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(files, "BLOCK_BYTES", block)
        assert _streamed(path) == _all_at_once(text)


@pytest.mark.parametrize("block", [1, 2, 3, 5])
def test_the_damaged_byte_is_named_wherever_blocks_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, block: int
) -> None:
    monkeypatch.setattr(files, "BLOCK_BYTES", block)
    for raw, place in (
        (b"Fine.\n\xc3\xa9\nThe \xe9t", "byte 14, in line 3"),
        (b"a\nb\xe7\x8a", "byte 4"),
    ):
        (tmp_path / "a.txt").write_bytes(raw)
        with pytest.raises(CorpusError, match=place):
            load_documents(str(tmp_path / "a.txt"), 0)


def test_controls_are_judged_over_all_of_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "BLOCK_BYTES", 5)
    path = tmp_path / "a.txt"
    path.write_bytes(b"\x01\x02\x03 One. Two.\n\nThree. Four and more.")
    assert len(load_documents(str(path), 0).documents) == 2
    for raw in (b"One. Two.\x01\x02\x03", b"One.\x01\x02 \xff"):
        path.write_bytes(raw)
        with pytest.raises(CorpusError, match="not a text file"):
            load_documents(str(path), 0)
    monkeypatch.setattr(files, "_JUDGED_BYTES", 8)
    path.write_bytes(b"\x01\x02\x03 One. Two.\n\nThree. Four and more.")
    with pytest.raises(CorpusError, match="not a text file"):
        load_documents(str(path), 0)


def test_a_book_without_blank_lines_comes_in_parts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sentences, "PART_CHARACTERS", 1000)
    monkeypatch.setattr(files, "LONGEST_LINE", 300)
    lines = [f"This is sentence {i}, which is wrapped\nonto a second line." for i in range(200)]
    (tmp_path / "a.txt").write_text("\n".join(lines) + "\n\nA title.\n", "utf-8")
    parts = list(read_parts(Source(tmp_path / "a.txt"), lambda share: None))
    assert max(sum(map(len, part.sentences)) for part in parts) < 1500
    assert _streamed(tmp_path / "a.txt") == [
        [line.replace("\n", " ") for line in lines],
        ["A title."],
    ]
    # All on one line, in one block.
    (tmp_path / "a.txt").write_text(" ".join(lines).replace("\n", " "), "utf-8")
    assert _streamed(tmp_path / "a.txt") == [[line.replace("\n", " ") for line in lines]]


def test_text_without_an_end_of_sentence_is_cut_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sentences, "PART_CHARACTERS", 1000)
    monkeypatch.setattr(files, "LONGEST_LINE", 300)
    (tmp_path / "a.txt").write_text("word " * 100_000, "utf-8")
    parts = list(read_parts(Source(tmp_path / "a.txt"), lambda share: None))
    assert max(len(sentence) for part in parts for sentence in part.sentences) < 40_000
    assert sum(s.count("word") for part in parts for s in part.sentences) == 100_000


# --- Columns ----------------------------------------------------------------------------------


def test_without_pyarrow_it_is_said_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    (tmp_path / "a.parquet").write_bytes(b"PAR1")
    with pytest.raises(CorpusError, match=r"pip install bertscope\[columns\]"):
        load_documents(str(tmp_path / "a.parquet"), 0)


class _Batch:
    def __init__(self, columns: dict[str, list[Any]]) -> None:
        self.schema = SimpleNamespace(names=list(columns))
        self._columns = list(columns.values())
        self.num_rows = len(self._columns[0])

    def column(self, place: int) -> SimpleNamespace:
        return SimpleNamespace(to_pylist=lambda: self._columns[place])


class _ParquetFile:
    """As much of pyarrow's as is used, over batches that a test puts in."""

    batches: list[_Batch]

    def __init__(self, path: Path) -> None:
        self.schema_arrow = self.batches[0].schema
        self.metadata = SimpleNamespace(num_rows=sum(b.num_rows for b in self.batches))

    def __enter__(self) -> "_ParquetFile":
        return self

    def __exit__(self, *exception: object) -> None:
        pass

    def iter_batches(self, batch_size: int, columns: list[str]) -> Iterator[_Batch]:
        return iter(self.batches)


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch) -> type[_ParquetFile]:
    class Batches(_ParquetFile):
        pass

    pyarrow, parquet = ModuleType("pyarrow"), ModuleType("pyarrow.parquet")
    pyarrow.ArrowException = type("ArrowException", (Exception,), {})  # type: ignore[attr-defined]
    pyarrow.parquet = parquet  # type: ignore[attr-defined]
    parquet.ParquetFile = Batches  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "pyarrow", pyarrow)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", parquet)
    return Batches


def test_columns_are_read_batch_by_batch(tmp_path: Path, stand_in: type[_ParquetFile]) -> None:
    stand_in.batches = [_Batch({"story": [TEXTS[0], None]}), _Batch({"story": ["", TEXTS[1]]})]
    (tmp_path / "a.parquet").write_bytes(b"x" * 100)
    told: list[float] = []
    corpus = load_documents(str(tmp_path / "a.parquet"), 0, told.append, column="story")
    assert corpus.documents == DOCUMENTS
    assert told == [0.0, 0.5, 1.0, 1.0]
    with pytest.raises(CorpusError, match="no column 'text', but 'story'"):
        load_documents(str(tmp_path / "a.parquet"), 0)
    stand_in.batches = [_Batch({"text": [1, 2]})]
    with pytest.raises(CorpusError, match="holds no text"):
        load_documents(str(tmp_path / "a.parquet"), 0)


def test_pyarrow_itself(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    table = pyarrow.table({"id": [0, 1, 2], "text": [TEXTS[0], None, TEXTS[1]]})
    parquet.write_table(table, tmp_path / "a.parquet")
    for name, new in (("b", pyarrow.ipc.new_file), ("c", pyarrow.ipc.new_stream)):
        with new(str(tmp_path / f"{name}.arrow"), table.schema) as writer:
            writer.write_table(table)
    for name in ("a.parquet", "b.arrow", "c.arrow"):
        assert load_documents(str(tmp_path / name), 0).documents == DOCUMENTS
        with pytest.raises(CorpusError, match="no column 'body'"):
            load_documents(str(tmp_path / name), 0, column="body")
        (tmp_path / name).write_bytes(b"neither this nor that")
        with pytest.raises(CorpusError, match="damaged"):
            load_documents(str(tmp_path / name), 0)
