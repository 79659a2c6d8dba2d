"""Questions to a model: does B follow A, and which word is hidden?

Next-sentence trials come from built-in stories that no training reads, with three kinds of
sentences that don't follow:

========  ========================================================================================
easy      any sentence of another story
scene     one of another story of the same kind of scene
content   the one at the same place of the same story told with other names, pets and things: its
          form is the same, so only what it is about gives it away
========  ========================================================================================
"""

import random
from dataclasses import dataclass
from pathlib import Path

from bertscope import places
from bertscope.errors import TextError
from bertscope.text.stories import Story, tell_story
from bertscope.text.tokenizer import SPECIAL_TOKENS

MASK = SPECIAL_TOKENS[4]
NEGATIVES = ("easy", "scene", "content")
TRIAL_SEED = 1_000_003
"""Of the stories that are asked about; training takes the seed of its recipe."""
CLOZE_COLUMNS = ["a", "b", "answers"]

SentencePair = tuple[str, str]


@dataclass(frozen=True)
class NextSentenceTrials:
    """Pairs to judge.

    Attributes
    ----------
    follows
        Pairs whose B follows A.
    others
        For each of `NEGATIVES` pairs of the same A and a B that doesn't.
    """

    follows: list[SentencePair]
    others: dict[str, list[SentencePair]]


@dataclass(frozen=True)
class Cloze:
    """A pair with one [MASK] in it, and the words that are right there, the likeliest first."""

    a: str
    b: str
    answers: tuple[str, ...]


def next_sentence_trials(count: int, *, whole: bool = False) -> NextSentenceTrials:
    """Pairs of neighbouring sentences, or of a story's first part and its rest.

    Parameters
    ----------
    count
        How many stories are asked about.
    whole
        Whether A is all of a story up to some place and B all behind it, as in pre-training, and
        not one sentence each.

    Raises
    ------
    BertscopeError
        If the resources that ship are missing.
    """
    stories = [tell_story(TRIAL_SEED, number) for number in range(count)]
    rng = random.Random("trials")
    trials = NextSentenceTrials([], {kind: [] for kind in NEGATIVES})
    for number, story in enumerate(stories):
        place = 1 + int(rng.random() * (len(story.sentences) - 1))
        a, next_one = _side(story, place, whole, before=True), _side(story, place, whole)
        trials.follows.append((a, next_one))
        others = (
            stories[number - 1],
            tell_story(TRIAL_SEED + 1, number, scene=story.scene),
            tell_story(TRIAL_SEED, number, content=TRIAL_SEED + 1),
        )
        for kind, other in zip(NEGATIVES, others, strict=True):
            where = place if kind == "content" else int(rng.random() * len(other.sentences))
            b = _side(other, where, whole)
            # Told with other names it may be the same sentence, which then does follow.
            if b != next_one:
                trials.others[kind].append((a, b))
    return trials


def _side(story: Story, place: int, whole: bool, *, before: bool = False) -> str:
    if before:
        return " ".join(story.sentences[0 if whole else place - 1 : place])
    return " ".join(story.sentences[place : None if whole else place + 1])


def read_cloze(path: Path | None = None) -> list[Cloze]:
    """Read items of a hidden word; those that ship where `path` is None.

    The file has columns ``a``, ``b`` (may be empty) and ``answers``, between tabs; one of the two
    sentences holds one [MASK], and the answers are words between spaces.

    Raises
    ------
    TextError
        If it can't be read, or a line is no such item; the line is named.
    """
    path = path or places.resources() / "corpora" / "cloze.tsv"
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise TextError(f"{path} can't be read as UTF-8 text: choose another file.") from error
    rows = [line.split("\t") if line else [] for line in lines]
    if not rows or rows[0] != CLOZE_COLUMNS:
        raise TextError(f"{path} needs the columns {', '.join(CLOZE_COLUMNS)} between tabs.")
    items = [_cloze(path, number, row) for number, row in enumerate(rows[1:], 2) if row]
    if not items:
        raise TextError(f"{path} has no items: add lines of a pair with one {MASK} and answers.")
    return items


def _cloze(path: Path, number: int, row: list[str]) -> Cloze:
    if len(row) != len(CLOZE_COLUMNS):
        raise TextError(f"{path}, line {number}: it needs {len(CLOZE_COLUMNS)} columns.")
    a, b, answers = row
    if (a + " " + b).count(MASK) != 1:
        raise TextError(f"{path}, line {number}: write exactly one {MASK} in the two sentences.")
    if not answers.split():
        raise TextError(f"{path}, line {number}: give at least one answer.")
    return Cloze(a, b, tuple(answers.split()))
