"""Some of the labelled examples: so many to train on, and others to measure on."""

import random
from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence

from bertscope.task import Kind
from bertscope.text.tasks.examples import Example

HELD_OUT_SHARE = 0.1
MOST_HELD_OUT = 1_000


def draw_examples(train: Sequence[Example], count: int, seed: int) -> list[Example]:
    """The first `count` examples of an order that depends on the seed alone.

    So fewer are part of more. As soon as there can be, there is one of each class; beyond that
    every class has about its share, however many are drawn.

    Parameters
    ----------
    count
        0 for all, in the order that they have.
    """
    if not count:
        return list(train)
    rng = random.Random(seed)
    classes: defaultdict[int, list[int]] = defaultdict(list)
    for place, example in enumerate(train):
        classes[example.label].append(place)
    ranks = []
    for _, places in sorted(classes.items()):
        rng.shuffle(places)
        offset = rng.random()
        for number, place in enumerate(places):
            # Spread evenly over the order, but the first of each class ahead of all others.
            rank = (number + offset) / len(places) if number else offset - 1
            ranks.append((rank, place))
    return [train[place] for _, place in sorted(ranks)[:count]]


def hold_out(
    examples: Sequence[Example], kind: Kind, seed: int
) -> tuple[list[Example], list[Example]]:
    """Part examples into those that stay to train on, and those to measure on.

    A tenth is held out, at most a thousand. Examples of the same text, or questions on the same
    passage, stay together; and the last example of a class stays where it is.
    """
    by_passage = kind is Kind.QA and len({example.b for example in examples}) > 1
    groups: defaultdict[Hashable, list[int]] = defaultdict(list)
    for place, example in enumerate(examples):
        groups[example.b if by_passage else (example.a, example.b)].append(place)
    order = list(groups.values())
    random.Random(seed).shuffle(order)
    left = Counter(example.label for example in examples)
    wanted = min(max(1, round(HELD_OUT_SHARE * len(examples))), MOST_HELD_OUT)
    held_out: set[int] = set()
    for places in order:
        taken = Counter(examples[place].label for place in places)
        if all(taken[label] < left[label] for label in taken):
            held_out.update(places)
            left -= taken
        if len(held_out) >= wanted:
            break
    return (
        [example for place, example in enumerate(examples) if place not in held_out],
        [examples[place] for place in sorted(held_out)],
    )
