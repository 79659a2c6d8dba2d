"""The changes of a session as undo knows them."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

from bertscope.gui.language import tr
from bertscope.gui.state import SessionState

if TYPE_CHECKING:
    from bertscope.gui.session import Session


class Merge(IntEnum):
    """Which edits melt into one step of undo."""

    NEVER = -1
    A = 1
    B = 2
    RULE = 3
    VIEW = 4


class Change(QUndoCommand):
    """From one state to another; neighbours of the same kind become one.

    Not by `mergeWith`: of a command that Qt merges away the Python half is never freed.
    """

    def __init__(self, session: Session, label: str, after: SessionState, merges: Merge) -> None:
        super().__init__(tr(label))
        self._session, self._label = session, label
        self._before, self._after, self._reader = session.state, after, session.reader
        self._merges = merges

    def goes_on(self, label: str, merges: Merge) -> bool:
        """Whether an edit is of the same kind, so that both are one."""
        same = (merges, label, self._session.reader) == (self._merges, self._label, self._reader)
        return same and merges is not Merge.NEVER

    def becomes(self, after: SessionState) -> None:
        """Lead to another state, or nowhere if that is where it began."""
        self._after = after
        self.setObsolete(after == self._before)

    def redo(self) -> None:
        self._session.apply(self._after, self._reader)

    def undo(self) -> None:
        self._session.apply(self._before, self._reader)
