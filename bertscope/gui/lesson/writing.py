"""Lessons become text again, as `reading` reads them."""

import json
import re
from collections.abc import Iterator
from enum import Enum
from itertools import chain
from typing import Any

import msgspec

from bertscope.gui.lesson.lesson import Ask, Head, Lesson, Page, Scene
from bertscope.gui.lesson.reading import FENCE
from bertscope.gui.lesson.values import NONE
from bertscope.gui.state import Stage

BARE = re.compile(r"[A-Za-z0-9_-]+")
TICKS = re.compile(r"`{3,}")


def write_lesson(lesson: Lesson) -> str:
    """A lesson as a text; reading it gives the same lesson, but for the lines of its pages."""
    return "\n\n".join([write_head(lesson.head), *map(write_page, lesson.pages)]) + "\n"


def write_head(head: Head) -> str:
    """The front matter."""
    return "\n".join([FENCE, *_settings(head), FENCE])


def write_page(page: Page) -> str:
    """One page, without a line end behind it.

    Its title and words are such as `reading` gives: no line of the words outside of a fenced block
    is a heading of the first level.
    """
    parts = [f"# {page.title}", page.words]
    if page.scene != Scene():
        parts.append(_fenced("window", _settings(page.scene)))
    parts += [_fenced("do", _settings(ask)) for ask in page.asks]
    if page.notes:
        parts.append(_fenced("notes", [page.notes]))
    return "\n\n".join(part for part in parts if part)


def _fenced(kind: str, lines: list[str]) -> str:
    longest = max((len(found) for line in lines for found in TICKS.findall(line)), default=2)
    fence = "`" * (longest + 1)
    return "\n".join([f"{fence}{kind}", *lines, fence])


def _settings(part: Head | Scene | Ask) -> list[str]:
    return list(_lines("", part))


def _lines(path: str, value: Any) -> Iterator[str]:
    """What sets a value and all below it, a line each."""
    if isinstance(value, msgspec.Struct):
        value = {name: each for name, each in _changed(value) if each is not None}
    if isinstance(value, dict) and (value or not path):
        below = (_lines(f"{path}.{_key(name)}".lstrip("."), each) for name, each in value.items())
        yield from chain.from_iterable(below)
    else:
        yield f"{path} = {_value(value)}"


def _changed(part: msgspec.Struct) -> Iterator[tuple[str, Any]]:
    """The fields of a part that are other than they are by default."""
    for field in msgspec.structs.fields(part):
        value = getattr(part, field.name)
        factory = field.default_factory
        default = field.default if factory is msgspec.NODEFAULT else factory()
        if default is msgspec.NODEFAULT or value != default:
            yield field.name, value


def _key(name: str) -> str:
    return name if BARE.fullmatch(name) else _text(name)


def _value(value: Any) -> str:
    match value:
        case None:
            return _text(NONE)
        case Stage():
            return _text(value.name.lower().replace("_", " "))
        case Enum():
            return _value(value.value)
        case bool():
            return str(value).lower()
        case str():
            return _text(value)
        case dict():
            return "{}"
        case tuple() | list():
            return f"[{', '.join(map(_value, value))}]"
    return repr(value)


def _text(text: str) -> str:
    """A TOML basic string; JSON's are the same but for one control character."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
