"""The built-in corpus: short everyday stories from a seeded grammar.

Words, wordings and scenes are data, in ``resources/corpora/stories/``. A story is one scene with
its people, pet and things, which stay the same from the first sentence to the last; so two
neighbouring sentences belong together by what they are about, while their forms are shared.

Two generators draw a story: one its form (scene, wordings, name or pronoun), one its content
(names, pet, things, places). So a story can be told again in the same form with other content:
what tells a sentence of the one from that of the other is what it is about, and nothing else.

``[sat|stood|]`` in a wording is one of these, drawn anew each time. A wording has slots in braces:

===================  ==============================================================================
slot                 becomes
===================  ==============================================================================
``{hero}``           the hero as subject: by name first, later by name or pronoun; ``{pet}`` the
                     same, ``{friend}`` never by pronoun; ``{both}`` is hero and friend;
                     ``{other}`` is somebody else, always by name
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
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

from bertscope.recipe import STORIES
from bertscope.text.storybook import Beat, Book, Choice, Scene, Slot, Wording, read_book

_T = TypeVar("_T")

FEWEST_SENTENCES, MOST_SENTENCES = 4, 7
_NAME_AGAIN = 0.5
"""Chance that someone known is told by name where a pronoun would do."""
_WITHOUT_STOP = 0.12
_INITIAL = re.compile(r'^[a-z]|(?<=^")[a-z]|(?<=[.!?,:] ")[a-z]|(?<=[.!?] )[a-z]')
_TAKES_AN = re.compile(r"(?!uni|use|eu|one)[aeiou]|hour|honest")

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


class Story(NamedTuple):
    """A story, and the name of its scene."""

    scene: str
    sentences: list[str]


def write_stories(seed: int, count: int, corpus: str = STORIES) -> list[list[str]]:
    """Write stories of four to seven sentences each.

    The same seed gives the same stories on every machine, and a smaller `count` the first of them.
    `corpus` is one of `bertscope.recipe.BUILT_IN`.

    Raises
    ------
    BertscopeError
        If the resources that ship are missing.
    """
    return [tell_story(seed, number, corpus=corpus).sentences for number in range(count)]


def tell_story(
    seed: int,
    number: int,
    content: int | None = None,
    corpus: str = STORIES,
    scene: str | None = None,
) -> Story:
    """One of the stories of a seed.

    Parameters
    ----------
    seed, number
        Key of the form, and of the content too where that has no seed of its own.
    content
        Seed of the content: whatever it is, the story is told in the same wordings, but of other
        people, pets and things.
    corpus
        One of `bertscope.recipe.BUILT_IN`.
    scene
        The name of its scene, where that isn't drawn.

    Raises
    ------
    BertscopeError
        If the resources that ship are missing.
    """
    book = read_book(corpus)
    # A string seeds through sha512, and random() is the same in every Python version.
    form = random.Random(f"form {seed} {number}").random
    matter = random.Random(f"content {seed if content is None else content} {number}").random
    told = _pick(book.weighted_scenes, form)
    if scene is not None:
        told = next(one for one in book.scenes if one.name == scene)
    return Story(told.name, _Telling(book, told, form, matter).tell())


class _Telling:
    """One story while it is told."""

    def __init__(
        self, book: Book, scene: Scene, form: Callable[[], float], content: Callable[[], float]
    ) -> None:
        self.book = book
        self.scene = scene
        self.form = form
        self.content = content
        self.bound: dict[str, str] = {}
        self.names: list[str] = []
        self.words = dict(scene.words)
        self.known: set[str] = set()
        self.in_sentence: set[str] = set()
        self._cast_people()
        if scene.pets:
            self._cast_pet()
        if scene.cast:
            self.bound.update(_pick_ranked(scene.cast, content))

    def tell(self) -> list[str]:
        told: set[str] = set()
        sentences = []
        for beat in self._beats():
            fresh = [w for w in beat.wordings if w.text not in told] or list(beat.wordings)
            wording = _pick(fresh, self.form)
            told.add(wording.text)
            sentences.append(self._fill(wording))
        return sentences

    def _beats(self) -> list[Beat]:
        plot = self.scene.plot
        if not self.scene.shuffle:
            beats = [beat for beat in plot if not beat.optional or self.form() < 0.5]
            return beats[:MOST_SENTENCES]
        count = FEWEST_SENTENCES + int(
            self.form() * (min(MOST_SENTENCES, len(plot)) - FEWEST_SENTENCES + 1)
        )
        rest = list(plot[1:])
        return [plot[0], *(rest.pop(int(self.form() * len(rest))) for _ in range(count - 1))]

    # ------------------------------------------------------------ who is in it

    def _cast_people(self) -> None:
        kind = _pick(self.scene.heroes, self.form)
        gender, other = ("she", "he") if self.content() < 0.5 else ("he", "she")
        self.hero = kind if kind in _PRONOUNS else gender
        self.hero_name = self.hero
        if kind == "name":
            self.hero_name = self._new_name(gender)
        elif kind in self.book.kin:
            self.hero_name = "my " + _pick_ranked(self.book.kin[kind][gender], self.content)
        # The friend is of the other gender, so that pronouns are clear.
        self.friend_is_kin = self.form() < 0.35 and kind in ("name", "I", "you")
        if self.friend_is_kin:
            self.friend = _pick_ranked(self.book.kin["relative"][other], self.content)
        else:
            self.friend = self._new_name(other)
        self.bound["other"] = self._new_name("she" if self.content() < 0.5 else "he")

    def _new_name(self, gender: str) -> str:
        names = [name for name in self.book.people[gender] if name not in self.names]
        self.names.append(_pick_ranked(names, self.content))
        return self.names[-1]

    def _cast_pet(self) -> None:
        kind = _pick(self.scene.pets, self.content)
        self.bound["kind"] = kind
        self.words.update(self.book.pets[self.book.plurals.get(kind, kind)])
        draw = self.form()
        if kind in self.book.plurals:
            self.pet = "they"
        elif self.hero in _THIRD:
            self.pet = "it" if draw < 0.3 else "he" if self.hero == "she" else "she"
        else:
            self.pet = "he" if draw < 0.45 else "she" if draw < 0.8 else "it"

    # ------------------------------------------------------------ slots become words

    def _fill(self, wording: Wording) -> str:
        self.in_sentence.clear()
        text = _INITIAL.sub(lambda found: found[0].upper(), "".join(map(self._part, wording.parts)))
        # People often type without a full stop, so some sentences are told without it.
        if self.form() < _WITHOUT_STOP and text[-1] == ".":
            text = text[:-1]
        return text

    def _part(self, part: str | Slot | Choice) -> str:
        if isinstance(part, Choice):
            return "".join(map(self._part, _pick(part.options, self.form)))
        return part if isinstance(part, str) else self._say(part)

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
            return ("an " if _TAKES_AN.match(word) else "a ") + word
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
        word = _pick_ranked([w for w in choices if w not in taken] or choices, self.content)
        self.bound[slot] = word
        return word

    def _hero(self, form: str) -> str:
        if form and form not in _FORMS:
            return self._agree(self.hero, form)
        pronoun = _PRONOUNS[self.hero][_FORMS[form or "he"]]
        by_name = "hero" not in self.known
        if form != "him" and "hero" not in self.in_sentence:
            by_name = by_name or self.form() < _NAME_AGAIN
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
            by_noun = by_noun or (not form and (not first or self.form() < _NAME_AGAIN))
        self.in_sentence.add("pet")
        if not by_noun:
            return _PRONOUNS[self.pet][_FORMS[form or "he"]]
        noun = self._pet_noun()
        self.known.add("pet")
        possessive = "'" if noun.endswith("s") else "'s"
        return noun + (possessive if form == "his" else "")

    def _pet_noun(self) -> str:
        if "pet_name" in self.known and self.form() < 0.5:
            return self._word("pet_name")
        if "pet" in self.known and self.form() < 0.4:
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
        if first and self.form() < 0.4:
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


_SPECIAL: dict[str, Callable[[_Telling], str]] = {
    "friend": _Telling._say_friend,
    "both": _Telling._say_both,
    "where": _Telling._say_where,
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


def _pick_ranked(choices: Sequence[_T], uniform: Callable[[], float]) -> _T:
    """One of words that stand by falling frequency: the first is thrice as likely as the last."""
    draw = uniform()
    return choices[int(draw * (1 + draw) / 2 * len(choices))]


def _pick(choices: Sequence[_T], uniform: Callable[[], float]) -> _T:
    return choices[int(uniform() * len(choices))]
