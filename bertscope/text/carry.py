"""A mask plan follows its tokens while the sentences are edited."""

from bertscope.text.masking import Action, Chosen, MaskPlan
from bertscope.text.pair import Pair, Source


def carry_plan(plan: MaskPlan, before: Pair, after: Pair) -> MaskPlan:
    """The plan for `after` in which every token that outlived the edit keeps its choice.

    In each sentence the tokens before and behind the edited place are the same ones; what stood
    between them is no longer chosen.
    """
    moved = survivors(before, after)
    chosen = {moved[p]: choice for p, choice in plan.chosen.items() if p in moved}
    return MaskPlan(dict(sorted(chosen.items())))


def survivors(before: Pair, after: Pair) -> dict[int, int]:
    """New position by old position of the tokens that outlived an edit, [CLS] and [SEP] too."""
    moved: dict[int, int] = {}
    for source in (Source.A, Source.B):
        moved.update(_survivors(before, after, source))
    frames = ([i for i, s in enumerate(p.sources) if s is Source.SPECIAL] for p in (before, after))
    moved.update(zip(*frames, strict=False))
    return moved


def choose(action: Action, pair: Pair, position: int, *, mask_id: int, random_id: int) -> Chosen:
    """The choice that does `action` at a position."""
    token_id = {Action.MASK: mask_id, Action.RANDOM: random_id, Action.KEEP: pair.ids[position]}
    return Chosen(action, token_id[action])


def _survivors(before: Pair, after: Pair, source: Source) -> dict[int, int]:
    """New position by old position of the tokens outside the edited place."""
    old = [i for i, s in enumerate(before.sources) if s is source]
    new = [i for i, s in enumerate(after.sources) if s is source]
    shorter = min(len(old), len(new))
    head = 0
    while head < shorter and before.ids[old[head]] == after.ids[new[head]]:
        head += 1
    tail = 0
    while tail < shorter - head and before.ids[old[-1 - tail]] == after.ids[new[-1 - tail]]:
        tail += 1
    moved = dict(zip(old[:head], new[:head], strict=True))
    moved.update(zip(old[len(old) - tail :], new[len(new) - tail :], strict=True))
    return moved
