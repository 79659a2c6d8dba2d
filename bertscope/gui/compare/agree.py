"""Whether two models can be compared, and what of them; where not, why, in a sentence."""

from collections.abc import Sequence

from bertscope.gui.language import marked, tr
from bertscope.text.reader import Reader
from bertscope.wire.messages import Answer, Kind, Look


def why_not(a: Reader, b: Reader) -> str:
    """Why what B says can't be set beside what A says; empty where it can."""
    if a.fingerprint == b.fingerprint:
        return ""
    if a.tokenizer.vocabulary == b.tokenizer.vocabulary:
        return tr(
            "B cuts words in another way (accents, capitals), so it reads other tokens: pin a "
            "model with A's vocabulary, such as a run that began from it."
        )
    return tr(
        "B has another vocabulary ({b:,} pieces, A has {a:,}), so the same words are other ids "
        "there: pin a model with A's vocabulary, such as a run that began from it.",
        a=len(a.tokenizer),
        b=len(b.tokenizer),
    )


def why_no_rows(a: Look, b: Look) -> str:
    """Why vectors, such as embedding rows, have no difference; empty where they have one."""
    wide, other = a.sum.shape[-1], b.sum.shape[-1]
    if wide == other:
        return ""
    return tr(
        "A is {a} wide and B {b}: vectors have no difference then. Look at A or at B.",
        a=wide,
        b=other,
    )


def why_no_layers(a: Look, b: Look) -> str:
    """Why hidden states of all layers have no difference; empty where they have one."""
    if a.layers != b.layers:
        return tr(
            "A has {a} layers and B {b}: their hidden states have no difference. Look at A or at "
            "B.",
            a=a.layers,
            b=b.layers,
        )
    return why_no_rows(a, b)


def why_no_attention(a: Look, b: Look) -> str:
    """Why attention has no difference, head by head; empty where it has one."""
    if a.thumbnails is None or b.thumbnails is None:
        return ""
    (layers, heads), (others, other_heads) = a.thumbnails.shape[:2], b.thumbnails.shape[:2]
    if (layers, heads) == (others, other_heads):
        return ""
    return tr(
        "A has {layers} layers of {heads} heads and B {other_layers} of {other_heads}: no head of "
        "one is a head of the other. Look at A or at B.",
        layers=layers,
        heads=heads,
        other_layers=others,
        other_heads=other_heads,
    )


_KINDS = {
    Kind.CLASSIFICATION: marked("classification"),
    Kind.REGRESSION: marked("a number"),
    Kind.QA: marked("answers to questions"),
}


def why_no_answers(a: Look, b: Look) -> str:
    """Why answers of fine-tuned models can't stand side by side; empty where they can."""
    one, other = a.answer, b.answer
    if one is None or other is None:
        if one is other:
            return ""
        return tr(
            "{one} has the heads of pre-training and answers nothing that {other} does. Look at A "
            "or at B.",
            one="A" if one is None else "B",
            other="B" if one is None else "A",
        )
    if one.kind is not other.kind:
        return tr(
            "A was fine-tuned for {a} and B for {b}: what they say can't be compared. Look at A "
            "or at B.",
            a=tr(_KINDS[one.kind]),
            b=tr(_KINDS[other.kind]),
        )
    if one.labels != other.labels:
        return tr(
            "A tells {a} apart and B {b}: other classes can't be compared. Look at A or at B.",
            a=_listed(one.labels),
            b=_listed(other.labels),
        )
    return ""


def why_no_attribution(a: Look, b: Look) -> str:
    """Why there is no difference of what each token counts; empty where there is one."""
    one, other = a.answer, b.answer
    if (why := why_no_answers(a, b)) or one is None or other is None:
        return why
    if _said(one) == _said(other):
        return ""
    return tr(
        "A and B answer differently, so each token counts for another thing in each. Look at A or "
        "at B."
    )


def _said(answer: Answer) -> object:
    """The class or the span that is answered; the same for every number."""
    if answer.kind is not Kind.QA:
        return answer.said
    best = answer.best
    return (best.start, best.end) if best else None


def _listed(names: Sequence[str]) -> str:
    """The first names of some."""
    listed = ", ".join(names[:3])
    if len(names) <= 3:
        return listed
    return tr("{names} and {count} more", names=listed, count=len(names) - 3)
