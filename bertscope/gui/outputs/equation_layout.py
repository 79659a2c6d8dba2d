"""Where the pieces of the objective's equation stand: on one line, or on as many as it takes."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont

from bertscope.gui.outputs import equation
from bertscope.gui.outputs.equation import Meaning, Piece
from bertscope.gui.painting import text_width
from bertscope.gui.prober import Seen
from bertscope.gui.theme import Theme
from bertscope.wire.messages import Look

LINE, BELOW, GAP, APART, WIDEST = 20, 14, 5, 28, 96
"""Design pixels: the numbers, the small type below, the gaps between pieces and between groups,
and the most that a label below a term may take."""
SOME_TERMS = (24, 18, 14, 12, 10, 8, 7, 6, 5, 4)
"""How many terms an equation shows where they don't all fit; labels give way for the last."""

Line = list[list[Piece]]


@dataclass(frozen=True)
class Placed:
    """A piece and where it stands: its number, and the small type below."""

    piece: Piece
    rect: QRectF
    below: QRectF


def place(seen: Seen, theme: Theme, width: float, height: float) -> list[Placed]:
    """The equation in the best form that fits: labels and few lines before many terms.

    Of a look at two models it is each loss of both, and its change.
    """
    lines, labelled = _form(seen, theme, width, height)
    step = theme.px(LINE + (BELOW if labelled else 0))
    spare = max(0.0, height - len(lines) * step) / (len(lines) + 1)
    return [
        placed
        for number, line in enumerate(lines)
        for placed in _on_line(line, spare + number * (step + spare), theme, labelled=labelled)
    ]


def font_of(piece: Piece, theme: Theme) -> QFont:
    if piece.meaning is Meaning.WORDS:
        return theme.sans(12)
    if piece.meaning is Meaning.TOTAL:
        return theme.mono(15, QFont.Weight.DemiBold)
    return theme.mono(15)


def _form(seen: Seen, theme: Theme, width: float, height: float) -> tuple[list[Line], bool]:
    """The lines, and whether there is small type below the numbers."""
    for lines, labelled in _forms(seen) if seen.other is None else _pair_forms(seen, seen.other):
        step = theme.px(LINE + (BELOW if labelled else 0))
        widest = max(_wide(line, theme, labelled=labelled) for line in lines)
        if widest <= width and len(lines) * step <= height + 1:
            return lines, labelled
    return [[equation.total(seen)]], False


def _pair_forms(seen: Seen, other: Look) -> Iterator[tuple[list[Line], bool]]:
    """The forms of two models' losses, the better ones first."""
    for labelled in (True, False):
        groups = equation.pair(seen, other, lettered=not labelled)
        yield [groups], labelled
        yield [groups[:1], groups[1:]], labelled
    yield [[group] for group in groups], False
    bare = [group[:-1] for group in equation.pair(seen, other, lettered=False)]
    yield [bare], False
    yield [bare[:1], bare[1:]], False
    yield [groups[-1:]], False


def _forms(seen: Seen) -> Iterator[tuple[list[Line], bool]]:
    """All forms, the better ones first."""
    if seen.look.answer is not None:
        task = equation.task(seen.look.answer)
        yield from (([[task]], labelled) for labelled in (True, False))
        yield [[task[:3]], [task[3:]]], False
        return
    nsp, total = equation.nsp(seen), equation.total(seen)
    count = sum(p.chosen for p in seen.look.predictions)
    many = [count, *(n for n in SOME_TERMS if n < count)]
    few = [n for n in (3, 2) if n < count]
    for numbers in (many, few):
        some = [equation.mlm(seen, most) for most in numbers]
        for labelled in (True, False):
            yield from (([[mlm, nsp, total]], labelled) for mlm in some)
            yield from (([[mlm], [nsp, total]], labelled) for mlm in some)
        yield from (([[mlm], [nsp], [total]], False) for mlm in some)


def _wide(line: Line, theme: Theme, *, labelled: bool) -> float:
    groups = [group for group in line if group]
    gap = theme.px(GAP)
    widths = [sum(_width(p, theme, labelled=labelled) + gap for p in g) - gap for g in groups]
    return sum(widths) + theme.px(APART) * (len(groups) - 1)


def _width(piece: Piece, theme: Theme, *, labelled: bool) -> float:
    wide = text_width(piece.words, font_of(piece, theme)) + text_width(piece.sub, theme.bold(10))
    below = text_width(piece.below, theme.sans(11)) if labelled else 0.0
    return max(wide, min(below, theme.px(WIDEST))) + 2


def _on_line(line: Line, top: float, theme: Theme, *, labelled: bool) -> Iterator[Placed]:
    left = 0.0
    for group in line:
        for piece in group:
            wide = _width(piece, theme, labelled=labelled)
            rect = QRectF(left, top, wide, theme.px(LINE))
            high = theme.px(BELOW) if labelled else 0
            yield Placed(piece, rect, QRectF(left, rect.bottom(), wide, high))
            left += wide + theme.px(GAP)
        left += theme.px(APART - GAP) if group else 0
