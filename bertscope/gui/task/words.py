"""Labelled data and what is done with it, in words."""

from pathlib import PurePosixPath

from bertscope.task import BUILT_IN_TASKS, Kind, Start, Task, TaskFacts

KIND_WORDS = {
    Kind.CLASSIFICATION: "classification",
    Kind.REGRESSION: "regression",
    Kind.QA: "question answering",
}
BUILT_IN_WORDS = {
    "feelings": "one sentence, 2 classes",
    "follows": "a pair, 3 classes",
    "who-what-where": "a question and a story, the answer is marked",
}
"""What each task that ships asks of the model."""
LISTED_LABELS = 6
"""Classes that are named at the most; of more it is told how many."""


def task_name(task: Task) -> str:
    """What a task is called before the engine has told it: of data that ships, or its file's."""
    path = PurePosixPath(task.data.replace("\\", "/"))
    return BUILT_IN_TASKS.get(task.data) or path.stem or task.data


def start_words(task: Task) -> str:
    """Which weights a training begins with, and whether all are trained."""
    if task.head_only:
        return "only the head"
    return "pre-trained" if task.start is Start.PRETRAINED else "random weights"


def counted(facts: TaskFacts) -> str:
    """How many examples each part has; a part that is empty isn't told."""
    parts = (("train", facts.train), ("dev", facts.dev), ("test", facts.test))
    return " · ".join(f"{count:,} {name}" for name, count in parts if count)


def labels_words(labels: tuple[str, ...]) -> str:
    """The classes: "2 classes: happy, sad"; empty without any."""
    if not labels:
        return ""
    named = ", ".join(labels[:LISTED_LABELS])
    more = ", …" if len(labels) > LISTED_LABELS else ""
    return f"{len(labels)} class{'' if len(labels) == 1 else 'es'}: {named}{more}"


def baselines_words(facts: TaskFacts) -> str:
    """What simple rules reach: "accuracy of majority class 0.50, word overlap 0.61"."""
    if not facts.baselines or not facts.metrics:
        return ""
    rules = ", ".join(f"{name} {value:.2f}" for name, value in facts.baselines)
    return f"{facts.metrics[0].value} of {rules}"


def described(facts: TaskFacts) -> str:
    """All that is known of some data, a line each."""
    lines = [
        f"{facts.name}: {KIND_WORDS[facts.kind]}",
        labels_words(facts.labels),
        f"{counted(facts)} examples",
        baselines_words(facts),
    ]
    return "\n".join(line for line in lines if line)
