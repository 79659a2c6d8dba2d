"""What is written is read as the same lesson."""

from typing import Any

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from bertscope.gui.lesson.lesson import (
    PANELS,
    Ask,
    Head,
    Lesson,
    Page,
    Place,
    Rule,
    Run,
    Said,
    Scene,
    Training,
    Until,
)
from bertscope.gui.lesson.reading import read_lesson
from bertscope.gui.lesson.writing import write_lesson, write_page
from bertscope.gui.state import Camera, Form, Pinned, Row, Stage, Vector
from bertscope.task import Start
from bertscope.text.masking import Unit

plain = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
filled = plain.filter(bool)
line = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n"), max_size=12)
title = line.map(str.strip).map(lambda words: f"T{words}t")
paragraph = st.sampled_from(
    [
        "```\n# no page\n```",
        "~~~~toml\n```window\n~~~~",
        "````\n```do\n````",
        'a "word"',
        "ist’s 词",
    ]
) | line.map("P{}".format)
prose = st.lists(paragraph, max_size=4).map("\n\n".join).map(str.strip)
bound = st.floats(0, 1)
views = st.fixed_dictionaries(
    {},
    optional={
        "stage": st.sampled_from(Stage),
        "form": st.sampled_from(Form),
        "heads": st.lists(st.integers(0, 11), min_size=1, max_size=3).map(tuple),
        "vector": st.none() | st.builds(Vector, st.sampled_from(Row), st.integers(0, 9)),
        "link": st.none() | st.tuples(st.integers(0, 9), st.integers(0, 9)),
        "camera": st.builds(Camera, st.floats(1, 200)),
        "pinned": st.none() | st.builds(Pinned, plain),
        "log_loss": st.booleans(),
        "search": plain,
    },
)
masks = st.none() | st.dictionaries(
    plain, st.sampled_from(["mask", "keep", "random", "random cat"]), max_size=3
)
training = st.builds(
    Training,
    preset=st.sampled_from([None, "tiny"]),
    steps=st.none() | st.integers(1, 1_000_000),
    learning_rate=st.none() | st.floats(1e-9, 1),
    start=st.sampled_from([None, *Start]),
    corpus=st.none() | plain,
)
half = st.none() | st.floats(0, 0.5)
rules = st.builds(Rule, half, half, half, st.sampled_from([None, *Unit]))
scenes = st.builds(
    Scene,
    a=st.none() | plain,
    masks=masks,
    follows=st.none() | st.booleans(),
    rule=rules,
    seed=st.none() | st.integers(0, 2**32 - 1),
    run=st.none() | st.sampled_from(Run),
    training=training,
    view=views,
    show=st.none() | st.lists(st.sampled_from(PANELS), max_size=3).map(tuple),
    point=st.lists(st.sampled_from(Place), max_size=2).map(tuple),
)
untils = st.builds(
    Until,
    rolls=st.integers(1, 9),
    rule=rules,
    masks=masks.map(lambda found: found and dict.fromkeys(found, "none")),
    view=views,
    said=st.none() | st.builds(Said, at=filled, token=plain, above=st.none() | bound),
    front=st.none() | st.sampled_from(PANELS),
    mlm_below=st.none() | st.floats(0, 100),
)
asks = st.builds(Ask, say=filled, until=untils, hint=plain, well=plain)
pages = st.builds(Page, title, prose, scenes, st.lists(asks, max_size=2).map(tuple), prose)
heads = st.builds(Head, title=filled, about=plain, minutes=st.integers(1, 600), language=plain)
lessons = st.builds(Lesson, heads, st.lists(pages, min_size=1, max_size=3).map(tuple))


def without_lines(lesson: Lesson) -> Lesson:
    pages = tuple(msgspec.structs.replace(page, line=0) for page in lesson.pages)
    return msgspec.structs.replace(lesson, pages=pages)


@settings(max_examples=60, deadline=None)
@given(lessons)
def test_what_is_written_is_read_as_the_same_lesson(lesson: Lesson):
    text = write_lesson(lesson)
    assert without_lines(read_lesson(text)) == lesson
    assert write_lesson(read_lesson(text)) == text


def test_a_page_is_written_as_its_author_would():
    scene: dict[str, Any] = {"stage": Stage.LAYER_NORM, "vector": None}
    page = Page(
        "Masked",
        "Look.",
        Scene(a='a "dog"', masks={"dog": "mask", "das ist": "random cat"}, view=scene),
        (Ask("Roll.", Until(rolls=2)),),
        "```\nx\n```",
    )
    assert write_page(page) == (
        "# Masked\n\nLook.\n\n"
        '```window\na = "a \\"dog\\""\nmasks.dog = "mask"\nmasks."das ist" = "random cat"\n'
        'view.stage = "layer norm"\nview.vector = "none"\n```\n\n'
        '```do\nsay = "Roll."\nuntil.rolls = 2\n```\n\n'
        "````notes\n```\nx\n```\n````"
    )
