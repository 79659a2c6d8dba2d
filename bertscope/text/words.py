"""Words of a pair: where they stand among its tokens."""

import re
from collections.abc import Iterator

from bertscope.errors import TextError
from bertscope.text.pair import Pair, Source

NUMBERED = re.compile(r"(?P<word>.+):(?P<number>[1-9]\d*)", re.DOTALL)


def positions_of(word: str, a: str, b: str, pair: Pair) -> list[int]:
    """The positions of all pieces of a word.

    Parameters
    ----------
    word
        A word, some words in a row, or [CLS] or [SEP]; case doesn't matter. ``dog:2`` is the second
        dog of both sentences together.
    a, b
        The sentences that were encoded as `pair`.

    Raises
    ------
    TextError
        If it isn't there, or was cut off with the end of a sentence that is too long.
    """
    numbered = NUMBERED.fullmatch(word)
    plain, number = (numbered["word"], int(numbered["number"])) if numbered else (word, 1)
    for count, found in enumerate(_occurrences(plain, a, b, pair), start=1):
        if count == number:
            return found
    raise TextError(f"There is no word “{word}” in the pair: take one that is written there.")


def contains(word: str, source: Source, text: str, pair: Pair) -> bool:
    """Whether a sentence of the pair contains a word, or some words in a row."""
    return any(_in_sentence(word, source, text, pair))


def _occurrences(word: str, a: str, b: str, pair: Pair) -> Iterator[list[int]]:
    special = [
        p
        for p, token in enumerate(pair.tokens)
        if pair.sources[p] is Source.SPECIAL and token == word
    ]
    yield from ([position] for position in special)
    for source, text in ((Source.A, a), (Source.B, b)):
        yield from _in_sentence(word, source, text, pair)


def _in_sentence(word: str, source: Source, text: str, pair: Pair) -> Iterator[list[int]]:
    """Each place where a word is written that begins and ends as words of the pair do."""
    pattern = r"\s+".join(map(re.escape, word.split()))
    if not pattern:
        return
    there = [p for p in pair.maskable if pair.sources[p] is source]
    first_at = {pair.spans[p][0]: p for p in there if pair.words[p - 1] != pair.words[p]}
    last_at = {pair.spans[p][1]: p for p in there if pair.words[p + 1] != pair.words[p]}
    for match in re.finditer(pattern, text, re.IGNORECASE):
        first, last = first_at.get(match.start()), last_at.get(match.end())
        if first is not None and last is not None:
            yield list(range(first, last + 1))
