"""`bertscope evaluate`: the same numbers for people and for programs."""

import re
from pathlib import Path
from typing import Any

import msgspec
import pytest
import torch

from bertscope.engine.evaluation import Evaluation
from bertscope.engine.folder import load_model, save_model
from tests.cli.conftest import Bertscope, make_headless
from tests.wire.small import make_model

STORIES = 60
LONG = 192
"""Most words of the stories are read letter by letter here."""


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """One that always says "anna", then "ben", "cleo" and so on, and that B is next."""
    loaded = load_model(make_model(tmp_path / "rigged", length=LONG))
    head = loaded.model.cls
    with torch.no_grad():
        head.predictions.transform.LayerNorm.weight.zero_()
        head.predictions.transform.LayerNorm.bias.zero_()
        head.predictions.bias.copy_(-torch.arange(loaded.config.vocab_size))
        head.predictions.bias[:5] = -100.0
        head.seq_relationship.bias.copy_(torch.tensor([9.0, -9.0]))
    save_model(tmp_path / "rigged", loaded.model, loaded.config, loaded.tokenizer)
    return tmp_path / "rigged"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Right at the first guess, at the third, at a later one, and at none."""
    path = tmp_path / "own.tsv"
    lines = [
        "a\tb\tanswers",
        "[MASK] likes the boat .\tanna likes the rose .\tdan anna",
        "anna likes the boat .\t[MASK] likes it .\tcleo",
        "anna likes the [MASK] .\t\tbook",
        "anna likes the [MASK] .\t\tbicycle",
    ]
    path.write_text("\n".join(lines))
    return path


def call(bertscope_: Bertscope, model: Path, *words: object) -> str:
    said = bertscope_("evaluate", "--model", model, "--stories", STORIES, *words)
    assert said.code == 0
    return said.out


def test_the_numbers_for_programs(bertscope_: Bertscope, model: Path, own: Path):
    out = call(bertscope_, model, "--cloze", own, "--json")
    found = msgspec.json.decode(out, type=Evaluation, strict=True)
    assert (found.cloze.top_1, found.cloze.top_5) == (0.25, 0.5)
    assert (found.cloze.items, found.cloze.unknown) == (4, 1)
    for trial in (found.sentences, found.parts):
        assert (trial.easy, trial.scene, trial.content, trial.pairs) == (0.5, 0.5, 0.5, STORIES)
    # The names are rare in the stories, and the letters are what words are read in.
    assert 0 <= found.masked_words.top_1 <= found.masked_words.top_5 < 0.2
    assert found.masked_words.loss > found.masked_words.guessing


def test_the_numbers_for_people_are_the_same(bertscope_: Bertscope, model: Path, own: Path):
    words = ("--cloze", own)
    found = msgspec.json.decode(call(bertscope_, model, *words, "--json"), type=Evaluation)
    lines = call(bertscope_, model, *words).splitlines()
    names = [re.split(r"  +", line)[0] for line in lines]
    assert names == ["masked words", "next sentence", "next part", "cloze"]
    masked = found.masked_words
    assert f"loss {masked.loss:.3f} (guessing {masked.guessing:.3f})" in lines[0]
    assert f"first {masked.top_1:.1%}, among five {masked.top_5:.1%}" in lines[0]
    for line in lines[1:3]:
        assert line.count("50.0%") == 3
        assert line.endswith(f"of {STORIES} (guessing 50 %)")
    assert "first 25.0%, among five 50.0%, of 4 (1 " in lines[3]


def test_the_words_for_each_item_are_listed_where_asked(
    bertscope_: Bertscope, model: Path, own: Path
):
    lines = call(bertscope_, model, "--cloze", own, "--answers").splitlines()[4:]
    assert [line[0] for line in lines] == ["1", "3", "-", " "]
    assert lines[0].startswith("1 [MASK] likes the boat . / anna likes the rose .: anna 63%, ben")
    assert lines[2].startswith("- anna likes the [MASK] . / : anna 63%, ben 23%, cleo 9%, dan 3%")


def test_the_cloze_test_that_ships_is_asked_where_no_other_is(bertscope_: Bertscope, model: Path):
    found = msgspec.json.decode(call(bertscope_, model, "--json"), type=Evaluation)
    assert found.cloze.items == 200
    # Of its words this vocabulary holds hardly any.
    assert found.cloze.unknown > 100


def test_a_run_means_the_model_of_its_last_saved_step(
    bertscope_: Bertscope, model: Path, own: Path, tmp_path: Path
):
    words = ("--cloze", own, "--json")
    expected = call(bertscope_, model, *words)
    checkpoints = tmp_path / "run" / "checkpoints"
    make_model(checkpoints / "step-000010", seed=8, length=LONG)
    model.rename(checkpoints / "step-000020")
    assert call(bertscope_, tmp_path / "run", *words) == expected


def test_a_head_that_is_missing_is_named(bertscope_: Bertscope, own: Path, tmp_path: Path):
    make_headless(tmp_path / "theirs", 64)
    words = ("--model", tmp_path / "theirs", "--stories", STORIES, "--cloze", own)
    said = bertscope_("evaluate", *words)
    assert said.code == 0
    assert "note: the model has no pooler and no next-sentence head: it guesses there." in said.err


def test_what_cannot_be_evaluated(refused: Any, model: Path, own: Path, tmp_path: Path):
    assert "There is no" in refused("evaluate", "--model", tmp_path / "nowhere")
    (tmp_path / "empty").mkdir()
    assert "no config.json" in refused("evaluate", "--model", tmp_path / "empty")
    words = ("evaluate", "--model", model)
    assert "--stories is 1: ask about 2 or more." in refused(*words, "--stories", 1)
    assert "--stories is -4" in refused(*words, "--stories=-4")
    assert "choose another file" in refused(*words, "--cloze", tmp_path / "nowhere.tsv")
    own.write_text(own.read_text() + "\nno word is hidden\t\there")
    assert "own.tsv, line 6: write exactly one [MASK]" in refused(*words, "--cloze", own)


def test_two_stories_are_enough(bertscope_: Bertscope, model: Path, own: Path):
    said = bertscope_("evaluate", "--model", model, "--stories", 2, "--cloze", own)
    assert said.code == 0


def test_an_item_longer_than_the_model_reads_is_no_crash(
    bertscope_: Bertscope, own: Path, tmp_path: Path
):
    own.write_text("a\tb\tanswers\n" + "anna " * 30 + "[MASK] .\t\tben\n")
    short = make_model(tmp_path / "short")
    said = bertscope_("evaluate", "--model", short, "--stories", STORIES, "--cloze", own)
    assert said.code == 0
    assert "of 1 (1 whose words" in said.out
