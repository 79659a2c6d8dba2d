"""Requests as they come in, read by a thread of its own."""

import os
import queue
import sys
import threading
import traceback
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import BinaryIO

from bertscope.errors import WireError
from bertscope.wire import messages as m
from bertscope.wire.frames import request_reader

END, DAMAGE = 0, 1
"""Exit codes of an engine whose requests ended, and whose requests can't be read."""


class Inbox:
    """Requests in their order, except that the newest probe of a view takes the place of others.

    Parameters
    ----------
    stream
        Where the frames come from.
    on_end
        Called from the reading thread, with `END` or `DAMAGE`, once nothing more can come. Not
        after a `Shutdown`: that is the last request, and is left to be done in peace.
    """

    def __init__(self, stream: BinaryIO, on_end: Callable[[int], None]) -> None:
        self._arrived: queue.SimpleQueue[m.Request] = queue.SimpleQueue()
        self._waiting: deque[m.Request] = deque()
        self._stream = stream
        self._on_end = on_end
        threading.Thread(target=self._read, name="inbox", daemon=True).start()

    def _read(self) -> None:
        try:
            told_to_end = self._read_requests()
        except WireError as error:
            print(error, file=sys.stderr, flush=True)  # noqa: T201  # stderr is the window's log
            self._on_end(DAMAGE)
        except Exception:
            # An engine that no longer hears must not live on.
            traceback.print_exc()
            self._on_end(DAMAGE)
        else:
            if not told_to_end:
                self._on_end(END)

    def _read_requests(self) -> bool:
        """Read to the end; whether that was a `Shutdown`."""
        reader = request_reader()
        while portion := os.read(self._stream.fileno(), 1 << 16):
            for request in reader.feed(portion):
                self._arrived.put(request)
                if isinstance(request, m.Shutdown):
                    return True
        return False

    def take(self, patience: float | None) -> m.Request | None:
        """The next request; None where none came within `patience` seconds.

        Without a limit to its patience it waits for as long as it takes.
        """
        if patience != 0 and not self._waiting:
            self._wait(patience)
        while not self._arrived.empty():
            self._waiting.append(self._arrived.get())
        while self._waiting:
            request = self._waiting.popleft()
            if not self._is_outdated(request):
                return request
        return None

    def _wait(self, seconds: float | None) -> None:
        with suppress(queue.Empty):
            self._waiting.append(self._arrived.get(timeout=seconds))

    def _is_outdated(self, request: m.Request) -> bool:
        return isinstance(request, m.Probe) and any(
            isinstance(later, m.Probe) and later.view == request.view for later in self._waiting
        )
