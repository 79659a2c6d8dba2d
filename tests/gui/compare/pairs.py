"""Looks at two models with the same question."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import msgspec
import numpy as np

from bertscope.gui.prober import Seen
from bertscope.gui.session import Session
from bertscope.wire import messages as m
from tests.gui.looks import seen_of

Turn = Callable[[m.Look], m.Look]
B = m.ModelRef("/models/b")


def other_look(look: m.Look) -> m.Look:
    """What a second model says: rows half as long, surer guesses in the other order, less loss."""
    halved = {
        name: m.Array.of(getattr(look, name).numpy() / 2)
        for name in ("token_rows", "segment_rows", "position_rows", "sum", "normalized", "c")
    }
    predictions = [
        m.Prediction(
            p.position,
            p.top_ids[::-1],
            [0.9 * share for share in p.top_probabilities],
            p.original_id,
            0.2,
            3,
            p.loss - 0.5,
            p.chosen,
        )
        for p in look.predictions
    ]
    return msgspec.structs.replace(
        look,
        model=B,
        **halved,
        pooled=m.Array.of(-look.pooled.numpy()),
        predictions=predictions,
        is_next_probability=0.4,
        nsp_logits=m.Array.of(np.log(np.array([0.4, 0.6], np.float32))),
        mlm_loss=None if look.mlm_loss is None else look.mlm_loss - 0.5,
        nsp_loss=None if look.nsp_loss is None else 0.9,
    )


def compared(
    session: Session,
    losses: Sequence[float] | None = None,
    *,
    turn: Turn = other_look,
    wants: m.Wants | None = None,
) -> Seen:
    """A look at the session by A, and by B as `turn` makes it of A's."""
    return beside(seen_of(session, losses, wants=wants), turn)


def beside(seen: Seen, turn: Turn = other_look) -> Seen:
    """The same look with B's beside it."""
    return Seen(replace(seen.question, other=B), seen.look, turn(seen.look))


def narrow(look: m.Look) -> m.Look:
    """A look at a model of another width."""
    cut = {
        name: m.Array.of(np.ascontiguousarray(getattr(look, name).numpy()[..., :6]))
        for name in (
            *("token_rows", "segment_rows", "position_rows", "sum", "normalized"),
            *("c", "pooled"),
        )
    }
    return msgspec.structs.replace(other_look(look), **cut)
