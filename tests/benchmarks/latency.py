"""How long a keystroke takes to show in the embedding rows, idle and while training.

A key is clicked in sentence A of the real window. The time ends when the figure has painted rows
that the model computed for the sentence as it is then: through session, tokenizer, pipe, engine,
pipe and painting. Keys come one after another, each a random 20 to 120 ms after the last was
answered, so that they fall anywhere into a training step. Training is the default recipe beside
the window, at each size that is asked for.

Aims: p95 below 50 ms idle, below 150 ms while training.
"""

import argparse
import random
import time
from functools import partial
from itertools import cycle, islice

from PySide6.QtTest import QTest

from tests.benchmarks.bench import Report, Spread, arguments_of
from tests.benchmarks.watch import PaintWatch, shows_rows
from tests.benchmarks.window import SETTLE_SECONDS, Driver, opened

IDLE = "idle"
TEXT = "the small dog ran to the park with his friend and found a red ball "
PAUSE_SECONDS = (0.02, 0.12)


def main() -> None:
    """Measure, print, write."""
    parser = arguments_of(__doc__)
    parser.add_argument("--keys", type=int, default=200, help="keystrokes a row of the table")
    parser.add_argument(
        "--while",
        dest="presets",
        nargs="+",
        default=[IDLE, "tiny", "mini", "small"],
        metavar="PRESET",
        help="idle, or a size that is trained meanwhile",
    )
    arguments = parser.parse_args()
    report = Report("latency", arguments)
    rows = []
    for preset in arguments.presets:
        spread, steps = measure(preset, arguments)
        report.keep(preset, {"ms": spread, "steps_per_second": steps})
        aim = 50 if preset == IDLE else 150
        figures = (spread.median, spread.p95, spread.most)
        rows.append([preset, *(f"{ms:.0f}" for ms in figures), f"p95 < {aim}", f"{steps:.2f}"])
    head = ["training", "p50", "p95", "max", "aim", "steps/s"]
    report.table("Keystroke to painted rows, ms", head, rows)


def measure(preset: str, arguments: argparse.Namespace) -> tuple[Spread, float]:
    """Milliseconds a keystroke, and the steps a second made meanwhile."""
    with opened() as driver:
        driver.live(SETTLE_SECONDS)
        if preset != IDLE:
            driver.train(preset)
        first, began = driver.window.training.step, time.perf_counter()
        milliseconds = type_keys(driver, arguments.keys)
        seconds = time.perf_counter() - began
        return Spread.of(milliseconds), (driver.window.training.step - first) / seconds


def type_keys(driver: Driver, count: int) -> list[float]:
    """Type a sentence over and over; milliseconds a key."""
    window, rng = driver.window, random.Random(0)
    edit = window.views.sentences.a
    watch = PaintWatch(window, lambda content: shows_rows(window, content))
    milliseconds = []
    for number, letter in enumerate(islice(cycle(TEXT), count)):
        if number % len(TEXT) == 0:
            edit.selectAll()
        driver.live(rng.uniform(*PAUSE_SECONDS))
        milliseconds.append(watch.milliseconds(partial(QTest.keyClicks, edit, letter)))
    return milliseconds


if __name__ == "__main__":
    main()
