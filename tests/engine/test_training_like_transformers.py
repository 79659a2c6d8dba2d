"""Fifty steps of training beside a plain loop of transformers' model and PyTorch's own parts."""

from collections.abc import Iterator

import msgspec
import numpy as np
import pytest
import torch
from transformers import BertForPreTraining as TheirModel

from bertscope.engine.config import BertConfig
from bertscope.engine.masked_pairs import MaskedPairs
from bertscope.engine.model import new_model
from bertscope.engine.reports import StepMetrics
from bertscope.engine.trainer import Trainer
from bertscope.recipe import Optimizer, Precision, Recipe
from bertscope.text.pairs import Batch, PairRows
from tests.engine.transformers_models import their_model, their_optimizer, their_outputs

CPU = torch.device("cpu")
STEPS, WARM_UP = 50, 10
CLOSE = 1e-5
NOT_CHOSEN = -100
"""What transformers leaves out of its masked-LM loss."""


class Keeping(PairRows):
    """Rows that remember the batches that were read, in their order."""

    read: list[Batch]

    def batch(self, *arguments: object, **keys: object) -> Batch:
        self.read.append(super().batch(*arguments, **keys))  # type: ignore[arg-type]
        return self.read[-1]


@pytest.fixture
def rows(pair_rows: PairRows) -> Keeping:
    rows = Keeping(**{name: getattr(pair_rows, name) for name in PairRows.__dataclass_fields__})
    object.__setattr__(rows, "read", [])
    return rows


@pytest.fixture
def calm(config: BertConfig) -> BertConfig:
    return msgspec.structs.replace(
        config, hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0
    )


@pytest.mark.parametrize("micro_batch", [8, 3])
def test_fifty_steps_stay_with_transformers(
    calm: BertConfig, pair_rows: PairRows, rows: Keeping, micro_batch: int
):
    """Also where ours takes a step in parts; some of the gradients are clipped, some aren't."""
    recipe = Recipe(
        steps=STEPS,
        batch_size=8,
        micro_batch=micro_batch,
        max_length=24,
        seed=3,
        precision=Precision.FP32,
        optimizer=Optimizer.ADAMW,
        learning_rate=3e-3,
        warmup_steps=WARM_UP,
        weight_decay=0.01,
        clip=2.0,
        evaluate_every=STEPS,
        held_out_pairs=8,
    )
    model = new_model(calm, recipe.seed)
    theirs = their_model(calm, model.train())
    trainer = Trainer(model, MaskedPairs(lambda _: rows, pair_rows, recipe.seed), recipe, CPU)
    ours = [m for m in trainer.advance() if isinstance(m, StepMetrics) and m.step > 0]
    assert len(rows.read) == STEPS

    norms = []
    for metrics, (loss, norm) in zip(ours, their_loop(theirs, rows.read, recipe), strict=True):
        assert metrics.loss == pytest.approx(loss, rel=0, abs=CLOSE)
        norms.append(norm)
    assert min(norms) < recipe.clip < max(norms)
    # Fifty steps at that rate move the weights far more than they may differ.
    first, last = ours[0].loss, ours[-1].loss
    assert first is not None
    assert last is not None
    assert last < first - 0.5
    found = dict(theirs.named_parameters())
    for name, parameter in model.named_parameters():
        # Softmax doesn't see a key's bias: its gradient is rounding alone, which Adam magnifies.
        close = 10 * CLOSE if name.endswith("key.bias") else CLOSE
        torch.testing.assert_close(parameter, found.pop(name), rtol=0, atol=close, msg=name)
    assert not found


def their_loop(
    model: TheirModel, batches: list[Batch], recipe: Recipe
) -> Iterator[tuple[float, float]]:
    """The loss and the gradient's norm of every step."""
    optimizer, schedule = their_optimizer(model, recipe)
    for batch in batches:
        targets_BL = np.full(batch.ids_BL.shape, NOT_CHOSEN)
        targets_BL.reshape(-1)[batch.chosen_M] = batch.targets_M
        ids, segments, lengths = map(
            torch.from_numpy, (batch.ids_BL, batch.segments_BL, batch.lengths_B)
        )
        targets, labels = torch.from_numpy(targets_BL), torch.from_numpy(batch.labels_B)
        optimizer.zero_grad()
        outputs = their_outputs(
            model, ids, segments, lengths, labels=targets, next_sentence_label=labels
        )
        loss = outputs.loss
        loss.backward()
        norm = torch.nn.utils.clip_grad_norm_(model.parameters(), recipe.clip)
        optimizer.step()
        schedule.step()
        yield loss.item(), norm.item()
