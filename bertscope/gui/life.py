"""The engine's life: whether it is started again unasked, and what is said of it."""

import time
from collections.abc import Callable

from bertscope.gui.engine_outcome import ProcessOutcome
from bertscope.gui.language import marked, tr

QUICK_DEATH_SECONDS = 10.0
"""An engine that dies sooner after its start is not started again unasked."""
RESTART = marked("Start the engine again")
RECONNECT = marked("Connect again")


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
        self._has_reconnected = False
        self.began_at = clock()

    @property
    def has_crashed(self) -> bool:
        """Whether there is an end of which it isn't said yet how it went on."""
        return bool(self._crash)

    def begin(self) -> None:
        """It has come up."""
        self.began_at = self._clock()

    def ask(self) -> None:
        """Someone has asked for it to be started again."""
        self._has_reconnected = False

    def break_off(self, outcome: ProcessOutcome, sentence: str) -> bool:
        """Nobody has asked it to end, and `sentence` says so; whether to start it again unasked.

        An engine elsewhere is reached for again only once: it may ask for a password each time,
        and a network that is gone stays so for a while.
        """
        if not outcome.started:
            return False
        self._crash = sentence
        again = self._clock() - self.began_at > QUICK_DEATH_SECONDS
        if outcome.command:
            again, self._has_reconnected = again and not self._has_reconnected, True
        return again

    def forget(self) -> None:
        """How it went on matters no more."""
        self._crash = ""

    def take_sentence(self, step: int | None = None) -> str:
        """How it went on, said once; a run that was under way is back at `step`."""
        crash, self._crash = self._crash, ""
        if step is None:
            return tr("{crash} The engine was started again.", crash=crash)
        return tr(
            "{crash} The engine was started again, and the run is back at step {step:,}, its last "
            "checkpoint.",
            crash=crash,
            step=step,
        )


def way_on(outcome: ProcessOutcome) -> str:
    """The words of the button that starts it again."""
    return tr(RECONNECT if outcome.command else RESTART)


def silence_words(seconds: float, host: str) -> str:
    """What is said of an engine that owes an answer; `host` is empty for one of this machine."""
    if host:
        return tr(
            "The engine on {host} has not answered for {seconds:.0f} s: the connection is cut or "
            "it is busy. Wait, or start it again; a run goes on from its last checkpoint.",
            host=host,
            seconds=seconds,
        )
    return tr(
        "The engine has not answered for {seconds:.0f} s: it is stuck or busy. Wait, or start it "
        "again; a run goes on from its last checkpoint.",
        seconds=seconds,
    )
