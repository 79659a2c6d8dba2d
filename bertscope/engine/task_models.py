"""BERT with a head that is fine-tuned (Devlin et al. 2018, section 4), under transformers' names.

Axes: B batch, L length, T tokens in a flat row, D model width, K classes.
"""

import copy
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn

from bertscope.engine.config import BertConfig
from bertscope.engine.encoder import Dropout, Trace
from bertscope.engine.layout import Layout
from bertscope.engine.model import BertForPreTraining, HeadedBert, build
from bertscope.task import Kind, Start

if TYPE_CHECKING:
    from bertscope.engine.folder import LoadedModel

POOLER = "pooler"
_BODY = "bert."
_POOLER = "bert.pooler."


class BertForSequenceClassification(HeadedBert):
    """Tells one of K classes from C, or a number with K = 1."""

    def __init__(self, config: BertConfig) -> None:
        super().__init__(config)
        self.dropout = Dropout(config.head_dropout)
        self.classifier = nn.Linear(config.hidden_size, len(config.labels))

    def forward(
        self,
        ids_BL: Tensor,
        segments_BL: Tensor,
        lengths_B: Tensor | None,
        trace: Trace | None = None,
    ) -> Tensor:
        """The logits of the classes, (B, K); of regression the number itself.

        Parameters
        ----------
        ids_BL, segments_BL
            Token ids and segments.
        lengths_B
            Real tokens of each row, on the host; None where nothing is padded.
        trace
            Is filled with what passes by.
        """
        layout = Layout.of(ids_BL, lengths_B)
        first_BD = self.bert(ids_BL, segments_BL, layout, trace, layout.start_B)
        logits_BK: Tensor = self.classifier(self.dropout(self.bert.pool(first_BD, trace)))
        return logits_BK


class BertForQuestionAnswering(HeadedBert):
    """Tells where in the passage an answer starts and ends, by a vector each; it has no pooler."""

    def __init__(self, config: BertConfig) -> None:
        super().__init__(config, pooler=False)
        self.qa_outputs = nn.Linear(config.hidden_size, 2)

    def forward(
        self,
        ids_BL: Tensor,
        segments_BL: Tensor,
        lengths_B: Tensor | None,
        trace: Trace | None = None,
    ) -> Tensor:
        """The logits of start and end at each token, (B, L, 2); the type's lowest at padding.

        The parameters are those of `BertForSequenceClassification.forward`.
        """
        layout = Layout.of(ids_BL, lengths_B)
        x_TD = self.bert(ids_BL, segments_BL, layout, trace)
        logits_BL2 = layout.in_rows(self.qa_outputs(x_TD))
        if layout.padded_BL is None:
            return logits_BL2
        lowest = torch.finfo(logits_BL2.dtype).min
        return logits_BL2.masked_fill(layout.padded_BL[:, :, None], lowest)


def build_headed(config: BertConfig) -> HeadedBert:
    """A model of the config's kind whose weights are still to be set; see `build`."""
    match config.kind:
        case None:
            return build(BertForPreTraining, config)
        case Kind.QA:
            return build(BertForQuestionAnswering, config)
        case _:
            return build(BertForSequenceClassification, config)


def begin_task_model(
    loaded: "LoadedModel", kind: Kind, labels: Sequence[str], *, start: Start, seed: int
) -> "LoadedModel":
    """The model that a fine-tuning starts from; it shares no weights with `loaded`.

    A model that answers this very kind with these very labels keeps its head, unless all weights
    are to be random. Else the head is drawn as BERT draws weights, and is the same for each start.

    Parameters
    ----------
    labels
        The classes in their order, for classification alone.
    seed
        Gives what is random.

    Raises
    ------
    ModelError
        If the labels make no classes.

    Returns
    -------
    LoadedModel
        `new_heads` names the pooler where the encoder had none.
    """
    config = loaded.config.for_task(kind, labels)
    pretrained = start is Start.PRETRAINED
    if pretrained and loaded.kind is kind and loaded.labels == config.classes:
        return replace(loaded, model=copy.deepcopy(loaded.model).requires_grad_(True).eval())
    model = build_headed(config)
    kept = _encoder_of(loaded, model) if pretrained else {}
    body = {name for name, _ in model.named_parameters() if name.startswith(_BODY)}
    head = {name for name, _ in model.named_parameters()} - body
    generator = torch.Generator().manual_seed(seed)
    model.init_weights(generator, head)
    model.init_weights(generator, body - kept.keys())
    model.load_state_dict(kept, strict=False)
    new_heads = (POOLER,) if pretrained and body - kept.keys() else ()
    return replace(loaded, model=model.eval(), config=config, new_heads=new_heads)


def _encoder_of(loaded: "LoadedModel", model: HeadedBert) -> dict[str, Tensor]:
    """The weights that `model` has below its head; a pooler that is random is none of them."""
    left_out = (_POOLER,) if POOLER in loaded.new_heads else ()
    own = loaded.model.state_dict()
    return {
        name: own[name]
        for name in model.state_dict()
        if name.startswith(_BODY) and name in own and not name.startswith(left_out)
    }
