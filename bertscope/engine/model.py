"""BERT with both pre-training heads (Devlin et al. 2018), parameters under Hugging Face's names.

Axes: B batch, L length, T tokens in a flat row, D model width, V vocabulary, M chosen positions.
"""

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from typing import NamedTuple, TypeVar

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 -- its usual name

from bertscope.engine.config import BertConfig
from bertscope.engine.encoder import Bert, Dense, Trace
from bertscope.engine.layout import ROUND, Layout


class Outputs(NamedTuple):
    """Both heads' logits; of the next-sentence head's two, index 0 says that B is next."""

    mlm_MV: Tensor
    nsp_B2: Tensor


class HeadedBert(nn.Module):
    """A BERT and its heads; each kind has a `forward` of its own.

    Parameters
    ----------
    pooler
        Whether a head judges the whole pair, from C.
    """

    def __init__(self, config: BertConfig, *, pooler: bool = True) -> None:
        super().__init__()
        self.config = config
        self.bert = Bert(config, pooler=pooler)

    @property
    def device(self) -> torch.device:
        return self.bert.embeddings.word_embeddings.weight.device

    @torch.no_grad()
    def init_weights(
        self, generator: torch.Generator, names: Collection[str] | None = None
    ) -> None:
        """Draw weights as BERT does: normal(0, initializer_range), no biases, LayerNorms neutral.

        `names` limits it to some parameters.
        """
        for name, parameter in self.named_parameters():
            if names is not None and name not in names:
                continue
            if parameter.ndim > 1:
                parameter.normal_(0.0, self.config.initializer_range, generator=generator)
            else:
                parameter.fill_(1.0 if name.endswith("LayerNorm.weight") else 0.0)


class Transform(Dense):
    """What a final state passes through before it meets the vocabulary."""

    def __init__(self, config: BertConfig) -> None:
        super().__init__(config.hidden_size, config.hidden_size, config.hidden_act)
        self.LayerNorm = nn.LayerNorm(config.hidden_size, eps=config.layer_norm_eps)

    def forward(self, x_MD: Tensor) -> Tensor:
        out_MD: Tensor = self.LayerNorm(super().forward(x_MD))
        return out_MD


class MaskedLMHead(nn.Module):
    def __init__(self, config: BertConfig) -> None:
        super().__init__()
        self.transform = Transform(config)
        self.bias = nn.Parameter(torch.zeros(config.vocab_size))

    def forward(self, x_MD: Tensor, word_embeddings_VD: Tensor) -> Tensor:
        return F.linear(self.transform(x_MD), word_embeddings_VD, self.bias)


class Heads(nn.Module):
    def __init__(self, config: BertConfig) -> None:
        super().__init__()
        self.predictions = MaskedLMHead(config)
        self.seq_relationship = nn.Linear(config.hidden_size, 2)


class BertForPreTraining(HeadedBert):
    """BERT with the masked-LM and the next-sentence head; the decoder is the word embeddings."""

    def __init__(self, config: BertConfig) -> None:
        super().__init__(config)
        self.cls = Heads(config)

    def forward(
        self,
        ids_BL: Tensor,
        segments_BL: Tensor,
        lengths_B: Tensor | None,
        chosen_M: Tensor,
        trace: Trace | None = None,
    ) -> Outputs:
        """Both heads' logits.

        Parameters
        ----------
        ids_BL, segments_BL
            Token ids after masking, and segments.
        lengths_B
            Real tokens of each row, on the host; None where nothing is padded.
        chosen_M
            Flat indices ``b * L + l`` of the positions to predict. Projecting all others to the
            vocabulary would be the larger part of a small model's work.
        trace
            Is filled with what passes by.
        """
        layout = Layout.of(ids_BL, lengths_B)
        count = len(chosen_M)
        if self.training:
            chosen_M = F.pad(chosen_M, (0, -count % ROUND))
        wanted_W = torch.cat([layout.start_B, layout.in_flat(chosen_M)])
        x_WD = self.bert(ids_BL, segments_BL, layout, trace, wanted_W)
        first_BD, x_MD = x_WD.split([layout.rows, len(chosen_M)])
        pooled_BD = self.bert.pool(first_BD, trace)
        word_embeddings_VD = self.bert.embeddings.word_embeddings.weight
        mlm_MV = self.cls.predictions(x_MD, word_embeddings_VD)[:count]
        return Outputs(mlm_MV, self.cls.seq_relationship(pooled_BD))


AnyBert = TypeVar("AnyBert", bound=HeadedBert)


def build(kind: Callable[[BertConfig], AnyBert], config: BertConfig) -> AnyBert:
    """A model whose weights are still to be set; PyTorch's global random state stays untouched."""
    # Not on the meta device: its first use imports for a second.
    with torch.random.fork_rng(devices=[]):
        return kind(config)


def build_model(config: BertConfig) -> BertForPreTraining:
    """As `build`, with the heads of pre-training."""
    return build(BertForPreTraining, config)


def new_model(config: BertConfig, seed: int) -> BertForPreTraining:
    """A model with random weights; the same seed gives the same weights."""
    model = build_model(config)
    model.init_weights(torch.Generator().manual_seed(seed))
    return model


@contextmanager
def evaluating(model: nn.Module) -> Iterator[None]:
    """Without dropout and without gradients; then the model is in the mode it was in."""
    was_training = model.training
    model.eval()
    try:
        with torch.no_grad():
            yield
    finally:
        model.train(was_training)
