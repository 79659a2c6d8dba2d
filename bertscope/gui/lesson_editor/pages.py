"""The pages of a lesson's text while it is written, whether or not it can be read yet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bertscope.gui.language import marked, tr
from bertscope.gui.language.chosen import spoken
from bertscope.gui.lesson.reading import FENCE, HEADING, OPENING, closing
from bertscope.gui.lesson.shelf import ENGLISH

UNTITLED = marked("New page")


@dataclass(frozen=True)
class Passage:
    """A page: its title, its first line, and the line behind its last one, from 0."""

    title: str
    begin: int
    end: int


def new_page() -> str:
    """A page to be filled, in the language in use."""
    return f"# {tr(UNTITLED)}\n\n{tr('What is seen here, and why.')}\n"


def new_lesson() -> str:
    """A lesson to be filled, in the language in use."""
    settings = f'title = "{tr("New lesson")}"\nabout = ""\nminutes = 5'
    language = spoken()
    if language != ENGLISH:
        settings += f'\nlanguage = "{language}"'
    return f"{FENCE}\n{settings}\n{FENCE}\n\n{new_page()}"


def passages(text: str) -> tuple[Passage, ...]:
    """The pages of a text, found by their headings; what stands before the first is the head."""
    lines = text.split("\n")
    found = list(_headings(lines))
    ends = [begin for begin, _ in [*found[1:], (len(lines), "")]][: len(found)]
    return tuple(
        Passage(title, begin, end) for (begin, title), end in zip(found, ends, strict=True)
    )


def page_at(text: str, line: int) -> int:
    """The number of the page that a line belongs to, from 0; 0 for the head, -1 without pages."""
    return page_among(passages(text), line)


def page_among(found: Sequence[Passage], line: int) -> int:
    """The same where the pages have been found already."""
    before = [number for number, page in enumerate(found) if page.begin <= line]
    return before[-1] if before else min(0, len(found) - 1)


def with_page(text: str, page: str, number: int) -> str:
    """The text with a page before page `number`; behind all where there are no more."""
    head, parts = _parts(text)
    return _joined(head, [*parts[:number], page, *parts[number:]])


def without_page(text: str, number: int) -> str:
    head, parts = _parts(text)
    return _joined(head, parts[:number] + parts[number + 1 :])


def moved_page(text: str, number: int, to: int) -> str:
    """The text with a page at another place among the others."""
    head, parts = _parts(text)
    page = parts.pop(number)
    return _joined(head, [*parts[:to], page, *parts[to:]])


def page_text(text: str, number: int) -> str:
    """A page as it is written."""
    return _parts(text)[1][number]


def _parts(text: str) -> tuple[str, list[str]]:
    """The head, and each page, without the empty lines behind them."""
    lines, found = text.split("\n"), passages(text)
    head = "\n".join(lines[: found[0].begin] if found else lines)
    return head.rstrip(), ["\n".join(lines[p.begin : p.end]).rstrip() for p in found]


def _joined(head: str, parts: list[str]) -> str:
    return "\n\n".join([*([head] if head else []), *(part.rstrip() for part in parts)]) + "\n"


def _headings(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Index and title of each line that begins a page; a block without an end goes to the end."""
    at, fence = _behind_head(lines), ""
    for number in range(at, len(lines)):
        line = lines[number]
        if fence:
            fence = "" if closing(fence).fullmatch(line) else fence
        elif heading := HEADING.match(line):
            yield number, heading["title"]
        elif opening := OPENING.match(line):
            fence = opening["fence"]


def _behind_head(lines: list[str]) -> int:
    """The index of the line behind the head; 0 where it isn't there as a whole."""
    marks = [at for at, line in enumerate(lines) if line.strip() == FENCE][:2]
    return marks[1] + 1 if len(marks) == 2 else 0
