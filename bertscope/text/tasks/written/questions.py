"""`who-what-where`: short stories, and questions of which some have no answer in them."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain, product, zip_longest
from typing import Any, NamedTuple

from bertscope.text.tasks.written.phrases import (
    Person,
    pick,
    read_wordings,
    shuffled,
    uniform_of,
)
from bertscope.text.tasks.written.tales import Event, Tale, Teller

TALES = {"train": 220, "dev": 50, "test": 50}
_ANSWERED, _OPEN = 4, 2
"""Questions about a tale: so many that it answers, and so many that it doesn't."""

_ASKS = ("what", "where", "who", "getter")

Json = dict[str, Any]


class Given(NamedTuple):
    """What a question says of an event, and what it asks: who, what, where, or who got it."""

    asks: str
    deed: Mapping[str, str]
    who: Person | None = None
    to: Person | None = None
    thing: str = ""
    where: str = ""

    def fits(self, event: Event) -> bool:
        """Whether nothing in the question is known to be otherwise in the event."""
        return (
            event.deed["base"] == self.deed["base"]
            and self.who in (None, event.who)
            and self.to in (None, event.to)
            and self.thing in ("", event.thing)
            and (self.where == event.where or "" in (self.where, event.where))
        )


def write_questions() -> dict[str, Json]:
    """The three files, in the form of SQuAD 2.0; no passage is told twice."""
    tables = read_wordings("who-what-where")
    told: set[str] = set()
    return {part: _write_part(tables, part, told) for part in TALES}


def _write_part(tables: dict[str, Any], part: str, told: set[str]) -> Json:
    uniform = uniform_of("who-what-where", part)
    teller = Teller(tables, uniform, new=part != "train")
    paragraphs: list[Json] = []
    while len(paragraphs) < TALES[part]:
        tale = teller.tell()
        questions = list(_Asker(teller, tale, uniform).ask())
        if tale.passage in told or len(questions) < _ANSWERED + _OPEN:
            continue
        told.add(tale.passage)
        for i, question in enumerate(questions):
            question["id"] = f"{part}-{len(paragraphs) + 1}-{i + 1}"
        paragraphs.append({"context": tale.passage, "qas": questions})
    return {"version": "v2.0", "data": [{"title": "Who, what, where", "paragraphs": paragraphs}]}


class _Asker:
    """Asks about one tale."""

    def __init__(self, teller: Teller, tale: Tale, uniform: Callable[[], float]) -> None:
        self.teller = teller
        self.tale = tale
        self.uniform = uniform

    def ask(self) -> Iterator[Json]:
        """Questions in any order; fewer than wanted where the tale has too few."""
        answered: list[Json] = []
        unanswered: list[Json] = []
        asked: set[object] = set()
        for given in self._in_turn():
            fitting = [event for event in self.tale.events if given.fits(event)]
            # Of an event each of who, what and where is asked once; so it is of what nobody did.
            about = (given.asks, fitting[0].end if fitting else (given.deed["base"], given.thing))
            if about in asked or not _is_clear(given, fitting):
                continue
            answers = self._answers(given, fitting[0]) if fitting else []
            into, most = (answered, _ANSWERED) if answers else (unanswered, _OPEN)
            if len(into) < most:
                asked.add(about)
                text = self._text(given)
                into.append({"question": text, "answers": answers, "is_impossible": not answers})
        yield from shuffled(answered + unanswered, self.uniform)

    def _in_turn(self) -> Iterator[Given]:
        """What is possible, in any order, but who, what and where by turns."""
        possible = shuffled(list(self._possible()), self.uniform)
        turns = [[given for given in possible if given.asks == asks] for asks in _ASKS]
        yield from filter(None, chain.from_iterable(zip_longest(*turns)))

    def _possible(self) -> Iterator[Given]:
        """All that can be asked of the people, deeds, things and places of the tale."""
        deeds = [event.deed for event in self.tale.events]
        for deed, i in product(deeds, range(2)):
            who, other = self.tale.people[i], self.tale.people[1 - i]
            to = None if "place" in deed else other
            yield Given("what", deed, who=who, to=to)
            for thing in self._things(deed):
                yield Given("who", deed, to=to, thing=thing)
                yield Given("where", deed, who=who, to=to, thing=thing)
                if to:
                    yield Given("getter", deed, who=who, thing=thing)
            for where in () if to else self._places(deed):
                yield Given("what", deed, who=who, where=where)
                yield from (Given("who", deed, thing=t, where=where) for t in self._things(deed))

    def _things(self, deed: Mapping[str, str]) -> list[str]:
        """What it could be done with: the things of the tale that are such, and another one."""
        other = self.teller.phrases.word(self.teller.lists[deed["thing"]])
        told = [e.thing for e in self.tale.events if e.deed["thing"] == deed["thing"]]
        return list(dict.fromkeys([*told, other]))

    def _places(self, deed: Mapping[str, str]) -> list[str]:
        """Where in the tale it could be done."""
        places = [e.where for e in self.tale.events if e.deed.get("place") == deed["place"]]
        return [place for place in dict.fromkeys(places) if place]

    def _text(self, given: Given) -> str:
        kind = f"{given.asks} with gift" if given.to else given.asks
        asked = self.teller.tables["asked"]
        wording = pick(asked[f"{kind} there" if given.where else kind], self.uniform)
        bound = dict(given.deed) | {"the thing": f"the {given.thing}", "where": given.where}
        who, to = given.who or self.tale.people[0], given.to or self.tale.people[1]
        return self.teller.phrases.fill(wording, who, to, bound=bound)

    def _answers(self, given: Given, event: Event) -> list[Json]:
        """The answer in the words of the passage, a place with and without its preposition."""
        if given.asks == "who":
            texts = [event.who.name]
        elif given.asks == "getter":
            texts = [event.to.name] if event.to else []
        elif given.asks == "what":
            texts = [event.told_thing]
        else:
            place = event.told_where
            texts = [place, place[place.find("the ") :]] if "the " in place else [place]
        return [self._found(text, event.end) for text in dict.fromkeys(texts) if text]

    def _found(self, text: str, end: int) -> Json:
        told = re.finditer(rf"\b{re.escape(text)}\b", self.tale.passage[:end], re.IGNORECASE)
        *_, last = told
        return {"text": last[0], "answer_start": last.start()}


def _is_clear(given: Given, fitting: Sequence[Event]) -> bool:
    """Whether there is one answer or none: not where two events fit, or one of an unknown place."""
    if not fitting:
        return True
    return len(fitting) == 1 and bool(fitting[0].where or not given.where)
