"""A small vocabulary, small models and a small corpus for all tests of the engine."""

import math
import random
from pathlib import Path

import pytest
import torch

from bertscope.engine.config import BertConfig
from bertscope.engine.model import BertForPreTraining, new_model
from bertscope.recipe import Recipe
from bertscope.text.pairs import PairRows, cut_documents, make_pairs
from bertscope.text.tokenizer import SPECIAL_TOKENS, WordPieceTokenizer

TOPICS = ("river", "garden", "kitchen", "school")
THINGS = {
    "river": ("boat", "fish", "bridge"),
    "garden": ("rose", "tree", "bee"),
    "kitchen": ("pan", "soup", "spoon"),
    "school": ("book", "pen", "map"),
}
VERBS = ("see", "like", "want", "find")
NAMES = ("anna", "ben", "cleo", "dan")


@pytest.fixture(scope="session", autouse=True)
def _one_thread() -> None:
    torch.set_num_threads(1)


@pytest.fixture(autouse=True)
def _no_checkpoint_by_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where training holds, how old its last checkpoint is is a matter of the machine's speed."""
    monkeypatch.setattr("bertscope.engine.run_writer.HOLD_SECONDS", math.inf)


@pytest.fixture(scope="session")
def tokenizer() -> WordPieceTokenizer:
    words = [*TOPICS, *(t for things in THINGS.values() for t in things), *VERBS, *NAMES]
    letters = [chr(code) for code in range(ord("a"), ord("z") + 1)]
    pieces = [*words, "the", "at", "we", "."]
    return WordPieceTokenizer([*SPECIAL_TOKENS, *pieces, *letters, *(f"##{c}" for c in letters)])


@pytest.fixture(scope="session")
def documents() -> list[list[str]]:
    rng = random.Random("documents")
    return [_document(rng) for _ in range(60)]


def _document(rng: random.Random) -> list[str]:
    topic, name = rng.choice(TOPICS), rng.choice(NAMES)
    return [
        f"{name} {rng.choice(VERBS)} the {rng.choice(THINGS[topic])} at the {topic} ."
        for _ in range(rng.randint(3, 6))
    ]


@pytest.fixture(scope="session")
def pair_rows(tokenizer: WordPieceTokenizer, documents: list[list[str]]) -> PairRows:
    cut = cut_documents(tokenizer, documents)
    return make_pairs(cut, max_length=24, seed=5, epoch=0)


@pytest.fixture
def config(tokenizer: WordPieceTokenizer) -> BertConfig:
    return BertConfig(
        vocab_size=len(tokenizer),
        hidden_size=32,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=64,
        max_position_embeddings=24,
        initializer_range=0.1,
    )


@pytest.fixture
def model(config: BertConfig) -> BertForPreTraining:
    return new_model(config, seed=1)


@pytest.fixture
def corpus_file(tmp_path: Path, documents: list[list[str]]) -> Path:
    path = tmp_path / "corpus.txt"
    path.write_text("\n\n".join("\n".join(document) for document in documents), "utf-8")
    return path


@pytest.fixture
def vocabulary_folder(tmp_path: Path, tokenizer: WordPieceTokenizer) -> Path:
    folder = tmp_path / "vocabulary"
    folder.mkdir()
    tokenizer.save(folder, model_max_length=24)
    return folder


@pytest.fixture
def recipe(corpus_file: Path, vocabulary_folder: Path) -> Recipe:
    return Recipe(
        corpus=str(corpus_file),
        vocabulary=str(vocabulary_folder),
        steps=6,
        batch_size=8,
        micro_batch=4,
        max_length=24,
        seed=3,
        device="cpu",
        warmup_steps=2,
        evaluate_every=3,
        held_out_pairs=8,
        checkpoint_seconds=1e9,
    )
