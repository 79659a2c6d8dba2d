"""A run on an engine that answers by rule, and all that looks at it, without a window."""

from bertscope.gui.aiming import Aiming
from bertscope.gui.engine_process import ProcessOutcome
from bertscope.gui.film.travel import Travel
from bertscope.gui.film.visit import Visit
from bertscope.gui.opening import Models
from bertscope.gui.prober import Prober, Seen
from bertscope.gui.run.record import Records
from bertscope.gui.run.training import Training
from bertscope.gui.session import Session
from bertscope.gui.showing import Showing
from bertscope.recipe import Recipe
from bertscope.run_folder import About, StepRow
from bertscope.wire import messages as m
from tests.gui.conftest import FakeEngine, metrics, opened, started, words

RUN = "/runs/1"
MB = 1 << 20


class Viewer:
    """Remembers the steps of the looks that it was shown."""

    def __init__(self) -> None:
        self.steps: list[int | None] = []

    def show_seen(self, seen: Seen | None) -> None:
        self.steps.append(seen.look.step if seen else None)


class Bench:
    """The parts of a window that travelling needs; the model that ships is open."""

    def __init__(self, session: Session, fake: FakeEngine) -> None:
        self.session, self.fake = session, fake
        self.models, self.records = Models(fake), Records(fake)
        self.training = Training(fake, self.records, Recipe())
        self.prober = Prober(session, fake)
        self.aiming = Aiming(session, self.models, self.training, self.prober)
        self.viewers = [Viewer() for _ in range(4)]
        groups = [[viewer] for viewer in self.viewers]
        self.showing = Showing(self.prober, self.prober, groups)
        self.travel = Travel(session, self.training)
        self.models.open_wanted()
        fake.received.emit(opened(fake.take(m.OpenModel)[0]))
        self.answer()

    def visit(self) -> Visit:
        return Visit(self.session, self.travel, self.prober, self.showing)

    def train(self, step: int, *kept: int) -> None:
        """A run begins, does so many steps and keeps some."""
        self.training.play()
        self.fake.received.emit(started(self.fake.take(m.Train)[0], RUN))
        self.grow(step, *kept)
        self.answer()

    def grow(self, step: int, *kept: int) -> None:
        """The run goes on; these are the steps that are kept now."""
        first = self.training.step + 1
        rows = [StepRow(n, 7.0, 0.7, tokens=100, seconds=0.1) for n in range(first, step + 1)]
        if rows:
            self.fake.received.emit(metrics(RUN, *rows))
        self.keep(*kept)

    def keep(self, *kept: int) -> None:
        self.fake.received.emit(m.Kept(RUN, list(kept), 5 * MB * len(kept), 512 * MB))

    def asked(self) -> list[m.ModelRef]:
        """The models that were asked of since the last such question."""
        return [probe.model for probe in self.fake.take(m.Probe)]

    def close(self) -> None:
        """Let go of the engine, so that nothing is waited for any more."""
        self.fake.die(ProcessOutcome(crashed=False, code=0, expected=True))

    def adopt(self, model: m.ModelInfo | None, *messages: m.Message, folder: str = RUN) -> None:
        """A run that was made before is opened, and told of."""
        self.training.adopt(folder)
        (asked,) = self.fake.take(m.OpenRun)
        recipe, found = self.training.recipe, words() if model else None
        told = m.RunOpened(asked.id, folder, About(), recipe, model, found, 0)
        for message in (told, *messages):
            self.fake.received.emit(message)

    def answer(self) -> list[int | None]:
        """Answer all questions with looks at their steps, which are returned."""
        probes = self.fake.take(m.Probe)
        for probe in probes:
            self.fake.answer(probe, probe.model.step)
        return [probe.model.step for probe in probes]
