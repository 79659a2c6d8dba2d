"""A training session that a test drives."""

import msgspec

from bertscope.gui.run.training import Training
from bertscope.run_folder import StepRow
from bertscope.wire import messages as m
from tests.gui.conftest import FakeEngine, metrics, started

FOLDER = "/runs/1"


def begin(training: Training, fake: FakeEngine, goal: m.Goal | None = None) -> None:
    """Press play and let the engine take the run up."""
    training.play(goal or m.Goal())
    (train,) = fake.take(m.Train)
    fake.received.emit(started(train, FOLDER))


def told(*steps: int, seconds: float = 0.1) -> m.Metrics:
    """Metrics of some steps."""
    rows = [
        StepRow(step, 5.0, 0.6, 0.1, 0.5, tokens=100, seconds=seconds, loss=5.6) for step in steps
    ]
    return metrics(FOLDER, *rows)


def want(training: Training, **changes: object) -> None:
    """Make choices as the controls do."""
    training.set_recipe(msgspec.structs.replace(training.wanted, **changes))
