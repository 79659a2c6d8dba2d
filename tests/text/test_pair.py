"""``[CLS] A [SEP] B [SEP]``, and what is left of sentences that are too long."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bertscope.text.pair import Source, encode_pair, fit
from bertscope.text.tokenizer import WordPieceTokenizer

A, B = "my dog is cute", "he likes playing"


def test_the_pair_of_the_classic_figure(tokenizer: WordPieceTokenizer) -> None:
    pair = encode_pair(tokenizer, A, B, 128)
    assert " ".join(pair.tokens) == "[CLS] my dog is cute [SEP] he likes play ##ing [SEP]"
    assert pair.segments == (0,) * 6 + (1,) * 5
    assert pair.words == (-1, 0, 1, 2, 3, -1, 4, 5, 6, 6, -1)
    assert pair.ids == tuple(tokenizer.backend.encode(A, B).ids)
    assert pair.maskable == (1, 2, 3, 4, 6, 7, 8, 9)
    assert pair.positions == tuple(range(11))
    assert pair.has_b
    assert (pair.cut_a, pair.cut_b) == (0, 0)


@pytest.mark.parametrize("b", ["", "  \t\n", "\x00"])
def test_without_b_there_is_one_sep(tokenizer: WordPieceTokenizer, b: str) -> None:
    pair = encode_pair(tokenizer, A, b, 128)
    assert " ".join(pair.tokens) == "[CLS] my dog is cute [SEP]"
    assert set(pair.segments) == {0}
    assert not pair.has_b


def test_an_empty_a_keeps_its_place(tokenizer: WordPieceTokenizer) -> None:
    pair = encode_pair(tokenizer, "", B, 128)
    assert " ".join(pair.tokens) == "[CLS] [SEP] he likes play ##ing [SEP]"
    assert pair.words == (-1, -1, 0, 1, 2, 2, -1)
    assert encode_pair(tokenizer, "", "", 128).tokens == ("[CLS]", "[SEP]")


@given(
    a=st.text("my dog,.PLAYING ", max_size=40),
    b=st.text("he likes é😀 ", max_size=40),
    max_length=st.integers(3, 40),
)
def test_spans_and_lengths_of_any_pair(
    tokenizer: WordPieceTokenizer, a: str, b: str, max_length: int
) -> None:
    pair = encode_pair(tokenizer, a, b, max_length)
    assert len(pair) <= max_length
    sentences = {Source.A: a, Source.B: b}
    for token, source, (start, end) in zip(pair.tokens, pair.sources, pair.spans, strict=True):
        if source is Source.SPECIAL:
            assert token in ("[CLS]", "[SEP]")
            assert (start, end) == (0, 0)
        elif token != "[UNK]":
            text = sentences[source][start:end].lower().replace("é", "e")
            assert text == token.removeprefix("##")
    kept = [pair.sources.count(Source.A), pair.sources.count(Source.B)]
    whole = [len(tokenizer.cut(a)), len(tokenizer.cut(b))]
    assert [kept[0] + pair.cut_a, kept[1] + pair.cut_b] == whole
    # What is kept is the front of each sentence, uncut where all fits.
    cut_ids = [tokenizer.cut(a).ids[: kept[0]], tokenizer.cut(b).ids[: kept[1]]]
    assert tuple(pair.ids[i] for i in pair.maskable) == cut_ids[0] + cut_ids[1]


@given(a=st.integers(0, 60), b=st.integers(0, 60), room=st.integers(0, 130))
def test_fit_takes_one_token_at_a_time_off_the_longer_side(a: int, b: int, room: int) -> None:
    kept = [a, b]
    while sum(kept) > room:
        kept[0 if kept[0] > kept[1] else 1] -= 1
    assert fit(a, b, room) == tuple(kept)
