"""The engine as a window's child: a process that serves at the other end of stdin and stdout."""

import faulthandler
import os
import signal
import sys
import threading
from typing import BinaryIO

from bertscope.wire.frames import encode
from bertscope.wire.inbox import DAMAGE, END, Inbox
from bertscope.wire.server import EngineServer

NICENESS = 10
"""The engine's priority beside a window: measured to keep the window's event loop smooth."""


def main() -> int:
    """Serve the window at the other end of stdin and stdout until it lets go.

    When stdin ends, the window is gone and so is the engine, at once.
    """
    requests, frames = _take_pipes()
    # Ctrl+C in the terminal that started the window reaches the engine too. It is the window's to
    # answer, which lets the engine save first.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        os.nice(NICENESS)
    faulthandler.enable()
    inbox = Inbox(requests, on_end=_leave)
    from bertscope.engine.devices import use_threads
    from bertscope.engine.optimizers import warm_up

    use_threads(beside_window=True)
    threading.Thread(target=warm_up, name="warm-up", daemon=True).start()
    try:
        EngineServer(inbox, lambda message: _write(frames, encode(message))).serve()
    except BrokenPipeError:
        _leave(DAMAGE)
    _leave(END)
    return END


def _take_pipes() -> tuple[BinaryIO, BinaryIO]:
    """stdin and stdout, moved aside before any library is loaded.

    What libraries print goes to stderr, and what they would read is empty.
    """
    frames = os.fdopen(os.dup(1), "wb", buffering=0)
    requests = os.fdopen(os.dup(0), "rb", buffering=0)
    os.dup2(2, 1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    if sys.platform == "win32":
        import msvcrt

        msvcrt.setmode(frames.fileno(), os.O_BINARY)
        msvcrt.setmode(requests.fileno(), os.O_BINARY)
    return requests, frames


def _leave(code: int) -> None:
    """End now: the interpreter's own way out waits for libraries' threads, or crashes in them."""
    sys.stderr.flush()
    os._exit(code)


def _write(stream: BinaryIO, frame: bytes) -> None:
    view = memoryview(frame)
    while view:
        view = view[stream.write(view) :]
