"""Nothing in a forward or a backward pass asks the device for a number, as a GPU must not be.

PyTorch's meta device has shapes and no numbers, so that asking it for one is an error.
"""

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from bertscope.engine.batches import MicroBatch, cut_batch
from bertscope.engine.config import BertConfig
from bertscope.engine.devices import send
from bertscope.engine.judging import TaskPart, logits_of
from bertscope.engine.layout import Layout
from bertscope.engine.masked_pairs import MaskedPairs
from bertscope.engine.model import HeadedBert, build, new_model
from bertscope.engine.task_models import BertForQuestionAnswering
from bertscope.engine.task_objective import measure_task
from bertscope.recipe import Recipe
from bertscope.task import Kind
from bertscope.text.masking import MaskRule
from bertscope.text.pairs import PairRows

CPU, META = torch.device("cpu"), torch.device("meta")


@given(lengths=st.lists(st.integers(1, 40), min_size=1, max_size=6))
def test_a_layout_is_made_on_the_host(lengths: list[int]):
    ids_BL = torch.zeros(len(lengths), max(lengths), dtype=torch.long)
    here, there = (Layout.of(ids_BL.to(d), torch.tensor(lengths)) for d in (CPU, META))
    for name in ("place_T", "start_B", "padded_BL", "token_P"):
        one, other = getattr(here, name), getattr(there, name)
        assert (one.shape, one.dtype) == (other.shape, other.dtype)
        assert other.device == META


def test_what_is_sent_keeps_its_shape():
    tensors = [torch.arange(6).view(2, 3), torch.empty(0, dtype=torch.long), torch.tensor(4)]
    sent = send(tensors, META)
    assert [t.shape for t in sent] == [t.shape for t in tensors]
    assert all(torch.equal(a, b) for a, b in zip(tensors, send(tensors, CPU), strict=True))


@pytest.mark.parametrize("device", [CPU, META])
def test_a_process_without_rows_sends_nothing(pair_rows: PairRows, device: torch.device):
    assert send([], device) == []
    batch = pair_rows.batch(np.arange(0), MaskRule(), seed=1, epoch=0)
    assert cut_batch(batch, 4, device) == []


def parts_of(rows: PairRows, device: torch.device) -> list[MicroBatch]:
    return cut_batch(rows.batch(np.arange(40), MaskRule(), seed=1, epoch=0), 5, device)


def gradients(model: HeadedBert) -> list[torch.Size]:
    return [p.grad.shape for p in model.parameters() if p.grad is not None]


def test_pre_training_waits_for_nothing(config: BertConfig, pair_rows: PairRows):
    model, recipe = new_model(config, 1).to(META).train(), Recipe()
    subject = MaskedPairs(lambda _: pair_rows, pair_rows, recipe.seed)
    parts = parts_of(pair_rows, META)
    assert any(part.lengths_B is not None for part in parts)
    for part in parts:
        assert part.ids_BL.device == part.labels_B.device == META
        tally = subject.judge(model, part, recipe)
        torch.autograd.backward(tally.share_of(7, 9))
        assert tally.sums.device == META
    assert len(gradients(model)) == len(list(model.parameters()))


def test_fine_tuning_waits_for_nothing(config: BertConfig, pair_rows: PairRows):
    model = build(BertForQuestionAnswering, config).to(META).train()
    (part, *_) = parts_of(pair_rows, META)
    targets = torch.zeros(len(part.ids_BL), 2, dtype=torch.long, device=META)
    rows = TaskPart(part.ids_BL, part.segments_BL, part.lengths_B, targets, np.arange(4))
    measured = measure_task(Kind.QA, logits_of(model, rows), targets)
    torch.autograd.backward(measured.loss_sum)
    assert len(gradients(model)) == len(list(model.parameters()))


def test_asking_would_be_an_error():
    with pytest.raises((NotImplementedError, RuntimeError)):
        torch.zeros(3, device=META).nonzero()
    with pytest.raises((NotImplementedError, RuntimeError)):
        torch.zeros(3, device=META).sum().item()
