"""What a card of predictions says, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from bertscope.gui.wording import escaped, fine_percent, output
from bertscope.text.masking import Action, Chosen
from bertscope.wire.messages import Prediction

WHY = {
    Action.MASK: (
        "The word is hidden, and is guessed from both sides. [MASK] is never seen when BERT is "
        "used, so not every chosen word is hidden: some are kept, some are replaced."
    ),
    Action.RANDOM: (
        "A random word stands here, and the model has to say what was there: it learns to weigh "
        "each word against the others, for any of them may be wrong."
    ),
    Action.KEEP: (
        "The word is kept, and asked for all the same: the model can't know which words it will "
        "be asked for, so it has to understand every one of them; and the word it sees is often "
        "the right one."
    ),
}
ASKED = "Not chosen: what the model says here is no part of the loss."


@dataclass(frozen=True)
class Guess:
    """One line of a card."""

    token: str
    probability: float
    is_original: bool

    @property
    def words(self) -> str:
        return f"{self.token} ✓" if self.is_original else self.token


@dataclass(frozen=True)
class Card:
    """The predictions at one position, in words.

    Attributes
    ----------
    notes
        What was done to the token and why, in words from long to short; none for [MASK].
    facts
        Probability, rank and loss of the original, in words from long to short.
    why
        What was done, as a tooltip teaches it.
    """

    position: int
    is_chosen: bool
    original: str
    guesses: tuple[Guess, ...]
    notes: tuple[str, ...]
    facts: tuple[str, ...]
    why: str

    @classmethod
    def of(cls, prediction: Prediction, choice: Chosen | None, vocabulary: Sequence[str]) -> "Card":
        original = prediction.original_id
        return cls(
            prediction.position,
            prediction.chosen,
            vocabulary[original],
            tuple(
                Guess(vocabulary[i], p, i == original)
                for i, p in zip(prediction.top_ids, prediction.top_probabilities, strict=True)
            ),
            _notes(choice, vocabulary),
            _facts(prediction, len(vocabulary)),
            WHY[choice.action] if choice else ASKED,
        )

    @property
    def title(self) -> str:
        return title_of(self.position, self.original, is_chosen=self.is_chosen)

    @property
    def tip(self) -> str:
        return (
            f"<b>{escaped(self.title)}</b><br>{escaped(self.why)}<br>"
            f"{escaped(self.facts[0])}: the loss is −ln of the original's probability, 0 where "
            "the model is sure of it. Double-click the title for all probabilities."
        )


def title_of(position: int, original: str, *, is_chosen: bool) -> str:
    """What stands over all that the model says at a position."""
    verb = "was" if is_chosen else "reads"
    return f"{output(position)} · {verb} “{original}”"


def _notes(choice: Chosen | None, vocabulary: Sequence[str]) -> tuple[str, ...]:
    if choice is None or choice.action is Action.MASK:
        return ()
    if choice.action is Action.KEEP:
        return ("Kept, but asked for: no word is safe to skip.", "kept as it is")
    token = vocabulary[choice.token_id]
    return (
        f"“{token}” is a random word: none can be trusted blindly.",
        f"“{token}” is random: trust no word blindly.",
        f"reads “{token}”, random",
    )


def _facts(prediction: Prediction, vocabulary_size: int) -> tuple[str, ...]:
    share, loss = fine_percent(prediction.original_probability), f"{prediction.loss:.2f}"
    rank = f"{prediction.rank:,}"
    return (
        f"p {share} · rank {rank} of {vocabulary_size:,} · −ln p = {loss}",
        f"p {share} · rank {rank} · −ln p = {loss}",
        f"p {share} · #{rank} · −ln p {loss}",
        f"#{rank} · −ln p {loss}",
    )
