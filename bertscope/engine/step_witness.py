"""Sees one training step of a model: what was before it, the gradient, and what is after it.

Axes: B batch, L length, T tokens in a flat row, D model width.
"""

import math
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any, NamedTuple

import torch
from torch import Tensor, nn

from bertscope.engine.looks import Floats, Look
from bertscope.engine.model import BertForPreTraining
from bertscope.engine.probe import look
from bertscope.looks import OneWeight, Wants, WeightGroup

_EMBEDDINGS = "bert.embeddings.word_embeddings.weight"
_QUERIES = "bert.encoder.layer.0.attention.self.query.weight"
_TOKEN_BIAS = "cls.predictions.bias"
_NEXT_BIAS = "cls.seq_relationship.bias"

Place = tuple[str, tuple[int, ...]]


class Pair(NamedTuple):
    """What the model reads, masked, and what is true: as of `bertscope.engine.probe.look`."""

    ids: list[int]
    segments: list[int]
    labels: dict[int, int]
    nsp_label: int | None


class Witness:
    """Sees a step; made before it.

    Parameters
    ----------
    model
        That will step.
    pair
        Whose predictions are looked at before and after.

    Attributes
    ----------
    before
        The look before the step.
    row_gradient
        The loss's gradient along a row's summed embeddings, (L, D), once `row_watched` has seen it.
    gradient
        The Euclidean length of the whole gradient, once seen.

    Raises
    ------
    ModelError
        If the pair doesn't fit the model.
    """

    def __init__(self, model: BertForPreTraining, pair: Pair) -> None:
        self._model, self._pair = model, pair
        self.before = self.look()
        self.row_gradient: Floats | None = None
        self.gradient = 0.0
        self._weights = {name: p.clone() for name, p in self._parameters().items()}
        self._lengths: dict[str, float] = {}
        self._slopes: dict[Place, float] = {}

    def look(self) -> Look:
        return look(self._model, **self._pair._asdict(), wants=Wants(hidden_states=True))

    @contextmanager
    def row_watched(self, ids_BL: Tensor, row: int) -> Iterator[None]:
        """Catch the row's gradient in a backward pass on `ids_BL`: that tensor, not an equal one.

        The hooks read alone, so that the step stays what it is.
        """
        embeddings = self._model.bert.embeddings
        where: slice | None = None

        def enter(_module: nn.Module, inputs: tuple[Any, ...]) -> None:
            nonlocal where
            ids, _, layout, _ = inputs
            where = None
            if ids is ids_BL:
                start = int(layout.start_B[row])
                where = slice(start, start + len(self._pair.ids))

        def add_up(_module: nn.Module, inputs: tuple[Tensor]) -> None:
            if where is not None:
                keep = partial(self._keep_row, where)
                inputs[0].register_hook(keep)  # type: ignore[no-untyped-call]

        hooks = (
            embeddings.register_forward_pre_hook(enter),
            embeddings.LayerNorm.register_forward_pre_hook(add_up),
        )
        try:
            yield
        finally:
            for hook in hooks:
                hook.remove()

    def _keep_row(self, where: slice, gradient_TD: Tensor) -> None:
        self.row_gradient = gradient_TD[where].float().cpu().numpy().copy()

    def see_gradients(self, length: float) -> None:
        """Note the gradients, which are whole and not clipped yet, and how long they are in all."""
        self.gradient = length
        gradients = {
            name: torch.zeros_like(parameter) if parameter.grad is None else parameter.grad
            for name, parameter in self._model.named_parameters()
        }
        self._lengths = _lengths(gradients.items())
        self._slopes = {
            (name, index): float(gradients[name][index]) for name, index in self._places(gradients)
        }

    def _places(self, gradients: dict[str, Tensor]) -> Iterator[Place]:
        """A few numbers that say much, in the order of the forward pass.

        Of the first masked token its embedding and its bias in the decoder, of the first layer's
        queries one weight, of the next sentence its bias: the steepest where there is a choice.
        """
        _, _, labels, nsp_label = self._pair
        token = labels[min(labels)] if labels else None
        if token is not None:
            yield _EMBEDDINGS, (token, *_steepest(gradients[_EMBEDDINGS][token]))
        yield _QUERIES, _steepest(gradients[_QUERIES])
        if token is not None:
            yield _TOKEN_BIAS, (token,)
        if nsp_label is not None:
            yield _NEXT_BIAS, (nsp_label,)

    def groups(self) -> list[WeightGroup]:
        """The model's parts, once it has stepped."""
        parameters = self._parameters()
        counts: dict[str, int] = {}
        for name, parameter in parameters.items():
            counts[_group(name)] = counts.get(_group(name), 0) + parameter.numel()
        updates = _lengths((name, p - self._weights[name]) for name, p in parameters.items())
        weights = _lengths(self._weights.items())
        return [
            WeightGroup(group, count, self._lengths[group], updates[group], weights[group])
            for group, count in counts.items()
        ]

    def weights(self) -> list[OneWeight]:
        """The few single numbers, once the model has stepped."""
        after = self._parameters()
        return [
            OneWeight(
                name, index, float(self._weights[name][index]), slope, float(after[name][index])
            )
            for (name, index), slope in self._slopes.items()
        ]

    def _parameters(self) -> dict[str, Tensor]:
        return {name: parameter.detach() for name, parameter in self._model.named_parameters()}


def _lengths(tensors: Iterable[tuple[str, Tensor]]) -> dict[str, float]:
    """The Euclidean length of each group's tensors together."""
    squares: dict[str, float] = {}
    for name, tensor in tensors:
        square = float(torch.linalg.vector_norm(tensor)) ** 2
        squares[_group(name)] = squares.get(_group(name), 0.0) + square
    return {group: math.sqrt(square) for group, square in squares.items()}


def _group(name: str) -> str:
    match name.split("."):
        case ["bert", "embeddings", *_]:
            return "embeddings"
        case ["bert", "encoder", "layer", number, *_]:
            return f"layer {int(number) + 1}"
        case ["bert", "pooler", *_]:
            return "pooler"
        case ["cls", "predictions", *_]:
            return "masked LM head"
        case _:
            return "next sentence head"


def _steepest(gradient: Tensor) -> tuple[int, ...]:
    place = torch.unravel_index(gradient.abs().argmax(), gradient.shape)
    return tuple(int(number) for number in place)
