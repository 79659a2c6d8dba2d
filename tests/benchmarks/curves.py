"""How quick the curves of a long run are: panning, zooming, hovering, and rows as they come.

A run of a million steps (``--steps``) is shown in a view of the size of a large window's panel.
Each frame is what a hand or a new row does, and all painting that follows, until nothing is left to
do; the last column is the time of the processor alone, which other programs don't lengthen.
Beside it the same lines drawn naively: every point of both losses, smoothed anew for each frame.

Aim: p95 < 16.7 ms, 60 frames a second; a row may come 30 times a second.
"""

import argparse
import os
import time
from collections.abc import Callable
from dataclasses import asdict

import numpy as np
from pyqtgraph.functions import arrayToQPolygonF
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QApplication

from bertscope.gui.application import make_application
from bertscope.gui.curves.history import History
from bertscope.gui.curves.smoothing import smoothed
from bertscope.gui.curves.view import CurvesView
from bertscope.gui.run.record import RunRecord
from bertscope.gui.session import Session
from bertscope.gui.state import MOST_SMOOTHING
from bertscope.gui.theme import Appearance, Mode
from bertscope.places import default_model
from bertscope.recipe import Recipe
from bertscope.run_folder import COLUMNS, Happening, RunEvent
from bertscope.text.reader import Reader
from tests.benchmarks.bench import Report, Spread, arguments_of

SIZES = {"1280 x 800": (410, 460), "1920 x 1080": (720, 760)}
STEPS, FRAMES, NAIVE_FRAMES, OVERLAID = 1_000_000, 200, 3, 3
AIM_MS = 16.7
Spreads = tuple[Spread, Spread]
HEAD = ("view in a window of", "frame", "p50 ms", "p95", "max", "processor p95")


def main() -> None:
    """Measure, print, write."""
    parser = arguments_of(__doc__)
    parser.add_argument("--steps", type=int, default=STEPS)
    parser.add_argument("--frames", type=int, default=FRAMES)
    arguments = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = make_application()
    report = Report("curves", arguments)
    run = long_run("main", arguments.steps, 0)
    others = [long_run(f"other {n}", arguments.steps, n + 1) for n in range(OVERLAID)]
    rows, figures = [], {}
    for size, (width, height) in SIZES.items():
        view = CurvesView(Session(Reader.load(default_model())), Appearance(Mode.LIGHT))
        view.resize(width, height)
        view.show()
        app.processEvents()  # Before it is exposed nothing is painted.
        for name, (spread, busy) in measured(view, run, others, arguments):
            rows.append(
                (
                    size,
                    name,
                    *(f"{v:.1f}" for v in (spread.median, spread.p95, spread.most, busy.p95)),
                )
            )
            figures[f"{size}, {name}"] = {"wall": asdict(spread), "processor": asdict(busy)}
        view.close()
    app.processEvents()
    report.table(f"{arguments.steps:,} steps; aim: p95 < {AIM_MS} ms", HEAD, rows)
    report.keep("frames", figures)


def long_run(name: str, steps: int, seed: int) -> RunRecord:
    """A run whose losses fall, with noise, evaluations, checkpoints and kept steps."""
    draw = np.random.default_rng(seed)
    record = RunRecord(f"/runs/{name}", Recipe(steps=steps))
    at = np.arange(1, steps + 1)
    table = np.full((steps, len(COLUMNS)), np.nan)
    falling = 2 + 7 * np.exp(-at / steps * 5)
    values = {"step": at, "mlm_loss": falling, "nsp_loss": falling / 13, "seconds": 0.01}
    for column, value in values.items():
        table[:, COLUMNS.index(column)] = value
    table[:, COLUMNS.index("mlm_loss")] += draw.normal(0, 0.2, steps)
    table[:, COLUMNS.index("nsp_loss")] *= np.exp(draw.normal(0, 0.1, steps))
    held = at % max(1, steps // 5000) == 0
    for part in ("mlm", "nsp"):
        there = table[held, COLUMNS.index(f"{part}_loss")]
        table[held, COLUMNS.index(f"held_out_{part}_loss")] = there * 1.05
    record.history.append(table)
    record.kept = list(range(0, steps, max(1, steps // 300)))
    saved = range(0, steps, max(1, steps // 2000))
    record.events = [RunEvent(step, Happening.CHECKPOINT) for step in saved]
    return record


def measured(
    view: CurvesView, run: RunRecord, others: list[RunRecord], arguments: argparse.Namespace
) -> list[tuple[str, Spreads]]:
    """The frames of one view, by what they do."""
    plots, session = view.plots, view.plots.session
    size, turns, frames = run.step + 1, iter(range(10**9)), arguments.frames
    box = plots.shown[0].box

    def frames_of(act: Callable[[int], object], count: int = frames) -> Spreads:
        def frame() -> None:
            act(next(turns))
            QApplication.processEvents()  # A view that is not exposed is never painted.

        return spread_of(frame, count)

    def first(_turn: int) -> None:
        view.show_runs(run, (), 8192)
        view.draw()

    def hover(turn: int) -> None:
        box.pointed.emit(box.mapFromView(QPointF(1.0 + turn * 997 % (size - 1), 0.0)))

    def travel(turn: int) -> None:
        session.set_view("", step=run.kept[turn % len(run.kept)])

    def append(_turn: int) -> None:
        row = np.full((1, len(COLUMNS)), np.nan)
        row[0, :3], row[0, COLUMNS.index("seconds")] = (run.step + 1, 2.0, 0.2), 0.01
        run.history.append(row)
        view.draw()

    def pan(turn: int) -> None:
        plots.pan(0.01 if turn // 50 % 2 else -0.01)

    def zoom(turn: int) -> None:
        plots.zoom(0.93 if turn // 40 % 2 else 1 / 0.93)

    def smooth(turn: int) -> None:
        session.set_view("", smoothing=turn % MOST_SMOOTHING)

    found = [("first", frames_of(first, 1)), ("hover", frames_of(hover))]
    box.pointed.emit(None)
    found += [("time cursor", frames_of(travel)), ("new row", frames_of(append))]
    plots.zoom(0.2)
    found += [(act.__name__, frames_of(act)) for act in (pan, zoom, smooth)]
    plots.follow()
    session.set_view("", smoothing=MOST_SMOOTHING, log_steps=True, log_loss=True)
    plots.zoom(0.5)
    found.append(("pan, log axes", frames_of(pan)))
    plots.follow()
    session.set_view("", log_steps=False, log_loss=False)
    view.show_runs(run, others, 8192)
    view.draw()
    plots.zoom(0.2)
    found.append((f"pan, {OVERLAID} more runs", frames_of(pan)))
    plots.follow()
    image = QImage(plots.viewport().size(), QImage.Format.Format_RGB32)
    return [*found, ("naive", spread_of(lambda: draw_naively(image, run.history), NAIVE_FRAMES))]


def spread_of(frame: Callable[[], object], count: int) -> Spreads:
    """How many milliseconds each of some frames takes: of the clock, and of the processor."""
    took, busy = [], []
    for _ in range(count):
        begun, begun_busy = time.perf_counter(), time.process_time()
        frame()
        took.append(1e3 * (time.perf_counter() - begun))
        busy.append(1e3 * (time.process_time() - begun_busy))
    return Spread.of(took), Spread.of(busy)


def draw_naively(image: QImage, history: History) -> None:
    """Every point of both losses, raw and smoothed, without axes or words."""
    with QPainter(image) as painter:
        for number, name in enumerate(("mlm_loss", "nsp_loss")):
            series, half = history.series[name], image.height() / 2
            x = series.steps * (image.width() / series.steps[-1])
            for values, pen in (
                (series.values, QPen(QColor("#99C7E0"), 1)),
                (smoothed(series.values, 8), QPen(QColor("#0072B2"), 2)),
            ):
                painter.setPen(pen)
                painter.drawPolyline(arrayToQPolygonF(x, half * (number + 1 - values / 10)))


if __name__ == "__main__":
    main()
