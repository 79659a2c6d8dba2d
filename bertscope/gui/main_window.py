"""The window: it puts the views on one page and lets them listen to one session."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFrame,
    QMainWindow,
    QMenuBar,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from bertscope.gui.aiming import Aiming
from bertscope.gui.banner import Banner
from bertscope.gui.compare.bar import CompareBar
from bertscope.gui.compare.comparison import Comparison
from bertscope.gui.dropping import DropTarget
from bertscope.gui.engine_choice import EngineChoice
from bertscope.gui.engine_process import (
    SAVE_MS,
    STOP_MS,
    EngineProcess,
    EngineState,
    ProcessOutcome,
)
from bertscope.gui.export import Way
from bertscope.gui.files import Files
from bertscope.gui.film.films import Films
from bertscope.gui.head import Head
from bertscope.gui.life import EngineLife, way_on
from bertscope.gui.menus import Menus
from bertscope.gui.opening import Models, Opening
from bertscope.gui.page import Page
from bertscope.gui.panels import Exits, Panel
from bertscope.gui.prober import Part, Prober, Seen
from bertscope.gui.questions import Questions
from bertscope.gui.run.news import RunNews
from bertscope.gui.run.record import Records
from bertscope.gui.run.training import Phase, Training
from bertscope.gui.runs.desk import RunsDesk
from bertscope.gui.runs.followed import Followed
from bertscope.gui.session import Session
from bertscope.gui.session_file import SessionFile
from bertscope.gui.settings import Settings
from bertscope.gui.showing import Showing
from bertscope.gui.status import StatusBar
from bertscope.gui.tab_order import read_in_order
from bertscope.gui.theme import Appearance
from bertscope.gui.top_bar import TopBar
from bertscope.gui.views import Views
from bertscope.places import DEFAULT_MODEL
from bertscope.recipe import Recipe
from bertscope.wire import messages as m

if TYPE_CHECKING:
    from bertscope.gui.curves.view import CurvesView
    from bertscope.gui.slow.view import SlowMotion

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
    ) -> None:
        super().__init__()
        self.engine, self.appearance, self.settings = engine, appearance, settings
        self.life = EngineLife()
        self._unsaved = ""
        self._blind = ""
        self.models = Models(engine)
        self.session = Session(self.models.reader)
        self.records = Records(engine)
        self.training = Training(engine, self.records, Recipe(vocabulary=DEFAULT_MODEL))
        self.followed = Followed(engine, self.session, self.training, self.records)
        self.prober = Prober(self.session, engine)
        self.comparison = Comparison(self.session, engine, self.records, self.prober)
        self.aiming = Aiming(self.session, self.models, self.training, self.prober)
        self.questions = Questions(engine)
        self._closer: tuple[object, object] = (None, None)
        self._sought: Panel | None = None
        self.curves: CurvesView | None = None
        self._painted = False
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._add_curves)
        self._build()
        self.engine_choice = EngineChoice(self)
        self.menus = Menus(self)
        self.drop_target = DropTarget(
            self,
            self.appearance,
            open_found=self.files.open_found,
            refuse=self.files.refuse,
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
        self.compare_bar = CompareBar(self.session, self.comparison, self.prober)
        self.views = Views(self.session, self.training, self.appearance)
        self.showing = Showing(self, self.prober, self.views.groups)
        self.status = StatusBar(self.session, self.engine, self.models)
        self.busy, self.note = self.status.busy, self.status.note
        self.files = Files(self)
        self.films = Films(self)
        self.runs = RunsDesk(self)
        self.news = RunNews(self)
        self.page = Page(self.views, self.appearance, self.files.take_out)
        self.page.add_travel(self.films.bar)
        self._area = _scrolling(self.page)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(10, 8, 10, 2)
        column.setSpacing(8)
        column.addWidget(self.banner)
        column.addWidget(self.compare_bar)
        self.stage = QStackedWidget()
        self.stage.addWidget(self._area)
        column.addWidget(self.stage, 1)
        self.setCentralWidget(whole)
        self.menu_bar = QMenuBar()
        self.setMenuWidget(Head(self.menu_bar, self.top_bar))
        self.setStatusBar(self.status)
        for button in self.findChildren(QAbstractButton):
            # So that Space still plays after a click; with Tab each can be reached.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._set_tab_order()
        if self.settings.layout:
            self.page.restore(self.settings.layout)

    def _set_tab_order(self) -> None:
        read_in_order([*self.page.order(), self.top_bar, self.banner, self.compare_bar])

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
        self.aiming.aimed.connect(self._show_step)
        self.aiming.moved.connect(self.note)
        self.prober.seen.connect(self._take_back)
        self.prober.failed.connect(self._not_seen)
        self.comparison.refused.connect(self.tell)
        self.comparison.noted.connect(self.note)
        self.questions.failed.connect(self.tell)
        self.questions.sentence.connect(session.put_b)
        self.questions.mapped.connect(views.map.show_map)
        views.figure.refused.connect(self.note)
        views.sentences.noted.connect(self.note)
        views.sentences.random_b_wanted.connect(self.pick_b)
        views.mask_bar.rolls_wanted.connect(self._show_rolls)
        views.map.map_wanted.connect(self._map_vocabulary)
        views.predictions.picked.connect(self._use_prediction)
        training.cleared.connect(self._run_cleared)
        training.stepped.connect(self._show_curves)
        training.reported.connect(self._show_curves)
        training.changed.connect(self._show_state)
        training.changed.connect(self._show_curves)
        self.followed.changed.connect(self._show_curves)
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
        from bertscope.gui.curves.view import CurvesView

        self.curves = CurvesView(self.session, self.appearance)
        self.curves.travelled.connect(self.films.travel.to)
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
        if outcome.again:
            self._tell_unsaved()
            return
        if outcome.expected:
            self._engine_left()
            return
        sentence = outcome.sentence + self.models.take_lost()
        if self.life.break_off(outcome, sentence):
            self.tell(f"{sentence} It is being started again.")
            self.engine.start()
        else:
            self.tell(sentence, way_on(outcome), self.engine_choice.start)

    def _receive(self, message: m.Message) -> None:
        if isinstance(message, m.Failed) and self.engine.state is EngineState.STOPPING:
            self._unsaved = message.sentence

    # --- Models ---------------------------------------------------------------------------------

    def open_model(self, folder: str, file: SessionFile | None = None) -> None:
        """Look at another model or run folder; on any trouble the present one stays.

        A session `file` is shown once the model is there.
        """
        self.models.open(folder, file)

    def _show_reading(self, name: str) -> None:
        self.busy.begin(f"reading {name} …")

    def _not_opened(self, sentence: str) -> None:
        self.busy.end()
        self.tell(sentence)

    def _model_opened(self, opening: Opening) -> None:
        info = self.models.info
        assert info is not None
        self.busy.end()
        if not opening.folder.startswith("@"):
            self.files.remember(opening.folder, is_run=False)
        if opening.file is not None and self.training.folder not in ("", opening.folder):
            self.training.reset()  # The file shows this model, and a run would stand before it.
        if self.training.phase is Phase.IDLE:
            self._offer_model(bool(self.training.recipe.start))
        if info.new_heads:
            self.tell(
                f"{info.name} has no {' and no '.join(info.new_heads)}: what you see from there "
                "comes from random weights until you train."
            )
        if opening.file is not None:
            self.files.show(opening.file)
        self._show_state()
        self._show_curves()

    def _offer_model(self, continuing: bool) -> None:
        """Let the next run take its vocabulary, and if `continuing` its weights, from the model."""
        folder, wanted = self.models.folder, self.training.wanted
        length = wanted.max_length
        if continuing:
            length = min(length, self.models.reader.max_length)
        self.training.set_recipe(
            msgspec.structs.replace(
                wanted,
                vocabulary=folder,
                start=folder if continuing else "",
                max_length=length,
            )
        )

    # --- Training -------------------------------------------------------------------------------

    def _run_cleared(self) -> None:
        self.life.forget()
        self._offer_model(bool(self.training.recipe.start))

    def _show_curves(self) -> None:
        if self.curves is not None:
            record, others = self.training.record, self.followed.others
            self.curves.show_runs(record, others, len(self.session.reader.tokenizer))

    def _use_prediction(self, position: int, token: str) -> None:
        """Put a guess into the sentence; one about a sentence that has changed no longer fits."""
        latest = self.prober.latest
        if latest is not None and latest.question.pair == self.session.pair:
            self.session.substitute(position, token)

    # --- Slow motion ----------------------------------------------------------------------------

    @cached_property
    def slow(self) -> SlowMotion:
        """Made when it is first wanted."""
        from bertscope.gui.slow.teller import Teller
        from bertscope.gui.slow.view import SlowMotion

        teller = Teller(self.session, self.training, self.prober, self.engine)
        slow = SlowMotion(teller, self.appearance)
        Exits(slow.canvas, "Slow motion", self.files.take_out)
        slow.left.connect(lambda: self.stage.setCurrentWidget(self._area))
        self.stage.addWidget(slow)
        return slow

    def show_slow_motion(self) -> None:
        """Put slow motion in the place of the page."""
        self.stage.setCurrentWidget(self.slow)
        self.slow.begin()

    # --- Asking ---------------------------------------------------------------------------------

    def pick_b(self) -> None:
        """Put a random sentence of the corpus in B's place."""
        self.questions.pick_sentence(self.training.recipe.corpus)

    def _map_vocabulary(self) -> None:
        if self.prober.model is not None:
            self.questions.map_vocabulary(self.prober.model)

    def take_out_focused(self, way: Way) -> None:
        """Save or copy the view that has the focus, or the one that matters most."""
        self.focused_exits.take(way)

    @property
    def focused_exits(self) -> Exits:
        """The ways out of the view that has the focus, or of the one that matters most."""
        widget: QWidget | None = self.focusWidget()
        while widget is not None and Exits.of(widget) is None:
            widget = widget.parentWidget()
        is_slow = self.stage.currentWidget() is not self._area
        exits = Exits.of(widget or (self.slow.canvas if is_slow else self.views.figure))
        assert exits is not None
        return exits

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
        self.top_bar.show_model(self.models.info, self.models.name)
        self._show_step()
        self.status.show_state()
        self.menus.refresh()

    def _show_step(self) -> None:
        """Name the step that is really looked at: of that which is wanted nothing may be kept."""
        model = self.prober.model
        self.top_bar.show_step(model.step if model else None)

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
        self.engine_choice.close()
        if self.engine.state is EngineState.STOPPING:
            self.engine.kill()
        elif self.training.is_live:
            self.note("Saving the run before closing …")
            self.engine.stop(SAVE_MS)
        else:
            self.hide()
            self.engine.stop(STOP_MS)
        self._show_state()

    def _tell_unsaved(self, label: str = "", action: Callable[[], object] | None = None) -> None:
        unsaved, self._unsaved = self._unsaved, ""
        if unsaved:
            self.tell(f"{unsaved} The last checkpoint is kept.", label, action)

    def _engine_left(self) -> None:
        """The engine has ended as it was asked to; what it could not save is said first."""
        if self._unsaved:
            self.show()
            self._tell_unsaved("Close", self.close)
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
