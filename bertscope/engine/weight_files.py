"""The files of weights in a model folder, and today's names for what is in them."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import safetensors.torch
import torch
from torch import Tensor

from bertscope.errors import ModelError

WEIGHTS = "model.safetensors"
_OTHER_WEIGHTS = ("pytorch_model.bin", "pytorch_model.bin.index.json")
_WORDS = "bert.embeddings.word_embeddings.weight"
BIAS = "cls.predictions.bias"
DECODER = "cls.predictions.decoder.weight"
_TIED = {DECODER: _WORDS, "cls.predictions.decoder.bias": BIAS}
_BUFFERS = ("bert.embeddings.position_ids", "bert.embeddings.token_type_ids")
_FLOATS = (torch.float32, torch.float16, torch.bfloat16, torch.float64)
_KEYS_NAMED = 3


def read_json(path: Path) -> dict[str, Any]:
    """The content of a file that holds one object.

    Raises
    ------
    ModelError
        If it can't be read.
    """
    try:
        content = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise ModelError(f"{path} can't be read: copy the folder again.") from error
    if not isinstance(content, dict):
        raise ModelError(f"{path} can't be read: copy the folder again.")
    return content


def read_weights(folder: Path) -> dict[str, Tensor]:
    """All weights of a folder, under the names that they have there.

    Raises
    ------
    ModelError
        If there are none, or a file is damaged or holds more than weights.
    """
    for name in (WEIGHTS, WEIGHTS + ".index.json", *_OTHER_WEIGHTS):
        path = folder / name
        if path.is_file():
            return _read_shards(path) if path.suffix == ".json" else _read_file(path)
    raise ModelError(f"There are no weights in {folder}: it needs {WEIGHTS}.")


def _read_shards(index: Path) -> dict[str, Tensor]:
    places = read_json(index).get("weight_map")
    if not isinstance(places, dict):
        raise ModelError(f"{index} lists no weights: copy the folder again.")
    state: dict[str, Tensor] = {}
    for name in sorted({str(place) for place in places.values()}):
        # A name with a folder in it could point outside this one.
        if Path(name).name != name or not (index.parent / name).is_file():
            raise ModelError(f"{index.parent} lacks the weights file {name}: copy it again.")
        state.update(_read_file(index.parent / name))
    if lacking := places.keys() - state.keys():
        raise ModelError(f"The weights in {index.parent} lack {some_of(lacking)}: copy them again.")
    return state


def _read_file(path: Path) -> dict[str, Tensor]:
    try:
        if path.suffix == ".bin":
            # weights_only: a pickle could otherwise run code of whoever made it.
            state = torch.load(path, map_location="cpu", weights_only=True)
        else:
            state = safetensors.torch.load_file(path)
    except Exception as error:  # what a damaged or foreign pickle raises has no common class
        raise ModelError(
            f"{path} is damaged or holds more than weights: copy it again from where you had it."
        ) from error
    if not isinstance(state, dict) or not all(isinstance(v, Tensor) for v in state.values()):
        raise ModelError(f"{path} holds something else than a model's weights.")
    return state


def rename(state: dict[str, Tensor], folder: Path) -> dict[str, Tensor]:
    """Today's names for all keys, without buffers and without what is tied.

    Raises
    ------
    ModelError
        If a weight is there twice, is quantized, or differs from what it is tied to.
    """
    renamed: dict[str, Tensor] = {}
    for key, value in state.items():
        name = _todays_name(key)
        if name in renamed:
            raise ModelError(f"The weights in {folder} hold {name} twice: copy them again.")
        renamed[name] = value
    for name in _BUFFERS:
        renamed.pop(name, None)
    for name, value in renamed.items():
        if value.dtype not in _FLOATS:
            raise ModelError(f"{name} in {folder} is quantized: use the model's full weights.")
    for tied, source in _TIED.items():
        decoder = renamed.pop(tied, None)
        if decoder is not None and not torch.equal(decoder, renamed.setdefault(source, decoder)):
            raise ModelError(
                f"{tied} in {folder} differs from {source}: BERT's masked-LM head uses the word "
                "embeddings themselves, so this model can't be opened."
            )
    return renamed


def _todays_name(key: str) -> str:
    key = key.replace("LayerNorm.gamma", "LayerNorm.weight")
    key = key.replace("LayerNorm.beta", "LayerNorm.bias")
    return f"bert.{key}" if key.startswith(("embeddings.", "encoder.", "pooler.")) else key


def some_of(keys: Iterable[str]) -> str:
    """The first of some keys, and how many more there are."""
    keys = sorted(keys)
    named, more = ", ".join(keys[:_KEYS_NAMED]), len(keys) - _KEYS_NAMED
    return f"{named} and {more} more" if more > 0 else named
