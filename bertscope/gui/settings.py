"""What the window remembers between launches, in one readable file."""

import contextlib
from pathlib import Path
from typing import Annotated

import msgspec

from bertscope.gui.recent import There, newest_first, newest_there
from bertscope.gui.task.recent_data import OwnData, newest_data
from bertscope.gui.theme import Mode
from bertscope.places import settings_folder

FILE = "settings.json"

Side = Annotated[int, msgspec.Meta(ge=0, le=32_767)]
"""Of a window in pixels: no screen is larger, and more is nothing that Qt can take."""
DAMAGE = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)
"""What a damaged file makes msgspec raise."""


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
    recent
        Models, runs and sessions that were opened last, newest first.
    layout
        Where the panels stand, as the window writes it; empty for the usual places.
    picture_zoom
        Pixels of a saved picture for each of the screen.
    engine
        What to type to reach an engine elsewhere; empty for that of this machine.
    there
        Models and runs that were opened last by engines elsewhere, newest first.
    data
        Labelled data of one's own that was trained on last, newest first.
    lessons
        How many pages of a lesson are done, by its name.
    invited
        Whether the invitation to the tour was shown.
    language
        A key of `bertscope.gui.language.chosen.LANGUAGES`; empty for the system's.
    """

    mode: Mode = Mode.SYSTEM
    scale: float = 1.0
    width: Side = 0
    height: Side = 0
    folder: str = ""
    recent: list[str] = []
    layout: str = ""
    picture_zoom: Annotated[float, msgspec.Meta(ge=0.5, le=8.0)] = 2.0
    engine: str = ""
    there: list[There] = []
    data: list[OwnData] = []
    lessons: dict[str, int] = {}
    invited: bool = False
    language: str = ""

    @classmethod
    def load(cls) -> "Settings":
        """Read them; a missing or damaged file gives the defaults."""
        with contextlib.suppress(OSError, *DAMAGE):
            return msgspec.json.decode((settings_folder() / FILE).read_bytes(), type=cls)
        return cls()

    def save(self) -> None:
        """Write them; where that can't be, the window goes on without."""
        with contextlib.suppress(OSError):
            settings_folder().mkdir(parents=True, exist_ok=True)
            content = msgspec.json.format(msgspec.json.encode(self), indent=2)
            draft = settings_folder() / f"{FILE}.tmp"
            draft.write_bytes(content)
            draft.replace(settings_folder() / FILE)

    def remember(self, path: Path) -> None:
        """Put what was opened or saved at the top of the recent ones."""
        self.recent = newest_first(self.recent, path)

    def remember_there(self, visited: There) -> None:
        """The same for what lies where another engine is."""
        self.there = newest_there(self.there, visited)

    def remember_data(self, visited: OwnData) -> None:
        """The same for labelled data."""
        self.data = newest_data(self.data, visited)


class Unkept(Settings):
    """Those of a window that a program drives: the user's own stay as they are."""

    def save(self) -> None:
        """Nothing is written."""
