"""Where the lines of a card of predictions stand, and what is under a point of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont

from bertscope.gui.outputs.card import Card
from bertscope.gui.painting import fitting, text_width
from bertscope.gui.theme import Theme

HEAD, LINE, LEAST_LINE, MOST_LINE, SMALL, EDGE, INSET, COLUMN = 26, 22, 17, 27, 14, 5, 10, 150
"""Design pixels: title; a guess, the least and the most it can have; a small line; the margins
around and beside; and the least width of a column of guesses."""
PAIR_COLUMN = 230
"""The same, of guesses of two models."""
SEEN_AT_LEAST = 5
"""Guesses for which other lines give way."""


class Part(Enum):
    """What of a card is under the mouse or the keyboard's cursor."""

    CARD = auto()
    TITLE = auto()
    GUESS = auto()
    CURVE = auto()
    CLOSE = auto()


class Spot(NamedTuple):
    """A part of the card with this number, and which of its guesses."""

    card: int
    part: Part
    guess: int = -1


@dataclass(frozen=True)
class Layout:
    """Where the lines of a card stand, in pixels.

    Attributes
    ----------
    notes, facts
        The small lines under the title and at the bottom.
    line, columns
        Height of a guess, and how many columns of guesses there are.
    """

    theme: Theme
    rect: QRectF
    notes: tuple[str, ...]
    facts: tuple[str, ...]
    guesses: int
    is_chosen: bool
    is_pair: bool
    line: float
    columns: int

    @classmethod
    def of(cls, card: Card, rect: QRectF, theme: Theme) -> "Layout":
        wide = rect.width() - 2 * theme.px(INSET)
        font = theme.sans(11)
        facts = (fitting(card.facts, wide, font),)
        short = card.notes[-1:]
        long = _in_two_lines(card.notes, wide, font, " ") or short
        roomy = tuple(fitting(words, wide, font) for words in card.each)
        roomy = roomy or _in_two_lines(card.facts, wide, font, " · ") or facts
        count = len(card.guesses)
        least = theme.px(PAIR_COLUMN if card.is_pair else COLUMN)
        columns = max(1, min(ceil(count / SEEN_AT_LEAST), int(wide // least)))
        rows = max(1, ceil(count / columns))
        needed = min(rows, SEEN_AT_LEAST) * theme.px(LEAST_LINE)
        choices = ((long, roomy), (long, facts), (short, facts))
        bare = rect.height() - theme.px(HEAD + EDGE) - theme.px(EDGE)
        bare -= theme.px(SMALL) if card.is_pair else 0
        rooms = [bare - theme.px(SMALL) * (len(a) + len(b)) for a, b in choices]
        best = next((n for n, room in enumerate(rooms) if room >= needed), len(choices) - 1)
        return cls(
            theme,
            rect,
            *choices[best],
            count,
            card.is_chosen,
            card.is_pair,
            _line(rooms[best], rows, theme),
            columns,
        )

    @property
    def rows(self) -> int:
        return ceil(self.guesses / self.columns)

    @property
    def left(self) -> float:
        return self.rect.left() + self.theme.px(INSET)

    @property
    def width(self) -> float:
        return self.rect.width() - 2 * self.theme.px(INSET)

    @property
    def head(self) -> QRectF:
        room = self.curve.left() - self.theme.px(4) - self.left
        return QRectF(self.left, self.rect.top() + 2, room, self.theme.px(HEAD) - 2)

    @property
    def curve(self) -> QRectF:
        """The button that shows the whole distribution."""
        side = self.theme.px(18)
        beside = 0 if self.is_chosen else side + self.theme.px(2)
        right = self.rect.right() - self.theme.px(6) - beside
        return QRectF(right - side, self.rect.top() + self.theme.px(5), side, side)

    @property
    def close(self) -> QRectF:
        """The button that takes an asked card away."""
        side = self.theme.px(18)
        right = self.rect.right() - self.theme.px(6)
        return QRectF(right - side, self.rect.top() + self.theme.px(5), side, side)

    def note(self, number: int) -> QRectF:
        return self._small(self.rect.top() + self.theme.px(HEAD), number)

    @property
    def legend(self) -> QRectF:
        """The line that says which bars are A's and which B's."""
        return self.note(len(self.notes))

    def halves(self, guess: QRectF, token: float) -> tuple[QRectF, QRectF]:
        """The rooms of A's and B's bar in a line, beside a token of this width."""
        gap = self.theme.px(8)
        left = guess.left() + token + gap
        wide = max(1.0, (guess.right() - left - gap) / 2)
        first = QRectF(left, guess.top(), wide, guess.height())
        return first, first.translated(wide + gap, 0)

    def fact(self, number: int) -> QRectF:
        """At the bottom, but in a high card right under the guesses, which it is about."""
        edge = self.theme.px(EDGE)
        lowest = self.rect.bottom() - edge - len(self.facts) * self.theme.px(SMALL)
        under = self.middle.top() + self.rows * self.line + edge
        return self._small(min(lowest, under), number)

    def _small(self, top: float, number: int) -> QRectF:
        high = self.theme.px(SMALL)
        return QRectF(self.left, top + number * high, self.width, high)

    @property
    def middle(self) -> QRectF:
        """The room of the guesses."""
        small = self.theme.px(SMALL)
        above = len(self.notes) + self.is_pair
        top = self.rect.top() + self.theme.px(HEAD) + above * small
        bottom = self.rect.bottom() - 2 * self.theme.px(EDGE) - len(self.facts) * small
        return QRectF(self.rect.left() + 2, top, self.rect.width() - 4, max(0.0, bottom - top))

    @property
    def hidden(self) -> int:
        """How many rows of guesses find no room."""
        return max(0, self.rows - int(self.middle.height() / self.line + 0.01))

    def guess(self, number: int, down: int) -> QRectF:
        """The line of a guess where the guesses are scrolled `down` so many rows."""
        column, row = divmod(number, self.rows)
        gap = self.theme.px(14)
        wide = (self.width + gap) / self.columns - gap
        top = self.middle.top() + (row - min(down, self.hidden)) * self.line
        return QRectF(self.left + column * (wide + gap), top, wide, self.line)

    def part_at(self, point: QPointF, down: int) -> tuple[Part, int]:
        """What is under a point, and the number of the guess or -1."""
        if self.curve.contains(point):
            return Part.CURVE, -1
        if not self.is_chosen and self.close.contains(point):
            return Part.CLOSE, -1
        if point.y() < self.rect.top() + self.theme.px(HEAD):
            return Part.TITLE, -1
        if self.middle.contains(point):
            for number in range(self.guesses):
                if self.guess(number, down).contains(point):
                    return Part.GUESS, number
        return Part.CARD, -1


def highest(guesses: int, theme: Theme) -> float:
    """What a card needs with so many guesses one below the other, and two lines of all else."""
    return theme.px(HEAD + 3 * EDGE) + 5 * theme.px(SMALL) + guesses * theme.px(MOST_LINE)


def _line(room: float, rows: int, theme: Theme) -> float:
    """The height of a guess, such that whole lines fill the room."""
    shown = rows
    if rows > SEEN_AT_LEAST:
        shown = min(rows, max(SEEN_AT_LEAST, int(room / theme.px(LEAST_LINE))))
    shown = min(shown, max(1, int(room / theme.px(SMALL))))
    return min(max(room / shown, theme.px(SMALL)), theme.px(MOST_LINE))


def _in_two_lines(
    wordings: Sequence[str], width: float, font: QFont, at: str
) -> tuple[str, ...] | None:
    """The first of some wordings that fits in one line or, broken at a separator, in two."""
    for words in wordings:
        lines = _wrapped(words, width, font, at)
        if max(text_width(line, font) for line in lines) <= width:
            return lines
    return None


def _wrapped(words: str, width: float, font: QFont, at: str) -> tuple[str, ...]:
    if text_width(words, font) <= width:
        return (words,)
    parts = words.split(at)
    ends = [n for n in range(1, len(parts)) if text_width(at.join(parts[:n]), font) <= width]
    end = ends[-1] if ends else 1
    return at.join(parts[:end]), at.join(parts[end:])
