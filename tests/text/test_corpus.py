"""Text files as people have them: wrapped lines, odd encodings, too little text."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bertscope.errors import CorpusError
from bertscope.text.corpus import STORY_COUNT, load_documents, split_documents
from bertscope.text.stories import write_stories

TWO = 'Dr. Smith went to the U.S. in 1999. He\nlikes   it there.\n\n"Is it cold?" she asked. No.\n'
DOCUMENTS = [
    ["Dr. Smith went to the U.S. in 1999.", "He likes it there."],
    ['"Is it cold?" she asked.', "No."],
]


def _write(path: Path, text: str | bytes) -> str:
    path.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
    return str(path)


@pytest.mark.parametrize(
    "raw",
    [
        TWO.encode(),
        b"\xef\xbb\xbf" + TWO.encode(),
        TWO.replace("\n", "\r\n").encode(),
        TWO.replace("\n", "\r").encode(),
        TWO.replace("\n\n", "\n \t\n\n\n").encode() + b"\n\n \n",
        b"\n\n" + TWO.encode(),
    ],
)
def test_blank_lines_separate_documents_and_wrapped_lines_are_joined(
    tmp_path: Path, raw: bytes
) -> None:
    corpus = load_documents(_write(tmp_path / "a.txt", raw), 0)
    assert corpus.documents == DOCUMENTS
    assert corpus.notes == ()


def test_in_a_folder_a_files_end_ends_a_document(tmp_path: Path) -> None:
    _write(tmp_path / "b.TXT", "Three. Four.")
    _write(tmp_path / "a.txt", "One. Two.\n\nAnd more. Yes.")
    _write(tmp_path / "notes.md", "Not this. Nor that.")
    _write(tmp_path / "empty.txt", "")
    corpus = load_documents(str(tmp_path), 0)
    assert corpus.documents == [["One.", "Two."], ["And more.", "Yes."], ["Three.", "Four."]]


def test_one_long_document_is_cut_and_that_is_said(tmp_path: Path) -> None:
    sentences = [f"This is sentence {i}." for i in range(70)]
    corpus = load_documents(_write(tmp_path / "a.txt", " ".join(sentences)), 0)
    assert [len(document) for document in corpus.documents] == [20, 20, 30]
    assert [s for document in corpus.documents for s in document] == sentences
    assert len(corpus.notes) == 1
    assert "3 documents of 20 sentences" in corpus.notes[0]


def test_documents_of_one_sentence_are_counted(tmp_path: Path) -> None:
    corpus = load_documents(_write(tmp_path / "a.txt", "A title\n\nOne.\n\nOne. Two."), 0)
    assert len(corpus.documents) == 3
    assert "2 of 3 documents are one sentence" in corpus.notes[0]


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "no text"),
        (b"\n \t\n\n", "no text"),
        (b"PK\x03\x04\x00\x00abc", "not a text file"),
        (bytes(range(1, 32)) * 4, "not a text file"),
        (b"\xff\xfea\x00b\x00", "UTF-16"),
        (b"Fine.\nThe caf\xe9 is open.\n", "byte 14, in line 2.*save it as UTF-8"),
        (b"\xef\xbb\xbfFine.\nThe caf\xe9 is.\n", "byte 17, in line 2"),
        (b"Only this.", "only one sentence"),
        (b"One. Two. Three.", "3 sentences.*blank line"),
        (b"One.\n\nTwo.\n\nThree.", "Every document"),
    ],
)
def test_what_cannot_be_used_is_refused_in_words(tmp_path: Path, raw: bytes, words: str) -> None:
    with pytest.raises(CorpusError, match=words):
        load_documents(_write(tmp_path / "a.txt", raw), 0)


def test_a_missing_path_and_an_empty_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"There is no .*nowhere"):
        load_documents(str(tmp_path / "nowhere"), 0)
    with pytest.raises(CorpusError, match=r"no \.txt file"):
        load_documents(str(tmp_path), 0)
    with pytest.raises(CorpusError):
        load_documents("x" * 5000, 0)
    with pytest.raises(CorpusError):
        load_documents("a\0b", 0)


def test_the_file_at_fault_is_named(tmp_path: Path) -> None:
    _write(tmp_path / "a.txt", TWO)
    _write(tmp_path / "b.txt", b"\x80\x81 abc")
    with pytest.raises(CorpusError, match=r"b\.txt"):
        load_documents(str(tmp_path), 0)


def test_stories_are_those_of_the_seed_and_progress_ends_at_one() -> None:
    told: list[float] = []
    corpus = load_documents("stories", 3, told.append)
    assert len(corpus.documents) == STORY_COUNT
    assert corpus.documents[:5] == write_stories(3, 5)
    assert told[-1] == 1.0


def test_progress_rises_from_zero_to_one(tmp_path: Path) -> None:
    told: list[float] = []
    text = "One two. Three four.\n\n" * 3000
    load_documents(_write(tmp_path / "a.txt", text), 0, told.append)
    assert len(told) > 4
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0.0, 1.0)


def _numbered(count: int) -> list[list[str]]:
    return [[f"{i} a", f"{i} b"] for i in range(count)]


@pytest.mark.parametrize(
    ("count", "held_out"), [(4, 2), (5, 2), (100, 5), (1000, 50), (50_000, 2000)]
)
def test_one_document_in_twenty_is_held_out(count: int, held_out: int) -> None:
    train, held = split_documents(_numbered(count), 0)
    assert (len(train), len(held)) == (count - held_out, held_out)


@given(lengths=st.lists(st.integers(1, 6), min_size=1, max_size=30), seed=st.integers(0, 2**40))
def test_a_split_loses_nothing_and_leaves_two_documents_a_side(
    lengths: list[int], seed: int
) -> None:
    documents = [[f"{d} {s}" for s in range(length)] for d, length in enumerate(lengths)]
    sentences = [s for document in documents for s in document]
    if len(sentences) < 4:
        with pytest.raises(CorpusError, match="4 sentences"):
            split_documents(documents, seed)
        return
    train, held = split_documents(documents, seed)
    assert min(len(train), len(held)) >= 2
    assert sorted(s for document in train + held for s in document) == sorted(sentences)
    assert split_documents(documents, seed) == (train, held)
    if len(documents) >= 4:
        assert all(document in documents for document in train + held)


def test_another_seed_holds_out_others() -> None:
    documents = _numbered(1000)
    assert split_documents(documents, 0)[1] != split_documents(documents, 1)[1]
