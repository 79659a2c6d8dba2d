"""What judges a model that is looked at, on an engine that answers by rule."""

from dataclasses import dataclass

import msgspec

from bertscope.gui.aiming import Aiming
from bertscope.gui.engine_process import ProcessOutcome
from bertscope.gui.opening import Models
from bertscope.gui.prober import Prober
from bertscope.gui.run.record import Records
from bertscope.gui.run.training import Training
from bertscope.gui.session import Session
from bertscope.gui.task.results_judge import Judge
from bertscope.recipe import Recipe
from bertscope.run_folder import StepRow
from bertscope.task import Kind, Task, TaskFacts
from bertscope.wire import messages as m
from tests.gui.conftest import FakeEngine, metrics, opened, started
from tests.gui.task.task_runs import FACTS, TASK, fine_tuned_info

FOLDER = "/runs/1"


@dataclass
class Desk:
    """All that a judge listens to."""

    session: Session
    fake: FakeEngine
    models: Models
    training: Training
    judge: Judge

    @classmethod
    def of(cls, session: Session, fake: FakeEngine, recipe: Recipe | None = None) -> "Desk":
        models, records = Models(fake), Records(fake)
        training = Training(fake, records, recipe or Recipe(task=TASK, start="@storybook-small"))
        prober = Prober(session, fake)
        aiming = Aiming(session, models, training, prober)
        judge = Judge(session, fake, models, training, aiming)
        return cls(session, fake, models, training, judge)

    def open_model(self, kind: Kind | None = None) -> None:
        """Open a model folder: one with the heads of pre-training, or a fine-tuned one."""
        self.models.open("/models/one")
        (opening,) = self.fake.take(m.OpenModel)
        told = opened(opening)
        if kind is not None:
            info = fine_tuned_info(told.model.ref, kind)
            told = msgspec.structs.replace(told, model=info)
        self.fake.received.emit(told)

    def begin(self, facts: TaskFacts | None = FACTS, task: Task = TASK) -> None:
        """Begin a fine-tuning."""
        self.training.set_recipe(msgspec.structs.replace(self.training.wanted, task=task))
        self.training.play()
        (train,) = self.fake.take(m.Train)
        told = msgspec.structs.replace(started(train, FOLDER), facts=facts)
        self.fake.received.emit(told)

    def measure(self, step: int) -> None:
        """Tell a step at which held-out examples were measured."""
        row = StepRow(step, loss=0.5, held_out_loss=0.6, held_out_score=0.7, seconds=0.1)
        self.fake.received.emit(metrics(FOLDER, row))

    def leave(self) -> None:
        """Let the engine end, so that nothing is waited for."""
        self.fake.die(ProcessOutcome(crashed=False, code=0, expected=True))

    @property
    def asked(self) -> list[m.JudgeTask]:
        """What was asked since the last such question."""
        return [one for one in self.fake.take(m.JudgeTask) if isinstance(one, m.JudgeTask)]
