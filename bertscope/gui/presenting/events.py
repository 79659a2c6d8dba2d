"""What the process that makes an export says, a line of JSON each, and the window reads."""

import msgspec

from bertscope.events import Refused, event_in


class Painted(msgspec.Struct, frozen=True, tag="painted", tag_field="event"):
    """So many pages are there, of so many."""

    pages: int
    of: int


class Made(msgspec.Struct, frozen=True, tag="made", tag_field="event"):
    """The export is there."""

    path: str


Event = Painted | Made | Refused


def event_of(line: bytes) -> Event | None:
    """The event that a line says; None for a line that is none."""
    event: Event | None = event_in(line, Event)
    return event
