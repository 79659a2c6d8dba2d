"""Rows of a table as texts and labels, before it is known what their labels mean."""

from pathlib import Path
from sys import intern
from typing import NamedTuple

from bertscope.errors import TaskError
from bertscope.task import Columns
from bertscope.text.tasks.examples import GoldAnswer
from bertscope.text.tasks.problems import Problems, listed, quoted
from bertscope.text.tasks.table_columns import Layout
from bertscope.text.tasks.tables import Cells, Row, Table

LONGEST_TEXT = 1 << 20
"""Characters of a sentence or passage, some hundred thousand words."""
_LONGEST_LABEL = 200
"""Characters; a label of more is a text in the wrong column."""


class Draft(NamedTuple):
    """An example whose label is as its file has it.

    Attributes
    ----------
    label
        None where there is none.
    answers
        Of question answering; None where nothing is known of them.
    """

    a: str
    b: str
    label: str | None = None
    answers: tuple[GoldAnswer, ...] | None = None
    id: str = ""
    line: int = 0


class Part(NamedTuple):
    """What one file holds."""

    file: Path
    drafts: list[Draft]
    columns: Columns = Columns()
    available: tuple[str, ...] = ()


def read_part(
    table: Table, layout: Layout, problems: Problems, *, asks: bool, labelled: bool
) -> Part:
    """Read a table's rows.

    Parameters
    ----------
    asks
        Whether they are questions, passages and answers.
    labelled
        Whether a row without a label can't be used.

    Raises
    ------
    TaskError
        If there is a label or a passage in no column, or the file can't be read to its end.
    """
    _check_columns(table, layout, asks=asks, labelled=labelled)
    rows = table.rows()
    if table.keys is None and layout.has_header:
        next(rows)
    drafts: list[Draft] = []
    for row in rows:
        drafted = _draft(row, layout, asks=asks, labelled=labelled)
        if isinstance(drafted, str):
            problems.add(table.file, row.line, drafted)
        else:
            drafts.append(drafted)
    return Part(table.file, drafts, layout.columns, layout.names)


def _check_columns(table: Table, layout: Layout, *, asks: bool, labelled: bool) -> None:
    file, names = table.file, listed(layout.names)
    if asks and (layout.b < 0 or (labelled and layout.label < 0)):
        raise TaskError(
            f"{file} has the columns {names}, but question answering needs a question, a passage "
            "and an answer: choose their columns, or a .json file as SQuAD's."
        )
    if labelled and layout.label < 0:
        raise TaskError(
            f"{file} has the columns {names}, and none is called 'label': choose the one that "
            "holds the labels."
        )


def _draft(row: Row, layout: Layout, *, asks: bool, labelled: bool) -> Draft | str:
    """The example, or what is wrong with the row."""
    a = row.cells[layout.a]
    b = row.cells[layout.b] if layout.b >= 0 else ""
    label = row.cells[layout.label] if layout.label >= 0 else ""
    if a is None or b is None or label is None:
        return f"{quoted(_first_without_text(row.cells, layout))} holds no text"
    if problem := _text_problem(a, b, asks=asks):
        return problem
    name = (row.cells[layout.id] or "") if layout.id >= 0 else ""
    if asks:
        return _asked(a, b, label, name, row.line, known=layout.label >= 0)
    label = label.strip()
    if len(label) > _LONGEST_LABEL:
        return f"the label {quoted(label)} is longer than {_LONGEST_LABEL} characters"
    if labelled and not label:
        return "no label"
    return Draft(a, b, intern(label) or None, None, name, row.line)


def _first_without_text(cells: Cells, layout: Layout) -> str:
    places = (layout.a, layout.b, layout.label)
    return next(layout.names[place] for place in places if place >= 0 and cells[place] is None)


def _text_problem(a: str, b: str, *, asks: bool) -> str:
    if not a or a.isspace():
        return "no text"
    if asks and (not b or b.isspace()):
        return "no passage"
    longest = max(len(a), len(b))
    if longest > LONGEST_TEXT:
        return f"a text of {longest:,} characters, where {LONGEST_TEXT:,} are the most"
    return ""


def _asked(a: str, b: str, answer: str, name: str, line: int, *, known: bool) -> Draft | str:
    """A question; its answer is looked for in the passage, and where it is empty there is none."""
    answer = answer.strip()
    start = b.find(answer)
    if start < 0:
        return f"the answer {quoted(answer)} isn't in the passage"
    answers = (GoldAnswer(start, answer),) if answer else ()
    return Draft(a, b, None, answers if known else None, name, line)
