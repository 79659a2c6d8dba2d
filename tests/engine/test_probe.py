import weakref
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
import torch

from bertscope.engine.config import BertConfig
from bertscope.engine.looks import Look
from bertscope.engine.model import BertForPreTraining, new_model
from bertscope.engine.objective import measure
from bertscope.engine.passes import Memory
from bertscope.engine.probe import look
from bertscope.errors import ModelError
from bertscope.looks import Wants
from tests.engine.transformers_models import their_model, their_outputs

IDS = [2, 9, 4, 11, 3, 12, 4, 3]
SEGMENTS = [0, 0, 0, 0, 0, 1, 1, 1]
LABELS = {6: 13, 2: 10}


SOURCES = [2, 0, 0, 0, 2, 1, 1, 2]
EVERYTHING = Wants(
    positions=[1],
    top_k=4,
    thumbnails=48,
    layer=1,
    heads=[1, 0],
    hidden_states=True,
    neighbours_of=9,
    distribution_at=4,
)


def see(model: BertForPreTraining, wants: Wants = EVERYTHING, **more: Any) -> Look:
    asked: dict[str, Any] = {"ids": IDS, "segments": SEGMENTS, "labels": LABELS, "nsp_label": 1}
    whole = wants is EVERYTHING
    return look(model, **{**asked, "sources": SOURCES, "wants": wants, "whole": whole, **more})


@pytest.fixture
def seen(model: BertForPreTraining) -> Look:
    return see(model)


@pytest.fixture
def expected(model: BertForPreTraining, config: BertConfig) -> Any:
    """What transformers says of the same weights and input."""
    theirs = their_model(config, model).eval()
    ids, segments = torch.tensor([IDS]), torch.tensor([SEGMENTS])
    with torch.no_grad():
        said = their_outputs(
            theirs, ids, segments, None, output_hidden_states=True, output_attentions=True
        )
        said["pooled"] = theirs.bert(ids, token_type_ids=segments).pooler_output
    return said


@pytest.fixture
def passes(model: BertForPreTraining) -> Iterator[list[int]]:
    """Has an entry for each forward pass."""
    done: list[int] = []
    hook = model.bert.encoder.register_forward_hook(lambda *_: done.append(1))
    yield done
    hook.remove()


def test_the_three_rows_add_up_and_are_normalized(seen: Look, model: BertForPreTraining):
    total = seen.token_rows + seen.segment_rows + seen.position_rows
    np.testing.assert_allclose(seen.sum, total, atol=1e-6)
    with torch.no_grad():
        normalized = model.bert.embeddings.LayerNorm(torch.from_numpy(seen.sum))
    np.testing.assert_allclose(seen.normalized, normalized.numpy(), atol=1e-6)
    words = model.bert.embeddings.word_embeddings.weight.detach().numpy()
    np.testing.assert_array_equal(seen.token_rows, words[IDS])


def test_states_attention_and_logits_are_transformers(seen: Look, expected: Any):
    last = expected.hidden_states[-1][0, 0]
    for ours, theirs in (
        (seen.hidden_states, torch.cat(expected.hidden_states)),
        (seen.attention, torch.cat(expected.attentions)),
        (seen.mlm_logits, expected.prediction_logits[0]),
        (seen.nsp_logits, expected.seq_relationship_logits[0]),
        (seen.c, last),
        (seen.pooled, expected.pooled[0]),
        (seen.distribution, expected.prediction_logits[0, 4].softmax(-1)),
    ):
        np.testing.assert_allclose(ours, theirs.numpy(), atol=1e-5)
    np.testing.assert_allclose(seen.attention.sum(-1), 1.0, atol=1e-5)
    assert seen.distribution.sum() == pytest.approx(1, abs=1e-5)


def test_the_heads_wanted_whole_are_those_of_all(seen: Look):
    heads = seen.heads
    assert (heads.layer, heads.numbers) == (1, (1, 0))
    np.testing.assert_array_equal(heads.weights, seen.attention[1, [1, 0]])


def test_weights_are_the_softmax_of_queries_times_keys(seen: Look):
    q, k = seen.heads.queries.astype(np.float64), seen.heads.keys.astype(np.float64)
    assert q.shape == (2, len(IDS), 16)
    scores = q @ k.swapaxes(1, 2) / np.sqrt(q.shape[-1])
    shares = np.exp(scores) / np.exp(scores).sum(-1, keepdims=True)
    np.testing.assert_allclose(seen.heads.weights, shares, atol=1e-5)


def test_queries_and_keys_are_the_projections_of_the_states(seen: Look, model: BertForPreTraining):
    attention = model.bert.encoder.layer[1].attention.self
    for ours, linear in ((seen.heads.queries, attention.query), (seen.heads.keys, attention.key)):
        with torch.no_grad():
            whole = linear(torch.from_numpy(seen.hidden_states[1])).numpy()
        np.testing.assert_allclose(ours[0], whole[:, 16:], atol=1e-5)
        np.testing.assert_allclose(ours[1], whole[:, :16], atol=1e-5)


@pytest.mark.parametrize(
    ("layer", "heads", "found"),
    [(0, [5, 1, 1], (0, (1,))), (9, [-1, 0], (1, (0,))), (1, [7], (1, (0,)))],
)
def test_heads_that_the_model_lacks(
    model: BertForPreTraining, layer: int, heads: list[int], found: tuple[int, tuple[int, ...]]
):
    whole = see(model, Wants(layer=layer, heads=heads)).heads
    assert (whole.layer, whole.numbers) == found
    assert whole.weights.shape == (1, len(IDS), len(IDS))


def test_what_is_not_wanted_is_not_there(model: BertForPreTraining):
    seen = see(model, Wants())
    for name in ("thumbnails", "blocks", "heads", "hidden_states", "neighbours", "distribution"):
        assert getattr(seen, name) is None, name
    assert seen.attention is seen.mlm_logits is None
    assert seen.layers == len(model.bert.encoder.layer)
    assert see(model, Wants(thumbnails=4), sources=()).blocks is None


def test_losses_are_the_objective_and_the_mean_of_what_the_positions_show(
    seen: Look, model: BertForPreTraining
):
    model.eval()
    with torch.no_grad():
        outputs = model(torch.tensor([IDS]), torch.tensor([SEGMENTS]), None, torch.tensor([2, 6]))
        objective = measure(outputs, torch.tensor([10, 13]), torch.tensor([1]))
    assert seen.mlm_loss == pytest.approx(float(objective.mlm_loss), rel=1e-6)
    assert seen.nsp_loss == pytest.approx(float(objective.nsp_loss), rel=1e-6)
    shown = [p.loss for p in seen.predictions if p.chosen]
    assert len(shown) < len(seen.predictions)
    assert np.mean(shown) == pytest.approx(seen.mlm_loss, rel=1e-6)
    assert seen.is_next_probability == pytest.approx(1 - np.exp(-seen.nsp_loss), rel=1e-5)


def test_predictions_agree_with_the_logits(seen: Look):
    assert [(p.position, p.chosen) for p in seen.predictions] == [(1, False), (2, True), (6, True)]
    for prediction in seen.predictions:
        logits = seen.mlm_logits[prediction.position].astype(np.float64)
        probabilities = np.exp(logits) / np.exp(logits).sum()
        best = np.argsort(-logits)
        assert list(prediction.top_ids) == best[:4].tolist()
        np.testing.assert_allclose(prediction.top_probabilities, probabilities[best[:4]], rtol=1e-4)
        original = LABELS.get(prediction.position, IDS[prediction.position])
        assert prediction.original_id == original
        assert prediction.original_probability == pytest.approx(probabilities[original], rel=1e-4)
        assert prediction.loss == pytest.approx(-np.log(probabilities[original]), rel=1e-4)
        assert prediction.rank == 1 + best.tolist().index(original)


def test_what_is_asked_beside_the_chosen_changes_no_loss(model: BertForPreTraining):
    few, many = see(model, Wants()), see(model, Wants(positions=range(len(IDS))))
    assert few.mlm_loss == pytest.approx(many.mlm_loss, rel=1e-6)
    assert [p.position for p in many.predictions] == list(range(len(IDS)))


def test_without_b_and_masks_there_are_no_losses(model: BertForPreTraining):
    seen = look(
        model,
        ids=[2, 9, 3],
        segments=[0, 0, 0],
        labels={},
        nsp_label=None,
        wants=Wants(positions=[1]),
    )
    assert (seen.mlm_loss, seen.nsp_loss) == (None, None)
    (prediction,) = seen.predictions
    assert (prediction.position, prediction.original_id, prediction.chosen) == (1, 9, False)


def test_the_neighbours_are_those_of_the_embedding_table(seen: Look, model: BertForPreTraining):
    table = model.bert.embeddings.word_embeddings.weight.detach().numpy().astype(np.float64)
    cosines = [row @ table[9] / np.linalg.norm(row) / np.linalg.norm(table[9]) for row in table]
    best = sorted((i for i in range(len(table)) if i != 9), key=lambda i: -cosines[i])[:10]
    assert [token for token, _ in seen.neighbours] == best
    np.testing.assert_allclose([c for _, c in seen.neighbours], [cosines[i] for i in best])


def test_other_wants_of_the_same_input_need_no_second_pass(
    model: BertForPreTraining, passes: list[int], seen: Look
):
    del passes[:]
    memory = Memory()
    see(model, Wants(), memory=memory)
    again = see(model, memory=memory)
    assert len(passes) == 1
    for name in ("thumbnails", "hidden_states", "distribution", "mlm_logits", "token_rows"):
        np.testing.assert_allclose(getattr(again, name), getattr(seen, name), atol=1e-6)
    assert [p.top_ids for p in again.predictions] == [p.top_ids for p in seen.predictions]
    # Other labels and another next sentence are other losses of the same outputs.
    assert see(model, memory=memory, labels={2: 11}).mlm_loss != again.mlm_loss
    assert see(model, memory=memory, nsp_label=0).nsp_loss != again.nsp_loss
    assert len(passes) == 1


@pytest.mark.parametrize(
    "change", [{"ids": [2, 9, 4, 11, 3, 12, 5, 3]}, {"segments": [0] * 8}, {"step": 1}]
)
def test_another_input_or_step_is_another_pass(
    model: BertForPreTraining, passes: list[int], change: dict[str, Any]
):
    memory = Memory()
    for asked in ({}, change, {}):
        see(model, Wants(), memory=memory, **asked)
    assert len(passes) == 3


def test_after_a_step_the_numbers_are_the_new_ones(model: BertForPreTraining):
    memory = Memory()
    before = see(model, memory=memory, step=1)
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.add_(torch.linspace(0, 1, parameter.numel()).view_as(parameter))
    after, afresh = see(model, memory=memory, step=2), see(model)
    assert before.neighbours != after.neighbours == afresh.neighbours
    for name in ("token_rows", "hidden_states", "mlm_logits", "thumbnails"):
        assert not np.allclose(getattr(before, name), getattr(after, name)), name
        np.testing.assert_array_equal(getattr(after, name), getattr(afresh, name))


def test_nothing_is_kept_of_a_model_that_is_gone(config: BertConfig):
    memory, model = Memory(), new_model(config, seed=2)
    see(model, memory=memory)
    state = weakref.ref(memory.pass_of(model, None, IDS, SEGMENTS))
    assert state() is not None
    del model
    assert state() is None


def test_looking_leaves_training_as_it_was(model: BertForPreTraining):
    model.train()
    before = torch.get_rng_state()
    look(model, ids=IDS, segments=SEGMENTS, labels=LABELS, nsp_label=0)
    assert model.training
    assert all(module.training for module in model.modules())
    assert torch.equal(before, torch.get_rng_state())
    assert all(parameter.grad is None for parameter in model.parameters())


def test_what_was_seen_stays_when_the_weights_move(seen: Look, model: BertForPreTraining):
    before = seen.position_rows.copy()
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.add_(1.0)
    np.testing.assert_array_equal(seen.position_rows, before)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"ids": [5] * 25, "segments": [0] * 25}, "25 tokens"),
        ({"ids": [], "segments": [], "labels": {}}, "0 tokens"),
        ({"ids": [*IDS[:-1], 100_000]}, "own tokenizer"),
        ({"ids": [*IDS[:-1], -1]}, "own tokenizer"),
        ({"segments": [2] * 8}, "segment below 2"),
        ({"segments": [0]}, "segment"),
        ({"labels": {8: 5}}, "positions 0 to 7"),
        ({"labels": {2: 100_000}}, "own tokenizer"),
        ({"wants": Wants(positions=[-1])}, "positions 0 to 7"),
        ({"wants": Wants(distribution_at=8)}, "positions 0 to 7"),
        ({"wants": Wants(neighbours_of=100_000)}, "own tokenizer"),
        ({"sources": [0] * 7}, r"special \(2\)"),
        ({"sources": [3] * 8}, r"special \(2\)"),
        ({"nsp_label": 2}, "next-sentence label"),
    ],
)
def test_what_does_not_fit_is_said(model: BertForPreTraining, change: dict[str, Any], words: str):
    with pytest.raises(ModelError, match=words):
        see(model, **{"sources": (), **change})


@pytest.mark.parametrize(
    "name",
    [
        "bert.embeddings.word_embeddings.weight",
        "bert.encoder.layer.1.output.dense.weight",
        "cls.predictions.bias",
        "cls.seq_relationship.bias",
    ],
)
def test_a_model_whose_outputs_are_no_numbers_is_refused(
    model: BertForPreTraining, name: str
) -> None:
    with torch.no_grad():
        model.get_parameter(name)[IDS[1] if "word" in name else 1] = torch.nan
    with pytest.raises(ModelError, match="no numbers any more"):
        see(model)
