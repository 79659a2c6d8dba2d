"""Windows of long passages: what transformers makes of them, and BERT's max-context rule."""

import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from transformers import BertTokenizer

from bertscope.errors import TaskError
from bertscope.text.tasks.examples import Example, GoldAnswer
from bertscope.text.tasks.windows import Windows, cut_windows
from bertscope.text.tokenizer import WordPieceTokenizer

QUESTION = "is the dog cute"
PASSAGE = "my dog, he likes playing; Hello world! 日本 it embeddings. "


def questions(*passages: str, a: str = QUESTION) -> list[Example]:
    return [Example(a, passage) for passage in passages]


def run_squads_choice(starts: list[int], lengths: list[int], token: int) -> int:
    """The window in which a token has most context, as the rule is written down."""
    best, choice = -1, -1
    for window, (start, length) in enumerate(zip(starts, lengths, strict=True)):
        if start <= token < start + length:
            context = 100 * min(token - start, start + length - 1 - token) + length
            if context > best:
                best, choice = context, window
    return choice


def ranges(windows: Windows, example: int) -> list[tuple[int, int, int, int]]:
    """Start, length, own start and own end of each window, in tokens of the passage."""
    here = windows.example_of_W == example
    origin = windows.b_starts_W[here][0]
    columns = (
        windows.b_starts_W[here] - origin,
        windows.b_lengths_W[here],
        windows.own_starts_W[here] - origin,
        windows.own_ends_W[here] - origin,
    )
    return list(zip(*(column.tolist() for column in columns), strict=True))


@pytest.mark.parametrize(
    ("max_length", "stride"), [(24, 5), (24, 16), (16, 1), (40, 20), (512, 64)]
)
@pytest.mark.parametrize("repeats", [1, 3, 11])
def test_the_windows_are_those_of_transformers(
    tokenizer: WordPieceTokenizer, saved: Path, max_length: int, stride: int, repeats: int
) -> None:
    theirs = BertTokenizer.from_pretrained(saved)
    room = max_length - 3 - len(tokenizer.cut(QUESTION))
    stride = min(stride, room)
    encoded = theirs(
        QUESTION,
        PASSAGE * repeats,
        truncation="only_second",
        max_length=max_length,
        stride=room - stride,
        return_overflowing_tokens=True,
        return_offsets_mapping=True,
    )
    windows = cut_windows(
        tokenizer, questions(PASSAGE * repeats), max_length=max_length, stride=stride
    )
    texts = windows.texts
    ours, places = [], []
    for start, length in zip(windows.b_starts_W, windows.b_lengths_W, strict=True):
        here = slice(start, start + length)
        ours.append(texts.ids[here].tolist())
        chars = texts.char_starts[here].tolist(), texts.char_ends[here].tolist()
        places.append(list(zip(*chars, strict=True)))
    begin = max_length - room - 1
    assert ours == [ids[begin:-1] for ids in encoded["input_ids"]]
    assert places == [spans[begin:-1] for spans in encoded["offset_mapping"]]


@given(
    lengths=st.lists(st.integers(4, 400) | st.just(0), min_size=1, max_size=4),
    max_length=st.integers(5, 300),
    stride=st.integers(1, 300),
)
def test_every_token_is_read_and_counts_once(
    tokenizer: WordPieceTokenizer, lengths: list[int], max_length: int, stride: int
) -> None:
    examples = questions(*("dog " * length for length in lengths))
    windows = cut_windows(tokenizer, examples, max_length=max_length, stride=stride)
    assert set(windows.example_of_W.tolist()) == set(range(len(lengths)))
    asked = min(4, (max_length - 3) // 2)
    for example, tokens in enumerate(lengths):
        rows = ranges(windows, example)
        starts, held, own_starts, own_ends = map(list, zip(*rows, strict=True))
        assert not tokens or windows.a_lengths_W[windows.example_of_W == example][0] >= asked
        assert all(asked + length + 3 <= max_length for length in held)
        assert {t for s, n in zip(starts, held, strict=True) for t in range(s, s + n)} == set(
            range(tokens)
        )
        owners = [
            window
            for window, (start, end) in enumerate(zip(own_starts, own_ends, strict=True))
            for _ in range(start, end)
        ]
        assert [t for s, e in zip(own_starts, own_ends, strict=True) for t in range(s, e)] == list(
            range(tokens)
        )
        assert owners == [run_squads_choice(starts, held, token) for token in range(tokens)]


def test_a_short_last_window_has_only_what_no_other_holds(tokenizer: WordPieceTokenizer) -> None:
    # Windows of 293 tokens, the last one of 94: shorter by 199, nearly two tokens of context.
    examples = questions("dog " * 294, a="dog")
    windows = cut_windows(tokenizer, examples, max_length=297, stride=200)
    assert ranges(windows, 0) == [(0, 293, 0, 293), (200, 94, 293, 294)]


def test_the_target_is_where_the_answer_is_whole(tokenizer: WordPieceTokenizer) -> None:
    passage = "dog " * 6 + "hello world " + "cute " * 6
    answer = GoldAnswer(passage.index("hello"), "hello world")
    example = Example("he likes", passage, answers=(answer,))
    windows = cut_windows(tokenizer, [example], max_length=10, stride=2)
    # Five tokens a window, which starts at position 4; hello and world are tokens 6 and 7.
    assert windows.b_lengths_W.tolist() == [5, 5, 5, 5, 5, 4]
    assert windows.targets_W2.tolist() == [[0, 0], [0, 0], [6, 7], [4, 5], [0, 0], [0, 0]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("playing", ["play", "##ing"]),
        ("ayi", ["play", "##ing"]),
        ("dog, he", ["dog", ",", "he"]),
        ("日", ["日"]),
        (" ", None),
    ],
)
def test_the_target_covers_the_answer(
    tokenizer: WordPieceTokenizer, text: str, found: list[str] | None
) -> None:
    answer = GoldAnswer(PASSAGE.index(text), text)
    example = Example(QUESTION, PASSAGE, answers=(answer, GoldAnswer(0, "my")))
    windows = cut_windows(tokenizer, [example], max_length=128, stride=64)
    start, end = windows.targets_W2[0]
    if found is None:
        assert (start, end) == (0, 0)
    else:
        first = windows.b_starts_W[0] - 6
        ids = windows.texts.ids[first + start : first + end + 1]
        assert [tokenizer.vocabulary[i] for i in ids] == found


def test_an_answer_behind_the_passage_is_none(tokenizer: WordPieceTokenizer) -> None:
    late = Example(QUESTION, PASSAGE, answers=(GoldAnswer(len(PASSAGE) + 5, "dog"),))
    empty = Example(QUESTION, "", answers=(GoldAnswer(0, "dog"),))
    windows = cut_windows(tokenizer, [late, empty, *questions(PASSAGE)], max_length=128, stride=64)
    assert windows.targets_W2.tolist() == [[0, 0]] * 3


def test_a_long_question_leaves_half_of_the_row_to_the_passage(
    tokenizer: WordPieceTokenizer,
) -> None:
    long, short = "dog " * 50, "he "
    examples = [
        *questions("cute " * 40, short * 4, a=long),
        *questions("cute " * 40, a=short),
        *questions("", a=long),
    ]
    windows = cut_windows(tokenizer, examples, max_length=24, stride=4)
    firsts = np.searchsorted(windows.example_of_W, np.arange(4))
    # Of 21 tokens: 10 and 11 of the passage; the passage's 4 as a whole; no cut; no passage.
    assert windows.a_lengths_W[firsts].tolist() == [10, 17, 1, 21]
    assert windows.b_lengths_W[firsts].tolist() == [11, 4, 20, 0]
    assert windows.cut == 3


def test_too_short_for_any_window(tokenizer: WordPieceTokenizer) -> None:
    examples = questions("cute " * 3, a="dog " * 9)
    windows = cut_windows(tokenizer, examples, max_length=5, stride=64)
    assert ranges(windows, 0) == [(0, 1, 0, 1), (1, 1, 1, 2), (2, 1, 2, 3)]
    with pytest.raises(TaskError, match="at least 5 tokens"):
        cut_windows(tokenizer, examples, max_length=4, stride=64)
    with pytest.raises(TaskError, match="stride of at least 1"):
        cut_windows(tokenizer, examples, max_length=64, stride=0)


def test_a_passage_of_100_000_words(tokenizer: WordPieceTokenizer) -> None:
    passage = "my dog is cute " * 25_000
    answer = GoldAnswer(15 * 20_000 + 3, "dog")
    windows = cut_windows(
        tokenizer,
        [Example(QUESTION, passage, answers=(answer,)), *questions(passage)],
        max_length=128,
        stride=64,
    )
    each = 1 + math.ceil((100_000 - 121) / 64)
    assert len(windows.example_of_W) == 2 * each
    assert len(windows.texts.ids) == 100_004, "questions that share a passage share its tokens"
    holding = windows.targets_W2[:, 0] > 0
    assert holding.sum() == 2
    tokens = windows.b_starts_W[holding] + windows.targets_W2[holding, 0] - 6
    assert (tokens == 4 + 80_001).all()
    assert (windows.own_ends_W - windows.own_starts_W).sum() == 200_000
