"""What is wrong with the rows of labelled data, each named by its file and line."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from bertscope.errors import CorpusError, TaskError

NAMED = 3
"""So many problems are part of an error's sentence."""
KEPT = 100
"""So many are told one by one where the rows are left out."""


class Problems:
    """The rows that can't be read, gathered while files are; `count` says how many."""

    def __init__(self) -> None:
        self.count = 0
        self._kept: list[str] = []

    def add(self, file: Path, place: int | str, problem: str) -> None:
        """Note a row that is left out.

        Parameters
        ----------
        place
            Its line, or words for where it is.
        problem
            What is wrong, as the rest of a sentence.
        """
        self.count += 1
        if len(self._kept) < KEPT:
            in_line = f"{file.name}, line {place:,}: {problem}" if isinstance(place, int) else ""
            self._kept.append(in_line or f"{file.name}, {place}: {problem}")

    def told(self) -> tuple[str, ...]:
        """A sentence each; those after the first hundred are counted in one."""
        more = self.count - len(self._kept)
        last = (f"{more:,} more rows can't be read.",) if more else ()
        return (*(f"{problem}." for problem in self._kept), *last)

    def noted(self) -> tuple[str, ...]:
        """How many there are, in a sentence; none if there are none."""
        return (f"Malformed rows that are left out: {self.count:,}.",) if self.count else ()

    def refuse(self) -> None:
        """End here if there are any.

        Raises
        ------
        TaskError
            Which names the first of them and says how to go on without.
        """
        if not self.count:
            return
        more = self.count - NAMED
        last = [f"and {more:,} more"] if more > 0 else []
        named = "; ".join([*self._kept[:NAMED], *last])
        raise TaskError(
            f"{rows(self.count)} can't be read. {named}. Correct them, or choose to skip malformed "
            "rows."
        )


def counted(count: int, what: str) -> str:
    """Such as ``1 answer`` or ``1,200 answers``."""
    return f"{count:,} {what}" + ("s" if count != 1 else "")


def rows(count: int) -> str:
    """Such as ``1 row`` or ``1,200 rows``."""
    return "1 row" if count == 1 else f"{count:,} rows"


def listed(names: Sequence[str], most: int = 12) -> str:
    """Names in quotes, of which the last may only be counted."""
    named = ", ".join(repr(_short(name)) for name in names[:most]) or "none"
    return f"{named} and {len(names) - most:,} more" if len(names) > most else named


def _short(text: str, most: int = 40) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def quoted(text: str) -> str:
    """It between quotes, cut short where it is long."""
    return repr(_short(text))


@contextmanager
def reading() -> Iterator[None]:
    """Let what is wrong with a file as a whole be an error of labelled data.

    Raises
    ------
    TaskError
        With the sentence of a CorpusError.
    """
    try:
        yield
    except CorpusError as error:
        raise TaskError(str(error)) from error
