"""What is asked of labelled data: what it is, how it is answered, what pre-training is worth."""

import copy
from collections.abc import Callable, Generator, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from bertscope.places import located
from bertscope.run_folder import is_run, read_recipe
from bertscope.text.tasks.parts import stamp_of
from bertscope.wire import messages as m
from bertscope.wire.models import KeptModel

if TYPE_CHECKING:
    from bertscope.engine.folder import LoadedModel
    from bertscope.engine.judging import Verdicts
    from bertscope.text.tasks.examples import Example, TaskData

Send = Callable[[m.Message], None]
Aim = Callable[[m.ModelRef], KeptModel]

SHOWN = 12
"""Rows of labelled data that are shown before anything is trained on it."""
_END = object()


class TaskChores:
    """Makes the chores; the newest judgement takes the place of one that is under way.

    Parameters
    ----------
    aim
        Gives the model that is meant.
    send
        Takes each reply.
    """

    def __init__(self, aim: Aim, send: Send) -> None:
        self._aim = aim
        self._send = send
        self._newest = 0
        self._opened: tuple[object, TaskData] | None = None
        self._worth = 0

    # --- What it is -----------------------------------------------------------------------------

    def inspect(self, request: m.InspectTask) -> Iterator[object]:
        """Read the data, and tell of it.

        Raises
        ------
        TaskError
            If it can't be used.
        """
        from bertscope.engine.background import beside
        from bertscope.engine.tasks import facts_of, read_task

        task = msgspec.structs.replace(request.task, skip_malformed=True)
        data = yield from read_task(task, 0)
        facts = yield from beside("Reckoning the baselines", lambda _: facts_of(data))
        rows = [_row(example, data) for example in data.train[:SHOWN]]
        self._send(m.TaskInspected(request.id, facts, rows, list(data.problems)))

    # --- How it is answered ---------------------------------------------------------------------

    def judge(self, request: m.JudgeTask) -> Iterator[object]:
        """Answer examples with a model as it is when this begins.

        Raises
        ------
        BertscopeError
            If there is no such model, it wasn't fine-tuned for this, or the data can't be used.
        """
        self._newest = request.id
        for event in self._judge(request):
            yield event
            if self._newest != request.id:
                self._send(m.Failed(request.id, ""))
                return

    def _judge(self, request: m.JudgeTask) -> Iterator[object]:
        from bertscope.engine.tasks import judge_split, labelled, require_head_for

        yield None  # Whether a newer one waits already shows now.
        aimed_at = self._aim(request.model)
        loaded = _at_rest(aimed_at)
        data = yield from self._read(request, loaded)
        require_head_for(loaded, data)
        part = data.dev if request.split is m.Split.DEV else data.test
        examples = labelled(part, data.kind)
        length = _length_of(request.model.folder)
        work = judge_split(loaded, data, request.task, examples, max_length=length)
        _, verdicts = yield from work
        self._send(_judged(request, aimed_at.step, data, examples, verdicts))

    def _read(
        self, request: m.JudgeTask, loaded: "LoadedModel"
    ) -> Generator[object, None, "TaskData"]:
        """What is asked of the data, labels in the model's order; what was read last is kept."""
        from bertscope.engine.background import beside
        from bertscope.engine.tasks import read_task

        task = request.task
        if loaded.kind is m.Kind.CLASSIFICATION:
            task = msgspec.structs.replace(task, labels=loaded.labels)
        key = task, request.most, request.seed, stamp_of(task)
        if self._opened is None or self._opened[0] != key:
            data = yield from read_task(task, request.seed)
            some = yield from beside("Drawing examples", lambda _: _some_of(data, request))
            self._opened = key, some
        return self._opened[1]

    # --- What pre-training is worth -------------------------------------------------------------

    @property
    def is_measuring(self) -> bool:
        """Whether trainings are under way."""
        return self._worth != 0

    def measure(self, request: m.MeasureWorth) -> Iterator[object]:
        """Train again and again, and tell each score; it can be stopped from now on.

        Raises
        ------
        BertscopeError
            If the model, the data or a number can't be used; once it is begun.
        """
        self._worth = request.id
        return self._measure(request)

    def _measure(self, request: m.MeasureWorth) -> Iterator[object]:
        from bertscope.engine.worth import Trained, measure_worth

        total, done = 2 * len(request.sizes) * request.seeds, 0
        events = measure_worth(request.recipe, request.sizes, request.seeds)
        try:
            while self._worth == request.id and (event := next(events, _END)) is not _END:
                if isinstance(event, Trained):
                    done += 1
                    told = event.start, event.size, event.seed, event.steps, event.score
                    self._send(m.WorthPoint(request.id, *told, done, total))
                yield None
        finally:
            if self._worth == request.id:
                self._worth = 0
        self._send(m.WorthDone(request.id))

    def stop_measuring(self) -> None:
        """End the trainings that are under way, if there are such."""
        self._worth = 0


def _at_rest(aimed_at: KeptModel) -> "LoadedModel":
    """The model, or a copy of one that may learn while it is asked."""
    loaded = aimed_at.loaded
    if aimed_at.source is not None:
        return loaded
    return replace(loaded, model=copy.deepcopy(loaded.model))


def _length_of(folder: str) -> int | None:
    """How many tokens a run's model reads at a time, so that it answers as while it trained."""
    path = located(folder)
    return read_recipe(path).max_length if is_run(path) else None


def _some_of(data: "TaskData", request: m.JudgeTask) -> "TaskData":
    """The data with the examples that are asked for, and no more of it than those who judge need.

    Of the training examples they want to know whether each has an answer: one tells.
    """
    from bertscope.text.tasks.drawing import draw_examples

    dev, test = (draw_examples(part, request.most, request.seed) for part in (data.dev, data.test))
    train = [example for example in data.train if not example.answers][:1] or data.train[:1]
    return replace(data, train=train, dev=dev, test=test)


def _judged(
    request: m.JudgeTask,
    step: int | None,
    data: "TaskData",
    examples: "list[Example]",
    verdicts: "Verdicts",
) -> m.TaskJudged:
    judged = zip(examples, verdicts.said, verdicts.probabilities, verdicts.each, strict=True)
    return m.TaskJudged(
        id=request.id,
        model=request.model,
        step=step,
        labels=list(data.labels),
        scores=verdicts.scores,
        examples=[
            m.Judged(example.a, example.b, _right(example, data), said, probability, score)
            for example, said, probability, score in judged
        ],
    )


def _row(example: "Example", data: "TaskData") -> m.TaskRow:
    return m.TaskRow(example.a, example.b, _right(example, data))


def _right(example: "Example", data: "TaskData") -> str:
    """The label in words; empty where there is none, or no answer."""
    match data.kind:
        case m.Kind.CLASSIFICATION:
            return data.labels[example.label] if example.label >= 0 else ""
        case m.Kind.REGRESSION:
            return f"{example.value:g}" if example.value == example.value else ""
        case m.Kind.QA:
            return example.answers[0].text if example.answers else ""
