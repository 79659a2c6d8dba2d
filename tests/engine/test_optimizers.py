import msgspec
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from bertscope.engine.config import BertConfig
from bertscope.engine.model import BertForPreTraining, new_model
from bertscope.engine.optimizers import (
    Optimizers,
    Rates,
    learning_rate_factor,
    learning_rates,
)
from bertscope.recipe import Optimizer, Recipe


def test_the_schedule_rises_to_1_and_falls_to_0():
    recipe = Recipe(steps=10, warmup_steps=4)
    factors = [learning_rate_factor(step, recipe) for step in range(11)]
    assert factors[:4] == [0.25, 0.5, 0.75, 1.0]
    assert factors[4:] == pytest.approx([1, 5 / 6, 4 / 6, 3 / 6, 2 / 6, 1 / 6, 0])


@given(st.integers(1, 500), st.integers(0, 600), st.data())
def test_every_step_of_any_schedule_moves_and_none_overshoots(
    steps: int, warmup: int, data: st.DataObject
):
    step = data.draw(st.integers(0, steps - 1))
    factor = learning_rate_factor(step, Recipe(steps=steps, warmup_steps=warmup))
    assert 0.0 < factor <= 1.0


def test_both_rates_follow_the_schedule():
    recipe = Recipe(steps=10, warmup_steps=4, learning_rate=0.1, matrix_learning_rate=0.2)
    assert learning_rates(1, recipe) == Rates(pytest.approx(0.05), pytest.approx(0.1))
    # Half of the new way down is left where a third of the old one was.
    shorter, longer = (
        learning_rates(8, msgspec.structs.replace(recipe, steps=n)) for n in (10, 12)
    )
    assert (shorter.rest, longer.rest) == (pytest.approx(0.1 / 3), pytest.approx(0.05))


def fill_gradients(model: BertForPreTraining, seed: int) -> None:
    generator = torch.Generator().manual_seed(seed)
    for parameter in model.parameters():
        parameter.grad = torch.randn(parameter.shape, generator=generator)


def test_adamw_moves_weights_as_the_paper_of_adamw_says(model: BertForPreTraining):
    """One step by hand: Loshchilov & Hutter 2019, algorithm 2, at the first step."""
    recipe = Recipe(optimizer=Optimizer.ADAMW, weight_decay=0.1)
    before = {name: p.detach().double().clone() for name, p in model.named_parameters()}
    fill_gradients(model, 0)
    Optimizers(model, recipe).step(Rates(0.005, 1.0))
    for name, parameter in model.named_parameters():
        assert parameter.grad is not None
        gradient = parameter.grad.double()
        decay = 0.0 if name.endswith("bias") or "LayerNorm" in name else 0.1
        # At the first step both corrected moments are the gradient's own.
        moved = before[name] * (1 - 0.005 * decay)
        moved -= 0.005 * gradient / (gradient.abs() + 1e-6)
        torch.testing.assert_close(parameter.double(), moved, rtol=0, atol=1e-6, msg=name)


def test_muon_takes_the_matrices_of_the_encoder_alone(model: BertForPreTraining):
    """A Muon step is near-orthogonal (Jordan 2024): it has singular values around its rate."""
    recipe = Recipe(optimizer=Optimizer.MUON, weight_decay=0.0)
    before = {name: p.detach().clone() for name, p in model.named_parameters()}
    fill_gradients(model, 0)
    Optimizers(model, recipe).step(Rates(3e-3, 0.01))
    for name, parameter in model.named_parameters():
        moved = (parameter.detach() - before[name]).abs()
        if parameter.ndim == 2 and name.startswith("bert.encoder."):
            step = parameter.detach() - before[name]
            scale = 0.01 * max(1, step.shape[0] / step.shape[1]) ** 0.5
            values = torch.linalg.svdvals(step) / scale
            assert float(values.max()) < 1.4
            assert float(values.median()) > 0.5
        else:
            # AdamW's first step is the learning rate in every number.
            assert float(moved.median()) == pytest.approx(3e-3, rel=1e-2)


@pytest.mark.parametrize("optimizer", list(Optimizer))
def test_a_loaded_state_goes_on_exactly(config: BertConfig, optimizer: Optimizer):
    recipe = Recipe(optimizer=optimizer)
    first, second = new_model(config, 1), new_model(config, 1)
    one, two = Optimizers(first, recipe), Optimizers(second, recipe)
    for seed in range(3):
        fill_gradients(first, seed)
        one.step(Rates(3e-3, 2e-2))
    second.load_state_dict(first.state_dict())
    two.load_state(one.state())
    for model, optimizers in ((first, one), (second, two)):
        fill_gradients(model, 3)
        optimizers.step(Rates(1e-3, 1e-2))
    state = second.state_dict()
    assert all(torch.equal(value, state[name]) for name, value in first.state_dict().items())


def test_a_state_is_a_copy(model: BertForPreTraining):
    optimizers = Optimizers(model, Recipe())
    fill_gradients(model, 0)
    optimizers.step(Rates(3e-3, 2e-2))
    state = optimizers.state()
    kept = {name: value.clone() for name, value in state.items()}
    fill_gradients(model, 1)
    optimizers.step(Rates(3e-3, 2e-2))
    assert all(torch.equal(state[name], kept[name]) for name in kept)


def test_each_step_moves_as_far_as_its_own_rates_say(config: BertConfig):
    """Whatever the rates were before."""
    moved = []
    for first in (Rates(1.0, 1.0), Rates(1e-3, 1e-3)):
        model = new_model(config, 1)
        optimizers = Optimizers(model, Recipe(weight_decay=0.0))
        fill_gradients(model, 0)
        optimizers.step(first)
        before = {name: p.detach().double() for name, p in model.named_parameters()}
        optimizers.step(Rates(1e-4, 2e-4))
        moved.append({name: p.double() - before[name] for name, p in model.named_parameters()})
    for name, step in moved[0].items():
        torch.testing.assert_close(step, moved[1][name], rtol=0, atol=1e-6, msg=name)


def test_what_no_gradient_reaches_stays_and_zeros_break_nothing(model: BertForPreTraining):
    optimizers = Optimizers(model, Recipe())
    fill_gradients(model, 0)
    optimizers.step(Rates(3e-3, 2e-2))
    before = {name: p.detach().clone() for name, p in model.named_parameters()}
    for name, parameter in model.named_parameters():
        parameter.grad = None if name.startswith("cls.") else torch.zeros_like(parameter)
    optimizers.step(Rates(3e-3, 2e-2))
    for name, parameter in model.named_parameters():
        assert bool(parameter.isfinite().all()), name
        assert torch.equal(parameter, before[name]) == name.startswith("cls."), name
