"""Looks at fine-tuned models, with answers that a test can reckon with."""

from collections.abc import Sequence
from dataclasses import replace

import msgspec
import numpy as np

from bertscope.gui.prober import Seen
from bertscope.gui.session import Session
from bertscope.wire import messages as m
from tests.gui.compare.pairs import B
from tests.gui.looks import seen_of

FEELINGS = ["negative", "positive"]
QUESTION, STORY = "who sleeps ?", "The  Dog sleeps unbelievingly, and my cat plays."


def with_answer(seen: Seen, answer: m.Answer) -> Seen:
    """A look at a model that was fine-tuned instead."""
    return replace(seen, look=answered(seen.look, answer))


def answered(look: m.Look, answer: m.Answer) -> m.Look:
    """What is seen of a fine-tuned model: no heads of pre-training, no pooler in front of spans."""
    return msgspec.structs.replace(
        look,
        predictions=[],
        pooled=None if answer.kind is m.Kind.QA else look.pooled,
        nsp_logits=None,
        is_next_probability=None,
        mlm_loss=None,
        nsp_loss=None,
        answer=answer,
    )


def beside(seen: Seen, answer: m.Answer) -> Seen:
    """The same look with that of another fine-tuned model beside it."""
    other = msgspec.structs.replace(answered(seen.look, answer), model=B)
    return Seen(replace(seen.question, other=B), seen.look, other)


def of_classes(
    logits: Sequence[float],
    labels: Sequence[str] = FEELINGS,
    *,
    label: int | None = None,
    attribution: Sequence[float] = (),
) -> m.Answer:
    """One of some classes."""
    exps = np.exp(np.array(logits) - max(logits))
    shares = exps / exps.sum()
    return m.Answer(
        m.Kind.CLASSIFICATION,
        labels=list(labels),
        logits=list(logits),
        probabilities=[float(share) for share in shares],
        said=int(shares.argmax()),
        label=label,
        loss=None if label is None else float(-np.log(shares[label])),
        attribution=list(attribution),
    )


def of_number(value: float) -> m.Answer:
    return m.Answer(m.Kind.REGRESSION, logits=[value])


def of_span(
    session: Session, first: int, last: int, share: float = 0.8, attribution: Sequence[float] = ()
) -> m.Answer:
    """An answer from one token to another; the rest of the probability says that there is none."""
    starts, ends = np.zeros((2, len(session.pair)))
    starts[first], ends[last] = share, share
    starts[0] += 1 - share
    ends[0] += 1 - share
    best = m.Span(first, last, 9.5, share**2)
    none = m.Span(0, 0, 4.25, (1 - share) ** 2)
    spans = sorted([best, none], key=lambda span: -span.probability)
    return m.Answer(
        m.Kind.QA,
        starts=starts.tolist(),
        ends=ends.tolist(),
        spans=spans,
        said=0,
        attribution=list(attribution),
    )


def asking(session: Session) -> Session:
    """The session with a question and a passage."""
    session.set_pair(QUESTION, STORY)
    return session


def tuned(session: Session, answer: m.Answer) -> Seen:
    """A look at the session by a fine-tuned model."""
    return with_answer(seen_of(session), answer)
