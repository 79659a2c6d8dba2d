"""Training on labelled rows is exact: reproducible, resumable, and measured as it should be."""

import copy
import dataclasses
import functools
import operator
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest
import torch

from bertscope.engine.config import BertConfig
from bertscope.engine.distributed import Ranks
from bertscope.engine.folder import LoadedModel
from bertscope.engine.labelled import Labelled
from bertscope.engine.model import BertForPreTraining, evaluating
from bertscope.engine.reports import HeldOut, StepMetrics, TrainerState
from bertscope.engine.sources import begin_with_head
from bertscope.engine.subject import Rows
from bertscope.engine.tasks import held_out_judge, training_rows
from bertscope.engine.trainer import Trainer
from bertscope.errors import TaskError
from bertscope.recipe import Optimizer, Recipe
from bertscope.task import Kind, Start, Task
from bertscope.text.tasks.examples import TaskData
from bertscope.text.tasks.opening import open_task
from bertscope.text.tasks.spans import answers_of
from bertscope.text.tasks.squad_scores import answer_f1, exact_match
from bertscope.text.tokenizer import WordPieceTokenizer
from tests.engine.labelled_data import DEV, TRAIN, write_task

CPU = torch.device("cpu")
SMALL = Recipe(
    steps=7,
    batch_size=14,
    micro_batch=6,
    max_length=24,
    seed=3,
    warmup_steps=2,
    optimizer=Optimizer.ADAMW,
    learning_rate=3e-3,
    evaluate_every=3,
    held_out_pairs=DEV,
)
"""Seven steps cross the ends of epochs of 40 rows twice, and each takes three micro-batches."""
Weights = dict[str, torch.Tensor]
kinds = pytest.mark.parametrize("kind", list(Kind))


@pytest.fixture
def base(
    model: BertForPreTraining, config: BertConfig, tokenizer: WordPieceTokenizer
) -> LoadedModel:
    return LoadedModel(model, config, tokenizer)


def recipe_of(folder: Path, kind: Kind, recipe: Recipe = SMALL, **changes: Any) -> Recipe:
    task = Task(data=str(write_task(folder, kind)), kind=kind, stride=6, **changes)
    return msgspec.structs.replace(recipe, task=task)


def data_of(recipe: Recipe) -> TaskData:
    assert recipe.task is not None
    return open_task(recipe.task)


def make_trainer(base: LoadedModel, recipe: Recipe, ranks: Ranks | None = None) -> Trainer:
    data = data_of(recipe)
    rows, judge = (make(recipe, data, base.tokenizer) for make in (training_rows, held_out_judge))
    begun = begin_with_head(base, recipe, data)
    return Trainer(begun.model, Labelled(rows, judge), recipe, CPU, ranks)  # type: ignore[arg-type]


def run(trainer: Trainer) -> list[StepMetrics]:
    """What is reported, but for the time it took."""
    return [msgspec.structs.replace(m, seconds=0.0) for m in trainer.advance() if m is not None]


def weights(trainer: Trainer) -> Weights:
    return {name: value.clone() for name, value in trainer.model.state_dict().items()}


def same(first: Weights, second: Weights, prefix: str = "") -> bool:
    names = [name for name in first if name.startswith(prefix)]
    assert names
    return all(torch.equal(first[name], second[name]) for name in names)


def kept(trainer: Trainer) -> Iterator[tuple[TrainerState, Weights]]:
    """What a checkpoint would hold at every single yield."""
    yield trainer.state(), weights(trainer)
    for _ in trainer.advance():
        yield trainer.state(), weights(trainer)


@pytest.mark.parametrize("optimizer", list(Optimizer))
def test_the_same_recipe_gives_the_same_run(
    base: LoadedModel, tmp_path: Path, optimizer: Optimizer
):
    recipe = recipe_of(tmp_path, Kind.CLASSIFICATION)
    recipe = msgspec.structs.replace(recipe, optimizer=optimizer)
    one, again = (make_trainer(base, recipe) for _ in range(2))
    assert run(one) == run(again)
    assert same(weights(one), weights(again))
    other = make_trainer(base, msgspec.structs.replace(recipe, seed=4))
    run(other)
    assert not same(weights(one), weights(other), "bert.encoder.")


@pytest.mark.parametrize("head_only", [False, True])
@kinds
def test_resuming_from_any_yield_equals_never_having_stopped(
    base: LoadedModel, tmp_path: Path, kind: Kind, head_only: bool
):
    """Dropout is on; yields lie amid steps, amid measuring and across an epoch's end."""
    assert base.config.hidden_dropout_prob > 0
    recipe = recipe_of(tmp_path, kind, head_only=head_only)
    if kind is Kind.REGRESSION:
        recipe = msgspec.structs.replace(recipe, optimizer=Optimizer.MUON)
    whole = make_trainer(base, recipe)
    expected = run(whole)
    states = list(kept(make_trainer(base, recipe)))
    assert states[-1][0].position.epoch >= 2
    # Of states between the same two steps only the optimizers' and the weights' step counts.
    for state, at in states[:: 2 if kind is Kind.CLASSIFICATION else 5]:
        resumed = make_trainer(base, recipe)
        resumed.model.load_state_dict(at)
        resumed.load_state(copy.deepcopy(state))
        metrics = run(resumed)
        assert same(weights(whole), weights(resumed))
        assert same(whole.state().optimizers, resumed.state().optimizers)
        done = state.position.step + (state.position.unreported is None)
        assert metrics == expected[done:]


def test_a_change_holds_from_the_next_step_on(base: LoadedModel, tmp_path: Path):
    """Batches are prepared ahead, but never with choices that no longer hold."""
    recipe = recipe_of(tmp_path, Kind.CLASSIFICATION)
    new = msgspec.structs.replace(recipe, batch_size=5, learning_rate=1e-3, clip=0.1, steps=8)
    changed = make_trainer(base, recipe)
    resumed = make_trainer(base, new)
    metrics = []
    for event in changed.advance():
        metrics += [event] if event is not None else []
        if event is not None and event.step == 3:
            changed.recipe = new
            resumed.model.load_state_dict(weights(changed))
            resumed.load_state(changed.state())
    assert [m.pairs for m in metrics[1:]] == [14] * 3 + [5] * 5
    run(resumed)
    assert same(weights(changed), weights(resumed))


@kinds
def test_the_number_of_micro_batches_does_not_change_what_is_learned(
    base: LoadedModel, tmp_path: Path, kind: Kind
):
    calm = msgspec.structs.replace(
        base.config, hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0
    )
    model = BertForPreTraining(calm)
    model.load_state_dict(base.model.state_dict())
    still = LoadedModel(model, calm, base.tokenizer)
    recipe = recipe_of(tmp_path, kind)
    one, three = (
        run(make_trainer(still, msgspec.structs.replace(recipe, micro_batch=size, steps=4)))
        for size in (14, 5)
    )
    for first, second in zip(one, three, strict=True):
        assert first.loss == pytest.approx(second.loss, abs=1e-5)
        assert (first.pairs, first.tokens) == (second.pairs, second.tokens)
        if first.held_out is not None and second.held_out is not None:
            assert first.held_out.loss == pytest.approx(second.held_out.loss, abs=1e-5)


# --- What is trained --------------------------------------------------------------------------


@kinds
def test_the_head_alone_can_be_trained(base: LoadedModel, tmp_path: Path, kind: Kind):
    trainer = make_trainer(base, recipe_of(tmp_path, kind, head_only=True))
    before = weights(trainer)
    run(trainer)
    after = weights(trainer)
    for part in ("bert.embeddings.", "bert.encoder."):
        assert same(before, after, part)
    moved = [name for name in after if not torch.equal(before[name], after[name])]
    head = "qa_outputs" if kind is Kind.QA else "classifier"
    expected = [f"{head}.weight", f"{head}.bias"]
    if kind is not Kind.QA:
        expected += ["bert.pooler.dense.weight", "bert.pooler.dense.bias"]
    assert sorted(moved) == sorted(expected)


def test_starts_differ_in_the_encoder_alone(base: LoadedModel, tmp_path: Path):
    known, random = (
        make_trainer(base, recipe_of(tmp_path, Kind.CLASSIFICATION, start=start)) for start in Start
    )
    assert same(weights(known), weights(random), "classifier.")
    assert not same(weights(known), weights(random), "bert.encoder.layer.0.attention")
    assert batches(known) == batches(random)


def batches(trainer: Trainer) -> list[list[list[int]]]:
    """The tokens of each step, which is done."""
    found = []
    while trainer.step < trainer.recipe.steps:
        found.append([ids for part in trainer.next_work().parts for ids in part.ids_BL.tolist()])
        step = trainer.step
        next(event for event in trainer.advance() if event is not None and event.step > step)
    return found


def test_an_epoch_takes_each_row_once_and_each_in_another_order(base: LoadedModel, tmp_path: Path):
    recipe = recipe_of(tmp_path, Kind.CLASSIFICATION)
    recipe = msgspec.structs.replace(recipe, batch_size=TRAIN // 4, steps=8, micro_batch=10)
    taken = batches(make_trainer(base, recipe))
    first, second = ([bare(row) for step in taken[i : i + 4] for row in step] for i in (0, 4))
    assert sorted(first) == sorted(second)
    assert first != second
    rows = training_rows(recipe, data_of(recipe), base.tokenizer)
    assert sorted(first) == sorted(map(bare, rows.batch(range(TRAIN)).ids_BL.tolist()))


def bare(ids: list[int]) -> tuple[int, ...]:
    """A row without padding, which is 0."""
    return tuple(id_ for id_ in ids if id_)


def test_fewer_examples_are_part_of_more(base: LoadedModel, tmp_path: Path):
    def ids(count: int) -> set[tuple[int, ...]]:
        recipe = recipe_of(tmp_path, Kind.QA, examples=count)
        rows = training_rows(recipe, data_of(recipe), base.tokenizer)
        found = rows.example_of
        assert len(set(found.tolist())) == (count or TRAIN)
        return set(map(bare, rows.batch(range(len(rows))).ids_BL.tolist()))

    assert ids(3) < ids(10) < ids(0)


def test_one_example_can_be_learned_from(base: LoadedModel, tmp_path: Path):
    recipe = recipe_of(tmp_path, Kind.CLASSIFICATION, examples=1)
    metrics = run(make_trainer(base, recipe))
    assert [m.pairs for m in metrics[1:]] == [1] * 7
    assert metrics[-1].score == 1.0


def test_a_batch_larger_than_the_data_is_the_data(base: LoadedModel, tmp_path: Path):
    recipe = recipe_of(tmp_path, Kind.REGRESSION)
    recipe = msgspec.structs.replace(recipe, batch_size=1000, micro_batch=1000, steps=2)
    assert [m.pairs for m in run(make_trainer(base, recipe))[1:]] == [TRAIN] * 2


def test_without_rows_there_is_nothing_to_train_on_or_to_measure_on(
    base: LoadedModel, tmp_path: Path
):
    recipe = recipe_of(tmp_path, Kind.CLASSIFICATION)
    data = data_of(recipe)
    bare = dataclasses.replace(data, train=[], dev=[])
    rows, none = (training_rows(recipe, some, base.tokenizer) for some in (data, bare))
    judge, unjudged = (held_out_judge(recipe, some, base.tokenizer) for some in (data, bare))
    with pytest.raises(TaskError, match="no labelled examples to train on"):
        Labelled(none, judge)
    with pytest.raises(TaskError, match="no labelled examples to measure on"):
        Labelled(rows, unjudged)


# --- What is measured -------------------------------------------------------------------------


def measured(base: LoadedModel, recipe: Recipe) -> tuple[Trainer, HeldOut]:
    trainer = make_trainer(base, recipe)
    held_out = run(trainer)[-1].held_out
    assert held_out is not None
    return trainer, held_out


def logits_one_by_one(trainer: Trainer, recipe: Recipe, base: LoadedModel) -> list[torch.Tensor]:
    rows = held_out_judge(recipe, data_of(recipe), base.tokenizer).rows
    found = []
    for row in range(len(rows)):
        batch = rows.batch([row])
        with evaluating(trainer.model):
            ids, segments = map(torch.from_numpy, (batch.ids_BL, batch.segments_BL))
            found.append(trainer.model(ids, segments, None)[0])
    return found


def test_a_classification_is_measured_as_by_hand(base: LoadedModel, tmp_path: Path):
    recipe = recipe_of(tmp_path, Kind.CLASSIFICATION)
    trainer, held_out = measured(base, recipe)
    logits = torch.stack(logits_one_by_one(trainer, recipe, base))
    examples = held_out_judge(recipe, data_of(recipe), base.tokenizer).examples
    right = torch.tensor([example.label for example in examples])
    assert len(right) == DEV
    loss = torch.nn.functional.cross_entropy(logits, right)
    assert held_out.loss == pytest.approx(float(loss), rel=1e-5)
    assert held_out.score == pytest.approx(float((logits.argmax(-1) == right).float().mean()))
    assert held_out.second_score is None
    assert held_out.mlm_loss is None


def test_a_regression_is_measured_as_by_hand(base: LoadedModel, tmp_path: Path):
    recipe = recipe_of(tmp_path, Kind.REGRESSION)
    trainer, held_out = measured(base, recipe)
    said = torch.stack(logits_one_by_one(trainer, recipe, base))[:, 0].numpy()
    examples = held_out_judge(recipe, data_of(recipe), base.tokenizer).examples
    right = np.array([example.value for example in examples])
    assert held_out.loss == pytest.approx(float(np.square(said - right).mean()), rel=1e-4)
    assert held_out.score == pytest.approx(np.corrcoef(said, right)[0, 1], abs=1e-5)
    assert held_out.second_score is not None


def test_answers_are_measured_as_by_hand(base: LoadedModel, tmp_path: Path):
    """Passages are longer than a row: their windows are answered one by one, and weighed."""
    recipe = msgspec.structs.replace(recipe_of(tmp_path, Kind.QA), max_length=16)
    trainer, held_out = measured(base, recipe)
    judge = held_out_judge(recipe, data_of(recipe), base.tokenizer)
    assert len(judge.rows) > DEV
    logits = logits_one_by_one(trainer, recipe, base)
    targets = judge.rows.batch(range(len(judge.rows))).targets
    losses = [
        torch.nn.functional.cross_entropy(one.T, torch.from_numpy(both))
        for one, both in zip(logits, targets, strict=True)
    ]
    assert held_out.loss == pytest.approx(float(torch.stack(losses).mean()), rel=1e-5)
    starts, ends = ([one[:, i].numpy() for one in logits] for i in range(2))
    found = answers_of(
        judge.rows, starts, ends, judge.examples, longest=30, null_threshold=0.0, count=20
    )
    gold = [[answer.text for answer in example.answers] for example in judge.examples]
    assert [] in gold
    for score, of_one in ((held_out.score, answer_f1), (held_out.second_score, exact_match)):
        each = [of_one(best[0].text, texts) for best, texts in zip(found, gold, strict=True)]
        assert score == pytest.approx(np.mean(each))


def test_a_steps_own_score_is_told_where_it_is_the_share_that_is_right(
    base: LoadedModel, tmp_path: Path
):
    accuracy = run(make_trainer(base, recipe_of(tmp_path / "a", Kind.CLASSIFICATION)))
    assert all(m.score is not None and 0 <= m.score <= 1 for m in accuracy[1:])
    correlation = run(make_trainer(base, recipe_of(tmp_path / "b", Kind.REGRESSION)))
    assert all(m.score is None for m in correlation)


# --- Among processes --------------------------------------------------------------------------


@pytest.mark.parametrize("rank", [0, 1])
def test_a_process_without_rows_has_nothing_to_add(base: LoadedModel, tmp_path: Path, rank: int):
    """One example is measured by the first of two; the other has no part of it."""
    recipe = msgspec.structs.replace(recipe_of(tmp_path, Kind.QA), held_out_pairs=1)
    data = data_of(recipe)
    judge = held_out_judge(recipe, data, base.tokenizer)
    subject = Labelled(training_rows(recipe, data, base.tokenizer), judge)
    subject.hold_out(recipe, 4, CPU, Ranks(rank, 2))
    assert len(subject._parts) == 1 - rank
    work = subject.rows(0).work(np.arange(0), Rows(0, 0, 0, recipe.mask, 4), CPU)
    assert (work.parts, work.chosen, work.pairs, work.tokens) == ([], 0, 0, 0)


# --- On a device ------------------------------------------------------------------------------


@kinds
def test_nothing_of_a_micro_batch_waits_for_the_device(
    base: LoadedModel, tmp_path: Path, kind: Kind
):
    """On the device without numbers, whoever asks for one fails."""
    recipe = recipe_of(tmp_path, kind)
    data = data_of(recipe)
    rows, judge = (make(recipe, data, base.tokenizer) for make in (training_rows, held_out_judge))
    subject, meta = Labelled(rows, judge), torch.device("meta")  # type: ignore[arg-type]
    model = begin_with_head(base, recipe, data).model.to(meta).train()
    step = Rows(0, 0, 14, recipe.mask, 6)
    parts = subject.rows(0).work(np.arange(14), step, meta).parts
    assert any(part.lengths_B is not None for part in parts)
    tallies = [subject.judge(model, part, recipe) for part in parts]
    whole = functools.reduce(operator.add, tallies)
    torch.autograd.backward(whole.share_of(0, 14))
    assert torch.stack([whole.loss, *whole.numbers()]).is_meta
    with pytest.raises(RuntimeError):
        float(whole.detach().loss)
