"""The window of the runs: a table, and what can be done with the run that is chosen."""

from collections.abc import Callable
from functools import partial

import msgspec
from PySide6.QtCore import QSize, QSortFilterProxyModel, Qt, Signal, SignalInstance
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from bertscope.gui.controls import label, push_button
from bertscope.gui.flow import Flow
from bertscope.gui.language import marked, tr
from bertscope.gui.language.said import said
from bertscope.gui.runs.rows import COLUMNS, SORTED, RunRows, name_of
from bertscope.gui.runs.run_list import RunList
from bertscope.gui.theme import Appearance
from bertscope.run_folder import About
from bertscope.wire.messages import RunInfo

WIDTH, HEIGHT, NOTE = 1040, 560, 64
NONE_YET = marked("No run yet: press play in the main window, and it will stand here.")


class RunsDialog(QDialog):
    """Not modal, and one serves for good.

    Signals
    -------
    opened(str), continued(str), laid_over(str), compared(str), shown(str)
        The folder of a run that is to be opened, gone on with, laid over the curves, pinned as B,
        or whose folder is to be shown.
    settings_wanted(Recipe)
        The settings for another run.
    """

    opened = Signal(str)
    continued = Signal(str)
    laid_over = Signal(str)
    compared = Signal(str)
    shown = Signal(str)
    settings_wanted = Signal(object)

    def __init__(self, runs: RunList, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._runs, self._appearance = runs, appearance
        self._worded: RunInfo | None = None
        self.setWindowTitle(tr("Runs"))
        self.setModal(False)
        self._make_table()
        self._make_words()
        self._make_buttons()
        self._lay_out()
        runs.listed.connect(self._show_runs)
        runs.failed.connect(self._not_done)
        appearance.changed.connect(self._set_sizes)
        self._set_sizes()
        self._show_chosen()

    def _make_table(self) -> None:
        self.rows = RunRows(self)
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self.rows)
        self._sorted.setSortRole(SORTED)
        self.table = QTableView()
        self.table.setModel(self._sorted)
        self.table.setAccessibleName(tr("Runs"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(len(COLUMNS) - 1, Qt.SortOrder.DescendingOrder)
        self.table.selectionModel().selectionChanged.connect(self._show_chosen)
        self.table.doubleClicked.connect(lambda _: self._tell(self.opened))

    def _make_words(self) -> None:
        self.name = QLineEdit()
        self.name.setAccessibleName(tr("Name of the run"))
        self.name.setPlaceholderText(tr("a name for this run"))
        self.name.editingFinished.connect(self._describe)
        self.note = QPlainTextEdit()
        self.note.setAccessibleName(tr("Note about the run"))
        self.note.setPlaceholderText(tr("what you want to remember of it"))
        self.note.setTabChangesFocus(True)
        self.keep = push_button(tr("Keep"), tr("Write name and note into the run's folder"))
        self.keep.clicked.connect(self._describe)
        self.said = label("")
        self.said.setWordWrap(True)

    def _make_buttons(self) -> None:
        self.look = self._button(
            tr("Open"), tr("Show its curves and its model"), partial(self._tell, self.opened)
        )
        self.go_on = self._button(
            tr("Go on training"),
            tr("Go on exactly where it stopped"),
            partial(self._tell, self.continued),
        )
        self.lay_over = self._button(
            tr("Lay over the curves"),
            tr("Draw its losses beside those shown"),
            partial(self._tell, self.laid_over),
        )
        self.compare = self._button(
            tr("Compare as B"),
            tr("Look at its model beside the one shown"),
            partial(self._tell, self.compared),
        )
        self.same = self._button(
            tr("Same settings"), tr("Take its settings for a new run"), self._take_settings
        )
        self.show_folder = self._button(
            tr("Show folder"),
            tr("Open its folder in the file manager"),
            partial(self._tell, self.shown),
        )
        self.delete = self._button(
            tr("Move to the bin"), tr("It can be taken out again"), self._delete
        )

    def _button(self, words: str, tip: str, action: Callable[[], None]) -> QPushButton:
        button = push_button(words, tip)
        button.clicked.connect(action)
        return button

    def _tell(self, signal: SignalInstance) -> None:
        if run := self.chosen:
            signal.emit(run.folder)

    def _lay_out(self) -> None:
        buttons, words = Flow(gap=8), QHBoxLayout()
        for button in (self.look, self.go_on, self.lay_over, self.compare, self.same):
            buttons.add(button)
        for button in (self.show_folder, self.delete):
            buttons.add(button)
        words.addWidget(self.name, 1)
        words.addWidget(self.note, 2)
        words.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(10)
        column.addWidget(self.table, 1)
        column.addLayout(words)
        column.addWidget(self.said)
        column.addWidget(buttons)

    def _set_sizes(self) -> None:
        px = self._appearance.theme.px
        self.note.setFixedHeight(px(NOTE))
        self.table.verticalHeader().setDefaultSectionSize(px(28))
        if not self.isVisible():
            wanted = QSize(px(WIDTH), px(HEIGHT))
            self.resize(wanted.boundedTo(self.screen().availableSize()))

    # --- What is done ---------------------------------------------------------------------------

    @property
    def chosen(self) -> RunInfo | None:
        """The run that is chosen in the table."""
        rows = self.table.selectionModel().selectedRows()
        return self.rows.runs[self._sorted.mapToSource(rows[0]).row()] if rows else None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._runs.refresh()

    def _take_settings(self) -> None:
        if (run := self.chosen) and run.recipe:
            self.settings_wanted.emit(run.recipe)
            self.said.setText(tr("Its settings are those of the next run: press reset, then play."))

    @property
    def _typed(self) -> About:
        return About(self.name.text().strip(), self.note.toPlainText().strip())

    def _describe(self) -> None:
        """Write what is typed into the folder of the run that it is about."""
        run, about = self._worded, self._typed
        if run is not None and about != run.about:
            self._worded = msgspec.structs.replace(run, about=about)
            self._runs.describe(run.folder, about)

    def done(self, result: int) -> None:
        """However it is closed, what was typed is kept."""
        self._describe()
        super().done(result)

    def _delete(self) -> None:
        if run := self.chosen:
            self._runs.delete(run.folder)

    def _not_done(self, sentence: str) -> None:
        self.said.setText(said(sentence))

    # --- Showing --------------------------------------------------------------------------------

    def _show_runs(self, runs: list[RunInfo]) -> None:
        """Show them; the one that was chosen stays so."""
        before = self.chosen
        self.rows.show_runs(runs)
        folders = [run.folder for run in runs]
        if before is not None and before.folder in folders:
            index = self.rows.index(folders.index(before.folder), 0)
            self.table.selectRow(self._sorted.mapFromSource(index).row())
        self.said.setText("" if runs else tr(NONE_YET))
        self._show_chosen()

    def _show_chosen(self) -> None:
        run = self.chosen
        whole = run is not None and run.recipe is not None
        for button in (self.look, self.lay_over, self.compare, self.same):
            button.setEnabled(whole)
        self.go_on.setEnabled(whole and run is not None and not run.busy)
        for widget in (self.name, self.note, self.keep, self.show_folder):
            widget.setEnabled(run is not None)
        self.delete.setEnabled(run is not None and not run.busy)
        self._show_words(run)

    def _show_words(self, run: RunInfo | None) -> None:
        """Say what is known of a run; what is being typed about it stays."""
        before, about = self._worded, run.about if run else About()
        is_same = before is not None and run is not None and before.folder == run.folder
        if before is not None and self._typed != before.about:
            if is_same:
                return
            if before.folder in [there.folder for there in self.rows.runs]:
                self._describe()
        self._worded = run
        if not is_same:
            self.said.setText("")
        if self._typed != about:
            self.name.setText(about.name)
            self.note.setPlainText(about.note)
        self.name.setPlaceholderText(name_of(run) if run else tr("choose a run"))
        if run is not None and run.trouble:
            self.said.setText(said(run.trouble))
