"""The data of the built-in stories, ``resources/corpora/stories.toml``, ready to tell from."""

import re
import tomllib
from functools import cache
from typing import Any, NamedTuple

from bertscope import places

_SLOT = re.compile(r"\{([^}]*)\}")
_STRUCTURE = ("heroes", "pets", "cast", "plot")
"""Keys of a scene that are no lists of words."""


class Slot(NamedTuple):
    head: str
    form: str
    first: bool
    """Whether the wording starts with it: then a subject may be a pronoun."""


class Wording(NamedTuple):
    text: str
    parts: tuple[str | Slot, ...]


class Beat(NamedTuple):
    optional: bool
    wordings: tuple[Wording, ...]


class Scene(NamedTuple):
    weight: int
    shuffle: bool
    heroes: tuple[str, ...]
    pets: tuple[str, ...]
    cast: tuple[dict[str, str], ...]
    words: dict[str, list[str]]
    plot: tuple[Beat, ...]


class Book:
    """The data file, ready to tell from."""

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

    def participle(self, verb: str) -> str:
        return self.participles.get(verb) or verb + "ing"


@cache
def read_book() -> Book:
    path = places.resources() / "corpora" / "stories.toml"
    return Book(tomllib.loads(path.read_text("utf-8")))


def _read_scene(scene: dict[str, Any], forms: dict[str, tuple[Wording, ...]]) -> Scene:
    beats = []
    for texts in scene["plot"]:
        wordings: list[Wording] = []
        for text in texts:
            if text != "?":
                wordings += forms[text] if text.startswith("=") else (_compile(text),)
        beats.append(Beat(texts[0] == "?", tuple(wordings)))
    return Scene(
        weight=scene["weight"],
        shuffle=scene.get("shuffle", False),
        heroes=tuple(scene.get("heroes", ("name", "name", "I", "relative", "we"))),
        pets=tuple(scene.get("pets", ())),
        cast=tuple(scene.get("cast", ())),
        words={k: v for k, v in scene.items() if isinstance(v, list) and k not in _STRUCTURE},
        plot=tuple(beats),
    )


def _compile(text: str) -> Wording:
    parts: list[str | Slot] = []
    for i, piece in enumerate(_SLOT.split(text)):
        if i % 2:
            head, _, form = piece.partition(" ")
            parts.append(Slot(head, form, first=not parts))
        elif piece:
            parts.append(piece)
    return Wording(text, tuple(parts))
