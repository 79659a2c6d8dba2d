"""Lines of text become documents of sentences, a part at a time."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import NamedTuple

import sentencex  # type: ignore[import-untyped]

from bertscope.text.files import Report, Source, is_blank

PART_CHARACTERS = 1 << 20
"""A longer document comes in several parts, so that a book without blank lines is never held."""


class Part(NamedTuple):
    """Sentences of one document, and whether it ends behind them."""

    sentences: list[str]
    ends: bool


def read_parts(source: Source, report: Report) -> Iterator[Part]:
    """The documents of a corpus in parts; `report` is told the share that is read, 0 to 1.

    Raises
    ------
    CorpusError
        If a file can't be read as what its name says it is.
    """
    split = _each_line if source.one_sentence_a_line else find_sentences
    return parts_of(source.lines(report), split)


def parts_of(lines: Iterable[str], split: Callable[[list[str]], list[str]]) -> Iterator[Part]:
    """Documents that blank lines end; one that is blank or longer than a part is no other."""
    text: list[str] = []
    size, begun = 0, False
    for line in chain(lines, [""]):
        ends = is_blank(line)
        if not ends:
            text.append(line)
            size += len(line)
            if size < PART_CHARACTERS:
                continue
        sentences = split(text) if text else []
        text = []
        # The last sentence of a part may go on in the next one.
        if not ends and len(sentences) > 1 and len(sentences[-1]) < PART_CHARACTERS // 2:
            text = [sentences.pop()]
        size = sum(map(len, text))
        if sentences or (ends and begun):
            yield Part(sentences, ends)
            begun = not ends


def find_sentences(lines: list[str]) -> list[str]:
    """The sentences of a text whose lines may end anywhere."""
    joined = " ".join(" ".join(lines).split())
    return [s for piece in sentencex.segment("en", joined) if (s := piece.strip())]


def _each_line(lines: list[str]) -> list[str]:
    return [" ".join(line.split()) for line in lines]
