"""Long answers, done a portion at a time so that nobody else has to wait for them."""

from collections import deque
from collections.abc import Callable, Iterator
from typing import TypeVar

from bertscope.engine.background import Background

T = TypeVar("T")


class Chores:
    """Does its chores in turns.

    Parameters
    ----------
    failed
        Is told of a chore that raised, with the number of the request.
    """

    def __init__(self, failed: Callable[[int, Exception], None]) -> None:
        self._failed = failed
        self._waiting: deque[tuple[int, Iterator[object]]] = deque()

    def __len__(self) -> int:
        return len(self._waiting)

    def add(self, number: int, chore: Iterator[object]) -> None:
        """Take a chore of the request of that number; it has not begun yet."""
        self._waiting.append((number, chore))

    def advance(self) -> None:
        """Do a portion of the chore whose turn it is."""
        number, chore = self._waiting.popleft()
        try:
            next(chore)
        except StopIteration:
            return
        except Exception as error:
            self._failed(number, error)
            return
        self._waiting.append((number, chore))


def aside(work: Callable[[], T], patience: float) -> Iterator[None]:
    """Do work in a thread, looking after it every `patience` seconds; for its effect alone."""
    background = Background(work)
    while not background.wait(patience):
        yield
    background.result()
