"""The engine's life: whether it is started again unasked, and what is said of its end."""

import time
from collections.abc import Callable

from bertscope.gui.engine_process import ProcessOutcome

QUICK_DEATH_SECONDS = 10.0
"""An engine that dies sooner after its start is not started again unasked."""


class EngineLife:
    """When the engine came up, and why it broke off, until that is said.

    Parameters
    ----------
    clock
        Seconds.

    Attributes
    ----------
    began_at
        When it came up, or was waited for first.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._crash = ""
        self.began_at = clock()

    @property
    def has_crashed(self) -> bool:
        """Whether there is an end of which it isn't said yet how it went on."""
        return bool(self._crash)

    def begin(self) -> None:
        """It has come up."""
        self.began_at = self._clock()

    def break_off(self, outcome: ProcessOutcome, sentence: str) -> bool:
        """Nobody has asked it to end, and `sentence` says so; whether to start it again unasked."""
        again = outcome.started and self._clock() - self.began_at > QUICK_DEATH_SECONDS
        if again:
            self._crash = sentence
        return again

    def forget(self) -> None:
        """How it went on matters no more."""
        self._crash = ""

    def take_sentence(self, step: int | None = None) -> str:
        """How it went on, said once; a run that was under way is back at `step`."""
        crash, self._crash = self._crash, ""
        if step is None:
            return f"{crash} It was started again."
        return (
            f"{crash} It was started again, and the run is back at step {step:,}, its last "
            "checkpoint."
        )
