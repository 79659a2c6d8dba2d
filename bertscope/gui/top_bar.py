"""Which model is looked at, what it is trained on, and where."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QMenu, QToolButton

from bertscope.gui.controls import label
from bertscope.gui.run.telling import AFTER_RESET
from bertscope.gui.run.training import Phase, Training
from bertscope.gui.task.switch import TaskSwitch
from bertscope.gui.task.words import counted, described, task_name
from bertscope.recipe import BUILT_IN
from bertscope.task import Task, TaskFacts
from bertscope.wire.messages import DeviceInfo, ModelInfo

AUTO = "auto"
CORPUS_TIP = "What is trained on, and where a random B comes from; a run keeps its own until reset"
DATA_TIP = "The labelled examples that are trained on; a run keeps its own until reset"
DEVICE_TIP = "Where training runs; auto takes a GPU where there is one"
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
        self.model = _menu_button("Model")
        self.switch = TaskSwitch(training)
        self.corpus = _menu_button("Corpus")
        self.device = QComboBox()
        self.device.setAccessibleName("Device to train on")
        self.device.setToolTip(DEVICE_TIP)
        self.device.addItem("auto", AUTO)
        self.device.activated.connect(self._device_chosen)
        self._make_menus()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 12, 5)
        row.setSpacing(8)
        row.addWidget(self.model)
        row.addWidget(self.switch)
        row.addWidget(self.corpus)
        self._device_words = label("Device")
        row.addWidget(self._device_words)
        row.addWidget(self.device)
        row.addStretch(1)
        self._open: tuple[ModelInfo | None, str] = (None, "")
        self._step: int | None = None
        training.changed.connect(self.show_training)
        self.show_training()

    def _make_menus(self) -> None:
        menu = QMenu(self.model)
        menu.addAction("The model that ships", self.shipped_model_wanted.emit)
        menu.addAction("Open a model folder …", self.model_wanted.emit)
        menu.addAction("Load from the Hub …", self.hub_wanted.emit)
        self.model.setMenu(menu)
        self._corpora = menu = QMenu(self.corpus)
        for corpus, words in BUILT_IN.items():
            menu.addAction(f"{words} (built in)", partial(self.built_in_wanted.emit, corpus))
        menu.addAction("Open a text file …", self.corpus_wanted.emit)
        menu.addAction("Open a folder of text files …", self.corpus_folder_wanted.emit)

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
        short, words = f"Model  {name}", f"Model  {name}"
        if model is not None:
            words += f" · {model.layers} layers · {model.width} wide · {_count(model.parameters)}"
        self.model.setToolTip("" if words == short else words)
        self._say(self.model, words, short, short, name)

    def _run_words(self) -> str:
        training = self._training
        if self._step is not None:
            return f"the run at step {self._step:,}"
        match training.phase:
            case Phase.BROKEN:
                return f"the run at step {training.step:,}"
            case Phase.FINISHED:
                return "just trained"
        return "in training"

    def show_devices(self, devices: list[DeviceInfo]) -> None:
        self.device.clear()
        self.device.addItem(f"auto · {devices[0].label}", AUTO)
        for device in devices:
            self.device.addItem(device.label, device.name)
        self.show_training()

    def show_training(self) -> None:
        recipe, waiting = self._training.wanted, self._training.needs_reset
        is_after = "task" in waiting or "corpus" in waiting
        if recipe.task is None:
            self._name_corpus(recipe.corpus, after=is_after)
        else:
            self._name_data(recipe.task, after=is_after)
        after = f", {AFTER_RESET}" if "device" in waiting else ""
        self._device_words.setText(f"Device{after}")
        self._show_device(recipe.device)
        self._name_model()

    def show_facts(self, facts: TaskFacts | None) -> None:
        """Take what is known of the labelled data; None where that is nothing."""
        if facts != self._facts:
            self._facts = facts
            self.show_training()

    def _name_corpus(self, corpus: str, *, after: bool) -> None:
        name = BUILT_IN.get(corpus) or Path(corpus).name
        words = f"{name}, {AFTER_RESET}" if after else name
        self.corpus.setMenu(self._corpora)
        self.corpus.setAccessibleName("Corpus")
        self.corpus.setToolTip(CORPUS_TIP)
        self._say(self.corpus, *[f"Corpus  {words}"] * 3, words)

    def _name_data(self, task: Task, *, after: bool) -> None:
        """Name the labelled data, with its size once the engine has told it."""
        facts = self._facts
        name = task_name(task)
        short = f"{name}, {AFTER_RESET}" if after else name
        words = f"{short} · {counted(facts)}" if facts else short
        self.corpus.setMenu(self.switch.menu)
        self.corpus.setAccessibleName("Labelled data")
        self.corpus.setToolTip(f"{described(facts)}\n\n{DATA_TIP}" if facts else DATA_TIP)
        self._say(self.corpus, f"Data  {words}", f"Data  {words}", f"Data  {short}", short)

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
            self.device.addItem(f"{name}, not here", name)
        self.device.setCurrentIndex(self.device.findData(name))

    def _device_chosen(self) -> None:
        recipe = msgspec.structs.replace(self._training.wanted, device=self.device.currentData())
        self._training.set_recipe(recipe)


def _count(parameters: int) -> str:
    return f"{parameters / 1e6:.1f} M parameters"


def _menu_button(name: str) -> QToolButton:
    button = QToolButton()
    button.setAccessibleName(name)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    return button
