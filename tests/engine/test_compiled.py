"""Compiled layers do what the others do, in training alone, and keep nobody waiting."""

import itertools
import os
import pickle
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
import torch
from torch import Tensor
from torch._inductor import config as inductor

from bertscope.engine import compiled
from bertscope.engine.compiled import compile_layers, compiled_by
from bertscope.engine.config import BertConfig
from bertscope.engine.encoder import Trace
from bertscope.engine.masked_pairs import MaskedPairs
from bertscope.engine.model import HeadedBert, build, evaluating, new_model
from bertscope.engine.reports import StepMetrics
from bertscope.engine.task_models import (
    BertForQuestionAnswering,
    BertForSequenceClassification,
)
from bertscope.engine.trainer import Trainer
from bertscope.engine.training import Progress, TrainingSession
from bertscope.recipe import Recipe
from bertscope.text.pairs import PairRows

# PyTorch's compiler makes an instance of any function of one's own, to look at it.
pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore:.*should not be instantiated:DeprecationWarning"),
]

replace = msgspec.structs.replace
CPU = torch.device("cpu")
Inputs = tuple[Tensor, Tensor, Tensor | None, Tensor]


class Counting:
    """A backend that runs what it is given, and counts."""

    def __init__(self) -> None:
        self.made = self.runs = 0

    def __call__(self, graph: Callable[..., Any], _: list[Tensor]) -> Callable[..., Any]:
        self.made += 1

        def run(*inputs: Any) -> Any:
            self.runs += 1
            return graph(*inputs)

        return run


@pytest.fixture
def config(config: BertConfig) -> BertConfig:
    """Without dropout, for a compiled layer draws other numbers."""
    return replace(config, hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0)


@pytest.fixture
def backend(monkeypatch: pytest.MonkeyPatch) -> Iterator[Counting]:
    counting = Counting()
    monkeypatch.setattr(compiled, "BACKEND", counting)
    yield counting
    torch.compiler.reset()


def inputs(rows: int, length: int, *, padded: bool) -> Inputs:
    ids_BL = torch.arange(rows * length).reshape(rows, length) % 20
    lengths_B = torch.arange(rows) % (length - 4) + 4 if padded else None
    return ids_BL, torch.zeros_like(ids_BL), lengths_B, torch.arange(rows) * length + 1


SHAPES = [(2, 9, True), (5, 24, False), (11, 24, True), (16, 20, True), (3, 7, False)]


def test_layers_are_compiled_for_all_rows_before_the_first_step(
    config: BertConfig, backend: Counting
):
    model = new_model(config, 1).train()
    eager = new_model(config, 1).train()
    run = compile_layers(model, 16)
    made, runs = backend.made, backend.runs
    assert made > 0
    with compiled_by(run, model):
        for rows, length, padded in SHAPES:
            results = []
            for one in (model, eager):
                one.zero_grad()
                outputs = one(*inputs(rows, length, padded=padded))
                (outputs.mlm_MV.sum() + outputs.nsp_B2.sum()).backward()
                gradients = [p.grad for p in one.parameters() if p.grad is not None]
                results.append([*outputs, *gradients])
            for first, second in zip(*results, strict=True):
                torch.testing.assert_close(first, second)
    assert backend.made == made
    assert backend.runs - runs == len(SHAPES) * config.num_hidden_layers


@pytest.mark.parametrize("frozen", [False, True])
@pytest.mark.parametrize("kind", [BertForSequenceClassification, BertForQuestionAnswering])
def test_tasks_have_them_compiled_too(
    config: BertConfig, backend: Counting, kind: type[HeadedBert], frozen: bool
):
    model = build(kind, replace(config, labels=("no", "yes"))).train()
    model.bert.requires_grad_(not frozen)
    run = compile_layers(model, 16)
    made, runs = backend.made, backend.runs
    with compiled_by(run, model):
        for rows, length, padded in SHAPES:
            model(*inputs(rows, length, padded=padded)[:3])
    assert backend.made == made
    assert backend.runs - runs == len(SHAPES) * config.num_hidden_layers


def test_sizes_that_happen_to_be_equal_are_not_relied_on(config: BertConfig, backend: Counting):
    # The tokens of the padded rows that layers are tried on, in bf16 and in fp32.
    for width, bf16 in ((320, True), (308, False)):
        wide = replace(config, hidden_size=width, num_hidden_layers=1)
        model = new_model(wide, 1).train()
        with torch.autocast("cpu", torch.bfloat16, enabled=bf16):
            run = compile_layers(model, 16)
            runs = backend.runs
            with compiled_by(run, model):
                model(*inputs(5, 24, padded=True))
        assert backend.runs == runs + 1


def test_single_rows_are_compiled_where_they_come_alone(config: BertConfig, backend: Counting):
    model = new_model(config, 1).train()
    run = compile_layers(model, 1)
    made, runs = backend.made, backend.runs
    with compiled_by(run, model):
        for length in (7, 24):
            model(*inputs(1, length, padded=False))
    assert (backend.made, backend.runs) == (made, runs + 2 * config.num_hidden_layers)


def test_compiling_leaves_no_trace_in_the_model(config: BertConfig, backend: Counting):
    model, untouched = new_model(config, 1), new_model(config, 1)
    state = torch.random.get_rng_state()
    run = compile_layers(model, 16)
    assert torch.equal(torch.random.get_rng_state(), state)
    assert all(p.grad is None for p in model.parameters())
    assert list(model.state_dict()) == list(untouched.state_dict())
    assert model.training == untouched.training
    with pytest.raises(RuntimeError, match="in between"), compiled_by(run, model):
        raise RuntimeError("in between")
    runs = backend.runs
    model(*inputs(3, 12, padded=False))
    assert backend.runs == runs
    assert pickle.loads(pickle.dumps(model)).config == config


def test_who_looks_is_not_answered_by_compiled_layers(config: BertConfig, backend: Counting):
    model = new_model(config, 1)
    run = compile_layers(model, 16)
    runs = backend.runs
    with compiled_by(run, model), evaluating(model):
        model(*inputs(3, 12, padded=False), Trace())
    assert backend.runs == runs


def test_what_was_not_foreseen_runs_as_it_stands(config: BertConfig, backend: Counting):
    model = new_model(config, 1).train()
    run = compile_layers(model, 16)
    made, runs = backend.made, backend.runs
    with compiled_by(run, model):
        # A single row is another program to the compiler.
        model(*inputs(1, 12, padded=False))
        with torch.autocast("cpu", torch.bfloat16):
            model(*inputs(3, 12, padded=False))
    assert (backend.made, backend.runs) == (made, runs)


def trainer_of(config: BertConfig, rows: PairRows, recipe: Recipe) -> Trainer:
    subject = MaskedPairs(lambda _: rows, rows, recipe.seed)
    return Trainer(new_model(config, recipe.seed), subject, recipe, CPU)


@pytest.mark.parametrize("precision", ["fp32", "bf16"])
def test_training_is_the_same_to_the_last_digit_where_the_operations_are(
    config: BertConfig, pair_rows: PairRows, backend: Counting, precision: str
):
    recipe = Recipe(
        steps=4,
        batch_size=8,
        micro_batch=4,
        max_length=24,
        held_out_pairs=8,
        precision=precision,
    )
    trainers = [trainer_of(config, pair_rows, recipe) for _ in range(2)]
    trainers[1].compile()
    runs = backend.runs
    for trainer in trainers:
        assert [m.step for m in trainer.advance() if m is not None] == [0, 1, 2, 3, 4]
    assert backend.runs - runs == 4 * 2 * config.num_hidden_layers
    eager, other = (trainer.model.state_dict() for trainer in trainers)
    assert all(torch.equal(eager[name], other[name]) for name in eager)


def reports_of(session: TrainingSession) -> list[StepMetrics | Progress]:
    return [event for event in session.advance() if event is not None]


def prepared(session: TrainingSession) -> list[str]:
    """What is said before the first step."""
    events = itertools.takewhile(lambda e: not isinstance(e, StepMetrics), session.advance())
    return [event.text for event in events if event is not None]


def test_a_session_says_that_it_compiles_and_can_be_taken_up_again(
    recipe: Recipe, tmp_path: Path, backend: Counting
):
    wanted = replace(recipe, compiled=True, steps=4)
    whole = TrainingSession(wanted, tmp_path / "whole")
    assert "Compiling the layers" in prepared(whole)
    made, runs = backend.made, backend.runs
    reports_of(whole)
    whole.close()
    assert whole.notes == []
    # Each of two layers, in each of two parts of each of four steps.
    assert (backend.made, backend.runs) == (made, runs + 2 * 2 * 4)
    left = TrainingSession(wanted, tmp_path / "left")
    next(one for one in left.advance() if isinstance(one, StepMetrics) and one.step == 2)
    left.close()
    resumed = TrainingSession(None, tmp_path / "left", resume=True)
    assert "Compiling the layers" in prepared(resumed)
    reports_of(resumed)
    resumed.close()
    models = [(tmp_path / run / "model" / "model.safetensors") for run in ("whole", "left")]
    assert models[0].read_bytes() == models[1].read_bytes()


def test_a_run_waits_for_a_compiler_that_is_still_at_work(
    recipe: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    is_tried, may_end = threading.Event(), threading.Event()

    def slow(*_: Any) -> None:
        is_tried.set()
        may_end.wait()
        raise OSError("No C++ compiler was found.")

    monkeypatch.setattr(compiled, "BACKEND", slow)
    left = TrainingSession(replace(recipe, compiled=True), tmp_path / "left")
    for _ in left.advance():
        if is_tried.is_set():
            break
    left.close()
    other = TrainingSession(replace(recipe, steps=1), tmp_path / "other")
    said = []
    for event in other.advance():
        said.append(event)
        if event == Progress("Waiting for the compiler"):
            may_end.set()
    other.close()
    assert Progress("Waiting for the compiler") in said
    assert [e.step for e in said if isinstance(e, StepMetrics)] == [0, 1]
    torch.compiler.reset()


def test_where_it_can_not_be_training_goes_on_without_and_says_why(
    recipe: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def fails(*_: Any) -> None:
        raise OSError("No C++ compiler was found.\nSet CXX.")

    monkeypatch.setattr(compiled, "BACKEND", fails)
    session = TrainingSession(replace(recipe, compiled=True, steps=2), tmp_path / "run")
    assert [one.step for one in reports_of(session) if isinstance(one, StepMetrics)] == [0, 1, 2]
    session.close()
    (note,) = session.notes
    assert note.startswith("The layers can't be compiled here (")
    assert "No C++ compiler was found)" in note
    plain = TrainingSession(replace(recipe, steps=2), tmp_path / "plain")
    reports_of(plain)
    plain.close()
    models = [(tmp_path / run / "model" / "model.safetensors") for run in ("run", "plain")]
    assert models[0].read_bytes() == models[1].read_bytes()
    torch.compiler.reset()


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # It uses what PyTorch gives up.
def test_the_compiler_makes_the_same_of_it_or_is_not_there(config: BertConfig, pair_rows: PairRows):
    recipe = Recipe(steps=4, batch_size=8, micro_batch=4, max_length=24, held_out_pairs=8)
    eager, other = (trainer_of(config, pair_rows, recipe) for _ in range(2))
    if shutil.which(os.environ.get("CXX", "g++")) is None:
        with pytest.raises(Exception, match="compiler"):
            other.compile()
    else:
        # By itself it keeps threads for its next work.
        with inductor.patch(compile_threads=1):
            other.compile()
    losses = [[m.loss for m in one.advance() if m and m.step] for one in (eager, other)]
    assert losses[0] == pytest.approx(losses[1], rel=1e-5)
    torch.compiler.reset()
