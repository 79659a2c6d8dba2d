"""What differs between runs, as a table, and a small dialog that shows it."""

from collections.abc import Mapping, Sequence

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

from bertscope.gui.run.record import RunRecord
from bertscope.gui.table import Cell, Table
from bertscope.gui.theme import Appearance
from bertscope.gui.wording import loss, plain_percent
from bertscope.recipe import BUILT_IN, PRESETS, Recipe

NAMES = {
    "preset": "size of the model",
    "start": "starts from",
    "vocabulary": "vocabulary of",
    "corpus": "corpus",
    "column": "column of the text",
    "one_sentence_a_line": "one sentence a line",
    "stories": "stories",
    "decoys": "decoys among random next sentences",
    "short_pairs": "chance of short pairs",
    "steps": "steps to do",
    "batch_size": "pairs a step",
    "micro_batch": "pairs a forward pass",
    "max_length": "tokens a pair",
    "mask.rate": "tokens chosen",
    "mask.mask": "of them [MASK]",
    "mask.random": "of them random",
    "mask.unit": "chosen as one",
    "seed": "seed",
    "device": "device",
    "precision": "precision",
    "optimizer": "optimizer",
    "learning_rate": "learning rate",
    "matrix_learning_rate": "learning rate of the matrices",
    "warmup_steps": "warm-up steps",
    "weight_decay": "weight decay",
    "clip": "gradients clipped at norm",
    "dropout": "dropout",
    "evaluate_every": "steps between evaluations",
    "held_out_pairs": "held-out pairs",
    "checkpoint_seconds": "seconds between checkpoints",
    "mlm_weight": "weight of the masked LM loss",
    "nsp_weight": "weight of the next sentence loss",
    "snapshot_bytes": "bytes for past steps",
}
"""The choices of a recipe, in the order in which they are listed."""
AROUND, LARGEST = 34, (1000, 700)
"""Design pixels around the table, and of the dialog at the most."""
SHARES = ("decoys", "short_pairs", "mask.rate", "mask.mask", "mask.random", "dropout")
LOSSES = {
    "train masked LM loss": "mlm_loss",
    "train next sentence loss": "nsp_loss",
    "held-out masked LM loss": "held_out_mlm_loss",
    "held-out next sentence loss": "held_out_nsp_loss",
}


def differences(runs: Sequence[RunRecord]) -> Table:
    """What differs between the recipes of runs, and how far each of them came.

    A row is a choice or a number, a column a run; what is the same in all recipes is left out,
    but steps done, parameters and last losses are there in any case.
    """
    choices = [flat(run.recipe) for run in runs]
    rows: list[Sequence[Cell]] = []
    for key, name in NAMES.items():
        values = [choice[key] for choice in choices]
        if len(set(values)) > 1:
            rows.append((name, *_told_apart(key, values)))
    rows.append(("steps done", *(f"{run.step:,}" for run in runs)))
    rows.append(("parameters", *(_parameters(run) for run in runs)))
    for name, series in LOSSES.items():
        rows.append((name, *(_last(run, series) for run in runs)))
    return Table(("", *(run.name for run in runs)), rows)


def flat(recipe: Recipe) -> Mapping[str, object]:
    """The choices of a recipe by the keys of `NAMES`."""
    choices = {key: getattr(recipe, key) for key in recipe.__struct_fields__ if key != "mask"}
    rule = msgspec.structs.asdict(recipe.mask)
    return choices | {f"mask.{key}": value for key, value in rule.items()}


def _told_apart(key: str, values: list[object]) -> list[str]:
    """Values in words; in full where the words alone would be the same."""
    words = [_worded(key, value) for value in values]
    return words if len(set(words)) == len(set(values)) else [str(value) for value in values]


def _worded(key: str, value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if key in SHARES and isinstance(value, float):
        return plain_percent(value)
    if key == "preset" and value in PRESETS:
        layers, width = PRESETS[str(value)]
        return f"{value}: {layers} layers, {width} wide"
    if key == "corpus":
        return BUILT_IN.get(str(value), str(value))
    if isinstance(value, int):
        return f"{value:,}"
    return f"{value:g}" if isinstance(value, float) else str(value) or "nothing"


def _parameters(run: RunRecord) -> str | None:
    return f"{run.model.parameters:,}" if run.model else None


def _last(run: RunRecord, name: str) -> str | None:
    value = run.history.series[name].last
    return None if value is None else loss(value)


class DifferencesDialog(QDialog):
    """Shows what differs between runs; not modal, and filled anew whenever it is asked for."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setWindowTitle("What differs between these runs")
        self.table = QTableWidget()
        self.table.setAccessibleName("What differs between these runs")
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
