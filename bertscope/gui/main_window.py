"""The window: it puts the views on one page and lets them listen to one session."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QMainWindow,
    QMenuBar,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from bertscope.gui.aiming import Aiming
from bertscope.gui.application import dress
from bertscope.gui.asking import Asking
from bertscope.gui.banner import Banner
from bertscope.gui.compare.bar import CompareBar
from bertscope.gui.compare.comparison import Comparison
from bertscope.gui.dropping import DropTarget
from bertscope.gui.engine_choice import EngineChoice
from bertscope.gui.engine_news import EngineNews
from bertscope.gui.engine_process import EngineProcess
from bertscope.gui.export import Way
from bertscope.gui.files import Files
from bertscope.gui.film.films import Films
from bertscope.gui.head import Head
from bertscope.gui.language import tr
from bertscope.gui.late_curves import LateCurves
from bertscope.gui.leaving import Leaving
from bertscope.gui.life import EngineLife
from bertscope.gui.look_news import LookNews
from bertscope.gui.menus import Menus
from bertscope.gui.model_desk import ModelDesk
from bertscope.gui.opening import Models
from bertscope.gui.page import Page
from bertscope.gui.page_area import PageArea
from bertscope.gui.panels import Exits
from bertscope.gui.prober import Part, Prober, Seen
from bertscope.gui.questions import Questions
from bertscope.gui.run.news import RunNews
from bertscope.gui.run.record import Records
from bertscope.gui.run.training import Training
from bertscope.gui.runs.desk import RunsDesk
from bertscope.gui.runs.followed import Followed
from bertscope.gui.saving import Saving
from bertscope.gui.scrolling import Scrolling
from bertscope.gui.session import Session
from bertscope.gui.session_file import SessionFile
from bertscope.gui.settings import Settings
from bertscope.gui.showing import Showing
from bertscope.gui.status import StatusBar
from bertscope.gui.tab_order import read_in_order
from bertscope.gui.task.fitting import why_no_random_b
from bertscope.gui.task.known import KnownData
from bertscope.gui.task.results_judge import Judge
from bertscope.gui.task.worth_measure import Worth
from bertscope.gui.theme import Appearance
from bertscope.gui.top_bar import TopBar
from bertscope.gui.views import Views
from bertscope.places import DEFAULT_MODEL
from bertscope.recipe import Recipe

if TYPE_CHECKING:
    from bertscope.gui.curves.view import CurvesView
    from bertscope.gui.lesson.desk import LessonDesk
    from bertscope.gui.lesson.stagehand import Stagehand
    from bertscope.gui.lesson_editor.editor import LessonEditor
    from bertscope.gui.presenting.exports import Exports
    from bertscope.gui.presenting.presenting import Presenting
    from bertscope.gui.slow.view import SlowMotion
    from bertscope.gui.welcome.explaining import Popover
    from bertscope.gui.welcome.tour import Tour


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
        dress(appearance.theme)
        super().__init__()
        self.engine, self.appearance, self.settings = engine, appearance, settings
        self.life = EngineLife()
        self.models = Models(engine)
        self.session = Session(self.models.reader)
        self.records = Records(engine)
        self.training = Training(engine, self.records, Recipe(vocabulary=DEFAULT_MODEL))
        self.followed = Followed(engine, self.session, self.training, self.records)
        self.prober = Prober(self.session, engine)
        self.comparison = Comparison(self.session, engine, self.records, self.prober)
        self.aiming = Aiming(self.session, self.models, self.training, self.prober)
        self.judge = Judge(self.session, engine, self.models, self.training, self.aiming)
        self.known = KnownData(engine, self.training)
        self.worth = Worth(engine, self.training, self.known)
        self.questions = Questions(engine)
        self._closer: tuple[object, object] = (None, None)
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
        self.engine_news = EngineNews(self)
        self.model_desk = ModelDesk(self)
        self.look_news = LookNews(self)
        self.leaving = Leaving(self)
        self.late_curves = LateCurves(self)
        self._connect()
        self._set_theme()
        self.show_state()
        self.setWindowTitle("bertscope")
        self.views.sentences.a.setFocus()
        self.views.sentences.a.end(False)

    # --- Building -------------------------------------------------------------------------------

    def _build(self) -> None:
        self.top_bar = TopBar(self.training)
        self.banner = Banner()
        self.compare_bar = CompareBar(self.session, self.comparison, self.prober)
        self.views = Views(self.session, self.training, self.judge, self.worth, self.appearance)
        self.showing = Showing(self, self.prober, self.views.groups)
        self.status = StatusBar(self.session, self.engine, self.models)
        self.busy, self.note = self.status.busy, self.status.note
        self.scrolling = Scrolling(self.session, self.views.scrolling)
        self.asking = Asking(self)
        self.files = Files(self)
        self.saving = Saving(self)
        self.films = Films(self)
        self.runs = RunsDesk(self)
        self.news = RunNews(self)
        self.page = Page(self.views, self.appearance, self.saving.take_out)
        self.page.add_travel(self.films.bar)
        self._area = PageArea(self.page)
        self.whole = QWidget()
        column = QVBoxLayout(self.whole)
        column.setContentsMargins(10, 8, 10, 2)
        column.setSpacing(8)
        column.addWidget(self.banner)
        column.addWidget(self.compare_bar)
        self.stage = QStackedWidget()
        self.stage.addWidget(self._area)
        self.row = QSplitter()
        self.row.addWidget(self.stage)
        column.addWidget(self.row, 1)
        self.setCentralWidget(self.whole)
        self.menu_bar = QMenuBar()
        self.head = Head(self.menu_bar, self.top_bar)
        self.setMenuWidget(self.head)
        self.setStatusBar(self.status)
        for button in self.findChildren(QAbstractButton):
            # So that Space still plays after a click; with Tab each can be reached.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_tab_order()
        if self.settings.layout:
            self.page.restore(self.settings.layout)

    def set_tab_order(self) -> None:
        """Let Tab go through the window as it is read; anew when there is another view."""
        first = [self.lessons.pane] if self.has_lessons else []
        order = (*first, *self.page.order(), self.top_bar, self.banner, self.compare_bar)
        read_in_order(order)

    def _connect(self) -> None:
        views, session, training = self.views, self.session, self.training
        session.changed.connect(self.show_state)
        session.changed.connect(self._reveal_closer)
        self.aiming.aimed.connect(self._show_step)
        self.aiming.moved.connect(self.note)
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
        training.changed.connect(self.show_state)
        self.appearance.taken_on.connect(self._set_theme)
        for part in Part:
            panel = self.page.panels[part]
            panel.visibilityChanged.connect(partial(self.prober.want, part))
        self.page.panels["results"].visibilityChanged.connect(self.judge.want)
        self.showing.shown.connect(self._show_side)
        self.page.revealed.connect(self._area.scroll_to)
        self.page.asked.connect(lambda header: self.popover.tell_of(header))
        views.transport.grown.connect(self.set_tab_order)
        self.page.panels["rolls"].visibilityChanged.connect(views.mask_bar.show_rolls_shown)

    def _set_theme(self) -> None:
        theme = self.appearance.theme
        with self._area.held():
            dress(theme)
            self.setStyleSheet(theme.style_sheet)
            self.page.set_sizes()
        self.page.fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The curves are brought in only after the first painting."""
        super().paintEvent(event)
        self.late_curves.begin()

    def event(self, event: QEvent) -> bool:
        """Space presses the button that has the focus; the shortcut is for everywhere else."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            focus = self.focusWidget()
            if event.key() == Qt.Key.Key_Space and isinstance(focus, QAbstractButton | QComboBox):
                event.accept()
                return True
        return super().event(event)

    # --- Parts ----------------------------------------------------------------------------------

    @property
    def curves(self) -> CurvesView | None:
        """None until they are brought in."""
        return self.late_curves.view

    def open_model(self, folder: str, file: SessionFile | None = None) -> None:
        """Look at another model or run folder; on any trouble the present one stays.

        A session `file` is shown once the model is there.
        """
        self.models.open(folder, file)

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
        Exits(slow.canvas, tr("Slow motion"), self.saving.take_out)
        slow.left.connect(self.show_page)
        slow.about.clicked.connect(lambda: self.popover.tell_of_slow_motion(slow.about))
        self.stage.addWidget(slow)
        return slow

    def show_slow_motion(self) -> None:
        """Put slow motion in the place of the page."""
        self.stage.setCurrentWidget(self.slow)
        self.slow.begin()

    def show_page(self) -> None:
        """Put the page there again."""
        self.stage.setCurrentWidget(self._area)

    # --- Lessons --------------------------------------------------------------------------------

    @cached_property
    def lessons(self) -> LessonDesk:
        """Made when the first one is wanted."""
        from bertscope.gui.lesson.desk import LessonDesk

        return LessonDesk(self)

    @cached_property
    def stagehand(self) -> Stagehand:
        """One for lessons and the tour: what was before the first of them is given back."""
        from bertscope.gui.lesson.stagehand import Stagehand

        return Stagehand(self)

    @cached_property
    def lesson_editor(self) -> LessonEditor:
        """Made when someone writes a lesson."""
        from bertscope.gui.lesson_editor.editor import LessonEditor

        return LessonEditor(self)

    @property
    def has_lessons(self) -> bool:
        """Whether one was wanted so far; to ask makes nothing."""
        return "lessons" in vars(self)

    # --- For who is new -------------------------------------------------------------------------

    @cached_property
    def tour(self) -> Tour:
        """Made when someone takes it."""
        from bertscope.gui.welcome.tour import Tour

        return Tour(self)

    def end_tour(self) -> None:
        """Leave the tour, if someone is on it; to ask makes nothing."""
        if "tour" in vars(self):
            self.tour.end()

    @cached_property
    def popover(self) -> Popover:
        """Made when someone asks what a view is."""
        from bertscope.gui.welcome.explaining import Popover

        return Popover(self)

    @cached_property
    def presenting(self) -> Presenting:
        """Made when it is first wanted."""
        from bertscope.gui.presenting.presenting import Presenting

        return Presenting(self)

    def end_presenting(self) -> None:
        """Leave the screen to the window, if someone presents; to ask makes nothing."""
        if "presenting" in vars(self):
            self.presenting.end()

    @cached_property
    def exports(self) -> Exports:
        """Lessons as files to hand out; made when one is first wanted."""
        from bertscope.gui.presenting.exports import Exports

        return Exports(self)

    # --- Asking ---------------------------------------------------------------------------------

    def pick_b(self) -> None:
        """Put a random sentence of the corpus in B's place."""
        button = self.views.sentences.random_b
        if button.isEnabled():
            self.questions.pick_sentence(self.training.recipe.corpus)
        else:
            self.note(button.toolTip())

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

    def _reveal_closer(self) -> None:
        """Bring forward the panel of what is looked at more closely now."""
        view, before = self.session.view, self._closer
        self._closer = (view.vector, view.distribution_at)
        for name, now, then in zip(("vector", "distribution"), self._closer, before, strict=True):
            if now is not None and now != then:
                self.page.reveal(name)

    def _show_side(self, seen: Seen | None) -> None:
        """Make room for what the model that is looked at has to say."""
        if seen is not None:
            answer = seen.look.answer
            self.page.show_task(answer is not None)
            facts = self.judge.facts
            columns = facts.columns if facts is not None else None
            self.views.sentences.show_random_b(why_no_random_b(answer, columns))

    def _show_rolls(self, shown: bool) -> None:
        if shown:
            self.page.reveal("rolls")
        else:
            self.page.panels["rolls"].hide()

    def show_state(self) -> None:
        """Show anew what is open and how the engine fares, and what can be done now."""
        self.top_bar.show_model(self.models.info, self.models.name)
        self._show_step()
        self.page.show_wanted(is_task=self.training.wanted.task is not None)
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

    # --- Leaving --------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        """The engine saves and ends before the window goes."""
        self.leaving.begin(event)
