"""Reset, play and pause, single step; what is trained and until when; how far it is."""

import msgspec
from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QProgressBar,
    QSizePolicy,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from bertscope.gui.controls import label
from bertscope.gui.run.training import Phase, Training
from bertscope.gui.theme import Appearance
from bertscope.gui.wording import duration
from bertscope.recipe import PRESETS

CONTINUE = "open model"
STEPS_MOST = 9_999_999


class Transport(QWidget):
    """The controls of the training session.

    Signals
    -------
    continue_chosen(bool)
        Whether to start from the open model's weights instead of random ones.
    """

    continue_chosen = Signal(bool)

    def __init__(self, training: Training, appearance: Appearance) -> None:
        super().__init__()
        self._training = training
        self._appearance = appearance
        self.reset = _button("Reset", "Let go of this run and start anew; the run stays on disk")
        self.play = _button("Play", "Train, or pause (Space)")
        self.step = _button("Step", "Train one step")
        self.preset = QComboBox()
        self.preset.setAccessibleName("What is trained")
        for name, (layers, width) in PRESETS.items():
            self.preset.addItem(name, name)
            tip = f"Random weights: {layers} layers, {width} wide"
            self.preset.setItemData(self.preset.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        self.preset.addItem(CONTINUE, CONTINUE)
        tip = "Go on from the weights of the model that is open"
        self.preset.setItemData(self.preset.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        self.steps = QSpinBox()
        self.steps.setAccessibleName("Stop at step")
        self.steps.setRange(1, STEPS_MOST)
        self.steps.setGroupSeparatorShown(True)
        self.steps.setKeyboardTracking(False)
        self.steps.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.number = label("000,000", "step")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.where = label("")
        self.where.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.speed = label("")
        self.speed.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.speed.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._lay_out()
        self._connect()
        self._set_theme()
        self.show_training()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.reset, self.play, self.step):
            row.addWidget(button)
        row.addSpacing(8)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(label("Step"))
        column.addWidget(self.number)
        row.addLayout(column)
        row.addStretch(1)
        choices = QGridLayout()
        choices.setHorizontalSpacing(6)
        choices.setVerticalSpacing(4)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        choices.addWidget(label("train"), 0, 0, right)
        choices.addWidget(self.preset, 0, 1)
        choices.addWidget(label("stop at"), 1, 0, right)
        choices.addWidget(self.steps, 1, 1)
        row.addLayout(choices)
        below = QHBoxLayout()
        below.addWidget(self.where, 1)
        below.addWidget(self.speed, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(6)
        page.addLayout(row)
        page.addWidget(self.progress)
        page.addLayout(below)

    def _connect(self) -> None:
        training = self._training
        self.reset.clicked.connect(training.reset)
        for button in (self.play, self.step):
            # A click leaves the focus where it was: what was typed there counts all the same.
            button.clicked.connect(self.steps.interpretText)
        self.play.clicked.connect(training.toggle)
        self.step.clicked.connect(training.single_step)
        self.preset.activated.connect(self._preset_chosen)
        self.steps.valueChanged.connect(self._steps_set)
        training.changed.connect(self.show_training)
        training.stepped.connect(self._show_numbers)
        self._appearance.changed.connect(self._set_theme)

    def _preset_chosen(self) -> None:
        name = self.preset.currentData()
        self.continue_chosen.emit(name == CONTINUE)
        if name != CONTINUE:
            recipe = msgspec.structs.replace(self._training.recipe, preset=name, start="")
            self._training.set_recipe(recipe)

    def _steps_set(self, steps: int) -> None:
        self._training.set_recipe(msgspec.structs.replace(self._training.recipe, steps=steps))

    # --- Showing --------------------------------------------------------------------------------

    def show_training(self) -> None:
        training, phase = self._training, self._training.phase
        recipe = training.recipe
        self.preset.setCurrentText(CONTINUE if recipe.start else recipe.preset)
        if self.steps.value() != recipe.steps:  # Else what is being typed there would be lost.
            with QSignalBlocker(self.steps):
                self.steps.setValue(recipe.steps)
        idle = phase in (Phase.IDLE, Phase.BROKEN)
        self.preset.setEnabled(phase is Phase.IDLE)
        self.preset.setToolTip("" if idle else "Press reset to train another size")
        self.reset.setEnabled(phase is not Phase.IDLE)
        self.play.setEnabled(training.can_play or phase is Phase.RUNNING)
        self.step.setEnabled(training.can_play)
        self._set_icons()
        self._show_numbers()

    def _show_numbers(self) -> None:
        training = self._training
        self.number.setText(f"{training.step:07,}")
        if training.phase is Phase.PREPARING:
            fraction = training.preparing.fraction
            self.progress.setRange(0, 0 if fraction is None else 1000)
            self.progress.setValue(round((fraction or 0) * 1000))
        else:
            self.progress.setRange(0, max(1, training.recipe.steps))
            self.progress.setValue(min(training.step, training.recipe.steps))
        self.where.setText(where(training))
        words = speed(training)
        self.speed.setText(words)
        self.speed.setVisible(bool(words))

    def _set_theme(self) -> None:
        theme = self._appearance.theme
        self._set_icons()
        for choice in (self.preset, self.steps):
            choice.setFixedWidth(theme.px(108))
        for button, size in ((self.reset, 34), (self.play, 46), (self.step, 34)):
            button.setFixedSize(theme.px(size), theme.px(size))
            button.setIconSize(QSize(theme.px(size * 0.5), theme.px(size * 0.5)))
            dark = button is self.play
            fill = theme.palette.text if dark else theme.palette.card
            button.setStyleSheet(
                f"QToolButton {{ background: {fill}; border-radius: {theme.px(size) // 2}px;"
                f" padding: 0; }} QToolButton:focus {{ border: 2px solid"
                f" {theme.palette.segment_a}; }} QToolButton:disabled {{ background:"
                f" {theme.palette.track}; }}"
            )

    def _set_icons(self) -> None:
        palette = self._appearance.theme.palette
        running = self._training.phase is Phase.RUNNING
        self.reset.setIcon(_icon("reset", palette.text))
        self.step.setIcon(_icon("step", palette.text))
        self.play.setIcon(_icon("pause" if running else "play", palette.card))
        self.play.setAccessibleName("Pause" if running else "Play")


def where(training: Training) -> str:
    """How far the session is, in words."""
    match training.phase:
        case Phase.IDLE:
            return "press play: a model learns to read, from nothing"
        case Phase.PREPARING:
            return f"{training.preparing.text} …"
        case Phase.BROKEN:
            return "stopped: play goes on from the last checkpoint"
        case Phase.FINISHED:
            return f"finished in {duration(training.seconds_elapsed)}"
    done = training.step / max(1, training.recipe.steps)
    words = f"{done:.0%} · {duration(training.seconds_elapsed)} elapsed"
    if training.phase is Phase.PAUSED:
        return f"{words} · paused"
    left = training.seconds_left
    return words if left is None else f"{words} · {duration(left)} left"


def speed(training: Training) -> str:
    steps, tokens = training.steps_per_second, training.tokens_per_second
    if steps is None or tokens is None:
        return ""
    return f"{steps:.1f} steps/s · {tokens / 1000:.1f} k tokens/s"


def _button(name: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setAccessibleName(name)
    button.setToolTip(tip)
    return button


def _icon(name: str, shade: str) -> QIcon:
    """Transport symbols, drawn so that every machine shows the same."""
    side = 64
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(shade))
    if name == "pause":
        painter.drawRoundedRect(14, 8, 13, 48, 3, 3)
        painter.drawRoundedRect(37, 8, 13, 48, 3, 3)
    elif name in ("play", "step"):
        path = QPainterPath()
        right = 56 if name == "play" else 44
        path.moveTo(14, 6)
        path.lineTo(right, 32)
        path.lineTo(14, 58)
        path.closeSubpath()
        painter.drawPath(path)
        if name == "step":
            painter.drawRoundedRect(46, 6, 8, 52, 2, 2)
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = painter.pen()
        pen.setStyle(Qt.PenStyle.SolidLine)
        pen.setColor(QColor(shade))
        pen.setWidth(7)
        painter.setPen(pen)
        painter.drawArc(12, 12, 40, 40, 60 * 16, 290 * 16)
        path = QPainterPath()
        path.moveTo(44, 2)
        path.lineTo(46, 24)
        path.lineTo(24, 18)
        path.closeSubpath()
        painter.fillPath(path, QColor(shade))
    painter.end()
    return QIcon(picture)
