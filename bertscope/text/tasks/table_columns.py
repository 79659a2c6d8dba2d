"""Which columns of a table hold the texts and the label: as chosen, by usual names, or by shape."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import msgspec

from bertscope.errors import TaskError
from bertscope.task import Columns
from bertscope.text.tasks.problems import listed
from bertscope.text.tasks.tables import Cells, Row, Table

_PAIRS = (
    ("sentence1", "sentence2"),
    ("question1", "question2"),
    ("question", "passage"),
    ("question", "context"),
    ("question", "sentence"),
    ("premise", "hypothesis"),
    ("sentence_a", "sentence_b"),
    ("text1", "text2"),
    ("text_a", "text_b"),
    ("#1_string", "#2_string"),
    ("a", "b"),
)
"""Names of both texts of a pair; the first that are there are meant."""
_SINGLE = ("sentence", "text", "a", "review", "question", "utterance", "comment", "content")
_LABELS = (
    *("label", "gold_label", "labels", "class", "category", "sentiment", "score", "similarity"),
    *("rating", "stars", "target", "is_duplicate", "quality", "answer", "answers"),
)
_ANSWERS = ("answer", "answers", "answer_text")
_PASSAGES = {"passage", "context"}
_IDS = ("id", "index", "idx", "guid", "pairid")
_TEXTS = frozenset((*_SINGLE, *(name for pair in _PAIRS for name in pair)))
_USUAL = _TEXTS | frozenset((*_LABELS, *_ANSWERS))
_FEW_ROWS = 8
"""From so many on, a first cell that never comes again where all others do is a name."""
_MOST_BY_SHAPE = 3
"""Columns of a table without names whose parts can be told by their shape."""
_NOWHERE = -1


@dataclass(frozen=True)
class Layout:
    """Where a table has what; -1 for what it has not.

    Attributes
    ----------
    names
        Of all its columns; numbers from 1 where the table has no header.
    has_header
        Whether the first row holds the names.
    """

    names: tuple[str, ...]
    has_header: bool
    a: int
    b: int = _NOWHERE
    label: int = _NOWHERE
    id: int = _NOWHERE

    @property
    def columns(self) -> Columns:
        """The same by names."""
        return Columns(a=self._name(self.a), b=self._name(self.b), label=self._name(self.label))

    def unlabelled(self) -> "Layout":
        """The same without a label."""
        return replace(self, label=_NOWHERE)

    def in_order(self) -> "Layout":
        """Of a table without names, the first columns as texts."""
        return replace(self, a=0, b=1 if len(self.names) > 1 else _NOWHERE, label=_NOWHERE)

    def _name(self, place: int) -> str:
        return "" if place == _NOWHERE else self.names[place]


def lay_out(
    table: Table, wanted: Columns, *, asks: bool = False, needs_label: bool = True
) -> Layout:
    """Find the columns of a table.

    Parameters
    ----------
    wanted
        Those that were chosen, by name or by number from 1.
    asks
        Whether it holds questions, passages and answers.
    needs_label
        Whether the column of labels has to be there, if it was chosen.

    Raises
    ------
    TaskError
        If a chosen column isn't there, two are called as one that is meant, or none can be told to
        be text.
    """
    texts_alone = msgspec.structs.replace(wanted, label="")
    names, has_header = _names(table, wanted if needs_label else texts_alone)
    if not needs_label and _place(names, wanted.label) == _NOWHERE:
        wanted = texts_alone
    chosen = [_chosen(table, names, name) for name in (wanted.a, wanted.b, wanted.label)]
    if has_header:
        layout = _by_names(table, names, chosen, asks=asks)
        _check_names(table, layout)
        return layout
    if chosen[0] != _NOWHERE:
        return Layout(names, False, *chosen)
    return _by_shape(table, names, chosen[2], asks=asks)


def asks_questions(table: Table, wanted: Columns) -> bool:
    """Whether a table with a header holds questions and passages with the answers in them.

    An answer such as "yes" is a class, so most have to stand in their passages.
    """
    names, has_header = _names(table, wanted)
    usual = {_usual(name) for name in names}
    if not (has_header and "question" in usual and usual & _PASSAGES and usual & set(_ANSWERS)):
        return False
    layout = lay_out(table, wanted, asks=True)
    rows = [row.cells for row in table.first[table.keys is None :]]
    answers = [(cells[layout.label], cells[layout.b] or "") for cells in rows]
    found = [answer in passage for answer, passage in answers if answer]
    return 2 * sum(found) >= len(found)


def _names(table: Table, wanted: Columns) -> tuple[tuple[str, ...], bool]:
    if table.keys is not None:
        return table.keys, True
    first = tuple(cell or "" for cell in table.first[0].cells)
    numbers = tuple(str(number) for number in range(1, len(first) + 1))
    chosen = [name for name in (wanted.a, wanted.b, wanted.label) if name]
    by_number = all(name in numbers for name in chosen)
    if not by_number:
        return first, True
    return (first, True) if _is_header(table.first) else (numbers, False)


def _is_header(rows: Sequence[Row]) -> bool:
    first, *others = (row.cells for row in rows)
    return any(
        _is_name(cell or "", [cells[place] or "" for cells in others])
        for place, cell in enumerate(first)
    )


def _is_name(cell: str, below: list[str]) -> bool:
    """Whether a column's first cell is its name, judged by those below."""
    if cell in below:
        return False
    if _usual(cell) in _USUAL:
        return True
    if below and all(map(is_number, below)):
        return not is_number(cell)
    return len(below) >= _FEW_ROWS and min(Counter(below).values()) > 1


def is_number(text: str) -> bool:
    """Whether it is written as one."""
    try:
        float(text)
    except ValueError:
        return False
    return True


def _chosen(table: Table, names: tuple[str, ...], name: str) -> int:
    place = _place(names, name)
    if name and place == _NOWHERE:
        raise TaskError(
            f"{table.file} has no column {name!r}, but {listed(names)}: choose of these."
        )
    return place


def _place(names: tuple[str, ...], name: str) -> int:
    """Where the column of a name or a number is."""
    if name in names:
        return names.index(name)
    numbers = [str(number) for number in range(1, len(names) + 1)]
    return numbers.index(name) if name in numbers else _NOWHERE


def _check_names(table: Table, layout: Layout) -> None:
    for name in msgspec.structs.astuple(layout.columns):
        if name and layout.names.count(name) > 1:
            raise TaskError(
                f"{table.file} has {layout.names.count(name)} columns called {name!r}: give each "
                "a name of its own."
            )


def _by_names(table: Table, names: tuple[str, ...], chosen: Sequence[int], *, asks: bool) -> Layout:
    usual = [_usual(name) for name in names]
    a, b, label = chosen
    if label == _NOWHERE:
        label = _first_of(_ANSWERS if asks else _LABELS, usual, {a, b})
    if a == _NOWHERE:
        a, b = _texts(usual, b, label)
    elif b == _NOWHERE:
        b = _first_of([second for first, second in _PAIRS if first == usual[a]], usual, {label})
    if a == _NOWHERE:
        raise TaskError(
            f"{table.file} has the columns {listed(names)}: choose the one that holds the "
            "sentence, or columns by number if there is no header."
        )
    return Layout(names, True, a, b, label, _first_of(_IDS, usual, {a, b, label}))


def _texts(usual: Sequence[str], b: int, label: int) -> tuple[int, int]:
    for first, second in _PAIRS:
        if first in usual and second in usual:
            pair = usual.index(first), usual.index(second) if b == _NOWHERE else b
            if label not in pair and pair[0] != pair[1]:
                return pair
    return _first_of(_SINGLE, usual, {b, label}), b


def _first_of(wanted: Sequence[str], usual: Sequence[str], taken: set[int]) -> int:
    places = (usual.index(name) for name in wanted if name in usual)
    return next((place for place in places if place not in taken), _NOWHERE)


def _usual(name: str) -> str:
    return name.strip().casefold().replace(" ", "_").replace("-", "_")


def _by_shape(table: Table, names: tuple[str, ...], label: int, *, asks: bool) -> Layout:
    """Of a table without names: the label is what comes again most, or else the shortest."""
    width = len(names)
    if width > _MOST_BY_SHAPE:
        raise TaskError(
            f"{table.file} has {width} columns and no header: choose those of the sentence and "
            f"of the label by number, 1 to {width}."
        )
    if asks or width == 1:
        return Layout(names, False, *range(width))
    rows = [row.cells for row in table.first]
    if label == _NOWHERE:
        label = min(range(width), key=lambda place: _variety(rows, place))
    others = [place for place in range(width) if place != label]
    texts = [place for place in others if not _all_numbers(rows, place)] or others
    return Layout(names, False, texts[0], texts[1] if len(texts) > 1 else _NOWHERE, label)


def _all_numbers(rows: Sequence[Cells], place: int) -> bool:
    return all(is_number(cells[place] or "") for cells in rows)


def _variety(rows: Sequence[Cells], place: int) -> tuple[int, int]:
    texts = [cells[place] or "" for cells in rows]
    return len(set(texts)), sum(map(len, texts))
