"""Folders of fine-tuned models on the command line, as far as they are looked at and copied."""

import json
from pathlib import Path

import numpy as np
import pytest
import transformers

from bertscope.engine.folder import load_model
from bertscope.task import Kind
from tests.cli.conftest import Bertscope
from tests.wire.test_task_looks import make_task_model


@pytest.mark.parametrize("kind", list(Kind))
def test_an_export_is_opened_by_transformers(bertscope_: Bertscope, tmp_path: Path, kind: Kind):
    labels = ["no", "yes"] if kind is Kind.CLASSIFICATION else []
    folder, out = make_task_model(tmp_path, kind, labels), tmp_path / "out"
    said = bertscope_("export", "--model", folder, "--precision", "fp16", "--out", out)
    assert (said.code, said.err) == (0, "")
    loaded = load_model(out)
    assert (loaded.kind, list(loaded.labels)) == (kind, labels)
    opened = getattr(transformers, loaded.config.architecture)
    _, found = opened.from_pretrained(out, output_loading_info=True)
    assert not any(found[key] for key in ("missing_keys", "unexpected_keys", "mismatched_keys"))


@pytest.mark.parametrize("kind", list(Kind))
def test_a_probe_tells_the_answer(bertscope_: Bertscope, tmp_path: Path, kind: Kind):
    labels = ["no", "yes"] if kind is Kind.CLASSIFICATION else []
    folder = make_task_model(tmp_path, kind, labels)
    words = ("--model", folder, "--a", "anna likes", "--b", "the boat")
    for suffix in ("json", "npz"):
        said = bertscope_("probe", *words, "--out", tmp_path / f"look.{suffix}")
        assert (said.code, said.err) == (0, "")
    found = json.loads((tmp_path / "look.json").read_text())
    assert (found["answer"]["kind"], found["loss"], found["predictions"]) == (kind, None, [])
    assert len(found["answer"]["attribution"]) == len(found["tokens"])
    with np.load(tmp_path / "look.npz") as arrays:
        assert "hidden_states" in arrays
        assert not {"mlm_logits", "nsp_logits"} & {*arrays}
