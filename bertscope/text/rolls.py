"""Many rolls of the dice, counted: 15 % and 80/10/10 emerge from them.

Arrays carry their axes in the name: L position, R roll, A action in the order of `Action`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bertscope.text.masking import Action, MaskRule, draw_plan

SEEDS = 1_000_000
"""Seeds of the window's dice are below this; after the last one comes 0."""


def next_seed(seed: int) -> int:
    """The seed of the roll after the one with `seed`."""
    return (seed + 1) % SEEDS


def seeds_from(first: int, rolls: int) -> list[int]:
    """The seeds of as many rolls in a row, the first with `first`."""
    return [first, *((first + n) % SEEDS for n in range(1, rolls))][:rolls]


@dataclass(frozen=True, eq=False)
class Tally:
    """What a number of rolls of one pair chose.

    Attributes
    ----------
    at_LA
        How often each position was chosen, and what for.
    drawn_RA
        How many positions each roll chose, and what for.
    """

    at_LA: NDArray[np.int64]
    drawn_RA: NDArray[np.int64]

    @classmethod
    def none(cls, length: int) -> "Tally":
        """No roll yet of a pair of `length` tokens."""
        actions = len(Action)
        return cls(np.zeros((length, actions), np.int64), np.zeros((0, actions), np.int64))

    @property
    def rolls(self) -> int:
        return len(self.drawn_RA)

    @property
    def total(self) -> int:
        """How many positions all rolls chose together."""
        return int(self.drawn_RA.sum())

    @property
    def counts(self) -> dict[Action, int]:
        """Of all that was chosen, how much for what."""
        sums = self.drawn_RA.sum(axis=0).tolist()
        return dict(zip(Action, sums, strict=True))

    @property
    def running(self) -> NDArray[np.float64]:
        """Shares of the actions after each roll, (R, A); NaN while nothing was chosen."""
        sums_RA = self.drawn_RA.cumsum(axis=0)
        totals_R1 = sums_RA.sum(axis=1, keepdims=True).astype(np.float64)
        return sums_RA / np.where(totals_R1 == 0, np.nan, totals_R1)

    def followed_by(self, other: "Tally") -> "Tally":
        """These rolls, then those of `other`, of the same pair."""
        return Tally(self.at_LA + other.at_LA, np.concatenate([self.drawn_RA, other.drawn_RA]))


def tally(
    rule: MaskRule,
    ids: Sequence[int],
    words: Sequence[int],
    *,
    mask_id: int,
    vocabulary_size: int,
    seeds: Iterable[int],
) -> Tally:
    """Roll once with each seed, just as the window's dice do, and count.

    Parameters
    ----------
    rule, ids, words, mask_id, vocabulary_size
        As for `draw_plan`.
    seeds
        Of the rolls; each is a key of its own, ``(seed,)``.
    """
    at: list[tuple[int, int]] = []
    drawn = []
    column = {action: number for number, action in enumerate(Action)}
    for seed in seeds:
        plan = draw_plan(
            rule, ids, words, mask_id=mask_id, vocabulary_size=vocabulary_size, key=(seed,)
        )
        row = [0] * len(Action)
        for position, choice in plan.chosen.items():
            row[column[choice.action]] += 1
            at.append((position, column[choice.action]))
        drawn.append(row)
    at_LA = np.zeros((len(ids), len(Action)), np.int64)
    if at:
        np.add.at(at_LA, tuple(np.array(at).T), 1)
    return Tally(at_LA, np.array(drawn, np.int64).reshape(-1, len(Action)))
