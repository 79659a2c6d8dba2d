"""A sentence of a corpus at random, without reading a large one to its end."""

import codecs
import random
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from bertscope.errors import CorpusError
from bertscope.recipe import BUILT_IN
from bertscope.text import columns, records
from bertscope.text.files import Source, is_blank
from bertscope.text.sentences import find_sentences
from bertscope.text.stories import tell_story

FEWEST_WORDS, LONGEST = 3, 200
"""Words and characters of the sentences that are liked best."""
STRETCH_BYTES = 1 << 16
"""Read at one place of a plain text file, and searched at one place of a long document."""
READ_CHARACTERS = 1 << 20
"""Read from the start of a file that can't be entered in the middle."""
_TRIES = 8
_CONTINUATIONS = bytes(range(0x80, 0xC0))
"""Bytes of UTF-8 that are never a character's first."""
_ENTERED_AT_START = (*records.SUFFIXES, *columns.SUFFIXES, ".gz")


def pick_sentence(corpus: str, seed: int) -> str:
    """A sentence of a corpus; the same seed picks the same one.

    A built-in corpus tells a story by the seed. A plain text file is read at a random place, so
    that its size doesn't matter. Of a packed file, or one with a record a document, only the
    first million characters are read.

    Parameters
    ----------
    corpus
        One of `BUILT_IN`, or the path of a file or of a folder of files, as in a recipe.

    Returns
    -------
    str
        At least `FEWEST_WORDS` words and at most `LONGEST` characters, where the corpus has such
        sentences; a longer one is cut behind a word.

    Raises
    ------
    CorpusError
        If there is no text, or a file can't be read as what its name says it is.
    """
    rng = random.Random(f"sentence {seed}")
    if corpus in BUILT_IN:
        return rng.choice(tell_story(seed, 0, corpus=corpus).sentences)
    files = Source(Path(corpus)).files
    sizes = [Source(file).text_bytes for file in files]
    found: list[str] = []
    for _ in range(_TRIES if any(sizes) else 0):
        (file,) = rng.choices(files, sizes)
        sentences = _sentences_of(file, rng)
        if liked := [s for s in sentences if _is_liked(s)]:
            return rng.choice(liked)
        found += sentences
    if not found:
        raise CorpusError(f"{corpus} has no text in it: choose a text with some sentences.")
    return _shortened(rng.choice(found))


def _is_liked(sentence: str) -> bool:
    return len(sentence) <= LONGEST and len(sentence.split()) >= FEWEST_WORDS


def _shortened(sentence: str) -> str:
    if len(sentence) <= LONGEST:
        return sentence
    # One more: the word may end right there.
    start = sentence[: LONGEST + 1]
    return start[: max(start.rfind(" "), 0) or LONGEST]


def _sentences_of(file: Path, rng: random.Random) -> list[str]:
    """The sentences of one document of a file, or of a stretch of it; none where that is blank."""
    if file.suffix.lower() not in _ENTERED_AT_START and Source(file).text_bytes > STRETCH_BYTES:
        _check_start(file)
        documents = _documents(_stretch(file, rng).splitlines())
        if len(documents) < 3:
            return _inner(find_sentences(documents))
        documents = _inner(documents)
    else:
        documents = _documents(_first_lines(file, READ_CHARACTERS))
    if not documents:
        return []
    (document,) = rng.choices(documents, [len(document) for document in documents])
    if len(document) <= STRETCH_BYTES:
        return find_sentences([document])
    start = rng.randrange(len(document) - STRETCH_BYTES)
    return _inner(find_sentences([document[start : start + STRETCH_BYTES]]))


def _inner(parts: list[str]) -> list[str]:
    """Without the first and the last, which may be cut in two."""
    return parts[1:-1] or parts


def _documents(lines: Iterable[str]) -> list[str]:
    return [" ".join(part) for blank, part in groupby(lines, is_blank) if not blank]


def _first_lines(file: Path, characters: int) -> list[str]:
    lines: list[str] = []
    for line in Source(file).lines(lambda _: None):
        lines.append(line)
        characters -= len(line)
        if characters < 0:
            break
    return lines


def _check_start(file: Path) -> None:
    """Raise CorpusError if its first bytes tell that it is no text."""
    _first_lines(file, 0)


def _stretch(file: Path, rng: random.Random) -> str:
    """Text at a random place of a large file.

    Raises
    ------
    CorpusError
        If it is no UTF-8.
    """
    try:
        with file.open("rb") as raw:
            last = file.stat().st_size - STRETCH_BYTES
            start = raw.seek(rng.randrange(max(last, 0) + 1))
            content = raw.read(STRETCH_BYTES)
    except OSError as error:
        raise CorpusError(f"{file} can't be read: check its permissions.") from error
    # The first and the last character may be cut in two.
    content = content.lstrip(_CONTINUATIONS) if start else content
    try:
        text = codecs.getincrementaldecoder("utf-8-sig")().decode(content)
    except UnicodeDecodeError as error:
        raise CorpusError(
            f"{file} is not UTF-8 (near byte {start + error.start + 1:,}): save it as UTF-8."
        ) from error
    if "\0" in text:
        raise CorpusError(f"{file} is not a text file: choose a .txt file.")
    return text
