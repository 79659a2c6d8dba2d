"""How good a model is: masked words and next sentences that it was not trained on.

Axes: B batch, L length, M chosen positions.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import msgspec
import numpy as np
import torch
from torch import Tensor

from bertscope.engine.batches import cut_batch
from bertscope.engine.folder import LoadedModel
from bertscope.engine.model import Outputs, evaluating
from bertscope.engine.objective import measure
from bertscope.errors import ModelError
from bertscope.text.masking import MaskRule
from bertscope.text.pair import Pair, encode_pair
from bertscope.text.pairs import IS_NEXT, cut_documents, make_pairs
from bertscope.text.stories import write_stories
from bertscope.text.trials import (
    NEGATIVES,
    TRIAL_SEED,
    Cloze,
    SentencePair,
    next_sentence_trials,
)

PAIRS_A_PASS = 32
TOP = 5

Progress = Callable[[str, float], None]


class MaskedWords(msgspec.Struct, frozen=True):
    """Masked LM on held-out stories: mean loss in nats, shares 0 to 1.

    `guessing` is the loss of guessing evenly, the logarithm of the vocabulary's size.
    """

    loss: float
    top_1: float
    top_5: float
    guessing: float
    positions: int


class NextSentence(msgspec.Struct, frozen=True):
    """Accuracies, 0 to 1, by what B is where it doesn't follow; half of the pairs follow."""

    easy: float
    scene: float
    content: float
    pairs: int


class ClozeScore(msgspec.Struct, frozen=True):
    """Items whose right word is the first, or among the first five, 0 to 1.

    `unknown` are items none of whose answers is one piece of the vocabulary, or whose place is cut
    off: they count as wrong.
    """

    top_1: float
    top_5: float
    items: int
    unknown: int


class Evaluation(msgspec.Struct, frozen=True):
    """What `evaluate` measured; `sentences` are of one sentence a side, `parts` of more."""

    masked_words: MaskedWords
    sentences: NextSentence
    parts: NextSentence
    cloze: ClozeScore


@dataclass(frozen=True)
class Answer:
    """A cloze item, the likeliest words there with their probabilities, and its right words' rank.

    `rank` is 1 for the likeliest; None where no answer is one piece, or the place is cut off.
    """

    item: Cloze
    words: list[str]
    probabilities: list[float]
    rank: int | None


def evaluate(
    loaded: LoadedModel, cloze: Sequence[Cloze], stories: int, progress: Progress
) -> Evaluation:
    """Ask a model about `stories` built-in stories that no training reads, and about the items.

    `progress` is told what is being measured, and the share of it that is done.

    Raises
    ------
    ModelError
        If the model has no second segment, or was fine-tuned.
    """
    if loaded.config.type_vocab_size < 2:
        raise ModelError("The model knows one segment only, so it can't judge pairs: open another.")
    return Evaluation(
        masked_words(loaded, stories, lambda share: progress("Masked words", share)),
        next_sentence(loaded, stories, False, lambda share: progress("Next sentence", share)),
        next_sentence(loaded, stories, True, lambda share: progress("Next parts", share)),
        score(answer(loaded, cloze)),
    )


def masked_words(
    loaded: LoadedModel, stories: int, progress: Callable[[float], None]
) -> MaskedWords:
    """Masked LM by BERT's rule on pairs of held-out stories."""
    corpus = cut_documents(loaded.tokenizer, write_stories(TRIAL_SEED, stories))
    length = loaded.config.max_position_embeddings
    rows = make_pairs(corpus, max_length=min(length, 128), seed=TRIAL_SEED, epoch=0)
    loss = right = among = positions = 0.0
    model = loaded.for_pretraining()
    device = next(model.parameters()).device
    for first in range(0, len(rows), PAIRS_A_PASS):
        progress(first / len(rows))
        drawn = range(first, min(first + PAIRS_A_PASS, len(rows)))
        batch = rows.batch(drawn, MaskRule(), seed=TRIAL_SEED, epoch=0)
        (part,) = cut_batch(batch, PAIRS_A_PASS, device)
        with evaluating(model):
            outputs = model(part.ids_BL, part.segments_BL, part.lengths_B, part.chosen_M)
        objective = measure(outputs, part.targets_M, part.labels_B)
        loss += float(objective.mlm_sum)
        right += float(objective.mlm_correct)
        among += float((_ranks(outputs.mlm_MV, part.targets_M) <= TOP).sum())
        positions += len(part.targets_M)
    vocabulary = loaded.config.vocab_size
    return MaskedWords(
        loss / positions,
        right / positions,
        among / positions,
        float(np.log(vocabulary)),
        int(positions),
    )


def next_sentence(
    loaded: LoadedModel, stories: int, whole: bool, progress: Callable[[float], None]
) -> NextSentence:
    """Accuracy for each kind of B that doesn't follow; `whole` as in `next_sentence_trials`."""
    trials = next_sentence_trials(stories, whole=whole)
    kinds = [trials.follows, *(trials.others[kind] for kind in NEGATIVES)]
    shares = []
    for number, pairs in enumerate(kinds):
        progress(number / len(kinds))
        shares.append(_share_next(loaded, pairs))
    follow, easy, scene, content = shares
    return NextSentence(
        (follow + 1 - easy) / 2,
        (follow + 1 - scene) / 2,
        (follow + 1 - content) / 2,
        len(trials.follows),
    )


def answer(loaded: LoadedModel, items: Sequence[Cloze]) -> list[Answer]:
    """The model's words for each item's [MASK], likeliest first."""
    tokenizer = loaded.tokenizer
    encoded = [_encode(loaded, item.a, item.b) for item in items]
    # Of a pair too long for the model the place may be cut off: then it sees [CLS], and is wrong.
    seen = [tokenizer.mask_id in pair.ids for pair in encoded]
    chosen = [
        [pair.ids.index(tokenizer.mask_id) if here else 0]
        for pair, here in zip(encoded, seen, strict=True)
    ]
    logits = torch.cat([outputs.mlm_MV for outputs in _run(loaded, encoded, chosen)])
    answers = []
    for item, row_V, here in zip(items, logits, seen, strict=True):
        right = [ids[0] for ids in tokenizer.cut_ids(list(item.answers)) if len(ids) == 1]
        right = [token for token in right if here and token != tokenizer.unk_id]
        best = row_V.topk(TOP)
        answers.append(
            Answer(
                item,
                [tokenizer.vocabulary[token] for token in best.indices.tolist()],
                row_V.softmax(-1)[best.indices].tolist(),
                min((int((row_V >= row_V[token]).sum()) for token in right), default=None),
            )
        )
    return answers


def score(answers: Sequence[Answer]) -> ClozeScore:
    """The shares of `answers` that are right."""
    ranks = [answer.rank for answer in answers]
    return ClozeScore(
        sum(rank == 1 for rank in ranks) / len(ranks),
        sum(rank is not None and rank <= TOP for rank in ranks) / len(ranks),
        len(ranks),
        ranks.count(None),
    )


def _share_next(loaded: LoadedModel, pairs: Sequence[SentencePair]) -> float:
    """The share of the pairs whose B the model says follows."""
    encoded = [_encode(loaded, a, b) for a, b in pairs]
    said = [outputs.nsp_B2.argmax(-1) for outputs in _run(loaded, encoded, [[]] * len(encoded))]
    return float((torch.cat(said) == IS_NEXT).float().mean())


def _encode(loaded: LoadedModel, a: str, b: str) -> Pair:
    return encode_pair(loaded.tokenizer, a, b, loaded.config.max_position_embeddings)


def _run(
    loaded: LoadedModel, pairs: Sequence[Pair], chosen: Sequence[Sequence[int]]
) -> Iterator[Outputs]:
    """The outputs of pairs in passes of some, in their order."""
    model = loaded.for_pretraining()
    device = next(model.parameters()).device
    for first in range(0, len(pairs), PAIRS_A_PASS):
        here = pairs[first : first + PAIRS_A_PASS]
        lengths = [len(pair) for pair in here]
        length = max(lengths)

        def padded(rows: Sequence[Sequence[int]], length: int = length) -> Tensor:
            return torch.tensor([[*row, *[0] * (length - len(row))] for row in rows]).to(device)

        places = [
            b * length + place
            for b, wanted in enumerate(chosen[first : first + PAIRS_A_PASS])
            for place in wanted
        ]
        with evaluating(model):
            outputs: Outputs = model(
                padded([pair.ids for pair in here]),
                padded([pair.segments for pair in here]),
                torch.tensor(lengths, device=device),
                torch.tensor(places, dtype=torch.long, device=device),
            )
        yield Outputs(outputs.mlm_MV.cpu(), outputs.nsp_B2.cpu())


def _ranks(logits_MV: Tensor, targets_M: Tensor) -> Tensor:
    right_M1 = logits_MV.gather(-1, targets_M[:, None])
    return (logits_MV >= right_M1).sum(-1)
