"""The film of a run: its kept steps, one after another, while every view changes with them."""

from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from bertscope.gui.film.travel import Travel
from bertscope.gui.film.visit import Visit

SPEEDS = (1, 2, 5, 10, 20)
"""Steps a second."""
SPEED = 5


class Film(QObject):
    """Plays from the step that is looked at to the newest, and from the first one if that is it.

    A step is left only once every view has shown it, so a film may be slower than it is asked to
    be, but never skips one. Who travels by hand stops it. Steps that are kept meanwhile join in.

    Parameters
    ----------
    travel
        Knows which steps there are.
    visit
        Goes there.

    Signals
    -------
    changed
        It plays now, or no longer, or at another speed.
    """

    changed = Signal()

    def __init__(self, travel: Travel, visit: Visit) -> None:
        super().__init__(visit)
        self._travel, self._visit = travel, visit
        self.is_playing = False
        self.speed = SPEED
        self._began = 0.0
        self._next = QTimer(self, singleShot=True)
        self._next.timeout.connect(self._go_on)
        visit.shown.connect(self._rest)
        visit.missed.connect(self._rest)
        visit.left.connect(self.stop)

    def set_speed(self, speed: int) -> None:
        """So many steps a second, where they can be shown that quickly."""
        self.speed = speed
        self.changed.emit()

    def toggle(self) -> None:
        """Play or pause."""
        if self.is_playing:
            self.stop()
        else:
            self.play()

    def play(self) -> None:
        """Play, if there is a step before the newest."""
        stops, step = self._travel.stops, self._travel.step
        if stops and not self.is_playing:
            self.is_playing = True
            self.changed.emit()
            self._go(stops[0] if step is None else step)

    def stop(self) -> None:
        """Stay where it is."""
        if self.is_playing:
            self.is_playing = False
            self._next.stop()
            self._visit.end()
            self.changed.emit()

    def _go(self, step: int | None) -> None:
        self._began = monotonic()
        self._visit.go(step)

    def _rest(self) -> None:
        """Show this step until it has had its time."""
        spent = monotonic() - self._began
        self._next.start(max(0, round(1000 * (1 / self.speed - spent))))

    def _go_on(self) -> None:
        if self._visit.step is None:
            self.stop()
        else:
            self._go(self._travel.after(self._visit.step))
