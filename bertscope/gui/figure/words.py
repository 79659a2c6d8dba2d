"""The input figure in words and numbers: tool tips, what a screen reader says, the table."""

from collections.abc import Iterator

import numpy as np

from bertscope.gui.figure.content import BOTTOM, FigureContent
from bertscope.gui.figure.strips import Strips
from bertscope.gui.state import Stage
from bertscope.gui.table import Cell, Table
from bertscope.gui.wording import escaped
from bertscope.text.masking import Action
from bertscope.text.pair import Source

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
    if choice := content.plan.chosen.get(column):
        lines.append(f"“{escaped(pair.tokens[column])}” {DONE[choice.action]}")
    if content.is_unknown(column):
        there = escaped(content.characters(column))
        lines.append(f"“{there}” is not in the vocabulary, not even in pieces: BERT reads [UNK]")
    if cut := content.cut_before(column):
        lines.append(f"{cut} tokens before it are cut off: the model has no more positions")
    return "<br>".join(lines)


def strip_tip(content: FigureContent, strips: Strips | None, line: int, column: int) -> str:
    """One vector: what it is, how long, and from where to where its values go."""
    stage = content.view.stage
    tip = (LINE_TIPS[line] if line < BOTTOM else BOTTOM_TIPS[stage]).split(" Click")[0]
    head = f"<b>{escaped(content.tokens[column])}</b> · position {column}"
    if strips is None or not content.is_true(column):
        return f"{head}<br>{tip}"
    values = strips.row(line, stage)[column]
    numbers = (
        f"{values.size} values from {values.min():.3g} to {values.max():.3g}, "
        f"length {np.linalg.norm(values):.3g}"
    )
    return f"{head}<br>{tip}<br>{numbers}"


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


COLUMNS = (
    *("position", "token", "id", "segment", "word", "span_start", "span_end"),
    *("action", "original"),
    *("norm_token", "norm_segment", "norm_position", "norm_sum", "norm_layer_norm"),
)


def figure_table(content: FigureContent, strips: Strips | None) -> Table:
    """A row a token: what it is, the lengths of its vectors, and all values of their sum.

    Where the look isn't of the token as it is now, the numbers are left empty.
    """
    size = strips.size if strips else 0
    return Table(
        (*COLUMNS, *(f"x_{d}" for d in range(size))),
        [[*_facts(content, c), *_values(content, strips, c)] for c in range(len(content.pair))],
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


def _values(content: FigureContent, strips: Strips | None, column: int) -> list[Cell]:
    if strips is None:
        return [None] * 5
    if not content.is_true(column):
        return [None] * (5 + strips.size)
    total = strips.row(BOTTOM, Stage.SUM)
    rows = (*strips.embeddings, total, strips.normalized)
    norms = [float(np.linalg.norm(row[column])) for row in rows]
    return [*norms, *total[column].tolist()]
