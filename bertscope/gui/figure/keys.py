"""The keys of the input figure."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from bertscope.gui.figure.cursor import FigureCursor
from bertscope.text.masking import Action

Key = Qt.Key
ACTIONS: dict[int, Action | None] = {
    Key.Key_M: Action.MASK,
    Key.Key_R: Action.RANDOM,
    Key.Key_K: Action.KEEP,
    Key.Key_Delete: None,
    Key.Key_Backspace: None,
}
FAR = 1_000_000
MOVES: dict[int, int] = {Key.Key_Left: -1, Key.Key_Right: 1, Key.Key_Home: -FAR, Key.Key_End: FAR}
STEPS = {"[": -1, "]": 1}
OTHERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier


def press_key(event: QKeyEvent, cursor: FigureCursor, focus: int) -> bool:
    """Do what a key means in the figure; False where it means nothing.

    Parameters
    ----------
    focus
        The token at hand, -1 for none.
    """
    if event.text() in STEPS:
        # By what is typed: on many keyboards a bracket takes AltGr.
        cursor.step_stage(STEPS[event.text()])
        return True
    if event.modifiers() & OTHERS:
        return False
    key = event.key()
    if key in MOVES:
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        (cursor.extend if shift else cursor.move)(focus + MOVES[key])
        return True
    meanings = _anywhere(cursor) | (_at_a_token(cursor, focus) if focus >= 0 else {})
    if key not in meanings:
        return False
    meanings[key]()
    return True


def _anywhere(cursor: FigureCursor) -> dict[int, Callable[[], None]]:
    meanings: dict[int, Callable[[], None]] = {Key.Key_I: cursor.toggle_details}
    if cursor.span:
        meanings[Key.Key_Escape] = cursor.release
    return meanings


def _at_a_token(cursor: FigureCursor, focus: int) -> dict[int, Callable[[], None]]:
    """What keys mean while a token is at hand."""
    return {
        Key.Key_Return: lambda: cursor.cycle(focus),
        Key.Key_Enter: lambda: cursor.cycle(focus),
        Key.Key_T: cursor.ask,
        Key.Key_V: cursor.look,
        Key.Key_Down: cursor.look,
        Key.Key_Up: lambda: cursor.look(-1),
        **{key: partial(cursor.act, action) for key, action in ACTIONS.items()},
    }
