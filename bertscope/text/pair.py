"""A pair of sentences becomes BERT's input: ``[CLS] A [SEP] B [SEP]``."""

from dataclasses import dataclass
from enum import IntEnum

from bertscope.text.tokenizer import Pieces, WordPieceTokenizer


class Source(IntEnum):
    """Where a token came from."""

    SPECIAL = -1
    A = 0
    B = 1


@dataclass(frozen=True, slots=True)
class Pair:
    """Sentence A and sentence B as BERT reads them; all tuples have one entry a token.

    Attributes
    ----------
    tokens, ids
        WordPieces with [CLS] and [SEP].
    segments
        0 up to and with the first [SEP], 1 after it.
    sources
        The sentence each token came from.
    spans
        ``(start, end)`` in characters of that sentence; ``(0, 0)`` for [CLS] and [SEP].
    words
        The number of the word in the pair; -1 for [CLS] and [SEP].
    cut_a, cut_b
        How many tokens of A and of B did not fit.
    """

    tokens: tuple[str, ...]
    ids: tuple[int, ...]
    segments: tuple[int, ...]
    sources: tuple[Source, ...]
    spans: tuple[tuple[int, int], ...]
    words: tuple[int, ...]
    cut_a: int = 0
    cut_b: int = 0

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def positions(self) -> tuple[int, ...]:
        return tuple(range(len(self.ids)))

    @property
    def has_b(self) -> bool:
        return Source.B in self.sources

    @property
    def maskable(self) -> tuple[int, ...]:
        """The positions that a mask plan may choose: all but [CLS] and [SEP]."""
        return tuple(i for i, source in enumerate(self.sources) if source is not Source.SPECIAL)


def encode_pair(tokenizer: WordPieceTokenizer, a: str, b: str, max_length: int) -> Pair:
    """Encode a pair; where it is longer than `max_length`, the longer side loses its end.

    A side that is empty or only white space has no tokens; without B there is one [SEP].
    """
    pieces_a, pieces_b = tokenizer.cut(a), tokenizer.cut(b)
    specials = 3 if len(pieces_b) else 2
    keep_a, keep_b = fit(len(pieces_a), len(pieces_b), max(0, max_length - specials))
    columns: list[tuple[str, int, int, Source, tuple[int, int], int]] = []

    def special(token: str, token_id: int, segment: int) -> None:
        columns.append((token, token_id, segment, Source.SPECIAL, (0, 0), -1))

    def sentence(pieces: Pieces, keep: int, segment: int, source: Source, first_word: int) -> None:
        for i in range(keep):
            word = first_word + pieces.words[i]
            columns.append(
                (pieces.tokens[i], pieces.ids[i], segment, source, pieces.spans[i], word)
            )

    special("[CLS]", tokenizer.cls_id, 0)
    sentence(pieces_a, keep_a, 0, Source.A, 0)
    special("[SEP]", tokenizer.sep_id, 0)
    if len(pieces_b):
        sentence(pieces_b, keep_b, 1, Source.B, pieces_a.words[-1] + 1 if len(pieces_a) else 0)
        special("[SEP]", tokenizer.sep_id, 1)
    tokens, ids, segments, sources, spans, words = zip(*columns, strict=True)
    return Pair(
        tokens, ids, segments, sources, spans, words, len(pieces_a) - keep_a, len(pieces_b) - keep_b
    )


def fit(length_a: int, length_b: int, room: int) -> tuple[int, int]:
    """How many tokens of A and B to keep: the longer side loses first, at a tie B."""
    over = max(0, length_a + length_b - room)
    from_longer = min(over, abs(length_a - length_b))
    if length_a > length_b:
        length_a -= from_longer
    else:
        length_b -= from_longer
    rest = over - from_longer
    return length_a - rest // 2, length_b - (rest + 1) // 2
