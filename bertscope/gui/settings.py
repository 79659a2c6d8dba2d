"""What the window remembers between launches, in one readable file."""

import contextlib

import msgspec

from bertscope.gui.theme import Mode
from bertscope.places import settings_folder

FILE = "settings.json"


class Settings(msgspec.Struct):
    """The user's settings.

    Attributes
    ----------
    mode, scale
        Light or dark, and the text size.
    width, height
        Of the window; 0 until it was closed once.
    folder
        Where the last file dialog was.
    """

    mode: Mode = Mode.SYSTEM
    scale: float = 1.0
    width: int = 0
    height: int = 0
    folder: str = ""

    @classmethod
    def load(cls) -> "Settings":
        """Read them; a missing or damaged file gives the defaults."""
        with contextlib.suppress(OSError, msgspec.MsgspecError):
            return msgspec.json.decode((settings_folder() / FILE).read_bytes(), type=cls)
        return cls()

    def save(self) -> None:
        """Write them; where that can't be, the window goes on without."""
        with contextlib.suppress(OSError):
            settings_folder().mkdir(parents=True, exist_ok=True)
            content = msgspec.json.format(msgspec.json.encode(self), indent=2)
            (settings_folder() / FILE).write_bytes(content)
