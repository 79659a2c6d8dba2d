"""The menus: what can be done, in its place, with its keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QMessageBox, QPlainTextEdit, QVBoxLayout

import bertscope
from bertscope.errors import BertscopeError
from bertscope.gui.commands.registry import Commands
from bertscope.gui.commands.shortcuts import Shortcuts
from bertscope.gui.compare.bar import SIDE_KEYS, SIDE_TIPS
from bertscope.gui.export import Way
from bertscope.gui.hub_dialog import HubDialog
from bertscope.gui.language import marked, plural, tr
from bertscope.gui.language.menu import add_languages
from bertscope.gui.panels import WHAT
from bertscope.gui.recent import fill_menu
from bertscope.gui.run.training import Phase
from bertscope.gui.run.transport import RESET_TIP, STEP_TIP
from bertscope.gui.state import Side, Stage
from bertscope.gui.task.desk import TaskDesk
from bertscope.gui.theme import Mode
from bertscope.places import DEFAULT_MODEL
from bertscope.text.examples import Example, read_examples
from bertscope.text.masking import MaskPlan

if TYPE_CHECKING:
    from bertscope.gui.commands.palette import CommandPalette
    from bertscope.gui.lesson.desk import LessonDesk
    from bertscope.gui.lesson.menu import LessonsMenu
    from bertscope.gui.main_window import MainWindow

FILE, EDIT, VIEW = marked("&File"), marked("&Edit"), marked("&View")
MODEL, TRAINING, EXAMPLES = marked("&Model"), marked("&Training"), marked("E&xamples")
LESSONS, HELP = marked("&Lessons"), marked("&Help")
TRAVEL = f"{TRAINING}/{marked('Tra&vel through its steps')}"
TASK = f"{TRAINING}/{marked('&Task')}"
COMPARE = f"{MODEL}/{marked('&Compare')}"
PANELS, STAGES = f"{VIEW}/{marked('&Panels')}", f"{VIEW}/{marked('&Stage of the input')}"
PICTURES = f"{FILE}/{marked('Picture si&ze')}"
LANGUAGE = f"{VIEW}/Lan&guage · Sprache · 语言"
SLOW_KEYS = "Ctrl+Shift+M"
"""With Shift, for without it macOS puts the window away."""
ZOOMS = (1.0, 2.0, 3.0, 4.0)
WAY_WORDS = {
    Way.SAVE_PICTURE: marked("Save picture of the view …"),
    Way.SAVE_NUMBERS: marked("Save numbers of the view …"),
    Way.COPY_PICTURE: marked("Copy picture of the view"),
    Way.COPY_NUMBERS: marked("Copy numbers of the view"),
}
STAGE_WORDS = {
    Stage.TOKEN: marked("&Token embeddings alone"),
    Stage.SEGMENT: marked("Token + &segment embeddings"),
    Stage.POSITION: marked("Token + segment + &position embeddings"),
    Stage.SUM: marked("S&um of the three"),
    Stage.LAYER_NORM: marked("Sum, then &LayerNorm"),
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
            self._lessons,
            self._help,
        ):
            fill()
        menus = self.commands.fill(window.menu_bar)
        self._recent = menus[MODEL].addMenu(tr("&Recent"))
        self._recent.aboutToShow.connect(self._fill_recent)
        self._lessons_menu = menus[LESSONS]
        self._lessons_menu.aboutToShow.connect(lambda: self.shelf.fill())
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

    @cached_property
    def shelf(self) -> LessonsMenu:
        """The lessons there are; made when their menu is first opened, or searched."""
        from bertscope.gui.lesson.menu import LessonsMenu

        return LessonsMenu(self._window, self._lessons_menu, LESSONS)

    # --- Menus ----------------------------------------------------------------------------------

    def _file(self) -> None:
        add, files, window = self.commands.add, self._window.files, self._window
        add(FILE, tr("&Open session …"), files.choose_session, "Ctrl+O")
        add(FILE, tr("&Save session …"), window.saving.save_session, "Ctrl+S")
        self.commands.separate(FILE)
        for way in Way:
            keys = "Ctrl+C" if way is Way.COPY_PICTURE else ""
            teaches = tr("Of the view that has the focus; each view's ⋯ menu does it too.")
            take = partial(window.take_out_focused, way)
            add(FILE, tr(WAY_WORDS[way]), take, keys, teaches)
        add(FILE, tr("Save picture of the &window …"), window.saving.save_window)
        group = QActionGroup(self)
        for zoom in ZOOMS:
            on = zoom == window.settings.picture_zoom
            words = plural(
                "1 pixel for each of the screen", "{count} pixels for each of the screen", int(zoom)
            )
            action = add(PICTURES, words, partial(self._set_zoom, zoom), checked=on)
            group.addAction(action)
        self.commands.separate(FILE)
        teaches = tr("On A4: for each page a picture, its words and room for notes.")
        handout = tr("Lesson as PDF &handout …")
        add(FILE, handout, lambda: window.exports.save_handout(), teaches=teaches)
        teaches = tr("Each page as it is presented, 1920 x 1080 pixels.")
        add(FILE, tr("Pa&ges as PNG …"), lambda: window.exports.save_slides(), teaches=teaches)
        self.commands.separate(FILE)
        add(FILE, tr("&Quit"), window.close, "Ctrl+Q")

    def _edit(self) -> None:
        add, window, session = self.commands.add, self._window, self._window.session
        undo = session.undo_stack.createUndoAction(self, tr("&Undo"))
        undo.setShortcut(QKeySequence.StandardKey.Undo)
        redo = session.undo_stack.createRedoAction(self, tr("&Redo"))
        redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        for action in (undo, redo):
            self.commands.add_action(EDIT, action)
        self.commands.separate(EDIT)
        roll, clear = (
            window.views.mask_bar.roll,
            lambda: session.set_plan(MaskPlan(), marked("Clear masks")),
        )
        add(EDIT, tr("Ro&ll masks"), roll.click, "Ctrl+R", roll.toolTip())
        add(EDIT, tr("&Clear masks"), clear, "Ctrl+Shift+R")
        self.commands.separate(EDIT)
        add(EDIT, tr("S&wap A and B"), session.swap, "Ctrl+Shift+S")
        teaches = tr("Put a random sentence of the corpus in B's place: does the verdict change?")
        add(EDIT, tr("Ra&ndom B"), window.pick_b, "Ctrl+B", teaches)
        add(EDIT, tr("Set the cla&ssic pair"), self._classic_pair)

    def _view(self) -> None:
        add, appearance, page = self.commands.add, self._window.appearance, self._window.page
        window = self._window
        teaches = tr(
            "Fill the screen, for a class: large text, keys that turn pages, point and draw."
        )
        present = add(VIEW, tr("Pr&esent"), lambda: window.presenting.toggle(), "F5", teaches)
        present.setAutoRepeat(False)  # Held a moment too long it would leave again.
        teaches = tr("Notes, what comes next, and the time; on a second screen where there is one.")
        show = tr("Presenter's &window")
        add(VIEW, show, lambda: window.presenting.toggle_presenter(), "Ctrl+Shift+P", teaches)
        self.commands.separate(VIEW)
        group = QActionGroup(self)
        for mode, words in (
            (Mode.SYSTEM, tr("Colours of the s&ystem")),
            (Mode.LIGHT, tr("&Light")),
            (Mode.DARK, tr("&Dark")),
        ):
            on = mode is appearance.mode
            group.addAction(add(VIEW, words, partial(appearance.set_mode, mode), checked=on))
        self.commands.separate(VIEW)
        add(VIEW, tr("L&arger text"), lambda: appearance.step_scale(1), ("Ctrl++", "Ctrl+="))
        add(VIEW, tr("S&maller text"), lambda: appearance.step_scale(-1), "Ctrl+-")
        add(VIEW, tr("&Normal text"), lambda: appearance.set_scale(1.0), "Ctrl+0")
        self.commands.separate(VIEW)
        add_languages(window, self.commands, LANGUAGE)
        session = self._window.session
        for stage, called in STAGE_WORDS.items():
            choose = partial(session.set_view, marked("Change the stage"), stage=stage)
            add(STAGES, tr(called), choose, f"Ctrl+{stage.value}")
        for panel in page.panels.values():
            self.commands.add_action(PANELS, panel.toggleViewAction())
        teaches = tr("Put every panel where it was at first.")
        add(VIEW, tr("&Reset the panels"), page.reset, teaches=teaches)

    def _model(self) -> None:
        add, files = self.commands.add, self._window.files
        add(MODEL, tr("The model that &ships"), self._open_shipped)
        add(MODEL, tr("Open &model folder …"), files.choose_model, "Ctrl+Shift+O")
        add(MODEL, tr("Open run &folder …"), files.choose_run)
        teaches = tr("By name; nothing is loaded before you have seen how much it is.")
        add(MODEL, tr("Load from the &Hub …"), self._open_hub, teaches=teaches)
        self.commands.separate(MODEL)
        self._compare()

    def _compare(self) -> None:
        add, comparison, window = self.commands.add, self._window.comparison, self._window
        teaches = tr("Keep what is looked at now as B, then look at another step or model as A.")
        add(COMPARE, tr("&Pin this as B"), comparison.pin_present, "Alt+P", teaches)
        add(COMPARE, tr("Pin a model &folder as B …"), window.files.choose_pinned)
        self._sides = [self._add_side(side, keys) for side, keys in SIDE_KEYS.items()]
        reveal = partial(window.page.reveal, "heads")
        add(COMPARE, tr("&Heads that changed most"), reveal, teaches=tr(window.views.heads.TEACHES))
        self._unpin = add(COMPARE, tr("Compare no &longer"), comparison.clear)

    def _add_side(self, side: Side, keys: str) -> QAction:
        words = tr("Show {side}", side=tr(side.value))
        show = partial(self._window.comparison.show_side, side)
        return self.commands.add(COMPARE, words, show, keys, tr(SIDE_TIPS[side]))

    def _training(self) -> None:
        add, files, transport = self.commands.add, self._window.files, self._window.views.transport
        self._play = add(TRAINING, tr("&Play"), transport.toggle, "Space")
        step = transport.single_step
        self._step = add(TRAINING, tr("Single &step"), step, "Ctrl+.", tr(STEP_TIP))
        let_go = transport.let_go
        self._reset = add(TRAINING, tr("&Reset the run"), let_go, teaches=tr(RESET_TIP))
        self.commands.separate(TRAINING)
        teaches = tr("One training step as a story, on your own pair or a row of the batch.")
        add(TRAINING, tr("Slow &motion"), self._window.show_slow_motion, SLOW_KEYS, teaches)
        teaches = tr("All runs there are: open, go on, name, compare, or move to the bin.")
        add(TRAINING, tr("R&uns …"), self._window.runs.show, "Ctrl+L", teaches)
        self._window.films.fill(self.commands, TRAVEL)
        self.tasks.fill(self.commands, TASK)
        self.commands.separate(TRAINING)
        add(TRAINING, tr("Train on a te&xt file …"), files.choose_corpus)
        add(TRAINING, tr("Train on a &folder of texts …"), files.choose_corpus_folder)
        self.commands.separate(TRAINING)
        teaches = tr("Let another machine compute, such as one with a GPU that ssh reaches.")
        add(TRAINING, tr("&Engine …"), self._window.engine_choice.open, teaches=teaches)

    def _examples(self) -> None:
        for example in read_examples():
            words, show = tr(example.title).replace("&", "&&"), partial(self.show_example, example)
            self.commands.add(EXAMPLES, words, show, teaches=tr(example.look_for))

    def _lessons(self) -> None:
        """What can be done with any lesson; those there are come when the menu is wanted."""
        add, window = self.commands.add, self._window
        teaches = tr("A lesson that lies anywhere on this machine.")
        words = tr("&Open lesson file …")
        add(LESSONS, words, lambda: window.lessons.choose_file(), teaches=teaches)
        self._writing_of_lessons()
        self.commands.separate(LESSONS)
        self._of_lesson = [
            add(LESSONS, words, partial(self._in_lesson, do), keys)
            for words, do, keys in (
                (tr("&Back to the page before"), lambda desk: desk.player.turn(-1), "Ctrl+PgUp"),
                (tr("&Next page"), lambda desk: desk.player.turn(1), "Ctrl+PgDown"),
                (tr("&Set the page again"), lambda desk: desk.player.set_again(), ""),
                (tr("&Leave the lesson"), lambda desk: desk.end(), ""),
            )
        ]

    def _writing_of_lessons(self) -> None:
        add, window = self.commands.add, self._window
        self.commands.separate(LESSONS)
        teaches = tr("Make a lesson of your own: pages of words that set this window.")
        words = tr("&Write a lesson …")
        add(LESSONS, words, lambda: window.lesson_editor.edit(None), teaches=teaches)
        teaches = tr("The lesson that is read now; of one that ships you save a copy of your own.")
        words = tr("&Edit this lesson …")
        edit = add(LESSONS, words, lambda: window.lesson_editor.edit_open(), teaches=teaches)
        teaches = tr("Put sentences, masks and view, as they are now, on a new page of a lesson.")
        words = tr("Save this s&tate as a page …")
        add(LESSONS, words, lambda: window.lesson_editor.capture(), teaches=teaches)
        self._edit_lesson = edit

    def _in_lesson(self, do: Callable[[LessonDesk], object]) -> None:
        do(self._window.lessons)

    def _help(self) -> None:
        add = self.commands.add
        add(HELP, tr("&Keys"), lambda: self.shortcuts.open(), ("?", "F1"))
        add(HELP, tr("&Command palette"), self._open_palette, "Ctrl+K")
        teaches = tr("Seven stops through this window, in two minutes.")
        add(HELP, tr("&Tour of bertscope"), lambda: self._window.tour.begin(), teaches=teaches)
        teaches = tr("Of the view that has the focus; the ? of each view does it too.")
        add(HELP, tr(WHAT), lambda: self._window.popover.tell_of_focused(), "Shift+F1", teaches)
        self.commands.separate(HELP)
        add(HELP, tr("&Engine log"), self._show_log)
        add(HELP, tr("&About bertscope"), self._show_about)

    def refresh(self) -> None:
        """Bring the entries in line with what can be done now."""
        training = self._window.training
        running = training.phase is Phase.RUNNING
        self._play.setText(tr("&Pause" if running else "&Play"))
        self._play.setEnabled(running or training.can_play)
        self._step.setEnabled(training.can_play)
        self._reset.setEnabled(training.phase is not Phase.IDLE)
        for action in (*self._sides, self._unpin):
            action.setEnabled(self._window.comparison.pinned is not None)
        in_lesson = self._window.has_lessons and self._window.lessons.is_open
        for action in (self._edit_lesson, *self._of_lesson):
            action.setEnabled(in_lesson)

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
        self._window.banner.tell(tr(example.look_for), calm=True)

    def _classic_pair(self) -> None:
        self._window.session.set_pair("my dog is cute", "he likes playing")

    def _open_palette(self) -> None:
        """All that can be done is found there, so the lessons are looked for first."""
        self.shelf.fill()
        self.palette.open()

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
            tr("About bertscope"),
            tr(
                "bertscope {version}: a microscope for BERT's pre-training.\n\nDevlin, Chang, Lee, "
                "Toutanova: BERT, 2018. Licence: Apache-2.0.",
                version=bertscope.__version__,
            ),
        )

    def _show_log(self) -> None:
        dialog = QDialog(self._window)
        dialog.setWindowTitle(tr("Engine log"))
        dialog.resize(800, 480)
        log = "\n".join(self._window.engine.log)
        words = QPlainTextEdit(log or tr("The engine wrote nothing."))
        words.setReadOnly(True)
        words.setAccessibleName(tr("Engine log"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(dialog.reject)
        column = QVBoxLayout(dialog)
        column.addWidget(words)
        column.addWidget(buttons)
        dialog.exec()
        dialog.deleteLater()
