"""One look at a model, or at two: what was asked, and what can be shown of the answers."""

from dataclasses import dataclass, field, replace
from functools import cached_property

from bertscope.gui.compare.difference import difference
from bertscope.gui.state import Side
from bertscope.text.masking import MaskPlan
from bertscope.text.pair import Pair
from bertscope.text.reader import Reader
from bertscope.wire.messages import Look, ModelRef, Probe, Wants

MAIN, OTHER = "main", "other"
"""The views that A and B are asked for: the newest question of each takes the place of older."""


@dataclass(frozen=True)
class Question:
    """What was looked at; kept beside the answer, for the session moves on.

    Attributes
    ----------
    model, other
        A, and B where two models are compared.
    label
        The class that is right, for a fine-tuned model.
    """

    id: int
    model: ModelRef
    reader: Reader
    pair: Pair
    plan: MaskPlan
    ids: tuple[int, ...]
    nsp_label: int | None
    wants: Wants = field(default_factory=Wants)
    other: ModelRef | None = None
    label: int | None = None

    @property
    def of_other(self) -> "Question | None":
        """The same, asked of B alone."""
        return None if self.other is None else replace(self, id=0, model=self.other, other=None)


@dataclass(frozen=True)
class Seen:
    """One look and the question that it answers.

    Attributes
    ----------
    look, other
        At A, and at B; B is None where nothing is compared, and where it can't be looked at.
    """

    question: Question
    look: Look
    other: Look | None = None

    def side(self, wanted: Side) -> Side:
        """What can be shown where `wanted` is: A alone as long as there is no B."""
        return Side.A if self.other is None else wanted

    def shown(self, wanted: Side) -> Look:
        """The look at A, at B, or B − A; that at A where there is no B."""
        if self.other is None or wanted is Side.A:
            return self.look
        return self.other if wanted is Side.B else self._difference

    def alone(self, side: Side) -> "Seen":
        """The look at A or at B as if it were the only one."""
        return Seen(self.question, self.shown(side))

    @cached_property
    def _difference(self) -> Look:
        assert self.other is not None
        return difference(self.look, self.other)

    def shows_column(self, position: int, token_id: int, segment: int) -> bool:
        """Whether the embedding rows at a position are those of this token and segment."""
        ids, segments = self.question.ids, self.question.pair.segments
        return position < len(ids) and (ids[position], segments[position]) == (token_id, segment)


def probe_of(question: Question, view: str = MAIN) -> Probe:
    """The question as the engine takes it."""
    return Probe(
        id=question.id,
        view=view,
        model=question.model,
        ids=list(question.ids),
        segments=list(question.pair.segments),
        labels={p: question.pair.ids[p] for p in question.plan.positions},
        nsp_label=question.nsp_label,
        sources=[source % 3 for source in question.pair.sources],
        wants=question.wants,
        label=question.label,
    )
