import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from bertscope.engine.config import BertConfig
from bertscope.engine.model import BertForPreTraining, new_model
from bertscope.engine.optimizers import Optimizers, learning_rate_factor
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


def fill_gradients(model: BertForPreTraining, seed: int) -> None:
    generator = torch.Generator().manual_seed(seed)
    for parameter in model.parameters():
        parameter.grad = torch.randn(parameter.shape, generator=generator)


def test_adamw_moves_weights_as_the_paper_of_adamw_says(model: BertForPreTraining):
    """One step by hand: Loshchilov & Hutter 2019, algorithm 2, at the first step."""
    recipe = Recipe(optimizer=Optimizer.ADAMW, learning_rate=0.01, weight_decay=0.1)
    before = {name: p.detach().double().clone() for name, p in model.named_parameters()}
    fill_gradients(model, 0)
    Optimizers(model, recipe).step(0.5)
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
    recipe = Recipe(optimizer=Optimizer.MUON, matrix_learning_rate=0.01, weight_decay=0.0)
    before = {name: p.detach().clone() for name, p in model.named_parameters()}
    fill_gradients(model, 0)
    Optimizers(model, recipe).step(1.0)
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
            assert float(moved.median()) == pytest.approx(recipe.learning_rate, rel=1e-2)


@pytest.mark.parametrize("optimizer", list(Optimizer))
def test_a_loaded_state_goes_on_exactly(config: BertConfig, optimizer: Optimizer):
    recipe = Recipe(optimizer=optimizer)
    first, second = new_model(config, 1), new_model(config, 1)
    one, two = Optimizers(first, recipe), Optimizers(second, recipe)
    for seed in range(3):
        fill_gradients(first, seed)
        one.step(1.0)
    second.load_state_dict(first.state_dict())
    two.load_state(one.state())
    for model, optimizers in ((first, one), (second, two)):
        fill_gradients(model, 3)
        optimizers.step(0.5)
    state = second.state_dict()
    assert all(torch.equal(value, state[name]) for name, value in first.state_dict().items())


def test_a_state_is_a_copy(model: BertForPreTraining):
    optimizers = Optimizers(model, Recipe())
    fill_gradients(model, 0)
    optimizers.step(1.0)
    state = optimizers.state()
    kept = {name: value.clone() for name, value in state.items()}
    fill_gradients(model, 1)
    optimizers.step(1.0)
    assert all(torch.equal(state[name], kept[name]) for name in kept)
