"""Whether two models can be compared, and what of them; where not, why, in a sentence."""

from collections.abc import Sequence

from bertscope.text.reader import Reader
from bertscope.wire.messages import Answer, Kind, Look


def why_not(a: Reader, b: Reader) -> str:
    """Why what B says can't be set beside what A says; empty where it can."""
    if a.fingerprint == b.fingerprint:
        return ""
    sizes = f"{len(b.tokenizer):,} pieces, A has {len(a.tokenizer):,}"
    way = "pin a model with A's vocabulary, such as a run that began from it."
    if a.tokenizer.vocabulary == b.tokenizer.vocabulary:
        return f"B cuts words in another way (accents, capitals), so it reads other tokens: {way}"
    return f"B has another vocabulary ({sizes}), so the same words are other ids there: {way}"


def why_no_rows(a: Look, b: Look) -> str:
    """Why vectors, such as embedding rows, have no difference; empty where they have one."""
    wide, other = a.sum.shape[-1], b.sum.shape[-1]
    if wide == other:
        return ""
    return f"A is {wide} wide and B {other}: vectors have no difference then. Look at A or at B."


def why_no_layers(a: Look, b: Look) -> str:
    """Why hidden states of all layers have no difference; empty where they have one."""
    if a.layers != b.layers:
        return (
            f"A has {a.layers} layers and B {b.layers}: their hidden states have no difference. "
            "Look at A or at B."
        )
    return why_no_rows(a, b)


def why_no_attention(a: Look, b: Look) -> str:
    """Why attention has no difference, head by head; empty where it has one."""
    if a.thumbnails is None or b.thumbnails is None:
        return ""
    (layers, heads), (others, other_heads) = a.thumbnails.shape[:2], b.thumbnails.shape[:2]
    if (layers, heads) == (others, other_heads):
        return ""
    return (
        f"A has {layers} layers of {heads} heads and B {others} of {other_heads}: no head of one "
        "is a head of the other. Look at A or at B."
    )


_KINDS = {
    Kind.CLASSIFICATION: "classification",
    Kind.REGRESSION: "a number",
    Kind.QA: "answers to questions",
}


def why_no_answers(a: Look, b: Look) -> str:
    """Why answers of fine-tuned models can't stand side by side; empty where they can."""
    one, other = a.answer, b.answer
    if one is None or other is None:
        if one is other:
            return ""
        return (
            f"{'A' if one is None else 'B'} has the heads of pre-training and answers nothing that "
            f"{'B' if one is None else 'A'} does. Look at A or at B."
        )
    if one.kind is not other.kind:
        return (
            f"A was fine-tuned for {_KINDS[one.kind]} and B for {_KINDS[other.kind]}: what they "
            "say can't be compared. Look at A or at B."
        )
    if one.labels != other.labels:
        return (
            f"A tells {_listed(one.labels)} apart and B {_listed(other.labels)}: other classes "
            "can't be compared. Look at A or at B."
        )
    return ""


def why_no_attribution(a: Look, b: Look) -> str:
    """Why there is no difference of what each token counts; empty where there is one."""
    one, other = a.answer, b.answer
    if (why := why_no_answers(a, b)) or one is None or other is None:
        return why
    if _said(one) == _said(other):
        return ""
    return (
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
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
