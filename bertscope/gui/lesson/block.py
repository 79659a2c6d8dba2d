"""A fenced block of a lesson as TOML, and the lines on which its keys are set."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bertscope.gui.language import marked, tr
from bertscope.gui.lesson.errors import LessonError

_NAME = r"""(?:[\w-]+|"[^"]*"|'[^']*')"""
_PATH = rf"(?P<path>{_NAME}(?:\s*\.\s*{_NAME})*)\s*"
SETTING, TABLE = re.compile(rf"\s*{_PATH}="), re.compile(rf"\s*\[\[?\s*{_PATH}\]")
PART = re.compile(_NAME)
PLACE = re.compile(r" \(at line (?P<line>\d+), column \d+\)| \(at end of document\)")
PLAINLY = (
    ("Cannot overwrite", marked("this is set a second time: keep one of the two.")),
    ("Cannot declare", marked("this is set a second time: keep one of the two.")),
    ("Cannot mutate", marked("this is set a second time: keep one of the two.")),
    (
        "Illegal character",
        marked("a text has no end on this line: close it with a quotation mark."),
    ),
    ("Unterminated string", marked("a text has no end: close it with a quotation mark.")),
    ("Expected '\"", marked("a text has no end: close it with a quotation mark.")),
    ("Unescaped '\\'", marked("a backslash in a text is written twice: \\\\.")),
    (
        "Invalid value",
        marked("this value can't be read: put text in quotes, and write true or false."),
    ),
    ("Expected '='", marked("this sets nothing: write `name = value`.")),
    ("Invalid statement", marked("this sets nothing: write `name = value`.")),
    ("Unclosed array", marked("a list has no end: close it with ].")),
    ("Unclosed inline table", marked("a table has no end: close it with }.")),
)
"""What `tomllib` says, by how that begins, in the words of whoever writes a lesson."""


@dataclass(frozen=True)
class Block:
    """The lines of a fenced block, the first of which is line `line` of the text."""

    kind: str
    line: int
    lines: list[str]

    @property
    def opening(self) -> int:
        """The line of its fence."""
        return max(1, self.line - 1)

    def table(self) -> dict[str, Any]:
        """What it sets.

        Raises
        ------
        LessonError
            If it is no TOML.
        """
        try:
            return tomllib.loads("\n".join(self.lines))
        except RecursionError as error:
            raise LessonError(
                self.opening, tr("this is nested too deeply: write it flatter.")
            ) from error
        except ValueError as error:  # Of a number too long to be read it is no TOMLDecodeError.
            raise LessonError(self._line_in(str(error)), _plainly(str(error))) from error

    def line_of(self, path: Sequence[str]) -> int:
        """The line that sets a key, or what comes nearest above it; else that of the fence."""
        best, longest, table = self.opening, 0, []
        for number, line in enumerate(self.lines):
            header, setting = TABLE.match(line), SETTING.match(line)
            if header:
                table = found = _parts(header["path"])
            elif setting:
                found = table + _parts(setting["path"])
            else:
                continue
            length = _shared(found, path)
            if length > longest:
                best, longest = self.line + number, length
        return best

    def _line_in(self, words: str) -> int:
        """Where `tomllib` stopped."""
        found = PLACE.search(words)
        if found is None:
            return self.opening
        at = int(found["line"] or len(self.lines))
        return self.line + max(1, min(at, len(self.lines))) - 1


def _parts(path: str) -> list[str]:
    return [part.strip("\"'") for part in PART.findall(path)]


def _shared(found: Sequence[str], path: Sequence[str]) -> int:
    """How many keys from the first on are the same."""
    length = 0
    for ours, theirs in zip(found, path, strict=False):
        if ours != theirs:
            break
        length += 1
    return length


def _plainly(words: str) -> str:
    for begins, plain in PLAINLY:
        if words.startswith(begins):
            return tr(plain)
    said = PLACE.sub("", words)
    return tr("this is no TOML ({said}): write `name = value`, text in quotes.", said=said)
