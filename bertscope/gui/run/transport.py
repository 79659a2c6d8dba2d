"""Reset, play and pause, single step; how far play goes, and how far it is."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from bertscope.gui.controls import label, mark, named
from bertscope.gui.language import marked, tr
from bertscope.gui.run.goal_box import GoalBox, Kind
from bertscope.gui.run.lines import FoldLine, GoalBar, QuietLine
from bertscope.gui.run.recipe_controls import RecipeControls
from bertscope.gui.run.target import ONE_STEP
from bertscope.gui.run.telling import brief, device, listed, pace, where
from bertscope.gui.run.training import Phase, Training
from bertscope.gui.spin_boxes import FineBox, WholeBox
from bertscope.gui.style import PLAY, STEP
from bertscope.gui.symbols import Symbol, icon
from bertscope.gui.task.worth_line import WorthLine
from bertscope.gui.theme import Appearance
from bertscope.task import TaskFacts

SIZES = {"reset": STEP, "play": PLAY, "step": STEP}
RESET_TIP = marked("Let go of this run and start anew; the run stays on disk")
PLAY_TIP = marked("Train, or pause (Space)")
STEP_TIP = marked("Train one step")
PACE_TIP = marked(
    "The share of the time that goes into training steps, the rest being spent on looks at the "
    "model and on disk; the memory that the engine holds"
)
CHOICES = marked("Learning rate, batch and more")
CHOICES_TIP = marked("Choices of the run: most act from the next step on, the others after reset")


class Transport(QWidget):
    """The controls of the training session.

    Signals
    -------
    continue_chosen(bool)
        Whether to start from the open model's weights instead of random ones.
    grown
        There are controls that weren't there.

    Attributes
    ----------
    choices
        What stands below the numbers: the choices of the run, and what else is offered.
    """

    continue_chosen = Signal(bool)
    grown = Signal()

    def __init__(self, training: Training, appearance: Appearance) -> None:
        super().__init__()
        self._training = training
        self._appearance = appearance
        self._look: tuple[object, ...] = ()
        self.reset = named(QToolButton(), tr("Reset"), tr(RESET_TIP))
        self.play = named(QToolButton(), tr("Play"), tr(PLAY_TIP))
        self.step = named(QToolButton(), tr("Single step"), tr(STEP_TIP))
        for name in SIZES:
            getattr(self, name).setObjectName(name)
        self.number = label("000,000", "step", tr("Finished steps of the run"))
        self.goal = GoalBox(training, appearance)
        self.progress = GoalBar(tr("How far the run is"))
        self.where, self.pace, self.device = QuietLine(), QuietLine(tr(PACE_TIP)), QuietLine()
        for line in (self.pace, self.device):
            line.hide()
        self.worth = WorthLine(training)
        self.fold = FoldLine(tr(CHOICES), tr(CHOICES_TIP), lambda: self.controls)
        self.choices = QWidget()
        self._facts: TaskFacts | None = None
        self._made: RecipeControls | None = None
        self._lay_out()
        self._connect()
        self._set_theme()
        self.show_training()

    @property
    def controls(self) -> RecipeControls:
        """The choices of the run, a fifth of all that is in the window; made once unfolded."""
        if self._made is None:
            self._made = made = RecipeControls(self._training, self._appearance)
            made.hide()
            made.task.show_facts(self._facts)
            made.continue_chosen.connect(self.continue_chosen)
            self._choices.addWidget(made)
            self.grown.emit()
        return self._made

    def show_facts(self, facts: TaskFacts | None) -> None:
        """Take what is known of the labelled data; None where that is nothing."""
        self._facts = facts
        if self._made is not None:
            self._made.task.show_facts(facts)

    @property
    def steps(self) -> WholeBox | FineBox:
        """Where the step is chosen at which the run ends."""
        return self.goal.boxes[Kind.END]

    @property
    def preset(self) -> QComboBox:
        """Where it is chosen what is trained."""
        return self.controls.preset

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        for button in (self.reset, self.play, self.step):
            row.addWidget(button)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(label(tr("Step")))
        column.addWidget(self.number)
        row.addLayout(column)
        row.addStretch(1)
        row.addWidget(self.goal)
        page, self._choices = QVBoxLayout(self), QVBoxLayout(self.choices)
        for part in (page, self._choices):
            part.setContentsMargins(0, 0, 0, 0)
            part.setSpacing(4)
        self._choices.addWidget(self.worth)
        self._choices.addWidget(self.fold)
        page.addLayout(row)
        for widget in (self.progress, self.where, self.pace, self.device, self.choices):
            page.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _connect(self) -> None:
        training = self._training
        self.reset.clicked.connect(self.let_go)
        self.play.clicked.connect(self.toggle)
        self.step.clicked.connect(self.single_step)
        self.goal.changed.connect(self._goal_chosen)
        training.changed.connect(self.show_training)
        training.stepped.connect(self._show_numbers)
        training.reported.connect(self._show_numbers)
        self._appearance.changed.connect(self._set_theme)

    # --- What the buttons do, and the menu also while they stand nowhere ------------------------

    def toggle(self) -> None:
        """Play or pause."""
        self._interpret()
        self._training.toggle(self.goal.goal)

    def single_step(self) -> None:
        """Train one step."""
        self._interpret()
        self._training.single_step()

    def let_go(self) -> None:
        """Let go of the run."""
        self._interpret()
        self._training.reset()

    def _interpret(self) -> None:
        """The focus stays where it was: what was typed there counts all the same."""
        self.goal.interpret()
        if self._made is not None:
            self._made.interpret()

    def _goal_chosen(self) -> None:
        """A run that plays goes for it at once; one that does a single step does only that."""
        training = self._training
        if training.phase is Phase.RUNNING and training.target.goal != ONE_STEP:
            training.play(self.goal.goal)

    # --- Showing --------------------------------------------------------------------------------

    def show_training(self) -> None:
        training, phase = self._training, self._training.phase
        self.reset.setEnabled(phase is not Phase.IDLE)
        self.play.setEnabled(training.can_play or phase is Phase.RUNNING)
        self.step.setEnabled(training.can_play)
        self.fold.say(brief(training.wanted))
        self._show_waiting(training.needs_reset)
        self._dress()
        self._show_numbers()

    def _show_waiting(self, fields: tuple[str, ...]) -> None:
        """Say at the reset button which choices wait for it."""
        name, tip = tr("Reset"), tr(RESET_TIP)
        if fields:
            choices = listed(fields)
            name = tr("Reset; waiting for reset: {choices}", choices=choices)
            tip = f"{tr('Waiting for reset: {choices}.', choices=choices)} {tip}"
        self.reset.setToolTip(tip)
        self.reset.setAccessibleName(name)

    def _show_numbers(self) -> None:
        training = self._training
        self.number.setText(f"{training.step:07,}")
        self._show_progress()
        self.where.say(where(training))
        for line, words in ((self.pace, pace(training)), (self.device, device(training.vitals))):
            line.say(words)
            # A line that was there keeps its place in a pause, so that the curves don't jump.
            line.setVisible(bool(words) or (training.is_live and not line.isHidden()))

    def _show_progress(self) -> None:
        training = self._training
        if training.phase is Phase.PREPARING:
            fraction = training.preparing.fraction
            self.progress.setRange(0, 0 if fraction is None else 1000)
            self.progress.setValue(round((fraction or 0) * 1000))
            self.progress.set_mark(None)
            return
        steps, end = max(1, training.recipe.steps), training.target.end
        self.progress.setRange(0, steps)
        self.progress.setValue(min(training.step, steps))
        is_ahead = end is not None and training.step < end < steps
        self.progress.set_mark(end / steps if end is not None and is_ahead else None)

    # --- Look -----------------------------------------------------------------------------------

    def _set_theme(self) -> None:
        px = self._appearance.theme.px
        for name, size in SIZES.items():
            button: QToolButton = getattr(self, name)
            button.setFixedSize(px(size), px(size))
            button.setIconSize(QSize(px(size * 0.5), px(size * 0.5)))
        self.progress.set_shade(self._appearance.theme.palette.text)
        self._dress()

    def _dress(self) -> None:
        """Light the buttons and draw their symbols, where they look otherwise now."""
        theme = self._appearance.theme
        is_running = self._training.phase is Phase.RUNNING
        is_lit = bool(self._training.needs_reset)
        if (theme, is_running, is_lit) == self._look:
            return
        self._look = theme, is_running, is_lit
        palette = theme.palette
        on = palette.card
        if is_lit:
            self.reset.setIcon(icon(Symbol.RESET, on, dot=on))
        else:
            self.reset.setIcon(icon(Symbol.RESET, palette.text))
        self.step.setIcon(icon(Symbol.STEP, palette.text))
        self.play.setIcon(icon(Symbol.PAUSE if is_running else Symbol.PLAY, on))
        self.play.setAccessibleName(tr("Pause" if is_running else "Play"))
        mark(self.reset, "lit", is_lit)
