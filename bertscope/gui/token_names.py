"""What tokens and numbers of a look are called, and how tokens are coloured."""

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
    return palette.chosen if is_chosen(seen, position) else _sentence_shade(seen, position, palette)


def ink_at(seen: Seen, position: int, palette: Palette) -> str:
    """The same for words, which can't be read in amber: chosen ones stand on it instead."""
    return palette.text if is_chosen(seen, position) else _sentence_shade(seen, position, palette)


def _sentence_shade(seen: Seen, position: int, palette: Palette) -> str:
    source = seen.question.pair.sources[position]
    shades = {
        Source.A: palette.segment_a,
        Source.B: palette.segment_b,
        Source.SPECIAL: palette.muted,
    }
    return shades[source]


def is_same_look(one: Seen, other: Seen) -> bool:
    """Whether two looks are of the same tokens and the same state of the same model."""
    mine, theirs = one.question, other.question
    same_tokens = (mine.ids, mine.pair.segments) == (theirs.ids, theirs.pair.segments)
    return same_tokens and (mine.model, one.look.step) == (theirs.model, other.look.step)


def number(value: float, digits: int = 3) -> str:
    """A number with a real minus sign; tiny ones have no sign that would be a lie."""
    words = f"{value:.{digits}f}"
    return words.lstrip("-") if not float(words) else words.replace("-", "−")
