"""Training is exact: reproducible, resumable anywhere, and independent of how it is cut up."""

import copy
import dataclasses
import itertools
import math
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
import pytest
import torch

from bertscope.engine.batches import MicroBatch
from bertscope.engine.config import BertConfig
from bertscope.engine.distributed import Ranks
from bertscope.engine.masked_pairs import MaskedPairs
from bertscope.engine.model import BertForPreTraining, evaluating, new_model
from bertscope.engine.objective import measure
from bertscope.engine.optimizers import Rates
from bertscope.engine.probe import look
from bertscope.engine.reports import StepMetrics, TrainerState
from bertscope.engine.trainer import Trainer
from bertscope.errors import CorpusError, RunError
from bertscope.recipe import Optimizer, Precision, Recipe
from bertscope.text.masking import MaskRule, Unit
from bertscope.text.pairs import PairRows, cut_documents, make_pairs
from bertscope.text.tokenizer import WordPieceTokenizer

CPU = torch.device("cpu")
Weights = dict[str, torch.Tensor]


@pytest.fixture
def short() -> Recipe:
    return Recipe(
        steps=6,
        batch_size=8,
        micro_batch=4,
        max_length=24,
        seed=3,
        warmup_steps=2,
        evaluate_every=3,
        held_out_pairs=8,
    )


def make_trainer(config: BertConfig, rows: PairRows, recipe: Recipe, **more: Any) -> Trainer:
    decoys = more.pop("decoys", None)
    subject = MaskedPairs(lambda _: rows, rows, recipe.seed, decoys)
    return Trainer(new_model(config, recipe.seed), subject, recipe, CPU, **more)


def run(trainer: Trainer) -> list[StepMetrics]:
    return [event for event in trainer.advance() if event is not None]


def weights(trainer: Trainer) -> Weights:
    return {name: value.clone() for name, value in trainer.model.state_dict().items()}


def same(first: Weights, second: Weights) -> bool:
    return all(torch.equal(first[name], second[name]) for name in first)


def test_both_losses_fall(
    config: BertConfig,
    tokenizer: WordPieceTokenizer,
    documents: list[list[str]],
    short: Recipe,
):
    """On a few pairs, which a small model learns by heart."""
    rows = make_pairs(cut_documents(tokenizer, documents[:8]), max_length=24, seed=0, epoch=0)
    recipe = msgspec.structs.replace(
        short, steps=120, batch_size=64, micro_batch=64, evaluate_every=120, held_out_pairs=64
    )
    start, *_, end = run(make_trainer(config, rows, recipe))
    assert start.held_out is not None
    assert end.held_out is not None
    assert end.held_out.mlm_loss < start.held_out.mlm_loss - 1.0
    assert end.held_out.nsp_loss < start.held_out.nsp_loss - 0.2
    assert end.held_out.mlm_accuracy > start.held_out.mlm_accuracy + 0.2
    assert end.held_out.nsp_accuracy > 0.8


def test_every_step_reports_and_held_out_is_measured_where_asked(
    config: BertConfig, pair_rows: PairRows, short: Recipe
):
    recipe = msgspec.structs.replace(short, steps=7)
    metrics = run(make_trainer(config, pair_rows, recipe))
    assert [m.step for m in metrics] == list(range(8))
    assert [m.step for m in metrics if m.held_out is not None] == [0, 3, 6, 7]
    assert metrics[0].mlm_loss is None
    for m in metrics[1:]:
        assert m.mlm_loss is not None
        assert m.nsp_loss is not None
        assert m.loss == pytest.approx(m.mlm_loss + m.nsp_loss)
        assert m.pairs == 8
        assert 0 < m.tokens <= 8 * 24
    assert [m.learning_rate for m in metrics[1:3]] == pytest.approx([1.5e-3, 3e-3])


def test_the_first_losses_are_those_of_the_untrained_model(
    config: BertConfig, pair_rows: PairRows, short: Recipe
):
    trainer = make_trainer(config, pair_rows, short)
    with evaluating(trainer.model):
        batch = pair_rows.batch(range(len(pair_rows)), MaskRule(), seed=0, epoch=9)
        ids, segments, lengths, chosen, targets, labels = (
            torch.from_numpy(getattr(batch, name))
            for name in ("ids_BL", "segments_BL", "lengths_B", "chosen_M", "targets_M", "labels_B")
        )
        whole = measure(trainer.model(ids, segments, lengths, chosen), targets, labels)
    start = run(trainer)[0].held_out
    assert start is not None
    # Eight pairs against all: near, for the model knows nothing.
    assert start.mlm_loss == pytest.approx(float(whole.mlm_loss), rel=0.15)
    assert start.nsp_loss == pytest.approx(float(whole.nsp_loss), rel=0.3)


@pytest.mark.parametrize("optimizer", list(Optimizer))
def test_the_same_recipe_gives_the_same_weights(
    config: BertConfig, pair_rows: PairRows, short: Recipe, optimizer: Optimizer
):
    recipe = msgspec.structs.replace(short, optimizer=optimizer)
    trained = []
    for seed in (3, 3, 4):
        # What others draw from the global state must not matter, and stays theirs.
        torch.manual_seed(len(trained))
        before = torch.get_rng_state()
        trainer = make_trainer(config, pair_rows, msgspec.structs.replace(recipe, seed=seed))
        run(trainer)
        assert torch.equal(before, torch.get_rng_state())
        trained.append(weights(trainer))
    assert same(trained[0], trained[1])
    assert not same(trained[0], trained[2])


def snapshots(trainer: Trainer) -> Iterator[tuple[TrainerState, Weights]]:
    """What a checkpoint would hold at every single yield."""
    yield trainer.state(), weights(trainer)
    for _ in trainer.advance():
        yield trainer.state(), weights(trainer)


def test_resuming_from_any_yield_equals_never_having_stopped(
    config: BertConfig, pair_rows: PairRows, short: Recipe
):
    """Dropout is on; yields lie in mid-accumulation, in mid-measuring and across an epoch's end."""
    assert config.hidden_dropout_prob > 0
    recipe = msgspec.structs.replace(short, steps=7, batch_size=len(pair_rows) // 3)
    recipe = msgspec.structs.replace(recipe, micro_batch=math.ceil(recipe.batch_size / 2))
    uninterrupted = make_trainer(config, pair_rows, recipe)
    expected = [msgspec.structs.replace(m, seconds=0.0) for m in run(uninterrupted)]
    kept = list(snapshots(make_trainer(config, pair_rows, recipe)))
    assert max(state.position.epoch for state, _ in kept) == 2
    for state, at in kept:
        resumed = make_trainer(config, pair_rows, recipe)
        resumed.model.load_state_dict(at)
        resumed.load_state(copy.deepcopy(state))
        metrics = [msgspec.structs.replace(m, seconds=0.0) for m in run(resumed)]
        assert same(weights(uninterrupted), weights(resumed))
        assert metrics == expected[len(expected) - len(metrics) :]
        done = state.position.step + (state.position.unreported is None)
        assert len(metrics) == len(expected) - done


def test_bf16_learns_what_fp32_learns_and_resumes_exactly(
    config: BertConfig, pair_rows: PairRows, short: Recipe
):
    lower = msgspec.structs.replace(short, precision=Precision.BF16)
    exact, near = (run(make_trainer(config, pair_rows, recipe)) for recipe in (short, lower))
    for one, other in zip(exact[1:], near[1:], strict=True):
        assert one.loss != other.loss
        assert one.loss == pytest.approx(other.loss, abs=0.05)
    uninterrupted = make_trainer(config, pair_rows, lower)
    run(uninterrupted)
    state, at = list(snapshots(make_trainer(config, pair_rows, lower)))[5]
    resumed = make_trainer(config, pair_rows, lower)
    resumed.model.load_state_dict(at)
    resumed.load_state(state)
    run(resumed)
    assert same(weights(uninterrupted), weights(resumed))
    assert all(value.dtype is torch.float32 for value in weights(resumed).values())


def test_leaving_the_loop_and_calling_it_again_changes_nothing(
    config: BertConfig, pair_rows: PairRows, short: Recipe
):
    expected = make_trainer(config, pair_rows, short)
    run(expected)
    restless = make_trainer(config, pair_rows, short)
    metrics: list[StepMetrics] = []
    while len(metrics) < 7:
        # One event at a time would never end a step of two parts.
        for _, event in zip(range(4), restless.advance(), strict=False):
            if event is not None:
                metrics.append(event)
                break
    assert [m.step for m in metrics] == list(range(7))
    assert same(weights(expected), weights(restless))


def gradients(config: BertConfig, rows: PairRows, recipe: Recipe) -> Weights:
    """Of the first step, from what SGD with rate 1 would take away."""
    trainer = make_trainer(config, rows, recipe)
    found: Weights = {}

    def keep(_rates: Rates) -> None:
        found.update({n: p.grad.clone() for n, p in trainer.model.named_parameters()})  # type: ignore[union-attr]

    trainer._optimizers.step = keep  # type: ignore[method-assign]
    run(trainer)
    return found


def test_the_number_of_micro_batches_does_not_change_the_gradient(
    config: BertConfig, pair_rows: PairRows, short: Recipe
):
    calm = msgspec.structs.replace(
        config, hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0
    )
    one, four = (
        gradients(calm, pair_rows, msgspec.structs.replace(short, steps=1, micro_batch=size))
        for size in (8, 2)
    )
    for name, gradient in one.items():
        torch.testing.assert_close(gradient, four[name], rtol=1e-4, atol=1e-6, msg=name)


def test_weights_change_with_whole_steps_only(
    config: BertConfig, pair_rows: PairRows, short: Recipe
):
    trainer = make_trainer(config, pair_rows, short)
    of_step: dict[int, Weights] = {}
    for _ in trainer.advance():
        at = of_step.setdefault(trainer.step, weights(trainer))
        assert same(at, weights(trainer))
    assert len(of_step) == 7
    assert not any(same(of_step[step], of_step[step + 1]) for step in range(6))


@pytest.mark.parametrize("where", ["loss", "gradient"])
def test_a_loss_that_is_no_number_stops_before_the_step(
    config: BertConfig, pair_rows: PairRows, short: Recipe, where: str
):
    trainer = make_trainer(config, pair_rows, short)
    events = trainer.advance()
    while trainer.step < 2:
        next(events)
    before = weights(trainer)
    broken = trainer.model.cls.seq_relationship
    if where == "loss":
        hook = broken.register_forward_hook(lambda _m, _i, output: output * float("nan"))
    else:
        hook = broken.weight.register_hook(lambda gradient: gradient * float("inf"))
    with pytest.raises(RunError, match=r"at step 3: .* lower learning rate"):
        list(events)
    hook.remove()
    assert trainer.step == 2
    assert same(before, weights(trainer))
    assert all(bool(value.isfinite().all()) for value in trainer.state().optimizers.values())
    assert [m.step for m in run(trainer)] == [3, 4, 5, 6]


def test_the_gradient_is_clipped(config: BertConfig, pair_rows: PairRows, short: Recipe):
    found = gradients(config, pair_rows, msgspec.structs.replace(short, steps=1, clip=0.01))
    norm = sum(float(gradient.square().sum()) for gradient in found.values()) ** 0.5
    assert norm == pytest.approx(0.01, rel=1e-3)


def test_an_epoch_reads_every_row_once_in_a_drawn_order(
    config: BertConfig, pair_rows: PairRows, short: Recipe, monkeypatch: pytest.MonkeyPatch
):
    read: dict[int, list[int]] = {}
    original = PairRows.batch

    def noting(self: PairRows, indices, rule, *, seed, epoch):  # type: ignore[no-untyped-def]
        read.setdefault(epoch, []).extend(map(int, indices))
        return original(self, indices, rule, seed=seed, epoch=epoch)

    per_epoch = len(pair_rows) // 8
    recipe = msgspec.structs.replace(short, steps=2 * per_epoch, evaluate_every=1000)
    trainer = make_trainer(config, pair_rows, recipe)
    monkeypatch.setattr(PairRows, "batch", noting)
    run(trainer)
    assert sorted(read) == [0, 1]
    for rows in read.values():
        assert len(rows) == len(set(rows)) == 8 * per_epoch
        assert rows != sorted(rows)
    assert read[0] != read[1]


def test_a_corpus_smaller_than_a_batch_is_trained_on_whole(
    config: BertConfig, pair_rows: PairRows, short: Recipe
):
    recipe = msgspec.structs.replace(short, batch_size=10_000, micro_batch=10_000, steps=2)
    _, first, second = run(make_trainer(config, pair_rows, recipe))
    assert first.pairs == second.pairs == len(pair_rows)


def test_no_pairs_at_all_is_said(config: BertConfig, pair_rows: PairRows, short: Recipe):
    none = dataclasses.replace(
        pair_rows,
        ids=pair_rows.ids[:0],
        offsets=pair_rows.offsets[:1],
        labels=pair_rows.labels[:0],
    )
    with pytest.raises(CorpusError, match="too small"):
        make_trainer(config, none, short)


def test_the_model_looked_at_between_micro_batches_keeps_training(
    config: BertConfig, pair_rows: PairRows, short: Recipe
):
    undisturbed, disturbed = (make_trainer(config, pair_rows, short) for _ in range(2))
    run(undisturbed)
    for _ in disturbed.advance():
        look(disturbed.model, ids=[2, 8, 3], segments=[0, 0, 0], labels={1: 9}, nsp_label=None)
        torch.rand(3)
    assert same(weights(undisturbed), weights(disturbed))


def test_the_model_is_trained_in_place(
    model: BertForPreTraining, pair_rows: PairRows, short: Recipe
):
    trainer = Trainer(model, MaskedPairs(lambda _: pair_rows, pair_rows, short.seed), short, CPU)
    assert trainer.model is model


CHANGES: dict[str, dict[str, Any]] = {
    "mask": {"mask": MaskRule(rate=1.0, mask=0.5, unit=Unit.SPAN)},
    "learning rate": {"learning_rate": 1e-2},
    "matrix rate": {"matrix_learning_rate": 1e-1},
    "batch": {"batch_size": 6},
    "larger batch": {"batch_size": 20},
    "weights": {"mlm_weight": 0.25, "nsp_weight": 2.0},
    "one loss": {"nsp_weight": 0.0},
    "clip": {"clip": 0.01},
    "fewer steps": {"steps": 5},
    "more steps": {"steps": 9},
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_holds_from_the_next_step_and_resumes_exactly(
    config: BertConfig, pair_rows: PairRows, short: Recipe, change: dict[str, Any]
):
    """Batches are prepared ahead of their step, but never with choices that no longer hold."""
    new = msgspec.structs.replace(short, micro_batch=0, **change)
    short = msgspec.structs.replace(short, micro_batch=0)
    changed, as_before = (make_trainer(config, pair_rows, short) for _ in range(2))
    run(as_before)
    resumed = []
    for event in changed.advance():
        if event is not None and event.step == 3:
            changed.recipe = new
            for first in (short, new):
                resumed.append(make_trainer(config, pair_rows, first))
                resumed[-1].model.load_state_dict(weights(changed))
                resumed[-1].load_state(changed.state())
                resumed[-1].recipe = new
    assert changed.step == new.steps
    assert not same(weights(changed), weights(as_before))
    for one in resumed:
        run(one)
        assert same(weights(changed), weights(one))
    assert same(changed.state().optimizers, resumed[0].state().optimizers)


def test_a_change_amid_a_step_is_as_one_before_it(
    config: BertConfig, pair_rows: PairRows, short: Recipe
):
    """Else nobody could tell afterwards which steps it held for."""
    new = msgspec.structs.replace(short, batch_size=6, micro_batch=2, learning_rate=1e-2)
    amid, before = (make_trainer(config, pair_rows, short) for _ in range(2))
    events = amid.advance()
    while amid.position.unreported is not None or amid.step < 2:
        next(events)
    next(events)
    amid.recipe = new
    metrics = [event for event in events if event is not None]
    for event in before.advance():
        if event is not None and event.step == 2:
            before.recipe = new
    assert same(weights(amid), weights(before))
    assert [m.step for m in metrics] == [3, 4, 5, 6]
    assert {m.pairs for m in metrics} == {6}


def test_a_changed_batch_size_neither_skips_nor_repeats_a_row(
    config: BertConfig, pair_rows: PairRows, short: Recipe
):
    sizes = [8, 8, 3, 3, 20, 20, 5]
    trainer = make_trainer(config, pair_rows, msgspec.structs.replace(short, steps=len(sizes)))
    drawn = [batch_of(trainer, size) for size in sizes]
    whole = make_trainer(
        config, pair_rows, msgspec.structs.replace(short, batch_size=sum(sizes), micro_batch=4)
    )
    assert sorted(itertools.chain(*drawn)) == sorted(rows_of(whole.next_work().parts))
    assert [len(rows) for rows in drawn] == sizes


def batch_of(trainer: Trainer, size: int) -> list[tuple[int, ...]]:
    """The rows of the next step, which is done."""
    trainer.recipe = msgspec.structs.replace(trainer.recipe, batch_size=size)
    rows, step = rows_of(trainer.next_work().parts), trainer.step
    for event in trainer.advance():
        if event is not None and event.step > step:
            assert event.pairs == size
            return rows
    raise AssertionError("no step was done")


def rows_of(parts: list[MicroBatch]) -> list[tuple[int, ...]]:
    return [
        tuple(ids)[: None if part.lengths_B is None else int(part.lengths_B[b])]
        for part in parts
        for b, ids in enumerate(part.ids_BL.tolist())
    ]


def test_the_held_out_pairs_keep_their_masks(
    config: BertConfig, pair_rows: PairRows, short: Recipe
):
    """So that what is measured before and after a change can be compared."""
    expected, changed = (make_trainer(config, pair_rows, short) for _ in range(2))
    changed.recipe = msgspec.structs.replace(
        short, mask=MaskRule(rate=1.0, unit=Unit.SPAN), batch_size=20
    )
    found = [next(e for e in trainer.advance() if e is not None) for trainer in (expected, changed)]
    assert found[0].held_out is not None
    assert found[0] == found[1]


@pytest.mark.parametrize("optimizer", list(Optimizer))
@pytest.mark.parametrize("left_out", ["mlm_weight", "nsp_weight"])
def test_a_loss_of_weight_0_is_measured_but_not_learned_from(
    config: BertConfig, pair_rows: PairRows, short: Recipe, left_out: str, optimizer: Optimizer
):
    """What it alone reaches stays to the last bit, also after it has been learned from."""
    names = {
        "mlm_weight": ("cls.predictions.",),
        "nsp_weight": ("bert.pooler.", "cls.seq_relationship."),
    }[left_out]
    recipe = msgspec.structs.replace(short, optimizer=optimizer)
    trainer = make_trainer(config, pair_rows, recipe)
    kept: Weights = {}
    for event in trainer.advance():
        if event is None or event.step < 3:
            continue
        if event.step == 3:
            trainer.recipe = msgspec.structs.replace(recipe, **{left_out: 0.0})
            kept = weights(trainer)
            continue
        assert event.mlm_loss
        assert event.nsp_loss
        assert event.loss == (event.nsp_loss if left_out == "mlm_weight" else event.mlm_loss)
    for name, value in weights(trainer).items():
        assert bool(value.isfinite().all()), name
        assert torch.equal(value, kept[name]) == name.startswith(names), name


def test_the_held_out_loss_is_weighted_too(config: BertConfig, pair_rows: PairRows, short: Recipe):
    recipe = msgspec.structs.replace(short, mlm_weight=0.5, nsp_weight=3.0)
    for metrics in run(make_trainer(config, pair_rows, recipe)):
        for told in (metrics, metrics.held_out):
            if told is not None and told.loss is not None:
                assert told.mlm_loss
                assert told.nsp_loss
                assert told.loss == pytest.approx(0.5 * told.mlm_loss + 3 * told.nsp_loss)
        assert (metrics.held_out is None) or (metrics.held_out.loss is not None)


def test_whoever_asks_sees_the_gradients_before_they_are_clipped(
    config: BertConfig, pair_rows: PairRows, short: Recipe
):
    recipe = msgspec.structs.replace(short, clip=0.01)
    undisturbed, watched = (make_trainer(config, pair_rows, recipe) for _ in range(2))
    seen: list[int] = []

    def look_on(length: float) -> None:
        whole = sum(
            float(p.grad.square().sum()) for p in watched.model.parameters() if p.grad is not None
        )
        assert length == pytest.approx(whole**0.5)
        assert length > 0.01
        seen.append(watched.step)

    watched.on_gradients = look_on
    run(undisturbed)
    run(watched)
    assert seen == list(range(6))
    assert same(weights(undisturbed), weights(watched))


def test_the_next_batch_is_the_one_that_is_trained_on(
    config: BertConfig, pair_rows: PairRows, short: Recipe
):
    undisturbed, asked = (make_trainer(config, pair_rows, short) for _ in range(2))
    expected = run(undisturbed)
    tokens = {}
    for event in asked.advance():
        if asked.step < short.steps:
            parts = asked.next_work().parts
            tokens[asked.step + 1] = sum(len(row) for row in rows_of(parts))
        if event is not None and event.step:
            assert event.tokens == tokens[event.step] == expected[event.step].tokens
    assert same(weights(undisturbed), weights(asked))
    with pytest.raises(RunError, match="has done its last step"):
        asked.next_work()
    with pytest.raises(RunError, match="several processes"):
        make_trainer(config, pair_rows, short, ranks=NotedRanks(0)).next_work()


def test_decoys_are_measured_beside_the_held_out_pairs(
    config: BertConfig, pair_rows: PairRows, short: Recipe
):
    """Here the same pairs with the other label: what is right of the one is wrong of the other."""
    opposite = dataclasses.replace(pair_rows, labels=1 - pair_rows.labels)
    without, with_them = (
        make_trainer(config, pair_rows, short),
        make_trainer(config, pair_rows, short, decoys=opposite),
    )
    expected = [m.held_out for m in run(without) if m.held_out]
    found = [m.held_out for m in run(with_them) if m.held_out]
    assert [held_out.nsp_decoy_accuracy for held_out in expected] == [None] * 3
    for one, other in zip(found, expected, strict=True):
        assert one.nsp_decoy_accuracy == pytest.approx(1 - other.nsp_accuracy)
        assert msgspec.structs.replace(one, nsp_decoy_accuracy=None) == other
    assert same(weights(without), weights(with_them))


class NotedRanks(Ranks):
    """One of two processes, which doesn't wait for the other but notes where it would."""

    def __init__(self, rank: int) -> None:
        super().__init__(rank, 2, rank, 2)
        self.noted: list[object] = []

    def total(self, *counts: int) -> tuple[int, ...]:
        self.noted.append(len(counts))
        return counts

    def total_sums(
        self, parts: Iterable[torch.Tensor], size: int, device: torch.device
    ) -> torch.Tensor:
        self.noted.append("sums")
        return sum(parts, torch.zeros(size))


def test_a_process_without_decoys_of_its_own_measures_with_the_others(
    config: BertConfig, pair_rows: PairRows, short: Recipe
):
    """Else the others wait for it for ever."""
    few = msgspec.structs.replace(short, held_out_pairs=4)
    noted = []
    for rank in range(2):
        ranks = NotedRanks(rank)
        trainer = make_trainer(config, pair_rows, few, decoys=pair_rows, ranks=ranks)
        assert next(event for event in trainer.advance() if event is not None).held_out
        noted.append(ranks.noted)
    assert noted[0] == noted[1]
