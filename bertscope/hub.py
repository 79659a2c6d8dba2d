"""The Hub as all parts of the program know it, without the package that talks to it.

`bertscope fetch --json` says its events a line each, and the window reads them.
"""

from pathlib import PurePath

import msgspec

from bertscope.events import Refused, event_in

NEEDS_EXTRA = (
    "Loading from the Hub needs the package huggingface_hub: pip install 'bertscope[hub]'."
)
PACKAGE = "huggingface_hub"
EXAMPLES = ("google/bert_uncased_L-2_H-128_A-2", "bert-base-uncased")
_UNITS = (("GB", 1e9), ("MB", 1e6), ("kB", 1e3))
_CACHED = "models--"
_SNAPSHOTS = "snapshots"


class HubFile(msgspec.Struct, frozen=True):
    """A file of a model: its size, and whether it is in the Hub's cache already."""

    name: str
    bytes: int
    cached: bool


class Sized(msgspec.Struct, frozen=True, tag="sized", tag_field="event"):
    """What there is to load.

    Attributes
    ----------
    total, cached
        Bytes of all files, and of those that are in the cache.
    """

    name: str
    total: int
    cached: int
    files: list[HubFile]


class Loading(msgspec.Struct, frozen=True, tag="loading", tag_field="event"):
    """How many bytes are there, of how many; what was in the cache counts."""

    done: int
    total: int


class Fetched(msgspec.Struct, frozen=True, tag="fetched", tag_field="event"):
    """The model is there, in this folder."""

    folder: str


Event = Sized | Loading | Fetched | Refused


def event_of(line: bytes) -> Event | None:
    """The event that a line says; None for a line that is none."""
    event: Event | None = event_in(line, Event)
    return event


def size(count: int) -> str:
    """Bytes in words, by powers of ten as the Hub has them."""
    unit, factor = next((u, f) for u, f in _UNITS if count >= f or f == _UNITS[-1][1])
    number = count / factor
    return f"{number:.1f} {unit}" if unit == "GB" or 0 < number < 10 else f"{number:.0f} {unit}"


def model_name(folder: PurePath) -> str:
    """What a model folder is called: its own name, and in the Hub's cache that of the model.

    There a model lies in ``models--owner--name/snapshots/<commit>``.
    """
    parts = folder.parts
    if len(parts) > 2 and parts[-2] == _SNAPSHOTS and parts[-3].startswith(_CACHED):
        return parts[-3].removeprefix(_CACHED).replace("--", "/")
    return folder.name
