import math

import pytest
import torch

from bertscope.engine.model import Outputs
from bertscope.engine.objective import LossWeights, measure


def test_a_model_that_knows_nothing_scores_ln_v_and_ln_2():
    even = Outputs(torch.zeros(3, 50), torch.zeros(4, 2))
    objective = measure(even, torch.tensor([1, 2, 3]), torch.tensor([0, 1, 1, 0]))
    assert float(objective.mlm_loss) == pytest.approx(math.log(50))
    assert float(objective.nsp_loss) == pytest.approx(math.log(2))
    assert float(objective.loss) == pytest.approx(math.log(50) + math.log(2))


def test_index_0_says_that_b_is_next():
    sure = Outputs(torch.zeros(0, 5), torch.tensor([[9.0, -9.0], [-9.0, 9.0]]))
    right = measure(sure, torch.zeros(0, dtype=torch.long), torch.tensor([0, 1]))
    wrong = measure(sure, torch.zeros(0, dtype=torch.long), torch.tensor([1, 0]))
    assert float(right.nsp_accuracy) == 1.0
    assert float(wrong.nsp_accuracy) == 0.0
    assert float(wrong.nsp_loss) == pytest.approx(18.0)


def test_without_b_and_without_masks_nothing_is_lost():
    outputs = Outputs(torch.zeros(0, 5), torch.randn(1, 2))
    objective = measure(outputs, torch.zeros(0, dtype=torch.long), None)
    assert (objective.chosen, objective.pairs) == (0, 0)
    assert float(objective.loss) == 0.0


def test_parts_add_up_to_the_whole():
    generator = torch.Generator().manual_seed(0)
    mlm, nsp = torch.randn(7, 20, generator=generator), torch.randn(5, 2, generator=generator)
    targets, labels = torch.arange(7), torch.tensor([0, 1, 0, 1, 1])
    whole = measure(Outputs(mlm, nsp), targets, labels)
    first = measure(Outputs(mlm[:5], nsp[:2]), targets[:5], labels[:2])
    second = measure(Outputs(mlm[5:], nsp[2:]), targets[5:], labels[2:])
    for part_sum in (
        (first + second).loss,
        first.share_of(7, 5) + second.share_of(7, 5),
    ):
        torch.testing.assert_close(part_sum, whole.loss)
    assert int((first + second).mlm_correct) == int(whole.mlm_correct)


def test_each_loss_counts_as_its_weight_says():
    generator = torch.Generator().manual_seed(2)
    outputs = Outputs(
        torch.randn(3, 9, generator=generator), torch.randn(2, 2, generator=generator)
    )
    weights = LossWeights(0.5, 3.0)
    objective = measure(outputs, torch.arange(3), torch.tensor([0, 1]), weights)
    expected = 0.5 * objective.mlm_loss + 3 * objective.nsp_loss
    torch.testing.assert_close(objective.loss, expected)
    torch.testing.assert_close(objective.share_of(3, 2), expected)
    told = objective.numbers()
    assert told[:3] == [objective.mlm_loss, objective.nsp_loss, objective.loss]


@pytest.mark.parametrize("left_out", [0, 1])
def test_no_gradient_comes_from_a_loss_of_weight_0(left_out: int):
    """Not even one of zeros, and not even where that loss is infinite."""
    logits = [torch.zeros(1, 4), torch.zeros(1, 2)]
    logits[left_out][0, 0] = -math.inf
    outputs = Outputs(*(x.requires_grad_() for x in logits))
    weights = LossWeights(*(float(part != left_out) for part in range(2)))
    objective = measure(outputs, torch.tensor([0]), torch.tensor([0]), weights)
    loss = objective.share_of(1, 1)
    torch.autograd.backward(loss)
    assert bool(loss.isfinite())
    assert outputs[left_out].grad is None
    reached = outputs[1 - left_out].grad
    assert reached is not None
    assert bool(reached.isfinite().all() and reached.any())


@pytest.mark.parametrize("scale", [1.0, 0.25])
def test_loss_and_gradient_are_those_of_pytorch(scale: float):
    logits = 3 * torch.randn(9, 30, generator=torch.Generator().manual_seed(1))
    targets = torch.arange(9) % 4
    ours, theirs = (logits.clone().requires_grad_() for _ in range(2))
    loss = measure(Outputs(ours, torch.zeros(0, 2)), targets, None).mlm_sum
    expected = torch.nn.functional.cross_entropy(theirs, targets, reduction="sum")
    torch.testing.assert_close(loss, expected)
    torch.autograd.backward(loss * scale)
    torch.autograd.backward(expected * scale)
    assert ours.grad is not None
    torch.testing.assert_close(ours.grad, theirs.grad)


def test_only_the_first_of_the_likeliest_tokens_counts_as_the_prediction():
    even = torch.tensor([[0.0, 2.0, 2.0], [0.0, 2.0, 2.0], [3.0, 2.0, 2.0], [3.0, 2.0, 2.0]])
    objective = measure(Outputs(even, torch.zeros(0, 2)), torch.tensor([1, 2, 0, 1]), None)
    assert int(objective.mlm_correct) == 2
