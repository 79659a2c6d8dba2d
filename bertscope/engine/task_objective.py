"""The objectives of fine-tuning (Devlin et al. 2018, section 4), as sums that add up.

A classifier's loss is the cross entropy of the right class, a regression's the squared error, a
question's the mean of the cross entropies of the right start and of the right end.

Axes: B batch, L length, K classes.
"""

from dataclasses import dataclass, replace
from typing import ClassVar, Self

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812 -- its usual name

from bertscope.engine.subject import Tally
from bertscope.task import Kind


@dataclass(frozen=True)
class TaskObjective(Tally):
    """Sums over rows; tensors without axes.

    Attributes
    ----------
    loss_sum
        In float32, differentiable; of cross entropies in nats.
    right
        How many classes are right; 0 but for classification.
    count
        How many rows there are.
    """

    MEASURES: ClassVar[tuple[str, ...]] = ("loss",)

    loss_sum: Tensor
    right: Tensor
    count: int

    @property
    def loss(self) -> Tensor:
        """The mean over the rows; 0 where there is none."""
        return self.loss_sum / max(1, self.count)

    def share_of(self, chosen: int, pairs: int) -> Tensor:  # noqa: ARG002 -- nothing is masked
        return self.loss_sum / max(1, pairs)

    def numbers(self) -> list[Tensor]:
        return [self.loss]

    @property
    def sums(self) -> Tensor:
        return torch.stack([self.loss_sum, self.right])

    def detach(self) -> Self:
        return replace(self, loss_sum=self.loss_sum.detach())

    def __add__(self, other: Self) -> Self:
        return replace(
            self,
            loss_sum=self.loss_sum + other.loss_sum,
            right=self.right + other.right,
            count=self.count + other.count,
        )


class ScoredObjective(TaskObjective):
    """With the share of the classes that are right, where that is the task's metric."""

    MEASURES: ClassVar[tuple[str, ...]] = ("loss", "score")

    @property
    def score(self) -> Tensor:
        """0 to 1."""
        return self.right / max(1, self.count)

    def numbers(self) -> list[Tensor]:
        return [self.loss, self.score.to(self.loss_sum.dtype)]


def measure_task(kind: Kind, logits: Tensor, targets: Tensor) -> TaskObjective:
    """Compare a fine-tuned model's outputs with the truth.

    Parameters
    ----------
    logits
        Of the classes, (B, K); of regression the numbers, (B, 1); of question answering those of
        start and end, (B, L, 2).
    targets
        The right classes, (B,); the right numbers, (B,); the first and last token of the answer,
        (B, 2), which are among the row's own.
    """
    logits = logits.float()
    none = torch.zeros((), device=logits.device)
    match kind:
        case Kind.CLASSIFICATION:
            loss_sum = F.cross_entropy(logits, targets, reduction="sum")
            right = (logits.detach().argmax(-1) == targets).sum()
            return TaskObjective(loss_sum, right.to(none), len(targets))
        case Kind.REGRESSION:
            loss_sum = F.mse_loss(logits[:, 0], targets.float(), reduction="sum")
            return TaskObjective(loss_sum, none, len(targets))
        case Kind.QA:
            # Start and end are two choices among the same tokens: 2 B rows of L logits. With an
            # axis more CUDA would add them up in an order that differs from run to run.
            both = F.cross_entropy(logits.mT.flatten(0, 1), targets.flatten(), reduction="sum")
            return TaskObjective(both / 2, none, len(targets))
