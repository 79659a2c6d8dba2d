"""One training step with all its numbers: a run's next one, or one on someone's own pair."""

import copy
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import replace

import torch
from torch.nn.utils import clip_grads_with_norm_, get_total_norm

from bertscope.engine.background import Progress
from bertscope.engine.batches import MicroBatch
from bertscope.engine.model import BertForPreTraining
from bertscope.engine.objective import LossWeights, Objective, measure
from bertscope.engine.optimizers import Optimizers, Rates, learning_rates
from bertscope.engine.reports import StepMetrics
from bertscope.engine.step_parts import StepParts
from bertscope.engine.step_witness import Pair, Witness
from bertscope.engine.trainer import Trainer
from bertscope.errors import ModelError, RunError
from bertscope.recipe import Recipe

Event = Progress | StepMetrics | None
"""What a run yields as it goes on."""


def tell_run_step(
    trainer: Trainer, row: int, events: Iterator[Event] | None = None
) -> Generator[Event, None, StepParts]:
    """Do a run's next step, exactly as it would be done untold, and tell it.

    Parameters
    ----------
    row
        Which row of the batch to tell, from 0; one beyond the last is the last.
    events
        What drives the trainer, such as `TrainingSession.advance()`, so that the run's folder hears
        of the step too; else it is `trainer.advance()`. It is left once the step is reported.

    Yields
    ------
    Progress, StepMetrics, None
        What `events` yields, to be treated as ever; the step's own metrics are the last.

    Raises
    ------
    RunError
        If there is no next step, several processes train, or the recipe was changed meanwhile; and
        as of `Trainer.advance`.
    ModelError
        If the model makes what is no number.
    """
    parts = _masked_parts(trainer)
    part, place, row = _find(parts, row)
    pair, recipe = _pair_of(part, place), trainer.recipe
    witness = Witness(_learner(trainer), pair)
    with witness.row_watched(part.ids_BL, place):
        trainer.on_gradients = witness.see_gradients
        try:
            metrics = yield from _one_step(trainer.step + 1, events or trainer.advance())
        finally:
            trainer.on_gradients = None
    if trainer.recipe != recipe:
        raise RunError("The choices changed while the step was done: ask for another one.")
    losses = [metrics.mlm_loss, metrics.nsp_loss, metrics.loss]
    rates = learning_rates(metrics.step - 1, recipe)
    told = _parts(witness, pair, recipe, [loss or 0.0 for loss in losses], rates)
    rows = sum(len(part.labels_B) for part in parts)
    return replace(told, step=metrics.step, own=False, row=row, rows=rows)


def tell_own_step(
    model: BertForPreTraining,
    recipe: Recipe,
    ids: Sequence[int],
    segments: Sequence[int],
    labels: Mapping[int, int],
    nsp_label: int | None,
) -> Generator[None, None, StepParts]:
    """Do a step on one pair alone and tell it; a copy of the model does it, without dropout.

    The optimizer is the recipe's, freshly begun, at the recipe's highest learning rates; all is
    computed in fp32.

    Parameters
    ----------
    ids, segments, labels, nsp_label
        As of `bertscope.engine.probe.look`.

    Yields
    ------
    None
        Between the parts of the work.

    Raises
    ------
    ModelError
        If the pair doesn't fit the model, has no loss, or the model makes what is no number.
    """
    pair = Pair(list(ids), list(segments), dict(labels), nsp_label)
    weights = _own_weights(pair, recipe)
    learner = copy.deepcopy(model).requires_grad_(True).eval()
    witness = Witness(learner, pair)
    yield
    objective = _go_backward(learner, pair, weights, witness)
    yield
    gradients = [p.grad for p in learner.parameters() if p.grad is not None]
    length = get_total_norm(gradients)
    witness.see_gradients(float(length))
    clip_grads_with_norm_(learner.parameters(), recipe.clip, length)
    rates = Rates(recipe.learning_rate, recipe.matrix_learning_rate)
    Optimizers(learner, recipe).step(rates)
    yield
    losses = [objective.mlm_loss, objective.nsp_loss, objective.loss]
    return _parts(witness, pair, recipe, [float(loss) for loss in losses], rates)


def _learner(trainer: Trainer) -> BertForPreTraining:
    if not isinstance(trainer.model, BertForPreTraining):
        raise RunError("A step of fine-tuning can't be told: switch to pre-training for that.")
    return trainer.model


def _masked_parts(trainer: Trainer) -> list[MicroBatch]:
    _learner(trainer)
    return list(trainer.next_work().parts)


def _one_step(step: int, events: Iterator[Event]) -> Generator[Event, None, StepMetrics]:
    for event in events:
        yield event
        if isinstance(event, StepMetrics) and event.step == step:
            return event
    raise RunError("The run ended before this step: set more steps to go on.")


def _find(parts: list[MicroBatch], row: int) -> tuple[MicroBatch, int, int]:
    """The part that a row of the batch is in, its place there, and the row itself."""
    place = row = min(max(row, 0), sum(len(part.labels_B) for part in parts) - 1)
    for part in parts:
        if place < len(part.labels_B):
            break
        place -= len(part.labels_B)
    return part, place, row


def _pair_of(part: MicroBatch, place: int) -> Pair:
    width = part.ids_BL.shape[1]
    length = width if part.lengths_B is None else int(part.lengths_B[place])
    here_M = part.chosen_M // width == place
    positions = (part.chosen_M[here_M] % width).tolist()
    return Pair(
        part.ids_BL[place, :length].tolist(),
        part.segments_BL[place, :length].tolist(),
        dict(zip(positions, part.targets_M[here_M].tolist(), strict=True)),
        int(part.labels_B[place]),
    )


def _own_weights(pair: Pair, recipe: Recipe) -> LossWeights:
    """What the losses count for that the pair has: no gradient comes from one that it hasn't."""
    if not pair.labels and pair.nsp_label is None:
        raise ModelError("There is nothing to learn from yet: mask a token, or write a sentence B.")
    mlm, nsp = LossWeights.of(recipe)
    weights = LossWeights(mlm if pair.labels else 0.0, 0.0 if pair.nsp_label is None else nsp)
    if not any(weights):
        raise ModelError(
            "What there is to learn from this pair has weight 0: raise the weight of its loss."
        )
    return weights


def _go_backward(
    model: BertForPreTraining, pair: Pair, weights: LossWeights, witness: Witness
) -> Objective:
    ids, segments, labels, nsp_label = pair
    device = model.cls.predictions.bias.device
    ids_1L, segments_1L = (torch.tensor([numbers], device=device) for numbers in (ids, segments))
    chosen_M, targets_M = (
        torch.tensor(numbers, dtype=torch.long, device=device)
        for numbers in (list(labels), list(labels.values()))
    )
    labels_1 = None if nsp_label is None else torch.tensor([nsp_label], device=device)
    with witness.row_watched(ids_1L, 0):
        objective = measure(
            model(ids_1L, segments_1L, None, chosen_M), targets_M, labels_1, weights
        )
        torch.autograd.backward(objective.loss)
    return objective.detach()


def _parts(
    witness: Witness, pair: Pair, recipe: Recipe, losses: list[float], rates: Rates
) -> StepParts:
    """The step that the witness saw, as that of someone's own pair."""
    assert witness.row_gradient is not None
    mlm_loss, nsp_loss, loss = losses
    return StepParts(
        step=1,
        own=True,
        row=0,
        rows=1,
        **pair._asdict(),
        before=witness.before,
        after=witness.look(),
        mlm_loss=mlm_loss,
        nsp_loss=nsp_loss,
        loss=loss,
        mlm_weight=recipe.mlm_weight,
        nsp_weight=recipe.nsp_weight,
        row_gradient=witness.row_gradient,
        groups=witness.groups(),
        gradient=witness.gradient,
        clip=recipe.clip,
        learning_rate=rates.rest,
        matrix_learning_rate=rates.matrices,
        optimizer=recipe.optimizer.value,
        weights=witness.weights(),
    )
