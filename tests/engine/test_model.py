"""Outputs and gradients against transformers' BertForPreTraining."""

import math

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from bertscope.engine.config import ACTIVATIONS, BertConfig
from bertscope.engine.encoder import Dropout, SelfAttention, fused_attention
from bertscope.engine.layout import Layout
from bertscope.engine.model import BertForPreTraining, Outputs, build_model, new_model
from bertscope.engine.objective import measure
from tests.engine.transformers_models import their_model, their_outputs


@st.composite
def cases(draw: st.DrawFn) -> tuple[BertConfig, int, int, bool, int]:
    heads = draw(st.sampled_from([1, 2, 4]))
    width = heads * draw(st.sampled_from([4, 8]))
    config = BertConfig(
        vocab_size=draw(st.integers(8, 200)),
        hidden_size=width,
        num_hidden_layers=draw(st.integers(1, 3)),
        num_attention_heads=heads,
        intermediate_size=draw(st.integers(1, 64)),
        hidden_act=draw(st.sampled_from(ACTIVATIONS)),
        max_position_embeddings=draw(st.integers(12, 20)),
        type_vocab_size=draw(st.integers(2, 3)),
        pad_token_id=draw(st.sampled_from([0, 3, None])),
        initializer_range=0.2,
    )
    return (
        config,
        draw(st.integers(1, 4)),
        draw(st.integers(2, 12)),
        draw(st.booleans()),
        draw(st.integers(0, 2**31)),
    )


@given(cases())
@settings(max_examples=25, deadline=None)
def test_outputs_loss_and_gradients_equal_transformers(
    case: tuple[BertConfig, int, int, bool, int],
):
    config, rows, length, padded, seed = case
    ours = new_model(config, seed).eval()
    theirs = their_model(config, ours)
    rng = torch.Generator().manual_seed(seed)
    ids = torch.randint(config.vocab_size, (rows, length), generator=rng)
    segments = torch.randint(config.type_vocab_size, (rows, length), generator=rng)
    lengths = torch.randint(1, length + 1, (rows,), generator=rng) if padded else None
    real = torch.arange(length) < (length if lengths is None else lengths[:, None])
    chosen = (real & (torch.rand(rows, length, generator=rng) < 0.5)).flatten().nonzero()[:, 0]
    chosen = chosen if len(chosen) else torch.zeros(1, dtype=torch.long)
    targets = torch.randint(config.vocab_size, chosen.shape, generator=rng)
    next_labels = torch.randint(2, (rows,), generator=rng)

    outputs: Outputs = ours(ids, segments, lengths, chosen)
    labels = torch.full((rows * length,), -100)
    labels[chosen] = targets
    expected = their_outputs(
        theirs,
        ids,
        segments,
        lengths,
        labels=labels.view(rows, length),
        next_sentence_label=next_labels,
    )
    expected_mlm = expected.prediction_logits.flatten(0, 1)[chosen]
    torch.testing.assert_close(outputs.mlm_MV, expected_mlm, rtol=0, atol=1e-5)
    torch.testing.assert_close(outputs.nsp_B2, expected.seq_relationship_logits, rtol=0, atol=1e-5)

    loss = measure(outputs, targets, next_labels).loss
    torch.testing.assert_close(loss, expected.loss, rtol=1e-6, atol=0)
    torch.autograd.backward(loss)
    expected.loss.backward()
    their_gradients = {name: p.grad for name, p in theirs.named_parameters()}
    for name, parameter in ours.named_parameters():
        assert parameter.grad is not None
        torch.testing.assert_close(
            parameter.grad, their_gradients[name], rtol=1e-4, atol=2e-5, msg=name
        )


def test_parameter_names_are_transformers_own(config: BertConfig):
    ours = {name: p.shape for name, p in new_model(config, 0).named_parameters()}
    theirs = {name: p.shape for name, p in their_model(config).named_parameters()}
    assert ours == theirs


def test_weights_are_drawn_as_bert_does(config: BertConfig):
    model = new_model(config, seed=7)
    words = model.bert.embeddings.word_embeddings.weight.detach()
    assert float(words.mean()) == pytest.approx(0.0, abs=0.01)
    assert float(words.std()) == pytest.approx(config.initializer_range, rel=0.05)
    assert torch.equal(model.cls.predictions.bias, torch.zeros(config.vocab_size))
    assert torch.equal(model.bert.embeddings.LayerNorm.weight, torch.ones(config.hidden_size))


def test_the_same_seed_gives_the_same_weights(config: BertConfig):
    first, second, other = (new_model(config, seed).state_dict() for seed in (1, 1, 2))
    assert all(torch.equal(first[name], second[name]) for name in first)
    assert not all(torch.equal(first[name], other[name]) for name in first)


def test_building_a_model_leaves_the_global_random_state_alone(config: BertConfig):
    before = torch.get_rng_state()
    build_model(config)
    new_model(config, 3)
    assert torch.equal(before, torch.get_rng_state())


def test_dropout_acts_in_training_only(model: BertForPreTraining):
    ids = torch.randint(model.config.vocab_size, (1, 8))
    inputs = (ids, torch.zeros_like(ids), None, torch.tensor([2]))
    model.train()
    assert not torch.equal(model(*inputs).mlm_MV, model(*inputs).mlm_MV)
    model.eval()
    assert torch.equal(model(*inputs).mlm_MV, model(*inputs).mlm_MV)


@pytest.mark.parametrize("rate", [0.1, 0.5, 0.9, 0.998])
@pytest.mark.parametrize("shape", [(40, 50, 61), (3,), (0, 4)])
def test_dropout_drops_with_its_rate_and_keeps_the_mean(rate: float, shape: tuple[int, ...]):
    torch.manual_seed(0)
    x = torch.ones(shape, requires_grad=True)
    dropped = Dropout(rate)(x)
    kept = dropped[dropped != 0]
    torch.testing.assert_close(kept, torch.full_like(kept, 1 / (1 - rate)))
    if x.numel() > 1000:
        # Five standard errors.
        error = 5 * math.sqrt(rate * (1 - rate) / x.numel())
        assert float((dropped == 0).float().mean()) == pytest.approx(rate, abs=error)
    torch.autograd.backward(dropped.sum())
    assert x.grad is not None
    torch.testing.assert_close(x.grad, dropped.detach())


def test_dropout_is_drawn_from_the_random_state():
    x, dropout = torch.ones(7, 33), Dropout(0.3)
    drawn = []
    for seed in (1, 1, 2):
        torch.manual_seed(seed)
        drawn.append(dropout(x))
    assert torch.equal(drawn[0], drawn[1])
    assert not torch.equal(drawn[0], drawn[2])


@pytest.mark.parametrize("lengths", [None, torch.tensor([5, 7])])
def test_fused_attention_is_the_same(model: BertForPreTraining, lengths: torch.Tensor | None):
    """Compared where its probabilities can be seen; a GPU takes the fused one in training."""
    model.eval()
    attention = model.bert.encoder.layer[0].attention.self
    assert isinstance(attention, SelfAttention)
    layout = Layout.of(torch.zeros(2, 7, dtype=torch.long), lengths)
    tokens = len(layout.flat(torch.zeros(2, 7)))
    x = torch.randn(tokens, 32, generator=torch.Generator().manual_seed(0))
    q, k, v = (
        layout.in_rows(part(x)).view(2, 7, 2, 16).transpose(1, 2)
        for part in (attention.query, attention.key, attention.value)
    )
    fused = fused_attention(q * attention.scale, k, v, layout.scores_padding(like=q), 0.0)
    fused = layout.in_row(fused.flatten(2))
    torch.testing.assert_close(fused, attention(x, layout, None), rtol=0, atol=1e-5)


def test_padding_does_not_reach_what_is_real(model: BertForPreTraining):
    model.eval()
    ids = torch.randint(5, model.config.vocab_size, (1, 6))
    padded = torch.cat([ids, torch.full((1, 3), 9)], 1)
    chosen = torch.tensor([1, 4])
    alone = model(ids, torch.zeros_like(ids), None, chosen)
    beside = model(padded, torch.zeros_like(padded), torch.tensor([6]), chosen)
    torch.testing.assert_close(alone.mlm_MV, beside.mlm_MV, rtol=0, atol=1e-5)
    torch.testing.assert_close(alone.nsp_B2, beside.nsp_B2, rtol=0, atol=1e-5)
