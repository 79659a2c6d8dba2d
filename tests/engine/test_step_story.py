"""A told step is the real one, and its numbers are those of plain autograd."""

import copy
import math
from collections.abc import Generator
from typing import Any

import msgspec
import numpy as np
import pytest
import torch
from torch.nn import functional as F  # noqa: N812 -- its usual name

from bertscope.engine.batches import MicroBatch
from bertscope.engine.config import BertConfig
from bertscope.engine.masked_pairs import MaskedPairs
from bertscope.engine.model import BertForPreTraining, new_model
from bertscope.engine.probe import look
from bertscope.engine.reports import StepMetrics
from bertscope.engine.step_parts import StepParts
from bertscope.engine.step_story import Event, tell_own_step, tell_run_step
from bertscope.engine.trainer import Trainer
from bertscope.errors import ModelError, RunError
from bertscope.recipe import Optimizer, Recipe
from bertscope.text.pairs import PairRows

CPU = torch.device("cpu")
Weights = dict[str, torch.Tensor]
GROUPS = ["embeddings", "layer 1", "layer 2", "pooler", "masked LM head", "next sentence head"]
OWN: dict[str, Any] = {
    "ids": [2, 8, 4, 9, 3, 10, 11, 3],
    "segments": [0, 0, 0, 0, 0, 1, 1, 1],
    "labels": {2: 12, 5: 10},
    "nsp_label": 1,
}


@pytest.fixture
def short() -> Recipe:
    return Recipe(
        steps=8,
        batch_size=9,
        micro_batch=3,
        max_length=24,
        seed=3,
        warmup_steps=2,
        evaluate_every=3,
        held_out_pairs=8,
        clip=0.5,
    )


def make_trainer(config: BertConfig, rows: PairRows, recipe: Recipe) -> Trainer:
    subject = MaskedPairs(lambda _: rows, rows, recipe.seed)
    return Trainer(new_model(config, recipe.seed), subject, recipe, CPU)


def calm(config: BertConfig) -> BertConfig:
    return msgspec.structs.replace(
        config, hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0
    )


def told(story: Generator[Event, None, StepParts]) -> tuple[StepParts, list[Event]]:
    events: list[Event] = []
    while True:
        try:
            events.append(next(story))
        except StopIteration as end:
            return end.value, events


def own_step(model: BertForPreTraining, recipe: Recipe, **pair: Any) -> StepParts:
    parts, events = told(tell_own_step(model, recipe, **{**OWN, **pair}))
    assert events
    assert set(events) == {None}
    return parts


def weights(model: BertForPreTraining) -> Weights:
    return {name: p.detach().clone() for name, p in model.named_parameters()}


def same(first: Weights, second: Weights) -> bool:
    return all(torch.equal(first[name], second[name]) for name in first)


def go_to(trainer: Trainer, step: int) -> None:
    for event in trainer.advance():
        if event is not None and event.step == step:
            return


@pytest.mark.parametrize("optimizer", list(Optimizer))
def test_a_told_step_is_the_step_that_would_have_been(
    config: BertConfig, pair_rows: PairRows, short: Recipe, optimizer: Optimizer
):
    """To the last bit, with dropout; and the steps behind it go on as ever."""
    assert config.hidden_dropout_prob > 0
    recipe = msgspec.structs.replace(short, optimizer=optimizer)
    plain, telling = (make_trainer(config, pair_rows, recipe) for _ in range(2))
    expected = [event for event in plain.advance() if event is not None]
    metrics = []
    for step in range(1, 9):
        parts, events = told(tell_run_step(telling, row=step))
        metrics += [event for event in events if isinstance(event, StepMetrics)]
        assert (parts.step, parts.own, parts.rows) == (step, False, 9)
        assert telling.step == step
    assert telling.on_gradients is None
    assert same(weights(plain.model), weights(telling.model))
    unclocked = [
        [msgspec.structs.replace(m, seconds=0.0) for m in ms] for ms in (expected, metrics)
    ]
    assert unclocked[0] == unclocked[1]


def test_a_told_step_leaves_no_hooks(config: BertConfig, pair_rows: PairRows, short: Recipe):
    """Neither when it is done nor when nobody waits for its end."""
    trainer = make_trainer(config, pair_rows, short)
    story = tell_run_step(trainer, 0)
    while trainer.position.unreported is not None:
        next(story)
    next(story)
    story.close()
    for module in trainer.model.modules():
        assert not module._forward_pre_hooks
    assert trainer.on_gradients is None
    assert trainer.step == 0
    go_to(trainer, 8)
    plain = make_trainer(config, pair_rows, short)
    go_to(plain, 8)
    assert same(weights(plain.model), weights(trainer.model))


def test_what_is_told_of_a_runs_step_is_what_happened(
    config: BertConfig, pair_rows: PairRows, short: Recipe
):
    trainer = make_trainer(config, pair_rows, short)
    go_to(trainer, 2)
    before = copy.deepcopy(trainer.model)
    parts, events = told(tell_run_step(trainer, row=4))
    metrics = events[-1]
    assert isinstance(metrics, StepMetrics)
    losses = parts.mlm_loss, parts.nsp_loss, parts.loss
    assert losses == (metrics.mlm_loss, metrics.nsp_loss, metrics.loss)
    assert parts.learning_rate == metrics.learning_rate
    assert parts.matrix_learning_rate == pytest.approx(
        parts.learning_rate * short.matrix_learning_rate / short.learning_rate
    )
    for seen, model in ((parts.before, before), (parts.after, trainer.model)):
        again = look(
            model,
            ids=parts.ids,
            segments=parts.segments,
            labels=parts.labels,
            nsp_label=parts.nsp_label,
        )
        assert seen.mlm_loss == again.mlm_loss
        assert seen.predictions == again.predictions
        assert [p.position for p in seen.predictions] == sorted(parts.labels)
        assert [len(p.top_ids) for p in seen.predictions] == [5] * len(parts.labels)
        assert seen.hidden_states is not None
        assert seen.hidden_states.shape == (3, len(parts.ids), config.hidden_size)
    check_movement(parts, before, trainer.model)


def check_movement(parts: StepParts, before: BertForPreTraining, after: BertForPreTraining) -> None:
    """Groups and single weights against the models themselves."""
    old, new = (weights(model) for model in (before, after))
    assert [group.name for group in parts.groups] == GROUPS
    assert sum(group.parameters for group in parts.groups) == sum(p.numel() for p in old.values())
    embeddings, *_ = parts.groups
    names = [name for name in old if name.startswith("bert.embeddings.")]
    updates = math.sqrt(sum(float((new[n] - old[n]).square().sum()) for n in names))
    assert embeddings.update == pytest.approx(updates, rel=1e-5)
    lengths = math.sqrt(sum(float(old[n].square().sum()) for n in names))
    assert embeddings.weights == pytest.approx(lengths, rel=1e-5)
    whole = math.sqrt(sum(group.gradient**2 for group in parts.groups))
    assert parts.gradient == pytest.approx(whole, rel=1e-5)
    for weight in parts.weights:
        assert weight.before == float(old[weight.name][weight.index])
        assert weight.after == float(new[weight.name][weight.index])
        assert weight.before != weight.after
        assert weight.gradient != 0


@pytest.mark.parametrize("row", range(9))
def test_the_rows_gradient_is_that_of_plain_autograd(
    config: BertConfig, pair_rows: PairRows, short: Recipe, row: int
):
    """Of every row of a batch in three parts, whose tokens stand in one flat row of each part."""
    recipe = msgspec.structs.replace(short, mlm_weight=0.5, nsp_weight=2.0)
    trainer = make_trainer(calm(config), pair_rows, recipe)
    go_to(trainer, 1)
    model, batch = copy.deepcopy(trainer.model), trainer.next_work().parts
    assert any(part.lengths_B is not None for part in batch)
    pairs = [(part, b) for part in batch for b in range(len(part.labels_B))]
    chosen = sum(len(part.chosen_M) for part in batch)
    parts, _ = told(tell_run_step(trainer, row))
    rows_gradient, loss = plain_gradient(model, *pairs[row], chosen=chosen, rows=9)
    part, place = pairs[row]
    assert parts.row == row
    assert parts.ids == part.ids_BL[place, : len(parts.ids)].tolist()
    assert parts.before.mlm_loss == pytest.approx(loss, rel=1e-5)
    assert parts.row_gradient.shape == (len(parts.ids), config.hidden_size)
    np.testing.assert_allclose(parts.row_gradient, rows_gradient, rtol=1e-3, atol=1e-7)
    assert np.abs(rows_gradient).max() > 1e-4


def plain_gradient(
    model: BertForPreTraining, part: MicroBatch, place: int, *, chosen: int, rows: int
) -> tuple[np.ndarray, float]:
    """Of the batch's weighted loss along one row, computed alone; and that row's own MLM loss."""
    width = part.ids_BL.shape[1]
    length = width if part.lengths_B is None else int(part.lengths_B[place])
    ids, segments = (x[place : place + 1, :length] for x in (part.ids_BL, part.segments_BL))
    here = part.chosen_M // width == place
    moved = torch.zeros(length, model.config.hidden_size, requires_grad=True)
    model.bert.embeddings.word_embeddings.register_forward_hook(lambda _m, _i, x_TD: x_TD + moved)
    mlm, nsp = model.eval()(ids, segments, None, part.chosen_M[here] % width)
    mlm_sum = F.cross_entropy(mlm, part.targets_M[here], reduction="sum")
    nsp_sum = F.cross_entropy(nsp, part.labels_B[place : place + 1])
    torch.autograd.backward(0.5 * mlm_sum / chosen + 2.0 * nsp_sum / rows)
    assert moved.grad is not None
    return moved.grad.numpy(), mlm_sum.item() / int(here.sum())


def test_a_row_beyond_the_last_is_the_last(config: BertConfig, pair_rows: PairRows, short: Recipe):
    trainer = make_trainer(config, pair_rows, short)
    last = trainer.next_work().parts[-1]
    parts, _ = told(tell_run_step(trainer, row=1000))
    assert (parts.row, parts.rows) == (8, 9)
    assert parts.ids == last.ids_BL[-1, : len(parts.ids)].tolist()


def test_a_step_that_cannot_be_told_says_why(
    config: BertConfig, pair_rows: PairRows, short: Recipe
):
    trainer = make_trainer(config, pair_rows, short)
    story = tell_run_step(trainer, 0)
    while trainer.position.unreported is not None:
        next(story)
    next(story)
    trainer.recipe = msgspec.structs.replace(short, learning_rate=1e-4)
    with pytest.raises(RunError, match="choices changed"):
        told(story)
    assert trainer.step == 1
    go_to(trainer, 8)
    with pytest.raises(RunError, match="last step: set more steps"):
        told(tell_run_step(trainer, 0))


def test_a_run_that_breaks_is_left_as_it_was(
    config: BertConfig, pair_rows: PairRows, short: Recipe
):
    trainer = make_trainer(config, pair_rows, short)
    go_to(trainer, 2)
    before = weights(trainer.model)
    broken = trainer.model.cls.seq_relationship.weight
    hook = broken.register_hook(lambda gradient: gradient * float("inf"))
    with pytest.raises(RunError, match="no longer a finite"):
        told(tell_run_step(trainer, 0))
    hook.remove()
    assert same(before, weights(trainer.model))
    assert trainer.on_gradients is None


def test_someones_own_pair_moves_a_copy_alone(config: BertConfig, short: Recipe):
    model = new_model(config, 1)
    model.train()
    before, state = weights(model), torch.get_rng_state()
    parts = own_step(model, short)
    assert same(before, weights(model))
    assert model.training
    assert all(parameter.grad is None for parameter in model.parameters())
    assert torch.equal(state, torch.get_rng_state())
    assert (parts.step, parts.own, parts.row, parts.rows) == (1, True, 0, 1)
    assert {name: getattr(parts, name) for name in OWN} == OWN
    assert parts.before.mlm_loss != parts.after.mlm_loss
    # Without dropout the loss that is learned from is the one that the look shows.
    assert parts.mlm_loss == pytest.approx(parts.before.mlm_loss)
    assert parts.nsp_loss == pytest.approx(parts.before.nsp_loss)
    assert parts.loss == pytest.approx(parts.mlm_loss + parts.nsp_loss)


def test_a_small_own_step_goes_down(config: BertConfig, short: Recipe):
    gentle = msgspec.structs.replace(short, learning_rate=1e-4, matrix_learning_rate=1e-4)
    parts = own_step(new_model(config, 1), gentle)
    assert parts.after.mlm_loss is not None
    assert parts.after.nsp_loss is not None
    assert parts.after.mlm_loss + parts.after.nsp_loss < parts.loss
    assert (parts.learning_rate, parts.matrix_learning_rate) == (1e-4, 1e-4)


@pytest.mark.parametrize("optimizer", list(Optimizer))
def test_the_slopes_are_those_of_finite_differences(
    config: BertConfig, short: Recipe, optimizer: Optimizer
):
    """In fp64, by moving one weight up and down."""
    recipe = msgspec.structs.replace(short, optimizer=optimizer, mlm_weight=0.5, nsp_weight=2.0)
    model = new_model(config, 1)
    parts = own_step(model, recipe)
    exact = copy.deepcopy(model).double().eval()
    names = [weight.name for weight in parts.weights]
    assert names == [
        "bert.embeddings.word_embeddings.weight",
        "bert.encoder.layer.0.attention.self.query.weight",
        "cls.predictions.bias",
        "cls.seq_relationship.bias",
    ]
    assert parts.weights[0].index[0] == parts.weights[2].index[0] == OWN["labels"][2]
    assert parts.weights[3].index == (OWN["nsp_label"],)
    for weight in parts.weights:
        parameter = dict(exact.named_parameters())[weight.name]
        losses = []
        for shift in (1e-5, -2e-5):
            with torch.no_grad():
                parameter[weight.index] += shift
                losses.append(own_loss(exact))
        with torch.no_grad():
            parameter[weight.index] += 1e-5
        slope = (losses[0] - losses[1]) / 2e-5
        assert weight.gradient == pytest.approx(slope, rel=1e-3, abs=1e-7)
    # AdamW's first step: its rate, whatever the slope (Kingma & Ba 2015, algorithm 1).
    bias = parts.weights[2]
    step = -math.copysign(recipe.learning_rate, bias.gradient)
    assert bias.after - bias.before == pytest.approx(step, rel=1e-3)


def own_loss(model: BertForPreTraining) -> float:
    ids, segments = (torch.tensor([OWN[name]]) for name in ("ids", "segments"))
    chosen, targets = (torch.tensor(list(x)) for x in (OWN["labels"], OWN["labels"].values()))
    mlm, nsp = model(ids, segments, None, chosen)
    label = torch.tensor([OWN["nsp_label"]])
    return float(0.5 * F.cross_entropy(mlm, targets) + 2.0 * F.cross_entropy(nsp, label))


@pytest.mark.parametrize(
    ("pair", "weight", "still"),
    [
        ({"nsp_label": None}, {}, {"pooler", "next sentence head"}),
        ({"labels": {}}, {}, {"masked LM head"}),
        ({}, {"nsp_weight": 0.0}, {"pooler", "next sentence head"}),
        ({}, {"mlm_weight": 0.0}, {"masked LM head"}),
    ],
)
def test_a_head_without_a_loss_neither_learns_nor_moves(
    config: BertConfig,
    short: Recipe,
    pair: dict[str, Any],
    weight: dict[str, float],
    still: set[str],
):
    parts = own_step(new_model(config, 1), msgspec.structs.replace(short, **weight), **pair)
    for group in parts.groups:
        assert (group.update == 0) == (group.gradient == 0) == (group.name in still)
    if "nsp_label" in pair:
        assert (parts.nsp_loss, parts.loss) == (0.0, parts.mlm_loss)
    else:
        assert parts.nsp_loss > 0


@pytest.mark.parametrize(
    ("pair", "weight", "words"),
    [
        ({"labels": {}, "nsp_label": None}, {}, "nothing to learn from yet: mask a token"),
        ({"nsp_label": None}, {"mlm_weight": 0.0}, "weight 0: raise"),
        ({"labels": {}}, {"nsp_weight": 0.0}, "weight 0: raise"),
        ({"ids": [2] * 8, "segments": [7] * 8}, {}, "segment"),
    ],
)
def test_a_pair_that_teaches_nothing_is_said(
    config: BertConfig, short: Recipe, pair: dict[str, Any], weight: dict[str, float], words: str
):
    recipe = msgspec.structs.replace(short, **weight)
    with pytest.raises(ModelError, match=words):
        own_step(new_model(config, 1), recipe, **pair)
