"""Thirty steps of fine-tuning beside a plain loop of transformers' model and PyTorch's parts."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest
import torch
import transformers
from numpy.typing import NDArray

from bertscope.engine.config import BertConfig
from bertscope.engine.folder import LoadedModel
from bertscope.engine.labelled import Labelled, LabelledRows
from bertscope.engine.model import new_model
from bertscope.engine.reports import StepMetrics
from bertscope.engine.subject import Rows, Work
from bertscope.engine.task_models import begin_task_model
from bertscope.engine.tasks import held_out_judge, training_rows
from bertscope.engine.trainer import Trainer
from bertscope.recipe import Optimizer, Precision, Recipe
from bertscope.task import Kind, Start, Task
from bertscope.text.tasks.opening import open_task
from bertscope.text.tasks.rows import TaskBatch, TaskRows
from bertscope.text.tokenizer import WordPieceTokenizer
from tests.engine.labelled_data import write_task
from tests.engine.transformers_models import their_optimizer, their_outputs, their_task_model

CPU = torch.device("cpu")
CLOSE = 1e-5
RECIPE = Recipe(
    steps=30,
    batch_size=8,
    max_length=24,
    seed=3,
    precision=Precision.FP32,
    optimizer=Optimizer.ADAMW,
    learning_rate=3e-3,
    warmup_steps=6,
    clip=1.0,
    evaluate_every=30,
)
KEYS = ("key.bias",)
UNSEEN = {
    Kind.CLASSIFICATION: KEYS,
    Kind.REGRESSION: KEYS,
    Kind.QA: (*KEYS, "layer.1.output.LayerNorm.bias", "qa_outputs.bias"),
}
"""Softmax doesn't see what is added to all of its numbers: such a gradient is rounding alone, which
Adam magnifies."""


class NotedRows(LabelledRows):
    """Rows that remember which of them each step took."""

    read: list[NDArray[np.int64]]

    def work(self, own: NDArray[np.int64], rows: Rows, device: torch.device) -> Work:
        self.read.append(own)
        return super().work(own, rows, device)


class Noted(Labelled):
    """With such rows."""

    def rows(self, epoch: int) -> NotedRows:
        if not hasattr(self, "noted"):
            self.noted = NotedRows(self._rows)
            object.__setattr__(self.noted, "read", [])
        return self.noted


@pytest.mark.parametrize("micro_batch", [8, 3])
@pytest.mark.parametrize("kind", list(Kind))
def test_thirty_steps_stay_with_transformers(
    config: BertConfig, tokenizer: WordPieceTokenizer, tmp_path: Path, kind: Kind, micro_batch: int
):
    """Over some epochs; also where ours takes a step in parts."""
    task = Task(data=str(write_task(tmp_path, kind, pairs=kind is Kind.REGRESSION)), kind=kind)
    recipe = msgspec.structs.replace(RECIPE, task=task, micro_batch=micro_batch)
    data = open_task(task)
    calm = msgspec.structs.replace(
        config, hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0
    )
    base = LoadedModel(new_model(calm, 1), calm, tokenizer)
    model = begin_task_model(base, kind, data.labels, start=Start.PRETRAINED, seed=3).model
    theirs = their_task_model(model.train())
    rows = training_rows(recipe, data, tokenizer)
    subject = Noted(rows, held_out_judge(recipe, data, tokenizer))
    trainer = Trainer(model, subject, recipe, CPU)
    ours = [m for m in trainer.advance() if isinstance(m, StepMetrics) and m.step > 0]
    assert len(subject.noted.read) == len(ours) == recipe.steps

    norms = []
    expected = their_loop(theirs, kind, rows, subject.noted.read, recipe)
    for metrics, (loss, norm) in zip(ours, expected, strict=True):
        assert metrics.loss == pytest.approx(loss, rel=0, abs=CLOSE)
        norms.append(norm)
    assert min(norms) < recipe.clip < max(norms)
    first, last = ours[0].loss, ours[-1].loss
    assert first is not None
    assert last is not None
    assert last < 0.9 * first
    found = dict(theirs.named_parameters())
    for name, parameter in model.named_parameters():
        close = 100 * CLOSE if name.endswith(UNSEEN[kind]) else CLOSE
        torch.testing.assert_close(parameter, found.pop(name), rtol=0, atol=close, msg=name)
    assert not found


def their_loop(
    model: transformers.PreTrainedModel,
    kind: Kind,
    rows: TaskRows,
    read: list[NDArray[np.int64]],
    recipe: Recipe,
) -> Iterator[tuple[float, float]]:
    """The loss and the gradient's norm of every step."""
    optimizer, schedule = their_optimizer(model, recipe)
    for own in read:
        optimizer.zero_grad()
        # Their question answering takes padding for tokens that could be the answer: without any,
        # a row at a time, its loss is that of the batch.
        parts = np.split(own, len(own)) if kind is Kind.QA else [own]
        loss = torch.stack([their_loss(model, kind, rows.batch(part)) for part in parts]).mean()
        torch.autograd.backward(loss)
        norm = torch.nn.utils.clip_grad_norm_(model.parameters(), recipe.clip)
        optimizer.step()
        schedule.step()
        yield loss.item(), norm.item()


def their_loss(model: transformers.PreTrainedModel, kind: Kind, batch: TaskBatch) -> torch.Tensor:
    ids, segments, lengths, targets = (
        torch.from_numpy(array)
        for array in (batch.ids_BL, batch.segments_BL, batch.lengths_B, batch.targets)
    )
    named: dict[str, Any] = {"labels": targets}
    if kind is Kind.QA:
        named = {"start_positions": targets[:, 0], "end_positions": targets[:, 1]}
    loss: torch.Tensor = their_outputs(model, ids, segments, lengths, **named).loss
    return loss
