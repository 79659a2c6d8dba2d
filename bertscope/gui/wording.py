"""Numbers and tokens in words, the same in every view."""

from bertscope.gui.language import marked

_LOW = str.maketrans("-0123456789", "₋₀₁₂₃₄₅₆₇₈₉")
_HIGH = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
WAITING = marked("Waiting for the engine.")
ANSWERS = ("IsNext", "NotNext")
"""What the next-sentence head answers, by its label."""
SMALLEST = 0.000_001
"""Shares below this are only said to be less."""


def percent(share: float) -> str:
    """A probability for people: never 100 % or 0 % where it isn't."""
    if 0.0 < share < 0.001:
        return "<0.1 %"
    if 0.999 < share < 1.0:
        return ">99.9 %"
    near_an_end = share < 0.0995 or 0.9945 < share < 1.0
    return f"{100 * share:.1f} %" if near_an_end else f"{100 * share:.0f} %"


def fine_percent(share: float) -> str:
    """A probability to two digits however small it is."""
    if 0.0 < share < SMALLEST:
        return f"<{100 * SMALLEST:.4f} %"
    if share == 0.0 or share >= 0.1:
        return percent(share)
    digits = next(n for n in range(1, 7) if 100 * share >= 10.0 ** (1 - n))
    return f"{100 * share:.{digits}f} %"


def plain_percent(share: float) -> str:
    """A share as a rule has it or as it was counted, to three digits: 15 %, 6.67 %."""
    return f"{100 * share:.3g} %"


def whole_percent(share: float) -> str:
    """A share that is only told roughly: 59 %."""
    return f"{100 * share:.0f} %"


def number(value: float, digits: int = 3) -> str:
    """A number with a real minus sign; tiny ones have no sign that would be a lie."""
    words = f"{value:.{digits}f}"
    return words.lstrip("-") if not float(words) else words.replace("-", "−")


def signed(value: float, digits: int = 3) -> str:
    """A change, with its sign; none has no sign."""
    words = number(value, digits)
    return words if words.startswith("−") or not float(words) else f"+{words}"


def duration(seconds: float) -> str:
    """``m:ss``, or ``h:mm:ss`` from an hour on."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def loss(value: float) -> str:
    """A loss in nats, as every equation and curve writes it."""
    return f"{value:.3f}"


def indexed(name: str, position: int) -> str:
    """A name with a position below it: x₂."""
    return f"{name}{str(position).translate(_LOW)}"


def output(position: int) -> str:
    """The name of the model's output at a position: T₂."""
    return indexed("T", position)


def power_of_ten(exponent: int) -> str:
    return f"10{str(exponent).translate(_HIGH)}"


def escaped(words: str) -> str:
    """Words that a tooltip shows as they are."""
    return words.replace("&", "&amp;").replace("<", "&lt;")
