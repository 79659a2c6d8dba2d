"""Which head a ``config.json`` describes, and what it tells apart, under transformers' names."""

from collections.abc import Mapping
from typing import Any

from bertscope.errors import ModelError
from bertscope.task import Kind

CLASSIFIER = "BertForSequenceClassification"
ARCHITECTURES = {
    None: "BertForPreTraining",
    Kind.CLASSIFICATION: CLASSIFIER,
    Kind.REGRESSION: CLASSIFIER,
    Kind.QA: "BertForQuestionAnswering",
}
LABEL_KEYS = ("id2label", "label2id", "num_labels", "problem_type")
ONE_NUMBER = ("LABEL_0",)
"""What transformers calls the number that regression answers with."""
_OTHER_HEADS = {
    "BertForMultipleChoice": "chooses among several texts",
    "BertForTokenClassification": "labels each token",
}
_PROBLEMS = {
    Kind.CLASSIFICATION: "single_label_classification",
    Kind.REGRESSION: "regression",
}


def first_architecture(values: Mapping[str, Any]) -> str:
    """The class that wrote a ``config.json``; empty where it doesn't tell."""
    names = values.get("architectures")
    return str(names[0]) if isinstance(names, list | tuple) and names else ""


def task_of(values: Mapping[str, Any]) -> tuple[Kind | None, tuple[str, ...]]:
    """What the head answers, and the names of its classifier's rows in their order.

    Raises
    ------
    ModelError
        If bertscope has no such head, or the rows are named otherwise than transformers does.
    """
    name = first_architecture(values)
    if name in _OTHER_HEADS:
        raise ModelError(
            f"This BERT {_OTHER_HEADS[name]} ({name}), which bertscope doesn't: choose one that "
            "was only pre-trained, that classifies sentences or that answers questions."
        )
    if name == ARCHITECTURES[Kind.QA]:
        return Kind.QA, ()
    if name != CLASSIFIER:
        return None, ()
    labels, problem = _labels_of(values), values.get("problem_type")
    if problem == "multi_label_classification":
        raise ModelError(
            "The classes of this BERT don't exclude each other (problem_type in config.json), and "
            "bertscope tells one of them: choose another model."
        )
    if problem == _PROBLEMS[Kind.REGRESSION] or (problem is None and len(labels) == 1):
        return Kind.REGRESSION, labels
    return Kind.CLASSIFICATION, labels


def _labels_of(values: Mapping[str, Any]) -> tuple[str, ...]:
    named = values.get("id2label")
    if named is None:
        # transformers leaves out what it calls LABEL_0 and LABEL_1.
        count = values.get("num_labels", 2)
        return tuple(f"LABEL_{row}" for row in range(count if isinstance(count, int) else 2))
    items = named.items() if isinstance(named, Mapping) else ()
    labels = {str(key): str(label) for key, label in items}
    rows = [str(row) for row in range(len(labels))]
    if not labels or labels.keys() != set(rows):
        raise ModelError(
            "id2label in config.json has to name the classes 0, 1, 2 and so on, without a gap: "
            "correct it, or copy the file again."
        )
    return tuple(labels[row] for row in rows)


def labels_to_dict(kind: Kind | None, labels: tuple[str, ...]) -> dict[str, Any]:
    """How transformers writes a classifier's labels; nothing for other heads."""
    if kind not in _PROBLEMS:
        return {}
    return {
        "problem_type": _PROBLEMS[kind],
        "id2label": {str(row): label for row, label in enumerate(labels)},
        "label2id": {label: row for row, label in enumerate(labels)},
    }


def check_labels(kind: Kind | None, labels: tuple[str, ...]) -> None:
    """Whether a head of this kind can tell these apart.

    Raises
    ------
    ModelError
        If it can't.
    """
    if kind is Kind.REGRESSION and len(labels) != 1:
        raise ModelError(
            f"Regression answers with one number, and id2label in config.json names {len(labels)}: "
            "leave one, or set problem_type to single_label_classification."
        )
    if kind is Kind.CLASSIFICATION and len(labels) < 2:
        there = f"only {labels[0]} is there" if labels else "none is there"
        raise ModelError(f"A classifier needs two classes or more, and {there}: add another one.")
    if len(set(labels)) < len(labels):
        twice = next(label for label in labels if labels.count(label) > 1)
        raise ModelError(f"Two classes are called {twice}: give each a name of its own.")
