"""Training beside another loop: the two take turns in one process, each for some steps."""

import gc
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import torch
from torch import nn

from bertscope.engine.devices import keep_freed_memory

STRETCH_SECONDS = 0.5
"""A turn is at least so long, so that what one prepares while the other runs weighs little."""
KEPT = {"bertscope": 2**30, "transformers": 2**25}
"""Bytes of the largest tensors whose memory is kept; glibc's own limit is 32 MB."""
WARM_UP_STEPS = 1
FEWEST_TURNS = 3
MEMORY_STEPS = 3

Step = Callable[[], object]


class Cost(NamedTuple):
    """Of a step, in seconds: by the clock, and of all processors together."""

    wall: float
    processors: float


def cost_of(step: Step, count: int, device: torch.device) -> Cost:
    """The mean of so many steps in a row."""
    wall, processors = time.perf_counter(), time.process_time()
    for _ in range(count):
        step()
    if device.type == "cuda":
        torch.cuda.synchronize(device)
    return Cost((time.perf_counter() - wall) / count, (time.process_time() - processors) / count)


def take_turns(
    steps: Mapping[str, Step], device: torch.device, seconds: float
) -> dict[str, list[Cost]]:
    """Let the two take turns for about so long; what a step costs, turn by turn."""
    counts = {}
    for name, step in steps.items():
        cost_of(step, WARM_UP_STEPS, device)
        counts[name] = max(1, round(STRETCH_SECONDS / cost_of(step, 1, device).wall))
    spent: dict[str, list[Cost]] = {name: [] for name in steps}
    began = time.perf_counter()
    while len(spent["bertscope"]) < FEWEST_TURNS or time.perf_counter() - began < seconds:
        for name, step in steps.items():
            keep_freed_memory(KEPT[name])
            spent[name].append(cost_of(step, counts[name], device))
    return spent


def decay_groups(model: nn.Module) -> list[dict[str, object]]:
    """transformers' parameters as its `Trainer` groups them: no decay for biases and norms."""
    parameters = list(model.parameters())
    return [
        {"params": [p for p in parameters if p.ndim > 1], "weight_decay": 0.01},
        {"params": [p for p in parameters if p.ndim < 2], "weight_decay": 0.0},
    ]


def child_memory(module: str, arguments: Sequence[str]) -> float:
    """The megabytes that a child process prints at its end."""
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return float(done.stdout.split()[-1])


def own_memory(name: str, small: Step, make: Callable[[], Step], device: torch.device) -> float:
    """Megabytes that this process takes at the most, above what it holds before `make`.

    Parameters
    ----------
    name
        A key of `KEPT`.
    small
        A step of a small model: what is loaded at the first product and the first optimizer is
        not the model's.
    make
        Builds what is measured.
    """
    if name == "bertscope":
        keep_freed_memory()
    small()
    gc.collect()
    before = _resident("VmRSS")
    step = make()
    for _ in range(MEMORY_STEPS):
        step()
    if device.type == "cuda":
        return torch.cuda.max_memory_allocated(device) / 1e6
    return _resident("VmHWM") - before


def _resident(name: str) -> float:
    """Megabytes of this process, now or at the most; Linux alone tells it for one process."""
    try:
        lines = Path("/proc/self/status").read_text().splitlines()
    except OSError:
        return float("nan")
    return next(int(line.split()[1]) for line in lines if line.startswith(name)) / 1e3
