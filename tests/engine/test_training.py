"""A session from recipe to model folder, left and taken up again."""

import json
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import numpy as np
import pytest
import torch

from bertscope.engine import disk, run_writer, snapshots
from bertscope.engine import lines as lines_of_files
from bertscope.engine.background import Background
from bertscope.engine.folder import load_model
from bertscope.engine.reports import StepMetrics
from bertscope.engine.run_lock import is_busy
from bertscope.engine.snapshots import load_snapshot
from bertscope.engine.training import Progress, State, TrainingSession
from bertscope.errors import (
    BertscopeError,
    CorpusError,
    DeviceError,
    NotFiniteError,
    PausedError,
    RunError,
)
from bertscope.places import DEFAULT_MODEL
from bertscope.recipe import Recipe
from bertscope.run_folder import (
    COLUMNS,
    Happening,
    MetricsTail,
    kept_steps,
    read_events,
    read_recipe,
)
from bertscope.text.masking import MaskRule
from bertscope.text.tokenizer import WordPieceTokenizer

replace = msgspec.structs.replace
Weights = dict[str, torch.Tensor]


def train(session: TrainingSession, steps: int | None = None) -> list[StepMetrics]:
    """Advance to the end or through `steps`; what was reported."""
    reported = []
    for event in session.advance():
        if isinstance(event, StepMetrics):
            reported.append(event)
            if event.step == steps:
                break
    return reported


def weights(session: TrainingSession) -> Weights:
    assert session.loaded is not None
    return {name: value.clone() for name, value in session.loaded.model.state_dict().items()}


def same(first: Weights, second: Weights) -> bool:
    return all(torch.equal(first[name], second[name]) for name in first)


def lines(folder: Path) -> list[dict[str, float]]:
    found = [json.loads(line) for line in (folder / "metrics.jsonl").read_text().splitlines()]
    return [{k: v for k, v in line.items() if k != "seconds"} for line in found]


@pytest.fixture
def small(recipe: Recipe, tmp_path: Path, vocabulary_folder: Path) -> Recipe:
    """From a small model folder, for the presets are larger than a test needs."""
    from bertscope.engine.config import BertConfig
    from bertscope.engine.folder import save_model
    from bertscope.engine.model import new_model
    from bertscope.text.tokenizer import WordPieceTokenizer

    tokenizer = WordPieceTokenizer.load(vocabulary_folder)
    config = BertConfig(
        vocab_size=len(tokenizer),
        hidden_size=32,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=64,
        max_position_embeddings=24,
    )
    save_model(tmp_path / "start", new_model(config, 0), config, tokenizer)
    return replace(recipe, start=str(tmp_path / "start"))


def test_a_session_from_recipe_to_model(recipe: Recipe, tmp_path: Path):
    session = TrainingSession(recipe, tmp_path / "run")
    assert (session.state, session.loaded, session.step) == (State.PREPARING, None, 0)
    reported = train(session)
    assert [m.step for m in reported] == list(range(7))
    assert session.finished
    assert session.state is State.FINISHED
    assert 0.3 < session.random_share < 0.9
    session.close()
    assert session.state is State.CLOSED
    folder = tmp_path / "run"
    assert sorted(path.name for path in folder.iterdir()) == [
        "checkpoints",
        "events.jsonl",
        "metrics.jsonl",
        "model",
        "run.json",
        "run.lock",
        "snapshots",
    ]
    kept = kept_steps(folder)
    assert (kept[0], kept[-1]) == (0, 6)
    assert [event.what for event in read_events(folder)] == [
        Happening.STARTED,
        Happening.FINISHED,
        Happening.CHECKPOINT,
    ]
    assert read_events(folder) == session.events
    assert [line["step"] for line in lines(folder)] == list(range(7))
    loaded = load_model(folder / "model")
    assert loaded.config.hidden_size == 128
    assert loaded.config.max_position_embeddings == recipe.max_length
    assert same(weights(session), loaded.model.state_dict())


def test_the_model_of_step_0_is_there_while_the_corpus_is_read(small: Recipe, tmp_path: Path):
    session = TrainingSession(small, tmp_path / "run")
    texts = []
    for event in session.advance():
        assert isinstance(event, Progress)
        if session.loaded is not None:
            break
        texts.append(event.text)
    assert event.text == "Reading the corpus"
    assert set(texts) == {"Building the model"}
    assert session.step == 0
    assert session.loaded is not None
    # A session that only prepared leaves no trace.
    session.close()
    assert not (tmp_path / "run").exists()


@pytest.mark.parametrize("left_at", [0, 2, 3, 6])
def test_a_session_taken_up_again_equals_one_never_left(
    small: Recipe, tmp_path: Path, left_at: int
):
    whole = TrainingSession(small, tmp_path / "whole")
    train(whole)
    left = TrainingSession(small, tmp_path / "left")
    train(left, left_at)
    left.close()
    resumed = TrainingSession(None, tmp_path / "left", resume=True)
    assert [m.step for m in train(resumed)] == list(range(left_at + 1, 7))
    assert resumed.notes == []
    assert same(weights(whole), weights(resumed))
    assert lines(tmp_path / "whole") == lines(tmp_path / "left")


def test_a_session_killed_goes_on_from_its_last_checkpoint(small: Recipe, tmp_path: Path):
    whole = TrainingSession(small, tmp_path / "whole")
    train(whole)
    killed = TrainingSession(small, tmp_path / "killed")
    train(killed, 2)
    killed.save_checkpoint()
    train(killed, 5)
    killed.abandon()
    # Not closed: the metrics are ahead of the checkpoint.
    assert lines(tmp_path / "killed")[-1]["step"] == 5
    resumed = TrainingSession(None, tmp_path / "killed", resume=True)
    assert [m.step for m in train(resumed)] == [3, 4, 5, 6]
    assert same(weights(whole), weights(resumed))
    assert lines(tmp_path / "whole") == lines(tmp_path / "killed")


def test_a_session_killed_before_any_checkpoint_begins_anew(small: Recipe, tmp_path: Path):
    killed = TrainingSession(small, tmp_path / "run")
    train(killed, 2)
    killed.abandon()
    resumed = TrainingSession(None, tmp_path / "run", resume=True)
    assert [m.step for m in train(resumed)] == list(range(7))
    assert [line["step"] for line in lines(tmp_path / "run")] == list(range(7))


def test_a_damaged_checkpoint_is_passed_over_and_said(small: Recipe, tmp_path: Path):
    session = TrainingSession(small, tmp_path / "run")
    train(session, 2)
    session.save_checkpoint()
    train(session, 4)
    session.close()
    damaged = tmp_path / "run" / "checkpoints" / "step-000004" / "optimizers.safetensors"
    content = bytearray(damaged.read_bytes())
    content[-1] ^= 1
    damaged.write_bytes(content)
    resumed = TrainingSession(None, tmp_path / "run", resume=True)
    assert [m.step for m in train(resumed)] == [3, 4, 5, 6]
    assert "step-000004 was passed over: optimizers.safetensors is damaged" in resumed.notes[0]


def test_checkpoints_are_written_by_the_clock(small: Recipe, tmp_path: Path):
    session = TrainingSession(replace(small, checkpoint_seconds=0.0), tmp_path / "run")
    train(session)
    session.close()
    names = sorted(path.name for path in (tmp_path / "run" / "checkpoints").iterdir())
    # They are written beside the training: which one was the last before the end is the disk's.
    assert (len(names), names[-1]) == (2, "step-000006")


def test_the_last_step_can_be_moved(small: Recipe, tmp_path: Path):
    session = TrainingSession(small, tmp_path / "run")
    train(session, 2)
    session.change(replace(session.recipe, steps=3))
    assert [m.step for m in train(session)] == [3]
    assert session.finished
    session.change(replace(session.recipe, steps=5))
    assert not session.finished
    assert [m.step for m in train(session)] == [4, 5]
    session.change(replace(session.recipe, steps=1))
    assert session.recipe.steps == 5
    session.close()
    assert TrainingSession(None, tmp_path / "run", resume=True).recipe.steps == 5


def test_a_resumed_run_may_change_what_does_not_change_its_data(small: Recipe, tmp_path: Path):
    session = TrainingSession(small, tmp_path / "run")
    train(session, 2)
    session.close()
    smaller = replace(small, batch_size=4, steps=4, learning_rate=1e-4)
    resumed = TrainingSession(smaller, tmp_path / "run", resume=True)
    assert [m.pairs for m in train(resumed)] == [4, 4]
    resumed.close()
    with pytest.raises(RunError, match="can't change its max length, seed"):
        TrainingSession(replace(smaller, seed=9, max_length=16), tmp_path / "run", resume=True)


def test_folders_are_checked_before_anything_is_read(small: Recipe, tmp_path: Path):
    with pytest.raises(RunError, match="no run in"):
        TrainingSession(small, tmp_path / "nowhere", resume=True)
    session = TrainingSession(small, tmp_path / "run")
    train(session, 1)
    session.close()
    with pytest.raises(RunError, match="holds a run already"):
        TrainingSession(small, tmp_path / "run")


def test_a_corpus_that_fails_leaves_the_folder_free(small: Recipe, tmp_path: Path):
    session = TrainingSession(replace(small, corpus=str(tmp_path / "no.txt")), tmp_path / "run")
    with pytest.raises(CorpusError):
        train(session)
    session.close()
    assert not (tmp_path / "run").exists()


def test_a_full_disk_stops_with_a_sentence_and_can_be_gone_on_from(
    small: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    save_at_once(monkeypatch)
    session = TrainingSession(replace(small, checkpoint_seconds=0.0), tmp_path / "run")
    train(session, 2)

    def full(path: Path, _data: bytes) -> None:
        raise OSError(28, "No space left on device", str(path))

    with monkeypatch.context() as patch:
        patch.setattr(disk, "write_file", full)
        with pytest.raises(RunError, match="no room"):
            train(session)
    train(session)
    assert session.finished
    session.close()
    assert [line["step"] for line in lines(tmp_path / "run")] == list(range(7))


def test_what_the_machine_or_the_model_can_not_do_is_said(small: Recipe, tmp_path: Path):
    with pytest.raises(DeviceError, match="no device abacus"):
        TrainingSession(replace(small, device="abacus"), tmp_path / "run")
    with pytest.raises(RunError, match="reads 24 tokens"):
        train(TrainingSession(replace(small, max_length=25), tmp_path / "run"))
    with pytest.raises(BertscopeError, match="There is no size huge"):
        train(TrainingSession(replace(small, start="", preset="huge"), tmp_path / "run"))


def test_a_run_that_has_kept_weights_alone_can_be_started_from(small: Recipe, tmp_path: Path):
    first = TrainingSession(small, tmp_path / "first")
    train(first, 2)
    first.hold()
    first.abandon()
    assert not (tmp_path / "first" / "checkpoints").exists()
    second = TrainingSession(replace(small, start=str(tmp_path / "first")), tmp_path / "second")
    train(second, 0)
    assert same(weights(first), weights(second))
    second.abandon()


def test_a_model_that_ships_can_be_started_from_by_its_name(small: Recipe, tmp_path: Path):
    session = TrainingSession(replace(small, start=DEFAULT_MODEL), tmp_path / "run")
    train(session, 0)
    session.close()
    assert read_recipe(tmp_path / "run").start == DEFAULT_MODEL
    with pytest.raises(BertscopeError, match="no-such-model"):
        train(TrainingSession(replace(small, start="@no-such-model"), tmp_path / "other"))
    assert not (tmp_path / "other").exists()


def test_new_heads_are_said(small: Recipe, tmp_path: Path):
    import safetensors.torch

    path = Path(small.start) / "model.safetensors"
    state = safetensors.torch.load_file(path)
    safetensors.torch.save_file(
        {key: value for key, value in state.items() if not key.startswith("cls.seq")}, path
    )
    session = TrainingSession(small, tmp_path / "run")
    train(session, 0)
    assert session.loaded is not None
    assert session.loaded.new_heads == ("next-sentence head",)
    assert session.notes == ["New, with random weights: next-sentence head."]


# --- Changes on the way -----------------------------------------------------------------------

CHANGES = {
    2: {"learning_rate": 5e-3, "mask": MaskRule(rate=0.4)},
    4: {"batch_size": 4, "mlm_weight": 0.5, "nsp_weight": 2.0, "clip": 0.1, "steps": 9},
}
"""What is changed after which step."""


def train_changing(session: TrainingSession, steps: int | None = None) -> list[int]:
    """Advance as someone does who changes their mind on the way; the steps reported."""
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
    """Never left, with dropout."""
    whole = TrainingSession(small, tmp_path / "whole")
    assert train_changing(whole) == list(range(10))
    whole.close()
    return whole


@pytest.mark.parametrize("saved_at", [None, 2, 3])
def test_a_run_killed_makes_its_changes_again_where_they_were_made(
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
    changed = [event for event in resumed.events if event.what is Happening.CHANGED]
    assert [event.step for event in changed] == [2, 4]
    assert changed[0].words == "masks 15 % → 40 %, learning rate 0.003 → 0.005"


def killed_at_6(recipe: Recipe, folder: Path, changes_of: str) -> int:
    """How a process ends that trains, changes as a test file's `CHANGES` say, and is killed.

    Its checkpoint is of step 3.
    """
    code = f"""
import os, signal, sys
from pathlib import Path
import msgspec
import torch
from bertscope.engine.training import TrainingSession
from bertscope.recipe import Recipe
from tests.engine.{changes_of} import CHANGES, replace
torch.set_num_threads(1)
recipe = msgspec.json.decode(sys.argv[1], type=Recipe)
session = TrainingSession(recipe, Path(sys.argv[2]))
for event in session.advance():
    step = getattr(event, "step", None)
    if step in CHANGES:
        session.change(replace(session.recipe, **CHANGES[step]))
    if step == 3:
        session.save_checkpoint()
    if step == 6:
        os.kill(os.getpid(), signal.SIGKILL)
"""
    child = subprocess.run(
        [sys.executable, "-c", code, msgspec.json.encode(recipe).decode(), str(folder)],
        cwd=Path(__file__).parents[2],
        check=False,
    )
    return child.returncode


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signal that kills")
def test_a_run_killed_by_the_system_is_taken_up_too(
    whole: TrainingSession, small: Recipe, tmp_path: Path
):
    folder = tmp_path / "killed"
    assert killed_at_6(small, folder, "test_training") == -signal.SIGKILL
    assert lines(folder)[-1]["step"] == 6
    assert not is_busy(folder)
    resumed = TrainingSession(None, folder, resume=True)
    assert [m.step for m in train(resumed)] == list(range(4, 10))
    assert same(weights(whole), weights(resumed))
    resumed.close()
    assert lines(tmp_path / "whole") == lines(folder)


def test_other_choices_count_from_where_the_run_goes_on(small: Recipe, tmp_path: Path):
    killed = TrainingSession(small, tmp_path / "run")
    train_changing(killed, 3)
    killed.save_checkpoint()
    train_changing(killed, 5)
    killed.abandon()
    recipe = replace(killed.recipe, learning_rate=1e-4, batch_size=8)
    resumed = TrainingSession(recipe, tmp_path / "run", resume=True)
    assert [m.pairs for m in train(resumed)] == [8] * 6
    resumed.close()
    assert read_recipe(tmp_path / "run") == recipe
    changed = [event for event in resumed.events if event.what is Happening.CHANGED]
    assert [event.step for event in changed] == [2, 4, 3]
    # Once more from the same checkpoint, by what counts now.
    shutil.rmtree(tmp_path / "run" / "checkpoints" / "step-000009")
    again = TrainingSession(None, tmp_path / "run", resume=True)
    train(again)
    assert same(weights(resumed), weights(again))
    again.abandon()


def test_what_needs_a_new_run_is_refused_and_changes_nothing(small: Recipe, tmp_path: Path):
    session = TrainingSession(small, tmp_path / "run")
    train(session, 1)
    for wrong in (replace(small, seed=4), replace(small, clip=-1.0)):
        with pytest.raises(RunError):
            session.change(wrong)
    assert session.recipe == small
    session.change(small)
    train(session)
    session.close()
    assert not any(event.what is Happening.CHANGED for event in session.events)


def test_a_smaller_budget_acts_while_training_holds(small: Recipe, tmp_path: Path):
    session = TrainingSession(small, tmp_path / "run")
    train(session, 2)
    snapshots = session.snapshots
    assert snapshots is not None
    snapshots.wait()
    assert snapshots.steps
    session.change(replace(small, snapshot_bytes=0))
    assert kept_steps(tmp_path / "run") == []
    session.close()
    # Whoever reads the run knows its words all the same.
    assert WordPieceTokenizer.load(tmp_path / "run" / "snapshots")


# --- Looking back -----------------------------------------------------------------------------


def test_every_kept_step_is_the_model_as_it_was(small: Recipe, tmp_path: Path):
    session = TrainingSession(small, tmp_path / "run")
    before = {}
    for event in session.advance():
        if isinstance(event, StepMetrics):
            before[event.step] = weights(session)
            assert session.snapshots is not None
            session.snapshots.wait()
    assert kept_steps(tmp_path / "run") == list(range(7))
    for step, then in before.items():
        assert same(then, load_snapshot(tmp_path / "run", step).model.state_dict())
    session.close()


def test_a_run_gone_on_with_keeps_nothing_behind_its_step(small: Recipe, tmp_path: Path):
    killed = TrainingSession(small, tmp_path / "run")
    train(killed, 2)
    killed.save_checkpoint()
    train(killed, 4)
    killed.hold()
    killed.abandon()
    assert kept_steps(tmp_path / "run")[-1] == 4
    resumed = TrainingSession(None, tmp_path / "run", resume=True)
    next(event for event in resumed.advance() if resumed.trainer)
    assert resumed.snapshots is not None
    resumed.snapshots.wait()
    assert kept_steps(tmp_path / "run")[-1] == 2
    resumed.abandon()


# --- Holding and leaving ----------------------------------------------------------------------


def test_where_training_holds_all_is_saved(
    small: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(run_writer, "HOLD_SECONDS", 0.0)
    session = TrainingSession(small, tmp_path / "run")
    for step in (2, 3):
        train(session, step)
        session.hold()
    assert lines(tmp_path / "run")[-1]["step"] == 3
    session.abandon()
    assert kept_steps(tmp_path / "run")[-1] == 3
    names = sorted(path.name for path in (tmp_path / "run" / "checkpoints").iterdir())
    assert names[0] == "step-000002"
    # Whoever kills it now loses nothing; and a single step is no pause of its own.
    assert read_events(tmp_path / "run") == session.events
    assert [event.step for event in session.events if event.what is Happening.PAUSED] == [2]


def test_one_program_trains_a_run_at_a_time(small: Recipe, tmp_path: Path):
    folder = tmp_path / "run"
    first = TrainingSession(small, folder)
    next(first.advance())
    assert is_busy(folder)
    with pytest.raises(RunError, match="run is being trained by another program"):
        train(TrainingSession(small, folder))
    train(first, 1)
    with pytest.raises(RunError, match="run is being trained by another program"):
        train(TrainingSession(None, folder, resume=True))
    first.close()
    assert not is_busy(folder)
    second = TrainingSession(None, folder, resume=True)
    train(second)
    second.close()


def test_a_loss_that_is_no_number_is_noted(small: Recipe, tmp_path: Path):
    session = TrainingSession(
        replace(small, learning_rate=1e30, clip=1e30, steps=50), tmp_path / "run"
    )
    with pytest.raises(RunError, match="no longer a finite number"):
        train(session)
    session.abandon()
    assert session.events[-1] == read_events(tmp_path / "run")[-1]
    noted = [event for event in session.events if event.what is Happening.NOT_FINITE]
    assert [event.step for event in noted] == [session.step]


def test_training_goes_on_from_no_checkpoint_that_was_spoiled_before(small: Recipe, tmp_path: Path):
    folder = tmp_path / "run"
    session = TrainingSession(replace(small, steps=50), folder)
    train(session, 3)
    session.save_checkpoint()
    session.change(replace(session.recipe, learning_rate=1e30, clip=1e30))
    train(session, 4)
    session.save_checkpoint()
    with pytest.raises(NotFiniteError):
        train(session)
    session.abandon()
    again = TrainingSession(
        replace(session.recipe, learning_rate=1e-3, clip=1.0), folder, resume=True
    )
    (first,) = train(again, 4)
    assert first.mlm_loss is not None
    assert first.mlm_loss < 10
    again.abandon()


def test_what_is_changed_while_a_step_is_measured_counts_for_later_ones(
    small: Recipe, tmp_path: Path
):
    session = TrainingSession(small, tmp_path / "run")
    train(session, 2)
    for event in session.advance():
        if event is None and session.step == 3:
            session.change(replace(small, mlm_weight=5.0, evaluate_every=1))
        if isinstance(event, StepMetrics):
            break
    assert isinstance(event, StepMetrics)
    assert event.held_out is not None
    assert event.held_out.loss == pytest.approx(event.held_out.mlm_loss + event.held_out.nsp_loss)
    session.abandon()


# --- Bad days of the disk ---------------------------------------------------------------------


@pytest.mark.parametrize("name", ["metrics.jsonl", "events.jsonl", "run.json", "manifest.json"])
def test_a_full_disk_pauses_and_nothing_is_lost_or_done_twice(
    small: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
):
    whole = TrainingSession(small, tmp_path / "whole")
    train(whole, 3)
    whole.change(replace(small, learning_rate=1e-3))
    train(whole)
    folder = tmp_path / "run"
    session = TrainingSession(small, folder)
    told = [m.step for m in train(session, 3)]
    session.change(replace(small, learning_rate=1e-3, checkpoint_seconds=0.0))
    with monkeypatch.context() as patch:
        save_at_once(patch)
        fill_disk_for(name, patch)
        for _ in range(2):
            with pytest.raises(PausedError, match="no room to write"):
                told += told_steps(session)
    told += told_steps(session)
    session.close()
    assert sorted(told) == list(range(7))
    assert lines(tmp_path / "whole") == lines(folder)
    assert same(weights(whole), weights(session))
    assert read_events(folder) == session.events
    whole.abandon()


def told_steps(session: TrainingSession) -> Iterator[int]:
    """The steps of the rest, one by one: what comes before an error is told too."""
    for event in session.advance():
        if isinstance(event, StepMetrics):
            yield event.step


class SavedAtOnce(Background[Path]):
    """Training waits for the checkpoint: which step it fails at doesn't depend on the disk."""

    def __init__(self, work: Callable[[], Path]) -> None:
        super().__init__(work)
        self.wait()


def save_at_once(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(run_writer, "Background", SavedAtOnce)


def fill_disk_for(name: str, patch: pytest.MonkeyPatch) -> None:
    """No file of that name can be written."""
    write, flush = disk.write_file, lines_of_files.Lines.flush

    def writing(path: Path, data: bytes) -> None:
        if path.name.startswith(name):
            raise OSError(28, "No space left on device", str(path))
        write(path, data)

    def flushing(waiting: lines_of_files.Lines) -> None:
        if waiting.path.name == name and waiting._waiting:
            raise OSError(28, "No space left on device", str(waiting.path))
        flush(waiting)

    patch.setattr(disk, "write_file", writing)
    patch.setattr(lines_of_files.Lines, "flush", flushing)


def test_a_disk_too_full_for_snapshots_is_noted_once(
    small: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    session = TrainingSession(small, tmp_path / "run")
    train(session, 0)
    monkeypatch.setattr(disk, "free", lambda _: snapshots.FREE_BYTES)
    for step in (1, 2, 3):
        train(session, step)
        assert session.snapshots is not None
        session.snapshots.wait()
    train(session)
    session.close()
    (noted,) = [event for event in session.events if event.what is Happening.NOTED]
    assert "nearly full" in noted.words
    assert session.notes == [noted.words]
    assert noted in read_events(tmp_path / "run")


def test_a_loss_on_held_out_pairs_that_is_no_number_spoils_no_curve(small: Recipe, tmp_path: Path):
    wild = replace(small, learning_rate=1e30, clip=1e18, evaluate_every=1, warmup_steps=0)
    session = TrainingSession(wild, tmp_path / "run")
    with pytest.raises(NotFiniteError):
        train(session)
    session.abandon()
    table = MetricsTail(tmp_path / "run").read()
    assert not np.isfinite(table[-1, COLUMNS.index("held_out_mlm_loss")])
    assert "null" not in (tmp_path / "run" / "metrics.jsonl").read_text()


def test_the_model_before_is_back_where_the_new_one_takes_no_place(
    small: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    folder = tmp_path / "run"
    first = TrainingSession(small, folder)
    train(first, 2)
    first.close()
    before = load_model(folder / "model").model.state_dict()
    second = TrainingSession(None, folder, resume=True)
    train(second)
    move = disk.move

    def refused(path: Path, to: Path) -> None:
        if path.name == "model.tmp":
            raise PermissionError(13, "Permission denied", str(path))
        move(path, to)

    with monkeypatch.context() as patch:
        patch.setattr(disk, "move", refused)
        with pytest.raises(PausedError, match="can't be written"):
            second.close()
    assert same(before, load_model(folder / "model").model.state_dict())
    assert not is_busy(folder)


def test_a_disk_that_fills_up_at_the_beginning_leaves_no_folder(
    small: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    folder = tmp_path / "run"
    session = TrainingSession(small, folder)

    def full(path: Path, *_: object) -> None:
        (path / "vocab.txt").write_text("half")
        raise OSError("No space left on device (os error 28)")

    with monkeypatch.context() as patch:
        patch.setattr(snapshots, "write_words", full)
        with pytest.raises(RunError, match="no room to write"):
            train(session)
    assert not folder.exists()
    train(session)
    session.close()
    assert [line["step"] for line in lines(folder)] == list(range(7))


@pytest.mark.parametrize("name", ["events.jsonl", "metrics.jsonl"])
def test_a_line_that_was_cut_short_spoils_no_other(small: Recipe, tmp_path: Path, name: str):
    session = TrainingSession(small, tmp_path / "run")
    train(session, 2)
    session.close()
    with (tmp_path / "run" / name).open("ab") as file:
        file.write(b'{"step":2,"wha')
    resumed = TrainingSession(None, tmp_path / "run", resume=True)
    train(resumed)
    resumed.close()
    assert read_events(tmp_path / "run") == resumed.events
    assert [line["step"] for line in lines(tmp_path / "run")] == list(range(7))


def test_tensorboards_files_cost_a_run_nothing(
    small: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    class Full:
        def __getattr__(self, name: str) -> object:
            raise OSError(28, "No space left on device")

    session = TrainingSession(small, tmp_path / "run", tensorboard=True)
    train(session, 1)
    assert session._writer is not None
    assert session._writer._tensorboard is not None
    whole = session._writer._tensorboard._writer
    monkeypatch.setattr(session._writer._tensorboard, "_writer", Full())
    train(session)
    session.close()
    whole.close()
    assert session.finished
    assert not is_busy(tmp_path / "run")


def test_a_folder_that_cannot_be_looked_into_is_not_taken_for_deleted(
    small: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    session = TrainingSession(small, tmp_path / "run")
    train(session, 2)

    def refused(path: Path, *_: object, **__: object) -> bool:
        raise PermissionError(13, "Permission denied", str(path))

    with monkeypatch.context() as patch:
        for name in ("is_file", "open"):
            patch.setattr(Path, name, refused)
        with pytest.raises(PausedError, match="Permission denied"):
            train(session)
    train(session)
    session.close()
    assert [line["step"] for line in lines(tmp_path / "run")] == list(range(7))


def test_a_deleted_folder_is_made_again_and_can_be_gone_on_from(small: Recipe, tmp_path: Path):
    whole = TrainingSession(small, tmp_path / "whole")
    train(whole)
    folder = tmp_path / "run"
    session = TrainingSession(small, folder)
    train(session, 2)
    assert session.snapshots is not None
    session.snapshots.wait()
    shutil.rmtree(folder)
    with pytest.raises(PausedError, match="is gone, and its metrics so far with it"):
        train(session)
    assert not folder.exists()
    assert [m.step for m in train(session, 4)] == [3, 4]
    assert is_busy(folder)
    session.abandon()
    resumed = TrainingSession(None, folder, resume=True)
    train(resumed)
    assert same(weights(whole), weights(resumed))
    assert [line["step"] for line in lines(folder)] == [3, 4, 5, 6]
    assert [event.what for event in resumed.events][:2] == [Happening.STARTED, Happening.CHECKPOINT]
    for left in (whole, resumed):
        left.abandon()
