"""What a card of predictions says, in words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bertscope.gui.language import marked, tr
from bertscope.gui.wording import escaped, fine_percent, output, percent, signed
from bertscope.text.masking import Action, Chosen
from bertscope.wire.messages import Prediction

WHY = {
    Action.MASK: marked(
        "The word is hidden, and is guessed from both sides. [MASK] is never seen when BERT is "
        "used, so not every chosen word is hidden: some are kept, some are replaced."
    ),
    Action.RANDOM: marked(
        "A random word stands here, and the model has to say what was there: it learns to weigh "
        "each word against the others, for any of them may be wrong."
    ),
    Action.KEEP: marked(
        "The word is kept, and asked for all the same: the model can't know which words it will "
        "be asked for, so it has to understand every one of them; and the word it sees is often "
        "the right one."
    ),
}
ASKED = marked("Not chosen: what the model says here is no part of the loss.")


@dataclass(frozen=True)
class Share:
    """A probability; of a token that is not listed only the most that it can be is known."""

    value: float
    is_bound: bool = False

    @property
    def words(self) -> str:
        words = percent(self.value)
        return f"≤{words}" if self.is_bound and not words.startswith("<") else words

    @property
    def fine(self) -> str:
        return f"{'≤' if self.is_bound else '='} {self.value:.6f}"


@dataclass(frozen=True)
class Guess:
    """One line of a card: a token with its probability, or with A's and B's."""

    token: str
    shares: tuple[Share, ...]
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
    each
        The same of A and of B, a line each, where the facts are those of both in one line.
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
    each: tuple[tuple[str, ...], ...] = ()

    @classmethod
    def of_two(
        cls,
        a: Prediction,
        b: Prediction,
        choice: Chosen | None,
        vocabulary: Sequence[str],
        most: int,
    ) -> "Card":
        """What A and B say at one position: the `most` likeliest tokens of each, and of the other.

        Those come first that one of them thinks likeliest.
        """
        ids = dict.fromkeys((*a.top_ids[:most], *b.top_ids[:most]))
        shares = {i: (_share(a, i), _share(b, i)) for i in ids}
        order = sorted(shares, key=lambda i: -max(share.value for share in shares[i]))
        lone, size = cls.of(a, choice, vocabulary, most), len(vocabulary)
        a_words, b_words = _facts(a, size), _facts(b, size)
        change = signed(b.loss - a.loss, 2)
        return replace(
            lone,
            guesses=tuple(Guess(vocabulary[i], shares[i], i == a.original_id) for i in order),
            facts=(
                f"A {a_words[-1]} | B {b_words[-1]} ({change})",
                f"A #{a.rank:,} · {a.loss:.2f} | B #{b.rank:,} · {b.loss:.2f} ({change})",
            ),
            each=(
                tuple(f"A · {words}" for words in a_words),
                tuple(f"B · {words} ({change})" for words in b_words),
            ),
        )

    @property
    def is_pair(self) -> bool:
        """Whether it shows two models."""
        return bool(self.each)

    @classmethod
    def of(
        cls,
        prediction: Prediction,
        choice: Chosen | None,
        vocabulary: Sequence[str],
        most: int | None = None,
    ) -> "Card":
        """What one model says: its `most` likeliest tokens."""
        original = prediction.original_id
        return cls(
            prediction.position,
            prediction.chosen,
            vocabulary[original],
            tuple(
                Guess(vocabulary[i], (Share(p),), i == original)
                for i, p in zip(
                    prediction.top_ids[:most], prediction.top_probabilities[:most], strict=True
                )
            ),
            _notes(choice, vocabulary),
            _facts(prediction, len(vocabulary)),
            tr(WHY[choice.action] if choice else ASKED),
        )

    @property
    def title(self) -> str:
        return title_of(self.position, self.original, is_chosen=self.is_chosen)

    @property
    def tip(self) -> str:
        facts = "<br>".join(escaped(words[0]) for words in self.each or (self.facts,))
        loss = tr(
            "{facts}: the loss is −ln of the original's probability, 0 where the model is sure of "
            "it. Double-click the title for all probabilities.",
            facts=facts,
        )
        return f"<b>{escaped(self.title)}</b><br>{escaped(self.why)}<br>{loss}"


def title_of(position: int, original: str, *, is_chosen: bool) -> str:
    """What stands over all that the model says at a position."""
    return tr(
        "{output} · was “{token}”" if is_chosen else "{output} · reads “{token}”",
        output=output(position),
        token=original,
    )


def _share(prediction: Prediction, token_id: int) -> Share:
    if token_id in prediction.top_ids:
        return Share(prediction.top_probabilities[prediction.top_ids.index(token_id)])
    if token_id == prediction.original_id:
        return Share(prediction.original_probability)
    return Share(prediction.top_probabilities[-1], is_bound=True)


def _notes(choice: Chosen | None, vocabulary: Sequence[str]) -> tuple[str, ...]:
    if choice is None or choice.action is Action.MASK:
        return ()
    if choice.action is Action.KEEP:
        return (tr("Kept, but asked for: no word is safe to skip."), tr("kept as it is"))
    token = vocabulary[choice.token_id]
    return (
        tr("“{token}” is a random word: none can be trusted blindly.", token=token),
        tr("“{token}” is random: trust no word blindly.", token=token),
        tr("reads “{token}”, random", token=token),
    )


def _facts(prediction: Prediction, vocabulary_size: int) -> tuple[str, ...]:
    share, loss = fine_percent(prediction.original_probability), f"{prediction.loss:.2f}"
    rank = f"{prediction.rank:,}"
    return (
        tr(
            "p {share} · rank {rank} of {size:,} · −ln p = {loss}",
            share=share,
            rank=rank,
            size=vocabulary_size,
            loss=loss,
        ),
        tr("p {share} · rank {rank} · −ln p = {loss}", share=share, rank=rank, loss=loss),
        f"p {share} · #{rank} · −ln p {loss}",
        f"#{rank} · −ln p {loss}",
    )
