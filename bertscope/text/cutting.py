"""Documents become token ids in flat arrays: what pairs are drawn from."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from bertscope.text.tokenizer import WordPieceTokenizer

SENTENCES_A_CHUNK = 4_096
"""Some 20 ms of cutting on one core."""
MOST_NAMED = 5
_CHARACTERS_KNOWN = 1 << 21
"""Characters of words whose pieces are kept."""
_TOKENS_A_LOOK = 1 << 22


@dataclass(frozen=True, eq=False)
class CutCorpus:
    """Documents of sentences of token ids, as flat arrays, in memory or mapped from disk.

    Attributes
    ----------
    ids
        Of all tokens, int32, without special tokens.
    continues
        For each token whether it continues a word, bool.
    sentence_offsets
        Where each sentence starts in `ids`, and the end of the last, int64.
    document_offsets
        Where each document starts in the sentences, and the end of the last, int64.
    pad_id, unk_id, cls_id, sep_id, mask_id, vocabulary_size
        Of the tokenizer.
    chosen
        The numbers of the documents that are meant, int64; None means all. So two parts of a
        corpus share its arrays.
    decoys
        For each document that is meant the number of its decoy, int64: a document of the same
        form about other things. None where there are none.
    """

    ids: NDArray[np.int32]
    continues: NDArray[np.bool_]
    sentence_offsets: NDArray[np.int64]
    document_offsets: NDArray[np.int64]
    pad_id: int
    unk_id: int
    cls_id: int
    sep_id: int
    mask_id: int
    vocabulary_size: int
    chosen: NDArray[np.int64] | None = None
    decoys: NDArray[np.int64] | None = None

    @cached_property
    def unknown_share(self) -> float:
        """Share of [UNK] among the tokens, 0 to 1."""
        unknown = 0
        for start in range(0, len(self.ids), _TOKENS_A_LOOK):
            here = self.ids[start : start + _TOKENS_A_LOOK]
            unknown += int(np.count_nonzero(here == self.unk_id))
        return unknown / max(len(self.ids), 1)

    def document_ranges(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The first sentence of each document that is meant, and the one behind its last."""
        starts, ends = self.document_offsets[:-1], self.document_offsets[1:]
        return (starts, ends) if self.chosen is None else (starts[self.chosen], ends[self.chosen])

    def decoy_ranges(self) -> tuple[NDArray[np.int64], NDArray[np.int64]] | None:
        """The same of each one's decoy, if there are decoys."""
        if self.decoys is None:
            return None
        return self.document_offsets[self.decoys], self.document_offsets[self.decoys + 1]


@dataclass(frozen=True)
class PiecedWords:
    """Words that the vocabulary doesn't hold whole: their share, 0 to 1, and the commonest."""

    share: float
    commonest: tuple[str, ...]


def pieced_words(
    corpus: CutCorpus, tokenizer: WordPieceTokenizer, most: int = MOST_NAMED
) -> PiecedWords:
    """Which words are read in pieces, in the first tokens of a corpus."""
    continues = corpus.continues[:_TOKENS_A_LOOK]
    starts = np.flatnonzero(~continues)
    ends = np.append(starts[1:], len(continues))
    pieced = ends - starts > 1
    counts = Counter(
        tuple(corpus.ids[start:end].tolist())
        for start, end in zip(starts[pieced], ends[pieced], strict=True)
    )
    names = [
        "".join(tokenizer.vocabulary[piece].removeprefix("##") for piece in pieces)
        for pieces, _ in counts.most_common(most)
    ]
    return PiecedWords(float(pieced.sum()) / max(len(starts), 1), tuple(names))


class SentenceCutter:
    """Cuts sentences as the tokenizer does, but what stands between two spaces only once.

    BERT's tokenizer never looks across a space, and most words come again: that is some times
    faster. (Other white space is left to it, for some of what Python takes for such is dropped.)
    """

    def __init__(self, tokenizer: WordPieceTokenizer) -> None:
        self._tokenizer = tokenizer
        self._known: dict[str, list[int]] = {}
        self._characters = 0

    def cut(self, sentences: list[str]) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
        """The ids of the sentences one after the other, and how many each has."""
        if self._characters > _CHARACTERS_KNOWN:
            self._known.clear()
            self._characters = 0
        words = [sentence.split(" ") for sentence in sentences]
        new = sorted(set(chain.from_iterable(words)) - self._known.keys())
        self._known.update(zip(new, self._tokenizer.cut_ids(new), strict=True))
        self._characters += sum(map(len, new))
        ids_of = self._known.__getitem__
        cut = [list(chain.from_iterable(map(ids_of, split))) for split in words]
        lengths = np.array([len(ids) for ids in cut], np.int64)
        return np.fromiter(chain.from_iterable(cut), np.int32, int(lengths.sum())), lengths


def cut_documents(
    tokenizer: WordPieceTokenizer,
    documents: list[list[str]],
    progress: Callable[[float], None] | None = None,
) -> CutCorpus:
    """Cut documents into token ids; sentences without tokens are left out.

    `progress` is told the share that is cut, 0 to 1, some times a second.
    """
    report = progress or _ignore
    cutter = SentenceCutter(tokenizer)
    sentences = [sentence for document in documents for sentence in document]
    chunks: list[NDArray[np.int32]] = []
    lengths: list[NDArray[np.int64]] = []
    for start in range(0, len(sentences), SENTENCES_A_CHUNK):
        report(start / len(sentences))
        ids, counts = cutter.cut(sentences[start : start + SENTENCES_A_CHUNK])
        chunks.append(ids)
        lengths.append(counts)
    ids = np.concatenate([np.zeros(0, np.int32), *chunks])
    sentence_offsets, document_offsets = without_empty(
        offsets_of(np.concatenate([np.zeros(0, np.int64), *lengths])),
        offsets_of(np.array([len(document) for document in documents], np.int64)),
    )
    report(1.0)
    return cut_corpus(
        tokenizer,
        ids=ids,
        continues=continuing_pieces(tokenizer)[ids],
        sentence_offsets=sentence_offsets,
        document_offsets=np.unique(document_offsets),
    )


def cut_corpus(
    tokenizer: WordPieceTokenizer,
    *,
    ids: NDArray[np.int32],
    continues: NDArray[np.bool_],
    sentence_offsets: NDArray[np.int64],
    document_offsets: NDArray[np.int64],
    chosen: NDArray[np.int64] | None = None,
) -> CutCorpus:
    """The arrays with what pairs need to know of the tokenizer."""
    return CutCorpus(
        ids=ids,
        continues=continues,
        sentence_offsets=sentence_offsets,
        document_offsets=document_offsets,
        pad_id=tokenizer.pad_id,
        unk_id=tokenizer.unk_id,
        cls_id=tokenizer.cls_id,
        sep_id=tokenizer.sep_id,
        mask_id=tokenizer.mask_id,
        vocabulary_size=len(tokenizer),
        chosen=chosen,
    )


def continuing_pieces(tokenizer: WordPieceTokenizer) -> NDArray[np.bool_]:
    """For each id whether its piece continues a word."""
    return np.array([piece.startswith("##") for piece in tokenizer.vocabulary])


def without_empty(
    sentence_offsets: NDArray[np.int64], document_offsets: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The offsets without the sentences that have no tokens; a document may be left with none."""
    has_tokens = sentence_offsets[1:] > sentence_offsets[:-1]
    if has_tokens.all():
        return sentence_offsets, document_offsets
    kept_before = offsets_of(has_tokens)
    return np.unique(sentence_offsets), kept_before[document_offsets]


def offsets_of(lengths: NDArray[np.int64] | NDArray[np.bool_]) -> NDArray[np.int64]:
    """Where each of the parts starts, and the end of the last."""
    return np.concatenate([[0], np.cumsum(lengths, dtype=np.int64)])


def _ignore(_share: float) -> None:
    """Progress that nobody wants to hear of."""
