"""`feelings`: does a sentence tell of something good or of something bad for who it is about?"""

from collections.abc import Callable
from typing import Any

from bertscope.text.tasks.written.phrases import (
    Phrases,
    pick,
    read_wordings,
    uniform_of,
    word_lists,
)

LABELS = ("negative", "positive")
SIZES = {"train": 1200, "dev": 300, "test": 300}
_NEW_BLOCK = 0.12
"""Chance that a sentence of dev or test has a wording of a kind that training hasn't."""

Row = tuple[str, str]


def write_feelings() -> dict[str, list[Row]]:
    """Sentences and their labels, for each part; no sentence is told twice."""
    tables = read_wordings("feelings")
    told: set[str] = set()
    return {part: _write_part(tables, part, told) for part in SIZES}


def _write_part(tables: dict[str, Any], part: str, told: set[str]) -> list[Row]:
    uniform = uniform_of("feelings", part)
    phrases = Phrases(word_lists(tables["words"]), uniform, new=part != "train")
    rows: list[Row] = []
    while len(rows) < SIZES[part]:
        label = LABELS[len(rows) % 2]
        sentence = _tell(tables["block"], label, phrases, uniform)
        if sentence not in told:
            told.add(sentence)
            rows.append((sentence, label))
    return rows


def _tell(
    blocks: list[dict[str, Any]], label: str, phrases: Phrases, uniform: Callable[[], float]
) -> str:
    new = phrases.new and uniform() < _NEW_BLOCK
    weighted = [b for b in blocks if b.get("new", False) == new for _ in range(b.get("weight", 1))]
    a = phrases.anybody()
    b = phrases.named([a])
    return phrases.fill(pick(pick(weighted, uniform)[label], uniform), a, b, phrases.named([a, b]))
