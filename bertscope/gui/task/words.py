"""Labelled data and what is done with it, in words."""

from pathlib import PurePosixPath

from bertscope.gui.language import marked, plural, tr
from bertscope.task import BUILT_IN_TASKS, Kind, Start, Task, TaskFacts

KIND_WORDS = {
    Kind.CLASSIFICATION: marked("classification"),
    Kind.REGRESSION: marked("regression"),
    Kind.QA: marked("question answering"),
}
BUILT_IN_WORDS = {
    "feelings": marked("one sentence, 2 classes"),
    "follows": marked("a pair, 3 classes"),
    "who-what-where": marked("a question and a story, the answer is marked"),
}
"""What each task that ships asks of the model."""
LISTED_LABELS = 6
"""Classes that are named at the most; of more it is told how many."""


def task_name(task: Task) -> str:
    """What a task is called before the engine has told it: of data that ships, or its file's."""
    if task.data in BUILT_IN_TASKS:
        return tr(BUILT_IN_TASKS[task.data])
    return PurePosixPath(task.data.replace("\\", "/")).stem or task.data


def facts_name(facts: TaskFacts) -> str:
    """What a task is called once the engine has told it."""
    return tr(facts.name) if facts.name in BUILT_IN_TASKS.values() else facts.name


def start_words(task: Task) -> str:
    """Which weights a training begins with, and whether all are trained."""
    if task.head_only:
        return tr("only the head")
    return tr("pre-trained" if task.start is Start.PRETRAINED else "random weights")


def counted(facts: TaskFacts) -> str:
    """How many examples each part has; a part that is empty isn't told."""
    parts = (
        (marked("{count:,} train"), facts.train),
        (marked("{count:,} dev"), facts.dev),
        (marked("{count:,} test"), facts.test),
    )
    return " · ".join(tr(words, count=count) for words, count in parts if count)


def labels_words(labels: tuple[str, ...]) -> str:
    """The classes: "2 classes: happy, sad"; empty without any."""
    if not labels:
        return ""
    more = ["…"] if len(labels) > LISTED_LABELS else []
    named = tr(", ").join([*labels[:LISTED_LABELS], *more])
    return plural("1 class: {labels}", "{count} classes: {labels}", len(labels), labels=named)


def baselines_words(facts: TaskFacts) -> str:
    """What simple rules reach: "accuracy of majority class 0.50, word overlap 0.61"."""
    if not facts.baselines or not facts.metrics:
        return ""
    rules = tr(", ").join(f"{tr(name)} {value:.2f}" for name, value in facts.baselines)
    return tr("{metric} of {rules}", metric=tr(facts.metrics[0].value), rules=rules)


def described(facts: TaskFacts) -> str:
    """All that is known of some data, a line each."""
    lines = [
        f"{facts_name(facts)}: {tr(KIND_WORDS[facts.kind])}",
        labels_words(facts.labels),
        tr("{counts} examples", counts=counted(facts)),
        baselines_words(facts),
    ]
    return "\n".join(line for line in lines if line)
