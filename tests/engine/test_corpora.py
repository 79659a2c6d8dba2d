"""Of many processes one reads the corpus, and all have the same pieces, or the same sentence."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from bertscope.engine.corpora import DECOY_SEED, Pieces, read_corpus
from bertscope.engine.distributed import Ranks
from bertscope.engine.recipe_rules import check_recipe
from bertscope.errors import RunError
from bertscope.recipe import BUILT_IN, Recipe
from bertscope.text.corpus import split_documents
from bertscope.text.cutting import CutCorpus
from bertscope.text.stories import tell_story, write_stories
from bertscope.text.tokenizer import WordPieceTokenizer
from tests.engine.corpora_child import BREAKS, Case, _last, digest
from tests.torchrun import run_torchrun

PROCESSES = 3
Told = dict[str, list[dict[str, Any]]]


@pytest.fixture
def told(recipe: Recipe, tmp_path: Path) -> Told:
    """What every process has to say of every case; all in one start of torchrun."""
    other = tmp_path / "other.txt"
    text = Path(recipe.corpus).read_text()
    other.write_text(text.replace("anna", "ben"))
    copied = tmp_path / "copied.txt"
    copied.write_text(text)
    cases = [
        Case("broken-held", large=False, broken=True),
        Case("broken-large", large=True, broken=True),
        Case("held", large=False, others=str(tmp_path / "nowhere.txt")),
        Case("large", large=True),
        Case("again", large=True),
        Case("copied", large=True, machines=True, others=str(copied)),
        Case("other", large=True, machines=True, others=str(other)),
        Case("nowhere", large=True, machines=True, others=str(tmp_path / "nowhere.txt")),
    ]
    words = (msgspec.json.encode(recipe).decode(), msgspec.json.encode(cases).decode(), tmp_path)
    said = run_torchrun("tests.engine.corpora_child", *words, processes=PROCESSES)
    assert said.code == 0, said.err
    return {
        case.name: [
            json.loads((tmp_path / f"{case.name}-{rank}.json").read_text())
            for rank in range(PROCESSES)
        ]
        for case in cases
    }


def test_one_process_reads_the_corpus_for_all(
    told: Told, recipe: Recipe, tokenizer: WordPieceTokenizer, tmp_path: Path
):
    expected = digest(_last(read_corpus(recipe, tokenizer, Ranks())))
    for name in ("held", "large", "again", "copied"):
        assert [one["digest"] for one in told[name]] == [expected] * PROCESSES
        assert [one["mapped"] for one in told[name]] == [name != "held"] * PROCESSES
    reads = {name: [one["reads"] for one in ones] for name, ones in told.items()}
    assert reads["held"] == reads["large"] == [1, 0, 0]
    assert reads["again"] == [0, 0, 0]
    # Two machines may share a disk, but nobody knows: another path is another corpus.
    assert reads["copied"][0] == 0
    assert 1 <= sum(reads["copied"]) <= 2

    # What goes wrong for one goes wrong for all, and nobody else goes on to read.
    for name in ("broken-held", "broken-large"):
        assert [one["error"] for one in told[name]] == [BREAKS] * PROCESSES
        assert reads[name] == [1, 0, 0]
    (sentence,) = {one["error"] for one in told["other"]}
    assert "isn't the same text on all machines" in sentence
    (sentence,) = {one["error"] for one in told["nowhere"]}
    assert sentence.startswith(f"There is no {tmp_path / 'nowhere.txt'}")


# --- Decoys of the built-in stories ------------------------------------------------------------

STORIES = 80


def _read(recipe: Recipe, tokenizer: WordPieceTokenizer, **changes: Any) -> Pieces:
    changed = msgspec.structs.replace(recipe, stories=STORIES, **changes)
    return _last(read_corpus(changed, tokenizer, Ranks()))


def _ids(corpus: CutCorpus, ranges: tuple[Any, Any] | None) -> list[list[list[int]]]:
    """Documents of sentences of ids."""
    assert ranges is not None
    return [
        [
            corpus.ids[slice(*corpus.sentence_offsets[sentence : sentence + 2])].tolist()
            for sentence in range(start, end)
        ]
        for start, end in zip(*ranges, strict=True)
    ]


@pytest.mark.parametrize("decoys", [0.0, 0.3])
@pytest.mark.parametrize("corpus", BUILT_IN)
def test_stories_have_decoys_to_measure_on_and_to_train_on_where_asked(
    recipe: Recipe, tokenizer: WordPieceTokenizer, corpus: str, decoys: float
):
    pieces = _read(recipe, tokenizer, corpus=corpus, decoys=decoys)
    told = write_stories(recipe.seed, STORIES, corpus)
    for part, documents in zip(
        (pieces.train, pieces.held_out), split_documents(told, recipe.seed), strict=True
    ):
        expected = [tokenizer.cut_ids(document) for document in documents]
        assert _ids(part, part.document_ranges()) == expected
        if part is pieces.train and decoys == 0:
            assert part.decoy_ranges() is None
            continue
        again = [
            tell_story(recipe.seed, told.index(document), recipe.seed + DECOY_SEED, corpus)
            for document in documents
        ]
        expected = [tokenizer.cut_ids(story.sentences) for story in again]
        assert _ids(part, part.decoy_ranges()) == expected
        assert [len(story.sentences) for story in again] == [len(d) for d in documents]


def test_stories_to_train_on_are_the_same_with_decoys_and_without(
    recipe: Recipe, tokenizer: WordPieceTokenizer
):
    without, with_them = (
        _read(recipe, tokenizer, corpus="little-stories", decoys=share) for share in (0.0, 0.5)
    )
    assert digest(without) == digest(with_them)


def test_a_text_of_ones_own_has_no_decoys(recipe: Recipe, tokenizer: WordPieceTokenizer):
    pieces = _read(recipe, tokenizer, decoys=1.0)
    assert pieces.train.decoy_ranges() is pieces.held_out.decoy_ranges() is None


def test_four_stories_are_enough_and_three_are_too_few(
    recipe: Recipe, tokenizer: WordPieceTokenizer
):
    few = msgspec.structs.replace(recipe, corpus="little-stories", stories=4)
    pieces = _last(read_corpus(check_recipe(few), tokenizer, Ranks()))
    assert len(pieces.train.document_ranges()[0]) == 2
    with pytest.raises(RunError, match="stories is 3: set it to 4 or more"):
        check_recipe(msgspec.structs.replace(few, stories=3))
