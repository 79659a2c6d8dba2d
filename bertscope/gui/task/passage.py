"""A passage as it was typed, word by word, with the tokens that each word became."""

from collections.abc import Sequence
from dataclasses import dataclass

from bertscope.gui.language import marked, tr
from bertscope.gui.prober import Seen
from bertscope.gui.session import Session
from bertscope.text.pair import Pair, Source
from bertscope.wire.messages import Span

NO_ANSWER = marked("no answer")


@dataclass(frozen=True)
class Word:
    """A word, or a sign between words.

    Attributes
    ----------
    text
        As typed.
    first, last
        Its tokens in the pair.
    is_glued
        Whether nothing stands between it and the word before.
    is_hidden
        Whether the model reads another token in the place of one of its own.
    """

    text: str
    first: int
    last: int
    is_glued: bool = False
    is_hidden: bool = False

    @property
    def positions(self) -> range:
        return range(self.first, self.last + 1)


class Passage:
    """Sentence B of a look.

    Parameters
    ----------
    seen
        The look.
    typed
        B as typed; None where it is another one by now: then words are made of their tokens.
    """

    def __init__(self, seen: Seen, typed: str | None) -> None:
        self._pair, self._ids, self._typed = seen.question.pair, seen.question.ids, typed
        self.words: Sequence[Word] = [self._word(group) for group in _groups(self._pair)]

    @classmethod
    def of(cls, session: Session, seen: Seen) -> "Passage":
        """That of a look, as it stands in the session if that is still of the same pair."""
        return cls(seen, session.state.b if seen.question.pair == session.pair else None)

    @property
    def cut(self) -> int:
        """How many tokens of it don't fit the model."""
        return self._pair.cut_b

    def text_of(self, span: Span) -> str:
        """An answer as it stands in the passage."""
        if span.end == 0:
            return tr(NO_ANSWER)
        positions = range(span.start, span.end + 1)
        if self._typed is not None:
            start, end = self._pair.spans[span.start][0], self._pair.spans[span.end][1]
            return " ".join(self._typed[start:end].split())
        return _joined(self._pair, positions)

    def _word(self, group: range) -> Word:
        pair, first, last = self._pair, group[0], group[-1]
        before = first - 1
        follows = pair.sources[before] is Source.B and pair.spans[before][1] == pair.spans[first][0]
        return Word(
            _joined(pair, group)
            if self._typed is None
            else self._typed[pair.spans[first][0] : pair.spans[last][1]],
            first,
            last,
            is_glued=follows,
            is_hidden=any(pair.ids[p] != self._ids[p] for p in group),
        )


def _groups(pair: Pair) -> list[range]:
    """The tokens of each word of B."""
    found: list[range] = []
    for position, (source, word) in enumerate(zip(pair.sources, pair.words, strict=True)):
        if source is not Source.B:
            continue
        if found and pair.words[found[-1][-1]] == word:
            found[-1] = range(found[-1].start, position + 1)
        else:
            found.append(range(position, position + 1))
    return found


def _joined(pair: Pair, positions: range) -> str:
    """Tokens put together to words."""
    words = ""
    for position in positions:
        token = pair.tokens[position]
        goes_on = token.startswith("##")
        words += token.removeprefix("##") if goes_on or not words else f" {token}"
    return words
