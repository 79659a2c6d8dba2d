"""The training loop: knows subject, model and recipe, and nothing of files."""

import time
from collections.abc import Callable, Generator, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial, reduce
from operator import add
from typing import Any

import msgspec
import torch
from torch import Tensor
from torch.nn.utils import clip_grads_with_norm_, get_total_norm

from bertscope.engine.compiled import compile_layers, compiled_by
from bertscope.engine.devices import lowers_precision, memory_error, quick_products
from bertscope.engine.distributed import Ranks
from bertscope.engine.feed import Feed
from bertscope.engine.model import HeadedBert, evaluating
from bertscope.engine.optimizers import Optimizers, Rates, learning_rates
from bertscope.engine.reports import Position, StepMetrics, TrainerState
from bertscope.engine.subject import DROPOUT, Rows, Subject, Tally, Work, draw
from bertscope.errors import NotFiniteError, RunError
from bertscope.recipe import Recipe


class Trainer:
    """Trains a model on a subject.

    Parameters
    ----------
    model
        Is moved to `device` and trained in place.
    subject
        What is learned. What is held out is drawn by the recipe's rule and keeps its masks however
        the rule changes later, so that its curve stays one; a run that is taken up again begins
        with what it was made with, too.
    recipe
        All choices.
    device
        Where to compute.
    ranks
        The processes that train this model together; None where this one is alone.
    interactive
        Whether someone waits for answers between micro-batches.

    Attributes
    ----------
    on_gradients
        Is called in every step once the gradients are whole, before they are clipped and the
        weights move, with their Euclidean length, which may not be finite.

    Raises
    ------
    BertscopeError
        If there is nothing to measure on.
    """

    on_gradients: Callable[[float], None] | None = None

    def __init__(
        self,
        model: HeadedBert,
        subject: Subject,
        recipe: Recipe,
        device: torch.device,
        ranks: Ranks | None = None,
        *,
        interactive: bool = True,
    ) -> None:
        self.model = model.to(device)
        self.position = Position()
        self._device = device
        self._subject = subject
        self._interactive = interactive
        self._ranks = ranks or Ranks()
        self._forward: Callable[[], AbstractContextManager[None]] = partial(quick_products, device)
        self._in_bf16 = lowers_precision(recipe.precision, device)
        self._optimizers = Optimizers(self.model, recipe)
        self.recipe = recipe
        self._feed = Feed(subject.rows, recipe.seed, device, self._ranks)
        subject.hold_out(recipe, self._micro_batch, device, self._ranks)

    @property
    def step(self) -> int:
        return self.position.step

    @property
    def micro_batch(self) -> int:
        """Rows a forward pass, at the most."""
        return self._micro_batch

    @property
    def loss_of_guessing(self) -> float:
        """As of `Subject`."""
        return self._subject.loss_of_guessing(self.model.config)

    @property
    def recipe(self) -> Recipe:
        """All choices. Those in `bertscope.recipe.LIVE` may be replaced by others at any yield.

        They hold from the step behind the last whole one: a step that was begun with others is
        begun anew. What an epoch's rows have been read for stays read, whatever the batch size.
        """
        return self._recipe

    @recipe.setter
    def recipe(self, recipe: Recipe) -> None:
        self._recipe = recipe
        size = self._subject.micro_batch_size(
            recipe, self.model.config, self._device, interactive=self._interactive
        )
        self._micro_batch = self._ranks.micro_batch(size, recipe.batch_size)

    def compile(self) -> None:
        """Compile the layers, which takes up to a minute; without effect where it fails.

        Their forward pass does without TF32: it is switched for the whole process, where others
        may look meanwhile.

        Raises
        ------
        Exception
            Any, where this machine or this model can't be compiled.
        """
        with self._lower_precision():
            run = compile_layers(self.model, self._micro_batch)
        self._forward = partial(compiled_by, run, self.model)

    def next_work(self) -> Work:
        """What the next step will take, in the very parts in which it will take it.

        Raises
        ------
        RunError
            If several processes share them out, or there is no next step.
        """
        if not self._ranks.alone:
            raise RunError(
                "One step can't be shown of a run in several processes: train it in one."
            )
        if self.step >= self.recipe.steps:
            raise RunError("The run has done its last step: set more steps to go on.")
        return self._feed.peek(self._next_rows())

    def state(self) -> TrainerState:
        """Where the last whole step left off, in copies."""
        return TrainerState(self.position, self._optimizers.state())

    def load_state(self, state: TrainerState) -> None:
        """Go on from `state`; the model's weights are the caller's to set."""
        self.position = state.position
        self._optimizers.load_state(state.optimizers)

    def advance(self) -> Iterator[StepMetrics | None]:
        """Train up to `recipe.steps`; may be left at any yield and called again.

        Yields
        ------
        StepMetrics
            At the start, and after every step.
        None
            Between micro-batches. At every yield the weights are those of a whole step.

        Raises
        ------
        RunError
            If loss or gradient are no longer finite, or another process is lost; the weights are
            those of the step before.
        DeviceError
            If memory runs out.
        """
        while True:
            if self.position.unreported is not None:
                yield (yield from self._report(self.position.unreported))
            if self.step >= self.recipe.steps:
                return
            yield from self._train_step()

    def _train_step(self) -> Iterator[None]:
        watch, recipe = _Watch(), self.recipe
        rows = self._next_rows()
        work = self._feed.take(rows, last=self.step + 1 >= recipe.steps)
        chosen, pairs, tokens = self._ranks.total(work.chosen, work.pairs, work.tokens)
        self.model.zero_grad(set_to_none=True)
        parts: list[Tally] = []
        for part in work.parts:
            if parts:
                yield from watch.pause()
                if self.recipe != recipe:
                    return
            with (
                _memory_watched(self._device),
                self._seeded_dropout(len(parts)),
                self._lower_precision(),
                self._forward(),
            ):
                tally = self._subject.judge(self.model, part, recipe)
            with _memory_watched(self._device), quick_products(self._device):
                torch.autograd.backward(tally.share_of(chosen, pairs))
            parts.append(tally.detach())
        whole = self._total(parts, chosen, pairs, recipe)
        with _memory_watched(self._device):
            self._ranks.total_gradients(self.model)
        rates = learning_rates(self.step, recipe)
        told = self._move_weights(whole, rates)
        measures: dict[str, Any] = dict(zip(whole.MEASURES, told, strict=True))
        metrics = StepMetrics(
            step=self.step + 1,
            **measures,
            learning_rate=rates.rest,
            pairs=pairs,
            tokens=tokens,
            seconds=watch.seconds(),
        )
        self.position = Position(self.step + 1, rows.epoch, rows.end, metrics)

    def _lower_precision(self) -> torch.autocast:
        return torch.autocast(self._device.type, torch.bfloat16, enabled=self._in_bf16)

    def _total(self, parts: list[Tally], chosen: int, pairs: int, recipe: Recipe) -> Tally:
        """The parts of all processes together, which have so many chosen positions and rows."""
        if self._ranks.alone:
            return reduce(add, parts)
        own = [part.sums for part in parts]
        sums = self._ranks.total_sums(own, self._subject.SUMS, self._device)
        return self._subject.tally(sums, chosen, pairs, recipe)

    def _move_weights(self, whole: Tally, rates: Rates) -> list[float]:
        """Clip the gradients and step, if all is finite; the numbers of the step.

        They are fetched together, for a GPU has to be waited for each time.
        """
        with _memory_watched(self._device):
            norm = self._clip_gradients()
            numbers, loss = whole.numbers(), whole.loss
            *told, finite = torch.stack([*numbers, torch.isfinite(norm + loss).to(loss)]).tolist()
            if not finite:
                self.model.zero_grad(set_to_none=True)
                raise NotFiniteError(
                    f"Training stopped at step {self.step + 1}: the loss is no longer a finite "
                    "number. Go on from the last checkpoint with a lower learning rate."
                )
            self._optimizers.step(rates)
        return told

    def _clip_gradients(self) -> Tensor:
        """Their Euclidean length before it."""
        parameters = list(self.model.parameters())
        norm = get_total_norm([p.grad for p in parameters if p.grad is not None])
        if self.on_gradients is not None:
            self.on_gradients(float(norm))
        clip_grads_with_norm_(parameters, self.recipe.clip, norm)
        return norm

    def _report(self, metrics: StepMetrics) -> Generator[None, None, StepMetrics]:
        """The step's metrics, with the held-out losses where they are due."""
        # What is changed meanwhile counts for later steps.
        step, recipe = metrics.step, self.recipe
        if step % recipe.evaluate_every == 0 or step >= recipe.steps:
            held_out = yield from self._subject.evaluate(self.model, recipe, self._looking)
            metrics = msgspec.structs.replace(metrics, held_out=held_out)
        self.position = msgspec.structs.replace(self.position, unreported=None)
        return metrics

    @contextmanager
    def _looking(self) -> Iterator[None]:
        with _memory_watched(self._device), evaluating(self.model), self._lower_precision():
            yield

    def _next_rows(self) -> Rows:
        position = self.position
        return self._feed.rows_from(position.epoch, position.row, self.recipe, self._micro_batch)

    @contextmanager
    def _seeded_dropout(self, part: int) -> Iterator[None]:
        """Dropout drawn from what it belongs to; PyTorch's global random state stays as it was."""
        part = self._ranks.part_number(part)
        seed = draw(self.recipe.seed, self.step, part, DROPOUT).integers(2**63)
        with torch.random.fork_rng([self._device] if self._device.type == "cuda" else []):
            torch.manual_seed(int(seed))
            self.model.train()
            yield


class _Watch:
    """Adds up the time of a step without that of its pauses, in seconds."""

    def __init__(self) -> None:
        self._spent = 0.0
        self._since = time.perf_counter()

    def pause(self) -> Iterator[None]:
        self._spent = self.seconds()
        yield
        self._since = time.perf_counter()

    def seconds(self) -> float:
        return self._spent + time.perf_counter() - self._since


@contextmanager
def _memory_watched(device: torch.device) -> Iterator[None]:
    try:
        yield
    except RuntimeError as error:
        said = memory_error(error, device)
        if said is None:
            raise
        raise said from error
