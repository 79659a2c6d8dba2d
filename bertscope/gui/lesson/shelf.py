"""Which lessons there are: those that ship, and the user's own."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from bertscope.errors import BertscopeError
from bertscope.gui.language import tr
from bertscope.gui.lesson.lesson import Lesson
from bertscope.gui.lesson.reading import open_lesson
from bertscope.places import LESSON_SUFFIX as SUFFIX
from bertscope.places import lessons_folder, resources

__all__ = ["SUFFIX", "Entry", "entries", "entry_of", "keep", "safe_name", "take_in"]

ENGLISH = "en"
OWN_DRAFT = "own "
"""What the names of drafts of the user's own lessons begin with; see `drafts_folder`."""
SHIPPED = re.compile(r"\d+-(?P<name>.+)")
OF_A_LANGUAGE = re.compile(r"lesson(\.(?P<language>\w+))?\.md")
LONGEST_NAME = 60
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)
"""Names that Windows gives no file."""


@dataclass(frozen=True)
class Entry:
    """A lesson on the shelf.

    Attributes
    ----------
    name
        By which it is begun.
    files
        Its text by language; the user's own have one, whatever its language.
    own
        Whether it is the user's own; else it ships.
    """

    name: str
    files: dict[str, Path]
    own: bool

    def file(self, language: str = ENGLISH) -> Path:
        """Its text in a language, else in English, else in any."""
        return (
            self.files.get(language) or self.files.get(ENGLISH) or next(iter(self.files.values()))
        )

    def open(self, language: str = ENGLISH) -> Lesson:
        """Read it.

        Raises
        ------
        BertscopeError
            If it can't be read.
        """
        return open_lesson(self.file(language))

    def title(self, language: str = ENGLISH) -> str:
        """What it is called; its name where it can't be read."""
        try:
            return self.open(language).head.title
        except BertscopeError:
            return self.name

    def trouble(self, language: str = ENGLISH) -> str:
        """Why it can't be read, in a sentence; empty where it can be."""
        try:
            self.open(language)
        except BertscopeError as error:
            return str(error)
        return ""


def entries() -> tuple[Entry, ...]:
    """The lessons that ship, in their order, then the user's own by name; none is read yet."""
    return (*_shipped(), *_own())


def entry_of(name: str) -> Entry | None:
    """The lesson of a name, if there is one."""
    return next((entry for entry in entries() if entry.name == name), None)


def take_in(path: Path) -> Entry:
    """Copy a lesson's file to the user's own, beside whatever is there.

    Raises
    ------
    BertscopeError
        If it is no lesson, or can't be copied.
    """
    open_lesson(path)
    name = path.name.lower().removesuffix(".md").removesuffix(".lesson")
    try:
        return keep(path.name[: len(name)], path.read_bytes())
    except OSError as error:
        raise BertscopeError(
            tr("{name} can't be read ({reason}).", name=path.name, reason=error.strerror)
        ) from error


def keep(wish: str, content: bytes) -> Entry:
    """Put a new lesson of the user's own on the shelf, under a name near to the one wished for.

    A draft may have outlived its lesson: its name is taken too, for it would be this one's.

    Raises
    ------
    BertscopeError
        If it can't be written.
    """
    taken = {name.lower() for name in (*(entry.name for entry in entries()), *_drafted())}
    folder, name = lessons_folder(), safe_name(wish)
    numbered = (name if number == 1 else f"{name}-{number}" for number in count(1))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for free in (each for each in numbered if each.lower() not in taken):
            try:
                with (folder / f"{free}{SUFFIX}").open("xb") as file:
                    file.write(content)
            except FileExistsError:
                continue
            return Entry(free, {ENGLISH: folder / f"{free}{SUFFIX}"}, own=True)
    except OSError as error:
        raise BertscopeError(
            tr("{folder} can't be written ({reason}).", folder=folder, reason=error.strerror)
        ) from error
    raise AssertionError  # There is always a next number.


def drafts_folder() -> Path:
    """Where lies what is not saved yet; see `bertscope.gui.lesson_editor.drafts`."""
    return lessons_folder() / "drafts"


def _drafted() -> Iterable[str]:
    """The names of the user's own lessons of which there are drafts."""
    for path in drafts_folder().glob(f"{OWN_DRAFT}*.md"):
        yield path.stem.removeprefix(OWN_DRAFT)


def safe_name(wish: str) -> str:
    """A name for a file on any system: letters, digits, blanks and hyphens."""
    name = re.sub(r"[^\w -]+", "-", wish)[:LONGEST_NAME].strip(" -_") or "lesson"
    return f"lesson {name}" if RESERVED.fullmatch(name) else name


def _shipped() -> Iterable[Entry]:
    folder = resources() / "lessons"
    for each in sorted(folder.iterdir()) if folder.is_dir() else ():
        named = SHIPPED.fullmatch(each.name)
        files = {
            found["language"] or ENGLISH: file
            for file in (sorted(each.iterdir()) if named and each.is_dir() else ())
            if (found := OF_A_LANGUAGE.fullmatch(file.name))
        }
        if named and files:
            yield Entry(named["name"], files, own=False)


def _own() -> Iterable[Entry]:
    folder = lessons_folder()
    try:
        found = sorted(folder.glob(f"*{SUFFIX}"), key=lambda path: path.name.lower())
    except OSError:
        return
    for path in found:
        if path.is_file():
            yield Entry(path.name.removesuffix(SUFFIX), {ENGLISH: path}, own=True)
