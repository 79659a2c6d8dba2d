"""What a plan did is counted beside what the rule says."""

from bertscope.gui.masks.drawn import chosen_words, drawn_words
from bertscope.text.masking import Action, Chosen, MaskPlan, MaskRule

PLAN = MaskPlan({1: Chosen(Action.MASK, 4), 2: Chosen(Action.MASK, 4), 3: Chosen(Action.KEEP, 9)})


def test_what_was_chosen_is_counted_beside_the_rule() -> None:
    words = "chosen 3/8 = 37.5 % (rule 15 %) · 2 MASK · 1 KEEP"
    assert chosen_words(PLAN, 8, MaskRule()) == words
    assert chosen_words(MaskPlan(), 8, MaskRule(rate=0.2)) == "chosen 0/8 (rule 20 %)"
    assert chosen_words(MaskPlan(), 0, MaskRule()) == "chosen 0/0 (rule 15 %)"


def test_what_was_done_is_counted_beside_the_rule() -> None:
    mask, random, keep = drawn_words(PLAN, MaskRule()).splitlines()
    assert mask == "MASK: 2 of 3 = 66.7 % (rule 80 %)"
    assert random == "RANDOM: 0 of 3 = 0 % (rule 10 %)"
    assert keep == "KEEP: 1 of 3 = 33.3 % (rule 10 %)"
