"""The numbers of a view, as a table that a spreadsheet opens."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from bertscope.errors import BertscopeError

Cell = str | int | float | None


class Table(NamedTuple):
    """Named columns, and rows of as many cells; None is an empty cell."""

    columns: Sequence[str]
    rows: Iterable[Sequence[Cell]]

    def csv(self) -> str:
        """The table as comma-separated values, a line each, the names first."""
        text = StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(self.columns)
        writer.writerows(["" if cell is None else cell for cell in row] for row in self.rows)
        return text.getvalue()

    def save(self, path: Path) -> None:
        """Write it as a `.csv` file.

        Raises
        ------
        BertscopeError
            If the file can't be written.
        """
        try:
            path.write_text(self.csv(), encoding="utf-8", newline="")
        except OSError as error:
            raise BertscopeError(
                f"{path} can't be written ({error.strerror}): choose another place."
            ) from error
