"""Rows of all kinds: what `encode_pair` makes of one pair, made of many at once."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bertscope.errors import TaskError
from bertscope.task import Kind
from bertscope.text.pair import encode_pair
from bertscope.text.tasks.examples import Example, GoldAnswer
from bertscope.text.tasks.rows import TaskRows, make_rows
from bertscope.text.tokenizer import WordPieceTokenizer

TEXTS = st.text("my dog,. PLAYINGé犬😀\x00\t", max_size=30) | st.sampled_from(
    ["", " ", "he likes playing", "my dog is cute", "[SEP] embeddings"]
)


def rows_of(
    tokenizer: WordPieceTokenizer,
    examples: list[Example],
    kind: Kind = Kind.CLASSIFICATION,
    *,
    max_length: int = 64,
    for_training: bool = False,
) -> TaskRows:
    return make_rows(
        tokenizer, examples, kind, max_length=max_length, stride=8, for_training=for_training
    )


@given(
    pairs=st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=8),
    max_length=st.integers(5, 40),
    data=st.data(),
)
def test_rows_are_pairs(
    tokenizer: WordPieceTokenizer,
    pairs: list[tuple[str, str]],
    max_length: int,
    data: st.DataObject,
) -> None:
    examples = [Example(a, b, label=number) for number, (a, b) in enumerate(pairs)]
    rows = rows_of(tokenizer, examples, max_length=max_length)
    chosen = data.draw(st.lists(st.integers(0, len(pairs) - 1), min_size=1, max_size=10))
    batch = rows.batch(chosen)
    expected = [encode_pair(tokenizer, *pairs[row], max_length) for row in chosen]
    assert batch.lengths_B.tolist() == [len(pair) for pair in expected]
    assert batch.ids_BL.shape == batch.segments_BL.shape == (len(chosen), max(batch.lengths_B))
    for b, pair in enumerate(expected):
        padding = batch.ids_BL.shape[1] - len(pair)
        assert batch.ids_BL[b].tolist() == [*pair.ids, *[tokenizer.pad_id] * padding]
        assert batch.segments_BL[b].tolist() == [*pair.segments, *[0] * padding]
    assert batch.targets.tolist() == chosen
    cut = [p for p in (encode_pair(tokenizer, *p, max_length) for p in pairs) if p.cut_a or p.cut_b]
    assert rows.cut == len(cut)


def test_every_number_has_the_type_a_model_reads(tokenizer: WordPieceTokenizer) -> None:
    example = Example("my dog", "he likes", label=2, value=0.3)
    classes = rows_of(tokenizer, [example]).batch([0])
    values = rows_of(tokenizer, [example], Kind.REGRESSION).batch([0])
    answers = rows_of(tokenizer, [example], Kind.QA).batch([0])
    for batch in (classes, values, answers):
        assert batch.ids_BL.dtype == batch.segments_BL.dtype == batch.lengths_B.dtype == np.int64
    assert (classes.targets.dtype, classes.targets.shape) == (np.int64, (1,))
    assert (values.targets.dtype, values.targets.shape) == (np.float32, (1,))
    assert (answers.targets.dtype, answers.targets.shape) == (np.int64, (1, 2))
    assert rows_of(tokenizer, [example]).ids.dtype == np.int32


def test_windows_are_rows(tokenizer: WordPieceTokenizer) -> None:
    passage = "dog " * 12 + "hello world"
    answer = GoldAnswer(passage.index("hello"), "hello world")
    examples = [Example("he likes", passage, answers=(answer,)), Example("is it", "cute", label=0)]
    rows = rows_of(tokenizer, examples, Kind.QA, max_length=15, for_training=True)
    assert rows.example_of.tolist() == [0, 0, 1]
    assert rows.lengths.tolist() == [15, 11, 6]
    batch = rows.batch([1, 2])
    tokens = [" ".join(tokenizer.vocabulary[i] for i in row) for row in batch.ids_BL]
    assert tokens[0] == "[CLS] he likes [SEP] dog dog dog dog hello world [SEP]"
    assert tokens[1] == "[CLS] is it [SEP] cute [SEP]" + " [PAD]" * 5
    assert batch.segments_BL.tolist() == [[0] * 4 + [1] * 7, [0] * 4 + [1] * 2 + [0] * 5]
    assert batch.targets.tolist() == [[8, 9], [0, 0]]


@pytest.mark.parametrize("kind", Kind)
def test_no_examples_make_no_rows(tokenizer: WordPieceTokenizer, kind: Kind) -> None:
    rows = rows_of(tokenizer, [], kind, for_training=True)
    assert len(rows) == 0
    assert len(rows.batch([]).targets) == 0


@pytest.mark.parametrize("kind", Kind)
def test_what_is_trained_on_is_labelled(tokenizer: WordPieceTokenizer, kind: Kind) -> None:
    known = Example("my dog", "he likes", label=0, value=1.0, line=11)
    unknown = Example("my dog", "he likes", line=12)
    with pytest.raises(TaskError, match=r"^Line 12 has no label"):
        rows_of(tokenizer, [known, unknown], kind, for_training=True)
    with pytest.raises(TaskError, match=r"^Example 1 has no label"):
        rows_of(tokenizer, [Example("my dog")], kind, for_training=True)
    batch = rows_of(tokenizer, [known, unknown], kind).batch([1])
    if kind is Kind.CLASSIFICATION:
        assert batch.targets.tolist() == [-1]
    elif kind is Kind.REGRESSION:
        assert math.isnan(batch.targets[0])


def test_a_row_needs_room(tokenizer: WordPieceTokenizer) -> None:
    with pytest.raises(TaskError, match="raise the length"):
        rows_of(tokenizer, [Example("my dog")], max_length=4)
