"""Read a file for a model that is fine-tuned already: to answer it, or to measure the answers."""

from collections.abc import Sequence
from pathlib import Path

from bertscope.errors import TaskError
from bertscope.task import Columns, Kind
from bertscope.text.tasks import squad
from bertscope.text.tasks.drafts import read_part
from bertscope.text.tasks.examples import TaskData
from bertscope.text.tasks.glue import GlueTask, guess_glue
from bertscope.text.tasks.labels import examples_of, places_of
from bertscope.text.tasks.metrics import METRICS
from bertscope.text.tasks.parts import check_file
from bertscope.text.tasks.problems import Problems
from bertscope.text.tasks.table_columns import Layout, is_number, lay_out
from bertscope.text.tasks.tables import Table, suffix_of


def open_inputs(
    path: str | Path,
    kind: Kind,
    columns: Columns,
    labels: Sequence[str],
    *,
    skip_malformed: bool,
    labelled: bool | None = None,
) -> TaskData:
    """Read a file as the test part of data of which nothing was trained on.

    Parameters
    ----------
    kind, labels
        Of the model.
    columns
        Of a table; an empty one is found by its usual names.
    skip_malformed
        Whether rows that can't be read are left out.
    labelled
        Whether each row needs a label, as for measuring; None where labels are read if there are
        some; False where nobody looks at them.

    Raises
    ------
    TaskError
        If the file or its rows can't be read, or a label is none of `labels`.
    """
    file, problems = check_file(Path(path)), Problems()
    glue = None
    if suffix_of(file) == squad.SUFFIX:
        squad.check_kind(file, kind)
        part = squad.read_squad(file, problems, labelled=bool(labelled))
    else:
        table, asks = Table(file, problems), kind is Kind.QA
        if columns == Columns() and (glue := _glue_of(table, kind)):
            columns = glue.columns
        layout = lay_out(table, columns, asks=asks, needs_label=bool(labelled))
        if not (labelled or columns.label) and _is_unlabelled(table, layout, kind, labels):
            layout = layout.in_order()
        if labelled is False:
            layout = layout.unlabelled()
        part = read_part(table, layout, problems, asks=asks, labelled=bool(labelled))
    examples = examples_of(part, kind, tuple(labels), glue, problems)
    if not skip_malformed:
        problems.refuse()
    if not examples:
        raise TaskError(f"{file} has no row that can be used: choose another file.")
    return TaskData(
        name=glue.title if glue else file.name,
        kind=kind,
        labels=tuple(labels),
        metrics=glue.metrics if glue else METRICS[kind],
        train=[],
        dev=[],
        test=examples,
        columns=part.columns,
        available=part.available,
        problems=problems.told(),
        notes=problems.noted(),
    )


def _glue_of(table: Table, kind: Kind) -> GlueTask | None:
    glue = guess_glue(table)
    return glue if glue and glue.kind is kind else None


def _is_unlabelled(table: Table, layout: Layout, kind: Kind, labels: Sequence[str]) -> bool:
    """Whether what looks like labels, in a table without names, is a text."""
    if layout.has_header or layout.label < 0 or kind is Kind.QA:
        return False
    places = places_of(labels)
    cells = {(row.cells[layout.label] or "").strip() for row in table.first}
    if kind is Kind.REGRESSION:
        return not any(map(is_number, cells))
    return not any(cell in places or cell.casefold() in places for cell in cells)
