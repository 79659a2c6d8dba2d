"""A small dialog that chooses where the engine runs."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bertscope.gui.controls import quiet_bar, word_frame
from bertscope.gui.engine_command import EXAMPLE
from bertscope.gui.engine_process import EngineProcess, EngineState
from bertscope.gui.engine_trial import EngineTrial
from bertscope.gui.language import marked, tr
from bertscope.gui.language.said import said
from bertscope.wire import messages as m

WIDTH_IN_LETTERS, LINES = 64, 5
"""Of the room for what is said."""
HINT = marked(
    "The engine computes and trains. Type the command that starts it on another machine, on which "
    "bertscope of the same version is installed; models, runs and texts are then those of that "
    "machine. Leave the line empty for the engine of this computer."
)


class EngineDialog(QDialog):
    """Asks for a command, tries it, and hands it on; not modal, and one serves for good.

    Parameters
    ----------
    engine
        The one that runs.
    trial
        What tries others.

    Signals
    -------
    wanted(str)
        This command is to be used from now on; empty for the engine of this computer.
    """

    wanted = Signal(str)

    def __init__(
        self,
        engine: EngineProcess,
        parent: QWidget | None = None,
        trial: EngineTrial | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Engine"))
        self.setModal(False)
        self._engine = engine
        self._trial = trial or EngineTrial(self)
        self._trial.worked.connect(self._worked)
        self._trial.failed.connect(self._failed)
        engine.ready.connect(self._refresh)
        engine.ended.connect(self._refresh)
        self._build()

    def _build(self) -> None:
        self.now = QLabel()
        self.now.setTextFormat(Qt.TextFormat.PlainText)
        self.now.setProperty("role", "muted")
        self.command = QLineEdit()
        self.command.setAccessibleName(tr("Command that starts the engine"))
        self.command.setPlaceholderText(
            tr("this computer, or for example: {example}", example=EXAMPLE)
        )
        self.command.setToolTip(
            tr("As in a terminal; the engine's messages go through the command's input and output")
        )
        self.command.textChanged.connect(self._typed)
        self.words = QLabel()
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.frame = word_frame(self.words)
        self.bar = quiet_bar(tr("An engine is being tried"))
        self.bar.setRange(0, 0)
        self.try_it = _button(
            tr("Try it"), tr("Start it beside the present engine, ask it who it is")
        )
        self.use_it = _button(
            tr("Use it"), tr("Let the present engine save and end, then start this one")
        )
        self.leave = _button(tr("Close"), tr("Keep the present engine"))
        self.try_it.clicked.connect(self._try)
        self.use_it.clicked.connect(self._use)
        self.leave.clicked.connect(self._leave)
        self._lay_out()

    def _lay_out(self) -> None:
        asked, buttons = QHBoxLayout(), QHBoxLayout()
        asked.addWidget(self.command, 1)
        asked.addWidget(self.try_it)
        buttons.addWidget(self.now, 1)
        buttons.addWidget(self.use_it)
        buttons.addWidget(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(10)
        column.addLayout(asked)
        column.addWidget(self.frame, 1)
        column.addWidget(self.bar)
        column.addLayout(buttons)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with what is used now; be as wide as the text size asks for."""
        super().showEvent(event)
        letter = self.command.fontMetrics().averageCharWidth()
        self.command.setMinimumWidth(WIDTH_IN_LETTERS * letter)
        self.words.setMinimumHeight(LINES * self.words.fontMetrics().lineSpacing())
        self.command.setText(self._engine.words)
        self._typed()
        self.command.setFocus()

    def done(self, result: int) -> None:
        """However it is closed, what is being tried ends with it."""
        self._trial.cancel()
        super().done(result)

    # --- What the buttons do --------------------------------------------------------------------

    @property
    def _wanted(self) -> str:
        return self.command.text().strip()

    def _typed(self) -> None:
        """Another command: what was found of the one before no longer counts."""
        self._trial.cancel()
        self._tell(tr(HINT))
        self._refresh()

    def _try(self) -> None:
        self._trial.begin(self._wanted)
        self._tell(tr("Starting {engine} …", engine=self._called))
        self._refresh()

    def _use(self) -> None:
        words = self._wanted
        self.accept()
        self.wanted.emit(words)

    def _leave(self) -> None:
        if self._trial.is_running:
            self._typed()
        else:
            self.reject()

    # --- What is heard --------------------------------------------------------------------------

    def _worked(self, info: m.Ready, seconds: float) -> None:
        devices = ", ".join(said(device.label) for device in info.devices)
        self._tell(
            tr(
                "{host} answers: bertscope {version} with PyTorch {torch}, on {devices}. A "
                "question takes {ms:.0f} ms there and back.",
                host=info.host,
                version=info.version,
                torch=info.torch,
                devices=devices,
                ms=1000 * seconds,
            )
        )
        self._refresh()
        self.use_it.setFocus()

    def _failed(self, sentence: str) -> None:
        self._tell(said(sentence), trouble=True)
        self._refresh()

    # --- Showing --------------------------------------------------------------------------------

    @property
    def _called(self) -> str:
        return f"“{self._wanted}”" if self._wanted else tr("an engine of this computer")

    def _refresh(self) -> None:
        engine, is_trying = self._engine, self._trial.is_running
        self.now.setText(tr("Now: {engine}", engine=_present(engine)))
        self.bar.setVisible(is_trying)
        self.command.setReadOnly(is_trying)
        self.try_it.setEnabled(not is_trying)
        is_there = engine.state is not EngineState.ENDED and self._wanted == engine.words
        self.use_it.setEnabled(not is_trying and not is_there)
        self.leave.setText(tr("Cancel" if is_trying else "Close"))
        self.try_it.setDefault(True)

    def _tell(self, sentence: str, *, trouble: bool = False) -> None:
        self.words.setText(sentence)
        self.frame.setProperty("calm", not trouble)
        self.frame.style().unpolish(self.frame)
        self.frame.style().polish(self.frame)
        self.frame.setAccessibleName(sentence)


def _present(engine: EngineProcess) -> str:
    where = engine.host if engine.is_remote else tr("this computer")
    match engine.state:
        case EngineState.READY if engine.is_remote:
            return tr("the engine on {where}", where=where)
        case EngineState.READY:
            return tr("the engine of this computer")
        case EngineState.STARTING:
            return tr("the engine on {where} is starting", where=where)
        case EngineState.STOPPING:
            return tr("the engine on {where} is stopping", where=where)
    return tr("no engine")


def _button(words: str, teaches: str) -> QPushButton:
    button = QPushButton(words)
    button.setToolTip(teaches)
    return button
