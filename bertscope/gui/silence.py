"""Whether an engine that runs still answers."""

import time
from collections.abc import Callable

from bertscope.wire import messages as m

PATIENCE_SECONDS = 5.0
LONG_SECONDS = 60.0
"""The patience with what may take long although all is well."""
LONG = (m.OpenModel, m.Train, m.EndRun, m.MapVocabulary, m.PickSentence, m.TellStep, m.OpenRun)
"""Requests that hold the engine up: files are read or written, or much is computed at once."""


class Silence:
    """Asks the engine now and then whether it is there, and tells when it keeps silent.

    The engine answers one request after the other, so the answer to a `Ping` says that it is done
    with all before it.

    Parameters
    ----------
    ask
        Sends a new `Ping` and gives its number.
    patience
        Seconds without a sign, while an answer is owed, that are long. It grows beyond a silence
        that ended by itself: then the engine has steps that take so long, and will have more.
    clock
        Seconds.
    """

    def __init__(
        self,
        ask: Callable[[], int],
        patience: float = PATIENCE_SECONDS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._ask, self._clock = ask, clock
        self._first = patience
        self.begin()

    def begin(self, *, starting: bool = False) -> None:
        """A new engine has come up, or is `starting`: then its first message is awaited."""
        self.is_silent = False
        self._patience = self._first
        self._ping, self._train = -1 if starting else 0, 0
        self._is_long = starting
        self._since = self._ticked = self._clock()

    @property
    def interval(self) -> float:
        """Seconds between two calls of `tick`."""
        return self._first / 5

    @property
    def seconds(self) -> float:
        """Since the last sign, or since something was asked where that is later."""
        return self._clock() - self._since

    def sent(self, message: m.Message) -> None:
        """A request has gone out."""
        if isinstance(message, LONG):
            self._is_long, self._ping = True, 0
        if isinstance(message, m.Train):
            self._train = message.id

    def heard(self) -> bool:
        """Something has come in, whole or in part; whether that ends a silence."""
        ended, self.is_silent = self.is_silent, False
        if ended:
            self._patience = max(self._patience, 2 * self.seconds)
        self._since = self._clock()
        return ended

    def took(self, message: m.Message) -> None:
        """A message has come in whole."""
        match message:
            case m.Pong(id=number) if number == self._ping:
                self._ping, self._is_long = 0, False
            case m.Failed(id=number) if number == self._train:
                self._train = 0
            case m.RunStarted() | m.RunFailed() | m.RunEnded():
                self._train = 0

    def tick(self) -> bool:
        """Look whether all is well, and ask where nothing is owed; whether a silence begins now.

        Where this comes late it was the window that slept, and the computer perhaps with it: then
        nothing is held against the engine.
        """
        now = self._clock()
        late, self._ticked = now - self._ticked > 3 * self.interval, now
        if late:
            self._since = now
        if not self._ping and (self._is_long or self.seconds >= self.interval):
            self._ping, self._since = self._ask(), now
        is_long = self._is_long or self._train
        patience = max(self._patience, LONG_SECONDS if is_long else 0.0)
        if self.is_silent or not self._ping or self.seconds < patience:
            return False
        self.is_silent = True
        return True
