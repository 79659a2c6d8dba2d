import msgspec
import pytest

from bertscope.engine.recipe_rules import (
    check_recipe,
    describe_change,
    require_live,
    require_same,
)
from bertscope.errors import BertscopeError, RunError
from bertscope.recipe import LIVE, Optimizer, Precision, Recipe
from bertscope.text.masking import MaskRule, Unit

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
        ({"mlm_weight": -0.5}, "mlm_weight is -0.5: set it to 0 or more"),
        ({"nsp_weight": float("nan")}, "nsp_weight"),
        ({"mlm_weight": 0.0, "nsp_weight": 0.0}, "Both losses have weight 0"),
        ({"snapshot_bytes": -1}, "0 or more"),
        ({"mask": MaskRule(rate=0.0)}, "chooses nothing"),
        ({"mask": MaskRule(rate=1.5)}, "shares"),
    ],
)
def test_numbers_that_make_no_training_are_said(change: dict[str, object], words: str):
    assert check_recipe(Recipe()) == Recipe()
    with pytest.raises(BertscopeError, match=words):
        check_recipe(replace(Recipe(), **change))


def test_one_loss_may_be_left_out():
    for name in ("mlm_weight", "nsp_weight"):
        alone = replace(Recipe(), **{name: 0.0})
        assert check_recipe(alone) == alone


EVERYTHING_LIVE = Recipe(
    steps=9,
    batch_size=3,
    learning_rate=1.0,
    matrix_learning_rate=0.5,
    mask=MaskRule(0.4, 0.5, 0.25, Unit.SPAN),
    mlm_weight=0.5,
    nsp_weight=0.0,
    clip=2.0,
    evaluate_every=7,
    checkpoint_seconds=5.5,
    snapshot_bytes=1 << 30,
)


@pytest.mark.parametrize(
    "change",
    [
        {"clip": float("inf")},
        {"checkpoint_seconds": float("inf")},
        {"dropout": float("nan")},
        {"snapshot_bytes": 10**30},
        {"seed": 1 << 64},
    ],
)
def test_numbers_that_cannot_be_written_down_are_refused(change: dict[str, float]):
    (name,) = change
    with pytest.raises(RunError, match=f"{name} is .*: set it to a (finite number|number below)"):
        check_recipe(replace(Recipe(), **change))


def test_what_is_live_may_change_under_way_and_nothing_else():
    assert all(getattr(EVERYTHING_LIVE, name) != getattr(Recipe(), name) for name in LIVE)
    assert require_live(Recipe(), EVERYTHING_LIVE) == EVERYTHING_LIVE
    for name, value in (("seed", 1), ("dropout", 0.1), ("device", "cpu"), ("warmup_steps", 1)):
        words = name.replace("_", " ")
        with pytest.raises(RunError, match=f"can't change its {words}: reset it for that"):
            require_live(Recipe(), replace(EVERYTHING_LIVE, **{name: value}))
    with pytest.raises(RunError, match="its max length, seed:"):
        require_live(Recipe(), Recipe(seed=1, max_length=32, steps=3))


def test_a_run_is_taken_up_again_elsewhere_with_live_changes():
    new = replace(EVERYTHING_LIVE, device="cpu", precision=Precision.FP32, micro_batch=2)
    new = replace(new, compiled=True)
    assert require_same(Recipe(), new) == new
    for change in (Recipe(seed=1), Recipe(corpus="x"), Recipe(optimizer=Optimizer.ADAMW)):
        with pytest.raises(RunError, match="begin a new run"):
            require_same(Recipe(), change)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({}, ""),
        ({"learning_rate": 3e-5}, "learning rate 0.003 → 0.00003"),
        ({"batch_size": 8, "steps": 10**6}, "steps 430 → 1000000, batch size 64 → 8"),
        ({"mask": MaskRule(rate=0.4)}, "masks 15 % → 40 %"),
        ({"mask": MaskRule(unit=Unit.WORD)}, "masks by token → whole word"),
        (
            {"mask": MaskRule(mask=1.0, random=0.0)},
            "[MASK] / random / kept 80 / 10 / 10 → 100 / 0 / 0 %",
        ),
        ({"nsp_weight": 0.0}, "weight of the next sentence loss 1 → 0"),
        ({"snapshot_bytes": 1 << 30}, "room for snapshots 512 MB → 1024 MB"),
        ({"checkpoint_seconds": 5.5}, "time between checkpoints 20 s → 5.5 s"),
        ({"device": "cuda:1"}, "device auto → cuda:1"),
        ({"compiled": True}, "layers compiled"),
    ],
)
def test_a_change_is_said_in_words(change: dict[str, object], words: str):
    assert describe_change(Recipe(), replace(Recipe(), **change)) == words
