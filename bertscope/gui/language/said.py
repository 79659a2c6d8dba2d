"""What engine and text say, in the language in use.

Their sentences come in English and whole, with names and numbers in them, for they are said on the
command line too. Here each is found again by what stays the same in it. A value may be a sentence
itself, such as a reason, and several may stand one after the other.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, partial
from typing import NamedTuple
from xml.etree import ElementTree

from bertscope.gui.language.chosen import source, spoken

CONTEXT = "sentences"
PLACE = re.compile(r"\{(\d+)\}")
_LONGEST = 2_000
"""What has more characters than this is no sentence, and would take long to look through."""
_DEEPEST = 12
"""So many sentences within one another are looked through."""
_KEPT = 1_000
"""So many sentences are remembered: many are said again and again."""
_SENTENCES = re.compile(r"(?<=[.?!]) ")
_MARKS = _SENTENCES, re.compile("; "), re.compile(": "), re.compile(", ")
"""Between these there may be something that is known by itself."""
_NO_BLANK = re.compile(r"(?<=[。？！]) ")


def said(sentence: str) -> str:
    """A sentence in the language in use; what that has no words for stays as it is."""
    language = spoken()
    return sentence if language == "en" else _sentences(language).said(sentence)


class _Told(NamedTuple):
    """A text in this language, and how many characters of it were known."""

    words: str
    weight: int


class Sentences:
    """A language's words for sentences.

    Parameters
    ----------
    translations
        Of sentences with a number in braces in the place of each value; some may be empty.
    stop
        What ends a sentence.
    """

    def __init__(self, translations: Mapping[str, str], stop: str = ".") -> None:
        there = {words: own for words, own in translations.items() if own}
        # Those with more words of their own first, so that no other takes theirs for values.
        self._patterns = sorted(
            (_pattern(words, own) for words, own in there.items() if PLACE.search(words)),
            key=lambda pattern: -pattern[-1],
        )
        self._fixed = {words: own for words, own in there.items() if not PLACE.search(words)}
        self._stop = stop
        self._known: dict[str, _Told] = {}

    def said(self, text: str) -> str:
        """It in this language, line by line."""
        if len(self._known) > _KEPT:
            self._known.clear()
        return "\n".join(self._best(line).words for line in text.split("\n"))

    def _best(self, text: str, depth: int = 0) -> _Told:
        """It as a whole or taken apart, however more of it is known."""
        if len(text) > _LONGEST or depth > _DEEPEST:
            return _Told(text, 0)
        if text not in self._known:
            apart = (self._apart(text, mark, depth) for mark in _MARKS if mark.search(text))
            both = self._whole(text, depth), *apart
            self._known[text] = max(both, key=lambda told: told.weight)
        return self._known[text]

    def _apart(self, text: str, mark: re.Pattern[str], depth: int) -> _Told:
        told = [self._best(part, depth + 1) for part in mark.split(text)]
        return _Told(_joined(mark, (one.words for one in told)), sum(one.weight for one in told))

    def _whole(self, text: str, depth: int) -> _Told:
        """One that is known, also where the stop behind it is not its own; else it as it is."""
        told = self._same(text, depth)
        if told is None and text.endswith(".") and (told := self._same(text[:-1], depth)):
            return told._replace(words=told.words + self._stop)
        return told or _Told(text, 0)

    def _same(self, text: str, depth: int) -> _Told | None:
        if text in self._fixed:
            return _Told(self._fixed[text], len(text))
        for longest, pattern, own, weight in self._patterns:
            if longest in text and (match := pattern.fullmatch(text)):
                values = [self._best(value, depth + 1) for value in match.groups()]
                words = PLACE.sub(partial(_value, values), own)
                # A little less: a sentence before this one is rather its own than part of a name.
                return _Told(words, weight + sum(max(value.weight - 1, 0) for value in values))
        return None


@cache
def _sentences(language: str) -> Sentences:
    file = source(language)
    if not file.exists():
        return Sentences({})
    translations = {
        message.findtext("source") or "": message.findtext("translation") or ""
        for context in ElementTree.parse(file).getroot().iter("context")
        if context.findtext("name") == CONTEXT
        for message in context.iter("message")
    }
    return Sentences(translations, "。" if language == "zh" else ".")


def _pattern(words: str, own: str) -> tuple[str, re.Pattern[str], str, int]:
    """The longest part that stays the same, all of it, the translation, and how much that is."""
    # Every second part is the number of a value.
    fixed = PLACE.split(words)[::2]
    pattern = re.compile("(.*?)".join(map(re.escape, fixed)))
    return max(fixed, key=len), pattern, own, sum(map(len, fixed))


def _value(values: Sequence[_Told], place: re.Match[str]) -> str:
    return values[int(place[1])].words


def _joined(mark: re.Pattern[str], parts: Iterable[str]) -> str:
    """What was between them again; no blank behind a sign that is as wide as two."""
    if mark is not _SENTENCES:
        return mark.pattern.join(parts)
    return _NO_BLANK.sub("", " ".join(parts))
