"""What B says, asked for once: nothing but A moves while a model learns."""

from typing import NamedTuple

from bertscope.gui.engine_process import EngineProcess
from bertscope.wire.messages import Failed, Look, Probe


class Answer(NamedTuple):
    """A look at B, or the sentence that says why there is none."""

    look: Look | None
    sentence: str = ""


class Second:
    """Keeps the newest answer about B.

    A question is given with a key; what has the same key has the same answer.

    Parameters
    ----------
    engine
        Who is asked.
    """

    def __init__(self, engine: EngineProcess) -> None:
        self._engine = engine
        self._asked: tuple[int, object] | None = None
        self._known: tuple[object, Answer] | None = None

    def ask(self, key: object, probe: Probe) -> None:
        """Ask, unless the answer is there or under way already."""
        under_way = self._asked is not None and self._asked[1] == key
        if self.answer(key) is None and not under_way:
            self._known = None
            self._asked = (probe.id, key) if self._engine.send(probe) else None

    def answer(self, key: object) -> Answer | None:
        """The answer to a question; None while it is not there."""
        return self._known[1] if self._known is not None and self._known[0] == key else None

    def take(self, message: Look | Failed) -> bool:
        """Keep what is said if it is about B; whether it is."""
        if self._asked is None or self._asked[0] != message.id:
            return False
        answer = Answer(message) if isinstance(message, Look) else Answer(None, message.sentence)
        self._known, self._asked = (self._asked[1], answer), None
        return True

    @property
    def moves(self) -> bool:
        """Whether the answer is about a run, whose newest weights may be others by now."""
        look = self._known[1].look if self._known is not None else None
        return look is not None and look.model.step is None and look.step is not None

    def forget(self) -> None:
        """Ask anew from now on."""
        self._asked = self._known = None
