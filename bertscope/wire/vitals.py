"""How the engine fares while it trains: time, memory, GPU."""

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import psutil

from bertscope.wire import messages as m

VITALS_SECONDS = 1.0
"""How often it is told."""


class Pulse:
    """Measures the share of the time that training takes, and looks at the memory.

    Parameters
    ----------
    device
        The name of the device that computes.
    """

    def __init__(self, device: str) -> None:
        self._device = device
        self._process = psutil.Process()
        self._since = time.perf_counter()
        self._spent = 0.0

    @contextmanager
    def computing(self) -> Iterator[None]:
        """Count the time in here as training."""
        begun = time.perf_counter()
        try:
            yield
        finally:
            self._spent += time.perf_counter() - begun

    @property
    def due(self) -> bool:
        """Whether so long has passed that it can be told again."""
        return time.perf_counter() - self._since >= VITALS_SECONDS

    def rest(self) -> None:
        """Begin to measure anew, as after a pause."""
        self._since, self._spent = time.perf_counter(), 0.0

    def take(self, folder: str) -> m.Vitals:
        """What was measured since the last time, for the run in `folder`."""
        passed = time.perf_counter() - self._since
        share = min(1.0, self._spent / passed) if passed > 0 else 0.0
        self.rest()
        used, total, use = _gpu(self._device)
        return m.Vitals(folder, share, self._process.memory_info().rss, used, total, use)


def _gpu(device: str) -> tuple[int | None, int | None, float | None]:
    """Bytes in use and in all, and the share of the time it is busy; None for what isn't known."""
    used = total = use = None
    if device.startswith("cuda"):
        import torch

        # A driver that won't tell, or a GPU of another maker, is no reason to fail a run.
        with suppress(Exception):
            free, total = torch.cuda.mem_get_info(torch.device(device))
            used = total - free
        with suppress(Exception):
            use = torch.cuda.utilization(torch.device(device)) / 100
    return used, total, use
