"""How much each token counts for what a fine-tuned model answers."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bertscope.gui.attention.facts import listed
from bertscope.gui.compare.agree import why_no_attention, why_no_attribution
from bertscope.gui.language import marked, plural, tr
from bertscope.gui.prober import Seen
from bertscope.gui.state import Side, ViewState, Weighing
from bertscope.gui.task.passage import Passage
from bertscope.gui.token_names import token_at
from bertscope.gui.wording import WAITING, number, signed
from bertscope.wire.messages import Answer, Heads, Kind, Look

Floats = NDArray[np.float64]

NOT_TUNED = marked(
    "This model has the heads of pre-training. Fine-tune it on a task, and here stands which "
    "tokens count for what it answers."
)
ON_THE_WAY = marked("What each token counts is on its way.")
LEAST_DIGITS, MOST_DIGITS = 3, 6
"""Behind the point."""


@dataclass(frozen=True, eq=False)
class Counted:
    """A number for each token.

    Attributes
    ----------
    values
        (L,).
    limit
        Where the scale ends, on both sides of zero.
    is_signed
        Whether they can be less than zero.
    meaning
        What they are, in a sentence.
    """

    values: Floats
    limit: float
    is_signed: bool
    meaning: str

    @property
    def sum(self) -> float:
        return float(self.values.sum())

    def words(self, position: int) -> str:
        """The number of a token."""
        return self._words(float(self.values[position]))

    @property
    def ends(self) -> tuple[str, str]:
        """The numbers at both ends of the scale."""
        low = number(-self.limit, self._digits) if self.is_signed else "0"
        return low, self._words(self.limit)

    @property
    def sum_words(self) -> str:
        return self._words(self.sum)

    def _words(self, value: float) -> str:
        return (signed if self.is_signed else number)(value, self._digits)

    @property
    def _digits(self) -> int:
        """So many that the largest number has two that count."""
        return min(max(LEAST_DIGITS, 1 - math.floor(math.log10(self.limit))), MOST_DIGITS)


def counted(seen: Seen | None, view: ViewState, passage: Passage | None) -> Counted | str:
    """What each token counts, or why there is no such number, in a sentence.

    Parameters
    ----------
    seen
        The look.
    view
        By what it is counted, in which heads, and for which model.
    passage
        Sentence B, to say which answer it is.
    """
    if seen is None:
        return tr(WAITING)
    side = seen.side(view.side)
    is_change = side is Side.DIFFERENCE
    looks = [seen.look] if seen.other is None else [seen.look, seen.other]
    shown = looks if is_change else [seen.shown(side)]
    if why := _why_no_difference(seen, side, view):
        return why
    if any(look.answer is None for look in shown):
        return tr(NOT_TUNED)
    wanted = [values for look in shown if (values := _values(look, view)) is not None]
    if len(wanted) < len(shown):
        return tr(ON_THE_WAY)
    result = wanted[1] - wanted[0] if is_change else wanted[0]
    # A and B are drawn on one scale; their difference has its own.
    scaled = [result] if is_change else [_values(look, view) for look in looks]
    limit = max(float(np.abs(v).max(initial=0.0)) for v in scaled if v is not None)
    meaning = _meaning(seen, shown[0], view, passage)
    if seen.other is not None:
        meaning = f"{side.value}: {meaning}"
    is_signed = is_change or view.weighing is Weighing.ATTRIBUTION
    return Counted(result, limit or 1.0, is_signed, meaning)


def _why_no_difference(seen: Seen, side: Side, view: ViewState) -> str:
    if seen.other is None or side is not Side.DIFFERENCE:
        return ""
    if why := why_no_attribution(seen.look, seen.other):
        return why
    by_attention = view.weighing is Weighing.ATTENTION
    return why_no_attention(seen.look, seen.other) if by_attention else ""


def _values(look: Look, view: ViewState) -> Floats | None:
    """The numbers of one look; None where it doesn't hold them."""
    answer = look.answer
    if answer is None:
        return None
    if view.weighing is Weighing.ATTRIBUTION:
        return np.array(answer.attribution) if answer.attribution else None
    heads = look.heads
    if heads is None:
        return None
    row: Floats = heads.weights.numpy()[_rows(heads, view), query_of(answer)].mean(0)
    return row.astype(np.float64)


def _rows(heads: Heads, view: ViewState) -> list[int]:
    """Where the heads that are shown stand in a look; all of them where none is there."""
    wanted = [row for row, head in enumerate(heads.numbers) if head in view.heads]
    return wanted or list(range(len(heads.numbers)))


def query_of(answer: Answer) -> int:
    """The token whose attention is told: [CLS], or the first one of an answer in the passage."""
    best = answer.best
    return best.start if best is not None else 0


def _meaning(seen: Seen, look: Look, view: ViewState, passage: Passage | None) -> str:
    """What the numbers are."""
    answer, heads = look.answer, look.heads
    assert answer is not None
    if view.weighing is Weighing.ATTENTION and heads is not None:
        numbers = [heads.numbers[row] for row in _rows(heads, view)]
        return plural(
            "attention of “{token}” in layer {layer}, head {heads}",
            "attention of “{token}” in layer {layer}, mean of heads {heads}",
            len(numbers),
            token=token_at(seen, query_of(answer)),
            layer=heads.layer + 1,
            heads=listed(numbers),
        )
    return tr("+ speaks for, − against {answer}", answer=_answered(answer, passage))


def _answered(answer: Answer, passage: Passage | None) -> str:
    """What is answered, by name."""
    if answer.kind is Kind.REGRESSION:
        return tr("a higher number")
    if answer.kind is Kind.CLASSIFICATION:
        return tr("“{words}”", words=answer.labels[answer.said])
    best = answer.best
    if best is None or passage is None:
        return tr("the answer")
    return tr("“{words}”", words=passage.text_of(best))
