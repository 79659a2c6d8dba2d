"""One training step, told whole."""

from collections.abc import Callable, Generator, Iterator
from typing import TYPE_CHECKING

from bertscope.errors import BertscopeError, DeviceError, NotFiniteError, PausedError
from bertscope.recipe import Recipe
from bertscope.wire import messages as m
from bertscope.wire.models import KeptModel
from bertscope.wire.replies import look_message

if TYPE_CHECKING:
    from bertscope.engine.looks import Look
    from bertscope.engine.step_parts import StepParts
    from bertscope.engine.training import TrainingSession

Send = Callable[[m.Message], None]


def tell_run(request: m.TellStep, run: "TrainingSession", send: Send) -> Iterator[object]:
    """Do the run's next step and tell it.

    Yields
    ------
    Progress, StepMetrics, None
        As `TrainingSession.advance`, for one step.

    Raises
    ------
    DeviceError, NotFiniteError
        As there: weights that are half-way through a step, or worth nothing, end a run.
    PausedError
        As there; it is sent too. All else that goes wrong leaves the run where it is, and is sent.
    """
    from bertscope.engine.step_story import tell_run_step

    assert run.trainer is not None
    try:
        parts = yield from tell_run_step(run.trainer, request.row, run.advance())
    except (DeviceError, NotFiniteError):
        raise
    except BertscopeError as error:
        send(m.Failed(request.id, str(error)))
        if isinstance(error, PausedError):
            raise
        return
    send(story_message(request, parts, parts.step - 1, parts.step))


def tell_own(
    request: m.TellStep,
    pair: m.Probe,
    aim: Callable[[m.ModelRef], KeptModel],
    recipe: Recipe,
    send: Send,
) -> Generator[None, None, None]:
    """Let a copy of a model do a step on someone's own pair, and tell it.

    Parameters
    ----------
    aim
        Gives the model that is meant. One that learns is copied as it is when this is begun.

    Raises
    ------
    ModelError
        If there is no such model, it was fine-tuned, the pair doesn't fit it, or has nothing to
        learn from.
    """
    from bertscope.engine.step_story import tell_own_step

    aimed_at = aim(request.model)
    model = aimed_at.loaded.for_pretraining()
    parts = yield from tell_own_step(
        model, recipe, pair.ids, pair.segments, pair.labels, pair.nsp_label
    )
    send(story_message(request, parts, aimed_at.step, aimed_at.step))


def story_message(
    request: m.TellStep, parts: "StepParts", before: int | None, after: int | None
) -> m.StepStory:
    """What was seen of a step, as the answer to the wish for it; its looks are at these steps."""

    def looked(seen: "Look", step: int | None) -> m.Look:
        probe = m.Probe(request.id, "step", request.model, parts.ids, parts.segments)
        return look_message(probe, seen, step)

    return m.StepStory(
        id=request.id,
        model=request.model,
        step=parts.step,
        own=parts.own,
        row=parts.row,
        rows=parts.rows,
        ids=parts.ids,
        segments=parts.segments,
        labels=parts.labels,
        nsp_label=parts.nsp_label,
        before=looked(parts.before, before),
        after=looked(parts.after, after),
        mlm_loss=parts.mlm_loss,
        nsp_loss=parts.nsp_loss,
        loss=parts.loss,
        mlm_weight=parts.mlm_weight,
        nsp_weight=parts.nsp_weight,
        row_gradient=m.Array.of(parts.row_gradient),
        groups=parts.groups,
        gradient=parts.gradient,
        clip=parts.clip,
        learning_rate=parts.learning_rate,
        matrix_learning_rate=parts.matrix_learning_rate,
        optimizer=parts.optimizer,
        weights=parts.weights,
    )
