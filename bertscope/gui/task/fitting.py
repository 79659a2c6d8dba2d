"""Sentences that fit what is trained, put in place only of sentences that nobody has written."""

from typing import NamedTuple

from bertscope.gui.language import marked, tr
from bertscope.gui.session import Session
from bertscope.gui.state import SessionState
from bertscope.task import Columns
from bertscope.text.examples import read_examples
from bertscope.wire.messages import Answer, Kind


class Fitting(NamedTuple):
    """A and B."""

    a: str
    b: str


FITTING = {
    "feelings": Fitting("the girl found her lost dog and smiled", ""),
    "follows": Fitting("the boy lost his ball in the garden", "the boy has his ball in his hand"),
    "who-what-where": Fitting(
        "Who found the ball?",
        "Tom lost his ball in the garden. His sister looked for it in the rain. She found the ball "
        "under a tree.",
    ),
}
"""For each task that ships; of the classes nothing is said, for they are the data's."""
CLASSIC = Fitting(SessionState().a, SessionState().b)
"""For pre-training, which has masks to be set."""

NO_RANDOM_PASSAGE = marked(
    "A random sentence is no passage: type or paste one that may hold the answer."
)
NO_SECOND = marked("This model was fine-tuned on single sentences: a B means nothing to it.")


def why_no_random_b(answer: Answer | None, columns: Columns | None) -> str:
    """Why a model that gives this answer has no use for a random B; empty where it has.

    Parameters
    ----------
    answer
        None of a model with the heads of pre-training.
    columns
        Of the data that it was fine-tuned on; None where they aren't known.
    """
    if answer is None:
        return ""
    if answer.kind is Kind.QA:
        return tr(NO_RANDOM_PASSAGE)
    return tr(NO_SECOND) if columns is not None and not columns.b else ""


def is_untouched(state: SessionState) -> bool:
    """Whether the sentences are as an example had them."""
    examples = {(example.a, example.b) for example in read_examples()}
    return (state.a, state.b) in {CLASSIC, *FITTING.values(), *examples}


def put_fitting(session: Session, data: str | None) -> None:
    """Show the sentences that fit a task that ships, or pre-training; nothing for other data."""
    fitting = CLASSIC if data is None else FITTING.get(data)
    if fitting is not None and fitting != (session.state.a, session.state.b):
        session.set_pair(*fitting)
