"""The keys of whoever presents, those of a clicker among them."""

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from bertscope.gui.language import marked

Key = Qt.Key


class Deed(Enum):
    """What a key brings about."""

    NEXT = auto()
    BACK = auto()
    FIRST = auto()
    LAST = auto()
    BLACK = auto()
    WHITE = auto()
    LASER = auto()
    PEN = auto()
    SPOTLIGHT = auto()
    KEYS = auto()
    LEAVE = auto()
    COLOUR_1 = auto()
    COLOUR_2 = auto()
    COLOUR_3 = auto()
    TAKE_BACK = auto()
    ERASE = auto()


PAGES = {
    Key.Key_Right: Deed.NEXT,
    Key.Key_PageDown: Deed.NEXT,
    Key.Key_Left: Deed.BACK,
    Key.Key_PageUp: Deed.BACK,
    Key.Key_Home: Deed.FIRST,
    Key.Key_End: Deed.LAST,
}
"""A clicker sends the page keys."""
TOOLS = {
    Key.Key_B: Deed.BLACK,
    Key.Key_Period: Deed.BLACK,
    Key.Key_W: Deed.WHITE,
    Key.Key_L: Deed.LASER,
    Key.Key_P: Deed.PEN,
    Key.Key_S: Deed.SPOTLIGHT,
    Key.Key_Escape: Deed.LEAVE,
}
PEN = {
    Key.Key_1: Deed.COLOUR_1,
    Key.Key_2: Deed.COLOUR_2,
    Key.Key_3: Deed.COLOUR_3,
    Key.Key_E: Deed.ERASE,
}
"""What keys mean while the pen is on."""
COMMAND = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)

WORDS: Sequence[tuple[str, str]] = (
    (marked("→  Page Down"), marked("the next page; a clicker does it too")),
    (marked("←  Page Up"), marked("the page before")),
    (marked("Home  End"), marked("the first page, the last page")),
    (marked("Space"), marked("play the training, or pause it")),
    ("B  .", marked("a black screen; any key brings the picture back")),
    ("W", marked("a white screen")),
    ("L", marked("a laser pointer that follows the mouse")),
    ("P", marked("a pen: draw on the picture until the page is turned")),
    ("1  2  3", marked("the pen's colour: red, blue, amber")),
    ("Ctrl+Z", marked("with the pen: take back a stroke")),
    ("E", marked("with the pen: erase all strokes")),
    ("S", marked("a spotlight on the view under the mouse; again: off")),
    ("Ctrl++  Ctrl+-", marked("larger text, smaller text")),
    ("Ctrl+Shift+P", marked("the presenter's window: notes, clock, what comes next")),
    ("Esc  F5", marked("leave; in a text field Esc leaves the field first")),
    ("?", marked("these keys")),
)


def deed_of(event: QKeyEvent, *, pages: bool, pen: bool) -> Deed | None:
    """What a key means; None for one that is left to the views.

    Parameters
    ----------
    pages
        Whether there are pages to be turned.
    pen
        Whether the pen is on.
    """
    if event.text() == "?":
        return Deed.KEYS
    key, command = Key(event.key()), event.modifiers() & COMMAND
    if command:
        takes_back = pen and key == Key.Key_Z and command == Qt.KeyboardModifier.ControlModifier
        return Deed.TAKE_BACK if takes_back else None
    meanings = TOOLS | (PAGES if pages else {}) | (PEN if pen else {})
    return meanings.get(key)
