"""Formulas between dollar signs, as runs of text with sub- and superscripts.

What is understood is what a line of text can show: ``E_{dog} + E_A``, ``\\log p``, ``10^{-4}``,
``\\frac{a}{b}``, Greek letters and the usual signs. What isn't known stands there by its name.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import groupby

from bertscope.gui.wording import indexed


class Height(Enum):
    """Where a run stands."""

    LINE = "line"
    BELOW = "below"
    ABOVE = "above"


@dataclass(frozen=True)
class Run:
    """Characters of a formula that look alike; a variable is slanted."""

    words: str
    height: Height = Height.LINE
    is_slanted: bool = False


FORMULA = re.compile(
    r"(?P<code>(?P<tick>`+|(?m:^)[ ]{0,3}~~~+)(?:.|\n)*?(?P=tick))"
    r"|\\\$|(?P<marks>\$\$?)(?P<inner>[^\s$](?:[^$\n]*[^\s$])?)(?P=marks)(?!\d)"
)
"""A formula in Markdown, in `inner`; what is code or an escaped dollar sign has none."""
PART = re.compile(r"\\[A-Za-z]+|\\.|[A-Za-z]+|\d+(?:\.\d+)?|\s+|.", re.DOTALL)
LETTERS = (
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau "
    "phi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega ell"
)
GREEK = dict(zip(LETTERS.split(), "αβγδεζηθικλμνξπρστφχψωΓΔΘΛΞΠΣΦΨΩℓ", strict=True))
SIGNS = {
    "cdot": "·",
    "times": " × ",
    "pm": " ± ",
    "le": " ≤ ",
    "leq": " ≤ ",
    "ge": " ≥ ",
    "geq": " ≥ ",
    "ne": " ≠ ",
    "neq": " ≠ ",
    "approx": " ≈ ",
    "sim": " ∼ ",
    "to": " → ",
    "rightarrow": " → ",
    "in": " ∈ ",
    "mid": " | ",
    "top": "⊤",
    "sum": "∑",
    "prod": "∏",
    "infty": "∞",
    "partial": "∂",
    "nabla": "∇",
    "odot": " ⊙ ",
    "oplus": " ⊕ ",
    "ldots": "…",
    "dots": "…",
    "cdots": "⋯",
    "quad": "  ",
    "hat": "",
    "left": "",
    "right": "",
}
BETWEEN = {"+": " + ", "-": " − ", "=": " = ", "<": " < ", ">": " > "}
UPRIGHT = ("text", "mathrm", "operatorname", "mathbf", "texttt")
BEFORE_OPERAND = "([{+-=<>,|·×∈≤≥→"
"""Behind these a minus sign belongs to what follows it."""
NO_ROOM = ("", "(", "[", "^", "_")
"""A function stands close to these, as log does in log(p)."""


def read_formula(source: str) -> tuple[Run, ...]:
    """The runs of a formula, as it is read from left to right."""
    return _merged(_runs(PART.findall(source), Height.LINE))


def spoken(source: str) -> str:
    """A formula as plain text, for who hears it: ``E_dog + E_A``."""
    signs = {Height.LINE: "", Height.BELOW: "_", Height.ABOVE: "^"}
    levels = groupby(read_formula(source), lambda run: run.height)
    return "".join(signs[height] + "".join(r.words for r in runs) for height, runs in levels)


def _runs(parts: list[str], height: Height) -> Iterator[Run]:
    said, at = "", 0
    while at < len(parts):
        part, name = parts[at], parts[at].removeprefix("\\")
        at += 1
        if part in ("_", "^"):
            inner, at = _group(parts, at)
            yield from _moved(inner, height, Height.BELOW if part == "_" else Height.ABOVE)
        elif part == "\\frac":
            over, at = _group(parts, at)
            under, at = _group(parts, at)
            yield from (*_enclosed(over, height), Run(" / ", height), *_enclosed(under, height))
        elif part == "\\sqrt":
            inner, at = _group(parts, at)
            yield from (Run("√", height), *_enclosed(inner, height))
        elif part.startswith("\\") and name in UPRIGHT:
            inner, at = _group(parts, at)
            yield Run("".join(inner), height)
        elif part not in "{}":
            behind = next((other for other in parts[at:] if not other.isspace()), "")
            if not part.isspace():
                yield _run(part, height, said, behind)
            elif _are_words(said, behind):
                yield Run(" ", height)
        said = said if part.isspace() else part


def _moved(parts: list[str], height: Height, to: Height) -> Iterator[Run]:
    """What stands below or above; a line has no third level, but small digits of its own."""
    if height is Height.LINE:
        yield from _runs(parts, to)
    elif to is Height.BELOW and len(parts) == 1 and parts[0].isdecimal():
        yield Run(indexed("", int(parts[0])), height)
    else:
        yield from _runs(parts, height)


def _run(part: str, height: Height, before: str, behind: str) -> Run:
    """One part that stands for itself, between the parts in front of it and behind it."""
    name = part.removeprefix("\\")
    if name != part:
        known = GREEK.get(name) or SIGNS.get(name)
        if known is None and name.isalpha():
            known = f"{' ' * _ends_word(before)}{name}{' ' * (behind not in NO_ROOM)}"
        elif known is None:
            known = name.strip(",;! ")
        return Run(_closer(known, height), height)
    part = "-" if part == "−" else part
    if part == "-" and (not before or before[-1] in BEFORE_OPERAND):
        return Run("−", height)
    if part in BETWEEN:
        return Run(_closer(BETWEEN[part], height), height)
    if part == ",":
        return Run(", ", height)
    is_variable = len(part) == 1 and part.isalpha() and part.isascii()
    return Run(part, height, is_slanted=is_variable)


def _are_words(part: str, behind: str) -> bool:
    """Whether the room between two parts is that between words, as in ``ln p``."""
    are_both = part.isalnum() and behind.isalnum()
    return are_both and max(len(part), len(behind)) > 1


def _ends_word(part: str) -> bool:
    is_sign = part.removeprefix("\\") in SIGNS
    return not is_sign and (part[-1:].isalnum() or part[-1:] in (")", "]", "}"))


def _closer(words: str, height: Height) -> str:
    """Signs have no room around them above and below the line."""
    return words if height is Height.LINE else words.strip()


def _group(parts: list[str], at: int) -> tuple[list[str], int]:
    """What the braces at a place enclose, or the one part there; and the place behind it."""
    while at < len(parts) and parts[at].isspace():
        at += 1
    if at >= len(parts):
        return [], at
    if parts[at] != "{":
        return [parts[at]], at + 1
    depth = 0
    for end in range(at, len(parts)):
        depth += {"{": 1, "}": -1}.get(parts[end], 0)
        if not depth:
            return parts[at + 1 : end], end + 1
    return parts[at + 1 :], len(parts)


def _enclosed(parts: list[str], height: Height) -> Iterator[Run]:
    """In brackets, where it is more than one thing."""
    runs = _merged(_runs(parts, height))
    if any(run.height is height and " " in run.words for run in runs):
        yield from (Run("(", height), *runs, Run(")", height))
    else:
        yield from runs


def _merged(runs: Iterator[Run]) -> tuple[Run, ...]:
    """Neighbours that look alike as one, without room that is there twice."""
    made: list[Run] = []
    for look, alike in groupby(runs, lambda run: (run.height, run.is_slanted)):
        words = re.sub(r" {3,}", "  ", "".join(run.words for run in alike))
        made.append(Run(words, *look))
    return tuple(run for run in made if run.words)
