"""`bertscope lesson`: whether lessons can be read, and which there are."""

from collections.abc import Sequence
from pathlib import Path

from bertscope.errors import BertscopeError
from bertscope.gui.lesson.lesson import Lesson
from bertscope.gui.lesson.reading import LessonError, read_lesson, text_of
from bertscope.gui.lesson.shelf import entries


def check(paths: Sequence[Path]) -> int:
    """Read lessons and say of each what it is, or what is wrong; 1 if something is."""
    code = 0
    for path in paths:
        try:
            print(f"{path}: {_summary(read_lesson(text_of(path)))}")
        except LessonError as error:
            print(f"{path}, line {error.line}: {error.words}")
            code = 1
        except BertscopeError as error:
            print(error)
            code = 1
    return code


def list_all() -> int:
    """Say which lessons there are, those that can't be read too."""
    found = [(entry, entry.trouble()) for entry in entries()]
    width = max((len(entry.name) for entry, _ in found), default=0)
    for entry, trouble in found:
        whose = "your own" if entry.own else "ships"
        languages = ", ".join(sorted(entry.files)) if not entry.own else ""
        words = trouble or " · ".join(part for part in (entry.title(), whose, languages) if part)
        print(f"{entry.name:<{width}}  {words}")
    return 0


def _summary(lesson: Lesson) -> str:
    asks = sum(len(page.asks) for page in lesson.pages)
    return f"{lesson.head.title}, {_some(len(lesson.pages), 'page')}, {_some(asks, 'task')}"


def _some(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"
