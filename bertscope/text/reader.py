"""What it takes to turn words into one model's input: its tokenizer and its number of positions."""

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bertscope.errors import TextError
from bertscope.text.pair import Pair, encode_pair
from bertscope.text.tokenizer import WordPieceTokenizer


@dataclass(frozen=True)
class Reader:
    """Reads pairs as the model does that it belongs to.

    Attributes
    ----------
    tokenizer
        Of the model.
    max_length
        The model's positions: the longest pair in tokens.
    """

    tokenizer: WordPieceTokenizer
    max_length: int

    def read(self, a: str, b: str) -> Pair:
        return encode_pair(self.tokenizer, a, b, self.max_length)

    @cached_property
    def fingerprint(self) -> int:
        """Equal for readers that cut alike."""
        t = self.tokenizer
        return hash((t.vocabulary, t.lowercase, t.strip_accents, t.handle_chinese_chars))

    def is_like(self, other: "Reader") -> bool:
        """Whether both make the same of every pair."""
        return self.fingerprint == other.fingerprint and self.max_length == other.max_length

    @classmethod
    def load(cls, folder: Path) -> "Reader":
        """Read it from a model folder.

        Raises
        ------
        TextError
            If the folder has no BERT vocabulary or its config.json can't be read.
        """
        try:
            config = json.loads((folder / "config.json").read_text("utf-8"))
            max_length = int(config.get("max_position_embeddings", 512))
        except (OSError, ValueError, AttributeError, TypeError) as error:
            raise TextError(
                f"{folder} has no readable config.json: choose the folder of a BERT model."
            ) from error
        return cls(WordPieceTokenizer.load(folder), max_length)
