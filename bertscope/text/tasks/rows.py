"""Labelled examples as the rows a model reads: ``[CLS] A [SEP] B [SEP]``.

Axes: B batch, L length.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bertscope.errors import TaskError
from bertscope.task import Kind
from bertscope.text.pair import fit
from bertscope.text.tasks.cut_texts import cut_texts
from bertscope.text.tasks.examples import Example
from bertscope.text.tasks.windows import SHORTEST, SPECIALS, Windows, cut_windows
from bertscope.text.tokenizer import WordPieceTokenizer

Targets = NDArray[np.int64] | NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class TaskBatch:
    """What one step reads.

    Attributes
    ----------
    ids_BL
        Token ids, padded to the longest row, int64.
    segments_BL
        0 up to and with the first [SEP], 1 after it, 0 in the padding, int64.
    lengths_B
        Real tokens of each row, int64.
    targets
        What is right. Classification: the class, (B,) int64, -1 where it isn't known. Regression:
        the value, (B,) float32, NaN where it isn't known. Question answering: the positions where
        the answer starts and ends, (B, 2) int64, (0, 0) for no answer in this window.
    """

    ids_BL: NDArray[np.int64]
    segments_BL: NDArray[np.int64]
    lengths_B: NDArray[np.int64]
    targets: Targets


@dataclass(frozen=True, eq=False)
class TaskRows:
    """The rows of some examples: which tokens of one flat array are A and B of each.

    Windows of a passage overlap, and questions share passages; so no token is held twice.

    Attributes
    ----------
    ids
        Of all tokens, int32, without special tokens.
    a_starts, a_lengths, b_starts, b_lengths
        Where A and B of each row start in `ids`, and how long they are, int64. Without B there is
        one [SEP].
    targets
        One for each row, as in `TaskBatch`.
    example_of
        The number of each row's example, ascending, int64.
    cut
        How many examples lost tokens because they are too long: the end of a sentence or of a
        question. (Of a passage nothing is lost.)
    pad_id, cls_id, sep_id
        Of the tokenizer.
    windows
        Of question answering, one for each row; else None.
    """

    ids: NDArray[np.int32]
    a_starts: NDArray[np.int64]
    a_lengths: NDArray[np.int64]
    b_starts: NDArray[np.int64]
    b_lengths: NDArray[np.int64]
    targets: Targets
    example_of: NDArray[np.int64]
    cut: int
    pad_id: int
    cls_id: int
    sep_id: int
    windows: Windows | None = None

    def __len__(self) -> int:
        return len(self.example_of)

    @cached_property
    def lengths(self) -> NDArray[np.int64]:
        """Tokens of each row, with [CLS] and [SEP]."""
        return self.a_lengths + self.b_lengths + np.where(self.b_lengths > 0, SPECIALS, 2)

    def batch(self, indices: Sequence[int] | NDArray[np.int64]) -> TaskBatch:
        """The rows at `indices`, padded to the longest."""
        rows = np.asarray(indices, np.int64)
        lengths_B = self.lengths[rows]
        a_lengths_B1 = self.a_lengths[rows, None]
        at_L = np.arange(lengths_B.max(initial=0))
        in_b_BL = at_L - (a_lengths_B1 + 2)
        is_a_BL = (at_L > 0) & (at_L <= a_lengths_B1)
        is_b_BL = (in_b_BL >= 0) & (in_b_BL < self.b_lengths[rows, None])
        token_BL = np.where(
            is_a_BL, self.a_starts[rows, None] + at_L - 1, self.b_starts[rows, None] + in_b_BL
        )
        is_text_BL = is_a_BL | is_b_BL
        ids_BL = np.full(token_BL.shape, self.pad_id, np.int64)
        ids_BL[is_text_BL] = self.ids[token_BL[is_text_BL]]
        ids_BL[:, :1] = self.cls_id
        every = np.arange(len(rows))
        ids_BL[every, a_lengths_B1[:, 0] + 1] = self.sep_id
        ids_BL[every, lengths_B - 1] = self.sep_id
        segments_BL = (in_b_BL >= 0) & (at_L < lengths_B[:, None])
        return TaskBatch(ids_BL, segments_BL.astype(np.int64), lengths_B, self.targets[rows])


def make_rows(
    tokenizer: WordPieceTokenizer,
    examples: Sequence[Example],
    kind: Kind,
    *,
    max_length: int,
    stride: int,
    for_training: bool,
) -> TaskRows:
    """Cut examples into rows.

    Parameters
    ----------
    max_length
        Tokens a row at the most, with [CLS] and [SEP]. Of a sentence or a pair that is longer the
        longer side loses its end, as in `encode_pair`; a passage is read in windows.
    stride
        As for `cut_windows`.
    for_training
        Whether every example must say what is right.

    Raises
    ------
    TaskError
        If `max_length` has no room for anything, or an example to train on has no label.
    """
    if for_training:
        _check_labelled(examples, kind)
    if kind is Kind.QA:
        windows = cut_windows(tokenizer, examples, max_length=max_length, stride=stride)
        return _window_rows(tokenizer, windows)
    targets: Targets
    if kind is Kind.CLASSIFICATION:
        targets = np.array([example.label for example in examples], np.int64)
    else:
        targets = np.array([example.value for example in examples], np.float32)
    return _sentence_rows(tokenizer, examples, targets, max_length)


def _check_labelled(examples: Sequence[Example], kind: Kind) -> None:
    for number, example in enumerate(examples, 1):
        if not example.is_labelled(kind):
            place = f"Line {example.line}" if example.line else f"Example {number}"
            raise TaskError(f"{place} has no label to learn from: give it one or leave it out.")


def _window_rows(tokenizer: WordPieceTokenizer, windows: Windows) -> TaskRows:
    return TaskRows(
        ids=windows.texts.ids,
        a_starts=windows.a_starts_W,
        a_lengths=windows.a_lengths_W,
        b_starts=windows.b_starts_W,
        b_lengths=windows.b_lengths_W,
        targets=windows.targets_W2,
        example_of=windows.example_of_W,
        cut=windows.cut,
        windows=windows,
        **_specials(tokenizer),
    )


def _sentence_rows(
    tokenizer: WordPieceTokenizer, examples: Sequence[Example], targets: Targets, max_length: int
) -> TaskRows:
    if max_length < SHORTEST:
        raise TaskError(f"A pair needs at least {SHORTEST} tokens: raise the length.")
    texts = cut_texts(tokenizer, [e.a for e in examples] + [e.b for e in examples], placed=False)
    (a_starts, b_starts), (a_lengths, b_lengths) = (
        np.split(both, 2) for both in (texts.starts, texts.lengths)
    )
    rooms = max_length - np.where(b_lengths > 0, SPECIALS, 2)
    too_long = np.flatnonzero(a_lengths + b_lengths > rooms)
    for row in too_long.tolist():
        kept = fit(int(a_lengths[row]), int(b_lengths[row]), int(rooms[row]))
        a_lengths[row], b_lengths[row] = kept
    return TaskRows(
        ids=texts.ids,
        a_starts=a_starts,
        a_lengths=a_lengths,
        b_starts=b_starts,
        b_lengths=b_lengths,
        targets=targets,
        example_of=np.arange(len(examples)),
        cut=len(too_long),
        **_specials(tokenizer),
    )


def _specials(tokenizer: WordPieceTokenizer) -> dict[str, Any]:
    return {"pad_id": tokenizer.pad_id, "cls_id": tokenizer.cls_id, "sep_id": tokenizer.sep_id}
