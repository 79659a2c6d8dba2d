"""The nine tasks of GLUE, with their files as they are published.

Their tables have tabs between columns and no quotes; MRPC's begin with a byte order mark, and
CoLA's have no header but for the test part. The labels of the test parts were never published.

Sources: Wang et al., "GLUE: A multi-task benchmark and analysis platform for natural language
understanding" (2018), table 1, for the metrics, and the files themselves. Where a task has two
metrics, the first is the one that BERT's paper reports for it, but for STS-B, where it is GLUE's
first: for MRPC and QQP this is F1, as their classes are uneven.
"""

from dataclasses import dataclass

from bertscope.errors import TaskError
from bertscope.task import Columns, Kind, Metric
from bertscope.text.tasks.table_columns import is_number
from bertscope.text.tasks.tables import Table

_YES_NO = ("0", "1")
_ENTAILMENT = ("entailment", "not_entailment")


@dataclass(frozen=True)
class GlueTask:
    """How one task's files are to be read.

    Attributes
    ----------
    title
        Its name for people.
    columns
        Of its train and dev parts.
    values
        What stands for each class in the files; empty for a regression.
    labels
        The names of the classes.
    test
        Columns of the test part, where they have other names.
    least, most
        Between these the numbers of a regression lie.
    telling
        Whether these columns and values are those of no other data, so that they tell the task.
    note
        What should be known of it.
    """

    title: str
    columns: Columns
    values: tuple[str, ...]
    labels: tuple[str, ...]
    metrics: tuple[Metric, ...] = (Metric.ACCURACY,)
    test: Columns | None = None
    least: float = 0.0
    most: float = 5.0
    telling: bool = True
    note: str = ""

    @property
    def kind(self) -> Kind:
        return Kind.CLASSIFICATION if self.values else Kind.REGRESSION

    def fits(self, table: Table) -> bool:
        """Whether a table may be this task's, by its columns and first labels."""
        wanted = (self.columns.a, self.columns.b, self.columns.label)
        if self.columns.a.isdigit():
            return _is_cola(table)
        header = table.keys or table.first[0].cells
        if not all(name in header for name in wanted if name):
            return False
        place = header.index(self.columns.label)
        labels = [row.cells[place] or "" for row in table.first[table.keys is None :]]
        return all(map(self._is_value, labels))

    def _is_value(self, label: str) -> bool:
        if self.values:
            return label in self.values
        return is_number(label) and self.least <= float(label) <= self.most


def _pair(a: str, b: str, label: str = "label") -> Columns:
    return Columns(a=a, b=b, label=label)


GLUE = {
    "cola": GlueTask(
        "CoLA",
        Columns(a="4", label="2"),
        _YES_NO,
        ("unacceptable", "acceptable"),
        metrics=(Metric.MATTHEWS,),
        test=Columns(a="sentence"),
    ),
    "sst2": GlueTask(
        "SST-2",
        Columns(a="sentence", label="label"),
        _YES_NO,
        ("negative", "positive"),
        telling=False,
    ),
    "mrpc": GlueTask(
        "MRPC",
        _pair("#1 String", "#2 String", "Quality"),
        _YES_NO,
        ("not_equivalent", "equivalent"),
        metrics=(Metric.F1, Metric.ACCURACY),
    ),
    "stsb": GlueTask(
        "STS-B",
        _pair("sentence1", "sentence2", "score"),
        (),
        (),
        metrics=(Metric.PEARSON, Metric.SPEARMAN),
        telling=False,
    ),
    "qqp": GlueTask(
        "QQP",
        _pair("question1", "question2", "is_duplicate"),
        _YES_NO,
        ("not_duplicate", "duplicate"),
        metrics=(Metric.F1, Metric.ACCURACY),
    ),
    "mnli": GlueTask(
        "MNLI",
        _pair("sentence1", "sentence2", "gold_label"),
        ("entailment", "neutral", "contradiction"),
        ("entailment", "neutral", "contradiction"),
        note="Only the matched dev part is measured: for the other one, choose dev_mismatched.tsv "
        "as the dev file.",
    ),
    "qnli": GlueTask("QNLI", _pair("question", "sentence"), _ENTAILMENT, _ENTAILMENT),
    "rte": GlueTask("RTE", _pair("sentence1", "sentence2"), _ENTAILMENT, _ENTAILMENT),
    "wnli": GlueTask(
        "WNLI",
        _pair("sentence1", "sentence2"),
        _YES_NO,
        ("not_entailment", "entailment"),
        telling=False,
    ),
}
"""The tasks by name, in small letters without signs."""


def glue_task(name: str) -> GlueTask:
    """The task of a name such as ``SST-2`` or ``sst2``.

    Raises
    ------
    TaskError
        If there is no such task.
    """
    task = GLUE.get(_plain(name))
    if task is None:
        titles = ", ".join(task.title for task in GLUE.values())
        raise TaskError(f"GLUE has no task {name!r}: choose one of {titles}.")
    return task


def guess_glue(table: Table) -> GlueTask | None:
    """The task of GLUE that a table belongs to, by its folder's name, its own, or its columns."""
    named = [GLUE.get(_plain(name)) for name in (table.file.parent.name, _stem(table))]
    telling = [task for task in GLUE.values() if task.telling]
    return next((task for task in (*named, *telling) if task and task.fits(table)), None)


def _stem(table: Table) -> str:
    return table.file.name.partition(".")[0]


def _plain(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))


def _is_cola(table: Table) -> bool:
    """Whether rows are a source, 0 or 1, a star or nothing, and a sentence, without a header."""
    return table.keys is None and all(
        len(cells) == 4 and cells[1] in _YES_NO and cells[2] in ("", "*")
        for _, cells in table.first
    )
