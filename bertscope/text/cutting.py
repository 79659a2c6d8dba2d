"""Documents become token ids in flat arrays: what pairs are drawn from."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bertscope.text.tokenizer import WordPieceTokenizer

_SENTENCES_A_CHUNK = 4_096
"""Some 50 ms of cutting on one core."""


@dataclass(frozen=True, eq=False)
class CutCorpus:
    """Documents of sentences of token ids, as flat arrays.

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

    @property
    def unknown_share(self) -> float:
        """Share of [UNK] among the tokens, 0 to 1."""
        return float(np.mean(self.ids == self.unk_id)) if len(self.ids) else 0.0


def cut_documents(
    tokenizer: WordPieceTokenizer,
    documents: list[list[str]],
    progress: Callable[[float], None] | None = None,
) -> CutCorpus:
    """Cut documents into token ids; sentences without tokens are left out.

    `progress` is told the share that is cut, 0 to 1, some times a second.
    """
    report = progress or _ignore
    sentences = [sentence for document in documents for sentence in document]
    chunks: list[NDArray[np.int32]] = []
    lengths: list[int] = []
    for start in range(0, len(sentences), _SENTENCES_A_CHUNK):
        report(start / len(sentences))
        cut = tokenizer.cut_ids(sentences[start : start + _SENTENCES_A_CHUNK])
        lengths += map(len, cut)
        chunks.append(np.array([token_id for ids in cut for token_id in ids], np.int32))
    ids = np.concatenate(chunks) if chunks else np.zeros(0, np.int32)
    lengths_S = np.array(lengths, np.int64)
    ends_D = np.cumsum([len(document) for document in documents], dtype=np.int64)
    # Offsets in the sentences that are left; empty documents then collapse to one offset.
    left_before = offsets_of(lengths_S > 0)
    starts_word = np.array([not piece.startswith("##") for piece in tokenizer.vocabulary])
    report(1.0)
    return CutCorpus(
        ids=ids,
        continues=~starts_word[ids],
        sentence_offsets=offsets_of(lengths_S[lengths_S > 0]),
        document_offsets=np.unique(np.concatenate([[0], left_before[ends_D]])),
        pad_id=tokenizer.pad_id,
        unk_id=tokenizer.unk_id,
        cls_id=tokenizer.cls_id,
        sep_id=tokenizer.sep_id,
        mask_id=tokenizer.mask_id,
        vocabulary_size=len(tokenizer),
    )


def offsets_of(lengths: NDArray[np.int64] | NDArray[np.bool_]) -> NDArray[np.int64]:
    """Where each of the parts starts, and the end of the last."""
    return np.concatenate([[0], np.cumsum(lengths, dtype=np.int64)])


def _ignore(_share: float) -> None:
    """Progress that nobody wants to hear of."""
