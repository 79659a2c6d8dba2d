"""A long piece of work beside the one that answers: a thread whose result is fetched later."""

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


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

    def wait(self, seconds: float) -> bool:
        """Wait at the most so long; whether the work is done."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def result(self) -> T:
        """Wait for the work's result; what the work raised is raised here."""
        self._thread.join()
        if self._error is not None:
            raise self._error
        return self._results[0]
