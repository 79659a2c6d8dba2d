"""How well labelled examples are answered: classes and values.

Where a metric is undefined it is 0: of no examples, of one class alone (Matthews), of values that
don't vary (correlations), of a class that is neither right nor said anywhere (its F1).
"""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from bertscope.looks import Score
from bertscope.task import Kind, Metric

METRICS = {
    Kind.CLASSIFICATION: (Metric.ACCURACY,),
    Kind.REGRESSION: (Metric.PEARSON, Metric.SPEARMAN),
    Kind.QA: (Metric.ANSWER_F1, Metric.EXACT_MATCH),
}
"""Of data that is none of GLUE's. Of answers F1 comes first: it counts words, so that it is seen
to rise before whole answers are right."""
POSITIVE = 1
"""Of two classes, the one that F1 is about: the second."""


def score_classes(
    metrics: Sequence[Metric], right: ArrayLike, said: ArrayLike, classes: int
) -> list[Score]:
    """The metrics of a classification, in their order.

    Parameters
    ----------
    metrics
        Of accuracy, F1 and Matthews.
    right, said
        For each example the class that is right and the one that was said, from 0.
    classes
        How many there are.
    """
    counts_KK = confusion(right, said, classes)
    return [Score(metric, _OF_CLASSES[metric](counts_KK)) for metric in metrics]


def score_values(metrics: Sequence[Metric], right: ArrayLike, said: ArrayLike) -> list[Score]:
    """The metrics of a regression, of Pearson and Spearman, in their order."""
    right_E, said_E = np.asarray(right, np.float64), np.asarray(said, np.float64)
    return [Score(metric, _OF_VALUES[metric](right_E, said_E)) for metric in metrics]


def confusion(right: ArrayLike, said: ArrayLike, classes: int) -> NDArray[np.int64]:
    """How often each class (row) was answered by each (column), (classes, classes)."""
    right_E, said_E = np.asarray(right, np.int64), np.asarray(said, np.int64)
    cells = np.bincount(right_E * classes + said_E, minlength=classes * classes)
    return cells.astype(np.int64).reshape(classes, classes)


def accuracy(counts_KK: NDArray[np.int64]) -> float:
    """Share of the examples that are answered right."""
    return _ratio(float(counts_KK.trace()), float(counts_KK.sum()))


def f1(counts_KK: NDArray[np.int64]) -> float:
    """Of two classes F1 of the second one, 2 TP / (2 TP + FP + FN); of more the macro-F1.

    That is the mean over the classes, without those that are neither right nor said anywhere.
    """
    hits_K = counts_KK.diagonal()
    occurs_K = counts_KK.sum(axis=0) + counts_KK.sum(axis=1)
    # Numbers of Python, which messages and files can hold.
    both = zip(hits_K.tolist(), occurs_K.tolist(), strict=True)
    f1_K = [_ratio(2 * hits, occurs) for hits, occurs in both]
    if len(f1_K) == 2:
        return f1_K[POSITIVE]
    return _ratio(sum(f1_K), float(np.count_nonzero(occurs_K)))


def matthews(counts_KK: NDArray[np.int64]) -> float:
    """Matthews' correlation, for more than two classes Gorodkin's R_K (2004), -1 to 1."""
    counts_KK = counts_KK.astype(np.float64)
    right_K, said_K, total = counts_KK.sum(axis=1), counts_KK.sum(axis=0), counts_KK.sum()
    covariance = counts_KK.trace() * total - right_K @ said_K
    spread = np.sqrt((total**2 - right_K @ right_K) * (total**2 - said_K @ said_K))
    return _ratio(float(covariance), float(spread))


def pearson(x_E: NDArray[np.float64], y_E: NDArray[np.float64]) -> float:
    """Pearson's correlation, -1 to 1; 0 where a value is not a number."""
    if not len(x_E) or not np.isfinite(x_E).all() or not np.isfinite(y_E).all():
        return 0.0
    return float(np.clip(_directions(x_E) @ _directions(y_E), -1, 1))


def spearman(x_E: NDArray[np.float64], y_E: NDArray[np.float64]) -> float:
    """Spearman's correlation, -1 to 1: Pearson's of the ranks, where equal values share a rank."""
    if not np.isfinite(x_E).all() or not np.isfinite(y_E).all():
        return 0.0
    return pearson(_ranks(x_E), _ranks(y_E))


def _directions(x_E: NDArray[np.float64]) -> NDArray[np.float64]:
    """The values about their mean, as a vector of length 1; 0 where they don't vary."""
    if x_E.min() == x_E.max():
        return np.zeros_like(x_E)  # rounding may leave them beside their mean
    x_E = x_E / np.abs(x_E).max()
    x_E = x_E - x_E.mean()
    length = np.linalg.norm(x_E)
    return x_E / length if length > 0 else x_E


def _ranks(x_E: NDArray[np.float64]) -> NDArray[np.float64]:
    """Ranks from 1; equal values have the mean of theirs."""
    _, place_E, counts = np.unique(x_E, return_inverse=True, return_counts=True)
    ranks: NDArray[np.float64] = np.cumsum(counts) - (counts - 1) / 2
    return ranks[place_E]


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


_OF_CLASSES: dict[Metric, Callable[[NDArray[np.int64]], float]] = {
    Metric.ACCURACY: accuracy,
    Metric.F1: f1,
    Metric.MATTHEWS: matthews,
}
_OF_VALUES: dict[Metric, Callable[[NDArray[np.float64], NDArray[np.float64]], float]] = {
    Metric.PEARSON: pearson,
    Metric.SPEARMAN: spearman,
}
