"""A long piece of work beside the one that answers: a thread whose result is fetched later."""

import threading
from collections.abc import Callable, Generator
from typing import Generic, TypeVar

import msgspec

T = TypeVar("T")
Report = Callable[[float], None]

ANSWER_SECONDS = 0.1
"""How long a preparation goes on before the caller may look at its messages."""


class Progress(msgspec.Struct, frozen=True):
    """How far a preparation is: `fraction` 0 to 1, or None where the end isn't known."""

    text: str
    fraction: float | None = None


class Background(Generic[T]):
    """Begins `work` at once. The thread doesn't outlive the program."""

    def __init__(self, work: Callable[[], T]) -> None:
        self._results: list[T] = []
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._run, args=(work,), daemon=True)
        self._thread.start()

    def _run(self, work: Callable[[], T]) -> None:
        try:
            self._results.append(work())
        except BaseException as error:
            self._error = error

    def wait(self, seconds: float | None = None) -> bool:
        """Wait, at the most so long; whether the work is done."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def result(self) -> T:
        """Wait for the work's result; what the work raised is raised here."""
        self._thread.join()
        if self._error is not None:
            raise self._error
        return self._results[0]


def beside(text: str, work: Callable[[Report], T]) -> Generator[Progress, None, T]:
    """Do work in a thread, and say how far it is."""
    fraction: list[float | None] = [None]

    def report(share: float) -> None:
        fraction[0] = share

    yield Progress(text)
    background = Background(lambda: work(report))
    while not background.wait(ANSWER_SECONDS):
        yield Progress(text, fraction[0])
    return background.result()
