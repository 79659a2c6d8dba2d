"""The bottom line: the engine, how long the pair is, what is noted, what is under way."""

from PySide6.QtWidgets import QLabel, QSizePolicy, QStatusBar

from bertscope.gui.busy import Busy
from bertscope.gui.engine_process import EngineProcess, EngineState
from bertscope.gui.language import tr
from bertscope.gui.language.said import said
from bertscope.gui.opening import Models
from bertscope.gui.session import Session
from bertscope.text.pair import Pair


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
        self.notes.setText(said(sentence))
        self.notes.setToolTip(said(sentence))  # The bar may be too narrow for it.

    def show_state(self) -> None:
        """Tell how the engine and the pair are now."""
        self.engine.setText(self._engine_words())
        self.tokens.setText(self._pair_words())

    def _pair_words(self) -> str:
        pair = self._session.pair
        most = self._session.reader.max_length
        words = tr("{count} tokens of {most}", count=len(pair), most=most)
        if not pair.cut_a and not pair.cut_b:
            return words
        told = tr("longer than the model reads: the last {cut} are left out", cut=_cut(pair))
        return f"⚠ {told} · {words}"

    def _engine_words(self) -> str:
        if self._models.is_reading:
            return tr("◌ the model is being read")
        match self._engine.state:
            case EngineState.STARTING:
                return tr("◌ the engine is starting")
            case EngineState.READY:
                if self._engine.is_remote:
                    return tr("● engine ready on {host}", host=self._engine.host)
                return tr("● engine ready · process {pid}", pid=self._engine.pid)
            case EngineState.STOPPING:
                return tr("◌ the engine is saving")
        return tr("○ no engine")


def _cut(pair: Pair) -> str:
    """How many tokens of which sentence are left out."""
    if pair.cut_a and pair.cut_b:
        return tr("{a} of A and {b} of B", a=pair.cut_a, b=pair.cut_b)
    name, count = ("A", pair.cut_a) if pair.cut_a else ("B", pair.cut_b)
    return tr("{count} of {name}", count=count, name=name)
