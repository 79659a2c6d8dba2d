import pytest
import torch

from bertscope.engine.devices import (
    available_devices,
    choose_device,
    core_count,
    memory_error,
    use_threads,
)
from bertscope.errors import DeviceError


@pytest.fixture
def two_gpus(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(torch.cuda, "device_count", lambda: 2)
    monkeypatch.setattr(torch.cuda, "get_device_name", lambda i: f"GPU {i}")
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: False)


@pytest.fixture
def only_a_cpu(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(torch.cuda, "device_count", lambda: 0)
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: False)


@pytest.mark.usefixtures("two_gpus")
def test_gpus_come_first_and_have_names():
    devices = available_devices()
    assert [device.name for device in devices] == ["cuda:0", "cuda:1", "cpu"]
    assert devices[1].label == "GPU 1"
    assert choose_device("auto") == torch.device("cuda:0")
    assert choose_device("cuda") == torch.device("cuda:0")
    assert choose_device("cuda:1") == torch.device("cuda:1")


@pytest.mark.usefixtures("only_a_cpu")
def test_apples_gpu_comes_before_the_cpu(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: True)
    assert choose_device("auto") == torch.device("mps")


@pytest.mark.usefixtures("only_a_cpu")
@pytest.mark.parametrize("wanted", ["cuda", "cuda:1", "mps", "abacus", ""])
def test_a_device_that_is_not_there_is_said_with_those_that_are(wanted: str):
    with pytest.raises(DeviceError, match="choose auto, cpu"):
        choose_device(wanted)
    assert choose_device("auto") == torch.device("cpu")


def test_a_window_gets_a_core_of_its_own():
    before = torch.get_num_threads()
    try:
        use_threads(beside_window=False)
        assert torch.get_num_threads() == core_count()
        use_threads(beside_window=True)
        assert torch.get_num_threads() == max(1, core_count() - 1)
    finally:
        torch.set_num_threads(before)


def test_processes_share_the_cores(monkeypatch: pytest.MonkeyPatch):
    asked: list[int] = []
    monkeypatch.setattr("bertscope.engine.devices.core_count", lambda: 8)
    monkeypatch.setattr(torch, "set_num_threads", asked.append)
    for processes in (1, 2, 3, 16):
        use_threads(beside_window=False, processes=processes)
    assert asked == [8, 4, 2, 1]


def test_running_out_of_memory_is_told_from_other_errors():
    cpu = torch.device("cpu")
    with pytest.raises(RuntimeError) as caught:
        torch.empty(1 << 60)
    said = memory_error(caught.value, cpu)
    assert "smaller model" in str(said)
    for words in (
        "CUDA out of memory",
        "unable to mmap 8184024 bytes from file <weights>: Cannot allocate memory (12)",
        "std::bad_alloc",
    ):
        assert memory_error(RuntimeError(words), cpu) is not None
    assert memory_error(RuntimeError("shapes differ"), cpu) is None
