"""The built-in corpus: short everyday stories from a seeded grammar.

Words, wordings and scenes are data, in ``resources/corpora/stories.toml``. A story is one scene
with its people, pet and things, which stay the same from the first sentence to the last; so two
neighbouring sentences belong together by what they are about, while their forms are shared.

A wording has slots in braces:

===================  ==============================================================================
slot                 becomes
===================  ==============================================================================
``{hero}``           the hero as subject: by name first, later by name or pronoun; ``{pet}`` the
                     same, ``{friend}`` never by pronoun; ``{both}`` is hero and friend
``{hero him}``       a pronoun of the hero or ``{pet him}`` of the pet: he, him or his
``{hero was}``       was, is, has or another verb, in agreement: ``{pet like}``
``{hero *use}``      the same of the verb that the slot ``use`` holds
``{thing}``          a word of the scene, the same one all through the story; ``{thing2}`` another
``{a thing}``        the same with its article
``{act ing}``        the same as a present participle
``{where}``          the scene's place with its preposition; ``{they}``, ``{them}``, ``{I}``,
                     ``{am}``, ``{me}`` and ``{my}`` fit the hero
===================  ==============================================================================
"""

import random
from collections.abc import Callable, Sequence
from typing import TypeVar

from bertscope.text.storybook import Beat, Book, Scene, Slot, Wording, read_book

_T = TypeVar("_T")

FEWEST_SENTENCES, MOST_SENTENCES = 4, 7
_NAME_AGAIN = 0.4
"""Chance that someone known is told by name where a pronoun would do."""

_PRONOUNS = {
    "I": ("I", "me", "my"),
    "you": ("you", "you", "your"),
    "he": ("he", "him", "his"),
    "she": ("she", "her", "her"),
    "it": ("it", "it", "its"),
    "we": ("we", "us", "our"),
    "they": ("they", "them", "their"),
}
_FORMS = {"he": 0, "him": 1, "his": 2}
_THIRD = ("he", "she", "it")
_IRREGULAR = {
    "is": {"I": "am", **dict.fromkeys(_THIRD, "is")},
    "was": {"I": "was", **dict.fromkeys(_THIRD, "was")},
    "has": dict.fromkeys(_THIRD, "has"),
    "does": dict.fromkeys(_THIRD, "does"),
}
_PLURALS = {"is": "are", "was": "were", "has": "have", "does": "do"}


def write_stories(seed: int, count: int) -> list[list[str]]:
    """Write stories of four to seven sentences each.

    The same seed gives the same stories on every machine, and a smaller `count` the first of them.

    Raises
    ------
    BertscopeError
        If the resources that ship are missing.
    """
    book = read_book()
    # A string seeds through sha512, and random() is the same in every Python version.
    rng = random.Random(f"stories {seed}")
    scenes = [scene for scene in book.scenes for _ in range(scene.weight)]
    return [_Story(book, _pick(scenes, rng.random), rng.random).tell() for _ in range(count)]


class _Story:
    """One story while it is told."""

    def __init__(self, book: Book, scene: Scene, uniform: Callable[[], float]) -> None:
        self.book = book
        self.scene = scene
        self.uniform = uniform
        self.bound: dict[str, str] = {}
        self.words = dict(scene.words)
        self.known: set[str] = set()
        self.in_sentence: set[str] = set()
        self._cast_people()
        if scene.pets:
            self._cast_pet()
        if scene.cast:
            self.bound.update(_pick(scene.cast, uniform))

    def tell(self) -> list[str]:
        told: set[str] = set()
        sentences = []
        for beat in self._beats():
            fresh = [w for w in beat.wordings if w.text not in told] or list(beat.wordings)
            wording = _pick(fresh, self.uniform)
            told.add(wording.text)
            sentences.append(self._fill(wording))
        return sentences

    def _beats(self) -> list[Beat]:
        plot = self.scene.plot
        if not self.scene.shuffle:
            beats = [beat for beat in plot if not beat.optional or self.uniform() < 0.5]
            return beats[:MOST_SENTENCES]
        count = FEWEST_SENTENCES + int(
            self.uniform() * (min(MOST_SENTENCES, len(plot)) - FEWEST_SENTENCES + 1)
        )
        rest = list(plot[1:])
        return [plot[0], *(rest.pop(int(self.uniform() * len(rest))) for _ in range(count - 1))]

    # ------------------------------------------------------------ who is in it

    def _cast_people(self) -> None:
        kind = _pick(self.scene.heroes, self.uniform)
        gender = "she" if self.uniform() < 0.5 else "he"
        other = "he" if gender == "she" else "she"
        self.hero = kind if kind in _PRONOUNS else gender
        self.hero_name = self.hero
        if kind == "name":
            self.hero_name = _pick(self.book.people[gender], self.uniform)
        elif kind in self.book.kin:
            self.hero_name = "my " + _pick(self.book.kin[kind][gender], self.uniform)
        # The friend is of the other gender, so that pronouns are clear.
        if kind in ("name", "I", "you") and self.uniform() < 0.35:
            self.friend_is_kin = True
            self.friend = _pick(self.book.kin["relative"][other], self.uniform)
        else:
            self.friend_is_kin = False
            self.friend = _pick(self.book.people[other], self.uniform)

    def _cast_pet(self) -> None:
        kind = _pick(self.scene.pets, self.uniform)
        self.bound["kind"] = kind
        self.words.update(self.book.pets[self.book.plurals.get(kind, kind)])
        draw = self.uniform()
        if kind in self.book.plurals:
            self.pet = "they"
        elif self.hero in _THIRD:
            self.pet = "it" if draw < 0.3 else "he" if self.hero == "she" else "she"
        else:
            self.pet = "he" if draw < 0.45 else "she" if draw < 0.8 else "it"

    # ------------------------------------------------------------ slots become words

    def _fill(self, wording: Wording) -> str:
        self.in_sentence.clear()
        text = "".join(p if isinstance(p, str) else self._say(p) for p in wording.parts)
        start = 1 if text[0] == '"' else 0
        return text[:start] + text[start].upper() + text[start + 1 :]

    def _say(self, slot: Slot) -> str:
        head, form = slot.head, slot.form
        if head == "hero":
            return self._hero(form)
        if head == "pet":
            return self._pet(form, slot.first)
        if special := _SPECIAL.get(head):
            return special(self)
        if head == "a":
            word = self._word(form)
            return ("an " if word[0] in "aeiou" else "a ") + word
        word = self._word(head)
        return self.book.participle(word) if form == "ing" else word

    def _word(self, slot: str) -> str:
        """The word of a slot: drawn at its first use, other than the words drawn before."""
        if slot in self.bound:
            return self.bound[slot]
        base = slot.rstrip("23")
        choices = self.words.get(base) or self.book.lists[base]
        opposites = self.book.opposites
        taken = {*self.bound.values(), *(opposites.get(w, "") for w in self.bound.values())}
        word = _pick([w for w in choices if w not in taken] or choices, self.uniform)
        self.bound[slot] = word
        return word

    def _hero(self, form: str) -> str:
        if form and form not in _FORMS:
            return self._agree(self.hero, form)
        pronoun = _PRONOUNS[self.hero][_FORMS[form or "he"]]
        by_name = "hero" not in self.known
        if form != "him" and "hero" not in self.in_sentence:
            by_name = by_name or self.uniform() < _NAME_AGAIN
        self.known.add("hero")
        self.in_sentence.add("hero")
        if not by_name or self.hero_name == self.hero:
            return pronoun
        return self.hero_name + ("'s" if form == "his" else "")

    def _pet(self, form: str, first: bool) -> str:
        if form == "name":
            self.known.add("pet_name")
            return self._word("pet_name")
        if form and form not in _FORMS:
            return self._agree(self.pet, form)
        by_noun = "pet" not in self.known
        if form not in ("he", "him") and "pet" not in self.in_sentence:
            by_noun = by_noun or (not form and (not first or self.uniform() < _NAME_AGAIN))
        self.in_sentence.add("pet")
        if not by_noun:
            return _PRONOUNS[self.pet][_FORMS[form or "he"]]
        noun = self._pet_noun()
        self.known.add("pet")
        possessive = "'" if noun.endswith("s") else "'s"
        return noun + (possessive if form == "his" else "")

    def _pet_noun(self) -> str:
        if "pet_name" in self.known and self.uniform() < 0.5:
            return self._word("pet_name")
        if "pet" in self.known and self.uniform() < 0.4:
            return "the " + self.bound["kind"]
        return f"{self._hero('his')} {self.bound['kind']}"

    def _agree(self, pronoun: str, verb: str) -> str:
        verb = self._word(verb[1:]) if verb.startswith("*") else verb
        if verb in _IRREGULAR:
            return _IRREGULAR[verb].get(pronoun, _PLURALS[verb])
        return _third_person(verb) if pronoun in _THIRD else verb

    def _say_friend(self) -> str:
        if self.friend_is_kin:
            return f"{self._hero('his')} {self.friend}"
        first = "friend" not in self.known
        self.known.add("friend")
        if first and self.uniform() < 0.4:
            return f"{self._hero('his')} friend {self.friend}"
        return self.friend

    def _say_both(self) -> str:
        if self.hero == "we":
            return "we"
        if self.hero == "I":
            return f"{self._say_friend()} and I"
        return f"{self._hero('')} and {self._say_friend()}"

    def _say_where(self) -> str:
        place = self._word("place")
        preposition = next((p for p in ("in", "on") if place in self.book.places[p]), "at")
        return f"{preposition} the {place}"

    def _say_group(self, form: str) -> str:
        return _PRONOUNS["we" if self.hero in ("I", "we") else "they"][_FORMS[form]]

    def _say_self(self, form: str) -> str:
        return _PRONOUNS["we" if self.hero == "we" else "I"][_FORMS[form]]


_SPECIAL: dict[str, Callable[[_Story], str]] = {
    "friend": _Story._say_friend,
    "both": _Story._say_both,
    "where": _Story._say_where,
    "they": lambda story: story._say_group("he"),
    "them": lambda story: story._say_group("him"),
    "I": lambda story: story._say_self("he"),
    "me": lambda story: story._say_self("him"),
    "my": lambda story: story._say_self("his"),
    "am": lambda story: "are" if story.hero == "we" else "am",
}


def _third_person(verb: str) -> str:
    """``plays football`` of ``play football``."""
    first, space, rest = verb.partition(" ")
    if first.endswith(("s", "sh", "ch", "x", "o")):
        first += "es"
    elif first.endswith("y") and first[-2] not in "aeiou":
        first = first[:-1] + "ies"
    else:
        first += "s"
    return first + space + rest


def _pick(choices: Sequence[_T], uniform: Callable[[], float]) -> _T:
    return choices[int(uniform() * len(choices))]
