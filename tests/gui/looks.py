"""Looks with numbers that a test can reckon with."""

from collections.abc import Sequence
from dataclasses import replace

import msgspec
import numpy as np

from bertscope.gui.prober import Question, Seen, probe_of
from bertscope.gui.session import Session
from bertscope.wire import messages as m
from tests.gui.conftest import look_for


def seen_of(
    session: Session,
    losses: Sequence[float] | None = None,
    *,
    wants: m.Wants | None = None,
    folder: str = "",
    step: int | None = None,
) -> Seen:
    """A look at the session as it is now; its chosen tokens have these losses."""
    view, ids = session.view, tuple(session.model_ids)
    question = Question(
        1,
        m.ModelRef(folder),
        session.reader,
        session.pair,
        session.state.plan,
        ids,
        session.nsp_label,
        wants or m.Wants(positions=list(view.asked), top_k=view.top_k),
    )
    look = look_for(probe_of(question), step)
    if losses is not None:
        look = _with_losses(look, losses)
    return Seen(question, look)


def _with_losses(look: m.Look, losses: Sequence[float]) -> m.Look:
    given = iter(losses)
    predictions = [
        msgspec.structs.replace(p, loss=loss, original_probability=float(np.exp(-loss)))
        if p.chosen
        else p
        for p in look.predictions
        for loss in [next(given) if p.chosen else 0.0]
    ]
    return msgspec.structs.replace(
        look, predictions=predictions, mlm_loss=sum(losses) / len(losses)
    )


def with_distribution(seen: Seen, position: int, shares: np.ndarray) -> Seen:
    """The look with a distribution at a position, and the prediction there that goes with it."""
    order = np.argsort(-shares, kind="stable")[:5]
    predictions = [
        msgspec.structs.replace(
            p,
            top_ids=[int(i) for i in order],
            top_probabilities=[float(shares[i]) for i in order],
            original_probability=float(shares[p.original_id]),
            rank=1 + int((shares > shares[p.original_id]).sum()),
        )
        if p.position == position
        else p
        for p in seen.look.predictions
    ]
    distribution = m.Array.of(shares.astype(np.float32))
    look = msgspec.structs.replace(seen.look, predictions=predictions, distribution=distribution)
    wants = msgspec.structs.replace(seen.question.wants, distribution_at=position)
    return Seen(replace(seen.question, wants=wants), look)
