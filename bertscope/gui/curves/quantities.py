"""What the curves can show, and what mere guessing reaches of it."""

from dataclasses import dataclass
from math import log

from bertscope.gui.palette import Palette
from bertscope.gui.run.record import RunRecord
from bertscope.gui.wording import loss, percent
from bertscope.recipe import Recipe

CONTENT_HELP = (
    "By content alone: where a false B differs from the true one in what it is about, and not in "
    "its form. Guessing is 50 %."
)


@dataclass(frozen=True)
class Quantity:
    """One thing that is measured of training and of held-out pairs.

    Attributes
    ----------
    title
        What it is called.
    train, held
        Its series in `History`.
    meaning
        The attribute of `Palette` with its colour.
    is_share
        A share, 0 to 1, that should rise; else a loss in nats that should fall.
    """

    title: str
    train: str
    held: str
    meaning: str
    is_share: bool = False

    def words(self, value: float) -> str:
        """A value for people."""
        return percent(value) if self.is_share else loss(value)

    def hue(self, palette: Palette) -> str:
        return str(getattr(palette, self.meaning))


MLM = Quantity("Masked LM loss", "mlm_loss", "held_out_mlm_loss", "mlm")
NSP = Quantity("Next sentence loss", "nsp_loss", "held_out_nsp_loss", "nsp")
TOTAL = Quantity("Total loss", "loss", "held_out_loss", "text")
MLM_ACCURACY = Quantity(
    "Masked LM accuracy", "mlm_accuracy", "held_out_mlm_accuracy", "mlm", is_share=True
)
NSP_ACCURACY = Quantity(
    "Next sentence accuracy", "nsp_accuracy", "held_out_nsp_accuracy", "nsp", is_share=True
)
ACCURACIES = {MLM: MLM_ACCURACY, NSP: NSP_ACCURACY}


def rows_of(*, accuracy: bool, total: bool) -> list[list[Quantity]]:
    """The plots in rows; what belongs together stands in one row."""
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
    """The line for guessing; None where it isn't known.

    A model that says the same of each of V tokens has a masked-LM loss of ln V, and one that calls
    both answers to the next sentence as likely has ln 2. One that always gives the same answer is
    right as often as that is the right one; where that isn't known, a coin is right half the time.
    """
    if quantity is NSP_ACCURACY:
        return _same_answer(run)
    if vocabulary_size is None or quantity.is_share:
        return None
    mlm, nsp = log(vocabulary_size), log(2)
    if quantity is MLM:
        return Guess(mlm, f"guessing: ln V = {mlm:.2f}")
    if quantity is NSP:
        return Guess(nsp, f"guessing: ln 2 = {nsp:.2f}")
    return _sum_of_guesses(mlm, nsp, run.recipe if run else Recipe())


def _sum_of_guesses(mlm: float, nsp: float, recipe: Recipe) -> Guess:
    weights = ((recipe.mlm_weight, "ln V"), (recipe.nsp_weight, "ln 2"))
    named = [name if weight == 1 else f"{weight:g} {name}" for weight, name in weights if weight]
    value = recipe.mlm_weight * mlm + recipe.nsp_weight * nsp
    return Guess(value, f"guessing: {' + '.join(named)} = {value:.2f}")


def _same_answer(run: RunRecord | None) -> Guess:
    if run is None or run.random_share is None:
        return Guess(0.5, "guessing: 50 %")
    often = max(run.random_share, 1 - run.random_share)
    return Guess(often, f"always the same answer: {percent(often)}")
