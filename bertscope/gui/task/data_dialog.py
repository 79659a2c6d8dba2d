"""The window that opens labelled data of one's own and shows what is in it."""

import msgspec
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from bertscope.gui.asking import Asking
from bertscope.gui.controls import label, named, push_button, quiet_bar, word_frame
from bertscope.gui.engine_process import EngineProcess
from bertscope.gui.language import marked, tr
from bertscope.gui.language.said import said
from bertscope.gui.task.data_dialog_asked import DataAsked
from bertscope.gui.task.data_dialog_rows import DataRows
from bertscope.gui.task.inspector import Inspector
from bertscope.gui.task.words import described
from bertscope.gui.theme import Appearance
from bertscope.task import Task
from bertscope.wire import messages as m

WIDTH, HEIGHT, PROBLEMS, ROW, TEXT = 900, 620, 66, 26, 340
LABELLED = marked("Labelled data (*.tsv *.csv *.jsonl *.json);;All files (*)")
HINT = marked(
    "Choose a file or a folder, or type where it is, and press Look: you see what is in it before "
    "anything is trained."
)
FAR_HINT = marked(
    "The engine is on {host}: type where the data is there, and press Look. You see what is in it "
    "before anything is trained."
)
WRONG = marked(
    "Rows that can't be read: {count:,}. Mend the file and look again, or leave them out."
)
SKIP_TIP = marked("Train on the other rows; without this the file has to be mended first")
USE_TIP = marked("Fine-tune on it from the next run on")


class DataDialog(QDialog):
    """Not modal, and one serves for good; the engine reads the data, wherever that is.

    Signals
    -------
    chosen(Task, TaskFacts)
        The data is to be trained on.
    """

    chosen = Signal(object, object)

    def __init__(
        self,
        engine: EngineProcess,
        appearance: Appearance,
        asking: Asking,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._engine, self._appearance, self._asking = engine, appearance, asking
        self._inspector = Inspector(engine, self)
        self._asked: Task | None = None
        self._told: m.TaskInspected | None = None
        self.setWindowTitle(tr("Labelled data"))
        self.setModal(False)
        self._make()
        self._lay_out()
        self._connect()
        self._set_sizes()
        self._clear()

    def _make(self) -> None:
        self.asked = DataAsked()
        self.words = QLabel()
        self.frame = word_frame(self.words)
        self.bar = quiet_bar(tr("The engine reads the data"))
        self.bar.setRange(0, 0)
        self.rows = DataRows(self)
        self.table = _table(self.rows)
        self.wrong = label("", "text")
        self.wrong.setWordWrap(True)
        self.problems = QPlainTextEdit()
        self.problems.setReadOnly(True)
        self.problems.setTabChangesFocus(True)
        self.problems.setAccessibleName(tr("Rows that can't be read"))
        self.skip = named(QCheckBox(tr("Leave these rows out")), "", tr(SKIP_TIP))
        self.use = push_button(tr("Train on it"), tr(USE_TIP))
        self.leave = push_button(tr("Close"), tr("Nothing is changed"))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.skip)
        buttons.addStretch(1)
        buttons.addWidget(self.use)
        buttons.addWidget(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(10)
        column.addWidget(self.asked)
        column.addWidget(self.frame)
        column.addWidget(self.bar)
        column.addWidget(self.table, 1)
        column.addWidget(self.wrong)
        column.addWidget(self.problems)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self.asked.asked.connect(self._ask)
        self.asked.retyped.connect(self._retyped)
        self.asked.file_wanted.connect(self._choose_file)
        self.asked.folder_wanted.connect(self.choose_folder)
        self.skip.toggled.connect(self._show_ready)
        self.use.clicked.connect(self._use)
        self.leave.clicked.connect(self.reject)
        self._inspector.inspected.connect(self._inspected)
        self._inspector.failed.connect(self._failed)
        self._appearance.changed.connect(self._set_sizes)

    # --- Doing ----------------------------------------------------------------------------------

    def ask_for(self, path: str) -> None:
        """Come forward; with a `path`, show what is there."""
        self.show()
        self.raise_()
        self.activateWindow()
        self.asked.path.setFocus()
        if path:
            self.asked.begin(path)
            self._ask()
        elif self._told is None:
            self._clear()

    def choose_folder(self) -> None:
        """Ask for a folder, and show what is in it."""
        title = tr("Open a folder of labelled data")
        folder = self._asking.folder_of_engine(title, of=tr("Folder"))
        if folder:
            self.ask_for(folder)

    def _choose_file(self) -> None:
        file = self._asking.file_of_engine(tr("Open labelled data"), tr(LABELLED))
        if file:
            self.ask_for(file)

    def _ask(self) -> None:
        """Ask the engine what there is; the dialog goes on meanwhile."""
        self._told, self._asked = None, self.asked.task
        if not self._asked.data:
            self._clear()
        elif self._inspector.ask(self._asked):
            self._tell(tr("Reading {place} …", place=self._asked.data))
            self._show_ready()

    def _retyped(self) -> None:
        """What was told is of what was typed before."""
        self._inspector.forget()
        self.asked.forget_choices()
        self._clear()

    def _use(self) -> None:
        told, task = self._told, self._asked
        if told is not None and task is not None:
            skipping = msgspec.structs.replace(task, skip_malformed=bool(told.problems))
            self.chosen.emit(skipping, told.facts)
            self.accept()

    def done(self, result: int) -> None:
        """However it is closed, nobody waits for an answer any more."""
        self._inspector.forget()
        self._show_ready()
        super().done(result)

    # --- Showing --------------------------------------------------------------------------------

    def _clear(self) -> None:
        """Nothing is known of the data yet."""
        self._told = None
        self.rows.show_rows([], None)
        self._show_problems([])
        is_far = self._engine.is_remote
        self._tell(tr(FAR_HINT, host=self._engine.host) if is_far else tr(HINT))
        for button in (self.asked.file, self.asked.folder):
            button.setVisible(not is_far)
        self._show_ready()

    def _inspected(self, told: m.TaskInspected) -> None:
        self._told = told
        self.asked.show_facts(told.facts)
        self.rows.show_rows(told.rows, told.facts)
        self.table.setColumnHidden(1, not any(row.b for row in told.rows))
        self._show_problems(told.problems)
        self._tell("\n".join([described(told.facts), *map(said, told.facts.notes)]))
        self._show_ready()

    def _failed(self, sentence: str) -> None:
        self._clear()
        self._tell(said(sentence), trouble=True)

    def _show_problems(self, problems: list[str]) -> None:
        self.skip.setChecked(False)
        self.wrong.setText(tr(WRONG, count=len(problems)))
        self.problems.setPlainText("\n".join(map(said, problems)))
        for part in (self.wrong, self.problems, self.skip):
            part.setVisible(bool(problems))

    def _show_ready(self) -> None:
        """Whether it can be trained on now; Enter does what comes next."""
        told = self._told
        is_ready = told is not None and (not told.problems or self.skip.isChecked())
        self.use.setEnabled(is_ready)
        self.bar.setVisible(self._inspector.is_asking)
        (self.use if is_ready else self.asked.look).setDefault(True)

    def _tell(self, sentence: str, *, trouble: bool = False) -> None:
        self.words.setText(sentence)
        self.frame.setProperty("calm", not trouble)
        self.frame.style().unpolish(self.frame)
        self.frame.style().polish(self.frame)
        self.frame.setAccessibleName(sentence)

    def _set_sizes(self) -> None:
        px = self._appearance.theme.px
        self.problems.setFixedHeight(px(PROBLEMS))
        self.table.verticalHeader().setDefaultSectionSize(px(ROW))
        for column in (0, 1):
            self.table.horizontalHeader().resizeSection(column, px(TEXT))
        if not self.isVisible():
            self.resize(QSize(px(WIDTH), px(HEIGHT)).boundedTo(self.screen().availableSize()))


def _table(rows: DataRows) -> QTableView:
    table = QTableView()
    table.setModel(rows)
    table.setAccessibleName(tr("The first examples"))
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setTextElideMode(Qt.TextElideMode.ElideRight)
    table.verticalHeader().hide()
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    header.setStretchLastSection(True)
    header.setHighlightSections(False)
    return table
