"""How long the window is held up when its theme, its text size or its own size changes.

The window is real, with a run that has been trained and is paused, so that the curves are drawn.
A change is made, and all that follows from it is done until nothing is left to do. Beside the time
of the clock stands that of the processor, which other programs don't lengthen, and the longest
pause: the longest time between two beats of a timer that should beat every 10 ms.

Aim: no pause above 100 ms.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import cycle

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from bertscope.gui.main_window import MainWindow
from bertscope.gui.run.training import Phase
from bertscope.gui.theme import SCALES, Mode
from tests.benchmarks.bench import Report, Spread, arguments_of
from tests.benchmarks.window import SETTLE_SECONDS, Driver, opened

AIM_MS, BEAT_MS = 100, 10
QUIET_SECONDS = 0.15
"""So long the window is left alone before each change."""
TURNS = 8
SIZES = ((1280, 800), (1920, 1080))
DRAG_PIXELS, DRAG_STEPS = 12, 10
STEPS = 30
HEAD = ("change", "processor p50 ms", "p95", "max", "clock p50", "p95", "pause p50", "p95", "max")


@dataclass(frozen=True)
class Cost:
    """Milliseconds of one change: of the processor, of the clock, and the longest pause."""

    processor: float
    clock: float
    pause: float


class Beat(QObject):
    """The longest time between two beats."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.longest = 0.0
        self._last = time.perf_counter()
        timer = QTimer(self, interval=BEAT_MS)
        timer.timeout.connect(self.beat)
        timer.start()

    def begin(self) -> None:
        """Forget all pauses until now."""
        self.longest, self._last = 0.0, time.perf_counter()

    def beat(self) -> None:
        """The window lives."""
        now = time.perf_counter()
        self.longest = max(self.longest, 1e3 * (now - self._last))
        self._last = now


def main() -> None:
    """Measure, print, write."""
    parser = arguments_of(__doc__)
    parser.add_argument("--changes", type=int, default=20, help="of each kind")
    arguments = parser.parse_args()
    report = Report("appearance", arguments)
    with opened() as driver:
        train_a_little(driver)
        rows, figures = [], {}
        for name, change in changes(driver.window):
            costs = measured(driver, change, arguments.changes)
            busy = Spread.of([cost.processor for cost in costs])
            clock = Spread.of([cost.clock for cost in costs])
            pause = Spread.of([cost.pause for cost in costs])
            numbers = (busy.median, busy.p95, busy.most, clock.median, clock.p95)
            pauses = (pause.median, pause.p95, pause.most)
            rows.append((name, *(f"{ms:.0f}" for ms in (*numbers, *pauses))))
            figures[name] = {"processor": busy, "clock": clock, "pause": pause}
        report.table(f"Changes of the look (aim: no pause above {AIM_MS} ms)", HEAD, rows)
        report.keep("changes", figures)


def train_a_little(driver: Driver) -> None:
    """Have a run with curves that stands still."""
    driver.live(SETTLE_SECONDS)
    driver.train("tiny")
    training = driver.window.training
    driver.wait(lambda: training.step >= STEPS)
    training.pause()
    driver.wait(lambda: training.phase is Phase.PAUSED)
    driver.live(SETTLE_SECONDS)


def changes(window: MainWindow) -> Iterator[tuple[str, Callable[[], object]]]:
    """What is done to the window, by name; each call changes something."""
    look = window.appearance
    modes = cycle((Mode.DARK, Mode.LIGHT))
    yield "theme", lambda: look.set_mode(next(modes))
    scales = cycle((*SCALES[3:], *reversed(SCALES[:-1]), *SCALES[1:3]))
    yield "text size, a step", lambda: look.set_scale(next(scales))
    look.set_scale(1.0)
    sizes = cycle(reversed(SIZES))
    yield "window size", lambda: window.resize(*next(sizes))
    window.resize(*SIZES[0])
    yield "window size, dragged", partial(drag, window, cycle((1, -1)))
    panels = window.page.panels
    fronts = cycle((panels["map"], panels["layers"], panels["attention"]))
    yield "panel brought forward", lambda: next(fronts).reveal()


def drag(window: MainWindow, ways: "cycle[int]") -> None:
    """Pull the corner of the window, as a hand does: each move is painted."""
    way = next(ways)
    for _ in range(DRAG_STEPS):
        window.resize(window.width() + way * DRAG_PIXELS, window.height() + way * DRAG_PIXELS // 2)
        QApplication.processEvents()


def measured(driver: Driver, change: Callable[[], object], count: int) -> list[Cost]:
    """The costs of some changes; the first is left out, for it fills what is kept for later."""
    beat = Beat(driver.window)
    costs = [_cost(driver, change, beat) for _ in range(count + 1)][1:]
    beat.deleteLater()
    return costs


def _cost(driver: Driver, change: Callable[[], object], beat: Beat) -> Cost:
    driver.live(QUIET_SECONDS)
    beat.begin()
    clock, processor = time.perf_counter(), time.process_time()
    change()
    until_quiet()
    beat.beat()
    return Cost(
        1e3 * (time.process_time() - processor),
        1e3 * (time.perf_counter() - clock),
        beat.longest,
    )


def until_quiet() -> None:
    """Do all that is left to do; what is done may leave more."""
    for _ in range(TURNS):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


if __name__ == "__main__":
    main()
