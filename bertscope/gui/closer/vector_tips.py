"""What the blocks of the vector view mean, in a sentence with the formula each."""

from PySide6.QtCore import QPointF

from bertscope.gui.closer.inspected import Inspected
from bertscope.gui.closer.vector_layout import Blocks
from bertscope.gui.wording import number

TIPS = {
    "bars": "Every value of the vector, one bar a dimension. std is over the dimensions; "
    "norm = √(Σ value²). Left and Right go to the next token, Up and Down to the next row.",
    "heat": "The same values, folded line by line as in the figure.",
    "shares": "How much of the sum x each row contributes along it: share = ⟨e, x⟩ / ⟨x, x⟩. "
    "The three shares add up to 1; a row that points away from the sum has a negative one.",
    "cosines": "The cosine to the same row of every token of the pair, by position: "
    "cos = ⟨u, v⟩ / (|u| |v|). A click opens that token's vector.",
    "neighbours": "The entries of the vocabulary whose token embeddings have the greatest "
    "cosine to this one: cos = ⟨u, v⟩ / (|u| |v|).",
}


def tip_at(shown: Inspected, blocks: Blocks, point: QPointF) -> str:
    """What the block under a point means; empty between blocks."""
    places = {name: getattr(blocks, name) for name in TIPS}
    under = (name for name, place in places.items() if place and place.contains(point))
    name = next(under, "")
    if name == "shares" and shown.shares is not None:
        token, segment, position = (number(share) for share in shown.shares)
        return f"{TIPS[name]}<br>token {token} · segment {segment} · position {position}"
    return TIPS.get(name, "")
