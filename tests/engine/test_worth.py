"""What pre-training is worth: the same trainings as runs would be, but for the encoder's start."""

from pathlib import Path

import msgspec
import pytest

from bertscope.engine import worth
from bertscope.engine.background import Progress
from bertscope.engine.config import BertConfig
from bertscope.engine.folder import save_model
from bertscope.engine.model import new_model
from bertscope.engine.training import TrainingSession
from bertscope.engine.worth import Trained, measure_worth
from bertscope.errors import BertscopeError, RunError, TaskError
from bertscope.places import DEFAULT_MODEL
from bertscope.recipe import Optimizer, Recipe
from bertscope.task import Kind, Start, Task
from bertscope.text.tasks.defaults import fine_tuning
from bertscope.text.tokenizer import WordPieceTokenizer
from tests.engine.labelled_data import DEV, TRAIN, write_task
from tests.engine.test_training import train

replace = msgspec.structs.replace
both = (Start.PRETRAINED, Start.RANDOM)


@pytest.fixture
def recipe(tmp_path: Path, config: BertConfig, tokenizer: WordPieceTokenizer) -> Recipe:
    save_model(tmp_path / "start", new_model(config, 0), config, tokenizer)
    return Recipe(
        task=Task(data=str(write_task(tmp_path / "data"))),
        start=str(tmp_path / "start"),
        steps=5,
        batch_size=8,
        micro_batch=4,
        max_length=24,
        seed=3,
        device="cpu",
        optimizer=Optimizer.ADAMW,
        learning_rate=3e-3,
        warmup_steps=1,
        held_out_pairs=DEV,
    )


def trained(recipe: Recipe, sizes: list[int], seeds: int) -> list[Trained]:
    return [e for e in measure_worth(recipe, sizes, seeds) if isinstance(e, Trained)]


def test_each_seed_size_and_start_has_its_training(recipe: Recipe):
    points = trained(recipe, [4, 20], 2)
    assert [(p.seed, p.size, p.start) for p in points] == [
        (seed, size, start) for seed in (3, 4) for size in (4, 20) for start in both
    ]
    assert all(0 <= point.score <= 1 for point in points)
    assert trained(recipe, [20], 1) == points[2:4]


@pytest.mark.parametrize("kind", list(Kind))
def test_a_training_is_that_of_a_run(recipe: Recipe, tmp_path: Path, kind: Kind):
    data = str(write_task(tmp_path / kind, kind))
    recipe = replace(recipe, task=Task(data=data, kind=kind), evaluate_every=2)
    points = trained(recipe, [10], 1)
    for point in points:
        assert recipe.task is not None
        task = replace(recipe.task, examples=10, start=point.start)
        session = TrainingSession(replace(recipe, task=task), tmp_path / point.start)
        held_out = train(session)[-1].held_out
        session.abandon()
        assert held_out is not None
        assert held_out.score == point.score


def test_others_have_their_turn_between_portions_and_nothing_is_written(
    recipe: Recipe, tmp_path: Path
):
    before = sorted(tmp_path.rglob("*"))
    events = list(measure_worth(recipe, [8], 1))
    assert events.count(None) >= 2 * recipe.steps
    said = {event.text for event in events if isinstance(event, Progress)}
    assert {"Reading the labelled data", "Reading the model", "Building the model"} <= said
    assert sorted(tmp_path.rglob("*")) == before


def test_what_can_not_be_measured_is_said(recipe: Recipe):
    for sizes, seeds in (([], 1), ([0], 1), ([-5, 4], 1), ([4], 0)):
        with pytest.raises(RunError, match="at least one number of examples and one seed"):
            trained(recipe, sizes, seeds)
    with pytest.raises(RunError, match="Choose a task"):
        trained(replace(recipe, task=None), [4], 1)
    with pytest.raises(RunError, match=f"There are {TRAIN} examples to train on, and 50 were"):
        trained(recipe, [4, 50], 1)
    with pytest.raises(TaskError):
        trained(replace(recipe, task=Task(data="gone.tsv")), [4], 1)
    with pytest.raises(BertscopeError, match="reads 24 tokens"):
        trained(replace(recipe, max_length=99), [4], 1)


def test_a_loss_that_is_no_number_is_said(recipe: Recipe):
    with pytest.raises(RunError, match="measure again with a lower learning rate"):
        trained(replace(recipe, learning_rate=1e30, clip=1e30), [4], 1)


def test_the_data_is_read_once(recipe: Recipe, monkeypatch: pytest.MonkeyPatch):
    reads, read = [], worth.read_task

    def noted(task: Task, seed: int) -> object:
        reads.append(task)
        return read(task, seed)

    monkeypatch.setattr(worth, "read_task", noted)
    trained(recipe, [4, 8], 2)
    assert len(reads) == 1


@pytest.mark.slow
def test_pre_training_is_worth_a_lot_to_the_model_that_ships():
    """The least training from pre-trained weights is better than the best from random ones."""
    recipe = replace(fine_tuning(Task(data="follows"), DEFAULT_MODEL), steps=100)
    found = [e for e in measure_worth(recipe, [1000], 3) if isinstance(e, Trained)]
    scores = {start: [e.score for e in found if e.start is start] for start in Start}
    assert len(scores[Start.PRETRAINED]) == len(scores[Start.RANDOM]) == 3
    assert min(scores[Start.PRETRAINED]) > max(scores[Start.RANDOM])
    means = {start: sum(some) / len(some) for start, some in scores.items()}
    assert means[Start.PRETRAINED] > means[Start.RANDOM] + 0.05
