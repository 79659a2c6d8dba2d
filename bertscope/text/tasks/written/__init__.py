"""What writes the labelled data that ships: ``python -m bertscope.text.tasks.written``.

The tables are in ``resources/tasks/wordings/``, the seeds are fixed: the files in
``resources/tasks/`` are what this writes, byte for byte, on every machine.
"""

import json
from collections.abc import Sequence

from bertscope.text.tasks.written.feelings import write_feelings
from bertscope.text.tasks.written.follows import write_follows
from bertscope.text.tasks.written.questions import write_questions


def written_files() -> dict[str, str]:
    """The text of every file of labelled data, by its path in ``resources/tasks/``.

    Raises
    ------
    BertscopeError
        If the resources that ship are missing.
    """
    files = {}
    for part, rows in write_feelings().items():
        files[f"feelings/{part}.tsv"] = _table(("sentence", "label"), rows)
    for part, pairs in write_follows().items():
        files[f"follows/{part}.tsv"] = _table(("a", "b", "label"), pairs)
    for part, questions in write_questions().items():
        files[f"who-what-where/{part}.json"] = json.dumps(questions, indent=1) + "\n"
    return files


def _table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    return "".join("\t".join(row) + "\n" for row in (header, *rows))


__all__ = ["written_files"]
