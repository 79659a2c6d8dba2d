"""What a fine-tuned model answers, as a table."""

from collections.abc import Iterator

from bertscope.gui.compare.agree import why_no_answers
from bertscope.gui.compare.tables import side_by_side
from bertscope.gui.prober import Seen
from bertscope.gui.session import Session
from bertscope.gui.table import Cell, Table
from bertscope.gui.task.passage import NO_ANSWER, Passage
from bertscope.gui.token_names import token_at
from bertscope.wire.messages import Answer, Kind, Look

FROM_C = ("quantity", "name", "value")
FROM_T = ("quantity", "first", "last", "text", "score", "probability")

Row = tuple[Cell, ...]


def answer_table(session: Session, seen: Seen) -> Table | None:
    """The numbers behind an answer; of two models that can be compared both.

    Parameters
    ----------
    session
        Where the passage stands as typed.
    seen
        The look.
    """
    a = _table(session, seen, seen.look)
    if a is None or seen.other is None or why_no_answers(seen.look, seen.other):
        return a
    b = _table(session, seen, seen.other)
    keys = a.columns[:2] if a.columns == FROM_C else a.columns[:4]
    return side_by_side(a, b, keys) if b else a


def _table(session: Session, seen: Seen, look: Look) -> Table | None:
    answer = look.answer
    if answer is None:
        return None
    if answer.kind is Kind.QA:
        return Table(FROM_T, list(_of_spans(Passage.of(session, seen), seen, answer)))
    return Table(FROM_C, [*_vectors(look), *_of_classes(answer)])


def _vectors(look: Look) -> Iterator[Row]:
    """C, and what the pooler makes of it."""
    for name, array in (("C", look.c), ("pooled", look.pooled)):
        if array is not None:
            yield from ((name, n, float(x)) for n, x in enumerate(array.numpy()))


def _of_classes(answer: Answer) -> Iterator[Row]:
    if answer.kind is Kind.REGRESSION:
        yield "answer", "", answer.logits[0]
        return
    yield from (("logit", n, x) for n, x in zip(answer.labels, answer.logits, strict=True))
    shares = zip(answer.labels, answer.probabilities, strict=True)
    yield from (("probability", n, x) for n, x in shares)
    if answer.label is not None:
        yield "loss", answer.labels[answer.label], answer.loss


def _of_spans(passage: Passage, seen: Seen, answer: Answer) -> Iterator[Row]:
    """Where an answer may start and end, a row a token, then the best answers."""
    for quantity, shares in (("start", answer.starts), ("end", answer.ends)):
        yield from ((quantity, p, p, token_at(seen, p), None, x) for p, x in enumerate(shares))
    for span in answer.spans:
        words = passage.text_of(span) if span.end else NO_ANSWER
        yield "answer", span.start, span.end, words, span.score, span.probability
