"""How far play goes: to the end, or until something is so."""

from enum import StrEnum

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bertscope.gui.controls import choices, label
from bertscope.gui.language import marked, tr
from bertscope.gui.run.target import TO_END
from bertscope.gui.run.training import Phase, Training
from bertscope.gui.spin_boxes import FineBox, WholeBox
from bertscope.gui.theme import Appearance
from bertscope.wire import messages as m

STEPS_MOST = 9_999_999
WIDTH, BOX_WIDTH = 154, 92

KIND_TIP = marked(
    "How far play goes: it holds by itself when that is so, and play goes on from there"
)
END_TIP = marked(
    "The run is finished there; the learning rate falls to zero on the way, so moving the end "
    "changes how fast it falls"
)
STEP_TIP = marked("A step that the run has reached doesn't count any more")
LOSS_TIP = marked(
    "Training holds when the mean over the last {steps} steps is below this, for one batch "
    "alone may be lucky"
)


class Kind(StrEnum):
    """What a goal is about, as it is offered."""

    END = "run to the end"
    STEPS = "run some steps"
    STEP = "run to a step"
    MLM = "until masked LM"
    NSP = "until next sentence"
    TOTAL = "until total loss"
    TIME = "run for a time"


OF_PRETRAINING = (Kind.MLM, Kind.NSP)
"""A fine-tuning has one loss, the total."""
LOSSES = {Kind.MLM: m.Loss.MLM, Kind.NSP: m.Loss.NSP, Kind.TOTAL: m.Loss.TOTAL}


class GoalBox(QWidget):
    """A kind of goal and its number; for the end of the run that is the step at which it stops.

    Signals
    -------
    changed
        Another goal was chosen.
    """

    changed = Signal()

    def __init__(self, training: Training, appearance: Appearance) -> None:
        super().__init__()
        self._training, self._appearance = training, appearance
        self.kind = choices(Kind, tr("How far play goes"), tr(KIND_TIP))
        self.boxes: dict[Kind, WholeBox | FineBox] = {
            Kind.END: WholeBox(tr("Stop at step"), tr(END_TIP), 1, STEPS_MOST),
            Kind.STEPS: _count_box(tr("Steps to do"), tr("So many from here"), 100),
            Kind.STEP: _count_box(tr("Step to hold at"), tr(STEP_TIP), 100),
            Kind.MLM: _loss_box(tr("Masked LM loss to reach"), 2.0),
            Kind.NSP: _loss_box(tr("Next sentence loss to reach"), 0.5),
            Kind.TOTAL: _loss_box(tr("Total loss to reach"), 2.5),
            Kind.TIME: _count_box(
                tr("Seconds to train"), tr("So many from here, pauses left out"), 60
            ),
        }
        self._words = {
            Kind.END: label(tr("stop at")),
            Kind.STEPS: label(tr("steps")),
            Kind.STEP: label(tr("step")),
            Kind.TIME: label(tr("seconds")),
            **{kind: label(tr("below")) for kind in LOSSES},
        }
        self._lay_out()
        self._connect()
        self._set_sizes()
        self._show()

    @property
    def chosen(self) -> Kind:
        return list(Kind)[self.kind.currentIndex()]

    @property
    def goal(self) -> m.Goal:
        """What play is to go for; a step that is reached already leaves the end."""
        kind = self.chosen
        value = self.boxes[kind].value()
        match kind:
            case Kind.STEPS:
                return m.Goal(steps=int(value))
            case Kind.STEP:
                return m.Goal(step=int(value)) if value > self._training.step else TO_END
            case Kind.TIME:
                return m.Goal(seconds=value)
            case Kind.MLM | Kind.NSP | Kind.TOTAL:
                return m.Goal(loss=LOSSES[kind], below=value)
        return TO_END

    def choose(self, kind: Kind) -> None:
        self.kind.setCurrentIndex(list(Kind).index(kind))

    def interpret(self) -> None:
        """Take what is typed but not yet entered."""
        self.boxes[self.chosen].interpretText()

    # --- Building -------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(0)
        for words in self._words.values():
            row.addWidget(words)
        row.addStretch(1)
        for box in self.boxes.values():
            row.addWidget(box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.kind)
        column.addLayout(row)

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(self._kind_chosen)
        for kind, box in self.boxes.items():
            box.valueChanged.connect(self._end_set if kind is Kind.END else self.changed)
        self._training.changed.connect(self._show)
        self._appearance.changed.connect(self._set_sizes)

    def _set_sizes(self) -> None:
        px = self._appearance.theme.px
        self.kind.setFixedWidth(px(WIDTH))
        for box in self.boxes.values():
            box.setFixedWidth(px(BOX_WIDTH))

    # --- Doing ----------------------------------------------------------------------------------

    def _kind_chosen(self) -> None:
        self._show()
        self.changed.emit()

    def _end_set(self, steps: int) -> None:
        wanted = msgspec.structs.replace(self._training.wanted, steps=steps)
        self._training.set_recipe(wanted)

    def _offer(self) -> None:
        """Let nothing be chosen that the run, or the next one, hasn't."""
        is_task, entries = self._training.recipe.task is not None, self.kind.model()
        assert isinstance(entries, QStandardItemModel)
        for kind in OF_PRETRAINING:
            entries.item(list(Kind).index(kind)).setEnabled(not is_task)
        if is_task and self.chosen in OF_PRETRAINING:
            self.choose(Kind.TOTAL)

    def _show(self) -> None:
        self._offer()
        chosen = self.chosen
        for kind, box in self.boxes.items():
            box.setVisible(kind is chosen)
            self._words[kind].setVisible(kind is chosen)
        self.boxes[Kind.END].put(self._training.wanted.steps)
        # Until the run has begun the engine holds to the goal that it was asked for.
        self.setEnabled(self._training.phase is not Phase.PREPARING)


def _count_box(name: str, tip: str, value: int) -> WholeBox:
    box = WholeBox(name, tip, 1, STEPS_MOST)
    box.setValue(value)
    return box


def _loss_box(name: str, value: float) -> FineBox:
    box = FineBox(name, tr(LOSS_TIP, steps=m.GOAL_STEPS), 0.001, 99, 3)
    box.setValue(value)
    return box
