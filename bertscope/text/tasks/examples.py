"""Labelled examples, as all readers give them and all that is trained or measured takes them."""

import math
from dataclasses import dataclass, field

from bertscope.task import Columns, Kind, Metric

UNLABELLED = -1


@dataclass(frozen=True, slots=True)
class GoldAnswer:
    """An answer that is right: `text`, from the character `start` of the passage on."""

    start: int
    text: str


@dataclass(frozen=True, slots=True)
class Example:
    """One sentence, pair, or question and passage.

    Attributes
    ----------
    a, b
        The texts; `b` is empty where there is one sentence alone.
    label
        The class, as its place among the task's labels; -1 where it isn't known. In question
        answering 0 where the answers are known, be it that there are none.
    value
        The number that is right in regression; NaN where it isn't known.
    answers
        In question answering: those that are right, none of them where the passage has none.
    id
        What the data calls it; empty where it has no names.
    line
        Where its file has it; 0 where files have no lines.
    """

    a: str
    b: str = ""
    label: int = UNLABELLED
    value: float = math.nan
    answers: tuple[GoldAnswer, ...] = ()
    id: str = ""
    line: int = 0

    def is_labelled(self, kind: Kind) -> bool:
        """Whether it says what is right, so that it can be trained on or measured."""
        if kind is Kind.REGRESSION:
            return not math.isnan(self.value)
        return self.label != UNLABELLED or bool(self.answers)


@dataclass(frozen=True, slots=True)
class TaskData:
    """Labelled data, ready to be cut into tokens.

    Attributes
    ----------
    name
        For people.
    kind, labels, metrics
        Known whatever `Task` left open. `labels` are empty but for a classification; the first
        metric is the task's score.
    train, dev, test
        Where `dev` was held out, its texts are none of `train`. Those of `test` may be unlabelled.
    columns
        Where texts and labels stand in the table of `train`; all empty where it is none.
    available
        The names of all its columns, numbers from 1 where it has no header.
    problems
        Rows that can't be read and are left out, a sentence each.
    notes
        What should be known of the data, a sentence each.
    """

    name: str
    kind: Kind
    labels: tuple[str, ...]
    metrics: tuple[Metric, ...]
    train: list[Example]
    dev: list[Example]
    test: list[Example]
    columns: Columns = field(default_factory=Columns)
    available: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
