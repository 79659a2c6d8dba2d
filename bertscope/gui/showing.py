"""Hands the looks at the model to the views, without holding up the event loop."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import chain
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

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
    model that learns, or whose steps are travelled through, is looked at many times a second: then
    each frame shows it to one group, for all of them painted at once would make the window stutter;
    and what is seen meanwhile waits until all have it, for else the last ones would never be shown
    any. Where two models are compared and
    the other one is to be shown, all views are handed the same look again.

    Parameters
    ----------
    owner
        Of the views; nothing is shown once it is gone.
    prober
        Who looks.
    groups
        Views that change together, those that matter most first.

    Signals
    -------
    shown(Seen)
        All views have been handed this look; None where there is none.

    Attributes
    ----------
    now
        The look that all of them have been handed; None while a newer one is on its way.
    """

    shown = Signal(object)

    def __init__(self, owner: QObject, prober: Prober, groups: Sequence[Group]) -> None:
        super().__init__(owner)
        self._prober, self._groups = prober, groups
        self._shown: Question | None = None
        self._round: Seen | None = None
        self._is_handing = False
        self.now: Seen | None = None
        self._side = prober.session.view.side
        prober.seen.connect(self._show)
        prober.session.viewed.connect(self._turn)

    def _turn(self) -> None:
        """Show A, B or their difference where another one of them was shown."""
        side = self._prober.session.view.side
        if side is not self._side:
            self._side, self._shown = side, None
            self._show(self._prober.latest)

    def _show(self, seen: Seen | None) -> None:
        groups, is_same_again = self._groups, self._is_same_again(seen)
        if is_same_again and self._is_handing:
            return  # Its turn comes.
        if not is_same_again:
            groups = [list(chain(*part)) for part in (groups[:IN_FRONT], groups[IN_FRONT:])]
        self._shown = seen.question if seen else None
        self._round, self._is_handing, self.now = seen, True, None
        for frame, group in enumerate(groups):
            hand = partial(self._hand, seen, group, is_last=group is groups[-1])
            if frame == 0:
                hand()
            else:
                QTimer.singleShot(frame * FRAME_MS, self, hand)

    def _is_same_again(self, seen: Seen | None) -> bool:
        """Whether only the model has moved on, or another step of it is looked at."""
        before = self._shown
        if seen is None or before is None:
            return False
        now = seen.question
        return replace(now, id=before.id, model=before.model, other=before.other) == before and (
            _folders(now) == _folders(before)
        )

    def _hand(self, seen: Seen | None, group: Group, *, is_last: bool) -> None:
        if seen is not self._round:
            return  # What was typed since is on its way to the group.
        try:
            for view in group:
                view.show_seen(seen)
        finally:
            if is_last:
                self._finish(seen)

    def _finish(self, seen: Seen | None) -> None:
        """All have it: what was seen meanwhile is next."""
        self._is_handing, self.now = False, seen
        self.shown.emit(seen)
        if self._prober.latest is not seen:
            self._show(self._prober.latest)


def _folders(question: Question) -> tuple[str, str | None]:
    return question.model.folder, question.other.folder if question.other else None
