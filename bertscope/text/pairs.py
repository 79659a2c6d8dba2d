"""Sentence pairs to train on, drawn once an epoch into flat arrays.

The rules are those of google-research/bert's ``create_pretraining_data.py`` (Devlin et al. 2018,
section 3.1 and appendix A.2). B is random with chance 1/2 *or where the chunk holds one sentence*,
so the random share is above a half; `PairRows.random_share` is the share really drawn. One
difference: the random sentence always comes from another document, where the original gives up
after ten tries. It may also come from a decoy, if the corpus has such: from the same place in a
document of the same form, so that only what the sentences are about tells that B is not next.

Axes: B batch, L length, M chosen positions.
"""

import random
from array import array
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bertscope import places
from bertscope.errors import CorpusError
from bertscope.recipe import SHORT_CHANCE
from bertscope.text.cutting import CutCorpus, cut_documents, offsets_of
from bertscope.text.masking import MaskRule, draw_plan
from bertscope.text.pair import fit
from bertscope.text.store import GrowingArray, keeping_in

__all__ = ["Batch", "CutCorpus", "PairRows", "cut_documents", "make_pairs"]

IS_NEXT, IS_RANDOM = 0, 1
SPECIALS = 3
"""[CLS] and two [SEP] in every row."""
SHORTEST_TARGET = 2
TOKENS_HELD = 8_000_000
"""The rows of a corpus with more tokens are laid on disk."""
PAIRS_A_CHUNK = 1 << 13
_NUMBERS_A_PAIR = 5
_DTYPES = {
    "ids": np.int32,
    "offsets": np.int64,
    "b_start": np.int32,
    "labels": np.int8,
    "words": np.int32,
}


@dataclass(frozen=True, eq=False)
class Batch:
    """What one step reads.

    Attributes
    ----------
    ids_BL
        Token ids after masking, padded to the longest row, int64.
    segments_BL
        0 up to and with the first [SEP], 1 after it, 0 in the padding, int64.
    lengths_B
        Real tokens of each row, int64.
    chosen_M
        The chosen positions as flat indices ``b * L + l``, ascending, int64.
    targets_M
        The tokens that stood there before masking, int64.
    labels_B
        0 where B is next, 1 where it is random, int64.
    """

    ids_BL: NDArray[np.int64]
    segments_BL: NDArray[np.int64]
    lengths_B: NDArray[np.int64]
    chosen_M: NDArray[np.int64]
    targets_M: NDArray[np.int64]
    labels_B: NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class PairRows:
    """The pairs of one epoch as flat arrays; row i lies at ``offsets[i]:offsets[i + 1]``.

    Those of a large corpus are mapped from disk.

    Attributes
    ----------
    ids
        Token ids with [CLS] and [SEP], before masking, int32.
    offsets
        Where each row starts, and the end of the last, int64.
    b_start
        Where segment 1 starts in each row, int32.
    labels
        0 where B is next, 1 where it is random, int8.
    words
        For each token the number of its word in the row, from 0; -1 for [CLS] and [SEP]; int32.
    pad_id, mask_id, vocabulary_size
        Of the tokenizer.
    """

    ids: NDArray[np.int32]
    offsets: NDArray[np.int64]
    b_start: NDArray[np.int32]
    labels: NDArray[np.int8]
    words: NDArray[np.int32]
    pad_id: int
    mask_id: int
    vocabulary_size: int

    def __len__(self) -> int:
        return len(self.labels)

    @cached_property
    def lengths(self) -> NDArray[np.int64]:
        """Tokens of each row."""
        return np.diff(self.offsets)

    @property
    def random_share(self) -> float:
        """Share of the rows whose B is random, 0 to 1."""
        return float(np.mean(self.labels == IS_RANDOM))

    def batch(
        self, indices: Sequence[int] | NDArray[np.int64], rule: MaskRule, *, seed: int, epoch: int
    ) -> Batch:
        """The rows at `indices`, masked.

        A row's mask depends on `rule`, `seed`, `epoch` and the row's own index alone: neither on
        the rows beside it nor on what was drawn before.
        """
        rows = np.asarray(indices, np.int64)
        lengths_B = self.lengths[rows]
        width = int(lengths_B.max(initial=0))
        ids_BL = np.full((len(rows), width), self.pad_id, np.int64)
        segments_BL = np.zeros_like(ids_BL)
        chosen: list[int] = []
        targets: list[int] = []
        for b, row in enumerate(rows.tolist()):
            start, end = int(self.offsets[row]), int(self.offsets[row + 1])
            ids = self.ids[start:end].tolist()
            plan = draw_plan(
                rule,
                ids,
                self.words[start:end].tolist(),
                mask_id=self.mask_id,
                vocabulary_size=self.vocabulary_size,
                key=(seed, epoch, row),
            )
            ids_BL[b, : end - start] = plan.apply(ids)
            segments_BL[b, self.b_start[row] : end - start] = 1
            chosen += [b * width + position for position in plan.positions]
            targets += [ids[position] for position in plan.positions]
        return Batch(
            ids_BL,
            segments_BL,
            lengths_B,
            np.array(chosen, np.int64),
            np.array(targets, np.int64),
            self.labels[rows].astype(np.int64),
        )


def make_pairs(
    corpus: CutCorpus,
    *,
    max_length: int,
    seed: int,
    epoch: int,
    short: float = SHORT_CHANCE,
    decoys: float = 0.0,
) -> PairRows:
    """Draw the pairs of one epoch.

    Parameters
    ----------
    max_length
        Tokens a row at the most, with [CLS] and [SEP].
    seed, epoch
        Key of the draw: the same key gives the same rows.
    short
        Chance that a document's pairs aim at a random shorter length.
    decoys
        Share of the random next sentences that come from decoys, where the corpus has them.

    Raises
    ------
    CorpusError
        If `max_length` has no room for a pair, there is only one document (then there is no other
        one to draw a random sentence from), or the disk has no room for a large corpus's rows.
    """
    room = max_length - SPECIALS
    if room < SHORTEST_TARGET:
        raise CorpusError(
            f"A pair needs at least {SPECIALS + SHORTEST_TARGET} tokens: raise the length."
        )
    if len(corpus.document_ranges()[0]) < 2:
        raise CorpusError(
            "Pairs need at least two documents with text in them: separate documents by a blank "
            "line, or choose a longer text."
        )
    # A string seeds through sha512, and random() is the same in every Python version.
    rng = random.Random(f"pairs {seed} {epoch}")
    drawn = _Drawer(corpus, room, rng, short, decoys).draw()
    if len(corpus.ids) <= TOKENS_HELD:
        return _gather(corpus, drawn, None)
    folder = places.cache_folder() / "pairs"
    with keeping_in(folder):
        return _gather(corpus, drawn, folder)


def make_decoy_pairs(corpus: CutCorpus, *, max_length: int, seed: int) -> PairRows | None:
    """Pairs whose B is next or stands in its place in A's decoy, about as many of either.

    To measure on: only what a model has understood of the content tells them apart. None where
    the corpus has no decoys, or no sentence of theirs differs.
    """
    if corpus.decoys is None:
        return None
    rng = random.Random(f"decoy pairs {seed}")
    drawer = _Drawer(corpus, max_length - SPECIALS, rng, SHORT_CHANCE, 1.0, only_decoys=True)
    rows = _gather(corpus, drawer.draw(), None)
    return rows if rows and rows.random_share > 0 else None


class _Drawer:
    """Draws pairs as ranges of tokens, for in a document neighbouring sentences are one range."""

    def __init__(
        self,
        corpus: CutCorpus,
        room: int,
        rng: random.Random,
        short: float,
        decoys: float,
        *,
        only_decoys: bool = False,
    ) -> None:
        # Views are read as fast as lists, and hold nothing.
        starts, ends = corpus.document_ranges()
        self.offsets = corpus.sentence_offsets.data
        self.starts, self.ends = starts.data, ends.data
        self.ids = corpus.ids
        ranges = corpus.decoy_ranges() if decoys > 0 else None
        self.decoys = None if ranges is None else (ranges[0].data, ranges[1].data)
        self.decoy_share, self.only_decoys = decoys, only_decoys
        self.room, self.short = room, short
        self.uniform = rng.random
        self.pairs = array("q")

    def draw(self) -> Iterator[NDArray[np.int64]]:
        """``(a_start, a_end, b_start, b_end, label)`` of every pair, ranges in tokens.

        They come in chunks of shape ``(pairs, 5)``.
        """
        order = array("q", range(len(self.starts)))
        for i in range(len(order) - 1, 0, -1):
            j = self._below(i + 1)
            order[i], order[j] = order[j], order[i]
        for document in order:
            self._draw_document(document)
            if len(self.pairs) >= PAIRS_A_CHUNK * _NUMBERS_A_PAIR:
                yield self._take()
        if self.pairs:
            yield self._take()

    def _take(self) -> NDArray[np.int64]:
        pairs, self.pairs = self.pairs, array("q")
        return np.frombuffer(pairs, np.int64).reshape(-1, _NUMBERS_A_PAIR)

    def _below(self, stop: int) -> int:
        return int(self.uniform() * stop)

    def _draw_document(self, document: int) -> None:
        start, last = self.starts[document], self.ends[document]
        target = self.room
        if self.uniform() < self.short:
            target = SHORTEST_TARGET + self._below(self.room - SHORTEST_TARGET + 1)
        while start < last:
            end = start + 1
            while end < last and self.offsets[end] - self.offsets[start] < target:
                end += 1
            start = self._draw_pair(document, start, end, target)

    def _draw_pair(self, document: int, start: int, end: int, target: int) -> int:
        """Make a pair of the chunk of sentences; the sentence that the next chunk starts at."""
        middle = start + 1 + (self._below(end - start - 1) if end - start > 1 else 0)
        a_start, a_end = self.offsets[start], self.offsets[middle]
        if end - start > 1 and self.uniform() >= 0.5:
            self._add(a_start, a_end, a_end, self.offsets[end], IS_NEXT)
            return end
        target -= a_end - a_start
        b = self._decoy(document, middle, target)
        if b or not self.only_decoys:
            b = b or self._random_sentences(document, target)
            self._add(a_start, a_end, *b, IS_RANDOM)
        return middle

    def _decoy(self, document: int, middle: int, target: int) -> tuple[int, int] | None:
        """What stands in the document's decoy where this one goes on, if that is to be B."""
        if self.decoys is None or self.uniform() >= self.decoy_share:
            return None
        first, last = self.decoys[0][document], self.decoys[1][document]
        place = middle - self.starts[document]
        if middle >= self.ends[document] or first + place >= last:
            return None
        start, end = self._sentences(first + place, last, target)
        goes_on = self.offsets[middle]
        if np.array_equal(self.ids[start:end], self.ids[goes_on : goes_on + end - start]):
            return None
        return start, end

    def _random_sentences(self, document: int, target: int) -> tuple[int, int]:
        """Sentences of another document from a random one on, until `target` tokens are met."""
        other = self._below(len(self.starts) - 1)
        other += other >= document
        first, last = self.starts[other], self.ends[other]
        return self._sentences(first + self._below(last - first), last, target)

    def _sentences(self, start: int, last: int, target: int) -> tuple[int, int]:
        end = start + 1
        while end < last and self.offsets[end] - self.offsets[start] < target:
            end += 1
        return self.offsets[start], self.offsets[end]

    def _add(self, a_start: int, a_end: int, b_start: int, b_end: int, label: int) -> None:
        keep_a, keep_b = fit(a_end - a_start, b_end - b_start, self.room)
        a = self._truncate(a_start, a_end, keep_a)
        b = self._truncate(b_start, b_end, keep_b)
        self.pairs.extend((*a, *b, label))

    def _truncate(self, start: int, end: int, keep: int) -> tuple[int, int]:
        """Take tokens off the front or the back, each with equal chance."""
        for _ in range(end - start - keep):
            if self.uniform() < 0.5:
                start += 1
            else:
                end -= 1
        return start, end


def _gather(corpus: CutCorpus, drawn: Iterator[NDArray[np.int64]], folder: Path | None) -> PairRows:
    """Lay the rows chunk by chunk, in memory or into files of a folder."""
    with ExitStack() as files:
        grown = {name: GrowingArray(dtype, folder) for name, dtype in _DTYPES.items()}
        for array_ in grown.values():
            files.callback(array_.close)
        grown["offsets"].append(np.zeros(1, np.int64))
        tokens = 0
        for pairs in drawn:
            rows = _lay_rows(corpus, pairs)
            rows["offsets"] = rows["offsets"][1:] + tokens
            tokens = int(rows["offsets"][-1])
            for name, chunk in rows.items():
                grown[name].append(chunk)
        arrays = {name: array_.finish() for name, array_ in grown.items()}
    return PairRows(
        **arrays,
        pad_id=corpus.pad_id,
        mask_id=corpus.mask_id,
        vocabulary_size=corpus.vocabulary_size,
    )


def _lay_rows(corpus: CutCorpus, drawn: NDArray[np.int64]) -> dict[str, NDArray[Any]]:
    """Copy the drawn ranges into rows ``[CLS] A [SEP] B [SEP]``: the arrays of `PairRows`."""
    a_start, a_end, b_start, b_end, labels = drawn.T
    a_length, b_length = a_end - a_start, b_end - b_start
    offsets = offsets_of(a_length + b_length + SPECIALS)
    rows_at, ends_at = offsets[:-1], offsets[1:]
    segment_1 = a_length + 2
    ids = np.full(offsets[-1], corpus.sep_id, np.int32)
    ids[rows_at] = corpus.cls_id
    starts_word = np.zeros(offsets[-1], bool)
    for start, length, first in ((a_start, a_length, 1), (b_start, b_length, segment_1)):
        source, target = _ranges(start, length), _ranges(rows_at + first, length)
        ids[target] = corpus.ids[source]
        starts_word[target] = ~corpus.continues[source]
        # Truncation may have left the end of a word at the front: it counts as a word.
        starts_word[(rows_at + first)[length > 0]] = True
    numbers = np.cumsum(starts_word)
    words = numbers - np.repeat(numbers[rows_at], np.diff(offsets)) - 1
    for special in (rows_at, rows_at + segment_1 - 1, ends_at - 1):
        words[special] = -1
    return {
        "ids": ids,
        "offsets": offsets,
        "b_start": segment_1,
        "labels": labels,
        "words": words,
    }


def _ranges(starts: NDArray[np.int64], lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    """``start, start + 1, ..., start + length - 1`` of each range, one after the other."""
    offsets = offsets_of(lengths)
    return np.arange(offsets[-1]) + np.repeat(starts - offsets[:-1], lengths)
