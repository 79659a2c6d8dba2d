"""What TensorBoard itself reads out of the files."""

import importlib.util
import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

from bertscope.engine.reports import HeldOut, StepMetrics
from bertscope.engine.tensorboard import EventFiles
from bertscope.engine.training import TrainingSession
from bertscope.errors import RunError
from bertscope.recipe import Recipe
from tests.wire.small import make_recipe

METRICS = ("mlm_loss", "nsp_loss", "mlm_accuracy", "nsp_accuracy")
Scalars = dict[str, list[tuple[int, float]]]


@pytest.fixture
def small(tmp_path: Path) -> Recipe:
    return make_recipe(tmp_path)


def train(run: Path, recipe: Recipe | None, *, resume: bool = False, until: int = 99) -> Any:
    session = TrainingSession(recipe, run, resume=resume, tensorboard=True)
    for event in session.advance():
        if getattr(event, "step", None) == until:
            break
    return session


def written(run: Path) -> Scalars:
    events = EventAccumulator(str(run / "tensorboard"))
    events.Reload()
    return {
        tag: [(event.step, event.value) for event in events.Scalars(tag)]
        for tag in events.Tags()["scalars"]
    }


def expected(run: Path) -> Scalars:
    """The same from metrics.jsonl."""
    lines = [json.loads(line) for line in (run / "metrics.jsonl").read_text().splitlines()]
    tags = {f"held_out/{name}": f"held_out_{name}" for name in (*METRICS, "loss")}
    tags |= {f"train/{name}": name for name in (*METRICS, "loss", "learning_rate")}
    return {
        tag: [(line["step"], pytest.approx(line[key])) for line in lines if key in line]
        for tag, key in tags.items()
    }


def test_every_metric_is_written(small: Recipe, tmp_path: Path):
    train(tmp_path / "run", small).close()
    found = written(tmp_path / "run")
    assert found == expected(tmp_path / "run")
    assert [step for step, _ in found["train/loss"]] == [1, 2, 3, 4, 5, 6]
    assert [step for step, _ in found["held_out/mlm_loss"]] == [0, 3, 6]


def test_steps_that_come_again_count_once(
    small: Recipe, tmp_path: Path, caplog: pytest.LogCaptureFixture
):
    run = tmp_path / "run"
    killed = train(run, small, until=2)
    killed.save_checkpoint()
    for event in killed.advance():
        if getattr(event, "step", None) == 5:
            break
    # Not closed, but all of its metrics have reached the disk.
    killed.abandon()
    assert [step for step, _ in written(run)["train/loss"]] == [1, 2, 3, 4, 5]
    train(run, None, resume=True).close()
    assert written(run) == expected(run)
    # TensorBoard notes that it leaves out what came again.
    assert {record.name for record in caplog.records} == {"tensorboard"}
    caplog.clear()


def test_without_the_package_nothing_is_trained(
    small: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    find = importlib.util.find_spec
    monkeypatch.setattr(
        "importlib.util.find_spec", lambda name: None if name == "tensorboard" else find(name)
    )
    with pytest.raises(RunError, match=r"`pip install bertscope\[tensorboard\]`"):
        TrainingSession(small, tmp_path / "run", tensorboard=True)
    assert not (tmp_path / "run").exists()


def test_what_was_not_measured_has_no_curve(tmp_path: Path):
    """Only the built-in stories have decoys to measure on."""
    measured = HeldOut(mlm_loss=6.0, nsp_loss=0.7, mlm_accuracy=0.1, nsp_accuracy=0.5)
    for name, decoys in (("without", None), ("with", 0.625)):
        events = EventFiles(tmp_path / name / "tensorboard", 0)
        held_out = msgspec.structs.replace(measured, nsp_decoy_accuracy=decoys)
        events.append(StepMetrics(step=3, held_out=held_out))
        events.close()
    plain = written(tmp_path / "without")
    assert plain.keys() == {f"held_out/{name}" for name in METRICS}
    decoyed = {**plain, "held_out/nsp_decoy_accuracy": [(3, 0.625)]}
    assert written(tmp_path / "with") == decoyed
