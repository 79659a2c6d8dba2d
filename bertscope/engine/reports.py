"""What a training session reports of its steps, and where it stands between two of them."""

from dataclasses import dataclass

import msgspec
from torch import Tensor


class HeldOut(msgspec.Struct, frozen=True, kw_only=True):
    """What was measured on rows that are not trained on; losses in nats, accuracies 0 to 1.

    Attributes
    ----------
    mlm_loss, nsp_loss, mlm_accuracy, nsp_accuracy
        Of pre-training.
    nsp_decoy_accuracy
        That on pairs whose B is next or differs from it in content alone; None where the corpus
        has no such.
    loss
        In pre-training the sum of both, each times its weight; of a task its own. None in what
        was written before there were weights.
    score, second_score
        A task's first metric, and its second one where it has two.
    """

    mlm_loss: float | None = None
    nsp_loss: float | None = None
    mlm_accuracy: float | None = None
    nsp_accuracy: float | None = None
    nsp_decoy_accuracy: float | None = None
    loss: float | None = None
    score: float | None = None
    second_score: float | None = None


class StepMetrics(msgspec.Struct, frozen=True, kw_only=True):
    """What one optimizer step reports.

    Attributes
    ----------
    step
        Finished steps. At 0 nothing was trained on yet, so there is `held_out` alone.
    mlm_loss, nsp_loss, loss, mlm_accuracy, nsp_accuracy
        On the step's own rows before the weights moved; losses in nats. `loss` is what is
        minimised: in pre-training both parts, each times its weight.
    score
        Of a task, where its first metric can be said of a batch.
    learning_rate
        AdamW's.
    pairs, tokens, seconds
        Work done, without padding, and the time it took.
    held_out
        After the weights moved, where it was measured.
    """

    step: int
    mlm_loss: float | None = None
    nsp_loss: float | None = None
    loss: float | None = None
    mlm_accuracy: float | None = None
    nsp_accuracy: float | None = None
    score: float | None = None
    learning_rate: float | None = None
    pairs: int = 0
    tokens: int = 0
    seconds: float = 0.0
    held_out: HeldOut | None = None

    def flat(self) -> dict[str, float]:
        """All that was measured, by the names of a line of ``metrics.jsonl``."""
        values = msgspec.structs.asdict(self)
        held_out = values.pop("held_out")
        if held_out is not None:
            found = msgspec.structs.asdict(held_out)
            values.update({f"held_out_{name}": value for name, value in found.items()})
        return {name: value for name, value in values.items() if value is not None}

    @property
    def unweighted_loss(self) -> float | None:
        """The loss as it can be compared with that of guessing."""
        if self.mlm_loss is not None and self.nsp_loss is not None:
            return self.mlm_loss + self.nsp_loss
        return self.loss


class Position(msgspec.Struct, frozen=True):
    """Where a session stands.

    Attributes
    ----------
    step
        Finished optimizer steps.
    epoch, row
        The epoch, and how many of its rows were read.
    unreported
        What the last step, or the start, has to report once its held-out losses are measured.
    """

    step: int = 0
    epoch: int = 0
    row: int = 0
    unreported: StepMetrics | None = StepMetrics(step=0)

    @property
    def next_reported(self) -> int:
        """The first step whose metrics nobody was given yet."""
        return self.step + 1 if self.unreported is None else self.step


@dataclass(frozen=True, eq=False)
class TrainerState:
    """What a trainer needs, besides the model's weights, to go on exactly as if never stopped.

    Random states are not among it: what is random at a step is drawn from the seed and the step.
    """

    position: Position
    optimizers: dict[str, Tensor]
