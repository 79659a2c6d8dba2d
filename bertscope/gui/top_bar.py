"""Which model is looked at, what it is trained on, and where."""

from functools import partial
from pathlib import Path

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QToolButton,
)

from bertscope.gui.run.training import Phase, Training
from bertscope.recipe import BUILT_IN
from bertscope.wire.messages import DeviceInfo, ModelInfo

AUTO = "auto"


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
        self.device = QComboBox()
        self.device.setAccessibleName("Device to train on")
        self.device.setToolTip("Where training runs; auto takes a GPU where there is one")
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
        label = QLabel("Device")
        label.setProperty("role", "muted")
        row.addWidget(label)
        row.addWidget(self.device)
        row.addStretch(1)
        self._open: tuple[ModelInfo | None, str] = (None, "")
        training.changed.connect(self.show_training)
        self.show_training()

    def show_model(self, model: ModelInfo | None, name: str) -> None:
        """Name the open model, with its size once the engine has told it."""
        self._open = (model, name)
        self._name_model()

    def _name_model(self) -> None:
        """Say what is looked at: a model that learns is, and then the open one isn't."""
        model, name = self._open
        if self._training.model is not None and self._training.is_live:
            finished = self._training.phase is Phase.FINISHED
            model, name = self._training.model, "just trained" if finished else "in training"
        words = f"Model  {name}"
        if model is not None:
            words += f" · {model.layers} layers · {model.width} wide · {_count(model.parameters)}"
        self.model.setText(f"{words}  ▾")

    def show_devices(self, devices: list[DeviceInfo]) -> None:
        self.device.clear()
        self.device.addItem(f"auto · {devices[0].label}", AUTO)
        for device in devices:
            self.device.addItem(device.label, device.name)
        self.show_training()

    def show_training(self) -> None:
        recipe, phase = self._training.recipe, self._training.phase
        name = BUILT_IN.get(recipe.corpus) or Path(recipe.corpus).name
        self.corpus.setText(f"Corpus  {name}  ▾")
        self.device.setCurrentIndex(max(0, self.device.findData(recipe.device)))
        free = phase is Phase.IDLE
        for widget in (self.corpus, self.device):
            widget.setEnabled(free)
        self._name_model()

    def _device_chosen(self) -> None:
        recipe = msgspec.structs.replace(self._training.recipe, device=self.device.currentData())
        self._training.set_recipe(recipe)


def _count(parameters: int) -> str:
    return f"{parameters / 1e6:.1f} M parameters"


def _menu_button(name: str) -> QToolButton:
    button = QToolButton()
    button.setAccessibleName(name)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    return button
