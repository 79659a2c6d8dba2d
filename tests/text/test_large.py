"""A corpus too large to hold: the same pairs as a held one, kept on disk, and never half of it."""

import json
import os
import resource
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bertscope import places
from bertscope.errors import CorpusError
from bertscope.text import cache, files, large, pairs
from bertscope.text.cache import Cache
from bertscope.text.corpus import load_documents, split_documents
from bertscope.text.files import Source
from bertscope.text.large import cut_large, is_large
from bertscope.text.pairs import CutCorpus, PairRows, cut_documents, make_pairs
from bertscope.text.stories import write_stories
from bertscope.text.tokenizer import WordPieceTokenizer

TEXT = "\n\n".join("\n".join(story) for story in write_stories(5, 60))


def _ignore(share: float) -> None:
    pass


def _corpora() -> Path:
    return places.cache_folder() / "corpora"


def _rows_equal(a: PairRows, b: PairRows) -> bool:
    names = ("ids", "offsets", "b_start", "labels", "words")
    return all(np.array_equal(getattr(a, name), getattr(b, name)) for name in names)


def _check_same(tokenizer: WordPieceTokenizer, source: Source, seed: int) -> None:
    """Streamed and held, a corpus gives the same pairs, notes and share of [UNK]."""
    held = load_documents(
        str(source.path), 0, column=source.column, one_sentence_a_line=source.one_sentence_a_line
    )
    *streamed, notes = cut_large(tokenizer, source, seed, _ignore)
    assert notes == held.notes
    for documents, cut in zip(split_documents(held.documents, seed), streamed, strict=True):
        expected = cut_documents(tokenizer, documents)
        assert len(cut.document_ranges()[0]) == len(expected.document_ranges()[0])
        if len(expected.document_ranges()[0]) < 2:
            continue
        assert _rows_equal(
            make_pairs(cut, max_length=20, seed=seed, epoch=1),
            make_pairs(expected, max_length=20, seed=seed, epoch=1),
        )


@pytest.mark.parametrize("seed", [0, 7])
@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        " ".join(f"This is sentence {i}." for i in range(70)),  # one document, cut by its length
        "One. Two. Three.\n\nFour. Five.",  # two documents, halved
        "A title\n\nOne.\n\nOne. Two.\n\n\x01\n\nThree. \x02",  # some without any token
    ],
    ids=["stories", "one document", "two documents", "no tokens"],
)
def test_streamed_and_held_give_the_same_pairs(
    tmp_path: Path, tokenizer: WordPieceTokenizer, text: str, seed: int
) -> None:
    (tmp_path / "a.txt").write_text(text, "utf-8")
    _check_same(tokenizer, Source(tmp_path / "a.txt"), seed)


def test_formats_and_options_are_those_of_a_held_corpus(
    tmp_path: Path, tokenizer: WordPieceTokenizer
) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, "utf-8")
    (folder / "b.jsonl").write_text(json.dumps({"body": "One. Two.\nThree. Four."}), "utf-8")
    for lines in (False, True):
        _check_same(tokenizer, Source(folder, "body", lines), 0)
    assert len(list(_corpora().iterdir())) == 2


@given(
    documents=st.lists(
        st.lists(st.sampled_from(["my dog.", "he likes it.", "\u200b"]), min_size=1, max_size=9),
        min_size=4,
        max_size=20,
    ),
    part=st.integers(1, 60),
    chunk=st.integers(1, 9),
)
def test_neither_parts_nor_chunks_change_what_is_cut(
    tokenizer: WordPieceTokenizer,
    tmp_path_factory: pytest.TempPathFactory,
    documents: list[list[str]],
    part: int,
    chunk: int,
) -> None:
    path = tmp_path_factory.getbasetemp() / "parts.txt"
    path.write_text("\n\n".join("\n".join(document) for document in documents), "utf-8")
    expected = [sentence for document in documents for sentence in document]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bertscope.text.sentences.PART_CHARACTERS", part)
        patch.setattr(large, "SENTENCES_A_CHUNK", chunk)
        patch.setattr(files, "BLOCK_BYTES", 7)
        patch.setenv(places.HOME_VARIABLE, str(path.parent / "parts-home"))
        source = Source(path, one_sentence_a_line=True)
        arrays = _Collected()
        large._cut(tokenizer, source, arrays.writers, _ignore)  # type: ignore[arg-type]
    assert arrays["document_offsets"] == np.cumsum([0, *map(len, documents)]).tolist()
    cut = [list(tokenizer.cut(sentence).ids) for sentence in expected]
    assert arrays["ids"] == [token_id for ids in cut for token_id in ids]
    assert arrays["sentence_offsets"] == np.cumsum([0, *map(len, cut)]).tolist()


class _Collected:
    """Writers that keep what is written."""

    def __init__(self) -> None:
        self.chunks: dict[str, list[np.ndarray]] = {name: [] for name in cache.DTYPES}
        self.writers = {name: _Appending(chunks) for name, chunks in self.chunks.items()}

    def __getitem__(self, name: str) -> list[int]:
        return [int(value) for chunk in self.chunks[name] for value in chunk]


class _Appending:
    def __init__(self, chunks: list[np.ndarray]) -> None:
        self.append = chunks.append


def test_what_counts_as_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" * 600)
    (tmp_path / "b.txt").write_bytes(b"x" * 600)
    monkeypatch.setattr(large, "LARGE_BYTES", 1000)
    assert not is_large(Source(tmp_path / "a.txt"))
    assert is_large(Source(tmp_path))
    (tmp_path / "a.txt").rename(tmp_path / "c.txt.gz")
    assert is_large(Source(tmp_path / "c.txt.gz"))


# --- The cache --------------------------------------------------------------------------------


@pytest.fixture
def source(tmp_path: Path) -> Source:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    return Source(tmp_path / "a.txt")


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The path of the corpus for each time that it is read."""
    found: list[Path] = []
    read_parts = large.read_parts

    def reading(source: Source, report: Callable[[float], None]) -> Iterator[object]:
        found.append(source.path)
        return read_parts(source, report)

    monkeypatch.setattr(large, "read_parts", reading)
    return found


def test_the_second_time_nothing_is_cut(
    tokenizer: WordPieceTokenizer, source: Source, reads: list[Path]
) -> None:
    told: list[float] = []
    first = cut_large(tokenizer, source, 0, told.append)[0]
    again = cut_large(tokenizer, source, 1, told.append)[0]
    assert len(reads) == 1
    assert told
    assert isinstance(again.ids, np.memmap)
    assert np.array_equal(first.ids, again.ids)
    assert not np.array_equal(first.chosen, again.chosen)


def test_whatever_decides_on_the_pieces_makes_them_anew(
    tokenizer: WordPieceTokenizer, source: Source, reads: list[Path]
) -> None:
    cut_large(tokenizer, source, 0, _ignore)
    cased = WordPieceTokenizer(list(tokenizer.vocabulary), lowercase=False)
    fewer = WordPieceTokenizer(list(tokenizer.vocabulary[:-1]))
    for other in (cased, fewer):
        cut_large(other, source, 0, _ignore)
    cut_large(tokenizer, Source(source.path, one_sentence_a_line=True), 0, _ignore)
    assert len(reads) == 4
    # The same size and time, but another text.
    state = source.path.stat()
    source.path.write_text(TEXT.replace("a", "b"), "utf-8")
    os.utime(source.path, ns=(state.st_atime_ns, state.st_mtime_ns))
    cut_large(tokenizer, source, 0, _ignore)
    assert len(reads) == 5
    cut_large(tokenizer, source, 0, _ignore)
    assert len(reads) == 5


def _flip_a_bit(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


@pytest.mark.parametrize("name", [*cache.DTYPES, "manifest.json"])
@pytest.mark.parametrize(
    "damage",
    [Path.unlink, _flip_a_bit, lambda path: os.truncate(path, path.stat().st_size // 2)],
    ids=["missing", "flipped", "short"],
)
def test_a_damaged_entry_is_made_anew(
    tokenizer: WordPieceTokenizer,
    source: Source,
    reads: list[Path],
    name: str,
    damage: Callable[[Path], None],
) -> None:
    expected = np.array(cut_large(tokenizer, source, 0, _ignore)[0].ids)
    (entry,) = _corpora().iterdir()
    damage(entry / name)
    again = cut_large(tokenizer, source, 0, _ignore)[0]
    assert np.array_equal(again.ids, expected)
    assert len(reads) == 2
    assert [path.name for path in _corpora().iterdir()] == [entry.name]


def test_a_half_written_entry_is_none(
    tokenizer: WordPieceTokenizer, source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cache.ArrayWriter, "finish", _interrupted)
        with pytest.raises(KeyboardInterrupt):
            cut_large(tokenizer, source, 0, _ignore)
    assert list(_corpora().iterdir()) == []
    # One whose writer was killed goes once it is old; others may still be written to.
    old, new = _corpora() / "k.half-1", _corpora() / "k.half-2"
    for folder in (old, new):
        folder.mkdir()
    os.utime(old, (1, 1))
    cut_large(tokenizer, source, 0, _ignore)
    assert not old.exists()
    assert new.exists()


def _interrupted(writer: object) -> None:
    raise KeyboardInterrupt


def test_only_the_newest_entries_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "ENTRIES_KEPT", 3)
    kept = Cache(tmp_path / "cache")
    for number in range(5):
        with kept.writing(f"key{number}"):
            pass
        os.utime(tmp_path / "cache" / f"key{number}", (number, number))
    assert kept.open("key2") is not None  # Used again, so newer than the others.
    with kept.writing("key5"):
        pass
    assert sorted(path.name for path in kept.folder.iterdir()) == ["key2", "key4", "key5"]


def test_two_that_write_the_same_entry_at_once_leave_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, other = Cache(tmp_path / "cache"), Cache(tmp_path / "other")
    with other.writing("key") as writers:
        writers["ids"].append(np.arange(3))
    really = shutil.rmtree

    def cleared(path: Path, ignore_errors: bool = False) -> None:
        """Clear the place; right after that the other program puts its entry there."""
        really(path, ignore_errors=ignore_errors)
        if path == kept.folder / "key":
            shutil.copytree(other.folder / "key", path)

    monkeypatch.setattr(cache.shutil, "rmtree", cleared)
    with kept.writing("key"):
        pass
    arrays = kept.open("key")
    assert arrays is not None
    assert arrays["ids"].tolist() == [0, 1, 2]
    assert [path.name for path in kept.folder.iterdir()] == ["key"]


@contextmanager
def _files_up_to(size: int) -> Iterator[None]:
    """A disk on which no file can grow beyond that many bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on a file's size")
def test_a_full_disk_is_said_and_leaves_nothing(
    tokenizer: WordPieceTokenizer, source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    with _files_up_to(4000), pytest.raises(CorpusError, match=r"no room in .*free some space"):
        cut_large(tokenizer, source, 0, _ignore)
    assert list(_corpora().iterdir()) == []
    train = cut_large(tokenizer, source, 0, _ignore)[0]
    monkeypatch.setattr(pairs, "TOKENS_HELD", 0)
    with _files_up_to(4000), pytest.raises(CorpusError, match=r"no room in .*free some space"):
        make_pairs(train, max_length=32, seed=0, epoch=0)


def test_a_folder_that_cannot_be_written_is_said(
    tokenizer: WordPieceTokenizer, source: Source
) -> None:
    places.cache_folder().parent.mkdir(parents=True, exist_ok=True)
    places.cache_folder().write_text("a file")
    with pytest.raises(CorpusError, match="can't be written"):
        cut_large(tokenizer, source, 0, _ignore)


def test_a_corpus_that_changes_meanwhile_is_refused(
    tokenizer: WordPieceTokenizer, source: Source
) -> None:
    def changing(share: float) -> None:
        os.utime(source.path, (1, 1))

    with pytest.raises(CorpusError, match="changed while it was read"):
        cut_large(tokenizer, source, 0, changing)
    assert list(_corpora().iterdir()) == []


def test_too_little_text_is_refused_as_ever(tmp_path: Path, tokenizer: WordPieceTokenizer) -> None:
    for text, words in (
        ("", "no text"),
        ("Only this.", "only one sentence"),
        ("A.\n\nB.", "Every"),
    ):
        (tmp_path / "a.txt").write_text(text, "utf-8")
        with pytest.raises(CorpusError, match=words):
            cut_large(tokenizer, Source(tmp_path / "a.txt"), 0, _ignore)


# --- Rows -------------------------------------------------------------------------------------


def test_rows_on_disk_are_the_rows_in_memory(
    tokenizer: WordPieceTokenizer, source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    train: CutCorpus = cut_large(tokenizer, source, 0, _ignore)[0]
    expected = make_pairs(train, max_length=24, seed=1, epoch=2)
    assert not isinstance(expected.ids, np.memmap)
    monkeypatch.setattr(pairs, "TOKENS_HELD", 0)
    monkeypatch.setattr(pairs, "PAIRS_A_CHUNK", 7)
    found = make_pairs(train, max_length=24, seed=1, epoch=2)
    assert isinstance(found.ids, np.memmap)
    assert _rows_equal(found, expected)
    rule = pairs.MaskRule()
    a, b = (rows.batch([3, 0, 20], rule, seed=0, epoch=2) for rows in (found, expected))
    assert all(
        np.array_equal(x, y) for x, y in zip(vars(a).values(), vars(b).values(), strict=True)
    )
    if sys.platform != "win32":  # The file is nameless: a program that is killed leaves none.
        assert list((places.cache_folder() / "pairs").iterdir()) == []
