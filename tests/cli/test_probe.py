"""`bertscope probe`: numbers that agree with each other, and sentences for what can't be."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtGui import QImage
from transformers import BertTokenizer

from bertscope.places import default_model
from tests.cli.conftest import Bertscope, make_headless
from tests.wire.small import LENGTH

A, B = "my dog is cute", "he likes playing"
Arrays = dict[str, Any]


def log_softmax(logits: Any) -> Any:
    shifted = logits.astype(np.float64) - logits.max(-1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))


@pytest.fixture
def numbers(bertscope_: Bertscope, tmp_path: Path) -> Callable[..., tuple[dict[str, Any], Arrays]]:
    """The .json and the .npz of one look, with what was said on stderr."""

    def look(*words: object) -> tuple[dict[str, Any], Arrays]:
        for suffix in ("json", "npz"):
            said = bertscope_("probe", *words, "--out", tmp_path / f"look.{suffix}")
            assert (said.code, said.out) == (0, "")
        with np.load(tmp_path / "look.npz") as arrays:
            found = {**arrays}
        return {**json.loads((tmp_path / "look.json").read_text()), "said": said.err}, found

    return look


def test_the_numbers_follow_from_the_arrays(numbers: Any):
    found, arrays = numbers("--a", A, "--b", B, "--mask", "2,8")
    config = json.loads((default_model() / "config.json").read_text())
    length, width = len(found["tokens"]), config["hidden_size"]
    layers, heads = config["num_hidden_layers"], config["num_attention_heads"]
    shapes = {
        "token_rows": (length, width),
        "segment_rows": (length, width),
        "position_rows": (length, width),
        "sum": (length, width),
        "normalized": (length, width),
        "hidden_states": (layers + 1, length, width),
        "attention": (layers, heads, length, length),
        "mlm_logits": (length, config["vocab_size"]),
        "nsp_logits": (2,),
    }
    assert {name: array.shape for name, array in arrays.items()} == shapes
    rows = arrays["token_rows"] + arrays["segment_rows"] + arrays["position_rows"]
    np.testing.assert_allclose(rows, arrays["sum"], atol=1e-6)
    np.testing.assert_array_equal(arrays["hidden_states"][0], arrays["normalized"])
    np.testing.assert_allclose(arrays["attention"].sum(-1), 1, atol=1e-5)
    vocabulary = (default_model() / "vocab.txt").read_text().splitlines()
    log_p = log_softmax(arrays["mlm_logits"])
    assert [p["position"] for p in found["predictions"]] == [2, 8]
    for prediction in found["predictions"]:
        position = prediction["position"]
        original = vocabulary.index(prediction["original"])
        assert original == found["ids"][position]
        assert prediction["loss"] == pytest.approx(-log_p[position, original], abs=1e-5)
        assert prediction["probability"] == pytest.approx(np.exp(-prediction["loss"]), abs=1e-6)
        assert prediction["rank"] == 1 + (log_p[position] > log_p[position, original]).sum()
        best = np.argsort(-log_p[position], kind="stable")[:5]
        assert [guess["token"] for guess in prediction["top"]] == [vocabulary[i] for i in best]
    assert found["mlm_loss"] == pytest.approx(np.mean([p["loss"] for p in found["predictions"]]))
    log_next = log_softmax(arrays["nsp_logits"])
    assert found["nsp_loss"] == pytest.approx(-log_next[0], abs=1e-5)
    assert found["is_next_probability"] == pytest.approx(np.exp(log_next[0]), abs=1e-5)
    assert found["loss"] == pytest.approx(found["mlm_loss"] + found["nsp_loss"])
    assert found["said"] == ""


def test_the_input_is_what_transformers_tokenizer_makes_of_it(numbers: Any):
    found, _ = numbers("--a", A, "--b", B, "--mask", "2")
    theirs = BertTokenizer.from_pretrained(default_model())
    encoded = theirs(A, B)
    assert found["ids"] == encoded["input_ids"]
    assert found["segments"] == encoded["token_type_ids"]
    assert found["positions"] == list(range(len(found["ids"])))
    assert found["tokens"] == theirs.convert_ids_to_tokens(found["ids"])
    words = [
        None if span is None else (A, B)[segment][slice(*span)]
        for span, segment in zip(found["spans"], found["segments"], strict=True)
    ]
    assert words[1:5] == A.split()
    masked = list(found["ids"])
    masked[2] = theirs.mask_token_id
    assert found["model_ids"] == masked
    assert found["mask_plan"] == [
        {
            "position": 2,
            "action": "mask",
            "original": "dog",
            "token": "[MASK]",
            "id": theirs.mask_token_id,
        }
    ]


def test_not_next_is_the_other_label(numbers: Any):
    is_next, _ = numbers("--a", A, "--b", B)
    not_next, _ = numbers("--a", A, "--b", B, "--not-next")
    assert (is_next["nsp_label"], not_next["nsp_label"]) == (0, 1)
    shares = np.exp(-np.array([is_next["nsp_loss"], not_next["nsp_loss"]]))
    assert shares.sum() == pytest.approx(1, abs=1e-5)
    assert is_next["mlm_loss"] is None
    assert is_next["loss"] == is_next["nsp_loss"]


def test_the_same_seed_rolls_the_same_masks(numbers: Any):
    rolled = [numbers("--a", A * 6, "--b", B * 3, "--roll", seed)[0] for seed in (7, 7, 8)]
    plans = [look["mask_plan"] for look in rolled]
    assert plans[0] == plans[1] != plans[2]
    real = sum(span is not None for span in rolled[0]["spans"])
    assert len(plans[0]) == round(0.15 * real)
    assert all(choice["original"] not in ("[CLS]", "[SEP]") for choice in plans[0])


def test_without_b_nothing_is_said_of_the_next_sentence(numbers: Any):
    found, _ = numbers("--a", A, "--mask", "1")
    assert set(found["segments"]) == {0}
    assert found["nsp_label"] is found["nsp_loss"] is found["is_next_probability"] is None
    assert found["loss"] == found["mlm_loss"]


def test_two_empty_sentences_are_a_pair_too(numbers: Any):
    found, arrays = numbers("--a", "", "--b", " \t ")
    assert found["tokens"] == ["[CLS]", "[SEP]"]
    assert found["loss"] is None
    assert found["predictions"] == []
    assert arrays["sum"].shape[0] == 2


def test_a_pair_longer_than_the_model_is_cut_and_said(numbers: Any, model: Path):
    found, _ = numbers("--a", "anna likes the boat . " * 6, "--b", "ben .", "--model", model)
    assert len(found["tokens"]) == LENGTH
    assert (found["cut_a"], found["cut_b"]) == (30 + 2 + 3 - LENGTH, 0)
    assert f"the model's {LENGTH} positions" in found["said"]
    assert "11 tokens of A and 0 of B" in found["said"]


def test_a_model_without_a_next_sentence_head_is_named(numbers: Any, tmp_path: Path):
    make_headless(tmp_path / "theirs", 16)
    found, _ = numbers("--a", "anna", "--b", "ben", "--model", tmp_path / "theirs")
    assert "next-sentence head" in found["said"]
    assert "random weights" in found["said"]


@pytest.mark.parametrize("name", ["look.NPZ", "LOOK.JSON"])
def test_the_suffix_counts_in_capitals_too(bertscope_: Bertscope, tmp_path: Path, name: str):
    assert bertscope_("probe", "--a", A, "--out", tmp_path / "out" / ".." / name).code == 2
    assert bertscope_("probe", "--a", A, "--out", tmp_path / name).code == 0
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == [name]


@pytest.mark.parametrize("dark", [(), ("--dark",)], ids=["light", "dark"])
def test_the_figure_as_png_and_svg(bertscope_: Bertscope, tmp_path: Path, dark: tuple[str, ...]):
    for name in ("look.png", "look.svg"):
        words = ("--a", A, "--b", B, "--mask", "2", *dark, "--out", tmp_path / name)
        assert bertscope_("probe", *words).code == 0
    image = QImage(str(tmp_path / "look.png"))
    assert image.width() > 960
    colours = {image.pixel(x, y) for x in range(0, image.width(), 7) for y in (20, 200, 400)}
    assert len(colours) > 5
    light = sum(QImage(image).pixelColor(5, y).lightness() for y in range(5, 105)) / 100
    assert light < 100 if dark else light > 200
    svg = (tmp_path / "look.svg").read_text("utf-8")
    assert svg.lstrip().startswith("<?xml")
    assert "dog" in svg or "path" in svg


@pytest.mark.parametrize(
    ("mask", "word"),
    [
        ("0", "Position 0 can't be masked"),
        ("5", "Position 5 can't be masked"),
        ("99", "2 dog"),
        ("-1", "Position -1"),
        ("two", "as numbers"),
        ("1;2", "as numbers"),
        ("1.5", "as numbers"),
    ],
)
def test_masks_that_cannot_be(refused: Any, tmp_path: Path, mask: str, word: str):
    assert word in refused("probe", "--a", A, f"--mask={mask}", "--out", tmp_path / "x.json")
    assert not (tmp_path / "x.json").exists()


def test_files_that_cannot_be_written(refused: Any, tmp_path: Path):
    words = ("probe", "--a", A, "--out")
    assert ".json, .npz, .png or .svg" in refused(*words, tmp_path / "look.pdf")
    assert ".json, .npz, .png or .svg" in refused(*words, tmp_path / "look")
    for suffix in ("json", "npz", "png", "svg"):
        assert "no folder" in refused(*words, tmp_path / "missing" / f"look.{suffix}")
        (tmp_path / f"a.{suffix}").mkdir()
        assert "can't be written" in refused(*words, tmp_path / f"a.{suffix}")


def test_folders_that_hold_no_bert(refused: Any, tmp_path: Path):
    words = ("probe", "--a", A, "--out", tmp_path / "x.json", "--model")
    (tmp_path / "roberta").mkdir()
    (tmp_path / "roberta" / "config.json").write_text('{"model_type": "roberta"}')
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "config.json").write_text("{")
    assert "roberta model, not BERT" in refused(*words, tmp_path / "roberta")
    assert "can't be read" in refused(*words, tmp_path / "broken")
    assert "There is no" in refused(*words, tmp_path / "missing")
    assert "is a file" in refused(*words, tmp_path / "roberta" / "config.json")
