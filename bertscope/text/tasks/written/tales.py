"""Short stories made of events, so that it is known who did what where in them."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from bertscope.text.tasks.written.phrases import (
    Person,
    Phrases,
    pick,
    word_lists,
)

_FEWEST_EVENTS, _MOST_EVENTS = 3, 4
_GIFTS = 0.2
"""Share of the events in which something is done for somebody else."""
_SAME_DEED, _LIKE_DEED = 0.3, 0.3
"""Chances that an event is what somebody did before in the story with another thing, and that it is
another one with such things."""
_NEW_DEED = 0.3
"""Chance that dev and test tell of what nobody does in training."""
_BETWEEN, _LOOK, _PRONOUN = 0.4, 0.5, 0.6
"""Chances of a sentence without an event, a word before a thing, and he or she for a name."""


class Event(NamedTuple):
    """What somebody did with a thing, somewhere, perhaps for somebody.

    Attributes
    ----------
    deed
        A row of the tables: the forms of the verb, and its lists of things and places.
    who, to
        Who did it, and for whom.
    thing, told_thing
        The noun, and the thing in the words of the story: ``a red lamp``.
    where, told_where
        The place as in ``in the park``, empty where the story doesn't tell; and in the words of the
        story, which may be ``the park``.
    end
        Where the event ends in the passage, in characters.
    """

    deed: Mapping[str, str]
    who: Person
    to: Person | None
    thing: str
    told_thing: str
    where: str
    told_where: str
    end: int


class Tale(NamedTuple):
    passage: str
    people: Sequence[Person]
    events: Sequence[Event]


class Teller:
    """Tells tales.

    Parameters
    ----------
    tables
        Of ``resources/tasks/wordings/who-what-where.toml``.
    uniform
        Where chance comes from.
    new
        Whether new words, names and deeds are told too.
    """

    def __init__(self, tables: dict[str, Any], uniform: Callable[[], float], *, new: bool) -> None:
        self.tables = tables
        self.told: dict[str, list[str]] = tables["told"]
        self.uniform = uniform
        self.new = new
        self.lists = word_lists(tables["words"])
        self.phrases = Phrases(self.lists, uniform, new=new)

    def tell(self) -> Tale:
        a = self.phrases.named()
        people = [a, self.phrases.named([a])]
        events: list[Event] = []
        passage, before = "", None
        for _ in range(_FEWEST_EVENTS + int(self.uniform() * (_MOST_EVENTS - _FEWEST_EVENTS + 1))):
            if self.uniform() < _BETWEEN:
                passage += (
                    self.phrases.fill(pick(self.told["between"], self.uniform), *people) + " "
                )
                before = None
            if self.uniform() < 0.5:
                people.reverse()
            text, event = self._event(people, events, known=before is people[0])
            before = None if event.to else event.who
            passage += text
            events.append(event._replace(end=len(passage)))
            passage += " "
        return Tale(passage.rstrip(), people, events)

    def _event(
        self, people: Sequence[Person], events: Sequence[Event], *, known: bool
    ) -> tuple[str, Event]:
        who, to = people
        deed = self._deed(events)
        gift = "place" not in deed
        wording = pick(self.told["gift" if gift else self._form()], self.uniform)
        taken = {event.thing for event in events}
        thing = self._other_than(taken, deed["thing"])
        look = self.phrases.word(self.lists[deed.get("look", "thing_look")]) + " "
        told_thing = look + thing if self.uniform() < _LOOK else thing
        where = self._other_than({event.where for event in events}, deed.get("place", "out"))
        the_place = where.split(" ", 1)[1]
        bound = dict(deed) | {"thing": told_thing, "where": where, "the place": the_place}
        speaker = self._by_pronoun(who) if known and self.uniform() < _PRONOUN else who
        text = self.phrases.fill(wording, speaker, to, bound=bound)
        told_where = (
            where if "{where}" in wording else the_place if "{the place}" in wording else ""
        )
        return text, Event(
            deed=deed,
            who=who,
            to=to if gift else None,
            thing=thing,
            told_thing=self.phrases.fill("{a thing}", bound=bound).lower(),
            where=where if told_where else "",
            told_where=told_where,
            end=0,
        )

    def _deed(self, events: Sequence[Event]) -> Mapping[str, str]:
        done = [event.deed for event in events]
        draw = self.uniform()
        if done and draw < _SAME_DEED:
            return pick(done, self.uniform)
        deeds = self._deeds("gift" if self.uniform() < _GIFTS else "event")
        if done and draw < _SAME_DEED + _LIKE_DEED:
            alike = {deed["thing"] for deed in done}
            deeds = [deed for deed in deeds if deed["thing"] in alike] or deeds
        return pick(deeds, self.uniform)

    def _deeds(self, kind: str) -> list[Mapping[str, str]]:
        """Those that all parts tell of, or the others."""
        new = self.new and self.uniform() < _NEW_DEED
        return [deed for deed in self.tables[kind] if bool(deed.get("new", 0)) == new]

    def _form(self) -> str:
        draw = self.uniform()
        return "nowhere" if draw < 0.25 else "there" if draw < 0.5 else "here"

    def _other_than(self, taken: set[str], slot: str) -> str:
        while (word := self.phrases.word(self.lists[slot])) in taken:
            pass
        return word

    @staticmethod
    def _by_pronoun(who: Person) -> Person:
        return who._replace(name=who.he, object=who.him, possessive=who.his)
