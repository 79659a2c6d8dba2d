"""What a process says to the one that started it, a line of JSON each."""

from typing import Any

import msgspec


class Refused(msgspec.Struct, frozen=True, tag="refused", tag_field="event"):
    """What was wanted can't be had, and why."""

    sentence: str


def event_in(line: bytes, kind: Any) -> Any:
    """The event of a kind, a union of such structs, that a line says; None for any other line."""
    try:
        return msgspec.json.decode(line, type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None
