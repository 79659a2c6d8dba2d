"""The fine-tuned heads against transformers', and what a fine-tuning starts from."""

from collections.abc import Sequence

import msgspec
import pytest
import torch
from torch import Tensor

from bertscope.engine.config import BertConfig
from bertscope.engine.folder import LoadedModel
from bertscope.engine.model import BertForPreTraining, HeadedBert, new_model
from bertscope.engine.optimizers import Optimizers, Rates
from bertscope.engine.task_models import begin_task_model, build_headed
from bertscope.engine.task_objective import ScoredObjective, measure_task
from bertscope.errors import ModelError
from bertscope.recipe import Optimizer, Recipe
from bertscope.task import Kind, Start
from bertscope.text.tokenizer import WordPieceTokenizer
from tests.engine.transformers_models import their_outputs, their_task_model

LABELS = {Kind.CLASSIFICATION: ("no", "maybe", "yes"), Kind.REGRESSION: (), Kind.QA: ()}
IDS = torch.tensor([[2, 9, 4, 11, 3, 12, 4, 3], [2, 7, 7, 3, 8, 3, 0, 0], [2, 5, 3, 9, 9, 9, 3, 0]])
SEGMENTS = torch.tensor([[0] * 5 + [1] * 3, [0] * 4 + [1] * 2 + [0] * 2, [0] * 3 + [1] * 4 + [0]])
LENGTHS = torch.tensor([8, 6, 7])
kinds = pytest.mark.parametrize("kind", list(Kind))


def task_model(config: BertConfig, kind: Kind) -> HeadedBert:
    model = build_headed(config.for_task(kind, LABELS[kind]))
    model.init_weights(torch.Generator().manual_seed(2))
    return model.eval()


@pytest.fixture
def loaded(
    model: BertForPreTraining, config: BertConfig, tokenizer: WordPieceTokenizer
) -> LoadedModel:
    return LoadedModel(model, config, tokenizer)


def their_logits(theirs: HeadedBert, lengths: Tensor | None) -> Tensor:
    said = their_outputs(theirs, IDS, SEGMENTS, lengths)
    if "logits" in said:
        return said.logits
    return torch.stack([said.start_logits, said.end_logits], -1)


@kinds
@pytest.mark.parametrize("lengths", [None, LENGTHS], ids=["full rows", "padded rows"])
def test_logits_equal_transformers(config: BertConfig, kind: Kind, lengths: Tensor | None):
    ours = task_model(config, kind)
    logits, expected = ours(IDS, SEGMENTS, lengths), their_logits(their_task_model(ours), lengths)
    if kind is Kind.QA and lengths is not None:
        padded = torch.arange(8) >= lengths[:, None]
        assert bool((logits[padded] == torch.finfo(torch.float32).min).all())
        logits, expected = logits[~padded], expected[~padded]
    torch.testing.assert_close(logits, expected, rtol=0, atol=1e-5)


TARGETS = {
    Kind.CLASSIFICATION: torch.tensor([2, 0, 2]),
    Kind.REGRESSION: torch.tensor([0.5, -1.25, 3.0]),
    Kind.QA: torch.tensor([[5, 6], [0, 0], [3, 5]]),
}


@kinds
def test_loss_and_gradients_of_a_step_equal_transformers(config: BertConfig, kind: Kind):
    ours = task_model(config, kind)
    theirs, targets = their_task_model(ours), TARGETS[kind]
    named = {"labels": targets}
    if kind is Kind.QA:
        named = {"start_positions": targets[:, 0], "end_positions": targets[:, 1]}
    expected = their_outputs(theirs, IDS, SEGMENTS, None, **named).loss
    measured = measure_task(kind, ours(IDS, SEGMENTS, None), targets)
    assert measured.count == 3
    torch.testing.assert_close(measured.loss, expected, rtol=1e-6, atol=0)
    torch.autograd.backward(measured.loss)
    expected.backward()
    gradients = {name: parameter.grad for name, parameter in theirs.named_parameters()}
    for name, parameter in ours.named_parameters():
        assert parameter.grad is not None
        theirs_is = gradients[name]
        error = torch.linalg.vector_norm(parameter.grad - theirs_is)
        assert float(error) <= 1e-6 * max(1.0, float(theirs_is.norm())), name


@kinds
def test_padding_is_not_answered_and_parts_add_up(config: BertConfig, kind: Kind):
    """The loss of padded rows together is that of the rows one by one."""
    model, targets = task_model(config, kind), TARGETS[kind]
    together = measure_task(kind, model(IDS, SEGMENTS, LENGTHS), targets)
    parts = [
        measure_task(kind, model(IDS[b, None, :n], SEGMENTS[b, None, :n], None), targets[b, None])
        for b, n in enumerate(LENGTHS.tolist())
    ]
    whole = parts[0] + parts[1] + parts[2]
    torch.testing.assert_close(whole.loss, together.loss, rtol=1e-6, atol=0)
    assert whole.count == together.count == 3
    torch.testing.assert_close(parts[0].share_of(0, 3), parts[0].loss_sum / 3)
    torch.testing.assert_close(whole.sums, torch.stack([together.loss_sum, together.right]))


def test_what_is_right_is_counted():
    logits = torch.tensor([[1.0, 2.0], [3.0, 0.0], [0.0, 1.0], [5.0, 4.0]])
    measured = measure_task(Kind.CLASSIFICATION, logits, torch.tensor([1, 0, 0, 1]))
    scored = ScoredObjective(measured.loss_sum, measured.right, measured.count)
    assert float(scored.score) == 0.5
    assert dict(zip(scored.MEASURES, scored.numbers(), strict=True))["score"] == 0.5


@pytest.mark.parametrize(("own", "rate"), [(None, 0.1), (0.0, 0.0), (0.4, 0.4)])
def test_the_classifier_has_a_dropout_of_its_own(
    config: BertConfig, own: float | None, rate: float
):
    config = msgspec.structs.replace(config, classifier_dropout=own)
    model = task_model(config, Kind.CLASSIFICATION).train()
    assert model.dropout.p == rate
    silent = [module for module in model.bert.modules() if isinstance(module, torch.nn.Dropout)]
    for module in silent:
        module.p = 0.0
    torch.manual_seed(0)
    same = torch.equal(model(IDS, SEGMENTS, LENGTHS), model(IDS, SEGMENTS, LENGTHS))
    assert same == (rate == 0.0)


@kinds
def test_the_encoder_goes_on_and_the_head_is_drawn_as_bert_does(loaded: LoadedModel, kind: Kind):
    before = torch.get_rng_state()
    task = begin_task_model(loaded, kind, LABELS[kind], start=Start.PRETRAINED, seed=4)
    assert torch.equal(before, torch.get_rng_state())
    assert (task.kind, task.labels, task.new_heads) == (kind, LABELS[kind], ())
    own, old = dict(task.model.named_parameters()), loaded.model.state_dict()
    body = [name for name in own if name.startswith("bert.")]
    assert all(torch.equal(own[name], old[name]) for name in body)
    assert all(own[name].data_ptr() != old[name].data_ptr() for name in body)
    weight, bias = (own[name] for name in own if name not in body)
    assert float(weight.detach().std()) == pytest.approx(loaded.config.initializer_range, rel=0.5)
    assert not bias.any()
    with pytest.raises(ModelError, match="only pre-trained"):
        task.for_pretraining()
    assert loaded.for_pretraining() is loaded.model


def same_weights(first: LoadedModel, second: LoadedModel, prefix: str = "") -> bool:
    one, two = first.model.state_dict(), second.model.state_dict()
    names = [name for name in one if name.startswith(prefix)]
    assert names
    return all(torch.equal(one[name], two[name]) for name in names)


def begin(
    loaded: LoadedModel, labels: Sequence[str], start: Start = Start.PRETRAINED, seed: int = 4
) -> LoadedModel:
    return begin_task_model(loaded, Kind.CLASSIFICATION, labels, start=start, seed=seed)


def test_the_seed_gives_what_is_random(loaded: LoadedModel):
    first = begin(loaded, "ab")
    assert same_weights(first, begin(loaded, "ab"))
    assert same_weights(first, begin(loaded, "ab", seed=5), "bert.")
    assert not same_weights(first, begin(loaded, "ab", seed=5), "classifier.weight")
    # Two starts differ in nothing but the encoder, and a random one has nothing of the model.
    afresh = begin(loaded, "ab", Start.RANDOM)
    assert same_weights(first, afresh, "classifier.")
    assert not same_weights(first, afresh, "bert.encoder.layer.0.attention.self.query.weight")
    other = LoadedModel(new_model(loaded.config, 9), loaded.config, loaded.tokenizer)
    assert same_weights(afresh, begin(other, "ab", Start.RANDOM))
    assert afresh.new_heads == ()


def test_a_head_is_kept_for_the_same_classes_alone(loaded: LoadedModel):
    trained = begin(loaded, ["no", "yes"], seed=1)
    assert same_weights(trained, begin(trained, ["no", "yes"], seed=2))
    for other in (["yes", "no"], ["no", "yes", "maybe"]):
        assert begin(trained, other, seed=2).labels == tuple(other)
    swapped = begin(trained, ["yes", "no"], seed=2)
    assert not same_weights(trained, swapped, "classifier.weight")
    assert same_weights(trained, swapped, "bert.")
    random = begin(trained, ["no", "yes"], Start.RANDOM, seed=2)
    assert not same_weights(trained, random, "classifier.weight")
    again = begin(trained, ["no", "yes"])
    with torch.no_grad():
        next(again.model.parameters()).add_(1.0)
    assert same_weights(trained, begin(loaded, ["no", "yes"], seed=1))


def test_an_encoder_without_a_pooler_gets_a_new_one(loaded: LoadedModel):
    reads = begin_task_model(loaded, Kind.QA, (), start=Start.PRETRAINED, seed=4)
    assert reads.model.bert.pooler is None
    lacking = LoadedModel(loaded.model, loaded.config, loaded.tokenizer, ("pooler",))
    for start in (reads, lacking):
        task = begin(start, "ab")
        assert task.new_heads == ("pooler",)
        assert not same_weights(task, loaded, "bert.pooler.dense.weight")
        assert same_weights(task, reads, "bert.encoder.")
        assert begin(start, "ab", Start.RANDOM).new_heads == ()


@pytest.mark.parametrize(
    ("labels", "words"), [((), "none is there"), ("a", "only a is"), ("aba", "are called a")]
)
def test_labels_that_make_no_classes_are_said(loaded: LoadedModel, labels: str, words: str):
    with pytest.raises(ModelError, match=words):
        begin(loaded, labels)


@kinds
def test_muon_leaves_heads_and_pooler_to_adamw(config: BertConfig, kind: Kind):
    model = task_model(config, kind)
    for parameter in model.parameters():
        parameter.grad = torch.randn_like(parameter)
    before = {name: p.detach().clone() for name, p in model.named_parameters()}
    Optimizers(model, Recipe(optimizer=Optimizer.MUON, weight_decay=0.0)).step(Rates(1e-3, 0.0))
    for name, parameter in model.named_parameters():
        of_muon = name.startswith("bert.encoder.") and parameter.ndim > 1
        assert torch.equal(parameter, before[name]) == of_muon, name
