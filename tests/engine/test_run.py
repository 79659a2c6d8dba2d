import json
import shutil
from functools import partial
from pathlib import Path

import pytest
import torch
import transformers

from bertscope.engine import disk, run
from bertscope.engine.checkpoint import list_checkpoints
from bertscope.engine.config import BertConfig
from bertscope.engine.folder import LoadedModel, load_model
from bertscope.engine.model import BertForPreTraining
from bertscope.engine.reports import HeldOut, Position, StepMetrics, TrainerState
from bertscope.engine.run import Run
from bertscope.engine.run_place import new_run_folder
from bertscope.errors import PausedError, RunError
from bertscope.recipe import Recipe
from bertscope.run_folder import LOCK, Change, Happening, RunEvent, read_events
from bertscope.task import Task
from bertscope.text.masking import MaskRule
from bertscope.text.tokenizer import WordPieceTokenizer

STATE = TrainerState(
    Position(step=3, epoch=1, row=40, unreported=None), {"exp_avg/x": torch.arange(4.0)}
)


@pytest.fixture
def loaded(
    model: BertForPreTraining, config: BertConfig, tokenizer: WordPieceTokenizer
) -> LoadedModel:
    return LoadedModel(model, config, tokenizer)


@pytest.fixture
def begun(tmp_path: Path, loaded: LoadedModel) -> Run:
    return Run.create(tmp_path / "run", Recipe(steps=9), loaded)


def test_a_run_is_described(begun: Run, loaded: LoadedModel):
    content = json.loads((begun.folder / "run.json").read_text())
    assert content["recipe"]["steps"] == 9
    assert content["torch"] == torch.__version__
    assert content["parameters"] == sum(p.numel() for p in loaded.model.parameters())
    assert content["model"]["hidden_size"] == 32
    assert Run.open(begun.folder).recipe == Recipe(steps=9)


def test_changes_are_kept_with_their_steps(begun: Run):
    begun.change(3, Recipe(steps=9, mask=MaskRule(rate=0.3)))
    begun.change(5, Recipe(steps=20, mask=MaskRule(rate=0.3), device="cpu"))
    begun.flush()
    description = Run.open(begun.folder).description
    assert description.changes == [
        Change(3, {"mask": {"rate": 0.3, "mask": 0.8, "random": 0.1, "unit": "token"}}),
        Change(5, {"steps": 20, "device": "cpu"}),
    ]
    # What acts on no number that is drawn counts wherever it was changed.
    assert description.recipe_at(2) == Recipe(steps=9, device="cpu")
    assert description.recipe_at(3) == Recipe(steps=9, mask=MaskRule(rate=0.3), device="cpu")
    assert description.newest == Run.open(begun.folder).recipe
    # A change at an earlier step takes the place of those behind it.
    begun.change(4, Recipe(steps=9, mask=MaskRule(rate=0.3)))
    assert [change.step for change in begun.description.changes] == [3]


def test_folders_in_use_are_refused(begun: Run, tmp_path: Path, loaded: LoadedModel):
    with pytest.raises(RunError, match="holds a run already"):
        Run.create(begun.folder, Recipe(), loaded)
    foreign = tmp_path / "foreign"
    foreign.mkdir()
    (foreign / "letter.txt").write_text("dear")
    with pytest.raises(RunError, match="not empty"):
        Run.create(foreign, Recipe(), loaded)
    with pytest.raises(RunError, match="is a file"):
        Run.create(foreign / "letter.txt", Recipe(), loaded)
    with pytest.raises(RunError, match="no run in"):
        Run.open(foreign)
    (begun.folder / "run.json").write_text("{")
    with pytest.raises(RunError, match="damaged"):
        Run.open(begun.folder)


def test_metrics_are_lines_of_json(begun: Run):
    held_out = HeldOut(mlm_loss=6.5, nsp_loss=0.7, mlm_accuracy=0.01, nsp_accuracy=0.5, loss=7.2)
    begun.append(StepMetrics(step=0, held_out=held_out))
    begun.append(
        StepMetrics(step=1, mlm_loss=6.0, nsp_loss=0.5, loss=6.5, mlm_accuracy=0.1, pairs=8)
    )
    assert not (begun.folder / "metrics.jsonl").exists()
    begun.flush()
    first, second = map(json.loads, (begun.folder / "metrics.jsonl").read_text().splitlines())
    assert first["step"] == 0
    assert (first["held_out_mlm_loss"], first["held_out_loss"]) == (6.5, 7.2)
    assert first["held_out_nsp_accuracy"] == 0.5
    assert "mlm_loss" not in first
    assert (second["mlm_loss"], second["nsp_loss"], second["loss"]) == (6.0, 0.5, 6.5)
    assert not any(name.startswith("held_out") for name in second)


@pytest.mark.parametrize(
    ("position", "left"),
    [
        (Position(step=2, unreported=None), [0, 1, 2]),
        (Position(step=2, unreported=StepMetrics(step=2)), [0, 1]),
        (Position(), []),
        (Position(step=9, unreported=None), [0, 1, 2, 3]),
    ],
)
def test_metrics_are_cut_back_to_where_training_goes_on(
    begun: Run, position: Position, left: list[int]
):
    for step in range(4):
        begun.append(StepMetrics(step=step))
    begun.flush()
    with (begun.folder / "metrics.jsonl").open("a") as file:
        file.write('{"step": 1, "mlm_l')
    begun.cut_metrics(position)
    lines = (begun.folder / "metrics.jsonl").read_text().splitlines()
    assert [json.loads(line)["step"] for line in lines] == left


def test_a_checkpoint_gives_back_what_it_got(begun: Run, loaded: LoadedModel):
    assert begun.load_checkpoint() is None
    folder = begun.save_checkpoint(loaded, STATE)
    found = begun.load_checkpoint()
    assert found is not None
    again, state, passed_over = found
    assert passed_over == []
    assert state.position == STATE.position
    assert torch.equal(state.optimizers["exp_avg/x"], STATE.optimizers["exp_avg/x"])
    for name, value in loaded.model.state_dict().items():
        assert torch.equal(value, again.model.state_dict()[name])
    # It can be looked at as any model folder.
    assert load_model(folder).tokenizer.vocabulary == loaded.tokenizer.vocabulary


def test_where_no_checkpoint_is_whole_that_is_said(begun: Run, loaded: LoadedModel):
    folder = begun.save_checkpoint(loaded, STATE)
    (folder / "model.safetensors").write_bytes(b"")
    with pytest.raises(RunError, match=r"model\.safetensors is damaged.*None is left"):
        begun.load_checkpoint()


def test_the_model_is_replaced_and_transformers_opens_it(begun: Run, loaded: LoadedModel):
    for value in (1.0, 2.0):
        with torch.no_grad():
            loaded.model.cls.predictions.bias.fill_(value)
        begun.save_model(loaded)
    theirs, found = transformers.BertForPreTraining.from_pretrained(
        begun.folder / "model", output_loading_info=True
    )
    assert not found["missing_keys"]
    assert theirs.cls.predictions.bias[0].item() == 2.0
    assert sorted(path.name for path in begun.folder.iterdir()) == ["model", "run.json"]


def full_for(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk is full when a file of this name is written."""
    write = disk.write_file

    def failing(path: Path, data: bytes) -> None:
        if path.name.startswith(name):
            path.write_bytes(data[: len(data) // 2])
            raise OSError(28, "No space left on device", str(path))
        write(path, data)

    monkeypatch.setattr(disk, "write_file", failing)


@pytest.mark.parametrize(
    "name", ["config.json", "model.safetensors", "optimizers.safetensors", "manifest.json"]
)
def test_a_full_disk_keeps_the_older_checkpoints(
    begun: Run, loaded: LoadedModel, monkeypatch: pytest.MonkeyPatch, name: str
):
    older = begun.save_checkpoint(loaded, STATE)
    full_for(name, monkeypatch)
    newer = TrainerState(Position(step=8), STATE.optimizers)
    with pytest.raises(RunError, match=r"no room to write .* free some space"):
        begun.save_checkpoint(loaded, newer)
    assert list((begun.folder / "checkpoints").iterdir()) == [older]
    monkeypatch.undo()
    found = begun.load_checkpoint()
    assert found is not None
    assert found[1].position.step == 3
    begun.save_checkpoint(loaded, newer)
    assert len(list_checkpoints(begun.folder / "checkpoints")) == 2


def test_a_full_disk_keeps_the_older_model(
    begun: Run, loaded: LoadedModel, monkeypatch: pytest.MonkeyPatch
):
    begun.save_model(loaded)
    full_for("model.safetensors", monkeypatch)
    with pytest.raises(RunError, match="no room"):
        begun.save_model(loaded)
    load_model(begun.folder / "model")
    assert sorted(path.name for path in begun.folder.iterdir()) == ["model", "run.json"]


def test_too_little_room_is_seen_before_writing(
    begun: Run, loaded: LoadedModel, monkeypatch: pytest.MonkeyPatch
):
    usage = run.shutil.disk_usage(begun.folder)
    monkeypatch.setattr(run.shutil, "disk_usage", lambda _: usage._replace(free=1000))
    with pytest.raises(RunError, match="no room"):
        begun.save_checkpoint(loaded, STATE)


def test_a_folder_that_can_not_be_written_is_said(
    tmp_path: Path, loaded: LoadedModel, monkeypatch: pytest.MonkeyPatch
):
    # Root may write anywhere, so permissions are not enough here.
    def denied(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", denied)
    with pytest.raises(RunError, match=r"can't be written \(Permission denied\)"):
        Run.create(tmp_path / "run", Recipe(), loaded)


def test_a_line_that_does_not_fit_leaves_no_half(begun: Run):
    resource = pytest.importorskip("resource")
    begun.append(StepMetrics(step=0))
    begun.flush()
    path = begun.folder / "metrics.jsonl"
    before = path.read_bytes()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) + 5, hard))
    try:
        begun.append(StepMetrics(step=1))
        with pytest.raises(PausedError, match="no room"):
            begun.flush()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert path.read_bytes() == before
    # It waits until there is room.
    begun.append(StepMetrics(step=2))
    begun.flush()
    assert [json.loads(line)["step"] for line in path.read_text().splitlines()] == [0, 1, 2]


def test_a_folder_that_was_deleted_is_said_and_made_again(begun: Run):
    begun.append(StepMetrics(step=7))
    event = RunEvent(7, Happening.STARTED)
    begun.note(event)
    shutil.rmtree(begun.folder)
    for write in (begun.flush, partial(begun.save_model, None)):
        with pytest.raises(PausedError, match=r"is gone.*go on, and the folder is made again"):
            write()
    assert not begun.folder.exists()
    begun.make_again([event])
    begun.flush()
    assert Run.open(begun.folder).recipe == Recipe(steps=9)
    assert read_events(begun.folder) == [event]
    assert b'"step":7' in (begun.folder / "metrics.jsonl").read_bytes()


def test_new_folders_are_never_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("BERTSCOPE_HOME", str(tmp_path))
    recipe = Recipe(start="@stories-small", corpus="/texts/my letters.txt")
    one, other, third = (new_run_folder(recipe) for _ in range(3))
    assert len({one, other, third}) == 3
    assert all(folder.is_dir() and folder.parent == tmp_path / "runs" for folder in (one, other))
    assert one.name.endswith(" stories-small my letters")
    assert " tiny corpus" in new_run_folder(Recipe(corpus="")).name


def test_a_run_that_begins_with_another_has_one_time_in_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("BERTSCOPE_HOME", str(tmp_path))
    before = new_run_folder(Recipe())
    after = new_run_folder(Recipe(start=str(before), task=Task(data="feelings")))
    assert before.name.endswith(" tiny little-stories")
    assert after.name.endswith(" tiny little-stories feelings")
    assert after.name.count("-") == before.name.count("-")


@pytest.mark.parametrize("name", ["狗" * 60, "a" * 27 + " b", "a" * 27 + "..b"])
def test_any_systems_disk_takes_the_name_of_a_new_folder(name: str):
    folder = new_run_folder(Recipe(start=f"/models/{name}", corpus=f"/texts/{name}.txt"))
    assert folder.is_dir()
    assert len(folder.name.encode()) < 250
    assert folder.name[-1] not in " ."


def test_a_file_that_somebody_reads_is_replaced_a_moment_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """As on Windows."""
    replaced, refusals = Path.replace, [PermissionError(13, "It is used by another process")] * 2

    def refusing(path: Path, to: Path) -> Path:
        if refusals:
            raise refusals.pop()
        return replaced(path, to)

    monkeypatch.setattr(disk, "_WAITS", (0.0, 0.0))
    monkeypatch.setattr(Path, "replace", refusing)
    disk.replace_file(tmp_path / "run.json", b"new")
    assert (tmp_path / "run.json").read_bytes() == b"new"
    refusals[:] = [PermissionError(13, "Permission denied")] * 3
    with pytest.raises(PermissionError):
        disk.replace_file(tmp_path / "run.json", b"newer")
    assert [path.name for path in tmp_path.iterdir()] == ["run.json"]


def test_a_run_begins_in_an_empty_folder_that_is_locked(tmp_path: Path, loaded: LoadedModel):
    (tmp_path / LOCK).touch()
    assert Run.create(tmp_path, Recipe(), loaded).folder == tmp_path
