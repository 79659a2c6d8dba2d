"""The objective of a pair as an equation of pieces, in words and numbers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from bertscope.gui.language import marked, tr
from bertscope.gui.prober import Seen
from bertscope.gui.state import Side
from bertscope.gui.wording import ANSWERS, fine_percent, loss, output, signed
from bertscope.wire.messages import Answer, Kind, Look, Prediction

MLM_TIP = marked(
    "L_MLM = −(1/|M|) Σ ln p(w_i | masked pair): the mean over the chosen positions M of −ln p of "
    "the original token."
)
NSP_TIP = marked("L_NSP = −ln P(label | C): how surprised the model is by whether B follows A.")
TASK_TIP = marked(
    "L = −ln P(label): how surprised the fine-tuned model is by the class that is right."
)
TOTAL_TIP = marked("L = L_MLM + L_NSP: what training makes smaller, averaged over many pairs.")
NOTHING_CHOSEN = marked("no token is chosen: no masked-LM loss")
NO_B = marked("B is empty: no next-sentence loss")
NO_LABEL = marked("no label is set: say in the panel Answer which class is right")
UNLABELLED = marked("no loss: what is right is known only of the examples it is trained on")


class Meaning(Enum):
    """Which part of the objective a piece is of, or what else it is; each has its colour."""

    MLM = auto()
    NSP = auto()
    TASK = auto()
    TOTAL = auto()
    SIGN = auto()
    WORDS = auto()


@dataclass(frozen=True)
class Piece:
    """A term, a sign or words.

    Attributes
    ----------
    words, sub, below
        What stands there, as its subscript and in small type below it.
    position
        The token that it is about, -1 for none.
    """

    words: str
    meaning: Meaning = Meaning.SIGN
    sub: str = ""
    below: str = ""
    position: int = -1
    tip: str = ""


def mlm(seen: Seen, most: int) -> list[Piece]:
    """The masked-LM loss, with `most` of its terms at the most, at least two."""
    terms = [p for p in seen.look.predictions if p.chosen]
    mean = seen.look.mlm_loss
    name = Piece("L", Meaning.MLM, "MLM", tip=tr(MLM_TIP))
    if mean is None or not terms:
        return _without_loss(name, NOTHING_CHOSEN)
    words = seen.question.reader.tokenizer.vocabulary
    shown = _elided([_term(p, words) for p in terms], most)
    sum_of = [piece for term in shown for piece in (Piece("+"), term)][1:]
    several = len(terms) > 1
    return [
        name,
        Piece("="),
        *([Piece("(")] if several else []),
        *sum_of,
        *([Piece(")"), Piece("/"), Piece(f"{len(terms)}", tip=name.tip)] if several else []),
        *([Piece("="), Piece(loss(mean), Meaning.MLM, below=tr("mean"), tip=name.tip)] * several),
    ]


def nsp(seen: Seen) -> list[Piece]:
    """The next-sentence loss."""
    label, value, said = seen.question.nsp_label, seen.look.nsp_loss, seen.look.next_sentence
    name = Piece("L", Meaning.NSP, "NSP", tip=tr(NSP_TIP), position=0)
    if label is None or value is None or said is None:
        return _without_loss(name, NO_B)
    share = said.shares[label]
    return [
        name,
        Piece("="),
        Piece(
            f"−ln P({ANSWERS[label]})", Meaning.NSP, "", f"P = {fine_percent(share)}", 0, name.tip
        ),
        Piece("="),
        Piece(loss(value), Meaning.NSP, "", tr("label ✓"), 0, name.tip),
    ]


def task(answer: Answer) -> list[Piece]:
    """The loss of a fine-tuned model, or why there is none."""
    name = Piece("L", Meaning.TASK, tip=tr(TASK_TIP))
    if answer.label is None or answer.loss is None:
        is_unset = answer.kind is Kind.CLASSIFICATION
        return _without_loss(name, NO_LABEL if is_unset else UNLABELLED)
    below = f"P = {fine_percent(answer.probabilities[answer.label])}"
    share = f"−ln P({answer.labels[answer.label]})"
    return [
        name,
        Piece("="),
        Piece(share, Meaning.TASK, "", below, 0, name.tip),
        Piece("="),
        Piece(loss(answer.loss), Meaning.TASK, "", tr("label ✓"), 0, name.tip),
    ]


def total(seen: Seen) -> list[Piece]:
    """The sum of what there is; nothing where there is no loss at all."""
    mlm_loss, nsp_loss = seen.look.mlm_loss, seen.look.nsp_loss
    parts = [
        Piece(loss(value), meaning, below=below, tip=tr(tip))
        for value, meaning, below, tip in (
            (mlm_loss, Meaning.MLM, "MLM", MLM_TIP),
            (nsp_loss, Meaning.NSP, "NSP", NSP_TIP),
        )
        if value is not None
    ]
    if not parts:
        return []
    whole = Piece(loss((mlm_loss or 0.0) + (nsp_loss or 0.0)), Meaning.TOTAL, tip=tr(TOTAL_TIP))
    name = Piece("L", Meaning.TOTAL, tip=tr(TOTAL_TIP))
    if len(parts) == 1:
        return [name, Piece("="), *parts]
    return [name, Piece("="), parts[0], Piece("+"), parts[1], Piece("="), whole]


def pair(seen: Seen, other: Look, *, lettered: bool) -> list[list[Piece]]:
    """Each loss of A and of B, and the change; those that there are.

    If `lettered`, the letters stand before the numbers, where there is no room below them.
    """
    a, b = seen.look, other
    values = (
        ("MLM", Meaning.MLM, MLM_TIP, a.mlm_loss, b.mlm_loss),
        ("NSP", Meaning.NSP, NSP_TIP, a.nsp_loss, b.nsp_loss),
        ("", Meaning.TASK, TASK_TIP, _task_loss(a), _task_loss(b)),
        ("", Meaning.TOTAL, TOTAL_TIP, summed(a), summed(b)),
    )
    return [
        _changed(Piece("L", meaning, sub, tip=tr(tip)), before, after, lettered=lettered)
        for sub, meaning, tip, before, after in values
        if before is not None and after is not None
    ]


def _without_loss(name: Piece, why: str) -> list[Piece]:
    """What stands there instead of numbers."""
    return [name, Piece("–"), Piece(tr(why), Meaning.WORDS)]


def summed(look: Look) -> float | None:
    """The total loss; None where there is no loss at all."""
    losses = [value for value in (look.mlm_loss, look.nsp_loss) if value is not None]
    return sum(losses) if losses else None


def _task_loss(look: Look) -> float | None:
    return look.answer.loss if look.answer else None


def _changed(name: Piece, before: float, after: float, *, lettered: bool) -> list[Piece]:
    difference = Side.DIFFERENCE.value
    a, b = ("A ", "B ") if lettered else ("", "")
    return [
        name,
        Piece("="),
        replace(
            name,
            words=f"{a}{loss(before)}",
            sub="",
            below="A",
            tip=tr("Of A. {tip}", tip=name.tip),
        ),
        Piece("→"),
        replace(
            name,
            words=f"{b}{loss(after)}",
            sub="",
            below="B",
            tip=tr("Of B. {tip}", tip=name.tip),
        ),
        Piece(f"({signed(after - before)})", below=difference, tip=f"{difference}. {name.tip}"),
    ]


def _term(prediction: Prediction, vocabulary: Sequence[str]) -> Piece:
    at, token = output(prediction.position), vocabulary[prediction.original_id]
    share = fine_percent(prediction.original_probability)
    return Piece(
        loss(prediction.loss),
        Meaning.MLM,
        below=f"{at} {tr('“{token}”', token=token)}",
        position=prediction.position,
        tip=tr(
            "−ln p of the original token “{token}” at {at}, which has p = {share}; the loss is the "
            "mean over the chosen positions.",
            token=token,
            at=at,
            share=share,
        ),
    )


def _elided(terms: list[Piece], most: int) -> list[Piece]:
    """The terms, those in the middle left out where they are too many."""
    if len(terms) <= max(most, 2):
        return terms
    after = max(most, 2) // 2
    before = max(most, 2) - after
    left_out = len(terms) - before - after
    more = tr("{count} more", count=left_out)
    dots = Piece("…", Meaning.MLM, below=more, tip=tr(MLM_TIP))
    return [*terms[:before], dots, *terms[-after:]]
