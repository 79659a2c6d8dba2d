"""What starts an engine, and what may come before its first words."""

import shlex
import sys

from bertscope.errors import WireError
from bertscope.gui.language import tr

EXAMPLE = "ssh gpu-box bertscope engine"
LONGEST_LINE = 120
"""Characters that are told of a text in the engine's place."""


def engine_command() -> list[str]:
    """What starts an engine of this machine."""
    return [sys.executable, "-m", "bertscope", "engine"]


def split_command(words: str) -> list[str]:
    """Program and arguments of a command as it is typed in a shell; none for no words.

    Raises
    ------
    WireError
        If a quotation mark isn't closed.
    """
    try:
        return shlex.split(words)
    except ValueError as error:
        raise WireError(
            tr(
                "“{words}” is no command: a quotation mark or a last \\ is left open in it.",
                words=words,
            )
        ) from error


class FirstWords:
    """Tells text from frames, before the first message.

    A first frame begins with a zero, as it is far shorter than 16 MiB; a text never does, and
    taken for a frame it could be waited for without end.
    """

    def __init__(self) -> None:
        self._text = b""

    @property
    def stray(self) -> str:
        """What to say of text that came; empty where none did."""
        if not self._text:
            return ""
        line = self._text.partition(b"\n")[0].decode("utf-8", "replace").strip()
        return tr(
            "Text came where the engine should have spoken, beginning with “{line}”: let nothing "
            "else be printed there, such as a greeting or a question.",
            line=line[:LONGEST_LINE],
        )

    def feed(self, portion: bytes) -> bytes:
        """What of a portion belongs to frames.

        Raises
        ------
        WireError
            If it is text, as where a shell greets who logs in; its first line is awaited.
        """
        if not self._text and portion[:1] in (b"", b"\0"):
            return portion
        self._text += portion
        if b"\n" in self._text or len(self._text) > LONGEST_LINE:
            raise WireError(self.stray)
        return b""
