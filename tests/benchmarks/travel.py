"""How quick travelling through a run's steps is, and how smooth its film.

A real window on its engine trains the default recipe, at the size of the smallest preset, for some
steps and keeps many of them. Then the time cursor is dragged: a move to another kept step, and the
time until every view that can be seen has been painted with the look at it. Each move comes a
random 20 to 120 ms after the one before was answered. In a drag moves come one a frame, as from a
hand, and what is measured is how far behind the hand the views are when it stops.

Then the film plays at its highest speed, while an 8 ms heartbeat tells how late the window's events
are, and how many frames a second were shown; at rest it tells how much is the machine's.

Aims: a drag p95 < 100 ms; heartbeat p99 < 16 ms.
"""

import random
import time
from functools import partial

import msgspec

from bertscope.gui.film.film import SPEEDS
from bertscope.gui.prober import Seen
from bertscope.gui.run.training import Phase
from tests.benchmarks.bench import Report, Spread, arguments_of
from tests.benchmarks.explorer import seen_views
from tests.benchmarks.latency import PAUSE_SECONDS
from tests.benchmarks.watch import Heartbeat, ViewsWatch
from tests.benchmarks.window import SETTLE_SECONDS, Driver, opened

STEPS = 60
FRAME_SECONDS = 0.016
REST_SECONDS = 2.0
FLOOD = 30
"""Moves a drag has."""


def main() -> None:
    """Measure, print, write."""
    parser = arguments_of(__doc__)
    parser.add_argument("--steps", type=int, default=STEPS, help="that are trained before")
    parser.add_argument("--count", type=int, default=100, help="moves of the cursor")
    parser.add_argument("--floods", type=int, default=10, help="drags of a hand")
    arguments = parser.parse_args()
    report = Report("travel", arguments)
    with opened() as driver:
        train(driver, arguments.steps)
        driver.live(SETTLE_SECONDS)
        kept = driver.window.films.travel.kept
        report.say(f"{len(kept)} steps kept: {kept}")
        drags = {
            "a move of the cursor": Spread.of(moves(driver, arguments.count)),
            "the end of a drag": Spread.of(floods(driver, arguments.floods)),
        }
        report.keep("drag", drags)
        rows = [[name, *figures(spread), "p95 < 100"] for name, spread in drags.items()]
        report.table("Until all views are painted, ms", ("", "p50", "p95", "max", "aim"), rows)
        at_rest = rest(driver)
        lateness, frames, seconds = play(driver)
        spread = Spread.of(lateness)
        figures_of_film = {"frames": frames, "seconds": seconds, "ms": spread, "at rest": at_rest}
        report.keep("film", figures_of_film)
        rows = [
            [name, speed, *(f"{ms:.1f}" for ms in (beats.median, beats.p99)), aim]
            for name, speed, beats, aim in (
                ("at rest", "", at_rest, ""),
                ("playing", f"{frames / seconds:.1f}", spread, "p99 < 16"),
            )
        ]
        head = ("", "frames/s", "heartbeat p50", "p99", "aim")
        report.table("The film at its highest speed, ms", head, rows)


def figures(spread: Spread) -> list[str]:
    return [f"{ms:.0f}" for ms in (spread.median, spread.p95, spread.most)]


def train(driver: Driver, steps: int) -> None:
    """Train to the end, so that nothing else is computed while it is travelled."""
    training = driver.window.training
    training.set_recipe(msgspec.structs.replace(training.recipe, steps=steps))
    training.play()
    driver.wait(lambda: training.phase is Phase.FINISHED, seconds=600)


def is_shown(driver: Driver, seen: Seen | None) -> bool:
    """Whether it is a look at the step that is travelled to."""
    return seen is not None and seen.question.model.step == driver.window.session.view.step


def moves(driver: Driver, count: int) -> list[float]:
    """Milliseconds from a move to another kept step until it is painted everywhere."""
    travel, rng, milliseconds = driver.window.films.travel, random.Random(0), []
    watch = ViewsWatch(driver.window, seen_views(driver), partial(is_shown, driver))
    for _ in range(count):
        driver.live(rng.uniform(*PAUSE_SECONDS))
        stop = rng.choice([stop for stop in travel.stops if stop != travel.step])
        milliseconds.append(watch.milliseconds(partial(travel.to, stop)))
    return milliseconds


def floods(driver: Driver, count: int) -> list[float]:
    """Milliseconds from the last move of a drag, one a frame, until it is painted everywhere."""
    travel, rng, milliseconds = driver.window.films.travel, random.Random(1), []
    watch = ViewsWatch(driver.window, seen_views(driver), partial(is_shown, driver))
    for _ in range(count):
        for _ in range(FLOOD):
            travel.to(rng.uniform(0, travel.newest_step))
            driver.live(FRAME_SECONDS)
        stop = rng.choice([stop for stop in travel.stops if stop != travel.step])
        milliseconds.append(watch.milliseconds(partial(travel.to, stop)))
        driver.live(PAUSE_SECONDS[1])
    return milliseconds


def rest(driver: Driver) -> Spread:
    """The lateness of a heartbeat while nothing is done."""
    beat = Heartbeat(driver.window)
    beat.start()
    driver.live(REST_SECONDS)
    beat.stop()
    return Spread.of(beat.lateness)


def play(driver: Driver) -> tuple[list[float], int, float]:
    """The lateness of a heartbeat while the film plays, the frames shown, and the seconds."""
    films, beat = driver.window.films, Heartbeat(driver.window)
    shown: list[Seen] = []
    driver.window.showing.shown.connect(shown.append)
    films.film.set_speed(SPEEDS[-1])
    films.travel.newest()
    driver.live(1.0)
    shown.clear()
    films.film.play()
    beat.start()
    began = time.perf_counter()
    driver.wait(lambda: not films.film.is_playing)
    beat.stop()
    return beat.lateness, len(shown), time.perf_counter() - began


if __name__ == "__main__":
    main()
