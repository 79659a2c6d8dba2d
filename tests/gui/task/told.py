"""Labelled data as an engine tells of it."""

from bertscope.task import Columns, Kind, Metric, TaskFacts
from bertscope.wire import messages as m
from tests.gui.conftest import FakeEngine

FEELINGS = TaskFacts(
    name="Feelings",
    kind=Kind.CLASSIFICATION,
    labels=("sad", "happy"),
    metrics=(Metric.ACCURACY,),
    train=1200,
    dev=200,
    test=200,
    baselines=(("majority class", 0.5), ("word overlap", 0.61)),
)
REVIEWS = TaskFacts(
    name="reviews",
    kind=Kind.CLASSIFICATION,
    labels=("bad", "good"),
    metrics=(Metric.ACCURACY,),
    train=812,
    dev=90,
    columns=Columns(a="text", label="stars"),
    available=("id", "text", "stars"),
    baselines=(("majority class", 0.55),),
    notes=("A tenth of the examples is held out.",),
)
ROWS = [m.TaskRow("a joy to watch", "", "good"), m.TaskRow("nothing worked", "", "bad")]


def tell(fake: FakeEngine, facts: TaskFacts, problems: tuple[str, ...] = ()) -> list[m.Message]:
    """Answer what is asked of data; gives the questions."""
    asked = fake.take(m.InspectTask)
    for question in asked:
        fake.received.emit(m.TaskInspected(question.id, facts, ROWS, list(problems)))
    return asked
