"""What the run at hand has to tell: metrics, what happened, kept steps, how the engine fares."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from bertscope.run_folder import StepRow, as_table
from bertscope.wire import messages as m
from bertscope.wire.vitals import Pulse

if TYPE_CHECKING:
    from bertscope.engine.training import TrainingSession

METRICS_SECONDS = 1 / 30
"""Metrics are sent this often at the most; a fast model makes more steps than a screen frames."""
KEPT_SECONDS = 0.25
"""How often the kept steps are looked at: a thread writes them."""


class RunNews:
    """Tells each thing once, and not too often.

    Parameters
    ----------
    folder
        Of the run.
    session
        What it is of. What had happened before now was told before.
    send
        Takes each message.

    Attributes
    ----------
    pulse
        Measures how much of the time goes into training.
    """

    def __init__(
        self, folder: str, session: "TrainingSession", send: Callable[[m.Message], None]
    ) -> None:
        self._folder = folder
        self._session = session
        self._send = send
        self._rows: list[StepRow] = []
        self._recipe = session.recipe
        self._events = len(session.events)
        self._kept = m.Kept(folder, [], 0, 0)
        self._sent_at = self._looked_at = 0.0
        self._held_back = False
        self.pulse = Pulse(session.device.name)

    def begin(self) -> None:
        """The run was told of, as it is now."""
        self._recipe = self._session.recipe
        self.pulse.rest()

    def add(self, row: StepRow) -> None:
        """Take the metrics of a step; they are sent soon."""
        self._rows.append(row)

    def tell(self) -> None:
        """Send what is due, while the run goes."""
        if time.monotonic() - self._sent_at >= METRICS_SECONDS:
            self._tell_rows()
        self._tell_change()
        self._tell_events()
        self.look_at_kept()
        if self.pulse.due:
            self.tell_vitals()

    def tell_all(self) -> None:
        """Send all that is new, as when the run holds."""
        self._tell_rows()
        self._tell_change()
        self._tell_events()
        self.tell_kept()

    def _tell_change(self) -> None:
        if self._session.recipe != self._recipe:
            self.tell_recipe()

    def tell_recipe(self) -> None:
        """Send what holds now."""
        run = self._session
        self._recipe = run.recipe
        self._send(m.RunChanged(self._folder, run.step, run.recipe))

    def tell_vitals(self) -> None:
        """Send how the engine fares."""
        self._send(self.pulse.take(self._folder))

    def look_at_kept(self) -> None:
        """Send the kept steps if they are others, and it is some time since they were looked at."""
        if time.monotonic() - self._looked_at >= KEPT_SECONDS:
            self.tell_kept()

    def hold_back(self) -> None:
        """Tell nothing while all of the run is being told from its folder."""
        self._held_back = True

    def go_on(self, step: int) -> None:
        """Everything is told of the run up to a step, but for what happened and is kept."""
        self._held_back = False
        self._rows = [row for row in self._rows if row.step > step]
        self._events, self._kept = 0, m.Kept(self._folder, [], 0, 0)
        self._tell_rows()
        self._tell_events()
        self.tell_kept()

    def _tell_rows(self) -> None:
        if self._rows and not self._held_back:
            rows, self._rows = self._rows, []
            self._send(m.Metrics(self._folder, m.Array.of(as_table(rows))))
            self._sent_at = time.monotonic()

    def _tell_events(self) -> None:
        events = self._session.events
        if len(events) > self._events and not self._held_back:
            new, self._events = events[self._events :], len(events)
            self._send(m.Happened(self._folder, new))

    def tell_kept(self, *, again: bool = False) -> None:
        """Send the steps whose weights can be looked at, if they are others or it is `again`."""
        self._looked_at = time.monotonic()
        kept = self._kept_now()
        if (again or kept != self._kept) and not self._held_back:
            self._kept = kept
            self._send(kept)

    def _kept_now(self) -> m.Kept:
        snapshots = self._session.snapshots
        if snapshots is None:
            return m.Kept(self._folder, [], 0, 0)
        return m.Kept(self._folder, list(snapshots.steps), snapshots.size, snapshots.budget)
