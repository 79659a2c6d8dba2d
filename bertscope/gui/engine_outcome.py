"""How an engine ended, and what is said of it."""

import signal
from dataclasses import dataclass

from bertscope.gui.language import tr
from bertscope.gui.language.said import said

SSH_LOST = 255
"""ssh's own exit code where the connection broke, or where the other end was killed."""


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
            return said(self.fault)
        if self.command:
            return self._cut if self.started else self._unreached
        if not self.started and not self.crashed:
            return tr(
                "The engine could not be started: see Help › Engine log, and check that bertscope "
                "is installed whole."
            )
        if self.crashed:
            return self._killed
        return tr(
            "The engine stopped by itself (exit code {code}): see Help › Engine log.",
            code=self.code,
        )

    @property
    def _killed(self) -> str:
        """Of an engine of this machine."""
        if self.started:
            return tr(
                "The engine was {cause}. Everything on the screen is kept.", cause=self._cause
            )
        return tr(
            "The engine was {cause} while it was starting. Everything on the screen is kept.",
            cause=self._cause,
        )

    @property
    def _cause(self) -> str:
        name = _signal_name(self.code)
        if name == "SIGKILL":
            return tr("killed, perhaps because memory ran out")
        return tr("ended by {name}", name=name)

    @property
    def _cut(self) -> str:
        """Of an engine elsewhere that had come up."""
        if not self.crashed and self.code != SSH_LOST:
            return tr(
                "The engine on {host} stopped by itself (exit code {code}): see Help › Engine log.",
                host=self.host,
                code=self.code,
            )
        if self._last_line:
            return tr(
                "The connection to {host} was cut ({line}). Everything on the screen is kept.",
                host=self.host,
                line=self._last_line,
            )
        return tr(
            "The connection to {host} was cut, or the engine there was killed. Everything on the "
            "screen is kept.",
            host=self.host,
        )

    @property
    def _unreached(self) -> str:
        """Of an engine elsewhere that never came up."""
        code, line = self.code, self._last_line
        how = self._cause if self.crashed else tr("it ended with exit code {code}", code=code)
        if line:
            how = tr("{how} and said “{line}”", how=how, line=line)
        return tr(
            "No engine came up by “{command}”: {how}. Try that command in a terminal, or choose "
            "another one under Training › Engine.",
            command=self.command,
            how=how,
        )

    @property
    def _last_line(self) -> str:
        lines = [line.strip() for line in self.last_words.splitlines()]
        return next((line.rstrip(".") for line in reversed(lines) if line), "")


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return tr("signal {number}", number=number)
