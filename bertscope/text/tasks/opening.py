"""Open labelled data, whatever it is: what ships, a table, a task of GLUE, or SQuAD."""

from pathlib import Path
from typing import NamedTuple

from bertscope.errors import TaskError
from bertscope.task import Columns, Kind, Task
from bertscope.text.tasks import squad
from bertscope.text.tasks.drafts import Part, read_part
from bertscope.text.tasks.drawing import hold_out
from bertscope.text.tasks.examples import Example, TaskData
from bertscope.text.tasks.glue import GlueTask, glue_task, guess_glue
from bertscope.text.tasks.labels import check_variety, class_names, examples_of, guess_kind
from bertscope.text.tasks.metrics import METRICS
from bertscope.text.tasks.parts import Parts, find_parts
from bertscope.text.tasks.problems import Problems
from bertscope.text.tasks.table_columns import asks_questions, lay_out
from bertscope.text.tasks.tables import Table, suffix_of


class _Nature(NamedTuple):
    """What labelled data is; the kind may turn out only when all labels are read."""

    kind: Kind | None
    glue: GlueTask | None = None


class _Drafted(NamedTuple):
    """The parts as they are read, before their labels mean anything."""

    train: Part
    dev: Part | None
    test: Part | None


def open_task(task: Task, *, seed: int = 0) -> TaskData:
    """Read labelled data whole.

    Parameters
    ----------
    task
        What it leaves open is told by the data.
    seed
        Draws the examples that are held out, where there is no dev part.

    Raises
    ------
    TaskError
        If it can't be read as what it is said to be, rows of it can't be read and aren't to be
        skipped, or nothing can be learned from it.
    BertscopeError
        If the resources that ship are missing.
    """
    parts = find_parts(task)
    problems = Problems()
    nature = _nature_of(parts.train, task)
    drafted = _read_parts(parts, task, nature, problems)
    kind = nature.kind or guess_kind(drafted.train)
    labels = _labels_of(drafted.train, kind, task, nature.glue)
    train, dev, test = (
        examples_of(part, kind, labels, nature.glue, problems) if part else [] for part in drafted
    )
    if not task.skip_malformed:
        problems.refuse()
    _check_any(drafted.train, train, problems)
    _check_any(drafted.dev, dev, problems)
    check_variety(parts.train, labels, train, kind)
    notes = _notes(parts, task, nature.glue, kind, (train, dev, test), problems)
    if not dev:
        train, dev = _held_out(parts.train, train, kind, seed)
        notes = (f"Training examples that are held out to measure on: {len(dev):,}.", *notes)
    return TaskData(
        name=nature.glue.title if nature.glue else parts.name,
        kind=kind,
        labels=labels,
        metrics=nature.glue.metrics if nature.glue else METRICS[kind],
        train=train,
        dev=dev,
        test=test,
        columns=drafted.train.columns,
        available=drafted.train.available,
        problems=problems.told(),
        notes=notes,
    )


def _nature_of(file: Path, task: Task) -> _Nature:
    """What the first rows and the names tell."""
    glue = glue_task(task.glue) if task.glue else None
    kind = task.kind or (glue.kind if glue else None)
    if glue and kind is not glue.kind:
        raise TaskError(f"{glue.title} is a {glue.kind}: choose that, or no task of GLUE.")
    if suffix_of(file) == squad.SUFFIX:
        squad.check_kind(file, kind)
        return _Nature(Kind.QA)
    table = Table(file, Problems())
    if glue is None and task.columns == Columns():
        glue = guess_glue(table)
    if glue and kind in (None, glue.kind):
        return _Nature(glue.kind, glue)
    return _Nature(kind or (Kind.QA if asks_questions(table, task.columns) else None))


def _read_parts(parts: Parts, task: Task, nature: _Nature, problems: Problems) -> _Drafted:
    glue = nature.glue
    wanted = glue.columns if glue else task.columns
    train = _read(parts.train, wanted, nature.kind, problems)
    if train.columns.a.isdigit():  # Numbers hold for all parts; names are found in each.
        wanted = train.columns
    dev = _read(parts.dev, wanted, nature.kind, problems) if parts.dev else None
    wanted = glue.test if glue and glue.test else wanted
    test = _read(parts.test, wanted, nature.kind, problems, labelled=False) if parts.test else None
    return _Drafted(train, dev, test)


def _read(
    file: Path, wanted: Columns, kind: Kind | None, problems: Problems, *, labelled: bool = True
) -> Part:
    if suffix_of(file) == squad.SUFFIX:
        squad.check_kind(file, kind or Kind.CLASSIFICATION)
        return squad.read_squad(file, problems, labelled=labelled)
    asks = kind is Kind.QA
    table = Table(file, problems)
    layout = lay_out(table, wanted, asks=asks, needs_label=labelled)
    return read_part(table, layout, problems, asks=asks, labelled=labelled)


def _labels_of(train: Part, kind: Kind, task: Task, glue: GlueTask | None) -> tuple[str, ...]:
    if kind is not Kind.CLASSIFICATION:
        return ()
    return task.labels or (glue.labels if glue else class_names(train))


def _check_any(part: Part | None, examples: list[Example], problems: Problems) -> None:
    if part and not examples:
        none = f"{part.file} has no row that can be used: choose another file."
        raise TaskError(" ".join((none, *problems.told()[:1])))


def _held_out(
    file: Path, examples: list[Example], kind: Kind, seed: int
) -> tuple[list[Example], list[Example]]:
    train, dev = hold_out(examples, kind, seed)
    if not dev:
        raise TaskError(
            f"{file} has too few examples to hold some out and keep one of each class: add more, "
            "or choose a dev file."
        )
    return train, dev


def _notes(
    parts: Parts,
    task: Task,
    glue: GlueTask | None,
    kind: Kind,
    examples: tuple[list[Example], list[Example], list[Example]],
    problems: Problems,
) -> tuple[str, ...]:
    train, dev, test = examples
    notes = list(problems.noted())
    texts = {(example.a, example.b) for example in train}
    if both := sum((example.a, example.b) in texts for example in dev):
        notes.append(f"Dev examples that are in the training data too: {both:,} of {len(dev):,}.")
    if test and not any(example.is_labelled(kind) for example in test):
        notes.append("The test part has no labels: it can be answered, but not measured.")
    if glue and glue.note and parts.dev and not task.dev:
        notes.append(glue.note)
    return tuple(notes)
