"""Model folders in Hugging Face's layout: strict reading, complete writing.

transformers opens a folder that lacks a layer, or that holds another architecture under BERT's
name, with random weights in the gaps. Here every key is accounted for or the folder is refused;
only whole heads may be missing, and are then named.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import safetensors.torch
import torch
from torch import Tensor

from bertscope.engine import disk
from bertscope.engine.config import BertConfig
from bertscope.engine.model import BertForPreTraining, build_model
from bertscope.errors import ModelError
from bertscope.text.tokenizer import WordPieceTokenizer

CONFIG = "config.json"
WEIGHTS = "model.safetensors"
TOKENIZER_FILES = ("vocab.txt", "tokenizer.json", "tokenizer_config.json")
_OTHER_WEIGHTS = ("pytorch_model.bin", "pytorch_model.bin.index.json")
HEADS = {
    "bert.pooler.": "pooler",
    "cls.predictions.": "masked-LM head",
    "cls.seq_relationship.": "next-sentence head",
}
"""Key prefixes of what a folder may lack, and what it is called."""
NEW_HEAD_SEED = 0

_WORDS = "bert.embeddings.word_embeddings.weight"
_BIAS = "cls.predictions.bias"
_DECODER = "cls.predictions.decoder.weight"
_TIED = {_DECODER: _WORDS, "cls.predictions.decoder.bias": _BIAS}
_BUFFERS = ("bert.embeddings.position_ids", "bert.embeddings.token_type_ids")
_FLOATS = (torch.float32, torch.float16, torch.bfloat16, torch.float64)
_KEYS_NAMED = 3


@dataclass(frozen=True, eq=False)
class LoadedModel:
    """A model folder that was read.

    Attributes
    ----------
    new_heads
        Names of the heads that the folder lacks; they have random weights.
    """

    model: BertForPreTraining
    config: BertConfig
    tokenizer: WordPieceTokenizer
    new_heads: tuple[str, ...] = ()


def load_model(folder: Path) -> LoadedModel:
    """Read a BERT with its tokenizer; weights of lower precision become float32.

    Raises
    ------
    ModelError
        If the folder is no whole BERT.
    TextError
        If its vocabulary can't be used.
    """
    _read_config(folder)
    return load_with(folder, _read_weights(folder))


def load_with(folder: Path, weights: dict[str, Tensor]) -> LoadedModel:
    """The config and vocabulary of a folder with weights from elsewhere.

    Raises
    ------
    ModelError, TextError
        As `load_model`, if they don't belong together.
    """
    config = _read_config(folder)
    if not config.tie_word_embeddings and _BIAS in weights and _DECODER not in weights:
        raise ModelError(
            f"{CONFIG} in {folder} says tie_word_embeddings false, and the weights lack the "
            f"{_DECODER} that it means: copy them again."
        )
    state = _rename(weights, folder)
    tokenizer = WordPieceTokenizer.load(folder)
    if len(tokenizer) > config.vocab_size:
        raise ModelError(
            f"The vocabulary in {folder} has {len(tokenizer)} pieces, and the model only "
            f"{config.vocab_size} word embeddings: vocab.txt belongs to another model."
        )
    model = build_model(config)
    missing = _check_keys(state, model, folder)
    model.load_state_dict(state, strict=False)
    model.init_weights(torch.Generator().manual_seed(NEW_HEAD_SEED), missing)
    new_heads = tuple(
        name for prefix, name in HEADS.items() if any(key.startswith(prefix) for key in missing)
    )
    return LoadedModel(model.eval(), config, tokenizer, new_heads)


def save_model(
    folder: Path,
    model: BertForPreTraining,
    config: BertConfig,
    tokenizer: WordPieceTokenizer,
    dtype: torch.dtype = torch.float32,
) -> None:
    """Write a folder that transformers opens as BertForPreTraining; files lie on the disk.

    Raises
    ------
    ModelError
        If it can't be written.
    """
    try:
        write_model(folder, model, config, tokenizer, dtype)
    except OSError as error:
        raise ModelError(disk.cannot_write(folder, error)) from error


def write_model(
    folder: Path,
    model: BertForPreTraining,
    config: BertConfig,
    tokenizer: WordPieceTokenizer,
    dtype: torch.dtype = torch.float32,
) -> None:
    """As `save_model`, for callers that have their own sentence for an OSError."""
    state = {
        key: value.detach().to("cpu", dtype).contiguous()
        for key, value in model.state_dict().items()
    }
    folder.mkdir(parents=True, exist_ok=True)
    disk.require_room(folder, sum(value.nbytes for value in state.values()))
    write_words(folder, config, tokenizer, dtype)
    disk.write_file(folder / WEIGHTS, safetensors.torch.save(state, {"format": "pt"}))


def write_words(
    folder: Path,
    config: BertConfig,
    tokenizer: WordPieceTokenizer,
    dtype: torch.dtype = torch.float32,
) -> None:
    """Write what a model folder holds besides its weights; files lie on the disk."""
    content = config.to_dict(str(dtype).removeprefix("torch."))
    _write_tokenizer(folder, tokenizer, config.max_position_embeddings)
    disk.write_file(folder / CONFIG, (json.dumps(content, indent=2) + "\n").encode())


def _write_tokenizer(folder: Path, tokenizer: WordPieceTokenizer, length: int) -> None:
    try:
        tokenizer.save(folder, model_max_length=length)
    except OSError:
        raise
    except Exception as error:  # tokenizers has no class of its own for a failed write
        raise OSError(str(error)) from error
    for name in TOKENIZER_FILES:
        disk.sync_file(folder / name)


def _read_config(folder: Path) -> BertConfig:
    try:
        if not folder.exists():
            raise ModelError(f"There is no {folder}: choose a folder with a BERT in it.")
        if not folder.is_dir():
            raise ModelError(f"{folder} is a file: choose the folder that it lies in.")
        if not (folder / CONFIG).is_file():
            raise ModelError(
                f"There is no {CONFIG} in {folder}: choose a Hugging Face BERT folder."
            )
    except OSError as error:
        raise ModelError(f"{folder} can't be read ({error.strerror}).") from error
    return BertConfig.from_dict(_read_json(folder / CONFIG))


def _read_json(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"{path} can't be read: copy the folder again.") from error
    if not isinstance(content, dict):
        raise ModelError(f"{path} can't be read: copy the folder again.")
    return content


def _read_weights(folder: Path) -> dict[str, Tensor]:
    for name in (WEIGHTS, WEIGHTS + ".index.json", *_OTHER_WEIGHTS):
        path = folder / name
        if path.is_file():
            return _read_shards(path) if path.suffix == ".json" else _read_file(path)
    raise ModelError(f"There are no weights in {folder}: it needs {WEIGHTS}.")


def _read_shards(index: Path) -> dict[str, Tensor]:
    places = _read_json(index).get("weight_map")
    if not isinstance(places, dict):
        raise ModelError(f"{index} lists no weights: copy the folder again.")
    state: dict[str, Tensor] = {}
    for name in sorted({str(place) for place in places.values()}):
        # A name with a folder in it could point outside this one.
        if Path(name).name != name or not (index.parent / name).is_file():
            raise ModelError(f"{index.parent} lacks the weights file {name}: copy it again.")
        state.update(_read_file(index.parent / name))
    if lacking := places.keys() - state.keys():
        raise ModelError(f"The weights in {index.parent} lack {_some(lacking)}: copy them again.")
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


def _rename(state: dict[str, Tensor], folder: Path) -> dict[str, Tensor]:
    """Today's names for all keys, without buffers and without what is tied."""
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


def _check_keys(state: dict[str, Tensor], model: BertForPreTraining, folder: Path) -> set[str]:
    """The keys that the folder lacks, all of them of heads that are missing as a whole.

    Raises
    ------
    ModelError
        If another key is missing, unknown or of another shape.
    """
    expected = dict(model.named_parameters())
    if unknown := state.keys() - expected.keys():
        raise ModelError(
            f"The weights in {folder} hold {_some(unknown)}, which BERT with its pre-training "
            "heads doesn't have: choose a BERT that was only pre-trained."
        )
    missing = expected.keys() - state.keys()
    absent = [prefix for prefix in HEADS if not any(key.startswith(prefix) for key in state)]
    if lacking := {key for key in missing if not key.startswith(tuple(absent))}:
        raise ModelError(
            f"The weights in {folder} lack {_some(lacking)}: the model is not whole, or "
            f"{CONFIG} belongs to another."
        )
    for key, value in state.items():
        if value.shape != expected[key].shape:
            raise ModelError(
                f"{key} in {folder} is {_size(value)}, and {CONFIG} asks for "
                f"{_size(expected[key])}: one of the two files belongs to another model."
            )
    return missing


def _some(keys: Iterable[str]) -> str:
    named = sorted(keys)
    more = len(named) - _KEYS_NAMED
    return ", ".join(named[:_KEYS_NAMED]) + (f" and {more} more" if more > 0 else "")


def _size(tensor: Tensor) -> str:
    return " × ".join(map(str, tensor.shape))
