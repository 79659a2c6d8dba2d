"""Which content the figure shows while words are typed and the engine looks at them."""

from PySide6.QtCore import QObject, QTimer, Signal

from bertscope.gui.figure.content import FigureContent, figure_content
from bertscope.gui.prober import Seen
from bertscope.gui.session import Session

PATIENCE_MS = 80
"""The longest that tokens stay which are no longer typed: less than the eye takes for a delay."""


class Showing(QObject):
    """What the figure shows: the session as it is, or for a moment as it was.

    After a keystroke the old tokens stay with their own numbers until the look at the new ones is
    there, so that nothing flickers; at most `PATIENCE_MS`, then the new ones come without numbers.

    Parameters
    ----------
    session
        What is shown.

    Signals
    -------
    changed
        The content is another one now.
    """

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._seen: Seen | None = None
        self.content = figure_content(session, None)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self.catch_up)
        session.changed.connect(self._session_changed)

    @property
    def is_held(self) -> bool:
        """Whether what is shown is no longer what the session holds."""
        return self._patience.isActive()

    def show_seen(self, seen: Seen | None) -> None:
        """A new look is there; while tokens are held it is taken if it shows the new ones."""
        self._seen = seen
        content = figure_content(self._session, seen)
        if not self.is_held or content.is_whole:
            self._take(content)

    def catch_up(self) -> None:
        """Show the session as it is, now."""
        self._take(figure_content(self._session, self._seen))

    def _session_changed(self) -> None:
        content = figure_content(self._session, self._seen)
        if content.is_whole or content.pair == self.content.pair or not self._can_stay():
            self._take(content)
        elif not self.is_held:
            self._patience.start()

    def _can_stay(self) -> bool:
        """Whether what is shown is a whole picture of the model at hand."""
        seen = self.content.seen
        same_model = seen is not None and seen.question.reader is self._session.reader
        return same_model and self.content.is_whole

    def _take(self, content: FigureContent) -> None:
        self._patience.stop()
        self.content = content
        self.changed.emit()
