"""What simple rules reach on labelled data: a model has learned something if it does better.

They see words as they stand: neither what a word means nor in which order words come.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from bertscope.looks import Score
from bertscope.task import Kind
from bertscope.text.tasks.examples import Example, TaskData
from bertscope.text.tasks.metrics import score_classes, score_values
from bertscope.text.tasks.squad_scores import score_answers

MAJORITY, MEAN, NO_ANSWER, OVERLAP = "majority class", "mean", "no answer", "word overlap"
RULES = MAJORITY, MEAN, NO_ANSWER, OVERLAP
"""What the rules are called."""

_MOST_TRAIN, _MOST_DEV = 10_000, 1_000
"""Examples that are looked at, evenly spread over the parts, so that large data takes seconds."""
_BINS = 10
"""Steps of the share of words in common that the rule for pairs tells apart."""
_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"[^.!?\n]+")

Targets = NDArray[np.float64]


def baselines(data: TaskData) -> tuple[tuple[str, float], ...]:
    """Name and score of each rule on the dev part, in the data's first metric.

    Without words, it is the class that is most frequent in the training part, the mean of its
    values, or that no question has an answer. By word overlap, it is:

    - for a sentence, the label of the training example with the largest share of words in common;
    - for a pair, the label that training pairs of such an overlap have most, or the mean of theirs;
    - for a question, what stands in the sentence of the passage with most of its words, and isn't
      in the question.
    """
    train, dev = _some(data.train, _MOST_TRAIN), _some(data.dev, _MOST_DEV)
    if not train or not dev:
        return ()
    if data.kind is Kind.QA:
        return _of_answers(data, dev)
    regression = data.kind is Kind.REGRESSION
    targets = np.array([e.value if regression else e.label for e in train], np.float64)
    best = np.mean if regression else _most_frequent
    constant = np.full(len(dev), best(targets))
    overlap = (
        _by_overlap(train, targets, dev, best)
        if _are_pairs(train)
        else _nearest(train, targets, dev)
    )
    return (
        (MEAN if regression else MAJORITY, _score(data, dev, constant)),
        (OVERLAP, _score(data, dev, overlap)),
    )


def words_of(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))


def _some(examples: Sequence[Example], most: int) -> list[Example]:
    step = max(1, -(-len(examples) // most))
    return list(examples[::step])


def _are_pairs(examples: Sequence[Example]) -> bool:
    return any(example.b for example in examples)


def _score(data: TaskData, dev: Sequence[Example], said: Targets) -> float:
    first = data.metrics[:1]
    if data.kind is Kind.REGRESSION:
        scores: list[Score] = score_values(first, [example.value for example in dev], said)
    else:
        right = [example.label for example in dev]
        scores = score_classes(first, right, said.astype(np.int64), len(data.labels))
    return scores[0].value


def _most_frequent(targets: Targets) -> float:
    """The most frequent class; of equally frequent ones the first."""
    return float(np.bincount(targets.astype(np.int64)).argmax())


def _by_overlap(
    train: Sequence[Example],
    targets: Targets,
    dev: Sequence[Example],
    best: Callable[[Targets], float],
) -> Targets:
    """The best answer of the training pairs with about the same overlap."""
    bins = np.array([_bin(example) for example in train])
    overall = best(targets)
    of_bin = [best(targets[bins == i]) if (bins == i).any() else overall for i in range(_BINS + 1)]
    return np.array([of_bin[_bin(example)] for example in dev])


def _bin(example: Example) -> int:
    """The share of the words of A and B that both have, in steps."""
    a, b = words_of(example.a), words_of(example.b)
    return round(_BINS * len(a & b) / max(1, len(a | b)))


def _nearest(train: Sequence[Example], targets: Targets, dev: Sequence[Example]) -> Targets:
    """The target of the training sentence with the largest share of words in common."""
    words = [words_of(example.a) for example in train]
    sizes = np.array([len(w) for w in words])
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for i, sentence in enumerate(words):
        for word in sentence:
            holders[word].append(i)
    places = {word: np.array(indices) for word, indices in holders.items()}
    said = np.empty(len(dev))
    for i, example in enumerate(dev):
        own = words_of(example.a)
        shared = np.zeros(len(train))
        for word in own & places.keys():
            shared[places[word]] += 1
        said[i] = targets[np.argmax(shared / np.maximum(1, sizes + len(own) - shared))]
    return said


def _of_answers(data: TaskData, dev: Sequence[Example]) -> tuple[tuple[str, float], ...]:
    gold = [[answer.text for answer in example.answers] for example in dev]

    def score(said: Sequence[str]) -> float:
        return score_answers(data.metrics[:1], said, gold)[0].value

    return (
        (NO_ANSWER, score([""] * len(dev))),
        (OVERLAP, score([_answer(example) for example in dev])),
    )


def _answer(example: Example) -> str:
    """The longest run of words that aren't in the question, of the sentence that has most of it."""
    asked = words_of(example.a)
    sentences = _SENTENCE.findall(example.b) or [""]
    closest = max(sentences, key=lambda sentence: len(words_of(sentence) & asked))
    runs = groupby(_WORD.findall(closest), key=lambda word: word.lower() in asked)
    others = [" ".join(run) for known, run in runs if not known]
    return max(others, key=len, default="")
