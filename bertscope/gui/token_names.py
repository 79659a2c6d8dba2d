"""What the tokens of a look are called, and how they are coloured."""

from bertscope.gui.prober import Seen
from bertscope.gui.theme import Palette
from bertscope.text.pair import Source


def token_at(seen: Seen, position: int) -> str:
    """The token that the model read at a position."""
    question = seen.question
    return question.reader.tokenizer.vocabulary[question.ids[position]]


def is_chosen(seen: Seen, position: int) -> bool:
    return position in seen.question.plan.chosen


def shade_at(seen: Seen, position: int, palette: Palette) -> str:
    """Blue for sentence A, orange for B, grey for [CLS] and [SEP]; amber where it is chosen."""
    if is_chosen(seen, position):
        return palette.chosen
    return sentence_shade(seen.question.pair.sources[position], palette)


def ink_at(seen: Seen, position: int, palette: Palette) -> str:
    """The same for words, which can't be read in amber: chosen ones stand on it instead."""
    return palette.text if is_chosen(seen, position) else shade_at(seen, position, palette)


def sentence_shade(source: Source, palette: Palette) -> str:
    """Blue for sentence A, orange for B, grey for what is of neither."""
    shades = {
        Source.A: palette.segment_a,
        Source.B: palette.segment_b,
        Source.SPECIAL: palette.muted,
    }
    return shades[source]


def is_same_look(one: Seen, other: Seen) -> bool:
    """Whether two looks are of the same tokens and the same state of the same model."""
    return is_same_input(one, other) and one.look.step == other.look.step


def is_same_input(one: Seen, other: Seen) -> bool:
    """Whether two looks are of the same tokens and the same model, be it at another step."""
    asked = [(s.question.ids, s.question.pair.segments, s.question.model) for s in (one, other)]
    return asked[0] == asked[1]
