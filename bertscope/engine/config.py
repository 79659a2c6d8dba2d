"""BERT's shape, under Hugging Face's key names."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from bertscope.engine.architectures import (
    ARCHITECTURES,
    LABEL_KEYS,
    ONE_NUMBER,
    check_labels,
    first_architecture,
    labels_to_dict,
    task_of,
)
from bertscope.errors import ModelError
from bertscope.recipe import PRESETS
from bertscope.task import Kind

HEAD_WIDTH = 64
ACTIVATIONS = ("gelu", "gelu_new", "gelu_pytorch_tanh", "gelu_fast", "relu", "silu", "swish")

_WHY_NOT = {
    "megatron-bert": "it has BERT's names but normalizes before each sublayer",
    "roberta": "it counts positions from 2 and knows no segments",
}
_MUST_BE_UNSET = {
    "is_decoder": "it is a decoder, which reads from left to right",
    "add_cross_attention": "it attends to a second model",
    "auto_map": "it brings its own code, which bertscope doesn't run",
    "quantization_config": "its weights are quantized",
    "pruned_heads": "some of its attention heads are cut out",
}
_WRITTEN_ANEW = ("architectures", "model_type", "dtype", "torch_dtype")


class BertConfig(msgspec.Struct, frozen=True, kw_only=True):
    """What a Hugging Face ``config.json`` says of a BERT; the defaults are Hugging Face's.

    Attributes
    ----------
    kind
        What its head answers; None with the heads of pre-training, or without one.
    labels
        The names of what the classifier tells, in the order of its rows: of the classes, or in
        regression of the one number. Empty without a classifier.
    extra
        All other keys of a file that was read, kept as they are for writing.
    """

    vocab_size: int = 30522
    hidden_size: int = 768
    num_hidden_layers: int = 12
    num_attention_heads: int = 12
    intermediate_size: int = 3072
    hidden_act: str = "gelu"
    hidden_dropout_prob: float = 0.1
    attention_probs_dropout_prob: float = 0.1
    max_position_embeddings: int = 512
    type_vocab_size: int = 2
    initializer_range: float = 0.02
    layer_norm_eps: float = 1e-12
    pad_token_id: int | None = 0
    classifier_dropout: float | None = None
    tie_word_embeddings: bool = True
    kind: Kind | None = None
    labels: tuple[str, ...] = ()
    extra: dict[str, Any] = {}

    @classmethod
    def from_preset(
        cls, name: str, *, vocab_size: int, max_position_embeddings: int, dropout: float = 0.1
    ) -> "BertConfig":
        """A published size: 64 wide heads, and an inner width of four times the width.

        Raises
        ------
        ModelError
            If there is no such preset, or a number can't be.
        """
        if name not in PRESETS:
            raise ModelError(f"There is no size {name}: choose {', '.join(PRESETS)}.")
        layers, width = PRESETS[name]
        return cls(
            vocab_size=vocab_size,
            hidden_size=width,
            num_hidden_layers=layers,
            num_attention_heads=width // HEAD_WIDTH,
            intermediate_size=4 * width,
            hidden_dropout_prob=dropout,
            attention_probs_dropout_prob=dropout,
            max_position_embeddings=max_position_embeddings,
        ).check()

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> "BertConfig":
        """Read the content of a ``config.json``.

        Raises
        ------
        ModelError
            If it describes another architecture than BERT's encoder, or a value can't be.
        """
        _refuse_other_models(values)
        kind, labels = task_of(values)
        names = set(cls.__struct_fields__) - {"kind", "labels", "extra"}
        known = {key: value for key, value in values.items() if key in names}
        rest = {key: value for key, value in values.items() if key not in names}
        try:
            config = msgspec.convert({**known, "kind": kind, "labels": labels, "extra": rest}, cls)
        except msgspec.ValidationError as error:
            raise ModelError(f"config.json can't be used: {error}.") from error
        return config.check()

    def to_dict(self, dtype: str = "float32") -> dict[str, Any]:
        """The content of a ``config.json`` that transformers reads as the class of `kind`."""
        values = msgspec.to_builtins(self)
        for name in ("kind", "labels", "extra"):
            del values[name]
        anew = _WRITTEN_ANEW if self.kind is None else (*_WRITTEN_ANEW, *LABEL_KEYS)
        kept = {key: value for key, value in self.extra.items() if key not in anew}
        head = {"architectures": [self.architecture], "model_type": "bert", "dtype": dtype}
        # The decoder of what is written is always the word embeddings.
        tied = {"tie_word_embeddings": True}
        return {**head, **values, **kept, **labels_to_dict(self.kind, self.labels), **tied}

    @property
    def architecture(self) -> str:
        """The class of transformers that it describes."""
        return ARCHITECTURES[self.kind]

    @property
    def classes(self) -> tuple[str, ...]:
        """What is told apart; empty but for classification."""
        return self.labels if self.kind is Kind.CLASSIFICATION else ()

    @property
    def head_dropout(self) -> float:
        """Of what a classifier reads."""
        own = self.classifier_dropout
        return self.hidden_dropout_prob if own is None else own

    def for_task(self, kind: Kind, labels: Sequence[str]) -> "BertConfig":
        """The same with another head; `labels` are the classes, for classification alone.

        Raises
        ------
        ModelError
            If they make no classes.
        """
        others: dict[Kind, tuple[str, ...]] = {Kind.REGRESSION: ONE_NUMBER, Kind.QA: ()}
        names = others.get(kind, tuple(labels))
        return msgspec.structs.replace(self, kind=kind, labels=names).check()

    def check(self) -> "BertConfig":
        """Itself.

        Raises
        ------
        ModelError
            If the numbers make no model.
        """
        for name in (
            "vocab_size",
            "hidden_size",
            "num_hidden_layers",
            "num_attention_heads",
            "intermediate_size",
            "max_position_embeddings",
            "type_vocab_size",
        ):
            if getattr(self, name) < 1:
                raise ModelError(f"{name} is {getattr(self, name)}, and must be 1 or more.")
        if self.hidden_size % self.num_attention_heads:
            raise ModelError(
                f"A width of {self.hidden_size} can't be shared out over "
                f"{self.num_attention_heads} attention heads: choose a multiple."
            )
        for name in ("hidden_dropout_prob", "attention_probs_dropout_prob", "classifier_dropout"):
            if not 0.0 <= (getattr(self, name) or 0.0) < 1.0:
                raise ModelError(f"{name} is a share: set it between 0 and 1.")
        if self.hidden_act not in ACTIVATIONS:
            raise ModelError(
                f"bertscope doesn't know the activation {self.hidden_act}: "
                f"it knows {', '.join(ACTIVATIONS)}."
            )
        if self.pad_token_id is not None and not 0 <= self.pad_token_id < self.vocab_size:
            raise ModelError(f"pad_token_id {self.pad_token_id} is not in the vocabulary.")
        check_labels(self.kind, self.labels)
        return self


def _refuse_other_models(values: Mapping[str, Any]) -> None:
    # Old folders have no model_type; the class names then tell.
    first = first_architecture(values) or "Bert"
    model_type = values.get("model_type", "bert" if first.startswith("Bert") else first)
    if model_type != "bert":
        if why := _WHY_NOT.get(model_type):
            raise ModelError(
                f"This is a {model_type} model, not BERT ({why}): choose a BERT folder."
            )
        raise ModelError(f"This is a {model_type} model, not BERT: choose a BERT folder.")
    for key, why in _MUST_BE_UNSET.items():
        if values.get(key):
            raise ModelError(f"This BERT can't be opened, for {why} ({key} in config.json).")
    positions = values.get("position_embedding_type", "absolute")
    if positions != "absolute":
        raise ModelError(
            f"This BERT can't be opened, for its positions are {positions}: "
            "only absolute position embeddings are supported."
        )
