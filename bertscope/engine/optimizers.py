"""How the weights move: AdamW, or Muon for the encoder's matrices beside it, and the schedule."""

import importlib
from typing import NamedTuple

import torch
from torch import Tensor, nn

from bertscope.engine.model import HeadedBert
from bertscope.recipe import Optimizer, Recipe

EPSILON = 1e-6
"""BERT's (google-research/bert, optimization.py); PyTorch's own default is smaller."""

Named = dict[str, nn.Parameter]


class Rates(NamedTuple):
    """The learning rates of one step: Muon's for the encoder's matrices, AdamW's for the rest."""

    rest: float
    matrices: float


class Optimizers:
    """One or two PyTorch optimizers that step as one.

    BERT's Adam leaves out the bias correction, which makes fine-tuning unstable (Mosbach et al.
    2020, arXiv 2006.05987); this AdamW has it. A parameter without a gradient stays as it is.

    Parameters
    ----------
    model
        On its device already.
    recipe
        Gives optimizer and weight decay; learning rates are given with each step.
    """

    def __init__(self, model: HeadedBert, recipe: Recipe) -> None:
        self._names: dict[Tensor, str] = {
            parameter: name for name, parameter in model.named_parameters()
        }
        matrices, decayed, rest = _divide(model, recipe.optimizer)
        self._parts: list[torch.optim.Optimizer] = [
            torch.optim.AdamW(
                [
                    {"params": list(decayed.values()), "weight_decay": recipe.weight_decay},
                    {"params": list(rest.values()), "weight_decay": 0.0},
                ],
                eps=EPSILON,
                fused=True,
            )
        ]
        if matrices:
            self._parts.append(
                torch.optim.Muon(list(matrices.values()), weight_decay=recipe.weight_decay)
            )

    def step(self, rates: Rates) -> None:
        """Move the weights by their gradients at these learning rates."""
        for part in self._parts:
            muon = isinstance(part, torch.optim.Muon)
            for group in part.param_groups:
                group["lr"] = rates.matrices if muon else rates.rest
            part.step()

    def state(self) -> dict[str, Tensor]:
        """All that is remembered between steps, by ``kind/parameter``: copies on the CPU."""
        return {
            f"{kind}/{self._names[parameter]}": torch.as_tensor(value).detach().cpu().clone()
            for part in self._parts
            for parameter, values in part.state.items()
            for kind, value in values.items()
        }

    def load_state(self, state: dict[str, Tensor]) -> None:
        """Remember what another one did, on this one's device."""
        parameters = {name: parameter for parameter, name in self._names.items()}
        owner = {
            parameter: part
            for part in self._parts
            for group in part.param_groups
            for parameter in group["params"]
        }
        for part in self._parts:
            part.state.clear()
        for key, value in state.items():
            kind, _, name = key.partition("/")
            parameter = parameters[name]
            owner[parameter].state[parameter][kind] = value.to(parameter.device, copy=True)


def warm_up() -> None:
    """Import what PyTorch's optimizers import when the first one is made; it takes a second."""
    importlib.import_module("torch._dynamo")


def learning_rate_factor(step: int, recipe: Recipe) -> float:
    """The share of the peak learning rate at the step that follows `step` finished ones.

    It rises linearly through `recipe.warmup_steps`, reaches 1 at the last of them, then falls
    linearly so that it would be 0 one step after `recipe.steps`. Who moves `recipe.steps` of a run
    that is under way moves that line: the rate goes on from where the new one stands at the step.
    """
    if step < recipe.warmup_steps:
        return (step + 1) / recipe.warmup_steps
    return max(0, recipe.steps - step) / max(1, recipe.steps - recipe.warmup_steps)


def learning_rates(step: int, recipe: Recipe) -> Rates:
    """Of the step that follows `step` finished ones."""
    factor = learning_rate_factor(step, recipe)
    return Rates(factor * recipe.learning_rate, factor * recipe.matrix_learning_rate)


def _divide(model: HeadedBert, optimizer: Optimizer) -> tuple[Named, Named, Named]:
    """Parameters for Muon, for AdamW with weight decay, and for AdamW without."""
    matrices: Named = {}
    decayed: Named = {}
    rest: Named = {}
    for name, parameter in model.named_parameters():
        if parameter.ndim < 2:
            rest[name] = parameter
        elif optimizer is Optimizer.MUON and name.startswith("bert.encoder."):
            matrices[name] = parameter
        else:
            decayed[name] = parameter
    return matrices, decayed, rest
