"""Looks at fine-tuned models: answers against transformers, attribution against differences."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor

from bertscope.engine.config import BertConfig
from bertscope.engine.looks import Look
from bertscope.engine.model import HeadedBert
from bertscope.engine.passes import Memory
from bertscope.engine.probe import look
from bertscope.errors import ModelError
from bertscope.looks import Answer, Wants
from bertscope.task import Kind
from tests.engine.test_task_models import LABELS, kinds, task_model
from tests.engine.transformers_models import their_outputs, their_task_model

IDS = [2, 9, 4, 11, 3, 12, 4, 8, 3]
SEGMENTS = [0, 0, 0, 0, 0, 1, 1, 1, 1]
SOURCES = [2, 0, 0, 0, 2, 1, 1, 1, 2]
EVERYTHING = Wants(
    positions=[1],
    thumbnails=48,
    layer=1,
    heads=[1],
    hidden_states=True,
    neighbours_of=9,
    distribution_at=4,
    attribution=True,
)


def see(model: HeadedBert, wants: Wants = EVERYTHING, **more: Any) -> Look:
    asked: dict[str, Any] = {"ids": IDS, "segments": SEGMENTS, "labels": {2: 7}, "nsp_label": 1}
    return look(model, **{**asked, "sources": SOURCES, "wants": wants, **more})


def answer(model: HeadedBert, wants: Wants = EVERYTHING, **more: Any) -> Answer:
    said = see(model, wants, **more).answer
    assert said is not None
    return said


@pytest.fixture(params=list(Kind))
def model(request: pytest.FixtureRequest, config: BertConfig) -> HeadedBert:
    return task_model(config, request.param)


@pytest.fixture
def passes(model: HeadedBert) -> Iterator[list[int]]:
    """Has an entry for each forward pass."""
    done: list[int] = []
    hook = model.bert.encoder.register_forward_hook(lambda *_: done.append(1))
    yield done
    hook.remove()


def test_what_pretraining_says_is_not_there_and_all_else_is(model: HeadedBert):
    seen = see(model, whole=True)
    assert seen.predictions == ()
    for name in ("nsp_logits", "is_next_probability", "mlm_loss", "nsp_loss", "distribution"):
        assert getattr(seen, name) is None, name
    assert seen.mlm_logits is None
    assert (seen.pooled is None) == (model.config.kind is Kind.QA)
    theirs = their_outputs(
        their_task_model(model),
        torch.tensor([IDS]),
        torch.tensor([SEGMENTS]),
        None,
        output_hidden_states=True,
        output_attentions=True,
    )
    for ours, expected in (
        (seen.hidden_states, torch.cat(theirs.hidden_states)),
        (seen.attention, torch.cat(theirs.attentions)),
        (seen.c, theirs.hidden_states[-1][0, 0]),
    ):
        np.testing.assert_allclose(ours, expected.detach().numpy(), atol=1e-5)
    assert seen.heads is not None
    assert seen.blocks is not None
    assert seen.neighbours is not None
    assert len(seen.neighbours) == 10


def test_classes_are_those_of_transformers(config: BertConfig):
    model = task_model(config, Kind.CLASSIFICATION)
    said = answer(model, label=1)
    theirs = their_task_model(model)
    expected = their_outputs(
        theirs, torch.tensor([IDS]), torch.tensor([SEGMENTS]), None, labels=torch.tensor([1])
    )
    logits = expected.logits[0].detach()
    assert said.labels == list(LABELS[Kind.CLASSIFICATION])
    assert said.logits == pytest.approx(logits.tolist(), abs=1e-5)
    assert said.probabilities == pytest.approx(logits.softmax(-1).tolist(), abs=1e-5)
    assert said.said == int(logits.argmax())
    assert (said.label, said.loss) == (1, pytest.approx(expected.loss.item(), abs=1e-5))
    unlabelled = answer(model)
    assert (unlabelled.label, unlabelled.loss) == (None, None)


def test_a_number_is_that_of_transformers(config: BertConfig):
    model = task_model(config, Kind.REGRESSION)
    said = answer(model, label=5)  # A class has no meaning here.
    expected = their_outputs(
        their_task_model(model), torch.tensor([IDS]), torch.tensor([SEGMENTS]), None
    )
    assert said.logits == pytest.approx(expected.logits[0].tolist(), abs=1e-5)
    assert (said.probabilities, said.labels, said.said, said.loss) == ([], [], -1, None)


@pytest.mark.parametrize("sources", [SOURCES, ()], ids=["told", "found by segments"])
def test_spans_are_of_the_passage_or_no_answer(config: BertConfig, sources: list[int]):
    model = task_model(config, Kind.QA)
    said = answer(model, sources=sources)
    theirs = their_outputs(
        their_task_model(model), torch.tensor([IDS]), torch.tensor([SEGMENTS]), None
    )
    can_be = [0, 5, 6, 7]
    for shown, logits in ((said.starts, theirs.start_logits), (said.ends, theirs.end_logits)):
        expected = np.zeros(len(IDS))
        expected[can_be] = logits[0, can_be].softmax(-1).detach().numpy()
        assert shown == pytest.approx(expected, abs=1e-5)
    starts, ends = theirs.start_logits[0].tolist(), theirs.end_logits[0].tolist()
    spans = [(0, 0)] + [(s, e) for s in (5, 6, 7) for e in (5, 6, 7) if s <= e]
    spans.sort(key=lambda span: -(starts[span[0]] + ends[span[1]]))
    assert [(span.start, span.end) for span in said.spans] == spans
    for span in said.spans:
        assert span.score == pytest.approx(starts[span.start] + ends[span.end], abs=1e-5)
        probability = said.starts[span.start] * said.ends[span.end]
        assert span.probability == pytest.approx(probability, abs=1e-6)
    assert said.said == 0


@pytest.mark.parametrize("sources", [(2, 0, 0, 2), ()])
def test_without_a_passage_there_is_no_answer(config: BertConfig, sources: tuple[int, ...]):
    model = task_model(config, Kind.QA)
    said = answer(
        model,
        Wants(attribution=True),
        ids=[2, 9, 4, 3],
        segments=[0] * 4,
        labels={},
        sources=sources,
    )
    assert [(span.start, span.end) for span in said.spans] == [(0, 0)]
    assert said.starts == said.ends == [1.0, 0.0, 0.0, 0.0]
    assert len(said.attribution) == 4


def test_ten_spans_and_no_answer_at_the_most(config: BertConfig):
    model = task_model(config, Kind.QA)
    length = 20
    said = answer(
        model,
        ids=[2, 9, 3, *range(5, 5 + length - 4), 3],
        segments=[0, 0, 0] + [1] * (length - 3),
        labels={},
        sources=(),
    )
    assert len(said.spans) == 11
    scores = [span.score for span in said.spans]
    assert scores == sorted(scores, reverse=True)


def slope_by_differences(model: HeadedBert, token: int, said: Answer) -> float:
    """How the answer's logit grows with the token's own embedding, by central differences."""
    small = 1e-4
    scores = []
    for factor in (1 + small, 1 - small):
        scale = torch.ones(len(IDS), 1, dtype=torch.float64)
        scale[token] = factor

        def scaled(_module: Any, _ids: Any, rows: Tensor, scale: Tensor = scale) -> Tensor:
            return rows * scale

        hook = model.bert.embeddings.word_embeddings.register_forward_hook(scaled)
        with torch.no_grad():
            logits = model(torch.tensor([IDS]), torch.tensor([SEGMENTS]), None)[0]
        hook.remove()
        if said.kind is Kind.QA:
            span = said.spans[0]
            scores.append(logits[span.start, 0] + logits[span.end, 1])
        else:
            scores.append(logits[max(0, said.said)])
    return float(scores[0] - scores[1]) / (2 * small)


def test_attribution_is_the_slope_along_each_token(model: HeadedBert):
    model.double()
    said = answer(model)
    expected = [slope_by_differences(model, token, said) for token in range(len(IDS))]
    assert said.attribution == pytest.approx(expected, rel=1e-5, abs=1e-7)
    assert max(map(abs, said.attribution)) > 1e-3


def test_along_the_whole_sum_there_is_no_slope(model: HeadedBert):
    """Why attribution is along the token's own row: LayerNorm takes out how long their sum is."""
    model.double()
    inputs = torch.tensor([IDS]), torch.tensor([SEGMENTS]), None
    scale = torch.linspace(0.5, 2.0, len(IDS), dtype=torch.float64)[:, None]
    with torch.no_grad():
        logits = model(*inputs)
        norm = model.bert.embeddings.LayerNorm
        norm.register_forward_pre_hook(lambda _, rows: rows[0] * scale)
        torch.testing.assert_close(model(*inputs), logits, rtol=0, atol=1e-8)


def test_attribution_is_there_only_where_it_is_wanted_and_once(
    model: HeadedBert, passes: list[int]
):
    memory = Memory()
    assert answer(model, wants=Wants(), memory=memory).attribution == []
    assert len(passes) == 1
    first = answer(model, memory=memory)
    assert len(passes) == 2
    assert answer(model, memory=memory).attribution == first.attribution != []
    assert len(passes) == 2


def test_attribution_leaves_training_as_it_was(model: HeadedBert):
    """Gradients of a step that is under way, the mode, frozen weights and the random state."""
    model.train()
    for number, parameter in enumerate(model.parameters()):
        parameter.requires_grad_(number % 2 == 0)
        parameter.grad = torch.full_like(parameter, float(number)) if number % 2 == 0 else None
    before = torch.get_rng_state()
    with torch.no_grad():
        first = answer(model)
    model.requires_grad_(False)
    assert answer(model).attribution == first.attribution
    assert model.training
    assert torch.equal(before, torch.get_rng_state())
    for number, parameter in enumerate(model.parameters()):
        kept = parameter.grad
        assert (kept is None) == (number % 2 == 1)
        assert kept is None or bool((kept == number).all())


def test_after_a_step_the_answer_is_the_new_one(model: HeadedBert):
    memory = Memory()
    before = answer(model, memory=memory, step=1)
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.add_(torch.linspace(0, 1, parameter.numel()).view_as(parameter))
    after = answer(model, memory=memory, step=2)
    assert before.attribution != after.attribution
    assert after == answer(model)


@pytest.mark.parametrize("label", [-1, 3])
def test_a_class_that_is_not_there_is_said(config: BertConfig, label: int):
    model = task_model(config, Kind.CLASSIFICATION)
    with pytest.raises(ModelError, match=f"no class {label}: .* 0 to 2"):
        see(model, label=label)


@kinds
def test_a_head_whose_outputs_are_no_numbers_is_refused(config: BertConfig, kind: Kind):
    model = task_model(config, kind)
    with torch.no_grad():
        list(model.parameters())[-1][0] = torch.nan
    with pytest.raises(ModelError, match="no numbers any more"):
        see(model)
