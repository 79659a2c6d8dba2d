"""What a large corpus costs before the first step: peak memory and seconds, first and again.

The text is our own stories, told with one seed after another into one file. A process of its own
reads and cuts it and draws the pairs of one epoch (length 128, vocabulary of the model that ships),
twice: the second time the pieces come from the cache. "Peak" is the process's ru_maxrss, with
Python, its libraries and whatever pages of mapped files were still in memory; "own" is the part
that is not mapped from files, which the system could not simply drop.

"Cache" is what stays on disk. "Rows" are the pairs of the epoch, which from some size on lie on
disk too while they are used; training holds those of two epochs at a time.

Aim: own memory that hardly grows with the corpus. ``--large`` adds 1 GB.
"""

import json
import os
import subprocess
import sys
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from bertscope.places import HOME_VARIABLE
from bertscope.text.stories import write_stories
from tests.benchmarks.bench import Report, arguments_of

MB = 1_000_000
STORIES_A_SEED = 10_000
TOLD_BYTES = 100 * MB
"""Then the same stories come again, some telling after others: writing them is slow."""


def main() -> None:
    """Measure, print, write."""
    parser = arguments_of(__doc__)
    parser.add_argument("--megabytes", type=int, nargs="+", default=[10, 100], metavar="N")
    parser.add_argument("--large", action="store_true", help="1,000 MB too; takes some minutes")
    arguments = parser.parse_args()
    report = Report("corpus", arguments)
    rows = []
    for megabytes in arguments.megabytes + [1000] * arguments.large:
        measured = measure(megabytes)
        report.keep(f"{megabytes} MB", measured)
        rows += [_row(megabytes, when, figures) for when, figures in measured.items()]
    head = ["text, MB", "time", "read and cut, s", "pairs, s", "tokens, M", "pairs, M"]
    head += ["own before, MB", "own, cutting", "own, pairs", "peak", "cache, MB", "rows, MB"]
    report.table("Reading, cutting, pairs", head, rows)


def measure(megabytes: int) -> dict[str, dict[str, float]]:
    """What the child says of the first and the second time."""
    with TemporaryDirectory() as folder:
        path, home = Path(folder) / "corpus.txt", Path(folder) / "home"
        write_corpus(path, megabytes * MB)
        return {when: _child(path, home) for when in ("first", "cached")}


def write_corpus(path: Path, size: int) -> None:
    """Write stories to about that many bytes."""
    told: list[bytes] = []
    with path.open("wb") as file:
        for seed in count():
            if seed * len(told[0] if told else b"") < TOLD_BYTES:
                told.append(_tell(seed))
            file.write(told[seed % len(told)][: size - file.tell()])
            if file.tell() >= size:
                return


def _tell(seed: int) -> bytes:
    stories = write_stories(seed, STORIES_A_SEED)
    return "".join(" ".join(story) + "\n\n" for story in stories).encode()


def _child(path: Path, home: Path) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.corpus_child", str(path)],
        env=os.environ | {HOME_VARIABLE: str(home)},
        stdout=subprocess.PIPE,
        check=True,
    )
    on_disk = sum(file.stat().st_size for file in home.rglob("*") if file.is_file())
    return {**json.loads(done.stdout), "on_disk": on_disk}


def _row(megabytes: int, when: str, figures: dict[str, float]) -> list[str]:
    sizes = ("own_before", "own_peak_cutting", "own_peak", "peak_rss", "on_disk", "rows_bytes")
    return [
        str(megabytes),
        when,
        *(f"{figures[name]:.1f}" for name in ("cut_seconds", "pair_seconds")),
        *(f"{figures[name] / MB:.2f}" for name in ("tokens", "pairs")),
        *(f"{figures[name] / MB:.0f}" for name in sizes),
    ]


if __name__ == "__main__":
    main()
