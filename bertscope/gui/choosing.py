"""The positions a session chooses: by the rule, by hand, or as a file says."""

from bertscope.text.carry import choose
from bertscope.text.masking import Action, Chosen, MaskPlan, MaskRule, Unit, draw_plan
from bertscope.text.pair import Pair
from bertscope.text.reader import Reader


def drawn_plan(rule: MaskRule, reader: Reader, pair: Pair, seed: int) -> MaskPlan:
    """The plan that a rule draws with a seed."""
    tokenizer = reader.tokenizer
    return draw_plan(
        rule,
        pair.ids,
        pair.words,
        mask_id=tokenizer.mask_id,
        vocabulary_size=len(tokenizer),
        key=(seed,),
    )


def chosen_by_hand(action: Action, reader: Reader, pair: Pair, position: int, seed: int) -> Chosen:
    """One position, with what stands there then; a random token is drawn with the seed."""
    tokenizer = reader.tokenizer
    drawn = draw_plan(
        MaskRule(rate=1.0, mask=0.0, random=1.0, unit=Unit.TOKEN),
        [pair.ids[position]],
        [0],
        mask_id=tokenizer.mask_id,
        vocabulary_size=len(tokenizer),
        key=(seed, position),
    )
    random_id = drawn.chosen[0].token_id
    return choose(action, pair, position, mask_id=tokenizer.mask_id, random_id=random_id)


def mended_plan(plan: MaskPlan, reader: Reader, pair: Pair) -> MaskPlan:
    """A plan without what can't be: it may be of a vocabulary where [MASK] has another id."""
    tokenizer, maskable = reader.tokenizer, set(pair.maskable)
    mended = MaskPlan()
    for p, c in plan.chosen.items():
        known = c.action is not Action.RANDOM or 0 <= c.token_id < len(tokenizer)
        if p in maskable and known:
            choice = choose(c.action, pair, p, mask_id=tokenizer.mask_id, random_id=c.token_id)
            mended = mended.with_choice(p, choice)
    return mended
