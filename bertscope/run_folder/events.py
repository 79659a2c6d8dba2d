"""What happened in a run, besides steps."""

from enum import StrEnum
from pathlib import Path

import msgspec

from bertscope.run_folder.layout import EVENTS


class Happening(StrEnum):
    """What can happen in a run, besides steps."""

    STARTED = "started"
    RESUMED = "resumed"
    PAUSED = "paused"
    CHANGED = "changed"
    CHECKPOINT = "checkpoint"
    NOT_FINITE = "not finite"
    NOTED = "noted"
    STOPPED = "stopped"
    FINISHED = "finished"


class RunEvent(msgspec.Struct, frozen=True):
    """A line of ``events.jsonl``.

    Attributes
    ----------
    step
        Finished steps when it happened.
    what
        Of which kind it is.
    words
        More about it for people, such as "learning rate 0.003 → 0.001"; may be empty.
    time
        In UTC, as ISO 8601 writes it.
    """

    step: int
    what: Happening
    words: str = ""
    time: str = ""


def read_events(folder: Path) -> list[RunEvent]:
    """What happened so far; a line that can't be read, or is still being written, is left out."""
    try:
        lines = (folder / EVENTS).read_bytes().split(b"\n")[:-1]
    except OSError:
        return []
    return [event for line in lines if (event := _event(line)) is not None]


def _event(line: bytes) -> RunEvent | None:
    try:
        return msgspec.json.decode(line, type=RunEvent)
    except msgspec.MsgspecError:
        return None
