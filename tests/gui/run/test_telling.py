"""The words of the training session."""

import msgspec
import pytest

from bertscope.gui.run.record import Records, RunRecord
from bertscope.gui.run.telling import brief, device, kept, listed, size, where
from bertscope.gui.run.training import Training
from bertscope.recipe import Recipe
from bertscope.run_folder import About
from bertscope.task import Task
from bertscope.text.masking import MaskRule
from bertscope.wire import messages as m
from tests.gui.conftest import FakeEngine
from tests.gui.run.driving import FOLDER, begin, want


@pytest.mark.parametrize(
    ("vitals", "words"),
    [
        (None, ""),
        (m.Vitals(FOLDER, 0.5, 700 << 20), ""),
        (
            m.Vitals(FOLDER, 1.0, 3 << 30, 5 << 29, 140 << 30, 0.07),
            "GPU busy 7 % · 2.5 of 140 GB on the GPU",
        ),
        (m.Vitals(FOLDER, 1.0, 3 << 30, device_use=0.07), "GPU busy 7 %"),
    ],
)
def test_of_the_gpu_only_what_is_known_is_told(vitals: m.Vitals | None, words: str) -> None:
    assert device(vitals) == words


def test_sizes_have_the_unit_that_fits() -> None:
    assert [size(n << 20) for n in (0, 86, 1023, 1536)] == ["0 MB", "86 MB", "1,023 MB", "1.5 GB"]


def test_what_is_kept_is_told_with_its_room() -> None:
    record = RunRecord(FOLDER, Recipe())
    assert (kept(None), kept(record)) == ("", "0 of 0 MB, 0 steps kept")
    record.kept, record.kept_size, record.budget = [0], 2 << 20, 512 << 20
    assert kept(record) == "2 of 512 MB, 1 step kept"


def test_choices_are_listed_by_names_for_people() -> None:
    assert listed(("max_length",)) == "length of the pairs"
    assert listed(("preset", "corpus", "seed")) == "model size, corpus and seed"


def test_a_recipe_in_brief() -> None:
    recipe = Recipe(
        start="/m", learning_rate=2 / 3, batch_size=1024, mask=MaskRule(0.125), mlm_weight=0.0
    )
    assert brief(recipe) == (
        "open model · rate 0.6667 · 1,024 pairs · 12.5 % masked · next sentence only"
    )
    assert "only" not in brief(msgspec.structs.replace(recipe, mlm_weight=0.5))


def test_a_run_that_another_program_trains_says_so(fake: FakeEngine) -> None:
    training = Training(fake, Records(fake), Recipe())
    training.adopt(FOLDER)
    (opening,) = fake.take(m.OpenRun)
    fake.received.emit(
        m.RunOpened(opening.id, FOLDER, About(), Recipe(), None, None, rows=0, busy=True)
    )
    assert where(training).startswith("another program trains this run")


@pytest.mark.parametrize("finished", [False, True])
def test_a_run_at_rest_says_that_another_task_waits_for_reset(
    fake: FakeEngine, finished: bool
) -> None:
    """Play would go on with what is there, however much the window speaks of fine-tuning."""
    training = Training(fake, Records(fake), Recipe())
    begin(training, fake)
    want(training, task=Task(data="feelings"))
    assert "reset" not in where(training)
    fake.received.emit(m.RunPaused(FOLDER, training.recipe.steps, finished=finished))
    wanted = "press reset, then play: Feelings is learned from labelled examples"
    assert where(training) == wanted
    training.reset()
    assert where(training) == wanted.replace("reset, then ", "")


def test_a_fine_tuning_at_rest_says_that_pre_training_waits_for_reset(fake: FakeEngine) -> None:
    training = Training(fake, Records(fake), Recipe(task=Task(data="feelings")))
    begin(training, fake)
    fake.received.emit(m.RunPaused(FOLDER, 1))
    want(training, task=None)
    assert where(training).startswith("press reset, then play: a new model learns to read")
    training.trouble = "The disk is full."
    assert where(training).endswith("held: mend what is said, then press play")
