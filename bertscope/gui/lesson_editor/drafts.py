"""What of a lesson is not saved yet, kept beside the user's own lessons until it is."""

import contextlib
from pathlib import Path

from bertscope.errors import BertscopeError
from bertscope.gui.language import tr
from bertscope.gui.lesson.reading import text_of
from bertscope.gui.lesson.shelf import OWN_DRAFT, Entry, drafts_folder


def draft_of(entry: Entry | None) -> Path:
    """Where the draft of a lesson lies, or that of one that has never been saved."""
    name = "new" if entry is None else f"{OWN_DRAFT if entry.own else 'of '}{entry.name}"
    return drafts_folder() / f"{name}.md"


def read_draft(entry: Entry | None) -> str | None:
    """The draft of a lesson, if there is one that can be read."""
    try:
        return text_of(draft_of(entry))
    except BertscopeError:
        return None


def draft_bytes(entry: Entry | None) -> bytes | None:
    """The draft of a lesson as it lies there, by which it is known again; None for none."""
    try:
        return draft_of(entry).read_bytes()
    except OSError:
        return None


def drop_draft(entry: Entry | None) -> None:
    with contextlib.suppress(OSError):
        draft_of(entry).unlink(missing_ok=True)


def write_whole(path: Path, text: str) -> None:
    """Write a text, whole or not at all.

    Raises
    ------
    BertscopeError
        If it can't be written; what was there stays.
    """
    draft = path.with_name(path.name + ".tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(text.encode("utf-8"))
        draft.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
        raise BertscopeError(
            tr(
                "{path} can't be written ({reason}): export the lesson somewhere else.",
                path=path,
                reason=error.strerror,
            )
        ) from error
