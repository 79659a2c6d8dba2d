"""The runs as rows of a table that Qt shows and sorts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import inf
from pathlib import PurePath

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from bertscope.gui.language import marked, tr
from bertscope.gui.language.said import said
from bertscope.gui.opening import spoken
from bertscope.gui.run.record import called
from bertscope.gui.task.words import KIND_WORDS, start_words, task_name
from bertscope.gui.wording import duration, loss, number
from bertscope.hub import size
from bertscope.recipe import BUILT_IN
from bertscope.wire.messages import RunInfo

Index = QModelIndex | QPersistentModelIndex
SORTED = Qt.ItemDataRole.UserRole
"""The role by which rows are sorted."""
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Column:
    """A column: its title in English, what stands in it, and by what it is sorted."""

    title: str
    words: Callable[[RunInfo], str]
    key: Callable[[RunInfo], str | float]
    is_number: bool = False


def name_of(run: RunInfo) -> str:
    """What a run is called."""
    return called(run.about, run.folder)


def _called(run: RunInfo) -> str:
    return f"● {name_of(run)}" if run.busy else name_of(run)


def _model(run: RunInfo) -> str:
    if run.recipe is None:
        return tr("can't be read")
    if not run.recipe.start:
        return run.recipe.preset
    return tr("on {model}", model=spoken(run.recipe.start))


def _data(run: RunInfo) -> str:
    """The corpus; of a fine-tuning what it is for, and what it begins with."""
    if run.recipe is not None and (task := run.recipe.task) is not None:
        kind = tr(KIND_WORDS[task.kind]) if task.kind else ""
        return " · ".join(filter(None, (task_name(task), kind, start_words(task))))
    corpus = run.recipe.corpus if run.recipe else ""
    return tr(BUILT_IN[corpus]) if corpus in BUILT_IN else PurePath(corpus).name


def _steps(run: RunInfo) -> str:
    if run.recipe is None:
        return ""
    return tr("{step:,} of {steps:,}", step=run.step, steps=run.recipe.steps)


def _loss(which: int) -> Column:
    def words(run: RunInfo) -> str:
        value = run.losses[which]
        return "–" if value is None else loss(value)

    def key(run: RunInfo) -> float:
        value = run.losses[which]
        return float("inf") if value is None else value

    return Column(marked("next sentence" if which else "masked LM"), words, key, is_number=True)


def _score(run: RunInfo) -> str:
    return "–" if run.score is None else number(run.score)


def _begun(run: RunInfo) -> str:
    try:
        return f"{datetime.fromisoformat(run.created).astimezone():%Y-%m-%d %H:%M}"
    except ValueError:
        return ""


COLUMNS = (
    Column(marked("run"), _called, name_of),
    Column(marked("model"), _model, _model),
    Column(marked("data"), _data, _data),
    Column(marked("steps"), _steps, lambda run: run.step, is_number=True),
    _loss(0),
    _loss(1),
    Column(marked("score"), _score, lambda r: -inf if r.score is None else r.score, is_number=True),
    Column(marked("trained"), lambda r: duration(r.seconds), lambda r: r.seconds, is_number=True),
    Column(marked("size"), lambda r: size(r.size), lambda r: r.size, is_number=True),
    Column(marked("begun"), _begun, lambda r: r.created, is_number=True),
)


class RunRows(QAbstractTableModel):
    """The runs, a row each."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.runs: Sequence[RunInfo] = ()

    def show_runs(self, runs: Sequence[RunInfo]) -> None:
        self.beginResetModel()
        self.runs = runs
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- as Qt declares it
        return 0 if parent.isValid() else len(self.runs)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if COLUMNS[section].is_number else LEFT
        return tr(COLUMNS[section].title) if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        run, column = self.runs[index.row()], COLUMNS[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.words(run)
            case Qt.ItemDataRole.TextAlignmentRole if column.is_number:
                return RIGHT
            case Qt.ItemDataRole.ToolTipRole:
                return said(run.trouble) or run.about.note or run.folder
        return column.key(run) if role == SORTED else None
