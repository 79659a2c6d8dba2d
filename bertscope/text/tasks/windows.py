"""Question answering: ``[CLS] question [SEP] window of the passage [SEP]``.

A passage that is too long is read in windows that overlap, as in BERT's own run_squad. A token
that is in several of them counts in the one where it has most context on both sides.

Axes: W window.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bertscope.errors import TaskError
from bertscope.text.cutting import offsets_of
from bertscope.text.tasks.cut_texts import CutTexts, cut_texts
from bertscope.text.tasks.examples import Example
from bertscope.text.tokenizer import WordPieceTokenizer

SPECIALS = 3
"""[CLS] and two [SEP]."""
SHORTEST = SPECIALS + 2
CONTEXT = 100
"""A token of context counts as much as so many tokens of the window's length."""


@dataclass(frozen=True, eq=False)
class Windows:
    """The windows of some examples, in their order; each example has at least one.

    Attributes
    ----------
    texts
        All questions, then all passages. "Where" below is a place among its tokens.
    example_of_W
        The number of each window's example, ascending, int64.
    a_starts_W, a_lengths_W
        Where its question starts and how many tokens of it are kept, int64.
    b_starts_W, b_lengths_W
        Where the window starts in the passage and how many tokens it holds, int64.
    own_starts_W, own_ends_W
        The first of the tokens that have most context in this window, and the one behind their
        last, int64. Every token of a passage is one of these in exactly one window.
    targets_W2
        The positions in the row where the answer starts and ends, both within, int64; (0, 0), at
        [CLS], where there is none or not all of it is in this window.
    cut
        How many examples have a question that lost its end.
    """

    texts: CutTexts
    example_of_W: NDArray[np.int64]
    a_starts_W: NDArray[np.int64]
    a_lengths_W: NDArray[np.int64]
    b_starts_W: NDArray[np.int64]
    b_lengths_W: NDArray[np.int64]
    own_starts_W: NDArray[np.int64]
    own_ends_W: NDArray[np.int64]
    targets_W2: NDArray[np.int64]
    cut: int


def cut_windows(
    tokenizer: WordPieceTokenizer,
    examples: Sequence[Example],
    *,
    max_length: int,
    stride: int,
) -> Windows:
    """Cut questions and passages into windows.

    Parameters
    ----------
    max_length
        Tokens a row at the most, with [CLS] and [SEP]. Of a question that is too long so much is
        kept that the passage has half of the row, or has room as a whole.
    stride
        Tokens from the start of one window to the next; where a window holds fewer, it is those.

    Raises
    ------
    TaskError
        If a row has no room for a question and a passage, or the windows stand still.
    """
    _check(max_length, stride)
    texts = cut_texts(tokenizer, [e.a for e in examples] + [e.b for e in examples], placed=True)
    (a_starts, b_starts), (a_whole, b_whole) = (
        np.split(both, 2) for both in (texts.starts, texts.lengths)
    )
    room = max_length - SPECIALS
    a_lengths = np.minimum(a_whole, room - np.minimum(b_whole, (room + 1) // 2))
    example_of_W, at_W, b_lengths_W = _lay(b_whole, room - a_lengths, stride)
    own_starts_W, own_ends_W = _own_tokens(example_of_W, at_W, b_lengths_W)
    origin_W = b_starts[example_of_W]
    answers_E2 = _answers(texts, examples)
    return Windows(
        texts=texts,
        example_of_W=example_of_W,
        a_starts_W=a_starts[example_of_W],
        a_lengths_W=a_lengths[example_of_W],
        b_starts_W=origin_W + at_W,
        b_lengths_W=b_lengths_W,
        own_starts_W=origin_W + own_starts_W,
        own_ends_W=origin_W + own_ends_W,
        targets_W2=_targets(
            answers_E2[example_of_W], at_W, b_lengths_W, a_lengths[example_of_W] + 2
        ),
        cut=int(np.count_nonzero(a_lengths < a_whole)),
    )


def _check(max_length: int, stride: int) -> None:
    if max_length < SHORTEST:
        raise TaskError(
            f"A question and a passage need at least {SHORTEST} tokens: raise the length."
        )
    if stride < 1:
        raise TaskError("The windows of a passage stand still: set a stride of at least 1.")


def _lay(
    lengths: NDArray[np.int64], holds: NDArray[np.int64], stride: int
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Lay windows that hold so many tokens each, until the end of each passage is reached.

    For each window the number of its passage, where it starts there, and how many tokens it has.
    """
    steps = np.clip(stride, 1, np.maximum(holds, 1))
    counts = 1 + np.maximum(0, -((holds - lengths) // steps))
    offsets = offsets_of(counts)
    passage_of_W = np.repeat(np.arange(len(lengths)), counts)
    at_W = steps[passage_of_W] * (np.arange(offsets[-1]) - offsets[passage_of_W])
    return passage_of_W, at_W, np.minimum(holds[passage_of_W], lengths[passage_of_W] - at_W)


def _own_tokens(
    example_of_W: NDArray[np.int64], starts_W: NDArray[np.int64], lengths_W: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The first own token of each window, and the one behind its last, in its passage.

    A token's context in a window is min(left, right) + 0.01 x length, in run_squad; at a tie the
    first window has it. Its peak moves on from window to window, so the own tokens of each are
    one range: up to the first token that has more in the next window.
    """
    own_starts, own_ends = starts_W.copy(), starts_W + lengths_W
    before = np.flatnonzero(example_of_W[:-1] == example_of_W[1:])
    after = before + 1
    last, next_ = own_ends[before] - 1, starts_W[after]
    shorter = lengths_W[before] - lengths_W[after]
    # The first token whose context on the left in the next one beats that on the right in this.
    first = np.minimum((CONTEXT * (last + next_) + shorter) // (2 * CONTEXT) + 1, last + 1)
    # A last window that is short may have less on its right: then all that both hold is this one's.
    in_next = np.minimum(first - next_, own_ends[after] - 1 - first)
    has_more = CONTEXT * in_next > CONTEXT * (last - first) + shorter
    own_ends[before] = own_starts[after] = np.where(has_more, first, last + 1)
    return own_starts, own_ends


def _answers(texts: CutTexts, examples: Sequence[Example]) -> NDArray[np.int64]:
    """The first and the last token of each example's first answer, in its passage, (examples, 2).

    (-1, -1) where there is no answer, or none of its characters is in a token.
    """
    found = np.full((len(examples), 2), -1, np.int64)
    for number, example in enumerate(examples):
        if not example.answers:
            continue
        answer = example.answers[0]
        passage = len(examples) + number
        here = slice(texts.starts[passage], texts.starts[passage] + texts.lengths[passage])
        start, end = np.int32(answer.start), np.int32(answer.start + len(answer.text))
        first = np.searchsorted(texts.char_ends[here], start, "right")
        last = np.searchsorted(texts.char_starts[here], end, "left") - 1
        if first <= last:
            found[number] = first, last
    return found


def _targets(
    answers_W2: NDArray[np.int64],
    starts_W: NDArray[np.int64],
    lengths_W: NDArray[np.int64],
    firsts_W: NDArray[np.int64],
) -> NDArray[np.int64]:
    """Answers as positions in the rows, whose passages start at `firsts_W`."""
    inside_W = (answers_W2[:, 0] >= starts_W) & (answers_W2[:, 1] < starts_W + lengths_W)
    positions_W2 = answers_W2 + (firsts_W - starts_W)[:, None]
    return np.where(inside_W[:, None], positions_W2, 0)
