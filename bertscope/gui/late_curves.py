"""The curves, which are brought in only once the window stands and the hands rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from bertscope.gui.run.record import RunRecord

if TYPE_CHECKING:
    from bertscope.gui.curves.view import CurvesView
    from bertscope.gui.main_window import MainWindow

REST_MS = 300
"""pyqtgraph takes a fifth of a second to load, so it is loaded when the hands rest this long."""


class LateCurves(QObject):
    """Makes the view of the curves late, and lets it follow the runs from then on.

    Attributes
    ----------
    view
        None until it is made.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.view: CurvesView | None = None
        self._blank = RunRecord("", window.training.wanted)
        self._is_awaited = False
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._make)
        window.session.changed.connect(self._wait_longer)
        training = window.training
        for news in (training.stepped, training.reported, training.changed):
            news.connect(self.show)
        window.followed.changed.connect(self.show)
        window.known.changed.connect(self.show)

    def begin(self) -> None:
        """The window has been painted for the first time."""
        if not self._is_awaited:
            self._is_awaited = True
            self._rest.start()

    def show(self) -> None:
        """Draw what is there of the run, and of those beside it."""
        if self.view is not None:
            window, others = self._window, self._window.followed.others
            record = window.training.record or (None if others else self._to_come)
            self.view.show_runs(record, others, len(window.session.reader.tokenizer))

    @property
    def _to_come(self) -> RunRecord | None:
        """A fine-tuning that is wanted and hasn't begun, so that its own axes are shown."""
        recipe, facts = self._window.training.wanted, self._window.known.facts
        if recipe.task is None:
            return None
        if (self._blank.recipe, self._blank.facts) != (recipe, facts):
            self._blank = RunRecord("", recipe)
            self._blank.facts = facts
        return self._blank

    def _wait_longer(self) -> None:
        if self._rest.isActive():
            self._rest.start()

    def _make(self) -> None:
        from bertscope.gui.curves.view import CurvesView

        window = self._window
        self.view = CurvesView(window.session, window.appearance)
        self.view.travelled.connect(window.films.travel.to)
        window.page.add_curves(self.view)
        window.set_tab_order()
        self.show()
