"""Judged examples, sorted: by the cells of a confusion matrix, or by how an answer went."""

from collections.abc import Sequence
from enum import StrEnum
from functools import cached_property
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from bertscope.gui.curves.task_quantities import value_words
from bertscope.gui.language import marked, tr
from bertscope.gui.table import Table
from bertscope.gui.wording import percent
from bertscope.task import Kind
from bertscope.wire.messages import Judged, Score, TaskJudged

Cell = tuple[int, int]
NO_ANSWER = marked("no answer")
RIGHT = 1 - 1e-9
"""From this score on an answer is the right one."""


class Outcome(StrEnum):
    """How the answer to a question went."""

    RIGHT = "right"
    PARTLY = "partly right"
    WRONG = "wrong"
    MADE_UP = "answered though unanswerable"
    MISSED = "said no answer"


OUTCOMES = tuple(Outcome)


def outcome_of(example: Judged) -> Outcome:
    """How a question was answered; an empty answer says that there is none."""
    if not example.right and example.said:
        return Outcome.MADE_UP
    if example.right and not example.said:
        return Outcome.MISSED
    if example.score >= RIGHT:
        return Outcome.RIGHT
    return Outcome.PARTLY if example.score > 0 else Outcome.WRONG


def score_words(score: Score) -> str:
    """A score with its name."""
    return f"{tr(score.metric.value)} {value_words(score.metric, score.value)}"


def summary(told: TaskJudged) -> str:
    """The scores, how many examples were asked, and at which step."""
    parts = [score_words(score) for score in told.scores]
    parts.append(tr("{count:,} examples", count=len(told.examples)))
    if told.step is not None:
        parts.append(tr("step {step:,}", step=told.step))
    return " · ".join(parts)


class Results:
    """An answer of the engine, ready to be shown.

    Attributes
    ----------
    told
        The answer itself.
    kind
        What was asked of the model.
    labels
        The classes; none but in classification.
    """

    def __init__(self, told: TaskJudged) -> None:
        self.told = told
        self.kind = _kind_of(told)
        given = told.labels if self.kind is Kind.CLASSIFICATION else []
        found = (word for one in told.examples for word in (one.right, one.said) if given)
        self.labels = tuple(dict.fromkeys([*given, *found]))
        self._numbers = {label: at for at, label in enumerate(self.labels)}

    def cell_of(self, example: Judged) -> Cell | None:
        """Where an example belongs; nowhere in regression."""
        if self.kind is Kind.CLASSIFICATION:
            return self._numbers[example.right], self._numbers[example.said]
        return (OUTCOMES.index(outcome_of(example)), 0) if self.kind is Kind.QA else None

    @cached_property
    def counts(self) -> NDArray[np.int64]:
        """Examples by the class that is right (rows) and the one that was said."""
        counts = np.zeros((len(self.labels), len(self.labels)), np.int64)
        for example in self.told.examples:
            counts[self.cell_of(example)] += 1
        return counts

    @cached_property
    def outcomes(self) -> list[int]:
        """How many questions went each way."""
        found = [outcome_of(example) for example in self.told.examples]
        return [found.count(outcome) for outcome in OUTCOMES]

    def has(self, cell: Cell | None) -> bool:
        """Whether there is such a cell."""
        if cell is None:
            return False
        if self.kind is Kind.QA:
            return cell[0] < len(OUTCOMES) and cell[1] == 0
        return max(cell) < len(self.labels)

    def listed(self, cell: Cell | None) -> list[Judged]:
        """The examples behind a cell, or all that went wrong; the most confident ones first.

        In regression all of them, those that are furthest off first.
        """
        examples = self.told.examples
        if self.kind is Kind.REGRESSION:
            return sorted(examples, key=lambda one: -one.score)
        if self.has(cell):
            chosen = [one for one in examples if self.cell_of(one) == cell]
        else:
            chosen = [one for one in examples if not self.is_right(one)]
        return sorted(chosen, key=lambda one: -(one.probability or 0.0))

    def is_right(self, example: Judged) -> bool:
        if self.kind is Kind.CLASSIFICATION:
            return example.right == example.said
        return example.score >= RIGHT

    def heading(self, cell: Cell | None) -> str:
        """What is listed, in words."""
        if self.kind is Kind.REGRESSION:
            return tr("The furthest off first")
        count = len(self.listed(cell))
        if cell is None or not self.has(cell):
            if not count:
                return tr("None is wrong")
            return tr("{count:,} wrong, the most confident first", count=count)
        if self.kind is Kind.QA:
            return f"{tr(OUTCOMES[cell[0]].value)} · {count:,}"
        right, said = (self.labels[number] for number in cell)
        return tr("right {right} · said {said} · {count:,}", right=right, said=said, count=count)

    def label_of(self, example: Judged) -> int | None:
        """The number of the class that is right; None where there are no classes."""
        return self._numbers.get(example.right)

    def table(self) -> Table:
        """A row an example."""
        columns = ("A", "B", "right", "said", "probability", "score")
        rows = [(e.a, e.b, e.right, e.said, e.probability, e.score) for e in self.told.examples]
        return Table(columns, rows)

    @property
    def has_b(self) -> bool:
        """Whether a second text is worth a line: a passage is too long for one."""
        return self.kind is not Kind.QA and any(one.b for one in self.told.examples)


def _kind_of(told: TaskJudged) -> Kind:
    if told.labels:
        return Kind.CLASSIFICATION
    is_number = told.examples and all(one.probability is None for one in told.examples)
    return Kind.REGRESSION if is_number else Kind.QA


def surety(example: Judged) -> str:
    """How sure the model was; in regression how far it is off."""
    if example.probability is None:
        return f"±{sqrt(example.score):.2f}"
    return percent(example.probability)


def verdict(results: Results, example: Judged) -> str:
    """What was said of an example, and what is right."""
    said, right = example.said or tr(NO_ANSWER), example.right or tr(NO_ANSWER)
    if results.kind is not Kind.REGRESSION and results.is_right(example):
        return tr("said {said} ✓", said=said)
    return tr("said {said} · right {right}", said=said, right=right)


def values(examples: Sequence[Judged]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Right and said numbers of a regression."""
    right = np.array([float(one.right) for one in examples])
    return right, np.array([float(one.said) for one in examples])
