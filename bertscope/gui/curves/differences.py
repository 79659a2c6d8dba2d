"""What differs between runs, as a table, and a small dialog that shows it."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

import msgspec
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from bertscope.gui.curves.task_quantities import task_score
from bertscope.gui.language import marked, tr
from bertscope.gui.run.record import RunRecord
from bertscope.gui.table import Cell, Table
from bertscope.gui.task.words import task_name
from bertscope.gui.theme import Appearance
from bertscope.gui.wording import loss, plain_percent
from bertscope.recipe import BUILT_IN, PRESETS, Recipe
from bertscope.task import Columns

NAMES = {
    "task.data": marked("labelled data"),
    "task.kind": marked("kind of task"),
    "task.dev": marked("measured on"),
    "task.columns": marked("columns"),
    "task.glue": marked("task of GLUE"),
    "task.labels": marked("classes"),
    "task.examples": marked("labelled examples"),
    "task.start": marked("encoder begins with"),
    "task.head_only": marked("only the head is trained"),
    "task.skip_malformed": marked("rows that can't be read left out"),
    "task.stride": marked("tokens from window to window"),
    "task.longest_answer": marked("tokens of an answer at most"),
    "task.null_threshold": marked("threshold of no answer, in logits"),
    "preset": marked("size of the model"),
    "start": marked("starts from"),
    "vocabulary": marked("vocabulary of"),
    "corpus": marked("corpus"),
    "column": marked("column of the text"),
    "one_sentence_a_line": marked("one sentence a line"),
    "stories": marked("stories"),
    "decoys": marked("decoys among random next sentences"),
    "short_pairs": marked("chance of short pairs"),
    "steps": marked("steps to do"),
    "batch_size": marked("pairs a step"),
    "micro_batch": marked("pairs a forward pass"),
    "max_length": marked("tokens a pair"),
    "mask.rate": marked("tokens chosen"),
    "mask.mask": marked("of them [MASK]"),
    "mask.random": marked("of them random"),
    "mask.unit": marked("chosen as one"),
    "seed": marked("seed"),
    "device": marked("device"),
    "precision": marked("precision"),
    "compiled": marked("compiled layers"),
    "optimizer": marked("optimizer"),
    "learning_rate": marked("learning rate"),
    "matrix_learning_rate": marked("learning rate of the matrices"),
    "warmup_steps": marked("warm-up steps"),
    "weight_decay": marked("weight decay"),
    "clip": marked("gradients clipped at norm"),
    "dropout": marked("dropout"),
    "evaluate_every": marked("steps between evaluations"),
    "held_out_pairs": marked("held-out pairs"),
    "checkpoint_seconds": marked("seconds between checkpoints"),
    "mlm_weight": marked("weight of the masked LM loss"),
    "nsp_weight": marked("weight of the next sentence loss"),
    "snapshot_bytes": marked("bytes for past steps"),
}
"""The choices of a recipe, in the order in which they are listed."""
PRETRAINING = (
    "corpus",
    "column",
    "one_sentence_a_line",
    "stories",
    "decoys",
    "short_pairs",
    "mlm_weight",
    "nsp_weight",
)
"""Those without meaning for a fine-tuning, beside those of the mask."""
AROUND, LARGEST = 34, (1000, 700)
"""Design pixels around the table, and of the dialog at the most."""
SHARES = ("decoys", "short_pairs", "mask.rate", "mask.mask", "mask.random", "dropout")
LOSSES = {
    marked("train loss"): "loss",
    marked("held-out loss"): "held_out_loss",
}
"""What is minimised, by name: of a fine-tuning its own."""
PARTS = {
    marked("train masked LM loss"): "mlm_loss",
    marked("train next sentence loss"): "nsp_loss",
    marked("held-out masked LM loss"): "held_out_mlm_loss",
    marked("held-out next sentence loss"): "held_out_nsp_loss",
}


def differences(runs: Sequence[RunRecord]) -> Table:
    """What differs between the recipes of runs, and how far each of them came.

    A row is a choice or a number, a column a run; what is the same in all recipes is left out,
    but steps done, parameters and last losses or scores are there in any case.
    """
    choices = [flat(run.recipe) for run in runs]
    rows: list[Sequence[Cell]] = []
    for key, name in NAMES.items():
        values = [choice[key] for choice in choices]
        if len(set(values)) > 1:
            rows.append((tr(name), *_told_apart(key, values)))
    rows.append((tr("steps done"), *(f"{run.step:,}" for run in runs)))
    rows.append((tr("parameters"), *(_parameters(run) for run in runs)))
    tasks = [run for run in runs if run.recipe.task is not None]
    told = PARTS | LOSSES if 0 < len(tasks) < len(runs) else LOSSES if tasks else PARTS
    for name, series in told.items():
        rows.append((tr(name), *(_last(run, series) for run in runs)))
    if tasks:
        rows.append((tr("held-out score"), *(_score(run) for run in runs)))
    return Table(("", *(run.name for run in runs)), rows)


def flat(recipe: Recipe) -> Mapping[str, object]:
    """The choices of a recipe by the keys of `NAMES`; None are those without meaning for it."""
    choices = msgspec.structs.asdict(recipe)
    rule, task = msgspec.structs.asdict(choices.pop("mask")), choices.pop("task")
    choices |= {f"mask.{key}": value for key, value in rule.items()}
    told: dict[str, object] = {key: None for key in NAMES if key.startswith("task.")}
    if task is not None:
        told = {f"task.{key}": value for key, value in msgspec.structs.asdict(task).items()}
        told["task.data"] = task_name(task)
        choices |= {key: None for key in choices if key in PRETRAINING or key.startswith("mask.")}
    return choices | told


def _told_apart(key: str, values: list[object]) -> list[str]:
    """Values in words; in full where the words alone would be the same."""
    words = [_worded(key, value) for value in values]
    return words if len(set(words)) == len(set(values)) else [str(value) for value in values]


def _worded(key: str, value: object) -> str:
    if value is None:
        return "–"
    if isinstance(value, bool):
        return tr("yes" if value else "no")
    if key == "task.examples" and value == 0:
        return tr("all")
    if key in SHARES and isinstance(value, float):
        return plain_percent(value)
    if key == "preset" and value in PRESETS:
        layers, width = PRESETS[str(value)]
        return tr("{size}: {layers} layers, {width} wide", size=value, layers=layers, width=width)
    if key == "corpus" and value in BUILT_IN:
        return tr(BUILT_IN[str(value)])
    if isinstance(value, StrEnum):
        return tr(value.value)
    if isinstance(value, int):
        return f"{value:,}"
    return f"{value:g}" if isinstance(value, float) else _listed(value)


def _listed(value: object) -> str:
    """Some names, or one."""
    if isinstance(value, Columns):
        names = filter(None, (value.a, value.b, value.label))
        return ", ".join(names) or tr("by their usual names")
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or tr("those of the data")
    return str(value) or tr("nothing")


def _parameters(run: RunRecord) -> str | None:
    return f"{run.model.parameters:,}" if run.model else None


def _score(run: RunRecord) -> str | None:
    last = run.history.series["held_out_score"].last
    if run.recipe.task is None or last is None:
        return None
    score = task_score(run)
    return f"{tr(score.title)} {score.words(last)}"


def _last(run: RunRecord, name: str) -> str | None:
    value = run.history.series[name].last
    return None if value is None else loss(value)


class DifferencesDialog(QDialog):
    """Shows what differs between runs; not modal, and filled anew whenever it is asked for."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setWindowTitle(tr("What differs between these runs"))
        self.table = QTableWidget()
        self.table.setAccessibleName(tr("What differs between these runs"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.verticalHeader().hide()
        self.table.setWordWrap(False)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        column = QVBoxLayout(self)
        column.addWidget(self.table)

    def show_runs(self, runs: Sequence[RunRecord]) -> None:
        """Fill the table, and come to the front."""
        told = differences(runs)
        self.table.setColumnCount(len(told.columns))
        self.table.setRowCount(len(told.rows))
        self.table.setHorizontalHeaderLabels(list(told.columns))
        for number, row in enumerate(told.rows):
            for column, cell in enumerate(row):
                self.table.setItem(number, column, _item(cell, is_name=column == 0))
        self.resize(self._fitting())
        self.show()
        self.raise_()

    def _fitting(self) -> QSize:
        """As large as the table, if it isn't larger than a window should be."""
        theme, table = self._appearance.theme, self.table
        across, down = table.horizontalHeader(), table.verticalHeader()
        table.resizeRowsToContents()
        around = theme.px(AROUND)
        wide = across.length() + around
        high = across.sizeHint().height() + down.length() + around
        return QSize(min(wide, theme.px(LARGEST[0])), min(high, theme.px(LARGEST[1])))


def _item(cell: Cell, *, is_name: bool) -> QTableWidgetItem:
    item = QTableWidgetItem("" if cell is None else str(cell))
    if not is_name:
        item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    item.setToolTip(item.text())
    return item
