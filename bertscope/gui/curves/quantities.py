"""What the curves can show, and what mere guessing reaches of it."""

from dataclasses import dataclass
from enum import Enum, auto
from math import log

from bertscope.gui.language import marked, tr
from bertscope.gui.palette import Palette
from bertscope.gui.run.record import RunRecord
from bertscope.gui.wording import loss, number, percent
from bertscope.recipe import Recipe

CONTENT_HELP = marked(
    "By content alone: where a false B differs from the true one in what it is about, and not in "
    "its form. Guessing is 50 %."
)


class Unit(Enum):
    """What a number is: a loss in nats, a squared error, a share or a correlation, 1 at best."""

    NATS = auto()
    SQUARE = auto()
    SHARE = auto()
    CORRELATION = auto()


@dataclass(frozen=True)
class Quantity:
    """One thing that is measured of training and of held-out pairs or examples.

    Attributes
    ----------
    title
        What it is called, in English.
    train, held
        Its series in `History`; the first is empty where a batch can't tell it.
    meaning
        The attribute of `Palette` with its colour; empty where each run has its own.
    unit
        Losses should fall; shares and correlations should rise.
    """

    title: str
    train: str
    held: str
    meaning: str
    unit: Unit = Unit.NATS

    @property
    def rises(self) -> bool:
        """Whether more is better."""
        return self.unit in (Unit.SHARE, Unit.CORRELATION)

    def words(self, value: float) -> str:
        """A value for people."""
        if self.unit is Unit.SHARE:
            return percent(value)
        return number(value) if self.unit is Unit.CORRELATION else loss(value)

    def hue(self, palette: Palette) -> str:
        return str(getattr(palette, self.meaning))


MLM = Quantity(marked("Masked LM loss"), "mlm_loss", "held_out_mlm_loss", "mlm")
NSP = Quantity(marked("Next sentence loss"), "nsp_loss", "held_out_nsp_loss", "nsp")
TOTAL = Quantity(marked("Total loss"), "loss", "held_out_loss", "text")
MLM_ACCURACY = Quantity(
    marked("Masked LM accuracy"), "mlm_accuracy", "held_out_mlm_accuracy", "mlm", Unit.SHARE
)
NSP_ACCURACY = Quantity(
    marked("Next sentence accuracy"), "nsp_accuracy", "held_out_nsp_accuracy", "nsp", Unit.SHARE
)
ACCURACIES = {MLM: MLM_ACCURACY, NSP: NSP_ACCURACY}


def rows_of(*, accuracy: bool, total: bool) -> list[list[Quantity]]:
    """The plots of pre-training in rows; what belongs together stands in one row."""
    rows = [[one, ACCURACIES[one]] if accuracy else [one] for one in (MLM, NSP)]
    return [*rows, [TOTAL]] if total else rows


@dataclass(frozen=True)
class Guess:
    """What mere guessing reaches, and how that is written."""

    value: float
    words: str


def guess_of(
    quantity: Quantity, vocabulary_size: int | None, run: RunRecord | None
) -> Guess | None:
    """The line for guessing in pre-training; None where it isn't known.

    A model that says the same of each of V tokens has a masked-LM loss of ln V, and one that calls
    both answers to the next sentence as likely has ln 2. One that always gives the same answer is
    right as often as that is the right one; where that isn't known, a coin is right half the time.
    """
    if quantity is NSP_ACCURACY:
        return _same_answer(run)
    if vocabulary_size is None or quantity.rises:
        return None
    mlm, nsp = log(vocabulary_size), log(2)
    if quantity is MLM:
        return Guess(mlm, tr("guessing: ln V = {value:.2f}", value=mlm))
    if quantity is NSP:
        return Guess(nsp, tr("guessing: ln 2 = {value:.2f}", value=nsp))
    return _sum_of_guesses(mlm, nsp, run.recipe if run else Recipe())


def _sum_of_guesses(mlm: float, nsp: float, recipe: Recipe) -> Guess:
    weights = ((recipe.mlm_weight, "ln V"), (recipe.nsp_weight, "ln 2"))
    named = [name if weight == 1 else f"{weight:g} {name}" for weight, name in weights if weight]
    value = recipe.mlm_weight * mlm + recipe.nsp_weight * nsp
    words = tr("guessing: {sum} = {value:.2f}", sum=" + ".join(named), value=value)
    return Guess(value, words)


def _same_answer(run: RunRecord | None) -> Guess:
    if run is None or run.random_share is None:
        return Guess(0.5, tr("guessing: 50 %"))
    often = max(run.random_share, 1 - run.random_share)
    return Guess(often, tr("always the same answer: {share}", share=percent(often)))
