"""Looks at past steps of a run, and at two models in turn."""

from pathlib import Path
from typing import Any

import pytest

from bertscope.engine.model import BertForPreTraining, Trace
from bertscope.recipe import Recipe
from bertscope.run_folder import snapshot_file
from bertscope.wire import messages as m
from bertscope.wire.models import Models
from tests.wire.other import Other, trained
from tests.wire.small import SOURCES, Script, heard, kept_to, make_model, probe, replace, serve

WHOLE = m.Wants(positions=[1], thumbnails=4, heads=[0, 1], hidden_states=True, distribution_at=2)


def at(folder: Path, step: int | None, number: int = 1, **changes: Any) -> m.Probe:
    ref = m.ModelRef(str(folder), step)
    return replace(probe(folder, number, sources=SOURCES, wants=WHOLE), model=ref, **changes)


def seen(look: m.Look) -> m.Look:
    """All that was seen, without what was asked."""
    return replace(look, id=0, model=m.ModelRef(""))


@pytest.fixture
def passes(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Has an entry for each forward pass that was looked at."""
    done, forward = [], BertForPreTraining.forward

    def counted(model: BertForPreTraining, *arguments: Any) -> Any:
        done.extend(1 for argument in arguments if isinstance(argument, Trace))
        return forward(model, *arguments)

    monkeypatch.setattr(BertForPreTraining, "forward", counted)
    return done


def test_a_past_step_is_seen_as_it_was_then(recipe: Recipe, tmp_path: Path):
    run = tmp_path / "run"
    lines: list[Any] = [m.Train(1, recipe, str(run), goal=m.Goal(0)), heard(m.RunPaused)]
    for step in range(1, 6):
        # One that waits for a slow disk would give way to the next.
        lines += [at(run, None, step), kept_to(step - 1)]
        lines += [m.Play(m.Goal(1)), heard(m.RunPaused, step + 1)]
    lines += [at(run, step, 10 + step) for step in range(5)]
    lines += [m.EndRun(), *(at(run, step, 20 + step) for step in range(5))]
    looks = serve(*lines).of(m.Look)
    assert [look.step for look in looks] == [*range(5)] * 3
    live, beside, later = ([seen(look) for look in looks[i : i + 5]] for i in (0, 5, 10))
    assert live == beside == later
    assert live[0] != live[1]


def test_the_present_step_by_its_number_is_the_live_model(recipe: Recipe, tmp_path: Path):
    run = tmp_path / "run"
    script = serve(
        m.Train(1, replace(recipe, snapshot_bytes=0), str(run), goal=m.Goal(2)),
        heard(m.RunPaused),
        at(run, None, 1),
        at(run, 2, 2),
        at(run, 1, 3),
    )
    newest, present = script.of(m.Look)
    assert seen(newest) == seen(present)
    (failed,) = script.of(m.Failed)
    assert failed.id == 3
    assert "step 1 are not kept" in failed.sentence


def test_steps_of_a_run_that_another_program_trains(recipe: Recipe, tmp_path: Path):
    other = Other(recipe, tmp_path / "run")
    other.train(3)
    script = serve(
        m.OpenModel(1, m.ModelRef(str(tmp_path / "run"), 1)),
        at(tmp_path / "run", 1, 2),
        at(tmp_path / "run", None, 3),
        other.to(5),
        at(tmp_path / "run", None, 4),
        at(tmp_path / "run", 99, 5),
        other.end,
    )
    assert script.of(m.ModelOpened)[0].model.ref.step == 1
    # It has no checkpoint yet, so that the newest snapshot is the newest model.
    assert [look.step for look in script.of(m.Look)] == [1, 3, 5]
    assert [failed.id for failed in script.of(m.Failed)] == [5]


def test_a_snapshot_that_is_damaged_is_a_sentence(recipe: Recipe, tmp_path: Path):
    run = trained(recipe, tmp_path / "run", 3)
    content = bytearray(snapshot_file(run, 2).read_bytes())
    content[-3] ^= 1
    snapshot_file(run, 2).write_bytes(content)
    script = serve(at(run, 2, 1), at(run, 1, 2))
    assert "damaged" in script.of(m.Failed)[0].sentence
    assert [look.id for look in script.of(m.Look)] == [2]


def test_steps_that_are_done_again_are_read_again(recipe: Recipe, tmp_path: Path):
    run = trained(recipe, tmp_path / "run", 3)
    models = Models()
    before = models.get(str(run), 3)
    assert models.get(str(run), 3) is before
    path = snapshot_file(run, 3)
    path.write_bytes(snapshot_file(run, 2).read_bytes())
    after = models.get(str(run), 3)
    assert after is not before
    path.unlink()
    # Thinned meanwhile: somebody may still be comparing with it.
    assert models.get(str(run), 3) is after


def test_a_cursor_that_is_dragged_to_and_fro_reads_each_step_once(
    recipe: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    run = trained(recipe, tmp_path / "run", 6)
    models = Models()
    there = [models.get(str(run), step) for step in range(7)]
    back = [models.get(str(run), step) for step in reversed(range(7))]
    assert all(a is b for a, b in zip(there, reversed(back), strict=True))
    monkeypatch.setattr("bertscope.wire.models.BYTES_KEPT", 0)
    models.get(str(run), 0)
    assert [models.get(str(run), step) is there[step] for step in (1, 2, 0)] == [True, True, True]
    assert models.get(str(run), 5) is not there[5]


def test_two_models_in_turn_keep_what_was_seen_of_each(tmp_path: Path, passes: list[int]):
    a, b = (make_model(tmp_path / name, seed=seed) for seed, name in enumerate("ab"))
    looks = [
        look
        for number in range(3)
        for look in (
            probe(a, number, view="main", wants=m.Wants(heads=[number])),
            probe(b, number, view="other", wants=m.Wants(heads=[number])),
        )
    ]
    script: Script = serve(*looks)
    assert len(script.of(m.Look)) == 6
    assert len(passes) == 2
