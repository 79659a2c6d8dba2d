"""The window: it puts the views on one page and lets them listen to one session."""

import time
from collections.abc import Callable
from dataclasses import dataclass
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
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from bertscope.errors import BertscopeError
from bertscope.gui.attention import AttentionView
from bertscope.gui.banner import Banner
from bertscope.gui.engine_process import (
    SAVE_MS,
    STOP_MS,
    EngineProcess,
    EngineState,
    ProcessOutcome,
)
from bertscope.gui.figure_view import FigureView
from bertscope.gui.mask_bar import MaskBar
from bertscope.gui.menus import Menus
from bertscope.gui.predictions import CARD_HEIGHT, PredictionsView
from bertscope.gui.prober import Prober, Seen
from bertscope.gui.sentences import SentenceBar
from bertscope.gui.session import Session, SessionState
from bertscope.gui.settings import Settings
from bertscope.gui.theme import Appearance
from bertscope.gui.top_bar import TopBar
from bertscope.gui.training import Phase, Training
from bertscope.gui.transport import Transport
from bertscope.gui.verdict import VerdictView
from bertscope.places import default_model
from bertscope.recipe import Recipe
from bertscope.run_folder import model_of, newest_model
from bertscope.text.reader import Reader
from bertscope.text.tokenizer import WordPieceTokenizer
from bertscope.wire import messages as m

if TYPE_CHECKING:
    from bertscope.gui.curves import CurvesView

FRAME_MS = 16
REST_MS = 300
"""pyqtgraph takes a fifth of a second to load, so it is loaded when the hands rest this long."""
QUICK_DEATH_SECONDS = 10.0
"""An engine that dies sooner after its start is not started again unasked."""


@dataclass(frozen=True)
class Wanted:
    """A model to look at, and the session to show with it where that comes along."""

    folder: Path
    state: SessionState | None = None


@dataclass(frozen=True)
class Opening:
    """A model that the engine is reading."""

    folder: Path
    reader: Reader
    state: SessionState | None


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
        self.model_folder = model or default_model()
        self.model_info: m.ModelInfo | None = None
        self._opening: dict[int, Opening] = {}
        self._engine_started_at = time.monotonic()
        self._crash = ""
        self._wanted = Wanted(self.model_folder)
        self._unsaved = ""
        self.session = Session(Reader.load(self.model_folder))
        self._reader_of_model = self.session.reader
        self.training = Training(engine, Recipe(vocabulary=str(self.model_folder)))
        self.prober = Prober(self.session, engine)
        self.curves: CurvesView | None = None
        self._painted = False
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._add_curves)
        self._build()
        self.menus = Menus(self)
        self._connect()
        self._set_theme()
        self._show_state()
        self.setWindowTitle("bertscope")
        self.sentences.a.setFocus()
        self.sentences.a.end(False)

    # --- Building -------------------------------------------------------------------------------

    def _build(self) -> None:
        self.top_bar = TopBar(self.training)
        self.banner = Banner()
        self.sentences = SentenceBar(self.session)
        self.figure = FigureView(self.session, self.appearance)
        self.mask_bar = MaskBar(self.session, self.appearance)
        self.predictions = PredictionsView(self.appearance)
        self.verdict = VerdictView(self.appearance)
        self.attention = AttentionView(self.session, self.appearance)
        self.transport = Transport(self.training, self.appearance)
        self.is_next = QPushButton("B follows A")
        self.is_next.setCheckable(True)
        self.is_next.setToolTip(
            "The label for the next-sentence loss of this pair: does B really follow A?"
        )
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(10)
        left.addWidget(_card(self.sentences, self.figure, self.mask_bar), 5)
        middle = QHBoxLayout()
        middle.setSpacing(10)
        middle.addWidget(self.predictions, 1)
        self._verdict_card = _card(self._verdict_head(), self.verdict)
        middle.addWidget(self._verdict_card, 0, Qt.AlignmentFlag.AlignTop)
        left.addLayout(middle)
        left.addWidget(_card(self.attention), 4)
        right.addWidget(_card(self.transport))
        self._curves_card = _card()
        right.addWidget(self._curves_card, 1)
        page = QWidget()
        page.setObjectName("page")
        columns = QHBoxLayout()
        columns.setSpacing(10)
        columns.addLayout(left, 66)
        columns.addLayout(right, 34)
        rows = QVBoxLayout(page)
        rows.setContentsMargins(12, 10, 12, 10)
        rows.setSpacing(10)
        rows.addWidget(self.banner)
        rows.addLayout(columns, 1)
        whole = QWidget()
        outer = QVBoxLayout(whole)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.top_bar)
        outer.addWidget(page, 1)
        self.setCentralWidget(whole)
        self._build_status()
        for button in self.findChildren(QAbstractButton):
            # So that Space still plays after a click; with Tab each can be reached.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _verdict_head(self) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        title = QLabel("C → is B next?")
        title.setProperty("role", "title")
        row.addWidget(title, 1)
        row.addWidget(self.is_next)
        return head

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

    def _connect(self) -> None:
        self.engine.ready.connect(self._engine_ready)
        self.engine.ended.connect(self._engine_ended)
        self.engine.received.connect(self._receive)
        self.session.changed.connect(self._show_state)
        self.session.changed.connect(self._typed)
        self.session.focused.connect(self.predictions.light)
        self.prober.seen.connect(self._show_seen)
        self.prober.failed.connect(self._not_seen)
        self.figure.refused.connect(self.note)
        self.predictions.picked.connect(self._use_prediction)
        self.predictions.hovered.connect(self.session.set_focus)
        self.is_next.toggled.connect(self.session.set_is_next)
        self.training.started.connect(self._run_started)
        self.training.cleared.connect(self._run_cleared)
        self.training.stepped.connect(self._stepped)
        self.training.changed.connect(self._show_state)
        self.training.changed.connect(self._show_curves)
        self.training.failed.connect(self.tell)
        self.transport.continue_chosen.connect(self._offer_model)
        self.appearance.changed.connect(self._set_theme)

    def _set_theme(self) -> None:
        theme = self.appearance.theme
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setPalette(theme.qt_palette)
        self.setStyleSheet(theme.style_sheet)
        self.figure.setMinimumHeight(theme.px(226))
        self.predictions.setFixedHeight(theme.px(CARD_HEIGHT) + theme.px(10))
        self._verdict_card.setFixedSize(theme.px(262), theme.px(CARD_HEIGHT))
        self.attention.setMinimumHeight(theme.px(84))

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
        from bertscope.gui.curves import CurvesView

        self.curves = CurvesView(self.appearance)
        layout = self._curves_card.layout()
        assert layout is not None
        layout.addWidget(self.curves)
        self._show_curves()

    # --- Engine ---------------------------------------------------------------------------------

    def _engine_ready(self, info: m.Ready) -> None:
        self._engine_started_at = time.monotonic()
        self.top_bar.show_devices(info.devices)
        self.open_model(self._wanted.folder, self._wanted.state)
        self.training.restore()
        if self._crash and not self.training.is_live:
            self.tell(f"{self._crash} It was started again.")
            self._crash = ""
        self._show_state()

    def _engine_ended(self, outcome: ProcessOutcome) -> None:
        self._show_state()
        if outcome.expected:
            self._engine_left()
            return
        lived = time.monotonic() - self._engine_started_at
        if outcome.started and lived > QUICK_DEATH_SECONDS:
            self._crash = outcome.sentence
            self.tell(f"{outcome.sentence} It is being started again.")
            self.engine.start()
        else:
            self.tell(outcome.sentence, "Start the engine again", self.engine.start)

    def _receive(self, message: m.Message) -> None:
        match message:
            case m.ModelOpened(id=number, model=info) if number in self._opening:
                self._model_opened(self._opening.pop(number), info)
            case m.Failed(id=number, sentence=sentence) if number in self._opening:
                self._opening.pop(number)
                self.tell(sentence)
            case m.Failed(sentence=sentence) if self.engine.state is EngineState.STOPPING:
                self._unsaved = sentence

    # --- Models ---------------------------------------------------------------------------------

    def open_model(self, folder: Path, state: SessionState | None = None) -> None:
        """Look at another model or run folder; on any trouble the present one stays.

        A `state` is taken once the model is there: its masks belong to that vocabulary.
        """
        try:
            reader = Reader.load(model_of(folder))
        except BertscopeError as error:
            self.tell(str(error))
            return
        number = self.engine.next_id()
        try:
            sent = self.engine.send(m.OpenModel(number, m.ModelRef(str(folder))))
        except BertscopeError as error:
            self.tell(str(error))
            return
        if sent:
            self._opening[number] = Opening(folder, reader, state)
        else:
            self._wanted = Wanted(folder, state)

    def open_run(self, folder: Path) -> None:
        """Show a run that was made before: its curves, and its model."""
        try:
            self.training.adopt(folder)
        except BertscopeError as error:
            self.tell(str(error))
            return
        self.open_model(folder)

    def _model_opened(self, opening: "Opening", info: m.ModelInfo) -> None:
        folder, reader = opening.folder, opening.reader
        self.model_folder, self.model_info, self._reader_of_model = folder, info, reader
        self._wanted = Wanted(folder)
        if self.training.phase is Phase.IDLE:
            self._offer_model(bool(self.training.recipe.start))
        if info.new_heads:
            self.tell(
                f"{info.name} has no {' and no '.join(info.new_heads)}: what you see from there "
                "comes from random weights until you train."
            )
        if self.training.model is None:
            self._aim(m.ModelRef(str(folder)), reader)
        elif self.training.phase is Phase.BROKEN:
            # An engine that was started again has not been asked about the run yet.
            self.prober.ask()
        if opening.state is not None:
            self.session.replace(opening.state)
        self._show_state()
        self._show_curves()

    def _aim(self, ref: m.ModelRef, reader: Reader) -> None:
        if reader is not self.session.reader:
            self.session.set_reader(reader)
        self.prober.aim(ref)

    def _offer_model(self, continuing: bool) -> None:
        """Let the next run take its vocabulary, and if `continuing` its weights, from the model."""
        folder = str(model_of(self.model_folder))
        length = Recipe().max_length
        if continuing:
            length = min(length, self._reader_of_model.max_length)
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
        if self._crash:
            step = self.training.step
            sentence = (
                f"{self._crash} It was started again, and the run is back at step {step:,}, its "
                "last checkpoint."
            )
            if step < self.training.recipe.steps:
                self.tell(sentence, "Go on training", self.training.play)
            else:
                self.tell(sentence)
            self._crash = ""

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
        self._crash = ""
        self._offer_model(bool(self.training.recipe.start))
        self._aim(m.ModelRef(str(self.model_folder)), self._reader_of_model)

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

    # --- Showing --------------------------------------------------------------------------------

    def _show_seen(self, seen: Seen) -> None:
        for view in (self.figure, self.predictions, self.verdict):
            view.show_seen(seen)
        # One view a frame: painted all at once they would hold up the event loop.
        QTimer.singleShot(FRAME_MS, self.attention, partial(self.attention.show_seen, seen))

    def _show_state(self) -> None:
        state, pair = self.session.state, self.session.pair
        self.is_next.setChecked(state.is_next)
        self.is_next.setText("B follows A" if state.is_next else "B doesn't follow A")
        self.is_next.setEnabled(pair.has_b)
        self.top_bar.show_model(self.model_info, self.model_folder.name)
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
        self.settings.save()
        if self.engine.state is EngineState.ENDED:
            event.accept()
            self.closed.emit()
            return
        event.ignore()
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


def _card(*widgets: QWidget) -> QFrame:
    card = QFrame()
    card.setObjectName("card")
    column = QVBoxLayout(card)
    column.setContentsMargins(12, 10, 12, 10)
    column.setSpacing(8)
    for widget in widgets:
        column.addWidget(widget)
    return card
