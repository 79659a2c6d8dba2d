"""What the window costs the training beside it, and what keeping snapshots costs.

The same run is trained by three engines in turn, so many steps each, over and over: one with the
real window showing everything (all views follow the model live, all closer views are in front in
turn, the curves are drawn), one with nobody looking, and one with nobody looking that keeps no
snapshots. All are started alike, with the priority and the threads of an engine beside a window. A
round begins with another of them each time. Steps/s are by the clock on the wall, from the wish to
play until the run holds.

Aim: at most 3 % loss on a GPU, 5 % on 2 cores, where the window has a core of its own.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from tempfile import TemporaryDirectory

import msgspec

from bertscope.gui.engine_process import EngineProcess, EngineState
from bertscope.gui.run.training import Phase
from bertscope.places import DEFAULT_MODEL, HOME_VARIABLE
from bertscope.recipe import Recipe
from bertscope.wire import messages as m
from tests.benchmarks.bench import Report, Spread, arguments_of
from tests.benchmarks.window import ENDLESS, SETTLE_SECONDS, Driver, environment, opened

WINDOW, ALONE, BARE = "window showing everything", "nobody looking", "and no snapshots"
WARM_UP = 20
"""Steps before the first round."""
STEP_SECONDS = 600.0


class Looked:
    """Trains with the window around it."""

    def __init__(self, driver: Driver, recipe: Recipe) -> None:
        self._driver, self._window = driver, driver.window
        self._window.training.set_recipe(recipe)
        for name in ("layers", "map", "vector"):
            self._window.page.reveal(name)

    def train(self, steps: int) -> float:
        """Do so many steps; seconds."""
        training = self._window.training
        began = time.perf_counter()
        training.play(m.Goal(steps=steps))
        self._driver.wait(lambda: training.phase is not Phase.PAUSED, STEP_SECONDS)
        self._driver.wait(lambda: training.phase is Phase.PAUSED, STEP_SECONDS)
        return time.perf_counter() - began


class Alone:
    """Trains with nobody looking."""

    def __init__(self, driver: Driver, engine: EngineProcess, recipe: Recipe) -> None:
        self._driver, self._engine, self._recipe = driver, engine, recipe
        self._paused = self._has_begun = False
        engine.received.connect(self._receive)

    def _receive(self, message: m.Message) -> None:
        self._paused |= isinstance(message, m.RunPaused)

    def train(self, steps: int) -> float:
        """Do so many steps; seconds."""
        goal, self._paused = m.Goal(steps=steps), False
        began = time.perf_counter()
        if self._has_begun:
            self._engine.send(m.Play(goal))
        else:
            self._engine.send(m.Train(self._engine.next_id(), self._recipe, goal=goal))
        self._has_begun = True
        self._driver.wait(lambda: self._paused, STEP_SECONDS)
        return time.perf_counter() - began


@contextmanager
def alone(driver: Driver, recipe: Recipe) -> Iterator[Alone]:
    """An engine without a window, ended in the end."""
    with TemporaryDirectory() as home, environment({HOME_VARIABLE: home}):
        engine = EngineProcess()
        engine.start()
        driver.wait(lambda: engine.state is EngineState.READY)
        yield Alone(driver, engine, recipe)
        engine.stop()
        driver.wait(lambda: engine.state is EngineState.ENDED)


def measure(preset: str, steps: int, rounds: int) -> dict[str, list[float]]:
    """Steps a second of each, a value a round."""
    recipe = Recipe(preset=preset, vocabulary=DEFAULT_MODEL, steps=ENDLESS)
    with ExitStack() as stack:
        driver = stack.enter_context(opened())
        driver.live(SETTLE_SECONDS)
        bare = msgspec.structs.replace(recipe, snapshot_bytes=0)
        trainers: dict[str, Callable[[int], float]] = {
            WINDOW: Looked(driver, recipe).train,
            ALONE: stack.enter_context(alone(driver, recipe)).train,
            BARE: stack.enter_context(alone(driver, bare)).train,
        }
        for train in trainers.values():
            train(WARM_UP)
        names, speeds = list(trainers), {name: [] for name in trainers}
        for turn in range(rounds):
            shift = turn % len(names)
            for name in names[shift:] + names[:shift]:
                speeds[name].append(steps / trainers[name](steps))
    return speeds


def main() -> None:
    """Measure, print, write."""
    parser = arguments_of(__doc__)
    parser.add_argument("--presets", nargs="+", default=["tiny", "mini"])
    parser.add_argument("--steps", type=int, default=60, help="of each, a round")
    parser.add_argument("--rounds", type=int, default=6)
    arguments = parser.parse_args()
    report = Report("beside", arguments)
    rows = []
    for preset in arguments.presets:
        speeds = measure(preset, arguments.steps, arguments.rounds)
        report.keep(preset, {name: Spread.of(values) for name, values in speeds.items()})
        for name, values in speeds.items():
            lost = [1 - mine / other for mine, other in zip(values, speeds[ALONE], strict=True)]
            spread = Spread.of([100 * share for share in lost])
            rows.append([preset, name, Spread.of(values).words(2), spread.words(1)])
    head = ["training", "engine", "steps/s", f"% lost against “{ALONE}”, round by round"]
    report.table("Training beside a window: median (least–most)", head, rows)


if __name__ == "__main__":
    main()
