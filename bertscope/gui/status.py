"""The bottom line: the engine, how long the pair is, what is noted, what is under way."""

from PySide6.QtWidgets import QLabel, QSizePolicy, QStatusBar

from bertscope.gui.busy import Busy
from bertscope.gui.engine_process import EngineProcess, EngineState
from bertscope.gui.opening import Models
from bertscope.gui.session import Session


class StatusBar(QStatusBar):
    """Follows session and engine.

    Attributes
    ----------
    engine, tokens, notes
        Its words.
    busy
        What takes long.
    """

    def __init__(self, session: Session, engine: EngineProcess, models: Models) -> None:
        super().__init__()
        self._session, self._engine, self._models = session, engine, models
        self.engine, self.tokens, self.notes = QLabel(), QLabel(), QLabel()
        self.notes.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.busy = Busy()
        self.setSizeGripEnabled(False)
        for label, stretch in ((self.engine, 0), (self.tokens, 0), (self.notes, 1)):
            label.setProperty("role", "muted")
            label.setContentsMargins(8, 0, 8, 0)
            self.addWidget(label, stretch)
        self.addPermanentWidget(self.busy)

    def note(self, sentence: str) -> None:
        """Say something of no great weight."""
        self.notes.setText(sentence)
        self.notes.setToolTip(sentence)  # The bar may be too narrow for it.

    def show_state(self) -> None:
        """Tell how the engine and the pair are now."""
        self.engine.setText(self._engine_words())
        self.tokens.setText(self._pair_words())

    def _pair_words(self) -> str:
        pair = self._session.pair
        words = f"{len(pair)} tokens of {self._session.reader.max_length}"
        cut = " and ".join(
            f"{n} of {name}" for n, name in ((pair.cut_a, "A"), (pair.cut_b, "B")) if n
        )
        if not cut:
            return words
        return f"⚠ longer than the model reads: the last {cut} are left out · {words}"

    def _engine_words(self) -> str:
        if self._models.is_reading:
            return "◌ the model is being read"
        match self._engine.state:
            case EngineState.STARTING:
                return "◌ the engine is starting"
            case EngineState.READY:
                if self._engine.is_remote:
                    return f"● engine ready on {self._engine.host}"
                return f"● engine ready · process {self._engine.pid}"
            case EngineState.STOPPING:
                return "◌ the engine is saving"
        return "○ no engine"
