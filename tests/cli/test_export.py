"""`bertscope export`: a folder that others open, with the weights that were asked for."""

from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file, save_file
from transformers import BertForPreTraining, BertTokenizer

from bertscope.engine.folder import load_model
from tests.cli.conftest import Bertscope
from tests.wire.small import LENGTH, make_model

DTYPES = {"fp32": torch.float32, "fp16": torch.float16, "bf16": torch.bfloat16}
Weights = dict[str, torch.Tensor]


def weights(folder: Path) -> Weights:
    return load_file(folder / "model.safetensors")


def same(one: Weights, other: Weights) -> bool:
    return one.keys() == other.keys() and all(
        one[name].dtype == other[name].dtype and torch.equal(one[name], other[name]) for name in one
    )


@pytest.mark.parametrize("precision", DTYPES)
def test_the_weights_are_those_of_the_model_rounded(
    bertscope_: Bertscope, model: Path, tmp_path: Path, precision: str
):
    out, dtype = tmp_path / "new" / "folder", DTYPES[precision]
    said = bertscope_("export", "--model", model, "--precision", precision, "--out", out)
    assert (said.code, said.err) == (0, "")
    rounded = {name: value.to(dtype) for name, value in weights(model).items()}
    assert same(weights(out), rounded)

    theirs, report = BertForPreTraining.from_pretrained(out, output_loading_info=True)
    assert not any(report[kind] for kind in ("missing_keys", "unexpected_keys", "mismatched_keys"))
    assert theirs.dtype == dtype
    state = theirs.state_dict()
    assert all(torch.equal(state[name], value) for name, value in rounded.items())
    decoder, words = state["cls.predictions.decoder.weight"], theirs.get_input_embeddings().weight
    assert torch.equal(decoder, words)
    assert BertTokenizer.from_pretrained(out).tokenize("Anna likes") == ["anna", "likes"]

    loaded = load_model(out)
    assert loaded.new_heads == ()
    assert same(
        dict(loaded.model.state_dict()), {name: value.float() for name, value in rounded.items()}
    )
    assert loaded.tokenizer.vocabulary == load_model(model).tokenizer.vocabulary


def test_it_says_where_it_lies_and_how_large_it_is(
    bertscope_: Bertscope, model: Path, tmp_path: Path
):
    whole, half = tmp_path / "whole", tmp_path / "half"
    bertscope_("export", "--model", model, "--out", whole)
    said = bertscope_("export", "--model", model, "--precision", "fp16", "--out", half)
    size = sum(path.stat().st_size for path in half.iterdir())
    assert said.out == f"{half}: {size / 1e6:.1f} MB in fp16\n"
    # By default nothing is rounded.
    assert same(weights(whole), weights(model))
    sizes = [sum(value.nbytes for value in weights(folder).values()) for folder in (whole, half)]
    assert sizes[0] == 2 * sizes[1]


def test_of_a_run_the_last_saved_step_is_exported(
    bertscope_: Bertscope, model: Path, corpus: Path, tmp_path: Path
):
    run, out = tmp_path / "run", tmp_path / "out"
    sizes = ("--batch-size", 8, "--held-out-pairs", 4, "--max-length", LENGTH)
    words = ("--corpus", corpus, "--start", model, *sizes, "--steps", 2, "--device", "cpu")
    assert bertscope_("pretrain", *words, "--out", run).code == 0
    assert bertscope_("export", "--model", run, "--out", out).code == 0
    assert same(weights(out), weights(run / "model"))
    assert not same(weights(out), weights(model))

    # Killed later, it has a checkpoint that is newer than its model/.
    make_model(run / "checkpoints" / "step-000003", seed=9)
    assert bertscope_("export", "--model", run, "--out", tmp_path / "later").code == 0
    assert same(weights(tmp_path / "later"), weights(run / "checkpoints" / "step-000003"))


def test_a_folder_that_is_empty_may_be_taken_and_no_other(
    bertscope_: Bertscope, refused: Any, model: Path, tmp_path: Path
):
    words = ("export", "--model", model, "--out")
    full = tmp_path / "full"
    full.mkdir()
    (full / "notes.txt").write_text("mine")
    assert f"{full} is there already: choose a new folder." in refused(*words, full)
    assert "is there already" in refused(*words, full / "notes.txt")
    assert "is there already" in refused(*words, model)
    assert [path.name for path in full.iterdir()] == ["notes.txt"]
    assert "can't be written" in refused(*words, full / "notes.txt" / "below")
    (tmp_path / "empty").mkdir()
    assert bertscope_(*words, tmp_path / "empty").code == 0


@pytest.mark.parametrize(
    ("prefix", "names"),
    [
        ("cls.predictions.", "no masked-LM head"),
        ("cls.", "no masked-LM head and no next-sentence head"),
        ("bert.pooler.", "no pooler"),
    ],
)
def test_random_heads_are_not_exported(
    refused: Any, model: Path, tmp_path: Path, prefix: str, names: str
):
    kept = {name: value for name, value in weights(model).items() if not name.startswith(prefix)}
    save_file(kept, model / "model.safetensors", {"format": "pt"})
    line = refused("export", "--model", model, "--out", tmp_path / "out")
    assert f"{model} has {names}, and what would be written" in line
    assert not (tmp_path / "out").exists()


def test_what_is_no_model_is_not_exported(refused: Any, tmp_path: Path):
    (tmp_path / "empty").mkdir()
    words = ("export", "--out", tmp_path / "out", "--model")
    assert "There is no" in refused(*words, tmp_path / "nowhere")
    assert "no config.json" in refused(*words, tmp_path / "empty")
    assert not (tmp_path / "out").exists()
