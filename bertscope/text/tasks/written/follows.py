"""`follows`: given the first sentence of a pair, is the second one true, false, or left open?"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from bertscope.text.tasks.written.phrases import (
    Person,
    Phrases,
    Words,
    pick,
    read_wordings,
    uniform_of,
    with_article,
    word_lists,
)

FOLLOWS, CONTRADICTS, NEITHER = LABELS = ("follows", "contradicts", "neither")
SIZES = {"train": 1500, "dev": 300, "test": 300}
_LIKE_SHARE, _KIND_SHARE = 0.35, 0.12
"""Shares of the pairs of what something is like, and of which kind it is."""
_DENIED = 0.2
"""Share of second sentences that say what is not so."""
_SAME_THING = 0.7
"""Of what something is like, share of the open pairs that tell another quality of it."""
_CAST_ROWS = 0.5
"""Chance that dev and test take a row of a cast that training hasn't."""

Row = tuple[str, str, str]


class Matter(NamedTuple):
    """One question of fact, with the words of its slots that both sentences share.

    `values` has what makes each of its values true, says it and denies it.
    """

    values: Sequence[Mapping[str, Sequence[str]]]
    neither: Sequence[str]
    bound: Mapping[str, str] = {}


def write_follows() -> dict[str, list[Row]]:
    """Pairs and their labels, for each part; no pair is told twice."""
    tables = read_wordings("follows")
    told: set[Row] = set()
    return {part: list(_write_part(tables, part, told)) for part in SIZES}


def _write_part(tables: dict[str, Any], part: str, told: set[Row]) -> Iterator[Row]:
    writer = _Writer(tables, uniform_of("follows", part), new=part != "train")
    for i in range(SIZES[part]):
        label = LABELS[i % 3]
        row = (*writer.pair(label), label)
        while row in told or row[0] == row[1]:
            row = (*writer.pair(label), label)
        told.add(row)
        yield row


class _Writer:
    """Draws matters, and pairs about them."""

    def __init__(self, tables: dict[str, Any], uniform: Callable[[], float], *, new: bool) -> None:
        self.tables = tables
        self.uniform = uniform
        self.new = new
        self.phrases = Phrases(word_lists(tables["words"]), uniform, new=new)
        abouts = tables["about"]
        self.abouts = [about for about in abouts for _ in range(about.get("weight", 1))]

    def pair(self, label: str) -> tuple[str, str]:
        a = self.phrases.named()
        b = self.phrases.named([a])
        people = (a, b, self.phrases.named([a, b]))
        matter = self._matter(a, b)
        bound = dict(matter.bound)
        value = int(self.uniform() * len(matter.values))
        said, denies = self._second(matter.values[value])
        if label == NEITHER:
            given = pick(matter.neither, self.uniform)
        else:
            true = value if denies == (label == CONTRADICTS) else self._another(matter, value)
            given = pick(matter.values[true]["told"], self.uniform)
        # The second sentence is filled first: its words are drawn the same way for all labels.
        second = self.phrases.fill(said, *people, bound=bound)
        return self.phrases.fill(given, *people, bound=bound), second

    def _second(self, value: Mapping[str, Sequence[str]]) -> tuple[str, bool]:
        denies = self.uniform() < _DENIED
        return pick(value["denied" if denies else "meant"], self.uniform), denies

    def _another(self, matter: Matter, value: int) -> int:
        return (value + 1 + int(self.uniform() * (len(matter.values) - 1))) % len(matter.values)

    def _matter(self, a: Person, b: Person) -> Matter:
        draw = self.uniform()
        if draw < _LIKE_SHARE:
            return self._like(a, b)
        if draw < _LIKE_SHARE + _KIND_SHARE:
            return self._kind()
        about = pick(self.abouts, self.uniform)
        bound = self._row(about["cast"]) if "cast" in about else {}
        return Matter(list(about["values"].values()), about["neither"], bound)

    def _row(self, rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
        new = self.new and self.uniform() < _CAST_ROWS
        row = dict(pick([row for row in rows if bool(row.get("new", 0)) == new], self.uniform))
        row.pop("new", None)
        return row

    # ------------------------------------------------------------ what something is like

    def _like(self, a: Person, b: Person) -> Matter:
        pairs: list[dict[str, Any]] = self.tables["pair"]
        pair = self._row(pairs)
        thing = pick(pair["things"], self.uniform)
        it, other = a.name, b.name
        if thing != "{A}":
            things = sorted({t for p in pairs for t in p["things"] if t not in ("{A}", thing)})
            it, other = f"the {thing}", f"the {pick(things, self.uniform)}"
        qualities = [
            p["values"] for p in pairs if thing in p["things"] and p["values"] != pair["values"]
        ]
        like = self.tables["like"]
        values = [_with_value(like, v) for v in pair["values"]]
        return Matter(
            values, self._open(like, pair["values"], qualities), {"it": it, "other": other}
        )

    def _open(
        self, like: Mapping[str, list[str]], values: list[str], qualities: list[list[str]]
    ) -> list[str]:
        """Sentences that don't tell which of two values the thing has."""
        if qualities and self.uniform() < _SAME_THING:
            return _with_value(like, pick(pick(qualities, self.uniform), self.uniform))["told"]
        if self.uniform() < 0.5:
            return _with_value(like, pick(values, self.uniform))["elsewhere"]
        return _with_value(like, pick(values, self.uniform))["open"]

    # ------------------------------------------------------------ which kind of thing it is

    def _kind(self) -> Matter:
        table = self.tables["kind"]
        kinds = {name: Words(w["all"], w["new"]) for name, w in table["kinds"].items()}
        values = []
        for name, words in kinds.items():
            filled = {
                "{a x}": with_article(self.phrases.word(words)),
                "{a kind}": with_article(name),
            }
            values.append(
                {part: _replaced(table[part], filled) for part in ("told", "meant", "denied")}
            )
        x = pick(list(kinds.values()), self.uniform)
        return Matter(
            values, _replaced(table["neither"], {"{a x}": with_article(self.phrases.word(x))})
        )


def _with_value(like: Mapping[str, list[str]], value: str) -> dict[str, list[str]]:
    return {part: _replaced(wordings, {"{v}": value}) for part, wordings in like.items()}


def _replaced(wordings: Sequence[str], filled: Mapping[str, str]) -> list[str]:
    texts = list(wordings)
    for slot, word in filled.items():
        texts = [text.replace(slot, word) for text in texts]
    return texts
