"""Training on a corpus that is read as a stream: the same run as on one that is held."""

from pathlib import Path

import msgspec
import pytest
import torch

from bertscope import places
from bertscope.engine.reports import StepMetrics
from bertscope.engine.training import Progress, TrainingSession
from bertscope.recipe import Recipe
from bertscope.text import large, pairs


def _train(recipe: Recipe, folder: Path) -> tuple[dict[str, torch.Tensor], list[StepMetrics]]:
    session = TrainingSession(recipe, folder)
    told = [event for event in session.advance() if isinstance(event, StepMetrics)]
    assert session.loaded is not None
    return {name: value.clone() for name, value in session.loaded.model.state_dict().items()}, told


def _take_all_for_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(large, "LARGE_BYTES", 0)
    monkeypatch.setattr(pairs, "TOKENS_HELD", 0)


def test_a_streamed_corpus_gives_the_weights_of_a_held_one(
    recipe: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected, reported = _train(recipe, tmp_path / "held")
    _take_all_for_large(monkeypatch)
    for name in ("streamed", "cached"):
        found, told = _train(recipe, tmp_path / name)
        assert all(torch.equal(expected[key], found[key]) for key in expected)
        assert [one.mlm_loss for one in told] == [one.mlm_loss for one in reported]
    assert len(list((places.cache_folder() / "corpora").iterdir())) == 1


def test_the_caller_is_told_that_a_large_corpus_is_read(
    recipe: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _take_all_for_large(monkeypatch)
    told = (
        e for e in TrainingSession(recipe, tmp_path / "run").advance() if isinstance(e, Progress)
    )
    assert "Reading the corpus" in [event.text for event in told]


def test_column_and_lines_reach_the_reader(
    recipe: Recipe, tmp_path: Path, documents: list[list[str]]
) -> None:
    path = tmp_path / "own.jsonl"
    records = [{"story": "\n".join(document)} for document in documents]
    path.write_bytes(b"\n".join(map(msgspec.json.encode, records)))
    changed = msgspec.structs.replace(
        recipe, corpus=str(path), column="story", one_sentence_a_line=True
    )
    expected, _ = _train(recipe, tmp_path / "text")
    found, _ = _train(changed, tmp_path / "records")
    assert all(torch.equal(expected[key], found[key]) for key in expected)
