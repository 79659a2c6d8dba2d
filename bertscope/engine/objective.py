"""BERT's objective: masked-LM cross entropy plus next-sentence cross entropy.

The masked-LM loss is the mean over the chosen positions, the next-sentence loss the mean over the
pairs (Devlin et al. 2018, appendix A.2). BERT adds them as they are; here each has a weight. Sums
and counts are kept apart, so that micro-batches add up to exactly the loss of the whole step.

Axes: B batch, V vocabulary, M chosen positions.
"""

from dataclasses import dataclass, replace
from functools import reduce
from typing import Any, ClassVar, NamedTuple

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812 -- its usual name

from bertscope.engine.model import Outputs
from bertscope.engine.subject import Tally
from bertscope.recipe import Recipe


class LossWeights(NamedTuple):
    """What each loss counts for in the sum that is minimised, 0 or more; one is above 0.

    A loss of weight 0 is still measured, but no gradient comes from it: not even one of zeros, so
    that the optimizers pass over what that loss alone reaches, its head and for the next sentence
    the pooler too. These stay exactly as they are, without decay and without the moves that an
    optimizer still remembers, and go on from there when the weight is raised again.
    """

    mlm: float = 1.0
    nsp: float = 1.0

    @classmethod
    def of(cls, recipe: Recipe) -> "LossWeights":
        return cls(recipe.mlm_weight, recipe.nsp_weight)

    def total(self, mlm_loss: Tensor, nsp_loss: Tensor) -> Tensor:
        """Both losses, each times its weight."""
        parts = ((self.mlm, mlm_loss), (self.nsp, nsp_loss))
        return reduce(torch.add, [weight * loss for weight, loss in parts if weight])


EVEN = LossWeights()


@dataclass(frozen=True)
class Objective(Tally):
    """Sums over chosen positions and pairs, in nats; tensors without axes.

    Attributes
    ----------
    mlm_sum, nsp_sum
        Summed cross entropies, differentiable.
    mlm_correct, nsp_correct
        How many predictions are right.
    chosen, pairs
        How many positions and pairs there are.
    weights
        What each mean counts for in the loss.
    """

    MEASURES: ClassVar[tuple[str, ...]] = (
        "mlm_loss",
        "nsp_loss",
        "loss",
        "mlm_accuracy",
        "nsp_accuracy",
    )

    mlm_sum: Tensor
    nsp_sum: Tensor
    mlm_correct: Tensor
    nsp_correct: Tensor
    chosen: int
    pairs: int
    weights: LossWeights = EVEN

    @property
    def mlm_loss(self) -> Tensor:
        """Mean over the chosen positions; 0 where there is none."""
        return self.mlm_sum / max(1, self.chosen)

    @property
    def nsp_loss(self) -> Tensor:
        """Mean over the pairs; 0 where there is none."""
        return self.nsp_sum / max(1, self.pairs)

    @property
    def loss(self) -> Tensor:
        """Both means, each times its weight."""
        return self.weights.total(self.mlm_loss, self.nsp_loss)

    @property
    def mlm_accuracy(self) -> Tensor:
        return self.mlm_correct / max(1, self.chosen)

    @property
    def nsp_accuracy(self) -> Tensor:
        return self.nsp_correct / max(1, self.pairs)

    def numbers(self) -> list[Tensor]:
        losses = self.mlm_loss, self.nsp_loss, self.loss
        means = *losses, self.mlm_accuracy, self.nsp_accuracy
        return [mean.to(self.mlm_sum.dtype) for mean in means]

    def share_of(self, chosen: int, pairs: int) -> Tensor:
        return self.weights.total(self.mlm_sum / max(1, chosen), self.nsp_sum / max(1, pairs))

    @property
    def sums(self) -> Tensor:
        return torch.stack([self.mlm_sum, self.nsp_sum, self.mlm_correct, self.nsp_correct])

    def __add__(self, other: "Objective") -> "Objective":
        return Objective(
            self.mlm_sum + other.mlm_sum,
            self.nsp_sum + other.nsp_sum,
            self.mlm_correct + other.mlm_correct,
            self.nsp_correct + other.nsp_correct,
            self.chosen + other.chosen,
            self.pairs + other.pairs,
            self.weights,
        )

    def detach(self) -> "Objective":
        return replace(self, mlm_sum=self.mlm_sum.detach(), nsp_sum=self.nsp_sum.detach())


def measure(
    outputs: Outputs,
    targets_M: Tensor,
    labels_B: Tensor | None,
    weights: LossWeights = EVEN,
) -> Objective:
    """Compare a model's outputs with the truth.

    Parameters
    ----------
    outputs
        The logits at the chosen positions and of the pairs.
    targets_M
        The tokens that stood at the chosen positions.
    labels_B
        0 where B is next, 1 where it isn't; None where there is no B to judge.
    weights
        What each loss counts for.
    """
    mlm_MV, nsp_B2 = outputs
    if labels_B is None:
        labels_B, nsp_B2 = targets_M.new_empty(0), nsp_B2[:0]
    return Objective(
        _CrossEntropy.apply(mlm_MV, targets_M),  # type: ignore[no-untyped-call]
        F.cross_entropy(nsp_B2, labels_B, reduction="sum"),
        _correct(mlm_MV, targets_M),
        _correct(nsp_B2, labels_B),
        targets_M.numel(),
        labels_B.numel(),
        weights,
    )


class _CrossEntropy(torch.autograd.Function):
    """The summed cross entropy; PyTorch's own makes two more copies of the logits for gradients."""

    @staticmethod
    def forward(ctx: Any, logits_MV: Tensor, targets_M: Tensor) -> Tensor:
        log_shares_MV = logits_MV.log_softmax(-1)
        ctx.save_for_backward(log_shares_MV, targets_M)
        return -log_shares_MV.gather(-1, targets_M[:, None]).sum()

    @staticmethod
    def backward(ctx: Any, gradient: Tensor) -> tuple[Tensor, None]:
        log_shares_MV, targets_M = ctx.saved_tensors
        # In place: autograd would notice a second pass by the tensor's version.
        shares_MV = log_shares_MV.exp_().mul_(gradient)
        shares_MV.scatter_add_(-1, targets_M[:, None], -gradient.expand(len(targets_M), 1))
        return shares_MV, None


@torch.no_grad()
def _correct(logits: Tensor, truth: Tensor) -> Tensor:
    if logits.device.type == "cpu":
        # The place of the largest takes far longer to find than the largest: only where it may
        # be the truth.
        candidates = logits.gather(-1, truth[:, None])[:, 0] >= logits.amax(-1)
        logits, truth = logits[candidates], truth[candidates]
    return (logits.argmax(-1) == truth).sum()
