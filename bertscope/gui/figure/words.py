"""The input figure in words and numbers: tool tips, what a screen reader says, the table."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from bertscope.gui.compare.tables import side_by_side
from bertscope.gui.figure.content import BOTTOM, FigureContent
from bertscope.gui.figure.strips import embeddings_of, row_values
from bertscope.gui.state import Side, Stage
from bertscope.gui.table import Cell, Table
from bertscope.gui.wording import escaped
from bertscope.text.masking import Action
from bertscope.text.pair import Source
from bertscope.wire.messages import Look

LAYER_NORM = "LN(x) = γ ⊙ (x − μ) / √(σ² + ε) + β"
INPUT_TIP = (
    "What BERT reads: [CLS] A [SEP] B [SEP] in WordPieces. Click a token: [MASK], a random token, "
    "kept, none. Drag over several to mask them."
)
LINE_TIPS = (
    "E<sub>token</sub>: the token's row of the word embeddings, one for each vocabulary entry.",
    "E<sub>A</sub> or E<sub>B</sub>: one of two learned vectors, says which sentence it is.",
    "E<sub>0</sub>, E<sub>1</sub>, …: a learned vector for each place in the input.",
)
BOTTOM_TIPS = {
    Stage.TOKEN: "The sum so far: the token embedding alone.",
    Stage.SEGMENT: "The sum so far: E<sub>token</sub> + E<sub>segment</sub>.",
    Stage.POSITION: "The sum so far: all three are in it, so it is x<sub>i</sub>.",
    Stage.SUM: "x<sub>i</sub> = E<sub>token</sub> + E<sub>segment</sub> + E<sub>i</sub>, value by "
    "value. Click: LayerNorm, the next step.",
    Stage.LAYER_NORM: f"What the first layer reads: {LAYER_NORM}, with mean μ and variance σ² of "
    "the vector's own values. Its scale is its own.",
}
SCALE_TIP = (
    "One symmetric scale for the rows that are added; it ends at the 99th percentile of their "
    "absolute values."
)
DIFFERENCE_TIP = (
    "B − A, value by value, on one symmetric scale about zero: what has no colour is the same in "
    "both. It ends at the 99th percentile of the absolute values."
)
SIDE_TIP = " A and B are drawn on the same scale."
DONE = {
    Action.MASK: "becomes [MASK]",
    Action.RANDOM: "becomes a random token",
    Action.KEEP: "is kept, and must be guessed all the same",
}


def refusal(token: str) -> str:
    """Why a token of the frame can't be chosen."""
    return f"{token} can't be masked: BERT never chooses [CLS] and [SEP], they mark the frame."


def line_tip(line: int, stage: Stage) -> str:
    """What a row is; to the tool tip of its label."""
    if line == BOTTOM:
        return BOTTOM_TIPS[stage]
    return f"{LINE_TIPS[line]} Click: show the sum up to here."


def token_tip(content: FigureContent, column: int) -> str:
    """All that is known of a token."""
    pair, token = content.pair, content.tokens[column]
    start, end = pair.spans[column]
    lines = [
        f"<b>{escaped(token)}</b> · id {content.ids[column]} · "
        f"segment {'AB'[pair.segments[column]]} · position {column}"
    ]
    if pair.sources[column] is Source.SPECIAL:
        lines.append("added by BERT, never masked")
    else:
        lines.append(f"characters {start}–{end} of sentence {pair.sources[column].name}")
    if content.is_joined(column) or content.is_joined(column + 1):
        lines.append(f"a piece of “{escaped(_word(content, column))}”")
    if content.is_read_at(column):
        lines.append("C, its last hidden state, is what the fine-tuned model answers from")
    if choice := content.plan.chosen.get(column):
        lines.append(f"“{escaped(pair.tokens[column])}” {DONE[choice.action]}")
    if content.is_unknown(column):
        there = escaped(content.characters(column))
        lines.append(f"“{there}” is not in the vocabulary, not even in pieces: BERT reads [UNK]")
    if cut := content.cut_before(column):
        lines.append(f"{cut} tokens before it are cut off: the model has no more positions")
    return "<br>".join(lines)


def scale_tip(content: FigureContent) -> str:
    """What the scale is, or why there is none."""
    if content.why_no_difference:
        return content.why_no_difference
    if content.side is Side.DIFFERENCE:
        return DIFFERENCE_TIP
    return SCALE_TIP + SIDE_TIP * content.is_compared


def strip_tip(content: FigureContent, line: int, column: int) -> str:
    """One vector: what it is, how long, and from where to where its values go."""
    stage = content.view.stage
    tip = (LINE_TIPS[line] if line < BOTTOM else BOTTOM_TIPS[stage]).split(" Click")[0]
    head = f"<b>{escaped(content.tokens[column])}</b> · position {column}"
    if not content.is_true(column):
        return f"{head}<br>{tip}"
    numbers = [
        f"{name}{_numbers(row_values(look, line, stage)[column])}"
        for name, look in _named_looks(content)
    ]
    return "<br>".join([head, tip, *numbers])


def _named_looks(content: FigureContent) -> Iterator[tuple[str, Look]]:
    """The look; of two models that are compared both, and their difference if there is one."""
    seen = content.seen
    if seen is None:
        return
    if seen.other is None:
        yield "", seen.look
        return
    for side in Side:
        look = seen.shown(side)
        if look.sum.shape[-1]:
            yield f"{side.value}: ", look


def _numbers(values: NDArray[np.float32]) -> str:
    return (
        f"{values.size} values from {values.min():.3g} to {values.max():.3g}, "
        f"length {np.linalg.norm(values):.3g}"
    )


def spoken(content: FigureContent, column: int) -> str:
    """A token for those who hear it."""
    pair = content.pair
    parts = [
        f"Token {column} of {len(pair)}: {content.tokens[column]}",
        f"segment {'AB'[pair.segments[column]]}",
    ]
    if choice := content.plan.chosen.get(column):
        parts.append(f"{pair.tokens[column]} {DONE[choice.action]}")
    elif content.is_unknown(column):
        parts.append("not in the vocabulary")
    if content.is_asked(column):
        parts.append("the model is asked here")
    return ", ".join(parts)


def _word(content: FigureContent, column: int) -> str:
    """The pieces of a token's word, put together."""
    pair = content.pair
    pieces = [
        token
        for token, word in zip(pair.tokens, pair.words, strict=True)
        if word == pair.words[column]
    ]
    return "".join(piece.removeprefix("##") for piece in pieces)


FACTS = (
    *("position", "token", "id", "segment", "word", "span_start", "span_end"),
    *("action", "original"),
)
NORMS = ("norm_token", "norm_segment", "norm_position", "norm_sum", "norm_layer_norm")


def figure_table(content: FigureContent) -> Table:
    """A row a token: what it is, the lengths of its vectors, and all values of their sum.

    Where the look isn't of the token as it is now, the numbers are left empty. Of two models that
    are compared the numbers of both are there, whichever is shown.
    """
    seen = content.seen
    if seen is None:
        return _table(content, None, 0)
    size = seen.look.sum.shape[1]
    if seen.other is None:
        return _table(content, seen.look, size)
    size = max(size, seen.other.sum.shape[1])
    a, b = _table(content, seen.look, size), _table(content, seen.other, size)
    return side_by_side(a, b, FACTS)


def _table(content: FigureContent, look: Look | None, size: int) -> Table:
    values = _values(content, look, size)
    return Table(
        (*FACTS, *NORMS, *(f"x_{d}" for d in range(size))),
        [[*_facts(content, c), *values[c]] for c in range(len(content.pair))],
    )


def _facts(content: FigureContent, column: int) -> Iterator[Cell]:
    pair, choice = content.pair, content.plan.chosen.get(column)
    special = pair.sources[column] is Source.SPECIAL
    yield from (column, content.tokens[column], content.ids[column])
    yield "AB"[pair.segments[column]]
    yield None if special else pair.words[column]
    yield from (None, None) if special else pair.spans[column]
    yield choice.action.value if choice else None
    yield pair.tokens[column] if choice else None


def _values(content: FigureContent, look: Look | None, size: int) -> Sequence[Sequence[Cell]]:
    """For each token the lengths of its vectors, and its sum in `size` cells."""
    empty: Sequence[Cell] = [None] * (len(NORMS) + size)
    if look is None:
        return [empty] * len(content.pair)
    total = look.sum.numpy()
    rows = (*embeddings_of(look), total, look.normalized.numpy())
    rest: Sequence[Cell] = [None] * (size - total.shape[1])
    return [
        [*(float(np.linalg.norm(row[c])) for row in rows), *total[c].tolist(), *rest]
        if content.is_true(c)
        else empty
        for c in range(len(content.pair))
    ]
