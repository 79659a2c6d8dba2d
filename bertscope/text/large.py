"""A corpus too large to hold: it is read as a stream, and kept on disk cut into pieces."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np

from bertscope import places
from bertscope.errors import CorpusError
from bertscope.text.cache import Arrays, ArrayWriter, Cache
from bertscope.text.corpus import divide, hold_out
from bertscope.text.cutting import (
    SENTENCES_A_CHUNK,
    CutCorpus,
    SentenceCutter,
    continuing_pieces,
    cut_corpus,
    without_empty,
)
from bertscope.text.files import Report, Source
from bertscope.text.sentences import Part, read_parts
from bertscope.text.tokenizer import WordPieceTokenizer

LARGE_BYTES = 50_000_000
"""A corpus with fewer bytes of text is held in memory, and nothing of it is kept."""
_CHARACTERS_A_CHUNK = 1 << 22
_LAYOUT = 1
"""Grows when the same corpus and tokenizer would give other arrays."""


def is_large(source: Source) -> bool:
    """Whether it should be read by `cut_large`.

    Raises
    ------
    CorpusError
        If there are no files.
    """
    return source.text_bytes >= LARGE_BYTES


class Kept(NamedTuple):
    """A corpus that lies on this machine's disk, cut into pieces.

    Attributes
    ----------
    key
        Of its place in the cache.
    digest
        A hash of its pieces: equal where another machine's are.
    """

    key: str
    digest: str


def cut_large(
    tokenizer: WordPieceTokenizer, source: Source, seed: int, progress: Report
) -> tuple[CutCorpus, CutCorpus, tuple[str, ...]]:
    """The part to train on and the one held out, mapped from disk, and notes on the corpus.

    It is read and cut if that wasn't done before; documents, notes and division are those of
    `load_documents`, `split_documents` and `cut_documents`.

    Raises
    ------
    CorpusError
        If a file can't be read or changes meanwhile, there are too few sentences, or there is no
        room for the pieces.
    """
    return open_large(tokenizer, source, seed, keep_large(tokenizer, source, progress))


def keep_large(tokenizer: WordPieceTokenizer, source: Source, progress: Report) -> Kept:
    """The first half of `cut_large`: read and cut the corpus if that wasn't done before."""
    cache = _cache()
    key = _key(tokenizer, source)
    digest = cache.check(key)
    if digest is None:
        files = _states(source)
        with cache.writing(key) as writers:
            _cut(tokenizer, source, writers, progress)
            if _states(source) != files:
                raise CorpusError(f"{source.path} changed while it was read: begin again.")
        digest = cache.check(key)
    if digest is None:
        raise _lost(cache)
    return Kept(key, digest)


def open_large(
    tokenizer: WordPieceTokenizer, source: Source, seed: int, kept: Kept
) -> tuple[CutCorpus, CutCorpus, tuple[str, ...]]:
    """The second half of `cut_large`, in the process that did the first, or in another."""
    cache = _cache()
    arrays = cache.open(kept.key)
    if arrays is None:
        raise _lost(cache)
    return _divide(tokenizer, source.path, arrays, seed)


def _cache() -> Cache:
    return Cache(places.cache_folder() / "corpora")


def _lost(cache: Cache) -> CorpusError:
    return CorpusError(f"{cache.folder} doesn't hold what is written there: check that disk.")


def _divide(
    tokenizer: WordPieceTokenizer, path: Path, arrays: Arrays, seed: int
) -> tuple[CutCorpus, CutCorpus, tuple[str, ...]]:
    document_offsets, notes = divide(path, arrays["document_offsets"])
    document_offsets, held_out = hold_out(document_offsets, seed)
    sentence_offsets, document_offsets = without_empty(arrays["sentence_offsets"], document_offsets)
    has_tokens = document_offsets[1:] > document_offsets[:-1]
    train, held = (
        cut_corpus(
            tokenizer,
            ids=arrays["ids"],
            continues=arrays["continues"],
            sentence_offsets=sentence_offsets,
            document_offsets=document_offsets,
            chosen=np.flatnonzero(has_tokens & (held_out == side)),
        )
        for side in (False, True)
    )
    return train, held, notes


def _cut(
    tokenizer: WordPieceTokenizer,
    source: Source,
    writers: dict[str, ArrayWriter],
    progress: Report,
) -> None:
    cutter, continues = SentenceCutter(tokenizer), continuing_pieces(tokenizer)
    tokens, sentences = 0, 0
    for offsets in ("sentence_offsets", "document_offsets"):
        writers[offsets].append(np.zeros(1, np.int64))
    for parts in _chunks(read_parts(source, progress)):
        ids, lengths = cutter.cut([s for part in parts for s in part.sentences])
        ends = sentences + np.cumsum([len(part.sentences) for part in parts], dtype=np.int64)
        writers["ids"].append(ids)
        writers["continues"].append(continues[ids])
        writers["sentence_offsets"].append(tokens + np.cumsum(lengths))
        writers["document_offsets"].append(ends[[part.ends for part in parts]])
        tokens += len(ids)
        sentences = int(ends[-1])


def _chunks(parts: Iterator[Part]) -> Iterator[list[Part]]:
    """Parts that are cut at once: enough for all cores, little enough to be held."""
    chunk: list[Part] = []
    sentences, characters = 0, 0
    for part in parts:
        chunk.append(part)
        sentences += len(part.sentences)
        characters += sum(map(len, part.sentences))
        if sentences >= SENTENCES_A_CHUNK or characters >= _CHARACTERS_A_CHUNK:
            yield chunk
            chunk, sentences, characters = [], 0, 0
    if chunk:
        yield chunk


def _key(tokenizer: WordPieceTokenizer, source: Source) -> str:
    """A hash of all that decides on the arrays: files with their content, tokenizer, options."""
    vocabulary = "\n".join(tokenizer.vocabulary).encode()
    decides = (
        _LAYOUT,
        [(*state, _digest(Path(state[0]))) for state in _states(source)],
        hashlib.sha256(vocabulary).hexdigest(),
        (tokenizer.lowercase, tokenizer.strip_accents, tokenizer.handle_chinese_chars),
        (source.column, source.one_sentence_a_line),
    )
    return hashlib.sha256(msgspec.json.encode(decides)).hexdigest()[:32]


def _states(source: Source) -> list[tuple[str, int, int]]:
    try:
        stats = [(file, file.stat()) for file in source.files]
    except OSError as error:
        raise CorpusError(f"{source.path} can't be read: check its permissions.") from error
    return [(str(file.resolve()), stat.st_size, stat.st_mtime_ns) for file, stat in stats]


def _digest(file: Path) -> str:
    try:
        with file.open("rb") as content:
            return hashlib.file_digest(content, "sha256").hexdigest()
    except OSError as error:
        raise CorpusError(f"{file} can't be read: check its permissions.") from error
