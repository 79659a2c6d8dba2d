"""How long until the window can be seen and used, and until it shows rows of a real model.

Each start is a process of its own, timed from before exec to the first painting on the screen
(see `startup_child`). The first start of each kind writes Python's bytecode and isn't counted.
bertscope alternates with an empty `QMainWindow`: alone, after importing pyqtgraph, and after
importing torch; so that what the machine does meanwhile hits all alike. The ratios compare with
the empty window.

At the moment of its first painting a letter is typed into sentence A: "key to chip" ends when the
figure is painted with it, and the count says how often that was before the engine was ready.
"Engine start" is from exec to Ready. "Longest pause" is the longest time up to the first rows in
which the window served no event.

Offscreen, and on a screen as well where DISPLAY names one.

Aims: first painting below 0.5 s; rows at most 0.3 s after the engine is ready.
"""

import json
import os
import subprocess
import sys
import time
from collections import defaultdict
from tempfile import TemporaryDirectory

from bertscope.places import HOME_VARIABLE
from tests.benchmarks.bench import Report, Spread, arguments_of

OURS, BARE = "bertscope", "bare"
KINDS = {
    OURS: "bertscope",
    BARE: "empty window",
    "pyqtgraph": "empty window after pyqtgraph",
    "torch": "empty window after torch",
}
PATIENCE_SECONDS = 120.0

Moments = dict[str, float | str]


def main() -> None:
    """Measure, print, write."""
    parser = arguments_of(__doc__)
    parser.add_argument("--starts", type=int, default=10, help="of each kind")
    parser.add_argument("--kinds", nargs="+", choices=list(KINDS), default=list(KINDS))
    arguments = parser.parse_args()
    report = Report("startup", arguments)
    platforms = ["offscreen", *(["xcb"] if os.environ.get("DISPLAY") else [])]
    with TemporaryDirectory() as bytecode:
        for platform in platforms:
            starts: dict[str, list[Moments]] = defaultdict(list)
            for number in range(arguments.starts + 1):
                for kind in arguments.kinds:
                    moments = start(kind, platform, bytecode)
                    if number:
                        starts[kind].append(moments)
                report.keep(platform, starts)
            show_painting(report, platform, starts)
            if OURS in starts:
                show_rest(report, platform, starts[OURS])


def start(kind: str, platform: str, bytecode: str) -> Moments:
    """The moments of one start, in seconds since before exec; `bytecode` is Python's cache."""
    with TemporaryDirectory() as home:
        environment = os.environ | {
            "QT_QPA_PLATFORM": platform,
            HOME_VARIABLE: home,
            "PYTHONPYCACHEPREFIX": bytecode,
            "PYTHONDONTWRITEBYTECODE": "",
        }
        began = time.monotonic()
        child = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.startup_child", kind],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE_SECONDS,
            check=True,
        )
    moments = json.loads(child.stdout)
    return {
        name: value - began if isinstance(value, float) and name != "longest_pause" else value
        for name, value in moments.items()
    }


def show_painting(report: Report, platform: str, starts: dict[str, list[Moments]]) -> None:
    """The first painting of all kinds, side by side."""
    spreads = {
        kind: _spread([_number(m, "painted") for m in all_]) for kind, all_ in starts.items()
    }
    base = spreads[BARE].median if BARE in spreads else float("nan")
    rows = [
        [KINDS[kind], spread.words(), f"{spread.median / base:.2f}", "< 500" * (kind == OURS)]
        for kind, spread in spreads.items()
    ]
    head = ["start", "median (least–most)", "ratio", "aim"]
    report.table(f"Exec to first painting, {platform}, ms", head, rows)


def show_rest(report: Report, platform: str, starts: list[Moments]) -> None:
    """What comes after bertscope's first painting."""
    early = sum(m["engine_at_chip"] == "starting" for m in starts)
    lines = (
        ("key to chip", [_number(m, "chip") - _number(m, "key") for m in starts],
         f"{early} of {len(starts)} before the engine was ready"),
        ("engine start", [_number(m, "ready") for m in starts], ""),
        ("engine ready to rows", [_number(m, "rows") - _number(m, "ready") for m in starts],
         "< 300"),
        ("exec to rows", [_number(m, "rows") for m in starts], ""),
        ("longest pause", [_number(m, "longest_pause") for m in starts], ""),
    )  # fmt: skip
    rows = [[name, _spread(values).words(), words] for name, values, words in lines]
    head = ["", "median (least–most)", "aim, or how often"]
    report.table(f"bertscope after its first painting, {platform}, ms", head, rows)


def _number(moments: Moments, name: str) -> float:
    value = moments[name]
    assert isinstance(value, float)
    return value


def _spread(seconds: list[float]) -> Spread:
    return Spread.of([1000 * s for s in seconds])


if __name__ == "__main__":
    main()
