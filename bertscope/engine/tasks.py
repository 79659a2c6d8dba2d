"""A task's labelled data for a model: read, cut into rows, and made a subject to train on."""

from collections.abc import Generator
from math import inf

import msgspec
import numpy as np
import torch

from bertscope.engine.background import Progress, beside
from bertscope.engine.batches import INTERACTIVE_FLOPS, training_flops
from bertscope.engine.folder import LoadedModel
from bertscope.engine.judging import Floats, Judge, Verdicts, by_row, cut_rows, logits_of
from bertscope.engine.labelled import LOOKS_A_STEP, Labelled
from bertscope.engine.model import evaluating
from bertscope.errors import RunError, TaskError
from bertscope.recipe import Recipe
from bertscope.task import Kind, Task, TaskFacts
from bertscope.text.tasks.baselines import baselines
from bertscope.text.tasks.drawing import draw_examples
from bertscope.text.tasks.examples import Example, TaskData
from bertscope.text.tasks.opening import open_task
from bertscope.text.tasks.rows import TaskRows, make_rows
from bertscope.text.tokenizer import WordPieceTokenizer

GPU_ROWS = 64
"""Rows a forward pass on a GPU, which are answered in some hundredths of a second."""


def read_task(task: Task, seed: int) -> Generator[Progress, None, TaskData]:
    """Its labelled data.

    Raises
    ------
    TaskError
        If it can't be used.
    """
    return (yield from beside("Reading the labelled data", lambda _: open_task(task, seed=seed)))


def facts_of(data: TaskData) -> TaskFacts:
    """What labelled data turned out to be, with what simple rules reach on it."""
    examples = [*data.train, *data.dev]
    return TaskFacts(
        name=data.name,
        kind=data.kind,
        labels=data.labels,
        metrics=data.metrics,
        train=len(data.train),
        dev=len(data.dev),
        test=len(data.test),
        columns=data.columns,
        available=data.available,
        longest=max((len(e.a.split()) + len(e.b.split()) for e in examples), default=0),
        baselines=baselines(data),
        notes=data.notes,
        always_answered=_is_always_answered(data),
    )


def _is_always_answered(data: TaskData) -> bool:
    questions = data.train if data.kind is Kind.QA else []
    return bool(questions) and all(example.answers for example in questions)


def make_subject(
    recipe: Recipe, data: TaskData, loaded: LoadedModel
) -> Generator[Progress, None, Labelled]:
    """What a model is trained on: a recipe's training examples, and those to measure on.

    Raises
    ------
    TaskError
        If there is nothing to train on or to measure on.
    RunError
        If the model's head is for other classes, as when the data has changed since.
    """
    if (loaded.kind, loaded.labels) != (data.kind, data.labels):
        raise RunError(
            "The labelled data has other classes than when the run was begun: bring back the data "
            "as it was, or begin a new run."
        )
    rows = yield from beside(
        "Cutting into pieces", lambda _: training_rows(recipe, data, loaded.tokenizer)
    )
    judge = yield from beside(
        "Cutting the held-out part", lambda _: held_out_judge(recipe, data, loaded.tokenizer)
    )
    return Labelled(rows, judge)


def training_rows(recipe: Recipe, data: TaskData, tokenizer: WordPieceTokenizer) -> TaskRows:
    """The examples that a recipe trains on, as a model reads them."""
    task = recipe.task
    assert task is not None
    examples = draw_examples(data.train, task.examples, recipe.seed)
    return _rows_of(examples, recipe, data.kind, tokenizer, for_training=True)


def held_out_judge(recipe: Recipe, data: TaskData, tokenizer: WordPieceTokenizer) -> Judge:
    """Judges the examples that a recipe measures on."""
    examples = draw_examples(data.dev, recipe.held_out_pairs, recipe.seed)
    return judge_of(examples, recipe, data, tokenizer)


def judge_of(
    examples: list[Example], recipe: Recipe, data: TaskData, tokenizer: WordPieceTokenizer
) -> Judge:
    """What turns a model's logits for some examples into answers and scores."""
    task = recipe.task
    assert task is not None
    if _is_always_answered(data):
        task = msgspec.structs.replace(task, null_threshold=inf)
    rows = _rows_of(examples, recipe, data.kind, tokenizer, for_training=False)
    return Judge(examples, rows, data.kind, data.labels, data.metrics, task)


def _rows_of(
    examples: list[Example],
    recipe: Recipe,
    kind: Kind,
    tokenizer: WordPieceTokenizer,
    *,
    for_training: bool,
) -> TaskRows:
    task = recipe.task
    assert task is not None
    return make_rows(
        tokenizer,
        examples,
        kind,
        max_length=recipe.max_length,
        stride=task.stride,
        for_training=for_training,
    )


def require_head(loaded: LoadedModel) -> Kind:
    """What a model answers.

    Raises
    ------
    TaskError
        If it wasn't fine-tuned.
    """
    if loaded.kind is None:
        raise TaskError("This model was pre-trained alone: fine-tune it first, then it can answer.")
    return loaded.kind


def require_head_for(loaded: LoadedModel, data: TaskData) -> None:
    """Look whether a model answers what labelled data asks.

    Raises
    ------
    TaskError
        If it wasn't fine-tuned, or for another kind of task.
    """
    if require_head(loaded) is not data.kind:
        raise TaskError(
            f"This model was fine-tuned for {loaded.kind}, and the data is for {data.kind}: choose "
            "data of the model's task."
        )


def labelled(examples: list[Example], kind: Kind) -> list[Example]:
    """Those that say what is right.

    Raises
    ------
    TaskError
        If there are none.
    """
    found = [example for example in examples if example.is_labelled(kind)]
    if not found:
        raise TaskError(
            "There are no examples in this part of the data that have labels: choose another part."
        )
    return found


def judge_split(
    loaded: LoadedModel,
    data: TaskData,
    task: Task,
    examples: list[Example],
    *,
    max_length: int | None = None,
) -> Generator[Progress, None, tuple[Judge, Verdicts]]:
    """Answer examples with a fine-tuned model, a portion at a time; scores are of labelled ones.

    Parameters
    ----------
    max_length
        Tokens a row at the most; None for as many as the model reads.

    Raises
    ------
    TaskError
        As `require_head_for`.
    """
    require_head_for(loaded, data)
    recipe = Recipe(task=task, max_length=max_length or loaded.config.max_position_embeddings)
    judge = yield from beside(
        "Cutting into pieces", lambda _: judge_of(examples, recipe, data, loaded.tokenizer)
    )
    device = next(loaded.model.parameters()).device
    every, size = np.arange(len(judge.rows)), _rows_a_pass(judge.rows, loaded, device)
    found: dict[int, Floats] = {}
    for part in cut_rows(judge.rows, every, size, device):
        yield Progress("Answering", len(found) / len(every))
        with evaluating(loaded.model):
            found.update(by_row(part, logits_of(loaded.model, part)))
    return judge, (yield from beside("Weighing the answers", lambda _: judge.judge(found)))


def _rows_a_pass(rows: TaskRows, loaded: LoadedModel, device: torch.device) -> int:
    """So many that whoever types is answered in between."""
    if device.type != "cpu":
        return GPU_ROWS
    longest = rows.lengths.max(initial=1)[None]
    flops = LOOKS_A_STEP * INTERACTIVE_FLOPS
    return max(1, int(flops / training_flops(loaded.config, longest, 0)))
