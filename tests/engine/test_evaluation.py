"""What is measured of a model is what can be counted by hand, and what transformers measures."""

import math
import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import msgspec
import numpy as np
import pytest
import torch
from torch import nn

from bertscope.engine import evaluation
from bertscope.engine.config import BertConfig
from bertscope.engine.evaluation import (
    TOP,
    Evaluation,
    answer,
    evaluate,
    masked_words,
    next_sentence,
    score,
)
from bertscope.engine.folder import LoadedModel
from bertscope.engine.model import BertForPreTraining, Outputs, new_model
from bertscope.places import default_model
from bertscope.text.masking import MaskRule
from bertscope.text.pair import encode_pair
from bertscope.text.pairs import PairRows, cut_documents, make_pairs
from bertscope.text.stories import write_stories
from bertscope.text.tokenizer import WordPieceTokenizer
from bertscope.text.trials import NEGATIVES, TRIAL_SEED, Cloze, next_sentence_trials, read_cloze
from tests.engine.transformers_models import their_model, their_outputs

STORIES = 60
LENGTH = 128
ITEMS = [
    Cloze("The [MASK] is cute.", "He likes it.", ("dog", "cat")),
    Cloze("My dog is cute.", "He [MASK] playing.", ("likes",)),
    Cloze("My dog [MASK] cute", "", ("is",)),
]


def ignored(*_: object) -> None:
    """Progress that nobody looks at."""


@pytest.fixture(scope="module")
def words() -> WordPieceTokenizer:
    """Of real words, for the stories are told in such."""
    return WordPieceTokenizer.load(default_model())


@pytest.fixture
def untrained(words: WordPieceTokenizer) -> LoadedModel:
    config = BertConfig(
        vocab_size=len(words),
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=32,
        max_position_embeddings=LENGTH,
    )
    return LoadedModel(new_model(config, seed=4), config, words)


@torch.no_grad()
def always_saying(loaded: LoadedModel, logits_V: torch.Tensor) -> LoadedModel:
    """The model, with these logits at every position whatever the sentence."""
    head = loaded.model.cls.predictions
    head.transform.LayerNorm.weight.zero_()
    head.transform.LayerNorm.bias.zero_()
    head.bias.copy_(logits_V)
    return loaded


class Judge(nn.Module):
    """In a model's place: says of every pair whether B is next by a rule on A's and B's ids."""

    def __init__(self, rule: Callable[[list[int], list[int]], bool], vocabulary_size: int) -> None:
        super().__init__()
        self.rule, self.vocabulary_size = rule, vocabulary_size
        self.weight = nn.Parameter(torch.zeros(1))

    def forward(
        self,
        ids_BL: torch.Tensor,
        segments_BL: torch.Tensor,
        lengths_B: torch.Tensor,
        chosen_M: torch.Tensor,
    ) -> Outputs:
        nsp_B2 = torch.zeros(len(ids_BL), 2)
        for b, (ids, segments, length) in enumerate(
            zip(ids_BL.tolist(), segments_BL.tolist(), lengths_B.tolist(), strict=True)
        ):
            middle = length - sum(segments[:length])
            is_next = self.rule(ids[1 : middle - 1], ids[middle : length - 1])
            nsp_B2[b, 0 if is_next else 1] = 1.0
        return Outputs(torch.zeros(len(chosen_M), self.vocabulary_size), nsp_B2)


def judged(
    loaded: LoadedModel, rule: Callable[[list[int], list[int]], bool]
) -> Callable[[bool], tuple[float, float, float]]:
    """The three accuracies of a model that judges by the rule."""
    model = Judge(rule, loaded.config.vocab_size)
    by_rule = replace(loaded, model=model)  # type: ignore[arg-type]

    def accuracies(whole: bool) -> tuple[float, float, float]:
        found = next_sentence(by_rule, STORIES, whole, ignored)
        assert found.pairs == STORIES
        return found.easy, found.scene, found.content

    return accuracies


# --- A model that knows nothing -----------------------------------------------------------------


def test_an_untrained_model_guesses(untrained: LoadedModel):
    found = evaluate(untrained, read_cloze(), 150, ignored)
    assert found.masked_words.guessing == pytest.approx(math.log(untrained.config.vocab_size))
    assert found.masked_words.loss == pytest.approx(found.masked_words.guessing, rel=0.02)
    assert found.masked_words.top_1 < 0.05
    for trial in (found.sentences, found.parts):
        assert trial.pairs == 150
        for share in (trial.easy, trial.scene, trial.content):
            assert share == pytest.approx(0.5, abs=0.12)
    assert found.cloze.items == 200
    assert found.cloze.top_1 <= found.cloze.top_5 < 0.1


# --- Next sentences -----------------------------------------------------------------------------


@pytest.mark.parametrize("bias", [(9.0, -9.0), (-9.0, 9.0)], ids=["next", "not next"])
def test_always_saying_the_same_is_right_half_the_time(
    untrained: LoadedModel, bias: tuple[float, float]
):
    with torch.no_grad():
        untrained.model.cls.seq_relationship.bias.copy_(torch.tensor(bias))
    found = next_sentence(untrained, STORIES, False, ignored)
    assert (found.easy, found.scene, found.content) == (0.5, 0.5, 0.5)


@pytest.mark.parametrize("whole", [False, True], ids=["sentences", "parts"])
def test_who_knows_the_stories_is_always_right(untrained: LoadedModel, whole: bool):
    trials = next_sentence_trials(STORIES, whole=whole)
    known = {encode_pair(untrained.tokenizer, a, b, LENGTH).ids for a, b in trials.follows}
    cls, sep = untrained.tokenizer.cls_id, untrained.tokenizer.sep_id
    knows = judged(untrained, lambda a, b: (cls, *a, sep, *b, sep) in known)
    errs = judged(untrained, lambda a, b: (cls, *a, sep, *b, sep) not in known)
    assert knows(whole) == (1.0, 1.0, 1.0)
    assert errs(whole) == (0.0, 0.0, 0.0)


def test_a_rule_is_right_as_often_as_counted_by_hand(untrained: LoadedModel):
    """The rule: whoever writes "the" in B goes on with A."""
    the = untrained.tokenizer.ids["the"]
    found = judged(untrained, lambda _, b: the in b)(False)
    trials = next_sentence_trials(STORIES)

    def said_next(pairs: list[tuple[str, str]]) -> float:
        return float(np.mean([bool(re.search(r"\bthe\b", b.lower())) for _, b in pairs]))

    followed = said_next(trials.follows)
    expected = [(followed + 1 - said_next(trials.others[kind])) / 2 for kind in NEGATIVES]
    assert found == pytest.approx(tuple(expected))
    assert 0 < followed < 1


# --- Masked words -------------------------------------------------------------------------------


def asked_rows(words: WordPieceTokenizer, stories: int) -> PairRows:
    corpus = cut_documents(words, write_stories(TRIAL_SEED, stories))
    return make_pairs(corpus, max_length=LENGTH, seed=TRIAL_SEED, epoch=0)


def targets_of(rows: PairRows) -> list[int]:
    batch = rows.batch(range(len(rows)), MaskRule(), seed=TRIAL_SEED, epoch=0)
    return list(batch.targets_M.tolist())


def test_a_model_with_a_favourite_word_is_right_where_it_stands(
    untrained: LoadedModel, words: WordPieceTokenizer
):
    """The second best to the sixth are the ids behind it, so that the fifth is known too."""
    the, size = words.ids["the"], len(words)
    logits = torch.zeros(size)
    ranked = [the, *range(the + 1, the + 6)]
    logits[ranked] = torch.tensor([8.0, 5.0, 4.0, 3.0, 2.0, 1.0])
    found = masked_words(always_saying(untrained, logits), STORIES, ignored)
    targets = targets_of(asked_rows(words, STORIES))
    assert found.positions == len(targets)
    assert found.top_1 == pytest.approx(targets.count(the) / len(targets))
    among = sum(target in ranked[:TOP] for target in targets)
    assert found.top_5 == pytest.approx(among / len(targets))
    log_all = math.log(sum(math.exp(x) for x in logits.tolist()))
    expected = log_all - float(logits[targets].mean())
    assert found.loss == pytest.approx(expected, rel=1e-5)
    assert 0 < found.top_1 < found.top_5


def test_the_loss_of_masked_words_is_that_of_transformers(
    words: WordPieceTokenizer, untrained: LoadedModel
):
    config = msgspec.structs.replace(untrained.config, initializer_range=0.3)
    model = new_model(config, seed=2).eval()
    rows = asked_rows(words, 12)
    batch = rows.batch(range(len(rows)), MaskRule(), seed=TRIAL_SEED, epoch=0)
    ids, segments, lengths, chosen, targets = (
        torch.from_numpy(getattr(batch, name))
        for name in ("ids_BL", "segments_BL", "lengths_B", "chosen_M", "targets_M")
    )
    labels = torch.full_like(ids, -100).flatten()
    labels[chosen] = targets
    with torch.no_grad():
        logits = their_outputs(
            their_model(config, model), ids, segments, lengths
        ).prediction_logits.flatten(0, 1)
    theirs = nn.functional.cross_entropy(logits, labels)
    found = masked_words(LoadedModel(model, config, words), 12, ignored)
    assert found.loss == pytest.approx(float(theirs), rel=1e-5)
    assert abs(found.loss - found.guessing) > 0.1
    first = logits[chosen].argmax(-1) == targets
    assert found.top_1 == pytest.approx(float(first.float().mean()))
    five = (logits[chosen].topk(TOP).indices == targets[:, None]).any(-1)
    assert found.top_5 == pytest.approx(float(five.float().mean()))


# --- The cloze test -----------------------------------------------------------------------------


def ladder(words: WordPieceTokenizer, *best: str) -> torch.Tensor:
    """Logits that fall from word to word, then on through the vocabulary."""
    logits = -torch.arange(len(words), dtype=torch.float32) / 100
    for place, word in enumerate(best):
        logits[words.ids[word]] = 10.0 - place
    return logits


def test_the_rank_is_that_of_the_best_right_word(untrained: LoadedModel, words: WordPieceTokenizer):
    best = ("is", "cat", "he", "my", "the", "likes", "dog")
    logits = ladder(words, *best)
    answers = answer(always_saying(untrained, logits), ITEMS)
    assert [each.rank for each in answers] == [2, 6, 1]
    assert [each.item for each in answers] == ITEMS
    shares = logits.double().exp() / logits.double().exp().sum()
    for each in answers:
        assert each.words == list(best[:TOP])
        expected = [float(shares[words.ids[word]]) for word in best[:TOP]]
        assert each.probabilities == pytest.approx(expected, rel=1e-4)
    found = score(answers)
    assert (found.top_1, found.top_5) == pytest.approx((1 / 3, 2 / 3))
    assert (found.items, found.unknown) == (3, 0)


def test_an_answer_that_is_not_one_piece_is_unknown(
    untrained: LoadedModel, words: WordPieceTokenizer
):
    pieced = next(
        word for word in ("zyxgroaf", "qwertlk", "blorptz") if len(words.cut_ids([word])[0]) > 1
    )
    items = [
        replace(ITEMS[0], answers=(pieced, "¤")),
        replace(ITEMS[0], answers=(pieced, "dog")),
        replace(ITEMS[0], answers=("dog",)),
    ]
    logits = ladder(words, "dog")
    # Neither the first piece of a word nor [UNK] makes it right.
    logits[words.cut_ids([pieced])[0][0]] = logits[words.unk_id] = 20.0
    answers = answer(always_saying(untrained, logits), items)
    assert [each.rank for each in answers] == [None, 3, 3]
    found = score(answers)
    assert (found.items, found.unknown) == (3, 1)
    assert (found.top_1, found.top_5) == pytest.approx((0.0, 2 / 3))


def test_the_word_is_looked_for_where_the_mask_stands(words: WordPieceTokenizer):
    """Against one forward pass of transformers for each item alone, without padding."""
    config = BertConfig(
        vocab_size=len(words),
        hidden_size=16,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=32,
        max_position_embeddings=LENGTH,
        initializer_range=0.3,
    )
    model = new_model(config, seed=2).eval()
    theirs = their_model(config, model)
    answers = answer(LoadedModel(model, config, words), ITEMS)
    for each in answers:
        pair = encode_pair(words, each.item.a, each.item.b, LENGTH)
        with torch.no_grad():
            logits = their_outputs(
                theirs, torch.tensor([pair.ids]), torch.tensor([pair.segments]), None
            ).prediction_logits[0, pair.ids.index(words.mask_id)]
        assert each.words == [words.vocabulary[i] for i in logits.topk(TOP).indices.tolist()]
        ranks = [int((logits > logits[words.ids[right]]).sum()) + 1 for right in each.item.answers]
        assert each.rank == min(ranks)


# --- All of it ----------------------------------------------------------------------------------


def test_how_many_pairs_pass_at_once_does_not_matter(
    words: WordPieceTokenizer, untrained: LoadedModel, monkeypatch: pytest.MonkeyPatch
):
    config = msgspec.structs.replace(untrained.config, initializer_range=0.3)
    loaded = LoadedModel(new_model(config, seed=2), config, words)
    found: list[Evaluation] = []
    for size in (32, 7, 1000):
        monkeypatch.setattr(evaluation, "PAIRS_A_PASS", size)
        found.append(evaluate(loaded, ITEMS, 30, ignored))
    first = msgspec.to_builtins(found[0])
    for other in map(msgspec.to_builtins, found[1:]):
        for part in first:
            assert other[part] == pytest.approx(first[part], rel=1e-5), part


def test_progress_is_told_and_the_model_stays_as_it_was(untrained: LoadedModel):
    model: BertForPreTraining = untrained.model.train()
    before = {name: value.clone() for name, value in model.state_dict().items()}
    told: list[tuple[str, float]] = []
    evaluate(untrained, ITEMS, 30, lambda what, share: told.append((what, share)))
    assert model.training
    assert all(torch.equal(value, before[name]) for name, value in model.state_dict().items())
    assert list(dict.fromkeys(what for what, _ in told)) == [
        "Masked words",
        "Next sentence",
        "Next parts",
    ]
    for one, other in pairwise(told):
        assert one[0] != other[0] or one[1] < other[1]
    assert all(0 <= share <= 1 for _, share in told)
