"""BERT's masking rule. The window's dice and the trainer draw with the same function.

Of the real tokens 15 % are chosen; of the chosen 80 % become [MASK], 10 % a random token and 10 %
stay (Devlin et al. 2018, section 3.1). Units: single tokens; whole words (google-research/bert's
``do_whole_word_mask``); contiguous spans of whole words with geometric lengths, replaced as one
(Joshi et al. 2019, SpanBERT, section 3.1).

Draws come from a counter-based generator keyed by what is drawn, so a plan depends on its key
alone: neither on what was drawn before it nor on the number of processes.
"""

from collections.abc import Sequence
from enum import StrEnum

import msgspec
import numpy as np

from bertscope.errors import TextError

SPAN_STOP = 0.2
"""Chance that a span ends after each of its words: mean 3.8 words at `LONGEST_SPAN` 10."""
LONGEST_SPAN = 10


class Action(StrEnum):
    """What the mask plan does at a chosen position."""

    MASK = "mask"
    RANDOM = "random"
    KEEP = "keep"


class Unit(StrEnum):
    """What is chosen as one."""

    TOKEN = "token"
    WORD = "whole word"
    SPAN = "span"


class MaskRule(msgspec.Struct, frozen=True):
    """The numbers of the rule.

    Attributes
    ----------
    rate
        Share of the real tokens that is chosen, 0 to 1.
    mask, random
        Shares of the chosen that become [MASK] and a random token; the rest is kept.
    unit
        What is chosen as one.
    """

    rate: float = 0.15
    mask: float = 0.8
    random: float = 0.1
    unit: Unit = Unit.TOKEN

    @property
    def keep(self) -> float:
        return max(0.0, 1.0 - self.mask - self.random)

    def check(self) -> "MaskRule":
        """Itself.

        Raises
        ------
        TextError
            If a share is no share, or [MASK] and random together pass 100 %.
        """
        if not all(0.0 <= share <= 1.0 for share in (self.rate, self.mask, self.random)):
            raise TextError("The mask rule's numbers are shares: set each between 0 and 100 %.")
        if self.mask + self.random > 1.0 + 1e-9:
            raise TextError("[MASK] and random together pass 100 %: lower one of them.")
        return self


class Chosen(msgspec.Struct, frozen=True):
    """One chosen position: what is done there, and the token that stands there then."""

    action: Action
    token_id: int


class MaskPlan(msgspec.Struct, frozen=True):
    """The chosen positions of one pair, as a value: editing makes a new plan."""

    chosen: dict[int, Chosen] = {}

    @property
    def positions(self) -> tuple[int, ...]:
        return tuple(sorted(self.chosen))

    def __len__(self) -> int:
        return len(self.chosen)

    def with_choice(self, position: int, choice: Chosen | None) -> "MaskPlan":
        """The plan with `position` set to `choice`, or no longer chosen where that is None."""
        chosen = {p: c for p, c in self.chosen.items() if p != position}
        if choice is not None:
            chosen[position] = choice
        return MaskPlan(dict(sorted(chosen.items())))

    def apply(self, ids: Sequence[int]) -> list[int]:
        """The ids that the model reads.

        Raises
        ------
        TextError
            If the plan chooses a position that the pair doesn't have.
        """
        masked = list(ids)
        for position, choice in self.chosen.items():
            if not 0 <= position < len(masked):
                raise TextError(
                    f"Position {position} can't be masked: the pair has positions 0 to "
                    f"{len(masked) - 1}."
                )
            masked[position] = choice.token_id
        return masked


def draw_plan(
    rule: MaskRule,
    ids: Sequence[int],
    words: Sequence[int],
    *,
    mask_id: int,
    vocabulary_size: int,
    key: Sequence[int],
) -> MaskPlan:
    """Draw a mask plan for one pair.

    Parameters
    ----------
    ids
        Token ids of the pair, with [CLS] and [SEP].
    words
        For each position the number of its word, non-decreasing; -1 where nothing may be chosen.
    mask_id, vocabulary_size
        Of the tokenizer. Random tokens come from the whole vocabulary, as BERT's do.
    key
        What is drawn: ``(seed,)`` for the window's dice, ``(seed, epoch, row)`` in training.

    Returns
    -------
    MaskPlan
        With ``max(1, round(rate * real tokens))`` positions, less where no further word fits;
        none where the rate is 0 or nothing may be chosen.
    """
    rng = np.random.Generator(np.random.Philox(np.random.SeedSequence([int(k) for k in key])))
    real = [i for i, word in enumerate(words) if word >= 0]
    if not real or rule.rate <= 0:
        return MaskPlan()
    budget = min(len(real), max(1, round(rule.rate * len(real))))
    groups = _choose(rule.unit, real, words, budget, rng)
    choices = {}
    for group in groups:
        shared = _draw_action(rule, rng) if rule.unit is Unit.SPAN else None
        for position in group:
            action = shared or _draw_action(rule, rng)
            token_id = {
                Action.MASK: mask_id,
                Action.RANDOM: int(rng.integers(vocabulary_size)),
                Action.KEEP: int(ids[position]),
            }[action]
            choices[position] = Chosen(action, token_id)
    return MaskPlan(dict(sorted(choices.items())))


def _draw_action(rule: MaskRule, rng: "np.random.Generator") -> Action:
    draw = rng.random()
    if draw < rule.mask:
        return Action.MASK
    return Action.RANDOM if draw < rule.mask + rule.random else Action.KEEP


def _choose(
    unit: Unit, real: list[int], words: Sequence[int], budget: int, rng: "np.random.Generator"
) -> list[list[int]]:
    """Groups of positions, `budget` positions in all at the most."""
    if unit is Unit.TOKEN:
        return [[real[i]] for i in rng.permutation(len(real))[:budget]]
    grouped: dict[int, list[int]] = {}
    for position in real:
        grouped.setdefault(words[position], []).append(position)
    whole_words = list(grouped.values())
    if unit is Unit.WORD:
        return _choose_words(whole_words, budget, rng)
    return _choose_spans(whole_words, budget, rng)


def _choose_words(
    whole_words: list[list[int]], budget: int, rng: "np.random.Generator"
) -> list[list[int]]:
    """Whole words in random order; one that would pass the budget is passed over."""
    groups: list[list[int]] = []
    left = budget
    for i in rng.permutation(len(whole_words)):
        if len(whole_words[i]) <= left:
            groups.append(whole_words[i])
            left -= len(whole_words[i])
    return groups


def _choose_spans(
    whole_words: list[list[int]], budget: int, rng: "np.random.Generator"
) -> list[list[int]]:
    """Spans of neighbouring whole words, each from a random free start, until the budget is met.

    A span stops early where the pair, a chosen word or the budget ends; the last one is so cut to
    what the budget still allows.
    """
    groups: list[list[int]] = []
    free = set(range(len(whole_words)))
    left = budget
    for start in rng.permutation(len(whole_words)):
        length = _draw_span_length(rng)
        span: list[int] = []
        for word in range(int(start), int(start) + length):
            if word not in free or len(whole_words[word]) > left or _gap(span, whole_words, word):
                break
            free.remove(word)
            span += whole_words[word]
            left -= len(whole_words[word])
        if span:
            groups.append(span)
        if left == 0:
            break
    return groups


def _draw_span_length(rng: "np.random.Generator") -> int:
    """Geometric, drawn again where it passes the longest: cutting it there would raise the mean."""
    while (length := int(rng.geometric(SPAN_STOP))) > LONGEST_SPAN:
        pass
    return length


def _gap(span: list[int], whole_words: list[list[int]], word: int) -> bool:
    """Whether [SEP] stands between the span so far and the word."""
    return bool(span) and whole_words[word][0] != span[-1] + 1
