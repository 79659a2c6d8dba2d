"""Which model is looked at, what it is trained on, and where."""

from functools import partial
from pathlib import Path

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QMenu, QToolButton

from bertscope.gui.controls import label
from bertscope.gui.run.telling import AFTER_RESET
from bertscope.gui.run.training import Phase, Training
from bertscope.recipe import BUILT_IN
from bertscope.wire.messages import DeviceInfo, ModelInfo

AUTO = "auto"
CORPUS_TIP = "What is trained on, and where a random B comes from; a run keeps its own until reset"
DEVICE_TIP = "Where training runs; auto takes a GPU where there is one"


class TopBar(QFrame):
    """Model, corpus and device.

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
        self.model = _menu_button("Model")
        self.corpus = _menu_button("Corpus")
        self.corpus.setToolTip(CORPUS_TIP)
        self.device = QComboBox()
        self.device.setAccessibleName("Device to train on")
        self.device.setToolTip(DEVICE_TIP)
        self.device.addItem("auto", AUTO)
        self.device.activated.connect(self._device_chosen)
        menu = QMenu(self.model)
        menu.addAction("The model that ships", self.shipped_model_wanted.emit)
        menu.addAction("Open a model folder …", self.model_wanted.emit)
        menu.addAction("Load from the Hub …", self.hub_wanted.emit)
        self.model.setMenu(menu)
        menu = QMenu(self.corpus)
        for corpus, words in BUILT_IN.items():
            menu.addAction(f"{words} (built in)", partial(self.built_in_wanted.emit, corpus))
        menu.addAction("Open a text file …", self.corpus_wanted.emit)
        menu.addAction("Open a folder of text files …", self.corpus_folder_wanted.emit)
        self.corpus.setMenu(menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 12, 5)
        row.setSpacing(8)
        row.addWidget(self.model)
        row.addWidget(self.corpus)
        self._device_words = label("Device")
        row.addWidget(self._device_words)
        row.addWidget(self.device)
        row.addStretch(1)
        self._open: tuple[ModelInfo | None, str] = (None, "")
        self._step: int | None = None
        training.changed.connect(self.show_training)
        self.show_training()

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
        words = f"Model  {name}"
        if model is not None:
            words += f" · {model.layers} layers · {model.width} wide · {_count(model.parameters)}"
        self.model.setText(f"{words}  ▾")

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
        name = BUILT_IN.get(recipe.corpus) or Path(recipe.corpus).name
        after = f", {AFTER_RESET}" if "corpus" in waiting else ""
        self.corpus.setText(f"Corpus  {name}{after}  ▾")
        after = f", {AFTER_RESET}" if "device" in waiting else ""
        self._device_words.setText(f"Device{after}")
        self._show_device(recipe.device)
        self._name_model()

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
