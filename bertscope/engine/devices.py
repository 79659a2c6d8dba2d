"""The devices of this machine, and how much of it a session may take."""

import os
from dataclasses import dataclass

import torch

from bertscope.errors import DeviceError


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
    return [*devices, Device("cpu", f"CPU, {cores} core{'s' if cores > 1 else ''}")]


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


def use_threads(beside_window: bool) -> None:
    """Compute on all cores; beside a window on all but one, which is left to painting."""
    torch.set_num_threads(max(1, core_count() - 1) if beside_window else core_count())


def memory_error(error: RuntimeError, device: torch.device) -> DeviceError | None:
    """What to tell someone where an error means that memory ran out, else None."""
    # The CPU's allocator has no class of its own for it.
    if isinstance(error, torch.OutOfMemoryError) or "can't allocate memory" in str(error):
        return DeviceError(
            f"{device} ran out of memory: set fewer pairs a micro-batch, a shorter length or a "
            "smaller model, then go on from the last checkpoint."
        )
    return None
