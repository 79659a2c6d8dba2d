"""What the labels of a file mean: classes in an order, or numbers."""

import math
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from bertscope.errors import TaskError
from bertscope.task import Kind
from bertscope.text.tasks.drafts import Draft, Part
from bertscope.text.tasks.examples import UNLABELLED, Example
from bertscope.text.tasks.glue import GlueTask
from bertscope.text.tasks.problems import Problems, listed, quoted, rows
from bertscope.text.tasks.table_columns import is_number

MOST_CLASSES = 1_000
_MOST_GRADES = 20
"""Whole numbers are classes up to so many different ones."""
_SHARE_OF_CLASSES = 0.5
"""More classes than this share of the rows, beyond `_MOST_GRADES`, are no classes."""


def guess_kind(part: Part) -> Kind:
    """Whether labels are classes or numbers: many different numbers, or some with a fraction."""
    labels = {draft.label for draft in part.drafts if draft.label is not None}
    if not labels or not all(map(is_number, labels)):
        return Kind.CLASSIFICATION
    values = set(map(float, labels))
    measured = len(values) > _MOST_GRADES or not all(map(float.is_integer, values))
    return Kind.REGRESSION if measured else Kind.CLASSIFICATION


def class_names(part: Part) -> tuple[str, ...]:
    """The classes of the training examples, sorted; numbers by what they count.

    Raises
    ------
    TaskError
        If there are so many that they can be none.
    """
    labels = {draft.label for draft in part.drafts if draft.label is not None}
    most = min(max(_MOST_GRADES, int(_SHARE_OF_CLASSES * len(part.drafts))), MOST_CLASSES)
    if len(labels) > most:
        raise TaskError(
            f"{part.file} has {len(labels):,} different labels in "
            f"{rows(len(part.drafts))}, such as {quoted(min(labels))}: is "
            f"{part.columns.label!r} the column of labels? Choose another, or regression if they "
            "are numbers."
        )
    if all(map(is_number, labels)):
        return tuple(sorted(labels, key=lambda label: (float(label), label)))
    return tuple(sorted(labels))


def places_of(labels: Sequence[str], glue: GlueTask | None = None) -> dict[str, int]:
    """Where in `labels` each class stands, by all that files call it.

    That is its name in whatever case, GLUE's value for it, and its number where the names tell no
    more than that, as in ``LABEL_0``.
    """
    places = {label: place for place, label in enumerate(labels)}
    for place, label in enumerate(labels):
        places.setdefault(label.casefold(), place)
        if label == f"LABEL_{place}":
            places.setdefault(str(place), place)
    for value, word in zip(glue.values, glue.labels, strict=True) if glue else ():
        for written, known in ((value, word), (word, value)):
            if known in places:
                places.setdefault(written, places[known])
    return places


def examples_of(
    part: Part, kind: Kind, labels: Sequence[str], glue: GlueTask | None, problems: Problems
) -> list[Example]:
    """The examples of a part; a label that is no class or number of the task is a problem.

    Raises
    ------
    TaskError
        If there are labels, and none of them is a class or a number of the task.
    """
    if kind is Kind.QA:
        return [_answered(draft) for draft in part.drafts]
    if kind is Kind.CLASSIFICATION:
        return _classified(part, labels, places_of(labels, glue), problems)
    least, most = (glue.least, glue.most) if glue else (-math.inf, math.inf)
    return _valued(part, least, most, problems)


def _answered(draft: Draft) -> Example:
    known = UNLABELLED if draft.answers is None else 0
    answers = draft.answers or ()
    return Example(draft.a, draft.b, known, math.nan, answers, draft.id, draft.line)


def _classified(
    part: Part, labels: Sequence[str], places: Mapping[str, int], problems: Problems
) -> list[Example]:
    found = {draft.label for draft in part.drafts if draft.label is not None}
    if found and all(_place(label, places) is None for label in found):
        raise TaskError(
            f"The labels of {part.file} are {listed(sorted(found))}, and none of them is one of "
            f"the classes {listed(labels)}: choose data of these classes, or another column."
        )
    examples = []
    for draft in part.drafts:
        place = UNLABELLED if draft.label is None else _place(draft.label, places)
        if place is None:
            problem = f"the label {quoted(draft.label or '')} is none of {listed(labels)}"
            problems.add(part.file, draft.line, problem)
        else:
            examples.append(_example(draft, label=place))
    return examples


def _place(label: str, places: Mapping[str, int]) -> int | None:
    return places.get(label, places.get(label.casefold()))


def _valued(part: Part, least: float, most: float, problems: Problems) -> list[Example]:
    labels = [draft.label for draft in part.drafts if draft.label is not None]
    if labels and not any(map(is_number, labels)):
        raise TaskError(
            f"No label of {part.file} is a number, such as {quoted(labels[0])}: choose "
            "classification, or the column of the numbers."
        )
    examples = []
    for draft in part.drafts:
        value = _number(draft.label)
        if draft.label is None or (math.isfinite(value) and least <= value <= most):
            examples.append(_example(draft, value=value))
        else:
            problem = _not_a_number(quoted(draft.label), least, most)
            problems.add(part.file, draft.line, problem)
    return examples


def _not_a_number(label: str, least: float, most: float) -> str:
    if math.isfinite(most):
        return f"the label {label} is no number from {least:g} to {most:g}"
    return f"the label {label} is no number"


def _number(label: str | None) -> float:
    return float(label) if label is not None and is_number(label) else math.nan


def _example(draft: Draft, *, label: int = UNLABELLED, value: float = math.nan) -> Example:
    return Example(draft.a, draft.b, label, value, (), draft.id, draft.line)


def check_variety(file: Path, labels: Sequence[str], train: Iterable[Example], kind: Kind) -> None:
    """Refuse labels that are all the same, of which nothing can be learned.

    Raises
    ------
    TaskError
        If they are.
    """
    if kind is Kind.QA:
        return
    seen = {labels[example.label] if labels else f"{example.value:g}" for example in train}
    if len(seen) == 1:
        raise TaskError(
            f"All labels of {file} are {seen.pop()!r}: choose data with at least two different "
            "ones."
        )
