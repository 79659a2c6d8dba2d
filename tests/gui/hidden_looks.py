"""Looks with hidden states of which no two are alike, for the views that show them."""

import msgspec
import numpy as np

from bertscope.gui.prober import Seen
from bertscope.gui.session import Session
from bertscope.wire import messages as m
from tests.gui.looks import seen_of

WIDTH, LAYERS = 12, 3


def hidden_seen(
    session: Session,
    *,
    step: int | None = None,
    folder: str = "",
    hidden: np.ndarray | None = None,
    neighbours_of: int | None = None,
) -> Seen:
    """A look at the session as it is now, with random hidden states where none are given."""
    seen = seen_of(session, wants=m.Wants(neighbours_of=neighbours_of), folder=folder, step=step)
    states = states_of(len(seen.question.ids)) if hidden is None else hidden
    look = msgspec.structs.replace(
        seen.look, layers=len(states) - 1, hidden_states=m.Array.of(states)
    )
    return Seen(seen.question, look)


def states_of(length: int, seed: int = 0) -> np.ndarray:
    """Hidden states ``(LAYERS + 1, length, WIDTH)``."""
    random = np.random.default_rng(seed)
    return random.normal(size=(LAYERS + 1, length, WIDTH)).astype(np.float32)


def without_hidden(seen: Seen) -> Seen:
    """The same look, asked for while nobody wanted hidden states."""
    return Seen(seen.question, msgspec.structs.replace(seen.look, hidden_states=None))
