"""What each view is, in two sentences with the formula behind it."""

import re
from dataclasses import dataclass
from functools import cache

from bertscope.gui.language.chosen import spoken
from bertscope.places import resources

SECTION = re.compile(r"^# +(?P<name>.+?)\s*$", re.MULTILINE)
LESSON = re.compile(r"^lesson:(?P<name>[\w-]+)\s*$", re.MULTILINE)


@dataclass(frozen=True)
class About:
    """What is said of a view.

    Attributes
    ----------
    words
        Markdown with formulas.
    lesson
        The lesson that goes further; empty where there is none.
    """

    words: str
    lesson: str = ""


def abouts() -> dict[str, About]:
    """What is said of each view in the language in use, by the name of its panel."""
    return _abouts(spoken())


@cache
def _abouts(language: str) -> dict[str, About]:
    """In English where there is no file of a language."""
    file = resources() / f"views.{language}.md"
    file = file if file.is_file() else resources() / "views.md"
    return read_abouts(file.read_text("utf-8"))


def read_abouts(text: str) -> dict[str, About]:
    """Read the sections of a text: a heading, the words, and a line ``lesson:NAME``."""
    begins = list(SECTION.finditer(text))
    ends = [found.start() for found in begins[1:]] + [len(text)]
    return {
        found["name"]: _about(text[found.end() : end])
        for found, end in zip(begins, ends, strict=True)
    }


def _about(section: str) -> About:
    found = LESSON.search(section)
    return About(LESSON.sub("", section).strip(), found["name"] if found else "")
