"""Small labelled data in folders, about what the tests' vocabularies have words for."""

import json
import random
from pathlib import Path

from bertscope.task import Kind

NAMES = ("anna", "ben", "cleo", "dan")
THINGS = ("boat", "rose", "soup", "book", "tree", "pen")
LABELS = ("in", "out")
TRAIN, DEV, TEST = 40, 13, 7
"""Examples of each part; batches of 8 and micro-batches of 4 don't fill the dev part."""


def write_task(folder: Path, kind: Kind = Kind.CLASSIFICATION, *, pairs: bool = False) -> Path:
    """A folder with train, dev and test; the same each time."""
    folder.mkdir(parents=True, exist_ok=True)
    rng = random.Random(f"{kind} {pairs}")
    for part, count in (("train", TRAIN), ("dev", DEV), ("test", TEST)):
        if kind is Kind.QA:
            write_questions(folder / f"{part}.json", rng, count)
        else:
            write_table(folder / f"{part}.tsv", kind, rng, count, pairs=pairs)
    return folder


def write_table(
    path: Path, kind: Kind, rng: random.Random, count: int, *, pairs: bool = False
) -> Path:
    """Sentences of one thing, or of one and perhaps the same again."""
    header = ["sentence1", "sentence2", "label"] if pairs else ["sentence", "label"]
    lines = [header, *(_row(kind, rng, pairs) for _ in range(count))]
    path.write_text("".join("\t".join(line) + "\n" for line in lines), "utf-8")
    return path


def _row(kind: Kind, rng: random.Random, pairs: bool) -> list[str]:
    name, thing, other = rng.choice(NAMES), rng.choice(THINGS), rng.choice(THINGS)
    more = " and ben likes it" * rng.randrange(3)
    place = THINGS.index(thing)
    label = LABELS[thing == other] if pairs else LABELS[place < 3]
    value = f"{place / 5 - len(more) / 100:.2f}"
    texts = [f"{name} likes the {thing}{more} ."] + [f"the {other} ."] * pairs
    return [*texts, value if kind is Kind.REGRESSION else label]


def write_questions(path: Path, rng: random.Random, count: int, *, sentences: int = 2) -> Path:
    """Who likes what, in SQuAD 2.0's form: the passage says it of some things alone."""
    paragraphs = [_paragraph(rng, number, sentences) for number in range(count)]
    content = {"version": "v2.0", "data": [{"title": "t", "paragraphs": paragraphs}]}
    path.write_text(json.dumps(content), "utf-8")
    return path


def _paragraph(rng: random.Random, number: int, sentences: int) -> dict[str, object]:
    said = {thing: rng.choice(NAMES) for thing in rng.choices(THINGS, k=sentences)}
    passage = " ".join(f"{name} likes the {thing} ." for thing, name in said.items())
    asked = rng.choice(THINGS if rng.random() < 0.3 else list(said))
    answers = []
    if asked in said:
        text = said[asked]
        start = passage.index(f"{text} likes the {asked}")
        answers = [{"text": text, "answer_start": start}]
    question = {
        "id": f"q{number}",
        "question": f"likes the {asked} ?",
        "answers": answers,
        "is_impossible": not answers,
    }
    return {"context": passage, "qas": [question]}
