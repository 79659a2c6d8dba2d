"""Whether a file or a folder holds labelled data, told by a glance at it."""

from pathlib import Path

from bertscope.errors import BertscopeError
from bertscope.task import Columns, Task
from bertscope.text.tasks import squad, tables
from bertscope.text.tasks.glue import guess_glue
from bertscope.text.tasks.parts import find_parts
from bertscope.text.tasks.problems import Problems
from bertscope.text.tasks.table_columns import lay_out

_HEAD = 1 << 16
"""Bytes of a .json file that are looked at."""
_TRAIN = "train"
_PARAGRAPHS = b'"paragraphs"'


def is_labelled(path: Path) -> bool:
    """Whether it is more likely labelled data than a text to pre-train on.

    A table is if it has a column of labels by one of their usual names, columns without names, or
    rows as a task of GLUE; a .json file if it looks like SQuAD's; a folder if its training file is.
    """
    try:
        file = find_parts(Task(data=str(path))).train if path.is_dir() else path
        if file != path and not file.name.lower().startswith(_TRAIN):
            return False  # One table among texts.
        suffix = tables.suffix_of(file)
        if suffix == squad.SUFFIX:
            return _PARAGRAPHS in _head(file)
        return suffix in tables.SUFFIXES and _has_labels(file)
    except (BertscopeError, OSError):
        return False  # Whoever opens it tells why it can't be read.


def _head(file: Path) -> bytes:
    with file.open("rb") as source:
        return source.read(_HEAD)


def _has_labels(file: Path) -> bool:
    table = tables.Table(file, Problems())
    if guess_glue(table) is not None:
        return True
    return bool(lay_out(table, Columns()).columns.label)
