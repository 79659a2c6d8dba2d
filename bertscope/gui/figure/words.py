"""The input figure in words: tool tips, and what a screen reader says."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from bertscope.gui.figure.content import BOTTOM, FigureContent
from bertscope.gui.figure.strips import row_values
from bertscope.gui.language import marked, tr
from bertscope.gui.state import Side, Stage
from bertscope.gui.wording import escaped
from bertscope.text.masking import Action
from bertscope.text.pair import Source
from bertscope.wire.messages import Look

LAYER_NORM = "LN(x) = γ ⊙ (x − μ) / √(σ² + ε) + β"
INPUT_TIP = marked(
    "What BERT reads: [CLS] A [SEP] B [SEP] in WordPieces. Click a token: [MASK], a random token, "
    "kept, none. Drag over several to mask them."
)
LINE_TIPS = (
    marked(
        "E<sub>token</sub>: the token's row of the word embeddings, one for each vocabulary entry."
    ),
    marked(
        "E<sub>A</sub> or E<sub>B</sub>: one of two learned vectors, says which sentence it is."
    ),
    marked("E<sub>0</sub>, E<sub>1</sub>, …: a learned vector for each place in the input."),
)
BOTTOM_TIPS = {
    Stage.TOKEN: marked("The sum so far: the token embedding alone."),
    Stage.SEGMENT: marked("The sum so far: E<sub>token</sub> + E<sub>segment</sub>."),
    Stage.POSITION: marked("The sum so far: all three are in it, so it is x<sub>i</sub>."),
    Stage.SUM: marked(
        "x<sub>i</sub> = E<sub>token</sub> + E<sub>segment</sub> + E<sub>i</sub>, value by value."
    ),
    Stage.LAYER_NORM: marked(
        "What the first layer reads: {layer_norm}, with mean μ and variance σ² of the vector's own "
        "values. Its scale is its own."
    ),
}
SCALE_TIP = marked(
    "One symmetric scale for the rows that are added; it ends at the 99th percentile of their "
    "absolute values."
)
DIFFERENCE_TIP = marked(
    "B − A, value by value, on one symmetric scale about zero: what has no colour is the same in "
    "both. It ends at the 99th percentile of the absolute values."
)
SIDE_TIP = marked("A and B are drawn on the same scale.")
DONE = {
    Action.MASK: marked("{token} becomes [MASK]"),
    Action.RANDOM: marked("{token} becomes a random token"),
    Action.KEEP: marked("{token} is kept, and must be guessed all the same"),
}

CLICK = {
    None: marked("Click: [MASK] instead"),
    Action.MASK: marked("Click: a random token instead · Delete: as it was"),
    Action.RANDOM: marked("Click: kept, yet to be guessed · Delete: as it was"),
    Action.KEEP: marked("Click: as it was"),
}
"""What a click does to a token, by what was done to it before."""


def refusal(token: str) -> str:
    """Why a token of the frame can't be chosen."""
    return tr(
        "{token} can't be masked: BERT never chooses [CLS] and [SEP], they mark the frame.",
        token=token,
    )


def line_tip(line: int, stage: Stage) -> str:
    """What a row is, and what a click does; to the tool tip of its label."""
    tip = _row_tip(line, stage)
    if line < BOTTOM:
        return f"{tip} {tr('Click: show the sum up to here.')}"
    return f"{tip} {tr('Click: LayerNorm, the next step.')}" if stage is Stage.SUM else tip


def _row_tip(line: int, stage: Stage) -> str:
    if line == BOTTOM:
        return tr(BOTTOM_TIPS[stage], layer_norm=LAYER_NORM)
    return tr(LINE_TIPS[line])


def token_tip(content: FigureContent, column: int) -> str:
    """All that is known of a token."""
    pair, token = content.pair, content.tokens[column]
    start, end = pair.spans[column]
    lines = [
        tr(
            "<b>{token}</b> · id {id} · segment {segment} · position {position}",
            token=escaped(token),
            id=content.ids[column],
            segment="AB"[pair.segments[column]],
            position=column,
        )
    ]
    if pair.sources[column] is Source.SPECIAL:
        lines.append(tr("added by BERT, never masked"))
    else:
        name = pair.sources[column].name
        lines.append(
            tr("characters {start}–{end} of sentence {name}", start=start, end=end, name=name)
        )
    return "<br>".join([*lines, *_further_facts(content, column)])


def _further_facts(content: FigureContent, column: int) -> Iterator[str]:
    """What is only to be said of some tokens, a line each."""
    pair = content.pair
    if content.is_joined(column) or content.is_joined(column + 1):
        yield tr("a piece of “{word}”", word=escaped(_word(content, column)))
    if content.is_read_at(column):
        yield tr("C, its last hidden state, is what the fine-tuned model answers from")
    if choice := content.plan.chosen.get(column):
        token = tr("“{token}”", token=escaped(pair.tokens[column]))
        yield tr(DONE[choice.action], token=token)
    if content.is_unknown(column):
        yield tr(
            "“{word}” is not in the vocabulary, not even in pieces: BERT reads [UNK]",
            word=escaped(content.characters(column)),
        )
    if cut := content.cut_before(column):
        yield tr("{count} tokens before it are cut off: the model has no more positions", count=cut)
    if pair.sources[column] is not Source.SPECIAL:
        yield tr(CLICK[choice.action if choice else None])


def scale_tip(content: FigureContent) -> str:
    """What the scale is, or why there is none."""
    if content.why_no_difference:
        return content.why_no_difference
    if content.side is Side.DIFFERENCE:
        return tr(DIFFERENCE_TIP)
    return f"{tr(SCALE_TIP)} {tr(SIDE_TIP)}" if content.is_compared else tr(SCALE_TIP)


def strip_tip(content: FigureContent, line: int, column: int) -> str:
    """One vector: what it is, how long, and from where to where its values go."""
    stage = content.view.stage
    tip = _row_tip(line, stage)
    token = escaped(content.tokens[column])
    head = tr("<b>{token}</b> · position {position}", token=token, position=column)
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
    return tr(
        "{count} values from {least:.3g} to {most:.3g}, length {length:.3g}",
        count=values.size,
        least=values.min(),
        most=values.max(),
        length=np.linalg.norm(values),
    )


def spoken(content: FigureContent, column: int) -> str:
    """A token for those who hear it."""
    pair = content.pair
    parts = [
        tr(
            "Token {column} of {count}: {token}",
            column=column,
            count=len(pair),
            token=content.tokens[column],
        ),
        tr("segment {segment}", segment="AB"[pair.segments[column]]),
    ]
    if choice := content.plan.chosen.get(column):
        parts.append(tr(DONE[choice.action], token=pair.tokens[column]))
    elif content.is_unknown(column):
        parts.append(tr("not in the vocabulary"))
    if content.is_asked(column):
        parts.append(tr("the model is asked here"))
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
