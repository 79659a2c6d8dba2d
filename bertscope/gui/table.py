"""The numbers of a view, as a table that a spreadsheet opens."""

import contextlib
import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from itertools import islice
from pathlib import Path
from typing import NamedTuple, Protocol

from bertscope.errors import BertscopeError
from bertscope.gui.language import tr

Cell = str | int | float | None

PART = 20_000
"""Cells that are written at once: some hundredths of a second."""


class Rows(Protocol):
    """Rows of cells; all attention of a long pair is made only as it is written."""

    def __len__(self) -> int: ...

    def __iter__(self) -> Iterator[Sequence[Cell]]: ...


class Table(NamedTuple):
    """Named columns, and rows of as many cells; None is an empty cell."""

    columns: Sequence[str]
    rows: Rows

    def csv(self) -> str:
        """The table as comma-separated values, a line each, the names first."""
        return "".join(self._parts())

    def save(self, path: Path) -> None:
        """Write it as a `.csv` file, whole or not at all.

        Raises
        ------
        BertscopeError
            If the file can't be written.
        """
        for _ in self.written(path):
            pass

    def written(self, path: Path) -> Iterator[float]:
        """Write it as a `.csv` file a part at a time; what comes is the share that is done.

        The file is there once the iterator has ended; one that is closed before leaves nothing.

        Raises
        ------
        BertscopeError
            If the file can't be written.
        """
        draft, total = path.with_name(f"{path.name}.tmp"), max(1, len(self.rows))
        try:
            with draft.open("w", encoding="utf-8", newline="") as file:
                for number, part in enumerate(self._parts()):
                    file.write(part)
                    yield min(1.0, number * self._rows_a_part / total)
            draft.replace(path)
        except OSError as error:
            raise BertscopeError(
                tr(
                    "{path} can't be written ({error}): choose another place.",
                    path=path,
                    error=error.strerror,
                )
            ) from error
        finally:
            with contextlib.suppress(OSError):
                draft.unlink(missing_ok=True)

    @property
    def _rows_a_part(self) -> int:
        return max(1, PART // max(1, len(self.columns)))

    def _parts(self) -> Iterator[str]:
        rows = iter(self.rows)
        yield _lines([self.columns])
        while part := list(islice(rows, self._rows_a_part)):
            yield _lines(part)


def _lines(rows: Iterable[Sequence[Cell]]) -> str:
    text = StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()
