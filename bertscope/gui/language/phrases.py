"""What engine, text and wire say, found in their source: all words but those that are no speech."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

UNSEEN = frozenset(("cli", "written", "stories.py", "storybook.py", "tensorboard.py", "trials.py"))
"""Modules and rooms whose words the window never shows: the command line's, and texts to learn."""
HEARD = "cli/hub*.py"
"""Of the command line's modules those whose words come back to the window from a child."""
_SPEECHLESS = frozenset(("compile", "Random", "startswith", "find", "ValueError"))
"""What is called with words that nobody reads."""
_WORD = re.compile(r"(?<![\w.\[{-])[a-z]{3,}(?![\w.}-]\w)")
_HOLE = re.compile(r"\{\}")


def may_be_seen(module: Path) -> bool:
    """Whether the window can show what a module outside it says."""
    return module.match(HEARD) or UNSEEN.isdisjoint(module.parts)


def phrases(tree: ast.AST) -> Iterator[str]:
    """What a module says, with a number in braces in the place of each value."""
    for node in _speaking(tree):
        phrase = _template(node)
        if " " in phrase.strip() and _WORD.search(phrase):
            yield phrase


def _speaking(node: ast.AST) -> Iterator[ast.expr]:
    """The literals in the order of the source, without those that are no speech."""
    if isinstance(node, ast.Constant | ast.JoinedStr):
        yield node
    types = (getattr(node, "annotation", None), getattr(node, "returns", None))
    for child in ast.iter_child_nodes(node):
        is_part = isinstance(node, ast.JoinedStr) and isinstance(child, ast.Constant)
        if not is_part and child not in types and not _is_speechless(child):
            yield from _speaking(child)


def _is_speechless(node: ast.AST) -> bool:
    match node:
        case ast.Expr(value=ast.Constant()) | ast.Assert() | ast.Compare():
            return True
        case ast.ClassDef(bases=bases):  # The values of an enumeration are words of messages.
            return any(isinstance(base, ast.Name) and base.id.endswith("Enum") for base in bases)
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)):
            return name in _SPEECHLESS
    return False


def _template(node: ast.expr) -> str:
    match node:
        case ast.Constant(value=str(words)):
            parts = _HOLE.split(words)
        case ast.JoinedStr(values=values):
            parts = [""]
            for value in values:
                if isinstance(value, ast.Constant):
                    parts[-1] += str(value.value)
                else:
                    parts.append("")
        case _:
            return ""
    return "".join(f"{{{at - 1}}}{part}" if at else part for at, part in enumerate(parts))
