"""Model folders in Hugging Face's layout: strict reading, complete writing.

transformers opens a folder that lacks a layer, or that holds another architecture under BERT's
name, with random weights in the gaps. Here every key is accounted for or the folder is refused;
only whole heads of pre-training may be missing, and are then named.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import safetensors.torch
import torch
from torch import Tensor

from bertscope.engine import disk
from bertscope.engine.config import BertConfig
from bertscope.engine.model import BertForPreTraining, HeadedBert
from bertscope.engine.task_models import POOLER, build_headed
from bertscope.engine.weight_files import (
    BIAS,
    DECODER,
    WEIGHTS,
    read_json,
    read_weights,
    rename,
    some_of,
)
from bertscope.errors import ModelError
from bertscope.task import Kind
from bertscope.text.tokenizer import WordPieceTokenizer

CONFIG = "config.json"
TOKENIZER_FILES = ("vocab.txt", "tokenizer.json", "tokenizer_config.json")
HEADS = {
    "bert.pooler.": POOLER,
    "cls.predictions.": "masked-LM head",
    "cls.seq_relationship.": "next-sentence head",
}
"""Key prefixes of what a folder may lack, and what it is called."""
NEW_HEAD_SEED = 0

_CLASSIFIER = "classifier.weight"
_ANSWERS = {
    Kind.CLASSIFICATION: "tells classes apart",
    Kind.REGRESSION: "answers with a number",
    Kind.QA: "answers questions",
}


@dataclass(frozen=True, eq=False)
class LoadedModel:
    """A model folder that was read.

    Attributes
    ----------
    new_heads
        Names of the heads that the folder lacks; they have random weights.
    """

    model: HeadedBert
    config: BertConfig
    tokenizer: WordPieceTokenizer
    new_heads: tuple[str, ...] = ()

    @property
    def kind(self) -> Kind | None:
        """What it was fine-tuned for; None of one with the heads of pre-training."""
        return self.config.kind

    @property
    def labels(self) -> tuple[str, ...]:
        """The classes that it tells apart; empty but for classification."""
        return self.config.classes

    def for_pretraining(self) -> BertForPreTraining:
        """The model, with the heads of pre-training.

        Raises
        ------
        ModelError
            If it was fine-tuned.
        """
        if self.kind is None:
            return cast(BertForPreTraining, self.model)
        raise ModelError(
            f"This model was fine-tuned and {_ANSWERS[self.kind]}: it has no heads any more that "
            "predict masked words and next sentences, so choose one that was only pre-trained."
        )


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
    return load_with(folder, read_weights(folder))


def load_with(folder: Path, weights: dict[str, Tensor]) -> LoadedModel:
    """The config and vocabulary of a folder with weights from elsewhere.

    Raises
    ------
    ModelError, TextError
        As `load_model`, if they don't belong together.
    """
    config = _read_config(folder)
    if not config.tie_word_embeddings and BIAS in weights and DECODER not in weights:
        raise ModelError(
            f"{CONFIG} in {folder} says tie_word_embeddings false, and the weights lack the "
            f"{DECODER} that it means: copy them again."
        )
    state = rename(weights, folder)
    if config.kind is Kind.QA:
        # Older classes of transformers had a pooler, which nothing read.
        state = {key: value for key, value in state.items() if not key.startswith("bert.pooler.")}
    tokenizer = WordPieceTokenizer.load(folder)
    if len(tokenizer) > config.vocab_size:
        raise ModelError(
            f"The vocabulary in {folder} has {len(tokenizer)} pieces, and the model only "
            f"{config.vocab_size} word embeddings: vocab.txt belongs to another model."
        )
    _check_rows(state, config, folder)
    model = build_headed(config)
    missing = _check_keys(state, model, folder)
    model.load_state_dict(state, strict=False)
    model.init_weights(torch.Generator().manual_seed(NEW_HEAD_SEED), missing)
    new_heads = tuple(
        name for prefix, name in HEADS.items() if any(key.startswith(prefix) for key in missing)
    )
    return LoadedModel(model.eval(), config, tokenizer, new_heads)


def save_model(
    folder: Path,
    model: HeadedBert,
    config: BertConfig,
    tokenizer: WordPieceTokenizer,
    dtype: torch.dtype = torch.float32,
) -> None:
    """Write a folder that transformers opens as the model's class; files lie on the disk.

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
    model: HeadedBert,
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
    return BertConfig.from_dict(read_json(folder / CONFIG))


def _check_rows(state: dict[str, Tensor], config: BertConfig, folder: Path) -> None:
    """Whether each row of a classifier has its name."""
    rows = len(state[_CLASSIFIER]) if config.labels and _CLASSIFIER in state else None
    if rows not in (None, len(config.labels)):
        raise ModelError(
            f"{CONFIG} in {folder} names {len(config.labels)} labels, and the classifier has "
            f"{rows} rows: write a name for each row into its id2label."
        )


def _check_keys(state: dict[str, Tensor], model: HeadedBert, folder: Path) -> set[str]:
    """The keys that the folder lacks, all of them of heads that are missing as a whole.

    Raises
    ------
    ModelError
        If another key is missing, unknown or of another shape.
    """
    expected = dict(model.named_parameters())
    if unknown := state.keys() - expected.keys():
        raise ModelError(_foreign(unknown, model.config, folder))
    missing = expected.keys() - state.keys()
    heads = HEADS if model.config.kind is None else {}
    absent = [prefix for prefix in heads if not any(key.startswith(prefix) for key in state)]
    if lacking := {key for key in missing if not key.startswith(tuple(absent))}:
        raise ModelError(
            f"The weights in {folder} lack {some_of(lacking)}: the model is not whole, or "
            f"{CONFIG} belongs to another."
        )
    for key, value in state.items():
        if value.shape != expected[key].shape:
            raise ModelError(
                f"{key} in {folder} is {_size(value)}, and {CONFIG} asks for "
                f"{_size(expected[key])}: one of the two files belongs to another model."
            )
    return missing


def _foreign(unknown: Iterable[str], config: BertConfig, folder: Path) -> str:
    if config.kind is not None:
        return (
            f"The weights in {folder} hold {some_of(unknown)}, which {config.architecture} doesn't "
            f"have: {CONFIG} belongs to another model."
        )
    return (
        f"The weights in {folder} hold {some_of(unknown)}, which BERT with its pre-training heads "
        f"doesn't have: choose a BERT that was only pre-trained, or one whose {CONFIG} names its "
        "class under architectures."
    )


def _size(tensor: Tensor) -> str:
    return " × ".join(map(str, tensor.shape))
