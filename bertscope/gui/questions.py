"""What the window asks the engine now and then, beside looks."""

from PySide6.QtCore import QObject, Signal

from bertscope.gui.engine_process import EngineProcess
from bertscope.gui.language import tr
from bertscope.wire.messages import (
    Failed,
    MapVocabulary,
    Message,
    ModelRef,
    PickSentence,
    Sentence,
    VocabularyMap,
)


class Questions(QObject):
    """Asks, and tells the answers to the newest question of each kind.

    Signals
    -------
    sentence(str)
        A random sentence of a corpus.
    mapped(VocabularyMap)
        Where the token embeddings of a model lie; None where that can't be told.
    failed(str)
        Why there is no answer.
    """

    sentence = Signal(str)
    mapped = Signal(object)
    failed = Signal(str)

    def __init__(self, engine: EngineProcess) -> None:
        super().__init__(engine)
        self._engine = engine
        self._picking = self._mapping = 0
        self._picked = 0
        engine.received.connect(self._receive)
        engine.ended.connect(self._forget)

    def pick_sentence(self, corpus: str) -> None:
        """Ask for a random sentence; each time for another one."""
        number = self._engine.next_id()
        if self._engine.send(PickSentence(number, corpus, self._picked)):
            self._picking = number
            self._picked += 1
        else:
            self.failed.emit(
                tr("The engine isn't there yet, which picks the sentence: wait a moment.")
            )

    def map_vocabulary(self, model: ModelRef) -> None:
        """Ask where the token embeddings lie."""
        number = self._engine.next_id()
        if self._engine.send(MapVocabulary(number, model)):
            self._mapping = number
        else:
            self.mapped.emit(None)

    def _receive(self, message: Message) -> None:
        match message:
            case Sentence(id=number, text=text) if number == self._picking:
                self.sentence.emit(text)
            case VocabularyMap(id=number) if number == self._mapping:
                self._mapping = 0
                self.mapped.emit(message)
            case Failed(id=number, sentence=sentence) if number in (self._picking, self._mapping):
                self.failed.emit(sentence)
                if number == self._mapping:
                    self._forget()

    def _forget(self) -> None:
        """Nobody is left to answer."""
        is_waiting, self._picking, self._mapping = self._mapping > 0, 0, 0
        if is_waiting:
            self.mapped.emit(None)
