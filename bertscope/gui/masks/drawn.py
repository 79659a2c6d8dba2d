"""What a mask plan really did, beside what the rule says, in words."""

from bertscope.gui.wording import plain_percent
from bertscope.text.masking import Action, MaskPlan, MaskRule


def chosen_words(plan: MaskPlan, maskable: int, rule: MaskRule) -> str:
    """What a plan really chose beside the nominal rate."""
    nominal = f"(rule {plain_percent(rule.rate)})"
    if not len(plan):
        return f"chosen 0/{maskable} {nominal}"
    parts = [f"{n} {action.value.upper()}" for action, n in _counts(plan).items() if n]
    share = plain_percent(len(plan) / maskable)
    return f"chosen {len(plan)}/{maskable} = {share} {nominal} · " + " · ".join(parts)


def drawn_words(plan: MaskPlan, rule: MaskRule) -> str:
    """What was done to the chosen tokens beside the nominal shares, a line each."""
    if not len(plan):
        return "No token is chosen: press Roll, or click tokens"
    nominal = nominal_shares(rule)
    return "\n".join(
        f"{action.value.upper()}: {n} of {len(plan)} = {plain_percent(n / len(plan))} "
        f"(rule {plain_percent(nominal[action])})"
        for action, n in _counts(plan).items()
    )


def nominal_shares(rule: MaskRule) -> dict[Action, float]:
    """How much of the chosen each action is for, as the rule has it."""
    return {Action.MASK: rule.mask, Action.RANDOM: rule.random, Action.KEEP: rule.keep}


def rolls_words(rolls: int) -> str:
    return "1 roll" if rolls == 1 else f"{rolls:,} rolls"


def _counts(plan: MaskPlan) -> dict[Action, int]:
    done = [choice.action for choice in plan.chosen.values()]
    return {action: done.count(action) for action in Action}
