"""The window: it puts the views on one page and lets them listen to one session."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFrame,
    QLabel,
    QMainWindow,
    QMenuBar,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from bertscope.errors import BertscopeError
from bertscope.gui.banner import Banner
from bertscope.gui.busy import Busy
from bertscope.gui.dropping import DropTarget
from bertscope.gui.engine_process import (
    SAVE_MS,
    STOP_MS,
    EngineProcess,
    EngineState,
    ProcessOutcome,
)
from bertscope.gui.export import Way
from bertscope.gui.files import Files
from bertscope.gui.head import Head
from bertscope.gui.life import EngineLife
from bertscope.gui.menus import Menus
from bertscope.gui.opening import Models, Opening
from bertscope.gui.page import Page
from bertscope.gui.panels import Exits, Panel
from bertscope.gui.prober import Part, Prober, Seen
from bertscope.gui.questions import Questions
from bertscope.gui.run.training import Phase, Training
from bertscope.gui.session import Session
from bertscope.gui.session_file import SessionFile
from bertscope.gui.settings import Settings
from bertscope.gui.showing import Showing
from bertscope.gui.tab_order import read_in_order
from bertscope.gui.theme import Appearance
from bertscope.gui.top_bar import TopBar
from bertscope.gui.views import Views
from bertscope.hub import model_name
from bertscope.places import default_model
from bertscope.recipe import Recipe
from bertscope.run_folder import model_of, newest_model
from bertscope.text.reader import Reader
from bertscope.text.tokenizer import WordPieceTokenizer
from bertscope.wire import messages as m

if TYPE_CHECKING:
    from bertscope.gui.run.curves import CurvesView

REST_MS = 300
"""pyqtgraph takes a fifth of a second to load, so it is loaded when the hands rest this long."""


class MainWindow(QMainWindow):
    """The one window.

    Parameters
    ----------
    engine
        Started already, or to be started by the caller.
    appearance, settings
        How it looks, and what is remembered.
    model
        Folder of the model to look at first.

    Signals
    -------
    closed
        The window is closed and the engine is gone.
    """

    closed = Signal()

    def __init__(
        self,
        engine: EngineProcess,
        appearance: Appearance,
        settings: Settings,
        model: Path | None = None,
    ) -> None:
        super().__init__()
        self.engine, self.appearance, self.settings = engine, appearance, settings
        self.life = EngineLife()
        self._unsaved = ""
        self._blind = ""
        self.models = Models(engine, model or default_model())
        self.session = Session(self.models.reader)
        self.training = Training(engine, Recipe(vocabulary=str(self.models.folder)))
        self.prober = Prober(self.session, engine)
        self.questions = Questions(engine)
        self._closer: tuple[object, object] = (None, None)
        self._sought: Panel | None = None
        self.curves: CurvesView | None = None
        self._painted = False
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._add_curves)
        self._build()
        self.menus = Menus(self)
        self.drop_target = DropTarget(
            self,
            self.appearance,
            open_model=self.open_model,
            open_run=self.open_run,
            open_session=self.files.open_session,
            set_corpus=self.files.set_corpus,
            tell=self.tell,
        )
        self._connect()
        self._set_theme()
        self._show_state()
        self.setWindowTitle("bertscope")
        self.views.sentences.a.setFocus()
        self.views.sentences.a.end(False)

    # --- Building -------------------------------------------------------------------------------

    def _build(self) -> None:
        self.top_bar = TopBar(self.training)
        self.banner = Banner()
        self.views = Views(self.session, self.training, self.appearance)
        self._showing = Showing(self, self.prober, self.views.groups)
        self.busy = Busy()
        self.files = Files(self)
        self.page = Page(self.views, self.appearance, self.files.take_out)
        self._area = _scrolling(self.page)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(10, 8, 10, 2)
        column.setSpacing(8)
        column.addWidget(self.banner)
        column.addWidget(self._area, 1)
        self.setCentralWidget(whole)
        self.menu_bar = QMenuBar()
        self.setMenuWidget(Head(self.menu_bar, self.top_bar))
        self._build_status()
        for button in self.findChildren(QAbstractButton):
            # So that Space still plays after a click; with Tab each can be reached.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._set_tab_order()
        if self.settings.layout:
            self.page.restore(self.settings.layout)

    def _set_tab_order(self) -> None:
        read_in_order([*self.page.order(), self.top_bar, self.banner])

    def _build_status(self) -> None:
        self.engine_state = QLabel()
        self.tokens = QLabel()
        self.notes = QLabel()
        self.notes.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        for label, stretch in ((self.engine_state, 0), (self.tokens, 0), (self.notes, 1)):
            label.setProperty("role", "muted")
            label.setContentsMargins(8, 0, 8, 0)
            bar.addWidget(label, stretch)
        bar.addPermanentWidget(self.busy)

    def _connect(self) -> None:
        views, session, training = self.views, self.session, self.training
        self.engine.ready.connect(self._engine_ready)
        self.engine.ended.connect(self._engine_ended)
        self.engine.received.connect(self._receive)
        self.models.opened.connect(self._model_opened)
        self.models.failed.connect(self._not_opened)
        self.models.reading.connect(self._show_reading)
        session.changed.connect(self._show_state)
        session.changed.connect(self._typed)
        session.changed.connect(self._reveal_closer)
        self.prober.seen.connect(self._take_back)
        self.prober.failed.connect(self._not_seen)
        self.questions.failed.connect(self.tell)
        self.questions.sentence.connect(session.put_b)
        self.questions.mapped.connect(views.map.show_map)
        views.figure.refused.connect(self.note)
        views.sentences.noted.connect(self.note)
        views.sentences.random_b_wanted.connect(self.pick_b)
        views.mask_bar.rolls_wanted.connect(self._show_rolls)
        views.map.map_wanted.connect(self._map_vocabulary)
        views.predictions.picked.connect(self._use_prediction)
        training.started.connect(self._run_started)
        training.cleared.connect(self._run_cleared)
        training.stepped.connect(self._stepped)
        training.changed.connect(self._show_state)
        training.changed.connect(self._show_curves)
        training.failed.connect(self.tell)
        views.transport.continue_chosen.connect(self._offer_model)
        self.appearance.changed.connect(self._set_theme)
        for part in Part:
            panel = self.page.panels[part]
            panel.visibilityChanged.connect(partial(self.prober.want, part))
        self.page.revealed.connect(self._scroll_to)
        self._area.verticalScrollBar().rangeChanged.connect(self._page_grew)
        self.page.panels["rolls"].visibilityChanged.connect(views.mask_bar.show_rolls_shown)

    def _set_theme(self) -> None:
        theme = self.appearance.theme
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setPalette(theme.qt_palette)
        self.setStyleSheet(theme.style_sheet)
        self.page.set_sizes()
        self.page.fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The curves are brought in only after the first painting."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self._rest.start()

    def event(self, event: QEvent) -> bool:
        """Space presses the button that has the focus; the shortcut is for everywhere else."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            focus = self.focusWidget()
            if event.key() == Qt.Key.Key_Space and isinstance(focus, QAbstractButton | QComboBox):
                event.accept()
                return True
        return super().event(event)

    def _typed(self) -> None:
        if self._rest.isActive():
            self._rest.start()

    def _add_curves(self) -> None:
        from bertscope.gui.run.curves import CurvesView

        self.curves = CurvesView(self.session, self.appearance)
        self.page.add_curves(self.curves)
        self._set_tab_order()
        self._show_curves()

    # --- Engine ---------------------------------------------------------------------------------

    def _engine_ready(self, info: m.Ready) -> None:
        self.life.begin()
        self.top_bar.show_devices(info.devices)
        self.models.open_wanted()
        self.training.restore()
        if self.life.has_crashed and not self.training.is_live:
            self.tell(self.life.take_sentence())
        self._show_state()

    def _engine_ended(self, outcome: ProcessOutcome) -> None:
        self.busy.end()
        self._show_state()
        if outcome.expected:
            self._engine_left()
            return
        sentence = outcome.sentence + self.models.take_lost()
        if self.life.break_off(outcome, sentence):
            self.tell(f"{sentence} It is being started again.")
            self.engine.start()
        else:
            self.tell(sentence, "Start the engine again", self.engine.start)

    def _receive(self, message: m.Message) -> None:
        if isinstance(message, m.Failed) and self.engine.state is EngineState.STOPPING:
            self._unsaved = message.sentence

    # --- Models ---------------------------------------------------------------------------------

    def open_model(self, folder: Path, file: SessionFile | None = None) -> None:
        """Look at another model or run folder; on any trouble the present one stays.

        A session `file` is shown once the model is there.
        """
        self.models.open(folder, file)

    def _show_reading(self, name: str) -> None:
        self.busy.begin(f"reading {name} …")

    def _not_opened(self, sentence: str) -> None:
        self.busy.end()
        self.tell(sentence)

    def open_run(self, folder: Path, file: SessionFile | None = None) -> None:
        """Show a run that was made before: its curves, and its model."""
        try:
            self.training.adopt(folder)
        except BertscopeError as error:
            self.tell(str(error))
            return
        self.open_model(folder, file)

    def _model_opened(self, opening: Opening) -> None:
        info = self.models.info
        assert info is not None
        self.busy.end()
        if opening.folder != default_model():
            self.settings.remember(opening.folder)
        if opening.file is not None and self.training.folder not in (None, opening.folder):
            self.training.reset()  # The file shows this model, and a run would stand before it.
        if self.training.phase is Phase.IDLE:
            self._offer_model(bool(self.training.recipe.start))
        if info.new_heads:
            self.tell(
                f"{info.name} has no {' and no '.join(info.new_heads)}: what you see from there "
                "comes from random weights until you train."
            )
        if self.training.model is None:
            self._aim(m.ModelRef(str(opening.folder)), opening.reader)
        elif self.training.phase is Phase.BROKEN:
            # An engine that was started again has not been asked about the run yet.
            self.prober.ask()
        if opening.file is not None:
            self.files.show(opening.file)
        self._show_state()
        self._show_curves()

    def _aim(self, ref: m.ModelRef, reader: Reader) -> None:
        if reader is not self.session.reader:
            self.session.set_reader(reader)
        self.prober.aim(ref)

    def _offer_model(self, continuing: bool) -> None:
        """Let the next run take its vocabulary, and if `continuing` its weights, from the model."""
        folder = str(model_of(self.models.folder))
        length = Recipe().max_length
        if continuing:
            length = min(length, self.models.reader.max_length)
        self.training.set_recipe(
            msgspec.structs.replace(
                self.training.recipe,
                vocabulary=folder,
                start=folder if continuing else "",
                max_length=length,
            )
        )

    # --- Training -------------------------------------------------------------------------------

    def _run_started(self, model: m.ModelInfo) -> None:
        try:
            self._aim(model.ref, self._reader_of_run(model))
        except BertscopeError as error:
            self.tell(str(error))
            return
        if self.training.notes:
            self.note(" ".join(self.training.notes))
        if self.life.has_crashed:
            step = self.training.step
            sentence = self.life.take_sentence(step)
            if step < self.training.recipe.steps:
                self.tell(sentence, "Go on training", self.training.play)
            else:
                self.tell(sentence)

    def _reader_of_run(self, model: m.ModelInfo) -> Reader:
        """Its tokenizer lies beside its saved weights, and before there are any where it began."""
        training, recipe, current = self.training, self.training.recipe, self.session.reader
        began = Path(recipe.start or recipe.vocabulary or default_model())
        saved = newest_model(training.folder) if training.folder else began
        tokenizer = WordPieceTokenizer.load(saved if saved.is_dir() else began)
        reader = Reader(tokenizer, model.max_length)
        same = reader.fingerprint == current.fingerprint
        return current if same and reader.max_length == current.max_length else reader

    def _run_cleared(self) -> None:
        self.life.forget()
        self._offer_model(bool(self.training.recipe.start))
        self._aim(m.ModelRef(str(self.models.folder)), self.models.reader)

    def _stepped(self) -> None:
        self.prober.follow()
        self._show_curves()

    def _show_curves(self) -> None:
        if self.curves is not None:
            size = len(self.session.reader.tokenizer)
            self.curves.show_run(self.training.history, self.training.recipe.steps, size)

    def _use_prediction(self, position: int, token: str) -> None:
        """Put a guess into the sentence; one about a sentence that has changed no longer fits."""
        latest = self.prober.latest
        if latest is not None and latest.question.pair == self.session.pair:
            self.session.substitute(position, token)

    # --- Asking ---------------------------------------------------------------------------------

    def pick_b(self) -> None:
        """Put a random sentence of the corpus in B's place."""
        self.questions.pick_sentence(self.training.recipe.corpus)

    def _map_vocabulary(self) -> None:
        if self.prober.model is not None:
            self.questions.map_vocabulary(self.prober.model)

    def take_out_focused(self, way: Way) -> None:
        """Save or copy the view that has the focus, or the input figure."""
        widget: QWidget | None = self.focusWidget()
        while widget is not None and Exits.of(widget) is None:
            widget = widget.parentWidget()
        exits = Exits.of(widget or self.views.figure)
        assert exits is not None
        exits.take(way)

    # --- Showing --------------------------------------------------------------------------------

    def _take_back(self, seen: Seen | None) -> None:
        """A look has come again: that there was none is no news any more."""
        if seen is not None:
            self.banner.take_back(self._blind)

    def _reveal_closer(self) -> None:
        """Bring forward the panel of what is looked at more closely now."""
        view, before = self.session.view, self._closer
        self._closer = (view.vector, view.distribution_at)
        for name, now, then in zip(("vector", "distribution"), self._closer, before, strict=True):
            if now is not None and now != then:
                self.page.reveal(name)

    def _scroll_to(self, panel: Panel) -> None:
        """Bring a panel into sight; where it makes the page grow, once that has happened."""
        self._sought = panel
        self._area.ensureWidgetVisible(panel)

    def _page_grew(self) -> None:
        if self._sought is not None:
            self._area.ensureWidgetVisible(self._sought)
            self._sought = None

    def _show_rolls(self, shown: bool) -> None:
        if shown:
            self.page.reveal("rolls")
        else:
            self.page.panels["rolls"].hide()

    def _show_state(self) -> None:
        pair = self.session.pair
        self.top_bar.show_model(self.models.info, model_name(self.models.folder))
        self.engine_state.setText(self._engine_words())
        limit = self.session.reader.max_length
        words = f"{len(pair)} tokens of {limit}"
        if pair.cut_a or pair.cut_b:
            cut = " and ".join(
                f"{n} of {name}" for n, name in ((pair.cut_a, "A"), (pair.cut_b, "B")) if n
            )
            words = f"⚠ longer than the model reads: the last {cut} are left out · {words}"
        self.tokens.setText(words)
        self.menus.refresh()

    def _engine_words(self) -> str:
        if self.models.is_reading:
            return "◌ the model is being read"
        match self.engine.state:
            case EngineState.STARTING:
                return "◌ the engine is starting"
            case EngineState.READY:
                return f"● engine ready · process {self.engine.pid}"
            case EngineState.STOPPING:
                return "◌ the engine is saving"
        return "○ no engine"

    def tell(
        self, sentence: str, label: str = "", action: Callable[[], object] | None = None
    ) -> None:
        """Say what went wrong where it can't be missed, until it is dismissed."""
        self.banner.tell(sentence, label, action)

    def _not_seen(self, sentence: str) -> None:
        """Say why there is no look, but not over a sentence that waits for an answer."""
        if self.training.phase is not Phase.PREPARING and not self.banner.isVisible():
            self._blind = sentence
            self.tell(sentence)

    def note(self, sentence: str) -> None:
        """Say something of no great weight in the status bar."""
        self.notes.setText(sentence)
        self.notes.setToolTip(sentence)  # The bar may be too narrow for it.

    # --- Leaving --------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the size, then let the engine save and end before the window goes.

        While a run is being saved the window stays, and says so; closing it again ends the engine
        at once.
        """
        self.settings.width, self.settings.height = self.width(), self.height()
        self.settings.mode, self.settings.scale = self.appearance.mode, self.appearance.theme.scale
        self.settings.layout = self.page.places if self.page.is_own else ""
        self.settings.save()
        if self.engine.state is EngineState.ENDED:
            event.accept()
            self.closed.emit()
            return
        event.ignore()
        self.menus.hub.close()
        if self.engine.state is EngineState.STOPPING:
            self.engine.kill()
        elif self.training.is_live:
            self.note("Saving the run before closing …")
            self.engine.stop(SAVE_MS)
        else:
            self.hide()
            self.engine.stop(STOP_MS)
        self._show_state()

    def _engine_left(self) -> None:
        """The engine has ended as it was asked to; what it could not save is said first."""
        if self._unsaved:
            self.show()
            self.tell(f"{self._unsaved} The last checkpoint is kept.", "Close", self.close)
            self._unsaved = ""
        else:
            self.hide()
            self.closed.emit()


def _scrolling(page: QWidget) -> QScrollArea:
    """The page in a frame that scrolls where the window is too small for it, as at large text."""
    area = QScrollArea()
    area.setObjectName("page")
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    return area
