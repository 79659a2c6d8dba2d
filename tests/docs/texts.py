"""The texts of the documentation, and what is found in them."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
README = ROOT / "README.md"
PAGES = tuple(sorted(DOCS.rglob("*.md")))
TEXTS = (README, *PAGES)

CODE = re.compile(r"^(?P<fence>`{3,}).*?^(?P=fence)$|^(?: {4}.*\S.*\n?)+|`[^`\n]+`", re.M | re.S)
LINK = re.compile(r"(?P<picture>!?)\[(?P<words>[^\]]*)\]\((?P<target>[^)\s]+)\)")
HEADING = re.compile(r"^#+ +(?P<words>.+?)\s*$", re.M)


def prose_of(text: str) -> str:
    """A text without its code, in which a bracket is no link."""
    return CODE.sub("", text)


def targets_of(page: Path, *, pictures: bool) -> list[str]:
    """Where the links of a page lead, or where its pictures are, as it says."""
    found = LINK.finditer(prose_of(page.read_text("utf-8")))
    return [link["target"] for link in found if bool(link["picture"]) is pictures]


def anchors_of(page: Path) -> set[str]:
    """The names of a page's headings, as MkDocs makes them."""
    headings = HEADING.finditer(
        re.sub(r"^`{3,}.*?^`{3,}$", "", page.read_text("utf-8"), flags=re.M | re.S)
    )
    return {
        re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", heading["words"].lower()).strip())
        for heading in headings
    }


def commands_of(page: Path) -> list[str]:
    """The lines to be typed in a shell: indented ones, each with those that it goes on in."""
    lines = re.findall(r"(?:^ {4}.*\S.*\n?)+", page.read_text("utf-8"), re.M)
    whole = "".join(lines).replace("\\\n", " ")
    return [line.partition("  #")[0].strip() for line in whole.splitlines()]
