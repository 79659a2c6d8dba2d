"""What a model is fine-tuned for: a plain value that window, command line and engine share."""

from enum import StrEnum

import msgspec


class Kind(StrEnum):
    """What is answered of a sentence or a pair, and by which vectors."""

    CLASSIFICATION = "classification"
    """One of some classes, from C."""
    REGRESSION = "regression"
    """A number, from C."""
    QA = "qa"
    """A span of the passage B that answers the question A, from a start and an end at each T."""


class Metric(StrEnum):
    """How well labelled examples are answered; all are 1 at best."""

    ACCURACY = "accuracy"
    F1 = "F1"
    MATTHEWS = "Matthews"
    PEARSON = "Pearson"
    SPEARMAN = "Spearman"
    EXACT_MATCH = "exact match"
    ANSWER_F1 = "answer F1"


class Start(StrEnum):
    """Which weights fine-tuning begins with; its head is always new."""

    PRETRAINED = "pre-trained weights"
    RANDOM = "random weights"
    """Of the same shape: what is learned then is learned from the labelled examples alone."""


class Columns(msgspec.Struct, frozen=True, kw_only=True):
    """The columns or keys of a table, by name; an empty one is found by its usual names."""

    a: str = ""
    b: str = ""
    label: str = ""


BUILT_IN_TASKS = {
    "feelings": "Feelings",
    "follows": "Follows",
    "who-what-where": "Who, what, where",
}
"""The labelled data that ships, with its names for people."""


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """Labelled data, and how a model is to be trained on it.

    Attributes
    ----------
    data
        One of `BUILT_IN_TASKS`; or the path of a file, or of a folder with ``train``, ``dev`` and
        ``test`` files in it: .tsv, .csv or .jsonl, a task of GLUE as it is, or SQuAD's .json.
    kind
        None where the data tells.
    dev
        Another file to measure on; empty for that of the folder, else some of `data` is held out.
    columns
        Of a table; GLUE's tasks and SQuAD know their own.
    glue
        The task of GLUE that it is, such as "mrpc"; empty where it is none or its files tell.
    labels
        The classes in their order; empty for those of the training examples, sorted.
    examples
        So many of the training examples, drawn by the recipe's seed; 0 for all of them.
    start
        Which weights the encoder begins with.
    head_only
        Whether embeddings and encoder stay as they are, and only the pooler and the head are
        trained.
    skip_malformed
        Whether rows that can't be read are left out; else they are an error.
    stride
        Of question answering: tokens from the start of one window of a long passage to the next.
    longest_answer
        In tokens.
    null_threshold
        A question is called unanswerable where the score of no answer is higher than the best
        answer's by more than this, in logits.
    """

    data: str
    kind: Kind | None = None
    dev: str = ""
    columns: Columns = Columns()
    glue: str = ""
    labels: tuple[str, ...] = ()
    examples: int = 0
    start: Start = Start.PRETRAINED
    head_only: bool = False
    skip_malformed: bool = False
    stride: int = 64
    longest_answer: int = 30
    null_threshold: float = 0.0


class TaskFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What labelled data turned out to be.

    Attributes
    ----------
    name
        Of the task for people.
    kind, labels, metrics
        Known whatever `Task` left open; the first metric is the task's score.
    train, dev, test
        How many examples each part has.
    columns
        Where texts and labels stand, in a table.
    available
        The names of all its columns.
    longest
        Words of the longest example.
    baselines
        What simple rules reach on the dev part, by name, in the first metric.
    notes
        What should be known of the data, a sentence each.
    always_answered
        Whether it asks questions, and each one to train on has an answer: then nobody says that
        there is none.
    """

    name: str
    kind: Kind
    labels: tuple[str, ...] = ()
    metrics: tuple[Metric, ...] = ()
    train: int = 0
    dev: int = 0
    test: int = 0
    columns: Columns = Columns()
    available: tuple[str, ...] = ()
    longest: int = 0
    baselines: tuple[tuple[str, float], ...] = ()
    notes: tuple[str, ...] = ()
    always_answered: bool = False
