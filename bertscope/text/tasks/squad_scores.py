"""Exact match and F1 of answers in words, by the rules of SQuAD 2.0's evaluation.

Rajpurkar, Jia and Liang, "Know What You Don't Know" (2018). An empty answer is no answer.
"""

import re
import string
from collections import Counter
from collections.abc import Callable, Sequence

from bertscope.looks import Score
from bertscope.task import Metric

_WITHOUT_PUNCTUATION = str.maketrans("", "", string.punctuation)
_ARTICLES = re.compile(r"\b(?:a|an|the)\b")


def score_answers(
    metrics: Sequence[Metric], said: Sequence[str], gold: Sequence[Sequence[str]]
) -> list[Score]:
    """The metrics, of exact match and answer F1, in their order: means over the questions.

    Parameters
    ----------
    said
        The answer to each question; empty for no answer.
    gold
        The right answers to each question; none where it can't be answered.
    """
    return [Score(metric, _mean(_OF_ANSWERS[metric], said, gold)) for metric in metrics]


def exact_match(said: str, gold_texts: Sequence[str]) -> float:
    """1 where the answer is one of the right ones but for what `normalised` drops, else 0."""
    return float(normalised(said) in _right_ones(gold_texts))


def answer_f1(said: str, gold_texts: Sequence[str]) -> float:
    """F1 of the words in common with the right answer that has most, 0 to 1.

    A word counts as often as it stands in both. No answer is either right, 1, or wrong, 0.
    """
    words = normalised(said).split()
    return max(_words_f1(words, right.split()) for right in _right_ones(gold_texts))


def normalised(text: str) -> str:
    """In lower case, without ASCII punctuation, "a", "an" and "the", one space between words."""
    bare = text.lower().translate(_WITHOUT_PUNCTUATION)
    return " ".join(_ARTICLES.sub(" ", bare).split())


def _right_ones(gold_texts: Sequence[str]) -> list[str]:
    """The right answers normalised, those that are left; "", no answer, where none is."""
    return [text for text in map(normalised, gold_texts) if text] or [""]


def _words_f1(said: list[str], right: list[str]) -> float:
    if not said or not right:
        return float(said == right)
    common = (Counter(said) & Counter(right)).total()
    return 2 * common / (len(said) + len(right))


def _mean(
    of_one: Callable[[str, Sequence[str]], float],
    said: Sequence[str],
    gold: Sequence[Sequence[str]],
) -> float:
    scores = [of_one(text, right) for text, right in zip(said, gold, strict=True)]
    return sum(scores) / len(scores) if scores else 0.0


_OF_ANSWERS = {Metric.EXACT_MATCH: exact_match, Metric.ANSWER_F1: answer_f1}
