"""What a mask plan really did, beside what the rule says, in words."""

from bertscope.gui.language import plural, tr
from bertscope.gui.wording import plain_percent
from bertscope.text.masking import Action, MaskPlan, MaskRule


def chosen_words(plan: MaskPlan, maskable: int, rule: MaskRule) -> str:
    """What a plan really chose beside the nominal rate."""
    rate = plain_percent(rule.rate)
    if not len(plan):
        return tr("chosen 0/{maskable} (rule {rate})", maskable=maskable, rate=rate)
    parts = [f"{n} {action.value.upper()}" for action, n in _counts(plan).items() if n]
    share = plain_percent(len(plan) / maskable)
    drawn = tr(
        "chosen {count}/{maskable} = {share} (rule {rate})",
        count=len(plan),
        maskable=maskable,
        share=share,
        rate=rate,
    )
    return " · ".join([drawn, *parts])


def drawn_words(plan: MaskPlan, rule: MaskRule) -> str:
    """What was done to the chosen tokens beside the nominal shares, a line each."""
    if not len(plan):
        return tr("No token is chosen: press Roll, or click tokens")
    nominal = nominal_shares(rule)
    return "\n".join(
        tr(
            "{action}: {n} of {count} = {share} (rule {rate})",
            action=action.value.upper(),
            n=n,
            count=len(plan),
            share=plain_percent(n / len(plan)),
            rate=plain_percent(nominal[action]),
        )
        for action, n in _counts(plan).items()
    )


def nominal_shares(rule: MaskRule) -> dict[Action, float]:
    """How much of the chosen each action is for, as the rule has it."""
    return {Action.MASK: rule.mask, Action.RANDOM: rule.random, Action.KEEP: rule.keep}


def rolls_words(rolls: int) -> str:
    return plural("1 roll", "{count:,} rolls", rolls)


def _counts(plan: MaskPlan) -> dict[Action, int]:
    done = [choice.action for choice in plan.chosen.values()]
    return {action: done.count(action) for action in Action}
