"""How fast a run goes, from what came in during the last seconds."""

import time


class Pace:
    """Steps and tokens a second over the last few seconds of running, or over the last step."""

    SECONDS = 3.0

    def __init__(self) -> None:
        self._marks: list[tuple[float, int, float]] = []

    def rest(self) -> None:
        """Forget what was noted: the run has held in between."""
        self._marks.clear()

    def note(self, steps: int, tokens: float) -> None:
        """So many were done since the last note."""
        now = time.monotonic()
        self._marks.append((now, steps, tokens))
        while len(self._marks) > 2 and now - self._marks[0][0] > self.SECONDS:
            self._marks.pop(0)

    @property
    def steps_per_second(self) -> float | None:
        """None where it isn't known yet."""
        return self._rate(1)

    @property
    def tokens_per_second(self) -> float | None:
        """None where it isn't known yet."""
        return self._rate(2)

    def _rate(self, column: int) -> float | None:
        if len(self._marks) < 2:
            return None
        seconds = self._marks[-1][0] - self._marks[0][0]
        return sum(mark[column] for mark in self._marks[1:]) / seconds if seconds else None
