"""The pages: links lead somewhere, pictures are there, all is in the navigation, and builds."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from PIL import Image
from PySide6.QtGui import QKeySequence

from bertscope.gui.lesson.menu import TOUR
from bertscope.gui.lesson.reading import read_lesson
from bertscope.gui.lesson.shelf import entries
from bertscope.gui.main_window import MainWindow
from bertscope.gui.palette import DARK, LIGHT, Palette
from bertscope.gui.theme import Mode
from tests.docs.texts import DOCS, PAGES, ROOT, TEXTS, anchors_of, targets_of

PICTURES = DOCS / "pictures"
MOST_BYTES = 2_000_000
"""Of all pictures together: the repository keeps every version of them."""
ONLY = {Mode.LIGHT: "#gh-light-mode-only", Mode.DARK: "#gh-dark-mode-only"}
SHADES = {
    "ground": "ground",
    "card": "card",
    "line": "line",
    "ink": "text",
    "quiet": "muted",
    "link": "segment_a_ink",
    "code": "chip",
    "chosen": "chosen_edge",
}
"""The site's colours, and their meanings in the palette."""


def in_nav(entry: object) -> list[str]:
    """The pages below an entry of the navigation."""
    if isinstance(entry, str):
        return [entry]
    parts = entry.values() if isinstance(entry, dict) else entry
    assert isinstance(parts, list | type({}.values()))
    return [page for part in parts for page in in_nav(part)]


@pytest.mark.parametrize("page", TEXTS, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    lost = []
    for target in targets_of(page, pictures=False):
        path, _, anchor = target.partition("#")
        there = (page.parent / path).resolve() if path else page
        if not there.exists() or (anchor and anchor not in anchors_of(there)):
            lost.append(target)
    assert not lost


@pytest.mark.parametrize("page", TEXTS, ids=lambda page: str(page.relative_to(ROOT)))
def test_pictures_are_there_and_told_of(page: Path) -> None:
    for target in targets_of(page, pictures=True):
        assert (page.parent / target.partition("#")[0]).is_file(), target
    assert "![](" not in page.read_text("utf-8")  # Whoever doesn't see it is told what it shows.


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(DOCS)))
def test_each_theme_has_its_picture(page: Path) -> None:
    shown = [target for target in targets_of(page, pictures=True) if "pictures/" in target]
    for light, dark in zip(shown[::2], shown[1::2], strict=True):
        assert light.endswith(f"-light.png{ONLY[Mode.LIGHT]}")
        assert dark == light.replace("-light.png", "-dark.png").replace(
            ONLY[Mode.LIGHT], ONLY[Mode.DARK]
        )


def test_no_picture_is_left_over_and_all_are_small() -> None:
    used = {
        (page.parent / target.partition("#")[0]).resolve()
        for page in TEXTS
        for target in targets_of(page, pictures=True)
    }
    kept = set(PICTURES.iterdir())
    assert kept <= used
    assert sum(picture.stat().st_size for picture in kept) < MOST_BYTES
    for picture in kept:
        with Image.open(picture) as image:
            assert image.mode == "P", picture


def test_every_page_is_in_the_navigation_once() -> None:
    named = in_nav(yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))["nav"])
    assert len(named) == len(set(named))
    assert set(named) == {page.relative_to(DOCS).as_posix() for page in PAGES}


def test_every_decision_says_why_and_what_follows() -> None:
    records = sorted((DOCS / "adr").glob("0*.md"))
    assert [int(record.name[:4]) for record in records] == list(range(1, len(records) + 1))
    for record in records:
        parts = re.findall(r"^## (.+)$", record.read_text("utf-8"), re.M)
        assert parts == ["Context", "Decision", "Consequences"], record.name


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_the_site_has_the_colours_of_the_app(palette: Palette) -> None:
    style = (DOCS / "style" / "site.css").read_text("utf-8")
    name = "dark" if palette.is_dark else "light"
    (block,) = re.findall(rf'^\[data-bs-theme="{name}"\] {{\n(.+?)}}', style, re.M | re.S)
    shades = dict(re.findall(r"--(\w+): (#\w+);", block))
    assert shades == {ours: getattr(palette, theirs).lower() for ours, theirs in SHADES.items()}


def test_nothing_is_loaded_from_elsewhere() -> None:
    for file in (ROOT / "mkdocs.yml", *DOCS.rglob("*.css"), *DOCS.rglob("*.svg")):
        found = re.findall(r"https?://[^\s\"')]+", file.read_text("utf-8"))
        assert [address for address in found if "www.w3.org" not in address] == [], file


def test_the_keys_are_those_of_the_window(window: MainWindow) -> None:
    text = (DOCS / "reference" / "keys.md").read_text("utf-8").partition("## In the figure")[0]
    cells = re.findall(r"^\| (\S.*?) \|", text, re.M)
    told = {key for cell in cells for key in re.split(r", | to ", cell)} - {"key", "---"}
    real = {
        keys.toString(QKeySequence.SequenceFormat.PortableText)
        for command in window.menus.commands
        for keys in command.action.shortcuts()
    }
    assert told <= real


def test_the_lessons_are_those_that_ship() -> None:
    text = (DOCS / "guide" / "lessons.md").read_text("utf-8")
    shipped = [entry for entry in entries() if not entry.own and entry.name != TOUR]
    assert re.findall(r"^\| \*(.+?)\* \|", text, re.M) == [entry.title() for entry in shipped]


def test_the_lesson_that_is_shown_can_be_read() -> None:
    text = (DOCS / "guide" / "lessons.md").read_text("utf-8")
    (shown,) = re.findall(r"^````markdown\n(.+?)^````$", text, re.M | re.S)
    (page,) = read_lesson(shown).pages
    assert page.scene.masks == {}
    assert page.asks
    assert page.notes


@pytest.mark.slow
def test_the_site_builds_without_a_warning(tmp_path: Path) -> None:
    site = tmp_path / "site"
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    made = {page.relative_to(DOCS).with_suffix(".html").as_posix() for page in PAGES}
    assert made <= {page.relative_to(site).as_posix() for page in site.rglob("*.html")}
    assert (site / "fonts" / "Inter-Regular.otf").is_file()
    assert not list(site.rglob("*.py"))
    for sheet in site.rglob("*.css"):
        assert not re.search(
            r"(?:@import|url\()\s*[\"']?(?:https?:)?//", sheet.read_text("utf-8")
        ), sheet
    switch = (site / "js" / "darkmode.js").read_text("utf-8")
    looked_for = re.findall(r"getElementById\('([^']+)'\)", switch)
    assert "theme-menu" in looked_for
    for page in site.rglob("*.html"):
        text = page.read_text("utf-8")
        assert not re.findall(r"<(?:script|link|img)[^>]+(?:src|href)=\"(https?://[^\"]+)", text), (
            page
        )
        assert [name for name in looked_for if f'id="{name}"' not in text] == [], page
