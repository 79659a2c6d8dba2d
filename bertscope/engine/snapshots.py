"""The weights of past steps, for looking: written beside the training, thinned under a budget."""

import threading
from collections.abc import Mapping
from contextlib import suppress
from math import log
from pathlib import Path

import torch
from torch import Tensor

from bertscope.engine import disk
from bertscope.engine.folder import LoadedModel, write_words
from bertscope.engine.snapshot_files import (
    EARLY,
    MOST,
    TEMPORARY,
    load_snapshot,
    surplus,
    write_snapshot,
)
from bertscope.run_folder import CONFIG, SNAPSHOTS, kept_steps, snapshot_file

__all__ = ["Snapshots", "load_snapshot", "surplus"]

FREE_BYTES = 256 << 20
"""What is left free on the disk, besides twice a snapshot's size."""
_HEADER_BYTES = 200
"""What a file's header says of one parameter, at the most."""


class Snapshots:
    """Keeps the weights of a model that is trained, at steps of its choice.

    Training only waits for a copy in memory; a thread writes it. What goes wrong there costs a
    snapshot and never the training.

    On the scale ``u(s) = ln(s + c)`` the kept steps lie evenly, so that their density falls as
    ``1/(s + c)``. Where the budget has room for K snapshots, step s is kept if
    ``u(s) - u(last) >= (u(s) - u(0)) / (K - 1)``: each of the first steps, then ever fewer. What
    goes beyond the budget goes by `surplus`. While one is being written none is taken.

    Parameters
    ----------
    folder
        Of the run, which is there. Config and vocabulary are written to its ``snapshots/`` now.
    loaded
        The model whose weights are kept, on its device, in fp32.
    budget
        Bytes that snapshots may take; 0 keeps none, and for one alone the first is kept.

    Raises
    ------
    OSError
        If config or vocabulary can't be written.
    """

    def __init__(self, folder: Path, loaded: LoadedModel, budget: int) -> None:
        self._folder = folder
        self._loaded = loaded
        self._budget = budget
        self._parameters = dict(loaded.model.named_parameters())
        self._bytes = sum(
            parameter.nbytes + _HEADER_BYTES for parameter in self._parameters.values()
        )
        self._lock = threading.Lock()
        self._sizes: dict[int, int] = {}
        self._last: int | None = None
        self._waiting: tuple[int, _Copy] | None = None
        self._spare: list[_Copy] = []
        self._thread: threading.Thread | None = None
        self._trouble = ""
        self.begin()

    def begin(self) -> None:
        """Take what the folder holds as it is, as when it was deleted and made again."""
        place = self._folder / SNAPSHOTS
        place.mkdir(exist_ok=True)
        for left_over in place.glob(f"*{TEMPORARY}"):
            left_over.unlink(missing_ok=True)
        write_words(place, self._loaded.config, self._loaded.tokenizer)
        sizes = {}
        for step in kept_steps(self._folder):
            with suppress(FileNotFoundError):
                sizes[step] = snapshot_file(self._folder, step).stat().st_size
        with self._lock:
            self._sizes = sizes
            self._last = max(sizes, default=None)
            self._thin({})

    @property
    def steps(self) -> tuple[int, ...]:
        """Those whose weights are kept, rising."""
        with self._lock:
            return tuple(sorted(self._sizes))

    @property
    def size(self) -> int:
        """Bytes that they take."""
        with self._lock:
            return sum(self._sizes.values())

    @property
    def budget(self) -> int:
        """Bytes that they may take; where it falls below what they do, some go at once."""
        return self._budget

    @budget.setter
    def budget(self, budget: int) -> None:
        with self._lock:
            self._budget = budget
            self._thin({})

    @property
    def trouble(self) -> str:
        """Why the first snapshot that could not be kept wasn't, in a sentence; else empty."""
        return self._trouble

    def offer(self, step: int) -> None:
        """Keep the weights, which are those of this step now, if it is one to be kept."""
        if self._is_due(step) and self._thread is None:
            self._take(step)

    def keep(self, step: int) -> None:
        """As `offer`, for a step at which training holds: it is due, and waits for its turn."""
        with self._lock:
            unwanted = step in self._sizes or step in self._surplus({step: self._bytes})
            under_way = self._thread is not None and self._last == step
        if not (unwanted or under_way):
            self._take(step)

    def cut_back(self, step: int) -> None:
        """Remove those behind this step: training goes on from there."""
        with self._lock:
            self._remove([kept for kept in self._sizes if kept > step])
            self._last = max(self._sizes, default=None)

    def wait(self) -> None:
        """Wait until all that was taken is written."""
        while (thread := self._thread) is not None:
            thread.join()

    def close(self) -> None:
        """Wait, and let go of the memory for copies."""
        self.wait()
        self._spare.clear()

    def _is_due(self, step: int) -> bool:
        room = min(self._budget // self._bytes, MOST)
        last = self._last
        if room < 2 or last is None:
            return room > 0 and last is None
        return _u(step) - _u(last) >= (_u(step) - _u(0)) / (room - 1)

    def _take(self, step: int) -> None:
        try:
            copy = self._free_copy()
            copy.take()
        except (MemoryError, RuntimeError):
            self._say(
                f"The weights of step {step} were not kept, for there is no memory to copy them "
                "into: those of later steps are tried again."
            )
            return
        with self._lock:
            self._waiting = step, copy
            self._last = step
            if self._thread is None:
                self._thread = threading.Thread(target=self._write_all, daemon=True)
                self._thread.start()

    def _free_copy(self) -> "_Copy":
        """Memory for a copy; what waits there to be written is older and goes."""
        with self._lock:
            waiting, self._waiting = self._waiting, None
        if waiting is not None:
            return waiting[1]
        return self._spare.pop() if self._spare else _Copy(self._parameters)

    def _write_all(self) -> None:
        while True:
            with self._lock:
                if self._waiting is None:
                    self._thread = None
                    return
                (step, copy), self._waiting = self._waiting, None
            # Whatever goes wrong, it is no reason for training to end or to wait for ever.
            try:
                self._write(step, copy)
            except Exception as error:
                with suppress(OSError):
                    self._tell_of_loss(step, error)
            self._spare.append(copy)

    def _tell_of_loss(self, step: int, error: Exception) -> None:
        if (self._folder / SNAPSHOTS).is_dir():
            self._say(
                f"The weights of step {step} were not kept ({_reason(error)}): look after the "
                "disk; those of later steps are tried again."
            )
        self._forget_lost()

    def _write(self, step: int, copy: "_Copy") -> None:
        if not (self._folder / SNAPSHOTS / CONFIG).exists():
            self.begin()
        if disk.free(self._folder) < 2 * self._bytes + FREE_BYTES:
            self._say(
                "The disk is nearly full, so the weights of past steps are no longer kept: free "
                "some space, and those of later steps are."
            )
            return
        weights = copy.weights()
        with self._lock:
            self._thin({step: self._bytes})
        size = write_snapshot(snapshot_file(self._folder, step), weights)
        with self._lock:
            self._sizes[step] = size
            self._thin({})

    def _thin(self, coming: Mapping[int, int]) -> None:
        self._remove([step for step in self._surplus(coming) if step in self._sizes])

    def _surplus(self, coming: Mapping[int, int]) -> list[int]:
        return surplus({**self._sizes, **coming}, self._budget)

    def _remove(self, steps: list[int]) -> None:
        for step in steps:
            # What can't be removed now, such as a file that somebody reads on Windows, goes the
            # next time.
            with suppress(OSError):
                snapshot_file(self._folder, step).unlink(missing_ok=True)
                del self._sizes[step]

    def _forget_lost(self) -> None:
        """What was deleted from outside is kept no longer."""
        with self._lock:
            there = kept_steps(self._folder)
            self._sizes = {step: self._sizes[step] for step in there if step in self._sizes}

    def _say(self, sentence: str) -> None:
        self._trouble = self._trouble or sentence


class _Copy:
    """Memory for all weights, into which they are copied in the order of the device's work."""

    def __init__(self, parameters: Mapping[str, Tensor]) -> None:
        self._parameters = parameters
        self._on_cuda = any(parameter.is_cuda for parameter in parameters.values())
        self._weights = {
            name: torch.empty(parameter.shape, dtype=torch.float32, pin_memory=self._on_cuda)
            for name, parameter in parameters.items()
        }
        self._done: torch.cuda.Event | None = None

    @torch.no_grad()
    def take(self) -> None:
        """Copy; on a GPU this only begins it, in front of all that is asked of it later."""
        for name, parameter in self._parameters.items():
            self._weights[name].copy_(parameter, non_blocking=self._on_cuda)
        if self._on_cuda:
            self._done = torch.cuda.current_stream().record_event()

    def weights(self) -> dict[str, Tensor]:
        """The weights, once they are there."""
        if self._done is not None:
            self._done.synchronize()
        return self._weights


def _u(step: int) -> float:
    return log(step + EARLY)


def _reason(error: Exception) -> str:
    if isinstance(error, OSError) and disk.is_full(error):
        return "there is no room"
    return str(error) or type(error).__name__
