"""Whether two models can be compared, and what of them; where not, why, in a sentence."""

from bertscope.text.reader import Reader
from bertscope.wire.messages import Look


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
