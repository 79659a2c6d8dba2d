"""Writes a model of BERT-base's shape with random weights: run as ``python -m``, with a folder.

How long a look takes doesn't depend on what the weights are. The pieces of its vocabulary are
letters, the words that are given behind the folder, and made-up words.
"""

import sys
from collections.abc import Iterator
from itertools import islice, product
from pathlib import Path
from string import ascii_lowercase

from bertscope.text.tokenizer import SPECIAL_TOKENS, WordPieceTokenizer

SYLLABLES = ["".join(pair) for pair in product("bdfgklmnprstvz", "aeiou")]
SEED = 0


def command(folder: Path, words: list[str]) -> list[str]:
    """Program and arguments that write it: torch is not for the window's process."""
    return [sys.executable, "-m", "tests.benchmarks.random_base", str(folder), *words]


def pieces(words: list[str]) -> Iterator[str]:
    """The special tokens, letters, the words, then made-up words, each once."""
    letters = [*ascii_lowercase, *(f"##{letter}" for letter in ascii_lowercase)]
    made_up = ("".join(three) for three in product(SYLLABLES, repeat=3))
    yield from dict.fromkeys([*SPECIAL_TOKENS, *letters, *words])
    yield from (word for word in made_up if word not in words)


def main(folder: Path, words: list[str]) -> None:
    """Write the folder."""
    from bertscope.engine.config import BertConfig
    from bertscope.engine.folder import save_model
    from bertscope.engine.model import new_model

    config = BertConfig()
    tokenizer = WordPieceTokenizer(list(islice(pieces(words), config.vocab_size)))
    save_model(folder, new_model(config, SEED), config, tokenizer)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
