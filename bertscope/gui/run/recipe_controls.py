"""The choices of a training session: those that act at once, and those of the next run."""

from collections.abc import Callable
from functools import partial

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from bertscope.gui.controls import choices, choose, combo, label, push_button
from bertscope.gui.flow import Flow
from bertscope.gui.language import marked, tr
from bertscope.gui.run.telling import AFTER_RESET, MEGA, kept, size_words
from bertscope.gui.run.training import Training
from bertscope.gui.spin_boxes import FineBox, WholeBox
from bertscope.gui.task.task_controls import TaskControls
from bertscope.gui.theme import Appearance
from bertscope.recipe import PRESETS, Optimizer, Recipe
from bertscope.text.masking import Unit
from bertscope.text.rolls import SEEDS

CONTINUE = marked("open model")
LOSSES = {
    marked("both losses"): (1.0, 1.0),
    marked("masked LM only"): (1.0, 0.0),
    marked("next sentence only"): (0.0, 1.0),
}
"""What each loss counts for in the sum that is minimised: masked LM, next sentence."""
OPTIMIZERS = {Optimizer.MUON: "Muon + AdamW", Optimizer.ADAMW: "AdamW"}

RATE_TIP = marked(
    "AdamW's learning rate at its peak: how far a step moves embeddings, biases and heads, and "
    "with AdamW alone everything. It warms up to this and falls to zero at the last step"
)
MATRIX_TIP = marked(
    "Muon's learning rate at its peak: how far a step moves the matrices inside the encoder"
)
BATCH_TIP = marked(
    "Pairs or examples a step: more of them make the gradient less noisy and the step slower"
)
MASK_TIP = marked("Share of the tokens that is chosen and predicted; BERT's is 15 %")
UNIT_TIP = marked("What is chosen as one: a token, all tokens of a word, or several words in a row")
LOSSES_TIP = marked(
    "What counts in the loss that is minimised; the other one is still measured. RoBERTa left out "
    "the next sentence"
)
BUDGET_TIP = marked(
    "Room on the engine's disk for the weights of past steps, so that the sentence can be looked "
    "at as the model was then; when it is full, steps between are let go of"
)
PRESET_TIP = marked(
    "What is trained: random weights of one of BERT's sizes, or the open model's weights"
)
LENGTH_TIP = marked("Tokens a pair has at the most, with [CLS] and [SEP]; BERT began with 128")
OPTIMIZER_TIP = marked(
    "Muon makes each update of the encoder's matrices as large in all directions; AdamW does the "
    "rest, or all"
)
SEED_TIP = marked("Of weights, pairs, masks and dropout: the same seed gives the same run")


class RecipeControls(QWidget):
    """A control for each choice; the wanted value stands in it.

    What only pre-training or only a fine-tuning has is hidden where it is without meaning.

    Signals
    -------
    continue_chosen(bool)
        Whether to start from the open model's weights instead of random ones.
    """

    continue_chosen = Signal(bool)

    def __init__(self, training: Training, appearance: Appearance) -> None:
        super().__init__()
        self.setObjectName("recipe")
        self._training, self._appearance = training, appearance
        self.task = TaskControls(training, appearance)
        self._make_live()
        self._make_later()
        self._after: dict[str, QLabel] = {}
        self._lay_out()
        self._connect()
        self._set_sizes()
        self.show_training()

    def _make_live(self) -> None:
        self.rate = FineBox(tr("Learning rate of AdamW"), tr(RATE_TIP), 1e-7, 10, 7)
        self.matrix_rate = FineBox(tr("Learning rate of Muon"), tr(MATRIX_TIP), 1e-7, 10, 7)
        self.half = push_button("÷ 2", tr("Halve the learning rate, both where there are two"))
        self.twice = push_button("× 2", tr("Double the learning rate, both where there are two"))
        self.batch = WholeBox(tr("Batch size"), tr(BATCH_TIP), 1, 65_536)
        self.mask_rate = FineBox(
            tr("Share of tokens that is masked"), tr(MASK_TIP), 0.1, 100, 1, " %"
        )
        self.unit = choices(Unit, tr("What is masked as one"), tr(UNIT_TIP))
        self.losses = combo(
            [tr(words) for words in LOSSES], tr("What the losses count for"), tr(LOSSES_TIP)
        )
        self.budget = WholeBox(tr("Room for past steps"), tr(BUDGET_TIP), 0, 9_999_999, " MB")
        self.budget.setSingleStep(64)
        self.kept = label("", tip=tr(BUDGET_TIP))

    def _make_later(self) -> None:
        self.preset = combo((), tr("What is trained"), tr(PRESET_TIP))
        for name in PRESETS:
            self._offer(self.preset, name, name, size_words(name))
        open_model = tr("The weights of the model that is open")
        self._offer(self.preset, tr(CONTINUE), CONTINUE, open_model)
        self.length = WholeBox(tr("Length of the pairs"), tr(LENGTH_TIP), 8, 512)
        self.optimizer = combo((), tr("Optimizer"), tr(OPTIMIZER_TIP))
        for optimizer, words in OPTIMIZERS.items():
            self._offer(self.optimizer, words, optimizer, tr(OPTIMIZER_TIP))
        self.seed = WholeBox(tr("Seed of the run"), tr(SEED_TIP), 0, SEEDS - 1)
        self.seed.setGroupSeparatorShown(False)

    @staticmethod
    def _offer(box: QComboBox, words: str, data: str, tip: str) -> None:
        box.addItem(words, data)
        box.setItemData(box.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)

    def _lay_out(self) -> None:
        """In an order that fills the rows of a narrow panel."""
        flow = Flow(gap=4)
        self._muon = label("Muon", tip=tr(MATRIX_TIP))
        flow.add(label(tr("learning rate"), tip=tr(RATE_TIP)), self.rate)
        flow.add(self._muon, self.matrix_rate)
        flow.add(self.half, self.twice)
        flow.add(label(tr("batch"), tip=tr(BATCH_TIP)), self.batch)
        losses = label(tr("minimise"), tip=tr(LOSSES_TIP)), self.losses
        masks = label(tr("masks"), tip=tr(MASK_TIP)), self.mask_rate, self.unit
        for parts in (losses, masks):
            flow.add(*parts)
        train = self._add_later(flow, tr("train"), "preset", self.preset)
        self._add_later(flow, tr("optimizer"), "optimizer", self.optimizer)
        self._add_later(flow, tr("seed"), "seed", self.seed)
        self._add_later(flow, tr("length"), "max_length", self.length)
        flow.add(label(tr("keep"), tip=tr(BUDGET_TIP)), self.budget, self.kept)
        self._of_pretraining: tuple[QWidget, ...] = (*losses, *masks, *train)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.task)
        column.addWidget(flow)

    def _add_later(
        self, flow: Flow, words: str, field: str, box: QWidget
    ) -> tuple[QWidget, QWidget]:
        named = label(words, tip=box.toolTip())
        self._after[field] = label(tr(AFTER_RESET), "after")
        flow.add(named, box, self._after[field])
        return named, box

    def _connect(self) -> None:
        for box, field in (
            (self.rate, "learning_rate"),
            (self.matrix_rate, "matrix_learning_rate"),
            (self.batch, "batch_size"),
            (self.length, "max_length"),
            (self.seed, "seed"),
        ):
            box.valueChanged.connect(partial(self._set, field))
        self.half.clicked.connect(lambda: self._scale_rates(0.5))
        self.twice.clicked.connect(lambda: self._scale_rates(2.0))
        self.mask_rate.valueChanged.connect(lambda share: self._set_mask(rate=share / 100))
        self.unit.activated.connect(lambda at: self._set_mask(unit=list(Unit)[at]))
        self.losses.activated.connect(self._losses_chosen)
        self.budget.valueChanged.connect(lambda mega: self._set("snapshot_bytes", mega * MEGA))
        self.preset.activated.connect(self._preset_chosen)
        self.optimizer.activated.connect(
            lambda: self._set("optimizer", Optimizer(self.optimizer.currentData()))
        )
        self._training.changed.connect(self.show_training)
        self._training.reported.connect(self._show_kept)
        self._appearance.changed.connect(self._set_sizes)

    def interpret(self) -> None:
        """Take what is typed but not yet entered."""
        self.task.interpret()
        for box in self._boxes:
            box.interpretText()

    @property
    def _boxes(self) -> tuple[WholeBox | FineBox, ...]:
        rates = self.rate, self.matrix_rate, self.mask_rate
        return (*rates, self.batch, self.budget, self.length, self.seed)

    # --- Doing ----------------------------------------------------------------------------------

    def _set(self, field: str, value: object) -> None:
        self._want(lambda recipe: msgspec.structs.replace(recipe, **{field: value}))

    def _set_mask(self, **numbers: float | Unit) -> None:
        mask = msgspec.structs.replace(self._training.wanted.mask, **numbers)
        self._set("mask", mask)

    def _scale_rates(self, factor: float) -> None:
        """Both at once: exact, so that halving and doubling bring back what was."""
        self.interpret()
        self._want(
            lambda recipe: msgspec.structs.replace(
                recipe,
                learning_rate=recipe.learning_rate * factor,
                matrix_learning_rate=recipe.matrix_learning_rate * factor,
            )
        )

    def _losses_chosen(self, at: int) -> None:
        if at < len(LOSSES):
            mlm, nsp = list(LOSSES.values())[at]
            self._want(
                lambda recipe: msgspec.structs.replace(recipe, mlm_weight=mlm, nsp_weight=nsp)
            )

    def _preset_chosen(self) -> None:
        name = self.preset.currentData()
        if name != CONTINUE:
            self._want(lambda recipe: msgspec.structs.replace(recipe, preset=name, start=""))
        self.continue_chosen.emit(name == CONTINUE)

    def _want(self, change: Callable[[Recipe], Recipe]) -> None:
        self._training.set_recipe(change(self._training.wanted))

    # --- Showing --------------------------------------------------------------------------------

    def show_training(self) -> None:
        recipe = self._training.wanted
        self.rate.put(recipe.learning_rate)
        self.matrix_rate.put(recipe.matrix_learning_rate)
        self.batch.put(recipe.batch_size)
        self.mask_rate.put(recipe.mask.rate * 100)
        self.budget.put(round(recipe.snapshot_bytes / MEGA))
        self.length.put(recipe.max_length)
        self.seed.put(recipe.seed)
        choose(self.unit, recipe.mask.unit.value)
        choose(self.preset, CONTINUE if recipe.start else recipe.preset)
        self.optimizer.setCurrentText(OPTIMIZERS[recipe.optimizer])
        for part in (self._muon, self.matrix_rate):
            part.setVisible(recipe.optimizer is Optimizer.MUON)
        for widget in self._of_pretraining:
            widget.setVisible(recipe.task is None)
        self._show_losses(recipe.mlm_weight, recipe.nsp_weight)
        self._show_waiting()
        self._show_kept()

    def _show_losses(self, mlm: float, nsp: float) -> None:
        """Weights that the command line set are offered too, as long as they hold."""
        offered = list(LOSSES.values())
        while self.losses.count() > len(LOSSES):
            self.losses.removeItem(len(LOSSES))
        if (mlm, nsp) not in offered:
            offered.append((mlm, nsp))
            self.losses.addItem(tr("{mlm:g} × masked LM + {nsp:g} × next", mlm=mlm, nsp=nsp))
        self.losses.setCurrentIndex(offered.index((mlm, nsp)))

    def _show_waiting(self) -> None:
        waiting, is_task = self._training.needs_reset, self._training.wanted.task is not None
        for field, mark in self._after.items():
            waits = field in waiting or (field == "preset" and "start" in waiting)
            mark.setVisible(waits and not (is_task and field == "preset"))

    def _show_kept(self) -> None:
        self.kept.setText(kept(self._training.record))

    def _set_sizes(self) -> None:
        px = self._appearance.theme.px
        for box, width in (
            (self.rate, 74),
            (self.matrix_rate, 74),
            (self.batch, 60),
            (self.mask_rate, 58),
            (self.budget, 82),
            (self.length, 46),
            (self.seed, 60),
            (self.unit, 104),
            (self.losses, 150),
            (self.preset, 108),
            (self.optimizer, 146),
        ):
            box.setFixedWidth(px(width))
