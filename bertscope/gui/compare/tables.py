"""The numbers of A and of B in one table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bertscope.gui.table import Cell, Table


@dataclass(frozen=True)
class _Joined:
    """The rows of two tables, made as they are read: those of one key become one row."""

    a: Table
    b: Table
    keys: tuple[int, ...]

    def __len__(self) -> int:
        return max(len(self.a.rows), len(self.b.rows))

    def __iter__(self) -> Iterator[Sequence[Cell]]:
        there = {self._key(row): row for row in self.b.rows}
        empty = (None,) * len(self.b.columns)
        for row in self.a.rows:
            yield self._row(row, there.pop(self._key(row), empty), self._key(row))
        for key, row in there.items():
            yield self._row(empty, row, key)

    def _key(self, row: Sequence[Cell]) -> tuple[Cell, ...]:
        return tuple(row[k] for k in self.keys)

    def _row(self, a: Sequence[Cell], b: Sequence[Cell], key: tuple[Cell, ...]) -> tuple[Cell, ...]:
        values = (n for n in range(len(a)) if n not in self.keys)
        return (*key, *(cell for n in values for cell in (a[n], b[n])))


def side_by_side(a: Table, b: Table, keys: Sequence[str]) -> Table:
    """One table of two that have the same columns.

    Parameters
    ----------
    a, b
        Of either model; no two rows of one have the same key.
    keys
        The columns that say what a row is about. They stand in front, once; every other one stands
        twice, as "name A" and "name B", and is empty where a row is only in one of the tables.
    """
    columns = list(a.columns)
    places = tuple(columns.index(key) for key in keys)
    names = [f"{name} {side}" for name in columns if name not in keys for side in "AB"]
    return Table((*keys, *names), _Joined(a, b, places))
