"""Lessons as they are written: Markdown with TOML at its head and in fenced blocks.

The head stands between two lines of ``+++`` and is a `Head`. Each heading of the first level begins
a page. In a page three kinds of fenced blocks are the lesson's own, by the word behind the fence:
``window`` is a `Scene`, ``do`` an `Ask`, ``notes`` Markdown for whoever presents. All else is the
page's narration, as it stands. What a fenced block holds is never a heading.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from bertscope.errors import BertscopeError
from bertscope.gui.language import tr
from bertscope.gui.lesson.block import Block
from bertscope.gui.lesson.errors import LessonError
from bertscope.gui.lesson.lesson import Head, Lesson, Page, Scene
from bertscope.gui.lesson.values import ask_in, head_of, scene_in

__all__ = ["LessonError", "open_lesson", "read_lesson", "text_of"]

MOST_CHARACTERS = 500_000
"""Of a lesson: beyond any book chapter, and read at once."""
LONGEST_CHARACTER = 4
"""Bytes, in UTF-8."""
FENCE = "+++"
HEADING = re.compile(r" {0,3}#[ \t]+(?P<title>.*\S)")
CLOSING_MARKS = re.compile(r"[ \t]+#+$")
OPENING = re.compile(r" {0,3}(?P<fence>`{3,}(?=[^`]*$)|~{3,})[ \t]*(?P<kind>[\w-]*)")
OWN = ("window", "do", "notes")
NEARLY = 0.85
"""How like one of them a word is that is meant to be it; ``dot`` isn't meant to be ``do``."""


def open_lesson(path: Path) -> Lesson:
    """Read the lesson in a file.

    Raises
    ------
    BertscopeError
        If the file can't be read, or what it holds is no lesson; its name stands before the line.
    """
    try:
        return read_lesson(text_of(path))
    except LessonError as error:
        words = tr(
            "{name}, line {line}: {words}", name=path.name, line=error.line, words=error.words
        )
        raise BertscopeError(words) from error


def text_of(path: Path) -> str:
    """The text of a lesson's file, as it is.

    Raises
    ------
    BertscopeError
        If it can't be read, or is longer than a lesson may be.
    """
    try:
        if path.stat().st_size > LONGEST_CHARACTER * MOST_CHARACTERS:
            raise BertscopeError(
                tr("{name} is too long for a lesson: choose another.", name=path.name)
            )
        return path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or tr("it is no text in UTF-8")
        raise BertscopeError(
            tr("{name} can't be read ({reason}): choose another.", name=path.name, reason=reason)
        ) from error


def read_lesson(text: str) -> Lesson:
    """Read a lesson.

    Raises
    ------
    LessonError
        If the text is none; it names the line and says what to do.
    """
    if len(text) > MOST_CHARACTERS:
        raise LessonError(
            1,
            tr(
                "a lesson has at most {most:,} characters: divide it into several.",
                most=MOST_CHARACTERS,
            ),
        )
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    lines = plain.split("\n")
    head, begin = _head(lines)
    pages = tuple(draft.page() for draft in _drafts(lines, begin))
    if not pages:
        raise LessonError(
            len(lines), tr("there is no page yet: begin one with a heading, `# Title`.")
        )
    return Lesson(head, pages)


@dataclass
class _Draft:
    """A page while it is read."""

    title: str
    line: int
    words: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)

    def page(self) -> Page:
        scenes = [block for block in self.blocks if block.kind == "window"]
        if len(scenes) > 1:
            raise LessonError(
                scenes[1].opening,
                tr("this is the page's second `window` block: put both into one."),
            )
        notes = [_joined(block.lines) for block in self.blocks if block.kind == "notes"]
        return Page(
            self.title,
            _joined(self.words),
            scene_in(scenes[0]) if scenes else Scene(),
            tuple(ask_in(block) for block in self.blocks if block.kind == "do"),
            "\n\n".join(each for each in notes if each),
            self.line,
        )


def _head(lines: list[str]) -> tuple[Head, int]:
    """The front matter, and the index of the line behind it."""
    begin = next((at for at, line in enumerate(lines) if line.strip()), 0)
    if lines[begin].strip() != FENCE:
        raise LessonError(
            begin + 1,
            tr("a lesson begins with a line {fence}, its `title`, and {fence} again.", fence=FENCE),
        )
    for end in range(begin + 1, len(lines)):
        if lines[end].strip() == FENCE:
            return head_of(Block("head", begin + 2, lines[begin + 1 : end])), end + 1
    raise LessonError(
        begin + 1, tr("the head has no end: close it with a line {fence}.", fence=FENCE)
    )


def _drafts(lines: list[str], at: int) -> Iterator[_Draft]:
    draft: _Draft | None = None
    while at < len(lines):
        line = lines[at]
        if heading := HEADING.match(line):
            if draft is not None:
                yield draft
            draft = _Draft(CLOSING_MARKS.sub("", heading["title"]), at + 1)
            at += 1
            continue
        opening = OPENING.match(line)
        end = _end_of_block(lines, at, opening["fence"]) if opening else at + 1
        if draft is None:
            _refuse_before_pages(line, at)
        elif opening and _is_own(opening["kind"], at):
            draft.blocks.append(Block(opening["kind"].lower(), at + 2, lines[at + 1 : end - 1]))
        else:
            draft.words += lines[at:end]
        at = end
    if draft is not None:
        yield draft


def _refuse_before_pages(line: str, at: int) -> None:
    if not line.strip():
        return
    if re.match(r"#[^#\s]", line):
        raise LessonError(at + 1, tr("a page's heading has a space behind its `#`: put one there."))
    raise LessonError(
        at + 1, tr("this stands before the first page: put a heading over it, `# Title`.")
    )


def _is_own(kind: str, at: int) -> bool:
    """Whether a block is none of the narration's."""
    if kind.lower() in OWN:
        return True
    if near := get_close_matches(kind.lower(), OWN, 1, NEARLY):
        raise LessonError(
            at + 1,
            tr("there is no block `{kind}`: did you mean `{near}`?", kind=kind, near=near[0]),
        )
    return False


def _end_of_block(lines: list[str], begin: int, fence: str) -> int:
    """The index of the line behind a fenced block."""
    end = closing(fence)
    for at in range(begin + 1, len(lines)):
        if end.fullmatch(lines[at]):
            return at + 1
    raise LessonError(
        begin + 1, tr("this block has no end: close it with a line {fence}.", fence=fence)
    )


def closing(fence: str) -> re.Pattern[str]:
    """What a line is that closes a block which a fence has opened."""
    return re.compile(rf" {{0,3}}{re.escape(fence)}{re.escape(fence[0])}*\s*")


def _joined(lines: list[str]) -> str:
    """Lines as a text, without empty ones before and behind it."""
    filled = [at for at, line in enumerate(lines) if line.strip()]
    return "\n".join(lines[filled[0] : filled[-1] + 1]).rstrip() if filled else ""
