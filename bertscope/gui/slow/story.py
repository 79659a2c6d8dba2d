"""One training step as it is told: what stood where, and what became of it."""

from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

from bertscope.gui.table import Table
from bertscope.text.masking import Action, MaskRule
from bertscope.text.pair import Source
from bertscope.text.reader import Reader
from bertscope.wire.messages import Prediction, StepStory


class Scene(IntEnum):
    """The parts of the story, in their order."""

    PAIR = 0
    CHOOSE = 1
    MASK = 2
    EMBED = 3
    ADD = 4
    ENCODE = 5
    PREDICT = 6
    LOSSES = 7
    TOTAL = 8
    GRADIENT = 9
    UPDATE = 10
    AFTER = 11


@dataclass(frozen=True)
class Masked:
    """A chosen position: what stood there, what the model reads instead, and why."""

    position: int
    original: str
    put: str
    action: Action


@dataclass(frozen=True)
class Guess:
    """What the model says at one chosen position, before and after the step."""

    masked: Masked
    before: Prediction
    after: Prediction


class Story:
    """A told step, in words.

    Parameters
    ----------
    told
        By the engine.
    reader
        Of the model that did the step.
    rule
        By which the run masks.
    """

    def __init__(self, told: StepStory, reader: Reader, rule: MaskRule) -> None:
        self.told, self.rule = told, rule
        self._words = reader.tokenizer.vocabulary
        self._mask_id = reader.tokenizer.mask_id
        self.special_ids = (reader.tokenizer.cls_id, reader.tokenizer.sep_id)

    def __len__(self) -> int:
        return len(self.told.ids)

    @property
    def has_b(self) -> bool:
        """Whether the model is asked if a B follows."""
        return self.told.nsp_label is not None and self.told.before.next_sentence is not None

    def word(self, token_id: int) -> str:
        return self._words[token_id]

    @cached_property
    def read(self) -> tuple[str, ...]:
        """The tokens as the model reads them."""
        return tuple(self.word(token_id) for token_id in self.told.ids)

    @cached_property
    def written(self) -> tuple[str, ...]:
        """The tokens as they stood in the sentences."""
        labels = self.told.labels
        return tuple(self.word(labels.get(p, i)) for p, i in enumerate(self.told.ids))

    def source(self, position: int) -> Source:
        """The sentence that a token is of."""
        if self.told.ids[position] in self.special_ids and position not in self.told.labels:
            return Source.SPECIAL
        return Source.B if self.told.segments[position] else Source.A

    @cached_property
    def maskable(self) -> int:
        """How many tokens might have been chosen."""
        return sum(self.source(p) is not Source.SPECIAL for p in range(len(self)))

    @cached_property
    def masked(self) -> tuple[Masked, ...]:
        """The chosen positions."""
        return tuple(
            Masked(p, self.word(label), self.read[p], self._action(p, label))
            for p, label in sorted(self.told.labels.items())
        )

    def _action(self, position: int, label: int) -> Action:
        put = self.told.ids[position]
        if put == self._mask_id:
            return Action.MASK
        return Action.KEEP if put == label else Action.RANDOM

    def count(self, action: Action) -> int:
        return sum(masked.action is action for masked in self.masked)

    @cached_property
    def guesses(self) -> tuple[Guess, ...]:
        before = {p.position: p for p in self.told.before.predictions}
        after = {p.position: p for p in self.told.after.predictions}
        return tuple(Guess(m, before[m.position], after[m.position]) for m in self.masked)

    @property
    def share_of_label(self) -> float:
        """The probability that the model gives to the right next-sentence answer before the step;
        0 where it isn't asked."""
        said = self.told.before.next_sentence
        return said.shares[self.told.nsp_label or 0] if said else 0.0

    def table(self) -> Table:
        """Its numbers: losses, probabilities, the parts of the model, and single weights."""
        told, before, after = self.told, self.told.before, self.told.after
        rows: list[list[str | float | None]] = [
            ["masked LM loss of this row", before.mlm_loss, after.mlm_loss, None, None],
            ["next sentence loss of this row", before.nsp_loss, after.nsp_loss, None, None],
            ["masked LM loss of the batch", told.mlm_loss, None, None, None],
            ["next sentence loss of the batch", told.nsp_loss, None, None, None],
            ["total loss of the batch", told.loss, None, None, None],
        ]
        rows += [self._guess_row(guess) for guess in self.guesses]
        rows += [[g.name, g.weights, None, g.gradient, g.update] for g in told.groups]
        rows += [
            [f"{w.name}{list(w.index)}", w.before, w.after, w.gradient, w.after - w.before]
            for w in told.weights
        ]
        return Table(("what", "before", "after", "gradient", "update"), rows)

    def _guess_row(self, guess: Guess) -> list[str | float | None]:
        name = f"probability of {guess.masked.original!r} at {guess.masked.position}"
        shares = guess.before.original_probability, guess.after.original_probability
        return [name, *shares, None, None]
