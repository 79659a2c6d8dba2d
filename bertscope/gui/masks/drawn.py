"""What a mask plan really did, beside what the rule says."""

from bertscope.text.masking import Action, MaskPlan, MaskRule


def chosen_words(plan: MaskPlan, maskable: int, rule: MaskRule) -> str:
    """What a plan really chose beside the nominal rate."""
    nominal = f"(rule {100 * rule.rate:.3g} %)"
    if not len(plan):
        return f"chosen 0/{maskable} {nominal}"
    parts = [f"{n} {action.value.upper()}" for action, n in _counts(plan).items() if n]
    share = f"{100 * len(plan) / maskable:.3g} %"
    return f"chosen {len(plan)}/{maskable} = {share} {nominal} · " + " · ".join(parts)


def drawn_words(plan: MaskPlan, rule: MaskRule) -> str:
    """What was done to the chosen tokens beside the nominal shares, a line each."""
    if not len(plan):
        return "No token is chosen: press Roll, or click tokens"
    nominal = {Action.MASK: rule.mask, Action.RANDOM: rule.random, Action.KEEP: rule.keep}
    return "\n".join(
        f"{action.value.upper()}: {n} of {len(plan)} = {100 * n / len(plan):.3g} % "
        f"(rule {100 * nominal[action]:.3g} %)"
        for action, n in _counts(plan).items()
    )


def _counts(plan: MaskPlan) -> dict[Action, int]:
    done = [choice.action for choice in plan.chosen.values()]
    return {action: done.count(action) for action in Action}
