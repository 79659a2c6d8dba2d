"""How far views are scrolled: kept in a session file, and found again from one."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar

from bertscope.gui.session import Session

Places = dict[str, tuple[int, int]]


class Scrolling(QObject):
    """Scrolls views to where they were, as soon as there is as much to scroll.

    What a file shows is there only once the engine has looked at it. A place that is still waited
    for is forgotten when the session goes on.

    Parameters
    ----------
    session
        Whose next change ends the waiting.
    areas
        The views by name.
    """

    def __init__(self, session: Session, areas: Mapping[str, QAbstractScrollArea]) -> None:
        super().__init__(session)
        self._areas = areas
        self._waiting: dict[QScrollBar, int] = {}
        session.changed.connect(self._waiting.clear)
        for area in areas.values():
            for bar in _bars(area):
                bar.rangeChanged.connect(partial(self._go_on, bar))

    @property
    def places(self) -> Places:
        """Pixels to the right and down, of those that are scrolled."""
        found: Places = {}
        for name, area in self._areas.items():
            across, down = (bar.value() for bar in _bars(area))
            if across or down:
                found[name] = across, down
        return found

    def restore(self, places: Places) -> None:
        """Scroll every view to its place, now or as soon as it has it."""
        for name, area in self._areas.items():
            for bar, value in zip(_bars(area), places.get(name, (0, 0)), strict=True):
                self._waiting[bar] = value
                self._go_on(bar)

    def _go_on(self, bar: QScrollBar, *_range: int) -> None:
        value = self._waiting.get(bar)
        if value is not None:
            bar.setValue(value)
            if bar.value() == value:
                del self._waiting[bar]


def _bars(area: QAbstractScrollArea) -> tuple[QScrollBar, QScrollBar]:
    return area.horizontalScrollBar(), area.verticalScrollBar()
