"""Stands for ssh: runs an engine at the other end of a slow line, which can be cut.

    python relay.py [--rate BYTES] [--delay SECONDS] [--tally FILE] [--host NAME] [--] COMMAND ...

What COMMAND writes comes out later and no faster than the line allows; so does what it reads. The
machine of the engine is called NAME. SIGUSR1 cuts the line, as ssh ends then: with 255 and a line
on stderr. FILE gets the number of bytes that came out, written anew a few times a second.
"""

import argparse
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import BinaryIO

import msgspec

from bertscope.wire import messages as m
from bertscope.wire.frames import encode, reply_reader

CUT = b"client_loop: send disconnect: Broken pipe\n"
PORTION = 1 << 14


class Line:
    """One direction: bytes arrive `delay` later, and not faster than `rate`."""

    def __init__(self, rate: float, delay: float, out: BinaryIO) -> None:
        self._rate, self._delay, self._out = rate, delay, out
        # Bounded as a connection's window is: who writes faster has to wait.
        self._under_way: queue.Queue[tuple[float, bytes]] = queue.Queue(16)
        self.total = 0
        threading.Thread(target=self._deliver, daemon=True).start()

    def put(self, portion: bytes) -> None:
        for start in range(0, len(portion), PORTION):
            due = time.monotonic() + self._delay
            self._under_way.put((due, portion[start : start + PORTION]))
        if not portion:
            self._under_way.put((time.monotonic() + self._delay, b""))

    def _deliver(self) -> None:
        while True:
            due, portion = self._under_way.get()
            time.sleep(max(0.0, due - time.monotonic()))
            if not portion:
                self._out.close()
                return
            time.sleep(len(portion) / self._rate)
            self.total += len(portion)
            try:
                self._out.write(portion)
                self._out.flush()
            except BrokenPipeError:
                return


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rate", type=float, default=1e6)
    parser.add_argument("--delay", type=float, default=0.05)
    parser.add_argument("--tally", type=Path)
    parser.add_argument("--host", default="gpu-box")
    parser.add_argument("command", nargs="+")
    options = parser.parse_args()
    engine = subprocess.Popen(options.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert engine.stdin is not None
    assert engine.stdout is not None
    there = Line(options.rate, options.delay, engine.stdin)
    back = Line(options.rate, options.delay, sys.stdout.buffer)
    signal.signal(signal.SIGUSR1, lambda *_: _cut())
    threading.Thread(target=_pass_on, args=(sys.stdin.fileno(), there), daemon=True).start()
    if options.tally is not None:
        threading.Thread(target=_count, args=(back, options.tally), daemon=True).start()
    first = _renamed(engine.stdout.fileno(), options.host)
    back.put(first)
    _pass_on(engine.stdout.fileno(), back)
    code = engine.wait()
    time.sleep(2 * options.delay)
    return code if code >= 0 else 255


def _renamed(engine: int, host: str) -> bytes:
    """The engine's first message, as if it came from a machine of that name, and what follows."""
    reader, portion = reply_reader(), b""
    while more := os.read(engine, 1 << 16):
        for message in reader.feed(more):
            if isinstance(message, m.Ready):
                message = msgspec.structs.replace(message, host=host)
            portion += encode(message)
        if portion:
            return portion
    return b""


def _pass_on(source: int, line: Line) -> None:
    while portion := os.read(source, 1 << 16):
        line.put(portion)
    line.put(b"")


def _count(line: Line, file: Path) -> None:
    while True:
        draft = file.with_suffix(".tmp")
        draft.write_text(str(line.total))
        draft.replace(file)
        time.sleep(0.2)


def _cut() -> None:
    os.write(2, CUT)
    os._exit(255)


if __name__ == "__main__":
    sys.exit(main())
