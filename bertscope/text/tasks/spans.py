"""Answers out of start and end logits: the best spans of a window, and of all windows.

As in BERT's own run_squad, but that all spans are looked at and not only those between the best
starts and the best ends. Axes: L position, S span.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import ArrayLike, NDArray

from bertscope.looks import Span
from bertscope.text.tasks.examples import Example
from bertscope.text.tasks.rows import TaskRows
from bertscope.text.tasks.windows import Windows

NO_ANSWER = 0
"""[CLS]: its start and its end logit stand for no answer."""


@dataclass(frozen=True, slots=True)
class SpanText:
    """An answer in the words of the passage.

    Attributes
    ----------
    text
        Empty for no answer.
    start, end
        Of it in the passage, in characters, the end behind the last; (0, 0) for no answer.
    score
        The sum of both logits.
    probability
        Among the answers that it is listed with, by softmax over their scores.
    """

    text: str
    start: int
    end: int
    score: float
    probability: float


@dataclass(frozen=True, eq=False)
class _Spans:
    """Spans, the best first: their first and last positions or tokens, and their scores."""

    starts_S: NDArray[np.int64]
    ends_S: NDArray[np.int64]
    scores_S: NDArray[np.float64]


def best_spans(
    start_logits_L: ArrayLike,
    end_logits_L: ArrayLike,
    allowed_L: ArrayLike,
    *,
    longest: int,
    count: int,
    ends_L: ArrayLike | None = None,
) -> list[Span]:
    """The best answers in one window, the best first, and no answer in its place among them.

    Parameters
    ----------
    start_logits_L, end_logits_L
        Of all positions; probabilities are by softmax over all of them, as in the loss.
    allowed_L
        Where an answer may start, bool: tokens of the passage that have most context here.
    longest
        Tokens of an answer at the most.
    count
        Spans at the most, beside no answer.
    ends_L
        Where an answer may end: tokens of the passage. As `allowed_L` where it isn't given.
    """
    starts, ends = np.asarray(start_logits_L, np.float64), np.asarray(end_logits_L, np.float64)
    allowed = np.asarray(allowed_L, bool)
    may_end = allowed if ends_L is None else np.asarray(ends_L, bool)
    best = _best(starts, ends, allowed, may_end, longest, count)
    start_probabilities, end_probabilities = _softmax(starts), _softmax(ends)
    places = [(NO_ANSWER, NO_ANSWER), *zip(best.starts_S, best.ends_S, strict=True)]
    spans = [
        Span(
            int(start),
            int(end),
            float(starts[start] + ends[end]),
            float(start_probabilities[start] * end_probabilities[end]),
        )
        for start, end in places
    ]
    return sorted(spans, key=lambda span: (-span.score, span.end == NO_ANSWER))


def answers_of(
    rows: TaskRows,
    starts: Sequence[NDArray[np.floating]],
    ends: Sequence[NDArray[np.floating]],
    examples: Sequence[Example],
    *,
    longest: int,
    null_threshold: float,
    count: int,
) -> list[list[SpanText]]:
    """The best answers to each question from all windows of its passage; the first is said.

    Parameters
    ----------
    rows
        Of question answering, made of `examples`.
    starts, ends
        Start and end logits for each row; what is longer than the row is padding.
    longest
        Tokens of an answer at the most.
    null_threshold
        No answer is said where its score, the lowest of all windows, is higher than the best
        answer's by more than this; infinite for questions that all have an answer.
    count
        Spans of a window and answers at the most, beside no answer. Of equal texts the best one
        is listed.
    """
    windows = rows.windows
    assert windows is not None, "only question answering has answers in words"
    bounds = np.searchsorted(windows.example_of_W, np.arange(len(examples) + 1)).tolist()
    answers = []
    for example, (first, behind) in zip(examples, pairwise(bounds), strict=True):
        here = range(first, behind)
        found = _merge([_in_window(windows, w, starts[w], ends[w], longest, count) for w in here])
        no_answer = min(float(starts[w][NO_ANSWER]) + float(ends[w][NO_ANSWER]) for w in here)
        texts = _texts(windows, example.b, found, count)
        answers.append(_listed(texts, no_answer, null_threshold))
    return answers


def _in_window(
    windows: Windows,
    w: int,
    start_logits: NDArray[np.floating],
    end_logits: NDArray[np.floating],
    longest: int,
    count: int,
) -> _Spans:
    """The best spans of one window, in tokens of the flat array."""
    first, length = int(windows.b_starts_W[w]), int(windows.b_lengths_W[w])
    at = int(windows.a_lengths_W[w]) + 2
    here = slice(at, at + length)
    tokens = np.arange(first, first + length)
    own = (tokens >= windows.own_starts_W[w]) & (tokens < windows.own_ends_W[w])
    best = _best(
        np.asarray(start_logits[here], np.float64),
        np.asarray(end_logits[here], np.float64),
        own,
        np.ones(length, bool),
        longest,
        count,
    )
    return _Spans(best.starts_S + first, best.ends_S + first, best.scores_S)


def _best(
    start_logits_L: NDArray[np.float64],
    end_logits_L: NDArray[np.float64],
    may_start_L: NDArray[np.bool_],
    may_end_L: NDArray[np.bool_],
    longest: int,
    count: int,
) -> _Spans:
    """The best of all spans, from the sums of starts and ends in a band of width `longest`."""
    longest = min(longest, len(end_logits_L))
    starts = np.flatnonzero(may_start_L)
    if longest < 1 or count < 1 or not len(starts):
        return _Spans(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0))
    behind = np.full(longest - 1, -np.inf)
    ends_L = np.concatenate([np.where(may_end_L, end_logits_L, -np.inf), behind])
    scores = start_logits_L[starts, None] + sliding_window_view(ends_L, longest)[starts]
    places = _highest(scores.ravel(), count)
    from_, further = np.divmod(places, longest)
    return _Spans(starts[from_], starts[from_] + further, scores.ravel()[places])


def _highest(scores: NDArray[np.float64], count: int) -> NDArray[np.int64]:
    """Where the highest finite ones are, the highest first; of equal ones the first."""
    least = np.partition(scores, -count)[-count] if len(scores) > count else -np.inf
    places = np.flatnonzero((scores >= least) & np.isfinite(scores))
    return places[np.argsort(-scores[places], kind="stable")][:count]


def _merge(found: list[_Spans]) -> _Spans:
    """Spans of all windows, the best first."""
    if len(found) == 1:
        return found[0]
    scores = np.concatenate([one.scores_S for one in found])
    order = np.argsort(-scores, kind="stable")
    return _Spans(
        np.concatenate([one.starts_S for one in found])[order],
        np.concatenate([one.ends_S for one in found])[order],
        scores[order],
    )


def _texts(
    windows: Windows, passage: str, found: _Spans, count: int
) -> list[tuple[str, int, int, float]]:
    """The first spans as texts, where they start and end in characters, and their scores."""
    texts: dict[str, tuple[str, int, int, float]] = {}
    for first, last, score in zip(found.starts_S, found.ends_S, found.scores_S, strict=True):
        if len(texts) == count:
            break
        start, end = int(windows.texts.char_starts[first]), int(windows.texts.char_ends[last])
        text = passage[start:end]
        texts.setdefault(text, (text, start, end, float(score)))
    return list(texts.values())


def _listed(
    texts: list[tuple[str, int, int, float]], no_answer: float, null_threshold: float
) -> list[SpanText]:
    """The answers and no answer, in the order in which they would be said."""
    rivals = [*texts, ("", 0, 0, no_answer)]
    shares = _softmax(np.array([score for *_, score in rivals])).tolist()
    listed = [SpanText(*rival, share) for rival, share in zip(rivals, shares, strict=True)]
    return sorted(listed, key=lambda one: -(one.score - (0.0 if one.text else null_threshold)))


def _softmax(scores_S: NDArray[np.float64]) -> NDArray[np.float64]:
    powers = np.exp(scores_S - scores_S.max())
    return np.asarray(powers / powers.sum(), np.float64)
