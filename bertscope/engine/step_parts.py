"""What is told of one training step: plain values.

Axes: L length, D model width.
"""

from dataclasses import dataclass

from bertscope.engine.looks import Floats, Look
from bertscope.looks import OneWeight, WeightGroup


@dataclass(frozen=True, eq=False)
class StepParts:
    """A training step.

    Attributes
    ----------
    step
        Finished steps after it; 1 where a copy did it on someone's own pair.
    own
        Whether it was on someone's own pair.
    row, rows
        Which row of the batch is told, from 0, and how many it has. They come from short to long.
    ids, segments, labels, nsp_label
        That row as the model reads it, masked; for each chosen position what stood there; 0 where
        B is next, 1 where it is random, None without B.
    before, after
        Looks at that row with the weights before and after the step, with the hidden states of all
        layers and the predictions at the chosen positions. Looks have no dropout.
    mlm_loss, nsp_loss, loss
        Of the whole batch before the step, with dropout where the run has it: what the gradient is
        of. A part that someone's own pair hasn't is 0.
    mlm_weight, nsp_weight
        What each part counts for in `loss`.
    row_gradient
        The gradient of `loss` along the row's summed embeddings, (L, D).
    groups
        The model's parts in the order of the forward pass.
    gradient, clip
        The Euclidean length of the whole gradient, and the one it was cut to where that is less.
    learning_rate, matrix_learning_rate
        Of this very step.
    optimizer
        Its name in the recipe.
    weights
        A few single numbers of the model.
    """

    step: int
    own: bool
    row: int
    rows: int
    ids: list[int]
    segments: list[int]
    labels: dict[int, int]
    nsp_label: int | None
    before: Look
    after: Look
    mlm_loss: float
    nsp_loss: float
    loss: float
    mlm_weight: float
    nsp_weight: float
    row_gradient: Floats
    groups: list[WeightGroup]
    gradient: float
    clip: float
    learning_rate: float
    matrix_learning_rate: float
    optimizer: str
    weights: list[OneWeight]
