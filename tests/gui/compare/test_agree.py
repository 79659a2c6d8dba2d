"""Why two models, or what of them, can't be compared."""

import msgspec
import numpy as np
import pytest

from bertscope.gui.compare.agree import (
    why_no_answers,
    why_no_attention,
    why_no_attribution,
    why_no_layers,
    why_no_rows,
    why_not,
)
from bertscope.gui.session import Session
from bertscope.text.reader import Reader
from bertscope.text.tokenizer import WordPieceTokenizer
from bertscope.wire import messages as m
from tests.gui.compare.pairs import narrow, other_look
from tests.gui.looks import seen_of
from tests.gui.task.answers import of_classes, of_number


@pytest.fixture
def look(session: Session) -> m.Look:
    return seen_of(session, wants=m.Wants(thumbnails=48)).look


def test_the_same_words_agree_whatever_the_length(reader: Reader) -> None:
    assert why_not(reader, Reader(reader.tokenizer, 16)) == ""


def test_another_vocabulary_is_told_with_both_sizes(reader: Reader) -> None:
    pieces = list(reader.tokenizer.vocabulary)[:200]
    why = why_not(reader, Reader(WordPieceTokenizer(pieces), 64))
    assert "another vocabulary (200 pieces, A has 6,040)" in why
    assert "pin a model with A's vocabulary" in why


def test_the_same_pieces_cut_in_another_way_are_told(reader: Reader) -> None:
    tokenizer = reader.tokenizer
    cased = WordPieceTokenizer(tokenizer.vocabulary, lowercase=not tokenizer.lowercase)
    assert "another way" in why_not(reader, Reader(cased, 64))


def test_rows_need_the_same_width(look: m.Look) -> None:
    assert why_no_rows(look, other_look(look)) == ""
    why = why_no_rows(look, narrow(look))
    assert why.startswith("A is 12 wide and B 6")
    assert why_no_layers(look, narrow(look)) == why


def test_layers_need_as_many(look: m.Look) -> None:
    deep = msgspec.structs.replace(look, layers=6)
    assert why_no_layers(look, deep).startswith("A has 2 layers and B 6")


def test_attention_needs_the_same_heads_but_no_width(look: m.Look) -> None:
    assert why_no_attention(look, narrow(look)) == ""
    length = look.thumbnails.shape[-1]
    more = m.Array.of(np.zeros((2, 4, length, length), np.float32))
    why = why_no_attention(look, msgspec.structs.replace(look, thumbnails=more))
    assert why.startswith("A has 2 layers of 2 heads and B 2 of 4")


@pytest.mark.parametrize(
    ("a", "b", "why"),
    [
        (None, None, ""),
        (of_classes([1.0, 0.0]), of_classes([0.0, 1.0]), ""),
        (None, of_number(1.0), "A has the heads of pre-training"),
        (of_number(1.0), None, "B has the heads of pre-training"),
        (of_number(1.0), of_classes([1.0, 0.0]), "A was fine-tuned for a number and B for class"),
        (of_classes([1, 0]), of_classes([1, 0], ["no", "yes"]), "A tells negative, positive apart"),
    ],
)
def test_answers_need_the_same_kind_and_classes(
    look: m.Look, a: m.Answer | None, b: m.Answer | None, why: str
) -> None:
    one, other = (msgspec.structs.replace(look, answer=answer) for answer in (a, b))
    assert why_no_answers(one, other).startswith(why)
    assert bool(why_no_answers(one, other)) == bool(why)


def test_what_tokens_count_needs_the_same_answer(look: m.Look) -> None:
    one, same, other = (
        msgspec.structs.replace(look, answer=of_classes(logits))
        for logits in ([2.0, 1.0], [9.0, 0.0], [0.0, 1.0])
    )
    assert why_no_attribution(one, same) == ""
    assert why_no_attribution(one, other).startswith("A and B answer differently")
