"""What the engine wrote to stderr."""

KEPT_LINES, LAST_LINES = 400, 20


class EngineLog:
    """Lines of text out of bytes that come in portions.

    Attributes
    ----------
    lines
        The last ones, of all engines there were.
    """

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._unended = ""

    @property
    def last_words(self) -> str:
        """The very last lines."""
        return "\n".join(self.lines[-LAST_LINES:])

    def feed(self, portion: bytes) -> None:
        """Take what was written; a line without an end waits for it."""
        text = portion.decode("utf-8", "replace")
        *lines, self._unended = (self._unended + text).split("\n")
        self._keep(*lines)

    def note(self, line: str) -> None:
        """Add a line of our own."""
        self._keep(line)

    def end(self) -> None:
        """No more will come: what has no end yet is a line too."""
        last, self._unended = self._unended, ""
        if last:
            self._keep(last)

    def _keep(self, *lines: str) -> None:
        self.lines = [*self.lines, *lines][-KEPT_LINES:]
