"""How smooth the window stays while models of all sizes train beside it.

A timer in the window's process should beat every 8 ms; lateness is how long after its moment a
beat came. A pause that spans several beats counts for each of them. Everything is on: all views
follow the training live, the curves are drawn. Each size is trained, by the default recipe, for
some seconds from its first step on; the first row is the window without training.

With ``--engines`` the same is measured with other priorities and numbers of threads of the engine;
the real one has priority 10 and leaves one core to the window.

``--views`` also tells where the window's time goes: how often and how long each view takes a new
look and paints it. (The clocks in the views then cost a little themselves.)

Aim: p99 below 16 ms.
"""

import argparse
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from itertools import product

from bertscope.gui.attention.view import AttentionView
from bertscope.gui.curves.plots import Plots
from bertscope.gui.curves.view import CurvesView
from bertscope.gui.engine_process import EngineProcess
from bertscope.gui.figure.view import FigureView
from bertscope.gui.outputs.predictions import PredictionsView
from bertscope.gui.outputs.verdict import VerdictView
from bertscope.gui.run.transport import Transport
from bertscope.recipe import PRESETS
from tests.benchmarks import engine
from tests.benchmarks.bench import Report, Spread, arguments_of
from tests.benchmarks.watch import Heartbeat
from tests.benchmarks.window import SETTLE_SECONDS, opened

IDLE, REAL = "idle", "real"
AIM_MS = 16
WATCHED = (
    (EngineProcess, "_read", "reading the pipe, with all that follows at once"),
    (FigureView, "show_seen", "figure, taking a look"),
    (FigureView, "paintEvent", "figure, painting"),
    (PredictionsView, "show_seen", "predictions, taking a look"),
    (PredictionsView, "paintEvent", "predictions, painting"),
    (VerdictView, "show_seen", "verdict, taking a look"),
    (VerdictView, "paintEvent", "verdict, painting"),
    (AttentionView, "show_seen", "attention, taking a look"),
    (AttentionView, "paintEvent", "attention, painting"),
    (CurvesView, "draw", "curves, taking the numbers"),
    (Plots, "paintEvent", "curves, painting"),
    (Transport, "_show_numbers", "transport"),
)

Clocks = dict[str, list[float]]


def main() -> None:
    """Measure, print, write."""
    parser = arguments_of(__doc__)
    parser.add_argument("--seconds", type=float, default=12.0, help="of training, each size")
    parser.add_argument("--presets", nargs="+", default=[IDLE, *PRESETS], metavar="PRESET")
    parser.add_argument(
        "--engines",
        nargs="+",
        default=[REAL],
        metavar="NICE:THREADS",
        help=f"{REAL}, or a priority and a number of threads such as 0:1 or 10:2",
    )
    parser.add_argument("--views", action="store_true", help="tell where the window's time goes")
    arguments = parser.parse_args()
    report = Report("heartbeat", arguments)
    rows = []
    clocks: dict[str, Clocks] = {}
    for which, preset in product(arguments.engines, arguments.presets):
        times: Clocks = {}
        with clocked(times) if arguments.views else nullcontext():
            lateness, steps, seconds = measure(preset, which, arguments)
        spread = Spread.of(lateness)
        late = sum(ms >= AIM_MS for ms in lateness) / len(lateness)
        rows.append(
            [
                which,
                preset,
                *(f"{ms:.1f}" for ms in (spread.median, spread.p99, spread.most)),
                f"{late:.2%}",
                str(steps),
                f"{steps / seconds:.2f}",
            ]
        )
        clocks[f"{which} {preset}"] = times
        figures = {"ms": spread, "steps": steps, "seconds": seconds, "views": summed(times)}
        report.keep(f"{which} {preset}", figures)
    head = ["engine", "training", "p50", "p99", "max", f"{AIM_MS} or more", "steps", "steps/s"]
    report.table(f"Lateness of an 8 ms heartbeat, ms (aim: p99 < {AIM_MS})", head, rows)
    for name, times in clocks.items():
        show_clocks(report, name, times, arguments.seconds)


def measure(
    preset: str, which: str, arguments: argparse.Namespace
) -> tuple[list[float], int, float]:
    """The lateness of all beats in milliseconds, the steps done meanwhile, and the seconds."""
    command = None
    if which != REAL:
        nice, threads = which.split(":")
        command = engine.command(int(nice), int(threads))
    with opened(command) as driver:
        driver.live(SETTLE_SECONDS)
        if preset != IDLE:
            driver.train(preset)
        first, began = driver.window.training.step, time.perf_counter()
        beat = Heartbeat(driver.window)
        beat.start()
        driver.live(arguments.seconds)
        beat.stop()
        seconds = time.perf_counter() - began
        return beat.lateness, driver.window.training.step - first, seconds


# --- Where the time goes ----------------------------------------------------------------------


@contextmanager
def clocked(times: Clocks) -> Iterator[None]:
    """Put a clock into what is watched; `times` takes the milliseconds of every call by name."""
    originals = [(kind, name, getattr(kind, name)) for kind, name, _ in WATCHED]
    for kind, name, words in WATCHED:
        setattr(kind, name, _with_clock(getattr(kind, name), times.setdefault(words, [])))
    try:
        yield
    finally:
        for kind, name, original in originals:
            if name in vars(kind):
                setattr(kind, name, original)


def _with_clock(method: Callable[..., object], times: list[float]) -> Callable[..., object]:
    def timed(self: object, *arguments: object) -> object:
        began = time.perf_counter()
        try:
            return method(self, *arguments)
        finally:
            times.append((time.perf_counter() - began) * 1000)

    return timed


def summed(times: Clocks) -> dict[str, object]:
    return {
        words: {"calls": len(spent), "ms": Spread.of(spent)}
        for words, spent in times.items()
        if spent
    }


def show_clocks(report: Report, name: str, times: Clocks, seconds: float) -> None:
    """Where the time went, the most first."""
    spent = {words: milliseconds for words, milliseconds in times.items() if milliseconds}
    rows = []
    for words in sorted(spent, key=lambda words: -sum(spent[words])):
        spread = Spread.of(spent[words])
        share = sum(spent[words]) / 1000 / seconds
        rows.append(
            [words, str(spread.count), f"{spread.median:.2f}", f"{spread.p99:.1f}", f"{share:.1%}"]
        )
    if rows:
        head = ["what", "calls", "p50 ms", "p99 ms", "share of the time"]
        report.table(f"Where the window's time goes, engine {name}", head, rows)


if __name__ == "__main__":
    main()
