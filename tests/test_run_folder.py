"""What lies in a run's folder, as those read it who don't write it."""

import json
from pathlib import Path

import numpy as np
import pytest

from bertscope.errors import RunError
from bertscope.recipe import Recipe
from bertscope.run_folder import (
    CHECKPOINTS,
    COLUMNS,
    CONFIG,
    EVENTS,
    METRICS,
    MODEL,
    RUN,
    SNAPSHOTS,
    About,
    Happening,
    MetricsTail,
    RunEvent,
    Standing,
    StepRow,
    as_table,
    kept_steps,
    model_of,
    newest_model,
    read_about,
    read_description,
    read_events,
    read_recipe,
    read_standing,
    size_of,
    snapshot_file,
    words_of,
    write_about,
)

# --- Where things lie ---------------------------------------------------------------------------


def test_the_newest_model_is_that_of_the_last_checkpoint(tmp_path: Path) -> None:
    assert newest_model(tmp_path) == tmp_path / MODEL
    for step in ("000120", "999999", "1000000", "1000020.tmp"):
        (tmp_path / CHECKPOINTS / f"step-{step}").mkdir(parents=True)
    assert newest_model(tmp_path).name == "step-1000000"


def test_before_the_first_checkpoint_the_words_are_beside_the_snapshots(tmp_path: Path) -> None:
    (tmp_path / SNAPSHOTS).mkdir()
    (tmp_path / SNAPSHOTS / CONFIG).touch()
    assert words_of(tmp_path) == tmp_path / SNAPSHOTS
    # It has no weights, so that it is no model.
    assert model_of(tmp_path) == tmp_path
    (tmp_path / MODEL).mkdir()
    (tmp_path / MODEL / CONFIG).touch()
    assert words_of(tmp_path) == model_of(tmp_path) == tmp_path / MODEL


def test_kept_steps_are_found_by_their_names(tmp_path: Path) -> None:
    assert kept_steps(tmp_path) == []
    (tmp_path / SNAPSHOTS).mkdir()
    for step in (1_000_000, 20, 3):
        snapshot_file(tmp_path, step).touch()
    (tmp_path / SNAPSHOTS / "step-000099.safetensors.tmp").touch()
    assert kept_steps(tmp_path) == [3, 20, 1_000_000]


def test_a_folders_size_is_that_of_all_its_files(tmp_path: Path) -> None:
    assert size_of(tmp_path / "nowhere") == 0
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "one").write_bytes(bytes(100))
    (tmp_path / "a" / "b" / "two").write_bytes(bytes(11))
    assert size_of(tmp_path) == 111


# --- What a run is ------------------------------------------------------------------------------


def test_a_run_of_an_older_version_is_read(tmp_path: Path) -> None:
    (tmp_path / RUN).write_text('{"recipe": {"steps": 9, "seed": 4}, "created": "2025-01-01"}')
    description = read_description(tmp_path)
    assert (description.recipe, description.created) == (Recipe(steps=9, seed=4), "2025-01-01")
    assert read_recipe(tmp_path) == description.newest == Recipe(steps=9, seed=4)


@pytest.mark.parametrize(
    "content", ["{", "[]", '{"recipe": {}, "changes": [{"step": 3, "fields": {"steps": "many"}}]}']
)
def test_a_damaged_description_is_said(tmp_path: Path, content: str) -> None:
    (tmp_path / RUN).write_text(content)
    with pytest.raises(RunError, match=r"run\.json can't be read: choose the folder of a run"):
        read_description(tmp_path)


def test_what_someone_calls_a_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_about(tmp_path) == About()
    write_about(tmp_path, About("café", "with\nlower rate"))
    assert read_about(tmp_path) == About("café", "with\nlower rate")

    def full(path: Path, _: bytes) -> None:
        path.touch()
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", full)
        with pytest.raises(RunError, match="No space left"):
            write_about(tmp_path, About("other"))
    assert read_about(tmp_path).name == "café"
    assert len(list(tmp_path.iterdir())) == 1


def test_what_happened_is_read_but_for_lines_nobody_can_read(tmp_path: Path) -> None:
    assert read_events(tmp_path) == []
    lines = [
        '{"step":0,"what":"started","words":"","time":"2025-01-01T00:00:00+00:00"}',
        '{"step":3,"what":"invented later"}',
        "damage",
        '{"step":7,"what":"changed","words":"learning rate 0.003 → 0.001"}',
        '{"step":9,"what":"pau',
    ]
    (tmp_path / EVENTS).write_text("\n".join(lines), "utf-8")
    assert read_events(tmp_path) == [
        RunEvent(0, Happening.STARTED, time="2025-01-01T00:00:00+00:00"),
        RunEvent(7, Happening.CHANGED, "learning rate 0.003 → 0.001"),
    ]


# --- Metrics ------------------------------------------------------------------------------------


def line(step: int, **values: float) -> str:
    return json.dumps({"step": step, **values}, separators=(",", ":")) + "\n"


def write(folder: Path, steps: range, *, mlm_loss: float = 1.0) -> None:
    """As a run that is resumed does: the file takes the place of the one before."""
    new = folder / "new"
    new.write_text("".join(line(step, mlm_loss=mlm_loss) for step in steps))
    new.replace(folder / METRICS)


def steps_of(tail: MetricsTail, most: int = 10_000) -> list[int]:
    return [int(step) for step in tail.read(most)[:, 0]]


def test_metrics_are_read_whatever_was_measured(tmp_path: Path) -> None:
    """Runs on a text of one's own, and older ones, know nothing of decoys."""
    tail = MetricsTail(tmp_path)
    assert tail.read().shape == (0, len(COLUMNS))
    lines = [
        line(0, held_out_nsp_accuracy=0.5, held_out_nsp_decoy_accuracy=0.375),
        line(1, mlm_loss=6.5, loss=7.2, tokens=90, learning_rate=0.1, invented_later=3),
        '{"step":2,"held_out_nsp_acc',
    ]
    path = tmp_path / METRICS
    path.write_text("".join(lines))
    np.testing.assert_array_equal(
        tail.read(),
        as_table(
            [
                StepRow(0, held_out_nsp_accuracy=0.5, held_out_nsp_decoy_accuracy=0.375),
                StepRow(1, mlm_loss=6.5, loss=7.2, tokens=90, learning_rate=0.1),
            ]
        ),
    )
    assert not len(tail.read())
    path.write_text("".join([*lines, 'uracy":0.75}\n']))
    np.testing.assert_array_equal(tail.read(), as_table([StepRow(2, held_out_nsp_accuracy=0.75)]))
    path.write_text("".join([*lines, 'uracy":0.75}\n', "damage\n"]))
    with pytest.raises(RunError, match="is damaged: its curves can't be shown"):
        tail.read()


def test_a_loss_that_was_no_number_is_not_measured(tmp_path: Path) -> None:
    rows = [line(0, held_out_mlm_loss=4.5), '{"step":1,"mlm_loss":4.0,"held_out_mlm_loss":null}\n']
    (tmp_path / METRICS).write_text("".join(rows))
    np.testing.assert_array_equal(
        MetricsTail(tmp_path).read(),
        as_table([StepRow(0, held_out_mlm_loss=4.5), StepRow(1, mlm_loss=4.0)]),
    )


@pytest.mark.parametrize("steps", [0, 1, 10, 60_000])
def test_what_is_there_can_be_taken_as_read(tmp_path: Path, steps: int) -> None:
    tail = MetricsTail(tmp_path)
    write(tmp_path, range(steps))
    tail.skip()
    assert steps_of(tail) == []
    with (tmp_path / METRICS).open("a") as file:
        file.write(line(steps))
    assert steps_of(tail) == [steps]
    # Gone on with from an earlier step, it is read again as if it had been read before.
    write(tmp_path, range(min(steps, 3)), mlm_loss=2.0)
    assert steps_of(tail) == list(range(min(steps, 3)))


def test_metrics_come_in_portions(tmp_path: Path) -> None:
    write(tmp_path, range(10))
    tail = MetricsTail(tmp_path)
    assert [steps_of(tail, 4) for _ in range(4)] == [
        [0, 1, 2, 3],
        [4, 5, 6, 7],
        [8, 9],
        [],
    ]


@pytest.mark.parametrize("grown", [range(4), range(6), range(30)], ids=len)
def test_a_run_gone_on_with_is_read_again_from_where_it_was_cut(
    tmp_path: Path, grown: range
) -> None:
    """What is read again takes the place of what was read: the first step says from where."""
    write(tmp_path, range(10))
    tail = MetricsTail(tmp_path)
    steps_of(tail, 5)
    steps_of(tail)
    write(tmp_path, grown, mlm_loss=2.0)
    assert steps_of(tail) == list(grown)
    assert steps_of(tail) == []


def test_of_a_long_run_only_the_end_is_read_again(tmp_path: Path) -> None:
    steps = 100_000
    write(tmp_path, range(steps))
    tail = MetricsTail(tmp_path)
    while len(tail.read()):
        pass
    content = (tmp_path / METRICS).read_bytes()
    kept = content[: content.index(b'{"step":99000,')]
    (tmp_path / METRICS).write_bytes(kept + line(99_000, mlm_loss=9.0).encode())
    again = tail.read(steps)
    assert 50_000 < again[0, 0] <= 99_000
    assert (again[-1, 0], again[-1, 1]) == (99_000, 9.0)


def test_a_run_whose_folder_is_made_again_is_read_anew(tmp_path: Path) -> None:
    write(tmp_path, range(5))
    tail = MetricsTail(tmp_path)
    steps_of(tail)
    (tmp_path / METRICS).unlink()
    assert steps_of(tail) == []
    write(tmp_path, range(5, 7))
    assert steps_of(tail) == [5, 6]


def test_how_far_a_run_is(tmp_path: Path) -> None:
    assert read_standing(tmp_path) == Standing()
    held_out = {"held_out_mlm_loss": 4.5, "held_out_nsp_loss": 0.6}
    lines = [
        line(0, seconds=0.0, held_out_mlm_loss=6.0, held_out_nsp_loss=0.7),
        line(1, seconds=0.5),
        line(2, seconds=0.25, **held_out),
        line(3, mlm_loss=4.0, seconds=0.125),
        '{"step":4,"sec',
    ]
    (tmp_path / METRICS).write_text("".join(lines))
    assert read_standing(tmp_path) == Standing(3, 4, 4.5, 0.6, 0.875)
    (tmp_path / METRICS).write_text("".join([*lines, "onds\n"]))
    with pytest.raises(RunError, match="is damaged"):
        read_standing(tmp_path)
