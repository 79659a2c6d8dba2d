"""Training in several processes that torchrun started, each with a copy of the model.

A step's rows are cut into the same micro-batches whatever the number of processes; each process
takes every so many-th of them. Losses are divided by the counts of the whole step, so the sum of
all gradients is the step's gradient, and one process and many train the same model but for the
rounding of sums.

The sum is made here and not by DistributedDataParallel. That one averages over processes, wants
the same number of forward passes from each, at least one, and has to know which is the last; here
a process may have fewer micro-batches than another, or none, a step may be left between two of
them, and the model stays the plain module that probes and checkpoints look at. What is given up:
the sum is made after the last backward pass instead of during it.

Two groups of processes are kept: gloo carries counts, wishes and errors between the processors,
and notices at once when a process dies; gradients go by NCCL where the model is on GPUs.
"""

import os
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Generic, TypeVar, cast

import numpy as np
import torch
import torch.distributed as dist
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.distributed.rendezvous import rendezvous

from bertscope.engine.batches import by_length
from bertscope.engine.devices import choose_device
from bertscope.engine.optimizers import warm_up
from bertscope.errors import BertscopeError, DeviceError, RunError

T = TypeVar("T")
Event = TypeVar("Event")

TIMEOUT = timedelta(minutes=10)
"""How long to wait for a process that neither answers nor is known to be dead."""
TIME_TO_SPEAK = timedelta(seconds=10)


class LostProcessError(RunError):
    """Another process of the run is gone; this one's weights are those of a whole step."""

    def __init__(self) -> None:
        super().__init__(
            "Another process of this run died or no longer answers, so training stopped. What "
            "was reached is kept: start the run again with --resume, on as many processes as "
            "there are."
        )


@dataclass
class _Outcome(Generic[T]):
    """How a piece of work ended: with a result or a failure, or it was another's."""

    results: list[T] = field(default_factory=list)
    failure: BertscopeError | None = None


def _opened(outcome: _Outcome[T]) -> T:
    if outcome.failure is not None:
        raise outcome.failure
    return outcome.results[0]


@dataclass
class Ranks:
    """The processes of a run, as one of them sees them; all of them call the same methods in turn.

    Attributes
    ----------
    rank, world
        This process's number, from 0, and how many there are.
    local_rank, local_world
        The same on this machine alone.
    """

    rank: int = 0
    world: int = 1
    local_rank: int = 0
    local_world: int = 1
    _gradients: dist.ProcessGroup | None = field(default=None, repr=False)
    _lost: bool = field(default=False, repr=False)

    @property
    def alone(self) -> bool:
        return self.world == 1

    @property
    def first(self) -> bool:
        """Whether it is this process that writes and speaks."""
        return self.rank == 0

    @property
    def uses_nccl(self) -> bool:
        return self._gradients is not None

    def join(self) -> None:
        """Meet the others.

        Raises
        ------
        LostProcessError
            If they can't be reached.
        """
        # What optimizers import keeps the group that it finds, whose threads would then still run
        # when Python ends, which aborts one that is about to let go of a tensor.
        warm_up()
        with self._watched():
            dist.init_process_group("gloo", timeout=TIMEOUT)

    def leave(self) -> None:
        """Part from the others."""
        # NCCL would wait for those that are gone.
        if not (self._lost and self.uses_nccl):
            dist.destroy_process_group()

    def speaks_of_loss(self) -> bool:
        """Whether it is this process that says that one is lost: the first to ask, of all."""
        if self.alone:
            return True
        try:
            store, *_ = next(rendezvous("env://", timeout=TIME_TO_SPEAK))
            return bool(store.add("lost", 1) == 1)
        except RuntimeError:
            return True  # What kept count is gone too.

    def device(self, wanted: str) -> torch.device:
        """The device of this process; on GPUs each process of a machine has one of its own.

        Raises
        ------
        DeviceError
            If this machine doesn't have it, or all processes would share it.
        """
        if self.alone:
            return choose_device(wanted)
        if wanted == "auto":
            wanted = "cuda" if torch.cuda.is_available() else "cpu"
        if wanted not in ("cpu", "cuda"):
            raise DeviceError(
                f"{self.local_world} processes can't share {wanted}: choose auto, cuda or cpu."
            )
        device = choose_device(f"cuda:{self.local_rank}" if wanted == "cuda" else wanted)
        if device.type == "cuda":
            torch.cuda.set_device(device)
        return device

    def micro_batch(self, size: int, batch_size: int) -> int:
        """The nearest smaller size that gives every process as many parts of a full step."""
        if self.alone:
            return size
        parts = self.world * -(-batch_size // (size * self.world))
        return -(-batch_size // parts)

    def share(
        self, rows: NDArray[np.int64], lengths: NDArray[np.int64], size: int
    ) -> NDArray[np.int64]:
        """The rows of this process's micro-batches.

        Parameters
        ----------
        rows
            All that are to be computed on.
        lengths
            Of every row there is, in tokens.
        size
            Rows a micro-batch.
        """
        if self.alone:
            return rows
        parts = [rows[part] for part in by_length(lengths[rows], size)]
        return np.concatenate([rows[:0], *parts[self.rank :: self.world]])

    def part_number(self, own: int) -> int:
        """The number among all micro-batches of a step of this process's own."""
        return self.rank + self.world * own

    def total(self, *counts: int) -> tuple[int, ...]:
        """Each count summed over all processes."""
        if self.alone:
            return counts
        sums = torch.tensor(counts)
        with self._watched():
            dist.all_reduce(sums)
        return tuple(sums.tolist())

    def any(self, wish: bool) -> bool:
        """Whether any process wishes it."""
        return self.total(int(wish))[0] > 0

    def total_sums(self, parts: Iterable[Tensor], size: int, device: torch.device) -> Tensor:
        """The parts of all processes added up, (size,); a process may have none."""
        sums = torch.zeros(size, dtype=torch.float64, device=device)
        for part in parts:
            sums += part
        if not self.alone:
            self._sum(sums)
        return sums

    def total_gradients(self, model: nn.Module) -> None:
        """Sum the gradients over all processes, in place; what has none in any keeps none."""
        if self.alone:
            return
        parameters = [parameter for parameter in model.parameters() if parameter.requires_grad]
        reached = [parameter.grad is not None for parameter in parameters]
        for parameter in parameters:
            if parameter.grad is None:
                parameter.grad = torch.zeros_like(parameter)
        gradients = [p.grad for p in parameters if p.grad is not None]
        counts = gradients[0].new_tensor(reached)
        flat = torch.cat([*(gradient.flatten() for gradient in gradients), counts])
        self._sum(flat)
        sizes = [gradient.numel() for gradient in gradients]
        *sums, counts = torch.split(flat, [*sizes, len(counts)])
        for gradient, total in zip(gradients, sums, strict=True):
            gradient.copy_(total.view_as(gradient))
        for parameter, count in zip(parameters, counts.tolist(), strict=True):
            if not count:
                parameter.grad = None

    def _sum(self, values: Tensor) -> None:
        with self._watched():
            if values.device.type == "cuda":
                if self._gradients is None:
                    self._gradients = dist.new_group(backend="nccl", timeout=TIMEOUT)
                # NCCL would wait for a dead process; gloo says that it is dead.
                dist.barrier()
            dist.all_reduce(values, group=self._gradients)

    def from_first(self, work: Generator[Event, None, T]) -> Generator[Event, None, T]:
        """Do work in the first process alone; its result, or error, is everyone's."""
        if self.alone:
            return (yield from work)
        return _opened(self.told((yield from self._waited_for(work, self.first))))

    def from_first_here(self, work: Generator[Event, None, T]) -> Generator[Event, None, T]:
        """Do work in the first process of each machine; the others of a machine get its result.

        The result should be small. An error of any is everyone's.
        """
        if self.alone:
            return (yield from work)
        outcomes = self.gathered((yield from self._waited_for(work, self.local_rank == 0)))
        for outcome in outcomes:
            if outcome.failure is not None:
                raise outcome.failure
        return _opened(outcomes[self.rank - self.local_rank])

    def _waited_for(
        self, work: Generator[Event, None, T], here: bool
    ) -> Generator[Event, None, "_Outcome[T]"]:
        """How work ended that is done `here`, or elsewhere while this process waits.

        However long it takes, each of its yields says to those that wait that it is alive.
        """
        outcome: _Outcome[T] = _Outcome()
        if here:
            try:
                outcome.results.append((yield from self._saying_alive(work)))
            except LostProcessError:
                raise
            except BertscopeError as error:
                outcome.failure = error
        else:
            work.close()
        while self.any(False):
            pass
        return outcome

    def _saying_alive(self, work: Generator[Event, None, T]) -> Generator[Event, None, T]:
        while True:
            try:
                event = next(work)
            except StopIteration as end:
                result: T = end.value
                return result
            self.any(True)
            yield event

    def told(self, value: T) -> T:
        """The first process's value. It comes pickled, which is safe among one's own processes."""
        if self.alone:
            return value
        box = [value]
        with self._watched():
            dist.broadcast_object_list(box, src=0)
        return box[0]

    def gathered(self, value: T) -> list[T]:
        """Every process's value, by their numbers; pickled as above."""
        if self.alone:
            return [value]
        box: list[T | None] = [None] * self.world
        with self._watched():
            dist.all_gather_object(box, value)
        return cast(list[T], box)

    @contextmanager
    def _watched(self) -> Iterator[None]:
        try:
            yield
        except RuntimeError as error:
            self._lost = True
            raise LostProcessError from error

    @contextmanager
    def together(self) -> Iterator[None]:
        """What goes wrong in one process goes wrong in all, so that the first can say it.

        Raises
        ------
        BertscopeError
            In the first process its own, else a `RunError` with what the lowest one has to say.
        """
        failure: BertscopeError | None = None
        try:
            yield
        except LostProcessError:
            raise
        except BertscopeError as error:
            failure = error
        if self.alone:
            if failure is not None:
                raise failure
            return
        said = self.gathered("" if failure is None else str(failure))
        if any(said):
            first_said = RunError(next(sentence for sentence in said if sentence))
            raise failure if failure is not None and self.first else first_said


@contextmanager
def joined() -> Iterator[Ranks]:
    """The processes that torchrun started, or this one alone.

    Raises
    ------
    LostProcessError
        If the others can't be reached.
    """
    ranks = _from_environment()
    if ranks.alone:
        yield ranks
        return
    ranks.join()
    try:
        yield ranks
    finally:
        ranks.leave()


def _from_environment() -> Ranks:
    """What torchrun says (its manual calls these variables its contract)."""
    names = ("RANK", "WORLD_SIZE", "LOCAL_RANK", "LOCAL_WORLD_SIZE")
    if not all(name in os.environ for name in (*names, "MASTER_ADDR", "MASTER_PORT")):
        return Ranks()
    rank, world, local_rank, local_world = (int(os.environ[name]) for name in names)
    return Ranks(rank, world, local_rank, local_world)
