"""How a step is shared out; tests/cli/test_torchrun.py runs many processes."""

import json
from pathlib import Path

import numpy as np
import pytest
import torch

from bertscope.engine.batches import cut_batch
from bertscope.engine.devices import choose_device
from bertscope.engine.distributed import Ranks, joined
from bertscope.errors import DeviceError, RunError
from bertscope.text.masking import MaskRule
from bertscope.text.pairs import PairRows
from tests.torchrun import run_torchrun

CPU = torch.device("cpu")


@pytest.mark.parametrize("world", [1, 2, 3, 5])
@pytest.mark.parametrize("count", [1, 4, 23])
def test_the_micro_batches_are_the_same_however_many_share_them(
    pair_rows: PairRows, world: int, count: int
):
    def parts(rows: np.ndarray) -> list[torch.Tensor]:
        batch = pair_rows.batch(rows, MaskRule(), seed=1, epoch=0)
        return [part.ids_BL for part in cut_batch(batch, 4, CPU)]

    rows = np.random.default_rng(7).permutation(len(pair_rows))[:count]
    expected = dict(enumerate(parts(rows)))
    for rank in range(world):
        ranks = Ranks(rank, world)
        for own, ids_BL in enumerate(parts(ranks.share(rows, pair_rows.lengths, 4))):
            assert torch.equal(ids_BL, expected.pop(ranks.part_number(own)))
    assert not expected


@pytest.mark.parametrize("world", [1, 2, 3, 8])
@pytest.mark.parametrize("batch_size", [1, 7, 64])
@pytest.mark.parametrize("size", [1, 4, 64])
def test_every_process_gets_as_many_micro_batches_of_no_greater_size(
    world: int, batch_size: int, size: int
):
    size = min(size, batch_size)
    fitted = Ranks(0, world).micro_batch(size, batch_size)
    assert 1 <= fitted <= size
    rows = np.arange(batch_size)
    counts = [
        -(-len(Ranks(rank, world).share(rows, rows + 1, fitted)) // fitted) for rank in range(world)
    ]
    assert max(counts) - min(counts) <= 1


def test_a_micro_batch_that_can_be_shared_out_stays():
    assert Ranks(0, 2).micro_batch(4, 8) == Ranks(0, 1).micro_batch(4, 8) == 4


def test_what_no_process_has_a_gradient_for_gets_none(monkeypatch: pytest.MonkeyPatch):
    """As in one process, where optimizers then pass over it; here the other is this one's twin."""
    monkeypatch.setattr(Ranks, "_sum", lambda _, values: values.mul_(2))
    model = torch.nn.Linear(3, 2)
    model.weight.grad = torch.arange(6.0).view(2, 3)
    Ranks(0, 2).total_gradients(model)
    assert torch.equal(model.weight.grad, 2 * torch.arange(6.0).view(2, 3))
    assert model.bias.grad is None


def test_what_is_frozen_is_not_exchanged(monkeypatch: pytest.MonkeyPatch):
    sent: list[int] = []
    monkeypatch.setattr(Ranks, "_sum", lambda _, values: sent.append(values.numel()))
    model = torch.nn.Linear(1000, 2)
    model.weight.requires_grad_(False)
    model.bias.grad = torch.ones(2)
    Ranks(0, 2).total_gradients(model)
    assert model.weight.grad is None
    assert sent[0] < 10


def test_each_process_of_a_machine_takes_a_gpu_of_its_own(monkeypatch: pytest.MonkeyPatch):
    taken: list[torch.device] = []
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr(torch.cuda, "device_count", lambda: 2)
    monkeypatch.setattr(torch.cuda, "get_device_name", lambda i: f"GPU {i}")
    monkeypatch.setattr(torch.cuda, "set_device", taken.append)
    for wanted in ("auto", "cuda"):
        device = Ranks(rank=5, world=6, local_rank=1, local_world=2).device(wanted)
        assert device == taken.pop() == torch.device("cuda:1")
    assert Ranks(5, 6, 1, 2).device("cpu") == CPU
    assert Ranks().device("cuda:1") == torch.device("cuda:1")
    with pytest.raises(DeviceError, match="can't share cuda:1: choose auto, cuda or cpu"):
        Ranks(5, 6, 1, 2).device("cuda:1")
    with pytest.raises(DeviceError, match="no device cuda:2"):
        Ranks(2, 3, 2, 3).device("cuda")


def test_without_torchrun_a_process_is_alone(monkeypatch: pytest.MonkeyPatch):
    # What a cluster's shell may hold without meaning us.
    monkeypatch.setenv("WORLD_SIZE", "4")
    monkeypatch.delenv("RANK", raising=False)
    with joined() as ranks:
        assert ranks.alone
        assert ranks.first
        assert ranks.device("auto") == choose_device("auto")
        assert ranks.any(True)
        assert not ranks.any(False)
        with pytest.raises(RunError, match="as it is"), ranks.together():
            raise RunError("as it is")


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="finds threads in /proc")
def test_no_thread_of_a_group_outlives_it(tmp_path: Path):
    """One that lets go of a tensor while Python ends would abort the process, now and then."""
    said = run_torchrun("tests.engine.leaving_child", tmp_path)
    assert said.code == 0, said.err
    for rank in range(2):
        threads = json.loads((tmp_path / f"{rank}.json").read_text())
        assert any("gloo" in name for name in threads["met"])
        assert not any("gloo" in name for name in threads["parted"])
