"""What the blocks of the vector view mean, in a sentence with the formula each."""

from PySide6.QtCore import QPointF

from bertscope.gui.closer.inspected import Inspected
from bertscope.gui.closer.inspected_pair import InspectedPair
from bertscope.gui.closer.vector_layout import Blocks
from bertscope.gui.language import marked, tr
from bertscope.gui.wording import number

TIPS = {
    "bars": marked(
        "Every value of the vector, one bar a dimension. std is over the dimensions; "
        "norm = √(Σ value²). Left and Right go to the next token, Up and Down to the next row."
    ),
    "heat": marked("The same values, folded line by line as in the figure."),
    "shares": marked(
        "How much of the sum x each row contributes along it: share = ⟨e, x⟩ / ⟨x, x⟩. "
        "The three shares add up to 1; a row that points away from the sum has a negative one."
    ),
    "cosines": marked(
        "The cosine to the same row of every token of the pair, by position: "
        "cos = ⟨u, v⟩ / (|u| |v|). A click opens that token's vector."
    ),
    "neighbours": marked(
        "The entries of the vocabulary whose token embeddings have the greatest "
        "cosine to this one: cos = ⟨u, v⟩ / (|u| |v|)."
    ),
}


PAIR_TIPS = {
    "bars": marked("A's values stand above B's on one scale; below them B − A on its own."),
    "heat": marked("Shown is B − A, or A where there is no difference."),
    "shares": marked("A's bar stands above B's."),
    "cosines": marked("A's bars are full, B's pale in an outline."),
    "neighbours": marked("A's stand at the left, B's at the right."),
}


def tip_at(
    shown: Inspected, blocks: Blocks, point: QPointF, pair: InspectedPair | None = None
) -> str:
    """What the block under a point means; empty between blocks."""
    places = {name: getattr(blocks, name) for name in TIPS}
    under = (name for name, place in places.items() if place and place.contains(point))
    name = next(under, "")
    if not name:
        return ""
    lines = [tr(TIPS[name])]
    if pair is not None:
        lines.append(tr(PAIR_TIPS[name]))
    if name == "shares":
        models = (("", shown),) if pair is None else (("A: ", pair.a), ("B: ", pair.b))
        lines += [f"{letter}{_share_words(one)}" for letter, one in models]
    return "<br>".join(lines)


def _share_words(shown: Inspected) -> str:
    if shown.shares is None:
        return tr("the sum is zero")
    token, segment, position = (number(share) for share in shown.shares)
    return tr(
        "token {token} · segment {segment} · position {position}",
        token=token,
        segment=segment,
        position=position,
    )
