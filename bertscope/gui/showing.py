"""Hands the looks at the model to the views, without holding up the event loop."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import chain
from typing import Protocol

from PySide6.QtCore import QObject, QTimer

from bertscope.gui.prober import Prober, Question, Seen

FRAME_MS = 16
IN_FRONT = 2
"""Groups that answer together what was typed."""


class Viewer(Protocol):
    """What can be shown a look."""

    def show_seen(self, seen: Seen | None) -> None: ...


Group = Sequence[Viewer]


class Showing(QObject):
    """Shows the views what the prober sees.

    What was typed is answered by the first groups at once, and by the others a frame later. A
    model that learns is looked at many times a second: then each frame shows it to one group, for
    all of them painted at once would make the window stutter.

    Parameters
    ----------
    owner
        Of the views; nothing is shown once it is gone.
    prober
        Who looks.
    groups
        Views that change together, those that matter most first.
    """

    def __init__(self, owner: QObject, prober: Prober, groups: Sequence[Group]) -> None:
        super().__init__(owner)
        self._prober, self._groups = prober, groups
        self._shown: Question | None = None
        prober.seen.connect(self._show)

    def _show(self, seen: Seen | None) -> None:
        groups = self._groups
        if not self._is_same_again(seen):
            groups = [list(chain(*part)) for part in (groups[:IN_FRONT], groups[IN_FRONT:])]
        self._shown = seen.question if seen else None
        for frame, group in enumerate(groups):
            if frame == 0:
                self._hand(seen, group)
            else:
                QTimer.singleShot(frame * FRAME_MS, self, partial(self._hand, seen, group))

    def _is_same_again(self, seen: Seen | None) -> bool:
        """Whether only the model has moved on."""
        before = self._shown
        return (
            seen is not None
            and before is not None
            and replace(seen.question, id=before.id) == before
        )

    def _hand(self, seen: Seen | None, group: Group) -> None:
        if seen is self._prober.latest:  # Else a newer look is on its way to the group.
            for view in group:
                view.show_seen(seen)
