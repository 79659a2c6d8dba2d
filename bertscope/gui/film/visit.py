"""One stop of a film: to go to a step, and to know when all views show it."""

from PySide6.QtCore import QObject, QTimer, Signal

from bertscope.gui.film.travel import Travel
from bertscope.gui.language import marked, tr
from bertscope.gui.prober import Prober, Seen
from bertscope.gui.session import Session
from bertscope.gui.showing import Showing

PATIENCE_MS = 20_000
"""A large model has to be read from a slow disk first."""

GONE = marked("That step is kept no more.")


class Visit(QObject):
    """Goes to steps, one after another, and tells of each what has become of it.

    Parameters
    ----------
    session, travel
        Who is told where to go.
    prober, showing
        Who look, and hand what was seen to the views.

    Signals
    -------
    shown
        All views have what was seen there, and paint it before anything else is done.
    missed(str)
        It can't be shown, and why.
    left
        Someone went elsewhere or let go of the run, and nothing is waited for any more.
    """

    shown = Signal()
    missed = Signal(str)
    left = Signal()

    def __init__(self, session: Session, travel: Travel, prober: Prober, showing: Showing) -> None:
        super().__init__(showing)
        self._session, self._travel, self._showing = session, travel, showing
        self.is_under_way = self._is_going = False
        self.step: int | None = None
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._give_up)
        showing.shown.connect(self._take)
        prober.failed.connect(self._miss)
        session.viewed.connect(self._look_where)

    def go(self, step: int | None) -> None:
        """Go to a step that is kept, or with None to the newest."""
        self.is_under_way, self.step = True, step
        self._patience.start()
        self._is_going = True
        self._travel.visit(step)
        self._is_going = False
        QTimer.singleShot(0, self, self._look_if_there)

    def end(self) -> None:
        """Wait for nothing any more."""
        self.is_under_way = False
        self._patience.stop()

    def _look_if_there(self) -> None:
        """Whether the views show it already, or it is there no more."""
        if self._is_gone:
            self._miss(tr(GONE))
        else:
            self._take(self._showing.now)

    @property
    def _is_gone(self) -> bool:
        return self.step is not None and self.step not in self._travel.kept

    def _take(self, seen: Seen | None) -> None:
        if self._patience.isActive() and seen is not None and self._is_of(seen):
            self._patience.stop()
            self.shown.emit()

    def _is_of(self, seen: Seen) -> bool:
        return seen.question.model.step == self.step and self._session.view.step == self.step

    def _miss(self, sentence: str) -> None:
        if self._patience.isActive():
            self._patience.stop()
            self.missed.emit(sentence)

    def _give_up(self) -> None:
        seconds = PATIENCE_MS // 1000
        if self.step is None:
            why = tr("The newest step could not be shown in {seconds} s.", seconds=seconds)
        else:
            words = marked("Step {step:,} could not be shown in {seconds} s.")
            why = tr(words, step=self.step, seconds=seconds)
        self.missed.emit(why)

    def _look_where(self) -> None:
        """Whether someone went elsewhere, or let go of the run.

        One who is led away, as the step alone is gone, did not.
        """
        if not self.is_under_way or self._is_going or self._session.view.step == self.step:
            return
        if self._is_gone and self._travel.kept:
            self._miss(tr(GONE))
        else:
            self.end()
            self.left.emit()
