"""What a fine-tuned model answers: `bertscope predict`, and `bertscope evaluate` on its task."""

import csv
import dataclasses
import io
import sys
from collections.abc import Generator, Iterator, Sequence
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec
from rich.console import Console
from rich.progress import Progress as Bar

from bertscope.errors import BertscopeError
from bertscope.places import located
from bertscope.run_folder import Description, is_run, read_description
from bertscope.task import BUILT_IN_TASKS, Kind, Task
from bertscope.text.tasks.problems import counted

if TYPE_CHECKING:
    from bertscope.engine.background import Progress
    from bertscope.engine.folder import LoadedModel
    from bertscope.engine.judging import Judge, Verdicts
    from bertscope.text.tasks.examples import Example, TaskData

T = TypeVar("T")
FORMATS = (".tsv", ".csv", ".jsonl")


def evaluate_task(
    loaded: "LoadedModel", model: str, named: Task, split: str | None, *, as_json: bool
) -> int:
    """Measure a fine-tuned model on labelled data, by default its run's own, and print it.

    Parameters
    ----------
    model
        Where `loaded` is from.
    named
        The data; without any it is that of the run.
    split
        Which part of it; None for test where it has labels, else dev.

    Raises
    ------
    BertscopeError
        If the data can't be used.
    """
    from bertscope.engine.tasks import facts_of, judge_split, require_head

    require_head(loaded)
    run = _run_in(model)
    data, task = _data(loaded, named, run)
    split, examples = _part(data, split)
    length = run.recipe.max_length if run else None
    work = judge_split(loaded, data, task, examples, max_length=length)
    _, verdicts = _finished(work)
    rules = facts_of(data).baselines if split == "dev" else ()
    scores = {score.metric.value: score.value for score in verdicts.scores}
    _note(data)
    if as_json:
        content = {"split": split, "examples": len(examples), "scores": scores}
        content["baselines"] = dict(rules)
        sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(content)) + b"\n")
        return 0
    lines = [f"{name:<15} {value:.3f}" for name, value in scores.items()]
    lines += [f"{name:<15} {value:.3f} in {data.metrics[0]}" for name, value in rules]
    print("\n".join([*lines, f"on {counted(len(examples), 'example')} of {data.name}, {split}"]))
    return 0


def predict(model: str, source: Path, named: Task, out: Path) -> int:
    """Answer each row of a file, and write the answers to another.

    Raises
    ------
    BertscopeError
        If the model or the file can't be used, or there is something at `out` already.
    """
    from bertscope.engine.snapshot_files import load_named
    from bertscope.engine.tasks import judge_split, require_head
    from bertscope.text.tasks.inputs import open_inputs

    if out.suffix.lower() not in FORMATS:
        raise BertscopeError(f"{out} is no table: end its name with {', '.join(FORMATS)}.")
    if out.exists():
        raise BertscopeError(f"{out} is there already: choose a new file.")
    loaded, run = load_named(model), _run_in(model)
    kind, task = require_head(loaded), _task_of(named, run)
    data = open_inputs(
        source,
        kind,
        named.columns,
        loaded.labels,
        skip_malformed=named.skip_malformed,
        labelled=False,
    )
    length = run.recipe.max_length if run else None
    work = judge_split(loaded, data, task, data.test, max_length=length)
    _write(out, list(_rows(*_finished(work))))
    _note(data)
    sys.stdout.write(f"{counted(len(data.test), 'answer')} in {out}\n")
    return 0


def _run_in(model: str) -> Description | None:
    """The run that a folder is, if it is one."""
    folder = located(model)
    return read_description(folder) if is_run(folder) else None


def _task_of(named: Task, run: Description | None) -> Task:
    """Data that is named, answered as the run's own was; without a name it is that."""
    own = run.recipe.task if run else None
    if run is None or own is None:
        return named
    if run.facts is not None and run.facts.always_answered:
        own = msgspec.structs.replace(own, null_threshold=inf)
    columns = own.columns if named.columns == Task(data="").columns else named.columns
    skip = own.skip_malformed or named.skip_malformed
    if named.data in ("", own.data):
        return msgspec.structs.replace(own, columns=columns, skip_malformed=skip)
    other = {"data": named.data, "dev": "", "glue": "", "columns": named.columns}
    return msgspec.structs.replace(own, **other, skip_malformed=named.skip_malformed)


def _data(loaded: "LoadedModel", named: Task, run: Description | None) -> tuple["TaskData", Task]:
    """The labelled data with the model's own classes, and how it is answered.

    A file of its own is a test as a whole, but not that of the run: most of it was trained on.
    """
    from bertscope.text.tasks.inputs import open_inputs
    from bertscope.text.tasks.opening import open_task

    task = msgspec.structs.replace(_task_of(named, run), kind=loaded.kind, labels=loaded.labels)
    if not task.data:
        raise BertscopeError("Name the labelled data with --task: this model's folder has none.")
    own = run.recipe.task if run else None
    if run is not None and own is not None and own.data == task.data:
        return open_task(task, seed=run.recipe.seed), task
    if loaded.kind is None or task.data in BUILT_IN_TASKS or not Path(task.data).is_file():
        return open_task(task), task
    data = open_inputs(
        task.data,
        loaded.kind,
        task.columns,
        loaded.labels,
        skip_malformed=task.skip_malformed,
        labelled=True,
    )
    # Of the metrics that its run was measured by.
    metrics = run.facts.metrics if run is not None and run.facts is not None else data.metrics
    return dataclasses.replace(data, metrics=metrics), task


def _part(data: "TaskData", split: str | None) -> tuple[str, "list[Example]"]:
    """Which part is measured, and its examples that say what is right."""
    from bertscope.engine.tasks import labelled

    if split is None:
        split = "test" if any(example.is_labelled(data.kind) for example in data.test) else "dev"
    return split, labelled(data.dev if split == "dev" else data.test, data.kind)


def _note(data: "TaskData") -> None:
    """Say what should be known of the data, where it doesn't mix with the numbers."""
    for note in data.notes:
        sys.stderr.write(f"bertscope: note: {note}\n")


def _finished(work: "Generator[Progress, None, T]") -> T:
    """Do all of the work, with a bar on a terminal."""
    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=1.0)
        while True:
            try:
                event = next(work)
            except StopIteration as end:
                result: T = end.value
                return result
            bar.update(task, description=event.text, completed=event.fraction or 0.0)


def _rows(judge: "Judge", verdicts: "Verdicts") -> Iterator[dict[str, Any]]:
    """An answer a row, with its probability; of classes that of each."""
    for number, example in enumerate(judge.examples):
        row: dict[str, Any] = {"id": example.id} if example.id else {}
        row |= {"a": example.a, "b": example.b} if example.b else {"a": example.a}
        row["answer"] = verdicts.said[number]
        if judge.kind is Kind.REGRESSION:
            row["answer"] = verdicts.values[number]
        else:
            row["probability"] = verdicts.probabilities[number]
        if judge.kind is Kind.CLASSIFICATION:
            shares = verdicts.shares[number]
            row |= {f"p({label})": p for label, p in zip(judge.labels, shares, strict=True)}
        yield row


def _write(out: Path, rows: Sequence[dict[str, Any]]) -> None:
    """Write all rows, or nothing."""
    from bertscope.engine import disk

    suffix = out.suffix.lower()
    with disk.writing(out):
        disk.replace_file(out, _lines(rows) if suffix == ".jsonl" else _table(rows, suffix))


def _lines(rows: Sequence[dict[str, Any]]) -> bytes:
    return b"".join(msgspec.json.encode(row) + b"\n" for row in rows)


def _table(rows: Sequence[dict[str, Any]], suffix: str) -> bytes:
    """Under a header. A .tsv knows no quotes, as it is read: its cells are one line each."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    lines = [names, *([row.get(name, "") for name in names] for row in rows)]
    file = io.StringIO()
    if suffix == ".csv":
        csv.writer(file, lineterminator="\n").writerows(lines)
    else:
        file.writelines(
            "\t".join(" ".join(str(cell).split()) for cell in line) + "\n" for line in lines
        )
    return file.getvalue().encode()
