"""Lessons handed out without a screen, by a real engine."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from bertscope.cli import main

LESSON = """+++
title = "Two pages"
+++

# The input

Two sentences.

```window
a = "the dog barks"
b = "it is loud"
show = ["input"]
```

# A run that isn't begun

```window
run = "play"
show = ["training"]
```

```do
say = "Wait until it is done."
until.finished = true
```
"""


@pytest.fixture
def lesson(tmp_path: Path) -> Path:
    path = tmp_path / "two.md"
    path.write_text(LESSON, "utf-8")
    return path


def export(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "bertscope", "lesson", "export", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


def test_a_handout_has_a_title_and_a_sheet_a_page(lesson: Path, tmp_path: Path) -> None:
    done = export(lesson, "--pdf", tmp_path / "two.pdf")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == ["page 1 of 2", "page 2 of 2", str(tmp_path / "two.pdf")]
    content = (tmp_path / "two.pdf").read_bytes()
    assert content.startswith(b"%PDF")
    assert re.findall(rb"/Type /Page\n", content) == [b"/Type /Page\n"] * 3
    assert not list(Path(os.environ["BERTSCOPE_HOME"]).rglob("metrics*"))  # Nothing was trained.


@pytest.mark.slow
def test_pictures_are_as_large_as_a_screen(lesson: Path, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    done = export(lesson, "--png", folder, "--dark", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1].startswith('{"event":"made"')
    pages = sorted(folder.iterdir())
    assert [page.name for page in pages] == ["page-01.png", "page-02.png"]
    for page in pages:
        with Image.open(page) as image:
            assert image.size == (1920, 1080)
            assert len(image.getcolors(1920 * 1080)) > 100


def test_a_page_that_cant_be_set_is_named_and_nothing_is_left(tmp_path: Path) -> None:
    lesson = tmp_path / "bad.md"
    lesson.write_text(LESSON.replace('show = ["input"]', 'masks = { cat = "mask" }'), "utf-8")
    done = export(lesson, "--pdf", tmp_path / "bad.pdf")
    assert done.returncode == 2
    assert done.stderr.startswith("bertscope: Page 1, “The input”: ")
    assert list(tmp_path.glob("bad.pdf*")) == []


def test_a_lesson_that_isnt_there_names_those_that_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["lesson", "export", "nothing", "--pdf", str(tmp_path / "x.pdf")]) == 2
    assert "There is no lesson nothing: give a file, or one of " in capsys.readouterr().err
