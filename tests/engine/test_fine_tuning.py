"""A session of fine-tuning from recipe to model folder, taken up again, and on bad days."""

import random
import shutil
import signal
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest
import safetensors.torch
import torch

from bertscope.engine.config import BertConfig
from bertscope.engine.folder import load_model, save_model
from bertscope.engine.model import new_model
from bertscope.engine.reports import StepMetrics
from bertscope.engine.run_lock import is_busy
from bertscope.engine.snapshots import load_snapshot
from bertscope.engine.task_models import BertForQuestionAnswering, BertForSequenceClassification
from bertscope.engine.training import TrainingSession
from bertscope.errors import BertscopeError, NotFiniteError, PausedError, RunError, TaskError
from bertscope.recipe import Optimizer, Recipe
from bertscope.run_folder import kept_steps, read_recipe
from bertscope.task import Kind, Metric, Start, Task
from bertscope.text.tokenizer import WordPieceTokenizer
from tests.engine.labelled_data import (
    DEV,
    LABELS,
    TEST,
    TRAIN,
    write_questions,
    write_table,
    write_task,
)
from tests.engine.test_training import (
    fill_disk_for,
    killed_at_6,
    lines,
    same,
    told_steps,
    train,
    weights,
)

replace = msgspec.structs.replace


@pytest.fixture
def small(tmp_path: Path, tokenizer: WordPieceTokenizer) -> Recipe:
    """From a small model folder, with dropout; steps end amid epochs."""
    config = BertConfig(
        vocab_size=len(tokenizer),
        hidden_size=32,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=64,
        max_position_embeddings=24,
    )
    save_model(tmp_path / "start", new_model(config, 0), config, tokenizer)
    return Recipe(
        task=Task(data=str(write_task(tmp_path / "data"))),
        start=str(tmp_path / "start"),
        steps=6,
        batch_size=14,
        micro_batch=6,
        max_length=24,
        seed=3,
        device="cpu",
        optimizer=Optimizer.ADAMW,
        learning_rate=1e-3,
        warmup_steps=2,
        evaluate_every=3,
        held_out_pairs=DEV,
        checkpoint_seconds=1e9,
    )


def with_task(recipe: Recipe, **changes: Any) -> Recipe:
    assert recipe.task is not None
    return replace(recipe, task=replace(recipe.task, **changes))


def sentence_of(recipe: Recipe, folder: Path) -> str:
    """What is said to a session that can't begin, which leaves no trace."""
    session = TrainingSession(recipe, folder)
    with pytest.raises(BertscopeError) as caught:
        train(session)
    session.close()
    assert not folder.exists()
    sentence = str(caught.value)
    assert sentence.endswith(".")
    return sentence


def test_a_session_from_recipe_to_model(small: Recipe, tmp_path: Path):
    session = TrainingSession(small, tmp_path / "run")
    reported = train(session)
    session.close()
    assert [m.step for m in reported] == list(range(7))
    facts = session.facts
    assert facts is not None
    assert (facts.kind, facts.labels, facts.metrics) == (
        Kind.CLASSIFICATION,
        LABELS,
        (Metric.ACCURACY,),
    )
    assert (facts.train, facts.dev, facts.test) == (TRAIN, DEV, TEST)
    assert all(0 <= score <= 1 for _, score in facts.baselines)
    assert session.random_share == 0
    loaded = load_model(tmp_path / "run" / "model")
    assert isinstance(loaded.model, BertForSequenceClassification)
    assert (loaded.kind, loaded.labels) == (Kind.CLASSIFICATION, LABELS)
    assert same(weights(session), loaded.model.state_dict())
    start, *_, end = lines(tmp_path / "run")
    assert {"step", "held_out_loss", "held_out_score"} <= start.keys()
    assert {"loss", "score", "held_out_loss", "pairs", "tokens"} <= end.keys()
    assert not any(name.startswith(("mlm", "nsp", "held_out_mlm")) for name in end)
    # Steps can be looked at later, with their head; while one is written others may be passed over.
    first, *_, last = kept_steps(tmp_path / "run")
    assert (first, last) == (0, 6)
    assert load_snapshot(tmp_path / "run", last).labels == LABELS


@pytest.mark.parametrize("head_only", [False, True])
@pytest.mark.parametrize("left_at", [0, 2, 3, 6])
def test_a_session_taken_up_again_equals_one_never_left(
    small: Recipe, tmp_path: Path, left_at: int, head_only: bool
):
    recipe = with_task(small, head_only=head_only)
    whole = TrainingSession(recipe, tmp_path / "whole")
    train(whole)
    left = TrainingSession(recipe, tmp_path / "left")
    train(left, left_at)
    left.close()
    resumed = TrainingSession(None, tmp_path / "left", resume=True)
    assert [m.step for m in train(resumed)] == list(range(left_at + 1, 7))
    assert same(weights(whole), weights(resumed))
    assert lines(tmp_path / "whole") == lines(tmp_path / "left")
    assert resumed.facts == whole.facts
    for session in (whole, resumed):
        session.close()


CHANGES: dict[int, dict[str, Any]] = {
    2: {"learning_rate": 5e-3},
    4: {"batch_size": 5, "clip": 0.1, "steps": 8, "evaluate_every": 2},
}


def train_changing(session: TrainingSession, steps: int | None = None) -> list[int]:
    reported = []
    for event in session.advance():
        if isinstance(event, StepMetrics):
            reported.append(event.step)
            if event.step in CHANGES:
                session.change(replace(session.recipe, **CHANGES[event.step]))
            if event.step == steps:
                break
    return reported


@pytest.fixture
def whole(small: Recipe, tmp_path: Path) -> TrainingSession:
    """Never left."""
    whole = TrainingSession(small, tmp_path / "whole")
    assert train_changing(whole) == list(range(9))
    whole.close()
    return whole


@pytest.mark.parametrize("saved_at", [None, 3])
def test_a_run_killed_makes_its_changes_again(
    whole: TrainingSession, small: Recipe, tmp_path: Path, saved_at: int | None
):
    killed = TrainingSession(small, tmp_path / "killed")
    if saved_at is not None:
        train_changing(killed, saved_at)
        killed.save_checkpoint()
    train_changing(killed, 5)
    killed.abandon()
    resumed = TrainingSession(None, tmp_path / "killed", resume=True)
    train(resumed)
    resumed.close()
    assert same(weights(whole), weights(resumed))
    assert lines(tmp_path / "whole") == lines(tmp_path / "killed")
    assert resumed.recipe == whole.recipe == read_recipe(tmp_path / "killed")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signal that kills")
def test_a_run_killed_by_the_system_is_taken_up_too(
    whole: TrainingSession, small: Recipe, tmp_path: Path
):
    folder = tmp_path / "killed"
    assert killed_at_6(small, folder, "test_fine_tuning") == -signal.SIGKILL
    assert not is_busy(folder)
    resumed = TrainingSession(None, folder, resume=True)
    assert [m.step for m in train(resumed)] == list(range(4, 9))
    resumed.close()
    assert same(weights(whole), weights(resumed))
    assert lines(tmp_path / "whole") == lines(folder)


# --- Bad days ---------------------------------------------------------------------------------


def test_a_full_disk_pauses_and_nothing_is_lost_or_done_twice(
    small: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    whole = TrainingSession(small, tmp_path / "whole")
    train(whole)
    session = TrainingSession(small, tmp_path / "run")
    told = [m.step for m in train(session, 3)]
    with monkeypatch.context() as patch:
        fill_disk_for("metrics.jsonl", patch)
        for _ in range(2):
            with pytest.raises(PausedError, match="no room to write"):
                told += told_steps(session)
    told += told_steps(session)
    session.close()
    assert sorted(told) == list(range(7))
    assert lines(tmp_path / "whole") == lines(tmp_path / "run")
    assert same(weights(whole), weights(session))
    whole.abandon()


def test_a_deleted_folder_is_made_again_and_can_be_gone_on_from(small: Recipe, tmp_path: Path):
    whole = TrainingSession(small, tmp_path / "whole")
    train(whole)
    folder = tmp_path / "run"
    session = TrainingSession(small, folder)
    train(session, 2)
    assert session.snapshots is not None
    session.snapshots.wait()
    shutil.rmtree(folder)
    with pytest.raises(PausedError, match="is gone"):
        train(session)
    assert [m.step for m in train(session, 4)] == [3, 4]
    session.abandon()
    resumed = TrainingSession(None, folder, resume=True)
    train(resumed)
    assert same(weights(whole), weights(resumed))
    for left in (whole, resumed):
        left.abandon()


def test_a_loss_that_is_no_number_ends_the_run_with_a_sentence(small: Recipe, tmp_path: Path):
    folder = tmp_path / "run"
    session = TrainingSession(replace(small, steps=50), folder)
    train(session, 3)
    session.save_checkpoint()
    session.change(replace(session.recipe, learning_rate=1e30, clip=1e30))
    with pytest.raises(NotFiniteError, match="lower learning rate"):
        train(session)
    session.abandon()
    calm = replace(session.recipe, learning_rate=1e-3, clip=1.0, steps=5)
    again = TrainingSession(calm, folder, resume=True)
    assert [m.step for m in train(again)] == [4, 5]
    assert all(m.loss is not None and m.loss < 5 for m in train(again))
    again.abandon()


def test_labels_that_changed_since_are_said(small: Recipe, tmp_path: Path):
    session = TrainingSession(small, tmp_path / "run")
    train(session, 2)
    session.close()
    for file in (tmp_path / "data").iterdir():
        file.write_text(file.read_text().replace("\tout\n", "\taway\n"))
    resumed = TrainingSession(None, tmp_path / "run", resume=True)
    with pytest.raises(RunError, match="other classes than when the run was begun"):
        train(resumed)
    assert not is_busy(tmp_path / "run")
    write_task(tmp_path / "data")
    assert [m.step for m in train(resumed)] == [3, 4, 5, 6]
    resumed.close()


def test_examples_that_went_since_do_not_break_a_run(small: Recipe, tmp_path: Path):
    """It stood behind more rows of its epoch than are left."""
    session = TrainingSession(replace(small, batch_size=20), tmp_path / "run")
    train(session, 1)
    session.close()
    rng = random.Random("fewer")
    write_table(tmp_path / "data" / "train.tsv", Kind.CLASSIFICATION, rng, 15)
    resumed = TrainingSession(None, tmp_path / "run", resume=True)
    assert [m.pairs for m in train(resumed)] == [15] * 5
    resumed.close()


# --- What it starts from ----------------------------------------------------------------------


def first_weights(recipe: Recipe, folder: Path) -> tuple[dict[str, torch.Tensor], list[str]]:
    session = TrainingSession(recipe, folder)
    train(session, 0)
    session.abandon()
    return weights(session), session.notes


def part(of: dict[str, torch.Tensor], prefix: str) -> dict[str, torch.Tensor]:
    found = {name: value for name, value in of.items() if name.startswith(prefix)}
    assert found
    return found


def test_a_run_of_pretraining_can_be_started_from(small: Recipe, tmp_path: Path, corpus_file: Path):
    recipe = replace(small, task=None, corpus=str(corpus_file), steps=2)
    pretrained = TrainingSession(recipe, tmp_path / "pretrained")
    train(pretrained)
    pretrained.close()
    begun, _ = first_weights(replace(small, start=str(tmp_path / "pretrained")), tmp_path / "tuned")
    assert same(part(begun, "bert."), weights(pretrained))


def test_a_fine_tuned_model_keeps_its_head_where_the_labels_agree(small: Recipe, tmp_path: Path):
    first = TrainingSession(small, tmp_path / "first")
    train(first)
    first.close()
    on = replace(small, start=str(tmp_path / "first"), seed=9)
    begun, _ = first_weights(on, tmp_path / "second")
    assert same(begun, weights(first))
    swapped, _ = first_weights(with_task(on, labels=("out", "in")), tmp_path / "third")
    assert same(part(swapped, "bert."), weights(first))
    assert not same(part(swapped, "classifier.weight"), weights(first))
    assert "fine-tuned" in sentence_of(replace(on, task=None), tmp_path / "fourth")


def test_answers_and_classes_from_a_model_without_a_pooler(small: Recipe, tmp_path: Path):
    folder = write_task(tmp_path / "questions", Kind.QA)
    questions = TrainingSession(with_task(small, data=str(folder)), tmp_path / "answers")
    train(questions)
    questions.close()
    loaded = load_model(tmp_path / "answers" / "model")
    assert isinstance(loaded.model, BertForQuestionAnswering)
    assert "bert.pooler.dense.weight" not in loaded.model.state_dict()
    begun, notes = first_weights(
        replace(small, start=str(tmp_path / "answers")), tmp_path / "classes"
    )
    assert same(part(begun, "bert.encoder."), weights(questions))
    assert "New, with random weights: pooler." in notes


def test_a_folder_that_lacks_the_pooler_gets_a_new_one(small: Recipe, tmp_path: Path):
    path = Path(small.start) / "model.safetensors"
    state = safetensors.torch.load_file(path)
    bare = {key: value for key, value in state.items() if "pooler" not in key}
    safetensors.torch.save_file(bare, path)
    _, notes = first_weights(small, tmp_path / "run")
    assert "New, with random weights: pooler." in notes


def test_random_weights_are_drawn_by_the_seed(small: Recipe, tmp_path: Path):
    known, _ = first_weights(small, tmp_path / "known")
    random_ = with_task(small, start=Start.RANDOM)
    one, _ = first_weights(random_, tmp_path / "one")
    again, _ = first_weights(random_, tmp_path / "again")
    other, _ = first_weights(replace(random_, seed=4), tmp_path / "other")
    assert same(one, again)
    assert same(part(one, "classifier."), known)
    assert not same(part(one, "bert.encoder."), known)
    assert not same(part(one, "bert.encoder."), other)


# --- Input that can't be ----------------------------------------------------------------------


def test_one_class_alone_is_said(small: Recipe, tmp_path: Path):
    path = tmp_path / "one.tsv"
    path.write_text("sentence\tlabel\n" + "the boat .\tin\n" * 12)
    assert "All labels" in sentence_of(with_task(small, data=str(path)), tmp_path / "run")


def test_a_file_of_the_wrong_kind_is_said(small: Recipe, tmp_path: Path):
    questions = write_questions(tmp_path / "q.json", random.Random(0), 3)
    wrong = with_task(small, data=str(questions), kind=Kind.REGRESSION)
    assert "question answering" in sentence_of(wrong, tmp_path / "run")
    table = write_table(tmp_path / "t.tsv", Kind.CLASSIFICATION, random.Random(0), 30)
    wrong = with_task(small, data=str(table), kind=Kind.REGRESSION)
    assert "is a number" in sentence_of(wrong, tmp_path / "run")
    assert "no file" in sentence_of(with_task(small, data="gone.tsv"), tmp_path / "run")


def test_a_length_beyond_the_models_is_said(small: Recipe, tmp_path: Path):
    assert "reads 24 tokens" in sentence_of(replace(small, max_length=25), tmp_path / "run")
    assert "tokens: raise" in sentence_of(replace(small, max_length=3), tmp_path / "run")


def test_an_empty_dev_part_is_said(small: Recipe, tmp_path: Path):
    (tmp_path / "data" / "dev.tsv").write_text("sentence\tlabel\n")
    assert "dev.tsv" in sentence_of(small, tmp_path / "run")
    (tmp_path / "data" / "dev.tsv").unlink()
    session = TrainingSession(small, tmp_path / "held")
    train(session)
    session.close()
    assert any("held out to measure on" in note for note in session.notes)


def test_numbers_that_make_no_task_are_said(small: Recipe, tmp_path: Path):
    for name, number in (("stride", 0), ("examples", -1), ("longest_answer", 0)):
        with pytest.raises(RunError, match=f"{name} is {number}: set it to"):
            TrainingSession(with_task(small, **{name: number}), tmp_path / "run")


def test_a_question_longer_than_the_model_and_a_passage_of_many_windows(
    small: Recipe, tmp_path: Path
):
    folder = tmp_path / "long"
    folder.mkdir()
    rng = random.Random("long")
    for name, sentences in (("train", 30), ("dev", 12)):
        path = write_questions(folder / f"{name}.json", rng, 6, sentences=sentences)
        text = path.read_text().replace("likes the boat ?", "likes the boat " * 40 + "?")
        path.write_text(text)
    session = TrainingSession(with_task(small, data=str(folder), stride=4), tmp_path / "run")
    reported = train(session)
    session.close()
    assert reported[-1].held_out is not None
    assert reported[-1].held_out.score is not None
    assert load_model(tmp_path / "run" / "model").kind is Kind.QA


def test_a_passage_of_100_000_words_is_trained_on(small: Recipe, tmp_path: Path):
    words = " ".join(["the boat and the rose"] * 20_000)
    path = tmp_path / "huge.jsonl"
    rows = [
        {"question": f"likes the {thing} ?", "context": passage, "answer": "boat"}
        for thing, passage in (("boat", words), ("rose", "ben likes the boat ."))
    ]
    path.write_bytes(b"\n".join(map(msgspec.json.encode, rows)))
    dev = write_questions(tmp_path / "dev.json", random.Random(0), 3)
    recipe = with_task(small, data=str(path), dev=str(dev), kind=Kind.QA)
    session = TrainingSession(replace(recipe, steps=2), tmp_path / "run")
    assert [m.pairs for m in train(session)][1:] == [14, 14]
    session.close()


def test_a_sentence_of_100_000_words_is_cut(small: Recipe, tmp_path: Path):
    path = tmp_path / "data" / "train.tsv"
    path.write_text(path.read_text() + "the boat " * 50_000 + "\tin\n")
    session = TrainingSession(replace(small, batch_size=1000), tmp_path / "run")
    assert max(m.tokens for m in train(session)) <= (TRAIN + 1) * 24
    session.close()


def test_data_that_is_gone_when_a_run_is_taken_up_is_said(small: Recipe, tmp_path: Path):
    session = TrainingSession(small, tmp_path / "run")
    train(session, 2)
    session.close()
    shutil.rmtree(tmp_path / "data")
    resumed = TrainingSession(None, tmp_path / "run", resume=True)
    with pytest.raises(TaskError):
        train(resumed)
    resumed.close()
    assert load_model(tmp_path / "run" / "model").labels == LABELS
