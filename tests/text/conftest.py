"""A vocabulary with many scripts in it, and its tokenizer."""

import string
from pathlib import Path

import pytest

from bertscope.text.tokenizer import SPECIAL_TOKENS, WordPieceTokenizer

WORDS = [
    "my",
    "dog",
    "is",
    "cute",
    "he",
    "likes",
    "play",
    "the",
    "a",
    "un",
    "aff",
    "want",
    "want",
    "ed",
    "able",
    "run",
    "hello",
    "Hello",
    "world",
    "embed",
    "straße",
    "naive",
    "café",
    "Ärger",
    "привет",
    "мир",
    "γεια",
    "שלום",
    "नमस्ते",
    "犬",
    "日",
    "本",
    "😀",
    "don",
    "it",
    "can",
]
CONTINUATIONS = ["ing", "ed", "able", "s", "ding", "ty", "вет", "ρια", "ly", "n"]


@pytest.fixture(scope="session")
def vocabulary() -> list[str]:
    letters = string.ascii_letters + string.digits + "äöüéñßжшθ日本"
    pieces = [
        *SPECIAL_TOKENS,
        *string.punctuation,
        *letters,
        *("##" + letter for letter in letters),
        *WORDS,
        *("##" + piece for piece in CONTINUATIONS),
    ]
    return list(dict.fromkeys(pieces))


@pytest.fixture(scope="session")
def tokenizer(vocabulary: list[str]) -> WordPieceTokenizer:
    return WordPieceTokenizer(vocabulary)


@pytest.fixture(scope="session")
def saved(tokenizer: WordPieceTokenizer, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tokenizer")
    tokenizer.save(folder, model_max_length=128)
    return folder
