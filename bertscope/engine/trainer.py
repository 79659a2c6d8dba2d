"""The training loop: knows rows, model and recipe, and nothing of files."""

import time
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager

import msgspec
import torch
from torch import Tensor
from torch.nn.utils import clip_grads_with_norm_, get_total_norm

from bertscope.engine.batches import MicroBatch, micro_batch_size
from bertscope.engine.devices import lowers_precision, memory_error, quick_products
from bertscope.engine.distributed import Ranks
from bertscope.engine.feed import DROPOUT, Feed, Rows, draw
from bertscope.engine.model import BertForPreTraining, Outputs, evaluating
from bertscope.engine.objective import LossWeights, Objective, measure
from bertscope.engine.optimizers import Optimizers, Rates, learning_rates
from bertscope.engine.reports import HeldOut, Position, StepMetrics, TrainerState
from bertscope.errors import NotFiniteError, RunError
from bertscope.recipe import Recipe
from bertscope.text.pairs import PairRows


class Trainer:
    """Trains a model on masked LM and next sentence prediction.

    Parameters
    ----------
    model
        Is moved to `device` and trained in place.
    rows
        Gives the pairs of an epoch.
    held_out
        Pairs to measure on; `recipe.held_out_pairs` of them are used.
    decoys
        More of them, half of which have a decoy for B: as many are used.
    recipe
        All choices. Held-out pairs keep the masks that it draws, however the rule changes later,
        so that their curve stays one; a run that is taken up again begins with what it was made
        with, too.
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
    CorpusError
        If there is no pair to measure on.
    """

    on_gradients: Callable[[float], None] | None = None

    def __init__(
        self,
        model: BertForPreTraining,
        rows: Callable[[int], PairRows],
        held_out: PairRows,
        recipe: Recipe,
        device: torch.device,
        ranks: Ranks | None = None,
        *,
        decoys: PairRows | None = None,
        interactive: bool = True,
    ) -> None:
        self.model = model.to(device)
        self.position = Position()
        self._device = device
        self._interactive = interactive
        self._ranks = ranks or Ranks()
        self._in_bf16 = lowers_precision(recipe.precision, device)
        self._optimizers = Optimizers(self.model, recipe)
        self.recipe = recipe
        self._feed = Feed(rows, recipe.seed, device, self._ranks)
        self._held_out = self._feed.held_out(held_out, recipe, self._micro_batch)
        self._decoys = self._feed.held_out(decoys, recipe, self._micro_batch) if decoys else None

    @property
    def step(self) -> int:
        return self.position.step

    @property
    def micro_batch(self) -> int:
        """Pairs a forward pass, at the most."""
        return self._micro_batch

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
        size = micro_batch_size(
            recipe, self.model.config, self._device, interactive=self._interactive
        )
        self._micro_batch = self._ranks.micro_batch(size, recipe.batch_size)

    def next_batch(self) -> list[MicroBatch]:
        """The pairs of the next step in the very parts in which it will take them.

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
        return self._feed.peek(self._next_rows()).parts

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
        weights = LossWeights.of(recipe)
        rows = self._next_rows()
        work = self._feed.take(rows, last=self.step + 1 >= recipe.steps)
        chosen, pairs, tokens = self._ranks.total(work.chosen, work.pairs, work.tokens)
        self.model.zero_grad(set_to_none=True)
        parts: list[Objective] = []
        for part in work.parts:
            if parts:
                yield from watch.pause()
                if self.recipe != recipe:
                    return
            with (
                _memory_watched(self._device),
                quick_products(self._device),
                self._seeded_dropout(len(parts)),
            ):
                objective = self._judge(part)
                torch.autograd.backward(objective.share_of(chosen, pairs, weights))
            parts.append(objective.detach())
        whole = self._ranks.total_objective(parts, chosen, pairs, self._device)
        with _memory_watched(self._device):
            self._ranks.total_gradients(self.model)
        rates = learning_rates(self.step, recipe)
        mlm_loss, nsp_loss, loss, mlm_accuracy, nsp_accuracy = self._move_weights(whole, rates)
        metrics = StepMetrics(
            step=self.step + 1,
            mlm_loss=mlm_loss,
            nsp_loss=nsp_loss,
            loss=loss,
            mlm_accuracy=mlm_accuracy,
            nsp_accuracy=nsp_accuracy,
            learning_rate=rates.rest,
            pairs=pairs,
            tokens=tokens,
            seconds=watch.seconds(),
        )
        self.position = Position(self.step + 1, rows.epoch, rows.end, metrics)

    def _judge(self, part: MicroBatch) -> Objective:
        with torch.autocast(self._device.type, torch.bfloat16, enabled=self._in_bf16):
            mlm_MV, nsp_B2 = self.model(
                part.ids_BL, part.segments_BL, part.lengths_B, part.chosen_M
            )
        return measure(Outputs(mlm_MV.float(), nsp_B2.float()), part.targets_M, part.labels_B)

    def _move_weights(self, whole: Objective, rates: Rates) -> list[float]:
        """Clip the gradients and step, if all is finite; the losses and accuracies.

        They are fetched together, for a GPU has to be waited for each time.
        """
        weights = LossWeights.of(self.recipe)
        with _memory_watched(self._device):
            norm = self._clip_gradients()
            numbers, losses = whole.numbers(weights), whole.loss(weights)
            *told, finite = torch.stack(
                [*numbers, torch.isfinite(norm + losses).to(losses)]
            ).tolist()
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
            held_out = yield from self._evaluate(LossWeights.of(recipe))
            metrics = msgspec.structs.replace(metrics, held_out=held_out)
        self.position = msgspec.structs.replace(self.position, unreported=None)
        return metrics

    def _evaluate(self, weights: LossWeights) -> Generator[None, None, HeldOut]:
        losses = yield from self._measure(self._held_out, weights)
        mlm_loss, nsp_loss, loss, mlm_accuracy, nsp_accuracy = losses
        decoys = None
        if self._decoys is not None:
            *_, decoys = yield from self._measure(self._decoys, weights)
        return HeldOut(mlm_loss, nsp_loss, mlm_accuracy, nsp_accuracy, decoys, loss)

    def _measure(
        self, work: list[MicroBatch], weights: LossWeights
    ) -> Generator[None, None, list[float]]:
        """`Objective.numbers` on pairs that are not trained on."""
        parts: list[Objective] = []
        for part in work:
            yield
            with _memory_watched(self._device), evaluating(self.model):
                parts.append(self._judge(part))
        chosen, pairs = self._ranks.total(
            sum(part.chosen for part in parts), sum(part.pairs for part in parts)
        )
        whole = self._ranks.total_objective(parts, chosen, pairs, self._device)
        numbers: list[float] = torch.stack(whole.numbers(weights)).tolist()
        return numbers

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
