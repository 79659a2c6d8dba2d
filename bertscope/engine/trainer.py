"""The training loop: knows rows, model and recipe, and nothing of files."""

import time
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import NamedTuple

import msgspec
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from bertscope.engine.background import Background
from bertscope.engine.batches import MicroBatch, cut_batch, micro_batch_size
from bertscope.engine.devices import lowers_precision, memory_error, quick_products
from bertscope.engine.distributed import Ranks
from bertscope.engine.model import BertForPreTraining, Outputs, evaluating
from bertscope.engine.objective import Objective, measure
from bertscope.engine.optimizers import Optimizers, learning_rate_factor
from bertscope.errors import CorpusError, RunError
from bertscope.recipe import Recipe
from bertscope.text.masking import MaskRule
from bertscope.text.pairs import PairRows

# What is drawn, besides pairs and masks: the last part of a key, so that no two draws share one.
_ORDER, _DROPOUT, _HELD_OUT = range(3)


class HeldOut(msgspec.Struct, frozen=True):
    """The objective on pairs that are not trained on; losses in nats, accuracies 0 to 1.

    `nsp_decoy_accuracy` is that on pairs whose B is next or differs from it in content alone;
    None where the corpus has no such.
    """

    mlm_loss: float
    nsp_loss: float
    mlm_accuracy: float
    nsp_accuracy: float
    nsp_decoy_accuracy: float | None = None


class StepMetrics(msgspec.Struct, frozen=True, kw_only=True):
    """What one optimizer step reports.

    Attributes
    ----------
    step
        Finished steps. At 0 nothing was trained on yet, so there is `held_out` alone.
    mlm_loss, nsp_loss, loss, mlm_accuracy, nsp_accuracy
        On the step's own pairs before the weights moved; losses in nats.
    learning_rate
        AdamW's.
    pairs, tokens, seconds
        Work done, without padding, and the time it took.
    held_out
        After the weights moved, where it was measured.
    """

    step: int
    mlm_loss: float | None = None
    nsp_loss: float | None = None
    loss: float | None = None
    mlm_accuracy: float | None = None
    nsp_accuracy: float | None = None
    learning_rate: float | None = None
    pairs: int = 0
    tokens: int = 0
    seconds: float = 0.0
    held_out: HeldOut | None = None


class Position(msgspec.Struct, frozen=True):
    """Where a session stands.

    Attributes
    ----------
    step
        Finished optimizer steps.
    epoch, row
        The epoch, and how many of its rows were read.
    unreported
        What the last step, or the start, has to report once its held-out losses are measured.
    """

    step: int = 0
    epoch: int = 0
    row: int = 0
    unreported: StepMetrics | None = StepMetrics(step=0)

    @property
    def next_reported(self) -> int:
        """The first step whose metrics nobody was given yet."""
        return self.step + 1 if self.unreported is None else self.step


@dataclass(frozen=True, eq=False)
class TrainerState:
    """What a trainer needs, besides the model's weights, to go on exactly as if never stopped.

    Random states are not among it: what is random at a step is drawn from the seed and the step.
    """

    position: Position
    optimizers: dict[str, Tensor]


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
        All choices; may be replaced between steps by one with another number of steps.
    device
        Where to compute.
    ranks
        The processes that train this model together; None where this one is alone.
    interactive
        Whether someone waits for answers between micro-batches.

    Raises
    ------
    CorpusError
        If there is no pair to measure on.
    """

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
        self.recipe = recipe
        self.position = Position()
        self._device = device
        self._ranks = ranks or Ranks()
        self._in_bf16 = lowers_precision(recipe.precision, device)
        self._rows_of = rows
        self._epoch: _Epoch | None = None
        self._optimizers = Optimizers(self.model, recipe)
        self._ahead: tuple[_Rows, Background[_Work]] | None = None
        self._micro_batch = self._ranks.micro_batch(
            micro_batch_size(recipe, model.config, device, interactive=interactive),
            recipe.batch_size,
        )
        self._held_out = self._draw_held_out(held_out)
        self._decoys = self._draw_held_out(decoys) if decoys else None

    @property
    def step(self) -> int:
        return self.position.step

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
        watch = _Watch()
        rows = self._next_rows()
        work = self._take_work(rows)
        chosen, pairs, tokens = self._ranks.total(work.chosen, work.pairs, work.tokens)
        self.model.zero_grad(set_to_none=True)
        parts: list[Objective] = []
        for part in work.parts:
            if parts:
                yield from watch.pause()
            with (
                _memory_watched(self._device),
                quick_products(self._device),
                self._seeded_dropout(len(parts)),
            ):
                objective = self._judge(part)
                torch.autograd.backward(objective.share_of(chosen, pairs))
            parts.append(objective.detach())
        whole = self._ranks.total_objective(parts, chosen, pairs, self._device)
        with _memory_watched(self._device):
            self._ranks.total_gradients(self.model)
        factor = learning_rate_factor(self.step, self.recipe)
        mlm_loss, nsp_loss, loss, mlm_accuracy, nsp_accuracy = self._move_weights(whole, factor)
        metrics = StepMetrics(
            step=self.step + 1,
            mlm_loss=mlm_loss,
            nsp_loss=nsp_loss,
            loss=loss,
            mlm_accuracy=mlm_accuracy,
            nsp_accuracy=nsp_accuracy,
            learning_rate=factor * self.recipe.learning_rate,
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

    def _move_weights(self, whole: Objective, factor: float) -> list[float]:
        """Clip the gradients and step, if all is finite; the losses and accuracies.

        They are fetched together, for a GPU has to be waited for each time.
        """
        with _memory_watched(self._device):
            norm = torch.nn.utils.clip_grad_norm_(self.model.parameters(), self.recipe.clip)
            numbers, losses = whole.numbers(), whole.loss
            *told, finite = torch.stack(
                [*numbers, torch.isfinite(norm + losses).to(losses)]
            ).tolist()
            if not finite:
                self.model.zero_grad(set_to_none=True)
                raise RunError(
                    f"Training stopped at step {self.step + 1}: the loss is no longer a finite "
                    "number. Go on from the last checkpoint with a lower learning rate."
                )
            self._optimizers.step(factor)
        return told

    def _report(self, metrics: StepMetrics) -> Generator[None, None, StepMetrics]:
        """The step's metrics, with the held-out losses where they are due."""
        step, steps = metrics.step, self.recipe.steps
        if step % self.recipe.evaluate_every == 0 or step >= steps:
            held_out = yield from self._evaluate()
            metrics = msgspec.structs.replace(metrics, held_out=held_out)
        self.position = msgspec.structs.replace(self.position, unreported=None)
        return metrics

    def _evaluate(self) -> Generator[None, None, HeldOut]:
        mlm_loss, nsp_loss, _, *accuracies = yield from self._measure(self._held_out)
        if self._decoys is not None:
            accuracies.append((yield from self._measure(self._decoys))[-1])
        return HeldOut(mlm_loss, nsp_loss, *accuracies)

    def _measure(self, work: list[MicroBatch]) -> Generator[None, None, list[float]]:
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
        numbers: list[float] = torch.stack(whole.numbers()).tolist()
        return numbers

    def _take_work(self, rows: "_Rows") -> "_Work":
        """The work on these rows, and begin to prepare that on the rows behind them."""
        ahead, self._ahead = self._ahead, None
        # Whoever changes the recipe or goes back to a checkpoint needs other work than expected.
        epoch = self._open_epoch(rows.epoch)
        work = ahead[1].result() if ahead and ahead[0] == rows else self._prepare(epoch, rows)
        later = rows._replace(first=rows.end, end=2 * rows.end - rows.first)
        if later.end <= len(epoch.order) and self.step + 1 < self.recipe.steps:
            self._ahead = later, Background(lambda: self._prepare(epoch, later))
        return work

    def _prepare(self, epoch: "_Epoch", rows: "_Rows") -> "_Work":
        drawn = epoch.order[rows.first : rows.end]
        own = self._ranks.share(drawn, epoch.rows.lengths, self._micro_batch)
        batch = epoch.rows.batch(own, rows.mask, seed=self.recipe.seed, epoch=rows.epoch)
        return _Work(
            cut_batch(batch, self._micro_batch, self._device),
            len(batch.chosen_M),
            len(batch.labels_B),
            int(batch.lengths_B.sum()),
        )

    def _next_rows(self) -> "_Rows":
        """The rest of an epoch that fills no batch is left out."""
        epoch, first = self._open_epoch(self.position.epoch), self.position.row
        size = min(self.recipe.batch_size, len(epoch.order))
        if first + size > len(epoch.order):
            epoch, first = self._open_epoch(epoch.number + 1), 0
            size = min(self.recipe.batch_size, len(epoch.order))
        return _Rows(epoch.number, first, first + size, self.recipe.mask)

    def _open_epoch(self, number: int) -> "_Epoch":
        if self._epoch is None or self._epoch.number != number:
            rows = self._rows_of(number)
            _require_pairs(rows)
            order = _draw(self.recipe.seed, number, _ORDER).permutation(len(rows))
            self._epoch = _Epoch(number, rows, order)
        return self._epoch

    def _draw_held_out(self, rows: PairRows) -> list[MicroBatch]:
        _require_pairs(rows)
        recipe = self.recipe
        drawn = _draw(recipe.seed, _HELD_OUT).permutation(len(rows))[: recipe.held_out_pairs]
        own = self._ranks.share(drawn, rows.lengths, self._micro_batch)
        batch = rows.batch(own, recipe.mask, seed=recipe.seed, epoch=0)
        return cut_batch(batch, self._micro_batch, self._device)

    @contextmanager
    def _seeded_dropout(self, part: int) -> Iterator[None]:
        """Dropout drawn from what it belongs to; PyTorch's global random state stays as it was."""
        part = self._ranks.part_number(part)
        seed = _draw(self.recipe.seed, self.step, part, _DROPOUT).integers(2**63)
        with torch.random.fork_rng([self._device] if self._device.type == "cuda" else []):
            torch.manual_seed(int(seed))
            self.model.train()
            yield


@dataclass(frozen=True, eq=False)
class _Epoch:
    number: int
    rows: PairRows
    order: NDArray[np.int64]


class _Rows(NamedTuple):
    """Which rows of an epoch in their drawn order a step takes, and how they are masked."""

    epoch: int
    first: int
    end: int
    mask: MaskRule


class _Work(NamedTuple):
    """A step's micro-batches, with how many chosen positions, pairs and tokens they hold."""

    parts: list[MicroBatch]
    chosen: int
    pairs: int
    tokens: int


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


def _draw(*key: int) -> np.random.Generator:
    return np.random.Generator(np.random.Philox(np.random.SeedSequence(key)))


def _require_pairs(rows: PairRows) -> None:
    if not len(rows):
        raise CorpusError("The corpus is too small to make pairs of: choose a longer text.")
