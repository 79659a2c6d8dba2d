"""How quick the explorer is: a keystroke, a hover and a look, as the window sees them.

Typing: a key is clicked in sentence A of the real window, on its engine process, some tokens being
masked. The time ends when every view that can be seen has been painted with the look at the
sentence as it is then. The same letters are typed and taken back over and over, each a random 20
to 120 ms after the last was answered; none is a space, for that changes no token.

Hovering: the mouse goes from token to token of the figure; the time ends when figure, predictions
and attention have been painted with the other light.

Memory is that of the window's process alone, without the engine: once its first look is shown, and
with every panel opened once. (The tools of the benchmark itself are some 8 MB of it.)

Looks: a model of BERT-base's shape with random weights, on one thread and on two. The time goes
from a change of the mask plan to the window's having taken the answer, with what the page wants as
it is by default; then from the choice of another head, for which the forward pass is kept.

Aims: typing p95 < 50 ms at 16 tokens and < 120 ms at 128, hovering p95 < 16 ms, memory < 250 MB.
"""

import argparse
import random
import subprocess
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest

from bertscope.gui.canvas import Canvas
from bertscope.gui.prober import Part, Seen
from bertscope.gui.state import Row, Space
from bertscope.text.masking import Action
from tests.benchmarks import engine, random_base
from tests.benchmarks.bench import Report, Spread, arguments_of, memory_megabytes
from tests.benchmarks.latency import PAUSE_SECONDS, TEXT
from tests.benchmarks.watch import ViewsWatch
from tests.benchmarks.window import SETTLE_SECONDS, Driver, opened

MEMORY, TYPING, HOVERING, LOOKS, LONG = "memory", "typing", "hovering", "looks", "long"
PARTS = (MEMORY, TYPING, HOVERING, LOOKS, LONG)
SHORT, FULL, LONGEST = 16, 128, 512
TYPING_AIMS = {SHORT: "p95 < 50", FULL: "p95 < 120"}
HOVERING_AIM = "p95 < 16"
MASKED = (2, 5, 9)
LETTERS = "garden"
HOVER_PAUSE_SECONDS = (0.01, 0.04)
NICENESS, THREADS = 10, (1, 2)
OPEN_SECONDS = 1.0
HEAD = ("", "tokens", "p50", "p95", "max", "aim")

Rows = list[list[str]]


def main() -> None:
    """Measure, print, write."""
    parser = arguments_of(__doc__)
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=list(PARTS))
    parser.add_argument("--count", type=int, default=200, help="keystrokes and hovers of each kind")
    parser.add_argument("--looks", type=int, default=30, help="of each kind")
    parser.add_argument("--quick", action="store_true", help="a fifth of all that")
    arguments = parser.parse_args()
    if arguments.quick:
        arguments.count, arguments.looks = arguments.count // 5, arguments.looks // 5
    report = Report("explorer", arguments)
    if {MEMORY, TYPING, HOVERING} & set(arguments.parts):
        shipped(report, arguments)
    if {LOOKS, LONG} & set(arguments.parts):
        with TemporaryDirectory() as folder:
            subprocess.run(random_base.command(Path(folder), TEXT.split()), check=True)
            base(report, arguments, Path(folder))


def shipped(report: Report, arguments: argparse.Namespace) -> None:
    """What is measured with the model that ships."""
    with opened() as driver:
        driver.live(SETTLE_SECONDS)
        if MEMORY in arguments.parts:
            show_memory(report, driver)
        for part, measure, aims in (
            (TYPING, typing, TYPING_AIMS),
            (HOVERING, hovering, dict.fromkeys((SHORT, FULL), HOVERING_AIM)),
        ):
            if part in arguments.parts:
                spreads = {length: measure(driver, length, arguments.count) for length in aims}
                report.keep(part, spreads)
                show(report, f"{part.title()}, the model that ships, ms", spreads, aims)


def base(report: Report, arguments: argparse.Namespace, folder: Path) -> None:
    """What is measured with a model as large as BERT-base."""
    rows: Rows = []
    for threads in THREADS if LOOKS in arguments.parts else ():
        with opened(engine.command(NICENESS, threads), folder) as driver:
            spreads = looks(driver, arguments.looks)
            report.keep(f"looks, {threads} threads", spreads)
            rows += [
                [f"{name}, {threads} thread{'s' * (threads > 1)}", str(FULL), *figures(spread), ""]
                for name, spread in spreads.items()
            ]
    if rows:
        report.table("Looks at a model of BERT-base's size, ms", HEAD, rows)
    if LONG in arguments.parts:
        with opened(model=folder) as driver:
            driver.live(SETTLE_SECONDS)
            spreads_by_length = {LONGEST: typing(driver, LONGEST, arguments.looks)}
            report.keep(LONG, spreads_by_length)
            show(report, "Typing, a model of BERT-base's size, ms", spreads_by_length, {})


def show(report: Report, title: str, spreads: dict[int, Spread], aims: dict[int, str]) -> None:
    rows = [["", str(n), *figures(spread), aims.get(n, "")] for n, spread in spreads.items()]
    report.table(title, HEAD, rows)


def figures(spread: Spread) -> list[str]:
    return [f"{ms:.0f}" for ms in (spread.median, spread.p95, spread.most)]


# --- What is done -----------------------------------------------------------------------------


def set_pair(driver: Driver, length: int) -> None:
    """Set a pair of so many tokens, some masked, and wait until it is shown."""
    session, words = driver.window.session, cycle(TEXT.split())
    a, b = (" ".join(islice(words, count)) for count in (length // 2 - 1, length // 2 - 2))
    session.set_pair(f"{a} ", b)
    session.set_action(list(MASKED), Action.MASK)
    assert len(session.pair) == length
    driver.wait(lambda: is_shown(driver, driver.window.prober.latest))


def is_shown(driver: Driver, seen: Seen | None) -> bool:
    """Whether it is a look at the pair as it is now."""
    return seen is not None and seen.question.pair is driver.window.session.pair


def seen_views(driver: Driver) -> list[Canvas]:
    """All views of a look that can be seen; to Qt one behind another is visible too."""
    views = [view for view in driver.window.findChildren(Canvas) if hasattr(view, "show_seen")]
    return [view for view in views if not view.visibleRegion().isEmpty()]


def typing(driver: Driver, length: int, count: int) -> Spread:
    """Milliseconds from a keystroke to all views painted, the pair growing to `length` tokens."""
    set_pair(driver, length - len(LETTERS))
    edit, rng = driver.window.views.sentences.a, random.Random(0)
    edit.end(False)
    edit.setFocus()
    edit.setCursorPosition(len(edit.text()))
    watch = ViewsWatch(driver.window, seen_views(driver), partial(is_shown, driver))
    keys = [*map(Qt.Key, map(ord, LETTERS.upper())), *[Qt.Key.Key_Backspace] * len(LETTERS)]
    milliseconds = []
    for key in islice(cycle(keys), count):
        driver.live(rng.uniform(*PAUSE_SECONDS))
        milliseconds.append(watch.milliseconds(partial(QTest.keyClick, edit, key)))
    return Spread.of(milliseconds)


def hovering(driver: Driver, length: int, count: int) -> Spread:
    """Milliseconds from a move of the mouse to another token until that is lit everywhere."""
    set_pair(driver, length)
    views, rng = driver.window.views, random.Random(0)
    figure = views.figure
    geometry = figure.geometry_now
    columns = geometry.visible(figure.scrolled, figure.viewport().width())
    watch = ViewsWatch(driver.window, (figure, views.predictions, views.attention))
    milliseconds = []
    for column in islice(wandering(rng, columns), count):
        driver.live(rng.uniform(*HOVER_PAUSE_SECONDS))
        point = geometry.chip(column).center().toPoint()
        milliseconds.append(watch.milliseconds(partial(QTest.mouseMove, figure.viewport(), point)))
    return Spread.of(milliseconds)


def wandering(rng: random.Random, columns: range) -> Iterator[int]:
    """Columns at random, none twice in a row."""
    at = -1
    while True:
        at = rng.choice([column for column in columns if column != at])
        yield at


def looks(driver: Driver, count: int) -> dict[str, Spread]:
    """Milliseconds from asking to having the answer, for a new input and for another head."""
    driver.live(SETTLE_SECONDS)
    set_pair(driver, FULL)
    session, info = driver.window.session, driver.window.models.info
    assert info is not None
    changes = islice(cycle((None, Action.MASK)), count)
    asked = [partial(session.set_action, [MASKED[0]], action) for action in changes]
    heads = [
        partial(session.set_head, n % info.layers, n % info.heads) for n in range(1, count + 1)
    ]
    return {
        "a look": Spread.of([answered(driver, act) for act in asked]),
        "another head": Spread.of([answered(driver, act) for act in heads]),
    }


def answered(driver: Driver, act: Callable[[], object]) -> float:
    """Milliseconds from an act that asks the engine until its answer was taken."""
    loop = QEventLoop()
    driver.window.prober.seen.connect(loop.quit)
    began = time.perf_counter()
    act()
    loop.exec()
    milliseconds = (time.perf_counter() - began) * 1000
    driver.window.prober.seen.disconnect(loop.quit)
    return milliseconds


def show_memory(report: Report, driver: Driver) -> None:
    """The window's memory as it starts, and with every panel opened once."""
    memory = {"with its first look": memory_megabytes()}
    open_panels(driver)
    memory["every panel opened"] = memory_megabytes()
    report.keep(MEMORY, memory)
    head = ["", "resident", "proportional", "aim"]
    rows = [[when, *(f"{mb:.0f}" for mb in both), "< 250"] for when, both in memory.items()]
    report.table("Memory of the window's process, MB", head, rows)


def open_panels(driver: Driver) -> None:
    """Open one panel after another, with something to show in each."""
    session, page = driver.window.session, driver.window.page
    session.inspect(Row.TOKEN, MASKED[0])
    session.set_view(distribution_at=MASKED[0])
    for name in page.panels:
        page.reveal(name)
        driver.live(OPEN_SECONDS)
    session.set_view(space=Space.VOCABULARY)
    page.reveal(Part.MAP)
    driver.live(OPEN_SECONDS)
    session.set_view(space=Space.TOKENS, vector=None, distribution_at=None)
    page.reset()
    driver.live(OPEN_SECONDS)


if __name__ == "__main__":
    main()
