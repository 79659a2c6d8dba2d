"""Pairs to try, each with masks and a line that says what to look for."""

import tomllib
from functools import cache

import msgspec

from bertscope import places
from bertscope.errors import TextError
from bertscope.text.masking import Action, Chosen, MaskPlan
from bertscope.text.pair import Pair
from bertscope.text.reader import Reader
from bertscope.text.words import positions_of


class Shows(msgspec.Struct, frozen=True):
    """What the model that ships shows; the tests hold it to that.

    Attributes
    ----------
    answers
        For each masked word some words, one of which is among its five likeliest.
    likelier
        Pairs of words at the first mask: the first is likelier than the second.
    is_next
        What it says of B; None where that is not the point.
    """

    answers: list[list[str]] = []
    likelier: list[tuple[str, str]] = []
    is_next: bool | None = None


class Example(msgspec.Struct, frozen=True):
    """A pair with masked words, and what it shows.

    Attributes
    ----------
    follows
        Whether B does follow A.
    masked
        Words of the pair; ``dog:2`` is the second dog.
    """

    title: str
    a: str
    look_for: str
    shows: Shows
    b: str = ""
    follows: bool = True
    masked: list[str] = []

    def plan(self, reader: Reader) -> MaskPlan:
        """Every piece of every masked word becomes [MASK].

        Raises
        ------
        TextError
            If a word isn't in the pair.
        """
        pair = reader.read(self.a, self.b)
        chosen = [p for word in self.masked for p in self._positions(word, pair)]
        mask = Chosen(Action.MASK, reader.tokenizer.mask_id)
        return MaskPlan(dict.fromkeys(chosen, mask))

    def _positions(self, word: str, pair: Pair) -> list[int]:
        try:
            return positions_of(word, self.a, self.b, pair)
        except TextError as error:
            raise TextError(f"The example {self.title} has no word {word}: mend it.") from error


@cache
def read_examples() -> tuple[Example, ...]:
    """The examples that ship.

    Raises
    ------
    BertscopeError
        If the resources that ship are missing.
    """
    text = (places.resources() / "examples.toml").read_text("utf-8")
    return tuple(msgspec.convert(tomllib.loads(text)["example"], list[Example]))
