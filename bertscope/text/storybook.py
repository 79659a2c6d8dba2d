"""The data of the built-in stories, the files in ``resources/corpora/``, ready to tell from."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from bertscope import places
from bertscope.recipe import STORIES

_SLOT = re.compile(r"\{([^}]*)\}")
_CHOICE = re.compile(r"\[([^\]]*)\]")
_STRUCTURE = ("name", "heroes", "pets", "cast", "plot", "weight", "shuffle")
"""Keys of a scene that are no lists of words."""
DEFAULT_WEIGHT = 4
DEFAULT_HEROES = ("name", "name", "I", "relative", "we")


class Slot(NamedTuple):
    head: str
    form: str
    first: bool
    """Whether the wording starts with it: then a subject may be a pronoun."""


class Choice(NamedTuple):
    """One of several texts, drawn anew each time."""

    options: tuple[tuple[str | Slot, ...], ...]


class Wording(NamedTuple):
    text: str
    parts: tuple[str | Slot | Choice, ...]

    def slots(self) -> Iterator[Slot]:
        for part in self.parts:
            if isinstance(part, Choice):
                yield from (s for option in part.options for s in option if isinstance(s, Slot))
            elif isinstance(part, Slot):
                yield part


class Beat(NamedTuple):
    optional: bool
    wordings: tuple[Wording, ...]


class Scene(NamedTuple):
    name: str
    weight: int
    shuffle: bool
    heroes: tuple[str, ...]
    pets: tuple[str, ...]
    cast: tuple[dict[str, str], ...]
    words: dict[str, list[str]]
    plot: tuple[Beat, ...]


class Book:
    """The data files, ready to tell from."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.people: dict[str, list[str]] = data["people"]
        self.kin: dict[str, dict[str, list[str]]] = {
            "relative": data["relatives"],
            "sibling": data["siblings"],
        }
        self.places: dict[str, list[str]] = data["places"]
        self.lists: dict[str, list[str]] = data["lists"]
        self.opposites: dict[str, str] = data["opposites"]
        self.plurals: dict[str, str] = data["plurals"]
        self.participles: dict[str, str] = data["participles"]
        self.pets: dict[str, dict[str, list[str]]] = {
            kind: {**data["pets"].get(pet.get("like"), {}), **pet}
            for kind, pet in data["pets"].items()
        }
        forms = {
            "=" + name: tuple(_compile(text) for text in texts)
            for name, texts in data["forms"].items()
        }
        self.scenes = [_read_scene(scene, forms) for scene in data["scene"]]
        self.weighted_scenes = [scene for scene in self.scenes for _ in range(scene.weight)]

    def participle(self, verb: str) -> str:
        first, space, rest = verb.partition(" ")
        return (self.participles.get(first) or first + "ing") + space + rest


@cache
def read_book(name: str = STORIES) -> Book:
    """The book of the stories that ship: `STORIES`, or `LITTLE_STORIES`.

    Raises
    ------
    BertscopeError
        If the resources that ship are missing.
    """
    data: dict[str, Any] = {"scene": []}
    for path in sorted((places.resources() / "corpora" / name).glob("*.toml")):
        part = tomllib.loads(path.read_text("utf-8"))
        data["scene"] += part.pop("scene", [])
        data |= part
    return Book(data)


def _read_scene(scene: dict[str, Any], forms: dict[str, tuple[Wording, ...]]) -> Scene:
    beats = []
    for texts in scene["plot"]:
        wordings: list[Wording] = []
        for text in texts:
            if text != "?":
                wordings += forms[text] if text.startswith("=") else (_compile(text),)
        beats.append(Beat(texts[0] == "?", tuple(wordings)))
    return Scene(
        name=scene["name"],
        weight=scene.get("weight", DEFAULT_WEIGHT),
        shuffle=scene.get("shuffle", False),
        heroes=tuple(scene.get("heroes", DEFAULT_HEROES)),
        pets=tuple(scene.get("pets", ())),
        cast=tuple(scene.get("cast", ())),
        words={k: v for k, v in scene.items() if k not in _STRUCTURE},
        plot=tuple(beats),
    )


def _compile(text: str) -> Wording:
    parts: list[str | Slot | Choice] = []
    for i, piece in enumerate(_CHOICE.split(text)):
        if i % 2:
            parts.append(Choice(tuple(_parts(option, not parts) for option in piece.split("|"))))
        else:
            parts += _parts(piece, not parts)
    return Wording(text, tuple(parts))


def _parts(text: str, first: bool) -> tuple[str | Slot, ...]:
    parts: list[str | Slot] = []
    for i, piece in enumerate(_SLOT.split(text)):
        if i % 2:
            head, _, form = piece.partition(" ")
            parts.append(Slot(head, form, first=first and not parts))
        elif piece:
            parts.append(piece)
    return tuple(parts)
