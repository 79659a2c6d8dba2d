"""Fine-tunings that a test can reckon with."""

import numpy as np

from bertscope.gui.run.record import RunRecord
from bertscope.recipe import Recipe
from bertscope.run_folder import COLUMNS
from bertscope.task import Kind, Metric, Start, Task, TaskFacts
from bertscope.wire import messages as m

TASK = Task(data="feelings", kind=Kind.CLASSIFICATION)
FACTS = TaskFacts(
    name="Feelings",
    kind=Kind.CLASSIFICATION,
    labels=("good", "bad", "neither"),
    metrics=(Metric.ACCURACY, Metric.F1),
    train=1200,
    dev=200,
    test=200,
    baselines=(("majority class", 0.36), ("word overlap", 0.48)),
)
REGRESSION = TaskFacts(
    name="How alike",
    kind=Kind.REGRESSION,
    metrics=(Metric.PEARSON, Metric.SPEARMAN),
    train=600,
    dev=100,
    baselines=(("word overlap", 0.31),),
)
ANSWERS = TaskFacts(
    name="Who, what, where",
    kind=Kind.QA,
    metrics=(Metric.EXACT_MATCH, Metric.ANSWER_F1),
    train=900,
    dev=150,
    baselines=(("no answer", 0.25),),
)


def fine_tuned(
    steps: int = 50,
    name: str = "one",
    *,
    task: Task = TASK,
    facts: TaskFacts | None = FACTS,
    ends: tuple[float, float] = (0.2, 0.9),
    has_batch_score: bool = True,
    **choices: object,
) -> RunRecord:
    """A run of 100 steps whose loss falls from ln 3 and whose score rises from 0.35, evenly.

    Held-out values are there at step 0 and at every tenth, the loss 0.1 more than of training and
    both scores as `ends` says; every fifth step is kept.
    """
    recipe = Recipe(task=task, steps=100, start="@storybook-small", **choices)  # type: ignore[arg-type]
    record = RunRecord(f"/runs/{name}", recipe)
    record.facts = facts
    at = np.arange(steps + 1)
    share = at / max(1, steps)
    loss, score = np.log(3) + share * (ends[0] - np.log(3)), 0.35 + share * (ends[1] - 0.35)
    table = np.full((len(at), len(COLUMNS)), np.nan)
    columns = {
        "step": at,
        "loss": loss,
        "held_out_loss": loss + 0.1,
        "held_out_score": score,
        "held_out_second_score": score - 0.05,
        "seconds": np.full(len(at), 0.5),
    }
    if has_batch_score:
        columns["score"] = np.round(score * 16) / 16
    for column, values in columns.items():
        table[:, COLUMNS.index(column)] = values
        if column.startswith("held"):
            table[at % 10 != 0, COLUMNS.index(column)] = np.nan
        elif column in ("loss", "score"):
            table[0, COLUMNS.index(column)] = np.nan
    record.history.append(table)
    record.kept = list(range(0, steps + 1, 5))
    return record


def random_start(**changes: object) -> Task:
    """The task from random weights."""
    return Task(data="feelings", kind=Kind.CLASSIFICATION, start=Start.RANDOM, **changes)  # type: ignore[arg-type]


def head_only() -> Task:
    """The task of which only the head is trained."""
    return Task(data="feelings", kind=Kind.CLASSIFICATION, head_only=True)


def fine_tuned_info(ref: m.ModelRef, kind: Kind = Kind.CLASSIFICATION) -> m.ModelInfo:
    """What a fine-tuned model is."""
    labels = list(FACTS.labels) if kind is Kind.CLASSIFICATION else []
    return m.ModelInfo(ref, "one", 2, 12, 2, 600_000, 1031, 64, task=kind, labels=labels)
