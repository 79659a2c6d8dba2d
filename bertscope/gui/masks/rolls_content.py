"""What many rolls say: in numbers and in words."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from bertscope.gui.language import tr
from bertscope.gui.masks.drawn import nominal_shares
from bertscope.gui.table import Table
from bertscope.gui.wording import plain_percent
from bertscope.text.masking import Action, MaskRule
from bertscope.text.pair import Pair
from bertscope.text.rolls import Tally


@dataclass(frozen=True)
class RollsContent:
    """What is shown: so far `tally` of `wanted` rolls by `rule` of `pair`."""

    tally: Tally
    wanted: int
    rule: MaskRule
    pair: Pair

    @property
    def nominal(self) -> dict[Action, float]:
        return nominal_shares(self.rule)

    @property
    def instead(self) -> str:
        """What there is to say where nothing is chosen; empty where something is."""
        if not self.pair.maskable:
            return tr("There is no token to choose: type a sentence.")
        if self.rule.rate <= 0:
            return tr("The rule chooses 0 % of the tokens: raise it to see rolls.")
        if self.tally.rolls and not self.tally.total:
            share = plain_percent(self.rule.rate)
            return tr(
                "No whole word fits into {share} of the tokens: raise it, or choose tokens.",
                share=share,
            )
        return ""

    @property
    def title(self) -> str:
        """How much a roll chooses beside what the rule says."""
        maskable, tally = len(self.pair.maskable), self.tally
        if maskable == 1:
            return tr("One token alone: each roll chooses it, for a roll always chooses one")
        mean = tally.total / max(1, tally.rolls)
        return tr(
            "Each token: a roll chooses {mean:.3g} of {maskable} = {share} (rule {rate})",
            mean=mean,
            maskable=maskable,
            share=plain_percent(mean / maskable),
            rate=plain_percent(self.rule.rate),
        )

    def share_words(self, action: Action) -> str:
        """How much of all that was chosen is for `action`, beside what the rule says."""
        count = self.tally.counts[action]
        share = 100 * count / max(1, self.tally.total)
        return tr(
            "{count:,} = {share:.1f} % (rule {rate})",
            count=count,
            share=share,
            rate=plain_percent(self.nominal[action]),
        )

    @cached_property
    def shares(self) -> list[float]:
        """In which share of the rolls each position was chosen."""
        times: list[int] = self.tally.at_LA.sum(axis=1).tolist()
        return [number / max(1, self.tally.rolls) for number in times]

    @cached_property
    def running(self) -> NDArray[np.float64]:
        """Shares of the actions after each roll, one row a roll."""
        return self.tally.running

    def table(self) -> Table:
        """The counts that are shown: a line a token, then one for each roll."""
        tally = self.tally
        names = (action.value.upper() for action in Action)
        tokens = [
            ("token", position, token, sum(counts), *counts)
            for (position, token), counts in zip(
                enumerate(self.pair.tokens), tally.at_LA.tolist(), strict=True
            )
        ]
        after = [
            ("after rolls", number, None, sum(counts), *counts)
            for number, counts in enumerate(tally.drawn_RA.cumsum(axis=0).tolist(), start=1)
        ]
        return Table(("shown", "number", "token", "chosen", *names), [*tokens, *after])
