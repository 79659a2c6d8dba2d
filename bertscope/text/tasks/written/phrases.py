"""Sentences from wordings with slots, for the labelled data that ships.

``[is|was]`` in a wording is one of these. A wording has slots in braces, which are the same all
through a wording:

==================  ===============================================================================
slot                becomes
==================  ===============================================================================
``{A}``, ``{B}``..  a person as subject: Anna, my sister, I
``{A him}``         the same as object: Anna, my sister, me
``{A's}``           Anna's, my sister's, my
``{A was}``         Anna was, I was, we were
``{he}``            a pronoun of A: he, she, I; so are ``{him}``, ``{his}`` and ``{he was}``
``{glad}``          a word of the list ``glad``, which may have slots itself; ``{glad2}`` another
``{a thing}``       a word of the list ``thing`` with its article
==================  ===============================================================================

A list has words for all parts of the data and new ones, which the training part doesn't use: what
a model says of them, it must know from elsewhere.
"""

import random
import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from bertscope import places
from bertscope.text.storybook import read_book

_T = TypeVar("_T")

_NEW_WORD = 0.45
"""Chance that the dev and test parts take a word of a list from its new ones."""
_CHOICE = re.compile(r"\[([^\]]*)\]")
_SLOT = re.compile(r"\{([^}]*)\}")
_INITIAL = re.compile(r'^"?[a-z]|(?<=[.!?] )[a-z]')
_VOWEL = re.compile(r"(?!uni|use|eu|one)[aeiou]|hour|honest")


class Person(NamedTuple):
    name: str
    object: str
    possessive: str
    he: str
    him: str
    his: str
    was: str = "was"


class Words(NamedTuple):
    """A list of words."""

    known: Sequence[str]
    new: Sequence[str] = ()


I_PERSON = Person("I", "me", "my", "I", "me", "my")
WE_PERSON = Person("we", "us", "our", "we", "us", "our", "were")
_KIN = {"she": ("sister", "aunt", "mother", "cousin"), "he": ("brother", "uncle", "father", "son")}
_PRONOUNS = {"she": ("she", "her", "her"), "he": ("he", "him", "his")}


def uniform_of(*key: object) -> Callable[[], float]:
    """Random numbers from a key: the same on every machine and in every Python version."""
    return random.Random(" ".join(map(str, key))).random


def pick(choices: Sequence[_T], uniform: Callable[[], float]) -> _T:
    return choices[int(uniform() * len(choices))]


def shuffled(items: Sequence[_T], uniform: Callable[[], float]) -> list[_T]:
    """The items in another order."""
    rest = list(items)
    return [rest.pop(int(uniform() * len(rest))) for _ in items]


def read_wordings(task: str) -> dict[str, Any]:
    """The tables in ``resources/tasks/wordings/`` that a task is written from.

    Raises
    ------
    BertscopeError
        If the resources that ship are missing.
    """
    path = places.resources() / "tasks" / "wordings" / f"{task}.toml"
    return tomllib.loads(path.read_text("utf-8"))


def word_lists(tables: Mapping[str, Any]) -> dict[str, Words]:
    return {name: Words(w["all"], w.get("new", ())) for name, w in tables.items()}


def with_article(word: str) -> str:
    return ("an " if _VOWEL.match(word) else "a ") + word


class Phrases:
    """Fills wordings with people and words.

    Parameters
    ----------
    lists
        The words of each slot.
    uniform
        Where chance comes from.
    new
        Whether new words and names are told too: so it is in dev and test.
    """

    def __init__(
        self, lists: Mapping[str, Words], uniform: Callable[[], float], *, new: bool
    ) -> None:
        self.lists = lists
        self.uniform = uniform
        self.new = new
        people = read_book().people
        self._names = {gender: _split(people[gender]) for gender in ("she", "he")}

    def word(self, words: Words) -> str:
        fresh = self.new and words.new and self.uniform() < _NEW_WORD
        return pick(words.new if fresh else words.known, self.uniform)

    def named(self, taken: Sequence[Person] = ()) -> Person:
        """Somebody with a name, and of the other gender than the last of `taken`."""
        gender = "she" if self.uniform() < 0.5 else "he"
        if taken:
            gender = "he" if taken[-1].he == "she" else "she"
        while True:
            name = self.word(self._names[gender])
            if all(person.name != name for person in taken):
                return Person(name, name, name + "'s", *_PRONOUNS[gender])

    def anybody(self) -> Person:
        """Somebody with a name, of the family, or who tells it."""
        draw = self.uniform()
        if draw < 0.15:
            return I_PERSON if draw < 0.1 else WE_PERSON
        if draw < 0.65:
            return self.named()
        gender = "she" if self.uniform() < 0.5 else "he"
        kin = "my " + pick(_KIN[gender], self.uniform)
        return Person(kin, kin, kin + "'s", *_PRONOUNS[gender])

    def fill(self, wording: str, *people: Person, bound: dict[str, str] | None = None) -> str:
        """The sentence of a wording; `bound` takes and gives the words of its slots."""
        bound = {} if bound is None else bound
        for letter, person in zip("ABC", people, strict=False):
            bound |= _forms_of(letter, person)
        text = _CHOICE.sub(lambda found: pick(found[1].split("|"), self.uniform), wording)
        while _SLOT.search(text):
            text = _SLOT.sub(lambda found: self._slot(found[1], bound), text)
        return capitalised(text)

    def _slot(self, slot: str, bound: dict[str, str]) -> str:
        if slot.startswith("a "):
            return with_article(self._slot(slot[2:], bound))
        if slot not in bound:
            words = self.lists[slot.rstrip("23")]
            choices = [w for w in (*words.known, *words.new) if w not in bound.values()]
            while (drawn := self.word(words)) not in choices:
                pass
            bound[slot] = drawn
        return bound[slot]


def capitalised(text: str) -> str:
    return _INITIAL.sub(lambda found: found[0].upper(), text)


def _forms_of(letter: str, person: Person) -> dict[str, str]:
    forms = {
        letter: person.name,
        f"{letter} him": person.object,
        f"{letter}'s": person.possessive,
        f"{letter} was": f"{person.name} {person.was}",
        f"was {letter}": f"{person.was} {person.name}",
    }
    if letter != "A":
        return forms
    pronouns = {"he": person.he, "him": person.him, "his": person.his}
    return forms | pronouns | {"he was": f"{person.he} {person.was}"}


def _split(names: Sequence[str]) -> Words:
    """Every fourth name is a new one."""
    return Words([n for i, n in enumerate(names) if i % 4 < 3], names[3::4])
