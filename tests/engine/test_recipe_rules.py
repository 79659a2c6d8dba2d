import msgspec
import pytest

from bertscope.engine.recipe_rules import check_recipe, require_same
from bertscope.errors import BertscopeError, RunError
from bertscope.recipe import Optimizer, Recipe
from bertscope.text.masking import MaskRule

replace = msgspec.structs.replace


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"steps": 0}, "steps is 0: set it to 1 or more"),
        ({"batch_size": 0}, "batch_size"),
        ({"learning_rate": 0.0}, "learning_rate is 0.0: set it above 0"),
        ({"learning_rate": float("nan")}, "learning_rate"),
        ({"clip": -1.0}, "clip"),
        ({"warmup_steps": -1}, "0 or more"),
        ({"seed": -1}, "seed"),
        ({"mask": MaskRule(rate=0.0)}, "chooses nothing"),
        ({"mask": MaskRule(rate=1.5)}, "shares"),
    ],
)
def test_numbers_that_make_no_training_are_said(change: dict[str, object], words: str):
    assert check_recipe(Recipe()) == Recipe()
    with pytest.raises(BertscopeError, match=words):
        check_recipe(replace(Recipe(), **change))


def test_a_run_may_change_its_pace_but_not_what_it_is():
    new = Recipe(steps=9, batch_size=3, learning_rate=1.0, device="cpu")
    assert require_same(Recipe(), new) == new
    for change in (Recipe(seed=1), Recipe(corpus="x"), Recipe(optimizer=Optimizer.ADAMW)):
        with pytest.raises(RunError, match="begin a new run"):
            require_same(Recipe(), change)
