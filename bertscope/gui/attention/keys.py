"""What the keyboard does with attention."""

from PySide6.QtCore import Qt

from bertscope.gui.language import marked
from bertscope.gui.session import Session

LINK = marked("Look closely at a pair")
STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class HeadKeys:
    """Moves between heads and tokens.

    Attributes
    ----------
    size
        Layers and heads of the model; None while it isn't known.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self.size: tuple[int, int] | None = None
        self._moved: tuple[int, int] | None = None
        session.changed.connect(self._follow)

    def _follow(self) -> None:
        self._moved = None

    @property
    def shown(self) -> tuple[int, tuple[int, ...]]:
        """The layer and the heads that are shown, of those that the model has."""
        view = self._session.view
        if self.size is None:
            return view.layer, view.heads
        layers, heads = self.size
        return min(view.layer, layers - 1), tuple(h for h in view.heads if h < heads) or (0,)

    @property
    def cursor(self) -> tuple[int, int]:
        """The layer and head that the keyboard is at."""
        layer, heads = self.shown
        return self._moved or (layer, heads[0])

    def press(self, key: int, modifiers: Qt.KeyboardModifier) -> bool:
        """Do what a key means; whether it means anything."""
        if key in STEPS and self.size is not None:
            self._step(*STEPS[Qt.Key(key)], bool(modifiers & Qt.KeyboardModifier.ControlModifier))
        elif key == Qt.Key.Key_Space:
            cursor = self.cursor
            self._session.toggle_head(*cursor)
            self._moved = cursor
        elif key == Qt.Key.Key_A and not modifiers and self.size is not None:
            self._session.set_view(marked("Show all heads"), heads=tuple(range(self.size[1])))
        else:
            return self._press_token(key, modifiers)
        return True

    def _step(self, down: int, right: int, only_move: bool) -> None:
        assert self.size is not None
        layers, heads = self.size
        layer, head = self.cursor
        target = min(max(layer + down, 0), layers - 1), min(max(head + right, 0), heads - 1)
        if not only_move:
            self._session.set_head(*target)
        self._moved = target

    def _press_token(self, key: int, modifiers: Qt.KeyboardModifier) -> bool:
        session = self._session
        focus, link = session.focus, session.view.link
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            session.step_focus(1 if key == Qt.Key.Key_PageDown else -1)
        elif key == Qt.Key.Key_Escape and link is not None:
            session.set_view(LINK, link=None)
        elif key in (Qt.Key.Key_Q, Qt.Key.Key_K) and not modifiers and focus >= 0:
            query, other = link or (focus, focus)
            ends = (focus, other) if key == Qt.Key.Key_Q else (query, focus)
            session.set_view(LINK, link=ends)
            session.set_focus(focus)
        else:
            return False
        return True
