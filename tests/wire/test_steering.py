"""What steers a run at hand, and what it tells of itself."""

from pathlib import Path
from typing import Any

import psutil
import pytest

from bertscope.places import runs_folder
from bertscope.recipe import Recipe
from bertscope.run_folder import Happening, is_run, read_events, read_recipe
from bertscope.wire import messages as m
from tests.wire.other import trained
from tests.wire.small import Script, heard, kept_to, replace, serve


def told_to(step: int) -> Any:
    return lambda script: bool(script.rows) and script.rows[-1].step >= step


def what(script: Script) -> list[Happening]:
    return [event.what for event in script.events]


def test_an_engine_that_is_asked_whether_it_answers_does(recipe: Recipe, tmp_path: Path):
    script = serve(m.Ping(1), m.Train(1, recipe, str(tmp_path / "run")), told_to(1), m.Ping(2))
    assert script.replies[1] == m.Pong(1)
    assert script.of(m.Pong)[-1] == m.Pong(2)


def test_it_says_where_its_runs_are_and_makes_a_folder_for_one(recipe: Recipe):
    script = serve(m.Train(1, recipe, goal=m.Goal(1)), heard(m.RunPaused))
    ready, folder = script.replies[0], script.of(m.RunStarted)[0].folder
    assert ready.host
    assert Path(folder).parent == Path(ready.runs) == runs_folder()
    assert is_run(Path(folder))
    assert script.of(m.RunPaused)[0].folder == folder


def test_a_new_folder_is_not_left_behind_by_a_run_that_cannot_be(recipe: Recipe, tmp_path: Path):
    script = serve(
        m.Train(1, replace(recipe, steps=0)),
        m.Train(2, replace(recipe, corpus=str(tmp_path / "missing.txt"))),
        heard(m.RunFailed),
        m.Train(3, recipe),
        m.EndRun(),
    )
    assert [failed.id for failed in script.of(m.Failed)] == [1]
    assert len(script.of(m.RunEnded)) == 1
    assert list(runs_folder().iterdir()) == []


@pytest.mark.parametrize(
    ("goal", "step"),
    [
        (m.Goal(step=4), 4),
        (m.Goal(steps=3), 3),
        (m.Goal(seconds=1e-9), 1),
        (m.Goal(loss=m.Loss.TOTAL, below=1e9), m.GOAL_STEPS),
        (m.Goal(loss=m.Loss.NSP, below=1e-9, step=7), 7),
    ],
)
def test_a_goal_holds_the_run(recipe: Recipe, tmp_path: Path, goal: m.Goal, step: int):
    recipe = replace(recipe, steps=1000)
    script = serve(m.Train(1, recipe, str(tmp_path / "run"), goal=goal), heard(m.RunPaused))
    assert [paused.step for paused in script.of(m.RunPaused)] == [step]


def test_a_goal_of_a_resumed_run_counts_from_where_it_goes_on(recipe: Recipe, tmp_path: Path):
    run = trained(recipe, tmp_path / "run", 2)
    script = serve(
        m.Train(1, recipe, str(run), resume=True, goal=m.Goal(steps=3)), heard(m.RunPaused)
    )
    assert [row.step for row in script.rows] == [3, 4, 5]


def test_a_change_acts_from_the_next_step_and_is_told_and_kept(recipe: Recipe, tmp_path: Path):
    recipe = replace(recipe, steps=1000, warmup_steps=0)
    slower = replace(recipe, learning_rate=recipe.learning_rate / 2, batch_size=4)
    run = tmp_path / "run"
    script = serve(
        m.Train(1, recipe, str(run), goal=m.Goal(2)),
        heard(m.RunPaused),
        m.Change(slower),
        m.Change(replace(slower, seed=7)),
        m.Change(replace(slower, clip=-1.0)),
        m.Play(m.Goal(2)),
        heard(m.RunPaused, 2),
    )
    (changed,) = script.of(m.RunChanged)
    assert (changed.folder, changed.step, changed.recipe) == (str(run), 2, slower)
    assert [row.pairs for row in script.rows] == [0, 8, 8, 4, 4]
    assert script.rows[3].learning_rate < 0.51 * script.rows[2].learning_rate
    seed, clip = script.of(m.Failed)
    assert "seed" in seed.sentence
    assert "clip" in clip.sentence
    (event,) = [event for event in script.events if event.what is Happening.CHANGED]
    assert event.step == 2
    assert "→" in event.words
    assert read_recipe(run) == slower


def test_a_change_while_it_plays_leaves_no_gap(recipe: Recipe, tmp_path: Path):
    recipe = replace(recipe, steps=10**6)
    script = serve(
        m.Train(1, recipe, str(tmp_path / "run")),
        told_to(3),
        m.Change(replace(recipe, nsp_weight=0.0)),
        lambda script: told_to(script.of(m.RunChanged)[0].step + 2)(script),
        m.Pause(),
        heard(m.RunPaused),
    )
    at = script.of(m.RunChanged)[0].step
    assert [row.step for row in script.rows] == list(range(script.rows[-1].step + 1))
    for row in script.rows[1:]:
        total = row.mlm_loss + (row.nsp_loss if row.step <= at else 0.0)
        assert row.loss == pytest.approx(total, abs=1e-5)


def test_changes_made_on_the_way_are_told_when_they_are_made_again(recipe: Recipe, tmp_path: Path):
    run = tmp_path / "run"
    other = replace(recipe, mlm_weight=2.0)
    serve(
        m.Train(1, recipe, str(run), goal=m.Goal(2)),
        kept_to(2),
        m.Change(other),
        m.Play(m.Goal(2)),
        heard(m.RunPaused, 2),
    )
    for checkpoint in (run / "checkpoints").iterdir():
        checkpoint.rename(checkpoint.with_name("no-" + checkpoint.name))
    script = serve(m.Train(1, other, str(run), resume=True), heard(m.RunPaused))
    assert script.of(m.RunStarted)[0].recipe == recipe
    (changed,) = script.of(m.RunChanged)
    assert (changed.step, changed.recipe) == (2, other)


def test_what_happens_is_told_once(recipe: Recipe, tmp_path: Path):
    run = tmp_path / "run"
    script = serve(
        m.Train(1, recipe, str(run), goal=m.Goal(3)),
        heard(m.RunPaused),
        m.Play(),
        heard(m.RunPaused, 2),
        m.EndRun(),
        m.Train(2, replace(recipe, steps=8), str(run), resume=True),
        heard(m.RunPaused, 3),
    )
    kinds = what(script)
    assert kinds[:2] == [Happening.STARTED, Happening.PAUSED]
    assert kinds.count(Happening.STARTED) == kinds.count(Happening.RESUMED) == 1
    assert kinds.count(Happening.FINISHED) == 2
    assert script.events == read_events(run)


def test_single_steps_are_no_pauses(recipe: Recipe, tmp_path: Path):
    script = serve(
        m.Train(1, recipe, str(tmp_path / "run"), goal=m.Goal(1)),
        heard(m.RunPaused),
        m.Play(m.Goal(1)),
        heard(m.RunPaused, 2),
    )
    assert Happening.PAUSED not in what(script)


def test_a_loss_that_is_no_number_is_an_event_too(recipe: Recipe, tmp_path: Path):
    wild = replace(recipe, learning_rate=1e30, warmup_steps=0)
    script = serve(m.Train(1, wild, str(tmp_path / "run")), heard(m.RunFailed))
    assert what(script)[-1] is Happening.NOT_FINITE


def test_the_kept_steps_are_told_as_they_are_written(recipe: Recipe, tmp_path: Path):
    script = serve(
        m.Train(1, recipe, str(tmp_path / "run"), goal=m.Goal(3)),
        kept_to(3),
        m.SetBudget(0),
        lambda script: script.of(m.Kept)[-1].budget == 0,
    )
    kept = script.of(m.Kept)
    full, none = max(kept, key=lambda each: each.size), kept[-1]
    assert all(len(set(each.steps)) == len(each.steps) for each in kept)
    assert full.steps[0] == 0
    assert full.size > 0
    assert (none.steps, none.size) == ([], 0)
    assert script.of(m.RunChanged)[-1].recipe.snapshot_bytes == 0


def test_the_vitals_of_a_run_that_holds(recipe: Recipe, tmp_path: Path):
    run = str(tmp_path / "run")
    script = serve(m.Train(1, recipe, run), heard(m.RunPaused))
    vitals = script.of(m.Vitals)[-1]
    assert vitals.folder == run
    assert 0 < vitals.computing <= 1
    assert 0.2 < vitals.memory / psutil.Process().memory_info().rss < 5
    assert (vitals.device_memory, vitals.device_memory_total, vitals.device_use) == (None,) * 3


def test_the_vitals_of_one_that_goes(
    recipe: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("bertscope.wire.vitals.VITALS_SECONDS", 0.0)
    script = serve(m.Train(1, recipe, str(tmp_path / "run")), heard(m.RunPaused))
    assert len(script.of(m.Vitals)) > 6
