"""BERT's encoder (Devlin et al. 2018), parameters under Hugging Face's names.

Axes: B batch, L length, T tokens in a flat row, W wanted ones, D model width, I inner width, N
heads, H head width.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Protocol

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 -- its usual name

from bertscope.engine.config import BertConfig
from bertscope.engine.layout import Layout

_tanh_gelu: Callable[[Tensor], Tensor] = partial(F.gelu, approximate="tanh")
ACTIVATION: dict[str, Callable[[Tensor], Tensor]] = {
    "gelu": F.gelu,
    "gelu_new": _tanh_gelu,
    "gelu_pytorch_tanh": _tanh_gelu,
    "gelu_fast": _tanh_gelu,
    "relu": F.relu,
    "silu": F.silu,
    "swish": F.silu,
}


@dataclass
class Trace:
    """What a forward pass leaves behind for whoever looks.

    Attributes
    ----------
    rows
        The embeddings by name: ``token``, ``segment``, ``position``, their ``sum`` and that sum
        ``normalized``, (B, L, D) each.
    hidden_states
        The encoder's input, then the output of every layer, (B, L, D) each.
    attention
        The probabilities of every layer, before dropout, (B, N, L, L) each.
    queries, keys
        Of every layer, not yet scaled, (B, N, L, H) each.
    pooled
        What a head reads that judges the whole pair, (B, D); None without a pooler.
    """

    rows: dict[str, Tensor] = field(default_factory=dict)
    hidden_states: list[Tensor] = field(default_factory=list)
    attention: list[Tensor] = field(default_factory=list)
    queries: list[Tensor] = field(default_factory=list)
    keys: list[Tensor] = field(default_factory=list)
    pooled: Tensor | None = None


class Dropout(nn.Dropout):
    """Dropout whose draw is cheap on a CPU, where PyTorch's own costs more than the products.

    A byte decides on a number, and eight of them come from one draw. The threshold is one of the
    two integers around 256 times the rate, drawn for each row of the last axis, so that every
    number is dropped with exactly the rate.
    """

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or not 0.0 < self.p <= 255 / 256 or not self._is_dear(x):
            return super().forward(x)
        whole, part = divmod(256 * self.p, 1)
        words = torch.empty(-(-x.numel() // 8), dtype=torch.int64).random_(-(2**63), None)
        drawn = words.view(torch.uint8)[: x.numel()].view(x.shape)
        threshold = (torch.rand(*x.shape[:-1], 1) < part).to(torch.uint8).add_(int(whole))
        kept = torch.ge(drawn, threshold, out=torch.empty(x.shape, dtype=x.dtype))
        return x * kept.mul_(1 / (1 - self.p))

    def _is_dear(self, x: Tensor) -> bool:
        """Whether PyTorch's own takes its time: compiled it comes with what stands around it."""
        return x.device.type == "cpu" and not torch.compiler.is_compiling()


class Embeddings(nn.Module):
    def __init__(self, config: BertConfig) -> None:
        super().__init__()
        width = config.hidden_size
        self.word_embeddings = nn.Embedding(
            config.vocab_size, width, padding_idx=config.pad_token_id
        )
        self.position_embeddings = nn.Embedding(config.max_position_embeddings, width)
        self.token_type_embeddings = nn.Embedding(config.type_vocab_size, width)
        self.LayerNorm = nn.LayerNorm(width, eps=config.layer_norm_eps)
        self.dropout = Dropout(config.hidden_dropout_prob)

    def forward(
        self, ids_BL: Tensor, segments_BL: Tensor, layout: Layout, trace: Trace | None
    ) -> Tensor:
        token_TD = self.word_embeddings(layout.flat(ids_BL))
        segment_TD = self.token_type_embeddings(layout.flat(segments_BL))
        position_LD = self.position_embeddings.weight[: layout.length]
        if layout.place_T is None:
            sum_TD = (layout.in_rows(token_TD + segment_TD) + position_LD).flatten(0, 1)
        else:
            sum_TD = token_TD + segment_TD + position_LD[layout.place_T % layout.length]
        normalized_TD = self.LayerNorm(sum_TD)
        if trace is not None:
            trace.rows = {
                "token": layout.in_rows(token_TD),
                "segment": layout.in_rows(segment_TD),
                "position": position_LD.expand(layout.rows, -1, -1),
                "sum": layout.in_rows(sum_TD),
                "normalized": layout.in_rows(normalized_TD),
            }
        x_TD: Tensor = self.dropout(normalized_TD)
        return x_TD


class SelfAttention(nn.Module):
    def __init__(self, config: BertConfig) -> None:
        super().__init__()
        width = config.hidden_size
        self.heads = config.num_attention_heads
        self.scale = 1.0 / math.sqrt(width // self.heads)
        self.query = nn.Linear(width, width)
        self.key = nn.Linear(width, width)
        self.value = nn.Linear(width, width)
        self.dropout = Dropout(config.attention_probs_dropout_prob)

    def forward(self, x_TD: Tensor, layout: Layout, trace: Trace | None) -> Tensor:
        q_BNLH = self._heads_of(self.query(x_TD) * self.scale, layout)
        k_BNLH = self._heads_of(self.key(x_TD), layout)
        v_BNLH = self._heads_of(self.value(x_TD), layout)
        padding_B11L = layout.scores_padding(like=q_BNLH)
        if trace is None and x_TD.device.type == "cuda":
            rate = self.dropout.p if self.training else 0.0
            mixed_BLNH = fused_attention(q_BNLH, k_BNLH, v_BNLH, padding_B11L, rate)
            return layout.in_row(mixed_BLNH.flatten(2))
        # On a CPU the fused one is slower with dropout, and far slower in bf16.
        scores_BNLL = q_BNLH @ k_BNLH.transpose(-1, -2)
        if padding_B11L is not None:
            scores_BNLL = scores_BNLL + padding_B11L
        attention_BNLL = scores_BNLL.softmax(-1)
        if trace is not None:
            trace.attention.append(attention_BNLL)
            trace.queries.append(q_BNLH / self.scale)
            trace.keys.append(k_BNLH)
        mixed_BNLH: Tensor = self.dropout(attention_BNLL) @ v_BNLH
        return layout.in_row(mixed_BNLH.transpose(1, 2).flatten(2))

    def _heads_of(self, x_TD: Tensor, layout: Layout) -> Tensor:
        return layout.spread(x_TD).view(layout.rows, layout.length, self.heads, -1).transpose(1, 2)


def fused_attention(
    q_BNLH: Tensor, k_BNLH: Tensor, v_BNLH: Tensor, padding_B11L: Tensor | None, rate: float
) -> Tensor:
    """Attention whose probabilities nobody sees, (B, L, N, H); the queries are scaled already."""
    if padding_B11L is not None:
        padding_B11L = padding_B11L.to(q_BNLH.dtype)
    mixed_BNLH = F.scaled_dot_product_attention(
        q_BNLH, k_BNLH, v_BNLH, padding_B11L, rate, scale=1.0
    )
    return mixed_BNLH.transpose(1, 2)


class Residual(nn.Module):
    """A sublayer's projection, dropout, the way past it, then LayerNorm."""

    def __init__(self, width_in: int, config: BertConfig) -> None:
        super().__init__()
        self.dense = nn.Linear(width_in, config.hidden_size)
        self.LayerNorm = nn.LayerNorm(config.hidden_size, eps=config.layer_norm_eps)
        self.dropout = Dropout(config.hidden_dropout_prob)

    def forward(self, x_TI: Tensor, past_TD: Tensor) -> Tensor:
        x_TD: Tensor = self.LayerNorm(past_TD + self.dropout(self.dense(x_TI)))
        return x_TD


class Attention(nn.Module):
    def __init__(self, config: BertConfig) -> None:
        super().__init__()
        self.self = SelfAttention(config)
        self.output = Residual(config.hidden_size, config)

    def forward(
        self, x_TD: Tensor, layout: Layout, trace: Trace | None, wanted_W: Tensor | None = None
    ) -> Tensor:
        mixed_TD: Tensor = self.self(x_TD, layout, trace)
        if wanted_W is not None:
            mixed_TD, x_TD = mixed_TD[wanted_W], x_TD[wanted_W]
        out_TD: Tensor = self.output(mixed_TD, x_TD)
        return out_TD


class Dense(nn.Module):
    """A projection and the activation."""

    def __init__(self, width_in: int, width_out: int, activation: str) -> None:
        super().__init__()
        self.dense = nn.Linear(width_in, width_out)
        self.activation = ACTIVATION[activation]

    def forward(self, x_BLD: Tensor) -> Tensor:
        return self.activation(self.dense(x_BLD))


class Layer(nn.Module):
    def __init__(self, config: BertConfig) -> None:
        super().__init__()
        self.attention = Attention(config)
        self.intermediate = Dense(config.hidden_size, config.intermediate_size, config.hidden_act)
        self.output = Residual(config.intermediate_size, config)

    def forward(
        self, x_TD: Tensor, layout: Layout, trace: Trace | None, wanted_W: Tensor | None = None
    ) -> Tensor:
        x_TD = self.attention(x_TD, layout, trace, wanted_W)
        out_TD: Tensor = self.output(self.intermediate(x_TD), x_TD)
        return out_TD


class RunLayer(Protocol):
    """Does what `Layer.forward` does."""

    def __call__(
        self,
        layer: Any,
        x_TD: Tensor,
        layout: Layout,
        trace: Trace | None,
        wanted_W: Tensor | None = None,
        /,
    ) -> Tensor: ...


class Encoder(nn.Module):
    """All layers.

    Attributes
    ----------
    compiled
        Runs each layer where nobody looks, if there is one.
    """

    def __init__(self, config: BertConfig) -> None:
        super().__init__()
        self.layer = nn.ModuleList(Layer(config) for _ in range(config.num_hidden_layers))
        self.compiled: RunLayer | None = None

    def forward(
        self, x_TD: Tensor, layout: Layout, trace: Trace | None, wanted_W: Tensor | None
    ) -> Tensor:
        """The last layer's output; what it does behind its attention is for wanted tokens alone."""
        if trace is not None:
            states = [x_TD]
            for layer in self.layer:
                states.append(layer(states[-1], layout, trace))
            trace.hidden_states = [layout.in_rows(x_TD) for x_TD in states]
            return states[-1] if wanted_W is None else states[-1][wanted_W]
        run: RunLayer = Layer.__call__
        if self.compiled is not None:
            run = self.compiled
        *layers, last = self.layer
        for layer in layers:
            x_TD = run(layer, x_TD, layout, None)
        return run(last, x_TD, layout, None, wanted_W)


class Pooler(nn.Module):
    """C, the final state of [CLS], made ready for a head that judges the whole pair."""

    def __init__(self, config: BertConfig) -> None:
        super().__init__()
        self.dense = nn.Linear(config.hidden_size, config.hidden_size)

    def forward(self, first_BD: Tensor) -> Tensor:
        pooled_BD: Tensor = self.dense(first_BD)
        return pooled_BD.tanh()


class Bert(nn.Module):
    """All but the heads; without a pooler where no head reads C."""

    def __init__(self, config: BertConfig, *, pooler: bool = True) -> None:
        super().__init__()
        self.embeddings = Embeddings(config)
        self.encoder = Encoder(config)
        self.pooler = Pooler(config) if pooler else None

    def forward(
        self,
        ids_BL: Tensor,
        segments_BL: Tensor,
        layout: Layout,
        trace: Trace | None,
        wanted_W: Tensor | None = None,
    ) -> Tensor:
        """The final states, (T, D); or those of the wanted tokens of the flat row, (W, D)."""
        x_TD = self.embeddings(ids_BL, segments_BL, layout, trace)
        out_TD: Tensor = self.encoder(x_TD, layout, trace, wanted_W)
        return out_TD

    def pool(self, first_BD: Tensor, trace: Trace | None) -> Tensor:
        """What a head reads that judges the whole pair, (B, D), from the final state of [CLS]."""
        assert self.pooler is not None
        pooled_BD: Tensor = self.pooler(first_BD)
        if trace is not None:
            trace.pooled = pooled_BD
        return pooled_BD
