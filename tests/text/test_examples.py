"""The examples: every one says what to look for, and the model that ships really shows it."""

import pytest

from bertscope.engine.folder import LoadedModel, load_model
from bertscope.engine.looks import Look
from bertscope.engine.probe import look
from bertscope.errors import TextError
from bertscope.looks import Wants
from bertscope.places import default_model
from bertscope.text.examples import Example, Shows, read_examples
from bertscope.text.masking import Action
from bertscope.text.reader import Reader

EXAMPLES = read_examples()
TOP = 5


@pytest.fixture(scope="module")
def loaded() -> LoadedModel:
    return load_model(default_model())


@pytest.fixture(scope="module")
def reader(loaded: LoadedModel) -> Reader:
    return Reader(loaded.tokenizer, loaded.config.max_position_embeddings)


def _look(loaded: LoadedModel, reader: Reader, example: Example) -> Look:
    pair, plan = reader.read(example.a, example.b), example.plan(reader)
    return look(
        loaded.model,
        ids=plan.apply(pair.ids),
        segments=pair.segments,
        labels={position: pair.ids[position] for position in plan.positions},
        nsp_label=int(not example.follows) if pair.has_b else None,
        wants=Wants(top_k=TOP),
        whole=True,
    )


def test_there_are_twenty_and_more_and_each_claims_something():
    assert len(EXAMPLES) >= 20
    assert len({example.title for example in EXAMPLES}) == len(EXAMPLES)
    for example in EXAMPLES:
        assert example.look_for.endswith(".")
        assert example.shows != Shows()
        if example.shows.is_next is not None:
            assert example.shows.is_next == example.follows


@pytest.mark.parametrize("example", EXAMPLES, ids=[example.title for example in EXAMPLES])
def test_the_model_that_ships_shows_it(loaded: LoadedModel, reader: Reader, example: Example):
    seen, plan = _look(loaded, reader, example), example.plan(reader)
    vocabulary = loaded.tokenizer.vocabulary
    assert not reader.read(example.a, example.b).cut_b
    assert len(example.shows.answers) <= len(plan.positions)
    for position, right in zip(plan.positions, example.shows.answers, strict=False):
        (prediction,) = (p for p in seen.predictions if p.position == position)
        first = [vocabulary[token] for token in prediction.top_ids]
        assert set(first) & set(right), (first, right)
    assert seen.mlm_logits is not None
    for likelier, other in example.shows.likelier:
        logits = seen.mlm_logits[plan.positions[0]]
        assert logits[vocabulary.index(likelier)] > logits[vocabulary.index(other)]
    if example.shows.is_next is not None:
        assert (seen.is_next_probability > 0.5) == example.shows.is_next


def test_all_pieces_of_a_word_are_masked_and_the_second_of_a_kind_is_found(reader: Reader):
    example = Example(
        title="t",
        a="He is playing.",
        b="She is playing too.",
        look_for="l",
        shows=Shows(),
        masked=["playing:2"],
    )
    pair, plan = reader.read(example.a, example.b), example.plan(reader)
    assert [pair.tokens[position] for position in plan.positions] == ["play", "##ing"]
    assert all(pair.sources[position] == 1 for position in plan.positions)
    assert {choice.action for choice in plan.chosen.values()} == {Action.MASK}


def test_a_word_that_is_not_there_is_named(reader: Reader):
    example = Example(title="Odd", a="A cat.", look_for="l", shows=Shows(), masked=["cat:2"])
    with pytest.raises(TextError, match=r"Odd has no word cat:2"):
        example.plan(reader)
