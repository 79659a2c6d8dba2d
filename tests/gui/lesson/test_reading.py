"""Lessons are read, and every mistake of an author is told with its line and a way out."""

import contextlib
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bertscope.errors import BertscopeError
from bertscope.gui.lesson.lesson import Lesson, Needs, Place, Run, Scene, Until
from bertscope.gui.lesson.reading import (
    MOST_CHARACTERS,
    LessonError,
    open_lesson,
    read_lesson,
)
from bertscope.gui.state import Row, Stage, Vector

HEAD = '+++\ntitle = "T"\n+++\n'
WHOLE = """\
+++
title = "Masking"
minutes = 7
language = "de"
+++

# First page

Words with **Markdown**.

```python
# no page
```

```window
a = "the dog sleeps"
masks = { "dog" = "mask", sleeps = "random cat" }
run = "new"
show = ["input", "training"]
[training]
steps = 300
corpus = "/own/corpus.txt"
[view]
stage = "layer norm"
vector = { row = "sum", position = 2 }
link = "none"
```

More words.

```do
say = "Roll."
until.rolls = 2
until.masks.dog = "none"
```

```notes
For the teacher.
```

# Second page #
"""


def in_page(block: str) -> str:
    """A lesson whose first page has a block from line 5 on."""
    return f"{HEAD}# P\n{block}\n"


def told(text: str) -> LessonError:
    with pytest.raises(LessonError) as caught:
        read_lesson(text)
    assert str(caught.value).endswith((".", "?"))
    return caught.value


def read_or_error(text: str) -> Lesson | LessonError:
    try:
        return read_lesson(text)
    except LessonError as error:
        return error


def test_a_whole_lesson():
    lesson = read_lesson(WHOLE)
    first, second = lesson.pages
    assert (lesson.head.title, lesson.head.minutes, lesson.head.language) == ("Masking", 7, "de")
    assert first.title == "First page"
    assert first.words == "Words with **Markdown**.\n\n```python\n# no page\n```\n\n\nMore words."
    assert first.scene.masks == {"dog": "mask", "sleeps": "random cat"}
    assert first.scene.run is Run.NEW
    assert first.scene.show == (Place.INPUT, Place.TRAINING)
    assert first.scene.view == {
        "stage": Stage.LAYER_NORM,
        "vector": Vector(Row.SUM, 2),
        "link": None,
    }
    assert first.asks[0].until == Until(rolls=2, masks={"dog": "none"})
    assert first.notes == "For the teacher."
    assert (first.line, second.line, second.title) == (7, 41, "Second page")
    assert second.scene == Scene()
    assert lesson.needs == Needs(corpora=("/own/corpus.txt",), trains=True)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 1, "begins with a line +++"),
        ("\n\n# Page\n", 3, "begins with a line +++"),
        ('+++\ntitle = "T"\n', 1, "no end"),
        ("+++\n+++\n# P", 1, "`title` is missing"),
        ('+++\ntitle = "T"\nminuts = 3\n+++\n# P', 3, "did you mean `minutes`"),
        ('+++\ntitle = "T"\nminutes = "3"\n+++\n# P', 3, "takes a whole number"),
        ('+++\ntitle = "T"\nminutes = 0\n+++\n# P', 3, "a whole number of at least 1"),
        ("+++\ntitle = T\n+++\n# P", 2, "put text in quotes"),
        ('+++\ntitle = "T\n+++\n# P', 2, "close it with a quotation mark"),
        ('+++\ntitle = ""\n+++\n# P', 2, "text in quotes with at least 1 character"),
        ('+++\ntitle = "a"\ntitle = "b"\n+++\n# P', 3, "a second time"),
        (HEAD, 4, "no page yet"),
        (HEAD + "words\n# P", 4, "before the first page"),
        (HEAD + "## P", 4, "before the first page"),
        (HEAD + "#P", 4, "a space behind its `#`"),
        (HEAD + "```window\n```\n# P", 4, "before the first page"),
    ],
)
def test_mistakes_around_the_pages(text: str, line: int, words: str):
    error = told(text)
    assert (error.line, words in str(error)) == (line, True), error


@pytest.mark.parametrize(
    ("block", "line", "words"),
    [
        ("```window\n", 5, "no end: close it with a line ```"),
        ("words\n````text\n```\n", 6, "close it with a line ````"),
        ("```window\n```\n```window\n```", 7, "second `window` block"),
        ("```windows\n```", 5, "did you mean `window`"),
        ("```window\nseed = 'x'\n```", 6, "`seed` takes a whole number"),
        ("```window\nseed = -1\n```", 6, "`seed` takes a whole number of at least 0"),
        ("```window\na = 3\n```", 6, "`a` takes text in quotes"),
        ("```window\na = nonsense\n```", 6, "put text in quotes"),
        ("```window\nfollows = 'yes'\n```", 6, "`follows` takes true or false"),
        ("```window\nfollows = True\n```", 6, "write true or false"),
        (
            "```window\nrun = 'plya'\n```",
            6,
            "did you mean “play”? There is none, new, play, keep and pause",
        ),
        ("```window\nrule = { mask = 0.8, random = 0.3 }\n```", 6, "more than 1"),
        ("```window\nrule.unit = 'words'\n```", 6, "`rule.unit` takes no “words”"),
        ("```window\nrun = 3\n```", 6, "there is none, new, play, keep and pause"),
        ("```window\nmasks = 'dog'\n```", 6, "`masks` takes a table"),
        ("```window\nmasks.cat = 'mask'\nmasks.dog = 'hide'\n```", 7, "at the word “dog”"),
        ("```window\n[masks]\ndog = 3\n```", 7, "at the word “dog”"),
        ("```window\nshow = 'input'\n```", 6, "a list in [ ]"),
        ("```window\nshow = ['input', 'inptu']\n```", 6, "“input”"),
        ("```window\nshow = ['model']\n```", 6, "`show` takes no “model”"),
        ("```window\npoint = ['lyers']\n```", 6, "did you mean “layers”"),
        ("```window\na = 'x'\ntraining.stpes = 3\n```", 7, "did you mean `steps`"),
        ("```window\n[training]\nsteps = 0\n```", 7, "`training.steps` takes a whole number"),
        ("```window\ntraining.preset = 'huge'\n```", 6, "tiny, mini, small, medium and base"),
        ("```window\ntraining.start = 'random'\n```", 6, "“random weights”"),
        ("```window\nview = 3\n```", 6, "`view` takes a table"),
        ("```window\nview.stage = 'summ'\n```", 6, "did you mean “sum”"),
        ("```window\nview.stage = 9\n```", 6, "token, segment, position, sum and layer norm"),
        ("```window\nview.lyer = 1\n```", 6, "did you mean `layer`"),
        ("```window\nview.form = 'line'\n```", 6, "lines and matrix"),
        ("```window\nview.heads = []\n```", 6, "a list in [ ] with at least 1 entry"),
        (
            "```window\nview.link = [1]\n```",
            6,
            "`view.link` takes a list in [ ] with exactly 2 entries",
        ),
        ("```window\nview.vector.row = 'sum'\n```", 6, "`view.vector.position` is missing"),
        ("```window\nview.span = [nan, 1.0]\n```", 6, "a number with an end"),
        ("```window\na = 'x'\n\na = 'y'\n```", 8, "a second time"),
        ("```window\njust words\n```", 6, "write `name = value`"),
        ("```window\na = 2020-01-01\n```", 6, "`a` takes text in quotes"),
        ("```window\na = " + "9" * 5000 + "\n```", 5, "this is no TOML"),
        ("```window\na = " + "[" * 5000 + "\n```", 5, "nested too deeply"),
        ("```do\nuntil.rolls = 1\n```", 5, "`say` is missing"),
        ("```do\nsay = 'x'\n```", 5, "`until` is missing"),
        ("```do\nsay = 'x'\n[until]\n```", 7, "nothing is set in `until`"),
        ("```do\nsay = 'x'\nuntil = {}\n```", 7, "nothing is set in `until`"),
        ("```do\nsay = 'x'\nuntil = 'then'\n```", 7, "`until` takes a table"),
        ("```do\nsay = 'x'\nuntil.roll = 1\n```", 7, "did you mean `rolls`"),
        ("```do\nsay = 'x'\nuntil = { rolls = 0 }\n```", 7, "at least 1"),
        ("```do\nsay = 'x'\nuntil.said = {}\n```", 7, "`until.said.at` is missing"),
        ("```do\nsay = 'x'\nuntil.said.at = 'd'\nuntil.said.above = 2\n```", 8, "at most 1"),
        ("```do\nsay = 'x'\nuntil.front = 'model'\n```", 7, "`until.front` takes no “model”"),
        ("```do\nsay = 'x'\nuntil.masks.dog = 'hide'\n```", 7, "or none"),
        ("```do\nsay = 'x'\nuntil.view.stage = []\n```", 7, "`until.view.stage` takes"),
    ],
)
def test_mistakes_in_a_block(block: str, line: int, words: str):
    error = told(in_page(block))
    assert (error.line, words in str(error)) == (line, True), error
    assert "|" not in str(error)


def test_line_ends_and_marks_of_other_systems():
    plain = read_lesson(WHOLE)
    assert read_lesson("\ufeff" + WHOLE.replace("\n", "\r\n")) == plain
    assert read_lesson(WHOLE.replace("\n", "\r")) == plain
    tabbed = WHOLE.replace("# First", "#\tFirst").replace("steps = ", "\tsteps\t=\t")
    assert read_lesson(tabbed) == plain


def test_words_keep_what_is_no_line_end():
    words = "one\u2028two\x0cthree\x85four"
    assert read_lesson(in_page(words)).pages[0].words == words


def test_what_looks_like_a_block_or_a_page_but_is_none():
    words = "~~~\n# no page\n```window\n~~~\n```code``` in a line\n## smaller\n#tag"
    assert [page.words for page in read_lesson(in_page(words)).pages] == [words]


def test_a_file_that_is_none(tmp_path: Path):
    path = tmp_path / "x.lesson.md"
    path.write_text(in_page("```window\nseed = 'x'\n```"))
    with pytest.raises(BertscopeError, match=r"^x.lesson.md, line 6: `seed` takes"):
        open_lesson(path)
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(BertscopeError, match="no text in UTF-8"):
        open_lesson(path)
    with pytest.raises(BertscopeError, match="can't be read"):
        open_lesson(tmp_path / "none")
    path.write_bytes(b" " * (4 * MOST_CHARACTERS + 1))
    with pytest.raises(BertscopeError, match="too long"):
        open_lesson(path)


pieces = st.sampled_from(
    [*WHOLE.splitlines(keepends=True), "+++\n", "```", "````\n", "~~~do\n", "```do\n", "\t", "\r"]
)
texts = st.text() | st.lists(pieces | st.text(max_size=8), max_size=30).map("".join)
in_blocks = st.sampled_from(["window", "do"]).flatmap(
    lambda kind: texts.map(lambda text: in_page(f"```{kind}\n{text}\n```"))
)


@given(texts | texts.map(lambda text: HEAD + text) | in_blocks)
def test_any_text_is_a_lesson_or_told_of_with_a_line_of_its_own(text: str):
    begun = time.perf_counter()
    found = read_or_error(text)
    if isinstance(found, LessonError):
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        assert 1 <= found.line <= len(lines)
        assert found.words
    assert time.perf_counter() - begun < 1.0


@pytest.mark.parametrize(
    "unit", ["#", "# a\n", "```\n", "`", " ", "[", "a.", "a=1\n", "~~~window\n~~~\n", "# \t"]
)
def test_the_longest_texts_are_read_at_once(unit: str):
    text = HEAD + "# P\n" + unit * ((MOST_CHARACTERS - 20) // len(unit))
    begun = time.perf_counter()
    with contextlib.suppress(LessonError):
        read_lesson(text)
    assert time.perf_counter() - begun < 5.0
    assert told(text + " " * MOST_CHARACTERS).line == 1
