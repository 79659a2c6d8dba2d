"""What differs between runs is said in plain words."""

import msgspec

from bertscope.gui.curves.differences import NAMES, differences, flat
from bertscope.recipe import Recipe
from bertscope.text.masking import MaskRule
from bertscope.wire import messages as m
from tests.gui.run.records import record_of


def test_every_choice_of_a_recipe_has_a_name() -> None:
    assert set(NAMES) == set(flat(Recipe()))


def test_only_what_differs_is_told_and_how_far_each_came() -> None:
    recipe = Recipe(learning_rate=0.001, mask=MaskRule(rate=0.3), preset="mini", start="")
    one, two = record_of(50), record_of(1200, "two", recipe=recipe)
    two.model = m.ModelInfo(m.ModelRef("/runs/two"), "two", 4, 256, 4, 5_100_000, 8192, 64)
    table = differences([one, two])
    assert list(table.columns) == ["", "one", "two"]
    rows = {str(row[0]): list(row[1:]) for row in table.rows}
    assert rows == {
        "size of the model": ["tiny: 2 layers, 128 wide", "mini: 4 layers, 256 wide"],
        "steps to do": ["100", "430"],
        "tokens chosen": ["15 %", "30 %"],
        "learning rate": ["0.003", "0.001"],
        "steps done": ["50", "1,200"],
        "parameters": [None, "5,100,000"],
        "train masked LM loss": ["3.000", "3.000"],
        "train next sentence loss": ["0.300", "0.300"],
        "held-out masked LM loss": ["3.500", "3.500"],
        "held-out next sentence loss": ["0.350", "0.350"],
    }


def test_nearly_equal_numbers_differ() -> None:
    one, two = (
        record_of(1, recipe=msgspec.structs.replace(Recipe(), learning_rate=rate))
        for rate in (0.001, 0.00100000001)
    )
    told = [row[0] for row in differences([one, two]).rows]
    assert "learning rate" in told
