"""All that others than the window say is found in their source, and nothing that nobody reads."""

import ast
from pathlib import Path

import pytest

from bertscope.gui.language.phrases import may_be_seen, phrases

SOURCE = '''
"""A module that says something."""

from enum import StrEnum

NEEDED = "{} has no text: choose another."
WHY = {"decoder": "it reads from left to right", "key_name": "one_word"}
PATTERN = re.compile("out of (?:all) memory")


class Part(StrEnum):
    """Words of messages."""

    HEAD = "the whole head"


def read(path: Path) -> "list of lines | None":
    """Its lines."""
    assert path, "a path is there"
    if str(path) == "no such file":
        raise ModelError(f"{path} isn't there: choose one of {', '.join(WHY)}.")
    yield from beside("Reading the lines", lambda: [])
    return f"{path.name} looks {'quite damaged' if path else 'gone'}" if path else f"layer {2}"


def dice(seed: int, count: int) -> Random:
    return Random(f"rolls of {seed}"), f"{count} {seed}", "Adam W", "pip-install", "x " * 2
'''


def test_what_is_said_anywhere_is_found_with_places_for_values() -> None:
    assert list(phrases(ast.parse(SOURCE))) == [
        "{0} has no text: choose another.",
        "it reads from left to right",
        "{0} isn't there: choose one of {1}.",
        "Reading the lines",
        "{0} looks {1}",
        "quite damaged",
        "layer {0}",
    ]


@pytest.mark.parametrize(
    ("module", "is_seen"),
    [
        ("engine/run.py", True),
        ("text/tasks/problems.py", True),
        ("cli/hub_errors.py", True),
        ("cli/parser.py", False),
        ("text/stories.py", False),
        ("text/tasks/written/tales.py", False),
    ],
)
def test_texts_and_the_command_line_are_left_out(module: str, is_seen: bool) -> None:
    assert may_be_seen(Path(module)) is is_seen
