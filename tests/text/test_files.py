"""Corpora in the formats that people have, read a block at a time."""

import csv
import gzip
import json
import random
import re
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from bertscope.errors import CorpusError
from bertscope.text import columns, files, sentences
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
    found = (sentences.find_sentences([p]) for p in re.split(r"\n(?:[^\S\n]*\n)+", text))
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


def _write_parquet(path: Path, texts: Any, **options: Any) -> Path:
    path = path.with_suffix(".parquet")
    table = pyarrow.table({"id": range(len(texts)), "text": texts})
    parquet.write_table(table, path, row_group_size=3, write_page_checksum=True, **options)
    return path


def _write_arrow(path: Path, texts: Any, new: Any = pyarrow.ipc.new_file, **options: Any) -> Path:
    path = path.with_suffix(".arrow")
    table = pyarrow.table({"id": range(len(texts)), "text": texts})
    how = pyarrow.ipc.IpcWriteOptions(**options)
    with new(str(path), table.schema, options=how) as writer:
        writer.write_table(table, max_chunksize=3)
    return path


_write_stream = partial(_write_arrow, new=pyarrow.ipc.new_stream)
_write_packed = partial(_write_arrow, compression="lz4")  # as Feather is by default
_Write = Callable[[Path, Any], Path]

all_containers = pytest.mark.parametrize(
    "write",
    [_write_parquet, _write_arrow, _write_stream, _write_packed],
    ids=["parquet", "arrow", "stream", "packed"],
)
SPARSE = [TEXTS[0], None, "", TEXTS[1], None]


@all_containers
@pytest.mark.parametrize(
    "texts",
    [
        pyarrow.array(SPARSE),
        pyarrow.array(SPARSE, pyarrow.large_string()),
        pyarrow.array(SPARSE, pyarrow.string_view()),
        pyarrow.array(SPARSE).dictionary_encode(),
        pyarrow.chunked_array([SPARSE[:1], SPARSE[1:]]),
    ],
    ids=["string", "large", "view", "dictionary", "chunked"],
)
def test_text_is_read_however_it_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: _Write, texts: Any
) -> None:
    monkeypatch.setattr(columns, "_ROWS_A_BATCH", 2)
    told: list[float] = []
    path = write(tmp_path / "a", texts)
    assert load_documents(str(path), 0, told.append).documents == DOCUMENTS
    assert told == sorted(told)
    assert 0.0 < told[len(told) // 2] < 1.0
    with pytest.raises(CorpusError, match="no column 'body', but 'id', 'text'"):
        load_documents(str(path), 0, column="body")
    with pytest.raises(CorpusError, match=r"'id' of .* holds no text: name another"):
        load_documents(str(path), 0, column="id")


@all_containers
@pytest.mark.parametrize("kind", ["int64", "binary", "list<string>"])
def test_missing_values_are_no_text_where_their_column_holds_none(
    tmp_path: Path, write: _Write, kind: str
) -> None:
    """A column of bytes isn't guessed at either, whatever its values."""
    types = {"list<string>": pyarrow.list_(pyarrow.string())}
    nothing = pyarrow.nulls(3, types.get(kind) or getattr(pyarrow, kind)())
    with pytest.raises(CorpusError, match="holds no text: name another"):
        load_documents(str(write(tmp_path / "a", nothing)), 0)


@all_containers
def test_columns_without_texts_are_empty(tmp_path: Path, write: _Write) -> None:
    for nothing in (pyarrow.array([], pyarrow.string()), pyarrow.array([None, ""])):
        with pytest.raises(CorpusError, match="no text in it"):
            load_documents(str(write(tmp_path / "a", nothing)), 0)
    # In a folder it is passed over.
    (tmp_path / "b.jsonl").write_text(json.dumps({"text": "One. Two."}))
    (tmp_path / "c.jsonl").write_text(json.dumps({"text": "Three. Four."}))
    documents = load_documents(str(tmp_path), 0).documents
    assert documents == [["One.", "Two."], ["Three.", "Four."]]


@all_containers
def test_columns_cut_off_are_refused(tmp_path: Path, write: _Write) -> None:
    whole = write(tmp_path / "whole", pyarrow.array(SPARSE))
    content = whole.read_bytes()
    # Where a stream may end, between two batches, nobody can tell that there was more.
    ends = _stream_ends(content) if write is _write_stream else []
    for size in range(0, len(content), 5):
        if size in ends:
            continue
        # Another name each time: bytes that are mapped must not change.
        cut = tmp_path / f"{size}{whole.suffix}"
        cut.write_bytes(content[:size])
        with pytest.raises(CorpusError, match="is damaged: copy or download it again"):
            load_documents(str(cut), 0)


def _stream_ends(content: bytes) -> list[int]:
    with pyarrow.BufferReader(content) as buffer, pyarrow.ipc.open_stream(buffer) as stream:
        return [buffer.tell(), *(buffer.tell() for _ in stream)]


@all_containers
@pytest.mark.parametrize("dictionary", [False, True])
def test_a_damaged_byte_is_said_or_another_text(
    tmp_path: Path, write: _Write, dictionary: bool
) -> None:
    """pyarrow trusts offsets: one that leads beyond the memory would end the process."""
    texts = pyarrow.array(SPARSE)
    whole = write(tmp_path / "whole", texts.dictionary_encode() if dictionary else texts)
    content, refused = whole.read_bytes(), 0
    for place in range(0, len(content), 3):
        damaged = tmp_path / f"{place}{whole.suffix}"
        damaged.write_bytes(content[:place] + bytes([content[place] ^ 0x82]) + content[place + 1 :])
        try:
            load_documents(str(damaged), 0)
        except CorpusError:
            refused += 1
    assert refused > len(content) / 12


def test_a_page_of_a_parquet_file_with_another_sum_is_refused(tmp_path: Path) -> None:
    path = _write_parquet(tmp_path / "a", pyarrow.array(SPARSE), compression="none")
    content = path.read_bytes()
    assert content.count(b"Smith said") >= 1
    path.write_bytes(content.replace(b"Smith said", b"Smyth said", 1))
    with pytest.raises(CorpusError, match="damaged"):
        load_documents(str(path), 0)


@all_containers
def test_bytes_that_are_no_utf_8_are_refused(tmp_path: Path, write: _Write) -> None:
    raw = pyarrow.array([b"One. Two.", b"caf\xe9"], pyarrow.binary())
    latin = pyarrow.Array.from_buffers(pyarrow.string(), 2, raw.buffers())
    with pytest.raises(CorpusError, match="damaged"):
        load_documents(str(write(tmp_path / "a", latin)), 0)


@pytest.mark.parametrize("suffix", [".parquet", ".arrow"])
def test_a_part_of_the_columns_is_held_at_a_time(tmp_path: Path, suffix: str) -> None:
    """Even where all of it is one row group, or one batch."""
    rng = random.Random(0)
    texts = [rng.randbytes(200).hex() for _ in range(40_000)]
    table, path = pyarrow.table({"text": texts, "other": texts}), tmp_path / f"a{suffix}"
    if suffix == ".parquet":
        parquet.write_table(table, path, row_group_size=len(texts), compression="none")
    else:
        with pyarrow.ipc.new_file(str(path), table.schema) as writer:
            writer.write_table(table)
    del table
    told: list[int] = []
    before = pyarrow.total_allocated_bytes()
    read = columns.texts_of(path, "text", told.append)
    assert next(read) == texts[0]
    assert told[-1] < 0.1 * path.stat().st_size
    held = 0
    for text, expected in zip(read, texts[1:], strict=True):
        assert text == expected
        held = max(held, pyarrow.total_allocated_bytes() - before)
    assert held < 0.3 * sum(map(len, texts))
    assert told[-1] == path.stat().st_size
