"""The controls under the curves: smoothing, axes, and what else is shown."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QSlider, QToolButton

from bertscope.gui.controls import label, named, tool_button
from bertscope.gui.curves.task_quantities import metrics_of, second_score
from bertscope.gui.flow import Flow
from bertscope.gui.language import marked, tr
from bertscope.gui.painting import text_width
from bertscope.gui.run.record import RunRecord
from bertscope.gui.session import Session
from bertscope.gui.state import MOST_SMOOTHING
from bertscope.gui.theme import Appearance

SLIDER, NUMBER, AROUND = 44, 18, 10
"""Design pixels of the slider, of its number, and around the words of a button."""
SMOOTHING_TIP = marked(
    "After how many steps an old loss weighs 1/e in the bold line; the faint line is never smoothed"
)
SHOWN = {
    "log_loss": (
        marked("log loss"),
        marked("A logarithmic axis of the losses: equal ratios are equally far apart"),
        marked("Change the axis of the losses"),
    ),
    "log_steps": (
        marked("log steps"),
        marked("A logarithmic axis of the steps: the first ones are seen closely"),
        marked("Change the axis of the steps"),
    ),
    "accuracy": (
        marked("accuracy"),
        marked("Show how often the most likely answer is the right one, too"),
        marked("Show the accuracies"),
    ),
    "total": (
        marked("total"),
        marked("Show the loss that is minimised, too: both parts, each times its weight"),
        marked("Show the total loss"),
    ),
}
"""Attributes of `ViewState`, with their words, what they do, and how that is undone by name."""
SECOND_TIP = marked("Show the task's second score, too")


class CurvesControls(Flow):
    """What the session says of the curves, and how it is changed.

    Signals
    -------
    followed
        The whole run should be shown again.
    differences_wanted
        What differs between the runs should be shown.
    """

    followed = Signal()
    differences_wanted = Signal()

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__(4)
        self._session, self._appearance = session, appearance
        name, tip = tr("Smoothing of the bold line, in steps"), tr(SMOOTHING_TIP)
        self.smoothing = named(QSlider(Qt.Orientation.Horizontal), name, tip)
        self.smoothing.setRange(0, MOST_SMOOTHING)
        self.steps = label("", tip=tip)
        self.checks = {
            key: _button(tr(words), tr(tells), checkable=True)
            for key, (words, tells, _) in SHOWN.items()
        }
        self.follow = _button(
            tr("Follow"), tr("Show the whole run and its new steps (double click)")
        )
        self.differences = _button(
            tr("Differ …"), tr("What differs between the runs that are laid over each other")
        )
        self.add(label(tr("smooth"), tip=tip), self.smoothing, self.steps)
        self.add(*self.checks.values(), spacing=2)
        self.add(self.differences, self.follow)
        self._connect()
        self._set_theme()
        self.show_view()

    def _connect(self) -> None:
        session = self._session
        self.smoothing.valueChanged.connect(
            lambda steps: session.set_view(marked("Smooth the curves"), smoothing=steps)
        )
        for key, check in self.checks.items():
            check.toggled.connect(lambda on, k=key: session.set_view(SHOWN[k][2], **{k: on}))
        self.follow.clicked.connect(self.followed)
        self.differences.clicked.connect(self.differences_wanted)
        session.viewed.connect(self.show_view)
        self._appearance.changed.connect(self._set_theme)

    def _set_theme(self) -> None:
        theme = self._appearance.theme
        self.smoothing.setFixedWidth(theme.px(SLIDER))
        self.steps.setFixedWidth(theme.px(NUMBER))
        for button in (*self.checks.values(), self.follow, self.differences):
            wide = text_width(button.text(), theme.sans(12))
            button.setFixedWidth(round(wide) + theme.px(AROUND))

    def show_view(self) -> None:
        """Stand as the session says."""
        view = self._session.view
        with QSignalBlocker(self.smoothing):
            self.smoothing.setValue(view.smoothing)
        self.steps.setText(str(view.smoothing))
        for key, check in self.checks.items():
            with QSignalBlocker(check):
                check.setChecked(getattr(view, key))
        self.show_following(is_following=view.span is None)

    def show_following(self, *, is_following: bool) -> None:
        """Whether the whole run is shown, so that there is nothing to go back to."""
        self.follow.setEnabled(not is_following)

    def show_runs(self, runs: Sequence[RunRecord]) -> None:
        """What else can be shown of these runs; the first one is that which is looked at."""
        self.differences.setVisible(len(runs) > 1)
        is_task = bool(runs) and runs[0].recipe.task is not None
        second = second_score(runs[0]) if is_task else None
        words, tip, _ = SHOWN["accuracy"]
        accuracy = self.checks["accuracy"]
        accuracy.setText(tr(metrics_of(runs[0])[1].value if second else words))
        accuracy.setToolTip(tr(SECOND_TIP if second else tip))
        accuracy.setVisible(second is not None or not is_task)
        self.checks["total"].setVisible(not is_task)
        self._set_theme()


def _button(words: str, tip: str, *, checkable: bool = False) -> QToolButton:
    """So small that all have room in one row."""
    button = tool_button(words, "", tip)
    button.setProperty("role", "small")
    button.setCheckable(checkable)
    return button
