"""Reads, cuts and pairs a corpus in a process of its own; prints what each took as JSON."""

import json
import resource
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from bertscope.places import default_model
from bertscope.text.corpus import load_documents, split_documents
from bertscope.text.files import Source
from bertscope.text.large import cut_large, is_large
from bertscope.text.pairs import CutCorpus, cut_documents, make_pairs
from bertscope.text.tokenizer import WordPieceTokenizer

T = TypeVar("T")
MAX_LENGTH = 128
ROWS = ("ids", "offsets", "b_start", "labels", "words")
LOOK_SECONDS = 0.02
_STATUS = Path("/proc/self/status")


class OwnMemory(threading.Thread):
    """Watches the memory that is this process's own, without mapped files, on Linux."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.peak_bytes = 0
        self._over = threading.Event()

    def run(self) -> None:
        while not self._over.wait(LOOK_SECONDS):
            self.look()

    def look(self) -> None:
        if _STATUS.exists():
            words = _STATUS.read_text().split()
            self.peak_bytes = max(self.peak_bytes, 1024 * int(words[words.index("RssAnon:") + 1]))

    def end(self) -> int:
        """The peak in bytes."""
        self._over.set()
        self.join()
        self.look()
        return self.peak_bytes


def main(path: Path) -> None:
    """Do what training does before its first step."""
    tokenizer = WordPieceTokenizer.load(default_model())
    tokenizer.cut_ids(["warm"])
    memory = OwnMemory()
    memory.look()
    before = memory.peak_bytes
    memory.start()
    cut, cut_seconds = _timed(lambda: _cut(tokenizer, path))
    own_cutting = memory.peak_bytes
    rows, pair_seconds = _timed(lambda: make_pairs(cut, max_length=MAX_LENGTH, seed=0, epoch=0))
    own = memory.end()
    json.dump(
        {
            "cut_seconds": cut_seconds,
            "pair_seconds": pair_seconds,
            "tokens": len(cut.ids),
            "pairs": len(rows),
            "rows_bytes": sum(getattr(rows, name).nbytes for name in ROWS),
            "own_before": before,
            "own_peak_cutting": own_cutting,
            "own_peak": own,
            "peak_rss": _peak_rss(),
        },
        sys.stdout,
    )


def _cut(tokenizer: WordPieceTokenizer, path: Path) -> CutCorpus:
    source = Source(path)
    if is_large(source):
        return cut_large(tokenizer, source, 0, lambda _: None)[0]
    train, held_out = split_documents(load_documents(str(path), 0).documents, 0)
    cut_documents(tokenizer, held_out)
    return cut_documents(tokenizer, train)


def _timed(work: Callable[[], T]) -> tuple[T, float]:
    began = time.perf_counter()
    return work(), time.perf_counter() - began


def _peak_rss() -> int:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else 1024 * peak


if __name__ == "__main__":
    main(Path(sys.argv[1]))
