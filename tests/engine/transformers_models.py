"""transformers' BERT, the independent source that ours is compared with."""

import copy
from typing import Any

import torch
from transformers import BertConfig as TheirConfig
from transformers import BertForPreTraining as TheirModel

from bertscope.engine.config import BertConfig
from bertscope.engine.model import BertForPreTraining


def their_config(config: BertConfig) -> TheirConfig:
    return TheirConfig(**{k: v for k, v in config.to_dict().items() if k != "architectures"})


def their_model(config: BertConfig, ours: BertForPreTraining | None = None) -> TheirModel:
    """theirs with the weights of `ours`, or with its own; in ours' mode."""
    theirs = TheirModel._from_config(their_config(config), attn_implementation="eager")
    if ours is None:
        return theirs.eval()
    found = theirs.load_state_dict(copy.deepcopy(ours.state_dict()), strict=False)
    assert not found.unexpected_keys
    assert set(found.missing_keys) <= {
        "cls.predictions.decoder.weight",
        "cls.predictions.decoder.bias",
    }
    return theirs.train(ours.training)


def their_outputs(
    theirs: TheirModel,
    ids: torch.Tensor,
    segments: torch.Tensor,
    lengths: torch.Tensor | None,
    **kwargs: Any,
) -> Any:
    mask = torch.ones_like(ids)
    if lengths is not None:
        mask = (torch.arange(ids.shape[1]) < lengths[:, None]).long()
    return theirs(input_ids=ids, token_type_ids=segments, attention_mask=mask, **kwargs)
