"""The devices of this machine, and how much of it a session may take."""

import ctypes
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from bertscope.errors import DeviceError
from bertscope.recipe import Precision


@dataclass(frozen=True, slots=True)
class Device:
    """A device: its name for a recipe, and its name for people."""

    name: str
    label: str


def available_devices() -> list[Device]:
    """The devices of this machine, fastest first."""
    devices = [
        Device(f"cuda:{i}", torch.cuda.get_device_name(i)) for i in range(torch.cuda.device_count())
    ]
    if torch.backends.mps.is_available():
        devices.append(Device("mps", "Apple GPU"))
    cores = core_count()
    return [*devices, Device("cpu", f"CPU, {cores} cores" if cores > 1 else "CPU, 1 core")]


def choose_device(wanted: str) -> torch.device:
    """The device of that name; "auto" is the first GPU, then Apple's, then the CPU.

    Raises
    ------
    DeviceError
        If this machine doesn't have it.
    """
    names = [device.name for device in available_devices()]
    if wanted == "auto":
        return torch.device(names[0])
    name = "cuda:0" if wanted == "cuda" else wanted
    if name not in names:
        raise DeviceError(f"There is no device {wanted} here: choose auto, {', '.join(names)}.")
    return torch.device(name)


def core_count() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def use_threads(beside_window: bool, processes: int = 1) -> None:
    """Compute on this process's share of all cores.

    Beside a window one is left to painting. `processes` is how many compute on this machine.
    """
    cores = core_count() - 1 if beside_window else core_count() // processes
    torch.set_num_threads(max(1, cores))


def keep_freed_memory(most: int = 2**30) -> None:
    """Let freed tensors of so many bytes be taken again, where the C library is glibc.

    It gives those above 32 MB back to the system each time, and then every page of the next one
    has to be cleared: up to a fifth of a step that projects to a large vocabulary.
    """
    try:
        allocator = ctypes.CDLL("libc.so.6")
    except OSError:
        return
    # M_MMAP_THRESHOLD and M_TRIM_THRESHOLD of malloc.h; both are C ints.
    allocator.mallopt(-3, most)
    allocator.mallopt(-1, min(2 * most, 2**31 - 1))


def from_array(array: NDArray[Any]) -> Tensor:
    """The same numbers on the host, in the order of their axes."""
    return torch.from_numpy(np.ascontiguousarray(array))


def send(tensors: Sequence[Tensor], device: torch.device) -> list[Tensor]:
    """The host's numbers of one type, in one transfer; with CUDA nothing waits for it."""
    if device.type == "cpu" or not tensors:
        return list(tensors)
    whole = torch.cat([tensor.flatten() for tensor in tensors])
    if device.type == "cuda":
        whole = whole.pin_memory()
    sizes = [tensor.numel() for tensor in tensors]
    parts = torch.split(whole.to(device, non_blocking=True), sizes)
    return [part.view(tensor.shape) for part, tensor in zip(parts, tensors, strict=True)]


def lowers_precision(wanted: Precision, device: torch.device) -> bool:
    """Whether to train in bf16: where it is asked for, or left open on a GPU that has it."""
    if wanted is Precision.AUTO:
        return device.type == "cuda" and torch.cuda.is_bf16_supported(including_emulation=False)
    return wanted is Precision.BF16


@contextmanager
def quick_products(device: torch.device) -> Iterator[None]:
    """Round the factors of fp32 products to TF32 on a GPU that has it, which only training does.

    What is shown of a model is computed in whole fp32.
    """
    settings = torch.backends.cuda.matmul
    before = settings.allow_tf32
    settings.allow_tf32 = before or device.type == "cuda"
    try:
        yield
    finally:
        settings.allow_tf32 = before


_NO_MEMORY = re.compile("can't allocate memory|cannot allocate memory|bad_alloc|out of memory")
"""How the CPU's allocator, mapped files, C++ and drivers say it, which have no class for it."""


def memory_error(error: RuntimeError, device: torch.device) -> DeviceError | None:
    """What to tell someone where an error means that memory ran out, else None."""
    said = str(error).lower()
    if isinstance(error, torch.OutOfMemoryError) or _NO_MEMORY.search(said):
        return DeviceError(
            f"{device} ran out of memory: set fewer pairs a micro-batch, a shorter length or a "
            "smaller model, then go on from the last checkpoint."
        )
    return None
