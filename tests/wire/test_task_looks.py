"""Fine-tuned models, as the window gets to see them."""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from bertscope.engine.folder import load_model, save_model
from bertscope.engine.task_models import begin_task_model
from bertscope.recipe import Recipe
from bertscope.run_folder import Description
from bertscope.task import Kind, Start
from bertscope.wire import messages as m
from bertscope.wire.replies import run_model_info
from tests.wire.small import IDS, SOURCES, make_model, probe, serve

EVERYTHING = m.Wants(
    positions=[1],
    thumbnails=4,
    heads=[1],
    hidden_states=True,
    neighbours_of=9,
    distribution_at=2,
    attribution=True,
)


def make_task_model(folder: Path, kind: Kind, labels: Sequence[str] = ()) -> Path:
    """A model folder with a head that was just drawn."""
    loaded = load_model(make_model(folder / "before"))
    task = begin_task_model(loaded, kind, labels, start=Start.PRETRAINED, seed=3)
    save_model(folder / "after", task.model, task.config, task.tokenizer)
    return folder / "after"


@pytest.mark.parametrize(
    ("kind", "labels"), [(Kind.CLASSIFICATION, ["no", "yes"]), (Kind.REGRESSION, []), (Kind.QA, [])]
)
def test_it_says_what_a_model_was_fine_tuned_for(tmp_path: Path, kind: Kind, labels: list[str]):
    folder = make_task_model(tmp_path, kind, labels)
    (opened,) = serve(m.OpenModel(4, m.ModelRef(str(folder)))).of(m.ModelOpened)
    assert (opened.model.task, opened.model.labels) == (kind, labels)
    description = Description(
        recipe=Recipe(),
        bertscope="",
        torch="",
        python="",
        created="",
        parameters=opened.model.parameters,
        model=json.loads((folder / "config.json").read_text()),
    )
    told = run_model_info(m.ModelRef(str(folder)), description)
    assert told == opened.model


@pytest.mark.parametrize("kind", list(Kind))
def test_a_look_holds_the_answer_and_nothing_of_pretraining(tmp_path: Path, kind: Kind):
    labels = ["no", "yes"] if kind is Kind.CLASSIFICATION else []
    folder = make_task_model(tmp_path, kind, labels)
    asked = probe(folder, sources=SOURCES, wants=EVERYTHING, label=1)
    (look,) = serve(asked).of(m.Look)
    assert look.answer.kind is kind
    assert look.answer.labels == labels
    assert len(look.answer.attribution) == len(IDS)
    assert look.predictions == []
    assert look.nsp_logits is look.is_next_probability is look.distribution is None
    assert look.mlm_loss is look.nsp_loss is None
    assert (look.pooled is None) == (kind is Kind.QA)
    assert look.hidden_states.shape == (2, len(IDS), 16)
    np.testing.assert_allclose(look.heads.weights.numpy().sum(-1), 1, atol=1e-5)
    if kind is Kind.CLASSIFICATION:
        assert look.answer.loss == pytest.approx(-np.log(look.answer.probabilities[1]), abs=1e-5)


def test_a_label_that_the_model_does_not_know_is_said(tmp_path: Path):
    folder = make_task_model(tmp_path, Kind.CLASSIFICATION, ["no", "yes"])
    (failed,) = serve(probe(folder, label=2)).of(m.Failed)
    assert "no class 2" in failed.sentence


@pytest.mark.parametrize("kind", [Kind.REGRESSION, Kind.QA])
def test_its_words_have_a_map_and_it_does_no_step_of_pretraining(tmp_path: Path, kind: Kind):
    folder = make_task_model(tmp_path, kind)
    ref = m.ModelRef(str(folder))
    script = serve(
        m.MapVocabulary(1, ref),
        m.TellStep(2, ref, probe(folder)),
        lambda script: bool(script.of(m.Failed)),
    )
    (found,) = script.of(m.VocabularyMap)
    assert found.points.shape[1] == 2
    (failed,) = script.of(m.Failed)
    assert (failed.id, "was fine-tuned" in failed.sentence) == (2, True)
