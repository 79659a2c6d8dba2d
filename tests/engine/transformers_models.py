"""transformers' BERT, the independent source that ours is compared with."""

import copy
from typing import Any

import torch
import transformers
from torch.optim.lr_scheduler import LinearLR, SequentialLR
from transformers import BertConfig as TheirConfig
from transformers import BertForPreTraining as TheirModel

from bertscope.engine.config import BertConfig
from bertscope.engine.model import BertForPreTraining, HeadedBert
from bertscope.recipe import Recipe


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


def their_task_model(ours: HeadedBert, attention: str = "eager") -> transformers.PreTrainedModel:
    """Their class for the same fine-tuned head, with the weights of `ours`; in ours' mode."""
    config = ours.config
    kind = getattr(transformers, config.architecture)
    theirs = kind._from_config(their_config(config), attn_implementation=attention)
    theirs.load_state_dict(copy.deepcopy(ours.state_dict()))
    model: transformers.PreTrainedModel = theirs.train(ours.training)
    return model


def their_optimizer(
    model: transformers.PreTrainedModel, recipe: Recipe
) -> tuple[torch.optim.Optimizer, SequentialLR]:
    """PyTorch's own AdamW in their groups, with a linear warm-up and decay as a recipe's."""
    plain = [p for name, p in model.named_parameters() if "bias" in name or "LayerNorm" in name]
    decayed = [p for p in model.parameters() if all(p is not other for other in plain)]
    optimizer = torch.optim.AdamW(
        [{"params": decayed}, {"params": plain, "weight_decay": 0.0}],
        lr=recipe.learning_rate,
        betas=(0.9, 0.999),
        eps=1e-6,
        weight_decay=recipe.weight_decay,
    )
    warm_up = recipe.warmup_steps
    rise = LinearLR(optimizer, 1 / warm_up, 1.0, warm_up - 1)
    fall = LinearLR(optimizer, 1.0, 0.0, recipe.steps - warm_up)
    return optimizer, SequentialLR(optimizer, [rise, fall], [warm_up])


def their_outputs(
    theirs: transformers.PreTrainedModel,
    ids: torch.Tensor,
    segments: torch.Tensor,
    lengths: torch.Tensor | None,
    **kwargs: Any,
) -> Any:
    mask = torch.ones_like(ids)
    if lengths is not None:
        mask = (torch.arange(ids.shape[1], device=ids.device) < lengths[:, None]).long()
    return theirs(input_ids=ids, token_type_ids=segments, attention_mask=mask, **kwargs)
