"""`bertscope pretrain` in several processes: the same training, one voice, one folder."""

import json
import os
import signal
import subprocess
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file

from bertscope.engine.checkpoint import find_damage, newest_whole, step_of
from bertscope.task import Kind
from tests.cli.conftest import Bertscope
from tests.cli.test_pretrain import _interrupt_at
from tests.engine.labelled_data import write_task
from tests.torchrun import PATIENCE, run_torchrun, torchrun
from tests.wire.small import LENGTH

pytestmark = pytest.mark.slow

Words = tuple[object, ...]
SAME = 1e-6
"""Sums are rounded differently where they are made in another order."""


@pytest.fixture
def words(corpus: Path, model: Path) -> Words:
    """A run of milliseconds, with dropout; Muon's bf16 steps would magnify a rounded bit."""
    sizes = ("--batch-size", 8, "--micro-batch", 4, "--held-out-pairs", 8, "--max-length", LENGTH)
    often = ("--evaluate-every", 2, "--warmup-steps", 1, "--device", "cpu")
    gently = ("--optimizer", "adamw", "--learning-rate", 1e-3)
    return ("pretrain", "--corpus", corpus, "--start", model, *sizes, *often, *gently)


def wait_for(process: "subprocess.Popen[str]", start: str) -> None:
    assert process.stdout is not None
    assert any(line.startswith(start) for line in process.stdout)


def lines(run: Path) -> list[dict[str, float]]:
    found = [json.loads(line) for line in (run / "metrics.jsonl").read_text().splitlines()]
    return [{**line, "seconds": 0} for line in found]


def assert_same(one: Path, other: Path) -> None:
    for a, b in zip(lines(one), lines(other), strict=True):
        assert a == pytest.approx(b, abs=SAME)
    ours, theirs = (load_file(run / "model" / "model.safetensors") for run in (one, other))
    for weights in (ours, theirs):
        # What is added to all logits alike changes no probability: its gradient is rounding alone,
        # which AdamW magnifies.
        weights.pop("qa_outputs.bias", None)
    torch.testing.assert_close(ours, theirs, rtol=0, atol=SAME)


def test_two_processes_train_as_one_does(bertscope_: Bertscope, words: Words, tmp_path: Path):
    one, two = tmp_path / "one", tmp_path / "two"
    alone = bertscope_(*words, "--steps", 20, "--out", one)
    said = run_torchrun("bertscope", *words, "--steps", 20, "--out", two)
    assert said.code == 0
    assert said.out == alone.out.replace(str(one), str(two))
    assert "bertscope:" not in said.err
    assert_same(one, two)
    assert sorted(path.name for path in two.iterdir()) == sorted(p.name for p in one.iterdir())


def test_a_run_begun_by_one_process_goes_on_in_two(
    bertscope_: Bertscope, words: Words, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """With one pair a step, so that the second process has nothing to do but to keep up."""
    words = (*words, "--batch-size", 1, "--steps", 8)
    bertscope_(*words, "--out", tmp_path / "whole")
    with monkeypatch.context() as patch:
        _interrupt_at(patch, 3)
        bertscope_(*words, "--out", tmp_path / "left")
    said = run_torchrun("bertscope", "pretrain", "--resume", "--out", tmp_path / "left")
    assert said.code == 0
    assert "8 of 8 steps" in said.out
    assert_same(tmp_path / "whole", tmp_path / "left")


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="finds the second process in /proc")
def test_a_dead_process_ends_the_run_and_one_goes_on_with_it(
    bertscope_: Bertscope, words: Words, tmp_path: Path
):
    run = tmp_path / "run"
    with torchrun("bertscope", *words, "--steps", 10**6, "--out", run) as process:
        wait_for(process, "step 50:")
        os.kill(process_of_rank(1, process.pid), signal.SIGKILL)
        _, errors = process.communicate(timeout=PATIENCE)
    assert process.returncode == 1
    (sentence,) = [line for line in errors.splitlines() if line.startswith("bertscope:")]
    assert "Another process of this run died" in sentence
    assert "--resume" in sentence
    reached = int(lines(run)[-1]["step"])
    checkpoint = run / "checkpoints" / f"step-{reached:06d}"
    assert find_damage(checkpoint) is None

    steps = reached + 4
    said = bertscope_("pretrain", "--resume", "--steps", steps, "--out", run)
    assert (said.code, said.err) == (0, "")
    assert [line["step"] for line in lines(run)] == list(range(steps + 1))


def test_if_the_first_dies_another_says_so_and_two_go_on_with_it(
    bertscope_: Bertscope, words: Words, tmp_path: Path
):
    """It alone writes: what counts is its last checkpoint. One, two and three share six parts."""
    whole, run = tmp_path / "whole", tmp_path / "run"
    words = (*words, "--batch-size", 12, "--micro-batch", 2, "--steps", 20)
    bertscope_(*words, "--out", whole)
    said = run_torchrun("tests.cli.dying_child", 0, 8, *words, "--out", run, processes=3)
    assert said.code == 1
    (sentence,) = [line for line in said.err.splitlines() if line.startswith("bertscope:")]
    assert "Another process of this run died" in sentence
    assert "--resume" in sentence
    folder, passed_over = newest_whole(run / "checkpoints")
    assert folder is not None
    # It is written beside the training, which may be some steps ahead.
    assert (step_of(folder) or 0) <= 7
    assert passed_over == []

    said = run_torchrun("bertscope", "pretrain", "--resume", "--out", run)
    assert said.code == 0
    assert "20 of 20 steps" in said.out
    assert_same(whole, run)


def process_of_rank(rank: int, parent: int) -> int:
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    (found,) = [
        int(child)
        for child in children
        if f"RANK={rank}".encode() in Path(f"/proc/{child}/environ").read_bytes().split(b"\0")
    ]
    return found


def test_ctrl_c_stops_all_at_the_same_step(bertscope_: Bertscope, words: Words, tmp_path: Path):
    whole, run = tmp_path / "whole", tmp_path / "run"
    steps = ("--steps", 200)
    with torchrun("tests.cli.dawdling_child", 50, *words, *steps, "--out", run) as process:
        wait_for(process, "step 50:")
        process.send_signal(signal.SIGINT)
        out, _ = process.communicate(timeout=PATIENCE)
    reached = int(lines(run)[-1]["step"])
    assert 50 <= reached < 200
    assert f"{reached} of 200 steps" in out
    # A machine slow enough leaves one of the clock beside it.
    assert max(path.name for path in (run / "checkpoints").iterdir()) == f"step-{reached:06d}"
    # Two processes, then one.
    assert bertscope_("pretrain", "--resume", "--out", run).code == 0
    assert bertscope_(*words, *steps, "--out", whole).code == 0
    assert_same(whole, run)


def test_what_is_wrong_for_all_is_said_once(words: Words, tmp_path: Path):
    said = run_torchrun(
        "bertscope", *words, "--corpus", tmp_path / "nowhere.txt", "--out", tmp_path / "run"
    )
    assert said.code == 1
    (sentence,) = [line for line in said.err.splitlines() if line.startswith("bertscope:")]
    assert "There is no" in sentence
    assert not (tmp_path / "run").exists()


def test_a_loss_that_is_no_number_stops_all_and_keeps_the_steps_before(
    words: Words, tmp_path: Path
):
    run = tmp_path / "run"
    said = run_torchrun("bertscope", *words, "--learning-rate", 1e30, "--steps", 50, "--out", run)
    assert said.code == 1
    (sentence,) = [line for line in said.err.splitlines() if line.startswith("bertscope:")]
    assert "lower learning rate" in sentence
    reached = int(lines(run)[-1]["step"])
    assert find_damage(run / "checkpoints" / f"step-{reached:06d}") is None


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        (Kind.QA, ("--batch-size", 11, "--stride", 4)),
        # A process that neither trains nor measures keeps up with the other.
        (Kind.CLASSIFICATION, ("--batch-size", 1, "--held-out-examples", 1, "--head-only")),
    ],
)
def test_two_processes_fine_tune_as_one_does(
    bertscope_: Bertscope, model: Path, tmp_path: Path, kind: Kind, more: Words
):
    data, one, two = write_task(tmp_path / "data", kind), tmp_path / "one", tmp_path / "two"
    words = ("finetune", "--task", data, "--model", model, "--device", "cpu", *more)
    rates = ("--optimizer", "adamw", "--learning-rate", 1e-3, "--evaluate-every", 2)
    words = (*words, "--micro-batch", 2, "--max-length", LENGTH, *rates, "--steps", 8)
    alone = bertscope_(*words, "--out", one)
    assert alone.code == 0
    said = run_torchrun("bertscope", *words, "--out", two)
    assert said.code == 0
    assert said.out == alone.out.replace(str(one), str(two))
    assert_same(one, two)
    assert any("held_out_score" in line for line in lines(two))
