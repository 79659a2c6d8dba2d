"""Answers of a fine-tuned model that a test can reckon with."""

from bertscope.looks import Score
from bertscope.task import Metric
from bertscope.wire import messages as m

LABELS = ["good", "bad", "neither"]
TOLD = [
    ("what a lovely day", "good", "good", 0.97),
    ("the soup was cold again", "bad", "bad", 0.91),
    ("he took the bus to town", "neither", "neither", 0.66),
    ("not bad at all", "good", "bad", 0.88),
    ("I could not stop laughing", "good", "bad", 0.52),
    ("nobody came to the party", "bad", "neither", 0.71),
    ("we smiled all the way", "good", "good", 0.83),
]
"""Sentences with the right class, what was said and how surely: 4 of 7 are right."""


def classified(number: int, model: m.ModelRef, *, step: int | None = None) -> m.TaskJudged:
    """Sentences in three classes."""
    examples = [
        m.Judged(a, "", right, said, sure, float(right == said)) for a, right, said, sure in TOLD
    ]
    scores = [Score(Metric.ACCURACY, 4 / 7), Score(Metric.F1, 0.5)]
    return m.TaskJudged(number, model, step, LABELS, scores, examples)


def answered(number: int, model: m.ModelRef) -> m.TaskJudged:
    """Questions to a passage, one for each way an answer can go, and another right one."""
    told = [
        ("Who sang?", "Anna sang in the garden.", "Anna", "Anna", 0.9, 1.0),
        (
            "Where was the dog?",
            "The dog slept under the table.",
            "under the table",
            "table",
            0.6,
            0.5,
        ),
        ("What did Tom eat?", "Tom ate an apple and ran.", "an apple", "ran", 0.4, 0.0),
        ("Who danced?", "Anna sang in the garden.", "", "Anna", 0.7, 0.0),
        ("Who slept?", "The dog slept under the table.", "The dog", "", 0.8, 0.0),
        ("Who flew?", "Tom ate an apple and ran.", "", "", 0.99, 1.0),
    ]
    examples = [m.Judged(*one) for one in told]
    scores = [Score(Metric.EXACT_MATCH, 2 / 6), Score(Metric.ANSWER_F1, 2.5 / 6)]
    return m.TaskJudged(number, model, None, [], scores, examples)


def measured(number: int, model: m.ModelRef, count: int = 4) -> m.TaskJudged:
    """Pairs with a number each; what is said is too low by a tenth of it."""
    examples = []
    for at in range(count):
        right, said = float(at), 0.9 * at
        off = (right - said) ** 2
        pair = (f"pair {at}", f"other {at}")
        examples.append(m.Judged(*pair, f"{right:.2f}", f"{said:.2f}", None, off))
    scores = [Score(Metric.PEARSON, 1.0), Score(Metric.SPEARMAN, 1.0)]
    return m.TaskJudged(number, model, None, [], scores, examples)
