"""A corpus becomes documents of sentences, from files or from the grammar of stories.

What divides documents and which are held out is decided on offsets: where each document starts
in the sentences, and the end of the last.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bertscope.errors import CorpusError
from bertscope.recipe import BUILT_IN, STORY_COUNT
from bertscope.text.files import Report, Source
from bertscope.text.sentences import read_parts
from bertscope.text.stories import write_stories

CUT_SENTENCES = 20
"""Sentences of each document that one long document is cut into."""
HELD_OUT_SHARE = 0.05
MOST_HELD_OUT = 2_000
FEWEST_A_SIDE = 2
"""Documents on each side of a split: a random next sentence comes from another document."""

_EMPTY = "{} has no text in it: choose a text with some sentences."

Offsets = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Documents of sentences, held in memory.

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
    corpus: str,
    seed: int,
    progress: Report | None = None,
    *,
    stories: int = STORY_COUNT,
    column: str = "text",
    one_sentence_a_line: bool = False,
) -> Corpus:
    """Read a corpus into memory.

    Parameters
    ----------
    corpus
        One of `BUILT_IN`; or the path of a UTF-8 text file whose documents are separated by blank
        lines;
        or of a file in which each record is a document; or of a folder of such files, where a
        file's end also ends a document.
    seed, stories
        Of the stories, and how many. Files are the same at every seed.
    progress
        Is told the share that is read, 0 to 1.
    column, one_sentence_a_line
        As in `Recipe`; where each line is a sentence, a file's end doesn't end a document.

    Raises
    ------
    CorpusError
        If there is nothing to read, it isn't UTF-8 text, or it has fewer than two documents: then
        there is no other document to draw a random next sentence from.
    """
    report = progress or _ignore
    report(0.0)
    if corpus in BUILT_IN:
        read = Corpus(write_stories(seed, stories, corpus))
    else:
        read = _hold(Source(Path(corpus), column, one_sentence_a_line), report)
    report(1.0)
    return read


def read_sentences(
    corpus: str, seed: int, *, stories: int = STORY_COUNT, column: str, one_sentence_a_line: bool
) -> Iterator[str]:
    """The sentences of a corpus one after another, read as a stream. Parameters as above.

    Raises
    ------
    CorpusError
        If a file can't be read as text, or there is none in it.
    """
    if corpus in BUILT_IN:
        yield from chain.from_iterable(write_stories(seed, stories, corpus))
        return
    source = Source(Path(corpus), column, one_sentence_a_line)
    empty = True
    for part in read_parts(source, _ignore):
        yield from part.sentences
        empty = False
    if empty:
        raise CorpusError(_EMPTY.format(source.path))


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
    offsets, held_out = hold_out(_offsets_of(documents), seed)
    documents = _regroup(documents, offsets)
    return (
        [document for document, held in zip(documents, held_out, strict=True) if not held],
        [document for document, held in zip(documents, held_out, strict=True) if held],
    )


def hold_out(offsets: Offsets, seed: int) -> tuple[Offsets, NDArray[np.bool_]]:
    """The documents, some halved where they are few, and for each whether it is held out.

    Raises
    ------
    CorpusError
        If there are fewer than four sentences.
    """
    offsets = _halve_until(offsets, 2 * FEWEST_A_SIDE)
    documents = len(offsets) - 1
    count = max(min(round(HELD_OUT_SHARE * documents), MOST_HELD_OUT), FEWEST_A_SIDE)
    rng = np.random.Generator(np.random.Philox(np.random.SeedSequence([seed])))
    held_out = np.zeros(documents, bool)
    held_out[np.argsort(rng.random(documents), kind="stable")[:count]] = True
    return offsets, held_out


def _halve_until(offsets: Offsets, count: int) -> Offsets:
    while len(offsets) - 1 < count:
        lengths = np.diff(offsets)
        if lengths.max(initial=0) < 2:
            raise CorpusError(f"The corpus has fewer than {count} sentences: choose a longer text.")
        longest = int(np.argmax(lengths))
        half = offsets[longest] + lengths[longest] // 2
        offsets = np.insert(offsets, longest + 1, half)
    return offsets


def divide(path: Path, offsets: Offsets) -> tuple[Offsets, tuple[str, ...]]:
    """The documents that pairs can be drawn from, and notes on them; one long document is cut.

    Raises
    ------
    CorpusError
        If there are too few sentences for two documents.
    """
    documents = len(offsets) - 1
    if documents == 0:
        raise CorpusError(_EMPTY.format(path))
    if documents == 1:
        return _cut_document(path, int(offsets[-1]))
    short = int(np.count_nonzero(np.diff(offsets) == 1))
    if 2 * short <= documents:
        return offsets, ()
    if short == documents:
        raise CorpusError(
            f"Every document in {path} is one sentence, so no sentence has a next one: leave "
            "blank lines only between documents."
        )
    note = (
        f"{short:,} of {documents:,} documents are one sentence, which has no next one: "
        "leave blank lines only between documents."
    )
    return offsets, (note,)


def _cut_document(path: Path, sentences: int) -> tuple[Offsets, tuple[str, ...]]:
    if sentences == 1:
        raise CorpusError(f"{path} has only one sentence: choose a longer text.")
    if sentences < 2 * CUT_SENTENCES:
        raise CorpusError(
            f"{path} is one document of {sentences} sentences, and next sentence prediction "
            "draws random sentences from another one: separate documents by a blank line."
        )
    # The last document takes the rest, so that none is shorter than the others.
    documents = sentences // CUT_SENTENCES
    offsets = np.append(np.arange(documents, dtype=np.int64) * CUT_SENTENCES, sentences)
    note = (
        f"The text has no blank lines, so it was cut into {documents:,} documents of "
        f"{CUT_SENTENCES} sentences."
    )
    return offsets, (note,)


def _hold(source: Source, report: Report) -> Corpus:
    documents: list[list[str]] = []
    goes_on = False
    for part in read_parts(source, report):
        if goes_on:
            documents[-1] += part.sentences
        else:
            documents.append(part.sentences)
        goes_on = not part.ends
    offsets, notes = divide(source.path, _offsets_of(documents))
    return Corpus(_regroup(documents, offsets), notes)


def _offsets_of(documents: list[list[str]]) -> Offsets:
    return np.cumsum([0, *map(len, documents)], dtype=np.int64)


def _regroup(documents: list[list[str]], offsets: Offsets) -> list[list[str]]:
    sentences = list(chain.from_iterable(documents))
    return [sentences[start:end] for start, end in pairwise(offsets.tolist())]


def _ignore(_share: float) -> None:
    """Progress that nobody wants to hear of."""
