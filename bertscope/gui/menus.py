"""The menus: what can be done, in its place, with its keys."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QActionGroup, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QMessageBox, QPlainTextEdit, QVBoxLayout

import bertscope
from bertscope.errors import BertscopeError
from bertscope.gui.commands.registry import Commands
from bertscope.gui.commands.shortcuts import Shortcuts
from bertscope.gui.compare.bar import SIDE_KEYS, SIDE_TIPS
from bertscope.gui.export import Way
from bertscope.gui.hub_dialog import HubDialog
from bertscope.gui.recent import fill_menu
from bertscope.gui.run.training import Phase
from bertscope.gui.run.transport import RESET_TIP, STEP_TIP
from bertscope.gui.state import Stage
from bertscope.gui.task.desk import TaskDesk
from bertscope.gui.theme import Mode
from bertscope.places import DEFAULT_MODEL
from bertscope.text.examples import Example, read_examples
from bertscope.text.masking import MaskPlan

if TYPE_CHECKING:
    from bertscope.gui.commands.palette import CommandPalette
    from bertscope.gui.main_window import MainWindow

FILE, EDIT, VIEW = "&File", "&Edit", "&View"
MODEL, TRAINING, EXAMPLES, HELP = "&Model", "&Training", "E&xamples", "&Help"
TRAVEL = f"{TRAINING}/Tra&vel through its steps"
TASK = f"{TRAINING}/&Task"
COMPARE = f"{MODEL}/&Compare"
PANELS, STAGES, PICTURES = f"{VIEW}/&Panels", f"{VIEW}/&Stage of the input", f"{FILE}/Picture si&ze"
SLOW_KEYS = "Ctrl+Shift+M"
"""With Shift, for without it macOS puts the window away."""
ZOOMS = (1.0, 2.0, 3.0, 4.0)
STAGE_WORDS = {
    Stage.TOKEN: "&Token embeddings alone",
    Stage.SEGMENT: "Token + &segment embeddings",
    Stage.POSITION: "Token + segment + &position embeddings",
    Stage.SUM: "S&um of the three",
    Stage.LAYER_NORM: "Sum, then &LayerNorm",
}


class Menus(QObject):
    """Builds the menu bar of the main window and does what its entries say."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.commands = Commands(window)
        self.tasks = TaskDesk(window)
        for fill in (
            self._file,
            self._edit,
            self._view,
            self._model,
            self._training,
            self._examples,
            self._help,
        ):
            fill()
        menus = self.commands.fill(window.menu_bar)
        self._recent = menus[MODEL].addMenu("&Recent")
        self._recent.aboutToShow.connect(self._fill_recent)
        self.shortcuts = Shortcuts(window, self.commands, window.appearance)
        self.hub = HubDialog(window, refuse=window.files.refuse_hub)
        self.hub.fetched.connect(lambda folder: window.open_model(str(folder)))
        self._listen()

    def _listen(self) -> None:
        files, top_bar = self._window.files, self._window.top_bar
        top_bar.model_wanted.connect(files.choose_model)
        top_bar.shipped_model_wanted.connect(self._open_shipped)
        top_bar.hub_wanted.connect(self._open_hub)
        top_bar.corpus_wanted.connect(files.choose_corpus)
        top_bar.corpus_folder_wanted.connect(files.choose_corpus_folder)
        top_bar.built_in_wanted.connect(files.set_corpus)

    @cached_property
    def palette(self) -> CommandPalette:
        """Made when it is first opened: Qt's lists take a while to load."""
        from bertscope.gui.commands.palette import CommandPalette

        return CommandPalette(self._window, self.commands, self._window.appearance)

    # --- Menus ----------------------------------------------------------------------------------

    def _file(self) -> None:
        add, files, window = self.commands.add, self._window.files, self._window
        add(FILE, "&Open session …", files.choose_session, "Ctrl+O")
        add(FILE, "&Save session …", window.saving.save_session, "Ctrl+S")
        self.commands.separate(FILE)
        for way in Way:
            keys = "Ctrl+C" if way is Way.COPY_PICTURE else ""
            teaches = "Of the view that has the focus; each view's ⋯ menu does it too."
            take = partial(window.take_out_focused, way)
            add(FILE, way.of("the view"), take, keys, teaches)
        add(FILE, "Save picture of the &window …", window.saving.save_window)
        group = QActionGroup(self)
        for zoom in ZOOMS:
            on = zoom == window.settings.picture_zoom
            words = f"{zoom:g} pixel{'' if zoom == 1 else 's'} for each of the screen"
            action = add(PICTURES, words, partial(self._set_zoom, zoom), checked=on)
            group.addAction(action)
        self.commands.separate(FILE)
        add(FILE, "&Quit", window.close, "Ctrl+Q")

    def _edit(self) -> None:
        add, window, session = self.commands.add, self._window, self._window.session
        undo = session.undo_stack.createUndoAction(self, "&Undo")
        undo.setShortcut(QKeySequence.StandardKey.Undo)
        redo = session.undo_stack.createRedoAction(self, "&Redo")
        redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        for action in (undo, redo):
            self.commands.add_action(EDIT, action)
        self.commands.separate(EDIT)
        roll, clear = (
            window.views.mask_bar.roll,
            lambda: session.set_plan(MaskPlan(), "Clear masks"),
        )
        add(EDIT, "Ro&ll masks", roll.click, "Ctrl+R", roll.toolTip())
        add(EDIT, "&Clear masks", clear, "Ctrl+Shift+R")
        self.commands.separate(EDIT)
        add(EDIT, "S&wap A and B", session.swap, "Ctrl+Shift+S")
        teaches = "Put a random sentence of the corpus in B's place: does the verdict change?"
        add(EDIT, "Ra&ndom B", window.pick_b, "Ctrl+B", teaches)
        add(EDIT, "Set the cla&ssic pair", self._classic_pair)

    def _view(self) -> None:
        add, appearance, page = self.commands.add, self._window.appearance, self._window.page
        group = QActionGroup(self)
        for mode, words in (
            (Mode.SYSTEM, "Colours of the &system"),
            (Mode.LIGHT, "&Light"),
            (Mode.DARK, "&Dark"),
        ):
            on = mode is appearance.mode
            group.addAction(add(VIEW, words, partial(appearance.set_mode, mode), checked=on))
        self.commands.separate(VIEW)
        add(VIEW, "L&arger text", lambda: appearance.step_scale(1), ("Ctrl++", "Ctrl+="))
        add(VIEW, "S&maller text", lambda: appearance.step_scale(-1), "Ctrl+-")
        add(VIEW, "&Normal text", lambda: appearance.set_scale(1.0), "Ctrl+0")
        self.commands.separate(VIEW)
        session = self._window.session
        for stage, words in STAGE_WORDS.items():
            choose = partial(session.set_view, "Change the stage", stage=stage)
            add(STAGES, words, choose, f"Ctrl+{stage.value}")
        for panel in page.panels.values():
            self.commands.add_action(PANELS, panel.toggleViewAction())
        add(VIEW, "&Reset the panels", page.reset, teaches="Put every panel where it was at first.")

    def _model(self) -> None:
        add, files = self.commands.add, self._window.files
        add(MODEL, "The model that &ships", self._open_shipped)
        add(MODEL, "Open &model folder …", files.choose_model, "Ctrl+Shift+O")
        add(MODEL, "Open run &folder …", files.choose_run)
        teaches = "By name; nothing is loaded before you have seen how much it is."
        add(MODEL, "Load from the &Hub …", self._open_hub, teaches=teaches)
        self.commands.separate(MODEL)
        self._compare()

    def _compare(self) -> None:
        add, comparison, window = self.commands.add, self._window.comparison, self._window
        teaches = "Keep what is looked at now as B, then look at another step or model as A."
        add(COMPARE, "&Pin this as B", comparison.pin_present, "Alt+P", teaches)
        add(COMPARE, "Pin a model &folder as B …", window.files.choose_pinned)
        self._sides = [
            add(COMPARE, f"Show {side}", partial(comparison.show_side, side), keys, SIDE_TIPS[side])
            for side, keys in SIDE_KEYS.items()
        ]
        reveal = partial(window.page.reveal, "heads")
        add(COMPARE, "&Heads that changed most", reveal, teaches=window.views.heads.TEACHES)
        self._unpin = add(COMPARE, "Compare no &longer", comparison.clear)

    def _training(self) -> None:
        add, files, transport = self.commands.add, self._window.files, self._window.views.transport
        self._play = add(TRAINING, "&Play", transport.play.click, "Space")
        self._step = add(TRAINING, "Single &step", transport.step.click, "Ctrl+.", STEP_TIP)
        self._reset = add(TRAINING, "&Reset the run", transport.reset.click, teaches=RESET_TIP)
        self.commands.separate(TRAINING)
        teaches = "One training step as a story, on your own pair or a row of the batch."
        add(TRAINING, "Slow &motion", self._window.show_slow_motion, SLOW_KEYS, teaches)
        teaches = "All runs there are: open, go on, name, compare, or move to the bin."
        add(TRAINING, "R&uns …", self._window.runs.show, "Ctrl+L", teaches)
        self._window.films.fill(self.commands, TRAVEL)
        self.tasks.fill(self.commands, TASK)
        self.commands.separate(TRAINING)
        add(TRAINING, "Train on a &text file …", files.choose_corpus)
        add(TRAINING, "Train on a &folder of texts …", files.choose_corpus_folder)
        self.commands.separate(TRAINING)
        teaches = "Let another machine compute, such as one with a GPU that ssh reaches."
        add(TRAINING, "&Engine …", self._window.engine_choice.open, teaches=teaches)

    def _examples(self) -> None:
        for example in read_examples():
            words, show = example.title.replace("&", "&&"), partial(self.show_example, example)
            self.commands.add(EXAMPLES, words, show, teaches=example.look_for)

    def _help(self) -> None:
        add = self.commands.add
        add(HELP, "&Keys", lambda: self.shortcuts.open(), ("?", "F1"))
        add(HELP, "&Command palette", lambda: self.palette.open(), "Ctrl+K")
        self.commands.separate(HELP)
        add(HELP, "&Engine log", self._show_log)
        add(HELP, "&About bertscope", self._show_about)

    def refresh(self) -> None:
        """Bring the entries in line with what can be done now."""
        training = self._window.training
        running = training.phase is Phase.RUNNING
        self._play.setText("&Pause" if running else "&Play")
        self._play.setEnabled(running or training.can_play)
        self._step.setEnabled(training.can_play)
        self._reset.setEnabled(training.phase is not Phase.IDLE)
        for action in (*self._sides, self._unpin):
            action.setEnabled(self._window.comparison.pinned is not None)

    # --- What entries do ------------------------------------------------------------------------

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

    def _set_zoom(self, zoom: float) -> None:
        self._window.settings.picture_zoom = zoom

    def _open_shipped(self) -> None:
        self._window.open_model(DEFAULT_MODEL)

    def _open_hub(self) -> None:
        self.hub.show()
        self.hub.raise_()
        self.hub.activateWindow()

    def _fill_recent(self) -> None:
        files = self._window.files
        fill_menu(self._recent, self._window.settings, files.open_path, files.open_there)

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
        words.setAccessibleName("Engine log")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(dialog.reject)
        column = QVBoxLayout(dialog)
        column.addWidget(words)
        column.addWidget(buttons)
        dialog.exec()
        dialog.deleteLater()
