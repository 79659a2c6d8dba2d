"""Where the views stand: one page that reads as BERT does, and that everyone can rearrange."""

from base64 import b64decode, b64encode
from binascii import Error as BadBase64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QByteArray, QEvent, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QTabWidget, QVBoxLayout, QWidget

from bertscope.gui.canvas import Canvas
from bertscope.gui.language import marked, tr
from bertscope.gui.page_alone import Alone
from bertscope.gui.page_area import lay_out
from bertscope.gui.panels import Card, Do, Exits, Header, Panel
from bertscope.gui.task.results_view import ResultsView
from bertscope.gui.task.worth_view import WorthView
from bertscope.gui.theme import Appearance
from bertscope.gui.views import Views

INPUT_HEIGHT, SAYS_HEIGHT, OBJECTIVE_HEIGHT, ATTENTION_HEIGHT = 350, 184, 54, 126
CLOSER_HEIGHT, LABELLED_HEIGHT, LEAST_HEIGHT = 168, 152, 64
"""Of a view that is looked at closely, of one of labelled data, and of one that lies behind
others."""
BETWEEN = 24
"""Pixels that the lines between the panels take."""
VERDICT_WIDTH, TRAINING_SHARE, ANSWER_SHARE = 276, 0.335, 0.56
WIDE = 1700
"""From this width on the closer views have a place of their own beside the attention."""
LAYOUT_VERSION = 2
TRAINING_TIPS = (
    marked("Pre-training on both objectives at once."),
    marked(
        "Fine-tuning: the loss of labelled examples, and how well those are answered that are kept "
        "apart. All weights move, unless only the head is trained."
    ),
)
"""What is taught of a pre-training, and of a fine-tuning."""

_AREA = Qt.DockWidgetArea


@dataclass(frozen=True)
class _Kind:
    """A panel to be made: its title, its view, its controls."""

    name: str
    title: str
    view: Canvas | ResultsView | WorthView
    controls: QWidget | None = None


class Page(QMainWindow):
    """The panels and their layout; a window in the window, for that is what Qt docks panels to.

    Parameters
    ----------
    views
        What they show.
    appearance
        Tells the text size.
    do
        Gets a view out; see `bertscope.gui.panels.Exits`.

    Signals
    -------
    revealed(Panel)
        A panel was brought forward, and should be seen.
    asked(Header)
        Someone wants to know what the view below this header is.

    Attributes
    ----------
    in_front
        The panels that can be seen, by name.
    card
        The input, which stays where it is.
    """

    revealed, asked = Signal(object), Signal(object)

    PRETRAINING = ("predictions", "verdict", "objective")
    TASK = ("answer", "attribution")
    """What a fine-tuned model says stands in the place of what the heads of pre-training say."""
    CLOSER = ("layers", "map")
    RESULTS, WORTH = "results", "worth"
    """What labelled examples show of a fine-tuned model lies behind its attention, and so does what
    pre-training is worth for a task that is wanted."""
    ON_DEMAND = ("heads", "vector", "distribution", "rolls", RESULTS, WORTH)

    def __init__(self, views: Views, appearance: Appearance, do: Do) -> None:
        super().__init__(None, Qt.WindowType.Widget)
        self._views, self.appearance, self._do = views, appearance, do
        self._alone = Alone(self)
        self.is_own = self.is_task = self.wants_task = False
        self.in_front: set[str] = set()
        self._recent: list[str] = []
        self.panels = {kind.name: self._panel(kind) for kind in self._kinds()}
        self.curves_place = QWidget()
        self.panels["training"] = self._training_panel()
        self.card = self._input()
        self.setCentralWidget(self.card)
        self.setDockNestingEnabled(True)
        self.setTabPosition(_AREA.AllDockWidgetAreas, QTabWidget.TabPosition.South)
        for corner in (Qt.Corner.TopRightCorner, Qt.Corner.BottomRightCorner):
            self.setCorner(corner, _AREA.RightDockWidgetArea)
        for panel in self.panels.values():
            panel.topLevelChanged.connect(self._moved)
            panel.visibilityChanged.connect(partial(self._set_reachable, panel))
            panel.toggleViewAction().toggled.connect(partial(self._give_back, panel))
        for name in (*self.CLOSER, *self.ON_DEMAND):
            self.panels[name].visibilityChanged.connect(partial(self._give_room, name))
        views.results.called.connect(partial(self.name, self.RESULTS))
        self.reset()

    # --- Panels ---------------------------------------------------------------------------------

    def _kinds(self) -> tuple[_Kind, ...]:
        v = self._views
        return (
            _Kind(
                "predictions", tr("What the model says at T"), v.predictions, v.prediction_controls
            ),
            _Kind("verdict", tr("C: is B next?"), v.verdict, v.verdict_controls),
            _Kind("objective", tr("Objective"), v.objective),
            _Kind("answer", tr("Answer"), v.answer, v.answer_controls),
            _Kind("attribution", tr("Which tokens count"), v.attribution, v.attribution_controls),
            _Kind("attention", tr("Attention"), v.attention, v.attention_controls),
            _Kind("layers", tr("Layers"), v.layers),
            _Kind("map", tr("Map"), v.map, v.map_controls),
            _Kind("heads", tr("Changed heads"), v.heads),
            _Kind("vector", tr("Vector"), v.vector),
            _Kind("distribution", tr("All probabilities"), v.distribution),
            _Kind("rolls", tr("Many rolls"), v.rolls, v.rolls_controls),
            _Kind("results", tr(v.results.TITLE), v.results, v.results_controls),
            _Kind("worth", tr("What pre-training is worth"), v.worth, v.worth_controls),
        )

    def _panel(self, kind: _Kind) -> Panel:
        header = self._header(kind.name, kind.title, tr(kind.view.TEACHES), kind.controls)
        header.fill(Exits(kind.view, kind.title, self._do).actions)
        panel = Panel(kind.name, kind.title, header, kind.view)
        if kind.name == "objective":
            panel.lie_flat()
        return panel

    def _header(
        self, name: str, title: str, teaches: str, controls: QWidget | None = None
    ) -> Header:
        header = Header(name, title, teaches, controls)
        header.about.clicked.connect(lambda: self.asked.emit(header))
        return header

    def _training_panel(self) -> Panel:
        title = tr("Training")
        header = self._header("training", title, tr(TRAINING_TIPS[False]))
        self._curves_column = QVBoxLayout(self.curves_place)
        self._curves_column.setContentsMargins(0, 0, 0, 0)
        panel = Panel("training", title, header, self._views.transport, self.curves_place)
        self._training_header = header
        return panel

    def add_curves(self, curves: QWidget) -> None:
        """Put the curves where they belong; they come later than the rest."""
        self._curves_column.insertWidget(0, curves)
        actions = Exits(curves, tr("Curves"), self._do).actions
        menu = self._training_header.more.menu()
        behind_what = menu.actions()[1]
        menu.insertActions(behind_what, list(actions))

    def add_travel(self, bar: QWidget) -> None:
        """Put the way through the run's steps under the curves."""
        self._curves_column.addWidget(bar)

    def _input(self) -> Card:
        views = self._views
        header = self._header("input", tr("Input"), tr(views.figure.TEACHES), views.figure_controls)
        header.fill(Exits(views.figure, tr("Input figure"), self._do).actions)
        return Card(header, views.sentences, views.figure, views.mask_bar)

    # --- Layout ---------------------------------------------------------------------------------

    def reset(self) -> None:
        """Put everything where it stands by default."""
        self.is_own = False
        if self._alone.is_on:
            self._alone.before = ""
            self._alone.lay_out()
            return
        panels = self.panels
        for panel in panels.values():
            panel.setFloating(False)
            self.removeDockWidget(panel)
        self.addDockWidget(_AREA.RightDockWidgetArea, panels["training"])
        for name, way in (
            ("predictions", Qt.Orientation.Horizontal),
            ("verdict", Qt.Orientation.Horizontal),
            ("answer", Qt.Orientation.Horizontal),
            ("attribution", Qt.Orientation.Horizontal),
            ("objective", Qt.Orientation.Vertical),
            ("attention", Qt.Orientation.Vertical),
        ):
            self.addDockWidget(_AREA.BottomDockWidgetArea, panels[name], way)
        beside = panels["attention"]
        if self._is_wide:
            self.splitDockWidget(beside, panels["layers"], Qt.Orientation.Horizontal)
            beside = panels["layers"]
        for name in (*self.CLOSER, *self.ON_DEMAND):
            if panels[name] is not beside:
                self.tabifyDockWidget(beside, panels[name])
        hidden = {*self.ON_DEMAND, *self._other_side} - self._of_labels
        for name, panel in panels.items():
            panel.setVisible(name not in hidden)
        for name in ("layers", "attention"):
            panels[name].raise_()
        self.is_own = False
        self.fit()

    def show_task(self, is_task: bool) -> None:
        """Show what a fine-tuned model says, or what the heads of pre-training say."""
        if is_task != self.is_task:
            self.is_task = is_task
            if not self._alone.is_on:
                self._show_side()
            self.fit()

    def show_wanted(self, *, is_task: bool) -> None:
        """Offer to measure what pre-training is worth for a task, where one is wanted."""
        if is_task != self.wants_task:
            self.wants_task = is_task
            if not self._alone.is_on:
                self._offer(self.WORTH, is_offered=is_task)
            self._training_header.call(tr("Training"), tr(TRAINING_TIPS[is_task]))

    def show_only(self, names: Sequence[str] | None) -> None:
        """Show some panels alone, the card of the input as "input"; None gives back the others."""
        if names is not None:
            self._alone.show(names)
        elif self._alone.is_on:
            if self._alone.end():
                # Another model is looked at, or another task wanted, than when the others went.
                self._show_side()
                self._offer(self.WORTH, is_offered=self.wants_task)
            self.fit()

    def be_slim(self, on: bool) -> None:
        """Let panels that stand alone stand closer, while controls are left out."""
        self._alone.is_slim = on

    def needed_share(self) -> float:
        """What all that stands there needs of the height or width in sight; 1 where it just fits.

        What is put off to the next turn of the event loop is laid out for it.
        """
        self._alone.lay_out_anew()
        lay_out()  # Of parts too, which may need less height at another width.
        area, needed = self.parentWidget(), self.minimumSizeHint()
        assert area is not None
        return max(needed.height() / area.height(), needed.width() / area.width())

    def name(self, name: str, title: str, teaches: str) -> None:
        """Call a panel otherwise: what it shows is of another kind."""
        panel, exits = self.panels[name], Exits.of(getattr(self._views, name))
        if panel.windowTitle() != title and exits is not None:
            panel.call(title, teaches)
            exits.title = title

    @property
    def _of_labels(self) -> set[str]:
        """The panels that stand there only for labelled data, while there is some."""
        there = {self.RESULTS: self.is_task, self.WORTH: self.wants_task}
        return {name for name, is_there in there.items() if is_there}

    @property
    def _other_side(self) -> tuple[str, ...]:
        """The panels whose place others have now."""
        return self.PRETRAINING if self.is_task else self.TASK

    def _show_side(self) -> None:
        """Those that go go first: for a moment the row would need room for all."""
        for name in self._other_side:
            self.panels[name].hide()
        for name in self.TASK if self.is_task else self.PRETRAINING:
            self.panels[name].show()
        self._offer(self.RESULTS, is_offered=self.is_task)

    def _offer(self, name: str, *, is_offered: bool) -> None:
        """Let a panel of labelled data stand there or not; attention takes the place of one."""
        was_in_front = name in self.in_front
        self.panels[name].setVisible(is_offered)
        if was_in_front and not is_offered:
            self.panels["attention"].raise_()

    @property
    def _is_wide(self) -> bool:
        return self.width() >= self.appearance.theme.px(WIDE)

    def fit(self) -> None:
        """Share the room out again, unless someone has shared it out by hand."""
        if self._alone.is_on:
            self._alone.fit()
            return
        if self.is_own or not self.isVisible():
            return
        px, panels = self.appearance.theme.px, self.panels
        training = round(self.width() * TRAINING_SHARE)
        left = self.width() - training
        needed = px(INPUT_HEIGHT + SAYS_HEIGHT + OBJECTIVE_HEIGHT + ATTENTION_HEIGHT) + BETWEEN
        rest = max(0, self.height() - needed)
        self.resizeDocks([panels["training"]], [training], Qt.Orientation.Horizontal)
        says, attention = px(SAYS_HEIGHT) + round(0.08 * rest), px(ATTENTION_HEIGHT)
        if self.is_task:
            row, first = self.TASK, round(ANSWER_SHARE * left)
            heights = {"answer": says + px(OBJECTIVE_HEIGHT) + round(0.12 * rest)}
            attention += round(0.6 * rest)
        else:
            row, first = self.PRETRAINING[:2], left - px(VERDICT_WIDTH)
            heights = {"predictions": says, "objective": px(OBJECTIVE_HEIGHT)}
            attention += round(0.72 * rest)
        heights["attention"] = attention
        self._resize(dict(zip(row, (first, left - first), strict=True)), Qt.Orientation.Horizontal)
        self._resize(heights, Qt.Orientation.Vertical)

    def _resize(self, sizes: Mapping[str, int], way: Qt.Orientation) -> None:
        self.resizeDocks([self.panels[name] for name in sizes], list(sizes.values()), way)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def event(self, event: QEvent) -> bool:
        """Only the lines between the panels are the page's own: a press there is for them."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            is_between = self.childAt(event.position().toPoint()) is None
            if is_between:
                self._moved()
        return super().event(event)

    def createPopupMenu(self) -> QMenu:
        """What a right click beside the views shows."""
        menu = QMenu(self)
        menu.addActions([panel.toggleViewAction() for panel in self.panels.values()])
        return menu

    def _moved(self) -> None:
        """Someone has shared out the room by hand."""
        (self._alone if self._alone.is_on else self).is_own = True

    def set_sizes(self) -> None:
        """How small each view may become at this text size."""
        px, views = self.appearance.theme.px, self._views
        views.figure.setMinimumHeight(px(194))
        views.predictions.setMinimumHeight(px(124))
        views.verdict.setMinimumSize(px(230), px(120))
        views.objective.setFixedHeight(px(44))
        views.answer.setMinimumSize(px(230), px(124))
        views.attribution.setMinimumSize(px(200), px(120))
        views.attention.setMinimumHeight(px(LEAST_HEIGHT))
        for name in (*self.CLOSER, *self.ON_DEMAND):
            self._give_room(name, seen=name in self.in_front)

    def _set_reachable(self, panel: Panel, seen: bool) -> None:
        """Tab doesn't stop at what lies behind another panel."""
        # Qt calls a panel visible that lies behind another one.
        name = panel.objectName()
        (self.in_front.add if seen else self.in_front.discard)(name)
        if seen:
            self._recent = [*(other for other in self._recent if other != name), name]
        for part in (panel.titleBarWidget(), panel.widget()):
            part.setEnabled(seen)

    def _give_back(self, panel: Panel, shown: bool) -> None:
        """Where a panel is put away, what was in front before it is so again, not its neighbour."""
        if shown or panel.objectName() not in self.in_front:
            return
        behind = {other.objectName() for other in self.tabifiedDockWidgets(panel)}
        before = next((name for name in reversed(self._recent) if name in behind), None)
        if before is not None:
            self.panels[before].raise_()

    def order(self) -> list[QWidget]:
        """What Tab goes through, as the page is read."""
        views = self._views
        parts: list[QWidget] = [
            views.sentences,
            views.figure_controls,
            views.figure,
            views.mask_bar,
        ]
        for panel in self.panels.values():
            parts += [panel.titleBarWidget(), panel.widget()]
        return parts

    def _give_room(self, name: str, seen: bool) -> None:
        """A closer look needs some room, but only while it is in front."""
        view: QWidget = getattr(self._views, name)
        closer = LABELLED_HEIGHT if name in (self.RESULTS, self.WORTH) else CLOSER_HEIGHT
        view.setMinimumHeight(self.appearance.theme.px(closer if seen else LEAST_HEIGHT))

    def reveal(self, name: str) -> None:
        """Show a panel, in front of those that share its place."""
        self.panels[name].reveal()
        self.revealed.emit(self.panels[name])

    # --- Keeping it -----------------------------------------------------------------------------

    @property
    def places(self) -> str:
        """Where everything stands, for a file; what stands alone for a while is none of it."""
        if self._alone.is_on:
            return self._alone.before
        return b64encode(self.saveState(LAYOUT_VERSION).data()).decode()

    def restore(self, layout: str, *, is_own: bool = True) -> None:
        """Put everything where it stood; a layout that can't be read leaves it as it is.

        Where it is nobody's own, the room is shared out anew.
        """
        if self._alone.is_on:
            self._alone.before, self.is_own = layout, is_own
        elif self.take_places(layout):
            self.is_own = is_own
            self.fit()

    def take_places(self, layout: str) -> bool:
        """Put everything where it stood; whether the layout could be read."""
        try:
            state = QByteArray(b64decode(layout, validate=True))
        except (BadBase64, ValueError):
            return False
        if not self.restoreState(state, LAYOUT_VERSION):
            return False
        # What stands side by side now may need more room, and share it out as it was.
        self.resize(self.size().expandedTo(self.minimumSizeHint()))
        self.restoreState(state, LAYOUT_VERSION)
        self._keep_to_side()
        return True

    def _keep_to_side(self) -> None:
        """A layout may have been kept while a model of the other side was looked at."""
        if not all(self.panels[name].isHidden() for name in self._other_side):
            self._show_side()
