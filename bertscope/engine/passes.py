"""One forward pass, kept so that more can be picked out of it without another.

Axes: L length, D model width, N heads, H head width, S side of a thumbnail, P parts of the pair,
V vocabulary, M positions, K classes.
"""

import weakref
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import torch
from torch import Tensor, nn

from bertscope.engine.attention_maps import block_shares, thumbnails
from bertscope.engine.encoder import Trace
from bertscope.engine.model import BertForPreTraining, HeadedBert, evaluating
from bertscope.errors import ModelError


class Pass:
    """What a model makes of one input, without dropout.

    It holds as long as the model's weights stay as they are.

    Parameters
    ----------
    ids, segments
        What the model reads.

    Raises
    ------
    ModelError
        If it makes anything that is no number: nothing true can be shown of it.

    Attributes
    ----------
    rows
        The embeddings by name, as in `Trace`, (L, D) each.
    hidden_states
        The encoder's input and every layer's output, (L, D) each.
    attention, queries, keys
        Of every layer, (N, L, L) and (N, L, H) each.
    pooled_D
        What a head reads that judges the whole pair; None without a pooler.
    nsp_2
        The next-sentence head's logits; index 0 says that B is next. None of a fine-tuned model.
    answer
        A fine-tuned model's logits, on the CPU: of the classes, (K,), of regression the number,
        (1,), of start and end at each token, (L, 2). None with the heads of pre-training.
    """

    nsp_2: Tensor | None = None
    answer: Tensor | None = None

    def __init__(self, model: HeadedBert, ids: Sequence[int], segments: Sequence[int]) -> None:
        trace = Trace()
        self._input = [list(ids)], [list(segments)]
        with evaluating(model):
            if isinstance(model, BertForPreTraining):
                nowhere_M = torch.empty(0, dtype=torch.long, device=model.device)
                outputs = model(*self._rows(model), None, nowhere_M, trace)
                head = self.nsp_2 = outputs.nsp_B2[0].float().cpu()
            else:
                head = self.answer = model(*self._rows(model), None, trace)[0].float().cpu()
        self.rows = {name: row_1LD[0] for name, row_1LD in trace.rows.items()}
        self.hidden_states = [x_1LD[0] for x_1LD in trace.hidden_states]
        self.attention = [weights_1NLL[0] for weights_1NLL in trace.attention]
        self.queries = [q_1NLH[0] for q_1NLH in trace.queries]
        self.keys = [k_1NLH[0] for k_1NLH in trace.keys]
        self.pooled_D = None if trace.pooled is None else trace.pooled[0]
        _check_finite([*self.hidden_states, head])
        self._logits_V: dict[int, Tensor] = {}
        self._maps: dict[Hashable, Tensor] = {}

    def _rows(self, model: HeadedBert) -> tuple[Tensor, Tensor]:
        ids, segments = (torch.tensor(rows, device=model.device) for rows in self._input)
        return ids, segments

    def thumbnails(self, side: int) -> Tensor:
        """Every head's weights in at most `side` rows and columns, (layers, N, S, S)."""
        return self._map(side, lambda: thumbnails(self.attention, side))

    def block_shares(self, sources: Sequence[int]) -> Tensor:
        """Shares of each head's attention from part to part of the pair, (layers, N, P, P)."""
        return self._map(tuple(sources), lambda: block_shares(self.attention, sources))

    def _map(self, key: Hashable, made: Callable[[], Tensor]) -> Tensor:
        # Of a long pair in a large model all heads are a hundred megabytes to go through.
        if key not in self._maps:
            self._maps[key] = made()
        return self._maps[key]

    def logits(self, model: BertForPreTraining, positions: Sequence[int]) -> Tensor:
        """The masked-LM head's logits at some positions, (M, V), on the CPU."""
        missing = [position for position in positions if position not in self._logits_V]
        words_VD = model.bert.embeddings.word_embeddings.weight
        if missing:
            with torch.no_grad():
                logits_MV = model.cls.predictions(self.hidden_states[-1][missing], words_VD)
            _check_finite([logits_MV])
            self._logits_V.update(zip(missing, logits_MV.float().cpu(), strict=True))
        if not positions:
            return torch.empty(0, len(words_VD))
        return torch.stack([self._logits_V[position] for position in positions])

    def attribution(self, model: HeadedBert, places: Sequence[tuple[int, ...]]) -> list[float]:
        """Gradient times input of each token, for the sum of a fine-tuned model's logits at places.

        The input is the token's own embedding; segment and position stay as they are. Along the
        sum of the three the slope would be 0 for any token: LayerNorm takes out how long it is.

        Raises
        ------
        ModelError
            If a gradient is no number.
        """
        key = "attribution", *places
        return self._map(key, lambda: self._gradient_times_input(model, places)).tolist()

    def _gradient_times_input(self, model: HeadedBert, places: Sequence[tuple[int, ...]]) -> Tensor:
        with evaluating(model), torch.enable_grad(), _summed_embeddings_of(model) as caught:
            logits = model(*self._rows(model), None)[0]
            total = torch.stack([logits[place] for place in places]).sum()
            # Not backward(): a model that learns has gradients of its own.
            (gradient_LD,) = torch.autograd.grad(total, caught)
        attribution_L = (gradient_LD * self.rows["token"]).sum(-1)
        _check_finite([attribution_L])
        return attribution_L.float().cpu()


@contextmanager
def _summed_embeddings_of(model: HeadedBert) -> Iterator[list[Tensor]]:
    """Catches the next input's summed embeddings, (L, D), as what gradients can be taken along."""
    caught: list[Tensor] = []

    def catch(_module: nn.Module, inputs: tuple[Any, ...]) -> Tensor:
        caught.append(inputs[0].detach().requires_grad_(True))
        return caught[-1]

    hook = model.bert.embeddings.LayerNorm.register_forward_pre_hook(catch)
    try:
        yield caught
    finally:
        hook.remove()


class Memory:
    """What the last look leaves for the next one: a forward pass, and how long embeddings are.

    A model that learns is another one at each step. Nothing is kept of a model that is gone.
    """

    def __init__(self) -> None:
        self._model: weakref.ref[HeadedBert] | None = None
        self._moment: tuple[int | None, torch.device] | None = None
        self._input: tuple[tuple[int, ...], tuple[int, ...]] | None = None
        self._pass: Pass | None = None
        self._lengths_V: Tensor | None = None

    def forget(self) -> None:
        """Keep nothing, as after a change of weights that no step tells of."""
        self._model = self._moment = self._input = self._pass = self._lengths_V = None

    def pass_of(
        self,
        model: HeadedBert,
        step: int | None,
        ids: Sequence[int],
        segments: Sequence[int],
    ) -> Pass:
        """The forward pass of an input, which is done where the last one was of another."""
        self._turn_to(model, step)
        wanted = tuple(ids), tuple(segments)
        if self._pass is None or self._input != wanted:
            self._pass = None  # Never two at once: one of a large model is hundreds of megabytes.
            self._pass, self._input = Pass(model, ids, segments), wanted
        return self._pass

    def lengths_of(self, model: HeadedBert, step: int | None) -> Tensor:
        """The Euclidean lengths of all token embeddings, (V,)."""
        self._turn_to(model, step)
        if self._lengths_V is None:
            words_VD = model.bert.embeddings.word_embeddings.weight.detach()
            self._lengths_V = torch.linalg.vector_norm(words_VD, dim=1)
        return self._lengths_V

    def _turn_to(self, model: HeadedBert, step: int | None) -> None:
        moment = step, model.device
        if self._model is None or self._model() is not model or self._moment != moment:
            self.forget()
            self._model, self._moment = weakref.ref(model, lambda _: self.forget()), moment


def _check_finite(numbers: Sequence[Tensor]) -> None:
    if not all(bool(torch.isfinite(x).all()) for x in numbers):
        raise ModelError(
            "This model's outputs are no numbers any more, as after training at too high a rate: "
            "go back to an earlier checkpoint, or open another model."
        )
