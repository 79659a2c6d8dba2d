"""One training step told whole, of a run and on someone's own pair."""

import shutil
from pathlib import Path

import numpy as np
import pytest
import torch

from bertscope.engine.folder import load_model
from bertscope.engine.run_lock import is_busy
from bertscope.errors import DeviceError, NotFiniteError
from bertscope.recipe import Recipe
from bertscope.wire import messages as m
from tests.wire.other import trained
from tests.wire.small import IDS, heard, probe, replace, serve


def tell(folder: Path, number: int, step: int | None = None, **changes: object) -> m.TellStep:
    return m.TellStep(number, m.ModelRef(str(folder), step), **changes)


def test_the_next_step_of_a_run_is_told_and_done_as_if_untold(recipe: Recipe, tmp_path: Path):
    run = tmp_path / "told"
    script = serve(
        m.Train(1, recipe, str(run), goal=m.Goal(2)),
        heard(m.RunPaused),
        tell(run, 7, row=1),
        heard(m.StepStory),
        heard(m.RunPaused, 2),
        tell(run, 8, row=10**6),
        heard(m.RunPaused, 3),
        m.Play(),
        heard(m.RunPaused, 4),
        tell(run, 9),
        heard(m.Failed),
    )
    first, second = script.of(m.StepStory)
    assert (first.id, first.step, first.own, first.row, first.rows) == (7, 3, False, 1, 8)
    assert (second.id, second.step, second.row) == (8, 4, 7)
    assert [row.step for row in script.rows] == list(range(7))
    row = script.rows[3]
    assert (first.mlm_loss, first.nsp_loss, first.loss) == (row.mlm_loss, row.nsp_loss, row.loss)
    assert first.learning_rate == row.learning_rate
    assert first.row_gradient.shape == (len(first.ids), 16)
    assert (first.before.step, first.after.step) == (2, 3)
    assert first.before.token_rows != first.after.token_rows
    assert "layer 1" in [group.name for group in first.groups]
    assert any(weight.before != weight.after for weight in first.weights)
    assert [paused.step for paused in script.of(m.RunPaused)] == [2, 3, 4, 6, 6]
    assert "last step" in script.of(m.Failed)[0].sentence
    serve(m.Train(1, recipe, str(tmp_path / "untold")), heard(m.RunPaused))
    one, other = (load_model(tmp_path / n / "model").model for n in ("told", "untold"))
    for (name, tensor), same in zip(
        one.state_dict().items(), other.state_dict().values(), strict=True
    ):
        assert torch.equal(tensor, same), name


def test_looks_are_answered_while_a_step_is_told(recipe: Recipe, tmp_path: Path):
    run = tmp_path / "run"
    turns = iter([False, False, False, True])
    script = serve(
        m.Train(1, replace(recipe, micro_batch=1), str(run), goal=m.Goal(1)),
        heard(m.RunPaused),
        tell(run, 2),
        lambda _: next(turns),
        probe(run, 3),
        m.Pause(),
        heard(m.StepStory),
        probe(run, 4),
    )
    kinds = [type(reply) for reply in script.replies]
    assert kinds.index(m.Look) < kinds.index(m.StepStory)
    assert [look.step for look in script.of(m.Look)] == [1, 2]


@pytest.mark.parametrize("goal", [m.Goal(), m.Goal(0)], ids=["while it plays", "in preparation"])
def test_a_run_that_does_not_hold_tells_no_step(recipe: Recipe, tmp_path: Path, goal: m.Goal):
    run = tmp_path / "run"
    began = heard(m.RunStarted) if goal == m.Goal() else heard(m.Progress)
    script = serve(m.Train(1, recipe, str(run), goal=goal), began, tell(run, 2), heard(m.RunPaused))
    (failed,) = script.of(m.Failed)
    assert failed.id == 2
    assert "pause it" in failed.sentence


def test_only_a_run_at_hand_has_a_next_step(model: Path):
    (failed,) = serve(tell(model, 3)).of(m.Failed)
    assert (failed.id, "Only a run at hand" in failed.sentence) == (3, True)


def test_play_during_a_story_goes_on_behind_it(recipe: Recipe, tmp_path: Path):
    run = tmp_path / "run"
    script = serve(
        m.Train(1, recipe, str(run), goal=m.Goal(1)),
        heard(m.RunPaused),
        tell(run, 2),
        m.Play(),
        heard(m.RunPaused, 2),
    )
    assert script.of(m.StepStory)[0].step == 2
    assert script.of(m.RunPaused)[-1].finished
    assert [row.step for row in script.rows] == list(range(7))


def test_a_run_that_ends_during_a_story_says_so(recipe: Recipe, tmp_path: Path):
    run = tmp_path / "run"
    script = serve(
        m.Train(1, replace(recipe, micro_batch=1), str(run), goal=m.Goal(1)),
        heard(m.RunPaused),
        tell(run, 2),
        lambda _: True,
        m.EndRun(),
    )
    assert script.of(m.StepStory) == []
    assert [failed.id for failed in script.of(m.Failed)] == [2]
    assert script.of(m.RunEnded)


def test_a_change_made_again_at_the_very_step_is_part_of_the_story(recipe: Recipe, tmp_path: Path):
    run = tmp_path / "run"
    other = replace(recipe, batch_size=4, learning_rate=1e-4)
    serve(
        m.Train(1, recipe, str(run), goal=m.Goal(2)),
        heard(m.RunPaused),
        m.Change(other),
        m.Play(m.Goal(2)),
        heard(m.RunPaused, 2),
    )
    shutil.rmtree(run / "checkpoints")
    script = serve(
        m.Train(1, other, str(run), resume=True, goal=m.Goal(2)),
        heard(m.RunPaused),
        tell(run, 2),
        heard(m.RunPaused, 2),
    )
    assert script.of(m.Failed) == []
    (story,) = script.of(m.StepStory)
    assert (story.step, story.rows) == (3, 4)
    assert story.learning_rate == script.rows[-1].learning_rate < 2e-4
    # Whoever looks at the run where it holds is told of what holds from its next step.
    (changed,) = script.of(m.RunChanged)
    assert (changed.step, changed.recipe) == (2, other)
    kinds = [type(reply) for reply in script.replies]
    assert kinds.index(m.RunChanged) < kinds.index(m.RunPaused)


@pytest.mark.parametrize(
    "error", [DeviceError("cpu ran out of memory."), NotFiniteError("No number any more.")]
)
def test_a_step_that_ends_the_run_ends_it_in_a_story_too(
    recipe: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
):
    """Its weights must not be saved: they may be half-way through a step, or worth nothing."""
    run = tmp_path / "run"

    def broken(_: object, __: object) -> None:
        raise error

    def spoil(_: object) -> bool:
        monkeypatch.setattr("bertscope.engine.optimizers.Optimizers.step", broken)
        return True

    script = serve(
        m.Train(1, recipe, str(run), goal=m.Goal(2)),
        heard(m.RunPaused),
        spoil,
        tell(run, 2),
        heard(m.RunFailed),
    )
    assert [failed.id for failed in script.of(m.Failed)] == [2]
    assert script.of(m.RunFailed)[0].sentence == str(error)
    assert not is_busy(run)
    assert not (run / "model").exists()


def test_someones_own_pair_teaches_a_copy_alone(model: Path):
    pair = probe(model, 0)
    script = serve(probe(model, 1), tell(model, 2, pair=pair), heard(m.StepStory), probe(model, 3))
    (story,) = script.of(m.StepStory)
    before, after = script.of(m.Look)
    assert (story.own, story.step, story.rows, story.ids) == (True, 1, 1, IDS)
    assert story.mlm_loss == pytest.approx(before.mlm_loss, abs=1e-6)
    assert story.before.token_rows == before.token_rows == after.token_rows
    assert story.after.mlm_loss < story.before.mlm_loss
    np.testing.assert_array_equal(story.before.sum.numpy(), before.sum.numpy())


def test_someones_own_pair_on_a_run_that_plays_and_on_a_past_step(recipe: Recipe, tmp_path: Path):
    past = trained(replace(recipe, learning_rate=0.125), tmp_path / "past", 3)
    run = tmp_path / "run"
    pair = probe(run, 0)
    script = serve(
        m.Train(1, replace(recipe, learning_rate=0.25), str(run)),
        heard(m.RunStarted),
        tell(run, 2, pair=pair),
        tell(past, 3, 1, pair=pair),
        heard(m.StepStory, 2),
        heard(m.RunPaused),
    )
    live, back = sorted(script.of(m.StepStory), key=lambda story: story.id)
    assert (live.learning_rate, back.learning_rate) == (0.25, 0.125)
    assert back.before.step == 1
    assert script.of(m.RunPaused)[0].finished


def test_a_pair_with_nothing_to_learn_is_a_sentence(model: Path):
    pair = probe(model, 0, labels={}, nsp_label=None)
    (failed,) = serve(tell(model, 4, pair=pair), heard(m.Failed)).of(m.Failed)
    assert failed.id == 4
