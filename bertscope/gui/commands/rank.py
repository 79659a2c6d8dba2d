"""How well words fit some typed letters."""

from dataclasses import dataclass

START, NEXT, LATER = 3.0, 4.0, 0.02
"""What a letter gains at the start of a word and right after the letter before it, and what
each place further on costs."""


@dataclass(frozen=True)
class Rank:
    """How well words fit a query, and the places of the letters that were found."""

    score: float
    places: frozenset[int]


def rank(query: str, words: str, menu: str = "") -> Rank | None:
    """How well `words`, which stand in `menu`, fit `query`; None where they don't.

    Each part of the query (parts are separated by spaces, their order is free) must be in the
    words, or in the title of the menu, letter by letter with others between them. Starts of words
    and letters in a row count for more, places further on for a little less, the menu for half.
    """
    score, places = 0.0, frozenset[int]()
    for part in query.lower().split():
        in_words = _best(part, words)
        found = in_words or _best(part, menu)
        if found is None:
            return None
        score += found.score if in_words else found.score / 2
        places |= found.places if in_words else frozenset()
    return Rank(score, places)


def _best(part: str, words: str) -> Rank | None:
    """The best way to find the letters of `part` in this order."""
    letters = [letter.lower() for letter in words]
    rest = iter(letters)
    if not all(letter in rest for letter in part):
        return None
    # ways[i] is the best way that ends at place i with the letters of `part` so far.
    ways: dict[int, tuple[float, tuple[int, ...]]] = {-1: (0.0, ())}
    for letter in part:
        ways = {
            place: _longer(ways, place, letters)
            for place, other in enumerate(letters)
            if other == letter and min(ways) < place
        }
    score, places = max(ways.values())
    return Rank(score, frozenset(places))


def _longer(
    ways: dict[int, tuple[float, tuple[int, ...]]], place: int, letters: list[str]
) -> tuple[float, tuple[int, ...]]:
    starts = place == 0 or not letters[place - 1].isalnum()
    gain = 1 + (START if starts else 0) - LATER * place
    score, places = max(
        (score + (NEXT if end == place - 1 and places else 0), places)
        for end, (score, places) in ways.items()
        if end < place
    )
    return score + gain, (*places, place)
