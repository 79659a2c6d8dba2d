"""The choices of a fine-tuning: where it starts, what is trained, and on how much."""

import msgspec
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from bertscope.gui.controls import choices, choose, combo, label
from bertscope.gui.flow import Flow
from bertscope.gui.language import marked, tr
from bertscope.gui.opening import spoken
from bertscope.gui.run.telling import AFTER_RESET
from bertscope.gui.run.training import Training
from bertscope.gui.spin_boxes import FineBox, WholeBox
from bertscope.gui.theme import Appearance
from bertscope.recipe import Recipe
from bertscope.task import Start, Task, TaskFacts

MOST_EXAMPLES = 10_000_000
TRAINED = (marked("everything"), marked("only the head"))
START_TIP = marked(
    "Pre-trained weights know the language already; with random ones of the same shape all must "
    "come from the labelled examples. The head is new either way"
)
TRAINED_TIP = marked(
    "Fine-tuning moves all weights. With only the head the encoder stays as it was pre-trained: "
    "what is right then was there before"
)
EXAMPLES_TIP = marked(
    "How many of the labelled examples are trained on, drawn by the seed; 10 are part of 30. The "
    "fewer there are, the more pre-training is worth"
)
EPOCHS_TIP = marked(
    "How often each labelled example is seen, about: steps × batch ÷ examples. BERT was fine-tuned "
    "for 2 to 4"
)


class TaskControls(QWidget):
    """A control for each choice that only a fine-tuning has."""

    def __init__(self, training: Training, appearance: Appearance) -> None:
        super().__init__()
        self._training, self._appearance = training, appearance
        self._facts: TaskFacts | None = None
        self._make()
        self._lay_out()
        self._connect()
        self._set_sizes()
        self.show_training()

    def _make(self) -> None:
        self.start = choices(Start, tr("Weights to start from"), tr(START_TIP))
        trained = [tr(words) for words in TRAINED]
        self.trained = combo(trained, tr("What is trained"), tr(TRAINED_TIP))
        self.examples = WholeBox(tr("Labelled examples"), tr(EXAMPLES_TIP), 0, MOST_EXAMPLES)
        self.examples.setSpecialValueText(tr("all"))
        self.of_all = label("", tip=tr(EXAMPLES_TIP))
        self.epochs = FineBox(tr("Epochs"), tr(EPOCHS_TIP), 0.001, 10_000, 3)
        self._after: dict[str, QLabel] = {
            name: label(tr(AFTER_RESET), "after") for name in ("start", "head_only", "examples")
        }

    def _lay_out(self) -> None:
        flow, after = Flow(gap=4), self._after
        flow.add(label(tr("from"), tip=tr(START_TIP)), self.start, after["start"])
        flow.add(label(tr("train"), tip=tr(TRAINED_TIP)), self.trained, after["head_only"])
        words = label(tr("examples"), tip=tr(EXAMPLES_TIP))
        flow.add(words, self.examples, self.of_all, after["examples"])
        self._epochs_words = label(tr("epochs"), tip=tr(EPOCHS_TIP))
        flow.add(self._epochs_words, self.epochs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(flow)

    def _connect(self) -> None:
        self.start.activated.connect(lambda: self._set(start=Start(self.start.currentData())))
        self.trained.activated.connect(lambda at: self._set(head_only=at == 1))
        self.examples.valueChanged.connect(lambda count: self._set(examples=count))
        self.epochs.valueChanged.connect(self._epochs_chosen)
        self._training.changed.connect(self.show_training)
        self._appearance.changed.connect(self._set_sizes)

    def interpret(self) -> None:
        """Take what is typed but not yet entered."""
        self.examples.interpretText()
        self.epochs.interpretText()

    # --- Doing ----------------------------------------------------------------------------------

    def _set(self, **changes: Start | bool | int) -> None:
        wanted = self._training.wanted
        if wanted.task is not None:
            task = msgspec.structs.replace(wanted.task, **changes)
            self._training.set_recipe(msgspec.structs.replace(wanted, task=task))

    def _epochs_chosen(self, epochs: float) -> None:
        wanted, count = self._training.wanted, self._count(self._training.wanted)
        if count:
            steps = max(1, round(epochs * count / wanted.batch_size))
            self._training.set_recipe(msgspec.structs.replace(wanted, steps=steps))

    # --- Showing --------------------------------------------------------------------------------

    def show_facts(self, facts: TaskFacts | None) -> None:
        """Take what is known of the data; None where that is nothing."""
        if facts != self._facts:
            self._facts = facts
            self.show_training()

    def show_training(self) -> None:
        wanted = self._training.wanted
        task = wanted.task
        self.setVisible(task is not None)
        if task is None:
            return
        self.start.setItemText(0, tr("pre-trained {model}", model=spoken(wanted.start)))
        choose(self.start, task.start.value)
        self.trained.setCurrentIndex(int(task.head_only))
        self.examples.put(task.examples)
        self._show_counts(wanted)
        self._show_waiting(task)

    def _show_counts(self, wanted: Recipe) -> None:
        count = self._count(wanted)
        self.of_all.setText(tr("of {count:,}", count=self._facts.train) if self._facts else "")
        for part in (self._epochs_words, self.epochs):
            part.setVisible(count > 0)
        if count:
            self.epochs.put(wanted.steps * wanted.batch_size / count)

    def _count(self, wanted: Recipe) -> int:
        """Examples that are trained on; 0 where that isn't known."""
        most = self._facts.train if self._facts else 0
        chosen = wanted.task.examples if wanted.task else 0
        return min(chosen, most) if chosen and most else chosen or most

    def _show_waiting(self, task: Task) -> None:
        """Of another task all of it waits, which is said beside its name."""
        held = self._training.recipe.task
        waits = "task" in self._training.needs_reset and held and held.data == task.data
        for name, mark in self._after.items():
            mark.setVisible(bool(waits) and getattr(held, name) != getattr(task, name))

    def _set_sizes(self) -> None:
        px = self._appearance.theme.px
        for box, width in (
            (self.start, 196),
            (self.trained, 122),
            (self.examples, 62),
            (self.epochs, 58),
        ):
            box.setFixedWidth(px(width))
