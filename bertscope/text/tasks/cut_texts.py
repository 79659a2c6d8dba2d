"""Texts as token ids in flat arrays, each text cut once however often it is given."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bertscope.text.cutting import SENTENCES_A_CHUNK, SentenceCutter, offsets_of
from bertscope.text.tokenizer import WordPieceTokenizer

_PLACED_A_CHUNK = 128
"""Texts that are cut at a time with their characters; what tokenizers keeps of them is large."""


@dataclass(frozen=True, eq=False)
class CutTexts:
    """The tokens of some texts; text i has ``ids[starts[i] : starts[i] + lengths[i]]``.

    Attributes
    ----------
    ids
        Of all tokens, int32, without special tokens.
    starts, lengths
        Of each text, int64.
    char_starts, char_ends
        The characters of its text that each token stands for, int32; empty where not wanted.
    """

    ids: NDArray[np.int32]
    starts: NDArray[np.int64]
    lengths: NDArray[np.int64]
    char_starts: NDArray[np.int32]
    char_ends: NDArray[np.int32]


def cut_texts(tokenizer: WordPieceTokenizer, texts: Sequence[str], *, placed: bool) -> CutTexts:
    """Cut texts; `placed` tells whether the characters of each token are wanted."""
    numbers: dict[str, int] = {}
    number_of = np.array([numbers.setdefault(text, len(numbers)) for text in texts], np.int64)
    ids, lengths, spans = (_placed if placed else _plain)(tokenizer, list(numbers))
    starts = offsets_of(lengths)[:-1]
    char_starts, char_ends = np.ascontiguousarray(spans.T)
    return CutTexts(ids, starts[number_of], lengths[number_of], char_starts, char_ends)


_Cut = tuple[NDArray[np.int32], NDArray[np.int64], NDArray[np.int32]]


def _plain(tokenizer: WordPieceTokenizer, texts: list[str]) -> _Cut:
    cutter = SentenceCutter(tokenizer)
    ids, lengths = [np.zeros(0, np.int32)], [np.zeros(0, np.int64)]
    for start in range(0, len(texts), SENTENCES_A_CHUNK):
        some_ids, some_lengths = cutter.cut(texts[start : start + SENTENCES_A_CHUNK])
        ids.append(some_ids)
        lengths.append(some_lengths)
    return np.concatenate(ids), np.concatenate(lengths), np.zeros((0, 2), np.int32)


def _placed(tokenizer: WordPieceTokenizer, texts: list[str]) -> _Cut:
    ids, spans = [np.zeros(0, np.int32)], [np.zeros((0, 2), np.int32)]
    for start in range(0, len(texts), _PLACED_A_CHUNK):
        some = texts[start : start + _PLACED_A_CHUNK]
        for encoding in tokenizer.backend.encode_batch(some, add_special_tokens=False):
            ids.append(np.array(encoding.ids, np.int32))
            spans.append(np.array(encoding.offsets, np.int32).reshape(-1, 2))
    lengths = np.array([len(one) for one in ids[1:]], np.int64)
    return np.concatenate(ids), lengths, np.concatenate(spans)
