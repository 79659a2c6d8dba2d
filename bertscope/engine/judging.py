"""How labelled examples are answered: from logits to classes, numbers or words, and their scores.

Axes: R rows, K classes, L length.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import nan

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from bertscope.engine.batches import by_length
from bertscope.engine.devices import from_array, send
from bertscope.engine.model import HeadedBert
from bertscope.looks import Score
from bertscope.task import Kind, Metric, Task
from bertscope.text.tasks.examples import Example
from bertscope.text.tasks.metrics import score_classes, score_values
from bertscope.text.tasks.rows import TaskRows
from bertscope.text.tasks.spans import SpanText, answers_of
from bertscope.text.tasks.squad_scores import answer_f1, score_answers

Floats = NDArray[np.float32]
BEST = 20
"""Answers of a question that are weighed against each other."""


@dataclass(frozen=True, eq=False)
class TaskPart:
    """A micro-batch of labelled rows on the device; `rows` says which they are.

    `lengths_B` stays on the host, where layouts are made; it is None where all are equal.
    """

    ids_BL: Tensor
    segments_BL: Tensor
    lengths_B: Tensor | None
    targets: Tensor
    rows: NDArray[np.int64]


def cut_rows(
    rows: TaskRows, own: NDArray[np.int64], size: int, device: torch.device
) -> Iterator[TaskPart]:
    """Some rows in parts of `size`, each of rows of like length and trimmed to its longest."""
    for part in by_length(rows.lengths[own], size):
        yield _part(rows, own[part], device)


def _part(rows: TaskRows, part: NDArray[np.int64], device: torch.device) -> TaskPart:
    batch = rows.batch(part)
    lengths_B = batch.lengths_B
    equal = bool((lengths_B == batch.ids_BL.shape[1]).all())
    ids_BL, segments_BL = send([from_array(batch.ids_BL), from_array(batch.segments_BL)], device)
    (targets,) = send([from_array(batch.targets)], device)
    return TaskPart(ids_BL, segments_BL, None if equal else from_array(lengths_B), targets, part)


def logits_of(model: HeadedBert, part: TaskPart) -> Tensor:
    """What the model's head makes of a part: (B, K), or (B, L, 2) in question answering."""
    logits: Tensor = model(part.ids_BL, part.segments_BL, part.lengths_B)
    return logits.float()


def by_row(part: TaskPart, logits: Tensor) -> Iterator[tuple[int, Floats]]:
    """Each row of a part with its own logits: (K,), or (L, 2), padded as the part is."""
    return zip(part.rows.tolist(), logits.detach().cpu().numpy(), strict=True)


@dataclass(frozen=True, eq=False)
class Verdicts:
    """What is answered of some examples, in their order.

    Attributes
    ----------
    said
        Answers in words; of question answering no answer is empty.
    probabilities
        Of what is said; None in regression.
    scores
        By the task's metrics; those of examples without a label are left out.
    each
        1 where it is right; in question answering its F1, in regression the squared difference.
        NaN where there is no label.
    shares
        Of classification the probabilities of all classes for each; else empty.
    values
        Of regression the numbers that are said; else empty.
    answers
        Of question answering the best answers of each, the best first; else empty.
    """

    said: list[str]
    probabilities: list[float | None]
    scores: list[Score]
    each: list[float]
    shares: list[list[float]] = field(default_factory=list)
    values: list[float] = field(default_factory=list)
    answers: list[list[SpanText]] = field(default_factory=list)


@dataclass(frozen=True, eq=False)
class Judge:
    """Turns logits into answers.

    Attributes
    ----------
    examples, rows
        What is answered, and the rows it was cut into.
    kind, labels, metrics
        Of the task, whose `longest_answer` and `null_threshold` count too.
    """

    examples: Sequence[Example]
    rows: TaskRows
    kind: Kind
    labels: Sequence[str]
    metrics: Sequence[Metric]
    task: Task

    def judge(self, logits: dict[int, Floats]) -> Verdicts:
        """Of the logits of all rows by their numbers."""
        in_order = [logits[row] for row in range(len(self.rows))]
        match self.kind:
            case Kind.CLASSIFICATION:
                return self._classes(np.stack(in_order))
            case Kind.REGRESSION:
                return self._values(np.stack(in_order)[:, 0])
            case Kind.QA:
                return self._answers(in_order)

    def _classes(self, logits_RK: Floats) -> Verdicts:
        said = logits_RK.argmax(-1)
        shares_RK = np.exp(logits_RK - logits_RK.max(-1, keepdims=True))
        shares_RK /= shares_RK.sum(-1, keepdims=True)
        right = np.array([example.label for example in self.examples])
        known = right >= 0
        return Verdicts(
            said=[self.labels[k] for k in said],
            probabilities=shares_RK[np.arange(len(said)), said].tolist(),
            scores=score_classes(self.metrics, right[known], said[known], len(self.labels)),
            each=np.where(known, (right == said).astype(float), np.nan).tolist(),
            shares=shares_RK.tolist(),
        )

    def _values(self, said_R: Floats) -> Verdicts:
        right = np.array([example.value for example in self.examples], np.float64)
        known, said = np.isfinite(right), said_R.astype(np.float64)
        return Verdicts(
            said=[f"{value:.3g}" for value in said_R],
            probabilities=[None] * len(said),
            scores=score_values(self.metrics, right[known], said[known]),
            each=np.square(right - said).tolist(),
            values=said.tolist(),
        )

    def _answers(self, logits: list[Floats]) -> Verdicts:
        task = self.task
        found = answers_of(
            self.rows,
            [row_L2[:, 0] for row_L2 in logits],
            [row_L2[:, 1] for row_L2 in logits],
            self.examples,
            longest=task.longest_answer,
            null_threshold=task.null_threshold,
            count=BEST,
        )
        said = [best[0].text for best in found]
        gold = [[answer.text for answer in example.answers] for example in self.examples]
        known = [example.is_labelled(Kind.QA) for example in self.examples]
        pairs = list(zip(said, gold, strict=True))
        scored = [pair for pair, is_known in zip(pairs, known, strict=True) if is_known]
        return Verdicts(
            said=said,
            probabilities=[best[0].probability for best in found],
            scores=score_answers(self.metrics, [s for s, _ in scored], [g for _, g in scored]),
            each=[
                answer_f1(text, texts) if is_known else nan
                for (text, texts), is_known in zip(pairs, known, strict=True)
            ],
            answers=found,
        )
