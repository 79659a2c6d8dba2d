"""What is chosen for a task and a model."""

import json
from pathlib import Path

import pytest

from bertscope import places
from bertscope.recipe import Optimizer, Recipe
from bertscope.task import BUILT_IN_TASKS, Kind, Start, Task
from bertscope.text.tasks.defaults import fine_tuning


def model(folder: Path, width: int, positions: int = 512) -> str:
    config = {"hidden_size": width, "max_position_embeddings": positions}
    (folder / "config.json").write_text(json.dumps(config), "utf-8")
    return str(folder)


@pytest.mark.parametrize("name", BUILT_IN_TASKS)
def test_a_task_that_ships_fits_the_model_that_ships(name: str):
    recipe = fine_tuning(Task(data=name), places.DEFAULT_MODEL, seed=3)
    assert (recipe.task, recipe.start) == (Task(data=name), places.DEFAULT_MODEL)
    assert recipe.seed == 3
    assert recipe.max_length <= 128
    assert recipe.optimizer is Optimizer.MUON
    assert recipe.warmup_steps < recipe.steps <= 300
    assert recipe.evaluate_every < recipe.steps


def test_both_starts_are_trained_alike():
    def choices(start: Start) -> Recipe:
        return fine_tuning(Task(data="feelings", start=start), places.DEFAULT_MODEL)

    one, other = choices(Start.PRETRAINED), choices(Start.RANDOM)
    assert one.learning_rate == other.learning_rate
    assert one.steps == other.steps


def test_few_examples_take_fewer_steps():
    steps = [
        fine_tuning(Task(data="feelings", examples=n), places.DEFAULT_MODEL).steps
        for n in (10, 100, 1000, 0)
    ]
    assert steps == sorted(steps)
    assert steps[0] < steps[1] < steps[2]


def test_wide_models_learn_slowly_and_by_adamw(tmp_path: Path):
    recipe = fine_tuning(Task(data="labels.csv"), model(tmp_path, 768))
    assert recipe.optimizer is Optimizer.ADAMW
    assert recipe.learning_rate == 5e-5
    middle = fine_tuning(Task(data="labels.csv"), model(tmp_path, 512))
    assert 5e-5 < middle.learning_rate < 5e-4


@pytest.mark.parametrize("task", [Task(data="dev.json"), Task(data="folder", kind=Kind.QA)])
def test_passages_are_as_long_as_the_model_takes(task: Task, tmp_path: Path):
    assert fine_tuning(task, model(tmp_path, 768)).max_length == 384
    assert fine_tuning(task, model(tmp_path, 768, positions=128)).max_length == 128


@pytest.mark.parametrize("text", [None, "not json", "[]", '{"hidden_size": 256}'])
def test_a_model_that_cannot_be_looked_at_is_taken_for_bert_base(text: str | None, tmp_path: Path):
    if text is not None:
        (tmp_path / "config.json").write_text(text, "utf-8")
    recipe = fine_tuning(Task(data="labels.csv"), str(tmp_path))
    assert (recipe.learning_rate, recipe.optimizer) == (5e-5, Optimizer.ADAMW)
