"""A corpus becomes documents of sentences, from a text file, a folder of them or the grammar."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import sentencex  # type: ignore[import-untyped]

from bertscope.errors import CorpusError
from bertscope.recipe import STORIES
from bertscope.text.stories import write_stories

STORY_COUNT = 10_000
CUT_SENTENCES = 20
"""Sentences of each document that one long document is cut into."""
HELD_OUT_SHARE = 0.05
MOST_HELD_OUT = 2_000
FEWEST_A_SIDE = 2
"""Documents on each side of a split: a random next sentence comes from another document."""

_BLANK_LINES = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\f\r"))
_MOST_CONTROLS = 0.1
_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_REPORT_EVERY = 500
"""Paragraphs between two reports of progress: some milliseconds."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """Documents of sentences.

    Attributes
    ----------
    documents
        In their order; each is a list of one or more sentences.
    notes
        What the user should know of how the corpus was read, a sentence each.
    """

    documents: list[list[str]]
    notes: tuple[str, ...] = ()


def load_documents(
    corpus: str, seed: int, progress: Callable[[float], None] | None = None
) -> Corpus:
    """Read a corpus.

    Parameters
    ----------
    corpus
        `STORIES`; or the path of a UTF-8 text file whose documents are separated by blank lines;
        or the path of a folder of such ``.txt`` files, where a file's end also ends a document.
    seed
        Of the stories. Files are the same at every seed.
    progress
        Is told the share that is read, 0 to 1.

    Raises
    ------
    CorpusError
        If there is nothing to read, it isn't UTF-8 text, or it has fewer than two documents: then
        there is no other document to draw a random next sentence from.
    """
    report = progress or _ignore
    report(0.0)
    if corpus == STORIES:
        read = Corpus(write_stories(seed, STORY_COUNT))
    else:
        read = _read_path(Path(corpus), report)
    report(1.0)
    return read


def split_documents(
    documents: list[list[str]], seed: int
) -> tuple[list[list[str]], list[list[str]]]:
    """Divide documents into those to train on and those held out to measure on.

    One in twenty is held out, 2,000 at the most; the same seed gives the same division. Of fewer
    than four documents the longest are halved first, so that each side has two.

    Raises
    ------
    CorpusError
        If there are fewer than four sentences.
    """
    documents = _halve_until(documents, 2 * FEWEST_A_SIDE)
    count = min(round(HELD_OUT_SHARE * len(documents)), MOST_HELD_OUT)
    count = max(count, FEWEST_A_SIDE)
    rng = np.random.Generator(np.random.Philox(np.random.SeedSequence([seed])))
    held_out = set(np.argsort(rng.random(len(documents)), kind="stable")[:count].tolist())
    return (
        [document for i, document in enumerate(documents) if i not in held_out],
        [document for i, document in enumerate(documents) if i in held_out],
    )


def _halve_until(documents: list[list[str]], count: int) -> list[list[str]]:
    documents = list(documents)
    while len(documents) < count:
        longest = max(range(len(documents)), key=lambda i: len(documents[i]), default=-1)
        if longest < 0 or len(documents[longest]) < 2:
            raise CorpusError(f"The corpus has fewer than {count} sentences: choose a longer text.")
        document = documents[longest]
        half = len(document) // 2
        documents[longest : longest + 1] = [document[:half], document[half:]]
    return documents


def _read_path(path: Path, report: Callable[[float], None]) -> Corpus:
    texts = [_decode(file, _read_bytes(file)) for file in _files_of(path)]
    paragraphs = [paragraph for text in texts for paragraph in _BLANK_LINES.split(text)]
    documents = []
    for i, paragraph in enumerate(paragraphs):
        if sentences := _sentences_of(paragraph):
            documents.append(sentences)
        if i % _REPORT_EVERY == 0:
            report(i / len(paragraphs))
    return _with_enough_documents(path, documents)


def _with_enough_documents(path: Path, documents: list[list[str]]) -> Corpus:
    """The documents with notes on them; one long document is cut.

    Raises
    ------
    CorpusError
        If there are too few sentences for two documents.
    """
    if not documents:
        raise CorpusError(f"{path} has no text in it: choose a text with some sentences.")
    if len(documents) == 1:
        return _cut_document(path, documents[0])
    short = sum(len(document) == 1 for document in documents)
    if 2 * short <= len(documents):
        return Corpus(documents)
    if short == len(documents):
        raise CorpusError(
            f"Every document in {path} is one sentence, so no sentence has a next one: leave "
            "blank lines only between documents."
        )
    note = (
        f"{short:,} of {len(documents):,} documents are one sentence, which has no next one: "
        "leave blank lines only between documents."
    )
    return Corpus(documents, (note,))


def _cut_document(path: Path, sentences: list[str]) -> Corpus:
    if len(sentences) == 1:
        raise CorpusError(f"{path} has only one sentence: choose a longer text.")
    if len(sentences) < 2 * CUT_SENTENCES:
        raise CorpusError(
            f"{path} is one document of {len(sentences)} sentences, and next sentence prediction "
            "draws random sentences from another one: separate documents by a blank line."
        )
    # The last document takes the rest, so that none is shorter than the others.
    starts = [i * CUT_SENTENCES for i in range(len(sentences) // CUT_SENTENCES)]
    ends = [*starts[1:], len(sentences)]
    documents = [sentences[start:end] for start, end in zip(starts, ends, strict=True)]
    note = (
        f"The text has no blank lines, so it was cut into {len(documents):,} documents of "
        f"{CUT_SENTENCES} sentences."
    )
    return Corpus(documents, (note,))


def _sentences_of(paragraph: str) -> list[str]:
    joined = " ".join(paragraph.split())
    return [s for piece in sentencex.segment("en", joined) if (s := piece.strip())]


def _files_of(path: Path) -> list[Path]:
    try:
        if path.is_file():
            return [path]
        if not path.is_dir():
            raise CorpusError(f"There is no {path}: choose a text file or a folder of text files.")
        files = sorted(f for f in path.iterdir() if f.suffix.lower() == ".txt" and f.is_file())
    except OSError as error:
        raise CorpusError(f"{path} can't be read: check its permissions.") from error
    if not files:
        raise CorpusError(f"There is no .txt file in {path}: choose a folder that has some.")
    return files


def _read_bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise CorpusError(f"{file} can't be read: check its permissions.") from error


def _decode(file: Path, raw: bytes) -> str:
    """The text of a file, with line ends as ``\\n``.

    Raises
    ------
    CorpusError
        If it is no text, or not UTF-8.
    """
    if raw.startswith(_UTF_16_MARKS):
        raise CorpusError(f"{file} is UTF-16: save it as UTF-8.")
    controls = len(raw) - len(raw.translate(None, _CONTROLS))
    if b"\0" in raw or controls > _MOST_CONTROLS * len(raw):
        raise CorpusError(f"{file} is not a text file: choose a .txt file.")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # The byte order mark is stripped before decoding, and counted from its end.
        start = error.start + 3 * raw.startswith(b"\xef\xbb\xbf")
        line = raw.count(b"\n", 0, start) + 1
        raise CorpusError(
            f"{file} is not UTF-8 (byte {start + 1:,}, in line {line:,}): save it as UTF-8."
        ) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _ignore(_share: float) -> None:
    """Progress that nobody wants to hear of."""
