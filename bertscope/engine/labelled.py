"""Fine-tuning's subject: labelled sentences and pairs, and passages with questions."""

from collections.abc import Generator
from dataclasses import dataclass
from math import inf, log

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from bertscope.engine.background import Background
from bertscope.engine.batches import ALONE_FLOPS, INTERACTIVE_FLOPS, even_part, training_flops
from bertscope.engine.config import BertConfig
from bertscope.engine.distributed import Ranks
from bertscope.engine.judging import Floats, Judge, TaskPart, by_row, cut_rows, logits_of
from bertscope.engine.model import HeadedBert
from bertscope.engine.reports import HeldOut
from bertscope.engine.subject import Looking, Rows, Subject, Work
from bertscope.engine.task_objective import ScoredObjective, TaskObjective, measure_task
from bertscope.errors import TaskError
from bertscope.recipe import Recipe
from bertscope.task import Kind, Metric
from bertscope.text.tasks.rows import TaskRows

TURN_SECONDS = 0.02
"""How long answers are weighed before others have their turn: those to a thousand questions take
half a second."""

LOOKS_A_STEP = 3
"""A forward pass without a backward one takes a third of the time, and less memory."""


@dataclass(frozen=True, eq=False)
class LabelledRows:
    """The rows of an epoch: in each the same, in another order."""

    rows: TaskRows

    @property
    def lengths(self) -> NDArray[np.int64]:
        return self.rows.lengths

    def __len__(self) -> int:
        return len(self.rows)

    def work(self, own: NDArray[np.int64], rows: Rows, device: torch.device) -> Work:
        parts = list(cut_rows(self.rows, own, rows.micro_batch, device))
        return Work(parts, 0, len(own), int(self.lengths[own].sum()))


class Labelled(Subject):
    """What a task is trained on.

    Parameters
    ----------
    rows
        The training examples.
    judge
        Of the examples to measure on, all of which are used.
    """

    SUMS = 2

    def __init__(self, rows: TaskRows, judge: Judge) -> None:
        if not len(rows):
            raise TaskError("There are no labelled examples to train on: choose other data.")
        if not len(judge.rows):
            raise TaskError("There are no labelled examples to measure on: choose other data.")
        self._rows, self._judge = rows, judge
        is_accuracy = judge.metrics[0] is Metric.ACCURACY
        self._objective = ScoredObjective if is_accuracy else TaskObjective
        self._parts: list[TaskPart] = []
        self._ranks = Ranks()
        self._device = torch.device("cpu")

    def rows(self, _epoch: int) -> LabelledRows:
        return LabelledRows(self._rows)

    def micro_batch_size(
        self, recipe: Recipe, config: BertConfig, device: torch.device, *, interactive: bool
    ) -> int:
        size = recipe.micro_batch or recipe.batch_size
        if not recipe.micro_batch and device.type == "cpu":
            is_qa = self._judge.kind is Kind.QA
            whole = training_flops(config, self._rows.lengths, 0, all_tokens=is_qa)
            row = whole / len(self._rows)
            size = round((INTERACTIVE_FLOPS if interactive else ALONE_FLOPS) / row)
        return even_part(size, recipe.batch_size)

    def hold_out(
        self, _recipe: Recipe, micro_batch: int, device: torch.device, ranks: Ranks
    ) -> None:
        self._ranks, self._device = ranks, device
        rows = self._judge.rows
        size = LOOKS_A_STEP * micro_batch
        own = ranks.share(np.arange(len(rows)), rows.lengths, size)
        self._parts = list(cut_rows(rows, own, size, device))

    def judge(self, model: HeadedBert, part: TaskPart, _recipe: Recipe) -> TaskObjective:
        return self._measured(logits_of(model, part), part)

    def _measured(self, logits: Tensor, part: TaskPart) -> TaskObjective:
        measured = measure_task(self._judge.kind, logits, part.targets)
        return self._objective(measured.loss_sum, measured.right, measured.count)

    def tally(self, sums: Tensor, _chosen: int, pairs: int, _recipe: Recipe) -> TaskObjective:
        loss_sum, right = sums.unbind()
        return self._objective(loss_sum, right, pairs)

    def evaluate(
        self, model: HeadedBert, _recipe: Recipe, looking: Looking
    ) -> Generator[None, None, HeldOut]:
        loss, found = 0.0, dict[int, Floats]()
        for part in self._parts:
            yield
            with looking():
                logits = logits_of(model, part)
                loss += float(self._measured(logits, part).loss_sum)
            found.update(by_row(part, logits))
        all_logits: dict[int, Floats] = {}
        for own in self._ranks.gathered(found):
            all_logits.update(own)
        judging = Background(lambda: self._judge.judge(all_logits))
        while not judging.wait(TURN_SECONDS):
            yield
        first, *more = judging.result().scores
        return HeldOut(
            loss=sum(self._ranks.gathered(loss)) / len(self._judge.rows),
            score=first.value,
            second_score=more[0].value if more else None,
        )

    def loss_of_guessing(self, config: BertConfig) -> float:
        match self._judge.kind:
            case Kind.CLASSIFICATION:
                return log(max(2, len(self._judge.labels)))
            case Kind.QA:
                return log(config.max_position_embeddings)
        return inf
