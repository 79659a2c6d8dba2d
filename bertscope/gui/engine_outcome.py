"""How an engine ended, and what is said of it."""

import signal
from dataclasses import dataclass

SSH_LOST = 255
"""ssh's own exit code where the connection broke, or where the other end was killed."""
LOG_HINT = "see Help › Engine log"


@dataclass(frozen=True)
class ProcessOutcome:
    """How the engine ended.

    Attributes
    ----------
    crashed
        It was ended by a signal.
    code
        The signal's number, or the exit code.
    expected
        The window had asked for it.
    started
        It had come up at all.
    last_words
        The end of what it wrote to stderr.
    fault
        Why the window ended it, in a sentence: it spoke another protocol, or none.
    command
        What was typed to reach an engine elsewhere; empty for one of this machine.
    host
        The machine it was on, as far as that is known.
    again
        The window had asked for another one, which is on its way.
    """

    crashed: bool
    code: int
    expected: bool
    started: bool = True
    last_words: str = ""
    fault: str = ""
    command: str = ""
    host: str = ""
    again: bool = False

    @property
    def sentence(self) -> str:
        """What happened, for the person at the screen; empty where nothing unexpected did."""
        if self.expected or self.again:
            return ""
        if self.fault:
            return self.fault
        if self.command:
            return self._cut if self.started else self._unreached
        if not self.started and not self.crashed:
            return (
                f"The engine could not be started: {LOG_HINT}, and check that bertscope is "
                "installed whole."
            )
        if self.crashed:
            when = "" if self.started else " while it was starting"
            return f"The engine was {self._cause}{when}. Everything on the screen is kept."
        return f"The engine stopped by itself (exit code {self.code}): {LOG_HINT}."

    @property
    def _cause(self) -> str:
        name = _signal_name(self.code)
        if name == "SIGKILL":
            return "killed, perhaps because memory ran out"
        return f"ended by {name}"

    @property
    def _cut(self) -> str:
        """Of an engine elsewhere that had come up."""
        if not self.crashed and self.code != SSH_LOST:
            return (
                f"The engine on {self.host} stopped by itself (exit code {self.code}): {LOG_HINT}."
            )
        cause = f" ({self._last_line})" if self._last_line else ", or the engine there was killed"
        return f"The connection to {self.host} was cut{cause}. Everything on the screen is kept."

    @property
    def _unreached(self) -> str:
        """Of an engine elsewhere that never came up."""
        how = self._cause if self.crashed else f"it ended with exit code {self.code}"
        said = f" and said “{self._last_line}”" if self._last_line else ""
        return (
            f"No engine came up by “{self.command}”: {how}{said}. Try that command in a terminal, "
            "or choose another one under Training › Engine."
        )

    @property
    def _last_line(self) -> str:
        lines = [line.strip() for line in self.last_words.splitlines()]
        return next((line.rstrip(".") for line in reversed(lines) if line), "")


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
