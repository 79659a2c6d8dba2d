"""Which model is looked at, what it is trained on, and where."""

import re
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import msgspec
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QMenu,
    QStyleOptionComboBox,
    QToolButton,
)

from bertscope.gui.controls import label
from bertscope.gui.language import marked, tr
from bertscope.gui.language.said import said
from bertscope.gui.run.telling import AFTER_RESET
from bertscope.gui.run.training import Phase, Training
from bertscope.gui.task.switch import TaskSwitch
from bertscope.gui.task.words import counted, described, task_name
from bertscope.recipe import BUILT_IN
from bertscope.task import Task, TaskFacts
from bertscope.wire.messages import DeviceInfo, ModelInfo

AUTO = "auto"
CORPUS_TIP = marked(
    "What is trained on, and where a random B comes from; a run keeps its own until reset"
)
DATA_TIP = marked("The labelled examples that are trained on; a run keeps its own until reset")
DEVICE_TIP = marked("Where training runs; auto takes a GPU where there is one")
BREVITIES = 4
"""From all that is known, by less of model and data, to their names alone."""


class TopBar(QFrame):
    """Model, what is trained, corpus or labelled data, and device.

    Attributes
    ----------
    switch
        Pre-training or fine-tuning.

    Signals
    -------
    model_wanted, shipped_model_wanted, hub_wanted, corpus_wanted, corpus_folder_wanted
        An entry of a menu was chosen.
    built_in_wanted(name)
        A corpus that ships was chosen.
    """

    model_wanted = Signal()
    shipped_model_wanted = Signal()
    hub_wanted = Signal()
    corpus_wanted = Signal()
    corpus_folder_wanted = Signal()
    built_in_wanted = Signal(str)

    def __init__(self, training: Training) -> None:
        super().__init__()
        self._training = training
        self._spoken: dict[QToolButton, Sequence[str]] = {}
        self._brevity = 0
        self._facts: TaskFacts | None = None
        self.model = _menu_button(tr("Model"))
        self.switch = TaskSwitch(training)
        self.corpus = _menu_button(tr("Corpus"))
        self.device = DeviceBox()
        self.device.setAccessibleName(tr("Device to train on"))
        self.device.setToolTip(tr(DEVICE_TIP))
        self.device.addItem(tr("auto"), AUTO)
        self.device.activated.connect(self._device_chosen)
        self._make_menus()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 12, 5)
        row.setSpacing(8)
        row.addWidget(self.model)
        row.addWidget(self.switch)
        row.addWidget(self.corpus)
        self._device_words = label(tr("Device"))
        row.addWidget(self._device_words)
        row.addWidget(self.device)
        row.addStretch(1)
        self._open: tuple[ModelInfo | None, str] = (None, "")
        self._step: int | None = None
        training.changed.connect(self.show_training)
        training.stepped.connect(self._name_model)  # A run of before tells its numbers later.
        self.show_training()

    def _make_menus(self) -> None:
        menu = QMenu(self.model)
        menu.addAction(tr("The model that ships"), self.shipped_model_wanted.emit)
        menu.addAction(tr("Open a model folder …"), self.model_wanted.emit)
        menu.addAction(tr("Load from the Hub …"), self.hub_wanted.emit)
        self.model.setMenu(menu)
        self._corpora = menu = QMenu(self.corpus)
        for corpus, words in BUILT_IN.items():
            entry = tr("{corpus} (built in)", corpus=tr(words))
            menu.addAction(entry, partial(self.built_in_wanted.emit, corpus))
        menu.addAction(tr("Open a text file …"), self.corpus_wanted.emit)
        menu.addAction(tr("Open a folder of text files …"), self.corpus_folder_wanted.emit)

    def show_model(self, model: ModelInfo | None, name: str) -> None:
        """Name the open model, with its size once the engine has told it."""
        self._open = (model, name)
        self._name_model()

    def show_step(self, step: int | None) -> None:
        """Name the step of the run that is looked at; None where its newest is followed."""
        self._step = step
        self._name_model()

    def _name_model(self) -> None:
        """Say what is looked at: where there is a run it is, and then the open model isn't."""
        model, name = self._open
        if self._training.model is not None:
            model, name = self._training.model, self._run_words()
        words = short = tr("Model  {name}", name=name)
        if model is not None:
            words = f"{short} · {_size(model)}"
        self.model.setToolTip("" if words == short else words)
        self._say(self.model, words, short, short, name)

    def _run_words(self) -> str:
        training = self._training
        if self._step is not None:
            return tr("the run at step {step:,}", step=self._step)
        match training.phase:
            case Phase.BROKEN:
                return tr("the run at step {step:,}", step=training.step)
            case Phase.FINISHED:
                return tr("just trained")
        return tr("in training")

    def show_devices(self, devices: list[DeviceInfo]) -> None:
        self.device.clear()
        self.device.addItem(f"{tr('auto')} · {said(devices[0].label)}", AUTO)
        for device in devices:
            self.device.addItem(said(device.label), device.name)
        self.show_training()

    def show_training(self) -> None:
        recipe, waiting = self._training.wanted, self._training.needs_reset
        is_after = "task" in waiting or "corpus" in waiting
        if recipe.task is None:
            self._name_corpus(recipe.corpus, after=is_after)
        else:
            self._name_data(recipe.task, after=is_after)
        self._device_words.setText(_waiting(tr("Device"), after="device" in waiting))
        self._show_device(recipe.device)
        self._name_model()

    def show_facts(self, facts: TaskFacts | None) -> None:
        """Take what is known of the labelled data; None where that is nothing."""
        if facts != self._facts:
            self._facts = facts
            self.show_training()

    def _name_corpus(self, corpus: str, *, after: bool) -> None:
        name = tr(BUILT_IN[corpus]) if corpus in BUILT_IN else Path(corpus).name
        words = _waiting(name, after=after)
        self.corpus.setMenu(self._corpora)
        self.corpus.setAccessibleName(tr("Corpus"))
        self.corpus.setToolTip(tr(CORPUS_TIP))
        self._say(self.corpus, *[tr("Corpus  {name}", name=words)] * 3, words)

    def _name_data(self, task: Task, *, after: bool) -> None:
        """Name the labelled data, with its size once the engine has told it."""
        facts = self._facts
        name = _waiting(task_name(task), after=after)
        short = tr("Data  {name}", name=name)
        words = f"{short} · {counted(facts)}" if facts else short
        self.corpus.setMenu(self.switch.menu)
        self.corpus.setAccessibleName(tr("Labelled data"))
        tip = tr(DATA_TIP)
        self.corpus.setToolTip(f"{described(facts)}\n\n{tip}" if facts else tip)
        self._say(self.corpus, words, words, short, name)

    # --- Room -----------------------------------------------------------------------------------

    @property
    def least_width(self) -> int:
        """Pixels that the bar takes when it says least."""
        return self._width(BREVITIES - 1)

    def fit(self, room: int) -> None:
        """Say as much as there is room for, in pixels."""
        fitting = (b for b in range(BREVITIES) if self._width(b) <= room)
        self._brevity = next(fitting, BREVITIES - 1)
        for button in self._spoken:
            button.setText(self._worded(button, self._brevity))

    def _say(self, button: QToolButton, *words: str) -> None:
        """Take what a button says, the longest first, and say what there is room for."""
        self._spoken[button] = words
        button.setText(self._worded(button, self._brevity))

    def _worded(self, button: QToolButton, brevity: int) -> str:
        return f"{self._spoken[button][brevity]}  ▾"

    def _width(self, brevity: int) -> int:
        """Pixels that the bar takes: reckoned, for to say it first would lay all out anew."""
        longer = 0
        for button in self._spoken:
            width = button.fontMetrics().horizontalAdvance
            longer += width(self._worded(button, brevity)) - width(button.text())
        return self.sizeHint().width() + longer

    def _show_device(self, name: str) -> None:
        """One that isn't here is named all the same: a run of another machine may ask for it."""
        if self.device.findData(name) < 0:
            self.device.addItem(tr("{name}, not here", name=name), name)
        self.device.setCurrentIndex(self.device.findData(name))

    def _device_chosen(self) -> None:
        recipe = msgspec.structs.replace(self._training.wanted, device=self.device.currentData())
        self._training.set_recipe(recipe)


def _size(model: ModelInfo) -> str:
    return tr(
        "{layers} layers · {width} wide · {millions:.1f} M parameters",
        layers=model.layers,
        width=model.width,
        millions=model.parameters / 1e6,
    )


def _waiting(words: str, *, after: bool) -> str:
    """What is chosen, and that it is taken only after a reset where that is so."""
    return f"{words}, {tr(AFTER_RESET)}" if after else words


def _menu_button(name: str) -> QToolButton:
    button = QToolButton()
    button.setAccessibleName(name)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    return button


class DeviceBox(QComboBox):
    """Says only what a device is called while it is closed; the list tells more of each.

    It is as wide as the longest of these names needs, whatever more the list tells.
    """

    def __init__(self) -> None:
        super().__init__()
        # By the contents it would widen whenever it is shown again, as after presenting.
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.setSizeAdjustPolicy(policy)
        self.model().rowsInserted.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return self._widened(super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        return self._widened(super().minimumSizeHint())

    def _widened(self, bare: QSize) -> QSize:
        """The size of a box without words, with room for the longest name."""
        width = self.fontMetrics().horizontalAdvance
        names = (short_name(self.itemText(row)) for row in range(self.count()))
        return bare + QSize(max(map(width, names), default=0), 0)

    def showPopup(self) -> None:
        view = self.view()
        view.setMinimumWidth(view.sizeHintForColumn(0))
        super().showPopup()

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        option.currentText = short_name(option.currentText)


def short_name(device: str) -> str:
    """What stands before a device's particulars: CPU of "CPU, 2 cores"."""
    return re.split(" · |, |，", device)[0]
