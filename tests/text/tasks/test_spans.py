"""The best spans of one window and of all, against looking at every span."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from bertscope.task import Kind
from bertscope.text.tasks.examples import Example
from bertscope.text.tasks.rows import TaskRows, make_rows
from bertscope.text.tasks.spans import SpanText, answers_of, best_spans
from bertscope.text.tokenizer import WordPieceTokenizer

Logits = list[NDArray[np.float32]]
LOGITS = st.lists(st.integers(-4, 4).map(float), min_size=12, max_size=12)
PLACES = st.sets(st.integers(1, 11))


@given(
    starts=LOGITS,
    ends=LOGITS,
    allowed=PLACES,
    may_end=PLACES | st.none(),
    longest=st.integers(1, 30),
    count=st.integers(0, 30),
)
def test_the_best_of_all_spans(
    starts: list[float],
    ends: list[float],
    allowed: set[int],
    may_end: set[int] | None,
    longest: int,
    count: int,
) -> None:
    every = sorted(
        (-(starts[i] + ends[j]), i, j)
        for i in allowed
        for j in (allowed if may_end is None else may_end)
        if i <= j < i + longest
    )[:count]
    no_answer = (-(starts[0] + ends[0]), math.inf, 0)
    expected = sorted([*every, no_answer])
    here = np.isin(np.arange(12), list(allowed))
    ends_here = None if may_end is None else np.isin(np.arange(12), list(may_end))
    spans = best_spans(starts, ends, here, longest=longest, count=count, ends_L=ends_here)
    assert [(s.start, s.end) for s in spans] == [(0 if j == 0 else i, j) for _, i, j in expected]
    assert [s.score for s in spans] == [-score for score, *_ in expected]


def test_probabilities_are_products() -> None:
    starts, ends = np.log([0.5, 0.2, 0.3]) + 7, np.log([0.1, 0.6, 0.3]) - 2
    spans = best_spans(starts, ends, [False, True, True], longest=2, count=9)
    found = {(s.start, s.end): s.probability for s in spans}
    assert found == pytest.approx({(2, 2): 0.09, (1, 1): 0.12, (1, 2): 0.06, (0, 0): 0.05})
    assert [s.probability for s in spans] == sorted(found.values(), reverse=True)


def test_padding_is_never_an_answer() -> None:
    lowest = np.finfo(np.float32).min
    logits = np.array([0, 0, 1, 1, lowest, lowest], np.float32)
    spans = best_spans(logits, logits, logits > 0, longest=9, count=9)
    assert [(s.start, s.end) for s in spans] == [(2, 2), (2, 3), (3, 3), (0, 0)]
    assert all(math.isfinite(s.probability) for s in spans)


PASSAGE = "My dog is cute, he likes playing. Hello world!"
QUESTION = "is the dog cute"


def rows_of(
    tokenizer: WordPieceTokenizer, *passages: str, max_length: int = 64
) -> tuple[TaskRows, list[Example]]:
    examples = [Example(QUESTION, passage) for passage in passages]
    rows = make_rows(
        tokenizer, examples, Kind.QA, max_length=max_length, stride=3, for_training=False
    )
    return rows, examples


def flat(rows: TaskRows) -> tuple[Logits, Logits]:
    """Logits of nothing special, a pair of arrays a row."""
    starts, ends = ([np.zeros(n, np.float32) for n in rows.lengths] for _ in range(2))
    return starts, ends


def answers(
    rows: TaskRows,
    logits: tuple[Logits, Logits],
    examples: list[Example],
    *,
    threshold: float = 0.0,
    count: int = 5,
    longest: int = 30,
) -> list[list[SpanText]]:
    return answers_of(
        rows, *logits, examples, longest=longest, null_threshold=threshold, count=count
    )


def test_an_answer_is_in_the_passages_own_words(tokenizer: WordPieceTokenizer) -> None:
    rows, examples = rows_of(tokenizer, PASSAGE)
    starts, ends = flat(rows)
    # [CLS] and the question are 6 tokens; My dog is cute , he likes play ##ing . Hello world !
    starts[0][6 + 3], ends[0][6 + 8] = 5, 5
    starts[0][6 + 10] = ends[0][6 + 11] = 4
    said = answers(rows, (starts, ends), examples, count=2)[0]
    assert [(one.text, one.score) for one in said] == [
        ("cute, he likes playing", 10),
        ("cute, he likes playing. Hello world", 9),
        ("", 0),
    ]
    assert all(PASSAGE[one.start : one.end] == one.text for one in said)
    powers = np.exp([10, 9, 0])
    assert [one.probability for one in said] == pytest.approx(powers / powers.sum())
    shorter = answers(rows, (starts, ends), examples, longest=2, count=1)[0]
    assert [one.text for one in shorter] == ["Hello world", ""]


@pytest.mark.parametrize(
    ("threshold", "expected"),
    [(0, ["dog", ""]), (-2, ["", "dog"]), (-1, ["dog", ""]), (math.inf, ["dog", ""])],
)
def test_the_threshold_decides_whether_there_is_an_answer(
    tokenizer: WordPieceTokenizer, threshold: float, expected: list[str]
) -> None:
    rows, examples = rows_of(tokenizer, PASSAGE)
    starts, ends = flat(rows)
    starts[0][7] = ends[0][7] = 3
    ends[0][0] = 5  # 6 for "dog", 5 for no answer
    said = answers(rows, (starts, ends), examples, threshold=threshold, count=1)[0]
    assert [one.text for one in said] == expected
    assert {one.text: one.score for one in said} == {"dog": 6, "": 5}


def test_no_answer_at_a_higher_score_within_the_threshold(tokenizer: WordPieceTokenizer) -> None:
    rows, examples = rows_of(tokenizer, PASSAGE)
    starts, ends = flat(rows)
    starts[0][7] = ends[0][7] = 3
    ends[0][0] = 8
    for threshold, first in ((1.5, ""), (2.0, "dog"), (math.inf, "dog")):
        assert answers(rows, (starts, ends), examples, threshold=threshold)[0][0].text == first


def test_equal_texts_are_listed_once(tokenizer: WordPieceTokenizer) -> None:
    rows, examples = rows_of(tokenizer, "dog is dog")
    starts, ends = flat(rows)
    starts[0][8] = ends[0][8] = 5
    starts[0][6] = ends[0][6] = 4
    said = answers(rows, (starts, ends), examples, longest=1)[0]
    assert [(one.text, one.start) for one in said] == [("dog", 7), ("is", 4), ("", 0)]


def test_the_lowest_score_of_no_answer_counts(tokenizer: WordPieceTokenizer) -> None:
    rows, examples = rows_of(tokenizer, PASSAGE, max_length=14)
    assert len(rows) > 2
    starts, ends = flat(rows)
    for row, score in enumerate(range(9, 9 - len(rows), -1)):
        starts[row][0] = score
    last = 9 - len(rows) + 1
    said = answers(rows, (starts, ends), examples)[0]
    assert said[0] == SpanText("", 0, 0, last, said[0].probability)


def test_what_has_no_tokens_has_no_answer(tokenizer: WordPieceTokenizer) -> None:
    rows, examples = rows_of(tokenizer, "", PASSAGE, " ")
    said = answers(rows, flat(rows), examples)
    assert [[one.text for one in said[n]] for n in (0, 2)] == [[""], [""]]
    assert said[0][0].probability == 1
    assert len(said[1]) == 6


@given(
    passages=st.lists(st.sampled_from(["", "dog", PASSAGE, "é犬 😀 un-aff " * 7]), max_size=4),
    max_length=st.integers(5, 40),
    longest=st.integers(1, 12),
    seed=st.integers(0, 999),
)
def test_all_windows_against_looking_at_every_span(
    tokenizer: WordPieceTokenizer, passages: list[str], max_length: int, longest: int, seed: int
) -> None:
    rows, examples = rows_of(tokenizer, *passages, max_length=max_length)
    rng = np.random.default_rng(seed)
    starts, ends = ([rng.normal(size=length) for length in rows.lengths] for _ in range(2))
    padded = [[np.append(row, np.full(9, 99.0)) for row in side] for side in (starts, ends)]
    said = answers(rows, (padded[0], padded[1]), examples, count=10_000, longest=longest)
    windows = rows.windows
    assert windows is not None
    best: list[dict[str, float]] = [{} for _ in examples]
    for w, number in enumerate(rows.example_of.tolist()):
        passage, first = examples[number].b, 2 + int(windows.a_lengths_W[w])
        for i in range(windows.b_lengths_W[w]):
            token = windows.b_starts_W[w] + i
            if not windows.own_starts_W[w] <= token < windows.own_ends_W[w]:
                continue
            for j in range(i, min(i + longest, int(windows.b_lengths_W[w]))):
                end = windows.texts.char_ends[windows.b_starts_W[w] + j]
                text = passage[windows.texts.char_starts[token] : end]
                score = starts[w][first + i] + ends[w][first + j]
                best[number][text] = max(score, best[number].get(text, -math.inf))
    for number, all_scores in enumerate(best):
        found = [(one.text, one.score) for one in said[number] if one.text]
        expected = sorted(all_scores.items(), key=lambda item: -item[1])
        assert [text for text, _ in found] == [text for text, _ in expected]
        assert [score for _, score in found] == pytest.approx([score for _, score in expected])
        assert sum(one.probability for one in said[number]) == pytest.approx(1)
