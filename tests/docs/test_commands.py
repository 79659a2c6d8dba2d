"""What the README and the documentation say can be typed can be typed."""

import re
import shlex

import pytest

from bertscope.cli.parser import VERBS, parse
from tests.docs.texts import README, ROOT, TEXTS, commands_of

OURS = re.compile(r"(?:^|\s)(?:\S*/)?bertscope (?P<words>.+)$")
NAMED = re.compile(r"`bertscope (?P<verb>[a-z]+)\b")
RUNS = re.compile(r"(?:^|\s)make (?P<target>[a-z-]+)")
TYPED = [(page, line) for page in TEXTS for line in commands_of(page)]


def targets() -> set[str]:
    return set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))


def test_the_readme_says_how_to_begin_on_each_system() -> None:
    lines = commands_of(README)
    assert {"make run", "make test"} <= set(lines)
    assert sum("requirements.lock" in line for line in lines) == 2


@pytest.mark.parametrize("page", TEXTS, ids=lambda page: page.name)
def test_what_is_made_can_be_made(page: object) -> None:
    asked = {found["target"] for of, line in TYPED if of == page for found in RUNS.finditer(line)}
    assert asked <= targets()


@pytest.mark.parametrize(
    "line", [line for _, line in TYPED if OURS.search(line) and "engine" not in line]
)
def test_commands_are_understood(line: str) -> None:
    found = OURS.search(line)
    assert found is not None
    assert parse(shlex.split(found["words"])).verb


def test_commands_that_are_named_exist() -> None:
    text = "".join(page.read_text("utf-8") for page in TEXTS)
    assert {found["verb"] for found in NAMED.finditer(text)} <= {*VERBS, "engine"}


def test_files_that_are_to_be_started_are_there() -> None:
    for _, line in TYPED:
        for name in re.findall(r"(?:^|\s)(\S+\.(?:py|lock))\b", line):
            assert (ROOT / name).is_file(), line
