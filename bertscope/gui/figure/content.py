"""What the input figure shows, as a value."""

from dataclasses import dataclass, field
from functools import cached_property

from bertscope.gui.compare.agree import why_no_rows
from bertscope.gui.prober import Seen
from bertscope.gui.session import Session
from bertscope.gui.state import Row, Side, Stage, ViewState
from bertscope.text.masking import MaskPlan, MaskRule
from bertscope.text.pair import Pair, Source
from bertscope.text.tokenizer import UNK
from bertscope.wire.messages import Kind

LINES = 4
"""Rows of vectors: token, segment, position, and what they add up to."""
BOTTOM = LINES - 1


@dataclass(frozen=True)
class FigureContent:
    """What the figure shows.

    Attributes
    ----------
    pair, plan
        The pair and its mask plan.
    ids, tokens
        What the model reads: the plan applied.
    seen
        The last look; only those of its columns are drawn that are still true.
    view
        How the pair is looked at.
    texts
        Sentences A and B as typed; what an unknown word was stands there.
    rule
        Whose nominal rate stands beside what the plan chose.
    """

    pair: Pair
    plan: MaskPlan
    ids: tuple[int, ...]
    tokens: tuple[str, ...]
    seen: Seen | None
    view: ViewState = field(default_factory=ViewState)
    texts: tuple[str, str] = ("", "")
    rule: MaskRule = field(default_factory=MaskRule)

    @cached_property
    def is_whole(self) -> bool:
        """Whether the look shows every column as it is."""
        return self.seen is not None and (
            (self.seen.question.ids, self.seen.question.pair.segments)
            == (self.ids, self.pair.segments)
        )

    def is_true(self, column: int) -> bool:
        """Whether the look shows this column as it is."""
        segment = self.pair.segments[column]
        return self.seen is not None and self.seen.shows_column(column, self.ids[column], segment)

    @property
    def is_compared(self) -> bool:
        """Whether there is a look at B, too."""
        return self.seen is not None and self.seen.other is not None

    @property
    def side(self) -> Side:
        """What of two models the strips show."""
        return self.seen.side(self.view.side) if self.seen is not None else Side.A

    @property
    def why_no_difference(self) -> str:
        """Why the strips can't show B − A; empty where they can, or needn't."""
        seen = self.seen
        if seen is None or seen.other is None or self.side is not Side.DIFFERENCE:
            return ""
        return why_no_rows(seen.look, seen.other)

    def cut_before(self, column: int) -> int:
        """How many tokens did not fit before this [SEP]."""
        pair = self.pair
        if pair.sources[column] is not Source.SPECIAL or column == 0:
            return 0
        return pair.cut_a if pair.segments[column] == 0 else pair.cut_b

    def characters(self, column: int) -> str:
        """What stands in the sentence for this token."""
        source = self.pair.sources[column]
        start, end = self.pair.spans[column]
        return "" if source is Source.SPECIAL else self.texts[source][start:end]

    def is_unknown(self, column: int) -> bool:
        """Whether the sentence has something here that the vocabulary doesn't."""
        return (
            self.pair.tokens[column] == self.tokens[column] == UNK
            and self.pair.sources[column] is not Source.SPECIAL
        )

    def is_joined(self, column: int) -> bool:
        """Whether this piece goes on the word of the piece before it."""
        words = self.pair.words
        return 0 < column < len(words) and -1 != words[column] == words[column - 1]

    def is_asked(self, column: int) -> bool:
        """Whether the model is asked here though nothing is chosen."""
        return column in self.view.asked and column not in self.plan.chosen

    def is_read_at(self, column: int) -> bool:
        """Whether what is answered comes from here: from C, where a fine-tuned model reads it."""
        answer = self.seen.look.answer if self.seen is not None else None
        return column == 0 and answer is not None and answer.kind is not Kind.QA

    def is_added(self, line: int) -> bool:
        """Whether a row is part of the sum at the stage shown."""
        return line == BOTTOM or self.view.stage > line

    @property
    def marked(self) -> tuple[int, int] | None:
        """Line and column of the vector that is looked at closely, where the figure shows it."""
        vector = self.view.vector
        if vector is None or vector.position >= len(self.pair):
            return None
        lines = [n for n in range(LINES) if row_of(n, self.view.stage) is vector.row]
        return (lines[0], vector.position) if lines else None


def row_of(line: int, stage: Stage) -> Row | None:
    """The vectors that a line shows; None where it shows a part of the sum."""
    if line < BOTTOM:
        return (Row.TOKEN, Row.SEGMENT, Row.POSITION)[line]
    return {
        Stage.TOKEN: Row.TOKEN,
        Stage.SEGMENT: None,
        Stage.LAYER_NORM: Row.NORMALIZED,
    }.get(stage, Row.SUM)


def figure_content(session: Session, seen: Seen | None) -> FigureContent:
    """What the figure shows of a session and the last look at it."""
    ids = tuple(session.model_ids)
    vocabulary = session.reader.tokenizer.vocabulary
    same_model = seen is not None and seen.question.reader is session.reader
    return FigureContent(
        session.pair,
        session.state.plan,
        ids,
        tuple(vocabulary[i] for i in ids),
        seen if same_model else None,
        session.view,
        (session.state.a, session.state.b),
        session.state.rule,
    )
