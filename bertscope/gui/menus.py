"""The menus and their shortcuts, and the dialogs behind them."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QVBoxLayout,
)

import bertscope
from bertscope.errors import BertscopeError
from bertscope.gui.history import save_metrics
from bertscope.gui.session import FILE_SUFFIX, open_session, save_session
from bertscope.gui.theme import Mode
from bertscope.gui.training import Phase
from bertscope.places import default_model, runs_folder
from bertscope.text.examples import Example, read_examples
from bertscope.text.masking import MaskPlan

if TYPE_CHECKING:
    from collections.abc import Callable

    from bertscope.gui.main_window import MainWindow

CORPORA = "Texts (*.txt *.gz *.jsonl *.csv *.tsv *.parquet *.arrow);;All files (*)"
PICTURES = "Pictures (*.png *.svg)"
KEYS_HELP = """Click a token, or move to it with ← and →, then:
    M   [MASK]        R   a random token        K   keep        Delete   clear
    Enter   the next of the four;  drag over tokens for a span

Ctrl+R   roll masks by the rule          Ctrl+Shift+R   clear masks
Space   play or pause                    Ctrl+.   a single step
Ctrl+Z   undo                            Ctrl+Shift+Z   redo
Ctrl++   larger text                     Ctrl+-   smaller text
Ctrl+O   open a session                  Ctrl+S   save the session"""


class Menus(QObject):
    """Builds the menu bar of the main window and does what its entries say."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._file()
        self._edit()
        self._view()
        self._training()
        self._examples()
        self._help()
        window.top_bar.model_wanted.connect(self.choose_model)
        window.top_bar.shipped_model_wanted.connect(lambda: window.open_model(default_model()))
        window.top_bar.corpus_wanted.connect(self.choose_corpus)
        window.top_bar.corpus_folder_wanted.connect(self.choose_corpus_folder)
        window.top_bar.built_in_wanted.connect(self.set_corpus)

    def _menu(self, title: str) -> QMenu:
        return self._window.menuBar().addMenu(title)

    def _file(self) -> None:
        menu = self._menu("&File")
        _add(menu, "&Open session …", self.open, "Ctrl+O")
        _add(menu, "&Save session …", self.save, "Ctrl+S")
        menu.addSeparator()
        _add(menu, "Open &model folder …", self.choose_model, "Ctrl+Shift+O")
        _add(menu, "Open &run folder …", self.choose_run)
        _add(menu, "Open &corpus file …", self.choose_corpus)
        menu.addSeparator()
        _add(menu, "Save picture of the &figure …", self.save_figure)
        _add(menu, "Save picture of the c&urves …", self.save_curves)
        _add(menu, "Save &numbers of the curves …", self.save_numbers)
        _add(menu, "Save picture of the &window …", self.save_window)
        menu.addSeparator()
        _add(menu, "&Quit", self._window.close, "Ctrl+Q")

    def _edit(self) -> None:
        menu, session = self._menu("&Edit"), self._window.session
        undo = session.undo_stack.createUndoAction(menu, "&Undo")
        undo.setShortcut(QKeySequence.StandardKey.Undo)
        redo = session.undo_stack.createRedoAction(menu, "&Redo")
        redo.setShortcut(QKeySequence("Ctrl+Shift+Z"))
        menu.addActions([undo, redo])
        menu.addSeparator()
        _add(menu, "Ro&ll masks", self._window.mask_bar.roll.click, "Ctrl+R")
        _add(
            menu,
            "&Clear masks",
            lambda: session.set_plan(MaskPlan(), "Clear masks"),
            "Ctrl+Shift+R",
        )
        _add(menu, "S&wap A and B", session.swap, "Ctrl+Shift+S")
        menu.addSeparator()
        _add(menu, "Set the &classic pair", self._classic_pair)

    def _view(self) -> None:
        menu, appearance = self._menu("&View"), self._window.appearance
        group = QActionGroup(menu)
        for mode, words in (
            (Mode.SYSTEM, "Colours of the &system"),
            (Mode.LIGHT, "&Light"),
            (Mode.DARK, "&Dark"),
        ):
            action = _add(menu, words, partial(appearance.set_mode, mode))
            action.setCheckable(True)
            action.setChecked(mode is appearance.mode)
            group.addAction(action)
        menu.addSeparator()
        larger = _add(menu, "L&arger text", lambda: appearance.step_scale(1))
        larger.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        _add(menu, "S&maller text", lambda: appearance.step_scale(-1), "Ctrl+-")
        _add(menu, "&Normal text", lambda: appearance.set_scale(1.0), "Ctrl+0")

    def _training(self) -> None:
        menu, transport = self._menu("&Training"), self._window.transport
        self._play = _add(menu, "&Play", transport.play.click, "Space")
        self._step = _add(menu, "Single &step", transport.step.click, "Ctrl+.")
        self._reset = _add(menu, "&Reset", transport.reset.click)

    def _examples(self) -> None:
        menu = self._menu("E&xamples")
        for example in read_examples():
            _add(menu, example.title.replace("&", "&&"), partial(self.show_example, example))

    def _help(self) -> None:
        menu = self._menu("&Help")
        _add(menu, "&Keys", self._show_keys, "F1")
        _add(menu, "&Engine log", self._show_log)
        _add(menu, "&About bertscope", self._show_about)

    def refresh(self) -> None:
        """Bring the entries in line with what can be done now."""
        training = self._window.training
        running = training.phase is Phase.RUNNING
        self._play.setText("&Pause" if running else "&Play")
        self._play.setEnabled(running or training.can_play)
        self._step.setEnabled(training.can_play)
        self._reset.setEnabled(training.phase is not Phase.IDLE)

    # --- What entries do ------------------------------------------------------------------------

    def open(self) -> None:
        if path := self._ask_open("Open a session", f"Sessions (*{FILE_SUFFIX})"):
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        """Open a session file; on any trouble the present session stays."""
        try:
            file = open_session(path)
        except BertscopeError as error:
            self._window.tell(str(error))
            return
        model = Path(file.model) if file.model else default_model()
        if model == self._window.model_folder:
            self._window.session.replace(file.state)
        else:
            self._window.open_model(model, file.state)

    def save(self) -> None:
        path = self._ask_save("Save the session", f"Sessions (*{FILE_SUFFIX})", FILE_SUFFIX)
        window = self._window
        if path:
            model = "" if window.model_folder == default_model() else str(window.model_folder)
            self._try(lambda: save_session(path, window.session.state, model))

    def choose_model(self) -> None:
        folder = QFileDialog.getExistingDirectory(
            self._window, "Open a BERT model folder", self._window.settings.folder
        )
        if folder:
            self._remember(Path(folder))
            self._window.open_model(Path(folder))

    def choose_run(self) -> None:
        folder = QFileDialog.getExistingDirectory(
            self._window, "Open a run folder", self._window.settings.folder or str(runs_folder())
        )
        if folder:
            self._remember(Path(folder))
            self._window.open_run(Path(folder))

    def choose_corpus(self) -> None:
        if path := self._ask_open("Open a text to train on", CORPORA):
            self.set_corpus(str(path))

    def choose_corpus_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(
            self._window, "Open a folder of texts", self._window.settings.folder
        )
        if folder:
            self._remember(Path(folder))
            self.set_corpus(folder)

    def set_corpus(self, corpus: str) -> None:
        training = self._window.training
        training.set_recipe(msgspec.structs.replace(training.recipe, corpus=corpus))

    def save_figure(self) -> None:
        if path := self._ask_save("Save the figure", PICTURES, ".png"):
            self._try(lambda: self._window.figure.save_picture(path))

    def save_curves(self) -> None:
        curves = self._window.curves
        if curves and (path := self._ask_save("Save the curves", PICTURES, ".png")):
            self._try(lambda: curves.save_picture(path))

    def save_numbers(self) -> None:
        if path := self._ask_save("Save the numbers", "Tables (*.csv)", ".csv"):
            self._try(lambda: save_metrics(path, self._window.training.history))

    def save_window(self) -> None:
        if path := self._ask_save("Save the window", "Pictures (*.png)", ".png"):
            self._try(lambda: self._grab(path))

    def _grab(self, path: Path) -> None:
        if not self._window.grab().save(str(path)):
            raise BertscopeError(f"{path} can't be written: choose another place.")

    def show_example(self, example: Example) -> None:
        """Set its pair and masks, and say what to look for."""
        session = self._window.session
        try:
            plan = example.plan(session.reader)
        except BertscopeError as error:
            self._window.tell(str(error))
            return
        session.set_pair(example.a, example.b, plan, is_next=example.follows)
        if plan.positions:
            session.set_focus(plan.positions[0])
        self._window.banner.tell(example.look_for, calm=True)

    def _classic_pair(self) -> None:
        self._window.session.set_pair("my dog is cute", "he likes playing")

    def _show_keys(self) -> None:
        QMessageBox.information(self._window, "Keys", KEYS_HELP)

    def _show_about(self) -> None:
        QMessageBox.about(
            self._window,
            "About bertscope",
            f"bertscope {bertscope.__version__}: a microscope for BERT's pre-training.\n\n"
            "Devlin, Chang, Lee, Toutanova: BERT, 2018. Licence: Apache-2.0.",
        )

    def _show_log(self) -> None:
        dialog = QDialog(self._window)
        dialog.setWindowTitle("Engine log")
        dialog.resize(800, 480)
        words = QPlainTextEdit("\n".join(self._window.engine.log) or "The engine wrote nothing.")
        words.setReadOnly(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(dialog.reject)
        column = QVBoxLayout(dialog)
        column.addWidget(words)
        column.addWidget(buttons)
        dialog.exec()
        dialog.deleteLater()

    def _try(self, action: Callable[[], None]) -> None:
        try:
            action()
        except BertscopeError as error:
            self._window.tell(str(error))

    def _ask_open(self, title: str, kinds: str) -> Path | None:
        settings = self._window.settings
        name, _ = QFileDialog.getOpenFileName(self._window, title, settings.folder, kinds)
        return self._remember(Path(name)) if name else None

    def _ask_save(self, title: str, kinds: str, suffix: str) -> Path | None:
        settings = self._window.settings
        dialog = QFileDialog(self._window, title, settings.folder, kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # The dialog adds it before it asks whether a file may be replaced.
        dialog.setDefaultSuffix(suffix)
        names = dialog.selectedFiles() if dialog.exec() else []
        dialog.deleteLater()
        return self._remember(Path(names[0])) if names else None

    def _remember(self, path: Path) -> Path:
        self._window.settings.folder = str(path if path.is_dir() else path.parent)
        return path


def _add(menu: QMenu, words: str, action: Callable[[], object], keys: str = "") -> QAction:
    entry = menu.addAction(words)
    entry.triggered.connect(lambda *_: action())
    if keys:
        entry.setShortcut(QKeySequence(keys))
    return entry
