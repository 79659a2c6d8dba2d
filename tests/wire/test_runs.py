"""Runs in folders: told whole, followed, listed, called otherwise and deleted."""

import os
import shutil
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest

from bertscope.errors import RunError
from bertscope.places import runs_folder
from bertscope.recipe import Recipe
from bertscope.run_folder import (
    ABOUT,
    METRICS,
    RUN,
    About,
    Happening,
    StepRow,
    kept_steps,
    read_events,
)
from bertscope.wire import messages as m
from tests.wire.other import Other, trained
from tests.wire.small import (
    LENGTH,
    Script,
    heard,
    kept_to,
    make_tokenizer,
    probe,
    replace,
    rows_in,
    serve,
)


def history(script: Script, folder: Path) -> list[StepRow]:
    """The rows of a run as a window has them: a step that comes again replaces all behind it."""
    rows: list[StepRow] = []
    for message in script.replies:
        if isinstance(message, m.RunOpened) and message.folder == str(folder):
            rows = []
        elif isinstance(message, m.Metrics) and message.folder == str(folder):
            new = rows_in(message)
            rows = [row for row in rows if row.step < new[0].step] + new
    return rows


def lines_of(folder: Path) -> list[StepRow]:
    lines = (folder / METRICS).read_bytes().splitlines()
    return [msgspec.json.decode(line, type=StepRow) for line in lines]


def gone(folder: Path) -> Any:
    return lambda _: (shutil.rmtree(folder), True)[1]


@pytest.fixture(autouse=True)
def _looked_at_often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bertscope.wire.watched_runs.FOLLOW_SECONDS", 0.01)


# --- Following --------------------------------------------------------------------------------


def test_a_run_is_told_whole_and_then_what_another_program_adds(recipe: Recipe, tmp_path: Path):
    run = tmp_path / "run"
    other = Other(recipe, run)
    other.train(2)
    script = serve(
        m.OpenRun(4, str(run)),
        kept_to(2),
        other.to(4),
        kept_to(4),
        lambda script: len(script.rows) == 5,
        other.end,
        heard(m.RunBusy),
        probe(run, 5),
        m.CloseRun(str(run)),
    )
    opened = script.of(m.RunOpened)[0]
    assert (opened.id, opened.folder, opened.rows, opened.busy) == (4, str(run), 3, True)
    assert opened.recipe == recipe
    assert opened.about == About()
    assert (opened.model.layers, opened.model.width, opened.model.new_heads) == (1, 16, [])
    assert opened.model.parameters > 1000
    assert opened.words == m.Words.of(make_tokenizer(), LENGTH)
    assert script.replies.index(opened) == 1
    assert [row.step for row in script.rows] == list(range(5))
    assert script.rows == lines_of(run)
    assert script.events[0].what is Happening.STARTED
    assert script.of(m.RunBusy) == [m.RunBusy(str(run), busy=False)]
    kept = script.of(m.Kept)[-1]
    assert kept.steps[:5] == [0, 1, 2, 3, 4]
    assert kept.budget == recipe.snapshot_bytes
    assert kept.size > 4 * opened.model.parameters * 4
    assert script.of(m.Look)[0].step == 4


def test_nothing_more_is_told_of_a_run_that_was_closed(recipe: Recipe, tmp_path: Path):
    run, beside = tmp_path / "run", tmp_path / "beside"
    one, two = Other(recipe, run), Other(recipe, beside)
    one.train(1)
    two.train(1)
    script = serve(
        m.OpenRun(1, str(run)),
        m.OpenRun(2, str(beside)),
        lambda script: len(script.of(m.Kept)) == 2,
        m.CloseRun(str(run)),
        one.to(3),
        two.to(3),
        lambda script: len(history(script, beside)) == 4,
    )
    assert len(history(script, run)) == 2
    one.end()
    two.end()


def test_a_run_that_is_gone_on_with_from_an_earlier_step(recipe: Recipe, tmp_path: Path):
    run = tmp_path / "run"
    first = Other(recipe, run)
    first.train(2)
    first.session.save_checkpoint()
    first.train(5)
    first.session.abandon()
    assert kept_steps(run)[-1] == 5
    second: list[Other] = []

    def resumed(_: Script) -> bool:
        second.append(Other(replace(recipe, learning_rate=1e-4), run, resume=True))
        second[0].train(3)
        return True

    script = serve(
        m.OpenRun(1, str(run)),
        lambda script: len(script.rows) == 6,
        resumed,
        lambda script: history(script, run) == lines_of(run),
        heard(m.RunChanged),
        kept_to(3),
    )
    assert [row.step for row in history(script, run)] == [0, 1, 2, 3]
    (changed,) = script.of(m.RunChanged)
    assert (changed.step, changed.recipe.learning_rate) == (2, 1e-4)
    assert script.of(m.RunBusy)[-1].busy
    assert [event.what for event in script.events][-2:] == [e.what for e in read_events(run)][-2:]
    second[0].end()


def test_a_run_whose_folder_is_deleted_is_gone_once(recipe: Recipe, tmp_path: Path):
    run = trained(recipe, tmp_path / "run", 2)
    other = trained(recipe, tmp_path / "other", 2)
    script = serve(
        m.OpenRun(1, str(run)),
        kept_to(2),
        gone(run),
        heard(m.RunGone),
        m.OpenRun(2, str(run)),
        m.OpenRun(3, str(other)),
        lambda script: len(history(script, other)) == 3,
    )
    (message,) = script.of(m.RunGone)
    assert message.folder == str(run)
    assert "gone" in message.sentence
    assert [failed.id for failed in script.of(m.Failed)] == [2]


def test_a_long_run_is_told_in_portions_between_which_others_are_answered(
    recipe: Recipe, tmp_path: Path
):
    run = trained(recipe, tmp_path / "run", 1)
    rows = [StepRow(step, mlm_loss=1.0, seconds=0.5) for step in range(12_000)]
    line = b'{"step":%d,"mlm_loss":1.0,"seconds":0.5}\n'
    (run / METRICS).write_bytes(b"".join(line % row.step for row in rows))
    script = serve(
        m.OpenRun(1, str(run)),
        heard(m.Metrics),
        m.Ping(2),
        lambda script: len(history(script, run)) == 12_000,
    )
    assert script.of(m.RunOpened)[0].rows == 12_000
    kinds = [type(reply) for reply in script.replies]
    assert m.Metrics in kinds[kinds.index(m.Pong) :]
    assert history(script, run) == rows


def test_metrics_that_are_damaged_are_a_sentence(recipe: Recipe, tmp_path: Path):
    run = trained(recipe, tmp_path / "run", 2)
    (run / METRICS).write_bytes(b"{]\n")
    script = serve(m.OpenRun(1, str(run)), heard(m.RunGone))
    assert "damaged" in script.of(m.RunGone)[0].sentence


def test_the_unexpected_in_a_folder_ends_the_telling_and_not_the_engine(
    recipe: Recipe,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):
    run = trained(recipe, tmp_path / "run", 1)

    def odd(folder: Path) -> list[int]:
        raise OSError(5, "Input/output error", str(folder))

    monkeypatch.setattr("bertscope.wire.watched_runs.read_events", odd)
    script = serve(m.OpenRun(1, str(run)), heard(m.RunGone), m.Ping(2))
    assert "OSError" in script.of(m.RunGone)[0].sentence
    assert "Input/output error" in capsys.readouterr().err
    assert script.of(m.Pong) == [m.Pong(2)]


def test_a_run_without_weights_yet_is_told_anew_once_it_has_some(recipe: Recipe, tmp_path: Path):
    run = trained(replace(recipe, snapshot_bytes=0), tmp_path / "run", 1)
    for name in ("checkpoints", "model", "snapshots"):
        (run / name).rename(tmp_path / name)

    def back(_: Script) -> bool:
        (tmp_path / "model").rename(run / "model")
        return True

    script = serve(
        m.OpenRun(1, str(run)), heard(m.Happened), back, heard(m.RunOpened, 2), heard(m.Happened, 2)
    )
    bare, whole = script.of(m.RunOpened)
    assert (bare.model, bare.words) == (None, None)
    assert whole.model.layers == 1
    assert [row.step for row in history(script, run)] == [0, 1]


def test_a_run_that_is_taken_up_again_tells_of_itself(recipe: Recipe, tmp_path: Path):
    run = trained(recipe, tmp_path / "run", 3)
    script = serve(
        m.OpenRun(1, str(run)),
        # Before a row of it was told.
        m.Train(2, recipe, str(run), resume=True),
        heard(m.RunPaused),
    )
    assert [row.step for row in script.rows] == list(range(7))
    kinds = [type(reply) for reply in script.replies]
    assert kinds.index(m.RunOpened) < kinds.index(m.Metrics) < kinds.index(m.RunStarted)
    assert script.events == read_events(run)
    assert script.of(m.RunBusy) == []


@pytest.mark.parametrize("opened", ["before", "at hand"])
def test_a_run_let_go_of_is_followed_on(recipe: Recipe, tmp_path: Path, opened: str):
    run = trained(recipe, tmp_path / "run", 2)
    opens = m.OpenRun(1, str(run))
    others: list[Other] = []

    def elsewhere(_: Script) -> bool:
        others.append(Other(replace(recipe, learning_rate=1e-4), run, resume=True))
        others[0].train(5)
        return True

    begins = m.Train(2, recipe, str(run), resume=True, goal=m.Goal(2))
    script = serve(
        *((opens, begins) if opened == "before" else (begins, heard(m.RunStarted), opens)),
        lambda script: script.of(m.RunOpened) and script.of(m.RunPaused),
        m.EndRun(),
        elsewhere,
        lambda script: history(script, run) == lines_of(run),
        heard(m.RunBusy),
        kept_to(5),
        m.CloseRun(str(run)),
        lambda _: others[0].end(),
    )
    told = [row.step for message in script.of(m.Metrics) for row in rows_in(message)]
    if opened == "before":
        assert told == [0, 1, 2, 3, 4, 5]
    assert script.of(m.RunChanged)[-1].recipe.learning_rate == 1e-4
    assert script.of(m.RunBusy) == [m.RunBusy(str(run), busy=True)]
    # What happened is told once, whoever told it.
    (opened_message,) = script.of(m.RunOpened)
    after = script.replies[script.replies.index(opened_message) :]
    events = [e for message in after if isinstance(message, m.Happened) for e in message.events]
    assert len({(e.what, e.step, e.time) for e in events}) == len(events)
    assert [e.what for e in events] == [e.what for e in read_events(run)[: len(events)]]


def test_a_run_that_was_never_opened_is_not_followed(recipe: Recipe, tmp_path: Path):
    run = tmp_path / "run"
    beside = trained(recipe, tmp_path / "beside", 1)

    def elsewhere(_: Script) -> bool:
        other = Other(None, run, resume=True)
        other.train(4)
        return other.end()

    script = serve(
        m.Train(1, recipe, str(run), goal=m.Goal(2)),
        heard(m.RunPaused),
        m.EndRun(),
        elsewhere,
        m.OpenRun(2, str(beside)),
        lambda script: len(history(script, beside)) == 2,
    )
    assert [row.step for row in history(script, run)] == [0, 1, 2]


def test_metrics_too_damaged_to_show_are_mended_by_going_on(recipe: Recipe, tmp_path: Path):
    run = trained(recipe, tmp_path / "run", 2)
    with (run / METRICS).open("ab") as file:
        file.write(b"{]\n")
    script = serve(
        m.OpenRun(1, str(run)),
        m.Train(2, recipe, str(run), resume=True),
        heard(m.RunPaused),
    )
    assert script.of(m.Failed) == []
    assert "damaged" in script.of(m.RunGone)[0].sentence
    assert [row.step for row in lines_of(run)] == list(range(7))


def test_the_run_at_hand_is_told_whole_too(recipe: Recipe, tmp_path: Path):
    run = tmp_path / "run"
    script = serve(
        m.Train(1, replace(recipe, steps=10**6), str(run)),
        lambda script: len(script.rows) > 3,
        m.OpenRun(2, str(run)),
        lambda script: script.of(m.RunOpened) and len(history(script, run)) > 6,
        m.Pause(),
        heard(m.RunPaused),
        m.EndRun(),
    )
    (opened,) = script.of(m.RunOpened)
    assert opened.id == 2
    assert opened.rows > 3
    assert history(script, run) == lines_of(run)
    after = script.replies[script.replies.index(opened) :]
    told = [
        event for message in after if isinstance(message, m.Happened) for event in message.events
    ]
    assert told == read_events(run)
    assert any(isinstance(message, m.Kept) for message in after)


# --- The list ---------------------------------------------------------------------------------


def described(folder: Path, created: str) -> None:
    path = folder / RUN
    content = msgspec.json.decode(path.read_bytes())
    path.write_bytes(msgspec.json.encode(content | {"created": created}))


def test_the_list_of_runs(recipe: Recipe):
    runs = runs_folder()
    old, new = (trained(recipe, runs / name, step) for name, step in (("old", 6), ("new", 1)))
    described(old, "2020-01-01T00:00:00+00:00")
    (runs / "damaged").mkdir()
    (runs / "damaged" / RUN).write_text("{}")
    (runs / "begun").mkdir()
    (runs / "a file").write_text("no run")
    busy = Other(None, new, resume=True)
    busy.train(2)
    script = serve(m.ListRuns(1), heard(m.Runs), busy.end, m.ListRuns(2), heard(m.Runs, 2))
    first, second = script.of(m.Runs)
    assert (first.id, second.id) == (1, 2)
    damaged, going, done = sorted(first.runs, key=lambda info: info.folder)
    assert first.runs[-1] == done
    assert damaged.recipe is None
    assert "can't be read" in damaged.trouble
    assert (done.folder, done.step, done.trouble) == (str(old), 6, "")
    assert done.created == "2020-01-01T00:00:00+00:00"
    assert (done.recipe, done.busy) == (recipe, False)
    last = lines_of(old)[-1]
    assert done.losses == (last.held_out_mlm_loss, last.held_out_nsp_loss)
    assert done.seconds == pytest.approx(sum(row.seconds for row in lines_of(old)))
    assert done.kept == len(kept_steps(old))
    assert done.parameters > 1000
    assert done.size == sum(path.stat().st_size for path in old.rglob("*") if path.is_file())
    assert (going.step, going.busy) == (2, True)
    assert {info.folder: info.busy for info in second.runs}[str(new)] is False


@pytest.mark.skipif(sys.platform != "linux", reason="Only there a name may be any bytes")
def test_a_folder_whose_name_is_no_text_spoils_no_list(recipe: Recipe):
    run = trained(recipe, runs_folder() / "run", 1)
    odd = runs_folder() / os.fsdecode(b"caf\xe9")
    shutil.copytree(run, odd)
    (listed,) = serve(m.ListRuns(1), heard(m.Runs)).of(m.Runs)
    assert [info.folder for info in listed.runs] == [str(run)]


def test_without_a_run_the_list_is_empty():
    assert serve(m.ListRuns(3), heard(m.Runs)).of(m.Runs) == [m.Runs(3, [])]


def test_the_run_at_hand_is_listed_as_busy_and_training_goes_on(recipe: Recipe):
    script = serve(
        m.Train(1, replace(recipe, steps=10**6)),
        lambda script: len(script.rows) > 2,
        m.ListRuns(2),
        heard(m.Runs),
        m.Pause(),
        heard(m.RunPaused),
    )
    (info,) = script.of(m.Runs)[0].runs
    assert info.busy
    assert info.folder == script.of(m.RunStarted)[0].folder


def test_a_run_is_called_otherwise(recipe: Recipe):
    run = trained(recipe, runs_folder() / "run", 1)
    about = About("My run", "Learns quickly.\nToo quickly?")
    script = serve(
        m.DescribeRun(1, str(run), about),
        m.DescribeRun(2, str(run / "missing"), about),
        m.ListRuns(3),
        heard(m.Runs),
        m.OpenRun(4, str(run)),
    )
    assert script.of(m.RunDescribed) == [m.RunDescribed(1, str(run), about)]
    assert script.of(m.Failed)[0].id == 2
    assert script.of(m.Runs)[0].runs[0].about == about
    assert script.of(m.RunOpened)[0].about == about
    assert (run / ABOUT).is_file()


@pytest.fixture
def bin_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where what is deleted goes: not to the bin of whoever runs the tests."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setattr(
        "bertscope.wire.run_list.send2trash", lambda path: shutil.move(path, folder)
    )
    return folder


def test_a_run_goes_to_the_bin_and_is_forgotten(recipe: Recipe, bin_folder: Path):
    run = trained(recipe, runs_folder() / "run", 2)
    at_one = replace(probe(run, 5), model=m.ModelRef(str(run), 1))
    script = serve(
        m.OpenRun(1, str(run)),
        kept_to(2),
        at_one,
        m.DeleteRun(2, str(run)),
        heard(m.RunDeleted),
        replace(at_one, id=6),
        m.ListRuns(3),
        heard(m.Runs),
        m.DeleteRun(4, str(run)),
        m.DeleteRun(7, str(bin_folder)),
        heard(m.Failed, 3),
    )
    assert script.of(m.RunDeleted) == [m.RunDeleted(2, str(run))]
    assert (bin_folder / "run" / RUN).is_file()
    assert [look.id for look in script.of(m.Look)] == [5]
    # The two that can't be deleted are looked after in turns: either may be answered first.
    assert sorted(failed.id for failed in script.of(m.Failed)) == [4, 6, 7]
    assert script.of(m.Runs)[0].runs == []
    assert script.of(m.RunGone) == []


def test_a_damaged_run_can_be_deleted_too(bin_folder: Path):
    damaged = runs_folder() / "damaged"
    damaged.mkdir(parents=True)
    (damaged / METRICS).write_text("what is left")
    serve(m.DeleteRun(1, str(damaged)), heard(m.RunDeleted))
    assert not damaged.exists()


def test_a_run_that_is_trained_is_not_deleted(recipe: Recipe, bin_folder: Path):
    busy = Other(recipe, runs_folder() / "busy")
    busy.train(1)
    at_hand = runs_folder() / "at hand"
    script = serve(
        m.Train(1, recipe, str(at_hand), goal=m.Goal(1)),
        heard(m.RunPaused),
        m.DeleteRun(2, str(at_hand)),
        m.DeleteRun(3, str(runs_folder() / "busy")),
        heard(m.Failed, 2),
    )
    ours, theirs = script.of(m.Failed)
    assert (ours.id, theirs.id) == (2, 3)
    assert "at hand" in ours.sentence
    assert "Another program" in theirs.sentence
    assert list(bin_folder.iterdir()) == []
    busy.end()


def test_where_there_is_no_bin_it_says_so(recipe: Recipe, monkeypatch: pytest.MonkeyPatch):
    def no_bin(path: Path) -> None:
        raise OSError(13, "Permission denied", "/.Trash-1000")

    monkeypatch.setattr("bertscope.wire.run_list.send2trash", no_bin)
    run = trained(recipe, runs_folder() / "run", 1)
    script = serve(m.DeleteRun(1, str(run)), heard(m.Failed))
    assert "delete the folder by hand" in script.of(m.Failed)[0].sentence
    assert run.exists()


def test_a_run_that_could_not_be_taken_up_is_followed_on(recipe: Recipe, tmp_path: Path):
    run = str(tmp_path / "run")
    other = Other(recipe, tmp_path / "run")
    other.train(2)
    script = serve(
        m.OpenRun(1, run),
        lambda script: len(script.rows) == 3,
        m.Train(2, recipe, run, resume=True),
        heard(m.RunFailed),
        other.to(4),
        lambda script: len(script.rows) == 5,
        other.end,
        heard(m.RunBusy),
    )
    assert [row.step for row in script.rows] == [0, 1, 2, 3, 4]
    assert not script.of(m.RunBusy)[-1].busy


def test_a_run_that_another_program_trains_cannot_be_taken_up(recipe: Recipe, tmp_path: Path):
    other = Other(recipe, tmp_path / "run")
    other.train(2)
    other.session.save_checkpoint()
    script = serve(
        m.Train(1, recipe, str(tmp_path / "run"), resume=True),
        heard(m.RunFailed),
        other.end,
        m.Train(2, recipe, str(tmp_path / "run"), resume=True),
        heard(m.RunPaused),
    )
    assert "trained by another program" in script.of(m.RunFailed)[0].sentence
    assert script.of(m.RunPaused)[0].finished
    with pytest.raises(RunError):
        Other(recipe, tmp_path / "run")
