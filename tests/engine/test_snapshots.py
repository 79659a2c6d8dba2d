"""The weights of past steps: equal to the last bit, thinned, and never training's trouble."""

import json
import shutil
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from bertscope.engine import disk, snapshots
from bertscope.engine.config import BertConfig
from bertscope.engine.folder import LoadedModel
from bertscope.engine.model import BertForPreTraining
from bertscope.engine.snapshot_files import EARLY, MOST
from bertscope.engine.snapshots import Snapshots, load_snapshot, surplus
from bertscope.errors import ModelError
from bertscope.run_folder import kept_steps, snapshot_file
from bertscope.text.tokenizer import WordPieceTokenizer

PLENTY = 1 << 30


@pytest.fixture
def loaded(
    model: BertForPreTraining, config: BertConfig, tokenizer: WordPieceTokenizer
) -> LoadedModel:
    return LoadedModel(model, config, tokenizer)


@pytest.fixture
def kept(tmp_path: Path, loaded: LoadedModel) -> Iterator[Snapshots]:
    kept = Snapshots(tmp_path, loaded, PLENTY)
    yield kept
    kept.close()


def set_bias(loaded: LoadedModel, value: float) -> None:
    """As training does: in place."""
    with torch.no_grad():
        loaded.model.cls.predictions.bias.fill_(value)


def bias(folder: Path, step: int) -> float:
    return load_snapshot(folder, step).model.cls.predictions.bias[0].item()


class Gate:
    """Holds the thread that writes until it is opened."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.reached, self._open = threading.Event(), threading.Event()
        write = snapshots.write_snapshot

        def waiting(path: Path, weights: dict[str, torch.Tensor]) -> int:
            self.reached.set()
            assert self._open.wait(60)
            return write(path, weights)

        monkeypatch.setattr(snapshots, "write_snapshot", waiting)

    def open(self) -> None:
        self._open.set()


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Gate:
    return Gate(monkeypatch)


# --- What is kept -----------------------------------------------------------------------------


def test_a_step_comes_back_to_the_last_bit(kept: Snapshots, tmp_path: Path, loaded: LoadedModel):
    with torch.no_grad():
        for number, parameter in enumerate(loaded.model.parameters()):
            parameter.view(-1)[0] = (-0.0, 1e-45, 3.4e38, 1 / 3)[number % 4]
    before = {name: value.clone() for name, value in loaded.model.named_parameters()}
    kept.offer(3)
    set_bias(loaded, 9.0)
    kept.wait()
    again = load_snapshot(tmp_path, 3)
    for name, value in again.model.named_parameters():
        assert torch.equal(value.view(torch.int32), before[name].view(torch.int32))
    assert again.config.hidden_size == 32
    assert again.tokenizer.vocabulary == loaded.tokenizer.vocabulary
    assert again.new_heads == ()


def test_each_of_the_first_steps_is_kept(kept: Snapshots, tmp_path: Path):
    for step in range(10):
        kept.offer(step)
        kept.wait()
    assert list(kept.steps) == kept_steps(tmp_path) == list(range(10))
    assert kept.size == sum(snapshot_file(tmp_path, step).stat().st_size for step in range(10))


def test_later_ones_lie_ever_further_apart(kept: Snapshots, tmp_path: Path):
    kept.offer(0)
    kept.wait()
    kept.budget = 20 * kept.size
    for step in range(1, 400):
        kept.offer(step)
        kept.wait()
        assert kept.size <= kept.budget
    steps = kept.steps
    assert steps == tuple(kept_steps(tmp_path))
    assert 14 <= len(steps) <= 20
    assert steps[0] == 0
    assert 399 - steps[-1] < 80
    # Evenly on the scale of ln(s + c), within the factor 4 that thinning one by one leaves.
    u = torch.tensor(steps).add(EARLY).log().diff()
    assert u.max() / u.min() < 4


def test_while_one_is_written_none_is_taken(kept: Snapshots, gate: Gate):
    kept.offer(0)
    kept.offer(1)
    gate.open()
    kept.wait()
    assert kept.steps == (0,)


def test_where_training_holds_its_step_waits_for_its_turn(
    kept: Snapshots, gate: Gate, tmp_path: Path, loaded: LoadedModel
):
    set_bias(loaded, 1.0)
    kept.offer(0)
    assert gate.reached.wait(60)
    for step, value in ((1, 2.0), (2, 3.0)):
        set_bias(loaded, value)
        kept.keep(step)
    set_bias(loaded, 4.0)
    kept.keep(2)
    gate.open()
    kept.wait()
    # Of those that wait the newest counts.
    assert kept.steps == (0, 2)
    assert (bias(tmp_path, 0), bias(tmp_path, 2)) == (1.0, 3.0)


def test_a_smaller_budget_thins_at_once(kept: Snapshots, tmp_path: Path):
    for step in range(8):
        kept.keep(step)
        kept.wait()
    one = kept.size // 8
    kept.budget = 4 * one
    assert kept.size <= 4 * one
    assert len(kept_steps(tmp_path)) == 4
    assert (kept.steps[0], kept.steps[-1]) == (0, 7)
    kept.budget = one
    assert kept.steps == (0,)
    kept.keep(9)
    kept.offer(9)
    kept.wait()
    assert kept.steps == (0,)
    kept.budget = 0
    assert (kept.steps, kept.size, kept_steps(tmp_path)) == ((), 0, [])


def test_without_a_budget_config_and_vocabulary_are_there(tmp_path: Path, loaded: LoadedModel):
    kept = Snapshots(tmp_path, loaded, 0)
    kept.offer(0)
    kept.keep(5)
    kept.close()
    place = tmp_path / "snapshots"
    assert WordPieceTokenizer.load(place).vocabulary == loaded.tokenizer.vocabulary
    assert json.loads((place / "config.json").read_text())["hidden_size"] == 32
    assert not list(place.glob("step-*"))


def test_a_run_gone_on_with_forgets_what_lay_behind(
    kept: Snapshots, tmp_path: Path, loaded: LoadedModel
):
    for step in (0, 4, 9):
        kept.keep(step)
        kept.wait()
    (tmp_path / "snapshots" / "step-000012.safetensors.tmp").write_bytes(b"half")
    again = Snapshots(tmp_path, loaded, PLENTY)
    assert again.steps == (0, 4, 9)
    assert not list((tmp_path / "snapshots").glob("*.tmp"))
    again.cut_back(4)
    assert list(again.steps) == kept_steps(tmp_path) == [0, 4]


# --- What goes wrong --------------------------------------------------------------------------


@pytest.mark.parametrize("place", [20, 3000, -1])
def test_a_flipped_bit_is_seen(kept: Snapshots, tmp_path: Path, place: int):
    kept.keep(2)
    kept.wait()
    path = snapshot_file(tmp_path, 2)
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)
    with pytest.raises(ModelError, match="step 2 are damaged: choose another"):
        load_snapshot(tmp_path, 2)
    path.write_bytes(content[:5000])
    with pytest.raises(ModelError, match="step 2 are damaged"):
        load_snapshot(tmp_path, 2)


@pytest.mark.usefixtures("kept")
def test_a_step_that_is_not_kept_is_said(tmp_path: Path):
    with pytest.raises(ModelError, match="step 7 are not kept: choose another step"):
        load_snapshot(tmp_path, 7)


def test_a_disk_that_is_nearly_full_is_left_alone_and_said_once(
    kept: Snapshots, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    with monkeypatch.context() as patch:
        patch.setattr(disk, "free", lambda _: snapshots.FREE_BYTES)
        for step in range(3):
            kept.keep(step)
            kept.wait()
    assert kept.steps == ()
    assert "nearly full" in kept.trouble
    kept.keep(3)
    kept.wait()
    assert list(kept.steps) == kept_steps(tmp_path) == [3]


@pytest.mark.parametrize("error", [OSError(28, "No space left"), RuntimeError("a surprise")])
def test_what_goes_wrong_in_writing_is_kept_from_training(
    kept: Snapshots, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
):
    def failing(path: Path, _: object) -> int:
        path.with_name(path.name + ".tmp").write_bytes(b"half")
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(snapshots, "write_snapshot", failing)
        kept.keep(1)
        kept.wait()
    assert kept.steps == ()
    assert "step 1 were not kept" in kept.trouble


def test_a_folder_deleted_while_it_is_written_costs_the_snapshot_alone(
    kept: Snapshots, gate: Gate, tmp_path: Path
):
    kept.keep(1)
    assert gate.reached.wait(60)
    shutil.rmtree(tmp_path / "snapshots")
    gate.open()
    kept.wait()
    assert kept.steps == ()
    # The run itself is there: its next snapshot has a folder again, with its words.
    kept.keep(2)
    kept.wait()
    assert list(kept.steps) == kept_steps(tmp_path) == [2]
    assert load_snapshot(tmp_path, 2).config.hidden_size == 32
    shutil.rmtree(tmp_path)
    kept.keep(3)
    kept.wait()
    assert not tmp_path.exists()
    assert (kept.steps, kept.trouble) == ((), "")


def test_a_folder_that_cannot_be_looked_into_ends_no_waiting(
    kept: Snapshots, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def refused(*_: object) -> list[int]:
        raise PermissionError(13, "Permission denied", str(tmp_path))

    with monkeypatch.context() as patch:
        patch.setattr(snapshots, "write_snapshot", refused)
        patch.setattr(snapshots, "kept_steps", refused)
        kept.keep(1)
        kept.wait()
    kept.keep(2)
    kept.wait()
    assert kept.steps == (2,)


def test_a_disk_that_lets_nothing_be_removed_keeps_more_than_the_budget(
    kept: Snapshots, monkeypatch: pytest.MonkeyPatch
):
    for step in (0, 1, 2):
        kept.keep(step)
        kept.wait()

    def read_only(path: Path, missing_ok: bool = False) -> None:
        raise OSError(30, "Read-only file system", str(path))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", read_only)
        kept.budget = 0
        kept.cut_back(0)
    assert kept.steps == (0, 1, 2)
    kept.budget = 0
    assert kept.steps == ()


def test_without_memory_for_a_copy_a_snapshot_is_lost_and_no_more(
    kept: Snapshots, monkeypatch: pytest.MonkeyPatch
):
    def full(*_: object, **__: object) -> torch.Tensor:
        raise RuntimeError("DefaultCPUAllocator: can't allocate memory")

    with monkeypatch.context() as patch:
        patch.setattr(torch, "empty", full)
        kept.keep(1)
        kept.offer(2)
    assert "no memory" in kept.trouble
    kept.keep(3)
    kept.wait()
    assert kept.steps == (3,)


def test_however_often_training_holds_two_copies_are_enough(
    kept: Snapshots, gate: Gate, monkeypatch: pytest.MonkeyPatch
):
    made: list[object] = []
    copy = snapshots._Copy

    def counted(parameters: Mapping[str, torch.Tensor]) -> object:
        made.append(copy(parameters))
        return made[-1]

    monkeypatch.setattr(snapshots, "_Copy", counted)
    kept.keep(0)
    assert gate.reached.wait(60)
    for step in range(1, 6):
        kept.keep(step)
    gate.open()
    kept.wait()
    assert kept.steps == (0, 5)
    assert len(made) == 2


# --- Thinning ---------------------------------------------------------------------------------

STEPS = st.sets(st.integers(0, 10**6), max_size=60)


@given(STEPS, st.integers(0, 70))
def test_thinning_keeps_within_the_budget_and_its_ends(steps: set[int], room: int):
    sizes = dict.fromkeys(steps, 10)
    gone = surplus(sizes, 10 * room + 5)
    left = sorted(steps - set(gone))
    assert len(left) == min(len(steps), room)
    assert len(set(gone)) == len(gone)
    if left:
        assert left[0] == min(steps)
    if len(left) > 1:
        assert left[-1] == max(steps)


@given(STEPS, st.integers(2, 20))
def test_thinning_twice_is_thinning_once(steps: set[int], room: int):
    sizes = dict.fromkeys(steps, 10)
    left = dict.fromkeys(steps - set(surplus(sizes, 30 * room)), 10)
    twice = left.keys() - set(surplus(left, 10 * room))
    assert twice == steps - set(surplus(sizes, 10 * room))


def test_small_snapshots_are_thinned_by_number():
    assert len(surplus(dict.fromkeys(range(MOST + 7), 1), PLENTY)) == 7
